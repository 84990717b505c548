"""Whether words differ in their spelling only: "organisation" and "organization".

In: two words, or the words of two sentences. Out: yes or no. Each language lists the pieces of words that are
written in two ways (`spellings` in its file); two words are one if both become the same where all pieces are
written in the second way. Short words are left alone: "four" is not "for".

What this gets wrong: two words of different meaning that only such a piece tells apart ("cheque", "check")
are taken for one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff import languages

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHORTEST = 5
"""Letters of the shorter of two words that may be one."""


def is_respelled(old: Sequence[str], new: Sequence[str], language: str) -> bool:
    """Whether two sentences differ, and only in the spelling of words.

    >>> is_respelled(["we", "honour", "four", "rules"], ["we", "honor", "four", "rules"], "en")
    True
    """
    if len(old) != len(new) or old == new or not _spellings(language):
        return False
    return all(
        one == other or _is_one_word(one, other, language) for one, other in zip(old, new, strict=True)
    )


def _is_one_word(one: str, other: str, language: str) -> bool:
    return min(len(one), len(other)) >= _SHORTEST and _written(one, language) == _written(other, language)


@lru_cache(maxsize=1024)
def _written(word: str, language: str) -> str:
    """A word with all pieces written in the second way."""
    for piece, second in _spellings(language):
        word = piece.sub(second, word)
    return word


@lru_cache(maxsize=64)
def _spellings(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The pieces of a language, each with the second way to write it."""
    found = languages.find(language)
    listed = [line.partition(" ") for line in found.findings.spellings] if found and found.findings else []
    return tuple((re.compile(piece), second) for piece, _, second in listed)
