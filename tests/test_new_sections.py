"""A section is new, or gone, only where its text is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policydiff import normalise
from policydiff.diff import compare_documents
from policydiff.models import Comparison, Quote
from policydiff.report.finding_cards import ShownStatement
from policydiff.report.new_sections import NewSections
from tests.comparisons import judged

BOOKS = "# Policy\n\nWe lend books.\n\n## Lists\n\nWe keep the list of your books.\n\nWe keep it long.\n"
NOTES = "\n## Notes\n\nA machine learns from your notes.\n\nIt suggests books to your neighbours.\n"


def stands(old: str, new: str, words: str) -> str:
    sides = [normalise(text.encode(), content_type="text/markdown") for text in (old, new)]
    both = replace(judged(), old=sides[0], new=sides[1], diff=compare_documents(*sides))
    return NewSections(both).stands(statement(both, words))


def statement(both: Comparison, words: str) -> ShownStatement:
    """The statement that came, or went."""
    old, new = (
        next((Quote(words, n, 0, one.path) for n, one in enumerate(side.clauses) if words in one.text), None)
        for side in (both.old, both.new)
    )
    return ShownStatement(old, new, (), "", 0)


@pytest.mark.parametrize(
    ("old", "new", "words", "expected"),
    [
        (BOOKS, BOOKS + NOTES, "A machine learns", "headed"),
        (BOOKS + NOTES, BOOKS, "A machine learns", "headed"),
        (BOOKS, f"{BOOKS}\nNobody sees it.\n", "Nobody sees it", "under"),
        (
            BOOKS,
            BOOKS.replace("## Lists", "## Your books at home\n\nNobody sees it."),
            "Nobody sees",
            "under",
        ),
    ],
)
def test_how_a_statement_stands_to_its_heading(old: str, new: str, words: str, expected: str) -> None:
    """A renamed heading above a text that stayed makes no new section."""
    assert stands(old, new, words) == expected
