"""What of two documents only one of them has.

Whatever is counted or looked for in whole texts and then held against each other cancels out where both read
the same: the years that a text names, the laws, the days that it announces. As a rule nearly all of two
versions reads the same, so these questions are asked of the rest.
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
    """The clauses of each side without those that both read word for word, equally often, in reading order.

    So counts of what the own clauses of both sides hold differ as those of the whole documents do.
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
