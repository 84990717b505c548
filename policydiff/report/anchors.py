"""Anchors of a page that survive a rerun: made of what stands there, not of its number.

A published link to a change still leads to that change after the page is made again by a newer version with
other numbers, as long as it quotes the same words.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LENGTH = 10
"""Hexadecimal digits: among the thousands of changes of one page two hardly share them."""


def anchors(letter: str, contents: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """An anchor for each content, in order; the second of the same content has a number behind it.

    Args:
        letter: what the anchors begin with.
        contents: for each anchor the texts that it stands for.

    >>> anchors("c", [("We keep it.", ""), ("We keep it.", "")])
    ('c-4b15238ae3', 'c-4b15238ae3-2')
    """
    seen: Counter[str] = Counter()
    made = []
    for texts in contents:
        joined = "\x00".join(texts).encode("utf-8", "surrogatepass")
        anchor = f"{letter}-{sha256(joined).hexdigest()[:_LENGTH]}"
        seen[anchor] += 1
        made.append(anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}")
    return tuple(made)
