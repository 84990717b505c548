"""Files that are not pages, or contain a page in a format that is not read: recognised by content or by name,
and refused with a sentence that says what to do. Pure.

An e-mail, a record of web traffic or an office document read as the text of a policy would be compared as
one: its header lines and its packing are words that change each time. Markdown, plain text, HTML, MHTML and
PDF are left alone here.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from policydiff.errors import UnsupportedInput

_TEXT: Final = "Give policydiff the page as HTML, Markdown or plain text"
_EXPORT: Final = "Save it as a web page (HTML) or as plain text, and give that file"
_UNPACK: Final = "Unpack it, and give the page inside of it"
_MAIL: Final = "Save the message as HTML or plain text in your mail program, and give that file"
_RECORD: Final = "Open it in a viewer such as replayweb.page, save the page as HTML, and give that file"

_Refusal = tuple[str, str]
_PICTURE: Final[_Refusal] = ("this is a picture", _TEXT)
_SOUND: Final[_Refusal] = ("this is a picture or a sound", _TEXT)
_PROGRAM: Final[_Refusal] = ("this is a program", _TEXT)
_PACKED: Final[_Refusal] = ("this is a compressed file", _UNPACK)
_ZIP: Final[_Refusal] = ("this is a zip archive", _UNPACK)
_WORD: Final[_Refusal] = ("this is a Word document", _EXPORT)
_OPEN: Final[_Refusal] = ("this is an OpenDocument text", _EXPORT)
_OFFICE: Final[_Refusal] = ("this is an office document", _EXPORT)
_BOOK: Final[_Refusal] = ("this is an e-book", _EXPORT)
_RICH: Final[_Refusal] = ("this is a document in Rich Text Format", _EXPORT)
_OUTLOOK: Final[_Refusal] = ("this is an e-mail of Outlook", _MAIL)
_LETTER: Final[_Refusal] = ("this is an e-mail", _MAIL)
_BOX: Final[_Refusal] = ("this is a mailbox with e-mails", _MAIL)
_WARC: Final[_Refusal] = ("this is a web archive (WARC), which may hold many pages", _RECORD)
_WACZ: Final[_Refusal] = ("this is a web archive (WACZ), which may hold many pages", _RECORD)
_HAR: Final[_Refusal] = ("this is a record of the traffic of a browser (HAR)", "Save the page itself as HTML")
_SAFARI: Final[_Refusal] = ("this is a Safari web archive", "Save the page as source (HTML) instead")

_MAGIC: Final[tuple[tuple[bytes, _Refusal], ...]] = (
    (b"\x89PNG", _PICTURE), (b"\xff\xd8\xff", _PICTURE), (b"GIF8", _PICTURE), (b"RIFF", _SOUND),
    (b"II*\x00", _PICTURE), (b"MM\x00*", _PICTURE), (b"BZh", _PACKED), (b"\xfd7zXZ\x00", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED), (b"7z\xbc\xaf", _PACKED), (b"Rar!\x1a\x07", _PACKED),
    (b"bplist00", _SAFARI), (b"{\\rtf", _RICH), (b"MZ", _PROGRAM), (b"\x7fELF", _PROGRAM),
    (b"filedesc://", _WARC),
)  # fmt: skip
_ENDINGS: Final[dict[str, _Refusal]] = {
    "eml": _LETTER, "emlx": _LETTER, "msg": _OUTLOOK, "mbox": _BOX, "pst": _BOX,
    "doc": _WORD, "docx": _WORD, "docm": _WORD, "dot": _WORD, "dotx": _WORD, "odt": _OPEN, "fodt": _OPEN,
    "ott": _OPEN, "pages": _OFFICE, "xls": _OFFICE, "xlsx": _OFFICE, "ods": _OFFICE, "ppt": _OFFICE,
    "pptx": _OFFICE, "odp": _OFFICE, "rtf": _RICH, "epub": _BOOK, "mobi": _BOOK, "azw3": _BOOK,
    "zip": _ZIP, "tar": _PACKED, "tgz": _PACKED, "bz2": _PACKED, "xz": _PACKED, "7z": _PACKED,
    "rar": _PACKED, "zst": _PACKED, "warc": _WARC, "arc": _WARC, "wacz": _WACZ, "har": _HAR,
    "webarchive": _SAFARI, "png": _PICTURE, "jpg": _PICTURE, "jpeg": _PICTURE, "gif": _PICTURE,
    "webp": _PICTURE, "avif": _PICTURE, "heic": _PICTURE, "tif": _PICTURE, "tiff": _PICTURE, "bmp": _PICTURE,
    "svg": _PICTURE, "ico": _PICTURE, "exe": _PROGRAM,
}  # fmt: skip
_HEADER: Final = re.compile(rb"(?:[!-9;-~]{1,80}:[^\r\n]{0,8000}\r?\n(?:[ \t][^\r\n]{0,8000}\r?\n){0,200})")
_HEADERS: Final = re.compile(
    rb"(?:From [^\r\n]{1,300}\r?\n)?(?P<lines>(?:" + _HEADER.pattern + rb"){2,200}+)"
)
_LETTER_BEGINS: Final = re.compile(rb"\s*(?:From |[!-9;-~]{1,80}:)")
"""Asked first, without a copy of the bytes: hardly any page begins so."""
_FIELD: Final = re.compile(rb"^([!-9;-~]{1,80}):[ \t]*([^\r\n]{0,200})", re.MULTILINE)
_ON_ITS_WAY: Final = frozenset(
    (b"to", b"cc", b"received", b"return-path", b"delivered-to", b"dkim-signature", b"reply-to",
     b"message-id", b"list-unsubscribe", b"x-mailer")
)  # fmt: skip
"""Header fields that only sent messages have; a page that a browser saved as MHTML has none of them."""
_HAR_BEGINS: Final = re.compile(rb"\s*\{\s*\"log\"\s*:\s*\{\s*\"(?:version|creator|entries|browser|pages)\"")
_SVG_BEGINS: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,300}>\s*)?(?><!--.{0,2000}?-->\s*){0,5}+(?:<!DOCTYPE svg[^>]{0,500}>\s*)?<svg[\s>]",
    re.DOTALL,
)


Container = Literal["docx", "odt", "eml"]
"""Kinds of files that are no page themselves but contain one that can be read."""

_CONTAINERS: Final[dict[_Refusal, Container]] = {_WORD: "docx", _OPEN: "odt", _LETTER: "eml"}


def container(data: bytes) -> Container | None:
    """The kind of file that contains a readable page; None for a page itself, and for a file that is
    refused."""
    recognised = _recognised(data)
    return _CONTAINERS.get(recognised) if recognised else None


def refuse(data: bytes, name: str) -> None:
    """Refuse a file that is not a page, by its content.

    Args:
        data: the bytes.
        name: what to call them.

    Raises:
        UnsupportedInput: says what they are and what to do.
    """
    recognised = _recognised(data)
    if recognised:
        raise UnsupportedInput(name, *recognised)


def refuse_named(data: bytes, name: str) -> None:
    """Refuse a file that is not a page and contains none that can be read, by its content or its name.

    The name is believed unless the file begins like a page: `notice.docx` may be a renamed page.

    Raises:
        UnsupportedInput: says what it is and what to do.
    """
    if container(data):
        return
    refuse(data, name)
    base = name.lower().removesuffix(".gz")
    known = _ENDINGS.get(base.rpartition(".")[2]) if "." in base else None
    if known and data and not data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise UnsupportedInput(name, *known)


def _recognised(data: bytes) -> _Refusal | None:
    start = data[:1000].lstrip()
    if start.startswith(b"<"):  # a page, as a rule
        return _PICTURE if _is_drawing(data) else None
    for magic, refusal in _MAGIC:
        if start.startswith(magic) and (len(magic) > 3 or not magic.isascii() or b"\x00" in data[:1000]):
            return refusal
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return _OUTLOOK if "__substg1.0_".encode("utf-16-le") in data else _OFFICE
    if start[4:8] == b"ftyp" and b"\x00" in start[:4]:
        return _SOUND
    if data[257:262] == b"ustar":
        return _PACKED
    if re.match(rb"WARC/\d", start):
        return _WARC
    if _HAR_BEGINS.match(data[:1000]):
        return _HAR
    return _letter(data) if _LETTER_BEGINS.match(data) else None


def _is_drawing(data: bytes) -> bool:
    return data[-100:].rstrip().endswith(b"</svg>") and _SVG_BEGINS.match(data[:5000]) is not None


def _zipped(data: bytes) -> _Refusal:
    """The kind of a zip archive by the file names in it, which are not compressed."""
    for sign, refusal in (
        (b"word/document", _WORD), (b"application/vnd.oasis.opendocument.text", _OPEN),
        (b"application/epub+zip", _BOOK), (b"datapackage.json", _WACZ), (b"[Content_Types].xml", _OFFICE),
        (b"application/vnd.oasis.opendocument", _OFFICE),
    ):  # fmt: skip
        if sign in data:
            return refusal
    return _ZIP


def _letter(data: bytes) -> _Refusal | None:
    """Whether these are the header lines of a message that was sent, and not of a page saved as MHTML."""
    data = data[:200_000].lstrip()
    block = _HEADERS.match(data)
    if not block:
        return None
    fields = {name.lower(): value.lower() for name, value in _FIELD.findall(block["lines"])}
    if b"snapshot-content-location" in fields or b"content-location" in fields or b"from" not in fields:
        return None
    saved = b"saved by" in fields[b"from"]
    sent = not _ON_ITS_WAY.isdisjoint(fields)
    related = b"multipart/related" in fields.get(b"content-type", b"")
    if saved or not (sent or (b"mime-version" in fields and not related)):
        return None
    return _BOX if data.startswith(b"From ") else _LETTER
