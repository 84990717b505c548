"""What one text states on each matter, in its own words: no second text is needed.

In: a document. Out: its statements that the trained reader takes for substance, each with its category, its
place, and whether it is stated, ruled out or paused. A sentence is read by itself, with the headings and the
line that introduce it, as if it were new. So the answer on a sentence never depends on its neighbours, and
two documents can be asked the same question.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.findings.document_statements import DocumentStatements
from policydiff.findings.features import features
from policydiff.findings.lexicon import spoken
from policydiff.findings.model import shipped
from policydiff.findings.statement_changes import statement_changes
from policydiff.findings.statement_findings import findings_of
from policydiff.findings.statements import reader
from policydiff.models import CHOICES, Change, Document, DocumentDiff, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.findings.facts import Facts
    from policydiff.findings.model import Model
    from policydiff.findings.statements import Statement
    from policydiff.models import Category, Direction, Link, Quote, StanceKind

_NO_POINT = frozenset({"any", "exercise", "frame"})
"""Concepts that belong to rights and legal bases but name none."""


def stances(document: Document, *, model: Model | None = None) -> tuple[Stance, ...]:
    """The statements of a document, in reading order; empty in a language without word lists.

    A sentence on two matters is listed under both.

    Args:
        document: the document.
        model: the trained reader; None for the one that comes with the package.

    Raises:
        DamagedModel: the trained reader cannot be read.
    """
    return tuple(_stances(document, model or shipped()))


def _stances(document: Document, model: Model) -> Iterator[Stance]:
    language = spoken(document)
    read = reader(language)
    if read is None:
        return
    nothing = Document((), language=document.language)
    diff = DocumentDiff(tuple(Change("added", (), (place,)) for place in range(len(document.clauses))))
    sides = DocumentStatements(nothing, read), DocumentStatements(document, read)
    for change in statement_changes(diff, *sides):
        facts = change.statement.facts
        answers = model.answers(features([change], "none"))
        for one in findings_of([change], answers, model.bounds, language).findings:
            if one.new is not None:
                yield Stance(
                    one.category,
                    _kind(facts, one.direction),
                    one.new,
                    _points(one.category, change.statement),
                    _links(document, one.new),
                    round(100 * one.weight),
                )


def _kind(facts: Facts, direction: Direction) -> StanceKind:
    if facts.has("limit.delay"):
        return "paused"  # "We have paused our plans to train AI"
    return "denied" if direction == "narrowed" else "stated"


def _links(document: Document, quote: Quote) -> tuple[Link, ...]:
    """The links that begin within a quote, which is a stretch of one clause."""
    end = quote.start + len(quote.text)
    return tuple(link for link in document.clauses[quote.clause].links if quote.start <= link.start < end)


def _points(category: Category, statement: Statement) -> tuple[str, ...]:
    """Which rights, choices and bases a statement names, by names that are the same in all languages.

    The words for a right and a basis serve other ends too ("to know what works", "with the consent of a
    parent"): they are read where the statement is about rights, or about bases. A choice names itself.
    """
    facts = statement.facts
    named = set(facts.named("choice"))
    if category in CHOICES:
        named |= facts.named("right")
        named |= {name for name, said in _other_rights().items() if said.search(statement.text)}
    if category in ("legal-basis", "opt-out"):
        named |= facts.named("basis")
    return tuple(sorted(named - _NO_POINT))


@cache
def _other_rights() -> dict[str, re.Pattern[str]]:
    """Words of rights beside the concepts, by right, of all languages together."""
    names = dict.fromkeys(name for one in languages.every() for name in one.findings.other_rights)
    return {name: re.compile(rf"\b(?:{'|'.join(_lines(name))})\b", re.IGNORECASE) for name in names}


def _lines(name: str) -> tuple[str, ...]:
    return languages.all_lines(lambda one: one.findings.other_rights.get(name, ()))
