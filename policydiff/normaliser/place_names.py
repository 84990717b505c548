"""The name of its place, cut off a heading that a recorder kept with it.

In: blocks. Out: the same, where "CookiesCookiesmaincookiesmodule" is "Cookies". A page that writes a heading
for the eye, once more for those who hear it, and behind both the name that links jump to, shows one of the
three. The name holds the letters of the heading, unless the heading was worded otherwise since: several words
that stand there twice without a blank between are no chance.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block

_LONGEST = 300
"""Characters of the longest heading that is looked at."""
_SHORTEST = 6
"""Letters of the shortest name: of a text that does not end in so many, as most do, no more is asked."""
_NAMED = re.compile(r"(?P<heading>\S.{2,120}?)(?P=heading)(?P<name>[a-z][A-Za-z]{5,})")
"""A heading twice, and a name without a blank behind it."""


def without_name(block: Block) -> Block:
    """A heading, also one set as text, without the name of its place; the very block if it has none."""
    if block.kind == "item" or len(block.text) > _LONGEST or block.links or block.cell is not None:
        return block
    if not block.text[-_SHORTEST:].isalpha():
        return block
    found = _NAMED.fullmatch(block.text)
    if found is None or not found["heading"][0].isupper():
        return block
    letters = re.sub(r"\W", "", found["heading"]).casefold()
    is_doubled = " " in found["heading"] or letters in found["name"].casefold()
    return replace(block, text=found["heading"]) if is_doubled else block
