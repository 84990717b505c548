"""Headings that a page sets as text: lines over paragraphs, numbered or not, and what looks like it."""

from __future__ import annotations

import pytest

from policydiff.models import Clause, Document
from policydiff.report.text_headings import text_heading

KEPT = "Fernleaf keeps the list of what its readers borrow for as long as they borrow anything from it."


def above(*lines: str) -> str:
    """The heading over a paragraph with these lines above it, under a heading of the page."""
    texts = (KEPT, *lines, KEPT)
    clauses = tuple(Clause("paragraph", text, ("Fernleaf at a glance",)) for text in texts)
    return text_heading(Document(clauses, language="en"), len(clauses) - 1)


@pytest.mark.parametrize(
    "line",
    [
        "Your lists",
        "(b) Your lists, and those of others",
        "8. Your lists",
        "10. Contact us.",
        "7.3 Lists that leave the reading room for another country of the Union one day",
        "How do you ask Fernleaf for a copy of what it holds?",
    ],
)
def test_a_line_over_a_paragraph_is_its_heading(line: str) -> None:
    """With a number or a letter before it, and as a question, it may be longer."""
    assert above(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "Your lists, and those of everybody else who ever read in this reading room with you",
        "8. your lists",
        "8.",
        "Your lists end here.",
        "Write to: the desk",
        "Ada Fern, Director",
        "Fernleaf AG - Ada Fern",
    ],
)
def test_what_only_looks_like_one_is_none(line: str) -> None:
    """A sentence, the middle of one, a number alone, a label."""
    assert above(line) == ""


def test_a_numbered_line_may_stand_in_the_contents_above() -> None:
    """The contents repeat it, and a line of the contents has no text behind it that is longer."""
    assert above("7. Your desk", "8. Your lists", KEPT, "8. Your lists") == "8. Your lists"


def test_a_line_that_stands_twice_is_a_label() -> None:
    """Without a number: "Purpose" over each of several paragraphs."""
    assert above("Purpose", KEPT, "Purpose") == ""


def test_what_says_the_same_far_away_is_not_asked() -> None:
    """Else each of thousands of sections would be compared with all others."""
    assert above("Your lists", *[KEPT] * 120, "Your lists") == "Your lists"


def test_the_heading_of_a_long_section_is_found() -> None:
    """Of two lines the nearer one is over the words, however many paragraphs lie between."""
    assert above("7. Your desk", "8. Your lists", *[KEPT] * 60) == "8. Your lists"
