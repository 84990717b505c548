"""From which age, and what about minors?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import topic

if TYPE_CHECKING:
    from policydiff.findings.news import News


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    claim = topic(news, ("topic.children",), 2, "it is about minors", 3)
    if claim is None:
        return _spared(news)
    return replace(claim, strength=5) if news.unit.facts.denied else claim


def _spared(news: News) -> Claim | None:
    """A statement that something is not done, or only so, with minors."""
    facts = news.unit.facts
    bound = facts.denied or facts.has("limit.only-if")
    if news.kind == "edited" or not facts.has("people.minors") or not bound:
        return None
    return Claim("narrowed" if news.kind == "new" else "removed", "limit for minors", 2, "it is about minors", 3)


RULE = Rule(
    "children",
    "children",
    "Age limits, consent of parents, accounts of minors.",
    "New: “You must be at least 16 years old.”",
    "A changed age is told with its numbers only where both sides name one.",
    ask,
)
