"""Whether the characters in a PDF are those that a reader sees. Pure.

A font without its table of letters gives other signs ("3ULYDF" for "Privac"), and some writers put Hebrew
and Arabic down as it is seen, from the left: both read as text and mean nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST = 200
"""Letters that a text must have to be judged."""
_NO_LETTER = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f]")
_LATIN_WORD = re.compile(r"[A-Za-z]{4,}")
_VOWEL = re.compile(r"[aeiouyAEIOUY]")
_FINAL = "ךםןףץ"
"""Letters of Hebrew that only end words."""
_ARABIC_ARTICLE = re.compile(r"\bال\w{3,}")
_ARABIC_ARTICLE_BACKWARDS = re.compile(r"\w{3,}لا\b")


def are_unreadable(lines: Sequence[str]) -> bool:
    """Whether the signs are no letters, or words of letters that nobody can speak."""
    text = "\n".join(lines)
    letters = sum(letter.isalpha() for letter in text)
    if len(text) >= _LEAST and len(_NO_LETTER.findall(text)) > 0.05 * len(text):
        return True
    words = _LATIN_WORD.findall(text)
    if letters < _LEAST or len(words) < _LEAST / 10:
        return False
    mute = sum(not _VOWEL.search(word) for word in words)
    mixed = len(re.findall(r"(?<![\w-])(?=\w*[A-Za-z])(?=\w*\d)\w{4,}", text))
    return mute > 0.3 * len(words) or mixed > 0.5 * len(words)


def are_backwards(lines: Sequence[str]) -> bool:
    """Whether words of Hebrew or Arabic stand from the left to the right."""
    text = "\n".join(lines)
    first = len(re.findall(rf"\b[{_FINAL}]\w+", text))
    last = len(re.findall(rf"\w+[{_FINAL}]\b", text))
    if first > max(3, last):
        return True
    return len(_ARABIC_ARTICLE_BACKWARDS.findall(text)) > max(5, 2 * len(_ARABIC_ARTICLE.findall(text)))
