"""Words that were removed and came back unchanged: a note for the step that shows them.

A recorder that loses passages of a page finds them again; a company seldom writes the same sentences twice.
Two captures cannot show which it is, a third can.

What this gets wrong: a company that takes a section out and brings it back to the letter years later is
reported as one whose recorder lost the words and found them again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.models import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.history_models import History, Sighting, Step

_FEW = 12
"""Most words of what is no passage: a date that is printed again, a label."""
_PART = 0.5
"""Share of the removed, or added, words that must be the same in the other capture."""
_ALONE = 0.1
"""Ratio of added to removed words below which nothing took the place of the removed ones."""


def returned(history: History, step: Step) -> tuple[Reason, ...]:
    """The reasons that the removed words of a step come back later, or that the added ones were there
    before."""
    seen = [one.sighting for one in history.judged if one.variant == step.variant]
    words = {one.id: one.words for side in (step.old, step.new) for one in side.fingerprint.statements}
    old, new = (frozenset([one.id for one in side.fingerprint.statements]) for side in (step.old, step.new))
    went, came = old - new, new - old
    at = next(place for place, one in enumerate(seen) if one is step.new)
    later = _same(seen[at + 1 :], went, words)
    begun = next(place for place, one in enumerate(seen) if one is step.old)
    earlier = _same(reversed(seen[:begun]), came, words)
    reasons = []
    if later:
        lost = _weight(came, words) <= _ALONE * _weight(went, words)
        why = ", and nothing had taken their place: perhaps the recorder had lost them" if lost else ""
        reasons.append(
            Reason("came-back", f"Words that went came back on {_day(later)}, the same to the letter{why}")
        )
    if earlier:
        reasons.append(
            Reason(
                "stood-before",
                f"Words that came had stood there until {_day(earlier)}, the same to the letter",
            )
        )
    return tuple(reasons)


def _same(seen: Iterable[Sighting], wanted: frozenset[int], words: dict[int, int]) -> Sighting | None:
    """The first sighting that has most of some statements."""
    whole = _weight(wanted, words)
    if whole < _FEW:
        return None
    for one in seen:
        has = wanted & {statement.id for statement in one.fingerprint.statements}
        if _weight(has, words) >= max(_FEW, _PART * whole):
            return one
    return None


def _weight(statements: Iterable[int], words: dict[int, int]) -> int:
    return sum(words[one] for one in statements)


def _day(sighting: Sighting) -> str:
    return f"{sighting.at.day} {sighting.at:%B %Y}"
