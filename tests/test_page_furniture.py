"""Menus and footers that a recorder kept are told as what stands around the text, never as its change."""

from __future__ import annotations

import pytest

from policydiff.normaliser import normalise
from policydiff.report.lede import lede
from policydiff.report.side_names import CapturePair
from policydiff.workflows.comparing import compare

POLICY = """# Privacy Policy

Last updated: 3 March 2031

This privacy policy tells you what Fernleaf Ltd does with the data of those who visit its reading rooms.

## How we use your data

We use personal data to lend you the books that you ask for, and to write to you when one of them is overdue.
We use the list of your loans to tell the binder which of the books are worn, without your name and your card.
We count how many visitors come to each of the rooms, and delete the numbers of their cards on the same day.

## Whom we share it with

The binder who repairs our books gets their titles, and never learns who of you had borrowed one before.
A company in Linz prints our letters and gets your name and address, and deletes both when a letter is sent.

## How long we keep it

We keep the list of your loans for two years after you return a card, and then we delete it from all shelves.
Letters about a fine are kept for ten years, since the law on public accounts asks that of every library.
We keep nothing of what you look for in the catalogue, and we do not share it with the publishers of books.

## Your rights

You may ask for a copy of your personal data, and you may object to letters at any time at the desk.
A copy of your data costs nothing, and it comes by post no later than a month after you asked for it.
If you are not content with what we did you may complain to the authority for data protection in your country.
You may also ask us to correct what we hold about you, and to delete what we need no longer for your loans.
Parents may use each of these rights for a child who has a card of its own and is younger than fourteen.
"""
MENU = "\n".join(
    f"* {name}" for name in "Home Rooms Shelves Tours Prices Shop Stories Groups News Jobs".split()
)
FOOTER = """
* [Opening times](/times)
* [Reading rooms](/rooms)
* [Press office](/press)
* [Friends of the library](/friends)
"""

TEASER = (
    "We protect the data of our readers, and so do our cats.\n\nOur cats are fed at noon.\n\nMore on cats"
)
LAST = "We keep no data on the dead, by the law of the country."
CONTENTS = (
    "Contents:\n\n* How we use your data\n* Whom we share it with\n* How long we keep it\n* Your rights"
)

LABELLED = "\n\n".join(
    f"{label}\n\nOf the data in the shop we say the same as of those in the rooms."
    for label in ("How we use your data", "Whom we share it with", "How long we keep it", "Your rights")
)

SHOP = (
    "Cards Desk Cards Old Cards Lamps Under $30 Under $50 Boats and Coats Hats Collections Spring Summer "
    "Autumn Winter Rooms Tours Prices Stories Groups News Jobs {} Gift Cards Sale"
)

AROUND = {
    "an entry of a menu in one line": (
        f"* {SHOP.format('Maps')}\n\n{POLICY}",
        f"* {SHOP.format('Globes')}\n\n{POLICY}",
    ),
    "a footer that went": (f"{POLICY}\n{FOOTER}", POLICY),
    "a footer that came with a heading over it": (POLICY, f"{POLICY}\n### Visit us\n{FOOTER}"),
    "an entry of a menu above the text": (
        f"{MENU}\n\n{POLICY}",
        f"{MENU.replace('Groups', 'Guided groups')}\n\n{POLICY}",
    ),
    "entries in one line": (POLICY, f"{POLICY}\nNovels - Poems - Plays - Maps - Prints"),
    "an article above the title": (
        f"{TEASER}\n\n{POLICY}",
        f"{TEASER.replace('at noon', 'at night')}\n\n{POLICY}",
    ),
    "entries run together": (
        f"{POLICY}\n[Maps](/maps)[Prints](/prints)\n\n{LAST}",
        f"{POLICY}\n[Maps](/maps)[Prints](/prints)[Plays](/plays)\n\n{LAST}",
    ),
    "the address of this version": (
        f'{POLICY}\nRetrieved from "https://wiki.example/page?title=Privacy&oldid=17"',
        f'{POLICY}\nRetrieved from "https://wiki.example/page?title=Privacy&oldid=25"',
    ),
    "a list of the sections": (
        POLICY.replace("## How we use", f"{CONTENTS}\n\n## How we use", 1),
        POLICY,
    ),
    "a line above the title": (f"Ask our librarians for a tour\n\n{POLICY}", POLICY),
    "earlier versions": (
        f"{POLICY}\nVersions: 3 March 2031, 9 June 2030, 1 May 2029",
        f"{POLICY}\nVersions: 4 April 2031, 3 March 2031, 9 June 2030, 1 May 2029",
    ),
}
OF_THE_POLICY = {
    "an address at the end": (POLICY, f"{POLICY}\nFernleaf Ltd\n\nMill Lane 5, 1010 Vienna"),
    "a link to a right": (POLICY, f"{POLICY}\n[Object to the use of your data](/object)"),
    "a short last sentence": (POLICY, f"{POLICY}\nChildren need the card of an adult."),
    "a list in the text": (
        POLICY,
        POLICY.replace(
            "## Your rights",
            "We show your loans to:\n\n* [Mill Press](https://mill.example/)\n\n## Your rights",
        ),
    ),
    "labels of sections with sentences between them": (
        POLICY,
        POLICY.replace("## Your rights", f"{LABELLED}\n\n## Your rights"),
    ),
    "another title": (POLICY, POLICY.replace("# Privacy Policy", "# Privacy Notice", 1)),
}


def told(old: str, new: str) -> str:
    sides = (normalise(text.encode(), content_type="text/markdown") for text in (old, new))
    found = lede(compare(*sides), CapturePair())
    return "\n".join((found.text, *(point.text for point in found.points)))


@pytest.mark.parametrize("name", AROUND)
def test_what_stands_around_the_text_is_no_change_of_it(name: str) -> None:
    text = told(*AROUND[name])
    assert "reads the same" in text
    assert "Only the page around it differs: " in text
    assert "Removed" not in text
    assert "Added" not in text


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (FOOTER, "below it “Opening times”, “Reading rooms” and 2 other lines were added."),
        ("[Press office](/press)", "below it “Press office” was added."),
        ("[Press](/press)[News](/news)[Jobs](/jobs)", "below it “Press”, “News” and “Jobs” were added."),
    ],
)
def test_what_is_quoted_of_a_footer_can_be_read(more: str, said: str) -> None:
    """Of many lines the first two and how many more; entries set without a blank between them are apart."""
    assert f"Only the page around it differs: {said}" in told(POLICY, f"{POLICY}\n{more}")


@pytest.mark.parametrize("name", OF_THE_POLICY)
def test_the_last_lines_of_a_policy_stay_its_own(name: str) -> None:
    """Contacts, links to rights, sentences and titles are told like any other change."""
    assert "reads the same" not in told(*OF_THE_POLICY[name])


def test_beside_a_change_of_the_text_nothing_is_said_of_a_footer() -> None:
    text = told(f"{POLICY}\n{FOOTER}", POLICY.replace("two years", "five years"))
    assert "five years" in text
    assert "Press office" not in text


@pytest.mark.timeout(20)
def test_a_line_of_very_many_hosts_takes_no_time() -> None:
    """Above the text, where lines are asked for addresses."""
    old = f"{'a-b.' * 60_000} x\n\n{POLICY}"
    compare(old.encode(), old.replace(" x", " y").encode())
