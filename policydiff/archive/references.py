"""References: how people name a source and a moment, "platform/document[@variant][@when]"."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from policydiff.archive import names
from policydiff.errors import InvalidReference, UnknownReference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.archive.series import Series
    from policydiff.models import Snapshot

_TIME = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?(?:(?<=-\d\d)-(?P<day>\d{2}))?"
    r"(?:(?<=-\d\d-\d\d)[Tt ](?P<hour>\d{2}):?(?P<minute>\d{2})"
    r"(?::?(?P<second>\d{2})(?:\.(?P<fraction>\d{1,6}))?)?(?P<zone>[Zz]|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_LATEST = re.compile(r"latest(?:~(?P<back>\d{1,9}))?", re.ASCII)
_FORM = "Write platform/document, platform/document@2024-06-26 or platform/document@latest~1"


@dataclass(frozen=True, slots=True)
class Reference:
    """A parsed reference."""

    series: str
    """"platform/document" or "platform/document@variant"."""
    when: str = "latest"
    """As written: "latest", "latest~2", "2024-06-26", "2024-06-26T101502Z"."""
    back: int = 0
    """The N of "latest~N", else 0."""
    moment: datetime | None = None
    """The last moment that `when` covers (the end of a day, a month or a year); None for latest."""


def parse_reference(text: str) -> Reference:
    """Parse a reference.

    What parses as an ISO date or time, a month (2024-06) or a year (2024), or is `latest` or `latest~N`, is
    the moment; anything else after an @ is a variant. Without a moment the latest snapshot is meant. Times
    without a zone are UTC.

    >>> parse_reference("instagram/privacy-policy@eu@2024-06-26").series
    'instagram/privacy-policy@eu'

    Raises:
        InvalidReference: the text has another form.
    """
    series, _, rest = text.partition("@")
    parts = rest.split("@") if rest or text.endswith("@") else []
    when = parts.pop() if parts and _is_when(parts[-1]) else "latest"
    series = "@".join([series, *parts])
    if not names.is_series(series):
        raise InvalidReference(text[:200], "it is no reference", _FORM)
    latest = _LATEST.fullmatch(when)
    if latest:
        return Reference(series, when, back=int(latest["back"] or 0))
    return Reference(series, when, moment=_end(when.partition("_")[0], text))


def parse_moment(text: str) -> Reference | None:
    """The text after the last @ as a moment (`series` is empty then); None if it is not a moment.

    >>> parse_moment("2024-06").moment.isoformat()
    '2024-06-30T23:59:59.999999+00:00'

    Raises:
        InvalidReference: it is written as a date and the calendar has no such day.
    """
    if not _is_when(text):
        return None
    latest = _LATEST.fullmatch(text)
    if latest:
        return Reference("", text, back=int(latest["back"] or 0))
    return Reference("", text, moment=_end(text, text))


def is_reference(text: str) -> bool:
    """Whether the text has the form of a reference (so does many a relative path: look for a file first)."""
    try:
        parse_reference(text)
    except InvalidReference:
        return False
    return True


def choose(text: str, asked: Reference, series: Series) -> Snapshot:
    """The snapshot of a series that a reference means.

    Raises:
        UnknownReference: nothing is that old, or nothing was ever seen.
    """
    if names.is_id(asked.when):
        named = series.find(asked.when)
        if named:
            return named
    found = series.snapshots
    if asked.moment is not None:
        found = tuple(one for one in found if one.since <= asked.moment)
    if len(found) > asked.back:
        return found[-1 - asked.back]
    raise UnknownReference(text, *_nothing(asked, series))


def unknown_series(text: str, asked: Reference, known: Sequence[str]) -> UnknownReference:
    """The error for a series that is not in the archive; it suggests series with similar names."""
    near = difflib.get_close_matches(asked.series[:200], known, n=3)
    advice = f"Did you mean {' or '.join(near)}?" if near else "Look at what `policydiff list` shows"
    if not known:
        advice = "It is empty: fetch or import something first, or name another archive with --archive"
    return UnknownReference(text, "there is no such series in the archive", advice)


def _is_when(part: str) -> bool:
    return (
        names.is_when(part)
        and (_LATEST.fullmatch(part) or _TIME.fullmatch(part.partition("_")[0])) is not None
    )


def _end(when: str, text: str) -> datetime:
    """The last microsecond of what was written: of a year, a month, a day, a minute, a second."""
    found = _TIME.fullmatch(when)
    if found is None:
        raise InvalidReference(text, f"{when!r} is no date", _FORM)
    zone = (found["zone"] or "+00:00").upper().replace("Z", "+00:00")
    parts = [found[name] or "00" for name in ("hour", "minute", "second")]
    fraction = (found["fraction"] or "0").ljust(6, "0")
    day = "-".join((found["year"], found["month"] or "01", found["day"] or "01"))
    try:
        start = datetime.fromisoformat(f"{day}T{':'.join(parts)}.{fraction}{zone}")
        return (_following(start, found) - timedelta(microseconds=1)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise InvalidReference(text, f"{when!r} is no date of the calendar", _FORM) from error


def _following(start: datetime, found: re.Match[str]) -> datetime:
    """The first moment after the year, month, day, minute or second that was written."""
    if found["month"] is None:
        return start.replace(year=start.year + 1)
    if found["day"] is None:
        return (start + timedelta(days=31)).replace(day=1)
    if found["hour"] is None:
        return start + timedelta(days=1)
    if found["second"] is None:
        return start + timedelta(minutes=1)
    return start + (timedelta(seconds=1) if found["fraction"] is None else timedelta(microseconds=1))


def _nothing(asked: Reference, series: Series) -> tuple[str, str]:
    if not series.snapshots:
        problem = "no good snapshot of it was ever stored"
        return problem, "Look into observations.jsonl for what the checks found"
    first = series.snapshots[0].reference
    if asked.moment is not None:
        return f"nothing in the archive is that old: the first is {first}", "Ask for that one or a later one"
    count = len(series.snapshots)
    return f"the archive holds {count} of them", f"Ask for latest~{count - 1} at most, the first is {first}"
