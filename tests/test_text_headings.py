"""Lines that head paragraphs, where a page sets its headings as text."""

from __future__ import annotations

import pytest

from policydiff import normalise
from policydiff.report.text_headings import text_heading

LONG = "We keep the list of the books that you borrow from us for ten days and read it by night."
START = "# Policy\n\n## Lists\n\nFernleaf lends books to its members.\n\n"


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Your choices", "Your choices"),
        ("8\\. Children", "8. Children"),
        ("10\\. Contact us.", "10. Contact us."),
        ("(b) Your rights in each state", "(b) Your rights in each state"),
        (
            "How can you ask Fernleaf what it keeps on the list of your books?",
            "How can you ask Fernleaf what it keeps on the list of your books?",
        ),
        ("Fernleaf reads with you what it keeps on the list of your books", ""),  # a long line asks nothing
        ("Ada Fern, Director", ""),
        ("Fernleaf AG - Ada Fern", ""),
        ("See you soon.", ""),  # an end, and no number
        ("8\\. children", ""),
    ],
)
def test_a_line_above_a_paragraph_is_its_heading(line: str, heading: str) -> None:
    """With a number it may have an end, a question may be long; who signs heads nothing."""
    page = normalise(f"{START}{line}\n\n{LONG}\n".encode(), content_type="text/markdown")
    assert text_heading(page, len(page.clauses) - 1) == heading


@pytest.mark.parametrize(("line", "is_heading"), [("8\\. Children", True), ("Children", False)])
def test_a_numbered_line_may_stand_twice(line: str, is_heading: bool) -> None:
    """A page may hold two policies; lines without a number that stand twice are labels."""
    page = normalise(
        f"{START}{line}\n\n{LONG}\n\n## Notes\n\nWe lend.\n\n{line}\n\n{LONG}\n".encode(),
        content_type="text/markdown",
    )
    assert bool(text_heading(page, len(page.clauses) - 1)) == is_heading


def test_a_numbered_line_of_a_list_of_contents_heads_nothing() -> None:
    page = normalise(
        f"{START}8\\. Children\n\n9\\. Letters to friends\n\n## Notes\n\n8\\. Children\n\n{LONG}\n".encode(),
        content_type="text/markdown",
    )
    place = next(n for n, one in enumerate(page.clauses) if "Letters" in one.text)
    assert text_heading(page, place) == ""
