"""The same words put into several places, or taken out of them, as one point of a lede: one more state in
each of six lists of states is one piece of news.

What this gets wrong: words that mean one thing in one list and another in the next.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from itertools import dropwhile
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report import wording
from policydiff.report.lede_names import headings_of
from policydiff.report.lede_point import UNDER, LedePoint, LedeQuote, SeveralPlaces
from policydiff.report.word_changes import binding_words, small_words
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policydiff.models import Comparison
    from policydiff.report.numbered_changes import NumberedChange

_AROUND = " ,;()/&"
"""What joins words to the list that they are of."""
_MOST = 8
"""Words that are told for themselves, at most: longer ones are whole sentences."""
_FEW = 4
"""Words before which "and" is left out, at most."""
_HOLE = " … "
"""Between words that came apart from each other."""
_OUT, _IN = False, True


class _CommonWords(NamedTuple):
    """Words that came or went, by which the same ones are found elsewhere."""

    is_new: bool
    words: tuple[str, ...]


class RepeatedWords:
    """Finds what several changes put in, or took out, and did nothing else.

    Args:
        comparison: what `compare` returned.
        numbered: its changes.
    """

    def __init__(self, comparison: Comparison, numbered: Sequence[NumberedChange]) -> None:
        self._comparison = comparison
        self._numbered = {one.number: one for one in numbered}
        language = comparison.new.language
        self._small = small_words(language) - binding_words(language)

    def once(self, found: Sequence[NumberedChange]) -> list[NumberedChange]:
        """Some changes in their order, of those that did the same only the one that weighs most."""
        best: dict[_CommonWords | int, NumberedChange] = {}
        for entry in found:
            edit = self._edits.get(entry.number)
            known = best.get(edit or entry.number)
            if known is None or self._weight(entry) > self._weight(known):
                best[edit or entry.number] = entry
        kept = {entry.number for entry in best.values()}
        return [entry for entry in found if entry.number in kept]

    def point(self, one: LedePoint, entry: int) -> LedePoint:
        """A point, if other changes did the same as its own with what they did and where; else itself.

        Args:
            one: the point.
            entry: the number of the change that it quotes.
        """
        edit = self._edits.get(entry)
        said = {quote.which: quote for quote in one.quotes}
        if edit is None or one.places or not {"now", "before"} <= said.keys():
            return one
        its = self._groups[edit]
        written = self._written_in(its, entry)
        if not written or _HOLE in written:  # two edits of one sentence, of which neither says what happened
            return one
        if " " not in written and written.islower():  # a word in two sentences may mean two things
            return one
        clause = said["now" if edit.is_new else "before"]
        label = wording.LABELS["added" if edit.is_new else "removed"]
        quotes: tuple[LedeQuote, ...] = (LedeQuote("", written),)
        if quotes[0].words in clause.words:
            quotes += (clause._replace(which="in"),)
        several = SeveralPlaces(headings_of(self._comparison, [self._numbered[number] for number in its]))
        same = replace(one, label=label, where="", quotes=quotes, stands=UNDER, several=several)
        return replace(same, places=its, more="", came=edit.is_new)

    @cached_property
    def _groups(self) -> Mapping[_CommonWords, tuple[int, ...]]:
        """The changes that did the same, two or more."""
        found: dict[_CommonWords, list[int]] = defaultdict(list)
        for entry in self._numbered.values():
            if edit := self._edit(entry):
                found[edit].append(entry.number)
        return {edit: tuple(its) for edit, its in found.items() if len(its) > 1}

    @cached_property
    def _edits(self) -> Mapping[int, _CommonWords]:
        return {number: edit for edit, its in self._groups.items() for number in its}

    def _edit(self, entry: NumberedChange) -> _CommonWords | None:
        """What a change put in or took out, None if it did both, or nothing that tells."""
        found = [(is_new, word) for is_new, said in _pieces(entry) for word in self._telling(said)]
        sides = [{word for is_new, word in found if is_new is side} for side in (_OUT, _IN)]
        found = [(is_new, word) for is_new, word in found if word not in sides[not is_new]]
        both = {is_new for is_new, _ in found}
        if len(both) != 1 or len(found) > _MOST:
            return None
        return _CommonWords(both.pop(), tuple(word for _, word in found))

    def _telling(self, said: str) -> list[str]:
        """The words of a piece that tell: no "and", and no letters of an abbreviation ("e.g.")."""
        return [word for word in words(said.casefold()) if word not in self._small and word[1:]]

    def _written_in(self, its: Sequence[int], entry: int) -> str:
        """The words that tell as one of some changes writes them, if all others do too; "" if none does."""
        forms = {number: self._written(number) for number in (entry, *its)}
        there = [compared(one) for one in forms.values()]
        return next((one for one in forms.values() if all(compared(one) in each for each in there)), "")

    def _written(self, entry: int) -> str:
        """The words that tell, as the text writes them; of a few without what joins them to a list: "and"."""
        said = [piece.split() for _, piece in _pieces(self._numbered[entry]) if self._telling(piece)]
        bare = [
            list(dropwhile(lambda one: not self._telling(one), one)) if len(one) <= _FEW else one
            for one in said
        ]
        return _HOLE.join(" ".join(one).strip(_AROUND) for one in bare)

    def _weight(self, entry: NumberedChange) -> tuple[bool, int]:
        """Whether a change did nothing else at all, and what the reader thinks of its statement."""
        is_alone = all(self._telling(said) for _, said in _pieces(entry))
        places = {place for each in entry.changes for place in each.new}
        quotes = ((one.new, one.worth) for one in self._comparison.unreported)
        worth = max((worth for quote, worth in quotes if quote and quote.clause in places), default=0)
        return is_alone, worth


def _pieces(entry: NumberedChange) -> Iterator[tuple[bool, str]]:
    """The words that a change took out and put in."""
    for edit in (edit for change in entry.changes for edit in change.edits if edit.operation != "equal"):
        yield from ((is_new, said) for is_new, said in ((_OUT, edit.old), (_IN, edit.new)) if said.strip())
