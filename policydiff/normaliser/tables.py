"""The grid of a table: which row and column a cell stands in, and what heads it.

A table is data when its cells stand in a grid with headings or short labels; else it is layout, and its
text is read as plain prose. Cost does not grow with the numbers in `colspan` and `rowspan`, which are bounded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.models import Cell

if TYPE_CHECKING:
    from lxml import etree

_WIDEST = 60
"""Columns that a cell may span."""


@dataclass(slots=True)
class TableCell:
    """A cell of a table that is being read."""

    table: Table
    row: int
    column: int
    width: int
    height: int
    heading: bool
    at: int
    """Number of its first block."""
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.texts)


@dataclass(slots=True)
class _Row:
    head: bool
    cells: list[TableCell] = field(default_factory=list)


class Table:
    """A table: filled by the walk, judged when it ends."""

    def __init__(self) -> None:
        self.rows: list[_Row] = []
        self.cell: TableCell | None = None
        self.nested = False
        self.layout = False
        self.number = -1
        self.taken: dict[int, int] = {}
        self.columns: dict[int, str] = {}
        self.heads = 0
        self.labels: list[tuple[str, str, TableCell | None]] = []
        self.width = 0

    def start_row(self, *, head: bool) -> None:
        self.rows.append(_Row(head))

    def start_cell(self, node: etree._Element, *, heading: bool, at: int) -> TableCell:
        if not self.rows:
            self.rows.append(_Row(False))
        number, row = len(self.rows) - 1, self.rows[-1]
        last = row.cells[-1] if row.cells else None
        column = last.column + last.width if last else 0
        while self.taken.get(column, 0) > number:
            column += 1
        width = _span(node.get("colspan"), _WIDEST)
        height = _span(node.get("rowspan"), 65534)
        if height > 1:
            for taken in range(column, column + width):
                self.taken[taken] = number + height
        self.cell = TableCell(self, number, column, width, height, heading, at)
        row.cells.append(self.cell)
        return self.cell

    def close(self) -> None:
        """Judge the table and find its headings, now that all of it is known."""
        rows = [row for row in self.rows if row.cells]
        self.width = max((row.cells[-1].column + row.cells[-1].width for row in rows), default=0)
        filled = [sum(1 for cell in row.cells if cell.texts) for row in rows]
        self.layout = self.nested or self.width < 2 or max(filled, default=0) < 2
        if self.layout:
            return
        self.heads = self._heading_rows(rows)
        if not self.heads and self._long_prose(rows):
            self.layout = True
            return
        for row in rows[: self.heads]:
            for cell in row.cells:
                text = cell.text
                if text:
                    for column in range(cell.column, cell.column + cell.width):
                        self.columns[column] = text
        self._label_rows(rows)

    def _heading_rows(self, rows: list[_Row]) -> int:
        count = 0
        for row in rows[:-1]:
            if not (row.head or all(cell.heading for cell in row.cells)) or len(row.cells) < 2:
                break
            count += 1
        if count or len(rows) < 2 or len(rows[0].cells) < 2:
            return count
        first = rows[0].cells
        short = all(len(cell.texts) == 1 and len(cell.texts[0]) <= 60 and cell.texts[0][-1] not in ".,;:" for cell in first)
        return 1 if short and len(first) == self.width and len(first) >= 2 and len(rows) >= 3 and all(
            sum(len(cell.text) for cell in row.cells) > sum(len(cell.text) for cell in first) for row in rows[1:]
        ) else 0

    def _long_prose(self, rows: list[_Row]) -> bool:
        """No headings, and a first column of paragraphs: two columns of print, not data."""
        firsts = [row.cells[0].text for row in rows]
        return sum(len(text) for text in firsts) > 300 * len(firsts)

    def _label_rows(self, rows: list[_Row]) -> None:
        self.labels = [("", "", None)] * len(self.rows)
        group, tall = "", None
        for row in rows[self.heads :]:
            number = row.cells[0].row
            cells = row.cells
            filled = [cell for cell in cells if cell.texts]
            if len(filled) == 1 and filled[0] is cells[0] and (cells[0].width >= self.width or len(cells) > 1) and len(filled[0].text) <= 200 and not tall:
                group = filled[0].text
                continue
            if tall is not None and number >= tall.row + tall.height:
                tall = None
            if tall is None and cells[0].column == 0 and cells[0].height > 1 and len(cells) > 1:
                tall = cells[0]
            label = next((cell for cell in cells if cell is not tall), None)
            self.labels[number] = (tall.text if tall is not None else group, label.text if label else "", label)

    def place(self, cell: TableCell) -> Cell:
        """Where a clause of this cell stands."""
        group, label, labelled = self.labels[cell.row] if self.labels else ("", "", None)
        tall = cell.height > 1 and cell.text == group
        heading = self.columns.get(cell.column, "") if cell.row >= self.heads else ""
        return Cell(
            self.number,
            cell.row,
            cell.column,
            "" if cell is labelled or tall else label,
            "" if tall else group,
            heading,
        )


def _span(text: str | None, most: int) -> int:
    if not text or not text.strip().isdecimal():
        return 1
    return min(max(int(text.strip()[:6]), 1), most)
