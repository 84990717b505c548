"""Which changes of words the quotes of a lede leave untold: comparison, quotes -> those changes.

A sentence that changed is told where the quotes of its side hold half of the words that the other side does
not have there; words of grammar tell nothing. A section that came or went is told with what is quoted of it.
What this gets wrong: words that were put into another order are told by any quote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.report.changed_places import changed_places
from policydiff.report.edited_paragraphs import quoted_by
from policydiff.report.lede_point import HEADED
from policydiff.report.marked_text import clause_texts
from policydiff.sentences import sentences
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from policydiff.models import Comparison
    from policydiff.report.lede_point import LedePoint
    from policydiff.report.lede_points import ChosenPoints
    from policydiff.report.numbered_changes import NumberedChange

FEW = 5
"""Places that changed up to which a reader asks for each."""
_SHOWN = 0.5
"""Share of the words of a sentence that came or went from which a quote that holds them tells it."""


def are_few(worded: Sequence[NumberedChange]) -> bool:
    """Whether so few changes changed words that a reader asks for each."""
    return 0 < len(worded) <= FEW


def untold_changes(
    comparison: Comparison, worded: Iterable[NumberedChange], chosen: ChosenPoints
) -> list[NumberedChange]:
    """The changes of places of which no quote tells all.

    Args:
        comparison: what `compare` returned.
        worded: changes of words of it.
        chosen: what is quoted.
    """
    both = [quoted_by(one)[::-1] for one in chosen.points]
    quoted = [_words(said for one in both for said in one[side]) for side in (0, 1)]
    whole = [_start(one) for one in chosen.points if one.size or one.stands == HEADED]
    return [
        one
        for place in changed_places(comparison, worded)
        if chosen.changes.isdisjoint(each.number for each in place)
        or not (_hold(comparison, place, whole) or all(_is_shown(comparison, each, quoted) for each in place))
        for one in place
    ]


def _start(point: LedePoint) -> str:
    """The first words that a point quotes."""
    return _row(point.quotes[0].words.strip("… ").split("…")[0])


def _hold(comparison: Comparison, place: Iterable[NumberedChange], starts: Collection[str]) -> bool:
    """Whether the words of a place hold others."""
    changes = (each for one in place for each in one.changes)
    rows = (_row(text) for each in changes for text in clause_texts(comparison, each))
    return any(start and start in row for row in rows for start in starts)


def _row(said: str) -> str:
    return " ".join(words(said.casefold()))


def _is_shown(comparison: Comparison, entry: NumberedChange, quoted: Sequence[Collection[str]]) -> bool:
    """Whether the words that are quoted of both sides tell each sentence of a change."""
    language = comparison.new.language
    small = languages.of_language(language, lambda one: one.direction.function)
    texts = [clause_texts(comparison, one) for one in entry.changes]
    sides = [" ".join(one[side] for one in texts) for side in (0, 1)]
    held = [_words([one]) for one in sides]
    return all(
        _tell(quoted[side], (changed - small) or changed)  # "may" that became "will" is news
        for side, said in enumerate(sides)
        for sentence in sentences(said, language)
        for changed in (_words([sentence]) - held[not side],)
    )


def _tell(quoted: Collection[str], changed: Collection[str]) -> bool:
    return sum(one in quoted for one in changed) >= _SHOWN * len(changed)


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for one in texts for word in words(one.casefold()))
