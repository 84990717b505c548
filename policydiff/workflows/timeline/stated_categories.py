"""What a document states, and in which categories, each passage read once whatever captures hold it.

The versions of a policy have most passages in common. So a document is cut where its sentences need nothing
of each other (a paragraph, a list with the line that introduces it, a row of a table: headings travel with
every clause), and what a passage states is kept by its words. A long history then costs what is new in it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff.findings import stances
from policydiff.models import Clause, Document, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT = 20_000
"""Passages for which is kept what they state: some 60 MB for a policy that was followed for years."""
_TITLE = 14
"""Words of a line without a full stop that may be the title of what follows."""
_LONGEST = 60
"""Clauses of a passage: a list may go on for ever."""


def categories(document: Document) -> tuple[str, ...]:
    """The categories in which a document states something; what it rules out is no statement of it."""
    found = {
        one.category
        for passage in passages(document.clauses)
        for one in _stances(document.language, passage)
        if one.kind == "stated"
    }
    return tuple(sorted(found))


def statements(document: Document) -> tuple[Stance, ...]:
    """What a document states, in reading order; what it says again in the same words is reported once."""
    found: dict[tuple[str, str], Stance] = {}
    start = 0
    for passage in passages(document.clauses):
        for one in _stances(document.language, passage):
            placed = replace(one, quote=replace(one.quote, clause=one.quote.clause + start))
            found.setdefault((one.category, one.quote.text), placed)
        start += len(passage)
    return tuple(found.values())


def passages(clauses: tuple[Clause, ...]) -> Iterator[tuple[Clause, ...]]:
    """The passages of a document, in reading order; every clause is in one of them."""
    passage: list[Clause] = []
    for clause in clauses:
        if passage and (_begins(passage[-1], clause) or len(passage) >= _LONGEST):
            yield tuple(passage)
            passage = []
        passage.append(_anywhere(clause))
    if passage:
        yield tuple(passage)


def _begins(before: Clause, clause: Clause) -> bool:
    """Whether a clause begins a passage: it continues no list, and the line before does not introduce it."""
    if clause.cell and before.cell:
        return clause.cell.row_label != before.cell.row_label
    return clause.kind == "heading" or (clause.kind != "item" and not _introduces(before))


def _introduces(clause: Clause) -> bool:
    """Whether a line may be the title of what follows or lead into it."""
    if clause.text.endswith(":"):
        return True
    return clause.text[-1:].isalnum() and clause.text.count(" ") < _TITLE


def _anywhere(clause: Clause) -> Clause:
    """A clause without what only its place in one version tells: the numbers of tables, rows and items."""
    cell = replace(clause.cell, table=0, row=0) if clause.cell else None
    return replace(clause, marker="", cell=cell)


@lru_cache(maxsize=_KEPT)
def _stances(language: str, passage: tuple[Clause, ...]) -> tuple[Stance, ...]:
    return stances(Document(passage, language=language))
