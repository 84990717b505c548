"""The text about one change besides its words: where it is, how it was divided, what moved."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policydiff.report.characters import clipped, visible
from policydiff.report.marked_text import clauses
from policydiff.report.numbered_changes import below, labels_of, section
from policydiff.report.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policydiff.models import Cell, Change, ChangePlaces, Clause, Comparison
    from policydiff.report.marked_text import MovedMark
    from policydiff.report.numbered_changes import NumberedChange

START = "The start of the page"


WHOLE = "The page, which has no headings"


_SMALL = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


_NOUNS = {"paragraph": "paragraph", "item": "list item", "heading": "heading"}


def place(path: Sequence[str], longest: int = 80) -> str:
    """A path on one line, each heading clipped: "Your rights › Objection"."""
    return " › ".join(clipped(visible(heading), longest) for heading in path)


def where(comparison: Comparison, path: Sequence[str]) -> str:
    """The name of a section: its path without the title of the whole policy."""
    return place(below(comparison, tuple(path))) or _top(comparison)


def _top(comparison: Comparison) -> str:
    """Where a clause stands that has no heading above it."""
    return START if any(clause.kind == "heading" for clause in comparison.new.clauses) else WHOLE


def in_table(entry: NumberedChange) -> str:
    """Where in a table an entry stands, "" if it stands in none."""
    labels = labels_of(entry.cell) if entry.cell else ()
    return f"Table: {place(labels, 60)}" if labels else ""


def cells(comparison: Comparison, entry: NumberedChange) -> tuple[str, ...]:
    """The label of the table cell that begins with each change of an entry; "" if none does."""
    lines = []
    before: Cell | None = None
    for change in entry.changes:
        cell = clauses(comparison, change)[0].cell
        if cell is None or cell == before:
            lines.append("")
        elif before and (before.table, before.row) == (cell.table, cell.row) and cell.column_heading:
            lines.append(f"{place([cell.column_heading], 60).removesuffix(':')}:")
        else:
            lines.append(f"Table: {place(labels_of(cell), 60)}" if labels_of(cell) else "")
        before = cell
    return tuple(lines)


def others(entry: NumberedChange) -> str:
    """How many clauses an entry has after its first; "" if there are none."""
    more = len(entry.changes) - 1
    return f"and {count(more, 'more clause')}" if more else ""


def divided(comparison: Comparison, change: Change) -> str:
    """How the division into clauses changed: "One paragraph became three; no words changed"."""
    olds = [comparison.old.clauses[place] for place in change.old]
    news = [comparison.new.clauses[place] for place in change.new]
    noun, other_noun = _noun(olds), _noun(news)
    first = f"{_number(olds)} {noun}{'' if len(olds) == 1 else 's'}"
    second = _number(news)
    if other_noun != noun:
        second += f" {other_noun}{'' if len(news) == 1 else 's'}"
    tail = "" if change.rewords else "; no words changed"
    return f"{first[0].upper()}{first[1:]} became {second}{tail}"


def _noun(found: Sequence[Clause]) -> str:
    kinds = {clause.kind for clause in found}
    return _NOUNS[kinds.pop()] if len(kinds) == 1 else "clause"


def _number(found: Sequence[Clause]) -> str:
    return _SMALL[len(found)] if len(found) < len(_SMALL) else f"{len(found)}"


def explained(comparison: Comparison, entry: NumberedChange) -> str:
    """The details after a label: " from ...", ": One paragraph became three; no words changed", or ""."""
    if entry.kind in ("moved", "moved-reworded"):
        return f" from {moved_from(comparison, entry)}"
    if entry.kind in ("split", "merged"):
        return f": {divided(comparison, entry.changes[0])}"
    return ""


def passages(
    entry: NumberedChange, moved: Mapping[ChangePlaces, Sequence[MovedMark]]
) -> tuple[tuple[str, int], ...]:
    """Which words of an entry only moved: a phrase, and the number of the other entry with which it goes on.

    The number is 0 if they moved inside the entry.
    """
    found: Counter[tuple[bool, int]] = Counter()
    for change in entry.changes:
        for mark in moved.get(change.places, ()):
            if mark.came or mark.twin != entry.number:
                found[mark.came, mark.twin] += mark.words
    found_moves = []
    for (came, twin), number in found.items():
        phrase = (
            "moved within it" if twin == entry.number else f"moved {'here from' if came else 'to'} change"
        )
        found_moves.append((f"{count(number, 'word')} {phrase}", twin if twin != entry.number else 0))
    return tuple(found_moves)


def passage(moved_part: tuple[str, int]) -> str:
    """The same as one phrase."""
    phrase, twin = moved_part
    return f"{phrase} {twin}" if twin else phrase


def moved_from(comparison: Comparison, entry: NumberedChange) -> str:
    """Where on the old side the clauses of an entry stood."""
    before, after = _stood(comparison, entry)
    return _spot(comparison, before, after)


def moved_to(comparison: Comparison, entry: NumberedChange) -> str:
    """The text at the old place of a moved entry."""
    before, after = _stood(comparison, entry)
    moved = count(len(entry.changes), "clause")
    return f"{moved} that stood here moved to {_spot(comparison, after, before)}"


def _stood(comparison: Comparison, entry: NumberedChange) -> tuple[Clause, Clause]:
    first = entry.changes[0]
    return comparison.old.clauses[first.old[0]], comparison.new.clauses[first.new[0]]


def _spot(comparison: Comparison, here: Clause, there: Clause) -> str:
    """Where `here` stands, as far as that tells it from `there`: a row that moves to another group of rows is
    news even where the section is the same."""
    labels = labels_of(here.cell) if here.cell else ()
    if labels and labels != (labels_of(there.cell) if there.cell else ()):
        return f"the table at “{place(labels, 60)}”"
    path, again = section(here), section(here) == section(there)
    if len(path) > 1 or (path and not again):
        named = f"“{where(comparison, path)}”"
        return f"another place in {named}" if again else named
    if again or here.kind == "heading":
        return "another place on the page"
    return START.lower()
