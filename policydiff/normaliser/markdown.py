"""Markdown and plain text as HTML, so that one walk reads all three."""

from __future__ import annotations

import html

import pyromark


def to_html(text: str, media_type: str) -> str:
    """A body of HTML with the same headings, lists, tables and paragraphs."""
    if media_type == "text/plain":
        return "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n\n"))
    return pyromark.html(text, options=pyromark.Options.ENABLE_TABLES)
