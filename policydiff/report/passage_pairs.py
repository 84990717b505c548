"""Now and before: the words of both sides of one place -> two quotes, and what goes on behind them.

No sentence gave way to one that the other side says as it is, wherever that is.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from policydiff.report.characters import visible
from policydiff.report.counterparts import address_kinds
from policydiff.report.full_sentences import now_and_before
from policydiff.report.lede_point import LedeQuote
from policydiff.report.passage_counterparts import OTHER_WORDS, words_of
from policydiff.report.standing_alone import links
from policydiff.sentences import sentence_spans, sentences
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Comparison
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.lede_passages import Passage

_JOINED = 6
"""Words of a sentence that joined the one before it, at least."""
_STRANGE = 0.25
"""Share of the longer words of the shorter of two texts that the other has too, from which the one may have
taken the place of the other."""
_TAIL = re.compile(r"(?<=\w{2})[.!?)»”\"]*\s+(?=[A-ZÀ-Þ(«“])")
"""Where a last sentence may begin."""
_NUMBER_END = re.compile(r"(?<=\d[.!?])\s+(?=[A-ZÀ-Þ])")
"""Where a sentence begins behind one that ends with a number."""
_TELLING, _SEVERAL = 5, 3
"""Letters of a word that tells a sentence from others, and how many such words another one has that says the
same, at least."""
_SISTER, _SISTERS = 4, 3
"""Words at the beginning of a line that name of whom the rest is said, at most; and such lines, at least."""
_STEM = 4
"""Letters of a word that two quotes have in common, at least."""
_RELATED = 0.2
"""Share of such words of the shorter of two quotes that the other has, from which a reader sees why they
stand side by side."""


class PassagePairs:
    """Makes the two quotes of places that both sides of a comparison have."""

    def __init__(self, comparison: Comparison, counterparts: Counterparts) -> None:
        self._counterparts = counterparts
        self._language = comparison.new.language
        self._sides = comparison.old, comparison.new

    def without_sister(self, passage: Passage, *, is_new: bool) -> Passage:
        """A passage of both sides; of one alone where the sides say the same of two of several that are
        listed: the one did not take the place of the other.

        Args:
            passage: the passage.
            is_new: whether the side that is kept is the new one.
        """
        old, new = (compared(words_of(side)).split() for side in (passage.old, passage.new))
        alike = sum(
            1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old[::-1], new[::-1], strict=False))
        )
        if alike < _JOINED or not 0 < max(len(old), len(new)) - alike <= _SISTER or old == new:
            return passage
        rest = f" {' '.join(new[-alike:])}"
        many = [sum(compared(one.text).endswith(rest) for one in side.clauses) for side in self._sides]
        if max(many) < _SISTERS:
            return passage
        return passage._replace(old=()) if is_new else passage._replace(new=())

    def unlike(self, old: str, new: str) -> tuple[str, str]:
        """Both sides of a place without the sentences that the other side says as they are, wherever that
        is: no other sentence gave way to them. Unless none is left."""
        said = [
            " ".join(one for one in self._parts(text) if not self._is_said(compared(one), new=is_new))
            for text, is_new in ((old, True), (new, False))
        ]
        return (said[0], said[1]) if any(said) else (old, new)

    def both(self, old: str, new: str) -> tuple[LedeQuote, ...]:
        """Now and before, each in whole sentences.

        Args:
            old: the words of the place before.
            new: its words now.

        Returns:
            One quote alone where the other side says the words of the other one too.
        """
        old, new = self._without_said(old, new, is_new=False), self._without_said(new, old, is_new=True)
        if not (old and new):
            return (LedeQuote("now", new) if new else LedeQuote("before", old),)
        return now_and_before(old, new, self._language)

    def behind(self, passage: Passage) -> str:
        """The sentence behind changed ones that limits them or says more of them, where it stands on both
        sides, or that says now what they say no more: without it a right looks narrowed that is not."""
        for is_new, side in enumerate(self._sides):
            last = (passage.old, passage.new)[is_new][-1]
            rest = side.clauses[last.clause].text[last.start + len(last.text) :]
            said = visible(next(iter(sentences(rest, side.language)), ""))
            if is_new and len(said.split()) <= OTHER_WORDS and _says_what_went(said, passage):
                return f"goes on: “{said}”"
            is_there = bool(said) and self._counterparts.says(said, new=not is_new)
            if is_there and links(said, side.language) and len(said.split()) <= OTHER_WORDS:
                return f"goes on as before: “{said}”"
        return ""

    def _without_said(self, said: str, other: str, *, is_new: bool) -> str:
        """Words of one side without a last sentence that joined the one before it and that the other side
        says too, behind the words that it is compared with."""
        spans = list(sentence_spans(said, self._language))
        starts = [start for start, _ in spans[1:]] + [one.end() for one in _TAIL.finditer(said)]
        for start in sorted(set(starts)):
            tail = compared(said[start:])
            if (
                len(tail.split()) >= _JOINED
                and tail not in compared(other)
                and self._is_said(tail, new=not is_new)
            ):
                return said[:start].rstrip()
        return said

    def _parts(self, text: str) -> Iterator[str]:
        """The sentences of a text, also behind one that ends with a number."""
        for one in sentences(text, self._language):
            yield from _NUMBER_END.split(one)

    def _is_said(self, said: str, *, new: bool) -> bool:
        """Whether a side has a sentence that reads so, as texts are compared. Only the clauses that hold its
        words are cut into sentences."""
        holding = (place for place, text in enumerate(self._compared[new]) if said in text)
        clauses = self._sides[new].clauses
        return any(compared(one) == said for place in holding for one in self._parts(clauses[place].text))

    @cached_property
    def _compared(self) -> tuple[Sequence[str], Sequence[str]]:
        """The clauses of either side, as texts are compared."""
        old, new = ([compared(clause.text) for clause in side.clauses] for side in self._sides)
        return old, new


def without_stranger(passage: Passage) -> Passage:
    """A passage of both sides; of only one where the other is a mere introduction."""
    old, new = without_introduction(words_of(passage.old), words_of(passage.new))
    return passage._replace(old=passage.old if old else (), new=passage.new if new else ())


def without_introduction(old: str, new: str) -> tuple[str, str]:
    """Two texts of one place, "" for the only one that introduces a list, where the other has next to none of
    its words: then the one did not take the place of the other.

    >>> without_introduction("We keep these lists:", "Read our notice on cookies.")
    ('', 'Read our notice on cookies.')
    """
    introduces = [said.rstrip().endswith(":") for said in (old, new)]
    one, other = _telling(old), _telling(new)
    common = one & other
    is_like = len(common) >= max(_SEVERAL, _STRANGE * min(len(one), len(other)))
    if introduces[0] == introduces[1] or is_like:
        return old, new
    return (old, "") if introduces[1] else ("", new)


def are_related(both: Sequence[LedeQuote]) -> bool:
    """Whether a reader sees why two quotes stand side by side: they have telling words in common, or one of
    them has none or is an address."""
    if any(address_kinds(one.words) for one in both):
        return True
    one, other = (_telling(quote.words) for quote in both)
    return len(one & other) >= _RELATED * min(len(one), len(other))


def _telling(said: str) -> frozenset[str]:
    """The longer words by which a text is told from others, by their first letters."""
    return frozenset(word[:_TELLING] for word in compared(said).split() if len(word) >= _STEM)


def _says_what_went(said: str, passage: Passage) -> bool:
    """Whether a sentence has several of the telling words that changed sentences lost."""
    lost, kept, its = (
        frozenset(word for word in compared(one).split() if len(word) >= _TELLING)
        for one in (words_of(passage.old), words_of(passage.new), said)
    )
    return len((lost - kept) & its) >= _SEVERAL
