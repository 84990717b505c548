"""Which clauses of both sides belong together: the surest first, each within the frame of those before.

In: both sides. Out: groups of clauses, and the least number of words that any list of edits must mark.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from policydiff.diff.align import same_pairs
from policydiff.diff.moves import edited_moves, out_of_order
from policydiff.diff.regroup import LOOSE, Group, regroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.diff.sides import Sides


def group_clauses(sides: Sides) -> tuple[list[Group], int]:
    """Groups of clauses, and how many words are marked at least, moves apart."""
    a, b = sides.keys
    pairs = same_pairs(a, b, [sides.weight(0, i) for i in range(len(a))])
    groups: list[Group] = [((i,), (j,)) for i, j in pairs]
    least = sum(len(sides.words(side, k)) for side in (0, 1) for k in unpaired(sides, groups)[side])
    for firsts, seconds in _gaps(sides, groups):
        found = regroup(sides, firsts, seconds)
        groups += found.groups
        least -= 2 * found.kept
    groups += edited_moves(sides, *unpaired(sides, groups))
    for firsts, seconds in _gaps(sides, groups):
        groups += regroup(sides, firsts, seconds, LOOSE).groups
    return groups, least


def _gaps(sides: Sides, groups: Sequence[Group]) -> list[tuple[list[int], list[int]]]:
    """The clauses in no group, by the gaps between groups that are in order; where both sides have some."""
    frame = sorted(set(groups).difference(out_of_order(sides, groups)))
    left_a, left_b = unpaired(sides, groups)
    found, a, b = [], 0, 0
    for first, second in [*frame, ((len(sides.keys[0]),), (len(sides.keys[1]),))]:
        a_end, b_end = bisect_left(left_a, first[0]), bisect_left(left_b, second[0])
        if a < a_end and b < b_end:
            found.append((left_a[a:a_end], left_b[b:b_end]))
        a, b = a_end, b_end
    return found


def unpaired(sides: Sides, groups: Sequence[Group]) -> tuple[list[int], list[int]]:
    """The clauses of both sides that are in no group."""
    taken_a = {i for first, _ in groups for i in first}
    taken_b = {j for _, second in groups for j in second}
    return (
        [i for i in range(len(sides.keys[0])) if i not in taken_a],
        [j for j in range(len(sides.keys[1])) if j not in taken_b],
    )
