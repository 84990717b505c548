"""Recognises the media type of bytes: HTML, Markdown or plain text; everything else is refused.

In: bytes and what is said about them (HTTP header, name in the address). Out: one of three media types. The
first bytes count most, as servers and file names are often wrong: a page without `<html>` (archives record
such fragments) is HTML, Markdown with a `<br>` in a table stays Markdown. Pictures, archives, programs and
PDF are refused with a sentence that says what to do. No bytes at all are an empty text: an empty document and
a bad capture, but no error.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from policydiff import formats
from policydiff.errors import InputTooLarge, UnsupportedInput

HTML, MARKDOWN, PLAIN = "text/html", "text/markdown", "text/plain"
LARGEST = 64 * 1024 * 1024
"""Bytes that are read; the largest page in public archives of policies has about 5 million."""

_SAVE_AS_TEXT = "Give policydiff the page as HTML, Markdown or plain text"
_MAGIC = (
    (
        b"%PDF-",
        "this is a PDF and no page",
        "Give it to `compare`, which reads PDFs, or give the HTML version",
    ),
    (b"\x1f\x8b", "this is a file compressed with gzip", "Unpack it first, or name it with .gz at the end"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROL = bytes(code for code in range(0x20) if code not in b"\t\n\v\f\r\x1b")

_DECLARED = {
    "text/html": HTML, "application/xhtml+xml": HTML, "text/markdown": MARKDOWN, "text/x-markdown": MARKDOWN,
}  # fmt: skip
_SUFFIXES = {
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".xht": HTML, ".mhtml": HTML, ".mht": HTML,
    ".md": MARKDOWN, ".markdown": MARKDOWN, ".mdown": MARKDOWN, ".txt": PLAIN, ".text": PLAIN,
}  # fmt: skip
_SNIFFED = 200_000
"""Bytes from the start of a page in which it says what it is."""
_CHECKED = 16_000
"""Bytes that are searched for characters that no text has: a program or a picture has them at its start."""
_START_OF_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?><!--.{0,4000}?-->\s*){0,20}+"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_START_OF_FRAGMENT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?><!--.{0,4000}?-->\s*){0,20}+"
    rb"<(?:main|article|section|div|p|h[1-6]|ul|ol|table|header|nav|aside|form|dl|blockquote|center|span|a|font|b|strong)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK_TAG = re.compile(rb"</(?:p|div|h[1-6]|li|ul|ol|section|article|main|body|td|tr)\s*>", re.IGNORECASE)
_MARKDOWN_LINE = re.compile(
    rb"\n(?=#{1,6} +\S|={3,}\s*$|-{3,}\s*$|[*+-] {1,3}\S|\d{1,3}\. {1,2}\S|\|.*\||> \S|\* \* \*\s*$|```)",
    re.MULTILINE,
)
"""The line break before a line, which is found at the speed of memchr, as "^" is not."""
_HEADING_LINE = re.compile(rb"\n#{1,6} +[^\s#<]")
_MARKDOWN_INLINE = re.compile(rb"\]\((?:https?:|/|#|mailto:)|\*\*\S|^\d+\\\.|\\[_*\[\]]", re.MULTILINE)


def media_type(data: bytes, content_type: str | None, url: str) -> str:
    """One of "text/html", "text/markdown", "text/plain".

    Raises:
        InputTooLarge: there are more bytes than policydiff reads.
        UnsupportedInput: the bytes are no text.
    """
    if len(data) > LARGEST:
        raise InputTooLarge(
            url or "the input",
            f"it has {len(data) / 2**20:.0f} MB, more than the {LARGEST // 2**20} MB that are read",
            "Give policydiff the page of the policy alone",
        )
    declared = (content_type or "").partition(";")[0].strip().lower()
    _refuse_binary(data, content_type or "", url)
    if data.startswith(_WIDE_MARKS) or "utf-16" in (content_type or "").lower():
        data = data[:_SNIFFED].replace(b"\x00", b"")
        data = data.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return _DECLARED.get(declared) or _sniffed(data, declared, url)


def _refuse_binary(data: bytes, content_type: str, url: str) -> None:
    start = data[:1000].lstrip()
    for magic, problem, advice in _MAGIC:
        if start.startswith(magic):
            raise UnsupportedInput(url or "the input", problem, advice)
    formats.refuse(data, url or "the input")
    if data.startswith(_WIDE_MARKS) or "utf-16" in content_type.lower() or "utf-32" in content_type.lower():
        return
    sample = data[:_CHECKED]
    if b"\x00" in sample[:4096] or _controls(sample) > 8 + len(sample) // 500:
        raise UnsupportedInput(
            url or "the input", "this is no text (it holds bytes that no text has)", _SAVE_AS_TEXT
        )


def _controls(data: bytes) -> int:
    """Number of control characters that no text has."""
    return len(data) - len(data.translate(None, _CONTROL))


def _sniffed(data: bytes, declared: str, url: str) -> str:
    if _START_OF_PAGE.match(data, 0, _SNIFFED):
        return HTML
    hinted = _SUFFIXES.get(PurePosixPath(_path(url)).suffix.lower())
    if hinted:
        return hinted
    data = data[:_SNIFFED]
    lines = b"\n" + data
    if _START_OF_FRAGMENT.match(data) and not _MARKDOWN_LINE.search(lines):
        return HTML
    if not _START_OF_FRAGMENT.match(data) and len(_HEADING_LINE.findall(lines)) > 1:
        return MARKDOWN  # however many tags its tables have
    outside = _without_tables(data)
    closed, marks = len(_BLOCK_TAG.findall(outside)), len(_MARKDOWN_LINE.findall(b"\n" + outside))
    if closed > 3 and closed > marks:
        return HTML
    if marks or _MARKDOWN_INLINE.search(data):
        return PLAIN if declared == PLAIN and not _is_clearly_markdown(data, marks) else MARKDOWN
    return HTML if _START_OF_FRAGMENT.match(data) else PLAIN


def _without_tables(data: bytes) -> bytes:
    """The bytes outside of tables, which Markdown has as HTML where its own do not suffice."""
    kept: list[bytes] = []
    end = 0
    while (start := data.find(b"<table", end)) >= 0:
        kept.append(data[end:start])
        end = data.find(b"</table", start)
        if end < 0:
            return b"".join(kept)
    return b"".join((*kept, data[end:]))


def _is_clearly_markdown(data: bytes, marks: int) -> bool:
    """Servers send Markdown as text/plain; a list alone does not make a text Markdown."""
    return marks > 0 and _MARKDOWN_INLINE.search(data) is not None


def _path(url: str) -> str:
    """The path of an address or of a file name, Windows' own included."""
    try:
        path = urlsplit(url).path if "://" in url else url
    except ValueError:
        return ""
    path = path.replace("\\", "/")
    return path[:-3] if path.lower().endswith(".gz") else path
