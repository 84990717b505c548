"""The links of a page with their names: bytes in, `PageLink` values out."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 5_000
"""Links of one page that are looked at."""
_MOST_BYTES = 8 * 1024 * 1024
_LONGEST = 200
"""Characters of the words of a link."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
_HIDDEN = frozenset(("script", "style", "template", "svg"))


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link of a page."""

    url: str
    """Absolute, as the page has it."""
    text: str
    """Its name: its words, else its label, its title or the words for its picture."""
    rel: tuple[str, ...] = ()
    place: int = 0
    """Among the links of the page, from 0; -1 in its head."""
    around: str = ""
    """The words just before it: "protected by"."""


def read_links(page: bytes, url: str) -> tuple[PageLink, ...]:
    """The links of a page that lead to pages of the web, in their order.

    Args:
        page: its bytes.
        url: its address.
    """
    reader = _LinkParser(url)
    # The stubs allow for bytes, which the parser never hands over here.
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)  # type: ignore[arg-type]
    with suppress(etree.XMLSyntaxError):  # there is no page
        etree.fromstring(decoded(page).encode("utf-8", "replace"), parser)
    return tuple(reader.links)


def decoded(page: bytes) -> str:
    """The text of a page in the charset that it names, else in UTF-8; at most a bounded number of bytes is
    read."""
    found = _CHARSET.search(page[:4096])
    try:
        return page[:_MOST_BYTES].decode(found[1].decode() if found else "utf-8", "replace")
    except LookupError:
        return page[:_MOST_BYTES].decode("utf-8", "replace")


class _LinkParser:
    """Collects links from the events of the parser."""

    def __init__(self, url: str) -> None:
        self.links: list[PageLink] = []
        self._base = url
        self._open: tuple[str, tuple[str, ...], str, str] | None = None
        self._words: list[str] = []
        self._before = ""
        self._hidden = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begin a link, or read an element inside a link that names it."""
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag == "base" and attributes.get("href"):
            self._base = urljoin(self._base, attributes["href"])
        elif tag == "link" and attributes.get("href"):
            self._add(attributes["href"], "", _rel(attributes), -1, "")
        elif tag in ("a", "area"):
            self._end()
            label = attributes.get("aria-label") or attributes.get("title") or attributes.get("alt") or ""
            self._open = (attributes.get("href", ""), _rel(attributes), label, self._before)
            self._words = []
        elif tag == "img" and self._open and attributes.get("alt"):
            self._words.append(attributes["alt"])

    def end(self, tag: str) -> None:
        """End a link."""
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "a":
            self._end()

    def comment(self, text: str | bytes) -> None:
        """Ignore a comment."""

    def data(self, data: str | bytes) -> None:
        """Words of a link, or before one."""
        if self._hidden or not isinstance(data, str):
            return
        if self._open:
            self._words.append(data)
        else:
            self._before = f"{self._before} {data}"[-160:]

    def close(self) -> None:
        """End what the page left open."""
        self._end()

    def _end(self) -> None:
        if self._open is None:
            return
        href, rel, label, before = self._open
        words = " ".join(" ".join(self._words).split())
        self._open = None
        self._before = f"{before} {words}"[-160:]
        self._add(href, (words or label)[:_LONGEST], rel, len(self.links), " ".join(before.split()))

    def _add(self, href: str, text: str, rel: tuple[str, ...], place: int, around: str) -> None:
        if len(self.links) >= _MOST or not href.strip():
            return
        try:
            url = urljoin(self._base, href.strip())
            parts = urlsplit(url)
            usable = parts.scheme in ("http", "https") and parts.hostname and parts.username is None
        except ValueError:
            return
        if usable and len(url) < 2_000:
            self.links.append(PageLink(url, text, rel, place, around))


def _rel(attributes: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(attributes.get("rel", "").lower().split())
