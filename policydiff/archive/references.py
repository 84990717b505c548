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
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[Tt ](?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:\.(?P<fraction>\d{1,6}))?)?"
    r"(?P<zone>[Zz]|[+-]\d{2}:?\d{2})?)?",
    re.ASCII,
)
_LATEST = re.compile(r"latest(?:~(?P<back>\d{1,9}))?", re.ASCII)
_FORM = "Write platform/document, platform/document@2024-06-26 or platform/document@latest~1"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference taken apart."""

    series: str
    """"platform/document" or "platform/document@variant"."""
    when: str = "latest"
    """As written: "latest", "latest~2", "2024-06-26", "2024-06-26T101502Z"."""
    back: int = 0
    """Of latest~N the N."""
    moment: datetime | None = None
    """The last moment that `when` covers (of a day its end), None for latest."""


def parse_reference(text: str) -> Reference:
    """Take a reference apart.

    What parses as an ISO date or time, or is `latest` or `latest~N`, is the moment; anything else behind
    an @ is a variant. Without a moment the latest snapshot is meant. Times without a zone are UTC.

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
    """The error for a series that is not in the archive, with those that are written alike."""
    near = difflib.get_close_matches(asked.series[:200], known, n=3)
    advice = f"Did you mean {' or '.join(near)}?" if near else "Look at what `policydiff sources list` shows"
    if not known:
        advice = "It is empty: fetch or import something first, or name another archive with --archive"
    return UnknownReference(text, "there is no such series in the archive", advice.rstrip("?"))


def _is_when(part: str) -> bool:
    return (
        names.is_when(part)
        and (_LATEST.fullmatch(part) or _TIME.fullmatch(part.partition("_")[0])) is not None
    )


def _end(when: str, text: str) -> datetime:
    """The last microsecond of what was written: of a day, a minute, a second."""
    found = _TIME.fullmatch(when)
    if found is None:
        raise InvalidReference(text, f"{when!r} is no date", _FORM)
    zone = (found["zone"] or "+00:00").upper().replace("Z", "+00:00")
    parts = [found[name] or "00" for name in ("hour", "minute", "second")]
    fraction = (found["fraction"] or "0").ljust(6, "0")
    try:
        start = datetime.fromisoformat(f"{found['day']}T{':'.join(parts)}.{fraction}{zone}")
        return (start + _length(found)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise InvalidReference(text, f"{when!r} is no date of the calendar", _FORM) from error


def _length(found: re.Match[str]) -> timedelta:
    """What is written less precisely than in microseconds covers all up to the next one, exclusively."""
    last = timedelta(microseconds=1)
    if found["hour"] is None:
        return timedelta(days=1) - last
    if found["second"] is None:
        return timedelta(minutes=1) - last
    return timedelta(seconds=1) - last if found["fraction"] is None else timedelta()


def _nothing(asked: Reference, series: Series) -> tuple[str, str]:
    if not series.snapshots:
        problem = "no good snapshot of it was ever stored"
        return problem, "Look into observations.jsonl for what the checks found"
    first = series.snapshots[0].reference
    if asked.moment is not None:
        return f"nothing in the archive is that old: the first is {first}", "Ask for that one or a later one"
    count = len(series.snapshots)
    return f"the archive holds {count} of them", f"Ask for latest~{count - 1} at most, the first is {first}"
