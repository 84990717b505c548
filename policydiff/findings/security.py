"""Which measures protect data?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import topic

if TYPE_CHECKING:
    from policydiff.findings.news import News


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    if not news.unit.facts.ours:
        return None
    return topic(news, ("topic.security",), 1, "it is a measure of protection", 3)


RULE = Rule(
    "security",
    "security",
    "Measures of security that the company says it takes: encryption, access controls, notice of breaches.",
    "New: “We encrypt messages end to end.”",
    "General assurances without a measure are not told.",
    ask,
)
