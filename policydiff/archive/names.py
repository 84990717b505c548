"""Names on the disk: of series (folders) and of the files in them. Pure.

A series is "platform/document" or "platform/document@variant"; each part is a slug. A snapshot's id is
the time of its capture; its files are ID.json and ID.html.gz, or ID.1.html.gz, ID.2.html.gz where several
addresses make up one document; ID.answer.html.gz and ID.picture.png.gz stand beside the page that a
browser made of the answer. A second capture within one second has the id ID_2.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container
    from datetime import datetime

LINES: Final = "observations.jsonl"
HEAD: Final = "head.json"

_LONGEST = 100
"""Most bytes of a slug: the name of a folder may have 255 and joins two slugs."""
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)
"""Windows cannot make folders of these names."""
_DAY = r"\d{4}-\d{2}-\d{2}"
_WHEN = re.compile(_DAY + r"(?:[Tt].*)?|(?:19|20)\d{2}(?:-\d{2})?|latest(?:~\d+)?")
_ID = re.compile(_DAY + r"T\d{6}Z(?:_\d{1,6})?", re.ASCII)
_BODY = re.compile(_ID.pattern + r"(?:\.\d{1,4})?(?:\.(?:answer|picture))?\.[a-z0-9]{1,8}\.gz", re.ASCII)
_ENDINGS: Final = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/markdown": "md",
    "text/plain": "txt",
    "application/pdf": "pdf",
    "application/json": "json",
    "multipart/related": "mhtml",
    "application/xml": "xml",
    "text/xml": "xml",
    "message/rfc822": "eml",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "image/png": "png",
}
MEDIA_TYPES: Final = {
    "html": "text/html",
    "htm": "text/html",
    "xhtml": "application/xhtml+xml",
    "md": "text/markdown",
    "txt": "text/plain",
    "pdf": "application/pdf",
    "mhtml": "multipart/related",
    "mht": "multipart/related",
    "json": "application/json",
    "xml": "text/xml",
    "eml": "message/rfc822",
    "odt": "application/vnd.oasis.opendocument.text",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The media type that the ending of a recorder's file stands for."""


def slug(text: str) -> str:
    """The name of a platform, document or variant as the archive has it; "" if nothing is left.

    The slug of a slug is itself, so this is also the test of a name.

    >>> slug("Privacy Policy")
    'privacy-policy'
    """
    lower = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text[:2000]).lower())
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in lower)
    name = "-".join(kept.split())
    if name in _RESERVED:
        return f"{name}-name"
    data = name.encode()
    if len(data) <= _LONGEST:
        return name
    short = data[: _LONGEST - 9].decode(errors="ignore").rstrip("-")
    return f"{short}-{hashlib.sha256(data).hexdigest()[:8]}"


def is_when(text: str) -> bool:
    """Whether a part of a reference is a moment and so cannot be a variant."""
    return _WHEN.fullmatch(text) is not None


def is_series(name: str) -> bool:
    """Whether this has the form of the name of a series."""
    series, at, variant = name.partition("@")
    platform, slash, document = series.partition("/")
    parts = (platform, document, variant) if at else (platform, document)
    return bool(slash) and all(part and slug(part) == part for part in parts) and not is_when(variant)


def is_id(text: str) -> bool:
    """Whether this has the form of the id of a snapshot."""
    return _ID.fullmatch(text) is not None


def is_body(name: str) -> bool:
    """Whether this has the form of the name of a body's file, which never leads out of the folder."""
    return _BODY.fullmatch(name) is not None


def new_id(at: datetime, taken: Container[str]) -> str:
    """The id of a snapshot captured at this time, UTC: a second one in the same second is numbered."""
    first = name = f"{at.year:04}-{at:%m-%dT%H%M%S}Z"
    number = 1
    while name in taken:
        number += 1
        name = f"{first}_{number}"
    return name


def body_name(snapshot: str, ending: str, part: int | None) -> str:
    """The name of a body's file; `part` from 1 where a snapshot has several."""
    return f"{snapshot}.{ending}.gz" if part is None else f"{snapshot}.{part}.{ending}.gz"


def beside_name(snapshot: str, kind: str, ending: str, part: int | None) -> str:
    """The name of a file that is kept beside a body."""
    return body_name(snapshot, f"{kind}.{ending}", part)


def sidecar_name(snapshot: str) -> str:
    """The name of a snapshot's JSON file."""
    return f"{snapshot}.json"


def ending(content_type: str, body: bytes) -> str:
    """The ending of a body's file name: by its declared type, else by its first bytes."""
    declared = content_type.partition(";")[0].strip().lower()
    if declared in _ENDINGS:
        return _ENDINGS[declared]
    if body.startswith(b"%PDF-"):
        return "pdf"
    return "html" if body[:1024].lstrip().startswith(b"<") else "bin"


def temporary(name: str) -> str:
    """The name under which a file is written before it gets its own."""
    return f".{name}.tmp"


def is_temporary(name: str) -> bool:
    """Whether this is a name under which we write: only such files are ever removed."""
    inner = name.removeprefix(".").removesuffix(".tmp")
    if temporary(inner) != name:
        return False
    return is_body(inner) or inner == HEAD or (inner.endswith(".json") and is_id(inner[:-5]))
