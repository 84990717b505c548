"""Messages made of parts (RFC 2045, RFC 2387), as browsers save a page with its frames (MHTML, RFC 2557).

In: bytes. Out: parts with their headers. Python's own mail parser is not used: its time grows with the square
of the number of header parameters and nested parts, and a page from the web may have thousands of both. Here
every header is bounded and every byte is looked at a bounded number of times.
"""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST_HEAD, _LONGEST_VALUE = 65_536, 2_000
"""Bytes of the headers of a part, and characters of one value among them."""
_MOST_PARTS, _DEEPEST = 5_000, 3
"""Parts of a message, and messages inside one another."""
_BLANK = re.compile(rb"\r?\n\r?\n")
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]*([^\r\n]{0,2000})", re.MULTILINE)
_FOLD = re.compile(rb"\r?\n[ \t]+")
_PARAMETER = re.compile(r';\s*([a-z]{1,20})\s*=\s*(?:"([^"]{0,500})"|([^\s;"]{1,500}))', re.IGNORECASE)
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")


@dataclass(frozen=True, slots=True)
class MessagePart:
    """A message, or one of its parts."""

    headers: Mapping[str, str]
    """By their names in lower case; of several with one name the first."""
    coded: bytes
    """The encoded body after the headers, as it was sent."""

    @property
    def media_type(self) -> str:
        """The type without parameters, in lower case; "" if none is given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def parameter(self, name: str) -> str:
        """A parameter of the type, "" if it has none of that name."""
        for found in _PARAMETER.finditer(self.headers.get("content-type", "")):
            if found[1].lower() == name:
                return found[2] if found[2] is not None else found[3]
        return ""

    def address(self, name: str) -> str:
        """A header that holds an address, without the white space that long ones are folded at."""
        return "".join(self.headers.get(name, "").split())

    @property
    def body(self) -> bytes:
        """The decoded body; if it is damaged, as much as can be decoded."""
        coding = self.headers.get("content-transfer-encoding", "").strip().lower()
        if coding == "quoted-printable":
            return binascii.a2b_qp(self.coded)
        if coding == "base64":
            letters = _NO_BASE64.sub(b"", self.coded)
            return binascii.a2b_base64(letters[: len(letters) - (len(letters) % 4 == 1)] + b"==")
        return self.coded


def parse(data: bytes) -> MessagePart:
    """The message that the bytes are: headers up to the first blank line, and what follows it."""
    data = data.lstrip()
    blank = _BLANK.search(data, 0, _LONGEST_HEAD)
    head, rest = (data[: blank.start()], data[blank.end() :]) if blank else (data[:_LONGEST_HEAD], b"")
    headers: dict[str, str] = {}
    for found in _HEADER.finditer(_FOLD.sub(b" ", head)):
        name = found[1].decode("ascii").lower()
        headers.setdefault(name, found[2][:_LONGEST_VALUE].decode("utf-8", "replace").strip())
    return MessagePart(headers, rest)


def leaves(message: MessagePart, depth: int = 0) -> Iterator[MessagePart]:
    """All parts that have no parts themselves, in their order."""
    boundary = message.parameter("boundary")
    if not message.media_type.startswith("multipart/") or not boundary or depth >= _DEEPEST:
        yield message
        return
    number = 0
    for piece in _pieces(message.coded, b"--" + boundary.encode("utf-8", "replace")):
        for part in leaves(parse(piece), depth + 1):
            number += 1
            if number > _MOST_PARTS:
                return
            yield part


def _pieces(data: bytes, delimiter: bytes) -> Iterator[bytes]:
    """What stands between the delimiters; a message cut short has its last piece without one."""
    end = _next(data, delimiter, 0)
    while end >= 0:
        start = end + len(delimiter)
        if data.startswith(b"--", start):
            return
        end = _next(data, delimiter, start)
        piece = data[start : end if end >= 0 else len(data)]
        yield piece.removesuffix(b"\n").removesuffix(b"\r")


def _next(data: bytes, delimiter: bytes, start: int) -> int:
    """Where the next delimiter stands that begins a line, -1 if none does."""
    at = data.find(delimiter, start)
    while at > 0 and data[at - 1] != 0x0A:
        at = data.find(delimiter, at + 1)
    return at
