"""What a finding or a statement can be about, and what holds for everything of a category."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Category = Literal[
    "legal-basis", "ai-training", "opt-out", "data-collection", "sharing", "purpose", "retention", "rights",
    "children", "transfers", "security", "controller-contact", "effective-date", "change-notice", "disputes",
]  # fmt: skip

CategoryGroup = Literal["act", "choice", "condition", "formality"]
"""What the categories are about.

- act: what a company does with data. A new sentence widens its reach, a new "we do not" narrows it, and
  more of it comes before less.
- choice: what people can do. More is better for them, and what is gone comes first.
- condition: on what the acts depend, and what protects people.
- formality: the document, the contract and its parties. No limit makes it wider or narrower.
"""


class CategoryTraits(NamedTuple):
    """What holds for everything of one category."""

    name: str
    """As reports have it: "AI training"."""
    group: CategoryGroup


CATEGORY_TRAITS: Mapping[Category, CategoryTraits] = {
    "ai-training": CategoryTraits("AI training", "act"),
    "opt-out": CategoryTraits("Opting out", "choice"),
    "legal-basis": CategoryTraits("Legal basis", "condition"),
    "rights": CategoryTraits("Rights", "choice"),
    "data-collection": CategoryTraits("Data collected", "act"),
    "sharing": CategoryTraits("Sharing", "act"),
    "purpose": CategoryTraits("Purposes", "act"),
    "retention": CategoryTraits("Retention", "condition"),
    "children": CategoryTraits("Children", "condition"),
    "transfers": CategoryTraits("Transfers abroad", "act"),
    "security": CategoryTraits("Security", "condition"),
    "controller-contact": CategoryTraits("Controller and contact", "formality"),
    "effective-date": CategoryTraits("Date", "formality"),
    "change-notice": CategoryTraits("Notice of changes", "formality"),
    "disputes": CategoryTraits("Disputes", "formality"),
}
"""Every category, in the order in which one text is described: what most people ask first comes first."""

CATEGORIES: tuple[Category, ...] = get_args(Category)
"""Every category, in the order in which the trained reader answers on them."""


def _of(group: CategoryGroup) -> frozenset[Category]:
    return frozenset(one for one in CATEGORIES if CATEGORY_TRAITS[one].group == group)


COMPANY_ACTS = _of("act")
CHOICES = _of("choice")
FORMALITIES = _of("formality")
