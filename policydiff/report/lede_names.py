"""Names and addresses that gave way to others in several places, as points of a lede: each is known once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.report.characters import clipped, visible
from policydiff.report.lede_point import HEADING, LedePoint, LedeQuote, SeveralPlaces
from policydiff.report.numbered_changes import below
from policydiff.report.replaced_words import replaced_words, replacement_keys
from policydiff.report.text_headings import headings_over

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Comparison, Edit
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.replaced_words import ReplacedWords

_MANY = 3
"""Places from which another name is told for itself."""
_HEADINGS = 3
"""Headings that are named of words which changed in several places."""


class NamePoints:
    """Makes points of names and addresses that gave way to others in several places, each once."""

    def __init__(self, comparison: Comparison, numbered: Sequence[NumberedChange]) -> None:
        self._comparison = comparison
        self._entries = numbered
        self._known = replaced_words(comparison, self._entries)

    def point(self, edits: Sequence[Edit]) -> LedePoint | None:
        """The point of a change that did nothing else; None if it did."""
        found = [self._known.get(key) for key in replacement_keys(edits, self._comparison.new.language)]
        known = [one for one in found if one is not None]
        if not known or len(known) < len(found):
            return None
        return self._point(max(known, key=lambda one: len(one.new)))

    def often(self) -> tuple[LedePoint, ...]:
        """The points of those in many places, whatever else changed there; the most frequent first."""
        many = [one for one in dict.fromkeys(self._known.values()) if len(one.entries) >= _MANY]
        often = sorted(many, key=lambda one: -len(one.entries))
        return tuple(replace(self._point(one), entry=(*one.alone, *one.entries)[0]) for one in often)

    def _point(self, one: ReplacedWords) -> LedePoint:
        label = "Changed throughout" if one.is_throughout else "Changed"
        both = LedeQuote("now", one.new), LedeQuote("before", one.old)
        numbers = frozenset(one.entries)
        changed = [each for each in self._entries if each.number in numbers]
        several = SeveralPlaces(headings_of(self._comparison, changed), one.is_throughout)
        return LedePoint(label, "", both, several=several, places=one.alone)


def headings_of(comparison: Comparison, changed: Sequence[NumberedChange]) -> str:
    """The headings above some changes, of many the first: "“Sharing” and “Rights”"."""
    sides = comparison.old, comparison.new
    none = {side.title for side in sides}
    none |= {side.clauses[one.clause].text for side in sides for one in side.dates}
    heads = [one for each in changed for one in _over(comparison, each)[-1:] if one not in none]
    named = dict.fromkeys(f"“{clipped(visible(one), HEADING).rstrip(':')}”" for one in heads)
    *first, last = list(named)[:_HEADINGS] or [""]
    return " and ".join(filter(None, (", ".join(first), last)))


def _over(comparison: Comparison, one: NumberedChange) -> list[str]:
    """The headings over a change, none where nobody can tell."""
    change = one.changes[0]
    document, places = (comparison.new, change.new) if change.new else (comparison.old, change.old)
    return headings_over(document, places[0], below(comparison, one.section))
