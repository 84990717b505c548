"""Blocks of a page to clauses, in reading order: paths, cells and link targets filled in.

A short line that is all bold stands for a heading in the path of what follows, as many policies have no other
headings; it stays a paragraph itself, since nothing but its looks says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.models import Clause, Link
from policydiff.normaliser import links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Cell
    from policydiff.normaliser.blocks import Block

_BOLD_LINE = 7
"""Level of a bold line in the path: below all real headings."""
_LONGEST_TITLE = 100
"""Characters of the longest bold line that counts."""


def clauses(blocks: Sequence[Block], *, base: str) -> tuple[Clause, ...]:
    """The clauses of the blocks that stay, their links relative to `base`."""
    found: list[Clause] = []
    headings = _Headings()
    targets = _Targets(base)
    tables = 0
    for block in blocks:
        if block.rule:
            continue
        place: Cell | None = None
        kind, depth, path = block.kind, block.depth, headings.path
        if block.cell is not None and not block.cell.table.layout:
            table = block.cell.table
            if table.number < 0:
                table.number = tables
                tables += 1
            place = table.place(block.cell)
            path += tuple(filter(None, (place.row_group, place.row_label, place.column_heading)))
            if kind == "heading":  # it heads its cell, not what stands behind the table
                kind, depth = "paragraph", 0
        elif kind == "heading":
            path = headings.enter(depth, block.text)
        elif block.title and kind == "paragraph" and _is_title(block.text):
            path = headings.enter(_BOLD_LINE, block.text)
        anchors = targets.links(block) if block.links else ()
        found.append(Clause(kind, block.text, path, depth, block.marker, anchors, place))
    return tuple(found)


def _is_title(text: str) -> bool:
    return len(text) <= _LONGEST_TITLE and (text[-1] not in ".;,!" or text[0].isdecimal())


class _Headings:
    """The headings above the present place."""

    def __init__(self) -> None:
        self.path: tuple[str, ...] = ()
        self._levels: list[int] = []

    def enter(self, level: int, text: str) -> tuple[str, ...]:
        """Go below a heading; returns the path of the heading itself."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        above = self.path[: len(self._levels)]
        self._levels.append(level)
        self.path = (*above, text)
        return above


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
            target = self._known[address] = links.canonical(address, self._base)
        return target


def title(found: Sequence[Clause], declared: str) -> str:
    """The title of the document: its first heading of level one, else what the page declares."""
    first = ""
    for clause in found:
        if clause.kind == "heading":
            if clause.depth == 1:
                return clause.text
            first = first or clause.text
    return declared or first
