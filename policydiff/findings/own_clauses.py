"""The clauses that only one of two documents has.

Some questions compare counts of both whole texts: the years, the laws or the days that they name. Clauses
that both have cancel out, and two versions have nearly all clauses in common; so these questions are asked
only of the rest.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.models import Clause, Document


_SAID = attrgetter("marker", "text")


def own_clauses(old: Document, new: Document) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """The clauses of each side, in reading order, without those that both sides have word for word and
    equally often. Counts over these clauses differ by as much as counts over the whole documents.
    """
    front, rear = _shared_ends(old.clauses, new.clauses)
    sides = [side.clauses[front : len(side.clauses) - rear] for side in (old, new)]
    counted = [Counter(map(_SAID, clauses)) for clauses in sides]
    shared = dict(counted[0].items() & counted[1].items())
    own = [tuple([one for one in clauses if _SAID(one) not in shared]) for clauses in sides]
    return own[0], own[1]


def _shared_ends(old: Sequence[Clause], new: Sequence[Clause]) -> tuple[int, int]:
    """How many clauses both sides begin with and, of the others, end with."""
    front = _shared(zip(old, new, strict=False))
    most = min(len(old), len(new)) - front
    return front, _shared(islice(zip(reversed(old), reversed(new), strict=False), most))


def _shared(pairs: Iterable[tuple[Clause, Clause]]) -> int:
    count = 0
    for one, other in pairs:
        if one is not other and (one.text != other.text or one.marker != other.marker):
            break
        count += 1
    return count
