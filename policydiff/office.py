"""Reads documents of word processors: the bytes of a .docx or .odt file in, HTML or Markdown out.

mammoth and odfdo read them; the bounds are policydiff's own. Such a file is a zip of untrusted XML: it may
unpack to a thousand times its size, or define entities that grow without end. Neither format needs a document
type, so a part with one is refused before it is parsed. Macros are never run; tracked deletions and comments
are no part of the text.
"""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final, Literal

from policydiff.errors import InputTooLarge, InternalFault, UnsupportedInput, guarded

if TYPE_CHECKING:
    from collections.abc import Callable

OfficeKind = Literal["docx", "odt"]

_MOST_MEMBERS: Final = 2_000
_MOST_UNPACKED: Final = 128 * 1024 * 1024
_LARGEST_PART: Final = 8 * 1024 * 1024
"""Most bytes of one XML part: the text of a policy of 15,000 words has one megabyte."""
_TYPES: Final = tuple(
    text.encode(code) for text in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be")
)
_STYLES: Final = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
MEDIA_TYPES: Final[dict[OfficeKind, str]] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
_NAMES: Final[dict[OfficeKind, str]] = {"docx": "Word document", "odt": "OpenDocument text"}
_ADVICE: Final = "Save it as a web page (HTML) or as plain text, and give that file"


@dataclass(frozen=True, slots=True)
class OfficePage:
    """A document as a page."""

    data: bytes
    content_type: str


def read_office(data: bytes, kind: OfficeKind, name: str) -> OfficePage:
    """The page that a document of a word processor holds.

    Args:
        data: the bytes of the file.
        kind: what it is (`formats.container`).
        name: what to call it.

    Raises:
        UnsupportedInput: it is damaged or made to do damage, or the extra `office` is not installed.
        InputTooLarge: it unpacks to more than is read.
    """
    _check(data, kind, name)
    try:
        with guarded(name):
            return _READERS[kind](data)
    except InternalFault as fault:
        if isinstance(fault.__cause__, ImportError):
            problem = f"this is a {_NAMES[kind]}, which an extra reads that is not installed"
            raise UnsupportedInput(name, problem, "Install it: pip install 'policydiff[office]'") from fault
        raise UnsupportedInput(name, f"this {_NAMES[kind]} cannot be read", _ADVICE) from fault


def _check(data: bytes, kind: OfficeKind, name: str) -> None:
    """Refuse a file that must not be given to a parser."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            members = packed.infolist()
            if len(members) > _MOST_MEMBERS or sum(one.file_size for one in members) > _MOST_UNPACKED:
                problem = f"this {_NAMES[kind]} unpacks to more than {_MOST_UNPACKED // 2**20} MB"
                raise InputTooLarge(name, problem, _ADVICE)
            for member in members:
                if member.filename.endswith((".xml", ".rels", ".rdf")):
                    _check_part(packed, member, kind, name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error) as error:
        raise UnsupportedInput(name, f"this {_NAMES[kind]} is damaged or encrypted", _ADVICE) from error


def _check_part(packed: zipfile.ZipFile, member: zipfile.ZipInfo, kind: OfficeKind, name: str) -> None:
    if member.file_size > _LARGEST_PART:
        problem = f"a part of this {_NAMES[kind]} has more than {_LARGEST_PART // 2**20} MB"
        raise InputTooLarge(name, problem, _ADVICE)
    part = packed.read(member)
    if any(sign in part for sign in _TYPES):
        problem = f"this {_NAMES[kind]} defines a document type, which no such file needs and attacks use"
        raise UnsupportedInput(name, problem, _ADVICE)


def _docx(data: bytes) -> OfficePage:
    import mammoth  # noqa: PLC0415 - an extra

    def no_picture(_: object) -> dict[str, str]:
        return {}

    converted = mammoth.convert_to_html(
        BytesIO(data), style_map=_STYLES, convert_image=mammoth.images.img_element(no_picture)
    )
    html = f"<!doctype html><meta charset=utf-8><main>{converted.value}</main>"
    return OfficePage(html.encode("utf-8", "replace"), "text/html; charset=utf-8")


def _odt(data: bytes) -> OfficePage:
    import odfdo  # noqa: PLC0415 - an extra

    text = odfdo.Document(BytesIO(data)).to_markdown()
    return OfficePage(str(text).encode("utf-8", "replace"), "text/markdown; charset=utf-8")


_READERS: Final[dict[OfficeKind, Callable[[bytes], OfficePage]]] = {"docx": _docx, "odt": _odt}
