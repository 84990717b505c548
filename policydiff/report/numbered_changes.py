"""The numbered changes that a reader goes through: DocumentDiff -> entries.

One entry is one event: a reworded clause, a section that was added whole, a run of clauses that moved
together, a link that leads elsewhere. The diff counts clauses; a reader counts events.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from policydiff.report.marked_text import clauses, paragraphs
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.models import Cell, Change, Clause, Comparison, LinkChange

MOST_LINKS = 20
"""Most links of one entry that are shown; JSON has all."""
NumberedKind = Literal["added", "removed", "reworded", "moved", "moved-reworded", "split", "merged", "link"]

_ANNOUNCEMENT = "An announcement on the page, next to the policy"
"""The section name for a strip, banner or dialog that announces a change."""


@dataclass(frozen=True, slots=True)
class NumberedChange:
    """One event: one change of the diff, or several neighbouring ones."""

    number: int
    """From 1, in reading order."""
    kind: NumberedKind
    changes: tuple[Change, ...]
    section: tuple[str, ...]
    """The headings above, without table labels; for what was removed those of the old side."""
    cell: Cell | None
    """The place in a table, where all of it stands in one row."""

    @property
    def rewords(self) -> bool:
        """Whether words changed, apart from place, division and links."""
        return any(change.rewords for change in self.changes)

    @property
    def matters(self) -> bool:
        """Whether it belongs in the list of what changed: words did, or a link that leads to a right."""
        return self.rewords or self.leads_elsewhere

    @property
    def leads_elsewhere(self) -> bool:
        """Whether a link that leads to a right changed on a clause that is on both sides."""
        return any(_leads_elsewhere(change) for change in self.changes)

    @property
    def links(self) -> tuple[LinkChange, ...]:
        """The link changes that are shown."""
        return shown_links(self.changes)


@dataclass(frozen=True, slots=True)
class ListedChange:
    """One line of the list of changes."""

    entry: NumberedChange
    twins: tuple[NumberedChange, ...]
    """Further entries of the same section with exactly the same change: a bullet that was added to twenty
    cells is listed once."""


@dataclass(frozen=True, slots=True)
class ChangedSection:
    """Neighbouring entries under one heading."""

    path: tuple[str, ...]
    lines: tuple[ListedChange, ...]


def sections(comparison: Comparison, found: Iterable[NumberedChange]) -> tuple[ChangedSection, ...]:
    """The entries by section, in reading order, identical ones listed once."""
    grouped = (list(group) for _, group in groupby(found, lambda entry: same(comparison, entry.section)))
    return tuple(ChangedSection(group[0].section, _lines(comparison, group)) for group in grouped)


def below(comparison: Comparison, path: tuple[str, ...]) -> tuple[str, ...]:
    """The headings above, without the title of the whole policy where that heads them."""
    titles = (comparison.new.title, comparison.old.title)
    return path[1:] if len(path) > 1 and path[0] in titles else path


def same(comparison: Comparison, path: tuple[str, ...]) -> tuple[str, ...]:
    """A key by which two sections are the same to a reader.

    Of a removed clause the headings are those of the old side, which may be numbered otherwise, or stand
    below another title.
    """
    return tuple(compared(heading) for heading in below(comparison, path))


def _lines(comparison: Comparison, group: Iterable[NumberedChange]) -> tuple[ListedChange, ...]:
    alike: dict[object, list[NumberedChange]] = {}
    for entry in group:
        shown = tuple(paragraphs(comparison, change) for change in entry.changes)
        moved = entry.number if entry.kind in ("moved", "moved-reworded", "link") else 0
        alike.setdefault((entry.kind, shown, moved), []).append(entry)
    return tuple(ListedChange(first, tuple(others)) for first, *others in alike.values())


def section(clause: Clause) -> tuple[str, ...]:
    """The headings above a clause, without the labels of a table's row and column."""
    if clause.announcement:
        return (_ANNOUNCEMENT,)
    if clause.cell is None:
        return clause.path
    labels = labels_of(clause.cell)
    return clause.path[: -len(labels)] if labels and clause.path[-len(labels) :] == labels else clause.path


def labels_of(cell: Cell) -> tuple[str, ...]:
    """The labels that locate a clause in a table, outermost first."""
    return tuple(label for label in (cell.row_group, cell.row_label, cell.column_heading) if label)


def entries(comparison: Comparison) -> tuple[NumberedChange, ...]:
    """Every change that a reader should see, in reading order and numbered.

    Unchanged clauses are left out unless a link in them changed that matters.
    """
    groups: list[list[Change]] = []
    neighbour = False  # whether the change before this one was shown as well
    for change in comparison.diff.changes:
        if not _shown(change):
            neighbour = False
        elif neighbour and _continues(comparison, groups[-1], change):
            groups[-1].append(change)
        else:
            groups.append([change])
            neighbour = True
    return tuple(_entry(comparison, number, group) for number, group in enumerate(groups, 1))


def shown_links(changes: Iterable[Change]) -> tuple[LinkChange, ...]:
    """The link changes to show for some changes: those that matter, and, if words changed, all others that
    are no noise."""
    return tuple(
        link
        for change in changes
        for link in change.links
        if link.matters or (change.rewords and not link.noise)
    )


def _leads_elsewhere(change: Change) -> bool:
    return bool(change.old and change.new) and any(link.matters for link in change.links)


def _shown(change: Change) -> bool:
    return change.kind != "unchanged" or _leads_elsewhere(change)


def _continues(comparison: Comparison, group: list[Change], change: Change) -> bool:
    last = group[-1]
    if change.kind != last.kind or _leads_elsewhere(last) or _leads_elsewhere(change):
        return False
    if change.kind == "moved":
        return change.old[0] == last.old[-1] + 1
    if change.kind not in ("added", "removed"):
        return False
    first, clause = clauses(comparison, group[0])[0], clauses(comparison, change)[0]
    if first.kind == "heading":
        return _within(clause.path, (*first.path, first.text))
    return (
        _within(section(clause), section(first)) and clause.kind != "heading" and _row(clause) == _row(first)
    )


def _within(path: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    return path[: len(outer)] == outer


def _row(clause: Clause) -> tuple[int, int] | None:
    return (clause.cell.table, clause.cell.row) if clause.cell else None


def _entry(comparison: Comparison, number: int, group: list[Change]) -> NumberedChange:
    first = clauses(comparison, group[0])[0]
    last = clauses(comparison, group[-1])[-1]
    cell = first.cell if _row(first) == _row(last) else None
    kind = group[0].kind
    path = section(first) or _itself(comparison, group[0], first)
    return NumberedChange(number, "link" if kind == "unchanged" else kind, tuple(group), path, cell)


def _itself(comparison: Comparison, change: Change, first: Clause) -> tuple[str, ...]:
    """A heading with none above it is its own section, unless the page begins with it."""
    begins = 0 in (change.new or change.old)
    return (first.text,) if first.kind == "heading" and not begins else ()
