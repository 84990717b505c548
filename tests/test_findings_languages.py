"""Changes written in four languages: none of them falls silent, and each lexicon names the same concepts."""

from __future__ import annotations

import pytest

from benchmarks.languages import LEAST_REPORTED, measure
from policydiff import languages
from policydiff.findings.phrases import split_words
from tests.findings import LANGUAGES, cases, compared


def test_no_language_falls_silent() -> None:
    """The same changes, written in each language, are not told in English alone."""
    assert set(LEAST_REPORTED) == set(LANGUAGES)
    tallies, _ = measure()
    assert [one for one, least in LEAST_REPORTED.items() if tallies[one].reported < least] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_in_another_order_are_no_news(language: str) -> None:
    """Nothing but their order changed, in whatever language."""
    silent = [case for case in cases("changes.toml") if case.language == language and not case.expect]
    moved = [case for case in silent if case.old]
    same = [case for case in moved if sorted(split_words(case.old)) == sorted(split_words(case.new))]
    assert same
    assert not [case for case in same if compared(case.old, case.new, language).findings]


def test_every_lexicon_names_the_same_concepts() -> None:
    """A concept that one language can say, all can."""
    tables = languages.by_language(lambda one: one.findings.concepts)
    concepts = {
        code: {(kind, name) for kind, table in kinds.items() for name in table}
        for code, kinds in tables.items()
    }
    assert all(named == concepts["en"] for named in concepts.values())
    assert all(phrases for kinds in tables.values() for table in kinds.values() for phrases in table.values())
