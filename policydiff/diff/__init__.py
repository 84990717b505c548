"""What changed in the words: Document, Document -> DocumentDiff.

Alignment comes first: clauses that are the same on both sides, then what lies between them, then what
moved. Word edits are looked for inside aligned clauses only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.diff import links, order
from policydiff.diff.align import gaps, same_pairs
from policydiff.diff.moves import edited_moves, out_of_order
from policydiff.diff.regroup import Group, regroup
from policydiff.diff.sequences import heaviest_order
from policydiff.diff.sides import Sides
from policydiff.diff.words import edit_words
from policydiff.models import Change, ChangeKind, DocumentDiff, Edit

if TYPE_CHECKING:
    from policydiff.models import Document


def compare_documents(old: Document, new: Document) -> DocumentDiff:
    """Align the clauses of two documents and tell what became of each."""
    # Of two equally good alignments the same one must be found whichever side is called old, so that
    # swapping the sides swaps the result and nothing else. Hence the sides are put in an order of their own.
    swapped = [c.text for c in new.clauses] < [c.text for c in old.clauses]
    sides = Sides(new.clauses, old.clauses) if swapped else Sides(old.clauses, new.clauses)
    groups = _groups(sides)
    moved = out_of_order(sides, groups)
    changes = []
    for group in groups:
        first, second = group[::-1] if swapped else group
        changes.append(_change(old, new, first, second, moved=group in moved))
    return DocumentDiff(order.in_reading_order(changes, len(old.clauses), len(new.clauses)))


def _groups(sides: Sides) -> list[Group]:
    """Clauses that belong together, on both sides."""
    a, b = sides.keys
    pairs = same_pairs(a, b, [sides.weight(0, i) for i in range(len(a))])
    weights = [sides.weight(0, i) for i, _ in pairs]
    frame = sorted(heaviest_order(pairs, weights))
    groups: list[Group] = [((i,), (j,)) for i, j in pairs]
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, j, i_end, j_end in gaps(frame, 0, 0, len(a), len(b)):
        firsts = [k for k in range(i, i_end) if k not in taken_a]
        seconds = [k for k in range(j, j_end) if k not in taken_b]
        if firsts and seconds:
            groups += regroup(sides, firsts, seconds)
    taken_a = {i for first, _ in groups for i in first}
    taken_b = {j for _, second in groups for j in second}
    left_a = [i for i in range(len(a)) if i not in taken_a]
    left_b = [j for j in range(len(b)) if j not in taken_b]
    groups += [((i,), (j,)) for i, j in edited_moves(sides, left_a, left_b)]
    return groups


def _change(old: Document, new: Document, first: tuple[int, ...], second: tuple[int, ...], *, moved: bool) -> Change:
    """What became of some clauses that belong together."""
    olds, news = [old.clauses[i] for i in first], [new.clauses[j] for j in second]
    edits: tuple[Edit, ...] = ()
    texts = [clause.text for clause in olds], [clause.text for clause in news]
    if texts[0] != texts[1]:
        edits = edit_words(*texts, language=new.language)
    kind = _kind(olds=len(olds), news=len(news), rewords=any(edit.operation != "equal" for edit in edits), moved=moved)
    if kind in ("unchanged", "moved"):
        edits = ()
    return Change(kind, first, second, edits, links.changed_links(olds, news))


def _kind(*, olds: int, news: int, rewords: bool, moved: bool) -> ChangeKind:
    if olds > 1 or news > 1:
        return "split" if news > olds else "merged"
    if rewords:
        return "moved-reworded" if moved else "reworded"
    return "moved" if moved else "unchanged"
