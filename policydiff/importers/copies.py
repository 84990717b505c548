"""Copies of one page in web archives: a list of them in, observations out, one after the other.

A list says when each copy was made and often what its bytes hash to. Bytes that were received once and have
that hash are not requested again: a copy with the same digest is the same page seen again.
"""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from policydiff.errors import FetchFailed
from policydiff.importers.recorded import Recorded
from policydiff.importers.service import Service, ServiceLeft
from policydiff.models import Capture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from policydiff.archive import Archive
    from policydiff.importers.adding import Import
    from policydiff.importers.recorded import RecordProgress, WantedPage
    from policydiff.models import How

BATCH: Final = 16
"""Copies in memory before they are written: after a kill these have to be requested again."""
_REMEMBERED: Final = 64 * 1024 * 1024
MOST_COPIES: Final = 200_000
"""Most copies of one page: the most copied page has that many, and at this pace they take weeks."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy as listed by a web archive."""

    at: datetime
    address: str
    """Address of the bytes as they were recorded; also the id of the copy."""
    original: str
    """The page's own address, as the copy has it."""
    digest: str = ""
    """SHA-1 of the bytes in base 32, "" if the list does not say."""


@dataclass(frozen=True, slots=True)
class CopyReader:
    """Turns the copies of one kind of archive into captures."""

    how: How
    get: Callable[[Copy], Recorded]
    """Requests a copy; raises as `Service.get`. The `ref` of its capture is the copy's address."""


def once_a_day(copies: Iterable[Copy]) -> list[Copy]:
    """The copies in order, of neighbours of one day with one digest only the first. (Some pages were copied
    every minute.) Where no list says digests, one copy a day."""
    found: list[Copy] = []
    for copy in sorted(set(copies), key=lambda one: (one.at, one.address)):
        last = found[-1] if found else None
        if last and last.at.date() == copy.at.date() and last.digest == copy.digest:
            continue
        found.append(copy)
    return found


class CopyImport:
    """Requests the copies of a page that are not in the archive yet, oldest first, and adds them.

    Args:
        importing: The import that they are added to.
        archive: Where they go.
        page: The page; if it has no address each copy is kept under its own.
        reader: Requests a copy.
    """

    def __init__(self, importing: Import, archive: Archive, page: WantedPage, reader: CopyReader) -> None:
        self._importing = importing
        self._archive = archive
        self._page = page
        self._reader = reader

    def run(self, copies: Sequence[Copy], progress: RecordProgress | None = None) -> None:
        """Import these copies. Ends early if the service asks to be left alone."""
        digests = {copy.address: copy.digest for copy in copies if copy.digest}
        held = _HeldBodies(self._archive, self._page.series, digests)
        try:
            for number, copy in enumerate(copies, 1):
                if not self._importing.is_known(self._page.series, copy.address):
                    self._bring(copy, held)
                if progress:
                    progress(number, len(copies))
        except ServiceLeft as left:
            problem = f"{left.failed.problem}; the rest was not asked for: run the same command again later"
            self._importing.fail(left.failed.subject, problem)
        finally:
            self._importing.flush()

    def _bring(self, copy: Copy, held: _HeldBodies) -> None:
        url, series = self._page.url or copy.original, self._page.series
        body = held.body(copy.digest)
        if body is not None:
            capture = Capture(url, copy.at, body, self._reader.how, 200, copy.original, ref=copy.address)
            details = {"digest": copy.digest, "received": "with an earlier copy of the same digest"}
            self._importing.add(series, Recorded((capture,), details))
            return
        try:
            recorded = self._reader.get(copy)
        except FetchFailed as failed:
            if not Service.tells_of_the_page(failed):
                self._importing.fail(copy.address, failed.problem)
                return
            problem = f"The copy could not be got: {failed.problem}."
            nothing = Capture(url, copy.at, b"", self._reader.how, ref=copy.address)
            self._importing.add(series, Recorded((nothing,), failure=(failed.kind, problem)))
            return
        if recorded.failure is None and not recorded.doubts:
            held.remember(copy.digest, recorded.captures[0].body)
        capture = replace(recorded.captures[0], url=url)
        self._importing.add(series, replace(recorded, captures=(capture,)))


class _HeldBodies:
    """Bytes by their digest: of this run, and of the archive's copies of earlier runs."""

    def __init__(self, archive: Archive, series: str, digests: dict[str, str]) -> None:
        self._archive = archive
        self._series = series
        self._bodies: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        seen = archive.observations(series)
        self._snapshots = {
            digests[one.ref]: one.snapshot for one in seen if one.snapshot and one.ref in digests
        }

    def remember(self, digest: str, body: bytes) -> None:
        """Keep bytes for a while, if they are what the list says."""
        if not digest or sha1(body) != digest or digest in self._bodies:
            return
        self._bodies[digest] = body
        self._size += len(body)
        while self._size > _REMEMBERED:
            self._size -= len(self._bodies.popitem(last=False)[1])

    def body(self, digest: str) -> bytes | None:
        """The bytes with this digest; None if they must be asked for."""
        if digest not in self._bodies and digest in self._snapshots:
            snapshot = self._archive.kept(self._series)[self._snapshots.pop(digest)]
            self.remember(digest, self._archive.read_body(snapshot))
        return self._bodies.get(digest)


def sha1(body: bytes) -> str:
    """The digest that web archives list: SHA-1 in base 32."""
    return b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()
