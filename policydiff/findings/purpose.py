"""What is data used for, apart from training AI?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import denial_turn, freed, gained, limited, lost, names, of_kind

if TYPE_CHECKING:
    from policydiff.findings.news import News

_GRAVE = frozenset({"purpose.advertising", "purpose.marketing"})


def ask(news: News) -> Claim | None:
    facts = news.unit.facts
    purposes = of_kind(facts.concepts, "purpose")
    turn = denial_turn(news, "use", "market")
    if turn and purposes:
        return Claim(turn, f"denial: {names(purposes)}", 3, "a limit on what data is used for", 3)
    if news.kind == "edited":
        return _edited(news)
    if not purposes or not facts.has("act.use", "act.market", "act.develop"):
        return None
    weight = 3 if purposes & _GRAVE else 2
    return Claim("added" if news.kind == "new" else "removed", names(purposes), weight, "it names a purpose", 1)


def _edited(news: News) -> Claim | None:
    assert news.new is not None
    assert news.old is not None
    if not news.new.facts.has("act.use", "act.develop", "act.market"):
        return None
    purposes = of_kind(news.new.facts.concepts | news.old.facts.concepts, "purpose")
    if purposes and limited(news):
        return Claim("narrowed", names(purposes), 2, "a condition binds the company", 2)
    if purposes and freed(news):
        return Claim("widened", names(purposes), 2, "a condition is gone", 2)
    more = gained(news, "purpose") & news.touched_new
    less = lost(news, "purpose") & news.touched_old
    if more and not less:
        return Claim("widened", names(more), 2, "a purpose was added to a list", 2)
    if less and not more:
        return Claim("narrowed", names(less), 2, "a purpose was taken out of a list", 2)
    return None


RULE = Rule(
    "purpose",
    "purpose",
    "Purposes: advertising, marketing, personalisation, research, safety, product development, AI features.",
    "Edited: “To provide and develop products.”",
    "A purpose that is not in the lexicon is not seen.",
    ask,
)
