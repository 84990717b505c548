"""Which kinds of data are collected?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.facts import stem
from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import denial_turn, names, of_kind, still_stated

if TYPE_CHECKING:
    from policydiff.findings.news import News
    from policydiff.findings.units import Unit
    from policydiff.models import Direction

_GRAVE = frozenset({"data.biometric", "data.precise-location", "data.health", "data.sensitive", "data.voice"})
ANOTHER = "another kind of data"
"""The detail of a claim on data that has no name in the lexicon."""
_ENTRY = 16
"""Words of an entry that names a kind of data."""
_MEMBER = 8
"""Words of a member of a list within a sentence."""
_VAGUE = frozenset(
    {"data.personal", "data.content", "data.public-content", "data.third-party", "data.feedback"}
)


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    facts = news.unit.facts
    kinds = of_kind(facts.concepts, "data")
    weight = 3 if kinds & {"data.biometric"} else 2 if kinds & _GRAVE else 1
    turn = denial_turn(news, "collect", "keep")
    if turn and kinds:
        return Claim(turn, f"denial: {names(kinds)}", max(weight, 2), "a limit on what is collected", 3)
    if news.kind != "edited" and facts.denied and not facts.affirmed:
        return _denied(news, kinds)
    if news.kind == "edited":
        return _edited(news)
    if news.kind == "gone" and not kinds & _GRAVE:
        return None  # lists are written anew too often for that to be news
    if news.kind == "new" and facts.has("act.derive") and kinds - _VAGUE:
        return Claim("added", names(kinds - _VAGUE), max(weight, 2), "data is derived from other data", 3)
    if news.kind == "new" and news.unit.place.item and not facts.named("act") and _gathered(news.unit):
        return Claim("added", names(kinds - _VAGUE) or ANOTHER, weight, "a kind of data joined a list", 1)
    ours = facts.has("actor.company") and facts.first_act == "use" and not facts.denied
    if news.kind == "new" and ours and kinds & (_GRAVE | {"data.camera"}):
        return Claim("added", names(kinds - _VAGUE), weight, "a kind of data is used", 1)
    collects = facts.has("act.collect") or (kinds & _GRAVE and facts.has("act.use"))
    if _sources(news):
        strength = 2 if "data.third-party" in kinds else 1
        return Claim("added", names(kinds), weight, "a source or kind of data is named", strength)
    if not collects or not kinds - _VAGUE or still_stated(news, "collect", "data"):
        return None
    direction: Direction = "added" if news.kind == "new" else "removed"
    return Claim(direction, names(kinds - _VAGUE or kinds), weight, "a kind of data is named", 2)


def _gathered(unit: Unit) -> bool:
    """Whether it is a short entry in a list of data that is collected or stored."""
    named = of_kind(unit.facts.concepts, "data") - _VAGUE
    sentence = unit.text.endswith(".") or unit.facts.has("topic.pointer", "form.aim") or not unit.place.lead
    if (sentence and not named) or unit.facts.denied or unit.facts.has("actor.company"):
        return False
    above = unit.near[-1:]
    return len(unit.words) <= _ENTRY and any(f.has("act.collect", "act.keep") and f.has("form.data") for f in above)


def _sources(news: News) -> bool:
    """Whether a new statement says that the company gathers content, or data from others."""
    facts = news.unit.facts
    named = facts.concepts & {"data.third-party", "data.public-content", "data.content"}
    ours = facts.has("actor.company") and facts.first_act == "collect"
    return news.kind == "new" and ours and bool(named) and not of_kind(facts.concepts, "data") - _VAGUE


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
    if first not in ("collect", "") or not (first or defined or news.new.under("act.collect", last=2)):
        return None
    more, less = (of_kind(c, "data") for c in (news.gained, news.lost))
    if more - {"data.personal", "data.public-content"} and not less - _VAGUE:
        return Claim("added", names(more), 2 if more & _GRAVE else 1, "a kind of data joined a list", 2)
    if less - _VAGUE and not more - _VAGUE:
        return Claim("removed", names(less), 1, "a kind of data left a list", 2)
    return _put(news) or _member(news)


def _put(news: News) -> Claim | None:
    """A kind of data put into a list that names others of its kind already."""
    assert news.new is not None
    facts = news.new.facts
    runs = [put for cut, put in news.swaps if put and not cut and len(put) <= _MEMBER]
    places = {
        at for start, end in news.put if facts.words[start:end] in runs for at in range(start, end)
    }
    named = {m.concept for m in facts.mentions if m.concept.startswith("data.") and m.start in places} - _VAGUE
    if not named or facts.first_act != "collect":
        return None
    return Claim("added", names(named), 1, "a kind of data joined a list", 2)


def _member(news: News) -> Claim | None:
    """A member that joined or left a list of data, and nothing else changed."""
    assert news.new is not None
    assert news.old is not None
    runs = news.put or news.cut
    unit = news.new if news.put else news.old
    kinds = sum(m.concept.startswith("data.") for m in unit.facts.mentions)
    if bool(news.put) == bool(news.cut) or unit.facts.first_act != "collect" or kinds < len(("a", "list")):
        return None
    short = all(end - start <= _MEMBER for start, end in runs)
    meant = any(stem(w) in unit.facts.content for start, end in runs for w in unit.words[start:end])
    limits = any(m.concept.startswith("limit.") and any(s <= m.start < e for s, e in runs) for m in unit.facts.mentions)
    grave = any(m.concept in _GRAVE and any(s <= m.start < e for s, e in runs) for m in unit.facts.mentions)
    if not short or not meant or limits or (news.cut and not grave):
        return None
    return Claim("added" if news.put else "removed", ANOTHER, 1, "a kind of data joined or left a list", 1)


RULE = Rule(
    "data-collection",
    "data-collection",
    "Kinds of data that are collected, or said not to be: biometric, location, payment, voice and so on.",
    "Edited: “We collect your text input, voice input and photos.”",
    "Kinds of data without an entry in the lexicon are not seen when they join a list.",
    ask,
)
