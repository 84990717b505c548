"""What is data used for, apart from training AI?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.findings.conditions import conditioned
from policydiff.findings.facts import stem
from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import (
    denial_turn,
    freed,
    gained,
    grown,
    limited,
    lost,
    names,
    of_kind,
    still_stated,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.findings.facts import Facts
    from policydiff.findings.news import News
    from policydiff.findings.units import Unit
    from policydiff.models import Direction

FURTHER = "a further aim"
"""The detail of a claim on a purpose that has no name in the lexicon."""
_OPENS = 2
"""Words of a run before the aim it names: "as well as to"."""
_NEAR = 3
"""Words between the company, or an aim, and what it does."""
_APART = 6
"""Words between a use and its aim."""
_MEANT = 2
"""Words with meaning that make an aim."""
_AIM = re.compile(r"(?:^|: )(?:to|pour|um|zur|zum|para|afin)\b", re.IGNORECASE)
"""A sentence, or what follows its label, that opens with an aim: "Research: To develop"."""
_GRAVE = frozenset({"purpose.advertising", "purpose.marketing"})
_ENTRIES = (
    "data.content", "data.messages", "data.ai-interactions", "data.location", "data.contacts", "data.voice",
    "data.browsing", "data.biometric", "data.payment",
)  # fmt: skip
_DATA = (
    "data.personal",
    "data.content",
    "data.messages",
    "data.ai-interactions",
    "data.contact",
    "data.location",
)


def _acts(facts: Facts) -> bool:
    """Whether something is done with data: "we personalise ads", not "personalised ads are useful"."""
    named = {m.start for m in facts.mentions if m.concept.startswith("purpose.")}
    before = [m.end for m in facts.mentions if m.concept in ("actor.company", "form.aim")]
    return any(
        m.concept in ("act.use", "act.market")
        and (m.start not in named or any(0 <= m.start - end <= _NEAR for end in before))
        for m in facts.mentions
    )


def _uses(unit: Unit) -> bool:
    """Whether the company says what it does with data or for which purpose."""
    facts = unit.facts
    if facts.has("act.market") or (_acts(facts) and (facts.ours or facts.has(*_DATA))):
        return True
    if facts.has("act.collect") and facts.ours:
        return True
    if facts.has("purpose.ai-features") and facts.has("ai.named"):
        return True
    if _AIM.search(unit.text):
        return True
    opens = any(m.start <= 1 and m.concept.startswith(("act.", "purpose.")) for m in facts.mentions)
    return opens and (unit.under("act.use", last=2) or bool(unit.place.lead) or unit.place.item)


def _context(unit: Unit) -> str:
    """The purposes that the rows and headings above name."""
    return names({c for above in unit.near for c in above.concepts if c.startswith("purpose.")})


def _listed(unit: Unit) -> bool:
    """Whether it is an entry in a list of the data that a purpose named above uses."""
    facts = unit.facts
    if (
        not facts.has(*_ENTRIES)
        or not (unit.cell or unit.place.lead)
        or facts.has("actor.company")
        or facts.denied
    ):
        return False
    used = any(above.has("form.inputs") for above in unit.near)
    return used and bool(_context(unit)) and not any(above.trains_ai for above in unit.near)


def _aims(unit: Unit, runs: Iterable[tuple[int, int]]) -> bool:
    """Whether one of some runs of words names an aim of its own: "and to estimate the time of delivery"."""
    facts = unit.facts
    taken = {m.start for m in facts.mentions if m.concept.startswith(("recipient.", "form.serve"))}
    aims = [m for m in facts.mentions if m.concept == "form.aim"]
    for start, end in runs:
        meant = [at for at in range(start, end) if stem(facts.words[at]) in facts.content]
        if any(
            start <= m.start <= min(start + _OPENS, meant[0] if meant else start)
            and m.end in meant
            and m.end not in taken
            and len(meant) >= _MEANT
            for m in aims
        ):
            return True
    return False


def _aim(unit: Unit) -> bool:
    """Whether it is an entry in a list of aims for which data is used."""
    if not unit.place.item or not _AIM.match(unit.text):
        return False
    if any(c.startswith(("right.", "choice.")) for above in unit.near for c in above.concepts):
        return False
    return any(above.has("act.use") and above.has("form.data", *_DATA) for above in unit.near[-2:])


def _unnamed(news: News) -> Claim | None:
    """A new statement of a use for something that has no entry in the lexicon."""
    if news.kind != "new" or news.unit.facts.denied:
        return None
    used = _aim(news.unit) or _serves(news.unit.facts, _AIM.match(news.unit.text) is not None)
    return Claim("added", FURTHER, 2, "it says what data is used for", 1) if used else None


def _serves(facts: Facts, aim_first: bool) -> bool:
    """Whether the company says that it uses data for an aim other than to provide something."""
    if not facts.has("actor.company") or not facts.has("act.use") or not facts.has("form.data", *_DATA):
        return False
    serves = {m.start for m in facts.mentions if m.concept == "form.serve"}
    if aim_first:
        return not serves & {0, 1}
    uses = [m.end for m in facts.mentions if m.concept == "act.use"]
    aims = [m for m in facts.mentions if m.concept == "form.aim"]
    near = [m.end for m in aims if any(0 <= m.start - end <= _APART for end in uses) and m.end not in serves]
    return any(at < len(facts.words) and stem(facts.words[at]) in facts.content for at in near)


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    facts = news.unit.facts
    purposes = of_kind(facts.concepts, "purpose")
    if "purpose.scope" in news.gained:
        return Claim("widened", "what the policy covers", 2, "the policy covers more", 3, open_reading=True)
    if facts.has("choice.opt-out", "choice.object", "choice.control") or facts.trains_ai:
        return None
    if (news.kind == "new" or news.rows) and _listed(news.unit):
        told = names(of_kind(facts.concepts, "data"))
        return Claim("widened", f"{told} for {_context(news.unit)}", 2, "more data serves a purpose", 3)
    if "use" in facts.denied and facts.has("form.other") and news.kind != "edited":
        direction: Direction = "narrowed" if news.kind == "new" else "removed"
        return Claim(direction, "denial: any other", 2, "a limit on what data is used for", 4)
    if not purposes and news.kind != "edited":
        return _unnamed(news)
    if "share" in facts.denied and facts.has("recipient.buyers"):
        return None
    turn = denial_turn(news, "use", "market")
    if turn and purposes - {"purpose.safety", "purpose.communication"}:
        return Claim(turn, f"denial: {names(purposes)}", 3, "a limit on what data is used for", 4)
    if news.kind == "edited":
        return _edited(news)
    if news.kind == "new" and news.unit.text.endswith(":"):
        return None  # it only introduces what follows
    if (
        facts.has("limit.not-only")
        or not purposes - {"purpose.communication"}
        or not _uses(news.unit)
        or facts.denied
        or still_stated(news, "use", "purpose")
    ):
        return None
    weight = 3 if purposes & _GRAVE else 2
    direction = "removed" if news.kind == "gone" else "widened" if grown(news) else "added"
    data = of_kind(facts.concepts, "data") - {"data.personal", "data.content"}
    strength = 3 if data and facts.has("act.use") and facts.first_act not in ("collect", "share") else 1
    return Claim(direction, names(purposes), weight, "it names a purpose", strength)


def _edited(news: News) -> Claim | None:
    assert news.new is not None
    assert news.old is not None
    if news.new.facts.denied:
        return None
    listed = news.old.facts.has("form.aim") and (news.new.cell or news.new.place.item)
    if not _uses(news.new):
        return _further(news) if listed else None
    purposes = of_kind(news.new.facts.concepts | news.old.facts.concepts, "purpose")
    rules = purposes and not _example(news)
    if rules and limited(news):
        return Claim("narrowed", names(purposes), 2, "a condition binds the company", 2)
    if rules and freed(news):
        return Claim("widened", names(purposes), 2, "a condition is gone", 2)
    more = gained(news, "purpose") | (gained(news, "ground") if purposes else frozenset())
    if news.new.facts.first_act == "use" and not more and not news.new.facts.has("form.means"):
        more = gained(news, "data") - {"data.personal"} - _first(news)
    less = frozenset() if news.old.facts.has("limit.other-than") else lost(news, "purpose")
    if more and not less:
        return Claim("widened", names(more), 2, "a purpose was added to a list", 3)
    if less and not more:
        return Claim("narrowed", names(less), 2, "a purpose was taken out of a list", 3)
    return None if more or less else _further(news) or _bound(news, purposes)


def _example(news: News) -> bool:
    """Whether it gives an example: that rules nothing."""
    return any(m.concept == "form.example" and m.start == 0 for m in news.unit.facts.mentions)


def _bound(news: News, purposes: frozenset[str]) -> Claim | None:
    """A condition that came to or left a statement of what data is used for."""
    facts = news.unit.facts
    direction = conditioned(news) if facts.first_act == "use" or facts.has("act.market") else None
    if direction is None or not (purposes or facts.has("form.data", *_DATA)):
        return None
    if _example(news) or news.unit.text.endswith(":"):
        return None
    return Claim(direction, names(purposes) or "data", 1, "a condition came or is gone", 2)


def _first(news: News) -> frozenset[str]:
    """Concepts in words put before the sentence: "if your device allows it" states no use of the device."""
    assert news.new is not None
    ends = [end for start, end in news.put if start == 0]
    return frozenset(m.concept for m in news.new.facts.mentions if ends and m.start < ends[0])


def _further(news: News) -> Claim | None:
    """An aim that joined a list of aims."""
    assert news.new is not None
    return Claim("widened", FURTHER, 2, "an aim joined a list", 2) if _aims(news.new, news.put) else None


RULE = Rule(
    "purpose",
    "purpose",
    "Purposes: advertising, marketing, personalisation, research, safety, product development, AI features.",
    "Edited: “To provide and develop products.”",
    "A purpose that is not in the lexicon is seen only where a sentence says “to” or “for the purpose of”, "
    "and has no name then.",
    ask,
)
