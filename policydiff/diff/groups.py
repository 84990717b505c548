"""Which clauses of both sides belong together. The most certain groups come first and limit the later ones.

In: both sides. Out: groups of clauses, and the least number of words that any list of edits must mark.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from policydiff.diff.align import same_pairs
from policydiff.diff.aligned_rows import row_groups, units
from policydiff.diff.moves import edited_moves, out_of_order
from policydiff.diff.regroup import LOOSE, Group, recut, regroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.diff.sides import NumberedSides

_SHORT = 3
"""Clauses with so few words may be on both sides by chance."""


class Grouped(NamedTuple):
    """Which clauses belong together, and the number of words that any list of edits must mark."""

    groups: list[Group]
    without_twin: tuple[list[int], list[int]]
    """The clauses of both sides without an equal clause on the other side."""
    kept: int
    """How many of their words could be left unmarked at best."""

    def least(self, sides: NumberedSides) -> int:
        """How many words are marked at least, moves apart."""
        return (
            sum(len(sides.words(side, k)) for side in (0, 1) for k in self.without_twin[side]) - 2 * self.kept
        )


def group_clauses(sides: NumberedSides) -> Grouped:
    """Groups of clauses of both sides."""
    found = recut(sides)
    if found is not None:
        return Grouped(_with_wordless(sides, found), ([], []), 0)
    groups = _same_clauses(sides)
    left = without_twin = unpaired(sides, groups)
    kept = 0
    for firsts, seconds in _gaps(sides, groups, left):
        regrouped = regroup(sides, firsts, seconds)
        groups += regrouped.groups
        kept += regrouped.kept
    left = unpaired(sides, groups)
    moves = edited_moves(sides, *left)
    if moves:
        groups += moves
        left = unpaired(sides, groups)
    for firsts, seconds in _gaps(sides, groups, left):
        groups += regroup(sides, firsts, seconds, LOOSE).groups
    groups = _with_torn_lines(sides, _without_chance(sides, groups))
    return Grouped(_with_wordless(sides, groups), without_twin, kept)


def _without_chance(sides: NumberedSides, groups: list[Group]) -> list[Group]:
    """Groups without short clauses that seem to have moved from what is gone to what is new.

    "Highlights" in a section that was removed is not the "Highlights" of another one that was added.
    """
    moved = out_of_order(sides, groups)
    if not moved:
        return groups
    left_a, left_b = map(set, unpaired(sides, groups))
    ends = len(sides.keys[0]), len(sides.keys[1])

    def by_chance(group: Group) -> bool:
        (i, *more_a), (j, *more_b) = group
        short = not (more_a or more_b) and len(sides.words(0, i)) <= _SHORT
        around_a = {k for k in (i - 1, i + 1) if 0 <= k < ends[0]}
        around_b = {k for k in (j - 1, j + 1) if 0 <= k < ends[1]}
        return bool(short and around_a and around_b and around_a <= left_a and around_b <= left_b)

    return [group for group in groups if group not in moved or not by_chance(group)]


def _with_wordless(sides: NumberedSides, groups: list[Group]) -> list[Group]:
    """Clauses without a word ("—") that are left over join a neighbour: no word came or went with them."""
    for side, places in enumerate(unpaired(sides, groups)):
        wordless = [place for place in places if not sides.words(side, place)]
        where = (
            {place: index for index, group in enumerate(groups) for place in group[side]} if wordless else {}
        )
        for near, order in ((-1, wordless), (1, wordless[::-1])):
            for place in order:
                if place not in where and place + near in where:
                    where[place] = index = where[place + near]
                    group = groups[index]
                    longer = tuple(sorted((*group[side], place)))
                    groups[index] = (longer, group[1]) if side == 0 else (group[0], longer)
    return groups


def _with_torn_lines(sides: NumberedSides, groups: list[Group]) -> list[Group]:
    """Lines that are left over join the paragraph which goes on with their letters on the other side.

    A recorder that breaks a paragraph at the ends of its lines and, the next time, joins the lines without a
    blank ("comes to ourpossession") leaves lines that share no word with it.
    """
    for side, places in enumerate(unpaired(sides, groups)):
        ends = {group[side][-1]: index for index, group in enumerate(groups)} if places else {}
        for place in places:
            index = ends.get(place - 1)
            if index is None:
                continue
            group = groups[index]
            longer = (*group[side], place)
            if sides.letters(1 - side, group[1 - side]).startswith(sides.letters(side, longer)):
                groups[index] = (longer, group[1]) if side == 0 else (group[0], longer)
                ends[place] = index
    return groups


def _same_clauses(sides: NumberedSides) -> list[Group]:
    """Clauses that are the same on both sides, and the groups inside rows of tables that are one row."""
    a, b = units(sides)
    pairs = same_pairs(
        [unit.number for unit in a],
        [unit.number for unit in b],
        lambda k: sum(sides.weight(0, place) for place in a[k].places),
    )
    groups: list[Group] = []
    for i, j in pairs:
        if len(a[i].places) == len(b[j].places) == 1:
            groups.append((a[i].places, b[j].places))
        else:
            groups += row_groups(sides, a[i].places, b[j].places)
    if len(pairs) == len(a) == len(b) == len(groups):
        return groups
    # Clauses of rows without a twin, and what is left in rows that have one, may stand elsewhere.
    left_a, left_b = unpaired(sides, groups)
    keys = [sides.keys[0][k] for k in left_a], [sides.keys[1][k] for k in left_b]
    more = same_pairs(*keys, lambda k: sides.weight(0, left_a[k]))
    return groups + [((left_a[i],), (left_b[j],)) for i, j in more]


def _gaps(
    sides: NumberedSides, groups: Sequence[Group], left: tuple[list[int], list[int]]
) -> list[tuple[list[int], list[int]]]:
    """The clauses in no group, by the gaps between groups that are in order; where both sides have some."""
    left_a, left_b = left
    if not (left_a and left_b):
        return []
    frame = sorted(set(groups).difference(out_of_order(sides, groups)))
    found, a, b = [], 0, 0
    for first, second in [*frame, ((len(sides.keys[0]),), (len(sides.keys[1]),))]:
        a_end, b_end = bisect_left(left_a, first[0]), bisect_left(left_b, second[0])
        if a < a_end and b < b_end:
            found.append((left_a[a:a_end], left_b[b:b_end]))
        a, b = a_end, b_end
    return found


def unpaired(sides: NumberedSides, groups: Sequence[Group]) -> tuple[list[int], list[int]]:
    """The clauses of both sides that are in no group."""
    taken_a = {i for first, _ in groups for i in first}
    taken_b = {j for _, second in groups for j in second}
    return (
        [i for i in range(len(sides.keys[0])) if i not in taken_a],
        [j for j in range(len(sides.keys[1])) if j not in taken_b],
    )
