"""Puts the documents of frames into the page that shows them.

In: the tree of a page, and the documents that came with it (parts of MHTML, files of a saved page's folder).
The text of `<iframe srcdoc>` and of `data:` addresses is in the page itself. The content of a frame is read
at the place of the frame; frames that advertise, count visitors or ask for consent are not read. Each
document is read once, and their number, depth and size are bounded: a frame may contain itself.
"""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, unquote_to_bytes, urljoin, urlsplit

from policydiff.normaliser import decode, tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from policydiff.normaliser.tree import Elements

_MOST, _DEEPEST, _MOST_BYTES = 60, 4, 16 * 1024 * 1024
_DATA = re.compile(r"data:(text/html|application/xhtml\+xml)((?:;[\w=.+-]+)*?)(;base64)?,", re.IGNORECASE)
_FURNITURE = re.compile(
    r"advert|adserv|adsystem|adnxs|adform|syndicat|sponsor|banner|track(?:er|ing)|analytics|pixel|tagmanager"
    r"|consent|captcha|tcfapi|cookiebar|(?<![a-z])(?:ads?|cmp|tags?|stats|gtm|px|chat)(?![a-z])",
    re.IGNORECASE,
)
"""Words in the name of a host or frame whose content is no part of the document."""
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:^|;)\s*(?:width|height)\s*:\s*[01]?px", re.IGNORECASE
)
_NAMES = ("id", "name", "class", "title", "aria-label")


class ShownFrame(NamedTuple):
    """A document that a frame shows."""

    data: bytes
    content_type: str | None = None
    url: str = ""
    """Its address, "" if nothing says it."""


class _OpenedFrame(NamedTuple):
    """What a frame shows, opened: its text, and the address that its own frames and links start from."""

    source: str
    where: str


def put_in(page: Elements, given: Mapping[str, ShownFrame], where: str) -> Elements:
    """Put what the frames of a page show in their places.

    Args:
        page: the tree of the page, which is changed.
        given: documents by their addresses, as frames may name them ("cid:frame-1@mhtml.blink").
        where: the address of the page.

    Returns:
        The elements of the page with what its frames show.
    """
    if not given and not any(map(_is_inline, page.of("iframe", "frame"))):
        return page  # as a rule: what a frame shows is known to its server alone
    left = dict(given)
    budget = _MOST_BYTES
    open_: list[tuple[etree._Element, str, int]] = [(page.root, where, 0)]
    number = 0
    while open_:
        shown, base, depth = open_.pop()
        if depth >= _DEEPEST:
            continue
        for node in list(shown.iter("iframe", "frame")):
            opened = _opened(node, left, base) if number < _MOST and not _is_furniture(node, base) else None
            if opened is None or len(opened.source) > budget:
                continue
            number += 1
            budget -= len(opened.source)
            _replace(node, tree.parse(opened.source), opened.where)
            open_.append((node, opened.where, depth + 1))
    return tree.Elements(page.root) if number else page


def _is_inline(node: etree._Element) -> bool:
    """Whether what a frame shows stands in its own attributes."""
    return bool(node.get("srcdoc")) or _DATA.match((node.get("src") or "").strip()) is not None


def _opened(node: etree._Element, left: dict[str, ShownFrame], base: str) -> _OpenedFrame | None:
    inline = node.get("srcdoc")
    if inline:
        return _OpenedFrame(inline, base)
    source = (node.get("src") or "").strip()
    found = _DATA.match(source)
    if found:
        data = _decoded(source[found.end() :], packed=bool(found[3]))
        return _OpenedFrame(decode.decode(data, found[1] + found[2], "text/html").text, base)
    for address in _addresses(source, base):
        if address in left:
            frame = left.pop(address)
            text = decode.decode(frame.data, frame.content_type, "text/html").text
            return _OpenedFrame(text, frame.url or address)
    return None


def _decoded(text: str, *, packed: bool) -> bytes:
    data = unquote_to_bytes(text)
    if not packed:
        return data
    try:
        return base64.b64decode(data + b"==")
    except (binascii.Error, ValueError):
        return b""


def _addresses(source: str, base: str) -> list[str]:
    """The addresses that a frame's document may have: as written, relative to the address of the page, or
    beside its file."""
    if not source:
        return []
    addresses = [source, unquote(source)]
    try:
        addresses.append(urljoin(base, source))
    except ValueError:
        return addresses
    if "://" not in base and not source.startswith("/"):
        addresses.append(posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(source))))
    return addresses


def _is_furniture(node: etree._Element, base: str) -> bool:
    """Whether a frame is hidden or, by its name or its host, shows something else than the document."""
    if node.get("hidden") is not None or node.get("aria-hidden") == "true":
        return True
    if _HIDDEN.search(node.get("style") or "") or {node.get("width"), node.get("height")} & {"0", "1"}:
        return True
    host = _host(node.get("src") or "", base)
    return any(_FURNITURE.search(text) for text in (host, *(node.get(name) or "" for name in _NAMES)))


def _host(source: str, base: str) -> str:
    """The host of a frame, "" if it is that of the page or none."""
    try:
        host = urlsplit(source).hostname or ""
        return "" if host == urlsplit(base).hostname else host
    except ValueError:
        return ""


def _replace(node: etree._Element, page: etree._Element, where: str) -> None:
    """Replace a frame by a container of its document, with links resolved from the document's address."""
    body = page.find("body")
    shown = page if body is None else body
    declared = next((one.get("href") or "" for one in page.iter("base")), "")
    start = _joined(where, declared)
    for link in shown.iter("a", "area"):
        address = link.get("href")
        if address:
            link.set("href", _joined(start, address))
    kept = {name: node.get(name) or "" for name in ("id", "class") if node.get(name)}
    tail = node.tail
    node.clear()
    node.tag, node.text, node.tail = "div", shown.text, tail
    for name, value in kept.items():
        node.set(name, value)
    node.extend(list(shown))


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address) if "://" in base else address
    except ValueError:
        return address
