"""Which captures may count, judged by the page itself and by the captures around it.

A page can look complete and still not be the policy: a text of years ago that a cache delivered once, half of
the policy, the policy joined with other pages, another document in its place. None of these can be recognised
alone; each can between the captures before and after it.

What this gets wrong: a policy that its authors cut to less than a quarter for a week and then brought back is
reported as captures that were cut short; so is one that was really replaced by a notice of a few lines and
restored. A mistake that a recorder repeats to the end of the series is believed.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from policydiff.history.pairs import Pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.history.tracks import State, Texts, Track
    from policydiff.history_models import PassedOver, Sighting

Doubt = tuple["PassedOver", str]
"""Why a sighting is passed over: a code, and a sentence."""

_BRIEF = timedelta(days=3)
"""Longest time for which a cache delivers an old text; in public archives it was minutes to two days."""
_LONG_AGO = timedelta(days=14)
"""Time after which an odd text is believed, and a text that comes back is out of date."""
_FRACTION = 0.25
"""Share of the words of the captures around it: a text with fewer is a remnant."""
_STUB = 150
"""Most words of a text that is a remnant however often it is seen, if the text was longer before and
after."""
_PART = 0.9
"""Share of the words of its neighbours: a text with fewer, and none of its own, was cut short."""
_OWN = 0.1
"""Most words of its own, as a share, of a text that is a part of another, or has others joined to it."""
_LARGER = 1.25
"""With this many times the words of its neighbours other pages were captured along with a text."""
_OTHER = 0.6
"""Unlikeness above which a text that comes and goes is another document."""

_TIMES = 3
"""Sightings after which an odd text is believed, if they span two weeks."""
_REMEMBERED = 3
"""Earlier good captures with which a new one is compared."""

RECORDED_AGAIN = "The recorder read an old page anew; the next capture is as before"
OLD_TEXT = "For once the page had a text that had been superseded long before"
CUT_SHORT = "Part of the text is missing; before and after it is there"
MIXED_IN = "Other text was captured along with the policy; before and after it is not there"
NO_VERSION = "The page has nothing of the policy before it, nor the name of such a document"
BROKEN_OFF = "The text breaks off where the policy beside it goes on"
REMNANT = "Most of the policy is missing that the captures beside it have"
_REASONS = {"truncated": BROKEN_OFF, "policy-missing": REMNANT, "other-page": NO_VERSION}
OTHER_DOCUMENT = "Another document stands in place of the policy, which comes back afterwards"


def alone(sighting: Sighting) -> Doubt | None:
    """The fault of a capture by itself."""
    quality = sighting.fingerprint.quality
    if quality.level != "bad":
        return None
    return "bad", "; ".join(reason.sentence for reason in quality.reasons)


def suspect(
    sightings: Sequence[Sighting], counting: Sequence[int], texts: Texts
) -> Iterator[tuple[int, Doubt]]:
    """Captures that `fetch` doubted, except those whose text stayed: that is what the page says."""
    seen: dict[State, list[int]] = {}
    for place in counting:
        seen.setdefault(texts.state(sightings[place]), []).append(place)
    for places in seen.values():
        doubted = [place for place in places if sightings[place].suspect]
        if len(doubted) == len(places) and not _confirmed([sightings[place] for place in places]):
            yield from ((place, ("bad", sightings[place].suspect)) for place in doubted)


def _confirmed(seen: Sequence[Sighting]) -> bool:
    """Whether a text was seen often enough, and for long enough, and looks like a policy of its own."""
    lasted = seen[-1].at - seen[0].at
    return len(seen) >= _TIMES and lasted >= _LONG_AGO and all(map(_is_policy, seen))


def _is_policy(sighting: Sighting) -> bool:
    identity = sighting.fingerprint.identity
    return sighting.fingerprint.quality.level == "good" and bool(identity.kinds) and identity.on_subject


def _is_unlike_policy(sighting: Sighting) -> bool:
    """Whether a capture is doubted, and no name of a policy stands over it."""
    return sighting.fingerprint.quality.level == "suspect" and not sighting.fingerprint.identity.kinds


def strangers(sightings: Sequence[Sighting], counting: Sequence[int]) -> Iterator[tuple[int, Doubt]]:
    """Captures that are no version of the text around them, including the first and the last ones.

    Each is compared with the good captures before it; at the beginning, with the first that has a policy's
    name and subject. A text that stays, and has both, is believed.
    """
    pairs = Pairs(sightings)
    good = _first_good(sightings, counting, pairs)
    if good is None:
        return
    accepted, waiting = [good], dict[int, str]()
    for place in counting:
        code = pairs.broken(place, accepted)
        if place < good:
            if code and not _is_policy(sightings[place]):
                yield place, _no_version(code)
            continue
        if not code or (waiting and pairs.broken(place, [max(waiting)])):
            yield from ((one, _no_version(why)) for one, why in waiting.items())
            waiting = {}
        if not code:
            accepted = [*accepted[1 - _REMEMBERED :], place]
            continue
        waiting[place] = code
        if _confirmed([sightings[one] for one in waiting]):
            accepted, waiting = [*accepted[1 - _REMEMBERED :], place], {}
    yield from ((one, _no_version(why)) for one, why in waiting.items())


def _first_good(sightings: Sequence[Sighting], counting: Sequence[int], pairs: Pairs) -> int | None:
    """The first capture with a policy's name that one of the next ones is a version of; else the longest."""
    named = [place for place in counting if sightings[place].fingerprint.identity.kinds]
    texts = list({sightings[place].body: place for place in reversed(named)}.values())[::-1]
    for number, place in enumerate(texts):
        later = texts[number + 1 : number + 1 + _REMEMBERED]
        if later and not all(pairs.broken(one, [place]) for one in later):
            return place
    return max(texts, key=lambda place: sightings[place].fingerprint.words, default=None)


def _no_version(code: str) -> Doubt:
    return ("bad" if code == "other-page" else "cut-short"), _REASONS[code]


def valleys(sightings: Sequence[Sighting], counting: Sequence[int]) -> Iterator[tuple[int, Doubt]]:
    """Captures with a fraction of the words that came before and come afterwards, however long they last.

    A text that stays short to the end is a short text, and one that is short from the beginning has grown. If
    fewer captures are long than short, the long ones contain more than the policy. A long page without a
    policy's name, such as an error page with teasers, does not show how long the policy is.
    """
    words = [sightings[place].fingerprint.words for place in counting]
    unlike = [_is_unlike_policy(sightings[place]) for place in counting]
    first = next((number for number, other in enumerate(unlike) if not other), len(words))
    level, high = (words[first], 0) if words[first:] else (0, 0)
    low: list[int] = []
    for number, count in enumerate(words[first:], first):
        if count < _FRACTION * level:
            low.append(number)
            continue
        if unlike[number]:
            continue
        if len(low) <= high or max(words[k] for k in low) < _STUB:
            yield from ((counting[k], ("cut-short", CUT_SHORT)) for k in low)
        high = 1 if low or level < _FRACTION * count else high + 1
        level, low = count, []


def returns(
    sightings: Sequence[Sighting], counting: Sequence[int], texts: Texts
) -> Iterator[tuple[int, Doubt]]:
    """Captures that show a superseded text once, because of the recorder or a cache.

    A text that comes back several times alternates with another: that is no mistake, and not listed here.
    """
    states = [texts.state(sightings[place]) for place in counting]
    places: dict[State, list[int]] = {}
    for number, state in enumerate(states):
        places.setdefault(state, []).append(number)
    for number, place in enumerate(counting):
        if number + 1 >= len(counting) or number < 2 or states[number] == states[number - 1]:
            continue
        earlier = [k for k in places[states[number]] if k < number]
        if not earlier:
            continue
        brief = states[number + 1] != states[number]
        if sightings[place].technical and brief:
            yield place, ("recorded-again", RECORDED_AGAIN)
        elif _out_of_a_cache(sightings, counting, states, places[states[number]], number):
            yield place, ("old-text", OLD_TEXT)


def _out_of_a_cache(
    sightings: Sequence[Sighting], counting: Sequence[int], states: list[State], same: list[int], number: int
) -> bool:
    """Whether a text that more than one other text superseded is back once, briefly and long after."""
    last = max(k for k in same if k < number)
    resumed = next((k for k in range(number + 1, len(states)) if states[k] != states[number]), None)
    if resumed is None or states[resumed] != states[number - 1]:
        return False
    again = sum(k > last and states[k - 1] != states[k] for k in same)
    lasted = sightings[counting[resumed]].at - sightings[counting[number]].at
    away = sightings[counting[number]].at - sightings[counting[last]].at
    others = len(set(states[last + 1 : number]))
    return again == 1 and others >= 2 and lasted < _BRIEF and away > _LONG_AGO


def beside(
    track: Track, sightings: Sequence[Sighting], counting: Sequence[int], texts: Texts
) -> Iterator[tuple[int, Doubt]]:
    """The fault of the captures of a track, by comparison with its parent track.

    Args:
        track: it came and went while its parent stayed.
        sightings: all of the series.
        counting: places of those that were sorted into tracks.
        texts: what compares them.
    """
    parent = track.parent
    if parent is None or parent.last < track.last:
        return
    own, other = track.stays[0].state, parent.at(track.first)
    whole, around = texts.words(own.text), texts.words(other.text)
    new = texts.words(own.text - other.text)
    if whole < _PART * around and new <= _OWN * whole:
        yield from ((place, ("cut-short", CUT_SHORT)) for place in track.seen)
    elif whole > _LARGER * around and texts.words(other.text - own.text) <= _OWN * around:
        for stretch in _stretches(track, counting):
            lasted = sightings[stretch[-1]].at - sightings[stretch[0]].at
            several = len({track.at(place) for place in stretch}) > 1
            if not (several and lasted > _LONG_AGO):  # else the policy itself was followed in there
                yield from ((place, ("mixed-in", MIXED_IN)) for place in stretch)
    elif texts.unlike(own, other) > _OTHER and (
        parent.number in track.apart or (track.language == parent.language and _one_company(track, parent))
    ):
        yield from ((place, ("other-document", OTHER_DOCUMENT)) for place in track.seen)


def _stretches(track: Track, counting: Sequence[int]) -> Iterator[list[int]]:
    """The captures of a track that follow one another, no capture of another track between them."""
    number = {place: k for k, place in enumerate(counting)}
    stretch: list[int] = []
    for place in track.seen:
        if stretch and number[place] != number[stretch[-1]] + 1:
            yield stretch
            stretch = []
        stretch.append(place)
    yield stretch


def _one_company(track: Track, other: Track) -> bool:
    return not track.companies or not other.companies or bool(track.companies & other.companies)
