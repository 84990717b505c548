"""Captures that belong together: one variant for each language, region or test group, and its name.

Tracks that differ in little and name the same company are one variant whose page alternates between two
texts. They are two variants when they are in two languages, when two companies answer, when they share
little, when what tells them apart speaks of the law of two regions, or when they are spelled as in two
regions. A variant is named after its language, its region or its spelling if the text shows it, with the
evidence.

What this gets wrong: two regions whose pages differ in little, are spelled alike and name no law and no
company of their own are one variant whose text alternates; a policy that changes its language for good looks
like a second variant beside the first.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from policydiff.comparability import respelled, spelling_name
from policydiff.history_models import Variant

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.history.tracks import State, Texts, Track
    from policydiff.history_models import Sighting

_LIKE = 0.2
"""Unlikeness of two tracks up to which they are one variant."""
_LACKING = 0.2
"""Share of a text that may be missing where another one counts as the whole of it with more."""
_LARGER = 1.25
"""With this many times the words of another text, a text is that text with more."""
_BESIDE = 2
"""Sightings of one track after another one began that show that both go on side by side."""


class TrackGroup(NamedTuple):
    """Tracks that make up one variant."""

    tracks: tuple[Track, ...]

    @property
    def seen(self) -> list[int]:
        """Places of all its sightings, ascending."""
        return sorted(place for track in self.tracks for place in track.seen)

    @property
    def head(self) -> State:
        """The state seen last."""
        return max(self.tracks, key=lambda track: track.last).head


class Regions:
    """The regions whose law the statements of a series name."""

    def __init__(self, sightings: Iterable[Sighting]) -> None:
        self._named: dict[int, tuple[str, ...]] = {}
        seen = set[str]()
        for sighting in sightings:
            if sighting.body not in seen:
                seen.add(sighting.body)
                self._named.update(
                    (one.id, one.regions) for one in sighting.fingerprint.statements if one.regions
                )

    def counts(self, statements: Iterable[int]) -> Counter[str]:
        """How many of the statements name each region."""
        return Counter(region for one in statements for region in self._named.get(one, ()))


def groups(tracks: Sequence[Track], texts: Texts, regions: Regions) -> list[TrackGroup]:
    """Tracks sorted into variants, in the order of their first sighting."""
    found: dict[int, list[Track]] = {}
    home: dict[int, int] = {}
    for track in sorted(tracks, key=lambda one: one.first):
        known = [one for one in tracks if one.number in home]
        spoken = [one for one in known if not track.language or one.language in ("", track.language)]
        latest = max(
            spoken, key=lambda one: max(place for place in one.seen if place < track.first), default=track
        )
        for other in sorted(known, key=lambda one: one is not track.parent):
            if _one_variant(track, other, latest, texts, regions):
                home[track.number] = home[other.number]
                break
        else:
            home[track.number] = track.number
        found.setdefault(home[track.number], []).append(track)
    return sorted((TrackGroup(tuple(listed)) for listed in found.values()), key=lambda group: group.seen[0])


def _one_variant(track: Track, other: Track, latest: Track, texts: Texts, regions: Regions) -> bool:
    if track.language and other.language and track.language != other.language:
        return False
    if other.number in track.apart or track.number in other.apart:
        return False
    own, beside = track.stays[0].state, other.at(track.first)
    if respelled(own.spelled, beside.spelled):
        return False
    if other is track.parent and _joined(own, beside, texts):
        return True
    here, there = (
        _leading(regions.counts(one.text - two.text)) for one, two in ((own, beside), (beside, own))
    )
    alike = texts.unlike(own, beside) <= _LIKE
    same_company = not track.companies or not other.companies or bool(track.companies & other.companies)
    if here and there and here != there and (alike or not same_company):
        return False
    if other is latest and sum(place > track.first for place in other.seen) < _BESIDE:
        return True  # it took the other's place: a rewrite, or a new name of the company
    return alike and same_company


def _joined(own: State, beside: State, texts: Texts) -> bool:
    """Whether a text is the whole of another one with much captured along with it."""
    whole = texts.words(beside.text)
    missing = texts.words(beside.text - own.text)
    return missing <= _LACKING * whole and texts.words(own.text) > _LARGER * whole


def _leading(counts: Counter[str]) -> str:
    """The region named most often; "" if there is a tie or none."""
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


def variants(
    groups: Sequence[TrackGroup], sightings: Sequence[Sighting], regions: Regions
) -> tuple[Variant, ...]:
    """The groups as variants, each with its name where the texts give one."""
    used: Counter[str] = Counter()
    found = []
    for group in groups:
        name, evidence = _name(group, groups, sightings, regions)
        used[name] += 1
        numbered = f"{name}-{used[name]}" if name and used[name] > 1 else name
        seen = group.seen
        first, last = sightings[seen[0]], sightings[seen[-1]]
        found.append(Variant(numbered, evidence, _language(group), first, last, len(seen)))
    return tuple(found)


def _language(group: TrackGroup) -> str:
    return next((track.language for track in reversed(group.tracks) if track.language), "")


def _name(
    group: TrackGroup, groups: Sequence[TrackGroup], sightings: Sequence[Sighting], regions: Regions
) -> tuple[str, str]:
    """A name and the evidence for it; ("", "") if there is one variant only, or nothing that distinguishes
    it."""
    parts, evidence = [], []
    language = _language(group)
    if language and any(_language(other) not in ("", language) for other in groups):
        parts.append(language)
        evidence.append(f"Its language is {language!r}")
    document, why = _document(group, sightings)
    if document:
        parts.append(document)
        evidence.append(why)
    others = [other for other in groups if other is not group and _language(other) in ("", language)]
    elsewhere = frozenset[int]().union(*(other.head.text for other in others))
    own = regions.counts(group.head.text - elsewhere) if others else Counter[str]()
    region = _leading(own)
    if region:
        parts.append(region)
        times = "1 sentence speaks" if own[region] == 1 else f"{own[region]} sentences speak"
        evidence.append(f"Of what stands only here, {times} of the law of the region {region}")
        company = sightings[group.seen[-1]].fingerprint.company
        evidence += [f"It names {company}"] if company else []
    ways = next(filter(None, (respelled(group.head.spelled, other.head.spelled) for other in others)), ())
    if ways:
        spelling = spelling_name(ways[0], language)
        parts.append(spelling)
        evidence.append(f"Its spelling is {spelling}")
    return "-".join(parts), ". ".join(evidence)


def _document(group: TrackGroup, sightings: Sequence[Sighting]) -> tuple[str, str]:
    """The name of another document that took the place of the one before, and why it is another; ("", "") if
    it is the same."""
    first = min(group.tracks, key=lambda track: track.first)
    if not first.apart:
        return "", ""
    identity = sightings[first.first].fingerprint.identity
    called = [*identity.audience, *identity.kinds, *identity.names]
    return (called[0] if called else ""), next(iter(first.apart.values()))
