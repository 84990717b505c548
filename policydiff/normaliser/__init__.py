"""Page to document of clauses: bytes in, Document out.

The stage is called `normaliser` and its function `normalise`: one name for a module and a function
would hide one behind the other in `from policydiff import normalise`.
"""

from __future__ import annotations

import hashlib

from policydiff.models import Document
from policydiff.normaliser import (
    blocks,
    containers,
    dates,
    decode,
    extract,
    language,
    markdown,
    masks,
    media,
    outline,
    quality,
    tree,
    wayback,
)

VERSION = "1"
"""Raised whenever the same bytes may give another document."""


def normalise(
    data: bytes, *, url: str | None = None, content_type: str | None = None, explain: bool = False
) -> Document:
    """Read a page, Markdown or plain text as a document of clauses.

    Args:
        data: the bytes as received.
        url: the address of the page, for relative links and as a hint to what it is.
        content_type: the HTTP Content-Type header, where it is known.
        explain: also list what was left out and why, in `Document.left_out`.

    Raises:
        UnsupportedInput: the bytes are no page, Markdown or text (a picture, a program, a PDF).
        InputTooLarge: there are more bytes than policydiff reads.
    """
    received = containers.unpack(data, content_type=content_type, url=url or "")
    kind = media.media_type(received.data, received.content_type, received.url)
    decoded = decode.decode(received.data, received.content_type, kind)
    html = decoded.text if kind == "text/html" else markdown.to_html(decoded.text, kind)
    replayed = wayback.is_replayed(received.data)
    root = tree.parse_replayed(html) if replayed else tree.parse(html)
    if masks.ATTRIBUTE in html or masks.PATH in html:
        masks.unmask(root)
    named = tree.title(root)
    page = blocks.read(root, explain=explain)
    if kind == "text/html":
        extract.leave_out(page, title=named, url=received.url)
    clauses = outline.clauses(page.blocks, base=tree.base_address(root, received.url))
    title = outline.title(clauses, named)
    code, reason = language.identify(clauses, declared=tree.declared_language(root))
    return Document(
        clauses=clauses,
        title=title,
        language=code,
        language_reason=reason,
        dates=dates.stated(clauses, code),
        quality=quality.judge(clauses, title=title, root=root, url=received.url),
        left_out=extract.left_out(page) if explain else (),
        url=received.url,
        media_type=kind,
        charset=decoded.charset,
        charset_reason=decoded.reason,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        normaliser=VERSION,
    )
