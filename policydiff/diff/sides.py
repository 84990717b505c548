"""What alignment asks of the clauses of both sides: sameness, words, weight.

In: two lists of clauses. Out: numbers. Two clauses are the same when their keys are: folded, without the
number before them. Kind, level, nesting, list marks and place do not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.text import enumerator_end, fold, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Clause


def key(text: str) -> str:
    """The form in which a clause is compared as a whole."""
    folded = fold(text)
    return folded[enumerator_end(folded) :]


class Sides:
    """Both lists of clauses as numbers. The first side is not always the old one: see `compare_documents`."""

    def __init__(self, first: Sequence[Clause], second: Sequence[Clause]) -> None:
        self.clauses = (first, second)
        self.keys = _keys(first, second)
        self._words: tuple[dict[int, str], dict[int, str]] = ({}, {})
        self._codes: dict[str, str] = {}

    def weight(self, side: int, place: int) -> int:
        """How much text a clause is: about its words."""
        return 1 + len(self.clauses[side][place].text) // 6

    def words(self, side: int, place: int) -> str:
        """The words of a clause, in small letters, one character for every word."""
        known = self._words[side]
        if place not in known:
            known[place] = self._encode(words(key(self.clauses[side][place].text).casefold()))
        return known[place]

    def _encode(self, listed: list[str]) -> str:
        codes = self._codes
        for word in listed:
            if word not in codes:
                number = len(codes) + 1
                codes[word] = chr(number if number < 0xD800 else number + 0x800)  # no surrogates
        return "".join([codes[word] for word in listed])


def _keys(first: Sequence[Clause], second: Sequence[Clause]) -> tuple[list[int], list[int]]:
    """A number for every clause; same number, same words.

    Folding is what takes time, and most clauses are on the other side to the letter: only the others are
    folded. (A clause whose twin differs in its quotation marks is then found by its words if a third one
    took its twin.)
    """
    texts = [clause.text for clause in first], [clause.text for clause in second]
    shared = set(texts[0]).intersection(texts[1])
    numbers: dict[str, int] = {}
    a, b = (
        [numbers.setdefault(text if text in shared else key(text), len(numbers)) for text in side] for side in texts
    )
    return a, b
