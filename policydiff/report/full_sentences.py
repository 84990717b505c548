"""Sentences as a lede quotes them: whole, since what a cut leaves out is what a reader asks for.

Only one that nobody reads to its end, mostly a list that a page writes as one sentence, is cut between its
clauses, with "…" where something is left out.
What this gets wrong: a list that ends with what denies all of it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.report.characters import clipped, visible
from policydiff.report.lede_point import LedeQuote
from policydiff.sentences import sentences
from policydiff.text import compared, size
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from policydiff.models import Quote

LONGEST = 140
"""Words of a sentence that is quoted whole, and that are quoted of a longer one."""
_READ = 120
"""Words of both sides that are read whole, whatever they repeat: each sentence may be of another thing."""
_LEFT_OUT = "…"
_MOST = 1_500
"""Characters of a sentence without clauses: words made to hurt, or that are not cut in sentences."""
_BLANKS = 3
"""Characters between two sentences of which the one follows the other, at most."""
_BULLET = re.compile(r"^(?:[•·▪◦●○■□*–—»-]|o(?=\s+[A-ZÀ-Þ]))\s+|\s+[o•·▪◦●○■□-]$")
"""A bullet that a page writes into its text."""
_CLAUSE = re.compile(r"(?<=[,;:])\s+|(?<=[，；：、])")
"""Where a clause begins."""


def in_full(said: str, language: str, beside: str = "") -> str:
    """Some sentences, each whole; of a long one its first clause, those that came or went, and what stands
    beside these.

    Args:
        said: the sentences.
        language: in which they are, as a code of ISO 639-1.
        beside: what the other side says in their place, if they are read beside that.

    >>> days = "and the days on which you came, " * 30
    >>> said = f"We note your name, {days}and your bank."
    >>> in_full(said, "en", f"We note your name, {days}and your street.")[:37]
    'We note your name, … and the days on '
    """
    shown = visible(said)
    if size(shown) <= LONGEST and len(shown) <= _MOST:
        return shown
    there = {compared(one) for one in _clauses(visible(beside))}
    return " ".join(_cut(one, there) for one in sentences(shown, language))


def in_order(said: Sequence[Quote], language: str) -> str:
    """Some sentences in the order of the policy, each in full, with "…" for those left out between them."""
    shown = ""
    for before, one in zip((None, *said), said, strict=False):
        is_next = (
            before is None
            or before.clause != one.clause
            or before.start + len(before.text) + _BLANKS >= one.start
        )
        shown += f"{' ' if is_next or shown.endswith('…') else ' … '}{in_full(one.text, language)}"
    return _without_marks(shown)


def now_and_before(old: str, new: str, language: str) -> tuple[LedeQuote, ...]:
    """What a place says now and what it said before, in full; of one side alone without saying which it is.

    Args:
        old: what it said before, "" if nothing.
        new: what it says now, "" if nothing.
        language: of both, as a code of ISO 639-1.
    """
    if not (old and new):
        return (LedeQuote("", _without_marks(in_full(new or old, language))),)
    old, new = _each_edit_once(old, new, language)
    return tuple(
        LedeQuote(which, _without_marks(in_full(said, language, other)))
        for which, said, other in (("now", new, old), ("before", old, new))
    )


def _each_edit_once(old: str, new: str, language: str) -> tuple[str, str]:
    """Both sides of a place without later sentences in which nothing changed but what did in an earlier one:
    an age that stands in three sentences of a paragraph is read once."""
    olds, news = list(sentences(old, language)), list(sentences(new, language))
    if len(olds) != len(news) or size(old) + size(new) <= _READ:
        return old, new
    known: set[tuple[str, str]] = set()
    kept: list[bool] = []
    for before, now in zip(olds, news, strict=True):
        changed = {
            (compared(one.old), compared(one.new))
            for one in text_edits(before, now)
            if one.operation != "equal"
        }
        kept.append(not changed or not changed <= known)
        known |= changed
    if all(kept):
        return old, new
    return _with_gaps(olds, kept), _with_gaps(news, kept)


def _with_gaps(said: Sequence[str], kept: Sequence[bool]) -> str:
    """The sentences that are kept; "…" for those left out in a row."""
    shown: list[str] = []
    for one, is_kept in zip(said, kept, strict=True):
        if is_kept:
            shown.append(one)
        elif shown[-1] != _LEFT_OUT:
            shown.append(_LEFT_OUT)
    return " ".join(shown)


def _without_marks(said: str) -> str:
    """Words without the marks of a list around them."""
    return _BULLET.sub("", said.strip())


def _cut(sentence: str, there: Collection[str]) -> str:
    """A sentence without some of its clauses where it is long, those that the other side does not have and
    what stands beside them first."""
    if size(sentence) <= LONGEST:
        return clipped(sentence, _MOST)
    clauses = _clauses(sentence)
    changed = {n for n, one in enumerate(clauses) if compared(one) not in there}
    apart = _distances(len(clauses), changed)
    kept: set[int] = set()
    words = letters = 0
    for n in sorted(range(len(clauses)), key=lambda n: (n > 0, apart[n], n)):
        words += size(clauses[n])
        letters += len(clauses[n])
        if kept and (words > LONGEST or letters > _MOST):
            break
        kept.add(n)
    shown = "".join(_with_gap(n, clause, kept) for n, clause in enumerate(clauses)).rstrip()
    return clipped(shown, _MOST)


def _distances(number: int, places: Collection[int]) -> list[int]:
    """How far each of some clauses is from the nearest of some places, from the first if there are none."""
    found = [number] * number
    for some in (range(number), range(number - 1, -1, -1)):
        last = None if places else 0
        for n in some:
            last = n if n in places else last
            if last is not None:
                found[n] = min(found[n], abs(n - last))
    return found


def _clauses(said: str) -> list[str]:
    starts = [0, *(one.end() for one in _CLAUSE.finditer(said)), len(said)]
    return [said[start:end] for start, end in pairwise(starts)]


def _with_gap(n: int, clause: str, kept: Collection[int]) -> str:
    """A clause that is quoted; "…" for the first of some in a row that are not."""
    return clause if n in kept else "… " if n - 1 in kept else ""
