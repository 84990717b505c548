"""How and when are people told of changes?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import of_kind, topic
from policydiff.findings.silent import DATED

if TYPE_CHECKING:
    from policydiff.findings.news import News


_NOTICES = ("topic.change-effect", "topic.change-promise", "topic.change-told")


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    told = news.unit.facts.has("topic.change-told")
    if not told and of_kind(news.unit.facts.concepts, "right", "choice"):
        return None
    if news.kind == "gone" and not news.unit.facts.has("topic.change-promise"):
        return None  # a banner that went away
    dated = news.unit.facts.has("topic.effective") and len(news.unit.words) <= DATED
    if news.kind == "edited" and dated:
        return None  # a line that prints the page's own date
    if news.kind == "edited" and news.unit.facts.has("topic.change-effect"):
        numbers = [{w for w in u.facts.words if w.isdigit()} for u in (news.old, news.new) if u]
        return (
            Claim("changed", "the day announced", 1, "it announces a change", 2)
            if numbers[0] != numbers[1]
            else None
        )
    return topic(news, _NOTICES, 1, "it announces a change", 2)


RULE = Rule(
    "change-notice",
    "change-notice",
    "Announced changes with their day, and promises to tell of changes beforehand.",
    "New: “These changes take effect on 1 March.”",
    "A banner that goes away is no news; a promise that goes away is.",
    ask,
)
