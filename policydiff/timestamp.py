"""Timestamps by RFC 3161: bytes in, a request for an authority out; an answer in, its time out. Pure.

An authority signs that it was shown a hash at a time. OpenSSL checks the signature (`openssl ts -verify`),
since it knows certificates; this module only checks that the answer belongs to the request.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

REQUEST_TYPE: Final = "application/timestamp-query"
_SHA256: Final = bytes.fromhex("0609608648016503040201") + b"\x05\x00"
_SEQUENCE, _INTEGER, _OCTETS, _BOOLEAN = 0x30, 0x02, 0x04, 0x01
_TIME: Final = re.compile(rb"\x18[\x0f-\x17](\d{14})(?:\.\d{1,6})?Z")
_GRANTED: Final = (0, 1)
_STATUSES: Final = {
    2: "it was refused",
    3: "it has to wait",
    4: "the authority is about to be revoked",
    5: "the authority was revoked",
}


@dataclass(frozen=True, slots=True)
class Token:
    """The content of an answer."""

    at: datetime
    """When the hash was shown, as the authority says, UTC."""


def request(data: bytes, nonce: int) -> bytes:
    """The request to stamp these bytes, in DER.

    Args:
        data: what to stamp; only its SHA-256 goes out.
        nonce: a positive random number, which shows that the answer is a new one.
    """
    imprint = _der(_SEQUENCE, _der(_SEQUENCE, _SHA256), _der(_OCTETS, hashlib.sha256(data).digest()))
    return _der(_SEQUENCE, _number(1), imprint, _number(nonce), _der(_BOOLEAN, b"\xff"))


def read_answer(answer: bytes, data: bytes, nonce: int | None = None) -> Token:
    """Read the answer of an authority.

    Args:
        answer: as it came.
        data: what was to be stamped.
        nonce: of the request, None if it is not known any more.

    Raises:
        ValueError: it is no stamp of these bytes.
    """
    _, inside, _ = _element(answer)
    tag, status, token = _element(inside)
    kind, number, _ = _element(status)
    if tag != _SEQUENCE or kind != _INTEGER or not number:
        raise ValueError("it is no answer of RFC 3161")
    code = int.from_bytes(number, "big")
    if code not in _GRANTED:
        raise ValueError(_STATUSES.get(code, f"the authority answered with status {code}"))
    imprint = token.find(_der(_OCTETS, hashlib.sha256(data).digest()))
    if imprint < 0:
        raise ValueError("it stamps something else")
    if nonce is not None and _number(nonce) not in token[imprint:]:
        raise ValueError("it is the answer to another request")
    found = _TIME.search(token, imprint)
    if found is None:
        raise ValueError("it says no time")
    return Token(datetime.strptime(found[1].decode(), "%Y%m%d%H%M%S").replace(tzinfo=UTC))


def _der(tag: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    if len(body) < 0x80:
        return bytes((tag, len(body))) + body
    size = len(body).to_bytes((len(body).bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(size))) + size + body


def _number(value: int) -> bytes:
    return _der(_INTEGER, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _element(data: bytes) -> tuple[int, bytes, bytes]:
    """The first element: its tag, what is in it, and what follows it.

    Raises:
        ValueError: there is none, or it says that it is longer than it is.
    """
    if len(data) < 2:
        raise ValueError("it ends too early")
    size, start = data[1], 2
    if size >= 0x80:
        start += size & 0x7F
        size = int.from_bytes(data[2:start], "big")
    if start > 10 or start + size > len(data):
        raise ValueError("it ends too early")
    return data[0], data[start : start + size], data[start + size :]
