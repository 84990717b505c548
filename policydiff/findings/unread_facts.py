"""Facts that changed in a text of a language without rules: these are told without a reader.

A period, and the point of Article 6(1) of the GDPR on which a text rests, are read by figures and a few words
of a language. What is said of them is not: a period is told under retention, whatever lasts so long, and
neither as wider nor as narrower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff import periods
from policydiff.findings.law_points import points_cited
from policydiff.findings.lexicon import spoken
from policydiff.findings.sentence_form import without_time_ago
from policydiff.findings.statements import LONGEST
from policydiff.models import Finding, Quote
from policydiff.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from policydiff.models import Category, Clause, Document, DocumentDiff, Language

_WHY = "a fact in a language without rules: not measured"


def find(diff: DocumentDiff, old: Document, new: Document) -> Iterator[Finding]:
    """One finding for each sentence that names another period, or another point of the law, than before.

    Args:
        diff: the alignment of both documents.
        old: the earlier document.
        new: the later document, in the same language.
    """
    language = spoken(new)
    for change in diff.reworded:
        if not len(change.old) == len(change.new) == 1:
            continue
        before, after = (
            _sentences(side, places[0], language) for side, places in ((old, change.old), (new, change.new))
        )
        if len(before) == len(after):
            for was, now in zip(before, after, strict=True):
                for category in _changed(was.text, now.text, language):
                    yield Finding(category, "changed", 2, _WHY, "", category, was, now)


def _sentences(side: Document, place: int, language: Language) -> list[Quote]:
    """The sentences of a clause, as far as it is read."""
    clause: Clause = side.clauses[place]
    text = clause.text[:LONGEST]
    return [
        Quote(text[start:end], place, start, clause.path) for start, end in sentence_spans(text, language)
    ]


def _changed(old: str, new: str, language: Language) -> Iterator[Category]:
    """The categories of the facts that a sentence states otherwise than before."""
    lengths = _lengths(old, language), _lengths(new, language)
    if all(lengths) and lengths[0] != lengths[1]:
        yield "retention"
    points = points_cited(old), points_cited(new)
    if all(points) and points[0] != points[1]:
        yield "legal-basis"


def _lengths(text: str, language: Language) -> frozenset[Fraction]:
    """The lengths in days of the periods that a sentence names, apart from how long ago something was."""
    return frozenset(one.days for one in periods.periods(without_time_ago(text), language))
