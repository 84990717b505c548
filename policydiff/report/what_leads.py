"""Which of some places of a policy the others follow from: a framework that a company takes part in gives
rights of complaint, and what it logs it keeps for a time.

What this gets wrong: a company that takes part in a framework in words that no file of a language has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.models import Category, Direction

_TAKEN: frozenset[Category] = frozenset(("data-collection", "sharing"))


class TellingPlace(NamedTuple):
    """A place of a policy by what it may lead others."""

    category: Category
    direction: Direction
    heading: str
    said: tuple[str, ...]
    """Its sentences that went or came."""


def leads(one: TellingPlace, first: TellingPlace, language: str) -> bool:
    """Whether a place comes before another one, since that follows from it.

    Args:
        one: the place.
        first: the one that weighs more.
        language: that of the policy.
    """
    if first.category == "retention" and first.direction == "added":
        return one.category in _TAKEN and one.direction == "added"
    is_of_framework = any(_names_framework(said, language) for said in (first.heading, *first.said))
    return is_of_framework and _takes_part(one, language) and not _takes_part(first, language)


def _takes_part(one: TellingPlace, language: str) -> bool:
    """Whether a sentence says that a company takes part in a framework."""
    known = languages.find(language)
    return known is not None and any(
        _names_framework(said, language) and _says_one_of(said, known.findings.taking_part)
        for said in one.said
    )


def _names_framework(said: str, language: str) -> bool:
    known = languages.find(language)
    topics = known.findings.concepts.get("topic", {}) if known else {}  # a language may have no concepts
    return _says_one_of(said, topics.get("framework", ()))


def _says_one_of(said: str, phrases: Iterable[str]) -> bool:
    """Whether a text has one of some phrases, `*` for any ending."""
    text = f" {compared(said)} "
    return any(f" {one.rstrip('*')}{'' if one.endswith('*') else ' '}" in text for one in phrases)
