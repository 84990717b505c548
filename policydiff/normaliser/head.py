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
    titles = [_text(node) for node in page.of("title")]
    own = (one for one, node in zip(titles, page.of("title"), strict=True) if _parent(node) not in _PICTURES)
    metas, links, scripts = page.of("meta"), page.of("link"), page.of("script")
    refreshing = [node for node in metas if (node.get("http-equiv") or "").lower() == "refresh"]
    locales = [node.get("content") or "" for node in metas if node.get("property") == "og:locale"]
    canonical = (node.get("href") or "" for node in links if (node.get("rel") or "").lower() == "canonical")
    declared = page.root.get("lang") or ""
    return PageHead(
        title=next(filter(None, (" ".join(one.split()) for one in own)), ""),
        titles=tuple(titles),
        language=declared[:2].lower(),
        region=_region(declared) or _region(locales[-1] if locales else ""),
        base=next(filter(None, (node.get("href") for node in page.of("base"))), ""),
        canonical=next(canonical, None),
        refresh=tuple(node.get("content") or "" for node in refreshing if _parent(node) != "noscript"),
        sources=tuple(node.get("src") or "" for node in (*page.of("iframe"), *scripts)),
        has_scripts=bool(scripts),
        asks_password=any((node.get("type") or "").lower() == "password" for node in page.of("input")),
    )


def _text(node: etree._Element) -> str:
    """The text of an element; of one without children, as nearly all titles are, without a walk over it."""
    return "".join(map(str, node.itertext())) if len(node) else node.text or ""


def _parent(node: etree._Element) -> str:
    parent = node.getparent()
    return parent.tag if parent is not None else ""


def _region(locale: str) -> str:
    """The country in a tag of a language ("en-GB", "zh-Hant-TW"), "" if it names none."""
    parts = locale.replace("_", "-").split("-")[1:3]
    return next((part.upper() for part in parts if len(part) == 2 and part.isalpha()), "")
