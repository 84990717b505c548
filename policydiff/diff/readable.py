"""Which common words are worth showing as kept.

In: two token streams and the runs of their longest common subsequence. Out: fewer and better runs. The
shortest list of edits is not the most readable one: single words that two sentences share by chance
("our", "information") break the edit into confetti.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.diff.sequences import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.diff.words import Stream


def readable(a: Stream, b: Stream, runs: Sequence[Run], language: str) -> list[Run]:
    """Fewer and better runs."""
    return list(runs)
