"""WARC and WACZ files as records, one at a time: a path in, typed records out, whatever the file says.

The library frames the records; the bounds are ours. A line of headers may be endless, a gzip member may
unpack to a thousand times its size, a length may lie: each ends in a `ValueError` that says where, and what
was read before it stands.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from policydiff.archive import LARGEST, is_moment
from policydiff.errors import UnreadableFile, UnusableHistory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_TIMES: Final = 200
"""Times its packed size that a file may unpack to; what lies beyond was made to fill a disk."""
_ALWAYS: Final = 64 * 1024 * 1024
"""Bytes that a file may unpack to whatever its size."""
_MOST_LINES: Final = 1024 * 1024
"""Bytes of the header lines of one record."""
_BEGINNINGS: Final = (b"WARC/", b"filedesc://", b"\x1f\x8b")
_MOST_MEMBERS: Final = 10_000
_BLOCK: Final = LARGEST + 1024 * 1024
"""Bytes of one record that are read: a body of the largest size, and its headers."""


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record, its block read where it was asked for."""

    id: str
    """Such as "urn:uuid:...", "" if it has none."""
    type: str
    """"response", "resource", "revisit", "request", "metadata", "conversion", "warcinfo"..."""
    url: str
    at: datetime | None
    """When it was captured, aware, UTC; None if it does not say, or not in a form that can be read."""
    headers: dict[str, str]
    """Those of WARC, by name in lower case."""
    block: bytes = b""
    """What it holds, "" if it was not asked for."""
    cut: str = ""
    """Why the block is not whole, "" if it is."""


def read_records(path: str, wanted: Callable[[WarcRecord], bool]) -> Iterator[WarcRecord]:
    """Every record of a file, in its order.

    Args:
        path: a WARC file, packed by gzip or not, or a WACZ file.
        wanted: says of a record without its block whether the block is wanted too.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        UnusableHistory: the file is damaged at some place, or made to do damage; what came before stands.
    """
    try:
        with Path(path).open("rb") as file:
            begins = file.read(11)
            if begins.startswith(b"PK\x03\x04"):
                yield from _from_zip(path, file, wanted)
                return
            if not begins.startswith(_BEGINNINGS):
                advice = "Give a WARC, ARC or WACZ file"
                raise UnusableHistory(path, "it is no web archive", advice)
            file.seek(0, 2)
            size = file.tell()
            file.seek(0)
            yield from read_stream(file, path, size, wanted)
    except OSError as error:
        problem = error.strerror or str(error)
        raise UnreadableFile(path, f"it cannot be read ({problem})", "Check the name") from error


def _from_zip(path: str, file: IO[bytes], wanted: Callable[[WarcRecord], bool]) -> Iterator[WarcRecord]:
    """The records of the WARC files in a WACZ file, in the order of their names."""
    try:
        with zipfile.ZipFile(file) as packed:
            members = [one for one in packed.infolist() if re.search(r"\.warc(\.gz)?$", one.filename)]
            if not members:
                raise UnusableHistory(path, "it holds no WARC file", "Give a WARC or WACZ file")
            if len(members) > _MOST_MEMBERS:
                problem = f"it holds more than {_MOST_MEMBERS} WARC files"
                raise UnusableHistory(path, problem, "Unpack it and give the files one by one")
            for one in sorted(members, key=lambda member: member.filename):
                with packed.open(one) as member:
                    yield from read_stream(member, f"{path}: {one.filename}", one.compress_size, wanted)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        advice = "Get it again from where it came"
        raise UnusableHistory(path, f"it is a damaged WACZ file ({error})", advice) from error


def read_stream(
    stream: IO[bytes], name: str, packed: int, wanted: Callable[[WarcRecord], bool]
) -> Iterator[WarcRecord]:
    """The records of one WARC file.

    Args:
        stream: its bytes.
        name: what to call it.
        packed: how many bytes it has, so that what it unpacks to can be bounded.
        wanted: as in `read_records`.

    Raises:
        UnusableHistory: as in `read_records`.
    """
    from policydiff.importers.warc.framing import FramingError, frames  # noqa: PLC0415 - needs an extra

    most = max(_ALWAYS, packed * MOST_TIMES)
    count = 0
    try:
        for frame in frames(stream, most, _MOST_LINES):
            count += 1
            yield _read_record(frame, wanted)
    except FramingError as error:
        place = f"behind its record {count}" if count else "at its beginning"
        problem = f"it is damaged {place} ({error}); what came before it was read"
        raise UnusableHistory(name, problem, "Get it again, or mend it with `warcio recompress`") from error


def _read_record(frame: Any, wanted: Callable[[WarcRecord], bool]) -> WarcRecord:
    headers = {name.lower(): value for name, value in reversed(frame.rec_headers.headers)}
    record = WarcRecord(
        id=headers.get("warc-record-id", "").strip("<> "),
        type=frame.rec_type or "",
        url=headers.get("warc-target-uri", headers.get("uri", "")),
        at=moment(headers.get("warc-date", headers.get("archive-date", ""))),
        headers=headers,
    )
    if not wanted(record):
        return record
    block = frame.raw_stream.read(_BLOCK + 1)
    cut = headers.get("warc-truncated", "")
    damage = f"its recorder cut the page off ({cut[:40]})" if cut else ""
    if len(block) > _BLOCK:
        damage = f"it has more than {LARGEST // 2**20} MB"
    elif frame.length is not None and len(block) < frame.length:
        damage = "the file ends within it"
    return WarcRecord(record.id, record.type, record.url, record.at, headers, block, damage)


def moment(text: str) -> datetime | None:
    """The time that a record bears: WARC writes 2024-05-01T10:15:02Z, ARC fourteen digits; None otherwise."""
    try:
        if re.fullmatch(r"\d{14}", text):
            at = datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        else:
            at = datetime.fromisoformat(text[:40])
            at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return at if is_moment(at) else None
