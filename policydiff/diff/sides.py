"""The clauses of both sides as alignment compares them: which are the same, their words, their weight.

In: two lists of clauses. Out: numbers. Two clauses are the same when their keys are: the words that count,
whatever their case and punctuation. Kind, level, nesting, list marks and place do not count.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from policydiff.text import GIANT, compared, compared_words
from policydiff.word_edits.sequences import Codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from policydiff.models import Clause

_DIGIT = re.compile(r"\d")
_LANDMARK = 500
"""Weight of a heading, in words."""
_STRETCH = 10_000
"""Weight, in words, of an unchanged stretch that was left out."""


class NumberedSides:
    """Both lists of clauses as numbers. The first side is not always the old one: see `compare_documents`."""

    def __init__(
        self, first: Sequence[Clause], second: Sequence[Clause], frame: Set[int] = frozenset()
    ) -> None:
        """Both sides, and which clauses of the first one stand beside many that are the same on both."""
        self.clauses = (first, second)
        self._frame = frame
        self._compared: dict[str, list[str]] = {}
        self.keys = _keys(first, second, self._compared)
        self._landmarks: set[int] | None = None  # only needed where something moved
        self._words: tuple[dict[int, str], dict[int, str]] = ({}, {})
        self._codes = Codes()

    def same(self, first: int, second: int) -> bool:
        """Whether two clauses have the same words."""
        return self.keys[0][first] == self.keys[1][second]

    def weight(self, side: int, place: int) -> int:
        """The cost of reporting a clause as moved: about its number of words, and much more for a heading.

        So it is the paragraph that moved from under one heading to under another, not the heading above it.
        """
        if self._landmarks is None:
            self._landmarks = _landmarks(self.clauses, self.keys)
        words = 1 + len(self.clauses[side][place].text) // 6
        if not side and place in self._frame:
            words += _STRETCH
        return words + _LANDMARK if self.keys[side][place] in self._landmarks else words

    def column(self, side: int, place: int) -> int:
        """The column of a clause in its table."""
        cell = self.clauses[side][place].cell
        return cell.column if cell else 0

    def heading(self, side: int, place: int) -> str:
        """The heading of the column of a clause, as it is compared."""
        cell = self.clauses[side][place].cell
        return compared(cell.column_heading) if cell else ""

    def words(self, side: int, place: int) -> str:
        """The words of a clause, one character for every word."""
        known = self._words[side]
        found = known.get(place)
        if found is None:
            found = known[place] = self._codes.encode(self._listed(side, place))
        return found

    def letters(self, side: int, places: Sequence[int]) -> str:
        """The words of some clauses without the blanks between them."""
        return "".join("".join(self._listed(side, place)) for place in places)

    def all_words(self, side: int) -> Iterator[str]:
        """The words of all clauses, clause by clause, found as they are asked for."""
        return (self.words(side, place) for place in range(len(self.keys[side])))

    def shapes(self, side: int, place: int) -> str:
        """The words, and of every number only how long it is: dates that differ look the same."""
        text = self.clauses[side][place].text
        if len(text) > GIANT or not _DIGIT.search(text):
            return self.words(side, place)
        listed = self._listed(side, place)
        return self._codes.encode([_DIGIT.sub("0", word) if _DIGIT.search(word) else word for word in listed])

    def _listed(self, side: int, place: int) -> list[str]:
        text = self.clauses[side][place].text
        known = self._compared.get(text)
        return compared_words(text) if known is None else known


def _keys(
    first: Sequence[Clause], second: Sequence[Clause], known: dict[str, list[str]]
) -> tuple[list[int], list[int]]:
    """A number for every clause; same number, same words.

    Folding takes most of the time, and most clauses are identical on the other side, so only the others are
    folded. (If a clause differs from its counterpart in quotation marks, and a third clause was paired with
    that counterpart, it is still found by its words.)

    Args:
        first: the clauses of one side.
        second: those of the other.
        known: filled with the words of the texts that are folded.
    """
    texts = [clause.text for clause in first], [clause.text for clause in second]
    shared = set(texts[0]).intersection(texts[1])
    numbers: dict[str, int] = {}
    sides: list[list[int]] = []
    for side in texts:
        keys: list[int] = []
        for text in side:
            key = text
            if text not in shared and len(text) <= GIANT:
                words = known.get(text)
                if words is None:
                    words = known[text] = compared_words(text)
                key = " ".join(words)
            keys.append(numbers.setdefault(key, len(numbers)))
        sides.append(keys)
    return sides[0], sides[1]


def _landmarks(clauses: Sequence[Sequence[Clause]], keys: Sequence[Sequence[int]]) -> set[int]:
    """The headings, those of row groups in tables included, that are once on both sides."""
    often = [Counter(side) for side in keys]
    found = set()
    for side in (0, 1):
        groups = {clause.cell.row_group for clause in clauses[side] if clause.cell and clause.cell.row_group}
        for clause, number in zip(clauses[side], keys[side], strict=True):
            if (clause.kind == "heading" or clause.text in groups) and often[0][number] == 1 == often[1][
                number
            ]:
                found.add(number)
    return found
