"""A saved page from disk or standard input: path in, bytes and what is known about them out.

This is an edge of the program: the stages after it see bytes only. Three kinds of files come in: pages as
saved (`policy.html`, `policy.md`), the same packed by gzip, and pages of an archive
(`2024-06-26T101502Z.html.gz`), which have a sidecar beside them (`2024-06-26T101502Z.json`) that says from
where and when they came and which bytes they must be. The format stands in docs/archive.md.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import select
import stat
import sys
import time
import zlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import unquote

from policydiff import formats
from policydiff.errors import DamagedArchive, InputTooLarge, UnreadableFile
from policydiff.models import NOT_NOTED, How, Provenance, recorder_host

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from os import PathLike
    from typing import BinaryIO

    from policydiff.models import Capture

STDIN = "-"
MOST_BYTES = 64 * 1024 * 1024
"""Most bytes of a page. The largest policy page seen has 1.5 MB; a larger file is something else."""

_ARCHIVED = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z(?:_\d+)?")
_GZIP = b"\x1f\x8b"
_FRAME = re.compile(rb"<i?frame\s[^<>]{0,2000}?src\s*=\s*[\"']?([^\"'<>\s?#:]{1,500})", re.IGNORECASE)
_MOST_FRAMED, _LARGEST_FRAMED = 20, 4 * 1024 * 1024
_SIDECAR_MOST = 1024 * 1024
_WAYBACK_MACHINE = "Internet Archive, Wayback Machine"
_OPEN_TERMS_ARCHIVE = "Open Terms Archive contributors"
_ODC_BY = "ODC-BY 1.0"
"""The licence of the databases of Open Terms Archive; the policies themselves belong to their authors."""
_SNAPSHOT = re.compile(r"https://[^\s<>\"]{1,300}/commit/[0-9a-f]{7,64}")
_NO_SIDECAR = (
    KeyError, TypeError, ValueError, AttributeError, RecursionError, StopIteration, OverflowError,
)  # fmt: skip
"""Errors that arise if a file with the name of a sidecar is something else."""
_PATIENCE = 5.0
"""Seconds to wait for data from a pipe."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The bytes of a page as they were received, and where and when, as far as it is known."""

    name: str
    """Its name: the path, "standard input", or for a page of an archive its reference
    ("platform/document@variant@time")."""
    data: bytes
    url: str = ""
    """The address that answered, "" if nothing says it."""
    content_type: str = ""
    """The HTTP Content-Type header, "" if nothing says it."""
    captured_at: datetime | None = None
    """When it was received, aware, UTC."""
    more: tuple[SavedPage, ...] = ()
    """Further pages that make up one document with this one, in reading order."""
    selectors: tuple[str, ...] = ()
    """CSS selectors of the policy's part of the page, as its source gives them."""
    framed: tuple[tuple[str, bytes], ...] = ()
    """The content of its frames, by the path relative to the page: files of the folder that a browser saved
    with it."""
    provenance: Provenance = NOT_NOTED
    """Where the bytes came from, as far as it is known."""


def read_file(path: str | PathLike[str]) -> SavedPage:
    """Read a page from a file, or from standard input when the path is "-".

    Raises:
        UnreadableFile: it is missing, is no file, may not be read, or is a broken gzip file.
        InputTooLarge: there are more than `MOST_BYTES`, packed or unpacked.
        DamagedArchive: it is a page of an archive and its sidecar says otherwise.
    """
    name = str(path)
    if name == STDIN:
        return _from_standard_input()
    if not name:
        raise UnreadableFile(name, "it is no name of a file", "Name a saved page")
    data = contents(path, MOST_BYTES)
    described = sidecar(path)
    if not _ARCHIVED.fullmatch(described.stem) or not described.exists():
        return SavedPage(name, data, framed=tuple(_framed(Path(path), data)))
    return _described(name, data, described)


def page_of_captures(
    captures: Iterable[Capture],
    name: str = "",
    *,
    at: datetime | None = None,
    selectors: tuple[str, ...] = (),
) -> SavedPage:
    """The captures that make up one document as one page.

    Args:
        captures: of its pages, in reading order; one at least.
        name: of the page; "" if each bears its address as its name.
        at: when it was seen, aware; None for when each was received.
        selectors: CSS selectors of the policy's part, as its source gives them.
    """
    first, *others = (
        SavedPage(
            name or one.url,
            one.body,
            one.final_url or one.url,
            one.content_type,
            (at or one.at).astimezone(UTC),
            selectors=selectors,
            provenance=provenance(one.how, one.ref, dict(one.details)),
        )
        for one in captures
    )
    return replace(first, more=tuple(others))


def sidecar(path: str | PathLike[str]) -> Path:
    """Where the sidecar of a page of an archive lies, beside it; it need not be there."""
    name = Path(path).name
    return Path(path).with_name(f"{name.partition('.')[0]}.json") if name else Path(path)


def _from_standard_input() -> SavedPage:
    name = "standard input"
    if sys.stdin is None:
        raise UnreadableFile(name, "it is closed", "Leave it open or name a file")
    try:
        return SavedPage(name, _unpacked(_bounded(sys.stdin.buffer, name, MOST_BYTES), name, MOST_BYTES))
    except OSError as error:
        problem = error.strerror or str(error)
        raise UnreadableFile(name, f"it cannot be read ({problem})", "Name a file instead") from error


def contents(path: str | PathLike[str], most: int) -> bytes:
    """The bytes of a saved page, unpacked where gzip packed it.

    Args:
        path: where it lies.
        most: how many bytes it may have, packed or unpacked.

    Raises:
        UnreadableFile: it is missing, is no file, may not be read, or is a broken gzip file.
        InputTooLarge: there are more bytes.
        UnsupportedInput: it is an e-mail, an office document, a record of web traffic, a picture...
    """
    return unpacked(_stored(Path(path), most), str(path), most)


def unpacked(stored: bytes, name: str, most: int) -> bytes:
    """The bytes of a saved page that were stored under a name, unpacked where gzip packed it.

    Raises:
        As `contents`, of bytes that are there.
    """
    data = _unpacked(stored, name, most)
    formats.refuse_named(data, name)
    return data


def _stored(path: Path, most: int) -> bytes:
    try:
        with open(path, "rb", opener=_at_once) as file:
            if stat.S_ISFIFO(os.fstat(file.fileno()).st_mode):
                return _from_pipe(file, path, most)
            _wait_for(file)
            return _bounded(file, str(path), most)
    except FileNotFoundError as error:
        raise UnreadableFile(str(path), "there is no such file", "Check the name") from error
    except IsADirectoryError as error:
        raise UnreadableFile(str(path), "it is a folder", "Name a file inside it") from error
    except PermissionError as error:
        # Windows says so of a folder. `Path.is_dir` raises where the folder above may not be read.
        problem = "it is a folder" if os.path.isdir(path) else "it may not be read"  # noqa: PTH112
        raise UnreadableFile(str(path), problem, "Name a file that you may read") from error
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise UnreadableFile(str(path), f"it cannot be read ({problem})", "Check the name") from error


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting: opening a pipe would otherwise wait until another process writes into
    it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _wait_for(file: BinaryIO) -> None:
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(file.fileno(), True)


def _from_pipe(file: BinaryIO, path: Path, most: int) -> bytes:
    """The data of a pipe, as by `<(command)` of a shell; writing must begin in time."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            begun = os.read(file.fileno(), 1 << 16)
        except BlockingIOError:  # there is somebody, who has not written yet
            until = time.monotonic() + _PATIENCE
            select.select([file], [], [])
            continue
        if begun:
            _wait_for(file)
            return begun + _bounded(file, str(path), most - len(begun))
        time.sleep(0.02)
    raise UnreadableFile(str(path), "it is a pipe, and nothing is written into it", "Name a file")


def _bounded(file: BinaryIO, name: str, most: int) -> bytes:
    data = file.read(most + 1)
    if len(data) > most:
        raise _too_large(name, most)
    return data


def _too_large(name: str, most: int) -> InputTooLarge:
    return InputTooLarge(
        name, f"it has more than {most // 2**20} MB", "Save the page itself, without pictures and videos"
    )


def _unpacked(data: bytes, name: str, most: int) -> bytes:
    """The content of a gzip file; other bytes as they are. The bytes decide, not the name."""
    if not data.startswith(_GZIP):
        return data
    try:
        body = gzip.GzipFile(fileobj=BytesIO(data)).read(most + 1)
    except (EOFError, OSError, zlib.error) as error:
        raise UnreadableFile(name, "it is a damaged gzip file", "Get it again from where it came") from error
    if len(body) > most:
        raise _too_large(name, most)
    return body


def _framed(page: Path, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The content of the frames of a page that was saved as "complete": for `policy.html` it is in
    `policy_files/`.

    Only regular files in a folder whose name begins as the page's does, so that a page from the web cannot
    have others read. One that is gone or too large is left out.
    """
    found: dict[str, bytes] = {}
    left = [(page.parent, data)]
    while left and len(found) < _MOST_FRAMED:
        folder, text = left.pop()
        for match in _FRAME.finditer(text):
            path = folder / unquote(match[1].decode("utf-8", "replace"))
            try:
                inside = path.resolve(strict=True).relative_to(page.parent.resolve())
                regular = path.is_file() and path.stat().st_size <= _LARGEST_FRAMED
            except (OSError, ValueError):
                continue
            name = inside.as_posix()
            if (
                regular
                and len(inside.parts) > 1
                and inside.parts[0].startswith(page.stem)
                and name not in found
            ):
                found[name] = path.read_bytes()
                left.append((path.parent, found[name]))
    yield from found.items()


def _described(name: str, data: bytes, sidecar: Path) -> SavedPage:
    try:
        recorded: Any = json.loads(_stored(sidecar, _SIDECAR_MOST))
        capture = next(one for one in recorded["captures"] if one["file"] == Path(name).name)
        headers, expected = capture.get("headers", []), capture["sha256"]
        url = str(capture.get("final_url") or capture.get("url", ""))
        captured_at = datetime.fromisoformat(capture["at"])
        if captured_at.tzinfo is None:
            raise ValueError("the time has no zone")
        captured_at = captured_at.astimezone(UTC)
        origin = provenance(capture.get("how", ""), str(capture.get("ref", "")), recorded.get("details", {}))
        content_type = next((str(v) for k, v in headers if k.lower() == "content-type"), "")
        content_type = content_type or str(capture.get("media_type", ""))
    except _NO_SIDECAR as error:
        raise DamagedArchive(str(sidecar), "it is no sidecar of this page", "Restore it") from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise DamagedArchive(
            name,
            f"its bytes are not those that {sidecar.name} tells of",
            "Restore the page as it was archived",
        )
    return SavedPage(_reference(sidecar), data, url, content_type, captured_at, provenance=origin)


def provenance(how: Any, ref: str, details: Mapping[str, Any]) -> Provenance:
    """Where a capture of an archive came from.

    Args:
        how: as its sidecar says.
        ref: the recorder's id.
        details: what else its sidecar keeps.
    """
    if how == "ota":
        found = _SNAPSHOT.search(str(details.get("message", "")))
        kept = str(details.get("repository", ""))
        return Provenance(how, _OPEN_TERMS_ARCHIVE, kept, ref, found[0] if found else "", _ODC_BY)
    if how == "wayback":  # any web archive may answer as the Wayback Machine does
        host = recorder_host(ref) or "archive.org"
        own = f".{host}".endswith(".archive.org")
        return Provenance(how, _WAYBACK_MACHINE if own else host, ref=ref)
    if how == "platform":
        kept = str(details.get("list", ""))
        return Provenance(how, "the platform itself, which dates it so", kept, ref)
    return Provenance(how, ref=ref) if how in get_args(How) else NOT_NOTED


def _reference(sidecar: Path) -> str:
    """How an archive refers to a capture, whatever folder the archive lies in."""
    series = sidecar.resolve().parent
    return f"{series.parent.name}/{series.name}@{sidecar.stem}"
