"""Is personal data used to train, develop or improve artificial intelligence, or is that denied?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.rule import IN_FORCE, Claim, Rule
from policydiff.findings.shape import denial_turn, edit_direction, gained, names, of_kind

if TYPE_CHECKING:
    from policydiff.findings.news import News
    from policydiff.findings.units import Unit
    from policydiff.models import Direction

_ACTS = ("train", "use", "develop", "collect", "share")
_WEAK = frozenset({"data.third-party", "data.personal", "purpose.communication"})
_ALIKE = 0.6
"""Share of its words that a row must hold to be the same row about other people."""
_INPUTS = (
    "data.content", "data.public-content", "data.ai-interactions", "data.personal", "data.messages",
    "data.third-party", "ai.corpus",
)  # fmt: skip


def _speaks(unit: Unit | None) -> bool:
    """Whether it is about training AI, by itself or as one of the sentences on it."""
    if unit is None:
        return False
    used = unit.facts.has("act.use") and unit.facts.has("ai.named", "form.this") and unit.facts.has(*_INPUTS)
    return unit.facts.trains_ai or (used and unit.beside)


def _bounded(unit: Unit) -> bool:
    """Whether AI may use data only to give the feature itself."""
    facts = unit.facts
    return (
        facts.has("ai.named") and facts.has("act.use") and facts.has(*_INPUTS) and facts.has("limit.solely")
    )


def _listed(unit: Unit) -> bool:
    """Whether it is an entry under a row or heading that speaks of training AI."""
    return any(above.trains_ai for above in unit.near) and unit.facts.has(*_INPUTS)


def _people_moved(news: News) -> bool:
    """Whether a row like this one stood under a heading about other people."""
    before = news.old or news.elsewhere
    if before is None or not (before.facts.trains_ai or _listed(before)) or news.share < _ALIKE:
        return False
    if "people.others" in news.unit.facts.concepts - before.facts.concepts:
        return True
    return bool(news.unit.people) and before.people != news.unit.people


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    spoken = _speaks(news.old) or _speaks(news.new)
    if not spoken and news.kind == "new" and _bounded(news.unit):
        return Claim("narrowed", "only to provide the feature", 3, "it bounds what AI may use", 4)
    if not spoken and not _listed(news.unit):
        return None
    if news.unit.facts.has("basis.interest"):
        return None  # an interest relied on is a matter of the legal basis
    if news.unit.facts.has("choice.object") and news.unit.facts.has("limit.not"):
        return None  # what follows from an objection is a matter of the choice
    concerned = of_kind(news.unit.facts.concepts, "data", "people")
    detail = names(concerned - {"data.personal"}) or "personal data"
    turn = denial_turn(news, *_ACTS)
    if turn and spoken:
        return Claim(turn, f"denial: {detail}", 3, "it decides whether data trains AI", 5)
    if news.kind == "new":
        return _new(news, detail, spoken, bool(concerned))
    if news.kind == "gone":
        return _gone(news, detail)
    return _edited(news, detail)


def _new(news: News, detail: str, spoken: bool, concerned: bool) -> Claim | None:
    """A new statement: whose data, or an aim of the company; not how models work."""
    facts = news.unit.facts
    opens = any(m.start <= 1 and m.concept in ("act.develop", "act.train") for m in facts.mentions)
    if not (concerned or opens or facts.has("ai.corpus") or news.unit.cell or news.unit.place.item):
        return None
    if facts.has("limit.delay"):
        return Claim("narrowed", "paused or delayed", 3, "it says that training waits", 5)
    direction: Direction = "widened" if _people_moved(news) else "added"
    ours = (
        opens
        or facts.has("choice.opt-out")
        or (facts.has("actor.company") and facts.has("act.use", "act.collect", "act.share"))
    )
    return Claim(direction, detail, 3, "data may train AI", 4 if spoken and (ours or facts.denied) else 3)


def _more_models(news: News) -> bool:
    """Whether more models or products are named: other kinds of models, more names and none less."""
    models = bool(news.touched_new & {"ai.named", "ai.model"}) and bool(
        news.touched_old & {"ai.named", "ai.model"}
    )
    return models and bool(news.names_came) and not news.names_went


def _gone(news: News, detail: str) -> Claim | None:
    if not _speaks(news.old):
        return None
    if news.unit.facts.has("limit.delay", "limit.not"):
        return Claim("removed", detail, 3, "a promise about training AI is gone", 4)
    if "trains" in news.kept:
        return None  # a removed sentence is no removed fact
    return Claim("removed", detail, 2, "training AI is no longer named", 3)


def _took_effect(news: News) -> bool:
    """Whether a statement with a day to come became one about today."""
    assert news.old is not None
    assert news.new is not None
    before, after = news.old.facts, news.new.facts
    waited = before.has("limit.will") and before.digits and not after.has("limit.will")
    return waited and _speaks(news.old) and _speaks(news.new)


def _edited(news: News, detail: str) -> Claim | None:
    if _took_effect(news):
        return Claim("changed", IN_FORCE, 3, "what was announced is now done", 4)
    if not _speaks(news.old) and _speaks(news.new):
        return Claim("added", detail, 3, "data may train AI", 4)
    if _speaks(news.old) and not _speaks(news.new):
        return Claim("narrowed", detail, 3, "training AI is no longer named", 4)
    direction: Direction | None = "widened" if _people_moved(news) or _more_models(news) else None
    direction = direction or edit_direction(
        news, "data", "people", "purpose", "ai", but=_WEAK if _speaks(news.new) else frozenset()
    )
    if direction is None:
        return None
    told = names(gained(news, "data", "people", "ai")) or detail
    return Claim(direction, told, 3, "what trains AI changed", 4)


RULE = Rule(
    "ai-training",
    "ai-training",
    "Statements that personal data trains, develops or improves artificial intelligence, and denials of it.",
    "New: “We use public posts to train our models.”",
    "Training that is only implied by “improving our services” is told as a purpose.",
    ask,
)
