"""What each process does for a chronicle: reads bodies of a series, compares two of them.

Every piece of work names a series as it stands and snapshots of it, so that it can be handed to another
process. What was opened and read last is kept: pieces come in the order of time, and neighbours share sides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import opening, pipeline
from policydiff.archive import Archive
from policydiff.chronicle.plain import plain
from policydiff.diff.links import leading_to_rights
from policydiff.errors import InputTooLarge, UnreadablePdf, UnsupportedInput
from policydiff.findings import stated
from policydiff.histories import Sketch, Weighed
from policydiff.history import passing, sketch
from policydiff.models import Clause, Quality, Reason
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from policydiff.files import SavedPage
    from policydiff.models import Comparison, Document, Snapshot


class Where(NamedTuple):
    """A series as it stands: what a process has to know to read from it."""

    archive: str
    series: str
    selectors: tuple[str, ...]
    seal: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What is kept of a body once it was read: its sketch, and its links that may lead to a right."""

    sketch: Sketch
    rights: tuple[Clause, ...]


@lru_cache(maxsize=1)
def _opened(where: Where) -> tuple[Archive, Mapping[str, Snapshot]]:
    archive = Archive(where.archive)
    return archive, archive.kept(where.series)


def _page(where: Where, snapshot: str) -> SavedPage:
    archive, kept = _opened(where)
    return opening.page(archive, kept[snapshot], where.selectors)


@lru_cache(maxsize=4)
def document(where: Where, snapshot: str) -> Document:
    """The document that a snapshot holds."""
    return pipeline.document(_page(where, snapshot))


def outlines(where: Where, snapshots: list[str]) -> list[Outline]:
    """What is kept of each body."""
    return [_outline(where, snapshot) for snapshot in snapshots]


def _outline(where: Where, snapshot: str) -> Outline:
    """What is kept of a body; one that nobody here can read says nothing of the policy."""
    try:
        read = document(where, snapshot)
    except (UnreadablePdf, UnsupportedInput, InputTooLarge) as error:
        quality = Quality("bad", (Reason("not-read", error.problem),))
        return Outline(Sketch((), 0, "", "", quality), ())
    return Outline(sketch(read), leading_to_rights(read))


def texts(where: Where, snapshots: list[str]) -> list[str]:
    """The text to search of each body."""
    return [_text(where, snapshot) for snapshot in snapshots]


def _text(where: Where, snapshot: str) -> str:
    """The text to search: of Markdown as it was recorded, of anything else as it was read."""
    page = _page(where, snapshot)
    parts = []
    for one in (page, *page.more):
        if one.content_type.partition(";")[0].strip() == "text/markdown":
            parts.append(one.data.decode("utf-8", "replace"))
        else:
            parts.append(pipeline.document(replace(one, more=())).text)
    return plain("\n".join(parts))


def statements(where: Where, snapshots: list[str]) -> list[tuple[str, ...]]:
    """The categories in which each document states something; what it rules out is no statement of it."""
    return [tuple(sorted(stated(document(where, snapshot)))) for snapshot in snapshots]


def weighings(where: Where, pairs: list[tuple[str, str]]) -> list[Weighed]:
    """What comparing each pair of snapshots shows."""
    kept = _opened(where)[1]
    return [
        _weighing(document(where, old), document(where, new), (kept[old].at.date(), kept[new].at.date()))
        for old, new in pairs
    ]


def _weighing(old: Document, new: Document, days: tuple[date, date]) -> Weighed:
    compared = pipeline.compare(old, new)
    added, removed = _counted(compared)
    none = passing(compared, days)
    if none:
        return Weighed("cosmetic", (Reason("passing", none),), (), added, removed)
    return Weighed(compared.verdict, compared.reasons, compared.findings, added, removed)


def _counted(compared: Comparison) -> tuple[int, int]:
    """Words that came and words that went."""
    added = removed = 0
    for change in compared.diff.changes:
        if change.kind == "added":
            added += sum(len(words(compared.new.clauses[place].text)) for place in change.new)
        elif change.kind == "removed":
            removed += sum(len(words(compared.old.clauses[place].text)) for place in change.old)
        else:
            added += sum(len(words(edit.new)) for edit in change.edits if edit.operation == "insert")
            removed += sum(len(words(edit.old)) for edit in change.edits if edit.operation == "delete")
    return added, removed
