"""Conditions that an edit put on a statement or took away: "with your consent", "unless the law asks for it".

What comes in is an edited sentence; what goes out is whether the statement holds for less or more than
before. A condition is a run of words that came or went by itself, opens with a word of condition, and says
nothing else that the company does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.findings.news import News
    from policydiff.findings.units import Unit
    from policydiff.models import Direction

_LONGEST = 12
"""Words of a condition at most."""
_HEAD = 2
"""Words before a condition in a run of words that is one: ", and only if"."""
_PLACE = 3
"""Words of the other side that a condition may stand in place of."""
_ACTS = ("act.collect", "act.use", "act.share", "act.keep")


def conditioned(news: News) -> Direction | None:
    """Whether a condition came to what is said ("narrowed") or left it ("widened")."""
    if news.old is None or news.new is None:
        return None
    came = any(_condition(news.new, run) for run in news.put if _alone(news, run, 1))
    went = any(_condition(news.old, run) for run in news.cut if _alone(news, run, 0))
    return None if came == went else "narrowed" if came else "widened"


def on_settings(news: News) -> bool:
    """Whether such a condition names settings of the person: "depending on your settings"."""
    return "form.settings" in news.touched_new | news.touched_old and conditioned(news) is not None


def _alone(news: News, run: tuple[int, int], side: int) -> bool:
    """Whether hardly anything stands on the other side in the place of a run of words."""
    unit = news.new if side else news.old
    words = unit.words[run[0] : run[1]] if unit else ()
    return any(swap[side] == words and len(swap[1 - side]) <= _PLACE for swap in news.swaps)


def _condition(unit: Unit, run: tuple[int, int]) -> bool:
    """Whether a run of words of a sentence is a condition."""
    start, end = run
    if end - start > _LONGEST:
        return False
    within = [m for m in unit.facts.mentions if start <= m.start and m.end <= end]
    heads = [m for m in within if m.concept == "limit.condition" and m.start - start <= _HEAD]
    acts = any(m.concept == "actor.company" for m in within) and any(m.concept in _ACTS for m in within)
    return bool(heads) and not acts
