"""From a judged history to the steps that may be changes, each once, in its own variant.

The page of a variant may alternate between two texts, both of which then change in the same way, days apart.
A timeline should have one entry for that. So an entry needs news: statements that no text so far had, or
known statements that no later capture of the variant has. Otherwise the step repeats an earlier one.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.history_models import Step

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from policydiff.history_models import History, Judged


_FOR_LONG = timedelta(days=14)
"""Time for which a text must stay to be no mere flap when the one before it comes back to the letter."""
_ANEW = timedelta(days=1)
"""Time within which a recorder that changes how it reads a page reads the capture that it has."""
_LITTLE = 0.2
"""Most of its statements, as a share, in which a text differs from one that it alternates with."""


def steps(history: History) -> tuple[Step, ...]:
    """The steps between texts of each variant, in the order of their new sides."""
    found = dict[int, Step]()
    for variant in range(len(history.variants)):
        found.update(_of_variant(history, variant))
    return tuple(found[place] for place in sorted(found))


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
    return frozenset([one.id for one in sighting.fingerprint.statements]), sighting.links


class _Teller:
    """Goes through the sightings of one variant and finds the steps with news."""

    def __init__(self, seen: list[tuple[Judged, frozenset[int]]], tracks: list[int]) -> None:
        self._seen = seen
        self._tracks = tracks
        self._states = [(text, judged.sighting.links) for judged, text in seen]
        self._last_of_track = {track: place for place, track in enumerate(tracks)}
        self._seen_with: dict[int, list[int]] = defaultdict(list)
        for place, (_, text) in enumerate(seen):
            for one in text:
                self._seen_with[one].append(place)
        self._known_statements: set[int] = set()
        self._shown: set[int] = set()
        """Statements that were removed with an earlier step while another text of the page still had them."""
        self._current: dict[int, int] = {}
        """Place of the last sighting of each track that is not over."""

    def tell(self) -> Iterator[tuple[int, int]]:
        """Places of the old and the new sighting of each step that has news."""
        known, lasts = self._known(), self._lasts()
        for place, (_, text) in enumerate(self._seen):
            own = self._tracks[place]
            if known[place] and not lasts[place]:
                self._current[own] = place  # one of the texts that alternate: which one stays is not yet seen
                continue
            olds = self._olds(place)
            if not self._current:
                self._known_statements |= text
            elif olds and not self._alternate(place):
                old = self._best(olds, own, text)
                if self._read_anew(old, place):
                    self._known_statements |= text
                elif self._news(place, text, olds) or self._relinked(old, place):
                    yield old, place
                    self._known_statements |= text
                    self._shown = (self._shown - text) | (self._seen[old][1] - text)
            for track in [track for track, last in self._last_of_track.items() if last < place]:
                self._current.pop(track, None)
            self._current[own] = place

    def _best(self, olds: list[int], own: int, text: frozenset[int]) -> int:
        """The sighting to compare with: the one that shows most of the removed statements; then one whose
        statements are all known, one of the same track, the latest.
        """

        def shows(one: int) -> tuple[int, bool, bool, int]:
            before = self._seen[one][1]
            gone = len(((before - text) & self._known_statements) - self._shown)
            return gone, before <= self._known_statements, self._tracks[one] == own, one

        return max(olds, key=shows)

    def _alternate(self, place: int) -> bool:
        """Whether a text begins a track beside a reported one, goes on, and differs from it in little."""
        own, text = self._tracks[place], self._seen[place][1]
        return own not in self._current and any(
            self._last_of_track[track] > place
            and self._seen[last][1] <= self._known_statements
            and len(self._seen[last][1] ^ text) <= _LITTLE * len(text)
            for track, last in self._current.items()
        )

    def _known(self) -> list[bool]:
        """For each sighting: whether its statements were seen before in this variant, with the same link
        targets."""
        seen, known = set[tuple[frozenset[int], int]](), list[bool]()
        for state in self._states:
            known.append(state in seen)
            seen.add(state)
        return known

    def _lasts(self) -> list[bool]:
        """For each sighting: whether nothing else is seen for a while, or to the end."""
        found = list[bool]()
        after: datetime | None = None
        """When something else was seen next."""
        for place in range(len(self._seen) - 1, -1, -1):
            if place + 1 < len(self._seen) and self._states[place] != self._states[place + 1]:
                after = self._seen[place + 1][0].sighting.at
            found.append(after is None or after - self._seen[place][0].sighting.at >= _FOR_LONG)
        return found[::-1]

    def _olds(self, place: int) -> list[int]:
        """The sightings that this one may follow: of its own track, and of tracks that ended."""
        over = [seen for track, seen in self._current.items() if self._last_of_track[track] < place]
        own = self._current.get(self._tracks[place])
        return [*over, own] if own is not None and own not in over else over

    def _news(self, place: int, text: frozenset[int], olds: list[int]) -> bool:
        come, gone = set[int](), set[int]()
        for old in olds:
            before = self._seen[old][1]
            come |= text - before - self._known_statements
            gone |= (before - text) & self._known_statements
        lost = {one for one in gone if one not in self._shown and not self._alive(one, place)}
        self._known_statements -= lost
        return bool(come or lost)

    def _alive(self, statement: int, place: int) -> bool:
        """Whether another track than that of this sighting still has a statement afterwards."""
        own = self._tracks[place]
        return any(k > place and self._tracks[k] != own for k in self._seen_with[statement])

    def _relinked(self, old: int, place: int) -> bool:
        """Whether the links of the same text lead elsewhere; states of links are numbered for each text."""
        (before, was), (after, text) = self._seen[old], self._seen[place]
        same = self._tracks[old] == self._tracks[place] and was == text
        return same and before.sighting.links != after.sighting.links

    def _read_anew(self, old: int, place: int) -> bool:
        """Whether the recorder read the same capture again, so that the difference is the recorder's."""
        before, after = self._seen[old][0].sighting, self._seen[place][0].sighting
        return after.technical and after.at - before.at < _ANEW


def _of_variant(history: History, variant: int) -> Iterator[tuple[int, Step]]:
    """The steps of a variant, each with the place of its new side among all sightings."""
    places = [place for place, judged in enumerate(history.judged) if judged.variant == variant]
    seen = [(history.judged[place], _state(history.judged[place])[0]) for place in places]
    tracks = _tracks_of_steps([judged for judged, _ in seen])
    for old, new in _Teller(seen, tracks).tell():
        later = any(track == tracks[new] for track in tracks[new + 1 :])
        confirmed = later or new < len(seen) - 1
        yield places[new], Step(variant, seen[old][0].sighting, seen[new][0].sighting, confirmed=confirmed)


def _tracks_of_steps(seen: list[Judged]) -> list[int]:
    """The track of each sighting; of a text that came for long and went again, the track around it.

    To the letter the old text is back: that is a change and its withdrawal, both worth telling. Days would be
    a flap.
    """
    tracks = [judged.track for judged in seen]
    begun = 0
    for place in range(1, len(seen) + 1):
        if place < len(seen) and tracks[place] == tracks[begun]:
            continue
        around = begun > 0 and place < len(seen) and tracks[begun - 1] == tracks[place]
        alone = around and tracks.count(tracks[begun]) == place - begun
        if alone and seen[place].sighting.at - seen[begun].sighting.at >= _FOR_LONG:
            tracks[begun:place] = [tracks[place]] * (place - begun)
        begun = place
    return tracks
