"""The tables of an archive for other programs: rows by their types, and the schema that follows from them.

A table is a frozen dataclass whose fields are the columns, in order; docs/tables.md tells what each holds.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, ClassVar, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a database table."""

    name: str
    type: str
    """"text", "integer"."""
    refers: str
    """The table whose key it holds (a foreign key), "" for none."""


@dataclass(frozen=True)
class ExportRow:
    """A row of any table."""

    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    refers: ClassVar[dict[str, str]] = {}
    """The table that a column refers to, by the column's name."""

    @classmethod
    def columns(cls) -> tuple[Column, ...]:
        """The columns, in order."""
        kinds = {"str": "text", "int": "integer"}
        return tuple(
            Column(one.name, kinds[str(one.type)], cls.refers.get(one.name, "")) for one in fields(cls)
        )

    def values(self) -> tuple[str | int | None, ...]:
        """The value of each column; None for a column that refers to no row."""
        found = ((one.name, getattr(self, one.name)) for one in fields(self))
        return tuple(None if name in self.refers and value == "" else value for name, value in found)


@dataclass(frozen=True)
class SeriesRow(ExportRow):
    """One document of one platform, in one variant, over time."""

    table, key = "series", ("name",)
    name: str
    platform: str
    document: str
    variant: str


@dataclass(frozen=True)
class CaptureRow(ExportRow):
    """One check: a line of the archive, also if nothing was new or the check failed."""

    table, key, refers = "capture", ("id",), {"series": "series", "document": "document"}
    id: str
    """"series#number"."""
    series: str
    number: int
    at: str
    since: str
    what: str
    document: str
    how: str
    ref: str
    url: str
    status: int
    sha256: str
    size: int
    kind: str
    problem: str
    quality: str
    reasons: str
    technical: int


@dataclass(frozen=True)
class DocumentRow(ExportRow):
    """One archived text: a snapshot as policydiff reads it."""

    table, key, refers = "document", ("reference",), {"series": "series"}
    reference: str
    series: str
    at: str
    title: str
    language: str
    words: int
    quality: str
    reasons: str
    effective: str
    updated: str
    sha256: str
    normaliser: str


@dataclass(frozen=True)
class ClauseRow(ExportRow):
    """One wording: a paragraph, a heading, a list item or a piece of a table cell, whoever says it."""

    table, key = "clause", ("id",)
    id: str
    text: str
    words: int


@dataclass(frozen=True)
class ClauseVersionRow(ExportRow):
    """One wording in its place in one document."""

    table, key = "clause_version", ("document", "position")
    refers = {"document": "document", "clause": "clause"}  # noqa: RUF012 - of the class
    document: str
    position: int
    clause: str
    kind: str
    path: str
    depth: int
    marker: str


@dataclass(frozen=True)
class ChangeRow(ExportRow):
    """One change of a document, as `log` tells it."""

    table, key = "change", ("id",)
    refers = {"series": "series", "old": "document", "new": "document"}  # noqa: RUF012 - of the class
    id: str
    series: str
    variant: str
    old: str
    new: str
    after: str
    first_seen: str
    verdict: str
    reasons: str
    words_added: int
    words_removed: int
    notice_days: str
    confirmed: int
    technical: int


@dataclass(frozen=True)
class FindingRow(ExportRow):
    """One change of substance, with the words that show it."""

    table, key, refers = "finding", ("id",), {"change": "change", "series": "series"}
    id: str
    change: str
    series: str
    category: str
    direction: str
    importance: int
    sentence: str
    old_quote: str
    new_quote: str
    old_link: str
    new_link: str
    rule: str


TABLES: Final[tuple[type[ExportRow], ...]] = (
    SeriesRow, DocumentRow, CaptureRow, ClauseRow, ClauseVersionRow, ChangeRow, FindingRow,
)  # fmt: skip
"""All tables; a table comes before those that refer to it."""


def distinct(rows: Iterable[ExportRow]) -> Iterator[ExportRow]:
    """The rows without repetitions: a wording that many documents have is one row."""
    seen = set[tuple[str, ...]]()
    for row in rows:
        key = (row.table, *(str(getattr(row, name)) for name in row.key))
        if key not in seen:
            seen.add(key)
            yield row


def storable(value: str | int | None) -> str | int | None:
    """A value that can be stored in UTF-8: half a surrogate pair from a damaged page is written as an
    escape."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
