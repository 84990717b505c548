"""Whether one of two recordings holds the policy twice: the version to come above the one in force.

In: a comparison. Out: a sentence. Words of the second copy are neither new nor gone, whichever of the two
the other side is laid beside; so nothing of such a pair is quoted, and no length or date is told of it. What
this gets wrong: copies with other titles, or with none, are not known for what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report.document_titles import names_document
from policydiff.text import compared, size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Clause, Comparison, Document

_TOP = 8
"""Clauses at the start of a page among which its title stands."""
_SHORTEST = 100
"""Words of the shortest text that is taken for a copy of the policy."""
_SAME = 0.6
"""Share of the words of the shorter copy that stand in the other one, in the same paragraphs, at least."""


def printed_twice(comparison: Comparison) -> str:
    """That one recording holds the policy twice and the other one once, behind a colon; "" if not."""
    old, new = (_is_doubled(side) for side in (comparison.old, comparison.new))
    if old == new:
        return ""
    twice, once = ("old", "new") if old else ("new", "old")
    return f"the {twice} recording holds its text twice, one copy below the other, the {once} one once"


def _is_doubled(document: Document) -> bool:
    clauses = document.clauses
    start = next((n for n, one in enumerate(clauses[:_TOP]) if _is_title(one)), None)
    if start is None:
        return False
    title = compared(clauses[start].text)
    again = next(
        (
            place
            for place, one in enumerate(clauses[start + 1 :], start + 1)
            if one.kind == "heading" and one.depth == clauses[start].depth and compared(one.text) == title
        ),
        None,
    )
    return again is not None and _are_copies(clauses[start:again], clauses[again:])


def _is_title(clause: Clause) -> bool:
    return clause.kind == "heading" and names_document(clause.text)


def _are_copies(one: Sequence[Clause], other: Sequence[Clause]) -> bool:
    """Whether most words of the shorter of two texts stand in the other one."""
    (words, shorter), (_, longer) = sorted(
        ((_size(part), part) for part in (one, other)), key=lambda it: it[0]
    )
    known = {compared(clause.text) for clause in longer}
    shared = _size([clause for clause in shorter if compared(clause.text) in known])
    return words >= _SHORTEST and shared >= _SAME * words


def _size(clauses: Sequence[Clause]) -> int:
    return sum(size(clause.text) for clause in clauses)
