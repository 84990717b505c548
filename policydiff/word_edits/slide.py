"""Where an edit begins, if there is a choice.

In: the tokens of both sides and the runs that are kept. Out: the same runs, with edits that begin where a
sentence or a phrase begins. Both of these are right, and only one reads well:

    We keep data. [We sell data. ]We share data.
    We keep data. We [sell data. We ]share data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.text import word_count
from policydiff.word_edits.sequences import EqualRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.word_edits.best_chain import Tokens

_ENDS = {".": 4, "!": 4, "?": 4, ";": 3, ":": 3, ",": 2, ")": 1}
"""How good it is to begin after a punctuation mark."""
_KEPT = 3
"""So many words must a run keep, lest it become an island."""


def slide(tokens: Tokens, runs: Sequence[EqualRun]) -> list[EqualRun]:
    """Runs between which the edits begin at better places."""
    found = [run for run in runs if run.size]
    for k in range(len(found) - 1):
        found[k], found[k + 1] = _slid(tokens, found[k], found[k + 1])
    return found


def _slid(tokens: Tokens, one: EqualRun, other: EqualRun) -> tuple[EqualRun, EqualRun]:
    """Two runs, with the edit between them moved to the best place if it is only on one side."""
    if one.old + one.size == other.old:
        side, start, end = tokens.b, one.new + one.size, other.new
    elif one.new + one.size == other.new:
        side, start, end = tokens.a, one.old + one.size, other.old
    else:
        return one, other
    left = right = 0
    while left < one.size - 1 and side[start - left - 1] == side[end - left - 1]:
        left += 1
    while right < other.size - 1 and side[start + right] == side[end + right]:
        right += 1
    shifts = [shift for shift in range(-left, right + 1) if not shift or _roomy(tokens, one, other, shift)]
    best = max(shifts, key=lambda shift: (_score(side, start + shift, end + shift), -abs(shift), shift))
    return (
        EqualRun(one.old, one.new, one.size + best),
        EqualRun(other.old + best, other.new + best, other.size - best),
    )


def _roomy(tokens: Tokens, one: EqualRun, other: EqualRun, shift: int) -> bool:
    shorter = EqualRun(one.old, one.new, one.size + shift)
    behind = EqualRun(other.old + shift, other.new + shift, other.size - shift)
    return tokens.words(shorter) >= _KEPT and tokens.words(behind) >= _KEPT


def _score(side: Sequence[str], start: int, end: int) -> int:
    """How well an edit from one token up to another reads: what it stands after, and what it begins with."""
    begins_with_mark = not word_count(side[start])
    return 2 * _ENDS.get(side[start - 1], 0) + _ENDS.get(side[end - 1], 0) - 3 * begins_with_mark
