"""Was a text garbled by a wrong encoding?

In: text as it was read. Out: yes or no. A server that encodes a page twice sends "DonnÃ©es"; one that reads
Cyrillic as western sends "Ïîëèòèêà"; a program that knows only ASCII sends "Donn?es". Every sentence then
looks reworded. It is judged by share, since names and quotations may contain any of these characters.
"""

from __future__ import annotations

import re
from functools import lru_cache

_CODECS = ("cp1252", "cp1251", "cp1250", "mac_roman", "cp437")
"""Encodings in which UTF-8 is read by mistake."""
_TWICE, _TIMES = 0.5, 3
"""Share of the signs that are no ASCII which must read as UTF-8, and how often at least."""
_WESTERN = re.compile("[\u0080-\u00ffŒœŠšŸŽžƒˆ˜‚„†‡‰‹›]")
_MOST_WESTERN = 0.4
"""Share of western letters with accents, and of signs, in what is no blank; no language has so many."""
_BLANKED = bytes(32 if code < 0x80 else code for code in range(256))
"""Blanks for all that is ASCII."""
_CAPITALS = "ÂÃÄÅÐÑØÙ"
_CAPITAL = re.compile(f"[{_CAPITALS}]")
_CAPITAL_INSIDE = re.compile(f"[{_CAPITALS}](?<=[a-z].)")
"""The first half of a letter in UTF-8, whose second half is a control character and was left out: "LeÅna"."""
_MOST_CAPITALS = 0.3
_MOST_LOST = 0.005
_ASKED = re.compile(r"(?<![\w/=&.?-])[^\W\d_]+\?(?:[^\W\d_]+\?)*[a-zà-ÿ]+(?![\w/=&-])")
"""A word with a question mark inside, and no address."""
_PERHAPS_ASKED = re.compile(r"\?(?<=[^\W\d_]\?)[a-zà-ÿ]")
"""A quick test that few texts pass, in a hundredth of the time."""
_MOST_ASKED = 0.02
_FEWEST = 5
_LOOKED_AT = 10_000


@lru_cache(maxsize=64)
def _pattern(codec: str) -> re.Pattern[str]:
    """UTF-8 of two to four bytes, as one reads it in another encoding."""
    first2, first3, first4, more = (
        "".join(re.escape(_letter_of(code, codec)) for code in range(first, last + 1))
        for first, last in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4), (0x80, 0xBF))
    )
    return re.compile(f"[{first4}][{more}]{{3}}|[{first3}][{more}]{{2}}|[{first2}][{more}]")


def _letter_of(code: int, codec: str) -> str:
    try:
        return bytes([code]).decode(codec)
    except UnicodeDecodeError:
        return chr(code)


def garbled(text: str) -> bool:
    """Whether a text was written in one encoding and read in another.

    >>> garbled("DonnÃ©es personnelles : nous protÃ©geons la confidentialitÃ©."), garbled("NÃO")
    (True, False)
    """
    text = text[:_LOOKED_AT]
    if len(_PERHAPS_ASKED.findall(text)) >= _FEWEST:
        asked = len(_ASKED.findall(text))
        if asked >= _FEWEST and asked >= _MOST_ASKED * text.count(" "):
            return True
    others = _others(text)
    if len(others) < _FEWEST:
        return False
    lost = others.count("\ufffd")
    if lost >= _FEWEST and lost > _MOST_LOST * len(text):
        return True
    western = len(_WESTERN.findall(others))
    if western > 4 * _FEWEST and western > _MOST_WESTERN * (len(text) - text.count(" ") - text.count("\n")):
        return True
    written = len(others) - others.count(" ")
    most = max(_FEWEST, _MOST_CAPITALS * written)
    if len(_CAPITAL.findall(others)) >= most and len(_CAPITAL_INSIDE.findall(text)) >= most:
        return True
    if sum(len(run) for run in others.split() if len(run) > 1) < _TWICE * written:
        return False  # signs by themselves, as quotation marks and most letters with accents, are no UTF-8
    for codec in _CODECS:
        found = _pattern(codec).findall(others)
        if len(found) >= _TIMES and sum(map(len, found)) >= _TWICE * written:
            return True
    return False


def _others(text: str) -> str:
    """What is no ASCII, with a blank between what does not stand side by side."""
    if text.isascii():
        return ""
    written = text.encode("utf-8", "surrogatepass").translate(_BLANKED)
    return b" ".join(written.split()).decode("utf-8", "surrogatepass")
