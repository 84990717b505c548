"""The body of an answer, decompressed while it is received and bounded in size.

Content-Encoding is undone (one page compressed in two ways is not two pages); nothing else is changed, above
all not the charset. Only encodings that every installation can undo are requested and accepted, so that a
capture does not depend on an optional package. Servers declare wrong encodings: a label that is no encoding
("none", "utf-8", as storage services and forums send it) is ignored, and a body that begins like gzip is gzip
even without a label. A stream that ends before its end mark is half a page, and is refused.
"""

from __future__ import annotations

import zlib
from itertools import chain
from typing import TYPE_CHECKING

from policydiff.fetch.failures import failure
from policydiff.fetch.wire import HttpAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator

    import requests

ENCODINGS = "gzip, deflate"
"""The value of Accept-Encoding."""

_GZIP = frozenset({"gzip", "x-gzip"})
_FOREIGN = frozenset(
    "br zstd compress x-compress dcb dcz lzma x-lzma xz bzip2 x-bzip2 pack200-gzip exi".split()
)
"""Encodings that exist but were not requested."""
_MAGIC = b"\x1f\x8b\x08"
_EITHER = 32 + zlib.MAX_WBITS
"""The window size by which zlib recognises gzip and zlib by their first bytes."""
_MOST_LAYERS = 3
"""How many times an answer may be compressed: a proxy may compress what the server had compressed already."""
_PIECE = 64 * 1024


def read_body(response: requests.Response, most: int) -> bytes:
    """All bytes of an answer.

    Raises:
        FetchFailed: they are too many, of another number than announced, end before the end mark of their
            packing, or are packed in a way that was not asked for or cannot be unpacked.
        HTTPError: they ended early or stopped coming.
    """
    body, complete = _read_bytes(response, most)
    if not complete:
        raise failure(response.url, "too-large", f"it has more than {_size(most)}")
    below = getattr(response.raw, "_original_response", None)
    if isinstance(below, HttpAnswer) and not below.chunked and below.longer_than_announced:
        raise failure(response.url, "truncated", "more bytes came than the announced length has room for")
    return body


def read_beginning(response: requests.Response, most: int) -> bytes:
    """The first bytes of an answer. Otherwise like `read_body`."""
    return _read_bytes(response, most)[0]


def _read_bytes(response: requests.Response, most: int) -> tuple[bytes, bool]:
    packings = _packings(response)
    pieces: Iterator[bytes] = response.raw.stream(_PIECE, decode_content=False)
    if packings:
        pieces = _unpacked(response.url, _bounded(response.url, pieces, most), packings[-1])
    # A second label may be a proxy's that packed nothing, and gzip may have no label: its first bytes tell.
    for _ in range(_MOST_LAYERS - bool(packings)):
        beginning, pieces = _beginning(pieces)
        if beginning.startswith(_MAGIC):
            pieces = _unpacked(response.url, _bounded(response.url, pieces, most), "gzip")
    read: list[bytes] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        read.append(piece)
        if size > most:
            return b"".join(read)[:most], False
    return b"".join(read), True


def _packings(response: requests.Response) -> list[str]:
    """The encodings in the header, in the order in which they were applied."""
    header = response.headers.get("Content-Encoding", "")
    labels = [label.partition(";")[0].strip(" \t\"'").lower() for label in header.split(",")]
    if not _FOREIGN.isdisjoint(labels):
        problem = f'the answer is packed as "{header[:80]}", which was not asked for'
        raise failure(response.url, "encoding", problem)
    return [label for label in labels if label in _GZIP or label == "deflate"]


def _beginning(pieces: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The first bytes, enough to recognise gzip, and an iterator over all pieces including them."""
    read = b""
    for piece in pieces:
        read += piece
        if len(read) >= len(_MAGIC):
            break
    return read, chain((read,), pieces)


def _bounded(url: str, pieces: Iterator[bytes], most: int) -> Iterator[bytes]:
    """The same pieces, bounded in bytes: a body of empty gzip streams is small when unpacked but may be
    endless."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise failure(url, "too-large", f"it has more than {_size(most)} packed")
        yield piece


def _unpacked(url: str, pieces: Iterator[bytes], packing: str) -> Iterator[bytes]:
    """The body of gzip or deflate: of gzip all streams in a row, without the padding after them."""
    beginning, pieces = _beginning(pieces)
    bare = packing == "deflate" and not _has_head(beginning)
    bits = -zlib.MAX_WBITS if bare else _EITHER
    try:
        yield from _inflated(url, pieces, bits)
    except zlib.error as error:
        raise failure(url, "encoding", "the answer is packed in a way that cannot be unpacked") from error


def _inflated(url: str, pieces: Iterator[bytes], bits: int) -> Iterator[bytes]:
    stream = zlib.decompressobj(bits)
    begun = ended = False
    for packed in pieces:
        rest, more = packed, not ended
        while more:
            begun = True
            piece = stream.decompress(rest, _PIECE)
            if piece:
                yield piece
            rest = stream.unconsumed_tail
            more = bool(rest) or len(piece) == _PIECE
            if stream.eof:
                rest = stream.unused_data
                more = rest.startswith(_MAGIC[:2])
                ended = not more and len(rest) > 1
                stream = zlib.decompressobj(bits) if more else stream
    if begun and not stream.eof:
        raise failure(url, "truncated", "the packed answer ends before its end mark")


def _has_head(beginning: bytes) -> bool:
    """Whether a deflate body has the zlib header that the standard requires; many servers leave it out."""
    if beginning.startswith(_MAGIC[:2]):
        return True
    return len(beginning) > 1 and beginning[0] & 15 == 8 and int.from_bytes(beginning[:2], "big") % 31 == 0


def _size(size: int) -> str:
    return f"{size // 2**20} MB" if size >= 2**20 else f"{size} bytes"
