"""All changes in the order in which they are read.

In: the changes of clauses that are on both sides. Out: these with the added and removed clauses, in the order
of the new document; a removed clause comes after the clause that it followed in the old one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policydiff.models import Change

if TYPE_CHECKING:
    from collections.abc import Sequence


def in_reading_order(changes: Sequence[Change], olds: int, news: int) -> tuple[Change, ...]:
    """The changes in reading order; every clause that is in none of them is removed or added."""
    followers = _removed_by_place(changes, olds)
    taken = bytearray(news)
    starts: list[Change | None] = [None] * news
    for there in changes:
        starts[there.new[0]] = there
        for j in there.new:
            taken[j] = True
    ordered = followers.pop(-1, [])
    for j, found in enumerate(starts):
        change = found or (None if taken[j] else Change("added", (), (j,)))
        if change is not None:
            ordered.append(change)
            if followers:
                ordered += [removed for i in change.old for removed in followers.pop(i, ())]
    return tuple(ordered)


def _removed_by_place(changes: Sequence[Change], olds: int) -> dict[int, list[Change]]:
    """The removed clauses by the place of the last clause before them that is still there, or -1."""
    kept = bytearray(olds)
    for change in changes:
        for i in change.old:
            kept[i] = True
    followers: dict[int, list[Change]] = defaultdict(list)
    last = -1
    for i, there in enumerate(kept):
        if there:
            last = i
        else:
            followers[last].append(Change("removed", (i,), ()))
    return followers
