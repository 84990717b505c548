"""Bytes of any kind that policies come in as a Document: pages as they are, PDFs by way of their text.

The normaliser is pure and reads text; reading a PDF takes a process of its own. Here they meet.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff import pdf
from policydiff.models import Quality
from policydiff.normaliser import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from policydiff.models import Document, QualityLevel
    from policydiff.saved_page import SavedPage


def read_document(  # noqa: PLR0913 - all but one are optional and go by name
    data: bytes,
    *,
    url: str = "",
    content_type: str = "",
    selectors: Sequence[str] = (),
    captured: date | None = None,
    framed: Mapping[str, bytes] | None = None,
    explain: bool = False,
) -> Document:
    """The document that a page or a PDF holds.

    Args:
        data: the bytes as received.
        url: the address of the page.
        content_type: the HTTP Content-Type header, "" where it is not known.
        selectors: CSS selectors of the policy's part of the page, as the source gives them.
        captured: the day on which it was received, None where nobody noted it.
        framed: files that its frames show, by their path from the page.
        explain: also list what was left out and why, in `Document.left_out`.

    Raises:
        UnreadablePdf: a PDF that cannot be read, or not without the extra `pdf`.
        UnsupportedInput: no page, Markdown, text or PDF.
        InputTooLarge: more bytes than policydiff reads.
    """
    if not pdf.is_pdf(data):
        return normalise(
            data,
            url=url or None,
            content_type=content_type or None,
            selectors=selectors,
            captured=captured,
            framed=framed,
            explain=explain,
        )
    page = pdf.read_pdf(data, url or "the PDF")
    html = page.html.encode()
    kind = "text/html; charset=utf-8"
    document = normalise(html, url=url or None, content_type=kind, captured=captured, explain=explain)
    quality = document.quality
    if page.doubts:
        level: QualityLevel = "bad" if quality.level == "bad" else "suspect"
        quality = Quality(level, (*page.doubts, *quality.reasons))
    return replace(
        document,
        quality=quality,
        media_type="application/pdf",
        charset="",
        charset_reason="",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )


def read_saved(page: SavedPage, *, explain: bool = False) -> Document:
    """The document of a page from disk or an archive, with the further pages that belong to it.

    Raises:
        As `read`.
    """
    parts = (page, *page.more)
    return together(
        [
            read_document(
                one.data,
                url=one.url,
                content_type=one.content_type,
                selectors=one.selectors,
                captured=one.captured_at.date() if one.captured_at else None,
                framed=dict(one.framed),
                explain=explain,
            )
            for one in parts
        ]
    )


def together(parts: Sequence[Document]) -> Document:
    """Several pages as one document, in their order; as bad as its worst page."""
    first = parts[0]
    if len(parts) == 1:
        return first
    worst = max(parts, key=lambda part: ("good", "suspect", "bad").index(part.quality.level))
    return replace(
        first,
        clauses=tuple(one for part in parts for one in part.clauses),
        left_out=tuple(one for part in parts for one in part.left_out),
        quality=worst.quality,
    )
