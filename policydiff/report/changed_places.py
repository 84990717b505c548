"""The places in which a text changed, as a reader counts them who lays both texts side by side.

What came or went in one go is one place, whatever headings and rows divide it; so are the lines of an address
that gave way to another. Each other change of words is one by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report.marked_text import clauses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.models import ChangeKind, ChangePlaces, Comparison
    from policydiff.report.numbered_changes import NumberedChange

_ONE_SIDED: frozenset[ChangeKind] = frozenset(("added", "removed"))
_LINE = 6
"""Words of a line of an address, at most."""


def changed_places(
    comparison: Comparison, found: Iterable[NumberedChange]
) -> list[tuple[NumberedChange, ...]]:
    """Some changes in reading order, those of one place together.

    Args:
        comparison: what `compare` returned.
        found: changes of it in reading order.
    """
    orders = {change.places: n for n, change in enumerate(comparison.diff.changes)}
    places: list[list[NumberedChange]] = []
    for one in found:
        if places and _is_one_place(comparison, orders, places[-1][-1], one):
            places[-1].append(one)
        else:
            places.append([one])
    return [tuple(each) for each in places]


def _is_one_place(
    comparison: Comparison, orders: dict[ChangePlaces, int], one: NumberedChange, other: NumberedChange
) -> bool:
    """Whether a change stands directly behind another one, and both came or went, or are lines that were
    replaced."""
    first, last = orders[one.changes[-1].places], orders[other.changes[0].places]
    if {one.kind, other.kind} <= _ONE_SIDED:
        return all(each.kind in _ONE_SIDED for each in comparison.diff.changes[first + 1 : last])
    return last == first + 1 and all(_is_line(comparison, each) for each in (one, other))


def _is_line(comparison: Comparison, one: NumberedChange) -> bool:
    """Whether a line of a few words changed, which is no sentence, heading, item or cell."""
    said = [clause for each in one.changes for clause in clauses(comparison, each)]
    return one.kind in ("reworded", *_ONE_SIDED) and all(
        clause.kind == "paragraph" and clause.cell is None and _is_short(clause.text) for clause in said
    )


def _is_short(said: str) -> bool:
    return len(said.split()) <= _LINE and (said[-1].isalnum() or said[-1] == ",")
