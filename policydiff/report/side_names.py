"""The names of the two sides of a comparison, which the documents themselves do not know.

A document knows its bytes; which file or snapshot they came from and when they were captured is known
to the caller alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from policydiff import calendar_dates
from policydiff.models import NOT_NOTED, Provenance

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class CaptureInfo:
    """One side as a reader knows it."""

    name: str = ""
    """A file name or an archive reference, "" if there is none."""
    captured_at: datetime | None = None
    """When the page was captured, aware and in UTC; None if nobody noted it."""
    address: str = ""
    """Where the page stood; "" for the address that the document knows."""
    provenance: Provenance = NOT_NOTED
    """Where the bytes came from, as far as it is known."""


@dataclass(frozen=True, slots=True)
class CapturePair:
    """Both sides."""

    old: CaptureInfo = CaptureInfo()
    new: CaptureInfo = CaptureInfo()


_SERIES = re.compile(
    r"(?P<document>[a-z0-9-]+/[a-z0-9-]+)(?:@(?P<variant>[a-z0-9-]+))?@\d{4}-\d\d-\d\dT\d{6}Z(?:_\d+)?"
)
"""The name of a page of an archive."""


def cautions(sides: CapturePair) -> tuple[str, ...]:
    """Warnings about the two sides that come first: that they do not follow each other in time.

    >>> eu, us = (CaptureInfo(f"lumio/terms@{region}@2024-06-26T101502Z") for region in ("eu", "us"))
    >>> cautions(CapturePair(eu, us))
    ('The two sides are the variants eu and us of one document: what differs is no change in time.',)
    """
    old, new = sides.old, sides.new
    one, other = _SERIES.fullmatch(old.name), _SERIES.fullmatch(new.name)
    if one and other and one["document"] == other["document"] and one["variant"] != other["variant"]:
        named = " and ".join(side["variant"] or "without a name" for side in (one, other))
        return (
            f"The two sides are the variants {named} of one document: what differs is no change in time.",
        )
    if old.captured_at and new.captured_at and new.captured_at < old.captured_at:
        return ("The new side was captured before the old one: what is shown as new was there first.",)
    return ()


_FOLDERS = re.compile(r"[/\\]")


def shortened(sides: CapturePair) -> CapturePair:
    """Both sides with no more folders before the names of their files than tell the two apart.

    A page of an archive, whose time of capture is known, keeps its reference.

    >>> both = CapturePair(CaptureInfo("saved/2031/terms.html"), CaptureInfo("saved/2032/terms.html"))
    >>> short = shortened(both)
    >>> short.old.name, short.new.name
    ('2031/terms.html', '2032/terms.html')
    """
    old, new = _named(sides.old, sides.new), _named(sides.new, sides.old)
    return CapturePair(replace(sides.old, name=old), replace(sides.new, name=new))


def _named(side: CaptureInfo, other: CaptureInfo) -> str:
    if side.captured_at is not None:
        return side.name
    parts, others = _FOLDERS.split(side.name), _FOLDERS.split(other.name)
    tails = ((parts[-count:], others[-count:]) for count in range(1, len(parts) + 1))
    return "/".join(next((tail for tail, beside in tails if tail != beside), parts[-1:]))


def moment(side: CaptureInfo) -> str:
    """The moment of capture as people read it: "17 May 2024, 10:15 UTC", "" if it is not known.

    >>> from datetime import UTC, datetime
    >>> moment(CaptureInfo(captured_at=datetime(2024, 5, 7, 10, 15, tzinfo=UTC)))
    '7 May 2024, 10:15 UTC'
    """
    at = side.captured_at
    if at is None:
        return ""
    zone = f" {at.tzname()}" if at.tzinfo else ""
    return f"{day(at)}, {at:%H:%M}{zone}"


def day(at: date) -> str:
    """A day as people read it: "7 May 2024"."""
    return calendar_dates.day_in_words(at)
