"""From a judged history to the steps that may be changes: each told once, in its own variant.

A variant's page may alternate between two texts, both of which then change alike, days apart. Whoever reads
the timeline wants one entry. So an entry needs news: statements that no text told so far had, or told
statements that no later capture of the variant has. Otherwise the step repeats what was told.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.histories import Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.histories import History, Judged


def steps(history: History) -> tuple[Step, ...]:
    """The steps between texts of each variant, in the order of their new sides."""
    return tuple(
        sorted(
            (step for variant in range(len(history.variants)) for step in _of_variant(history, variant)),
            key=lambda step: order[id(step.new)],
        )
        if (order := {id(one.sighting): place for place, one in enumerate(history.judged)})
        else ()
    )


def flaps(history: History) -> int:
    """How often the page went back to a text already known, variants and captures passed over included."""
    states = [_state(judged) for judged in history.judged]
    seen: set[tuple[frozenset[int], int]] = set()
    count = 0
    for before, state in pairwise([None, *states]):
        count += state in seen and state != before
        seen.add(state) if state else None
    return count


def _state(judged: Judged) -> tuple[frozenset[int], int]:
    sighting = judged.sighting
    return frozenset([one.id for one in sighting.sketch.statements]), sighting.links


class _Teller:
    """Goes through the sightings of one variant and knows what was told so far."""

    def __init__(self, seen: list[tuple[Judged, frozenset[int]]]) -> None:
        self._seen = seen
        self._last_of_track = {judged.track: place for place, (judged, _) in enumerate(seen)}
        self._last_of_statement: dict[int, int] = {}
        for place, (_, text) in enumerate(seen):
            self._last_of_statement.update(dict.fromkeys(text, place))
        self._told: set[int] = set()
        self._current: dict[int, int] = {}
        """Place of the last sighting of each track that is not over."""

    def tell(self) -> Iterator[tuple[int, int]]:
        """Places of the old and the new sighting of each step that has news."""
        for place, (judged, text) in enumerate(self._seen):
            olds = self._olds(place, judged)
            if not self._current:
                self._told |= text
            elif olds:
                old = max(olds)
                if self._news(place, text, olds) or self._relinked(old, place):
                    yield old, place
                    self._told |= text
            for track in [track for track, last in self._last_of_track.items() if last < place]:
                self._current.pop(track, None)
            self._current[judged.track] = place

    def _olds(self, place: int, judged: Judged) -> list[int]:
        """What this sighting may follow: its own track, and tracks that are over."""
        over = [seen for track, seen in self._current.items() if self._last_of_track[track] < place]
        own = self._current.get(judged.track)
        return [*over, own] if own is not None and own not in over else over

    def _news(self, place: int, text: frozenset[int], olds: list[int]) -> bool:
        come, gone = set[int](), set[int]()
        for old in olds:
            before = self._seen[old][1]
            come |= text - before - self._told
            gone |= (before - text) & self._told
        lost = {one for one in gone if self._last_of_statement[one] < place}
        self._told -= lost
        return bool(come or lost)

    def _relinked(self, old: int, place: int) -> bool:
        before, after = self._seen[old][0], self._seen[place][0]
        return before.track == after.track and before.sighting.links != after.sighting.links


def _of_variant(history: History, variant: int) -> Iterator[Step]:
    seen = [(judged, _state(judged)[0]) for judged in history.judged if judged.variant == variant]
    places: dict[tuple[frozenset[int], int], list[int]] = defaultdict(list)
    for place, (judged, text) in enumerate(seen):
        places[text, judged.sighting.links].append(place)
    last = len(seen) - 1
    for old, new in _Teller(seen).tell():
        judged = seen[new][0]
        own = [k for k, (one, _) in enumerate(seen) if one.track == judged.track and k > new]
        yield Step(variant, seen[old][0].sighting, judged.sighting, confirmed=bool(own) or new < last)
