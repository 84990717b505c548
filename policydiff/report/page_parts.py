"""A page of very many changes in parts, folded but for the first: a browser lays out what is open, no more.

In: the blocks of the policy in reading order, or the sections of the list of changes. Out: the same in parts
of about a hundred changes, each with the numbers of its first and last one. A page of the usual size is one
part, and is shown without a fold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from policydiff.report.numbered_changes import NumberedChange
from policydiff.report.reading_order import OpenClause
from policydiff.report.table_rows import CellChange, ChangedTable, TableRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.report.numbered_changes import ChangedSection
    from policydiff.report.table_rows import LaidOut

Content = TypeVar("Content")

_MANY = 500
"""Changes of a page that a browser takes long to lay out at once."""
_PART = 100
"""Changes of a part."""


@dataclass(frozen=True, slots=True)
class PagePart(Generic[Content]):
    """Neighbours on the page."""

    content: tuple[Content, ...]
    first: int
    """Number of the first change, 0 where there is none."""
    last: int
    """Of the last one."""


def text_parts(blocks: Sequence[LaidOut], changes: int) -> tuple[PagePart[LaidOut], ...]:
    """The policy in parts. A heading that stays open stands with what it heads.

    Args:
        blocks: the policy in reading order.
        changes: how many changes the page has.
    """
    parts: list[PagePart[LaidOut]] = []
    run: list[LaidOut] = []
    numbers: list[int] = []
    for block in blocks:
        if changes > _MANY and len(numbers) >= _PART:
            kept = _headings_at_the_end(run)
            parts.append(_part(run[: len(run) - kept], numbers))
            run, numbers = run[len(run) - kept :], []
        run.append(block)
        numbers += _numbers(block)
    return (*parts, _part(run, numbers))


def list_parts(found: Sequence[ChangedSection], changes: int) -> tuple[PagePart[ChangedSection], ...]:
    """The list of changes in parts; a section of very many changes stands in several.

    Args:
        found: the sections with their lines.
        changes: how many changes the page has.
    """
    parts: list[PagePart[ChangedSection]] = []
    run: list[ChangedSection] = []
    numbers: list[int] = []
    for one in found if changes <= _MANY else _divided(found):
        if changes > _MANY and numbers and len(numbers) + len(one.lines) > _PART:
            parts.append(_part(run, numbers))
            run, numbers = [], []
        run.append(one)
        numbers += [line.entry.number for line in one.lines]
    return (*parts, _part(run, numbers)) if run else ()


def _divided(found: Iterable[ChangedSection]) -> Iterator[ChangedSection]:
    for one in found:
        for begin in range(0, len(one.lines), _PART):
            yield replace(one, lines=one.lines[begin : begin + _PART])


def _part(content: Sequence[Content], numbers: Sequence[int]) -> PagePart[Content]:
    return PagePart(tuple(content), min(numbers, default=0), max(numbers, default=0))


def _headings_at_the_end(run: Sequence[LaidOut]) -> int:
    """How many blocks at the end head what follows; never all of them."""
    kept = 0
    while (
        kept < len(run) - 1
        and isinstance(last := run[-1 - kept], OpenClause)
        and last.clause.kind == "heading"
    ):
        kept += 1
    return kept


def _numbers(block: LaidOut) -> list[int]:
    """Numbers of the changes that begin in a block."""
    if isinstance(block, NumberedChange):
        return [block.number]
    if not isinstance(block, ChangedTable):
        return []
    rows = [row for row in block.rows if isinstance(row, TableRow)]
    entries = [row.entry for row in rows if row.entry]
    entries += [
        content.entry
        for row in rows
        for column in row.columns
        for content in column.blocks
        if isinstance(content, CellChange)
    ]
    return sorted({entry.number for entry in entries})
