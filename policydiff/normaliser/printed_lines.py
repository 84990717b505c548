"""Printed lines that a recorder kept as paragraphs, joined again.

In: the blocks of Markdown or plain text. Out: the same, with each paragraph in one block. A document that was
set for print and then copied line by line has a paragraph for every line, and a word more at the start of one
moves all that follow: no two lines are the same any more. Such a text is told by how many of its lines end in
the middle of a sentence. Numbers of pages, and the line below each of them that heads all pages, are left
out, and what they parted is joined. Any other text stays as it is.

What this gets wrong: two columns that were copied across stay mixed, and a heading of more than one line
stays torn where its next line begins with a capital.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.normaliser.outline import TextPiece
from policydiff.text import enumerator_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.normaliser.blocks import Block

_FEWEST, _SHARE = 30, 0.2
"""Torn lines of a text that is set in lines, at least, and their share of its blocks."""
_TORN = 30
"""Characters of the shortest line that counts as torn."""
_FULL = 0.8
"""Share of the width of the lines from which on the next word may not have fitted."""
_PAGES, _PAGE_LINES = 4, 3
"""Numbers of pages, at least, and how many blocks one is behind the one before."""
_LONGEST = 10_000
"""Characters of the longest paragraph that is put together, so that no text takes minutes."""
_STOPS = (".", "!", "?", ":", ";")
_PAGE = re.compile(r"\d{1,3}")
_MARK = re.compile(r"\w\b[.)]?\s")
"""A letter alone with which an item of a list begins: "o our partners", "b) to write to you"."""


def joined(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks without numbers of pages, with printed lines joined to paragraphs.

    Args:
        blocks: those of the whole text, in reading order.

    Returns:
        The very ones if the text has no pages and is not set in lines.
    """
    furniture = _of_pages(blocks)
    lines = [block for place, block in enumerate(blocks) if place not in furniture] if furniture else blocks
    torn = [len(line.text) for line, following in pairwise(lines) if _is_torn(line, following)]
    is_set = len(torn) >= max(_FEWEST, _SHARE * len(lines))
    if not furniture and not is_set:
        return blocks
    full = _FULL * sorted(torn)[len(torn) * 9 // 10] if is_set else 0.0
    kept: list[Block] = []
    last = 0
    """Characters of the last line of the last block."""
    turned = False
    for place, block in enumerate(blocks):
        if place in furniture:
            turned = True
        elif kept and (is_set or turned) and _goes_on(kept[-1], block, is_set and last >= full):
            kept[-1] = _with_line(kept[-1], block)
            last, turned = len(block.text), False
        else:
            kept.append(block)
            last, turned = len(block.text), False
    return kept


def _of_pages(blocks: Sequence[Block]) -> set[int]:
    """The places of the numbers of pages, 1, 2, 3 to the last, and of a line that heads most pages, but for
    the first time."""
    numbers: list[int] = []
    for place, block in enumerate(blocks):
        is_number = block.kind == "paragraph" and block.cell is None and _PAGE.fullmatch(block.text)
        if is_number and int(block.text) == len(numbers) + 1:
            numbers.append(place)
    if len(numbers) < _PAGES or any(after - before < _PAGE_LINES for before, after in pairwise(numbers)):
        return set()
    behind = [
        place + 1 for place in numbers if place + 1 < len(blocks) and blocks[place + 1].kind != "heading"
    ]
    often = Counter(blocks[place].text for place in behind)
    heads = [place for place in behind if often[blocks[place].text] >= _PAGES - 1]
    seen = {blocks[place].text: place for place in reversed(range(len(blocks)))}
    return {*numbers, *(place for place in heads if seen[blocks[place].text] < place)}


def joined_pieces(pieces: Sequence[TextPiece]) -> Sequence[TextPiece]:
    """The same of a text that was read in pieces; others share them, so none is changed."""
    blocks = [block for piece in pieces for block in piece.blocks]
    found = joined(blocks)
    return pieces if found is blocks else (TextPiece(tuple(found)),)


def _may_follow(line: Block, following: Block) -> bool:
    """Whether two blocks can be lines of one paragraph."""
    flat = line.cell is None and following.cell is None and not (line.rule or following.rule)
    return flat and line.kind != "heading" and following.kind == "paragraph"


def _begins_inside(text: str) -> bool:
    """Whether a line begins in the middle of a sentence, and not with the mark of an item."""
    return text[0].islower() and not enumerator_end(text) and _MARK.match(text) is None


def _is_torn(line: Block, following: Block) -> bool:
    ends = len(line.text) >= _TORN and line.text[-1].isalpha()
    return ends and _may_follow(line, following) and _begins_inside(following.text)


def _goes_on(line: Block, following: Block, is_full: bool) -> bool:
    """Whether a paragraph goes on in the next line: in the middle of a sentence, or behind a line so full
    that the next word did not fit."""
    if not _may_follow(line, following) or line.text.endswith(_STOPS) or len(line.text) > _LONGEST:
        return False
    return _begins_inside(following.text) or (is_full and not line.text.isupper())


def _with_line(block: Block, line: Block) -> Block:
    """A paragraph with one more line; of an address that was broken at its end both halves are one."""
    word = block.text.rsplit(maxsplit=1)[-1]
    blank = "" if "://" in word and word[-1] in "-/_=" else " "
    start = len(block.text) + len(blank)
    links = [*block.links, *((begin + start, end + start, address) for begin, end, address in line.links)]
    return replace(
        block, text=f"{block.text}{blank}{line.text}", links=links, linked=block.linked + line.linked
    )
