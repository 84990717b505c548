"""Page to document of clauses: bytes in, Document out.

The stage is called `normaliser` and its function `normalise`: one name for a module and a function
would hide one behind the other in `from policydiff import normalise`.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from policydiff.models import Document
from policydiff.normaliser import (
    blocks,
    containers,
    dates,
    decode,
    extract,
    head,
    language,
    markdown,
    masks,
    media,
    outline,
    quality,
    tree,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

VERSION = "1"
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
    received = containers.unpack(data, content_type=content_type, url=url or "")
    kind = media.media_type(received.data, received.content_type, received.url)
    decoded = decode.decode(received.data, received.content_type, kind)
    if kind == "text/html":  # what came as UTF-8 is parsed as it came, not decoded and encoded again
        source = received.data if decoded.as_received else decoded.text
    else:
        source = markdown.to_html(decoded.text, kind)
    root = tree.parse_replayed(source) if received.replayed else tree.parse(source)
    masks.unmask(root)
    said = head.read(root)
    asked = bool(selectors) and kind == "text/html"
    chosen = _selected(root, selectors) if asked else None
    page = blocks.read(root if chosen is None else chosen, explain=explain)
    if kind == "text/html" and chosen is None:
        extract.leave_out(page, title=said.title, url=received.url)
    clauses = outline.clauses(page.blocks, base=said.base_address(received.url))
    title = outline.title(clauses, said.title)
    code, reason = language.identify(clauses, declared=said.language)
    judged = quality.judge(clauses, title=title, head=said)
    return Document(
        clauses=clauses,
        title=title,
        language=code,
        language_reason=reason,
        dates=dates.stated(clauses, code),
        quality=quality.unselected(judged) if asked and chosen is None else judged,
        left_out=extract.left_out(page) if explain else (),
        url=received.url,
        media_type=kind,
        charset=decoded.charset,
        charset_reason=decoded.reason,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        normaliser=VERSION,
    )


def _selected(root: etree._Element, selectors: Sequence[str]) -> etree._Element | None:
    from policydiff.normaliser import selected  # noqa: PLC0415 - few sources have selectors

    return selected.cut(root, selectors)
