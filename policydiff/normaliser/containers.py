"""Files that hold a page: MHTML ("save as, single file"), pages saved from a web archive."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Received:
    """The page itself, as if it had come from its own server."""

    data: bytes
    content_type: str | None
    url: str


def unpack(data: bytes, *, content_type: str | None, url: str) -> Received:
    """The page inside the file, with the address that the file states where none was given."""
    return Received(data, content_type, url)
