"""Comparing B with A says what comparing A with B says, mirrored: no more, no less, nothing else."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff import saved_page
from policydiff.findings.direction import mirrored
from policydiff.models import Cell, Clause, Document, Link
from policydiff.workflows.comparing import compare, document
from tests.findings import LANGUAGES, cases
from tests.findings import document as policy

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.models import Comparison, Finding

_STATEMENTS = (
    "We use your photos to train our models.",
    "We do not use your photos to train our models.",
    "We never share your name with advertisers.",
    "We share your name with advertisers, banks and the police.",
    "We may share your name with advertisers if you agree.",
    "We keep your messages for 90 days.",
    "We keep your messages for 30 days.",
    "We keep your messages and your voice as long as we want.",
    "You can object to this use at any time.",
    "You must be at least 16 years old, unless your parents agree.",
    "Our legal basis is your consent.",
    "Our legal basis is our legitimate interests.",
    "Effective 3 March 2024.",
    "Effective 9 May 2025.",
    "This text was written in 2023.",
    "Notes",
    "We keep these for:",
    "Read more.",
)
_CLAUSES = st.builds(
    lambda kind, texts, path, row: Clause(
        kind, " ".join(texts), path, cell=Cell(0, 1, 1, row, "", "Legal basis") if row else None
    ),
    st.sampled_from(("paragraph", "item", "heading")),
    st.lists(st.sampled_from(_STATEMENTS), min_size=1, max_size=3),
    st.sampled_from(((), ("Photos",), ("Photos", "Your choices"))),
    st.sampled_from(("", "", "", "Training AI", "Photos")),
)
_DOCUMENTS = st.lists(_CLAUSES, min_size=1, max_size=8).map(
    lambda clauses: Document(tuple(clauses), language="en")
)


def _seen_from_the_other_side(finding: Finding) -> Finding:
    """What the mirror shows of a finding, but for its sentence, which has another label."""
    return replace(
        finding,
        direction=mirrored(finding.direction),
        old=finding.new,
        new=finding.old,
        link_old=finding.link_new,
        link_new=finding.link_old,
        sentence="",
        statements=tuple(replace(one, old=one.new, new=one.old) for one in finding.statements),
    )


def _held(one: Comparison, two: Comparison) -> None:
    """That two comparisons are mirror images of each other."""
    assert one.verdict == two.verdict
    there = sorted((replace(finding, sentence="") for finding in one.findings), key=repr)
    back = sorted(map(_seen_from_the_other_side, two.findings), key=repr)
    assert there == back
    assert _alone(one) == _alone(two)


def _alone(told: Comparison) -> list[str]:
    """What is told of statements that stand on one side alone, without the labels."""
    alone = [one.sentence for one in told.findings if not (one.old and one.new) and not one.link_old]
    plain = (sentence.replace(" Nearest before: ", " Nearest now: ") for sentence in alone)
    return sorted(sentence.partition(": ")[2] for sentence in plain)


@settings(deadline=None, max_examples=60)
@given(_DOCUMENTS, _DOCUMENTS)
def test_any_two_documents(old: Document, new: Document) -> None:
    """Whatever stands in them, in clauses, lists and tables."""
    _held(compare(old, new), compare(new, old))


def test_two_links_of_one_sentence() -> None:
    """Both ways tell of the same link, though the two stand in another order on either side."""
    old = _with_links(
        "You can object with this form.", object="https://a.example/1", form="https://a.example/2"
    )
    new = _with_links(
        "With this form you can object.", form="https://a.example/3", object="https://a.example/4"
    )
    there = compare(old, new)
    assert any(finding.link_old for finding in there.findings)
    _held(there, compare(new, old))


def _with_links(text: str, **targets: str) -> Document:
    """A document of one clause, its words that are linked with their addresses."""
    links = tuple(Link(words, target, text.index(words)) for words, target in targets.items())
    return Document((Clause("paragraph", text, links=links),), language="en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_written_changes(language: str) -> None:
    """Every written change, in every language."""
    for case in cases("changes.toml"):
        if case.language == language:
            old, new = policy(case.old, language), policy(case.new, language)
            _held(compare(old, new), compare(new, old))


def test_our_snapshots(snapshots: Path) -> None:
    """All pairs of an archive: announced, in force, paused, resumed, broken, and of another region."""
    kept = [document(saved_page.read_file(path)) for path in sorted(snapshots.rglob("*.html.gz"))]
    assert len(kept) > 10
    for old, new in itertools.pairwise(kept):
        _held(compare(old, new), compare(new, old))


@pytest.mark.corpus
def test_real_policies(corpus: Path) -> None:
    """Every labelled pair."""
    folder = corpus / "statements"
    for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        name = json.loads(line)["id"]
        sides = [
            document(saved_page.read_file(folder / "texts" / f"{name}.{side}.md.gz"))
            for side in ("old", "new")
        ]
        _held(compare(*sides), compare(*reversed(sides)))
