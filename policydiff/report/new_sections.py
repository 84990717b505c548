"""Sections that came or went whole, and announcements: of their words a reader is told so.

In: a comparison. Out: for a statement whether the section in which it stands is new, or gone. A heading alone
says nothing: it is renamed, and its text stays; so most of the clauses below it must have come or gone too.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policydiff.text import compared

if TYPE_CHECKING:
    from policydiff.models import Comparison, Document
    from policydiff.report.finding_cards import ShownStatement

_MOST = 0.8
"""Share of the clauses of a section that came or went with its heading."""
UNDER = "under"
"""How most statements stand to their heading."""
HEADED = "headed"
"""How they stand to the heading of a section that came or went whole: label and heading name the section."""


class NewSections:
    """The sections of a comparison that came or went whole."""

    def __init__(self, comparison: Comparison) -> None:
        kinds = {"added": set[int](), "removed": set[int]()}
        for change in comparison.diff.changes:
            if change.kind == "added":
                kinds["added"].update(change.new)
            elif change.kind == "removed":
                kinds["removed"].update(change.old)
        self._announced = {n for n, clause in enumerate(comparison.new.clauses) if clause.announcement}
        self._new = _whole(comparison.new, kinds["added"], comparison.old)
        self._gone = _whole(comparison.old, kinds["removed"], comparison.new)

    def stands(self, one: ShownStatement) -> str:
        """How a statement that came or went stands to the heading above it, or beside the policy."""
        if one.new is not None and one.new.clause in self._announced:
            return "in an announcement on the page"
        if one.old is None and one.new is not None and one.new.path in self._new:
            return HEADED
        if one.new is None and one.old is not None and one.old.path in self._gone:
            return HEADED
        return UNDER


def _whole(document: Document, places: set[int], other: Document) -> frozenset[tuple[str, ...]]:
    """The headings, with those above them, of sections of which nearly all is at these places, and that the
    other side has nowhere."""
    there = {compared(clause.text) for clause in other.clauses if clause.kind == "heading"}
    headed = {
        (*clause.path, clause.text)
        for place, clause in enumerate(document.clauses)
        if clause.kind == "heading" and place in places and compared(clause.text) not in there
    }
    of_all = Counter(clause.path for clause in document.clauses if clause.path in headed)
    of_these = Counter(
        document.clauses[place].path for place in places if document.clauses[place].path in headed
    )
    return frozenset(path for path, number in of_all.items() if of_these[path] >= _MOST * number)
