"""Imports the captures of a page from the Wayback Machine, through its CDX server and its raw copies.

The documented protocol over our own fetcher, which keeps the bounds on time, bytes and private networks that
a library's session would not: `/cdx/search/cdx` lists the copies (github.com/internetarchive/wayback,
wayback-cdx-server), `/web/<time>id_/<address>` gives one as it was recorded.

A list may be wrong. A row of another page or another time is left out and named; a copy that turns out to be
of another moment is a failed check; a digest is believed if the bytes have it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from policydiff import web_address
from policydiff.archive import is_moment
from policydiff.errors import FetchFailed, UnusableHistory
from policydiff.importers.adding import Import
from policydiff.importers.copies import BATCH, MOST_COPIES, Copy, CopyImport, CopyReader, once_a_day, sha1
from policydiff.importers.recorded import Recorded, unread
from policydiff.importers.service import Service, ServiceLeft
from policydiff.importers.warc import canonical
from policydiff.models import Capture

if TYPE_CHECKING:
    from policydiff.archive import Archive
    from policydiff.fetch import Fetcher
    from policydiff.importers.recorded import Imported, ReadCaptures, RecordProgress, WantedPage

ADDRESS: Final = "https://web.archive.org"
_ROWS: Final = 5_000
_FIELDS: Final = "timestamp,original,statuscode,digest"
_ORIGINAL: Final = "x-archive-orig-"
_SEEN_AGAIN: Final = "-"
"""The status of a revisit: the same as before."""


def import_wayback(  # noqa: PLR0913 - all but three are optional and go by name
    archive: Archive,
    page: WantedPage,
    fetcher: Fetcher,
    *,
    address: str = ADDRESS,
    read: ReadCaptures = unread,
    progress: RecordProgress | None = None,
) -> Imported:
    """Import the copies that the Wayback Machine has of a page.

    Running the same import again adds nothing; an interrupted import continues. Of copies of one day with the
    same bytes the first comes in.

    Args:
        archive: The archive to import into.
        page: The page, the time wanted, and the series to import into.
        fetcher: Sends the requests; its limits set the pace (`service.limits`).
        address: Address of the Wayback Machine, or of a service with the same interface.
        read: Judges whether captures are good.
        progress: Called with the number of copies done and of all.

    Raises:
        FetchFailed: the list cannot be got.
        UnusableHistory: it lists nothing.
    """
    service, importing = Service(fetcher), Import(archive, read, batch=BATCH)
    try:
        copies = once_a_day(_Listing(service, importing, address.rstrip("/"), page).copies())
    except ServiceLeft as left:
        raise left.failed from left
    if not copies and not importing.done().skipped:
        advice = "Try the address in other forms, such as with www. or with a slash at its end"
        raise UnusableHistory(page.url, "the Wayback Machine has no copy of it in this time", advice)
    reader = CopyReader("wayback", lambda copy: read_copy(service.get(copy.address), copy))
    CopyImport(importing, archive, page, reader).run(copies, progress)
    return importing.done()


def read_copy(answer: Capture, copy: Copy) -> Recorded:
    """A copy as a capture of the page, with the address and headers of its time."""
    recorded = web_address.recorded_at(answer.final_url)
    problem = f"The archive lists this copy and gives {answer.final_url[:300]} in its place."
    if recorded is None or recorded[1] != copy.at:
        nothing = Capture(copy.original, copy.at, b"", "wayback", ref=copy.address)
        return Recorded((nothing,), failure=("bad-redirect", problem))
    then = tuple(
        (name[len(_ORIGINAL) :], value)
        for name, value in answer.headers
        if name.lower().startswith(_ORIGINAL)
    )
    if not any(name.lower() == "content-type" for name, _ in then):
        then = (*then, *((name, value) for name, value in answer.headers if name.lower() == "content-type"))
    capture = Capture(
        copy.original, copy.at, answer.body, "wayback", 200, recorded[0], headers=then, ref=copy.address
    )
    agrees = "yes" if sha1(answer.body) == copy.digest else "no, they were packed or changed"
    details = {"digest": copy.digest, "bytes_have_digest": agrees} if copy.digest else {}
    return Recorded((capture,), details)


class _Listing:
    """The rows of a CDX server for one page."""

    def __init__(self, service: Service, importing: Import, address: str, page: WantedPage) -> None:
        self._service = service
        self._importing = importing
        self._address = address
        self._page = page

    def copies(self) -> list[Copy]:
        """All copies that showed a page, in the order of the list."""
        found: list[Copy] = []
        asked = set[str]()
        resume = ""
        while True:
            rows, resume = self._rows(resume)
            found += [copy for row in rows if (copy := self._copy(row)) is not None]
            if not resume or resume in asked or not rows:
                return found
            if len(found) > MOST_COPIES:
                self._importing.fail(self._page.url, f"only the first {len(found)} copies were looked at")
                return found
            asked.add(resume)

    def _rows(self, resume: str) -> tuple[list[list[str]], str]:
        """One page of the list, and the key of the next, "" after the last."""
        asked = [f"url={quote(self._page.url, safe='')}", f"fl={_FIELDS}", "filter=statuscode:(200|203|-)"]
        asked += [f"limit={_ROWS}", "showResumeKey=true"]
        for name, at in (("from", self._page.first), ("to", self._page.last)):
            asked += [f"{name}={at:%Y%m%d%H%M%S}"] if at else []
        # The key comes in the form that an address needs it in.
        asked += [f"resumeKey={quote(resume, safe='%+')}"] if resume else []
        try:
            answer = self._service.get(f"{self._address}/cdx/search/cdx?{'&'.join(asked)}")
        except FetchFailed as failed:
            if failed.kind == "empty":  # as it answers where it has none
                return [], ""
            raise
        lines = answer.body.decode("utf-8", "replace").split("\n")
        rows = [line.split() for line in lines]
        key = ""
        if len(rows) > 2 and not rows[-1] and len(rows[-2]) == 1 and not rows[-3]:
            key = rows[-2][0]
            del rows[-3:]
        rows = [row for row in rows if row]
        if rows and not any(len(row) == 4 and row[0].isdecimal() for row in rows):
            raise FetchFailed(self._address, "it does not answer as a CDX server does", "Check the address")
        return rows, key

    def _copy(self, row: list[str]) -> Copy | None:
        """The copy that a row names; None if it is none that is wanted."""
        text = " ".join(row)[:300]
        at = parse_time(row[0]) if len(row) == 4 else None
        if at is None:
            self._importing.skip(text, "the list has a row that cannot be understood")
            return None
        _, original, status, digest = row
        if not self._page.spans(at) or bare_address(original) != bare_address(self._page.url):
            self._importing.skip(text, "the list has a row that was not asked for")
            return None
        if status not in ("200", "203", _SEEN_AGAIN):
            return None
        address = f"{self._address}/web/{row[0]}id_/{original}"
        return Copy(at, address, original, digest if len(digest) == 32 else "")


def parse_time(digits: str) -> datetime | None:
    """The time that fourteen digits of an index name, None if they name none."""
    try:
        at = datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
    return at if len(digits) == 14 and is_moment(at) else None


def bare_address(url: str) -> str:
    """An address as the indexes of web archives hold it: in lower case, without www. and a last slash."""
    host, slash, path = canonical(url).lower().partition("/")
    return f"{host.removeprefix('www.')}{slash}{path}".rstrip("/")
