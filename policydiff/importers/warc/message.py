"""HTTP answers as web archives keep them: the bytes of a whole answer in, status, headers and body out."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from policydiff.archive import LARGEST
from policydiff.errors import FailureKind

if TYPE_CHECKING:
    from collections.abc import Callable

_STATUS: Final = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?:[ \t]|$)")
_HEAD_ENDS: Final = re.compile(rb"\r?\n\r?\n")
_CHUNK: Final = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,4000})?\r\n")
_MOST_HEAD: Final = 256 * 1024

_Problem = tuple[FailureKind, str]


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """An answer of a server."""

    status: int
    """0 if its first line is none of HTTP."""
    headers: tuple[tuple[str, str], ...]
    """In the order received."""
    body: bytes
    """With the transfer and content encodings undone."""
    problem: _Problem | None = None
    """Why the body is not what was sent, a code and a sentence; the bytes are then as they stand."""

    def header(self, name: str) -> str:
        """The first value of a header, "" if there is none; `name` in lower case."""
        return next((value for one, value in self.headers if one.lower() == name), "")


def parse_message(block: bytes) -> HttpMessage:
    """Take an answer apart.

    A header line without a colon, or longer than 256 KB in all, is passed over as browsers do.
    """
    end = _HEAD_ENDS.search(block, 0, _MOST_HEAD)
    head, payload = (block[: end.start()], block[end.end() :]) if end else (block[:_MOST_HEAD], b"")
    first, *lines = re.split(rb"\r?\n", head)
    status = _STATUS.match(first)
    if not status:
        return HttpMessage(0, (), block)
    headers: list[tuple[str, str]] = []
    for line in lines:
        if line[:1] in (b" ", b"\t") and headers:
            name, value = headers[-1]
            headers[-1] = name, f"{value} {_text(line).strip()}"
            continue
        name, colon, value = _text(line).partition(":")
        if colon and name.strip():
            headers.append((name.strip(), value.strip()))
    return _decoded(HttpMessage(int(status[1]), tuple(headers), payload))


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def _decoded(message: HttpMessage) -> HttpMessage:
    """The message with chunks joined and packing undone, at most one byte more than an archive keeps."""
    body, problem = message.body, _shorter_than_announced(message)
    if message.header("transfer-encoding").strip().lower() == "chunked":
        body, problem = _joined(body)
    packings = [label.strip().lower() for label in message.header("content-encoding").split(",")]
    for packing in reversed([label for label in packings if label not in ("", "identity")]):
        unpack = _UNPACK.get(packing)
        if unpack is None:
            return replace(message, problem=("encoding", f'the answer is packed as "{packing[:80]}"'))
        try:
            body, whole = unpack(body)
        except (zlib.error, ValueError) as error:
            if not _unpacked_before(packing, body):
                packed = f"the answer is packed in a way that cannot be unpacked ({error})"
                return replace(message, problem=("encoding", packed))
            continue
        if not whole and problem is None and len(body) <= LARGEST:
            problem = ("truncated", "the packed answer ends before its end mark")
    return replace(message, body=body, problem=problem)


def _shorter_than_announced(message: HttpMessage) -> _Problem | None:
    announced = message.header("content-length").strip()
    if not (announced.isascii() and announced.isdigit() and len(announced) < 16):
        return None
    missing = int(announced) - len(message.body)
    if missing <= 0 or message.header("content-encoding"):
        return None  # many recorders unpack the body and leave both headers
    return "truncated", f"the answer is {missing} bytes shorter than its server announced"


def _joined(data: bytes) -> tuple[bytes, _Problem | None]:
    """The bytes of all chunks. Many recorders join them but keep the header; then the bytes are used as they
    are."""
    pieces: list[bytes] = []
    at = 0
    while line := _CHUNK.match(data, at):
        size, at = int(line[1], 16), line.end()
        if size == 0:
            return b"".join(pieces), None
        pieces.append(data[at : at + size])
        at += size + 2
    if not pieces:
        return data, None
    return b"".join(pieces), ("truncated", "the answer ends before its last chunk")


def _inflated(data: bytes, bits: int) -> tuple[bytes, bool]:
    """What zlib packed, of gzip all members, and whether its end mark came."""
    body, whole = bytearray(), False
    while data and len(body) <= LARGEST:
        stream = zlib.decompressobj(bits)
        try:
            body += stream.decompress(data, LARGEST + 1 - len(body))
        except zlib.error:
            if not body:
                raise
            break  # padding after the last member
        whole, data = stream.eof, stream.unused_data if stream.eof else b""
    return bytes(body), whole


def _gunzipped(data: bytes) -> tuple[bytes, bool]:
    return _inflated(data, zlib.MAX_WBITS | 16)


def _deflated(data: bytes) -> tuple[bytes, bool]:
    """Of deflate with the head of zlib, as the standard wants it, or bare, as many servers send it."""
    try:
        return _inflated(data, zlib.MAX_WBITS)
    except zlib.error:
        return _inflated(data, -zlib.MAX_WBITS)


def _unbrotlied(data: bytes) -> tuple[bytes, bool]:
    import brotli  # noqa: PLC0415 - only of answers that browsers recorded

    stream = brotli.Decompressor()
    try:
        body: bytes = stream.process(data, output_buffer_limit=LARGEST)
        while len(body) <= LARGEST and not stream.is_finished():
            more = stream.process(b"", output_buffer_limit=LARGEST)
            if not more:
                break
            body += more
    except brotli.error as error:
        raise ValueError(str(error) or "brotli") from error
    return body, bool(stream.is_finished())


def _unpacked_before(packing: str, body: bytes) -> bool:
    """Whether a recorder decompressed the body but kept the header: the body begins as text does, and no
    compressed stream."""
    return packing != "br" or body[:1000].lstrip()[:1] == b"<"


_UNPACK: Final[dict[str, Callable[[bytes], tuple[bytes, bool]]]] = {
    "gzip": _gunzipped, "x-gzip": _gunzipped, "deflate": _deflated, "br": _unbrotlied,
}  # fmt: skip
