"""The bytes of an answer, unpacked while they come and never more than agreed.

Content-Encoding is undone (the same page packed twice is not two pages); nothing else is touched, the
charset least of all. Only what every installation can unpack is asked for and taken, so that a capture
does not depend on an optional package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.fetch.failures import failure

if TYPE_CHECKING:
    import requests

ENCODINGS = "gzip, deflate"
"""The value of Accept-Encoding."""

_UNDERSTOOD = {"", "identity", "gzip", "x-gzip", "deflate"}
_PIECE = 64 * 1024


def read_body(response: requests.Response, most: int) -> bytes:
    """All bytes of an answer.

    Raises:
        FetchFailed: they are too many, or packed in a way that was not asked for.
        RequestException: they ended early, stopped coming or cannot be unpacked.
    """
    body, complete = _read(response, most)
    if not complete:
        raise failure(response.url, "too-large", f"it has more than {_size(most)}")
    return body


def read_beginning(response: requests.Response, most: int) -> bytes:
    """The first bytes of an answer; as `read_body` otherwise."""
    return _read(response, most)[0]


def _read(response: requests.Response, most: int) -> tuple[bytes, bool]:
    told = response.headers.get("Content-Encoding", "")
    if not {part.strip().lower() for part in told.split(",")} <= _UNDERSTOOD:
        problem = f'the answer is packed as "{told[:80]}", which was not asked for'
        raise failure(response.url, "encoding", problem)
    pieces: list[bytes] = []
    size = 0
    for piece in response.iter_content(_PIECE):
        size += len(piece)
        pieces.append(piece)
        if size > most:
            return b"".join(pieces)[:most], False
    return b"".join(pieces), True


def _size(size: int) -> str:
    return f"{size // 2**20} MB" if size >= 2**20 else f"{size} bytes"
