"""Lines of succeeding texts: which capture continues which.

A series of captures is seldom one line. A page alternates between two texts for weeks, is served for another
country once, comes back cut short or with another page joined to it. Read in sequence, each of these looks
like a change and a change back. So captures are sorted into *tracks*: in each a text is followed by its
successor and never comes back, as biologists sort species into lineages by what they share. Six kinds of
evidence say that two texts are parallel and not one the successor of the other:

- the text before comes back, to the letter;
- a later text brings back what the text before had and drops what came between (`_goes_back`);
- a text shares so little with all before it that a later one, which shares much, must be the successor;
- another language, or another company that answers;
- the spelling of another region, under the same dates, or for a time (`_respelled`);
- another document: the company's other notice, another company's policy (`comparability`).

In: sightings in the order in which they count. Out: tracks, each a list of texts with their sightings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff.comparability import respelled
from policydiff.history.pairs import Pairs

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from policydiff.history_models import Sighting

_ANOTHER = 0.10
"""Unlikeness of two texts below which one may succeed the other without further questions."""
_FAR = 0.5
"""Unlikeness from which a text may be another document."""
_FEW_WORDS = 40
"""Nothing is concluded from fewer words that went or came than this."""
_RESTORED, _KEPT = 0.6, 0.25
"""Share that a text must have of the older one, and may have of the newer one, to count as going back to the
older."""
_GROWN, _PAGE = 0.25, 1000
"""By what share a text is longer if other pages were joined to it, and how many words such a page has at
least. A section that comes and goes is shorter."""
_REWRITTEN = 0.4
"""Unlikeness above which a successor is doubted, and later texts are searched for it."""
_NEARER = 0.15
"""By how much, in unlikeness, one text must be nearer than another to count as nearer."""
_LOOK_AHEAD = 150
"""How many captures after a text are asked whether the history goes on as if that text had never been
there."""
_SLEEP = timedelta(days=365)
"""How long without a sighting a track may be to be continued without clear evidence: after that, a slightly
greater likeness is not enough."""
_CANDIDATES = 60
"""Tracks that a new text may continue: those seen last."""


class State(NamedTuple):
    """The state of a capture: its statements, and the targets of its links that lead to a right."""

    text: frozenset[int]
    links: int
    spelled: tuple[int, ...] = ()
    """The ways in which the statements spell words that regions spell in two ways."""


@dataclass
class Stay:
    """A state in its track, and when it was seen."""

    state: State
    seen: list[int]
    """Places of the sightings, ascending."""
    gone: frozenset[int] = frozenset()
    """The statements that the state before had and this one lacks."""
    come: frozenset[int] = frozenset()
    unlike: float = 0.0
    """Unlikeness of the state before and this one."""


@dataclass
class Track:
    """A line of succeeding states."""

    number: int
    language: str
    company: str
    """The legal entity that its last text names most often, in lower case."""
    parent: Track | None = None
    stays: list[Stay] = field(default_factory=list)
    companies: set[str] = field(default_factory=set)
    """Those that any of its texts names most often."""
    apart: dict[int, str] = field(default_factory=dict)
    """The numbers of tracks that are of another document, each with the reason."""

    @property
    def head(self) -> State:
        """The state seen last."""
        return self.stays[-1].state

    @property
    def first(self) -> int:
        """Place of its first sighting."""
        return self.stays[0].seen[0]

    @property
    def last(self) -> int:
        """Place of its last sighting."""
        return self.stays[-1].seen[-1]

    @property
    def seen(self) -> list[int]:
        """Places of all its sightings, ascending."""
        return [place for stay in self.stays for place in stay.seen]

    @property
    def stretches(self) -> int:
        """How often it was taken up: once, and again after every sighting of another track."""
        seen = self.seen
        return 1 + sum(after > before + 1 for before, after in pairwise(seen))

    def at(self, place: int) -> State:
        """The state in force at a place in the series; before the first state, the first."""
        return next(
            (stay.state for stay in reversed(self.stays) if stay.seen[0] <= place), self.stays[0].state
        )


class Texts:
    """Measures and compares sets of statements."""

    def __init__(self, sightings: Iterable[Sighting]) -> None:
        self._words: dict[int, int] = {}
        self._sets: dict[str, frozenset[int]] = {}
        """The statements of each body."""
        for sighting in sightings:
            if sighting.body not in self._sets:
                statements = sighting.fingerprint.statements
                self._words.update((one.id, one.words) for one in statements)
                self._sets[sighting.body] = frozenset([one.id for one in statements])

    def state(self, sighting: Sighting) -> State:
        """The state of a sighting."""
        return State(self._sets[sighting.body], sighting.links, sighting.fingerprint.spelled)

    def words(self, statements: Iterable[int]) -> int:
        """How many words some statements have."""
        return sum(map(self._words.__getitem__, statements))

    def unlike(self, one: State, other: State) -> float:
        """0 for the same statements, 1 for texts that share none: words on one side only, of all words."""
        if one.text is other.text:
            return 0.0
        apart = self.words(one.text ^ other.text)
        return apart / (apart + 2 * self.words(one.text & other.text)) if apart else 0.0


def tracks(sightings: Sequence[Sighting], counting: Sequence[int], texts: Texts) -> list[Track]:
    """Sort sightings into tracks.

    Args:
        sightings: all of a series, in the order in which they count.
        counting: places of those that are to be sorted, ascending.
        texts: what compares them.
    """
    return _Sorter(sightings, counting, texts).sort()


def without(tracks: Iterable[Track], places: Container[int]) -> list[Track]:
    """Tracks without some of their sightings. A track that has none left is gone."""
    left = []
    for track in tracks:
        for stay in track.stays:
            stay.seen = [place for place in stay.seen if place not in places]
        track.stays = [stay for stay in track.stays if stay.seen]
        if track.stays:
            left.append(track)
    return left


class _Sorter:
    def __init__(self, sightings: Sequence[Sighting], counting: Sequence[int], texts: Texts) -> None:
        self._sightings = sightings
        self._counting = counting
        self._texts = texts
        self._states = {place: texts.state(sightings[place]) for place in counting}
        self._tracks: list[Track] = []
        self._where: dict[State, Track] = {}
        self._last = {state: place for place, state in self._states.items()}
        self._pairs = Pairs(sightings)

    def sort(self) -> list[Track]:
        for number, place in enumerate(self._counting):
            state = self._states[place]
            track = self._where.get(state)
            if track is not None:
                self._returned(track, state, place)
            else:
                self._new(number, place, state)
        return self._tracks

    # --- a text that is known ---

    def _returned(self, track: Track, state: State, place: int) -> None:
        """Handle a state that comes back: what came after it in its track was parallel to it."""
        if track.head != state:
            at = next(k for k, stay in enumerate(track.stays) if stay.state == state)
            self._split(track, at + 1)
        track.stays[-1].seen.append(place)

    # --- a text that is new ---

    def _new(self, number: int, place: int, state: State) -> None:
        fingerprint = self._sightings[place].fingerprint
        known = sorted(self._tracks, key=lambda track: -track.last)[:_CANDIDATES]
        same = [
            one
            for one in known
            if (not fingerprint.language or one.language in ("", fingerprint.language))
            and not self._respelled(one, place)
        ]
        unlike = {one.number: self._texts.unlike(state, one.head) for one in same}
        far = [one for one in same if unlike[one.number] > _FAR]
        apart = {one.number: why for one in far if (why := self._pairs.another(one.last, place))}
        nearest = max(same, key=lambda one: one.last, default=None)
        same = [one for one in same if one.number not in apart]
        if not same:
            self._begin(place, nearest, apart)
            return
        if self._resumed(place, state, same, min(unlike[one.number] for one in same)):
            return
        near = self._near(place, same, unlike)
        chosen = self._by_marks(state, near, same) or self._by_company(place, near, same, unlike) or near
        if unlike[chosen.number] > _REWRITTEN and self._passed_by(chosen.head, state, number):
            self._begin(place, chosen)
        else:
            self._append(chosen, place)

    def _respelled(self, track: Track, place: int) -> bool:
        """Whether a capture is spelled as in another region than a track, and does not continue it.

        A company may change its spelling for good, with a new version: then the page states other days, the
        new spelling was not there before, and the old one does not come back.
        """
        was, own = track.head.spelled, self._states[place].spelled
        if not respelled(was, own):
            return False
        days = self._sightings[place].fingerprint.days
        if days and days == self._sightings[track.last].fingerprint.days:
            return True
        before = {self._states[one].spelled for one in self._counting if one < track.last}
        behind = {self._states[one].spelled for one in self._counting if one > place}
        return any(respelled(one, was) for one in before) or any(respelled(one, own) for one in behind)

    def _near(self, place: int, same: list[Track], unlike: dict[int, float]) -> Track:
        """The nearest track. If it has not been seen for long, the one seen last, unless that is clearly
        farther."""
        near = min(same, key=lambda one: (unlike[one.number], -one.last))
        last = max(same, key=lambda one: one.last)
        sleeps = self._sightings[last.last].at - self._sightings[near.last].at > _SLEEP
        return last if sleeps and unlike[last.number] <= unlike[near.number] + _ANOTHER else near

    def _resumed(self, place: int, state: State, same: list[Track], nearest: float) -> bool:
        """Take up a track again where a state in it was left, if this state goes back to that one."""
        found: tuple[float, Track, int] | None = None
        for track in same:
            for k, stay in enumerate(track.stays[1:], 1):
                if (
                    stay.unlike >= _ANOTHER
                    and self._goes_back(state, track.stays[k - 1].state, stay)
                    and self._parallel(track, k, place)
                ):
                    distance = self._texts.unlike(state, track.stays[k - 1].state)
                    if found is None or distance < found[0]:
                        found = distance, track, k
        if found is None or found[0] >= nearest + _ANOTHER:
            return False
        _, track, k = found
        self._split(track, k)
        self._append(track, place)
        return True

    def _parallel(self, track: Track, at: int, place: int) -> bool:
        """Whether what came from a stay on was parallel to the rest, and not a change that was taken back.

        A policy is changed and changed back as well, above all where people protest. So there must be more:
        it is seen again later, another company answers in it, or it is less a version than another page.
        """
        came = track.stays[at:]
        if any(self._last[stay.state] > place for stay in came):
            return True
        if came[0].unlike > _REWRITTEN or self._joined(track.stays[at - 1].state, came[0]):
            return True
        here = self._sightings[place].fingerprint.company.casefold()
        there = {self._sightings[stay.seen[0]].fingerprint.company.casefold() for stay in came}
        return bool(here) and here not in there and "" not in there

    def _joined(self, before: State, stay: Stay) -> bool:
        """Whether a text is the one before it with other pages joined to it."""
        whole = self._texts.words(before.text)
        gone, come = self._texts.words(stay.gone), self._texts.words(stay.come)
        return gone < max(_FEW_WORDS, 0.03 * whole) and come >= max(_PAGE, _GROWN * whole)

    def _goes_back(self, state: State, before: State, stay: Stay) -> bool:
        """Whether a state has what was removed when `stay` followed `before`, and lacks what was added."""
        texts = self._texts
        gone, come = texts.words(stay.gone), texts.words(stay.come)
        restored, kept = texts.words(stay.gone & state.text), texts.words(stay.come & state.text)
        whole = texts.words(before.text)
        if gone >= max(_FEW_WORDS, 0.03 * whole):
            return restored >= _RESTORED * gone and kept <= _KEPT * come
        if self._joined(before, stay) and kept <= _KEPT * come:
            near = texts.unlike(state, before)
            return near < _NEARER and near < 0.5 * texts.unlike(state, stay.state)
        return False

    def _by_marks(self, state: State, near: Track, same: list[Track]) -> Track | None:
        """A track that was seen beside the nearest one, and whose marks this state bears.

        The marks are what told both apart when the other track was last seen; texts that moved on together
        since are near to each other in everything else.
        """
        for track in same:
            if track is near or track.stretches < 2:
                continue
            beside = near.at(track.last)
            if self._texts.unlike(track.head, beside) > _REWRITTEN:
                continue
            own = (track.head.text - beside.text) - near.head.text
            others = beside.text - track.head.text
            restored, kept = self._texts.words(own & state.text), self._texts.words(others & state.text)
            if (
                own
                and restored >= 0.5 * self._texts.words(own)
                and kept <= 0.5 * self._texts.words(others)
                and restored > kept
            ):
                return track
        return None

    def _by_company(
        self, place: int, near: Track, same: list[Track], unlike: dict[int, float]
    ) -> Track | None:
        """The nearest track of the company that this capture names, where the nearest of all is another's."""
        company = self._sightings[place].fingerprint.company.casefold()
        if not company or not near.company or near.company == company:
            return None
        own = [one for one in same if one.company == company]
        return min(own, key=lambda one: (unlike[one.number], -one.last)) if own else None

    def _passed_by(self, before: State, state: State, number: int) -> bool:
        """Whether a later capture goes on from the state before as if this one had never been."""
        unlike = self._texts.unlike
        asked = set()
        for place in self._counting[number + 1 : number + 1 + _LOOK_AHEAD]:
            later = self._states[place]
            if later == before:
                return True
            if later not in asked and unlike(later, before) + _NEARER < unlike(later, state):
                return True
            asked.add(later)
        return False

    # --- what becomes of tracks ---

    def _begin(self, place: int, parent: Track | None, apart: dict[int, str] | None = None) -> None:
        fingerprint = self._sightings[place].fingerprint
        track = Track(len(self._tracks), fingerprint.language, fingerprint.company.casefold(), parent)
        track.apart = apart or {}
        self._tracks.append(track)
        track.stays.append(Stay(self._states[place], [place]))
        self._where[self._states[place]] = track
        track.companies |= {track.company} - {""}

    def _append(self, track: Track, place: int) -> None:
        state, before, fingerprint = self._states[place], track.head, self._sightings[place].fingerprint
        unlike = self._texts.unlike(before, state)
        gone, come = before.text - state.text, state.text - before.text
        track.stays.append(Stay(state, [place], gone, come, unlike))
        track.language = fingerprint.language or track.language
        track.company = fingerprint.company.casefold() or track.company
        track.companies |= {track.company} - {""}
        self._where[state] = track

    def _split(self, track: Track, at: int) -> None:
        """What came after a state becomes a track of its own."""
        other = Track(len(self._tracks), track.language, track.company, track)
        self._tracks.append(other)
        other.stays, track.stays = track.stays[at:], track.stays[:at]
        for stay in other.stays:
            self._where[stay.state] = other
        for one in (track, other):
            named = [self._sightings[stay.seen[-1]].fingerprint.company.casefold() for stay in one.stays]
            one.companies = set(named) - {""}
            one.company = next((name for name in reversed(named) if name), "")
            one.language = self._sightings[one.last].fingerprint.language or one.language
