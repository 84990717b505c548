"""Tables of the policy as rows: the columns beside one another, changed rows shown and the others folded.

In: blocks in reading order, or the clauses of a fold or an entry. Out: the same, with table cells arranged in
rows:

    ChangedTable   the headings of the columns, and the rows
    TableRow       one row: the content of each column; changes are in their cells, or the row is one change
    FoldedRows     unchanged rows that a reader can open
    CellChange     the part of an entry in one cell

A diff aligns cell by cell, so rows are assembled from consecutive clauses: a removed clause belongs to the
row of the cells that were in its old row. Nothing changes its place, and a table with one column of text is
no table.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.numbered_changes import NumberedChange
from policydiff.report.reading_order import CONTEXT, FoldedClauses, OldPlace, OpenClause, ReadingOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from policydiff.models import Cell, Change, Clause, Comparison
    from policydiff.report.marked_text import MarkedText

_SHORT = CONTEXT // 2  # an unchanged row that costs a reader less to read than to open


@dataclass(frozen=True, slots=True)
class CellChange:
    """The part of an entry in one cell."""

    entry: NumberedChange
    changes: tuple[Change, ...]

    @property
    def first(self) -> bool:
        """Whether this is where the entry begins."""
        return self.changes[0] is self.entry.changes[0]


@dataclass(frozen=True, slots=True)
class ChangedClause:
    """A clause of an entry, its edits marked."""

    clause: Clause
    paragraph: MarkedText
    removed: bool
    """Whether only the old side has it: a removed heading is not set as a heading."""
    which: str = ""
    """"Before" or "Now", where the two texts of a rewritten clause stand one after the other."""


CellContent = OpenClause | FoldedClauses | CellChange | OldPlace | ChangedClause


@dataclass(frozen=True, slots=True)
class RowCell:
    """The content of one column of a row; empty if the cell is."""

    heading: str
    blocks: tuple[CellContent, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row."""

    columns: tuple[RowCell, ...]
    """One for each column of the table, or a single one that spans them all."""
    group: str
    """The line above it that names its group of rows; "" if the group's heading is visible."""
    label: str
    """The label of the row, "" if its own cell is among the columns."""
    entry: NumberedChange | None
    """The change that the whole row is, if it is one."""
    gist: str
    """Its first words."""

    @property
    def first(self) -> bool:
        """Whether this is where the change begins, if the row is one."""
        parts = [block for column in self.columns for block in column.blocks if isinstance(block, CellChange)]
        return any(part.first for part in parts)


@dataclass(frozen=True, slots=True)
class FoldedRows:
    """Unchanged rows, folded."""

    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class ChangedTable:
    """A table, or the part of one that holds changes."""

    headings: tuple[str, ...]
    """One for each column, none where the table has no headings."""
    announced: bool
    """Whether the headings are also shown elsewhere in the text; if not, they are its own heading row, shown
    only here."""
    width: int
    """How many columns it has."""
    rows: tuple[TableRow | FoldedRows, ...]


LaidOut = OpenClause | FoldedClauses | NumberedChange | OldPlace | ChangedTable
"""What a page shows of the policy, one below the other."""


class _Frame(NamedTuple):
    """The data that the rows of a table share."""

    columns: Sequence[int]
    headings: Sequence[str]
    """One for each column, or none."""
    blocks: Callable[[Sequence[_Item]], Sequence[CellContent]]
    """The blocks shown for the content of one cell."""


class _Item(NamedTuple):
    """One change or clause in a cell."""

    clause: Clause
    row: tuple[int, int] | None
    """Table and row on the new side, or on the old one if there is no new one."""
    before: tuple[int, int] | None
    """Table and row on the old side, unless it moved."""
    place: int
    """Its number in reading order."""

    @property
    def cell(self) -> Cell:
        assert self.clause.cell is not None
        return self.clause.cell


def laid_out(comparison: Comparison, found: Sequence[NumberedChange]) -> tuple[LaidOut, ...]:
    """The whole new side, and the old one where it differs, with changed tables as tables.

    Args:
        comparison: what `compare` returned.
        found: its entries.
    """
    flow = ReadingOrder(comparison, found)
    done: list[LaidOut] = [*flow.first_left()]
    plain: list[int] = []
    for items in _segments(comparison, flow):
        if isinstance(items, int):
            plain.append(items)
        elif len(_columns(items)) < 2 or not any(flow.changed(item.place) for item in items):
            plain += (item.place for item in items)
        else:
            done += flow.run(plain)
            plain = []
            done.append(_changed_table(flow, items))
    return (*done, *flow.run(plain))


def in_rows(
    found: Iterable[OpenClause | ChangedClause],
) -> Iterator[OpenClause | ChangedClause | ChangedTable]:
    """Clauses of a fold or an entry, with those that stand in a table set in its rows."""
    for table, group in groupby(found, lambda one: one.clause.cell.table if one.clause.cell else None):
        blocks = list(group)
        items = [_Item(one.clause, _row(one.clause), None, n) for n, one in enumerate(blocks)]
        if table is None or len(_columns(items)) < 2:
            yield from blocks
        else:
            yield _table(items, blocks)


# --- what stands in one table --------------------------------------------------------------------


class _Segment:
    """Consecutive items in the same table (key of one part) or the same row (key of two parts)."""

    def __init__(self, parts: int) -> None:
        self.items: list[_Item] = []
        self._parts = parts
        self._rows: set[tuple[int, ...]] = set()
        self._befores: set[tuple[int, ...]] = set()

    def add(self, item: _Item) -> bool:
        """Add an item if it is in the same table or row as those before it; returns whether it is."""
        row, before = (where and where[: self._parts] for where in (item.row, item.before))
        if not self.items:
            joins = True
        elif row and self._rows:
            joins = row in self._rows
        else:
            joins = before in self._befores
        if joins:
            self.items.append(item)
            self._rows |= {row} if row else set()
            self._befores |= {before} if before else set()
        return joins


def _segments(comparison: Comparison, flow: ReadingOrder) -> Iterator[int | list[_Item]]:
    """Places outside tables one by one, those of one table together. An entry that begins or ends outside a
    table counts as outside.
    """
    segment = _Segment(1)
    for places in flow.units():
        inside = _of_one_table(_item(comparison, place) for place in places)
        if inside and segment.items and segment.add(inside[0]):
            for item in inside[1:]:
                segment.add(item)
            continue
        if segment.items:
            yield segment.items
        segment = _Segment(1)
        for item in inside:
            segment.add(item)
        if not inside:
            yield from places
    if segment.items:
        yield segment.items


def _of_one_table(found: Iterable[_Item | None]) -> list[_Item]:
    """The items, none unless all stand in one table."""
    group = _Segment(1)
    for item in found:
        if item is None or not group.add(item):
            return []
    return group.items


def _item(comparison: Comparison, place: int) -> _Item | None:
    """A change that stands in a table."""
    change = comparison.diff.changes[place]
    old = comparison.old.clauses[change.old[0]] if change.old else None
    new = comparison.new.clauses[change.new[0]] if change.new else None
    clause = new or old
    if clause is None or clause.cell is None:
        return None
    stayed = old is not None and change.kind not in ("moved", "moved-reworded")
    return _Item(clause, _row(new) if new else None, _row(old) if old and stayed else None, place)


def _row(clause: Clause) -> tuple[int, int] | None:
    return (clause.cell.table, clause.cell.row) if clause.cell else None


def _rows(items: Sequence[_Item]) -> list[list[_Item]]:
    rows: list[_Segment] = []
    for item in items:
        if rows and item.cell.column >= rows[-1].items[-1].cell.column and rows[-1].add(item):
            continue
        rows.append(_Segment(2))
        rows[-1].add(item)
    return [row.items for row in rows]


def _columns(items: Iterable[_Item]) -> list[int]:
    """The columns that hold something; layout leaves others empty."""
    return sorted({item.cell.column for item in items})


def _headings(items: Sequence[_Item], columns: Sequence[int]) -> tuple[str, ...]:
    said = {
        item.cell.column: item.cell.column_heading for item in reversed(items) if item.cell.column_heading
    }
    return tuple(said.get(column, "") for column in columns) if said else ()


def _table(items: Sequence[_Item], blocks: Sequence[CellContent]) -> ChangedTable:
    """A table of which every row is shown."""
    columns = _columns(items)
    headings = _headings(items, columns)
    rows = _rows(items)
    own = _is_head(rows[0], columns, headings)
    frame = _Frame(columns, headings, lambda part: [blocks[item.place] for item in part])
    shown = (_shown(row, frame) for row in (rows[1:] if own else rows))
    return ChangedTable(headings, bool(headings) and not own, len(columns), tuple(shown))


def _is_head(row: Sequence[_Item], columns: Sequence[int], headings: Sequence[str]) -> bool:
    """Whether a row is the one that the headings come from, word for word and with nothing else in it."""
    return bool(headings) and [(item.cell.column, item.clause.text) for item in row] == [
        pair for pair in zip(columns, headings, strict=True) if pair[1]
    ]


def _shown(
    row: Sequence[_Item], frame: _Frame, *, group: str = "", entry: NumberedChange | None = None
) -> TableRow:
    held = {column: list(part) for column, part in groupby(row, lambda item: item.cell.column)}
    named = dict(zip(frame.columns, frame.headings, strict=False))
    spans = [*held] if len(held) == 1 else frame.columns
    label = "" if any(not item.cell.row_label for item in row) else row[0].cell.row_label
    return TableRow(
        tuple(RowCell(named.get(column, ""), tuple(frame.blocks(held.get(column, [])))) for column in spans),
        group,
        label,
        entry,
        row[0].clause.text,
    )


# --- a table with changes ------------------------------------------------------------------------


def _changed_table(flow: ReadingOrder, items: Sequence[_Item]) -> ChangedTable:
    columns = _columns(items)
    headings = _headings(items, columns)
    rows = _rows(items)
    own = not any(flow.changed(item.place) for item in rows[0]) and _is_head(rows[0], columns, headings)
    frame = _Frame(columns, headings, lambda part: _blocks(flow, part))
    done: list[TableRow | FoldedRows] = []
    group = ""
    for changed, run in groupby(
        rows[1:] if own else rows, lambda row: any(flow.changed(item.place) for item in row)
    ):
        some = list(run)
        if not changed and (len(some) > 1 or sum(len(item.clause.text) for item in some[0]) > _SHORT):
            folded = (_shown(row, _Frame(columns, headings, _whole)) for row in some)
            done.append(FoldedRows(tuple(folded)))
            group = ""
            continue
        for row in some:
            here = row[0].cell.row_group
            said = "" if here == group else here
            group = here or row[0].clause.text  # the row that heads a group is the label of the rows below it
            done.append(_shown(row, frame, group=said, entry=_whole_row(flow, row)))
    return ChangedTable(headings, bool(headings) and not own, len(columns), tuple(done))


def _whole(part: Sequence[_Item]) -> list[CellContent]:
    return [OpenClause(item.clause) for item in part]


def _whole_row(flow: ReadingOrder, row: Sequence[_Item]) -> NumberedChange | None:
    """The entry that all of a row belongs to."""
    first = flow.entry(row[0].place)
    return first if all(flow.entry(item.place) is first for item in row) else None


def _blocks(flow: ReadingOrder, part: Sequence[_Item]) -> list[CellContent]:
    """What stands in a cell of a changed row; a cell that did not change shows what is short."""
    places = [item.place for item in part]
    if not any(flow.changed(place) for place in places) and sum(len(i.clause.text) for i in part) <= CONTEXT:
        return _whole(part)
    done: list[CellContent] = []
    for entry, group in groupby(places, flow.entry):
        some = list(group)
        if entry is None:
            done += (block for block in flow.run(some) if not isinstance(block, NumberedChange))
        else:
            done.append(CellChange(entry, tuple(flow.changes[place] for place in some)))
            done += flow.left_at(some)
    return done
