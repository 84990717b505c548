"""Lines of print that a recorder kept as paragraphs are joined; numbers of pages go; other texts stay."""

from __future__ import annotations

import textwrap

import pytest

from policydiff.normaliser import normalise
from tests.diffs import story

SECTIONS = [
    f"We keep the list of loans of room {number} for {number + 2} years after you return a card, and then we "
    f"delete it from all shelves. Letters about a fine that was due in room {number} are kept for ten years, "
    "since the law on public accounts asks that of every library, and they are read by nobody but the desk "
    f"that wrote them. You may ask in room {number} for a copy of your data, which comes by post no later "
    "than a month after you asked."
    for number in range(1, 13)
]


def set_in_lines(sections: list[str], *, width: int = 70, pages: int = 0) -> str:
    """The sections in lines of print, each a paragraph; now and then the number of a page and its head."""
    lines = ["# Privacy Policy"]
    number = 0
    for section in sections:
        for line in textwrap.wrap(section, width):
            lines.append(line)
            if pages and len(lines) % pages == 0:
                number += 1
                lines += [str(number), "Reading rooms of Fernleaf"]
    return "\n\n".join(lines)


def clauses(text: str) -> list[str]:
    return [clause.text for clause in normalise(text.encode(), content_type="text/markdown").clauses]


@pytest.mark.parametrize("pages", [0, 9])
def test_printed_lines_become_the_sentences_they_were(pages: int) -> None:
    """Also over the end of a page, whose number and head are no words of the text; the first head stays."""
    found = " ".join(clauses(set_in_lines(SECTIONS, pages=pages)))
    sentences = [sentence for section in SECTIONS for sentence in section.split(". ")]
    assert sum(sentence not in found for sentence in sentences) <= (pages > 0)
    assert found.count("Reading rooms of Fernleaf") == (pages > 0)


def test_a_word_more_moves_no_other_line() -> None:
    """In lines as they were recorded every line behind it differs."""
    more = [SECTIONS[0].replace("all shelves", "all of the many shelves"), *SECTIONS[1:]]
    old, new = (
        normalise(set_in_lines(some).encode(), content_type="text/markdown") for some in (SECTIONS, more)
    )
    [change] = story(old, new)
    assert "{+of the many +}" in change


def test_the_items_and_headings_of_a_printed_text_stay() -> None:
    text = set_in_lines(SECTIONS) + "\n\n## Your rights\n\n* to see your data\n* to object"
    assert clauses(text)[-3:] == ["Your rights", "to see your data", "to object"]


@pytest.mark.parametrize(
    "text",
    [
        "We keep your data for a year and\n\nwe delete it then, as the law of the country asks of us.",
        "\n\n".join(f"{number}\n\nWe keep room {number} open." for number in range(1, 9)),
        "\n\n".join(["How was it?", *map(str, range(1, 9)), "Thank you for your answer to this question."]),
    ],
)
def test_a_text_that_is_not_set_in_lines_stays_as_it_is(text: str) -> None:
    """One torn sentence, numbers over every section, a row of numbers to choose from."""
    assert clauses(text) == text.split("\n\n")
