"""Writes an archive as WARC: pages that other tools can replay, and everything that another policydiff
archive needs.

For each observation one record of type `metadata` (`archive/exchange.py`). For each snapshot the `response`
of every address (a `resource` where no server spoke), the `request` and the redirects that led there, and a
`conversion` with the text as policydiff reads it. A check that brought the same bytes again is a `revisit`.

A body is written as it is kept, with the encodings of HTTP undone: the headers that told of them are kept
under the names that replay tools give them, `X-Archive-Orig-...`. Ids are made from the chain of hashes, so
that the same archive gives the same file.
"""

from __future__ import annotations

import uuid
from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from policydiff.archive import TOOL, exchange
from policydiff.atomic_write import replacing_bytes
from policydiff.errors import UnknownReference, UnusableOption

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from policydiff.archive import Archive
    from policydiff.models import Capture, Observation, RememberedCapture, Snapshot

    ReadText = Callable[[str, Sequence[Capture]], str]
    """The text of a document, by the series and the captures that make it up; "" if it cannot be read."""

_SPACE: Final = uuid.UUID("6d0f2a3e-52a6-5f0c-9a33-5c7d1c2d9e41")
"""The namespace of the record ids; an arbitrary UUID."""
_UNDONE: Final = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_IDENTICAL: Final = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_NOT_MODIFIED: Final = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


@dataclass(frozen=True, slots=True)
class Exported:
    """The counts of what an export wrote."""

    series: int
    observations: int
    pages: int
    """Bodies."""
    records: int


@dataclass(frozen=True, slots=True)
class MessageHead:
    """The head of a request or an answer."""

    line: str
    """As "200 OK", or "GET /privacy HTTP/1.1"."""
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecordDraft:
    """A record before it is written."""

    kind: str
    url: str
    at: datetime
    key: str
    """What its id is made from."""
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    """Those of WARC."""
    message: MessageHead | None = None


@dataclass(frozen=True, slots=True)
class WrittenRecord:
    """A record with its offset and length in the file, for an index."""

    draft: RecordDraft
    digest: str
    offset: int
    length: int

    @property
    def status(self) -> int:
        """The HTTP status of a response; 0 for other records."""
        message = self.draft.message
        return int(message.line[:3]) if message and self.draft.kind in ("response", "revisit") else 0

    @property
    def media_type(self) -> str:
        """The Content-Type of the response, without parameters."""
        fields = self.draft.message.fields if self.draft.message else ()
        declared = next((value for name, value in fields if name.lower() == "content-type"), "")
        return declared.partition(";")[0].strip()


def export_warc(
    archive: Archive,
    path: str,
    names: Sequence[str] = (),
    *,
    text: ReadText | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Exported:
    """Write series of an archive into a WARC file, packed by gzip where its name ends in ".gz".

    Args:
        archive: What to export.
        path: The file.
        names: The series, all by default.
        text: Returns the text of a snapshot; None leaves the conversion records out.
        progress: Called with the number of observations written and of all.

    Raises:
        UnknownReference: the archive has no such series, or none at all.
        DamagedArchive: it does not match its hashes.
        UnwritableFile: the file cannot be written.
        UnusableOption: the extra `warc` is not installed.
    """
    with replacing_bytes(path) as file:
        writer = WarcExport(file, Path(path).name, packed=path.endswith(".gz"), text=text)
        return writer.write(archive, chosen_series(archive, names), progress)


def chosen_series(archive: Archive, names: Sequence[str]) -> tuple[str, ...]:
    """The series named, or all.

    Raises:
        UnknownReference: the archive has no such series, or none at all.
    """
    held = archive.series()
    for name in names:
        if name not in held:
            raise UnknownReference(
                name, "the archive has no such series", "Look at what `policydiff list` shows"
            )
    if not held:
        raise UnknownReference(str(archive.path), "the archive is empty", "Fetch or import something first")
    return tuple(names) or held


class WarcExport:
    """One WARC file as it is written."""

    def __init__(self, file: IO[bytes], name: str, *, packed: bool, text: ReadText | None) -> None:
        try:
            from warcio.warcwriter import WARCWriter  # noqa: PLC0415 - an extra
        except ImportError as error:
            problem = "web archives are written by an extra that is not installed"
            raise UnusableOption("warc", problem, "Install it: pip install 'policydiff[warc]'") from error
        self._file = file
        self._name = name
        self._writer = WARCWriter(file, gzip=packed, warc_version="1.1")
        self._text = text
        self._digests: dict[str, str] = {}
        self._counts = Counter[str]()
        self.written: list[WrittenRecord] = []

    def write(
        self, archive: Archive, names: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> Exported:
        """Write the observations of these series, in the order in which they were recorded."""
        total = sum(len(archive.observations(name)) for name in names)
        done = 0
        for name in names:
            kept = archive.kept(name)
            seen = archive.observations(name)
            if not done and seen:
                self._open(seen[0])
            for one in seen:
                self._observation(archive, one, kept)
                done += 1
                if progress:
                    progress(done, total)
        return Exported(len(names), total, self._counts["pages"], len(self.written))

    def _open(self, first: Observation) -> None:
        fields = f"software: {TOOL}\r\nformat: WARC File Format 1.1\r\n"
        headers = {"WARC-Filename": quote(self._name, safe=" .,()[]-_")}
        self._add(RecordDraft("warcinfo", "", first.at, f"{self._name} opens", fields.encode(), headers))

    def _observation(self, archive: Archive, seen: Observation, kept: Mapping[str, Snapshot]) -> None:
        about = f"urn:policydiff:{quote(seen.series)}"
        key = f"{seen.series} {seen.number} {seen.at.isoformat()}"
        headers = {"Content-Type": exchange.MEDIA_TYPE}
        if not seen.sidecar:
            bodies = tuple(answer.sha256 for answer in kept[seen.snapshot].answers) if seen.snapshot else ()
            block = exchange.encode(seen, found=bodies)
            self._add(RecordDraft("metadata", about, seen.at, key, block, headers))
            for part, answer in enumerate(seen.answers if seen.snapshot else (), 1):
                self._revisit(seen, answer, bodies, f"{key} {part}")
            return
        snapshot = kept[seen.snapshot]
        captures = archive.captures(snapshot)
        keys = [f"{key} {part}" for part, _ in enumerate(captures, 1)]
        block = exchange.encode(seen, sidecar=archive.sidecar(snapshot), found=tuple(map(_id, keys)))
        self._add(RecordDraft("metadata", about, seen.at, key, block, headers))
        for capture, answer, own in zip(captures, snapshot.answers, keys, strict=True):
            self._capture(capture, answer, capture.final_url or capture.url or about, own)
        self._conversion(seen, captures, about, keys[0])

    # --- records ---

    def _capture(self, capture: Capture, answer: RememberedCapture, url: str, key: str) -> None:
        self._counts["pages"] += 1
        way = [*(hop.url for hop in capture.redirects), url]
        for number, hop in enumerate(capture.redirects):
            fields = (("Location", way[number + 1]), ("Content-Length", "0"))
            message = MessageHead(f"{hop.status} Moved", fields)
            self._add(RecordDraft("response", hop.url, capture.at, f"{key} hop {number}", message=message))
        if capture.status and _is_web(url):
            status = 200 if capture.status == 304 else capture.status
            message = MessageHead(f"{status} OK" if status == 200 else f"{status} Said", _replayable(capture))
            draft = RecordDraft("response", url, capture.at, key, capture.body, message=message)
        else:
            headers = {"Content-Type": capture.content_type or "application/octet-stream"}
            draft = RecordDraft("resource", url, capture.at, key, capture.body, headers)
        self._digests[answer.sha256] = self._add(draft)
        if capture.request_headers and _is_web(url):
            parts = urlsplit(url)
            line = f"GET {parts.path or '/'}{'?' + parts.query if parts.query else ''} HTTP/1.1"
            headers = {"WARC-Concurrent-To": f"<{_id(key)}>"}
            message = MessageHead(line, capture.request_headers)
            self._add(RecordDraft("request", url, capture.at, f"{key} asked", b"", headers, message))

    def _conversion(self, seen: Observation, captures: Sequence[Capture], about: str, key: str) -> None:
        text = self._text(seen.series, captures) if self._text else ""
        if text:
            url = captures[0].final_url or captures[0].url or about
            headers = {"Content-Type": "text/plain; charset=utf-8", "WARC-Refers-To": f"<{_id(key)}>"}
            body = text.encode("utf-8", "surrogatepass")
            # Under the page's own address a replay tool would show the text in the place of the page.
            self._add(RecordDraft("conversion", f"urn:text:{url}", seen.at, f"{key} text", body, headers))

    def _revisit(self, seen: Observation, answer: RememberedCapture, bodies: Sequence[str], key: str) -> None:
        """A check that brought the same bytes, or a 304. A check that brought other bytes with the same text
        is no revisit: only its `metadata` record shows it."""
        url = answer.final_url or answer.url
        if not _is_web(url) or not (answer.status == 304 or answer.sha256 in bodies):
            return
        headers = {"WARC-Profile": _NOT_MODIFIED if answer.status == 304 else _IDENTICAL}
        digest = self._digests.get(answer.sha256 or (bodies[0] if len(bodies) == 1 else ""), "")
        if digest:
            headers["WARC-Payload-Digest"] = digest
        fields = (("ETag", answer.etag), ("Last-Modified", answer.last_modified))
        line = "304 Not Modified" if answer.status == 304 else f"{answer.status or 200} OK"
        message = MessageHead(line, tuple(one for one in fields if one[1]))
        self._add(RecordDraft("revisit", url, seen.at, key, b"", headers, message))

    def _add(self, draft: RecordDraft) -> str:
        """Write one record. Returns the digest of its payload."""
        from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415 - an extra

        message = None
        if draft.message:
            fields = [(_line(name), _line(value)) for name, value in draft.message.fields]
            asked = draft.kind == "request"
            protocol = "" if asked else "HTTP/1.1"
            message = StatusAndHeaders(draft.message.line, fields, protocol=protocol, is_http_request=asked)
        at = draft.at.isoformat().replace("+00:00", "Z")
        record = self._writer.create_warc_record(
            _line(draft.url),
            draft.kind,
            payload=BytesIO(draft.body),
            length=len(draft.body),
            warc_headers_dict={"WARC-Record-ID": f"<{_id(draft.key)}>", "WARC-Date": at, **draft.headers},
            http_headers=message,
        )
        offset = self._file.tell()
        self._writer.write_record(record)
        digest = record.rec_headers.get_header("WARC-Payload-Digest") or ""
        self.written.append(WrittenRecord(draft, digest, offset, self._file.tell() - offset))
        return digest


def _id(key: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_SPACE, key)}"


def _is_web(url: str) -> bool:
    return url.startswith(("http://", "https://"))


def _line(text: str) -> str:
    """A name or value of a header as one line."""
    return "".join(letter if letter >= " " and letter != "\x7f" else " " for letter in text)


def _replayable(capture: Capture) -> tuple[tuple[str, str], ...]:
    """The response headers as they fit the body that is kept, which is unpacked."""
    kept = [
        (f"X-Archive-Orig-{name}" if name.lower() in _UNDONE else name, value)
        for name, value in capture.headers
    ]
    return (*kept, ("Content-Length", str(len(capture.body))))
