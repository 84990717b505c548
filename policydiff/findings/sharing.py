"""Who gets the data, and who inside may look at it?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.findings.conditions import conditioned
from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import denial_turn, edit_direction, gained, grown, names, of_kind, still_stated

if TYPE_CHECKING:
    from policydiff.findings.news import News
    from policydiff.findings.units import Unit
    from policydiff.models import Direction

_GRAVE = frozenset(
    {"recipient.advertisers", "recipient.law-enforcement", "recipient.buyers", "recipient.ai-partners"}
)
NAMED = "a company in a list of recipients"
"""The detail of a claim on an entry that names a company and no role."""
_LISTED = (
    "recipient.service-providers", "recipient.advertisers", "recipient.affiliates", "recipient.partners",
)  # fmt: skip
_LABEL = re.compile(r"[^\s:]+(?: [^\s:]+){0,3}\s?(?::|[-–—] )")
"""A name of at most four words before what is said of it."""
_ENTRY = 60
"""Words of an entry that names a recipient."""
_ABROAD = ("topic.transfers", "topic.framework")
_SHARED = ("act.share", "act.look", "recipient.service-use")


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    facts = news.unit.facts
    if facts.has(*_ABROAD) or news.unit.under(*_ABROAD, last=2):
        return None  # liability for onward transfers and the like
    named = _names(news)
    if named:
        return named
    if facts.has("right.exercise", "right.any", "choice.opt-out", "choice.object"):
        return None  # what the person may ask or choose
    if facts.has("topic.security"):
        return None  # "disclosure" there is what measures prevent
    advertised = facts.has("purpose.advertising", "purpose.marketing") and not facts.has("recipient.buyers")
    if "use" in facts.denied and advertised:
        return None  # what data is not used for
    recipients = of_kind(facts.concepts, "recipient") - {"recipient.service-use"}
    if facts.has("data.public-content") and facts.first_act != "share":
        recipients -= {"recipient.public"}  # a source of data, not who gets it
    turn = _turn(news)
    if turn and (facts.has("data.personal", "data.content", "data.messages") or recipients):
        weight = 3 if recipients & _GRAVE else 2
        return Claim(turn, f"denial: {names(recipients) or 'sharing'}", weight, "a limit on who gets data", 4)
    if news.kind != "edited":
        return _stated(news, recipients)
    still = news.old is not None and news.old.facts.denied and facts.denied
    return None if still else _edited(news, recipients)


def _names(news: News) -> Claim | None:
    """Other names in a list of recipients, or in a sentence on who works for the company."""
    if news.kind != "edited":
        return None
    if _replaced(news):
        return Claim("changed", NAMED, 2, "another recipient is named", 4)
    if _tool(news):
        return Claim("changed", NAMED, 1, "names of recipients changed", 4)
    if news.names_came and news.names_went and _vendors(news):
        told = ", ".join(sorted(news.names_came))
        return Claim("changed", f"service providers: {told}", 1, "names of recipients changed", 4)
    return None


def _turn(news: News) -> Direction | None:
    """What a denial of sharing did."""
    turn = denial_turn(news, "share", "look")
    if turn == "narrowed" and news.kind == "edited" and "limit.some" in news.touched_new:
        return "widened"  # "any advertisers" became "certain advertisers": the rest is no longer covered
    return turn


def _stated(news: News, recipients: frozenset[str]) -> Claim | None:
    """A new or gone statement on who gets data."""
    facts = news.unit.facts
    if news.kind == "gone" and facts.has("limit.never") and news.unit.under("recipient.law-enforcement"):
        return Claim("removed", "a statement that it did not happen", 2, "it told of practice", 4)
    if news.kind == "new" and _limited(news.unit, recipients):
        return Claim("narrowed", names(recipients) or "sharing", 2, "a limit on what is shared", 3)
    if not recipients and _entry(news.unit):
        return Claim("removed" if news.kind == "gone" else "added", NAMED, 2, "a recipient is named", 2)
    if news.unit.text.endswith(":"):
        return None  # it only introduces what follows
    if not recipients or not facts.has(*_SHARED) or still_stated(news, "share", "recipient"):
        return None
    direction: Direction = "removed" if news.kind == "gone" else "widened" if grown(news) else "added"
    if direction == "widened" and _bound(news):
        direction = "narrowed"
    strength = 3 if facts.first_act == "share" else 2
    return Claim(direction, names(recipients), 2, "it names who gets data", strength)


def _limited(unit: Unit, recipients: frozenset[str]) -> bool:
    """Whether it says that those who get data may use it, or that data is shared, only so."""
    facts = unit.facts
    if recipients:
        theirs = any(m.concept.startswith("recipient.") for m in facts.mentions[:3])
        limit = facts.has("limit.solely", "limit.only-if") and facts.has("act.use")
        return limit and theirs and not facts.has("actor.company")
    shared = facts.first_act == "share" and facts.has("limit.only-if") and not facts.has("actor.user")
    return shared and bool(of_kind(facts.concepts, "data"))


def _entry(unit: Unit) -> bool:
    """Whether it names a company in a list of those who work for this one or get data."""
    if not (unit.cell or unit.place.item) or not unit.text[:1].isupper() or len(unit.words) > _ENTRY:
        return False
    label = _LABEL.match(unit.text)
    return bool(label) and any(facts.has(*_LISTED) for facts in unit.near)


def _replaced(news: News) -> bool:
    """Whether one entry of such a list became another: the rest says the same of another name."""
    sides = [unit for unit in (news.old, news.new) if unit and _entry(unit)]
    return len(sides) == len(("old", "new")) and sides[0].words[0] != sides[1].words[0]


def _tool(news: News) -> bool:
    """Whether the company uses another's product than before: "we use Nimbora to send letters"."""
    assert news.new is not None
    uses = {m.end for m in news.new.facts.mentions if m.concept == "act.use"}
    came = {name.casefold() for name in news.names_came}
    put = any(start in uses and news.new.words[start] in came for start, _ in news.put)
    return put and bool(news.names_went) and news.new.facts.has("actor.company")


def _vendors(news: News) -> bool:
    """Whether the sentence names who works for the company."""
    facts = news.unit.facts
    return facts.has("recipient.service-providers") and facts.has(*_SHARED, "act.use")


def _bound(news: News) -> bool:
    """Whether a condition came to a statement that was there without it."""
    before = news.elsewhere
    return (
        before is not None and news.unit.facts.has("limit.only-if") and not before.facts.has("limit.only-if")
    )


def _joined(news: News) -> bool:
    """Whether a name joined a sentence on who gets data; not where every noun has a capital."""
    assert news.new is not None
    facts = news.new.facts
    if news.new.reader.lexicon.language == "de" or facts.first_act != "share" or facts.has("limit.not"):
        return False
    users = {m.start for m in facts.mentions if m.concept == "actor.user"}
    runs = [range(start, end) for start, end in news.put if start and users.isdisjoint(range(start, end))]
    put = {facts.words[at] for run in runs for at in run}
    joined = any(name.casefold() in put for name in news.names_came)
    return joined and not news.names_went and bool(of_kind(facts.concepts, "recipient"))


def _edited(news: News, recipients: frozenset[str]) -> Claim | None:
    assert news.new is not None
    facts = news.new.facts
    law = facts.has("recipient.law-enforcement") or news.new.under("recipient.law-enforcement")
    if law and "period.frequency" in news.touched_new & news.touched_old:
        return Claim("changed", "how often is reported", 1, "it is about reports on requests", 3)
    entry = (news.new.place.item or news.new.cell) and news.new.under("act.share", last=2)
    listed = entry and bool(gained(news, "recipient"))
    if not recipients or not (listed or facts.has(*_SHARED, "act.use")):
        return None
    direction = _reach(news) if listed or facts.has(*_SHARED) else None
    if direction is None and _joined(news):
        return Claim("widened", NAMED, 2, "a recipient is named", 3)
    if direction is None and facts.first_act == "share":
        direction = conditioned(news)
    if direction is None:
        return None
    told = names(gained(news, "recipient", "ground") or recipients)
    return Claim(direction, told, 3 if recipients & _GRAVE else 2, "who gets data changed", 3)


def _reach(news: News) -> Direction | None:
    """Whether more or fewer recipients get data, or for more."""
    direction = edit_direction(news, "recipient", "ground", but=frozenset({"recipient.service-use"}))
    if direction or news.unit.facts.first_act != "share":
        return direction
    if "limit.some" in news.lost | news.gained:
        return "widened" if "limit.some" in news.lost else "narrowed"
    if not news.cut and of_kind(news.touched_new, "recipient"):
        return "widened"
    joined = any(put and not cut for cut, put in news.swaps)
    served = gained(news, "purpose") and not of_kind(news.lost, "purpose")
    return "widened" if joined and served else None


RULE = Rule(
    "sharing",
    "sharing",
    "Recipients of data: advertisers, affiliates, providers, authorities, buyers; who inside may look.",
    "New: “We share your posts with our advertising partners.”",
    "Companies named without a word for their role are seen only in lists and beside others, in German in "
    "lists alone.",
    ask,
)
