"""What is the same for a while is left out of alignment, and that changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff import Cell, Clause, Document, compare_documents, diff
from policydiff.diff.stretches import same_stretches
from policydiff.text import compared
from policydiff.word_edits.sequences import EqualRun
from tests.test_laws import clauses as any_clause


def texts(said: str) -> list[Clause]:
    """A clause for every word."""
    return [Clause("paragraph", word) for word in said.split()]


def rows(said: str) -> list[Clause]:
    """A clause for every letter, in rows of two cells."""
    return [Clause("paragraph", letter, cell=Cell(0, k // 2, k % 2)) for k, letter in enumerate(said)]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("a b c", "a b c", [EqualRun(0, 0, 3)]),  # all of it
        ("a b c d", "a b c x", [EqualRun(0, 0, 2)]),  # the beginning, but for the clause beside the change
        ("a b c d", "x b c d", [EqualRun(2, 2, 2)]),  # the end
        ("x a b c d e y", "z a b c d e w", [EqualRun(2, 2, 3)]),  # in between, without both ends
        ("x a b c d y", "z a b c d w", []),  # too short to be worth it
        ("x a b c d e y", "x y a b c d e", []),  # something moved: alignment must see all
        ("x a b c d e a y", "z a b c d e a w", [EqualRun(3, 3, 2)]),  # nothing beside a stretch stands twice
        ("a a a x", "a a a y", []),  # nothing that is there once
    ],
)
def test_stretches(old: str, new: str, found: list[EqualRun]) -> None:
    assert same_stretches(texts(old), texts(new)) == found


def test_no_row_of_a_table_is_cut() -> None:
    """The cell beside a stretch is in another row, so that rows are aligned whole."""
    assert same_stretches(rows("abcdefX"), rows("abcdefY")) == [EqualRun(0, 0, 4)]
    assert same_stretches(rows("Xabcdefg"), rows("Yabcdefg")) == [EqualRun(2, 2, 6)]


def test_a_clause_that_only_stands_elsewhere_is_in_no_stretch() -> None:
    old = texts("a b c d e f x")
    new = [Clause("item", clause.text, depth=1) for clause in old]
    assert same_stretches(old, new) == []


worded = (
    any_clause()
    .map(lambda clause: replace(clause, cell=None))
    .filter(lambda clause: compared(clause.text) != "")
)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Document, Document]:
    """A long document and what became of it by a few edits.

    No words are there twice, and none of the clauses is without: of these, one may be taken for another.
    """
    old = draw(st.lists(worded, min_size=12, max_size=40, unique_by=lambda clause: compared(clause.text)))
    new = list(old)
    for fresh in draw(st.lists(worded, max_size=4)):
        at = draw(st.integers(0, len(new)))
        said = {compared(clause.text) for clause in (*old, *new)}
        new[at : at + draw(st.integers(0, 2))] = [fresh] if compared(fresh.text) not in said else []
    return Document(tuple(old)), Document(tuple(new))


@settings(max_examples=300)
@given(edited())
def test_the_diff_is_the_same_as_without_leaving_anything_out(pair: tuple[Document, Document]) -> None:
    found = compare_documents(*pair)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff, "same_stretches", lambda old, new: [])
        assert compare_documents(*pair) == found
