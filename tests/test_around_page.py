"""What a lede says of the page around a policy that reads the same: its lines, and hints of links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.around_lines import line_phrases
from policydiff.report.lede import lede
from tests.test_around_text import MENU, linked
from tests.test_lede_words import AROUND, SIDES

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """# Privacy Policy

Last updated: 3 March 2031

## What we collect

Fernleaf collects your name, your e-mail address and the data of your device when you use the
services. When you borrow a lamp we write down where it shines, and for how many nights you keep it
by your bed.

## Whom we tell

We share personal data with partners that carry lamps to you, and with the owner of the house in
which you read. Courts may ask us which lamps shone on a night; we answer them in writing, and tell
you so within a week.

## How long

We keep personal data as long as your account exists. What we know of a lamp that broke is deleted
after a year, and letters about it are burned in spring, all but those that a court has asked for
and not yet returned to our desk.

## Your rights

You have the right to object at any time, to receive a copy of your personal data, and to have
errors mended. Our clerks read each letter twice, and ask you who you are only if they cannot tell
it from the address of the sender.

## Changes

If we change this policy we hang the new one beside the door a month before, and send it to all who have an
e-mail address with us. Older versions of the policy lie in the third drawer and may be read
there by all who ask the clerk for the key of the drawer.

## Contact

Write to our data protection clerk at 5 Mill Lane, Oslo, or ask at the desk. If you think that we
treat your personal data badly you may complain to the authority of the country in which you live,
and we will not hold it against you. Letters about personal data are read before all others, on
every day but those on which the house is closed.
"""
REST = "reads the same in the captures of 2 March 2031 and 14 June 2031."
PRICES = "Lamps\n\n€{}\n\nBoats\n\n{}\n\nCoats\n\n€{}"
FOOTER = "© {} Fernleaf Ltd\n\n{}\n"


def sentences(folder: Path, old: str, new: str) -> str:
    for name, text in (("old.md", old), ("new.md", new)):
        (folder / name).write_text(text, "utf-8")
    return " ".join(lede(compare(folder / "old.md", folder / "new.md"), SIDES).sentences)


def page(above: str = MENU, year: int = 2030, below: str = "", body: str = WHOLE) -> str:
    return f"{above}\n\n{body}\n{FOOTER.format(year, below)}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (page(), page(year=2031), "below it “© 2030 Fernleaf Ltd” is now “© 2031 Fernleaf Ltd”."),
        (page(), page(f"{MENU}\n\n{linked('Winter sale')}"), "above it “Winter sale” was added."),
        (
            page(f"{MENU}\n\n{linked('Old maps', 'Lamps', 'Boats', 'Coats', 'Hats')}"),
            page(),
            "above it “Old maps”, “Lamps” and 3 other lines are gone.",
        ),
        (
            page(PRICES.format("12.50", "+1.20%", "7.30")),
            page(PRICES.format("13.75", "-0.30%", "6.10")),
            "above it figures differ in 3 lines, as in “€12.50”, now “€13.75”.",
        ),
    ],
)
def test_lines_around_a_policy_that_reads_the_same_are_named(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    found = sentences(tmp_path, old, new)
    assert f"{REST} {AROUND}{said}" in found
    assert "around" not in sentences(tmp_path, old, old)


def test_a_line_that_only_moved_is_not_named(tmp_path: Path) -> None:
    entries = ("Home", "Birthday cards", "Studio", "Help", "Contact us")
    assert "around" not in sentences(tmp_path, page(linked(*entries)), page(linked(*entries[::-1])))


def test_beside_a_changed_policy_the_page_around_it_is_not_named(tmp_path: Path) -> None:
    other = WHOLE.replace("object at any time", "object within ten days")
    assert "around" not in sentences(tmp_path, page(), page(year=2031, body=other))


def test_beside_a_trivial_change_the_page_around_it_differs_too(tmp_path: Path) -> None:
    found = sentences(
        tmp_path, page(), page(year=2031, body=WHOLE.replace("## How long", "## How long we keep it"))
    )
    assert " only in a heading" in found
    assert "The page around it differs too: below it “© 2030 Fernleaf Ltd” is now" in found


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("", " (opens in a new window)", "“(opens in a new window)” was added."),
        (" (opens in a new window)", "", "“(opens in a new window)” is gone."),
        (
            " opens in a new tab",
            " (opens in a new tab)",
            "“opens in a new tab” is now “(opens in a new tab)”.",
        ),
        (
            " (opens in a new tab)",
            " (opens in a new tab) (opens in a new tab)",
            "“(opens in a new tab)” stands twice now.",
        ),
    ],
)
def test_what_links_say_of_themselves_is_named(tmp_path: Path, was: str, now: str, said: str) -> None:
    form = f"{WHOLE}\nRead [our form](https://fern.example/form){{}}.\n"
    found = sentences(tmp_path, form.format(was), form.format(now))
    assert f"{REST} Only hints beside its links differ: {said}" in found


def test_a_line_is_read_as_another_only_if_most_words_stay() -> None:
    assert line_phrases(["About our lamps"], ["Read of boats"], "above") == [
        "above it “Read of boats” was added",
        "“About our lamps” is gone",
    ]
    long = (
        "Fern Audit standardises the work of those who read books with lamps that never go out at night, ever"
    )
    assert line_phrases([long], [long.replace("Fern Audit", "Fern Audit & Lamps")], "below") == [
        "below it in a line “& Lamps” was added behind “Fern Audit”"
    ]


def test_capital_letters_and_the_data_of_a_program_are_named_as_such() -> None:
    assert line_phrases(["Our shops", "Help"], ["OUR SHOPS", "HELP"], "below") == [
        "below it “Our shops” is now “OUR SHOPS”, and capital letters of 1 other line differ"
    ]
    assert line_phrases(['{"key":"a1"}}'], ['{"key":"b2"}}'], "above") == [
        "above it the code of a program differs"
    ]


def test_a_menu_that_stands_in_the_text_again_is_named_once() -> None:
    assert line_phrases([], ["Our lamps", "Our lamps"], "above") == ["above it “Our lamps” was added"]


def test_the_way_to_a_page_ends_in_its_title(tmp_path: Path) -> None:
    """A line that is the title again, behind entries of a menu, is one of them."""
    way = linked("Home", "Lamps") + "\n* Privacy Policy\n"
    found = sentences(tmp_path, WHOLE, f"{way}\n{WHOLE}")
    assert f"{REST} {AROUND}above it “Home” and “Lamps” were added." in found


def test_a_line_that_stands_there_once_more_is_not_told_as_one_that_came(tmp_path: Path) -> None:
    """The other side has it too; figures are told by how many differ."""
    old, new = linked("Home", "Lamps", "Boats", "Lamps"), linked("Home", "Lamps", "Boats", "Boats", "Coats")
    found = sentences(tmp_path, f"{old}\n\n{WHOLE}", f"{new}\n\n{WHOLE}")
    assert f"{REST} {AROUND}above it “Coats” was added." in found


def test_lines_of_a_sign_or_two_are_counted() -> None:
    assert line_phrases([], ["m", "m", "+8"], "below") == ["below it 3 lines of a sign or two were added"]


def shop(*products: str) -> str:
    """A shop window above a policy: name and price of each product."""
    return page("\n\n".join(f"New\n\n{name}\n\n{price},00€" for price, name in enumerate(products, 20)))


def test_products_of_a_shop_are_told_as_such(tmp_path: Path) -> None:
    old = ("A lamp of brass", "A small boat", "A coat of wool", "A small boat")
    new = ("A lamp of brass", "A coat of wool", "A pair of red gloves", "A small boat")
    said = f"{AROUND}above it other products of a shop are shown: “A pair of red gloves” is among them."
    assert said in sentences(tmp_path, shop(*old), shop(*new))  # one boat less is still a boat
    found = sentences(tmp_path, shop(*new), shop(*old[:3], "A hat of straw"))
    assert "shown: “A hat of straw” is among them, “A pair of red gloves” no longer." in found


@pytest.mark.parametrize("is_listed", [False, True])
def test_a_list_of_sections_that_came_is_none_that_is_set_otherwise(
    tmp_path: Path, *, is_listed: bool
) -> None:
    """Where the page has the same headings twice, of two texts, too; not where it had that list already."""
    listed = "What we collect\n\nWhom we tell\n\nHow long\n\nYour rights\n\nChanges\n\nContact"
    again = f"# Notice for boatmen\n\n{WHOLE.replace('# Privacy Policy', '').replace('lamp', 'boat')}"
    page = f"{WHOLE}\n{again}"
    old = page.replace("## What", f"{listed}\n\n## What", 1) if is_listed else page
    linked = "".join(f"* {one}\n" for one in listed.split("\n\n"))
    found = sentences(tmp_path, old, page.replace("Last updated", f"{linked}\nLast updated", 1))
    assert ("a table of contents was added." in found) is not is_listed
