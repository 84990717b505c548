"""From which age, and what about minors?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import of_kind, topic

if TYPE_CHECKING:
    from policydiff.findings.news import News
    from policydiff.models import Direction


_RULED = ("basis.consent", "limit.not", "limit.only-if", "limit.will")
"""What a sentence names that rules something for minors, and does not only speak of them."""
_AGES = range(6, 22)
"""Numbers that may be the age of a minor."""
_LONG = 4
"""Digits that no age has."""


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    claim = topic(news, ("topic.children",), 2, "it is about minors", 3)
    if claim is None:
        return (_ages(news) or _protected(news)) if news.kind == "edited" else _spared(news)
    return replace(claim, strength=5) if news.unit.facts.denied else claim


def _ages(news: News) -> Claim | None:
    """A sentence on minors in which another age is named."""
    assert news.old is not None
    assert news.new is not None
    about = ("topic.children", "people.minors", "people.adults")
    if not (news.old.facts.has(*about) or news.new.facts.has(*about)):
        return None
    before, after = (
        {int(w) for w in unit.facts.words if len(w) < _LONG and w.isdecimal() and int(w) in _AGES}
        for unit in (news.old, news.new)
    )
    years = news.new.facts.quantities - news.old.facts.quantities
    if before == after or not after or not (before or years):
        return None
    told = f"{_listed(before)} -> {_listed(after)}"
    return Claim("changed", told, 2, "another age is named", 4)


def _protected(news: News) -> Claim | None:
    """A sentence on minors on both sides in which whom it is about, or what is asked for, is another."""
    assert news.old is not None
    assert news.new is not None
    if not (news.old.facts.has("topic.children") and news.new.facts.has("topic.children")):
        return None
    if not (news.new.facts.denied or news.new.facts.has(*_RULED)):
        return None
    touched = of_kind(news.touched_new | news.touched_old, "people", "basis", "topic")
    if not touched & {"people.minors", "basis.consent", "topic.children"}:
        return None
    return Claim("changed", "children", 2, "it is about minors", 5)


def _listed(ages: set[int]) -> str:
    return ", ".join(map(str, sorted(ages))) or "none"


def _spared(news: News) -> Claim | None:
    """A statement that something is not done, or only so, with minors."""
    facts = news.unit.facts
    bound = facts.denied or facts.has("limit.only-if")
    owed = facts.has("form.fair") or any(c.startswith("right.") for c in facts.concepts)
    if news.kind == "edited" or not facts.has("people.minors") or not bound or owed:
        return None
    direction: Direction = "narrowed" if news.kind == "new" else "removed"
    return Claim(direction, "limit for minors", 2, "it is about minors", 3)


RULE = Rule(
    "children",
    "children",
    "Age limits, consent of parents, accounts of minors.",
    "New: “You must be at least 16 years old.”",
    "A changed age is told with its numbers only where both sides name one.",
    ask,
)
