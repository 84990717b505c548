"""How many words came and went with a change: one count for reports and for histories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.text import words

if TYPE_CHECKING:
    from policydiff.models import Change, Document


def changed_words(change: Change, old: Document, new: Document) -> tuple[int, int]:
    """The number of words that a change added, and of those that it removed.

    Args:
        change: a change of the diff of both documents.
        old: the earlier document.
        new: the later document.
    """
    if change.kind == "added":
        return sum(len(words(new.clauses[place].text)) for place in change.new), 0
    if change.kind == "removed":
        return 0, sum(len(words(old.clauses[place].text)) for place in change.old)
    return (
        sum(len(words(edit.new)) for edit in change.edits if edit.operation == "insert"),
        sum(len(words(edit.old)) for edit in change.edits if edit.operation == "delete"),
    )
