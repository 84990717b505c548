"""What of two documents only one of them has.

Whatever is counted or looked for in whole texts and then held against each other cancels out where both read
the same: the years that a text names, the laws, the days that it announces. As a rule nearly all of two
versions reads the same, so these questions are asked of the rest.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.models import Clause, Document


def own_clauses(document: Document, other: Document) -> tuple[Clause, ...]:
    """The clauses of a document that the other one does not have word for word, in reading order.

    Of a clause that stands three times here and once there two are its own: counts of what the own clauses
    of both sides hold differ as those of the whole documents do.
    """
    left = Counter([(clause.marker, clause.text) for clause in other.clauses])
    found = []
    for clause in document.clauses:
        said = clause.marker, clause.text
        if left[said]:
            left[said] -= 1
        else:
            found.append(clause)
    return tuple(found)
