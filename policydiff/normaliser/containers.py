"""Files that hold a page: MHTML ("save as, single file"), pages saved by browsers or from a web archive.

In: the bytes of a file. Out: the page itself as if its own server had sent it, with the address that the file
states if none was given, the documents of its frames, and the day on which it was saved. MHTML is a mail
message (RFC 2557); what browsers and the Wayback Machine write into saved pages was learned from such files.
Pictures and styles inside a container are ignored: a policy is its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from policydiff.errors import UnsupportedInput
from policydiff.normaliser import mime, wayback_pages
from policydiff.normaliser.frames import ShownFrame

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HEADER = re.compile(rb"\s*(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]{0,2000}\r?\n)")
_MULTIPART = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SINGLE_PART = re.compile(rb"^content-location:|^snapshot-content-location:", re.IGNORECASE | re.MULTILINE)
# What a search begins with stands outside the part that ignores case: it is found at the speed of memchr.
_SAVED_FROM = re.compile(rb"<!--(?i:\s*saved from url=\(\d{1,6}\)\s*(\S{1,2000}?)\s*-->)")
_SINGLE_FILE = re.compile(
    rb"<!--(?is:\s*(?:Page saved with SingleFile|This page was saved)?\s{0,20}.{0,300}?\burl:\s*(https?://\S{1,2000}))"
)
_BASE = re.compile(rb"<(?i:base\s[^<>]{0,300}?href\s*=\s*[\"']?(https?://[^\"'\s<>]{1,2000}))")
_CANONICAL = re.compile(
    rb"<(?i:link\s(?=[^<>]{0,600}rel\s*=\s*[\"']?canonical)[^<>]{0,600}?href\s*=\s*[\"']?(https?://[^\"'\s<>]{1,2000}))"
)
_SAVED_DATE, _START = b"saved date:", 4_000
"""The date in the comment that SingleFile writes at the start of a page, and the bytes within which it
stands."""
_SAVED_ON = re.compile(r"\b(\d{1,2})\s+([A-Za-z]{3})\s+(\d{4})|\b([A-Za-z]{3})\s+(\d{1,2})\s+(\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PAGES = ("text/html", "application/xhtml+xml")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Received:
    """The page itself, as if it had come from its own server."""

    data: bytes
    content_type: str | None
    url: str
    replayed: bool
    """Whether a web archive rewrote it for replay."""
    captured: date | None = None
    """The day on which it was saved or recorded, None if the file does not say it."""
    frames: Mapping[str, ShownFrame] = field(default_factory=dict)
    """The documents of its frames, by the addresses that it uses for them."""


def unpack(data: bytes, *, content_type: str | None, url: str) -> Received:
    """The page inside the file, with the address that the file states where none was given.

    Raises:
        UnsupportedInput: the file is MHTML and holds no page.
    """
    if _is_mhtml(data, content_type):
        return _unpack_mhtml(mime.parse(data), url)
    return _received(data, content_type, url)


def _received(data: bytes, content_type: str | None, url: str) -> Received:
    replayed = wayback_pages.is_replayed(data)
    address = _own_address(data, url, replayed=replayed)
    return Received(data, content_type, address, replayed, _captured(data, url, replayed=replayed))


def _captured(data: bytes, url: str, *, replayed: bool) -> date | None:
    """The day that a saver or a web archive writes into a page, or into its address."""
    time = wayback_pages.time(url)
    if not time and replayed:
        _, time = wayback_pages.capture(data[:200_000].decode("utf-8", "replace"))
    if time:
        return _day_of(time)
    written = data.find(_SAVED_DATE, 0, _START)
    return _day(data[written : written + 100].decode("ascii", "replace")) if written >= 0 else None


def _day_of(time: str) -> date | None:
    """The day of a time of the Wayback Machine ("20240626101502")."""
    try:
        return date(int(time[:4]), int(time[4:6]), int(time[6:8]))
    except ValueError:
        return None


def _is_mhtml(data: bytes, content_type: str | None) -> bool:
    if (content_type or "").lower().startswith(("multipart/related", "message/rfc822")):
        return True
    if not _HEADER.match(data):
        return False
    head = re.split(rb"\r?\n\r?\n", data[:20_000].lstrip(), maxsplit=1)[0]
    return bool(_MULTIPART.search(head) or (_SINGLE_PART.search(head) and b"text/html" in head.lower()))


def _unpack_mhtml(message: mime.MessagePart, url: str) -> Received:
    parts = [part for part in mime.leaves(message) if part.media_type in _PAGES]
    root = _root(message, parts)
    if root is None:
        raise UnsupportedInput(
            url or "the input",
            "this is a saved page (MHTML) in which no page could be found: it may be damaged or cut short",
            "Save the page again, or save it as HTML",
        )
    stated = _stated_address(message, root)
    received = _received(root.body, _kind(root), stated if stated and not _WEB_ADDRESS.match(url) else url)
    frames = {address: frame for part in parts if part is not root for address, frame in _framed(part)}
    return replace(
        received, frames=frames, captured=received.captured or _day(message.headers.get("date", ""))
    )


def _root(message: mime.MessagePart, pages: list[mime.MessagePart]) -> mime.MessagePart | None:
    """The part that is the page: the one named as start, else that of the snapshot, else the first."""
    start = message.parameter("start").strip()
    main = message.address("snapshot-content-location")
    for name, wanted in (("content-id", start), ("content-location", main)):
        for part in pages:
            if wanted and part.address(name) == wanted:
                return part
    return pages[0] if pages else None


def _framed(part: mime.MessagePart) -> Iterator[tuple[str, ShownFrame]]:
    """A part under the addresses by which a frame may name it."""
    location = part.address("content-location")
    frame = ShownFrame(part.body, _kind(part), location)
    known = part.address("content-id").strip("<>")
    if known:
        yield f"cid:{known}", frame
    if location:
        yield location, frame


def _kind(part: mime.MessagePart) -> str:
    charset = part.parameter("charset")
    return f"{part.media_type}; charset={charset}" if charset.isascii() and charset else part.media_type


def _stated_address(message: mime.MessagePart, root: mime.MessagePart) -> str:
    for part, name in (
        (message, "snapshot-content-location"),
        (root, "content-location"),
        (message, "content-location"),
    ):
        address = part.address(name)
        if _WEB_ADDRESS.match(address):
            return address
    return ""


def _day(text: str) -> date | None:
    """The day in what a saver writes ("Sat, 28 Nov 2026 16:25:48 GMT", "Mon Mar 03 2025 10:00:00")."""
    found = _SAVED_ON.search(text)
    if not found:
        return None
    day, month, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    try:
        return date(int(year), _MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        return None


def _own_address(data: bytes, url: str, *, replayed: bool) -> str:
    """The page's own address: the given one, unless that is a file or an archive's copy."""
    url = wayback_pages.original(url)
    if _WEB_ADDRESS.match(url):
        return url
    if replayed:
        stated, _ = wayback_pages.capture(data[:200_000].decode("utf-8", "replace"))
        if stated:
            return stated
    head = data[: wayback_pages.start_of_page(data)]
    for pattern in (_SAVED_FROM, _SINGLE_FILE, _BASE, _CANONICAL):
        found = pattern.search(head)
        if found:
            stated = wayback_pages.original(found[1].decode("utf-8", "replace"))
            if _WEB_ADDRESS.match(stated):
                return stated
    return url
