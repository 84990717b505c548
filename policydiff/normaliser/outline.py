"""Blocks of a page to clauses, in reading order: paths, cells and link targets filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.models import Clause, Link
from policydiff.normaliser import links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Cell
    from policydiff.normaliser.blocks import Block

_PSEUDO = 7
"""Level of a bold line that stands for a heading: below all real ones."""


def clauses(blocks: Sequence[Block], *, base: str) -> tuple[Clause, ...]:
    """The clauses of the blocks that stay."""
    found: list[Clause] = []
    headings: list[tuple[int, str]] = []
    path: tuple[str, ...] = ()
    targets: dict[str, str] = {}
    tables = 0
    for block in blocks:
        if block.rule:
            continue
        place: Cell | None = None
        kind, depth, text = block.kind, block.depth, block.text
        where = path
        cell = block.cell
        if cell is not None and not cell.table.layout:
            table = cell.table
            if table.number < 0:
                table.number = tables
                tables += 1
            place = table.place(cell)
            where = path + tuple(x for x in (place.row_group, place.row_label, place.column_heading) if x)
            if kind == "heading":
                kind, depth = "paragraph", 0
        elif kind == "heading":
            while headings and headings[-1][0] >= depth:
                headings.pop()
            where = tuple(title for _, title in headings)
            headings.append((depth, text))
            path = (*where, text)
        elif block.title and len(text) <= 100 and kind == "paragraph":
            if headings and headings[-1][0] == _PSEUDO:
                headings.pop()
            where = tuple(title for _, title in headings)
            headings.append((_PSEUDO, text))
            path = (*where, text)
        anchors: tuple[Link, ...] = ()
        if block.links:
            anchors = tuple(_link(text, start, end, href, base, targets) for start, end, href in block.links)
        found.append(Clause(kind, text, where, depth, block.marker, anchors, place))
    return tuple(found)


def _link(text: str, start: int, end: int, href: str, base: str, targets: dict[str, str]) -> Link:
    target = targets.get(href)
    if target is None:
        target = targets[href] = links.canonical(href, base)
    return Link(text[start:end], target, start)


def title(found: Sequence[Clause], declared: str) -> str:
    """The title of the document: its first heading of level one, else the page's title, else its first heading."""
    first = ""
    for clause in found:
        if clause.kind == "heading":
            if clause.depth == 1:
                return clause.text
            first = first or clause.text
    return declared or first
