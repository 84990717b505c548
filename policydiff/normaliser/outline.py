"""Blocks of a page to clauses, in reading order: paths, cells and link targets filled in.

A short line that is all bold counts as a heading in the path of the following clauses, since many policies
have no other headings; it stays a paragraph itself, since only its style suggests it.

An address that a line announces ("Write to us at:") heads nothing, though it may be all bold.

What this gets wrong: a short line in bold that ends without a full stop and heads nothing, as a warning may
("Please read this carefully"), is taken for the heading of what follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.comparability import LEGAL_FORM
from policydiff.models import Clause, Link
from policydiff.normaliser import alternatives, boxes, link_targets, titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Cell
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.tables import PageTable

_BOLD_LINE = 7
"""Level of a bold line in the path: below all real headings."""
_LONGEST_TITLE = 100
"""Characters of the longest bold line that counts."""
_OF_ADDRESS = re.compile(
    rf"(?:\S+ ){{1,6}}(?:{LEGAL_FORM})$|.*(?:@|\b\d{{5}}\b|\b[A-Z]{{1,2}}\d[A-Z\d]? \d[A-Z]{{2}}\b)"
)
"""The name of a company, or a line with an e-mail address or a postcode."""
_OPENING_HEADINGS = 6
"""Clauses at the start among which headings may name the document."""
_SIBLINGS = 2
"""Most headings of one level that may be a title and a stray heading; three are sections."""
_OPENING, _NAME = 3, 50
"""Clauses at the start that may name a document without headings, and characters of a name."""


class OutlinePlace(NamedTuple):
    """A place in a document."""

    levels: tuple[int, ...] = ()
    """Of the headings above, outermost first."""
    path: tuple[str, ...] = ()
    """Their texts."""
    tables: int = 0
    """Tables so far."""
    is_announced: bool = False
    """Whether the clause before ends with a colon, so that what follows may be an address."""

    def below(self, level: int, text: str) -> OutlinePlace:
        """Below a heading."""
        kept = len(self.levels)
        while kept and self.levels[kept - 1] >= level:
            kept -= 1
        return self._replace(levels=(*self.levels[:kept], level), path=(*self.path[:kept], text))


@dataclass(slots=True, eq=False)
class TextPiece:
    """A part of a text that was read: the text between two blank lines."""

    blocks: tuple[Block, ...] = ()
    clauses: dict[tuple[OutlinePlace, str], tuple[tuple[Clause, ...], OutlinePlace]] = field(
        default_factory=dict
    )
    """What was made of it, by the place where it stands and the address that links start from."""


_START = OutlinePlace()
_PLACES = 8
"""Places in which the clauses of one piece are remembered."""


def clauses(blocks: Sequence[Block], *, base: str) -> tuple[Clause, ...]:
    """The clauses of the blocks that stay, their links relative to `base`."""
    return _clauses(blocks, _START, base)[0]


def clauses_of_pieces(pieces: Sequence[TextPiece], *, base: str) -> tuple[Clause, ...]:
    """The clauses of a text that was read in pieces; those of a piece at the same place are made once."""
    found: list[Clause] = []
    place = _START
    for piece in pieces:
        key = place, base
        made = piece.clauses.get(key)
        if made is None:
            if len(piece.clauses) >= _PLACES:
                piece.clauses.clear()
            made = piece.clauses[key] = _clauses(piece.blocks, place, base)
        more, place = made
        found += more
    return tuple(found)


def _clauses(
    blocks: Sequence[Block], place: OutlinePlace, base: str
) -> tuple[tuple[Clause, ...], OutlinePlace]:
    """The clauses of the blocks after a place, and the place after them."""
    found: list[Clause] = []
    targets = _Targets(base)
    numbers: dict[PageTable, int] = {}
    for block in blocks:
        if block.rule:
            continue
        cell: Cell | None = None
        kind, depth, path = block.kind, block.depth, place.path
        if block.announcement:
            path = ()
        elif block.cell is not None and not block.cell.table.layout:
            table = block.cell.table
            number = numbers.setdefault(table, place.tables + len(numbers))
            cell = table.place(block.cell, number)
            path += tuple(filter(None, (cell.row_group, cell.row_label, cell.column_heading)))
            if kind == "heading":  # it heads its cell, not what stands after the table
                kind, depth = "paragraph", 0
        elif kind == "heading":
            place = place.below(depth, block.text)
            path = place.path[:-1]
        elif block.title and kind == "paragraph" and _is_title(block.text, place):
            place = place.below(_BOLD_LINE, block.text)
            path = place.path[:-1]
        anchors = targets.links(block) if block.links else ()
        found.append(Clause(kind, block.text, path, depth, block.marker, anchors, cell, block.announcement))
        if place.is_announced != (is_announcing := block.text[-1] == ":"):
            place = place._replace(is_announced=is_announcing)
    return tuple(found), place._replace(tables=place.tables + len(numbers)) if numbers else place


def _is_title(text: str, place: OutlinePlace) -> bool:
    is_open = text[-1] in ".;,!" and not text.endswith("...")  # "If you live in Norway..."
    is_line = len(text) <= _LONGEST_TITLE and (not is_open or text[0].isdecimal())
    return is_line and not (place.is_announced and _OF_ADDRESS.match(text))


class _Targets:
    """Canonical addresses, each worked out once."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._known: dict[str, str] = {}

    def links(self, block: Block) -> tuple[Link, ...]:
        """The links of a block."""
        text = block.text
        return tuple(
            [Link(text[start:end], self._target(address), start) for start, end, address in block.links]
        )

    def _target(self, address: str) -> str:
        target = self._known.get(address)
        if target is None:
            target = self._known[address] = link_targets.canonical(address, self._base)
        return target


def title(found: Sequence[Clause], declared: str) -> str:
    """The title of the document: its first heading of level one, else what the page declares.

    Near the start the name of a policy counts more than a level: the first heading may name the site, state a
    day or belong to a form ("Contact us").
    """
    headings = [clause for clause in found if clause.kind == "heading" and not clause.announcement]
    top = next((clause.text for clause in headings if clause.depth == 1), "")
    if top and titles.is_name(top):
        return top
    opening = [clause for clause in found[:_OPENING_HEADINGS] if clause.kind == "heading"]
    for clause in opening:
        if titles.is_pure_name(clause.text) and not titles.is_date(clause.text):
            late = not any(one.depth == 1 and not titles.is_date(one.text) for one in opening)
            if (
                late
                or titles.is_part(top, titles.parts(declared))
                or top not in [one.text for one in opening]
            ):
                return clause.text
    heading = next(
        (one for one in headings if not titles.is_date(one.text) and (one.depth == 1 or not top)), None
    )
    if heading is None or _of_a_section(heading, headings):
        return declared
    boxed = titles.is_name(declared) and boxes.is_headed_by(heading.text)
    return declared if declared and (boxed or heading.depth > 1) else heading.text


def _of_a_section(heading: Clause, headings: Sequence[Clause]) -> bool:
    """Whether a heading that names no policy is that of its first section.

    Such a heading is numbered, asks a question, or is one of several of its level ("Introduction"). A page
    recorded without its name begins so, and calling the whole after its first section is worse than having no
    name for it. Several headings of level one on a page whose first is a slogan are taken for sections too.
    """
    alike = sum(other.depth == heading.depth for other in headings)
    return titles.is_numbered(heading.text) or heading.text.endswith("?") or alike > _SIBLINGS


def opening_name(found: Sequence[Clause]) -> str:
    """The name of a document without headings: the line at its start that is most of a name.

    "Privacy Policy" is more of one than "Privacy Center home".
    """
    lines = [clause.text for clause in found[:_OPENING]]
    short = [line for line in lines if len(line) <= _NAME and line[-1] not in ".:;,!?"]
    shares = {line: len(_named().findall(line.lower())) / len(line.split()) for line in short}
    best = max(shares, key=shares.__getitem__, default="")
    return best if best and shares[best] else ""


@cache
def _named() -> re.Pattern[str]:
    names = languages.all_lines(lambda one: one.document_names)
    return re.compile(rf"\b(?:{alternatives.any_of(names)})\b")
