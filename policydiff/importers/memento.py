"""Imports the copies of a page that a TimeMap lists, from any web archive that supports Memento.

A TimeMap (RFC 7089) is a list of links in the form `<address>; rel="memento"; datetime="..."`, joined by
commas; a long one comes in parts that link to each other. The form has no digests, so that one copy a day is
asked for. A copy's own `Memento-Datetime` must be what the list says.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urljoin

from policydiff import web_address
from policydiff.archive import is_moment
from policydiff.errors import FetchFailed, PolicydiffError, UnusableHistory
from policydiff.importers.adding import Import
from policydiff.importers.copies import BATCH, MOST_COPIES, Copy, CopyImport, CopyReader
from policydiff.importers.recorded import Recorded, unread
from policydiff.importers.service import Service, ServiceLeft
from policydiff.importers.wayback import read_copy
from policydiff.models import Capture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from policydiff.archive import Archive
    from policydiff.fetch import Fetcher
    from policydiff.importers.recorded import Imported, ReadCaptures, RecordProgress, WantedPage

_LINK: Final = re.compile(
    r"\s*<(?P<address>[^<>]{1,8000})>(?P<about>(?:\s*;\s*[\w*-]{1,40}\s*=\s*(?:\"[^\"]{0,500}\"|[^\s\",;]{0,200}))*)\s*(?:,|$)"
)
_ABOUT: Final = re.compile(r"([\w*-]{1,40})\s*=\s*(?:\"([^\"]{0,500})\"|([^\s\",;]{0,200}))")
_HTTP_DATE: Final = re.compile(r"\w{3}, (\d\d?) (\w{3}) (\d{4}) (\d\d):(\d\d):(\d\d) GMT", re.ASCII)
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_MOST_PARTS: Final = 1_000


class TimeMapLink(NamedTuple):
    """One link of a TimeMap."""

    address: str
    relations: frozenset[str]
    """"memento", "first", "last", "timemap", "self", "original", "timegate"..."""
    at: datetime | None
    """When the copy was made, aware, UTC; None if it does not say."""


def import_memento(  # noqa: PLR0913 - all but four are optional and go by name
    archive: Archive,
    page: WantedPage,
    timemap: str,
    fetcher: Fetcher,
    *,
    read: ReadCaptures = unread,
    progress: RecordProgress | None = None,
) -> Imported:
    """Import the copies that a TimeMap lists, one a day.

    Running the same import again adds nothing; an interrupted import continues.

    Args:
        archive: The archive to import into.
        page: The page, the time wanted, and the series to import into.
        timemap: Address of the TimeMap.
        fetcher: Sends the requests; its limits set the pace (`service.limits`).
        read: Judges whether captures are good.
        progress: Called with the number of copies done and of all.

    Raises:
        FetchFailed: the TimeMap cannot be got.
        UnusableHistory: it is none, or lists nothing.
    """
    service, importing = Service(fetcher), Import(archive, read, batch=BATCH)
    try:
        copies = sorted(_copies(service, importing, timemap, page), key=lambda copy: copy.at)
    except ServiceLeft as left:
        raise left.failed from left
    if not copies:
        raise UnusableHistory(timemap, "it lists no copy in this time", "Give the address of a TimeMap")
    reader = CopyReader("wayback", lambda copy: _recorded(service.get(copy.address), copy))
    CopyImport(importing, archive, page, reader).run(copies, progress)
    return importing.done()


def parse_timemap(text: str) -> Iterator[TimeMapLink]:
    """The links of a TimeMap, in linear time; stops at the first text that is no link."""
    at = 0
    while at < len(text) and (found := _LINK.match(text, at)):
        about = {name.lower(): quoted or plain for name, quoted, plain in _ABOUT.findall(found["about"])}
        relations = frozenset(about.get("rel", "").split())
        yield TimeMapLink(found["address"], relations, _moment(about.get("datetime", "")))
        at = found.end()


def _moment(text: str) -> datetime | None:
    """The time in the form of HTTP; read by hand, since the standard library takes ten times as long."""
    found = _HTTP_DATE.fullmatch(text)
    try:
        if found and found[2] in _MONTHS:
            month, (hour, minute, second) = _MONTHS.index(found[2]) + 1, map(int, found.group(4, 5, 6))
            at = datetime(int(found[3]), month, int(found[1]), hour, minute, second, tzinfo=UTC)
            return at if is_moment(at) else None
        at = parsedate_to_datetime(text[:100])
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return at if is_moment(at) else None


def _copies(service: Service, importing: Import, timemap: str, page: WantedPage) -> list[Copy]:
    """The copies of all parts of a TimeMap, the first of each day."""
    found: dict[date, Copy] = {}
    waiting, known, looked_at = [timemap], {timemap}, 0
    while waiting and looked_at < MOST_COPIES:
        part = waiting.pop(0)
        for link in parse_timemap(_part(service, importing, part, timemap)):
            address = urljoin(part, link.address)
            if "timemap" in link.relations:
                if "self" not in link.relations and address not in known and len(known) < _MOST_PARTS:
                    known.add(address)
                    waiting.append(address)
            elif "memento" in link.relations:
                _take(found, importing, address, link, page)
                looked_at += 1
            if looked_at == MOST_COPIES:
                break
    if waiting or looked_at == MOST_COPIES or len(known) == _MOST_PARTS:
        importing.fail(timemap, f"it goes on; only its first {looked_at} copies were looked at")
    return list(found.values())


def _part(service: Service, importing: Import, part: str, timemap: str) -> str:
    """The text of a part; "" for a later part that cannot be fetched, which is reported.

    Raises:
        FetchFailed: the first cannot be got.
    """
    try:
        return service.get(part).body.decode("utf-8", "replace")
    except FetchFailed as failed:
        if part == timemap:
            raise
        importing.fail(part, failed.problem)
        return ""


def _take(
    found: dict[date, Copy], importing: Import, address: str, link: TimeMapLink, page: WantedPage
) -> None:
    """Note a copy where it is the first of its day; of the other links of a long list no more is read."""
    if link.at is None:
        importing.skip(address[:300], "the list does not say when this copy was made")
        return
    earlier = found.get(link.at.date())
    if not page.spans(link.at) or (earlier and (earlier.at, earlier.address) <= (link.at, address)):
        return
    try:
        named = web_address.parse_address(address)
    except PolicydiffError as error:
        importing.skip(address[:300], error.problem)
        return
    if named is not None:
        original = named.url if named.replay else page.url
        found[link.at.date()] = Copy(link.at, named.replay or address, original)


def _recorded(answer: Capture, copy: Copy) -> Recorded:
    """The answer for a copy, by what its archive says of it."""
    if web_address.recorded_at(copy.address):
        return read_copy(answer, copy)
    stated = next((value for name, value in answer.headers if name.lower() == "memento-datetime"), "")
    nothing = Capture(copy.original, copy.at, b"", "wayback", ref=copy.address)
    if _moment(stated) != copy.at:
        says = f"it says {stated[:60]}" if stated else "it does not say of when it is"
        problem = f"The archive lists this copy and gives another in its place: {says}."
        return Recorded((nothing,), failure=("bad-redirect", problem))
    headers = tuple(one for one in answer.headers if one[0].lower() == "content-type")
    capture = Capture(
        copy.original, copy.at, answer.body, "wayback", 200, copy.original, headers=headers, ref=copy.address
    )
    return Recorded((capture,), {"form": "as its archive shows it, which may have added to it"})
