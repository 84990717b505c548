"""Where in the world does data go, and on which ground?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import topic

if TYPE_CHECKING:
    from policydiff.findings.news import News
    from policydiff.models import Direction


PLACE = "another place"
"""The detail of a claim on a place of storage or transfer that stands for another one."""


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    framework = _framework(news)
    if framework:
        return framework
    firm = topic(news, ("topic.transfers-firm",), 2, "it is the ground of a transfer abroad", 4)
    if firm or news.unit.under("topic.transfers", "topic.framework", last=2):
        return firm
    if news.kind == "edited" and news.unit.facts.has("topic.transfers") and "limit.may" in news.lost:
        return Claim("changed", "may be -> is", 1, "it is said more firmly", 2)
    if _elsewhere(news):
        return Claim("changed", PLACE, 2, "data is kept in another place", 3)
    return topic(news, ("topic.transfers",), 1, "data goes abroad", 2)


def _framework(news: News) -> Claim | None:
    """A framework that joined or left a sentence on transfers."""
    if news.old is None or news.new is None or "topic.framework" not in news.gained | news.lost:
        return None
    direction: Direction = "added" if "topic.framework" in news.gained else "removed"
    return Claim(direction, "framework", 2, "it is the ground of a transfer abroad", 3)


def _elsewhere(news: News) -> bool:
    """Whether a sentence on where data goes names another place; not where every noun has a capital."""
    if news.old is None or news.new is None or news.new.reader.lexicon.language == "de":
        return False
    both = news.old.facts.has("topic.transfers") and news.new.facts.has("topic.transfers")
    return both and bool(news.names_came and news.names_went)


RULE = Rule(
    "transfers",
    "transfers",
    "Transfers abroad and their ground: a certification, contractual clauses, adequacy decisions.",
    "New: “We have certified that we adhere to the framework.”",
    "Sentences that only mention a framework are told once, by the one that says what is done.",
    ask,
)
