"""What is no change of the policy in a history, and what looks like it and is one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from policydiff.history import page_noise
from policydiff.history.noise import EARLIER, JOINED, VOLATILE
from policydiff.saved_page import SavedPage
from policydiff.workflows import comparing

if TYPE_CHECKING:
    from policydiff.models import Comparison

DAYS = date(2031, 3, 2), date(2031, 6, 14)
TEXT = """# Privacy Policy of Fernleaf

Last updated: 3 March 2031

## What we collect

We collect your name, your address and what you write to us.

## How long we keep it

We keep letters for thirty days, invoices for ten years.

## Your rights

You may [object here](https://forms.example/1). You may ask for a copy of your data.

Write to privacy@fernleaf.example.
"""
WINDOW = """

Allow the use of cookies from Fernleaf on this browser?

We use cookies to provide content and to show you advertising that fits. You can review your choice.

Allow all cookies

Only allow essential cookies
"""
QUESTION = """

Accept cookies from Fernleaf on this browser?

We use cookies to improve the pages, to show you advertising and to keep you safe. Learn more about it.

Accept all

Manage data settings
"""
MENU = "\n".join(
    f"* {label}"
    for label in ("⌂ Home", "Letters", "Boats", "Weather", "Games", "Groups", "Shores", "Fern 16", "Sign in")
)
GREETING = (
    "Skip to the search.\n\n* New here? Register\n* ✉ Letters\n* Groups\n* Boats\n* Sign in\n* Home\n"
    "* My shelf\n* Weather\n\nFernleaf Letters Search Search Boats and News ×Close this window"
)
LABELS = "Shelves Lenders Evenings Paper Ink Glue Thread Lamps Careers Press Investors".split()
FOOT = "".join(f"\n\n{label}\n" for label in LABELS)
"""Eleven entries of a menu, three of which only menus have; one more makes it as long as a menu is."""
SHOWN_BY_SCRIPT = "\n\n{menu: open, items: all of them, side: left, at: end}\n"
LONG = TEXT + "".join(
    f"\n\nThe club of shelf {n} lends its books to {3 * n} readers and writes down who has which of them.\n"
    for n in range(40)
)
NOTICE = "\n\n# Notice for California\n\nLast updated: 1 January 2031\n" + "".join(
    f"\n\nUnder the California Consumer Privacy Act (CCPA) residents of California have right number {n}, and"
    f" shelf {n} answers within {n} days.\n"
    for n in range(20)
)


def compared(old: str, new: str) -> Comparison:
    """Both as recorded in Markdown."""
    sides = (SavedPage(f"{name}.md", text.encode()) for name, text in (("old", old), ("new", new)))
    return comparing.compare(*sides)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        pytest.param(f"{TEXT}\n\nclose\n", VOLATILE, id="a label that closes something"),
        pytest.param(f"{TEXT}\n\nChoose a section to give feedback on\n", VOLATILE, id="a label of a form"),
        pytest.param(TEXT + WINDOW, VOLATILE, id="a consent window"),
        pytest.param(TEXT + QUESTION, VOLATILE, id="a consent window with other buttons"),
        pytest.param(
            TEXT.replace("to privacy@", "to (mailto: privacy@").replace("example.", "example)."),
            VOLATILE,
            id="printed mark-up",
        ),
        pytest.param(
            TEXT.replace("privacy@fernleaf.example", "[email protected]"), VOLATILE, id="a masked address"
        ),
        pytest.param(TEXT.replace("3 March 2031", "1 February 2031"), EARLIER, id="an earlier day"),
    ],
)
def test_what_is_around_the_policy_is_no_change_of_it(new: str, why: str) -> None:
    """Coming and going alike."""
    assert page_noise(compared(TEXT, new), DAYS) == why
    if why != EARLIER:
        assert page_noise(compared(new, TEXT), DAYS) == why


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(TEXT.replace("thirty days", "thirty months"), id="a period"),
        pytest.param(TEXT.replace("thirty days", "thirty months") + WINDOW, id="a period, beside a window"),
        pytest.param(
            f"{TEXT}\n\nDo we use cookies?\n\nWe use cookies to show you advertising.\n",
            id="a question on cookies",
        ),
        pytest.param(TEXT.replace("privacy@fernleaf", "data@fernleaf"), id="another address"),
        pytest.param(TEXT.replace("forms.example/1", "forms.example/9"), id="another form, no word changed"),
        pytest.param(
            TEXT.replace("forms.example/1", "forms.example/9") + WINDOW, id="another form, beside a window"
        ),
        pytest.param(TEXT.replace("3 March 2031", "3 April 2031"), id="a later day"),
        pytest.param(f"{TEXT}\n\nWe like to read.\n", id="a sentence as short as a label"),
        pytest.param(
            TEXT.replace("3 March 2031", "1 February 2031").replace("thirty days", "thirty months"),
            id="an older text",
        ),
    ],
)
def test_what_the_policy_says_is_a_change(new: str) -> None:
    """Whatever stands beside it."""
    assert page_noise(compared(TEXT, new), DAYS) == ""


def test_a_menu_in_front_of_the_policy_is_none_of_it() -> None:
    """A recorder that took the head of the page along, in another language or of another year."""
    old, new = (f"{front}\n\n{TEXT}" for front in (MENU, GREETING))
    for pair in ((old, new), (new, old), (TEXT, new)):
        assert page_noise(compared(*pair), DAYS) == VOLATILE


@pytest.mark.parametrize(
    "new",
    [
        f"{GREETING}\n\nThe club also reads the letters that you write to your friends.\n\n{TEXT}",
        f"{GREETING}\n\n{TEXT.replace('3 March', '3 April')}",
        f"{GREETING}\n\n{TEXT.replace('thirty days', 'thirty weeks')}",
        f"{GREETING.replace('Sign in', 'Oak').replace('Home', 'Elm')}\n\n{TEXT}",
    ],
    ids=["a sentence", "a later day", "behind it", "a list that is no menu"],
)
def test_what_stands_beside_a_menu_in_front_is_told(new: str) -> None:
    assert (
        page_noise(compared(f"{MENU.replace('Sign in', 'Fir').replace('Home', 'Ash')}\n\n{TEXT}", new), DAYS)
        == ""
    )


def test_a_month_that_is_spelt_otherwise_is_no_change() -> None:
    """A page that printed "April 2018" prints "Avril 2018"."""
    old, new = (TEXT.replace("3 March 2031", month) for month in ("April 2018", "Avril 2018"))
    assert page_noise(compared(old, new), DAYS) == VOLATILE
    assert page_noise(compared(old, new.replace("Avril", "May")), DAYS) == ""


def test_a_link_to_a_right_that_leads_elsewhere_is_a_change() -> None:
    """Though no word changed."""
    old, new = (
        TEXT.replace("You may ask", f"You may [object here](https://fernleaf.example/forms/{form}) and ask")
        for form in ("object", "request")
    )
    assert compared(old, new).verdict == "substantive"
    assert page_noise(compared(old, new), DAYS) == ""


def test_a_document_that_was_joined_to_the_recorded_page_is_no_change() -> None:
    """Behind the policy a notice for one region, the policy itself as before: coming and going."""
    assert compared(LONG, LONG + NOTICE).verdict == "other-variant"
    assert page_noise(compared(LONG, LONG + NOTICE), DAYS) == JOINED
    assert page_noise(compared(LONG + NOTICE, LONG), DAYS) == JOINED


@pytest.mark.parametrize(("was", "now"), [("3 March 2031", "3 April 2031"), ("ten years", "six years")])
def test_a_section_that_came_with_a_change_of_the_policy_is_one(was: str, now: str) -> None:
    """Another day above the whole, or another sentence in it."""
    assert page_noise(compared(LONG, (LONG + NOTICE).replace(was, now)), DAYS) == ""


@pytest.mark.parametrize("twelfth", ["\n\nCounters\n", SHOWN_BY_SCRIPT], ids=["a label", "data of the menu"])
def test_an_entry_that_makes_a_menu_whole_is_no_change(twelfth: str) -> None:
    """Twelve entries are a menu, and the data that its script was to show are one of them. At the end of the
    text they are left out from the start; amid it the history passes over them."""
    end = "\n\nThe club writes down who has which of its books, and shares the list with nobody.\n"
    assert page_noise(compared(LONG + FOOT + end, LONG + FOOT + twelfth + end), DAYS) == VOLATILE
    assert compared(LONG + FOOT, LONG + FOOT + twelfth).verdict == "identical"
