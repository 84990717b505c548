"""Changes of words that are none of the policy: what stands around it, or is new at every visit.

In: a comparison, and the days on which both sides were seen. Out: why nothing of the policy changed, or "".
A page that prints today's date, the number of its own revision, or a menu that was captured with the text
changes at every look. Only where all that changed is of such a kind is the change none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from policydiff.models import Change, Clause, Comparison, Document

    _Mask = Callable[[str], str]

_LABEL = 4
"""Words of a label."""
_ENDS = (".", "!", "?", ":", ";", ",")
_ADDRESS = re.compile(r"https?://\S+")
_NUMBERS = re.compile(r"\d{2,}")
_FAR = 1
"""Days between the clock of the page and that of its recorder."""

LABELS = "Only labels of links and menus changed that were captured with the text"
VISIT = "The page prints the day of the visit, and nothing else changed"
REVISION = "Only numbers in an address changed that the page prints of itself"


def passing(comparison: Comparison, days: tuple[date, date]) -> str:
    """Why what changed is nothing of the policy; "" where it may be.

    Args:
        comparison: both documents and what changed between them.
        days: on which the old and the new side were seen.
    """
    if comparison.verdict != "editorial":
        return ""
    changes = [change for change in comparison.diff.changes if change.rewords]
    if all(_labels(comparison, change) for change in changes):
        return LABELS
    if all(_same(comparison, change, _without_numbers) for change in changes):
        return REVISION
    if _prints_its_visit(comparison, days) and all(
        _same(comparison, change, _without_dates(comparison)) for change in changes
    ):
        return VISIT
    return ""


def _sides(comparison: Comparison, change: Change) -> Iterator[tuple[Document, Sequence[int]]]:
    yield comparison.old, change.old
    yield comparison.new, change.new


def _labels(comparison: Comparison, change: Change) -> bool:
    return all(
        _is_label(document.clauses[place]) and _among_labels(document.clauses, place)
        for document, places in _sides(comparison, change)
        for place in places
    )


def _is_label(clause: Clause) -> bool:
    few = len(clause.text.split()) <= _LABEL and not clause.text.endswith(_ENDS)
    return few and clause.kind != "heading" and clause.cell is None and not any(map(str.isdigit, clause.text))


def _among_labels(clauses: Sequence[Clause], place: int) -> bool:
    beside = [clauses[k] for k in (place - 1, place + 1) if 0 <= k < len(clauses)]
    return any(map(_is_label, beside))


def _same(comparison: Comparison, change: Change, masked: _Mask) -> bool:
    """Whether both sides of a change read the same once something is masked in them."""
    old, new = (
        " ".join(compared(masked(document.clauses[place].text)) for place in places)
        for document, places in _sides(comparison, change)
    )
    return old == new


def _without_numbers(text: str) -> str:
    return _ADDRESS.sub(lambda found: _NUMBERS.sub("0", found.group()), text)


def _prints_its_visit(comparison: Comparison, days: tuple[date, date]) -> bool:
    """Whether each side states the day on which it was seen, and the two days differ."""
    return days[0] != days[1] and all(
        any(abs((stated.day - day).days) <= _FAR for stated in document.dates)
        for document, day in zip((comparison.old, comparison.new), days, strict=True)
    )


def _without_dates(comparison: Comparison) -> _Mask:
    stated: Iterable[str] = {one.text for side in (comparison.old, comparison.new) for one in side.dates}
    printed = re.compile("|".join(map(re.escape, sorted(stated, key=len, reverse=True))) or "(?!)")
    return lambda text: printed.sub("", text)
