"""The grid of a table: the row and column of a cell, and its headings.

In: rows and cells as the walk meets them. Out: for each cell its `Cell`, or the verdict that the table is
layout and its text plain prose: one column, one row, a table inside a table, or no headings and cells that
are pages of their own. Column headings are the rows of `<thead>` or of `<th>`, else a first row that looks
like headings (all bold; or short, in a table of three columns or more whose other rows are longer). A row
group is a row with a single cell that spans the table, or a first cell that spans several rows.

What `colspan` and `rowspan` say is bounded, so that the cost is linear in the number of cells.

What this gets wrong: a table of two columns without headings whose left cells are long is read as layout, row
by row; a first row of short values without full stops ("Name | Purpose | Duration") is taken for headings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.models import Cell

if TYPE_CHECKING:
    from policydiff.normaliser.markers import Attributes

_WIDEST = 100
"""Columns of the widest table: cells beyond share the last place."""
_TALLEST = 65534
"""As in the HTML standard."""
_HEADING = 80
"""Characters of the longest heading of a column that is not marked as one."""
_GROUP = 300
"""Characters of the longest heading row."""
_PAGE = 300
"""Average number of characters in the first cells from which a table without headings is text in two
columns."""


@dataclass(slots=True)
class TableCell:
    """A cell of a table that is being read."""

    table: PageTable
    row: int
    column: int
    width: int
    height: int
    heading: bool
    first: int
    """Number of its first block."""
    texts: list[str] = field(default_factory=list)
    bold: bool = False
    """All of it is bold."""
    sections: bool = False
    """It has headings inside."""

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(self.texts)

    @property
    def label(self) -> str:
        """What names the row: the first clause of a cell that may hold a whole explanation."""
        return self.texts[0] if self.texts else ""

    def fill(self, texts: list[str], *, bold: bool, sections: bool) -> None:
        """Take note of what stands in it."""
        self.texts, self.bold, self.sections = texts, bold, sections


@dataclass(slots=True)
class _GridRow:
    head: bool
    cells: list[TableCell] = field(default_factory=list)
    group: str = ""
    label: str = ""
    labelled: TableCell | None = None
    tall: TableCell | None = None

    def lone(self) -> TableCell | None:
        """Its first cell, if nothing stands in any other."""
        filled = [cell for cell in self.cells if cell.texts]
        return self.cells[0] if filled == self.cells[:1] and filled else None

    def is_heading(self) -> bool:
        """Whether it is marked as a row of headings."""
        return self.head or all(cell.heading for cell in self.cells)

    def length(self) -> int:
        """Characters in it."""
        return sum(len(text) for cell in self.cells for text in cell.texts)


class PageTable:
    """A table: filled by the walk, judged when it ends."""

    def __init__(self) -> None:
        self.layout = False
        self.nested = False
        self.cell: TableCell | None = None
        self.pictured: list[int] = []
        """Numbers of the blocks that say what pictures in its cells say."""
        self._rows: list[_GridRow] = []
        self._taken = [0] * _WIDEST
        self._headings: dict[int, str] = {}
        self._head_rows = 0
        self._width = 0

    def start_row(self, *, head: bool) -> None:
        """A row begins, in the table's head or not."""
        self._rows.append(_GridRow(head))

    def start_cell(self, said: Attributes, *, heading: bool, first: int) -> TableCell:
        """A cell begins."""
        if not self._rows:
            self.start_row(head=False)
        number, cells = len(self._rows) - 1, self._rows[-1].cells
        column = min(cells[-1].column + cells[-1].width, _WIDEST - 1) if cells else 0
        # Columns that a cell with `rowspan` above still occupies are not free in this row.
        while column < _WIDEST - 1 and self._taken[column] > number:
            column += 1
        width = min(_span(said.get("colspan"), _WIDEST), _WIDEST - column)
        height = _span(said.get("rowspan"), _TALLEST)
        if height > 1:
            self._taken[column : column + width] = [number + height] * width
        self.cell = TableCell(self, number, column, width, height, heading, first)
        cells.append(self.cell)
        return self.cell

    def close(self) -> None:
        """Judge the table and find its headings, now that all of it is known."""
        rows = [row for row in self._rows if row.cells]
        self._width = max((row.cells[-1].column + row.cells[-1].width for row in rows), default=0)
        self._head_rows = self._count_head_rows(rows)
        self.layout = self._is_layout(rows)
        if self.layout:
            return
        for row in rows[: self._head_rows]:
            for cell in row.cells:
                # A heading over the whole width ("Cookies we use") heads the table, not a column.
                if cell.texts and cell.width < self._width:
                    for column in range(cell.column, cell.column + cell.width):
                        self._headings[column] = cell.text
        self._label(rows[self._head_rows :])

    @property
    def headed(self) -> bool:
        """Whether its columns have headings: a table of data, whatever stands in it."""
        return not self.layout and self._head_rows > 0

    def place(self, cell: TableCell, number: int) -> Cell:
        """Where the clauses of this cell stand, in the table with this number."""
        row = self._rows[cell.row]
        alone = cell is row.tall
        heading = self._headings.get(cell.column, "") if cell.row >= self._head_rows else ""
        return Cell(
            number,
            cell.row,
            cell.column,
            "" if alone or cell is row.labelled else row.label,
            "" if alone else row.group,
            heading,
        )

    def _is_layout(self, rows: list[_GridRow]) -> bool:
        widest = max((sum(1 for cell in row.cells if cell.texts) for row in rows), default=0)
        # A table inside a table, or with one column of text, is how pages were laid out before style sheets.
        if self.nested or self._width < 2 or widest < 2:
            return True
        if self._head_rows:
            return False
        firsts = sum(len(row.cells[0].text) for row in rows)
        return (
            len(rows) < 2
            or firsts > _PAGE * len(rows)
            or any(cell.sections for row in rows for cell in row.cells)
        )

    def _count_head_rows(self, rows: list[_GridRow]) -> int:
        columns = 0
        for count, row in enumerate(rows[:-1], 1):
            if not row.is_heading():
                break
            if len(row.cells) > 1:
                columns = count
        if columns or len(rows) < 2:
            return columns
        first = rows[0].cells
        if len(first) < 2 or any(len(cell.texts) != 1 or len(cell.text) > _HEADING for cell in first):
            return 0
        # Markdown and many editors cannot mark headings: an all-bold first row is one.
        if all(cell.bold for cell in first):
            return 1
        # Else three or more short labels without punctuation over longer rows: "Data | Purpose | Basis".
        short = len(first) > 2 and len(rows) > 2 and all(cell.text[-1] not in ".,;:" for cell in first)
        return 1 if short and all(row.length() > rows[0].length() for row in rows[1:]) else 0

    def _label(self, rows: list[_GridRow]) -> None:
        """Group and label of each row below the headings."""
        group = ""
        tall: TableCell | None = None
        blank_means_group = _full_but_for_groups(rows)
        for place, row in enumerate(rows, 1):
            cells = row.cells
            lone = row.lone()
            if tall is not None and cells[0].row >= tall.row + tall.height:
                tall = None
            titled = blank_means_group and place < len(rows)
            if lone is not None and tall is None and self._is_group(row, lone, titled=titled):
                group = lone.text
                continue
            # A first cell over several rows names them all: "Contact data" beside "Name", "E-mail" and
            # "Telephone".
            if tall is None and cells[0].column == 0 and cells[0].height > 1 and len(cells) > 1:
                tall = cells[0]
            row.tall = tall if tall in cells else None
            row.labelled = next((cell for cell in cells if cell is not tall), None)
            row.group = tall.label if tall is not None else group
            row.label = row.labelled.label if row.labelled is not None else ""

    def _is_group(self, row: _GridRow, lone: TableCell, *, titled: bool) -> bool:
        """Whether a cell without neighbours stands over all columns, or is set like a heading."""
        spans = titled or len(row.cells) == 1 or lone.width >= self._width
        return (spans or lone.heading or lone.bold) and len(lone.text) <= _GROUP


def _full_but_for_groups(rows: list[_GridRow]) -> bool:
    """Whether rows are either full or hold nothing but their first cell.

    In Markdown a cell cannot span columns: such a row heads the ones below it. In a table with gaps
    elsewhere too, it is a row with nothing to say.
    """
    alone = sum(1 for row in rows if row.lone() is not None)
    full = sum(1 for row in rows if len(row.cells) > 1 and all(cell.texts for cell in row.cells))
    return 0 < alone <= full and 4 * full >= 3 * (len(rows) - alone)


def _span(text: str | None, most: int) -> int:
    """The number of rows or columns that an attribute names, at least 1 and at most what is bearable."""
    if text is None:
        return 1
    text = text.strip()
    if not text.isascii() or not text.isdecimal():
        return 1
    return min(max(int(text[:6]), 1), most)
