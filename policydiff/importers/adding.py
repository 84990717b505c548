"""Adds records to an archive, for every importer of captures.

A record that is there already is skipped. One that cannot be read is reported and does not stop the others.
After each batch everything added is on the disk, so that the next run continues from there. A batch is small
because the series is locked while it is written, and `fetch` may be waiting for it.
"""

from __future__ import annotations

import errno
import hashlib
from collections import Counter, OrderedDict, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from policydiff.archive import KnownOfCaptures, failure
from policydiff.errors import InputTooLarge, PolicydiffError, UnsupportedInput, UnusableCapture, guarded
from policydiff.importers.recorded import CheckRecord, Imported, Recorded, unread
from policydiff.models import Quality, Reason, RememberedCapture

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.archive import Archive, SeriesWriter
    from policydiff.importers.recorded import ReadCaptures
    from policydiff.models import Observation

BATCH: Final = 64
"""Records that are written with one lock."""
_BATCH_BYTES: Final = 8 * 1024 * 1024
_MOST_NAMED: Final = 1000
"""Most skipped records that are named one by one; the others are counted."""
_MOST_READINGS: Final = 256
_FOR_ALL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""Errors of the disk that the next series would meet too."""

_TEMPORARY: Final = frozenset(
    "connection deadline dns postponed protocol proxy rate-limited server-error timeout tls truncated".split()
)
"""Temporary failures: the next run asks for such a record again."""

_ImportedRecord = Recorded | CheckRecord
_Key = tuple[object, ...]


class Import:
    """One run of an importer: records in, observations in the archive.

    Args:
        archive: The archive to import into.
        read: Judges whether captures are good.
        batch: Records in memory before they are written.
    """

    def __init__(self, archive: Archive, read: ReadCaptures = unread, *, batch: int = BATCH) -> None:
        self._archive = archive
        self._read = read
        self._batch = batch
        self._waiting: defaultdict[str, list[_ImportedRecord]] = defaultdict(list)
        self._bytes = 0
        self._known: dict[str, set[_Key]] = {}
        self._readings: OrderedDict[_Key, KnownOfCaptures] = OrderedDict()
        self._counts = Counter[str]()
        self._series = set[str]()
        self._grown = set[str]()
        self._skipped: list[tuple[str, str]] = []
        self._failed: list[tuple[str, str]] = []

    def is_known(self, series: str, ref: str) -> bool:
        """Whether a record with this id came in before, so that it need not be got again; it is counted."""
        self._series.add(series)
        known = (ref,) in self._keys(series)
        self._counts["known"] += known
        return known

    def count_known(self, series: str) -> None:
        """Count a record that came in before by another way."""
        self._series.add(series)
        self._counts["known"] += 1

    def add(self, series: str, record: _ImportedRecord) -> None:
        """Take a record of a series; it is on the disk when its batch is full, or after `flush`.

        Raises:
            InvalidReference: no series can have this name.
            UnwritableArchive: the disk refuses.
        """
        self._series.add(series)
        key = _key(record)
        if key in self._keys(series):
            self._counts["known"] += 1
            return
        self._keys(series).add(key)
        self._waiting[series].append(record)
        if isinstance(record, Recorded):
            self._bytes += sum(len(capture.body) for capture in record.captures)
        if sum(map(len, self._waiting.values())) >= self._batch or self._bytes >= _BATCH_BYTES:
            self.flush()

    def skip(self, what: str, reason: str) -> None:
        """Report a record that is left out."""
        self._counts["skipped"] += 1
        if len(self._skipped) < _MOST_NAMED:
            self._skipped.append((what, reason))

    def fail(self, what: str, problem: str) -> None:
        """Report a record, file or series that could not be imported."""
        self._counts["failed"] += 1
        if len(self._failed) < _MOST_NAMED:
            self._failed.append((what, problem))

    def flush(self) -> None:
        """Write everything that was added to the disk."""
        waiting, self._waiting, self._bytes = self._waiting, defaultdict(list), 0
        for series, records in waiting.items():
            try:
                with guarded(series):
                    self._write(series, records)
            except PolicydiffError as error:
                stop_where_all_would_fail(error)
                self.fail(series, f"{error.subject}: {error.problem}")

    def done(self) -> Imported:
        """Write the rest, and return the result of the import."""
        self.flush()
        added, known = self._counts["added"], self._counts["known"]
        skipped = _with_count(self._skipped, self._counts["skipped"])
        failed = _with_count(self._failed, self._counts["failed"])
        return Imported(len(self._series), added, known, skipped, failed, tuple(sorted(self._grown)))

    # --- one series ---

    def _keys(self, series: str) -> set[_Key]:
        if series not in self._known:
            self._known[series] = _known(self._archive.observations(series))
        return self._known[series]

    def _write(self, series: str, records: list[_ImportedRecord]) -> None:
        # Read before the lock: a page may take seconds.
        read = [
            self._read_record(series, one) if isinstance(one, Recorded) else (one, None) for one in records
        ]
        with self._archive.writer(series) as writer:
            # Only now, with the lock, is it certain what is known: a write that was cut short is finished.
            known = _known(writer.observations)
            for record, page in read:
                if _key(record) in known:
                    self._counts["known"] += 1
                    continue
                try:
                    _write_record(writer, series, record, page)
                except UnusableCapture as error:
                    self.fail(_name(record), error.problem)
                    continue
                self._counts["added"] += 1
                self._grown.add(series)

    def _read_record(self, series: str, record: Recorded) -> tuple[Recorded, KnownOfCaptures]:
        """The record (as a failure if it is no page), and what is known of its captures."""
        page = KnownOfCaptures()
        if record.known:
            page = _as_known(record.known)
        elif record.failure is None:
            try:
                with guarded(_name(record)):
                    page = self._read_once(series, record)
            except (UnsupportedInput, InputTooLarge) as error:
                record = replace(record, failure=("unreadable", f"{error.problem}. {error.advice}"))
            except PolicydiffError as error:
                doubt = Reason("not-read", f"policydiff could not read the page: {error.problem}")
                page = KnownOfCaptures(quality=Quality("bad", (doubt,)))
        if record.doubts:
            page = replace(page, quality=Quality("bad", (*record.doubts, *page.quality.reasons)))
        return record, replace(page, keep="all", details=record.details)

    def _read_once(self, series: str, record: Recorded) -> KnownOfCaptures:
        """What the captures show; the same bytes at the same address are read once."""
        captures = record.captures
        bodies = ((one.url, one.content_type, hashlib.sha256(one.body).digest()) for one in captures)
        key = (series, *bodies)
        if key not in self._readings:
            self._readings[key] = self._read(series, captures)
            if len(self._readings) > _MOST_READINGS:
                self._readings.popitem(last=False)
        return self._readings[key]


def _as_known(seen: Observation) -> KnownOfCaptures:
    return KnownOfCaptures(
        text_sha256=seen.text,
        normaliser=seen.normaliser,
        quality=seen.quality,
        technical=seen.technical,
        since=seen.since,
    )


def stop_where_all_would_fail(error: PolicydiffError) -> None:
    """Raise an error that the next series would meet too: a full disk, or one that cannot be written.

    Raises:
        UnwritableArchive: it is such an error.
    """
    if getattr(error.__cause__, "errno", 0) in _FOR_ALL:
        raise error


def _write_record(
    writer: SeriesWriter, series: str, record: _ImportedRecord, page: KnownOfCaptures | None
) -> None:
    if isinstance(record, CheckRecord):
        writer.record(_seen_again(writer, series, record))
    elif record.failure is None and page is not None:
        writer.add(record.captures, page)
    elif record.failure is not None:
        kind, problem = record.failure
        at = max(capture.at for capture in record.captures)
        writer.record(failure(series, kind, problem, at, record.captures))


def _seen_again(writer: SeriesWriter, series: str, record: CheckRecord) -> Observation:
    """The observation of a check, naming the snapshot as this archive knows it."""
    seen = replace(record.observation, series=series, stored=(), sidecar="", snapshot="")
    if seen.what == "failed":
        return seen
    bodies = tuple(RememberedCapture(url="", sha256=digest) for digest in record.bodies)
    snapshot = writer.known.match(bodies, "", KnownOfCaptures())
    if not snapshot:
        problem = "it saw a page again that is not in this archive"
        raise UnusableCapture(series, problem, "Import the record of that page too")
    return replace(seen, snapshot=snapshot)


def _with_count(named: list[tuple[str, str]], count: int) -> tuple[tuple[str, str], ...]:
    more = count - len(named)
    return (*named, *([("more", f"{more} others are not named one by one")] if more else []))


def _name(record: _ImportedRecord) -> str:
    if isinstance(record, CheckRecord):
        return record.observation.ref or f"check of {record.observation.at:%Y-%m-%d %H:%M:%S}"
    first = record.captures[0]
    return first.ref or f"{first.url} of {first.at:%Y-%m-%d %H:%M:%S}"


def _key(record: _ImportedRecord) -> _Key:
    """The key of a record: its recorder's id, else its time and its bytes. A failed record has a key of its
    own, so that its page may still be imported later."""
    if isinstance(record, CheckRecord):
        return _key_of(record.observation)
    if ref := record.captures[0].ref:
        return (ref, "failed") if record.failure else (ref,)
    bodies = (hashlib.sha256(one.body).hexdigest() for one in record.captures if one.body)
    return max(capture.at for capture in record.captures), *bodies


def _key_of(seen: Observation) -> _Key:
    if seen.ref:
        return (seen.ref, "failed") if seen.what == "failed" else (seen.ref,)
    return seen.at, *(answer.sha256 for answer in seen.answers if answer.size)


def _known(seen: Iterable[Observation]) -> set[_Key]:
    known = set[_Key]()
    for one in seen:
        known.add(_key_of(one))
        if one.ref and one.what == "failed" and one.kind not in _TEMPORARY:
            known.add((one.ref,))
    return known
