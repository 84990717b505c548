"""Rows of tables: first rows are aligned with rows, then the clauses inside them cell by cell.

In: both sides. Out: which rows correspond, and the groups of clauses inside such rows. A cell means nothing
without its row: "Yes" in one row is not the "Yes" of another."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from policydiff.diff.align import same_pairs
from policydiff.diff.regroup import FIRM, LOOSE, Group, regroup

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from policydiff.diff.sides import NumberedSides


class AlignedUnit(NamedTuple):
    """A clause, or a whole row of a table that is aligned as one."""

    number: int
    """Units with the same number are the same."""
    places: tuple[int, ...]


def units(sides: NumberedSides) -> tuple[list[AlignedUnit], list[AlignedUnit]]:
    """Both sides as units: a row with a counterpart on the other side is one unit, everything else is a unit
    for each clause. Two rows are counterparts if they have the same words in the same columns, or a label
    that no other row has.
    """
    rows = _rows(sides, 0), _rows(sides, 1)
    contents = [{row: _content(sides, side, row) for row in rows[side]} for side in (0, 1)]
    numbers: dict[Hashable, int] = {}
    twins: tuple[dict[int, AlignedUnit], dict[int, AlignedUnit]] = ({}, {})
    shared = set(contents[0].values()) & set(contents[1].values())
    for side in (0, 1):
        for row, content in contents[side].items():
            if content in shared:
                twins[side][row[0]] = AlignedUnit(-1 - numbers.setdefault(content, len(numbers)), row)
    labels = [
        _unique_labels(sides, side, [r for r in rows[side] if r[0] not in twins[side]]) for side in (0, 1)
    ]
    for label in labels[0].keys() & labels[1].keys():
        for side in (0, 1):
            row = labels[side][label]
            twins[side][row[0]] = AlignedUnit(-1 - numbers.setdefault(("label", label), len(numbers)), row)
    return _units(sides, 0, twins[0]), _units(sides, 1, twins[1])


def _units(sides: NumberedSides, side: int, twins: dict[int, AlignedUnit]) -> list[AlignedUnit]:
    found: list[AlignedUnit] = []
    place, keys = 0, sides.keys[side]
    while place < len(keys):
        found.append(twins.get(place) or AlignedUnit(keys[place], (place,)))
        place = found[-1].places[-1] + 1
    return found


def _rows(sides: NumberedSides, side: int) -> list[tuple[int, ...]]:
    """The places of every row with more than one cell."""
    rows = []
    clauses = sides.clauses[side]
    for row, places in groupby(
        range(len(clauses)), lambda k: (cell.table, cell.row) if (cell := clauses[k].cell) else None
    ):
        listed = tuple(places)
        if row and sides.column(side, listed[0]) != sides.column(side, listed[-1]):
            rows.append(listed)
    return rows


def _content(sides: NumberedSides, side: int, row: Sequence[int]) -> Hashable:
    first = sides.column(side, row[0])
    return tuple((sides.column(side, k) - first, sides.keys[side][k]) for k in row)


def _unique_labels(
    sides: NumberedSides, side: int, rows: Sequence[tuple[int, ...]]
) -> dict[Hashable, tuple[int, ...]]:
    """Rows by the words of their first cell, if no other row begins with them."""
    labelled = [(_label(sides, side, row), row) for row in rows]
    often = Counter(label for label, _ in labelled)
    return {label: row for label, row in labelled if often[label] == 1}


def _label(sides: NumberedSides, side: int, row: Sequence[int]) -> Hashable:
    first = sides.column(side, row[0])
    return tuple(sides.keys[side][k] for k in row if sides.column(side, k) == first)


def row_groups(sides: NumberedSides, first: Sequence[int], second: Sequence[int]) -> list[Group]:
    """The groups of clauses inside two corresponding rows."""
    if _content(sides, 0, first) == _content(sides, 1, second):
        return [((i,), (j,)) for i, j in zip(first, second, strict=True)]
    groups: list[Group] = []
    for a, b in _cells(sides, first, second):
        groups += _cell_groups(sides, a, b)
    return groups


def _cells(
    sides: NumberedSides, first: Sequence[int], second: Sequence[int]
) -> Iterator[tuple[list[int], list[int]]]:
    """The cells of two rows that belong together: under the same heading, else with the same content."""
    a, b = _by_column(sides, 0, first), _by_column(sides, 1, second)
    headings = [
        Counter(sides.heading(side, cell[0]) for cell in cells.values()) for side, cells in enumerate((a, b))
    ]
    under = {sides.heading(1, cell[0]): column for column, cell in b.items()}
    for column, cell in list(a.items()):
        heading = sides.heading(0, cell[0])
        if heading and headings[0][heading] == 1 == headings[1][heading]:
            yield a.pop(column), b.pop(under[heading])
    yield from _left_over_cells(sides, a, b)


def _left_over_cells(
    sides: NumberedSides, a: dict[int, list[int]], b: dict[int, list[int]]
) -> Iterator[tuple[list[int], list[int]]]:
    """Cells without a heading of their own: of the same content, else one by one if there are as many."""
    contents = {_content(sides, 1, cell): column for column, cell in sorted(b.items(), reverse=True)}
    for column, cell in sorted(a.items()):
        other = contents.get(_content(sides, 0, cell), -1)
        if other in b:
            yield a.pop(column), b.pop(other)
    if len(a) == len(b):
        yield from zip((a[column] for column in sorted(a)), (b[column] for column in sorted(b)), strict=True)


def _by_column(sides: NumberedSides, side: int, row: Sequence[int]) -> dict[int, list[int]]:
    cells: dict[int, list[int]] = defaultdict(list)
    for k in row:
        cells[sides.column(side, k)].append(k)
    return cells


def _cell_groups(sides: NumberedSides, a: Sequence[int], b: Sequence[int]) -> list[Group]:
    keys = [sides.keys[0][i] for i in a], [sides.keys[1][j] for j in b]
    pairs = same_pairs(*keys, lambda k: sides.weight(0, a[k]))
    groups: list[Group] = [((a[i],), (b[j],)) for i, j in pairs]
    for bar in (FIRM, LOOSE):
        left_a = [i for i in a if not any(i in first for first, _ in groups)]
        left_b = [j for j in b if not any(j in second for _, second in groups)]
        if left_a and left_b:
            groups += regroup(sides, left_a, left_b, bar).groups
    if len(a) == len(b) == 1 and not groups:
        groups.append(((a[0],), (b[0],)))  # "Yes" became "No"
    return groups
