"""The policy in reading order with its changes in place and its unchanged parts folded.

In: a comparison and its entries. Out: blocks, in the order in which a page shows them:

    OpenClause      one unchanged clause: a heading above a change, or a line of context beside it
    FoldedClauses   unchanged clauses that a reader can open
    NumberedChange  a change, at its place on the new side
    OldPlace        the place on the old side that a moved entry left

A heading above a change is never folded: a reader who jumps to a change sees in which section it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.report.numbered_changes import NumberedChange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Change, ChangePlaces, Clause, Comparison

CONTEXT = 320
"""Characters of context that a reader takes in: a longer neighbour is no "line or two" and stays folded."""


@dataclass(frozen=True, slots=True)
class OpenClause:
    """One unchanged clause that stays visible."""

    clause: Clause


@dataclass(frozen=True, slots=True)
class FoldedClauses:
    """Unchanged clauses, folded."""

    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class OldPlace:
    """Where a moved entry stood on the old side."""

    entry: NumberedChange


TextBlock = OpenClause | FoldedClauses | NumberedChange | OldPlace


def blocks(comparison: Comparison, found: Sequence[NumberedChange]) -> tuple[TextBlock, ...]:
    """The whole new side, and where the old one differs, as blocks in reading order."""
    flow = ReadingOrder(comparison, found)
    return (*flow.first_left(), *flow.run(range(len(flow.changes))))


class ReadingOrder:
    """The changes of a comparison in reading order, and what is to be shown of them."""

    def __init__(self, comparison: Comparison, found: Sequence[NumberedChange]) -> None:
        self.changes: tuple[Change, ...] = comparison.diff.changes
        self._comparison = comparison
        self._owner = {change.places: entry for entry in found for change in entry.changes}
        self._left = _left_places(self.changes, found)
        self._visible = _visible(comparison, self._owner, self._left)

    def entry(self, place: int) -> NumberedChange | None:
        """The entry that a change belongs to."""
        return self._owner.get(self.changes[place].places)

    def changed(self, place: int) -> bool:
        """Whether something is reported at this place: a change, or where something moved to."""
        return self.entry(place) is not None or place in self._left

    def units(self) -> Iterator[list[int]]:
        """Places of what is one thing: the changes of an entry together, others alone."""
        unit: list[int] = []
        for place in range(len(self.changes)):
            entry = self.entry(place)
            if unit and (entry is None or entry is not self.entry(unit[-1])):
                yield unit
                unit = []
            unit.append(place)
        if unit:
            yield unit

    def first_left(self) -> list[OldPlace]:
        """The entries that moved away from before the first clause."""
        return self.left_at([-1])

    def left_at(self, places: Iterable[int]) -> list[OldPlace]:
        """The entries that moved away from the position after these places."""
        return [OldPlace(entry) for place in places for entry in self._left.get(place, ())]

    def run(self, places: Iterable[int]) -> list[TextBlock]:
        """Some neighbouring places as blocks."""
        done: list[TextBlock] = []
        hidden: list[Clause] = []

        def fold() -> None:
            if hidden:
                done.append(_folded(hidden))
                hidden.clear()

        for place in places:
            change, entry = self.changes[place], self.entry(place)
            if entry is not None:
                fold()
                if change is entry.changes[0]:
                    done.append(entry)
            elif place in self._visible:
                fold()
                done.append(OpenClause(_clause(self._comparison, change)))
            else:
                hidden.append(_clause(self._comparison, change))
            if place in self._left:
                fold()
                done += self.left_at([place])
        fold()
        return done


def _clause(comparison: Comparison, unchanged: Change) -> Clause:
    return comparison.new.clauses[unchanged.new[0]]


def _folded(hidden: list[Clause]) -> TextBlock:
    """A fold; but one short line costs a reader less to read than to open."""
    if len(hidden) == 1 and len(hidden[0].text) <= CONTEXT // 2:
        return OpenClause(hidden[0])
    return FoldedClauses(tuple(hidden))


def _left_places(
    changes: Sequence[Change], found: Sequence[NumberedChange]
) -> dict[int, list[NumberedChange]]:
    """Behind which change (-1: before the first) a reader finds the place that a moved entry left.

    A moved clause left the place behind the old clause before it; where that one moved too, after
    the place that one left.
    """
    where: dict[int, int] = {}
    first = {entry.changes[0].old[0]: entry for entry in found if entry.kind in ("moved", "moved-reworded")}
    moved: set[int] = set()
    for place, change in enumerate(changes):
        where.update(dict.fromkeys(change.old, place))
        if change.kind in ("moved", "moved-reworded"):
            moved.update(change.old)
    left: dict[int, list[NumberedChange]] = {}
    behind = -1
    for old in sorted(where):
        if old not in moved:
            behind = where[old]
        elif old in first:
            left.setdefault(behind, []).append(first[old])
    return left


def _visible(
    comparison: Comparison,
    owner: Mapping[ChangePlaces, NumberedChange],
    left: Mapping[int, Sequence[NumberedChange]],
) -> set[int]:
    """Places of unchanged changes that stay open: headings above an entry, neighbours of one."""
    changes = comparison.diff.changes
    open_: set[int] = set()
    above: list[tuple[int, int]] = []  # (number of headings above, place) of the headings in force
    for place, change in enumerate(changes):
        entry = owner.get(change.places)
        for new in change.new:
            clause = comparison.new.clauses[new]
            if clause.kind == "heading":
                above = [outer for outer in above if outer[0] < len(clause.path)]
                above.append((len(clause.path), place))
        if entry is not None or place in left:
            open_.update(heading for _, heading in above)
        if entry is not None:
            open_.update(_neighbours(comparison, owner, place))
    return open_


def _neighbours(
    comparison: Comparison, owner: Mapping[ChangePlaces, NumberedChange], place: int
) -> Iterator[int]:
    changes = comparison.diff.changes
    for beside in (place - 1, place + 1):
        if 0 <= beside < len(changes) and changes[beside].places not in owner:
            clause, change = _clause(comparison, changes[beside]), changes[place]
            of = (
                comparison.new.clauses[change.new[0]] if change.new else comparison.old.clauses[change.old[0]]
            )
            if len(clause.text) <= CONTEXT and _cell(clause) == _cell(of):
                yield beside


def _cell(clause: Clause) -> tuple[int, int, int] | None:
    return (clause.cell.table, clause.cell.row, clause.cell.column) if clause.cell else None
