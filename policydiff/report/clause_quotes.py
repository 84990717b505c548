"""Sentences cut at the ends of their clauses, so that their promise stays: words -> the clauses that are
quoted.

Who does it, what denies or limits it and on which condition stays; what introduces a list stays with its
items.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.report.sentence_clauses import BRIEF, GAP, ITEM, SaidWords

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from policydiff.report.sentence_clauses import WordRun

_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})\)")
"""The number of an item in a sentence: "(iv)", "b)"."""
WHOLE = 46
"""Words of a sentence that is quoted whole, and of the clauses that are quoted of a longer one."""
_READ = 60
"""Words of a sentence that is quoted whole where its first clauses say nothing without the others."""
_BOUND = 18
"""How many words more a denial, a limit or a condition may take."""
_MAIN = 10
"""How many more than these the clause that says who does what."""
_LEAD = 14
"""How many words more what introduces a list may take."""
_ALONE = 9
"""Words that say something alone."""
_IN_BRACKETS = 0.1
"""What an edit in brackets tells beside others."""


def shortened(text: str, language: str) -> str:
    """A long sentence cut to its first clauses, with those that deny, limit or are conditions.

    Args:
        text: the sentence.
        language: in which it is, as a code of ISO 639-1.

    >>> long = "and all that you and those who borrowed it before you noted on its last pages, " * 3
    >>> shortened(f"We keep your list, {long}unless you ask us not to.", "en")[-60:]
    'ore you noted on its last pages, … unless you ask us not to.'
    """
    said = SaidWords(text, language)
    kept = _first_clauses(said, WHOLE)
    is_empty = not _says_something(said, kept) and len(said.words) <= _READ
    return said.shown([(0, len(said.words))] if is_empty else kept)


def in_few_words(text: str, language: str, most: int) -> str:
    """The same with fewer words; "" if they do not say who does what.

    Args:
        text: the sentence.
        language: in which it is, as a code of ISO 639-1.
        most: how many words its first clauses have, without what limits them.

    >>> long = "whoever lent it to you before, and whatever you and those who read it wrote on its pages"
    >>> in_few_words(f"We keep the title and day of each book that you lend, {long}.", "en", 12)
    'We keep the title and day of each book that you lend, …'
    """
    said = SaidWords(text, language)
    if not said.words:
        return ""
    kept = _first_clauses(said, most)
    return said.shown(kept) if _says_something(said, kept) else ""


def _says_something(said: SaidWords, kept: Iterable[WordRun]) -> bool:
    """Whether one of some clauses says who does what, and is none that only leads to it."""
    return any(said.says(one) and not said.is_adverbial(one) for one in kept)


def _first_clauses(said: SaidWords, most: int) -> list[WordRun]:
    """The first clauses of a sentence, all if these are hardly more words than wanted."""
    if len(said.words) <= most + GAP:
        return [(0, len(said.words))]
    clauses = said.clauses((0, len(said.words)), most)
    kept: list[WordRun] = []
    for place, clause in enumerate(clauses):
        is_next = kept == clauses[:place]
        is_main = all(map(said.leads, kept)) and said.says(clause)
        is_list = is_next and bool(kept) and said.words[clause[0] - 1].endswith(":")
        room = most if is_next else 0
        is_half = is_next and bool(kept) and said.pairs(kept[-1])
        is_bound = said.binds(clause) and not (kept and _begins_another(said, (kept[-1][1], clause[0])))
        if is_main or is_list or is_half or is_bound:
            room = most + _BOUND + (_MAIN if is_main else 0)
        if is_main and _size([*kept, clause]) > room and not any(map(said.limits, kept)):
            kept.clear()  # what only leads to it gives way
        if _size([*kept, clause]) <= room:
            kept.append(clause)
    while len(kept) > 1 and kept[-1] != clauses[-1] and said.hangs(kept[-1]):
        kept.pop()
    return kept or clauses[:1]


def _begins_another(said: SaidWords, left_out: WordRun) -> bool:
    """Whether another part of a list begins among words that are left out: a condition behind them is of
    that."""
    between = said.words[slice(*left_out)]
    return any(word.endswith(";") or _NUMBER.fullmatch(word) for word in between)


def _size(spans: Iterable[WordRun]) -> int:
    return sum(end - start for start, end in spans)


class CutSentence:
    """The clauses of a sentence that are quoted because of what changed in them.

    Args:
        said: the words of its text.
        within: the sentence.
        weight: what the edits of a clause tell, 0 where nothing changed.
        most: how many words are quoted, if nothing must be added to them.
    """

    def __init__(
        self, said: SaidWords, within: WordRun, weight: Callable[[WordRun], float], most: int
    ) -> None:
        self._said = said
        self._most = most
        self._clauses = said.clauses(within, most)
        self._weights = [
            weight(one) * (_IN_BRACKETS if said.words[one[0]][0] == "(" else 1) for one in self._clauses
        ]
        self._kept: set[int] = set()

    def alone(self) -> list[WordRun]:
        """The clauses that a reader understands without others."""
        self._take_edits()
        for place in sorted(self._kept):
            self._add_neighbours(place, with_lead=True)
        for place in list(self._bound()):
            self._add(place, _BOUND)
        if not self._said.stands(self._clauses[min(self._kept)]):
            self._add(self._leading(min(self._kept)), _LEAD)
        if not any(self._said.says(self._clauses[place]) for place in self._kept):
            self._add(self._main(), _READ - self._most)
        self._drop_hanging()
        return self._found()

    def beside(self) -> list[WordRun]:
        """The clauses that say what was before, beside a quote of what is now: all that gave way to others,
        since one that is left out seems new there."""
        self._take_edits(_BOUND)
        for place in sorted(self._kept):
            self._add_neighbours(place, with_lead=False)
        for place in list(self._bound()):
            if not self._said.opens(self._clauses[place]):
                self._add(place, _BOUND)
        return self._found()

    def _found(self) -> list[WordRun]:
        for place in (min(self._kept) - 1, max(self._kept) + 1):
            if _size(self._clauses[one] for one in self._kept) < _ALONE:
                self._add(place, GAP)
        return [self._clauses[place] for place in sorted(self._kept)]

    def _add(self, place: int, more: int = 0) -> None:
        """Keeps one more clause, if there is one and there is room for it."""
        if 0 <= place < len(self._clauses):
            held = self._kept | {place}
            if not self._kept or _size(self._clauses[one] for one in held) <= self._most + more:
                self._kept = held

    def _take_edits(self, more: int = 0) -> None:
        """Keeps what changed, the weightiest first."""
        weights = self._weights
        for place in sorted(range(len(weights)), key=lambda place: (-weights[place], place)):
            if not self._kept or weights[place] >= 1:
                self._add(place, more)

    def _add_neighbours(self, place: int, *, with_lead: bool) -> None:
        """Keeps what stands beside an item of a list, and what introduces the list."""
        clause = self._clauses[place]
        if place - 1 not in self._kept and not self._said.stands(clause):
            self._add(place - 1)
            if with_lead and place - 1 not in self._kept:
                self._add(self._leading(place), _LEAD)
        behind = self._clauses[place + 1 : place + 2]
        if all(end - start <= ITEM for start, end in (clause, *behind)):
            self._add(place + 1)

    def _leading(self, place: int) -> int:
        """The clause before another that says who does what; else the first one."""
        for before in range(place - 1, -1, -1):
            start, end = self._clauses[before]
            if end - start >= BRIEF and self._said.stands((start, end)):
                return before
        return 0

    def _main(self) -> int:
        """The first clause behind others that they lead to."""
        behind = range(max(self._kept) + 1, len(self._clauses))
        return next((place for place in behind if self._said.says(self._clauses[place])), -1)

    def _bound(self) -> Iterator[int]:
        """The clauses beside those kept that deny, limit or are conditions of them; and what these are
        conditions of."""
        low, high = min(self._kept), max(self._kept)
        if high + 1 < len(self._clauses) and self._said.binds(self._clauses[high + 1]):
            yield high + 1
        if self._said.opens(self._clauses[high]):
            yield self._main()
        if low and (self._said.opens(self._clauses[low - 1]) or self._said.turns(self._clauses[low])):
            yield low - 1
        yield from [place for place in range(low - 1, -1, -1) if self._said.denies(self._clauses[place])][:1]

    def _drop_hanging(self) -> None:
        """Leaves out a last clause that hangs on one that is not quoted, unless it is what changed."""
        last = max(self._kept)
        is_news = self._weights[last] >= 1
        is_inside = len(self._kept) > 1 and last + 1 < len(self._clauses)
        if is_inside and not is_news and self._said.hangs(self._clauses[last]):
            self._kept.discard(last)
