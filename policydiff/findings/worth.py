"""What a changed statement is worth to somebody who tells in three quotes what changed: answers -> a number.

The trained reader says whether a statement is of substance and whether it belongs in an article. Editors who
weighed all changes of 240 pairs agree with both answers together better than with either, and give some
matters more than the reader does. `python -m training.worth` fits the table, in whole numbers, so that every
machine sums alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.replaced import names_company, other_company
from policydiff.models import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policydiff.findings.model import ReaderAnswer
    from policydiff.findings.statement_changes import StatementChange
    from policydiff.models import Category

_BASE = 1383
_SUBSTANCE, _ARTICLE = 278, 137
"""What a log-odds of each answer adds."""
_MATTERS: Mapping[Category, int] = {
    "legal-basis": 135, "ai-training": 653, "opt-out": -1, "data-collection": -14, "sharing": 15,
    "purpose": -162, "retention": -95, "rights": 152, "children": 414, "transfers": 177, "security": -411,
    "controller-contact": 83, "effective-date": -363, "change-notice": -51, "disputes": 472,
}  # fmt: skip
"""What the likeliest matter of a statement adds."""
_COMPANY = 581
"""What another company adds, or one that is named no longer."""


def worth(change: StatementChange, answer: ReaderAnswer) -> int:
    """The weight that an editor would give a changed statement, in thousandths: 3,000 for what must be told,
    1,000 for what is worth a word.

    Args:
        change: the statement.
        answer: what the trained reader says of it.
    """
    said = _SUBSTANCE * round(1000 * answer.substance) + _ARTICLE * round(1000 * answer.article)
    return _BASE + said // 1000 + _MATTERS[likeliest_matter(answer)] + _COMPANY * is_of_company(change)


def likeliest_matter(answer: ReaderAnswer) -> Category:
    """The category of which a statement most likely is."""
    return max(zip(answer.categories, CATEGORIES, strict=True))[1]


def is_of_company(change: StatementChange) -> bool:
    """Whether another company is named than before."""
    return names_company(change) or other_company(change)
