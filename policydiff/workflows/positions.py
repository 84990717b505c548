"""What several documents of an archive say on one matter, each by the history of its series."""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from policydiff.archive import Archive
from policydiff.errors import UnknownReference
from policydiff.models import series_name
from policydiff.optout_models import WAY_OUT
from policydiff.workflows.timeline import SeriesHistory
from policydiff.workflows.timeline.several import answers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from policydiff.cache import Cache
    from policydiff.history_models import Position, Region
    from policydiff.models import Category


def named(archive: str, names: Sequence[str]) -> tuple[str, ...]:
    """The series that are meant by names of platforms, of documents or of series; none named, all.

    A page that is kept because a policy leads there counts only where its document is named.

    Args:
        archive: the folder of the archive.
        names: "lumio", "lumio/privacy-policy" or "lumio/privacy-policy@eu".

    Raises:
        UnknownReference: the archive has nothing of that name.
    """
    held = Archive(archive)
    known = held.series()
    if not known:
        raise UnknownReference(
            archive,
            "there is nothing in this archive",
            "Fetch or import something first, or name another one",
        )
    found: list[str] = []
    for name in names:
        some = [one for one in known if name in (one, series_name(one).document_name)]
        of_platform = [one for one in known if name == series_name(one).platform]
        some = some or _documents(held, of_platform) or of_platform
        if not some:
            near = get_close_matches(
                name, {*known, *(series_name(one).platform for one in known)}, cutoff=0.5
            )
            advice = f"The nearest: {', '.join(near)}" if near else f"It holds {', '.join(known[:8])}"
            raise UnknownReference(name, f"there is no such platform or series in {archive}", advice)
        found += some
    return tuple(dict.fromkeys(found if names else _documents(held, known)))


def _documents(archive: Archive, series: Sequence[str]) -> list[str]:
    """Those of which something was kept for its own sake."""
    return [
        name
        for name in series
        if (kept := archive.snapshots(name)) and archive.details(kept[-1]).get("terms_type") != WAY_OUT
    ]


def positions(
    archive: str,
    series: Sequence[str],
    category: Category,
    cache: Cache,
    progress: Callable[[str, int, int], None],
) -> tuple[tuple[Position, ...], tuple[str, ...]]:
    """What each series says on a matter, and the series of which no good capture states anything."""
    found: list[Position] = []
    silent: list[str] = []
    question = partial(SeriesHistory.position, category=category)
    by_series = answers(archive, series, cache, question, partial(progress, "documents"))
    for name, position in by_series.items():
        if position is None:
            silent.append(name)
        else:
            found.append(position)
    return tuple(found), tuple(silent)


def regions(
    archive: str,
    series: Sequence[str],
    until: datetime | None,
    cache: Cache,
    progress: Callable[[str, int, int], None],
) -> dict[str, tuple[Region, ...]]:
    """Of each document what each of its variants states at a moment.

    Args:
        archive: the folder of the archive.
        series: as `named` gives them.
        until: the moment; None for the last capture of each.
        cache: where results are kept.
        progress: called with the progress of the work.

    Raises:
        UnknownReference: nothing good was seen until then.
    """
    found: dict[str, list[Region]] = {}
    question = partial(SeriesHistory.regions, until=until)
    by_series = answers(archive, series, cache, question, partial(progress, "documents"))
    for name, states in by_series.items():
        found.setdefault(series_name(name).document_name, []).extend(states or ())
    if not any(found.values()):
        advice = "Name a later day; `log` lists the captures"
        raise UnknownReference(", ".join(series), "no good capture was seen until then", advice)
    return {document: tuple(some) for document, some in found.items() if some}
