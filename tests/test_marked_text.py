"""One change as runs of words: what is shown of it whole, and what in one line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from policydiff.models import Change, Clause, Comparison, Document, DocumentDiff, Edit, Reason
from policydiff.report import html_page
from policydiff.report.characters import visible
from policydiff.report.finding_cards import ShownStatement
from policydiff.report.marked_text import (
    TextRun,
    both_texts,
    elided,
    excerpt,
    in_line,
    paragraphs,
    rewritten,
    spaced,
    tight,
    unwoven,
)
from tests.comparisons import comparisons, in_terminal


def reworded(*edits: Edit) -> Comparison:
    old, new = "".join(edit.old for edit in edits), "".join(edit.new for edit in edits)
    documents = [
        Document(tuple(Clause("paragraph", line) for line in text.split("\n"))) for text in (old, new)
    ]
    places = [tuple(range(len(document.clauses))) for document in documents]
    change = Change("reworded", places[0], places[1], edits)
    why = (Reason("words-changed", "Words changed in 1 place"),)
    return Comparison(documents[0], documents[1], DocumentDiff((change,)), "substantive", why)


def shown(*edits: Edit) -> list[str]:
    marks = {"equal": "", "delete": "-", "insert": "+"}
    comparison = reworded(*edits)
    found = paragraphs(comparison, comparison.diff.changes[0])
    return [
        "".join(marks[run.operation] + run.text + marks[run.operation] for run in spaced(p)) for p in found
    ]


def keep(text: str, new: str | None = None) -> Edit:
    return Edit("equal", text, text if new is None else new)


def cut(text: str) -> Edit:
    return Edit("delete", text, "")


def put(text: str) -> Edit:
    return Edit("insert", "", text)


@pytest.mark.parametrize(
    ("edits", "wanted"),
    [
        ([keep("for "), cut("30 "), put("90 "), keep("days")], ["for -30- +90+ days"]),
        ([keep("one, ", "one,"), cut("two")], ["one, -two-"]),
        ([cut("one"), keep(" two", "two")], ["-one- two"]),
        ([keep("one", "one "), cut(", three "), keep("(two)")], ["one-, three- (two)"]),
        ([keep("one", "one "), cut(","), put("and "), keep("two")], ["one-,- +and+ two"]),
        ([keep("one. two.", "one.\ntwo.")], ["one.", "two."]),
        ([keep("one.\ntwo.", "one. two.")], ["one. two."]),
        ([keep("one."), put("\nnew"), keep(" t", "\nt")], ["one.", "+new+", "t"]),
        ([keep("one."), cut("\nold\n"), keep("t", " t")], ["one. -¶ old ¶- t"]),
        ([cut("a\x1bb"), put("a\tb")], ["-a\N{REPLACEMENT CHARACTER}b- +a b+"]),
    ],
)
def test_paragraphs(edits: list[Edit], wanted: list[str]) -> None:
    """Paragraphs follow the new side; blanks stand outside of edits; a border that went is a pilcrow."""
    assert shown(*edits) == wanted


def test_an_excerpt_shows_the_first_edit_with_its_neighbours() -> None:
    """A long clause is told in one line around its first edit."""
    runs = (
        TextRun("equal", "before " * 50),
        TextRun("delete", "30"),
        TextRun("insert", "90"),
        TextRun("equal", " after" * 50),
    )
    told = excerpt(runs)
    assert [run.operation for run in told] == ["equal", "delete", "insert", "equal"]
    assert told[0].text.startswith("… before")
    assert told[-1].text.endswith(" after…")
    assert sum(len(run.text) for run in told) < 210


def test_an_excerpt_has_no_two_ellipses_in_a_row() -> None:
    """What is cut is cut once."""
    cut = TextRun("delete", "word " * 60)
    for runs in (
        (TextRun("insert", "word " * 60), TextRun("equal", "rest " * 60), TextRun("insert", "more")),
        (cut, cut._replace(operation="insert"), TextRun("equal", "rest")),
        (TextRun("equal", "before " * 50), cut, TextRun("equal", " kept "), cut),
    ):
        assert not re.search(r"…\s*…", "".join(run.text for run in excerpt(runs)))


def rewrite(kept: int, pieces: int) -> Comparison:
    """Twenty words became twenty others; some stayed, in pieces."""
    edits = []
    for piece in range(pieces):
        edits += [cut("gone went " * (5 - pieces % 2)), put("came new " * (5 - pieces % 2))]
        edits += [keep(f"kept{piece} " * (kept // pieces))]
    return reworded(*edits)


@pytest.mark.parametrize(
    ("comparison", "apart_"),
    [
        (rewrite(3, 3), True),
        (rewrite(21, 3), False),
        (rewrite(2, 2), False),
        (reworded(cut("a b "), put("c d "), keep("e "), cut("f "), keep("g "), put("h "), keep("i")), False),
    ],
    ids=["rewritten", "much of it stayed", "two pieces", "short"],
)
def test_a_rewritten_clause_is_not_woven(comparison: Comparison, *, apart_: bool) -> None:
    """Where hardly a word stayed, both texts are read whole; no word of either is lost."""
    [change] = comparison.diff.changes
    assert rewritten(change) == apart_
    old, new = both_texts(change.edits)
    assert "".join(run.text for run in old) == comparison.old.clauses[0].text
    assert "".join(run.text for run in new) == comparison.new.clauses[0].text
    told = unwoven(comparison, change)
    assert ([[run.operation for run in one] for one in told] == [["delete"], ["insert"]]) == apart_


@pytest.mark.parametrize(("kept", "paragraphs"), [(3, 2), (21, 1)])
def test_a_rewritten_statement_of_a_finding_is_not_woven(kept: int, paragraphs: int) -> None:
    """In the terminal and in Markdown a finding shows it as the list of changes does."""
    [change] = rewrite(kept, 3).diff.changes
    assert len(ShownStatement(None, None, change.edits, "", 1).unwoven) == paragraphs


def test_both_texts_of_a_rewritten_clause_are_named() -> None:
    """The page says which is which, with their marks; the terminal sets both whole."""
    comparison = rewrite(3, 3)
    text = html_page.html(comparison)
    policy = text[text.index('<div class="policy"') :]
    before, now = policy.index('<p class="side-of" lang="en">Before</p>'), policy.index(">Now</p>")
    assert before < policy.index("<del>") < now < policy.index("<ins>")
    lines = in_terminal(comparison)
    assert "\n - gone went" in lines
    assert "\n + came new" in lines


@given(comparisons())
def test_an_excerpt_invents_nothing(comparison: Comparison) -> None:
    """Every piece of an excerpt is a piece of the change, and all of a short change is in its excerpt."""
    for change in comparison.diff.changes:
        whole = in_line(paragraphs(comparison, change))
        told = excerpt(whole)
        pieces = [piece.strip() for run in told for piece in run.text.split("…")]  # a long run is cut inside
        assert all(any(piece in other.text for other in whole) for piece in pieces)
        if sum(len(run.text) for run in whole) < 60:
            assert told == whole


@given(comparisons())
def test_tight_and_elided_keep_every_edit(comparison: Comparison) -> None:
    """Cutting unchanged words and moving blanks leaves the words of all edits as they are."""
    for change in comparison.diff.changes:
        for paragraph in paragraphs(comparison, change):
            wanted = [run.text.strip() for run in tight(paragraph) if run.operation != "equal"]
            left = [run.text.strip() for run in tight(elided(paragraph, 20)) if run.operation != "equal"]
            assert left == wanted
            assert all(visible(run.text) == run.text for run in paragraph)
