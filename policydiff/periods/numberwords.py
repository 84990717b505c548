"""Numbers in words, up to a thousand: the table of a language is made once, when it is first asked for.

Keys are in lower case, with one blank where people write a blank or a hyphen ("twenty four", "quatre vingt dix").
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff import languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policydiff.languages import NumberWords

LONGEST = 7
"""Words of the longest number: "nine hundred and ninety nine", "neuf cent quatre vingt dix neuf"."""


@lru_cache(maxsize=64)
def numbers(language: str) -> Mapping[str, Fraction]:
    """The numbers of a language, by the words for them; none of a language that is not known.

    >>> numbers("de")["vierundzwanzig"], numbers("fr")["quatre vingt dix"]
    (Fraction(24, 1), Fraction(90, 1))
    """
    found = languages.find(language)
    if found is None:
        return {}
    words = found.numbers
    spelt = {said: Fraction(number) for number, said in _spelt(words)}
    return spelt | {said: Fraction(value) for value, lines in words.others.items() for said in lines}


def _spelt(words: NumberWords) -> Iterator[tuple[int, str]]:
    """Every spelling of every number below a thousand."""
    below = [line.split(" | ") for line in words.to_99]
    yield from ((number, said) for number, spellings in enumerate(below, 1) for said in spellings)
    gap = "" if words.joined else " "
    links = (gap, *(f"{gap}{link}{gap}" for link in words.links))
    for hundreds, (heads, alone) in enumerate(zip(words.hundreds, words.hundreds_alone, strict=True), 1):
        yield from ((hundreds * 100, said) for said in alone.split(" | "))
        for rest, tails in enumerate(below, 1):
            yield from (
                (hundreds * 100 + rest, f"{head}{link}{tail}")
                for head in heads.split(" | ")
                for link in links
                for tail in tails
            )
