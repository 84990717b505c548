"""Which choice has the person: objecting, opting out, consenting, switching off?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.conditions import on_settings
from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import names, of_kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.findings.news import News
    from policydiff.findings.units import Unit
    from policydiff.models import Direction

_FIRM = ("choice.opt-out", "choice.object", "choice.withdraw")


_NEAR = 6
"""Words between a choice and a name that tells how it is made."""
_GIVES = 2
"""Words from the company to what it lets a person steer: "we offer you the choice"."""
_LIST = 3
"""Rights in one sentence that make it a list of them."""


PROOF = "a reason or a proof is asked for"
"""The detail of a claim on what people must give who object."""


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    facts = news.unit.facts
    if facts.has("form.lawful"):
        return None  # that a choice does not reach back is said beside every choice
    if facts.has("right.refusal") and facts.has("actor.company"):
        return None  # the company may refuse
    if news.kind == "edited":
        return _edited(news)
    choices = of_kind(facts.concepts, "choice")
    if facts.has("topic.change-promise", "topic.change-told") or _told_apart(news):
        return None
    if not choices and _burden(news):
        return Claim("narrowed", PROOF, 2, "saying no takes more", 3)
    firm, managed = _firm(news.unit), managing(news.unit) or facts.switched
    if not firm and not managed and not _controls(news):
        return _asked(news)
    direction: Direction = "added" if news.kind == "new" else "removed"
    weight = 3 if facts.trains_ai else 2
    strength = 4 if firm else 3 if managed else 1
    return Claim(direction, names(choices or {"choice.control"}), weight, "it is a way to say no", strength)


def managing(unit: Unit) -> bool:
    """Whether it says what a person can steer: "you can block others from finding your profile"."""
    facts = unit.facts
    steers = [m.start for m in facts.mentions if m.concept == "form.manage"]
    if not steers or not any(c.startswith(("data.", "purpose.", "recipient.")) for c in facts.concepts):
        return False
    if facts.has("right.deletion", "right.access", "right.correction"):
        return False  # a right, and told as one
    acts = [m.start for m in facts.mentions if m.concept == "actor.company"]
    return not any(at < steers[0] - _GIVES for at in acts)


def _firm(unit: Unit) -> bool:
    """Whether it gives a way to object, opt out or withdraw; an entry under a right must name the person."""
    facts = unit.facts
    whose = facts.has("actor.user", "actor.your", "actor.company", "right.any", "limit.may")
    if not facts.has(*_FIRM) or not whose:
        return False
    listed = any(of_kind(above.concepts, "right") for above in unit.near[-2:])
    return facts.has("actor.user") or not listed or (facts.has("actor.company") and not facts.denied)


def _told_apart(news: News) -> bool:
    """Whether it is a list of rights that the other side names one by one."""
    listed = of_kind(news.unit.facts.concepts, "right")
    return len(listed) >= _LIST and all(named in news.kept for named in (*listed, "choice.object"))


def _burden(news: News) -> bool:
    """Whether a new entry asks people who object for a reason or a proof."""
    unit = news.unit
    asked = news.kind == "new" and unit.facts.has("form.proof") and not unit.facts.denied
    return asked and any(above.has("choice.object", "choice.opt-out") for above in unit.near)


def _asked(news: News) -> Claim | None:
    """A new sentence that makes what the company does depend on a yes."""
    facts = news.unit.facts
    if news.kind != "new" or not facts.has("choice.opt-in") or not facts.has("actor.company"):
        return None
    return Claim("added", names(facts.concepts & {"choice.opt-in"}), 2, "consent is asked first", 1)


def _controls(news: News) -> bool:
    """Whether a new sentence gives the person a switch over data or what it is used for."""
    facts = news.unit.facts
    given = facts.has("choice.control") and facts.has("actor.user") and facts.has("limit.may")
    about = any(c.startswith(("data.", "purpose.")) for c in facts.concepts)
    return news.kind == "new" and given and about


def _edited(news: News) -> Claim | None:
    assert news.new is not None
    assert news.old is not None
    if on_settings(news) and not news.new.text.endswith(":"):
        return Claim("changed", "control", 1, "it depends on a setting, or no longer does", 3)
    before, after = (of_kind(u.facts.concepts, "choice") for u in (news.old, news.new))
    if not before | after:
        return None
    if "choice.opt-in" in news.gained and news.new.facts.has("purpose.marketing", "purpose.communication"):
        return Claim("changed", "only with consent", 2, "consent is now a condition", 2)
    if not before:
        return (
            Claim("added", names(after), 2, "it is a way to say no", 3)
            if news.new.facts.has(*_FIRM)
            else None
        )
    if not after:
        return (
            Claim("removed", names(before), 2, "a way to say no is gone", 3)
            if news.old.facts.has(*_FIRM)
            else None
        )
    if (news.names_came or news.names_went) and _told_by_name(news):
        wider = not news.names_went and bool(after & set(_FIRM))
        return Claim("widened" if wider else "changed", names(after), 1, "the way to say no changed", 3)
    reach = _reach(news)
    if reach:
        return Claim(reach, names(after), 2, "the choice reaches further or less far", 3)
    touched = of_kind(news.gained | news.lost, "choice")
    if touched:
        return Claim("changed", names(touched), 1, "the way to say no changed", 2)
    return None


def _reach(news: News) -> Direction | None:
    """Whether what can be refused grew or shrank: kinds of data, purposes or bases joined or left."""
    assert news.new is not None
    if not news.new.facts.has(*_FIRM) or news.new.facts.denied:
        return None
    kinds = ("data", "purpose", "basis")
    came, went = (of_kind(side, *kinds) for side in (news.touched_new, news.touched_old))
    if came and not news.cut:
        return "widened"
    return "narrowed" if went and not news.put else None


def _told_by_name(news: News) -> bool:
    """Whether names can tell how a choice is made: a setting, a signal, a place."""
    assert news.new is not None
    assert news.old is not None
    facts = news.new.facts
    if not facts.has("actor.user") or facts.denied or facts.has("recipient.service-providers"):
        return False
    return _beside(news.new, news.put) or _beside(news.old, news.cut)


def _beside(unit: Unit, runs: Iterable[tuple[int, int]]) -> bool:
    """Whether one of some runs of words stands beside the words of the choice."""
    choices = [m for m in unit.facts.mentions if m.concept.startswith("choice.")]
    return any(m.start - _NEAR <= end and start <= m.end + _NEAR for start, end in runs for m in choices)


RULE = Rule(
    "opt-out",
    "opt-out",
    "Objection, opt-out, consent and controls: a new way, one that is gone, or one that works differently.",
    "New: “You can opt out in your settings.”",
    "Controls that are described without words of choice are not seen.",
    ask,
)
