"""Who gets the data, and who inside may look at it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import denial_turn, edit_direction, gained, names, of_kind

if TYPE_CHECKING:
    from policydiff.findings.news import News

_GRAVE = frozenset({"recipient.advertisers", "recipient.law-enforcement", "recipient.buyers", "recipient.ai-partners"})


def ask(news: News) -> Claim | None:
    facts = news.unit.facts
    recipients = of_kind(facts.concepts, "recipient")
    shares = facts.has("act.share", "act.look")
    weight = 3 if recipients & _GRAVE else 2
    turn = denial_turn(news, "share", "look")
    if turn:
        return Claim(turn, f"denial: {names(recipients)}", weight, "a limit on who gets data", 3)
    if not recipients:
        return None
    if news.kind == "edited":
        direction = edit_direction(news, "recipient")
        if direction is None or not (shares or facts.has("act.use")):
            return None
        told = names(gained(news, "recipient") or recipients)
        return Claim(direction, told, weight, "who gets data changed", 2)
    if not shares:
        return None
    direction = "added" if news.kind == "new" else "removed"
    return Claim(direction, names(recipients), min(weight, 2), "it names who gets data", 2)


RULE = Rule(
    "sharing",
    "sharing",
    "Recipients of data: advertisers, affiliates, service providers, authorities, buyers; and who inside may look.",
    "New: “We share your posts with our advertising partners.”",
    "Companies named without a word for their role are seen only where a list of names changes.",
    ask,
)
