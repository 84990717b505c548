"""Two quotes of one statement that hold the same sentences: quotes -> quotes, one of them perhaps longer.

Where a sentence of the one side stands beside a changed one on the other ("Ask us. We answer." cut in two
there, reported as one here), a quote that leaves it out makes a reader take for new what stood there
all the time.
What this gets wrong: a sentence that was moved into the clause from elsewhere stays outside.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from policydiff.sentences import sentence_spans
from policydiff.text import tokens, word_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Quote

_RUN = 4
"""Words in a row that are no chance."""
_APART = 15
"""Words between the quote and what else the other side quotes, at most: farther away it is another matter."""
_LONGEST = 900
"""Words of a clause beyond which its quotes stay as they are."""


def with_the_same_sentences(
    old: Quote, new: Quote, olds: str, news: str, language: str
) -> tuple[Quote, Quote]:
    """The two quotes, each with what the other one quotes and it leaves out, as far as its clause has that.

    Args:
        old: the quote of the old side.
        new: that of the new one.
        olds: the text of the clause of the old one.
        news: that of the clause of the new one.
        language: in which both are, as a code of ISO 639-1.

    >>> from policydiff.models import Quote
    >>> short, whole = Quote("We keep your list.", 0), Quote("We keep your notes. Ask us at any time.", 0)
    >>> clause = "We keep your list. Ask us at any time."
    >>> before, now = with_the_same_sentences(short, whole, clause, whole.text, "en")
    >>> before.text
    'We keep your list. Ask us at any time.'
    """
    return _widened(old, olds, new.text, language), _widened(new, news, old.text, language)


def _widened(quote: Quote, clause: str, other: str, language: str) -> Quote:
    end = quote.start + len(quote.text)
    if clause[quote.start : end] != quote.text or len(quote.text) >= len(clause.strip()):
        return quote
    starts, words = _words(clause)
    _, said = _words(other)
    if max(len(words), len(said)) > _LONGEST:
        return quote
    inside = [place for place, start in enumerate(starts) if quote.start <= start < end]
    if not inside:
        return quote
    first, last = inside[0], inside[-1] + 1
    for run in _missing(words[first:last], said):
        for offset, beside in ((0, words[:first]), (last, words[last:])):
            matcher = SequenceMatcher(None, beside, run, autojunk=False)
            place, _, size = matcher.find_longest_match()
            place += offset
            if size >= _RUN and place + size > first - _APART and place < last + _APART:
                first, last = min(first, place), max(last, place + size)
    start = min(quote.start, starts[first])
    end = max(end, starts[last] if last < len(starts) else len(clause))
    spans = [span for span in sentence_spans(clause, language) if span[0] < end and span[1] > start]
    start, end = min(start, spans[0][0]), max(end, spans[-1][1])
    text = clause[start:end].rstrip()
    return quote if text == quote.text else replace(quote, text=text, start=start, short="")


def _missing(quoted: Sequence[str], said: Sequence[str]) -> Iterator[Sequence[str]]:
    """The runs of words of the other quote that are not in this one."""
    matcher = SequenceMatcher(None, quoted, said, autojunk=False)
    end = 0
    for _, place, size in matcher.get_matching_blocks():
        if place - end >= _RUN:
            yield said[end:place]
        end = place + size


def _words(text: str) -> tuple[list[int], list[str]]:
    found = [(start, word) for start, word in zip(*tokens(text), strict=True) if word_count(word)]
    return [start for start, _ in found], [word for _, word in found]
