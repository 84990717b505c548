"""What a link says of itself to those who hear the page, cut out of Markdown and plain text.

In: blocks. Out: the same without "(opens in a new window)" at the end of a link or right behind it. A page
marks such hints by a class, and the walk leaves them out; a recorder that keeps text alone keeps them, often
without a blank before them, and a page that begins to write them has changed no word.

What this gets wrong: a hint in a language without words for it stays.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.normaliser import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.normaliser.blocks import Block


_LONGEST = 100
"""Characters of a hint: only so near to the end of a link is one looked for, not in all of a text."""


@cache
def _said() -> re.Pattern[str]:
    """What a hint says, in a text in lower case: found in few texts, and faster than where hints stand."""
    return re.compile(alternatives.any_of(languages.all_lines(lambda one: one.furniture.link_hints)))


@cache
def _hint() -> re.Pattern[str]:
    said = "|".join(languages.all_lines(lambda one: one.furniture.link_hints))
    return re.compile(rf"(?:[,;]?\s*(?:[(\[]\s?(?:{said})[.,]?\s?[)\]]|(?:{said})))+", re.IGNORECASE)


def without(block: Block) -> Block:
    """A block without the hints of its links, the very one if there are none."""
    cuts = list(_cuts(block)) if block.links and _said().search(block.text.lower()) else []
    if not cuts:
        return block
    edges = [0, *(edge for cut in cuts for edge in cut), len(block.text)]
    text = "".join(block.text[start:end] for start, end in list(pairwise(edges))[::2])

    def moved(place: int) -> int:
        return place - sum(max(0, min(place, end) - start) for start, end in cuts)

    links = [(moved(start), moved(end), address) for start, end, address in block.links]
    linked = sum(end - start for start, end, _ in links)
    hints = [block.text[start:end].strip(" ,;") for start, end in cuts]
    return replace(block, text=text, links=links, linked=linked, hints=hints)


def _cuts(block: Block) -> Iterator[tuple[int, int]]:
    """Where hints stand: at the end of a link that says something else before, or right behind one."""
    cut = 0
    for first, last, _ in sorted(block.links):
        for hint in _hint().finditer(block.text, max(cut, first + 1, last - _LONGEST), last + _LONGEST):
            start, end = hint.span()
            if start <= last <= end:
                yield start, end
                cut = end
