"""The same change told in four languages gives the same findings, and silence is silence in all of them."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from tests.findings import LANGUAGES, Case, cases, compared, told


@pytest.mark.parametrize("case", cases("changes.toml"), ids=str)
def test_a_change_is_told_alike_in_every_language(case: Case) -> None:
    """Category and direction of all findings are those of the case, no more and no fewer."""
    assert told(compared(case.old, case.new, case.language)) == case.expect


def test_every_lexicon_names_the_same_concepts() -> None:
    """A concept that one language can say, all can."""
    folder = resources.files("policydiff.findings") / "lexicon"
    tables = {
        code: tomllib.loads((folder / f"{code}.toml").read_text(encoding="utf-8")) for code in LANGUAGES
    }
    concepts = {
        code: {(kind, name) for kind, table in kinds.items() if kind != "words" for name in table}
        for code, kinds in tables.items()
    }
    assert all(named == concepts["en"] for named in concepts.values())
    assert all(phrases for kinds in tables.values() for table in kinds.values() for phrases in table.values())
