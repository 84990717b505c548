"""Many captures, one history: which of them count, which belong together, what changed when.

In: sightings of one document, in the order in which they count. Out: a `History`, the steps between its
texts, and runs of presence. Pure: reading archives and comparing documents is done by `workflows/timeline`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.history import gate
from policydiff.history.biographies import wordings
from policydiff.history.fingerprints import fingerprint
from policydiff.history.noise import page_noise
from policydiff.history.returned import returned
from policydiff.history.since import runs
from policydiff.history.steps import flaps, steps
from policydiff.history.tracks import Texts, tracks, without
from policydiff.history.variants import Regions, groups, variants
from policydiff.history_models import History, Judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.history_models import Sighting

__all__ = [
    "VERSION",
    "fingerprint",
    "flaps",
    "judge_sightings",
    "page_noise",
    "returned",
    "runs",
    "steps",
    "wordings",
]

VERSION = "8"


def judge_sightings(sightings: Sequence[Sighting]) -> History:
    """Judge every capture of a series, and sort those that count into variants.

    Args:
        sightings: in the order in which they count, as the archive gives them.
    """
    doubts = {place: doubt for place, one in enumerate(sightings) if (doubt := gate.alone(one))}
    texts = Texts(sightings)
    counting = [place for place in range(len(sightings)) if place not in doubts]
    doubts |= dict(gate.suspect(sightings, counting, texts))
    counting = [place for place in counting if place not in doubts]
    doubts |= dict(gate.valleys(sightings, counting))
    counting = [place for place in counting if place not in doubts]
    doubts |= dict(gate.strangers(sightings, counting))
    counting = [place for place in counting if place not in doubts]
    for language in sorted({sightings[place].fingerprint.language for place in counting}):
        spoken = [place for place in counting if sightings[place].fingerprint.language == language]
        doubts |= dict(gate.returns(sightings, spoken, texts))
    counting = [place for place in counting if place not in doubts]
    found = tracks(sightings, counting, texts)
    apart = dict(doubt for track in found for doubt in gate.beside(track, sightings, counting, texts))
    doubts |= apart
    regions = Regions(sightings)
    sorted_ = groups(without(found, apart), texts, regions)
    home = {
        place: (k, track.number)
        for k, group in enumerate(sorted_)
        for track in group.tracks
        for place in track.seen
    }
    judged = [
        Judged(one, *home.get(place, (-1, -1)), *doubts.get(place, (None, "")))
        for place, one in enumerate(sightings)
    ]
    return History(tuple(judged), variants(sorted_, sightings, regions))
