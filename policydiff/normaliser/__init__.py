"""Page to document of clauses: bytes in, Document out.

The stage is called `normaliser` and its function `normalise`: one name for a module and a function
would hide one behind the other in `from policydiff import normalise`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from policydiff import formats
from policydiff.models import Document
from policydiff.normaliser import (
    containers,
    dates,
    decode,
    events,
    extract,
    head,
    language,
    markdown,
    masks,
    media,
    outline,
    plaintext,
    quality,
    tree,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from policydiff.models import Clause, LeftOut
    from policydiff.normaliser.head import Head

VERSION = "2"
"""Raised whenever the same bytes may give another document."""


def normalise(
    data: bytes,
    *,
    url: str | None = None,
    content_type: str | None = None,
    selectors: Sequence[str] = (),
    explain: bool = False,
) -> Document:
    """Read a page, Markdown or plain text as a document of clauses.

    Args:
        data: the bytes as received.
        url: the address of the page, for relative links and as a hint to what it is.
        content_type: the HTTP Content-Type header, where it is known.
        selectors: CSS selectors of the policy's part of an HTML page. None are needed; where none of them
            matches, the policy is found without them and the quality says so.
        explain: also list what was left out and why, in `Document.left_out`.

    Raises:
        UnsupportedInput: the bytes are no page, Markdown or text (a picture, a program, a PDF:
            `compare` reads PDFs, this function does not).
        InputTooLarge: there are more bytes than policydiff reads.
        TypeError: a str instead of bytes.
    """
    if isinstance(data, str):
        raise TypeError("normalise takes bytes: of a text, text.encode(); of a file, Path(name).read_bytes()")
    formats.refuse(data, url or "the input")
    received = containers.unpack(data, content_type=content_type, url=url or "")
    kind = media.media_type(received.data, received.content_type, received.url)
    decoded = decode.decode(received.data, received.content_type, kind)
    pieces = None
    if kind != media.HTML and not (explain or received.replayed):
        pieces = events.read(decoded.text) if kind == media.MARKDOWN else plaintext.read(decoded.text)
    if pieces is not None:
        read = _Read(outline.clauses_of_pieces(pieces, base=received.url), head.Head())
    else:
        read = _parsed(received, decoded, kind, selectors, explain=explain)
    clauses = read.clauses
    title = outline.title(clauses, read.head.title)
    code, reason = language.identify(clauses, declared=read.head.language)
    judged = quality.judge(clauses, title=title, head=read.head)
    return Document(
        clauses=clauses,
        title=title or outline.opening_name(clauses),
        language=code,
        language_reason=reason,
        dates=dates.stated(clauses, code),
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


class _Read(NamedTuple):
    """What a page holds."""

    clauses: tuple[Clause, ...]
    head: Head
    """What it says of itself; nothing, where it is a text."""
    unselected: bool = False
    """None of the selectors matches it."""
    left_out: tuple[LeftOut, ...] = ()


def _parsed(
    received: containers.Received,
    decoded: decode.Decoded,
    kind: str,
    selectors: Sequence[str],
    *,
    explain: bool,
) -> _Read:
    """Read a page by parser and walk, or a text as the page that it would be."""
    if kind == media.HTML:  # what came as UTF-8 is parsed as it came, not decoded and encoded again
        source = received.data if decoded.as_received else decoded.text
    else:
        source = markdown.to_html(decoded.text, kind)
    root = tree.parse_replayed(source) if received.replayed else tree.parse(source)
    masks.unmask(root)
    said = head.read(root)
    asked = bool(selectors) and kind == media.HTML
    chosen = _selected(root, selectors) if asked else None
    page = walk.read(root if chosen is None else chosen, explain=explain)
    if kind == media.HTML and chosen is None:
        extract.leave_out(page, title=said.title, url=received.url)
    clauses = outline.clauses(page.blocks, base=said.base_address(received.url))
    left_out = extract.left_out(page) if explain else ()
    return _Read(clauses, said, asked and chosen is None, left_out)


def _selected(root: etree._Element, selectors: Sequence[str]) -> etree._Element | None:
    from policydiff.normaliser import selected  # noqa: PLC0415 - few sources have selectors

    return selected.cut(root, selectors)
