"""Sentences of a clause, without a model: a full stop ends one unless the lexicon knows the word as an
abbreviation, a single letter stands before it or no capital follows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDS = re.compile(
    r"[.!?•·▪](?:(?<=[.!?])[\"')\]»”’]*\s+(?=[\"'(\[«“‘¿¡]*[A-ZÀ-ÞŒ0-9])|(?<=[•·▪])(?<!\S.)\s+)"
)
"""One of these signs first, whatever follows: so nearly all of a text is passed over at once."""
_LAST = re.compile(r"(\S+?)[\"')\]»”’]*\s*$")
_SOME = re.compile(r"\w")


def sentences(text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends; together they hold every word of it."""
    start = 0
    for match in ENDS.finditer(text):
        if match[0][0] == "." and _goes_on(text, start, match, abbreviations):
            continue
        yield from _piece(text, start, match.end())
        start = match.end()
    yield from _piece(text, start, len(text))


def _goes_on(text: str, start: int, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    before = text[max(start, match.start() - 30) : match.start()]
    last = before.split()[-1].casefold().lstrip("([\"'“«") if before.split() else ""
    if not last or last in abbreviations:
        return True
    letter = len(last) == 1 or (len(last) > 2 and last[-2] == "." and last[-1].isalpha())
    return letter or (last.isdigit() and len(last) <= 2)


def _piece(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if _SOME.search(text, start, end):
        yield start, end
