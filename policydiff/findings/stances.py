"""What one text states, matter by matter, in its own words: no second text is needed.

In: a document. Out: its statements that the trained reader takes for substance, each with its category, its
place, and whether it is stated, ruled out or paused. A sentence is read by itself, with the headings and the
line that introduce it, as if it were new. So what is told of a sentence never depends on its neighbours, and
two documents can be asked the same question.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.findings.document_statements import DocumentStatements
from policydiff.findings.features import features
from policydiff.findings.language import spoken
from policydiff.findings.model import shipped
from policydiff.findings.statement_changes import StatementChange, statement_changes
from policydiff.findings.statements import Statement, StatementPlace, reader
from policydiff.findings.telling import findings_of
from policydiff.models import Change, Document, DocumentDiff, Quote, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.findings.facts import Facts
    from policydiff.findings.model import Model
    from policydiff.findings.statements import Sentence
    from policydiff.models import Category, Direction, Language, Link, StanceKind

_KEPT, _LONG = 10_000, 2_000
"""Statements for which is kept what is told of them, and the characters of one behind which nothing is."""
_BESIDE = 3
"""Sentences at the begin of a clause that say whether it is a strip that tells of an update."""
_NO_POINT = frozenset({"any", "exercise", "frame"})
"""Concepts of rights and bases that name none of them."""


def stances(document: Document, *, model: Model | None = None) -> tuple[Stance, ...]:
    """What a document states, in reading order; nothing in a language of which no words are known.

    A sentence that speaks of two matters is told under both.

    Args:
        document: the document.
        model: the trained reader; None stands for the one that comes with the package.

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
        statement, facts = change.statement, change.statement.facts
        told = _matters_of_statement if len(statement.text) <= _LONG else _matters_of_statement.__wrapped__
        for category, direction, text in told(model, language, _by_itself(statement)):
            quote = Quote(text, statement.clause, statement.start, statement.path)
            yield Stance(
                category,
                _kind(facts, direction),
                quote,
                _points(category, statement),
                _links(document, quote),
            )


class _StatementByItself(NamedTuple):
    """All of a statement that what is told of it depends on, wherever it stands."""

    text: str
    said: str
    path: tuple[str, ...]
    lead: str
    heading: bool
    item: bool
    table: int
    beside: tuple[Sentence, ...]
    """The first sentences of its clause."""


def _by_itself(statement: Statement) -> _StatementByItself:
    place = statement.place
    return _StatementByItself(
        statement.text,
        statement.said,
        place.path,
        place.lead,
        place.heading,
        place.item,
        0 if statement.cell else -1,
        place.sentences[:_BESIDE],
    )


@lru_cache(maxsize=_KEPT)
def _matters_of_statement(
    model: Model, language: Language, one: _StatementByItself
) -> tuple[tuple[Category, Direction, str], ...]:
    """What a statement is about, which way it points and what is quoted of it.

    The versions and regions of a policy have most statements in common: each is read once.
    """
    read = reader(language)
    assert read is not None
    place = StatementPlace(
        0,
        one.path,
        one.lead,
        heading=one.heading,
        item=one.item,
        table=one.table,
        sentences=one.beside,
    )
    change = StatementChange(None, Statement(one.text, 0, 0, one.said, place, read))
    answers = model.answers(features([change], "none"))
    found = findings_of([change], answers, model.bounds, language)
    return tuple((told.category, told.direction, told.new.text) for told in found if told.new is not None)


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
    if category in ("rights", "opt-out"):
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
