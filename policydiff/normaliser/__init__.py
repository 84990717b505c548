"""Page to document of clauses: bytes in, Document out.

The stage is called `normaliser` and its function `normalise`: with one name for both, `from policydiff import
normalise` could not tell them apart.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from policydiff import calendar_dates, formats
from policydiff.models import Document
from policydiff.normaliser import (
    around_text,
    bounds,
    containers,
    decode,
    embedded,
    ending,
    events,
    extract,
    frames,
    head,
    language,
    markdown,
    media,
    moments,
    outline,
    plaintext,
    printed_lines,
    quality,
    styles,
    tree,
    walk,
)
from policydiff.normaliser.mending import mended

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from lxml import etree

    from policydiff.models import Clause, LeftOut
    from policydiff.normaliser.head import PageHead

VERSION = "20"
"""Raised whenever the same bytes may give another document."""


_FEWEST_FROM_DATA = 4_000
"""Fewest characters of a policy found in the script data of a page without text: with fewer, other text in
the data (titles of other articles, a cookie dialog) has too much weight."""


def normalise(  # noqa: PLR0913 - all but one are optional and go by name
    data: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    selectors: Sequence[str] = (),
    captured: date | None = None,
    framed: Mapping[str, bytes] | None = None,
    explain: bool = False,
) -> Document:
    """Read a page, Markdown or plain text as a document of clauses.

    Args:
        data: the bytes as received.
        url: the address of the page, for relative links and as a hint to what it is.
        content_type: the HTTP Content-Type header, where it is known.
        selectors: CSS selectors of the policy's part of an HTML page. None are needed; where none of them
            matches, the policy is found without them and the quality says so.
        captured: the day on which it was received, where it is known: no text was revised after it.
        framed: files that frames of the page show, by their path from the page, as a browser saves them.
        explain: also list what was left out of a page and why, in `Document.left_out`; of a text it is listed
            always.

    Raises:
        UnsupportedInput: the bytes are no page, Markdown or text (a picture, a program). So are a PDF, a Word
            document and an e-mail: `compare` reads them, this function does not.
        InputTooLarge: there are more bytes than policydiff reads.
        TypeError: a str instead of bytes.
    """
    if isinstance(data, str):
        raise TypeError("normalise takes bytes: of a text, text.encode(); of a file, Path(name).read_bytes()")
    formats.refuse(data, url or "the input")
    received = containers.unpack(data, content_type=content_type, url=url or "")
    if captured:
        received = replace(received, captured=captured)
    if framed:
        beside = {path: frames.ShownFrame(file) for path, file in framed.items()}
        received = replace(received, frames={**beside, **received.frames})
    kind = media.media_type(received.data, received.content_type, received.url)
    decoded = decode.decode(received.data, received.content_type, kind)
    try:
        read = _bounded(received, decoded, kind, selectors, explain=explain)
    except bounds.TooMuch as problem:
        raise bounds.refused(problem, received.url) from None
    document = _document(read, received, decoded, kind, data)
    if kind == media.HTML and document.quality.level == "bad" and not explain:
        written = _from_data(received, decoded)
        if written:
            return replace(written, sha256=document.sha256, size=document.size)
    return document


def _document(
    read: _PageContent,
    received: containers.Received,
    decoded: decode.Decoded,
    kind: str,
    data: bytes,
) -> Document:
    """The content as a document, with its title, language, dates and quality."""
    clauses = read.clauses
    title = outline.title(clauses, read.head.title)
    code, reason = language.identify(clauses, declared=read.head.language)
    known = calendar_dates.DateClues(code, read.head.region, received.captured, read.day_first)
    said = calendar_dates.stated(clauses, known, title)
    cut = ending.cut(received.data) if kind == media.HTML else ""
    judged = quality.judge_quality(clauses, title=title, head=read.head, cut=cut)
    return Document(
        clauses=clauses,
        title=title or outline.opening_name(clauses),
        language=code,
        language_reason=reason,
        dates=said.dates,
        unsure_dates=said.unsure,
        day_first=said.day_first,
        quality=quality.unselected(judged) if read.unselected else judged,
        left_out=read.left_out,
        url=received.url,
        media_type=kind,
        charset=decoded.charset,
        charset_reason=decoded.reason,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        normaliser=VERSION,
    )


def _from_data(received: containers.Received, decoded: decode.Decoded) -> Document | None:
    """The policy in the script data of a page without text; None if there is none, or several."""
    page = embedded.written_out(received.data if decoded.as_received else decoded.text.encode())
    if not page:
        return None
    kind = "text/html; charset=utf-8"
    read = normalise(page.encode(), url=received.url, content_type=kind, captured=received.captured)
    enough = len(read.text) >= _FEWEST_FROM_DATA
    if read.quality.level != "good" or not enough or not language.is_one(read.clauses):
        return None
    return replace(read, charset=decoded.charset, charset_reason=decoded.reason)


class _PageContent(NamedTuple):
    """What a page holds."""

    clauses: tuple[Clause, ...]
    head: PageHead
    """The data of the page about itself; empty for Markdown and plain text."""
    unselected: bool = False
    """None of the selectors matches it."""
    left_out: tuple[LeftOut, ...] = ()
    day_first: bool | None = None
    """The order of day and month that it shows beside figures."""


def _bounded(
    received: containers.Received,
    decoded: decode.Decoded,
    kind: str,
    selectors: Sequence[str],
    *,
    explain: bool,
) -> _PageContent:
    """Read a page or text by the fastest way; `TooMuch` is raised if it exceeds a bound."""
    if kind == media.HTML:
        bounds.check_page(received.data)
    else:
        bounds.check_text(received.data)
    pieces = None
    if kind != media.HTML and not (explain or received.replayed):
        pieces = (
            events.read_markdown(decoded.text)
            if kind == media.MARKDOWN
            else plaintext.read_plain_text(decoded.text)
        )
    if pieces is not None:
        bounds.check_clauses(sum(len(piece.blocks) for piece in pieces))
        kept, left_out = around_text.parted(pieces)
        clauses = outline.clauses_of_pieces(printed_lines.joined_pieces(kept), base=received.url)
        read = _PageContent(clauses, head.PageHead(), left_out=left_out)
    else:
        read = _parsed(received, decoded, kind, selectors, explain=explain)
    bounds.check_lengths(clause.text for clause in read.clauses)
    return read


def _parsed(
    received: containers.Received,
    decoded: decode.Decoded,
    kind: str,
    selectors: Sequence[str],
    *,
    explain: bool,
) -> _PageContent:
    """Read a page by parser and walk, or a text after converting it to a page."""
    if kind == media.HTML:  # what came as UTF-8 is parsed as it came, not decoded and encoded again
        source = received.data if decoded.as_received else decoded.text
    else:
        source = markdown.to_html(decoded.text, kind)
    root = tree.parse_replayed(source) if received.replayed else tree.parse(source)
    elements = tree.Elements(root)
    said = head.read_head(elements)
    if kind == media.HTML:
        elements = frames.put_in(elements, received.frames, said.base_address(received.url))
    day_first = moments.write_out(elements) if kind == media.HTML else None
    asked = bool(selectors) and kind == media.HTML
    chosen = _selected(root, selectors) if asked else None
    unseen = styles.unseen_names(elements.of("style"))
    page = walk.read_elements(root if chosen is None else chosen, unseen=unseen, explain=explain)
    left_out: tuple[LeftOut, ...] = ()
    if len(page.consents) > 1:
        said = replace(said, asks_consent=True)
    if kind == media.HTML and chosen is None:
        extract.leave_out_furniture(page, title=said.title, url=received.url)
    elif kind != media.HTML:
        page.blocks[:] = map(mended, page.blocks)
        left_out = (*around_text.marked(page.blocks), *(one for _, one in page.hints))
    blocks = page.blocks if kind == media.HTML else printed_lines.joined(page.blocks)
    clauses = outline.clauses(blocks, base=said.base_address(received.url))
    if explain and kind == media.HTML:
        left_out = extract.left_out(page)
    return _PageContent(clauses, said, asked and chosen is None, left_out, day_first)


def _selected(root: etree._Element, selectors: Sequence[str]) -> etree._Element | None:
    from policydiff.normaliser import selected  # noqa: PLC0415 - few sources have selectors

    return selected.cut(root, selectors)
