"""Bytes to str, by the order of precedence that browsers and evidence need.

In: bytes and what is said about them. Out: text, the charset it was read in, and why. In this order: a byte
order mark; UTF-8 where every byte fits (what other charsets write hardly ever fits by chance, and a wrong
`<meta>` over UTF-8 is common); the charset of the HTTP header; the one that the page declares; at last
windows-1252 (or ISO-8859-15, if it has the euro), which is a guess and is marked so. Labels mean what
browsers mean by them, so that "iso-8859-1" is windows-1252. Nothing is guessed by statistics: the result
would depend on the installed library, and evidence must not.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

import webencodings

from policydiff.normaliser import mojibake

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
_UNTRUE_IN_META = frozenset(("utf-16le", "utf-16be", "x-user-defined", "replacement"))
"""Charsets that cannot be true in a `<meta>` which was readable as ASCII."""
_FALLBACK = "windows-1252"
_ONLY_IN_1252 = re.compile(rb"[\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, the charset it was read in, and why that one."""

    text: str
    charset: str
    reason: str
    as_received: bool = field(default=False, repr=False)
    """Whether the bytes are UTF-8 without a byte order mark, so that encoding the text gives the same
    bytes."""


def decode(data: bytes, content_type: str | None, media_type: str) -> Decoded:
    r"""Read the bytes as text; never fails.

    NUL characters are left out, since the stage uses them for marks of its own; text that was encoded twice
    is repaired, and the reason says so.

    >>> decode(b"caf\xe9", "text/html; charset=iso-8859-1", "text/html")
    Decoded(text='café', charset='windows-1252', reason='HTTP header')
    """
    decoded = _decoded(data, content_type, media_type)
    nul = b"\0" in data if decoded.as_received else "\0" in decoded.text  # in bytes, found at once
    text = decoded.text.replace("\0", "") if nul else decoded.text
    righted = mojibake.righted(text) if mojibake.is_likely(data) else text
    if righted is decoded.text:
        return decoded
    reason = decoded.reason if righted is text else f"{decoded.reason}, encoded twice"
    return Decoded(righted, decoded.charset, reason)


def _decoded(data: bytes, content_type: str | None, media_type: str) -> Decoded:
    for mark, charset in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(charset, "replace"), charset, "byte order mark")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "valid UTF-8", as_received=True)
    except UnicodeDecodeError as error:
        if _cut_short(data, error):
            return Decoded(
                data.decode("utf-8", "replace"), "utf-8", "valid UTF-8 up to a last character cut in two"
            )
    return _declared(data, content_type, media_type) or _guessed(data)


def _guessed(data: bytes) -> Decoded:
    """Nobody writes the sign "¤", which is the euro in ISO-8859-15; that charset has no letters in 80 to 9F,
    where windows-1252 has its quotation marks."""
    latin9 = b"\xa4" in data and not _ONLY_IN_1252.search(data)
    charset = "iso-8859-15" if latin9 else _FALLBACK
    return Decoded(data.decode(charset, "replace"), charset, "guessed: neither UTF-8 nor declared otherwise")


def _cut_short(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether only the last character is incomplete, after others that were UTF-8 beyond doubt."""
    return (
        error.reason == "unexpected end of data"
        and error.end == len(data)
        and not data[: error.start].isascii()
    )


def _declared(data: bytes, content_type: str | None, media_type: str) -> Decoded | None:
    in_header = _HEADER_CHARSET.search(content_type or "")
    encoding = webencodings.lookup(in_header[1]) if in_header else None
    if encoding and encoding.name not in ("utf-8", "x-user-defined", "replacement"):
        return _decoded_as(data, encoding, "HTTP header")
    header_is_utf8 = encoding is not None and encoding.name == "utf-8"
    if media_type == "text/html":
        label = _meta(data)
        encoding = webencodings.lookup(label) if label else None
        if encoding and encoding.name not in ("utf-8", *_UNTRUE_IN_META):
            return _decoded_as(data, encoding, "declared in the page")
    if header_is_utf8 or encoding:
        # Few bytes that do not fit in a page that calls itself UTF-8 are faults, not another charset.
        text = data.decode("utf-8", "replace")
        if text.count("\ufffd") * 3 < sum(byte > 0x7F for byte in data):
            reason = "HTTP header" if header_is_utf8 else "declared in the page"
            return Decoded(text, "utf-8", f"{reason}, with bytes that do not fit")
    return None


def _meta(data: bytes) -> str | None:
    from bs4.dammit import EncodingDetector  # noqa: PLC0415  # slow to load, and most pages are UTF-8

    return EncodingDetector.find_declared_encoding(data[:100_000], is_html=True, search_entire_document=False)


def _decoded_as(data: bytes, encoding: webencodings.Encoding, reason: str) -> Decoded:
    # x-user-defined and its like have codecs of webencodings only: use its own door.
    text, used = webencodings.decode(data, encoding, "replace")
    return Decoded(text, used.name, reason)
