"""Web archives as other recorders write them: records as bytes, right or wrong."""

from __future__ import annotations

import gzip
import hashlib
from base64 import b32encode
from typing import Final

URL: Final = "https://quillmoor.example/privacy"


def digest(body: bytes) -> str:
    """As recorders write it: SHA-1 in base 32."""
    return f"sha1:{b32encode(hashlib.sha1(body).digest()).decode()}"


def http(body: bytes, *lines: str, status: str = "200 OK") -> bytes:
    """An answer of a server."""
    told = lines or ("Content-Type: text/html; charset=utf-8", f"Content-Length: {len(body)}")
    return "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", *told, "")).encode("latin-1") + body


def record(
    kind: str,
    block: bytes,
    *lines: str,
    url: str = URL,
    date: str = "2023-05-01T10:00:00Z",
    number: int = 1,
    length: int | None = None,
) -> bytes:
    """One record; `length` lies about its size."""
    told = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012}>",
        *([f"WARC-Date: {date}"] if date else []),
        *([f"WARC-Target-URI: {url}"] if url else []),
        *lines,
        f"Content-Length: {len(block) if length is None else length}",
        "",
    ]
    return "".join(f"{line}\r\n" for line in told).encode() + block + b"\r\n\r\n"


def page(body: bytes, *lines: str, **more: object) -> bytes:
    """The record of a page that was answered with 200."""
    told = (f"WARC-Payload-Digest: {digest(body)}", "Content-Type: application/http; msgtype=response")
    return record("response", http(body), *told, *lines, **more)  # type: ignore[arg-type]


def packed(*records: bytes) -> bytes:
    """The records as a .warc.gz has them, one member each."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)
