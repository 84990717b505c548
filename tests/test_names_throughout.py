"""Names that came into a whole text or went from it, as a sentence of a lede."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.lede import Lede, lede
from tests.comparisons import SIDES

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """# Fernleaf privacy policy

Fernleaf lends books{0} to its members and writes down who reads what.

## Lists

We keep the list of your books{0} for {1} days. {2}

## Notes

We share the notes that you leave in a book{0} with the bakers of the town{3}.

## Mail

Our clerks answer your letters{0} within a week.

## Boats

We row your boats{0} over the lake at noon.

## Lamps

We light your lamps{0} at the end of each day.
"""
NAMED = " and with Quillora", "ten", "Ask us for it.", ""
PLAIN = "", "ninety", "We sell it.", " and with its mayor"


def told(folder: Path, old: str, new: str) -> Lede:
    for name, text in zip(("old.md", "new.md"), (old, new), strict=True):
        (folder / name).write_text(text, "utf-8")
    return lede(compare(folder / "old.md", folder / "new.md"), SIDES)


def test_a_name_that_went_from_a_whole_text_is_told_once(tmp_path: Path) -> None:
    """With how often it stood there; and one that came."""
    old, new = PAGE.format(*NAMED), PAGE.format(*PLAIN)
    said = told(tmp_path, old, new)
    assert "“Quillora” is no longer named anywhere (6 times before)." in said.sentences
    assert "Quillora" not in said.elsewhere
    assert "“Quillora” is now named 6 times, before nowhere." in told(tmp_path, new, old).sentences


@pytest.mark.parametrize(
    ("name", "still"),
    [
        (" and with Quillora", "\nThe boats are those of QUILLORA.\n"),  # another way of writing it
        (" in our Settings", "\nEach setting of a lamp is yours.\n"),  # a word of the language
        ("", ""),
    ],
)
def test_other_words_are_no_names_that_went(tmp_path: Path, name: str, still: str) -> None:
    old, new = PAGE.format(name, *NAMED[1:]) + still, PAGE.format(*PLAIN) + still
    assert not any("named" in one for one in told(tmp_path, old, new).sentences)


def test_names_that_a_point_tells_with_all_their_places_are_not_told_again(tmp_path: Path) -> None:
    """One gave way to the other everywhere."""
    old = PAGE.format(*NAMED)
    said = told(tmp_path, old, PAGE.format(" and with Marlowe", "ten", "Ask us for it. We sell it.", ""))
    assert any("“Marlowe”" in point.text for point in said.points)
    assert not any("named" in one for one in said.sentences)


def test_a_name_of_which_another_one_is_a_part_is_told_in_full(tmp_path: Path) -> None:
    said = told(tmp_path, PAGE.format(" and with Quillora Kettles", *NAMED[1:]), PAGE.format(*PLAIN))
    assert "“Quillora Kettles” is no longer named anywhere (6 times before)." in said.sentences
