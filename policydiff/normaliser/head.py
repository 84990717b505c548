"""The data of a page about itself outside its text: titles, language, address, redirects.

In: the tree of a page. Out: a `PageHead`, found in one pass over the few elements that say such things.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from lxml import etree

    from policydiff.normaliser.tree import Elements

_PICTURES = ("svg", "symbol", "g")
"""Elements whose title is that of a picture."""


@dataclass(frozen=True, slots=True)
class PageHead:
    """The data of a page about itself; "" for anything missing."""

    title: str = ""
    """What its `<title>` says, on one line."""
    titles: tuple[str, ...] = ()
    """The text of every `<title>`, as written."""
    language: str = ""
    """The language it declares ("en", "fr")."""
    region: str = ""
    """The country it declares beside its language ("GB")."""
    base: str = ""
    """The base of its relative links, as written."""
    canonical: str | None = None
    """Its canonical address; None if it has no such link."""
    refresh: tuple[str, ...] = ()
    """The content of each `<meta http-equiv="refresh">`."""
    sources: tuple[str, ...] = ()
    """The addresses of its frames and scripts; "" for an inline script."""
    has_scripts: bool = False
    asks_password: bool = False
    """Whether it has a field for a password."""
    asks_consent: bool = False
    """Whether it has two buttons, or more, that accept or reject cookies."""

    def base_address(self, url: str) -> str:
        """The address that relative links of the page start from, given its own."""
        if not self.base:
            return url
        try:
            return urljoin(url, self.base)
        except ValueError:
            return url


def read_head(page: Elements) -> PageHead:
    """Collect what the page says of itself."""
    root = page.root
    titles, refresh, sources = [], [], []
    title = base = locale = ""
    canonical: str | None = None
    has_scripts = asks_password = False
    for node in page.of("title", "base", "link", "meta", "iframe", "script", "input"):
        tag = node.tag
        if tag in ("script", "iframe"):
            has_scripts = has_scripts or tag == "script"
            sources.append(node.get("src") or "")
        elif tag == "input":
            asks_password = asks_password or (node.get("type") or "").lower() == "password"
        elif tag == "meta":
            if (node.get("http-equiv") or "").lower() == "refresh" and _parent(node) != "noscript":
                refresh.append(node.get("content") or "")
            elif node.get("property") == "og:locale":
                locale = node.get("content") or ""
        elif tag == "link":
            if canonical is None and (node.get("rel") or "").lower() == "canonical":
                canonical = node.get("href") or ""
        elif tag == "base":
            base = base or node.get("href") or ""
        else:
            titles.append("".join(map(str, node.itertext())))
            if _parent(node) not in _PICTURES:
                title = title or " ".join(titles[-1].split())
    return PageHead(
        title=title,
        titles=tuple(titles),
        language=(root.get("lang") or "")[:2].lower(),
        region=_region(root.get("lang") or "") or _region(locale),
        base=base,
        canonical=canonical,
        refresh=tuple(refresh),
        sources=tuple(sources),
        has_scripts=has_scripts,
        asks_password=asks_password,
    )


def _parent(node: etree._Element) -> str:
    parent = node.getparent()
    return parent.tag if parent is not None else ""


def _region(locale: str) -> str:
    """The country in a tag of a language ("en-GB", "zh-Hant-TW"), "" if it names none."""
    parts = locale.replace("_", "-").split("-")[1:3]
    return next((part.upper() for part in parts if len(part) == 2 and part.isalpha()), "")
