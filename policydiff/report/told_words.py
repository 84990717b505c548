"""What the words of a lede tell of the edits of a sentence: quotes, edits -> whether they are told.

A row of several words in a quote tells those words; of fewer it must hold a word beside them too.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.changed_part import STOPS, FewWords, shown_words
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.report.changed_part import ChangedPart, EditPlaces

_BRIEF, _IN_ROW = 3, 5
"""Words that are found in a quote only with one beside them, up to; and words in a row of more by which they
are found."""
_HELD = 0.5
"""Share of more words that a quote holds, from which it tells them."""
_NEARLY = 0.8
"""The same, from which it tells an edit that put a few words in their place."""
_PAUSES = ".;:!?"
"""Signs at the end of a sentence."""


class LedeWords(NamedTuple):
    """What a lede tells."""

    sentences: Sequence[str]
    old: Sequence[str]
    """Quotes of the old text."""
    new: Sequence[str]
    """Quotes of the new one."""


class ToldWords:
    """The words that a lede tells, of either text."""

    def __init__(self, lede: LedeWords) -> None:
        self._sentences = [_row(one) for one in lede.sentences]
        self._old, self._new = ([*self._sentences, *map(_row, side)] for side in (lede.old, lede.new))

    def show(self, part: ChangedPart, edit: EditPlaces) -> bool:
        """Whether a lede tells an edit: both of its sides, or one of two that are no few words; of a heading
        in a sentence."""
        if part.kind == "heading":
            quotes = [*self._old, *self._new]
            rows = [_row(text) for text in part.texts]
            return all(any(row in one for one in self._sentences) or row in quotes for row in rows)
        sizes = edit.new[1] - edit.new[0], edit.old[1] - edit.old[0]
        both = [self._old, self._new]
        if not all(part.texts):  # a sentence that names the document tells no line of its name
            both = [rows[len(self._sentences) :] for rows in both]
        went = _hold(both[0], part.old, edit.old, is_pair=all(sizes))
        came = _hold(both[1], part.new, edit.new, is_pair=all(sizes))
        if not all(sizes):
            return came if sizes[0] else went
        if min(sizes) > _BRIEF:
            return came or went
        return (came and went) or (part.is_plain(edit) and self._shows_longer(part, edit))

    def _shows_longer(self, part: ChangedPart, edit: EditPlaces) -> bool:
        """Whether a lede tells nearly all of the longer side of an edit."""
        is_new = edit.new[1] - edit.new[0] > edit.old[1] - edit.old[0]
        rows, said, place = (self._new, part.new, edit.new) if is_new else (self._old, part.old, edit.old)
        held = _held(rows, words(" ".join(said[slice(*place)]).casefold()))
        return sum(held) >= _NEARLY * len(held)

    def quote(self, part: ChangedPart) -> bool:
        """Whether a lede quotes what changed there, and no sentence of its own tells it."""
        return not any(
            _hold(self._sentences, side, place)
            for edit in part.edits
            for side, place in ((part.old, edit.old), (part.new, edit.new))
            if place[0] < place[1]
        )

    def left(self, part: ChangedPart, edit: EditPlaces) -> Iterator[FewWords]:
        """What a lede leaves out of a long edit that it tells."""
        for rows, said, (start, end), is_new in (
            (self._new, part.new, edit.new, True),
            (self._old, part.old, edit.old, False),
        ):
            for first, last in _uncovered(rows, said[start:end]):
                shown = shown_words(said[start + first : start + last])
                came, went = (shown, "") if is_new else ("", shown)
                yield FewWords(part.entry, "words", came, went, went, came)

    def without_quoted(self, one: FewWords) -> Iterator[FewWords]:
        """Words of a text without the clauses of them that a lede tells; of a pair one side where it tells
        the other."""
        if one.kind != "words":
            yield one
            return
        came, went = _untold(self._new, one.came.split()), _untold(self._old, one.went.split())
        if min(len(one.came.split()), len(one.went.split())) in range(1, _BRIEF + 1):
            yield one
        elif not (one.came and one.went):
            yield from (one._replace(came=each) for each in came)
            yield from (one._replace(went=each) for each in went)
        elif not came and _is_sentence(one.went, one.old):
            yield from (one._replace(came="", went=each) for each in went)
        elif not went and _is_sentence(one.came, one.new):
            yield from (one._replace(went="", came=each) for each in came)
        elif came or went:
            yield one


def _is_sentence(said: str, text: str) -> bool:
    """Whether words are a whole sentence of a text."""
    before, _, behind = text.partition(said)
    return said[:1].isupper() and before.rstrip()[-1:] in _PAUSES and behind[:1] in _PAUSES


def _untold(rows: Sequence[str], said: Sequence[str]) -> list[str]:
    """The clauses of some words that no row of words holds; all of them where they cannot be parted."""
    held = _held(rows, [" ".join(words(word.casefold())) for word in said])
    if not any(held):
        return [" ".join(said)] if said else []
    parts = [shown_words(said[start:end]) for start, end in _uncovered(rows, said)]
    is_held = sum(held) >= _HELD * len(said)
    return parts or ([] if is_held else [" ".join(said)])


def _uncovered(rows: Sequence[str], said: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where clauses stand that no row of words holds."""
    start = 0
    for is_held, run in groupby(_held(rows, [" ".join(words(word.casefold())) for word in said])):
        size = len(list(run))
        begins, ends = start == 0 or said[start - 1][-1] in STOPS, said[start + size - 1][-1] in STOPS
        if not is_held and _IN_ROW <= size < len(said) and begins and ends:
            yield start, start + size
        start += size


def _hold(rows: Sequence[str], said: Sequence[str], place: tuple[int, int], *, is_pair: bool = False) -> bool:
    """Whether some rows of words hold some words of a text, few only with those beside them; of a pair it is
    enough to find either with one."""
    start, end = place
    own = words(" ".join(said[start:end]).casefold())
    if len(own) <= _BRIEF:
        before, behind = said[max(start - 1, 0) : start], said[end : end + 1]
        beside = [[*before, *said[start:end], *behind]]
        if is_pair:
            beside = [[*before, *said[start:end]], [*said[start:end], *behind]]
        is_there = f" {' '.join(own)} " in rows
        return is_there or any(_has(rows, words(" ".join(one).casefold())) for one in beside)
    return sum(_held(rows, own)) >= _HELD * len(own)


def _held(rows: Iterable[str], said: Sequence[str]) -> list[bool]:
    """Which words stand in some rows, with others beside them."""
    held = [False] * len(said)
    size = min(_IN_ROW, len(said))
    for first in range(len(said) - size + 1):
        if _has(rows, said[first : first + size]):
            held[first : first + size] = [True] * size
    return held


def _has(rows: Iterable[str], said: Sequence[str]) -> bool:
    row = f" {' '.join(filter(None, said))} "
    return any(row in one for one in rows)


def _row(said: str) -> str:
    return f" {' '.join(words(said.casefold()))} "
