"""Clauses of which no word changed and the text did: punctuation, capitals, spacing, numbering.

In: a comparison. Out: for each such clause its text with what differs marked. No word changed, so the diff
calls them unchanged; that the texts differ is told all the same, because nothing is dropped in silence.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from policydiff.models import Edit
from policydiff.report.characters import visible
from policydiff.report.figures import retouched
from policydiff.report.marked_text import TextRun, merged

if TYPE_CHECKING:
    from policydiff.models import Comparison
    from policydiff.report.marked_text import MarkedText

_PIECE = re.compile(r"\s+|\S+")
_LONGEST = 800
"""Words and blanks of a clause that are compared one by one; longer ones stand without marks."""


def punctuation_changes(comparison: Comparison) -> tuple[tuple[Edit, ...], ...]:
    """The clauses in reading order, each as runs that are on both sides or on one."""
    return tuple(
        _edits(comparison.old.clauses[old].text, comparison.new.clauses[new].text)
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


def _edits(old: str, new: str) -> tuple[Edit, ...]:
    olds, news = _PIECE.findall(old), _PIECE.findall(new)
    if max(len(olds), len(news)) > _LONGEST:
        return (Edit("delete", old, ""), Edit("insert", "", new))
    edits: list[Edit] = []
    for operation, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        gone, came = "".join(olds[a:b]), "".join(news[c:d])
        if operation == "equal":
            edits.append(Edit("equal", gone, came))
            continue
        edits += [Edit("delete", gone, "")] if gone else []
        edits += [Edit("insert", "", came)] if came else []
    return tuple(edits)
