"""The words of a text with the sentences and clauses that they make up: text -> words, places of clauses.

A clause ends at a comma, a semicolon, a colon, a dash or before a long bracket; one that is longer than a
quote may be also before a word that joins, limits or is a condition.
What this gets wrong: a clause that says who acts, and that no comma parts from a list, is one with its first
item.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.report.characters import visible
from policydiff.report.quotes import any_of, direction
from policydiff.sentences import sentence_spans

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Iterator

WordRun = tuple[int, int]
"""Words of a text, from one place to another, the last one excluded."""

ITEM = 7
"""Words of a clause that may be an item of a list."""
BRIEF = 4
"""Words of one that may only link."""
GAP = 3
"""Words that are not worth an ellipsis."""
_PIECE = 8
"""Words of a piece of a clause that has no comma, at least."""
_BRACKET = 3
"""Words in brackets that belong to the words before them, at most."""
_START = 4
"""Words at the beginning of a clause by which it limits the one before it."""
_MARKS = ".,;:!?()[]“”\"'«»’‘…*"
_PAUSES = (",", ";", ":")
_DASHES = ("-", "–", "—")
_QUOTES = '”"’»)'


class SaidWords:
    """The words of one text."""

    def __init__(self, text: str, language: str) -> None:
        self.words = visible(text).split()
        self.language = language
        self.bare = [bare(word) for word in self.words]
        """Each without signs and capitals."""

    @cached_property
    def sentences(self) -> list[WordRun]:
        """Where each sentence begins and ends."""
        text = " ".join(self.words)
        starts = [text.count(" ", 0, start) for start, _ in sentence_spans(text, self.language)]
        return list(pairwise(sorted({0, *starts, len(self.words)})))

    def around(self, span: WordRun) -> WordRun:
        """From the beginning of the first sentence that has some words to the end of the last one."""
        held = [one for one in self.sentences if touches(span, one)] or self.sentences[-1:]
        return (held[0][0], held[-1][1]) if held else (0, 0)

    def clauses(self, within: WordRun, most: int) -> list[WordRun]:
        """The clauses of a part of it, none of many more words than wanted. A bracket is in one clause.

        Args:
            within: the part.
            most: how many words are wanted, at most.
        """
        bounds = {*within} | {start for start, _ in self.sentences if within[0] < start < within[1]}
        closed = within[0]
        for place in range(*within):
            word = self.words[place]
            if place >= closed and word[0] == "(":
                closed = self._closing(place, within[1])
                if closed - place > _BRACKET:
                    bounds.add(place)
            if place >= closed and word in _DASHES:
                bounds.add(place)
            said = word.rstrip(_QUOTES)
            if place + 1 >= closed and said.endswith(_PAUSES) and "." not in said:
                bounds.add(place + 1)
        parts = pairwise(sorted(bounds))
        return [piece for part in parts for piece in (self._pieces(part) if _size(part) > most else (part,))]

    def _closing(self, place: int, end: int) -> int:
        """Where a bracket is closed that is opened at a place; the place behind it if it is not."""
        opened = 0
        for one in range(place, end):
            opened += self.words[one].count("(") - self.words[one].count(")")
            if opened <= 0:
                return one + 1
        return place + 1

    def _pieces(self, span: WordRun) -> Iterator[WordRun]:
        start, end = span
        for place in range(start + _PIECE, end - _PIECE + 1):
            if place - start >= _PIECE and self.bare[place] in _cuts(self.language):
                yield start, place
                start = place
        yield start, end

    def text(self, span: WordRun) -> str:
        """Some words in a row."""
        return " ".join(self.words[slice(*span)])

    def shown(self, spans: Iterable[WordRun]) -> str:
        """Some parts in their order, with an ellipsis for what is left out of their sentences."""
        starts, ends = zip(*self.sentences, strict=True) if self.sentences else ((), ())
        shown: list[str] = []
        for span in _closed(spans, starts):
            if shown or span[0] not in starts:
                shown.append("…")
            shown += self.words[slice(*span)]
            end = span[1]
        return " ".join([*shown, "…"] if shown and end not in ends else shown)

    # --- what a clause does in its sentence

    def stands(self, span: WordRun) -> bool:
        """Whether a clause may be understood alone: it is no item and does not go on with another."""
        return _size(span) > ITEM and self.bare[span[0]] not in _joints(self.language)

    def says(self, span: WordRun) -> bool:
        """Whether a clause may be what its sentence says: it is of some words, and no other hangs on it."""
        is_lesser = self.words[span[0]][0] == "(" or self.words[span[1] - 1].endswith(":")
        is_joined = self.bare[span[0]] in _joints(self.language) or self.opens(span)
        return _size(span) >= BRIEF and not is_lesser and not is_joined

    def opens(self, span: WordRun) -> bool:
        """Whether a clause is one that another hangs on: "If you ask us,"."""
        joined = self.bare[span[0]] in direction(self.language).join
        return _opening(self.language).match(self.text((span[0] + joined, span[1]))) is not None

    def leads(self, span: WordRun) -> bool:
        """Whether behind a clause what its sentence says is still to come."""
        is_brief = _size(span) <= ITEM or self.words[span[0]][0] == "("
        return is_brief or self.words[span[1] - 1].endswith(":") or self.is_adverbial(span)

    def is_adverbial(self, span: WordRun) -> bool:
        """Whether a clause says when or whereby something is done, and not what: "in addition to what we
        do,"."""
        return self.bare[span[0]] in direction(self.language).link or self.opens(span)

    def hangs(self, span: WordRun) -> bool:
        """Whether a clause says nothing without the one behind it: "in such cases,"."""
        is_link = _size(span) <= BRIEF and self.bare[span[0]] in direction(self.language).link
        return is_link or self.opens(span)

    def binds(self, span: WordRun) -> bool:
        """Whether a clause begins with a denial, a limit or a condition of the one before it."""
        start = " ".join(_half(self.language).sub("", self.text(span)).split()[:_START])
        return _binding(self.language).search(start) is not None

    def limits(self, span: WordRun) -> bool:
        """Whether a clause is a condition, or begins with a limit or a denial."""
        return self.opens(span) or self.binds(span)

    def pairs(self, span: WordRun) -> bool:
        """Whether a clause is one half of two: "either to shops,"."""
        halves = direction(self.language).paired
        return any(word in halves for word in self.bare[slice(*span)])

    def turns(self, span: WordRun) -> bool:
        """Whether a clause limits the one before it with its first word: "except for"."""
        return _turn(self.language).match(self.text(span)) is not None

    def denies(self, span: WordRun) -> bool:
        """Whether a clause denies something."""
        return _denial(self.language).search(_half(self.language).sub("", self.text(span))) is not None


def bare(word: str) -> str:
    """A word without signs and capitals.

    >>> bare("“Letters,”")
    'letters'
    """
    return word.strip(_MARKS).casefold()


def touches(span: WordRun, other: WordRun) -> bool:
    """Whether some words are among others; of none, whether their place is before one of these."""
    return span[0] < other[1] and other[0] < max(span[1], span[0] + 1)


def _size(span: WordRun) -> int:
    return span[1] - span[0]


def _closed(spans: Iterable[WordRun], starts: Collection[int]) -> list[WordRun]:
    """Parts in their order, without gaps between them, and before the first, that are not worth an
    ellipsis."""
    found: list[WordRun] = []
    for start, end in sorted(spans):
        if found and start - found[-1][1] <= GAP:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            near = [one for one in starts if not found and start - GAP <= one <= start]
            found.append((max(near, default=start), end))
    return found


# --- words of the language


@lru_cache(maxsize=64)
def _cuts(language: str) -> frozenset[str]:
    """Words before which a long clause is cut."""
    said = direction(language)
    lines = (*said.join, *said.condition, *said.opening, *said.exclusion, *said.turn)
    return frozenset(line for line in lines if " " not in line)


@lru_cache(maxsize=64)
def _joints(language: str) -> frozenset[str]:
    """Words with which a clause goes on with another."""
    said = direction(language)
    lines = (*said.relative, *said.aim, *said.open)
    return frozenset(line for line in lines if " " not in line) | _cuts(language) | said.link


@lru_cache(maxsize=64)
def _opening(language: str) -> re.Pattern[str]:
    said = direction(language)
    return any_of((*said.opening, *said.condition, *said.aim))


@lru_cache(maxsize=64)
def _binding(language: str) -> re.Pattern[str]:
    said = direction(language)
    return any_of((*said.denial, *said.only, *said.condition, *said.exclusion))


@lru_cache(maxsize=64)
def _turn(language: str) -> re.Pattern[str]:
    said = direction(language)
    return any_of((*said.turn, *said.exclusion))


@lru_cache(maxsize=64)
def _denial(language: str) -> re.Pattern[str]:
    return any_of(direction(language).denial)


@lru_cache(maxsize=64)
def _half(language: str) -> re.Pattern[str]:
    """Denials that deny nothing."""
    return any_of(direction(language).half_denial)
