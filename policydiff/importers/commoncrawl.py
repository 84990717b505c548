"""Imports the captures of a page from Common Crawl: its indexes in CDXJ, and ranges of its WARC files.

`collinfo.json` names the crawls, `<crawl>-index?url=...&output=json` lists the captures of one, each with
file, offset and length; these bytes are one WARC record, packed by itself (index.commoncrawl.org).
"""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from policydiff.errors import FetchFailed, UnusableHistory
from policydiff.importers.adding import Import
from policydiff.importers.copies import BATCH, MOST_COPIES, Copy, CopyImport, CopyReader, once_a_day
from policydiff.importers.recorded import Recorded, unread
from policydiff.importers.service import Service, ServiceLeft
from policydiff.importers.warc import canonical, need_reader, recorded_page
from policydiff.importers.warc.records import read_stream
from policydiff.importers.wayback import bare_address, parse_time
from policydiff.models import Capture

if TYPE_CHECKING:
    from policydiff.archive import Archive
    from policydiff.fetch import Fetcher
    from policydiff.importers.recorded import Imported, ReadCaptures, RecordProgress, WantedPage

INDEX: Final = "https://index.commoncrawl.org"
DATA: Final = "https://data.commoncrawl.org"
_CRAWL: Final = re.compile(r"CC-MAIN-(\d{4})-[\w-]{1,20}")
_FILE: Final = re.compile(r"[\w./-]{1,400}\.warc\.gz")
_MOST_CRAWLS: Final = 1_000
_LARGEST: Final = 64 * 1024 * 1024


def import_commoncrawl(  # noqa: PLR0913 - all but three are optional and go by name
    archive: Archive,
    page: WantedPage,
    fetcher: Fetcher,
    *,
    index: str = INDEX,
    data: str = DATA,
    read: ReadCaptures = unread,
    progress: RecordProgress | None = None,
) -> Imported:
    """Import the captures that the crawls have of a page.

    Running the same import again adds nothing; an interrupted import continues.

    Args:
        archive: The archive to import into.
        page: The page, the time wanted, and the series to import into.
        fetcher: Sends the requests; its limits set the pace (`service.limits`).
        index: Address of the indexes.
        data: Address of the WARC files.
        read: Judges whether captures are good.
        progress: Called with the number of captures done and of all.

    Raises:
        FetchFailed: the list of crawls cannot be got.
        UnusableHistory: no crawl has the page.
        UnusableOption: the extra `warc` is not installed.
    """
    need_reader()
    service, importing = Service(fetcher), Import(archive, read, batch=BATCH)
    listing = _Crawls(service, importing, page, (index.rstrip("/"), data.rstrip("/")))
    try:
        copies = once_a_day(listing.copies())
    except ServiceLeft as left:
        raise left.failed from left
    if not copies and not importing.done().failed:
        advice = "Try the address in other forms, such as with www. or with a slash at its end"
        raise UnusableHistory(page.url, "no crawl has it in this time", advice)
    CopyImport(importing, archive, page, CopyReader("warc", listing.get)).run(copies, progress)
    return importing.done()


class _Crawls:
    """The captures of one page in all crawls."""

    def __init__(
        self, service: Service, importing: Import, page: WantedPage, places: tuple[str, str]
    ) -> None:
        self._service = service
        self._importing = importing
        self._page = page
        self._index, self._data = places

    def copies(self) -> list[Copy]:
        """What the indexes list; one that cannot be read is named, and the others are read."""
        found: list[Copy] = []
        for crawl in self._names():
            asked = f"{self._index}/{crawl}-index?url={quote(self._page.url, safe='')}&output=json"
            try:
                answer = self._service.get(asked)
            except FetchFailed as failed:
                if failed.kind not in ("not-found", "empty"):  # as it answers where it has none
                    self._importing.fail(asked, failed.problem)
                continue
            for line in answer.body.decode("utf-8", "replace").split("\n"):
                copy = self._copy(line) if line.strip() else None
                found += [copy] if copy else []
            if len(found) > MOST_COPIES:
                break
        return found

    def _names(self) -> list[str]:
        """The crawls that may hold captures of the wanted time, oldest first."""
        answer = self._service.get(f"{self._index}/collinfo.json")
        try:
            listed = json.loads(answer.body)
            names = [one["id"] for one in listed if _CRAWL.fullmatch(one["id"])]
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            problem = "it does not list crawls as Common Crawl does"
            raise FetchFailed(self._index, problem, "Check the address") from error
        first = self._page.first.year if self._page.first else 0
        last = self._page.last.year if self._page.last else 9999
        wanted = [name for name in sorted(names) if first - 1 <= int(name[8:12]) <= last + 1]
        return wanted[:_MOST_CRAWLS]

    def _copy(self, line: str) -> Copy | None:
        try:
            fields: dict[str, Any] = json.loads(line)
            at, status = parse_time(str(fields["timestamp"])), str(fields["status"])
            file, offset, length = str(fields["filename"]), int(fields["offset"]), int(fields["length"])
            original, digest = str(fields["url"]), str(fields.get("digest", ""))
        except (ValueError, TypeError, KeyError, RecursionError):
            self._importing.skip(line[:300], "the index has a line that cannot be understood")
            return None
        whole = at is not None and _FILE.fullmatch(file) and ".." not in file and offset >= 0
        if not whole or not 0 < length <= _LARGEST or bare_address(original) != bare_address(self._page.url):
            self._importing.skip(line[:300], "the index has a line that was not asked for")
            return None
        if at is None or status not in ("200", "203") or not self._page.spans(at):
            return None
        return Copy(at, f"{self._data}/{file}#{offset}-{offset + length - 1}", original, digest)

    def get(self, copy: Copy) -> Recorded:
        """The capture that lies in a range of a file."""
        address, _, span = copy.address.partition("#")
        answer = self._service.get(address, ("Range", f"bytes={span}"))
        nothing = Capture(copy.original, copy.at, b"", "warc", ref=copy.address)
        if answer.status != 206:
            problem = "The archive gives the whole file in the place of one record."
            return Recorded((nothing,), failure=("status", problem))
        try:
            records = read_stream(io.BytesIO(answer.body), address, len(answer.body), lambda _: True)
            record = next(records, None)
        except UnusableHistory as error:
            unreadable = f"The record cannot be read: {error.problem}."
            return Recorded((nothing,), failure=("unreadable", unreadable))
        if record is None or record.at != copy.at or canonical(record.url) != canonical(copy.original):
            other = f"{record.url[:200]} of {record.at}" if record else "nothing"
            problem = f"The index leads to another record: {other}."
            return Recorded((nothing,), failure=("bad-redirect", problem))
        recorded = recorded_page(record, copy.original, address.rpartition("/")[2])
        captures = tuple(replace(one, ref=copy.address) for one in recorded.captures)
        return replace(recorded, captures=captures)
