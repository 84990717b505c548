"""HTML text to an lxml tree, whatever the page does."""

from __future__ import annotations

import lxml.html
from lxml.html import HtmlElement


def parse(text: str) -> HtmlElement:
    """The tree of the page; an empty body for an empty page."""
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    data = text.encode("utf-8", "replace")
    return lxml.html.document_fromstring(data if data.strip() else b"<body></body>", parser=parser)


def declared_language(root: HtmlElement) -> str:
    """The language that the page declares ("en", "fr"), or ""."""
    return (root.get("lang") or "")[:2].lower()
