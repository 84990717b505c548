"""Points of a lede of sections, entries and rows that came or went whole: a passage -> a point.

Each is told by its name, and a table by the names of its rows: cells alone say nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report import wording
from policydiff.report.characters import clipped, visible
from policydiff.report.lede_passages import row_of
from policydiff.report.lede_places import other_document
from policydiff.report.lede_point import HEADED, HEADING, UNDER, LedePoint, LedeQuote
from policydiff.report.numbered_changes import below, section
from policydiff.report.text_headings import heading_name, headings_over

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policydiff.models import Comparison
    from policydiff.report.lede_passages import Passage, PassageKind
    from policydiff.report.passage_extracts import Extract, PassageExtracts

_LABELS: Mapping[PassageKind, tuple[str, str]] = {
    "section": ("Section gone", "New section"),
    "entry": ("Entry gone", "New entry"),
    "row": ("Row gone", "New row"),
}
"""What is said of words that went, and that came."""
_ROW_OF_TABLE = "Row of a table that is gone", "Row of a new table"
"""What is said of a row that went, or came, with its whole table."""
_HEADED_IN_PART: Mapping[PassageKind, tuple[str, str]] = {
    "section": (
        "Section gone, though some of it is still said",
        "New section, though some of it was said before",
    ),
    "entry": ("Entry gone, though some of it is still said", "New entry, though some of it was said before"),
}
"""The same of a section or an entry, of which all that is quoted is said on the other side in part."""
_ROW = 45
"""Words of a row that is quoted cell by cell, at most."""
_ROW_NAME = 60
"""Characters of the name of a row before a cell of it."""
_ROWS = 3
"""Rows of a section that is a table, from which they are named and their cells not quoted, at least."""
_OF_ROW = "row"
"""What is said before the name of a row that is quoted by itself."""
_ROW_LABEL = 12
"""Words of a cell that names the row."""


class SectionPoints:
    """Makes the points of one comparison that are of whole sections, entries and rows."""

    def __init__(self, comparison: Comparison, title: str, extracts: PassageExtracts) -> None:
        """Takes a comparison.

        Args:
            comparison: what `compare` returned.
            title: the title of the document, which is no heading worth telling.
            extracts: what is quoted of passages.
        """
        self._comparison = comparison
        self._title = title
        self._extracts = extracts
        self._sides = comparison.old, comparison.new

    def headed(self, number: int, passage: Passage) -> LedePoint:
        """A section, or an entry with the heading of its list, that came or went whole."""
        shown, is_said = self._extracts.unsaid(passage)
        named = [heading_name(passage.head)]
        if passage.kind == "entry":
            named = [*self._above(passage)[-1:], *named]
        where = " › ".join(clipped(visible(one), HEADING).rstrip(":\xa0 ") for one in named)
        size = "" if shown.is_whole else _size(passage)
        quotes = self._of_rows(shown, passage)
        is_named = sum(quote.which == _OF_ROW for quote in quotes) > 1  # by rows of which nothing is quoted
        rows = self._of_table(passage) if is_named else ()
        if rows:
            quotes, size = rows, ""
        label = (_HEADED_IN_PART if is_said else _LABELS)[passage.kind][bool(passage.new)]
        return LedePoint(label, where, quotes, number, stands=HEADED, size=size, came=bool(passage.new))

    def row(self, number: int, passage: Passage) -> LedePoint:
        """A row of a table that came or went whole: a short one cell by cell, a long one below its label."""
        came = bool(passage.new)
        named = self._above(passage)[-1:]
        named = [*other_document(self._sides[came], passage.said[0].clause, (self._title, *named)), *named]
        label = (_ROW_OF_TABLE if self._is_of_whole_table(passage) else _LABELS["row"])[came]
        first = passage.said[0].text
        is_labelled = passage.size > _ROW and len(first.split()) <= _ROW_LABEL
        if is_labelled:
            named.append(first)
            passage = passage._replace(old=passage.old[1:], new=passage.new[1:])
        where = " › ".join(clipped(visible(one), HEADING).rstrip(":\xa0 ") for one in named)
        stands = HEADED if is_labelled else UNDER
        if passage.size <= _ROW and not is_labelled:
            cells = " | ".join(visible(one.text) for one in passage.said)
            return LedePoint(label, where, (LedeQuote("", cells),), number, came=came)
        shown = self._extracts.of(passage)
        quotes = tuple(LedeQuote("", one) for one in shown.with_ends)
        return LedePoint(label, where, quotes, number, stands=stands, came=came)

    def _is_of_whole_table(self, passage: Passage) -> bool:
        """Whether all rows of the table came or went of which a passage is one of several."""
        is_new = bool(passage.new)
        clauses = self._sides[is_new].clauses
        cell = clauses[passage.said[0].clause].cell
        rows = {place: (one.cell.table, one.cell.row) for place, one in enumerate(clauses) if one.cell}
        own = {place: row for place, row in rows.items() if cell and row[0] == cell.table}
        changed = (one for one in self._comparison.diff.changes if one.kind in ("added", "removed"))
        gone = {place for one in changed for place in one.places[is_new]}
        return len({*own.values()}) > 1 and gone.issuperset(own)

    def _of_table(self, passage: Passage) -> tuple[LedeQuote, ...]:
        """Of a section that is a table how many rows it has, and the names of the two that weigh most;
        nothing of another section."""
        side = self._sides[bool(passage.new)]
        places = list(dict.fromkeys(one.clause for one in passage.said))
        cells = [(place, cell) for place in places if (cell := side.clauses[place].cell)]
        headings = {cell.column_heading for _, cell in cells}  # a row of headings is none that is counted
        cells = [(place, cell) for place, cell in cells if side.clauses[place].text not in headings]
        names: dict[int, str] = {}
        weights: dict[int, float] = {}
        for place, cell in cells:
            names.setdefault(cell.row, cell.row_label or side.clauses[place].text)
            worth = self._extracts.worth(place, new=bool(passage.new))
            weights[cell.row] = max(weights.get(cell.row, float("-inf")), worth)
        if len(names) < _ROWS or len({cell.table for _, cell in cells}) > 1 or 2 * len(cells) < len(places):
            return ()
        best = sorted(sorted(names, key=lambda row: -weights[row])[:2])
        said = [clipped(visible(names[row]), _ROW_NAME) for row in best]
        is_headed = any(headings)  # else nobody knows whether the first row is one
        which = f"{len(names):,} rows, among them" if is_headed else "a table, among its rows"
        return LedeQuote(which, said[0]), LedeQuote("", said[1])

    def _of_rows(self, shown: Extract, passage: Passage) -> tuple[LedeQuote, ...]:
        """The quotes of a section, cells of a table with the name of their row if it is not quoted before
        them: else they say nothing, or seem to be of the row before."""
        side = self._sides[bool(passage.new)]
        clauses = [side.clauses[place] for place in dict.fromkeys(one.clause for one in shown.shown)]
        rows = [row_of(clause) for clause in clauses]
        names = [
            f"of “{clipped(visible(cell.row_label), _ROW_NAME)}”:" if cell and cell.row_label else _OF_ROW
            for cell in (clause.cell for clause in clauses)
        ]
        return tuple(
            LedeQuote(name if row not in (None, before) else "", words)
            for row, before, name, words in zip(rows, (None, *rows), names, shown.quotes, strict=False)
        )

    def _above(self, passage: Passage) -> list[str]:
        """The headings above a passage, without labels of a table and without titles."""
        side = self._sides[bool(passage.new)]
        place = passage.places[0] if passage.places else passage.said[0].clause
        titles = (self._title, *(one.title for one in self._sides))
        path = below(self._comparison, section(side.clauses[place]))
        return headings_over(side, place, [one for one in path if one not in titles])


def _size(passage: Passage) -> str:
    """How long a passage is that came or went whole."""
    return wording.size(sum(len(one.text.split()) for one in passage.said))
