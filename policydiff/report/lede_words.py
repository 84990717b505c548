"""The changes of words as points of a lede, where nothing of substance was found: comparison -> points.

Lines that print the date of the page, and masks over e-mail addresses, are no such changes: the one has a
sentence of its own, of the other no reader knows what it means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.changed_words import changed_words
from policydiff.report import wording
from policydiff.report.characters import clipped, visible
from policydiff.report.lede_points import HEADING, POINTS, LedePoint, LedeQuote
from policydiff.report.marked_text import clauses
from policydiff.report.numbered_changes import below, entries
from policydiff.report.quotes import beside_edits, edited, with_opening
from policydiff.report.written_otherwise import is_masked_otherwise
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Comparison, Document
    from policydiff.report.numbered_changes import NumberedChange

_FEW = 2 * POINTS
"""Changes of words of which a lede quotes the largest; of more only the largest one."""
_LINE = 2
"""Length of a line that does no more than print a date, as a multiple of the words that say so."""
_SMALL = 10
"""Words of a clause that came or went of which it can be said that it has no weight."""
_CLAUSE = 320
"""Characters of a clause that came or went and is quoted."""


def places(comparison: Comparison) -> int:
    """In how many places words changed, apart from lines that print the date of the page and from
    masks of addresses."""
    return len(worded(comparison))


def links(comparison: Comparison) -> int:
    """In how many places a link leads elsewhere and no word changed."""
    return sum(
        bool(change.old and change.new) and any(not link.noise for link in change.links)
        for change in comparison.diff.changes
        if not change.rewords
    )


def only_reworded(comparison: Comparison) -> bool:
    """Whether no clause came or went."""
    return all(entry.kind not in ("added", "removed") for entry in worded(comparison))


def points(comparison: Comparison) -> tuple[LedePoint, ...]:
    """The changes of words, where they are so few that a lede holds them all; else the largest of them."""
    found = [entry for entry in worded(comparison) if _is_quotable(comparison, entry)]
    if len(found) > POINTS or not all(len(entry.changes) == 1 for entry in found):
        found = sorted(found, key=lambda entry: (-_size(comparison, entry), entry.number))
        found = found[:POINTS] if len(found) <= _FEW else found[:1]
    by_words = {point.quotes: point for entry in reversed(found) if (point := _word_point(comparison, entry))}
    shown = (
        one for one in reversed(by_words.values()) if all(len(quote.words) <= _CLAUSE for quote in one.quotes)
    )
    return tuple(shown)


def _is_quotable(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether an entry says something by itself: no clause that was divided otherwise, and none that the
    other side has too, in another place."""
    if entry.kind not in ("added", "removed"):
        return entry.kind not in ("split", "merged")
    other = comparison.old if entry.kind == "added" else comparison.new
    said = {compared(clause.text) for clause in other.clauses}
    return not any(
        compared(clause.text) in said for change in entry.changes for clause in clauses(comparison, change)
    )


def only_small(comparison: Comparison) -> bool:
    """Whether no whole sentence came or went."""
    return only_reworded(comparison) or all(
        max(changed_words(change, comparison.old, comparison.new)) <= _SMALL
        for entry in worded(comparison)
        if entry.kind in ("added", "removed")
        for change in entry.changes
    )


def worded(comparison: Comparison) -> list[NumberedChange]:
    """The changes of words, apart from lines that print the date of the page and from masks of addresses."""
    found = (
        entry
        for entry in entries(comparison)
        if entry.rewords and not all(comparison.doubted.hold(*change.places) for change in entry.changes)
    )
    return [
        entry for entry in found if not _is_of_date(comparison, entry) and not _is_of_mask(comparison, entry)
    ]


def date_line_changed(comparison: Comparison) -> bool:
    """Whether a line that prints a date of the page changed: then nobody can say that no date did."""
    sides = tuple({one.clause for one in side.dates} for side in (comparison.old, comparison.new))
    return any(
        not sides[0].isdisjoint(change.old) or not sides[1].isdisjoint(change.new)
        for change in comparison.diff.changes
        if change.rewords
    )


def dates_moved(comparison: Comparison) -> bool:
    """Whether a line changed that prints the date of the page, and does little else."""
    return any(entry.rewords and _is_of_date(comparison, entry) for entry in entries(comparison))


def _is_of_mask(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether all that changed is how a recorder masked an e-mail address."""
    return all(
        change.kind == "reworded"
        and is_masked_otherwise(*(
            " ".join(side.clauses[place].text for place in places)
            for side, places in ((comparison.old, change.old), (comparison.new, change.new))
        ))
        for change in entry.changes
    )  # fmt: skip


def _size(comparison: Comparison, entry: NumberedChange) -> int:
    """How many words an entry changes, at least on one of its sides."""
    return max(max(changed_words(change, comparison.old, comparison.new)) for change in entry.changes)


def _is_of_date(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether all that changed is a line that prints the date of the page, and little else."""
    return all(
        change.kind == "reworded"
        and _is_date_line(comparison.old, change.old)
        and _is_date_line(comparison.new, change.new)
        for change in entry.changes
    )


def _is_date_line(document: Document, places: Sequence[int]) -> bool:
    return any(
        len(document.clauses[place].text) < _LINE * len(one.text)
        for place in places
        for one in document.dates
        if one.clause == place
    )


def _word_point(comparison: Comparison, entry: NumberedChange) -> LedePoint:
    change = max(entry.changes, key=lambda one: max(changed_words(one, comparison.old, comparison.new)))
    where = " › ".join(clipped(visible(one), HEADING) for one in below(comparison, entry.section)[-1:])
    label = wording.LABELS[entry.kind]
    if not change.edits:
        text = clauses(comparison, change)[0].text
        where = "" if where == visible(text) else where
        return LedePoint(label, where, (LedeQuote("", clipped(visible(text), _CLAUSE)),), entry=entry.number)
    before = beside_edits(change.edits, "delete") or edited(change.edits, "delete")
    where = "" if where == edited(change.edits, "insert") else where
    whole = visible("".join(edit.new for edit in change.edits))
    now = with_opening(whole, edited(change.edits, "insert"), comparison.new.language)
    both = LedeQuote("now", now), LedeQuote("before", before)
    return LedePoint(label, where, tuple(one for one in both if one.words), entry=entry.number)
