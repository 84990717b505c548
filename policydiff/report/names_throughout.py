"""Names that came into a whole text or went from it: what a lede quotes -> names, a sentence.

A product that is named in nine places before and in none now is one piece of news, and no quote of one of
these places tells it. That nothing else has the name is checked in both whole texts, in any way of writing.
What this gets wrong: a name that is also a word of the language is not told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policydiff.comparability import LEGAL_FORM
from policydiff.report import wording
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.models import Document
    from policydiff.report.absent_words import TextPair
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.other_places import QuotedChanges

_TIMES, _PLACES = 3, 2
"""How often a name stands in a text that is told, and in how many paragraphs, at least."""
_MOST = 2
"""Names that are told of either side."""
_LONGER = 2 / 3
"""Share of the places of a name in which a longer one with it stands, from which the longer one is told."""
_FORMS = re.compile(rf"(?:(?:{LEGAL_FORM}|CO|&)[\s.]*)+")
"""What is no name but the end of one: "CO KG"."""


class NameThroughout(NamedTuple):
    """A name that only one text has."""

    name: str
    times: int
    places: frozenset[int]
    """The clauses that have it."""


class NamesThroughout(NamedTuple):
    """Names that came or went throughout."""

    gone: Sequence[NameThroughout] = ()
    came: Sequence[NameThroughout] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(one.name for one in (*self.gone, *self.came))

    @property
    def sentence(self) -> str:
        """Which they are, and how often each stands in its text; "" if there are none."""
        said = []
        if self.gone:
            said.append(f"{_named(self.gone)} no longer named anywhere ({_times(self.gone)} before)")
        if self.came:
            said.append(f"{_named(self.came)} now named {_times(self.came)}, before nowhere")
        return f"{'; '.join(said)}." if said else ""


def names_throughout(quoted: QuotedChanges) -> NamesThroughout:
    """The names that came or went throughout, without those that a point tells with all its places, and
    those that stand nowhere but where a lede quotes."""
    comparison = quoted.comparison
    by_points = {
        compared(quote.words) for point in quoted.chosen.points if point.places for quote in point.quotes
    }
    sides = []
    for is_new, side, least in ((False, comparison.old, 1), (True, comparison.new, _PLACES)):
        found = _throughout(quoted.texts, side, quoted.worded, is_new=is_new)
        left = _unquoted(quoted, is_new=is_new)
        sides.append([
            one for one in found if compared(one.name) not in by_points and len(one.places & left) >= least
        ])  # fmt: skip
    return NamesThroughout(*(one[:_MOST] for one in sides))


def _named(found: Sequence[NameThroughout]) -> str:
    return f"{wording.listed(f'“{one.name}”' for one in found)} {'are' if found[1:] else 'is'}"


def _times(found: Sequence[NameThroughout]) -> str:
    """How often names stand in a text: "9 times", "9 and 4 times", "4 times each"."""
    times = list(dict.fromkeys(f"{one.times:,}" for one in found))
    return f"{wording.listed(times)} times{' each' if len(times) < len(found) else ''}"


def _throughout(
    both: TextPair, side: Document, worded: Sequence[NumberedChange], *, is_new: bool
) -> list[NameThroughout]:
    """The names of one side that stand in several of its paragraphs and nowhere on the other side, those
    that stand most often first; of two of which one holds the other one of them."""
    places = [place for entry in worded for change in entry.changes for place in change.places[is_new]]
    names = {name for place in places for name in both.absent(side.clauses[place].text, new=is_new)}
    named = sorted(name for name in names if "@" not in name and both.is_clear_by(name))
    here = both.new if is_new else both.old
    found = [_counted(side, name, here.places(name)) for name in named]
    often = [
        one for one in found if one.times >= _TIMES and len(one.places) >= _PLACES and _is_in_text(side, one)
    ]
    often.sort(key=lambda one: (-one.times, one.name))
    kept: list[NameThroughout] = []
    for one in often:
        longer = [each for each in often if one.name in each.name and each.times >= _LONGER * one.times]
        best = max(longer, key=lambda each: len(each.name))
        if not any(best.name in each.name or each.name in best.name for each in kept):
            kept.append(best)
    return [one for one in kept if not _FORMS.fullmatch(one.name)]


def _is_in_text(side: Document, one: NameThroughout) -> bool:
    """Whether a name stands in text too: in cells of a table any word may have a capital."""
    return any(side.clauses[place].cell is None for place in one.places)


def _counted(side: Document, name: str, places: Iterable[int]) -> NameThroughout:
    """How often a name stands in those clauses of a text that may hold it."""
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    times = {place: len(whole.findall(side.clauses[place].text)) for place in places}
    return NameThroughout(name, sum(times.values()), frozenset(one for one in times if times[one]))


def _unquoted(quoted: QuotedChanges, *, is_new: bool) -> frozenset[int]:
    """The clauses of one side that changed and that no point quotes."""
    others = (
        change
        for entry in quoted.worded
        if entry.number not in quoted.chosen.changes
        for change in entry.changes
    )
    return frozenset(place for change in others for place in change.places[is_new])
