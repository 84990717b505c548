"""What changed in the words: Document, Document -> DocumentDiff.

Alignment comes first: clauses that are the same on both sides, then what lies between them, then what
moved. Word edits are looked for inside aligned clauses only.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from policydiff.diff import links, order
from policydiff.diff.align import same_pairs
from policydiff.diff.moves import edited_moves, out_of_order
from policydiff.diff.regroup import LOOSE, Group, regroup
from policydiff.diff.readable import settle
from policydiff.diff.sequences import Run
from policydiff.diff.sides import Sides
from policydiff.diff.words import draft, edits_between
from policydiff.models import Change, ChangeKind, DocumentDiff, Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Document


def compare_documents(old: Document, new: Document) -> DocumentDiff:
    """Align the clauses of two documents and tell what became of each."""
    # Of two equally good alignments the same one must be found whichever side is called old, so that
    # swapping the sides swaps the result and nothing else. Hence the sides are put in an order of their own.
    swapped = [c.text for c in new.clauses] < [c.text for c in old.clauses]
    sides = Sides(new.clauses, old.clauses) if swapped else Sides(old.clauses, new.clauses)
    groups = _groups(sides)
    moved = out_of_order(sides, groups)
    edits = _edits(sides, groups, swapped=swapped)
    changes = []
    for group in groups:
        first, second = group[::-1] if swapped else group
        changes.append(_change(old, new, first, second, edits.get(group, ()), moved=group in moved))
    return DocumentDiff(order.in_reading_order(changes, len(old.clauses), len(new.clauses)))


def _edits(sides: Sides, groups: Sequence[Group], *, swapped: bool) -> dict[Group, tuple[Edit, ...]]:
    """The word edits of the groups whose texts are not the same anyway."""
    drafts = {}
    for group in groups:
        first, second = ([sides.clauses[side][k].text for k in group[side]] for side in (0, 1))
        if first != second and (len(first) > 1 or len(second) > 1 or not sides.same(group[0][0], group[1][0])):
            drafts[group] = draft(first, second)
    apart = sum(sides.weight(side, k) for side in (0, 1) for k in unpaired(sides, groups)[side])
    settled = settle([found.ways for found in drafts.values()], apart)
    edits = {}
    for (group, found), runs in zip(drafts.items(), settled, strict=True):
        if swapped:
            edits[group] = edits_between(found.b, found.a, [Run(run.new, run.old, run.size) for run in runs])
        else:
            edits[group] = edits_between(found.a, found.b, runs)
    return edits


def _groups(sides: Sides) -> list[Group]:
    """Clauses that belong together, on both sides: the surest first, each within the frame of those before."""
    a, b = sides.keys
    pairs = same_pairs(a, b, [sides.weight(0, i) for i in range(len(a))])
    groups: list[Group] = [((i,), (j,)) for i, j in pairs]
    for firsts, seconds in _left_over(sides, groups):
        groups += regroup(sides, firsts, seconds)
    groups += edited_moves(sides, *unpaired(sides, groups))
    for firsts, seconds in _left_over(sides, groups):
        groups += regroup(sides, firsts, seconds, LOOSE)
    return groups


def _left_over(sides: Sides, groups: Sequence[Group]) -> list[tuple[list[int], list[int]]]:
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


def _change(
    old: Document, new: Document, first: tuple[int, ...], second: tuple[int, ...], edits: tuple[Edit, ...], *, moved: bool
) -> Change:
    """What became of some clauses that belong together."""
    olds, news = [old.clauses[i] for i in first], [new.clauses[j] for j in second]
    rewords = any(edit.operation != "equal" for edit in edits)
    kind = _kind(olds=len(olds), news=len(news), rewords=rewords, moved=moved)
    if kind in ("unchanged", "moved"):
        edits = ()
    return Change(kind, first, second, edits, links.changed_links(olds, news))


def _kind(*, olds: int, news: int, rewords: bool, moved: bool) -> ChangeKind:
    if olds > 1 or news > 1:
        return "split" if news > olds else "merged"
    if rewords:
        return "moved-reworded" if moved else "reworded"
    return "moved" if moved else "unchanged"
