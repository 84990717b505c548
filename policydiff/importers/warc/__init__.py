"""Imports pages from web archive files: WARC, ARC and WACZ.

A file of somebody else's holds many pages: those of the addresses asked for come in, with the redirects that
led to them. A record that only says "the same as before" (a revisit) gets the bytes that it refers to. A
record that was cut off is imported as suspect. A file that policydiff itself exported says which series its
pages belong to, and all checks of the archive come back from it.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urldefrag, urljoin, urlsplit

from policydiff.archive import LARGEST
from policydiff.errors import UnusableHistory, UnusableOption
from policydiff.importers.adding import Import
from policydiff.importers.recorded import Recorded, unread
from policydiff.importers.warc.message import HttpMessage, parse_message
from policydiff.importers.warc.own import OwnRecords
from policydiff.importers.warc.records import WarcRecord, moment, read_records
from policydiff.models import Capture, Reason, Redirect

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from policydiff.archive import Archive
    from policydiff.errors import FailureKind
    from policydiff.importers.recorded import Imported, ReadCaptures, RecordProgress

_LATER: Final = timedelta(minutes=10)
"""Between a redirect and the page that it led to."""
_REMEMBERED: Final = 64 * 1024 * 1024
"""Bytes of bodies that later records may refer to."""
_MOST_HOPS: Final = 20
_MOST_NAMED: Final = 5
_OK: Final = frozenset({200, 203})
_MOVED: Final = frozenset({301, 302, 303, 307, 308})


def import_warc(
    archive: Archive,
    path: str,
    addresses: Mapping[str, str],
    *,
    read: ReadCaptures = unread,
    progress: RecordProgress | None = None,
) -> Imported:
    """Import pages out of a WARC, ARC or WACZ file.

    Running the same import again adds nothing. A few pages at a time are in memory, however large the file
    is.

    Args:
        archive: The archive to import into.
        path: The file.
        addresses: The series that each address belongs to; pages of other addresses are left out. Ignored for
            a file that policydiff exported.
        read: Judges whether captures are good.
        progress: Called with the number of records read, and 0 since nobody knows how many there are.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        UnusableHistory: it is no web archive, or holds no page of these addresses.
        UnusableOption: the extra `warc` is not installed.
    """
    need_reader()
    pages = _Pages(Import(archive, read), path, addresses)
    count = 0
    try:
        for record in read_records(path, pages.wants):
            pages.take(record)
            count += 1
            if progress:
                progress(count, 0)
    except UnusableHistory as error:
        if not pages.found:
            raise
        pages.importing.fail(error.subject, error.problem)
    done = pages.importing.done()
    if not pages.found and not done.failed:
        raise _nothing(path, pages.seen)
    return done


def need_reader() -> None:
    """Refuse to begin where the extra `warc` is not installed.

    Raises:
        UnusableOption: it is not.
    """
    try:
        import warcio  # noqa: F401, PLC0415 - an extra
    except ImportError as error:
        problem = "web archives are read by an extra that is not installed"
        raise UnusableOption("warc", problem, "Install it: pip install 'policydiff[warc]'") from error


def _nothing(path: str, seen: Mapping[str, int]) -> UnusableHistory:
    named = ", ".join(list(seen)[:_MOST_NAMED])
    problem = "it holds no page of the addresses asked for" if seen else "it holds no page"
    advice = "Say which address belongs to which series: --series NAME --url ADDRESS"
    if not seen:
        advice = "Look into it with `warcio index`; it may have been cut off before its first page"
    return UnusableHistory(path, f"{problem}{'; it does hold ' + named if named else ''}", advice)


@dataclass(frozen=True, slots=True)
class _WarcWay:
    """How an address of the file came to be one of a series."""

    series: str
    asked: str
    """The address that was asked for in the first place."""
    hops: tuple[Redirect, ...] = ()
    at: datetime | None = None
    """When the redirect was seen, None for an address that was asked for itself."""


class _Pages:
    """Takes the records of one file, and hands on those that belong to a series."""

    def __init__(self, importing: Import, path: str, addresses: Mapping[str, str]) -> None:
        self.importing = importing
        self.found = 0
        self.seen: dict[str, int] = {}
        """Addresses of pages that were passed over."""
        self._file = Path(path).name
        self._ways = {canonical(url): _WarcWay(series, url) for url, series in addresses.items()}
        self._led: dict[str, _WarcWay] = {}
        self._bodies = _Bodies()
        self._own = OwnRecords(importing)

    def wants(self, record: WarcRecord) -> bool:
        """Whether the block of a record is to be read."""
        if self._own.wants(record):
            return True
        return record.type in ("response", "resource", "revisit") and self._way(record) is not None

    def take(self, record: WarcRecord) -> None:
        """Take one record, wanted or not."""
        if self._own.take(record):
            self.found += 1
            return
        if record.type not in ("response", "resource", "revisit"):
            return
        way = self._way(record)
        if way is None:
            if len(self.seen) < _MOST_NAMED and record.url.startswith("http"):
                self.seen.setdefault(record.url[:200], 0)
            return
        self.found += 1
        if record.at is None:
            self.importing.skip(record.id or record.url, "it does not say when it was captured")
        else:
            self._page(record, record.at, way)

    def _way(self, record: WarcRecord) -> _WarcWay | None:
        url = canonical(record.url)
        way = self._ways.get(url)
        if way is None and record.at is not None and (led := self._led.get(url)) is not None:
            assert led.at is not None
            way = led if abs(record.at - led.at) <= _LATER else None
        return way

    def _page(self, record: WarcRecord, at: datetime, way: _WarcWay) -> None:
        message = _message(record)
        if record.type == "revisit":
            message = self._revisited(record, message)
        elif message.body and not record.cut and not message.problem:
            self._bodies.remember(record, message.body)
        if message.status in _MOVED:
            self._moved(record, at, way, message)
            return
        recorded = _recorded(_capture(record, at, message, self._file), record, message, self._file)
        capture = replace(recorded.captures[0], url=way.asked, redirects=way.hops)
        self.importing.add(way.series, replace(recorded, captures=(capture,)))

    def _revisited(self, record: WarcRecord, message: HttpMessage) -> HttpMessage:
        """The answer with the body of the record that it refers to."""
        body = self._bodies.of(record)
        if body is None:
            problem = "it says that the page was the same as one that this file does not hold"
            return replace(message, body=b"", problem=("empty", problem))
        status = message.status if message.status not in (0, 304) else 200
        return HttpMessage(status, message.headers, body)

    def _moved(self, record: WarcRecord, at: datetime, way: _WarcWay, message: HttpMessage) -> None:
        target = message.header("location")
        try:
            led = canonical(urldefrag(urljoin(record.url, target)).url)
        except ValueError:
            led = ""
        if target and led and len(way.hops) < _MOST_HOPS:
            hops = (*way.hops, Redirect(record.url, message.status))
            self._led[led] = _WarcWay(way.series, way.asked, hops, at)
        else:
            self.importing.skip(record.id or record.url, "it redirects to nowhere")


def recorded_page(record: WarcRecord, url: str, file: str) -> Recorded:
    """The page that one record holds by itself, of a record that has a date.

    Args:
        record: with its block.
        url: the address that was asked for.
        file: what to call the file that it lies in.
    """
    assert record.at is not None
    message = _message(record)
    capture = replace(_capture(record, record.at, message, file), url=url)
    return _recorded(capture, record, message, file)


def _message(record: WarcRecord) -> HttpMessage:
    if record.type == "resource":
        return HttpMessage(0, (), record.block)
    return parse_message(record.block)


def _capture(record: WarcRecord, at: datetime, message: HttpMessage, file: str) -> Capture:
    return Capture(
        record.url,
        at,
        message.body,
        "warc",
        message.status,
        record.url,
        headers=message.headers,
        ref=record.id or f"{file} {record.url} {record.headers.get('warc-date', '')}",
        media_type=record.headers.get("content-type", "") if record.type == "resource" else "",
    )


def _recorded(capture: Capture, record: WarcRecord, message: HttpMessage, file: str) -> Recorded:
    """The capture as a record of a page, of one that was cut off, or of there being none."""
    cut = record.cut or (message.problem[1] if message.problem else "")
    failure: tuple[FailureKind, str] | None = None
    if record.type == "response" and not capture.status:
        failure = "protocol", "The record holds no answer of HTTP."
    elif capture.status and capture.status not in _OK:
        failure = failure_of(capture.status), f"The host answered with status {capture.status}."
    elif message.problem and message.problem[0] != "truncated":
        failure = message.problem[0], f"{cut[0].upper()}{cut[1:]}."
    elif len(capture.body) > LARGEST:
        failure = "too-large", f"The page has more than {LARGEST // 2**20} MB."
    elif not capture.body:
        failure = "truncated" if cut else "empty", "The record has no page in it."
    if failure:
        return Recorded((replace(capture, body=b""),), failure=failure)
    details = {"file": file, "record": record.id, "warcinfo": record.headers.get("warc-warcinfo-id", "")}
    doubts = (Reason("truncated", f"The record is not whole: {cut}"),) if cut else ()
    return Recorded((capture,), {name: value for name, value in details.items() if value}, doubts)


def failure_of(status: int) -> FailureKind:
    """What a status without a page means, as for a page that we fetched ourselves."""
    if status in (401, 403, 451):
        return "forbidden"
    if status in (404, 410):
        return "not-found"
    if status == 429:
        return "rate-limited"
    return "server-error" if status >= 500 else "status"


class _Bodies:
    """Bodies that later records refer to: by their digest, or by address and time."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        self._keys: dict[str, str] = {}

    def remember(self, record: WarcRecord, body: bytes) -> None:
        key = record.id or f"{record.url} {record.at}"
        self._held[key] = body
        self._size += len(body)
        while self._size > _REMEMBERED:
            self._size -= len(self._held.popitem(last=False)[1])
        for name in (record.headers.get("warc-payload-digest", ""), f"{canonical(record.url)} {record.at}"):
            if name:
                self._keys[name] = key
        self._keys[canonical(record.url)] = key

    def of(self, record: WarcRecord) -> bytes | None:
        headers = record.headers
        at = headers.get("warc-refers-to-date", "")
        names = [headers.get("warc-payload-digest", "")]
        if not names[0]:
            url = canonical(headers.get("warc-refers-to-target-uri", record.url))
            names = [f"{url} {moment(at)}" if at else url]
        keys = [headers.get("warc-refers-to", "").strip("<> "), *(self._keys.get(name, "") for name in names)]
        return next((self._held[key] for key in keys if key in self._held), None)


def canonical(url: str) -> str:
    """An address as far as it names one page: without scheme, fragment, default port and a user's name."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        return url
    if not host:
        return url
    shown = f":{port}" if port not in (None, 80, 443) else ""
    return f"{host}{shown}{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
