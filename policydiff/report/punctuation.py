"""Clauses whose text changed but no word: punctuation, capitals, spacing, numbering.

In: a comparison. Out: for each such clause its text with what differs marked. No word changed, so the diff
calls them unchanged; the report shows the difference all the same, because nothing is dropped silently.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report.characters import visible
from policydiff.report.figures import retouched
from policydiff.report.marked_text import TextRun, merged
from policydiff.word_edits import letter_edits

if TYPE_CHECKING:
    from policydiff.models import Comparison, Edit
    from policydiff.report.marked_text import MarkedText


def punctuation_changes(comparison: Comparison) -> tuple[tuple[Edit, ...], ...]:
    """The clauses in reading order, each as runs that are on both sides or on one."""
    return tuple(
        letter_edits(comparison.old.clauses[old].text, comparison.new.clauses[new].text)
        for change in comparison.diff.changes
        if retouched(comparison, change)
        for old, new in zip(change.old, change.new, strict=True)
    )


def old_side(edits: tuple[Edit, ...]) -> MarkedText:
    """The text of the old side, with what is not on the new one marked."""
    return merged(TextRun(edit.operation, visible(edit.old)) for edit in edits)


def new_side(edits: tuple[Edit, ...]) -> MarkedText:
    """The text of the new side, with what is not on the old one marked."""
    return merged(TextRun(edit.operation, visible(edit.new)) for edit in edits)


def both(edits: tuple[Edit, ...]) -> MarkedText:
    """Both sides in one paragraph."""
    return merged(TextRun(edit.operation, visible(edit.old or edit.new)) for edit in edits)
