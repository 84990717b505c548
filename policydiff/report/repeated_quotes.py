"""Points of a lede that quote what another one quotes: points -> points that tell each change once.

A sentence that came in two places, the end of one paragraph that two quotes hold, old words that are set
against two new ones: a reader who meets the same words twice looks for what differs.
What this gets wrong: the same sentence of two services is told of the first alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.report.edited_paragraphs import SAYS, quoted_by
from policydiff.sentences import sentences
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.report.lede_point import LedePoint, LedeQuote

_CUT = "…"
"""Where words are left out of a quote."""
_IN_ROW = 5
"""Words in a row by which the same are found."""
_NEARLY, _MOST = 0.75, 0.5
"""Share of the changed words of one point that another has, from which both tell the same; and of the old
words of one that another sets against other new ones."""
_LEAST = 3
"""Rows of words that tell, at least."""
_NOW, _BEFORE = "now", "before"

_InRow = tuple[str, ...]
_SidedRow = tuple[bool, _InRow]


def tell_the_same(one: LedePoint, other: LedePoint) -> bool:
    """Whether two points tell the same: nearly all that changed in one did in the other, on the same side."""
    here, there = _changed_rows(one), _changed_rows(other)
    least = min(len(here), len(there))
    return least >= _LEAST and len(here & there) >= _NEARLY * least


def each_once(points: Sequence[LedePoint], language: str) -> tuple[LedePoint, ...]:
    """Points without the sentences that one before them quotes, and without old words that another sets
    against more like ones.

    Args:
        points: those of a lede, in their order.
        language: that of the policy.
    """
    kept: list[LedePoint] = []
    for one in _whole_first(tuple(_without_shared_before(points))):
        known = {row for each in kept for row in _rows(each)}
        quotes = [left for quote in one.quotes if (left := _left(quote, one, known, language)).words]
        if quotes:
            kept.append(replace(one, quotes=tuple(quotes)))
    return tuple(kept)


def _whole_first(points: Sequence[LedePoint]) -> Sequence[LedePoint]:
    """Points, in the place of one of which another quotes all words that one."""
    for place, one in enumerate(points):
        rows = _rows(one)
        for other in points[place + 1 :]:
            if other.label == one.label and not one.places and len(rows) >= _LEAST and rows < _rows(other):
                rest = [each for each in points if each is not one and each is not other]
                return _whole_first((*rest[:place], other, *rest[place:]))
    return points


def _without_shared_before(points: Sequence[LedePoint]) -> Iterator[LedePoint]:
    """Points, of two with the same old words only the one with the likelier new ones beside them."""
    for one in points:
        rivals = (each for each in points if each is not one and _share_before(one, each))
        if any(_likeness(each) > _likeness(one) for each in rivals):
            now = next(quote for quote in one.quotes if quote.which == _NOW)
            yield replace(one, label=SAYS["added"], quotes=(now._replace(which=""),), more="", came=True)
        else:
            yield one


def _share_before(one: LedePoint, other: LedePoint) -> bool:
    """Whether two points set the same old words against new ones."""
    if not all({quote.which for quote in each.quotes} == {_NOW, _BEFORE} for each in (one, other)):
        return False
    here, there = (frozenset(_rows_of(_side(each, _BEFORE))) for each in (one, other))
    least = min(len(here), len(there))
    return least >= _LEAST and len(here & there) >= _MOST * least


def _likeness(one: LedePoint) -> float:
    """Share of the words of its shorter side that the other has."""
    now, before = (frozenset(words(_side(one, which).casefold())) for which in (_NOW, _BEFORE))
    return len(now & before) / max(min(len(now), len(before)), 1)


def _side(one: LedePoint, which: str) -> str:
    return next((quote.words for quote in one.quotes if quote.which == which), "")


def _left(quote: LedeQuote, one: LedePoint, known: set[_SidedRow], language: str) -> LedeQuote:
    """A quote of one side without the sentences that are known; of both sides all of it."""
    if quote.which or quote.address or one.places or not known:
        return quote
    is_new = bool(quoted_by(one)[0])
    said = list(sentences(quote.words, language))
    is_known = [_is_known(each, is_new=is_new, known=known) for each in said]
    if not any(is_known):
        return quote
    shown = [_CUT if cut else each for each, cut in zip(said, is_known, strict=True)]
    while shown and shown[0] == _CUT:
        shown.pop(0)
    while shown and shown[-1] == _CUT:
        shown.pop()
    return quote._replace(words=" ".join(shown))


def _is_known(sentence: str, *, is_new: bool, known: set[_SidedRow]) -> bool:
    rows = list(_rows_of(sentence))
    return len(rows) >= _LEAST and all((is_new, row) in known for row in rows)


def _rows(one: LedePoint) -> set[_SidedRow]:
    """All words of the quotes of a point, in rows, with the side that they are of."""
    sides = quoted_by(one)
    return {(is_new, row) for is_new, said in zip((True, False), sides, strict=True)
            for each in said for row in _rows_of(each)}  # fmt: skip


def _changed_rows(one: LedePoint) -> set[_SidedRow]:
    """The same of the words that only one side has."""
    rows = _rows(one)
    return {(is_new, row) for is_new, row in rows if (not is_new, row) not in rows}


def _rows_of(said: str) -> Iterator[_InRow]:
    for piece in said.split(_CUT):
        each = words(piece.casefold())
        yield from zip(*(each[start:] for start in range(_IN_ROW)), strict=False)
