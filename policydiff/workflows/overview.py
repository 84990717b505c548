"""The series of an archive and their state: archive and sources in, `SeriesState` values out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.errors import PolicydiffError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from policydiff.archive import Archive
    from policydiff.models import Observation, Source

_GOOD = ("new", "unchanged", "returned")


@dataclass(frozen=True, slots=True)
class SeriesState:
    """One series, or a source of which nothing was seen yet."""

    name: str
    followed: bool
    """Whether the list of sources has it."""
    snapshots: int = 0
    """Stretches with one text."""
    last_seen: datetime | None = None
    """When the page was last seen, aware, UTC; None for never."""
    last_check: datetime | None = None
    """When somebody last looked, whatever came of it."""
    not_before: datetime | None = None
    """Until when the server asked to be left alone."""
    trouble: str = ""
    """What is wrong, in a few words; "" if the last check saw the page."""


def overview(archive: Archive, sources: Sequence[Source]) -> tuple[SeriesState, ...]:
    """Every series of an archive and every source of its list, by name."""
    followed = {one.name for one in sources}
    names = sorted(followed | set(archive.series()))
    return tuple(_state(archive, name, followed=name in followed) for name in names)


def _state(archive: Archive, name: str, *, followed: bool) -> SeriesState:
    try:
        seen = archive.observations(name)
        snapshots = len(archive.snapshots(name))
    except PolicydiffError as error:
        return SeriesState(name, followed, trouble=f"damaged: {error.problem}")
    if not seen:
        return SeriesState(name, followed, trouble="never checked")
    good = [one.at for one in seen if one.what in _GOOD]
    return SeriesState(
        name,
        followed,
        snapshots,
        max(good) if good else None,
        max(one.at for one in seen),
        seen[-1].retry_at,
        _trouble(seen),
    )


def _trouble(seen: Sequence[Observation]) -> str:
    """The failures at the end of a series: how many, since when, of which kind."""
    bad = []
    for one in reversed(seen):
        if one.what in _GOOD:
            break
        bad.append(one)
    if not bad:
        return ""
    last, first = bad[0], bad[-1]
    kind = last.kind if last.what == "failed" else "suspect"
    times = "" if len(bad) == 1 else f" {len(bad)} times"
    outcome = "failed" if last.what == "failed" else "no good capture"
    return f"{outcome}{times} since {first.at:%Y-%m-%d} ({kind})"
