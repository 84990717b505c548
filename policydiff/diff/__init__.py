"""What changed in the words: Document, Document -> DocumentDiff.

Alignment comes first: clauses that are the same on both sides, then what lies between them, then what
moved. Word edits are looked for inside aligned clauses only.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from policydiff.diff import change_order, link_changes
from policydiff.diff.groups import Grouped, group_clauses, unpaired
from policydiff.diff.moves import out_of_order
from policydiff.diff.sides import NumberedSides
from policydiff.diff.stretches import same_stretches
from policydiff.models import Change, DocumentDiff, Edit, LinkChange
from policydiff.word_edits import WordDraft, draft, edits_between, settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.diff.regroup import Group
    from policydiff.models import Clause, Document

VERSION = "5"
"""Raised where the same two documents give another diff: kept results are known by it."""
MOST_MARKED = 1.08
"""How many times the least possible number of words may be marked if that makes the diff easier to read."""


def compare_documents(old: Document, new: Document) -> DocumentDiff:
    """Align the clauses of two documents and tell what became of each."""
    stretches = same_stretches(old.clauses, new.clauses)
    changes = [
        Change("unchanged", (run.old + k,), (run.new + k,)) for run in stretches for k in range(run.size)
    ]
    rest = _Rest.of(old, [(run.old, run.size) for run in stretches])
    other = _Rest.of(new, [(run.new, run.size) for run in stretches])
    languages = old.language, new.language
    changes += _changes(rest, other, languages)
    ordered = change_order.in_reading_order(changes, len(old.clauses), len(new.clauses))
    return DocumentDiff(tuple([_with_links(change, old, new, languages) for change in ordered]))


def _with_links(change: Change, old: Document, new: Document, languages: tuple[str, str]) -> Change:
    """An added or removed clause as a change, with its links."""
    if change.old and change.new:
        return change
    olds, news = [old.clauses[i] for i in change.old], [new.clauses[j] for j in change.new]
    found = link_changes.changed_links(olds, news, languages)
    return replace(change, links=found) if found else change


class _Rest(NamedTuple):
    """One side of a comparison without the stretches that are the same on both."""

    clauses: list[Clause]
    places: list[int]
    """The place in the document of each remaining clause."""
    frame: frozenset[int]
    """Numbers of those that stand beside a stretch."""

    @classmethod
    def of(cls, document: Document, stretches: Sequence[tuple[int, int]]) -> _Rest:
        """The clauses outside of stretches, given by first place and length."""
        places: list[int] = []
        frame: set[int] = set()
        at = 0
        for start, size in (*stretches, (len(document.clauses), 0)):
            places += range(at, start)
            if size:
                frame.update((len(places) - 1, len(places)))
            at = start + size
        return cls([document.clauses[place] for place in places], places, frozenset(frame))


def _changes(old: _Rest, new: _Rest, languages: tuple[str, str]) -> Iterator[Change]:
    """What became of the clauses outside of the stretches."""
    # Of two equally good alignments the same one must be found whichever side is called old, so that
    # swapping the sides swaps the result and nothing else. Hence the sides are put in an order of their own.
    swapped = _must_swap(old.clauses, new.clauses)
    one, other = (new, old) if swapped else (old, new)
    sides = NumberedSides(one.clauses, other.clauses, one.frame)
    grouped = group_clauses(sides)
    moved = out_of_order(sides, grouped.groups)
    edits = _edits(sides, grouped, swapped=swapped)
    for group in grouped.groups:
        first, second = group[::-1] if swapped else group
        olds, news = [old.clauses[i] for i in first], [new.clauses[j] for j in second]
        edited = edits.get(group)
        if edited is None and olds[0].links == news[0].links:
            found: tuple[LinkChange, ...] = ()
        else:
            found = link_changes.changed_links(olds, news, languages)
        places = tuple([old.places[i] for i in first]), tuple([new.places[j] for j in second])
        yield _change(*places, edited or (), found, moved=group in moved)


def _must_swap(old: Sequence[Clause], new: Sequence[Clause]) -> bool:
    """Whether the new side is aligned as the first: decided by the texts, or, if they are equal, by places in
    tables."""
    texts = [clause.text for clause in old], [clause.text for clause in new]
    if texts[0] != texts[1]:
        return texts[1] < texts[0]
    return [repr(clause.cell) for clause in new] < [repr(clause.cell) for clause in old]


def _edits(sides: NumberedSides, grouped: Grouped, *, swapped: bool) -> dict[Group, tuple[Edit, ...]]:
    """The word edits of the groups whose texts are not the same anyway."""
    drafts: dict[Group, WordDraft] = {}
    for group in grouped.groups:
        first, second = group
        if len(first) > 1 or len(second) > 1 or not sides.same(first[0], second[0]):
            drafts[group] = draft(*([sides.clauses[side][k].text for k in group[side]] for side in (0, 1)))
    kept = settled(list(drafts.values()), lambda: _allowance(sides, grouped, drafts.values()))
    return {
        group: edits_between(found, runs, turned=swapped)
        for (group, found), runs in zip(drafts.items(), kept, strict=True)
    }


def _allowance(sides: NumberedSides, grouped: Grouped, drafts: Iterable[WordDraft]) -> float:
    """How many words may be marked beyond the shortest edits."""
    apart = unpaired(sides, grouped.groups)
    marked = sum(len(sides.words(side, k)) for side in (0, 1) for k in apart[side])
    return MOST_MARKED * grouped.least(sides) - marked - sum(found.marked() for found in drafts)


def _change(
    old: tuple[int, ...],
    new: tuple[int, ...],
    edits: tuple[Edit, ...],
    found: tuple[LinkChange, ...],
    *,
    moved: bool,
) -> Change:
    """What became of some clauses that belong together."""
    rewords = bool(edits) and any(edit.operation != "equal" for edit in edits)
    if len(old) > 1 or len(new) > 1:
        return Change("split" if len(new) > len(old) else "merged", old, new, edits, found)
    if rewords:
        return Change("moved-reworded" if moved else "reworded", old, new, edits, found)
    return Change("moved" if moved else "unchanged", old, new, (), found)
