"""What no quote of a lede tells: that there is more is said, and nothing of what is trivial."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.lede import lede
from policydiff.report.lede_point import LedePoint, LedeQuote
from policydiff.report.lede_points import ChosenPoints
from policydiff.report.numbered_changes import entries
from policydiff.report.untold_changes import untold_changes
from tests.comparisons import SIDES

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.report.lede import Lede

PAGE = {
    "Lists": "We keep the list of your books for ten days.",
    "Times": "We delete letters after a year, and notes after two years.",
    "Mail": "We answer letters within a week, by pigeon.",
    "Shops": "Ask for copies, cards and pens at the shops of Arden, Lorn and Ystrad.",
    "Rooms": "The rooms by the sea are open to members of the club.",
    "Cats": "The cats of the house sleep on the chairs of the readers all day long.",
}


def told(folder: Path, old: dict[str, str], new: dict[str, str]) -> Lede:
    for name, side in (("old.md", old), ("new.md", new)):
        parts = (f"## {heading}\n\n{said}\n" for heading, said in side.items())
        text = "\n".join(("# Privacy policy\n\nFernleaf lends books to its members.\n", *parts))
        (folder / name).write_text(text, "utf-8")
    return lede(compare(folder / "old.md", folder / "new.md"), SIDES)


def line(folder: Path, *others: dict[str, str], old: dict[str, str] | None = None) -> str:
    """What stands behind quotes, where lists, times and rooms changed."""
    kept = {
        "Lists": "We keep the list of your books for ninety days.",
        "Times": "We delete letters after five years, and notes after two years.",
        "Rooms": "The rooms by the sea were sold to a bank in Lorn, and nobody enters them by day.",
    }
    said = told(
        folder, PAGE | (old or {}), {**PAGE, **kept, **{key: it for one in others for key, it in one.items()}}
    )
    assert len(said.points) >= 2
    return said.elsewhere


REST = "What else changed is listed below."


@pytest.mark.parametrize(
    ("heading", "new"),
    [
        ("Mail", PAGE["Mail"].replace("week,", "week or by hand,")),
        ("Mail", "We answer letters within a week."),
        ("Letters and mail", PAGE["Mail"]),
        ("Shops", PAGE["Shops"].replace("Arden, Lorn", "Arden, Lower Birch, Lorn")),
    ],
)
def test_that_something_is_left_is_said_of_what_no_quote_shows(
    tmp_path: Path, heading: str, new: str
) -> None:
    """Words that came or went, a heading, an item of a list; and then no places are counted."""
    assert line(tmp_path, {heading: new}) == REST
    page = {
        ("Letters and mail" if key == "Mail" == heading[-4:].title() else key): said
        for key, said in PAGE.items()
    }
    assert page


def test_nothing_is_left_where_quotes_tell_all_or_the_rest_is_trivial(tmp_path: Path) -> None:
    rooms = {"Rooms": PAGE["Rooms"].replace("the sea", "a sea")}
    said = told(tmp_path, PAGE, PAGE | rooms | {"Lists": "We sell the list of your books to the town."})
    assert said.elsewhere == ""
    assert not any("by a sea" in point.text for point in said.points)


def test_of_a_section_its_length_tells_what_is_not_quoted(tmp_path: Path) -> None:
    pets = "We write down the name of your pet. A clerk of the town feeds it on the roof of the mill."
    told(tmp_path, PAGE, PAGE | {"Pets": pets})
    known = compare(tmp_path / "old.md", tmp_path / "new.md")
    numbered = entries(known)
    quote = (LedeQuote("", "We write down the name of your pet."),)
    for size, is_all in (("about 20 words", True), ("", False)):
        point = LedePoint("New section", "Pets", quote, size=size, came=True)
        chosen = ChosenPoints((point,), rank=1, changes=frozenset(one.number for one in numbered))
        assert (untold_changes(known, numbered, chosen) == []) is is_all


def test_where_nothing_is_quoted_all_is_listed(tmp_path: Path) -> None:
    """Of twenty towns none is news."""
    towns = ("Arden", "Birch", "Clay", "Dale", "Elm", "Fenn", "Gorse")
    many = {f"Part {n}": f"The desk of part {n} is open to all who ask." for n in range(len(towns))}
    new = {
        key: said.replace("who ask", f"of {town}")
        for (key, said), town in zip(many.items(), towns, strict=True)
    }
    said = told(tmp_path, PAGE | many, PAGE | new)
    assert (said.points, said.elsewhere) == ((), "What changed is listed below.")


def test_places_are_counted_only_where_each_is_quoted_whole(tmp_path: Path) -> None:
    new = {"Lists": "We sell your list.", "Mail": "We answer nobody."}
    assert "in 2 places" in told(tmp_path, PAGE, PAGE | new).text
    more = " ".join(f"Shelf {n} holds the maps of a river and of the towns beside it." for n in range(9))
    old = {"Lists": f"{PARAGRAPH} {more}"}
    new = {"Lists": old["Lists"].replace("ten", "ninety").replace("holds", "lends by post for money")}
    said = told(tmp_path, PAGE | old, PAGE | new)
    assert (" place" in said.text, said.elsewhere) == (False, REST)


def test_what_moved_within_a_text_is_not_called_new(tmp_path: Path) -> None:
    moved = "The bell of the tower rings whenever a book is late by a week or more."
    old, new = {"Mail": f"{PAGE['Mail']} {moved}"}, {"Cats": f"{PAGE['Cats']} {moved}"}
    assert moved[:20] not in line(tmp_path, new, old=old)


def test_a_date_that_a_sentence_tells_is_not_told_again(tmp_path: Path) -> None:
    """Nor the title."""
    old = {**PAGE, "Cats": "Last updated: 4 May 2031"}
    said = told(tmp_path, old, {**PAGE, "Mail": "We answer nobody.", "Cats": "Last updated: 9 June 2031"})
    assert "9 June 2031" in said.text
    assert "2031" not in said.elsewhere


def test_of_unlike_sentences_of_one_place_one_is_quoted(tmp_path: Path) -> None:
    """What went there is not what was before: it is among what is listed."""
    old = {"Cats": f"{PAGE['Cats']} Who feeds them is nobody’s affair but that of the old clerk."}
    new = {"Cats": "We sell the names of members to the shops by the shore. All else is for the town to say."}
    said = told(tmp_path, PAGE | old, PAGE | new)
    assert [quote.words for point in said.points for quote in point.quotes] == [new["Cats"]]
    assert said.elsewhere == REST


def test_another_year_in_several_places_is_quoted_once_and_no_heading(tmp_path: Path) -> None:
    old = {"Lists of 2030": "In 2030 we lent lists to shops by the shore.", "Cats": "Lists of 2030"}
    new = {key.replace("2030", "2031"): said.replace("2030", "2031") for key, said in old.items()}
    [point] = told(tmp_path, PAGE | old, PAGE | new).points
    assert point.quotes[0].words.startswith("In 2031")


PARAGRAPH = "We keep your list for ten days. Ask the clerk for a copy. Nobody else reads the list at night."


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        # two sentences that changed, between which one stayed
        (
            PARAGRAPH.replace("ten days", "90 days").replace("Nobody else reads", "Our printer reads"),
            (
                "now “We keep your list for 90 days. … Our printer reads the list at night.”, "
                "before “We keep your list for ten days. … Nobody else reads the list at night.”"
            ),
        ),
        # what came beside a sentence that is quoted
        (
            f"{PARAGRAPH} A new list is printed in January 2034. Read it at www.fernleaf.example.",
            "“A new list is printed in January 2034. Read it at www.fernleaf.example.”",
        ),
    ],
)  # fmt: skip
def test_a_paragraph_that_changed_in_several_sentences_is_one_quote(
    tmp_path: Path, new: str, expected: str
) -> None:
    said = told(tmp_path, PAGE | {"Lists": PARAGRAPH}, PAGE | {"Lists": new})
    assert len(said.points) == 1
    assert said.points[0].text.endswith(f", under “Lists”: {expected}")
    assert said.elsewhere == ""
    assert "in one place" in said.text


def test_a_long_paragraph_keeps_its_quotes(tmp_path: Path) -> None:
    """More than a reader takes in at once is told as before."""
    more = " ".join(f"Shelf {n} holds the maps of a river and of the towns beside it." for n in range(9))
    old = {"Lists": f"{PARAGRAPH} {more}"}
    new = {"Lists": old["Lists"].replace("ten", "ninety").replace("holds", "lends by post for money")}
    said = told(tmp_path, PAGE | old, PAGE | new)
    assert all(len(quote.words.split()) <= 60 for point in said.points for quote in point.quotes)


def test_an_item_that_came_is_quoted_whole_where_its_rest_would_be_told_behind(tmp_path: Path) -> None:
    """Cut at a pause its end would be told as if it stood at another place."""
    came = "We print the names of all members on the doors, with their towns and with their streets beside."
    said = told(tmp_path, PAGE, PAGE | {"Lists": f"{PAGE['Lists']}\n\n{came}"})
    assert came in said.points[0].text
    assert said.elsewhere == ""


@pytest.mark.parametrize("beside", ["Last updated: {}", "Dernière mise à jour : {}"])
def test_a_date_that_is_printed_again_is_no_other_place(tmp_path: Path, beside: str) -> None:
    """Above each part of a page the same date stands, and above each translation."""
    for name, day, mail in (("old.md", "3 May 2031", "a week"), ("new.md", "9 June 2031", "a year")):
        text = (
            f"# Privacy policy\n\nLast updated: {day}\n\nFernleaf lends books to its members.\n\n## Mail\n\n"
            f"We answer letters within {mail}.\n\n## Rooms\n\n{PAGE['Rooms']}\n\n{beside.format(day)}\n"
        )
        (tmp_path / name).write_text(text, "utf-8")
    assert " in one place." in lede(compare(tmp_path / "old.md", tmp_path / "new.md"), SIDES).text


def test_of_a_cell_the_row_is_named(tmp_path: Path) -> None:
    head = "# Privacy policy\n\nFernleaf lends books to its members.\n\n## Why\n\n"
    table = "| Purpose | Basis |\n| --- | --- |\n| To send letters | {} |\n| To lend books | A contract. |\n"
    for name, said in (("old.md", "Our interest in maps."), ("new.md", "Our interest in red maps.")):
        (tmp_path / name).write_text(f"{head}{table.format(said)}", "utf-8")
    found = lede(compare(tmp_path / "old.md", tmp_path / "new.md"), SIDES)
    assert "To send letters" in " ".join((*(one.text for one in found.points), found.elsewhere))


def test_a_title_that_went_is_told_once(tmp_path: Path) -> None:
    page = "{}Fernleaf lends books to its members.\n\nWe answer letters within {}.\n"
    for name, title, time in (
        ("old.md", "# Fernleaf Privacy Policy\n\n", "a week"),
        ("new.md", "", "a year"),
    ):
        (tmp_path / name).write_text(page.format(title, time), "utf-8")
    said = lede(compare(tmp_path / "old.md", tmp_path / "new.md"), SIDES)
    assert f"{said.text} {said.elsewhere}".count("title is gone") == 1
    assert "eading gone" not in said.elsewhere


def test_a_word_of_grammar_that_changed_is_told_by_a_quote_of_it(tmp_path: Path) -> None:
    """What may be done will be done now."""
    more = " ".join(f"Shelf {n} holds the maps of a river and of the towns beside it." for n in range(12))
    old = {"Lists": f"We keep lists of readers for measuring. {more} We may use your messages."}
    new = {"Lists": old["Lists"].replace("measuring", "advertising").replace("We may", "We will")}
    said = told(tmp_path, PAGE | old, PAGE | new)
    quotes = " ".join(quote.words for point in said.points for quote in point.quotes)
    assert "We will use" in quotes or said.elsewhere == REST
