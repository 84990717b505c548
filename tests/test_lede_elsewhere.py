"""What else changed than a lede quotes: sections that came or went whole, and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.lede import lede
from tests.comparisons import SIDES

if TYPE_CHECKING:
    from pathlib import Path

START = "# Privacy policy\n\nFernleaf lends books to its members and writes down who reads what.\n"
LISTS = "\n## Lists\n\nWe keep the list of your books for ten days.\n"
TIMES = "\n## Times\n\nWe delete letters after a year, and notes after two.\n"
NOTES = "\n## Notes\n\nWe read the notes that you leave in a book.\n\nNobody else reads them.\n"
MAIL = "\n## Mail\n\nWe answer letters within a week.\n"


BESIDE = (
    "\n## Calls\n\nWe keep the list of your calls for {} weeks.\n"
    "\n## Boats\n\nWe keep your boats for {} years.\n"
)
"""What takes the quotes that would be free."""


def told(folder: Path, old: str, new: str) -> str:
    both = old + BESIDE.format("five", "two"), new + BESIDE.format("seven", "nine")
    for name, text in zip(("old.md", "new.md"), both, strict=True):
        (folder / name).write_text(text, "utf-8")
    return lede(compare(folder / "old.md", folder / "new.md"), SIDES).elsewhere


def test_a_section_that_another_one_took_up_is_not_called_gone(tmp_path: Path) -> None:
    """Its heading has the telling words of the one that went."""
    kept = START + LISTS.replace("ten", "twelve")
    old = START + LISTS + NOTES.replace("## Notes", "## Your notes")
    mail = MAIL.replace("## Mail", "## Who answers your mail")
    assert "gone: “Your notes”" in told(tmp_path, mail + old, mail + kept)
    heading = "Who answers your mail, and reads notes"
    said = told(tmp_path, old + mail, kept + mail.replace("Who answers your mail", heading))
    assert "gone" not in said
    assert said.count(f"“{heading}”") == 1
    assert "“Your notes”" not in said
    bare = "\n## Calls by night\n"
    said = told(tmp_path, old + bare + mail, kept + mail.replace("Who answers your mail", heading))
    assert "eading gone: “Calls by night”" in said
    heading = "Who answers your mail, and calls by night"
    said = told(tmp_path, old + bare + mail, kept + mail.replace("Who answers your mail", heading))
    assert "eading gone" not in said


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (START + LISTS + TIMES, START + LISTS + TIMES, ""),
        (
            START + LISTS + TIMES,
            START + LISTS.replace("ten", "twelve") + TIMES.replace("two", "three"),
            "Words also changed under “Times”.",
        ),
        (
            START + LISTS + TIMES + MAIL,
            START + LISTS.replace("ten", "twelve") + TIMES + MAIL + NOTES,
            "New section: “Notes”.",
        ),
        (START + LISTS + NOTES + MAIL, START + LISTS.replace("ten", "six") + MAIL, "Section gone: “Notes”"),
    ],
)
def test_what_no_quote_shows_is_named_by_its_heading(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    """A section that came or went whole is called so; what is quoted is not named again."""
    assert told(tmp_path, old, new).startswith(expected)
    assert bool(told(tmp_path, old, new)) == bool(expected)


def test_of_many_headings_the_rest_is_counted(tmp_path: Path) -> None:
    """Those with the most changed words are named; words that are explained below a text are no headings."""
    names = ("Lists", "Times", "Notes", "Mail", "Visits", "Clubs", "Prizes", "Rooms", "our readers")
    old = START + "".join(f"\n## {one}\n\nWe keep {one} in a box by the door.\n" for one in names)
    new = old.replace("in a box by the door", "in a chest under the stairs of the house")
    said = told(tmp_path, old, new)
    assert "other headings" in said
    assert "our readers" not in said


PAGE = START + LISTS + TIMES + MAIL


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (  # the same words in another place
            START + LISTS + LISTS.replace("Lists", "Guests") + MAIL,
            START
            + LISTS.replace("ten", "six")
            + LISTS.replace("Lists", "Guests").replace("ten", "six")
            + MAIL,
            "The same words changed under “Guests”.",
        ),
        (  # the same words below the heading of the quote, which says so already
            START + LISTS + LISTS.partition("## Lists\n")[2] + MAIL,
            (START + LISTS + LISTS.partition("## Lists\n")[2] + MAIL).replace("ten", "six"),
            "",
        ),
        (  # an address in which only a number differs
            PAGE + "\nTaken from https://fernleaf.example/p?oldid=4711\n",
            PAGE.replace("ten", "six") + "\nTaken from https://fernleaf.example/p?oldid=4802\n",
            "",
        ),
        (PAGE, PAGE.replace("ten", "six") + "\nText of 4 May 2031\n", ""),
        (  # a heading that was renamed is one section; a bare number and a line with a date name none
            PAGE.replace("## Times", "## Notes *") + "\n## 9.\n\nThe cats are grey.\n",
            PAGE.replace("## Times", "## Notes and letters").replace("ten", "six").replace("two", "three")
            + "\n## 9.\n\nThe cats are white.\n",
            "Words also changed under “Notes and letters”, and in one other place.",
        ),
        (  # a heading alone that reads otherwise
            PAGE,
            PAGE.replace("ten", "six").replace("## Times", "## Times and days"),
            "Heading worded otherwise: “Times and days”.",
        ),
        (  # the title, of which a sentence says what it was
            PAGE,
            PAGE.replace("ten", "six").replace("# Privacy policy", "# Privacy policy of 2031", 1),
            "",
        ),
        (  # a heading that is set as text
            PAGE + "\nYour letters\n\nWe read what you write to us by night.\n",
            PAGE.replace("ten", "six") + "\nYour letters\n\nWe read what you write to us by day.\n",
            "Words also changed under “Your letters”.",
        ),
        (  # a heading that went alone
            PAGE + "\n## For friends\n\n## Rooms\n\nThe rooms are by the sea.\n",
            PAGE.replace("ten", "six") + "\n## Rooms\n\nThe rooms are by the sea.\n",
            "Heading gone: “For friends”.",
        ),
    ],
)
def test_nothing_is_named_that_did_not_change(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """Nor twice, nor by a heading that tells a reader nothing."""
    assert told(tmp_path, old, new) == expected
