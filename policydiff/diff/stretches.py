"""Stretches of clauses that are identical on both sides and need no alignment.

In: the clauses of both sides. Out: stretches of clauses, in order on both sides, that are unchanged whatever
became of the rest. Most versions of a policy differ in a few places, so the cost of alignment depends on what
changed, not on what stayed. The clauses next to a stretch are left to alignment as a frame for the rest.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.word_edits.sequences import EqualRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policydiff.models import Clause

_SHORTEST = 5
"""Clauses of the shortest stretch that is worth leaving out."""


def same_stretches(old: Sequence[Clause], new: Sequence[Clause]) -> list[EqualRun]:
    """Stretches of clauses that are unchanged, in order.

    Each lies between two clauses that each side has exactly once, so that they can be paired in one way only;
    or at the beginning or the end of both sides. If such clauses are not in order, something moved, and only
    alignment can find out what: then there are stretches at the beginning and the end only.
    """
    partners = _partners(old, new)
    in_order = all(one < other for one, other in pairwise(partners.values()))
    found = []
    for run in _runs(old, new, partners if in_order else {}):
        start, end, shift = run.old, run.old + run.size, run.new - run.old
        if (start, shift) != (0, 0):
            start += 1
            while start < end and (start - 1 not in partners or _cuts_row(old, new, start, shift)):
                start += 1
        if (end, end + shift) != (len(old), len(new)):
            end -= 1
            while start < end and (end not in partners or _cuts_row(old, new, end, shift)):
                end -= 1
        if start < end:
            found.append(EqualRun(start, start + shift, end - start))
    return found


def _partners(old: Sequence[Clause], new: Sequence[Clause]) -> dict[int, int]:
    """For each clause whose text each side has exactly once: its place on the other side."""
    olds, news = [clause.text for clause in old], [clause.text for clause in new]
    often = Counter(olds), Counter(news)
    places = {text: place for place, text in enumerate(news)}
    return {
        place: places[text] for place, text in enumerate(olds) if often[1].get(text) == 1 == often[0][text]
    }


def _runs(old: Sequence[Clause], new: Sequence[Clause], partners: Mapping[int, int]) -> Iterator[EqualRun]:
    """The identical runs at the beginning, around clauses with a partner, and at the end."""
    shorter = min(len(old), len(new))
    head = _same(old, new, range(shorter), 0)
    tail = _same(old, new, range(len(old) - 1, len(old) - 1 - (shorter - head), -1), len(new) - len(old))
    if head:
        yield EqualRun(0, 0, head)
    a, b, a_end, b_end = head, head, len(old) - tail, len(new) - tail
    for i, j in partners.items():
        if a <= i < a_end and b <= j < b_end:
            size = _same(old, new, range(i, i + min(a_end - i, b_end - j)), j - i)
            before = _same(old, new, range(i - 1, i - 1 - min(i - a, j - b), -1), j - i) if size else 0
            if before + size >= _SHORTEST:
                yield EqualRun(i - before, j - before, before + size)
            a, b = i + max(size, 1), j + max(size, 1)
    if tail:
        yield EqualRun(a_end, b_end, tail)


def _same(old: Sequence[Clause], new: Sequence[Clause], places: range, shift: int) -> int:
    """How many old clauses in a row from these places on are the same as the new ones."""
    for count, place in enumerate(places):
        one, other = old[place], new[place + shift]
        if one is not other and one != other:
            return count
    return len(places)


def _cuts_row(old: Sequence[Clause], new: Sequence[Clause], place: int, shift: int) -> bool:
    """Whether a row of a table goes on at a place, on either side."""
    for clauses, at in ((old, place), (new, place + shift)):
        one, other = clauses[at - 1].cell, clauses[at].cell
        if one and other and (one.table, one.row) == (other.table, other.row):
            return True
    return False
