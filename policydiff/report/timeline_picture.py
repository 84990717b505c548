"""The years of a timeline as a picture: where its changes, gaps and passed-over captures lie on one line
of time.

In: a timeline and the changes to show. Out: places in a drawing 1000 wide, which a template draws. Time runs
to the right in proportion; marks closer than a finger's breadth overlap, and the list below tells them apart.

    2021        2022        2023        2024
    |-----------|-----------|-----------|------
    EU    o--------O---- - - - - ---o--O--o       one row for each variant: rings for wording, discs by rank
                          (no record)
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from policydiff.report import days, finding_cards
from policydiff.report.timelines import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.history_models import Timeline
    from policydiff.report.timelines import Chosen

WIDTH, _LEFT, _RIGHT = 1000, 20, 20
_TOP, ROW = 46, 44
_MOST_TICKS = 12
"""Marks with a year or a month along the picture."""
_TEXT_WIDTH = 130
"""Room for "10/2025" in the letters of a phone."""
_RADIUS = {0: 5, 1: 5, 2: 7, 3: 10}
"""By rank; 0 is a change of wording."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A year, or a month of a short history."""

    x: float
    text: str
    is_left: bool
    """Whether its text stands left of its mark: right of it there is no room."""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A stretch of time."""

    x: float
    width: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Disc:
    """A change."""

    x: float
    y: float
    radius: int
    rank: int
    anchor: str
    """The anchor of the change in the report."""
    words: str


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One variant."""

    y: float
    name: str
    line: TimeSpan


@dataclass(frozen=True, slots=True)
class Picture:
    """All of it."""

    width: int
    height: int
    ticks: tuple[Tick, ...]
    rows: tuple[PictureRow, ...]
    gaps: tuple[TimeSpan, ...]
    passed_over: tuple[TimeSpan, ...]
    discs: tuple[Disc, ...]


def picture(timeline: Timeline, changes: Sequence[Chosen]) -> Picture:
    """Where everything lies.

    Args:
        timeline: the whole history.
        changes: those of its changes that are shown.
    """
    scale = _Scale(timeline.first, timeline.last)
    variants = timeline.variants
    rows = tuple(
        PictureRow(
            _TOP + place * ROW,
            label(variants, place),
            scale.span(one.first.at, one.last.at, _TOP + place * ROW, label(variants, place)),
        )
        for place, one in enumerate(variants)
    )
    bottom = _TOP + max(1, len(variants)) * ROW
    gaps = (
        scale.span(one.after, one.before, _TOP, f"No record {days.stretch(one.after, one.before)}")
        for one in timeline.gaps
    )
    passed = (
        scale.span(
            one.first.at,
            one.last.at,
            bottom - 16,
            f"Passed over {days.stretch(one.first.at, one.last.at)}: {one.reason}",
        )
        for one in timeline.passed_over
    )
    return Picture(
        WIDTH,
        bottom + 6,
        tuple(_ticks(timeline, scale)),
        rows,
        tuple(gaps),
        tuple(passed),
        tuple(_disc(scale, one) for one in changes),
    )


class _Scale:
    """Moments as places from left to right."""

    def __init__(self, first: datetime, last: datetime) -> None:
        self._first = first
        self._length = max((last - first).total_seconds(), 1.0)

    def x(self, at: datetime) -> float:
        share = (at - self._first).total_seconds() / self._length
        return round(_LEFT + min(1.0, max(0.0, share)) * (WIDTH - _LEFT - _RIGHT), 1)

    def span(self, first: datetime, last: datetime, y: float, words: str) -> TimeSpan:
        start, end = sorted((self.x(first), self.x(last)))
        return TimeSpan(start, max(2.0, round(end - start, 1)), y, words)


def _ticks(timeline: Timeline, scale: _Scale) -> Iterator[Tick]:
    """The beginnings of years; of a history within two years those of its quarters."""
    first, last = timeline.first, max(timeline.last, timeline.first)
    months = 12 if last - first > timedelta(days=730) else 3
    found = [
        at
        for year in range(first.year, last.year + 1)
        for month in range(1, 13, months)
        if first <= (at := datetime(year, month, 1, tzinfo=UTC)) <= last
    ]
    for at in found[:: len(found) // _MOST_TICKS + 1]:
        x = scale.x(at)
        yield Tick(x, f"{at.year}" if at.month == 1 else f"{at:%m}/{at.year}", x > WIDTH - _TEXT_WIDTH)


def _disc(scale: _Scale, one: Chosen) -> Disc:
    rank = max((finding.importance for finding in one.findings), default=0)
    named = finding_cards.RANKS[rank] if rank else "Wording"
    when = days.bracket(one.entry.after, one.entry.new.at)
    y = _TOP + max(0, one.entry.variant) * ROW
    return Disc(
        scale.x(one.entry.new.at), y, _RADIUS[rank], rank, one.anchor, f"Change {one.number}, {when}: {named}"
    )
