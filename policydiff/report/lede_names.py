"""Names and addresses that gave way to others in several places, as points of a lede: each is known once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report.characters import clipped, visible
from policydiff.report.lede_point import HEADING, LedePoint, LedeQuote
from policydiff.report.numbered_changes import below, entries
from policydiff.report.replaced_words import replaced_words, replacement_keys
from policydiff.report.text_headings import names_nothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Comparison, Edit

_HEADINGS = 2
"""Headings that are named of words which changed in several places."""


class NamePoints:
    """Makes points of names and addresses that gave way to others in several places, each once."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._entries = entries(comparison)
        self._known = replaced_words(comparison, self._entries)

    def point(self, edits: Sequence[Edit]) -> LedePoint | None:
        """The point of a change that did nothing else; None if it did."""
        found = [self._known.get(key) for key in replacement_keys(edits, self._comparison.new.language)]
        known = [one for one in found if one is not None]
        if not known or len(known) < len(found):
            return None
        first = max(known, key=lambda one: len(one.new))
        label = "Changed throughout" if first.is_throughout else "Changed"
        both = LedeQuote("now", first.new), LedeQuote("before", first.old)
        stands = f"in {len(first.entries):,} places{self._headings(first.entries)}"
        return LedePoint(label, "", both, stands=stands, places=first.entries)

    def _headings(self, places: Sequence[int]) -> str:
        """The headings above some changes, of many the first."""
        changed = [one for one in self._entries if one.number in places]
        titles = (self._comparison.old.title, self._comparison.new.title)
        paths = (self._telling(below(self._comparison, one.section))[-1:] for one in changed)
        heads = [one for path in paths for one in path if one not in titles]
        named = [clipped(visible(one), HEADING).rstrip(":") for one in heads]
        shown = list(dict.fromkeys(named))[:_HEADINGS]
        if not shown:
            return ""
        which = "among them " if len(shown) < len(places) else ""
        return f", {which}under {' and '.join(f'“{one}”' for one in shown)}"

    def _telling(self, path: Sequence[str]) -> list[str]:
        """Headings without those that tell a reader nothing."""
        return [one for one in path if not names_nothing(one, self._comparison.new.language)]
