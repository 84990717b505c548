"""Findings on made-up policies: what every finding owes its reader, and what stays silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff.findings import CATALOGUE
from policydiff.models import Clause, Document, Quality, Reason
from policydiff.workflows.comparing import compare
from tests.findings import compared, document

if TYPE_CHECKING:
    from pathlib import Path

_TRAINS = "We use the photos you post publicly to train our artificial intelligence models."
_SHARES = "We share your email address with our advertising partners."


def test_a_finding_quotes_the_sentence_where_it_stands() -> None:
    """The quote is the very sentence, at its place in its clause, not the paragraph."""
    page = f"The notebook is made of paper. {_TRAINS} It has a red cover."
    result = compared("The notebook is made of paper. It has a red cover.", page)
    assert result.findings
    for finding in result.findings:
        assert finding.new is not None
        assert finding.new.text == _TRAINS
        assert result.new.clauses[finding.new.clause].text[finding.new.start :].startswith(_TRAINS)


def test_a_plain_promise_to_train_is_told() -> None:
    """What no reader would overlook: its matter, its direction, its words, and that it matters."""
    found = compared("", _TRAINS).findings
    assert ("ai-training", "added") in {(one.category, one.direction) for one in found}
    assert max(one.importance for one in found) >= 2
    assert all(one.sentence == f"New: “{_TRAINS}”" for one in found)


def test_a_finding_explains_itself() -> None:
    """Each says why it has its importance and which kind it is of, and keeps no details in a string."""
    kinds = {kind.id for kind in CATALOGUE}
    for finding in compared("", f"{_TRAINS} {_SHARES}").findings:
        assert finding.importance_reason
        assert finding.rule in kinds
        assert finding.detail == ""


def test_a_promise_that_is_gone_is_told_as_gone() -> None:
    """A deleted denial is told behind "Gone", with its "never", and never as a narrowing."""
    said = "We never sell your personal data to third parties."
    found = compared(said, "").findings
    assert found
    assert all(one.sentence == f"Gone: “{said}”" for one in found)
    assert not {one.direction for one in found} & {"added", "narrowed"}


def test_words_that_only_moved_within_a_page_are_no_news() -> None:
    """The same sentences in another order, in one clause or in two."""
    assert not compared(f"{_TRAINS} {_SHARES}", f"{_SHARES} {_TRAINS}").findings
    page = document(_TRAINS)
    assert not compare(page, page).findings
    assert not compare(page, Document(tuple(reversed(page.clauses)), language="en")).findings


def test_a_quote_is_never_longer_than_a_page() -> None:
    """Even an endless sentence is quoted with at most 250 words."""
    long = "We share your posts with our advertising partners " + "and again " * 140
    for finding in compared("", long).findings:
        assert finding.new is not None
        assert len(finding.new.text.split()) <= 250


def test_a_cell_is_told_with_its_row_and_column() -> None:
    """A word in a table says nothing without what it stands under."""
    table = "| Why we use data | Legal basis |\n| --- | --- |\n| Training AI | {} |\n"
    page = "# Lumora privacy policy\n\nThis is the privacy policy of Lumora. We wrote it for everybody.\n\n"
    sides = [(page + table.format(basis)).encode() for basis in ("Your consent", "Our legitimate interests")]
    for finding in compare(*sides).findings:
        assert "Training AI" in finding.sentence
        assert "Legal basis" in finding.sentence


@pytest.mark.parametrize(
    "text", ["", " ", "?", "a" * 5000, "We share. " * 300, "1 2 3", "\N{RIGHT-TO-LEFT OVERRIDE}x"]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    """Whatever stands in a clause, findings are given or not, without an error."""
    assert compared(text or "x", "A plain sentence.").verdict
    assert compared("A plain sentence.", text or "x").verdict


def test_no_finding_on_a_bad_capture() -> None:
    """What differs between a policy and an error page is no change of the policy."""
    bad = Document(
        (Clause("paragraph", _TRAINS),),
        language="en",
        quality=Quality("bad", (Reason("error-page", "An error."),)),
    )
    result = compare(document(""), bad)
    assert (result.verdict, result.findings) == ("broken-capture", ())


def test_every_kind_says_what_it_is() -> None:
    """Identifiers are unique, and each kind has its description, example and limits."""
    assert len({kind.id for kind in CATALOGUE}) == len(CATALOGUE)
    assert all(kind.looks_for and kind.example and kind.limits for kind in CATALOGUE)


def test_every_category_has_its_page(root: Path) -> None:
    """The page of a category names its kinds and says what each tells."""
    folder = root / "docs" / "findings"
    for kind in CATALOGUE:
        page = (folder / f"{kind.category}.md").read_text(encoding="utf-8")
        assert f"`{kind.id}`: {kind.looks_for}" in page
