"""Are two texts spelled as in two regions: "organisation" and "centre", "organization" and "center"?

In: the words of two texts that two regions spell in two ways. Out: those of which each text has one way, if
they show that the texts are for two regions. A language lists such words (`regional_spellings` in its file).
Each of their ways has a number, the first way an even one, the second the odd one behind it. A word that a
text has in both ways shows nothing: a page may hold two documents, and institutions are named as they spell
themselves.

What this gets wrong: regions that spell alike, Spain and Mexico, or Britain and Australia, are not told
apart.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Collection

    from policydiff.models import Document, Language

_SEVERAL = 4
"""Fewest different words that are spelled anew for another region: fewer may be mended."""
_CONTRARY = 0.1
"""Words that changed the other way round, as a share of these."""


def spelled_ways(document: Document) -> dict[int, str]:
    """The ways in which a document spells words, each with its most frequent form in small letters; frequent
    ones first. Of each word there is one way at most."""
    listed = _listed(document.language)
    if listed is None:
        return {}
    said = (word for clause in document.clauses for word in words(clause.text))
    counted = Counter(word.lower() for word in said if not word.isupper())  # "MASSNAHMEN" has no "ß" anywhere
    found: dict[int, str] = {}
    for word, _ in counted.most_common():
        match = listed.match(word)
        if match and match.lastindex:
            found.setdefault(match.lastindex - 1, word)
    return {way: word for way, word in found.items() if way ^ 1 not in found}


def respelled(old: Collection[int], new: Collection[int]) -> tuple[int, ...]:
    """The ways of an old text that a new one has as another region spells them; () if they are not for two
    regions.

    Args:
        old: the ways of the old text.
        new: those of the new one, of the same language.
    """
    changed = [way for way in old if way ^ 1 in new]
    for region in (0, 1):
        alike = tuple(way for way in changed if way % 2 == region)
        if len(alike) >= _SEVERAL and len(changed) - len(alike) <= _CONTRARY * len(alike):
            return alike
    return ()


def spelling_name(way: int, language: Language) -> str:
    """What the spelling is called in which words are spelled in a way: "British"."""
    found = languages.find(language)
    if found is None:
        return ""
    return found.writing.second_spelling if way % 2 else found.writing.first_spelling


@lru_cache(maxsize=64)
def _listed(language: Language) -> re.Pattern[str] | None:
    """The listed words of a language: a group for each way."""
    found = languages.find(language)
    listed = found.writing.regional_spellings if found else ()
    ways = [f"({way})" for line in listed for way in line.split(" ")]
    return re.compile("|".join(ways)) if ways else None
