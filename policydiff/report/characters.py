"""Policy text made harmless to show, and the addresses that a reader may follow.

Policy text is not trusted. Each output escapes the characters that are special in its own format; this module
replaces those that no format can carry, control characters and lone surrogates, by U+FFFD, so that a reader
sees that something was there.
"""

from __future__ import annotations

import re
import unicodedata

_UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_RAW = re.compile("[\x7f-\x9f]")
_FOLLOWED = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f-\x9f]+", re.IGNORECASE)


def visible(text: str) -> str:
    """The text on one line, with what cannot be shown as U+FFFD.

    >>> visible("a" + chr(0) + "b" + chr(9) + "c") == "a" + chr(0xFFFD) + "b c"
    True
    """
    if text.isprintable():
        return text
    return _BLANKS.sub(" ", _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", text))


def inert(text: str) -> str:
    """Like `visible`, for a terminal, where characters that turn the direction of writing are shown as well.

    Nothing isolates them there, and they would reorder what is printed around them.
    """
    return _DIRECTIONS.sub("\N{REPLACEMENT CHARACTER}", visible(text))


def followed(target: str) -> str:
    """The address if a reader may follow it (web or mail), else "".

    >>> followed("https://example.com/a"), followed("javascript:alert(1)")
    ('https://example.com/a', '')
    """
    return visible(target) if _FOLLOWED.fullmatch(target) else ""


def writable(json: str) -> str:
    r"""JSON that any terminal and file can take: lone surrogates, which no encoding can write, as U+FFFD, and
    control characters that JSON leaves as they are as its escapes.

    >>> writable('"' + chr(0x9B) + '31m"')
    '"\\u009b31m"'
    """
    return _RAW.sub(lambda sign: f"\\u{ord(sign[0]):04x}", _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", json))


def clipped(text: str, length: int) -> str:
    """The text, cut at a word's end with an ellipsis where it is longer than `length` characters.

    >>> clipped("We keep your data for a year.", 18)
    'We keep your data…'
    """
    if len(text) <= length:
        return text
    cut = text[:length]
    border = cut.rfind(" ")
    return (cut[:border] if border > length // 2 else cut[:-1]).rstrip(" ,;:") + "…"


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: wide characters two, combining ones none.

    >>> columns("data"), columns(chr(0x4E2D)), columns("e" + chr(0x301))
    (4, 2, 1)
    """
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
