"""Where a text changed: under one heading alone, in how many places, or nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report import word_changes
from policydiff.report.changed_sections import differs_elsewhere, only_section
from policydiff.report.heading_paths import HeadingPaths
from policydiff.report.lede import lede
from policydiff.report.numbered_changes import entries
from tests.comparisons import SIDES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from policydiff.models import Comparison

Sections = dict[str, str]

ROOMS = "The rooms by the sea are open to members of the club. Each of them has a lamp and a chair."
TEXT: Mapping[str, str] = {
    "Lists": "We keep the list of your books for ten days. We keep the list of your pens for a week.",
    "Times": "We delete letters after a year, and notes after two years, and cards when you ask us to.",
    "Mail": "We answer letters within a week, by pigeon. The pigeons are fed by the members of the club.",
    "Shops": "Ask for copies, cards and pens at the shops of Arden, Lorn and Ystrad, on any day but Monday.",
    "Rooms": ROOMS,
    "Cats": "The cats of the house sleep on the chairs of the readers. Nobody may wake them before noon.",
}


def sides(folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> Comparison:
    for name, side in (("old.md", old), ("new.md", new)):
        parts = (f"## {heading}\n\n{said}\n" for heading, said in side.items())
        text = "\n".join(("# Privacy policy\n\nFernleaf lends books to its members.\n", *parts))
        (folder / name).write_text(text, "utf-8")
    return compare(folder / "old.md", folder / "new.md")


def where(folder: Path, new: Mapping[str, str], old: Mapping[str, str] = TEXT) -> str:
    comparison = sides(folder, old, new)
    numbered = entries(comparison)
    worded = word_changes.worded(comparison, numbered)
    only = only_section(HeadingPaths(comparison, "Privacy policy"), numbered, worded)
    return only.said if only else ""


DOGS = "The dogs of the house bark at night. A warden walks them to the sea and back."
LONG = (
    "The rooms by the sea were sold to a bank in Lorn. A clerk with a key has the lamps and all the chairs."
)
LISTS = "We keep the list of your books for ninety days. We keep the list of your pens for a week."


MORE = {
    f"Shelf {n}": f"On shelf {n} stand books on {what}. They are lent for a month to whom the club trusts."
    for n, what in enumerate(("cats", "dogs", "owls", "bees", "pigs", "rats", "cows"), 1)
}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"Rooms": LONG}, "only under “Rooms”"),
        ({"Rooms": LONG, "Mail": TEXT["Mail"].replace("week", "day")}, ""),
        (
            {
                "Rooms": LONG,
                "Lists": "Pens and books are on no list of ours, whatever the members of it say.",
            },
            "",
        ),
        ({key: said.replace("the", "our") for key, said in TEXT.items()}, ""),
    ],
)
def test_a_heading_is_named_over_all_that_changed(tmp_path: Path, changed: Sections, said: str) -> None:
    """And none that is over nearly all."""
    assert where(tmp_path, {**TEXT, **changed}) == said


@pytest.mark.parametrize(
    "other",
    [
        {"Cats": "The [cats](https://fern.example/new) of the house sleep on the chairs of the readers."},
        {"Cats": "Nobody may wake them before noon. The cats sleep on chairs."},
        {"Mail": TEXT["Mail"].upper()},
        {"Mail": f"“{TEXT['Mail']}”"},
        {"Mail": TEXT["Mail"].replace(" by the", ", by the")},
    ],
)
def test_a_link_a_word_or_a_sign_elsewhere_leaves_no_heading_the_only_one(
    tmp_path: Path, other: Sections
) -> None:
    kept = {"Cats": "The [cats](https://fern.example/old) of the house sleep on the chairs of the readers."}
    found = where(tmp_path, {**TEXT, **kept, **other, "Rooms": LONG}, {**TEXT, **kept})
    assert found == ""


@pytest.mark.parametrize(
    "mail",
    [
        "We answer “letters” within a week - by pigeon.",
        'We answer "letters"  within a week – by pigeon.',
        "1. We answer “letters” within a week – by pigeon.",
    ],
)
def test_signs_of_another_form_leave_a_heading_the_only_one(tmp_path: Path, mail: str) -> None:
    kept = {"Mail": "We answer “letters” within a week – by pigeon."}
    new = {**TEXT, "Mail": mail, "Rooms": LONG}
    assert where(tmp_path, new, {**TEXT, **kept}) == "only under “Rooms”"


def test_below_the_only_heading_signs_and_links_may_differ(tmp_path: Path) -> None:
    """Also where a recorder wrote it twice."""
    old = {"The rooms by the sea The rooms by the sea": f"{ROOMS}\n\n{DOGS}\n\nAsk the [warden](/old)."}
    new = {key: f"{LONG}\n\n{DOGS.upper()}\n\nAsk the [warden](/new)." for key in old}
    assert where(tmp_path, {**TEXT, **MORE, **new}, {**TEXT, **MORE, **old}) == (
        "only under “The rooms by the sea”"
    )


def test_a_heading_over_most_of_a_text_says_not_where(tmp_path: Path) -> None:
    """Nor one that a recorder wrote twice."""
    all_of_it = "\n\n".join(TEXT.values())
    for heading in ("Your lists and rooms", "Your lists and rooms Your lists and rooms"):
        assert where(tmp_path, {heading: all_of_it.replace("the", "our")}, {heading: all_of_it}) == ""
    inner = {"House": "\n\n".join(f"### {key}\n\n{said}" for key, said in TEXT.items())}
    new = {"House": inner["House"].replace("the", "our")}
    assert where(tmp_path, {"Dogs": DOGS, **new}, {"Dogs": DOGS, **inner}) == ""
    assert where(tmp_path, {**MORE, **new}, {**MORE, **inner}) == "only under “House”"


def test_an_outer_heading_is_named_where_no_inner_one_has_all(tmp_path: Path) -> None:
    inner = {"Rooms": f"### By the sea\n\n{ROOMS}\n\n### By the wood\n\n{ROOMS}"}
    both = {"Rooms": inner["Rooms"].replace("a lamp", "a bell, a desk")}
    one = {"Rooms": f"### By the sea\n\n{ROOMS}\n\n### By the wood\n\n{LONG}"}
    assert where(tmp_path, {**TEXT, **both}, {**TEXT, **inner}) == "only under “Rooms”"
    assert where(tmp_path, {**TEXT, **one}, {**TEXT, **inner}) == "only under “By the wood”"


def test_a_section_that_came_or_went_whole_is_told_as_one(tmp_path: Path) -> None:
    more = {**TEXT, "Dogs": DOGS}
    assert where(tmp_path, more) == "only by a new section, “Dogs”"
    assert where(tmp_path, TEXT, more) == "only by the loss of the section “Dogs”"
    edited = {**more, "Mail": TEXT["Mail"].replace("by the members of the club", "in the yard")}
    assert where(tmp_path, edited) == ""


def test_a_heading_that_is_reworded_is_one(tmp_path: Path) -> None:
    """Whatever became of the words below it."""
    old, new = (
        {**TEXT, f"9. Rooms of the members of the club {at} the sea": said}
        for at, said in (("by", ROOMS), ("above", "Whales are fed on Mondays. We own no boat, and no rope."))
    )
    assert where(tmp_path, new, old) == "only under “9. Rooms of the members of the club above the sea”"


def test_what_differs_beside_some_changes_is_seen(tmp_path: Path) -> None:
    comparison = sides(tmp_path, TEXT, {**TEXT, "Rooms": LONG, "Lists": LISTS})
    lists, rooms = entries(comparison)
    assert not differs_elsewhere(comparison, (lists, rooms), {lists.number, rooms.number})
    assert differs_elsewhere(comparison, (lists, rooms), {rooms.number})
    assert not differs_elsewhere(comparison, (lists, rooms), {lists.number}, "Rooms")


# --- the first sentence ---------------------------------------------------------------------------


def first(folder: Path, old: Mapping[str, str], new: Mapping[str, str]) -> str:
    return lede(sides(folder, old, new), SIDES).sentences[0]


def shelves(*changed: int) -> Sections:
    return {
        key: said.replace("a month", "ten days or a year") if int(key[-1]) in changed else said
        for key, said in MORE.items()
    }


ROWS = tuple(f"We keep the notes on room {n} for ten days." for n in range(1, 7))
NEW_ROWS = tuple(said.replace("ten", f"{n}0") for n, said in enumerate(ROWS, 3))


def rooms(rows: tuple[str, ...], **others: str) -> Sections:
    return {**TEXT, "Rooms": "\n\n".join(rows), **MORE, **others}


def test_passages_that_nobody_can_count_are_told_as_all_that_differs(tmp_path: Path) -> None:
    """A mended letter is a place too, and none that a quote shows."""
    new = {**TEXT, "Cats": TEXT["Cats"].replace("chairs", "chiars"), "Lists": LISTS}
    said = first(tmp_path, TEXT, new)
    assert said.endswith(" in a few passages; the rest reads the same.")
    link = {"Cats": "The [cats](https://fern.example/{}) of the house sleep on the chairs of the readers."}
    old, now = ({key: one.format(side) for key, one in link.items()} for side in ("old", "new"))
    assert "reads the same" not in first(
        tmp_path, {**TEXT, "Mail": old["Cats"]}, {**new, "Mail": now["Cats"]}
    )


def test_the_printed_date_is_no_other_place(tmp_path: Path) -> None:
    """What changed beside it stands under one heading, and another sentence tells what became of it."""
    before, after = (
        {"Date": f"Last updated: {month} 2031", **rooms(rows)}
        for month, rows in (("May", ROWS), ("June", NEW_ROWS))
    )
    assert first(tmp_path, before, after).endswith(", apart from its date, only under “Rooms”.")
