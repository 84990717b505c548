"""Files that hold a page: MHTML ("save as, single file"), pages saved by browsers or from a web archive.

In come the bytes of a file, out comes the page itself as if its own server had sent it, with the address
that the file states where none was given. MHTML is a mail message (RFC 2557) and is read by Python's own
mail parser; what browsers and the Wayback Machine write into pages they save was read off such files.
Pictures and styles inside a container are left alone: a policy is its words.
"""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from email.errors import MessageError
from typing import TYPE_CHECKING

from policydiff.errors import UnsupportedInput
from policydiff.normaliser import wayback

if TYPE_CHECKING:
    from email.message import Message

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
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Received:
    """The page itself, as if it had come from its own server."""

    data: bytes
    content_type: str | None
    url: str
    replayed: bool
    """A web archive has rewritten it while playing it back."""


def unpack(data: bytes, *, content_type: str | None, url: str) -> Received:
    """The page inside the file, with the address that the file states where none was given.

    Raises:
        UnsupportedInput: the file is MHTML and holds no page.
    """
    if _is_mhtml(data, content_type):
        return _unpack_mhtml(data, url)
    return _received(data, content_type, url)


def _received(data: bytes, content_type: str | None, url: str) -> Received:
    replayed = wayback.is_replayed(data)
    return Received(data, content_type, _own_address(data, url, replayed=replayed), replayed)


def _is_mhtml(data: bytes, content_type: str | None) -> bool:
    if (content_type or "").lower().startswith(("multipart/related", "message/rfc822")):
        return True
    if not _HEADER.match(data):
        return False
    head = re.split(rb"\r?\n\r?\n", data[:20_000].lstrip(), maxsplit=1)[0]
    return bool(_MULTIPART.search(head) or (_SINGLE_PART.search(head) and b"text/html" in head.lower()))


def _unpack_mhtml(data: bytes, url: str) -> Received:
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
        root = _root_part(message)
        body = root.get_payload(decode=True) if root is not None else None
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError, TypeError):
        root = body = None
    if root is None or not isinstance(body, bytes):
        raise UnsupportedInput(
            url or "the input",
            "this is a saved page (MHTML) in which no page could be found: it may be damaged or cut short",
            "Save the page again, or save it as HTML",
        )
    stated = _stated_address(message, root)
    kind = (
        f"{root.get_content_type()}; charset={charset}"
        if (charset := _charset(root))
        else root.get_content_type()
    )
    if not _WEB_ADDRESS.match(url) and stated:
        url = stated
    return _received(body, kind, url)


def _root_part(message: Message) -> Message | None:
    """The part that is the page: the one named as start, else the first one that is HTML."""
    pages = [
        part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    start = message.get_param("start")
    for part in pages:
        if isinstance(start, str) and str(part.get("Content-ID", "")).strip() == start.strip():
            return part
    main = _header(message, "Snapshot-Content-Location")
    for part in pages:
        if main and _header(part, "Content-Location") == main:
            return part
    return pages[0] if pages else None


def _stated_address(message: Message, root: Message) -> str:
    for part, name in (
        (message, "Snapshot-Content-Location"),
        (root, "Content-Location"),
        (message, "Content-Location"),
    ):
        address = _header(part, name)
        if _WEB_ADDRESS.match(address):
            return address
    return ""


def _header(part: Message, name: str) -> str:
    return "".join(str(part.get(name, "")).split())


def _charset(part: Message) -> str:
    try:
        charset = part.get_param("charset")
    except (ValueError, LookupError):
        return ""
    return charset if isinstance(charset, str) and charset.isascii() else ""


def _own_address(data: bytes, url: str, *, replayed: bool) -> str:
    """Where the page comes from: what is given, unless that is a file or an archive's copy."""
    url = wayback.original(url)
    if _WEB_ADDRESS.match(url):
        return url
    if replayed:
        stated, _ = wayback.capture(data[:200_000].decode("utf-8", "replace"))
        if stated:
            return stated
    head = data[: wayback.start_of_page(data)]
    for pattern in (_SAVED_FROM, _SINGLE_FILE, _BASE, _CANONICAL):
        found = pattern.search(head)
        if found:
            stated = wayback.original(found[1].decode("utf-8", "replace"))
            if _WEB_ADDRESS.match(stated):
                return stated
    return url
