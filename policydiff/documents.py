"""Reads bytes of every kind that holds a policy as a Document: web pages, PDFs (as text), documents of word
processors (converted to a page), e-mails (the part that is a policy).

The normaliser is pure and reads text; reading a PDF takes a process of its own. Here they meet.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff import formats, letters, office, pdf
from policydiff.errors import InputTooLarge, UnsupportedInput
from policydiff.models import QUALITY_LEVELS, Quality
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
    """The document that a page, a PDF, a document of a word processor or an e-mail holds.

    Args:
        data: the bytes as received.
        url: the address of the page.
        content_type: the HTTP Content-Type header, "" if it is not known.
        selectors: CSS selectors of the policy's part of the page, as the source gives them. A PDF, a document
            of a word processor or an e-mail is read without them.
        captured: the day on which it was received, None if unknown.
        framed: the files that its frames show, by their path relative to the page.
        explain: also list what was left out and why, in `Document.left_out`.

    Raises:
        UnreadablePdf: a PDF that cannot be read, or not without the extra `pdf`.
        UnsupportedInput: the bytes are of no kind that policydiff reads.
        InputTooLarge: more bytes than policydiff reads.
    """
    container = formats.container(data)
    if container == "eml":
        return _of_letter(data, url=url, captured=captured, explain=explain)
    if container:
        return _of_office(data, container, url=url, captured=captured, explain=explain)
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
    return _of_pdf(data, url=url, captured=captured, explain=explain)


def _of_pdf(data: bytes, *, url: str, captured: date | None, explain: bool) -> Document:
    page = pdf.read_pdf(data, url or "the PDF")
    html = page.html.encode()
    content_type = "text/html; charset=utf-8"
    document = normalise(html, url=url or None, content_type=content_type, captured=captured, explain=explain)
    quality = document.quality
    if page.doubts:
        level: QualityLevel = "bad" if quality.level == "bad" else "suspect"
        quality = Quality(level, (*page.doubts, *quality.reasons))
    return replace(_as_received(document, data, "application/pdf"), quality=quality)


def _of_office(
    data: bytes, kind: office.OfficeKind, *, url: str, captured: date | None, explain: bool
) -> Document:
    page = office.read_office(data, kind, url or "the document")
    document = normalise(
        page.data, url=url or None, content_type=page.content_type, captured=captured, explain=explain
    )
    return _as_received(document, data, office.MEDIA_TYPES[kind])


def _of_letter(data: bytes, *, url: str, captured: date | None, explain: bool) -> Document:
    """The part of an e-mail that is a policy: of those that can be read the longest good one.

    A note that a policy changed is shorter than the policy that it brings. Wrong where two policies are
    attached: the longer one is read.
    """
    found: list[Document] = []
    why: UnsupportedInput | InputTooLarge | None = None
    for part in letters.letter_parts(data):
        if formats.container(part.data) == "eml":
            continue
        try:
            found.append(
                read_document(
                    part.data, url=url, content_type=part.content_type, captured=captured, explain=explain
                )
            )
        except (UnsupportedInput, InputTooLarge) as error:
            why = why or error
    if found:
        document = max(found, key=lambda one: (QUALITY_LEVELS.index(one.quality.level), _words(one)))
        return _as_received(document, data, "message/rfc822")
    if why:
        # The same kind of error: that a PDF cannot be read here tells the caller to keep the bytes.
        raise type(why)(url or "the e-mail", f"of its parts, {why.problem}", why.advice) from why
    problem = "this is an e-mail without a text, and without a page attached"
    raise UnsupportedInput(url or "the e-mail", problem, "Give the page itself")


def _words(document: Document) -> int:
    return sum(len(clause.text.split()) for clause in document.clauses)


def _as_received(document: Document, data: bytes, media_type: str) -> Document:
    """A document that was converted to a page first, with the hash, size and type of the bytes as they were
    received."""
    return replace(
        document,
        media_type=media_type,
        charset="",
        charset_reason="",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
    )


def read_saved(page: SavedPage, *, explain: bool = False) -> Document:
    """The document of a page from disk or an archive, with the further pages that belong to it.

    Raises:
        UnreadablePdf, UnsupportedInput, InputTooLarge: as `read_document`.
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
    """Several pages as one document, in their order, with the quality of the worst page.

    Address, title, dates, size and hash are those of the first page, which is the one that people open.
    """
    first = parts[0]
    if len(parts) == 1:
        return first
    worst = min(parts, key=lambda part: QUALITY_LEVELS.index(part.quality.level))
    return replace(
        first,
        clauses=tuple(one for part in parts for one in part.clauses),
        left_out=tuple(one for part in parts for one in part.left_out),
        quality=worst.quality,
    )
