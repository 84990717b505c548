"""Rows of tables that came or went whole: a cell of one says little without the others.

In: a comparison, a cell that came or went. Out: the words of its row, cell by cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report.characters import visible

if TYPE_CHECKING:
    from policydiff.models import Comparison, Quote

_FEW = 45
"""Words of a row that is quoted whole, at most."""
_TOKEN = 12
"""Words of a cell that asks for its row, at most."""


class NewRows:
    """Tells which rows came or went whole."""

    def __init__(self, comparison: Comparison) -> None:
        self._sides = comparison.old, comparison.new
        changes = comparison.diff.changes
        self._gone = {place for one in changes if one.kind == "removed" for place in one.old}
        self._came = {place for one in changes if one.kind == "added" for place in one.new}

    def words(self, quote: Quote, *, new: bool) -> str:
        """The row of a quote, "" if it is no short cell of a short row that came or went whole."""
        document, changed = (self._sides[1], self._came) if new else (self._sides[0], self._gone)
        cell = document.clauses[quote.clause].cell
        if cell is None or len(quote.text.split()) > _TOKEN:
            return ""
        row = (cell.table, cell.row)
        cells = [
            (place, clause.text)
            for place, clause in enumerate(document.clauses)
            if clause.cell is not None and (clause.cell.table, clause.cell.row) == row
        ]
        said = " | ".join(visible(text) for _, text in cells)
        is_whole = len(cells) > 1 and all(place in changed for place, _ in cells)
        return said if is_whole and len(said.split()) <= _FEW else ""
