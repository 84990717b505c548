"""Sentences of a clause, without a model: a full stop ends one unless the lexicon knows the word as an
abbreviation, a single letter stands before it or no capital follows.
"""

from __future__ import annotations

import re
from itertools import pairwise

ENDS = re.compile(
    r"[.!?•·▪](?:(?<=[.!?])[\"')\]»”’]*\s+(?=[\"'(\[«“‘¿¡]*[A-ZÀ-ÞŒ0-9])|(?<=[•·▪])(?<!\S.)\s+)"
)
"""One of these signs first, whatever follows: so nearly all of a text is passed over at once."""
_LOOKED_AT = 30
"""Characters before a full stop that are looked at for an abbreviation."""
_SOME = re.compile(r"\w")


def sentences(text: str, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Where each sentence of a text begins and ends; together they hold every word of it."""
    cuts = [0]
    for match in ENDS.finditer(text):
        if match[0][0] == "." and _goes_on(text[cuts[-1] : match.start()], abbreviations):
            continue
        cuts.append(match.end())
    pieces = (_piece(text, start, end) for start, end in pairwise((*cuts, len(text))))
    return [piece for piece in pieces if _SOME.search(text, *piece)]


def _goes_on(said: str, abbreviations: frozenset[str]) -> bool:
    """Whether a full stop behind the words of a sentence so far does not end it."""
    before = said[-_LOOKED_AT:].split()
    last = before[-1].casefold().lstrip("([\"'“«") if before else ""
    if not last or last in abbreviations:
        return True
    letter = len(last) == 1 or (len(last) > 2 and last[-2] == "." and last[-1].isalpha())
    return letter or (last.isdigit() and len(last) <= 2)


def _piece(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text without the blanks around it."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
