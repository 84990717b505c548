"""Repairs text that was encoded twice: "donnÃ©es" is "données".

A server that takes its own UTF-8 for windows-1252 and encodes it once more sends letters with marks as two or
three wrong ones. Such sequences make no sense in any language, and each can be repaired by itself, so that a
page of which only a part is wrong is repaired as well. One or two of them are left alone: they may be a brand
("CAFÉ®") or a page on just this fault.
"""

from __future__ import annotations

import re

_FEWEST = 3
"""Sequences from which a text was encoded twice."""
_SIGNS = (
    b"\xc3\x83\xc2",
    b"\xc3\x82\xc2",
    b"\xc3\xa2\xe2\x82\xac",
    b"\xc3\x90\xc2",
    b"\xc3\x91\xc2",
    b"\xc3\xa3\xc6",
    b"\xc3\xa3\xc2",
)
"""Beginnings of what such sequences are in UTF-8."""
_ANY_SIGN = re.compile(b"\xc3(?:%s)" % b"|".join(re.escape(sign[1:]) for sign in _SIGNS))
_RARE = 50
"""Places of the byte that all of them begin with which are found one by one, in no time in a page in English.
In one in French, where every "é" has it, an expression finds the others faster."""
_WINDOWS = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0)}
_BYTES = {sign: byte for byte, sign in _WINDOWS.items()} | {chr(byte): byte for byte in range(0x80, 0x100)}
_CONTINUED = "".join(sorted({*_WINDOWS.values(), *map(chr, range(0x80, 0xC0))}))
_SEQUENCE = re.compile(
    rf"[\u00c2-\u00df][{_CONTINUED}]|[\u00e0-\u00ef][{_CONTINUED}]{{2}}|[\u00f0-\u00f4][{_CONTINUED}]{{3}}"
)
_TELLING = re.compile(rf"[ÃÂÐÑ][{_CONTINUED}]|(?:â€|ã[ƒ‚\x81-\x83])[{_CONTINUED}]")
_LOST_SPACE = re.compile(r"Ã (?: )?")
"""An "à", whose second half is a space that never breaks and was tidied away."""
_TIMES = 2
"""Times that a text may have been encoded over again."""


def is_likely(data: bytes) -> bool:
    """Whether it is worth looking, quickly."""
    return _signs(data) >= _FEWEST and any(data.count(sign) >= _FEWEST for sign in _SIGNS)


def _signs(data: bytes) -> int:
    """How many of the signs there are in all."""
    found, place = 0, -1
    for _ in range(_RARE):
        place = data.find(b"\xc3", place + 1)
        if place < 0:
            return found
        found += data.startswith(_SIGNS, place)
    return found + len(_ANY_SIGN.findall(data, place + 1))


def righted(text: str) -> str:
    """The text as it was meant; the same object where it is as it was meant."""
    for _ in range(_TIMES):
        found = sum(1 for _ in _TELLING.finditer(text))
        if found < _FEWEST:
            return text
        text = _LOST_SPACE.sub("à ", _SEQUENCE.sub(_decoded, text))
    return text


def _decoded(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTES[sign] for sign in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
