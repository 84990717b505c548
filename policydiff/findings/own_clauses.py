"""What of two documents only one of them has.

Whatever is counted or looked for in whole texts and then held against each other cancels out where both read
the same: the years that a text names, the laws, the days that it announces. As a rule nearly all of two
versions reads the same, so these questions are asked of the rest.
"""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.models import Clause, Document


_SAID = attrgetter("marker", "text")


def own_clauses(old: Document, new: Document) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """The clauses of each side without those that both read word for word, equally often, in reading order.

    So counts of what the own clauses of both sides hold differ as those of the whole documents do.
    """
    shared = dict(Counter(map(_SAID, old.clauses)).items() & Counter(map(_SAID, new.clauses)).items())
    own = [tuple([one for one in side.clauses if _SAID(one) not in shared]) for side in (old, new)]
    return own[0], own[1]
