"""What changed in a text in which no word did: blanks, capital letters, signs, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.beside_words import beside_words, linked_otherwise, written_otherwise
from tests.test_lede_words import POLICY

if TYPE_CHECKING:
    from pathlib import Path


def phrases(folder: Path, old: str, new: str) -> list[str]:
    for name, text in (("old.md", old), ("new.md", new)):
        (folder / name).write_text(text, "utf-8")
    return beside_words(compare(folder / "old.md", folder / "new.md"))


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("Fern OS", "FernOS", "“Fern OS” is now written “FernOS” in 2 places"),
        ("members.", "Members.", "“members” is now written “Members”"),
        ("nobody by name", "“nobody” by ‘name’", "quotation marks differ in 2 places"),
        ("counts who", "counts: who", "“counts” is now written “counts:”"),
        ("desk counts", "[desk](https://fern.example/desk) counts", "“desk” is now a link"),
        ("goes out", "goes\u200b out", "only its layout differs"),
    ],
)
def test_how_the_same_words_are_written_is_named(tmp_path: Path, was: str, now: str, said: str) -> None:
    page = POLICY.replace("Geneva", "Geneva with Fern OS").replace(
        "at the desk counts", "at the Fern OS desk counts"
    )
    assert was in page
    assert phrases(tmp_path, page, page.replace(was, now)) == [said]


def test_another_address_of_the_same_page_is_told_as_such(tmp_path: Path) -> None:
    """Not as a change of the layout: nothing of it differs."""
    page = f"{POLICY}\nRead [our answers](https://fern.example/faq#{{}}) or [more](https://fern.example/m?sid={{}}).\n"
    first = page.format("what-marks-mean", "4bd1-77aa")
    [one] = phrases(tmp_path, first, page.format("what-ticks-mean", "4bd1-77aa"))
    assert one == "the address of the link “our answers” differs, but not the page to which it leads"
    [both] = phrases(tmp_path, first, page.format("what-ticks-mean", "9cc0-15fe"))
    assert both == "the addresses of 2 links differ, but not the pages to which they lead"


def test_of_many_places_one_is_shown(tmp_path: Path) -> None:
    names = "The Fern Post, our Fern Card, a Fern Lamp and one Fern Boat are ours."
    [said] = phrases(tmp_path, f"{POLICY}\n{names}\n", f"{POLICY}\n{names.replace('Fern ', 'Fern')}\n")
    assert said == "blanks between words differ in 4 places, as in “FernPost”, before “Fern Post”"


def test_of_links_beside_other_changes_only_those_are_named_that_say_more(tmp_path: Path) -> None:
    """An address that can be followed now reads the same."""
    page = f"{POLICY}\nAsk {{}} or read our {{}}.\n"
    plain = page.format("desk@fern.example", "leaflet")
    for folder, links, said in (
        ("a", ("[desk@fern.example](mailto:desk@fern.example)", "leaflet"), []),
        ("b", ("desk@fern.example", "[leaflet](https://fern.example/leaflet)"), ["“leaflet” is now a link"]),
    ):
        (tmp_path / folder).mkdir()
        for name, text in (("old.md", plain), ("new.md", page.format(*links))):
            (tmp_path / folder / name).write_text(text, "utf-8")
        assert written_otherwise(compare(tmp_path / folder / "old.md", tmp_path / folder / "new.md")) == said


def test_numbers_before_lines_and_passages_in_another_place_are_named(tmp_path: Path) -> None:
    lines = (
        "The lamp is ours and shines.",
        "The boat is ours and floats.",
        "The coat is ours.",
        "The hat is ours.",
    )
    bare, numbered = (
        "\n\n".join(f"{one}{line}" for one, line in zip(signs, lines, strict=True))
        for signs in (("", "", "", ""), ("1\\. ", "2\\. ", "3\\. ", "4\\. "))
    )
    assert phrases(tmp_path, f"{POLICY}\n{bare}\n", f"{POLICY}\n{numbered}\n") == [
        "numbers before lines differ, such as “1.”"
    ]
    moved = "\n\n".join((*lines[1:], lines[0]))
    [said] = phrases(tmp_path, f"{POLICY}\n{bare}\n", f"{POLICY}\n{moved}\n")
    assert said == "“The lamp is ours and shines.” stands in another place"


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ((("", "our maps"),), ["“our maps” is now a link"]),
        ((("", "it"),), []),
        ((("", "our maps"), ("our pens", ""), ("", "our hats")), []),
        (
            tuple(("", f"{one}@fern.example") for one in ("maps", "pens", "hats")),
            ["addresses such as “maps@fern.example” are now links"],
        ),
    ],
)
def test_few_links_are_named_beside_other_changes(
    tmp_path: Path, links: tuple[tuple[str, str], ...], said: list[str]
) -> None:
    def page(side: int) -> str:
        lines = (
            f"Here we keep [{pair[side]}](https://fern.example/) on a shelf."
            if pair[side] and "@" not in pair[side]
            else f"Here we keep [{pair[side]}](mailto:{pair[side]}) on a shelf."
            if pair[side]
            else f"Here we keep {pair[1 - side]} on a shelf."
            for pair in links
        )
        return "\n\n".join((POLICY, *lines))

    for name, side in (("old.md", 0), ("new.md", 1)):
        (tmp_path / name).write_text(page(side), "utf-8")
    assert linked_otherwise(compare(tmp_path / "old.md", tmp_path / "new.md")) == said


@pytest.mark.parametrize(
    ("targets", "said"),
    [
        (("https://oak.example/a", "https://oak.example/b"), ["links now lead to oak.example"]),
        (("https://oak.example/a", "https://elm.example/b"), []),
        (("https://fern.example/a", "https://fern.example/b"), []),
    ],
)
def test_the_site_to_which_all_links_now_lead_is_named(
    tmp_path: Path, targets: tuple[str, str], said: list[str]
) -> None:
    """A site that they led to before is no news, nor is one of several."""
    lines = "Read [it]({}) on a shelf.\n\nRead [our maps]({}) on a table."
    for name, to in (("old.md", ("https://fern.example/1", "https://fern.example/2")), ("new.md", targets)):
        (tmp_path / name).write_text(f"{POLICY}\n\n{lines.format(*to)}", "utf-8")
    assert linked_otherwise(compare(tmp_path / "old.md", tmp_path / "new.md")) == said
