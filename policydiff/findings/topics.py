"""Is there news on transfers, security, children, disputes, the controller or notice of changes?

Six small questions with the same answer: a statement on the topic is new, gone or edited.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import names, of_kind

if TYPE_CHECKING:
    from policydiff.findings.news import News


_SHORT = 6
"""Words of a line that is a number and a street."""
_LINE, _BLOCK = 14, 40
"""Words of a line that may be a name or an address, and of one that names a street."""


def _topic(news: News, concepts: tuple[str, ...], weight: int, why: str, strength: int) -> Claim | None:
    facts = news.unit.facts
    if not facts.has(*concepts):
        return None
    detail = names(facts.concepts & set(concepts))
    if news.kind == "edited":
        touched = (news.gained | news.lost) & set(concepts)
        return Claim("changed", names(touched), weight, why, strength) if touched else None
    return Claim("added" if news.kind == "new" else "removed", detail, weight, why, strength)


def transfers(news: News) -> Claim | None:
    firm = _topic(news, ("topic.transfers-firm",), 2, "it is the ground of a transfer abroad", 4)
    if firm or news.unit.under("topic.transfers", "topic.framework", last=2):
        return firm
    if news.kind == "edited" and news.unit.facts.has("topic.transfers") and "limit.may" in news.lost:
        return Claim("changed", "may be -> is", 1, "it is said more firmly", 2)
    return _topic(news, ("topic.transfers",), 1, "data goes abroad", 2)


def security(news: News) -> Claim | None:
    if not news.unit.facts.has("actor.company"):
        return None
    return _topic(news, ("topic.security",), 1, "it is a measure of protection", 1)


def children(news: News) -> Claim | None:
    return _topic(news, ("topic.children",), 2, "it is about minors", 3)


def disputes(news: News) -> Claim | None:
    return _topic(news, ("topic.disputes-firm",), 1, "it says how disputes are settled", 4)


def controller(news: News) -> Claim | None:
    if news.unit.facts.has("right.exercise") and news.unit.facts.has("actor.user"):
        return None  # how a request is made
    if news.kind == "new" and news.unit.facts.has("topic.controller") and "topic.controller" in news.kept:
        return Claim("changed", "who is responsible", 2, "roles are said anew", 3)
    claim = _topic(news, ("topic.representative", "topic.dpo", "topic.controller"), 2, "it says who answers", 3)
    return claim or _address(news)


def _address(news: News) -> Claim | None:
    """A line of an address, under a heading of contact, that is another one."""
    facts = news.unit.facts
    if news.kind != "edited" or facts.has("topic.effective") or not facts.words:
        return None
    line = len(facts.words) <= _SHORT and facts.words[0].isdigit() and not re.match(r"\d+\.\d", news.unit.text)
    office = facts.has("topic.address") and facts.digits and bool(news.names_came and news.names_went)
    if not (line or office or news.unit.under("form.contact", last=2)):
        return None
    if len(facts.words) > (_BLOCK if facts.has("topic.address") else _LINE):
        return None
    numbers = [frozenset(w for w in u.facts.words if w.isdigit()) for u in (news.old, news.new) if u]
    if not (news.names_came or news.names_went) and numbers[0] == numbers[1]:
        return None
    return Claim("changed", "name or address", 1, "it says where to write", 3)


def change_notice(news: News) -> Claim | None:
    if of_kind(news.unit.facts.concepts, "right", "choice"):
        return None
    if news.kind == "gone" and not news.unit.facts.has("topic.change-promise"):
        return None  # a banner that went away
    if news.kind == "edited" and news.unit.facts.has("topic.change-effect"):
        numbers = [{w for w in u.facts.words if w.isdigit()} for u in (news.old, news.new) if u]
        return Claim("changed", "the day announced", 1, "it announces a change", 2) if numbers[0] != numbers[1] else None
    return _topic(news, ("topic.change-effect", "topic.change-promise"), 1, "it announces a change", 2)


RULES = (
    Rule("transfers", "transfers", "Transfers abroad and their ground.", "New: “We are certified.”", "", transfers),
    Rule("security", "security", "Measures of security.", "New: “We encrypt.”", "", security),
    Rule("children", "children", "Age limits and minors.", "New: “under 16”", "", children),
    Rule("disputes", "disputes", "Arbitration, dispute bodies, liability.", "New: “arbitration”", "", disputes),
    Rule("controller-contact", "controller-contact", "Who answers.", "New: representative", "", controller),
    Rule("change-notice", "change-notice", "Notice of changes.", "New: banner", "", change_notice),
)
