"""Which rights has the person, and how are they used?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import gained, lost, names, of_kind

if TYPE_CHECKING:
    from policydiff.findings.news import News
    from policydiff.models import Direction

_KINDS = frozenset(
    f"right.{name}"
    for name in (
        "access",
        "deletion",
        "correction",
        "portability",
        "restriction",
        "complaint",
        "appeal",
        "automated",
    )
)


_LIST = 3
"""Rights in one sentence that make it a list of them."""


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    facts = news.unit.facts
    rights = of_kind(facts.concepts, "right")
    if news.unit.under("topic.transfers", "topic.framework", last=2) or facts.has("topic.change-promise"):
        return None
    if news.kind == "edited":
        return _edited(news)
    if facts.has("right.refusal") and facts.has("actor.company") and not facts.has("right.appeal"):
        return Claim("narrowed" if news.kind == "new" else "removed", "refusal", 2, "it limits a right", 3)
    if not facts.has("actor.user") and any(above.has("right.refusal") for above in news.unit.near):
        return None
    if not rights & (_KINDS | {"right.exercise"}) or facts.has("form.ours"):
        return None
    if not facts.has("actor.user", "right.exercise") or not facts.has(
        "right.any", "right.exercise", "limit.may"
    ):
        return None
    if _told_apart(news):
        return None
    if news.kind == "new" and facts.has("form.verify", "data.identity") and facts.has("act.collect"):
        return Claim("narrowed", "proof of who one is", 1, "a request takes more", 2)
    limited = facts.has("limit.not") and not facts.has("form.fair", "right.complaint")
    narrowed = news.kind == "new" and limited
    direction: Direction = "narrowed" if narrowed else "added" if news.kind == "new" else "removed"
    weight = 2 if rights & _KINDS else 1
    return Claim(direction, names(rights & _KINDS or rights), weight, "it is a right of the person", 2)


def _told_apart(news: News) -> bool:
    """Whether a gone sentence only lists rights that the other side still names."""
    listed = of_kind(news.unit.facts.concepts, "right") & _KINDS
    return news.kind == "gone" and len(listed) >= _LIST and all(right in news.kept for right in listed)


def _edited(news: News) -> Claim | None:
    if not (news.unit.place.item or news.unit.facts.has("actor.user", "right.any")):
        return None
    more, less = gained(news, "right"), lost(news, "right")
    if more & _KINDS and not less & _KINDS:
        direction: Direction = "widened" if more & _KINDS == {"right.access"} else "added"
        return Claim(direction, names(more & _KINDS), 2, "a right is named", 2)
    if less & _KINDS and not more & _KINDS:
        return Claim("removed", names(less & _KINDS), 2, "a right is no longer named", 2)
    return _route(news)


def _route(news: News) -> Claim | None:
    """Another way to make a request: a form, a telephone, an address."""
    assert news.old is not None
    assert news.new is not None
    asked = news.old.facts.has("right.exercise") and news.new.facts.has("right.exercise")
    if asked and "form.route" in news.touched_new | news.touched_old:
        return Claim("changed", "exercise", 1, "a request is made in another way", 2)
    return None


RULE = Rule(
    "rights",
    "rights",
    "Access, deletion, correction, portability, complaint, appeal, and how a request is made.",
    "New: “You may appeal our decision.”",
    "A route of request that is only a changed telephone number or address is not told.",
    ask,
)
