"""Since when does a policy say something, and did it ever stop?

In: a history and which sightings say it. Out: the stretches in which the policy says it, noise removed.

- Captures that are passed over neither end a stretch nor begin one.
- A statement ends when a later capture of the same track lacks it, and no other track that had it is seen
with it again. A variant that never had it has no influence.
- A page that alternates between texts has the statement from the first of them that says it to the last.
- A statement that is missing for a few days only, in whatever text, was never gone: pages toggle their
sections.
- A true return, in a text not seen before, begins a new stretch.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from policydiff.history_models import PresenceRun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.history_models import History, Judged, Sighting


_FLAP = timedelta(days=7)
"""Longest time without it that neither ends a stretch nor begins one."""
_FOR_LONG = timedelta(days=14)
"""Time after which a text that was not seen again is over, and a time without it worth telling."""


def runs(history: History, says: Sequence[bool]) -> tuple[PresenceRun, ...]:
    """The stretches in which the policy says it, oldest first.

    Args:
        history: the sightings of a series, judged.
        says: for each of them, whether its text says it.
    """
    counting = [place for place, judged in enumerate(history.judged) if judged.passed_over is None]
    later: dict[int, list[int]] = {}
    for place in counting:
        later.setdefault(history.judged[place].track, []).append(place)
    found: list[tuple[_Open, Judged]] = []
    said: dict[int, bool] = {}
    open_run: _Open | None = None
    before: Sighting | None = None
    latest: dict[int, Sighting] = {}
    """The last sighting of each variant."""
    for place in counting:
        judged = history.judged[place]
        later[judged.track].pop(0)
        if says[place]:
            if open_run is None and found and judged.sighting.at - found[-1][1].sighting.at < _FLAP:
                open_run = found.pop()[0]  # gone for days and back: that is a flap, no return
            open_run = open_run or _Open(judged, before, latest.get(judged.variant))
            open_run.says(judged)
        elif open_run and said.get(judged.track):
            others = (track for track in said if said[track] and track != judged.track)
            if not any(later[track] and says[later[track][0]] for track in others):
                found.append((open_run, judged))
                open_run = None
        if open_run and not says[place]:
            open_run.lacks(judged)
        said[judged.track] = says[place]
        before = latest[judged.variant] = judged.sighting
    ended = tuple(run.closed(by) for run, by in found)
    return (*ended, open_run.closed(open_run.over())) if open_run else ended


class _Open:
    """A stretch that has begun."""

    def __init__(self, first: Judged, before: Sighting | None, of_variant: Sighting | None) -> None:
        self._first, self._before, self._last = first.sighting, before, first.sighting
        self._came = (of_variant, first.sighting) if of_variant else None
        self._said: dict[int, Sighting] = {}
        """The last sighting of each variant that says it."""
        self._lacking: list[Judged] = []
        """Sightings without it since the last one that says it."""
        self._without: list[tuple[Sighting, Sighting]] = []

    def says(self, judged: Judged) -> None:
        """A sighting says it, again."""
        lacking = self._of_its_variants()
        if lacking and judged.sighting.at - lacking[0].sighting.at >= _FOR_LONG:
            self._without.append((lacking[0].sighting, lacking[-1].sighting))
        self._last = judged.sighting
        self._said[judged.variant] = judged.sighting
        self._lacking = []

    def lacks(self, judged: Judged) -> None:
        """A sighting does not say it, and yet it does not end the stretch."""
        self._lacking.append(judged)

    def over(self) -> Judged | None:
        """The sighting that followed the last one that says it, if it lasted; None if the stretch may go
        on."""
        lacking = self._of_its_variants()
        over = lacking and lacking[-1].sighting.at - self._last.at >= _FOR_LONG
        return lacking[0] if over else None

    def closed(self, by: Judged | None) -> PresenceRun:
        """The stretch, ended by a sighting or by nothing."""
        ended, last = (by.sighting, self._said.get(by.variant)) if by else (None, None)
        return PresenceRun(
            self._first,
            self._last,
            self._before,
            ended,
            tuple(sorted(self._said)),
            tuple(self._without),
            came=self._came,
            went=(last, ended) if last and ended else None,
        )

    def _of_its_variants(self) -> list[Judged]:
        return [judged for judged in self._lacking if judged.variant in self._said]
