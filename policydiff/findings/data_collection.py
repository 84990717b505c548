"""Which kinds of data are collected?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.conditions import conditioned
from policydiff.findings.facts import stem
from policydiff.findings.opt_out import managing
from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import denial_turn, names, of_kind, still_stated

if TYPE_CHECKING:
    from policydiff.findings.facts import Facts
    from policydiff.findings.news import News
    from policydiff.findings.units import Unit
    from policydiff.models import Direction

_GRAVE = frozenset({"data.biometric", "data.precise-location", "data.health", "data.sensitive", "data.voice"})
ANOTHER = "another kind of data"
"""The detail of a claim on data that has no name in the lexicon."""
_ENTRY = 16
"""Words of an entry that names a kind of data."""
_OPENS = 2
"""Words before the subject of a sentence."""
_LISTED = 2
"""Kinds of data that make a list."""
_MEMBER = 8
"""Words of a member of a list within a sentence."""
_VAGUE = frozenset(
    {"data.personal", "data.content", "data.public-content", "data.third-party", "data.feedback"}
)


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    facts = news.unit.facts
    kinds = of_kind(facts.concepts, "data")
    turn = denial_turn(news, "collect", "keep")
    if turn and kinds:
        weight = max(_weight(kinds), 2)
        return Claim(turn, f"denial: {names(kinds)}", weight, "a limit on what is collected", 3)
    if managing(news.unit) or (facts.switched and news.kind != "edited"):
        return None  # what the person can steer
    if news.kind == "edited":
        return _edited(news)
    if facts.denied and not facts.affirmed:
        return _denied(news, kinds)
    return _new(news, kinds) if news.kind == "new" else _stated(news, kinds)


def _weight(kinds: frozenset[str]) -> int:
    return 3 if kinds & {"data.biometric"} else 2 if kinds & _GRAVE else 1


def _new(news: News, kinds: frozenset[str]) -> Claim | None:
    """A new statement on data: derived, one of a list, from others, or gathered outright."""
    facts, told = news.unit.facts, names(kinds - _VAGUE)
    if facts.has("act.derive") and told:
        return Claim("added", told, max(_weight(kinds), 2), "data is derived from other data", 3)
    if news.unit.place.item and not facts.named("act") and _gathered(news.unit):
        return Claim("added", told or ANOTHER, _weight(kinds), "a kind of data joined a list", 1)
    if facts.ours and facts.first_act == "use" and kinds & (_GRAVE | {"data.camera"}):
        return Claim("added", told, _weight(kinds), "a kind of data is used", 1)
    if _sources(news.unit):
        strength = 2 if "data.third-party" in kinds else 1
        return Claim("added", names(kinds), 1, "a source or kind of data is named", strength)
    return _stated(news, kinds)


def _stated(news: News, kinds: frozenset[str]) -> Claim | None:
    """A statement that a kind of data is collected; lists are written anew too often for fewer to be news."""
    facts = news.unit.facts
    collects = facts.has("act.collect") or (kinds & _GRAVE and facts.has("act.use") and not _users(facts))
    if not collects or not kinds - _VAGUE or (news.kind == "gone" and not kinds & _GRAVE):
        return None
    if any(m.concept == "limit.if" and m.start == 0 and m.end in _ours(facts) for m in facts.mentions):
        return None  # "if we introduce it, we will tell you"
    if still_stated(news, "collect", "data"):
        return None
    direction: Direction = "added" if news.kind == "new" else "removed"
    return Claim(direction, names(kinds - _VAGUE), _weight(kinds), "a kind of data is named", 2)


def _ours(facts: Facts) -> set[int]:
    return {m.start for m in facts.mentions if m.concept == "actor.company"}


def _users(facts: Facts) -> bool:
    """Whether it tells what users can do: "some users can turn a voice message into text"."""
    opens = any(m.concept == "actor.user" and m.start < _OPENS for m in facts.mentions)
    return opens and facts.has("limit.may") and not facts.ours


def _gathered(unit: Unit) -> bool:
    """Whether it is a short entry in a list of data that is collected or stored."""
    named = of_kind(unit.facts.concepts, "data") - _VAGUE
    sentence = unit.text.endswith(".") or unit.facts.has("topic.pointer", "form.aim") or not unit.place.lead
    if (sentence and not named) or unit.facts.denied or unit.facts.has("actor.company"):
        return False
    above = unit.near[-1:]
    listed = any(facts.has("act.collect", "act.keep") and facts.has("form.data") for facts in above)
    return listed and len(unit.words) <= _ENTRY


def _sources(unit: Unit) -> bool:
    """Whether it says that the company gathers content, or data from others."""
    facts = unit.facts
    named = facts.concepts & {"data.third-party", "data.public-content", "data.content"}
    ours = facts.ours and facts.first_act == "collect"
    return ours and bool(named) and not of_kind(facts.concepts, "data") - _VAGUE


def _denied(news: News, kinds: frozenset[str]) -> Claim | None:
    """A kind of data that matters, and is not used."""
    if not kinds & _GRAVE or "use" not in news.unit.facts.denied:
        return None
    direction: Direction = "narrowed" if news.kind == "new" else "removed"
    return Claim(direction, f"denial: {names(kinds & _GRAVE)}", 2, "a limit on what is used", 3)


def _edited(news: News) -> Claim | None:
    assert news.new is not None
    assert news.old is not None
    if news.new.facts.denied:
        return None
    first = news.new.facts.first_act
    if news.new.facts.has("form.means"):
        first = ""  # what counts as data is told, not what is done with it
    defined = news.new.facts.has("form.means") and news.new.facts.has("data.personal")
    listed = (news.new.place.item or news.new.cell) and news.new.under("act.collect", last=2)
    if first not in ("collect", "") or not (first or defined or listed):
        return None
    more, less = (of_kind(c, "data") for c in (news.gained, news.lost))
    if more - {"data.personal", "data.public-content"} and not less - _VAGUE:
        return Claim("added", names(more), 2 if more & _GRAVE else 1, "a kind of data joined a list", 2)
    if less - _VAGUE and not more - _VAGUE:
        return Claim("removed", names(less), 1, "a kind of data left a list", 2)
    return _put(news) or _member(news) or _bound(news)


def _put(news: News) -> Claim | None:
    """A kind of data put into a list that names others of its kind already."""
    assert news.new is not None
    facts = news.new.facts
    runs = [put for cut, put in news.swaps if not cut and _LISTED <= len(put) <= _MEMBER]
    places = {at for start, end in news.put if facts.words[start:end] in runs for at in range(start, end)}
    named = {m.concept for m in facts.mentions if m.concept.startswith("data.") and m.start in places}
    if not named - _VAGUE or facts.first_act != "collect":
        return None
    return Claim("added", names(named - _VAGUE), 1, "a kind of data joined a list", 2)


def _bound(news: News) -> Claim | None:
    """A condition that came to or left a statement that data is collected."""
    facts = news.unit.facts
    direction = conditioned(news) if facts.first_act == "collect" else None
    kinds = of_kind(facts.concepts, "data")
    if direction is None or not kinds:
        return None
    return Claim(direction, names(kinds - _VAGUE) or "data", 1, "a condition came or is gone", 2)


def _member(news: News) -> Claim | None:
    """A member that joined a list of data, or one that matters and left it, where nothing else changed."""
    assert news.new is not None
    assert news.old is not None
    facts = (news.new if news.put else news.old).facts
    runs = news.put or news.cut
    places = {at for start, end in runs for at in range(start, end)}
    within = {m.concept for m in facts.mentions if m.start in places}
    listed = sum(m.concept.startswith("data.") for m in facts.mentions) >= _LISTED
    short = all(end - start <= _MEMBER for start, end in runs)
    meant = any(stem(facts.words[at]) in facts.content for at in places)
    if facts.first_act != "collect" or not (listed and short and meant) or (news.put and news.cut):
        return None
    if of_kind(frozenset(within), "limit") or (news.cut and not within & _GRAVE):
        return None
    return Claim("added" if news.put else "removed", ANOTHER, 1, "a kind of data joined or left a list", 1)


RULE = Rule(
    "data-collection",
    "data-collection",
    "Kinds of data that are collected, or said not to be: biometric, location, payment, voice and so on.",
    "Edited: “We collect your text input, voice input and photos.”",
    "Kinds of data without an entry in the lexicon are seen only where they join a list, and have no name "
    "then.",
    ask,
)
