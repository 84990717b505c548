"""A paragraph in which several sentences changed, as one quote of each side: both texts -> the quotes.

Three quotes of one paragraph, each cut to its own edit, tell less than the few sentences that changed, as
they read now and as they read before.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import takewhile, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.sentence_clauses import SaidWords

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.report.sentence_clauses import WordRun

_MOST = 60
"""Words that are quoted of either side, at most."""
_HOLE = 8
"""Words of a sentence between two that changed which is quoted too, at most."""
_SAME, _ANCHOR = 8, 3
"""Words in a row at either end of what was before which it shares with what is now, from which they are left
out; and those of them that stay."""


class EditedSentences(NamedTuple):
    """The sentences of a paragraph that changed, "" where one side has none."""

    old: str
    new: str
    pairs: tuple[tuple[str, str], ...]
    """Each whole, before and now."""


class _SentenceRun(NamedTuple):
    """Sentences in a row of which the ones gave way to the others."""

    old: WordRun
    new: WordRun


def edited_sentences(old: str, new: str, language: str) -> EditedSentences | None:
    """All sentences that changed, with "…" for those that stayed; None if they are too many to be quoted.

    Args:
        old: a paragraph before.
        new: the same now.
        language: of both, as a code of ISO 639-1.

    >>> edited_sentences("We lend books. Ask us. We note it.", "We lend maps. Ask us. We note all.", "en").new
    'We lend maps. Ask us. We note all.'
    """
    olds, news = SaidWords(old, language), SaidWords(new, language)
    blocks = _blocks(olds, news)
    was = olds.shown(_joined(_apart(olds, news, one) for one in blocks))
    now = news.shown(_joined(one.new for one in blocks))
    is_short = max(len(said.split()) for said in (was, now)) <= _MOST
    pairs = tuple((olds.text(one.old), news.text(one.new)) for one in blocks)
    return EditedSentences(was, now, pairs) if is_short and blocks else None


def _blocks(olds: SaidWords, news: SaidWords) -> list[_SentenceRun]:
    """The sentences that differ, but for signs and capitals."""
    both = [[tuple(filter(None, said.bare[slice(*one)])) for one in said.sentences] for said in (olds, news)]
    found = SequenceMatcher(None, both[0], both[1], autojunk=False).get_opcodes()
    return [
        _SentenceRun(_words(olds, was), _words(news, now))
        for tag, *places in found
        if tag != "equal"
        for was, now in _pairs(*places)
    ]


def _pairs(first: int, last: int, start: int, end: int) -> list[tuple[WordRun, WordRun]]:
    """Sentences of both sides, one by one where they are as many, or where one side has none."""
    olds, news = ([(one, one + 1) for one in range(*its)] for its in ((first, last), (start, end)))
    if olds and news and len(olds) != len(news):
        return [((first, last), (start, end))]
    none = (first, first), (start, start)
    return list(zip_longest(olds, news, fillvalue=none[bool(olds)]))


def _words(said: SaidWords, sentences: WordRun) -> WordRun:
    """The words of some sentences in a row."""
    held = said.sentences[slice(*sentences)]
    return (held[0][0], held[-1][1]) if held else (0, 0)


def _apart(olds: SaidWords, news: SaidWords, block: _SentenceRun) -> WordRun:
    """The sentences before, without most of what they share with those now at either end."""
    was, now = olds.bare[slice(*block.old)], news.bare[slice(*block.new)]
    first = _shared(was, now)
    last = _shared(was[first:][::-1], now[first:][::-1])
    start, end = block.old
    start += first - _ANCHOR if first >= _SAME else 0
    end -= last - _ANCHOR if last >= _SAME else 0
    return start, end


def _shared(was: Sequence[str], now: Sequence[str]) -> int:
    """How many words in a row both begin with."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(was, now, strict=False)))


def _joined(found: Iterable[WordRun]) -> list[WordRun]:
    """Parts of a text, those that few words part as one."""
    joined: list[WordRun] = []
    for start, end in found:
        if start == end:
            continue
        if joined and start - joined[-1][1] <= _HOLE:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined
