"""Two documents that are compared, with what several questions ask of both: each is worked out once.

The clauses that only one of them has: some questions compare counts of both whole texts, such as the years,
the laws or the days that they name. Clauses that both have cancel out, and two versions have nearly all
clauses in common; so these questions are asked only of the rest.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING

from policydiff.findings.dates import printed_date
from policydiff.findings.lexicon import lexicon, spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.findings.dates import Printed
    from policydiff.findings.lexicon import Lexicon
    from policydiff.models import Clause, Document

_SAID = attrgetter("marker", "text")


@dataclass(frozen=True)
class BothTexts:
    """The two documents of a comparison, as they were given."""

    old: Document
    new: Document

    @cached_property
    def words(self) -> Lexicon | None:
        """The lexicon of the language of the new text, None if there is none."""
        return lexicon(spoken(self.new))

    @cached_property
    def own_clauses(self) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
        """The clauses of each side, in reading order, without those that both sides have word for word and
        equally often. Counts over these clauses differ by as much as counts over the whole documents.
        """
        old, new = self.old, self.new
        front, rear = _shared_ends(old.clauses, new.clauses)
        sides = [side.clauses[front : len(side.clauses) - rear] for side in (old, new)]
        counted = [Counter(map(_SAID, clauses)) for clauses in sides]
        shared = dict(counted[0].items() & counted[1].items())
        own = [tuple([one for one in clauses if _SAID(one) not in shared]) for clauses in sides]
        return own[0], own[1]

    @cached_property
    def printed_dates(self) -> tuple[Printed | None, Printed | None]:
        """The date that each page gives itself."""
        if self.words is None:
            return None, None
        return printed_date(self.old, self.words), printed_date(self.new, self.words)


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
