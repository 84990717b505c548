"""Since when does it say that, and did it ever stop?

In: a history and which sightings say it. Out: the stretches in which the policy says it, noise removed.

- Captures that are passed over neither end a stretch nor begin one.
- A statement ends when a later capture of the same track lacks it, and no other track that had it is seen
  with it again. A variant that never had it says nothing.
- A page that alternates between texts has the statement from the first of them that says it to the last.
- A true return, in a text not seen before, begins a new stretch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.histories import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.histories import History, Judged, Sighting


def runs(history: History, says: Sequence[bool]) -> tuple[Run, ...]:
    """The stretches in which the policy says it, oldest first.

    Args:
        history: the sightings of a series, judged.
        says: for each of them, whether its text says it.
    """
    counting = [place for place, judged in enumerate(history.judged) if judged.passed_over is None]
    later: dict[int, list[int]] = {}
    for place in counting:
        later.setdefault(history.judged[place].track, []).append(place)
    found: list[Run] = []
    said: dict[int, bool] = {}
    open_run: _Open | None = None
    before: Sighting | None = None
    for place in counting:
        judged = history.judged[place]
        later[judged.track].pop(0)
        if says[place]:
            open_run = open_run or _Open(judged, before)
            open_run.add(judged)
        elif open_run and said.get(judged.track):
            others = (track for track in said if said[track] and track != judged.track)
            if not any(later[track] and says[later[track][0]] for track in others):
                found.append(open_run.closed(judged.sighting))
                open_run = None
        said[judged.track] = says[place]
        before = judged.sighting
    if open_run:
        found.append(open_run.closed(None))
    return tuple(found)


class _Open:
    """A stretch that has begun."""

    def __init__(self, first: Judged, before: Sighting | None) -> None:
        self._first, self._before, self._last = first.sighting, before, first.sighting
        self._variants: set[int] = set()

    def add(self, judged: Judged) -> None:
        self._last = judged.sighting
        self._variants.add(judged.variant)

    def closed(self, by: Sighting | None) -> Run:
        return Run(self._first, self._last, self._before, by, tuple(sorted(self._variants)))
