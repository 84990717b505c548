"""Which measures protect data?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.facts import stem
from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import topic

if TYPE_CHECKING:
    from policydiff.findings.news import News
    from policydiff.findings.units import Unit

_NEAR = 3
"""Words between a measure and words that tell more of it."""


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    if not news.unit.facts.ours:
        return None
    claim = topic(news, ("topic.security",), 1, "it is a measure of protection", 3)
    if claim is None and _measured(news):
        return Claim("changed", "security", 1, "a measure of protection is another one", 3)
    return claim


def _measured(news: News) -> bool:
    """Whether an edit tells more or less of a measure: "end-to-end encrypted" became "encrypted"."""
    if news.old is None or news.new is None:
        return False
    came = _beside(news.new, news.put, news.old)
    return came or _beside(news.old, news.cut, news.new)


def _beside(unit: Unit, runs: tuple[tuple[int, int], ...], other: Unit) -> bool:
    """Whether words with meaning that the other side does not have stand beside a measure."""
    measures = [m for m in unit.facts.mentions if m.concept == "topic.security"]
    places = {at for m in measures for at in range(m.start - _NEAR, m.end)}
    put = {at for start, end in runs for at in range(start, end)} & places
    return any(stem(unit.words[at]) in unit.content - other.content for at in put)


RULE = Rule(
    "security",
    "security",
    "Measures of security that the company says it takes: encryption, access controls, notice of breaches.",
    "New: “We encrypt messages end to end.”",
    "General assurances without a measure are not told.",
    ask,
)
