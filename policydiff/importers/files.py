"""Imports pages that people saved, dated by their content or their names.

Where such files say when they were saved: the Wayback Machine writes its time into the script and a closing
comment of every page, and its addresses hold fourteen digits; browsers write a comment "saved from
url=(0042)..." or the headers of MHTML; SingleFile writes a comment with address and date. A mere link to the
Wayback Machine inside a page dates nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policydiff.archive import LARGEST, is_moment, names
from policydiff.errors import PolicydiffError, UnusableCapture, guarded
from policydiff.formats import container
from policydiff.importers.adding import Import
from policydiff.importers.recorded import Imported, Recorded, unread
from policydiff.importers.unzipping import unzipped
from policydiff.letters import sent_at
from policydiff.models import Capture
from policydiff.saved_page import contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from os import PathLike

    from policydiff.archive import Archive
    from policydiff.importers.recorded import ReadCaptures
    from policydiff.models import How

_UNDATED: Final = "it has no date inside or in its name; give one with --date"
_TOP: Final = 64 * 1024
"""Bytes at the start in which programs that save pages write their notes."""
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/(\d{14})(?:[a-z]{2}_)?/(\S+)")
_WOMBAT = re.compile(rb"""__wm\.wombat\(\s*["']([^"'\s]{1,2000})["']\s*,\s*["'](\d{14})["']""")
_ARCHIVED = re.compile(rb"FILE ARCHIVED ON (\d\d:\d\d:\d\d [A-Z][a-z]{2} \d\d, \d{4}) AND RETRIEVED")
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S{1,2000})\s*-->")
_MHTML_FROM = re.compile(rb"^Snapshot-Content-Location:[ \t]*(\S{1,2000})", re.MULTILINE | re.IGNORECASE)
_MHTML_DATE = re.compile(rb"^Date:[ \t]*([^\r\n]{1,100})", re.MULTILINE | re.IGNORECASE)
_SINGLE_FILE = re.compile(
    rb"Page saved with SingleFile\s+url:\s*(\S{1,2000})\s+saved date:\s*"
    rb"\w{3} (\w{3} \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4})"
)
_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])"
    r"(?:[T _-]?([01]\d|2[0-3])([-:_.]?)([0-5]\d)\6([0-5]\d)Z?)?(?!\d)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where and when a saved page comes from, as far as it says so."""

    at: datetime | None = None
    url: str = ""
    how: How = "file"
    ref: str = ""
    by: str = ""
    """The source of the date."""


def import_files(  # noqa: PLR0913 - all but three are optional and go by name
    archive: Archive,
    name: str,
    paths: Sequence[str | PathLike[str]],
    *,
    at: datetime | None = None,
    url: str = "",
    latest: datetime | None = None,
    read: ReadCaptures = unread,
) -> Imported:
    """Import saved pages of one source, also those in zip archives.

    A file's date is `at`; else the time of the Wayback Machine or of the saving program inside it; else the
    date in its name (year first, UTC); a file without any cannot be imported. Each distinct body is kept.
    Running the same import again adds nothing.

    Args:
        archive: The archive to import into.
        name: The series ("platform/document[@variant]").
        paths: The files; several are taken in the order of their dates.
        at: The date of all of them, aware.
        url: The address of the page where the file does not say it.
        latest: The last moment at which a page can have been captured, aware; None for any.
        read: Judges whether captures are good.

    A file that cannot be imported is named in the result; the others are imported.

    Raises:
        UnreadableFile: of all files none could be read.
        InputTooLarge: likewise, and the first is larger than the archive keeps.
    """
    found: list[tuple[Capture, dict[str, str]]] = []
    undated: list[str] = []
    errors: list[PolicydiffError] = []
    for file in chain.from_iterable(_opened(Path(path), errors) for path in paths):
        try:
            with guarded(file.place):
                one = _found(file, at, url, latest)
        except PolicydiffError as error:
            errors.append(error)
            continue
        if one is None:
            undated.append(file.place)
        else:
            found.append(one)
    if errors and not found:
        raise errors[0]
    found.sort(key=lambda one: (one[0].at, one[1]["file"]))
    run = Import(archive, read)
    for place in undated:
        run.fail(place, _UNDATED)
    for failed in errors:
        run.fail(failed.subject, failed.problem)
    for capture, details in found:
        run.add(name, Recorded((capture,), details))
    return run.done()


@dataclass(frozen=True, slots=True)
class _File:
    """A file to import, or one inside of a zip archive."""

    place: str
    """Its name in messages: "pages.zip: 2024-01-01.html"."""
    name: str
    read: Callable[[], bytes]
    inside: str = ""
    """The zip archive that it lies in, "" for none."""


def _opened(path: Path, errors: list[PolicydiffError]) -> Iterator[_File]:
    """The file, or of a zip archive of pages each file in it; what cannot be opened goes to `errors`."""
    try:
        with guarded(str(path)):
            members = unzipped(path)
    except PolicydiffError as error:
        errors.append(error)
        return
    if members is None:
        yield _File(str(path), path.name, lambda: contents(path, LARGEST))
        return
    for member in members:
        place = f"{path}: {member.name}"
        yield _File(place, Path(member.name).name, member.read, path.name)


def _found(
    file: _File, at: datetime | None, url: str, latest: datetime | None
) -> tuple[Capture, dict[str, str]] | None:
    """The capture that a file holds, with what else to keep of it; None if nothing dates it."""
    body = file.read()
    origin = _origin(file.name, body, at)
    if origin.at is None:
        return None
    if not is_moment(origin.at):
        problem = f"its date ({origin.by}) is in the year {origin.at.year}, when no page was captured"
        raise UnusableCapture(file.place, problem, "Give it one with --date")
    if latest is not None and origin.at > latest:
        problem = f"its date ({origin.by}), {origin.at:%Y-%m-%d}, is yet to come"
        raise UnusableCapture(file.place, problem, "Give the day of its capture with --date")
    media_type = names.MEDIA_TYPES.get(_suffix(Path(file.name)), "")
    capture = Capture(origin.url or url, origin.at, body, origin.how, ref=origin.ref, media_type=media_type)
    details = {"file": file.name, "date_from": origin.by, "zip": file.inside}
    return capture, {name: value for name, value in details.items() if value}


def _suffix(path: Path) -> str:
    """The ending of the name; of a page packed by gzip the ending before ".gz"."""
    suffixes = [suffix.lower().lstrip(".") for suffix in path.suffixes]
    return next((suffix for suffix in reversed(suffixes) if suffix != "gz"), "")


def _origin(name: str, body: bytes, given: datetime | None) -> _Origin:
    inside = _inside(body)
    if given is not None:
        return _Origin(given, inside.url, inside.how, inside.ref, "--date")
    if inside.at is not None:
        return inside
    return _Origin(_date_in_name(name), inside.url, by="file name")


def _inside(body: bytes) -> _Origin:
    """The origin of a saved page by its own notes; the Wayback Machine's time comes before the time of
    saving."""
    top = body[:_TOP]
    if container(body) == "eml":
        return _Origin(_in_utc(sent_at(body)), by="date of the e-mail")
    address, saved = _saved(top)
    wayback = _WAYBACK.match(address)
    if wayback:
        return _from_wayback(wayback[1], wayback[2], address)
    wombat = _WOMBAT.search(top)
    if wombat:
        return _from_wayback(wombat[2].decode(), wombat[1].decode("utf-8", "replace"), "")
    archived = _ARCHIVED.search(body[-_TOP:])
    if archived:
        at = _parsed(archived[1].decode(), "%H:%M:%S %b %d, %Y")
        return _Origin(at, address, "wayback" if at else "file", by="Wayback Machine")
    return _Origin(saved, address, by="saving program")


def _from_wayback(digits: str, url: str, address: str) -> _Origin:
    at = _parsed(digits, "%Y%m%d%H%M%S")
    ref = address or f"https://web.archive.org/web/{digits}/{url}"
    return _Origin(at, url, "wayback", ref, "Wayback Machine")


def _saved(top: bytes) -> tuple[str, datetime | None]:
    """The address and date that a program wrote when it saved the page."""
    single = _SINGLE_FILE.search(top)
    if single:
        return single[1].decode("utf-8", "replace"), _parsed(single[2].decode(), "%b %d %Y %H:%M:%S GMT%z")
    mhtml = _MHTML_FROM.search(top)
    if mhtml:
        date = _MHTML_DATE.search(top)
        return mhtml[1].decode("utf-8", "replace"), _mail_date(
            date[1].decode("ascii", "replace")
        ) if date else None
    saved = _SAVED_FROM.search(top)
    return (saved[1].decode("utf-8", "replace") if saved else ""), None


def _mail_date(text: str) -> datetime | None:
    try:
        return _in_utc(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _in_utc(at: datetime | None) -> datetime | None:
    """The moment in UTC; without a time zone it is taken as UTC. None if `datetime` cannot represent it."""
    try:
        return at and (at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC))
    except OverflowError:
        return None


def _parsed(text: str, form: str) -> datetime | None:
    try:
        at = datetime.strptime(text, form)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):  # no day of the calendar; the last night of all years in another zone
        return None


def _date_in_name(name: str) -> datetime | None:
    """The date in a file's name; None if there are two different ones, since choosing would be a guess."""
    found = set()
    for match in _IN_NAME.finditer(name):
        year, _, month, day, hour, _, minute, second = (part or "00" for part in match.groups())
        try:
            found.add(datetime.fromisoformat(f"{year}-{month}-{day}T{hour}:{minute}:{second}+00:00"))
        except ValueError:
            continue
    return found.pop() if len(found) == 1 else None
