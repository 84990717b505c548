"""What the bytes are: HTML, Markdown or plain text; all else is refused."""

from __future__ import annotations

import re

_TAG = re.compile(
    rb"<(?:!doctype|html|head|body|div|p|h[1-6]|section|main|article|table|ul)[\s>]", re.IGNORECASE
)


def media_type(data: bytes, content_type: str | None, url: str) -> str:
    """One of "text/html", "text/markdown", "text/plain"."""
    return "text/html" if _TAG.search(data[:100_000]) and not url.endswith(".md") else "text/markdown"
