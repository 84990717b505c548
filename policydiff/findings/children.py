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
    return replace(claim, strength=5) if claim and news.unit.facts.denied else claim


RULE = Rule(
    "children",
    "children",
    "Age limits, consent of parents, accounts of minors.",
    "New: “You must be at least 16 years old.”",
    "A changed age is told with its numbers only where both sides name one.",
    ask,
)
