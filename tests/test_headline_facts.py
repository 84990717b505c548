"""Facts that are a headline wherever they change, whatever the reader thinks of the few words that did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff.workflows.comparing import compare
from tests.findings import compared

if TYPE_CHECKING:
    from policydiff.models import Finding

_AGES = "The Harbourlight app is not meant for {}. If you run the app for a club, ask us for a leaflet."


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        ("people under the age of 16", "people under the age of 13", "widened"),
        ("children under 13", "children under 16", "narrowed"),
        ("children under 13 (15 in Norway)", "children under 16 (18 in Norway)", "narrowed"),
    ],
)
def test_another_age_of_children_stands_on_top(old: str, new: str, direction: str) -> None:
    """One number changed, and with it who may be asked for what."""
    found = compared(_AGES.format(old), _AGES.format(new)).findings
    assert [(one.category, one.direction, one.importance) for one in found] == [("children", direction, 3)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("children under 13", "children below 13"),
        ("children under 13", "children under 13 (14 in Spain)"),
        ("members of our 12 clubs", "members of our 15 clubs"),
        ("children (see Section 12)", "children (see Section 15)"),
        ("children from 12 March on", "children from 14 March on"),
    ],
)
def test_no_other_age_is_no_headline(old: str, new: str) -> None:
    """The same age in other words, one more beside it, and numbers that are none."""
    found = compared(_AGES.format(old), _AGES.format(new)).findings
    assert [one for one in found if one.importance == 3] == []


def test_an_age_that_changed_in_many_places_is_told_once() -> None:
    """The first of them is quoted."""
    page = "{0} Children under {1} may not join. Write to us if a child under {1} has joined."
    old, new = (page.format(_AGES.format(f"children under {age}"), age) for age in (16, 13))
    found = [one for one in compared(old, new).findings if one.importance == 3]
    assert len(found) == 1
    assert found[0].sentence.count("Harbourlight") >= 1


_SALE = "Edition of {}. The leaflet is made of paper. {} Its cover is red."


@pytest.mark.parametrize(
    "promise",
    [
        "We do not sell your personal data.",
        "Your information is never sold to third parties.",
        "Harbourlight does not knowingly sell any personal information.",
    ],
)
def test_a_promise_not_to_sell_that_is_gone_stands_on_top(promise: str) -> None:
    """It is told as a promise that is gone."""
    result = compared(_SALE.format(2031, promise), _SALE.format(2032, ""))
    found = [one for one in result.findings if one.category != "effective-date"]
    assert [(one.category, one.direction, one.importance) for one in found] == [("sharing", "removed", 3)]
    assert found[0].sentence == f"Gone: “{promise}”"


def test_a_promise_not_to_sell_that_was_edited_out_is_a_widening() -> None:
    old = "Edition of 2031. We keep your orders, we do not sell your personal data, and we print each one."
    new = "Edition of 2032. We keep your orders, and we print each one."
    found = [one for one in compared(old, new).findings if one.category == "sharing"]
    assert [(one.direction, one.importance) for one in found] == [("widened", 3)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We do not sell your personal data.", "Your personal data is not sold by us."),
        ("Do Not Sell My Info", ""),
    ],
)
def test_a_promise_that_still_stands_or_was_none_is_no_headline(old: str, new: str) -> None:
    """The promise in other words, and the name of a link."""
    found = compared(_SALE.format(2031, old), _SALE.format(2032, new)).findings
    assert [one for one in found if one.category == "sharing" and one.importance == 3] == []


_BASIS = "Edition of {}. The leaflet is made of paper. {} Its cover is red."


def test_the_basis_on_which_ai_is_trained_stands_on_top() -> None:
    """With the training itself, and whether the sentence names it or stands beside it."""
    training = "We use the photos that you post to train our artificial intelligence models."
    basis = "We rely on our legitimate interests for this."
    found = compared(_BASIS.format(2031, ""), _BASIS.format(2032, f"{training} {basis}")).findings
    told = {(one.category, one.direction) for one in found if one.importance == 3}
    assert {("ai-training", "added"), ("legal-basis", "added")} <= told


def test_another_basis_is_no_headline_by_rule() -> None:
    """Legitimate interests for what has nothing to do with AI are weighed by the reader."""
    basis = "We keep our shop safe on the basis of our legitimate interests."
    found = compared(_BASIS.format(2031, ""), _BASIS.format(2032, basis)).findings
    assert [one for one in found if one.importance == 3] == []


def test_what_training_is_fed_with_is_told_with_it() -> None:
    """A sentence that leans on the one before it belongs to its story."""
    training = "From May we train our artificial intelligence models on what people post."
    fed = "For this we use your photos and the comments below them."
    found = compared(_BASIS.format(2031, ""), _BASIS.format(2032, f"{training} {fed}")).findings
    (told,) = [one for one in found if one.category == "ai-training"]
    assert told.new is not None
    assert fed in told.new.text


def test_data_in_a_list_for_training_is_what_ai_learns_from() -> None:
    """The items name data alone; what it is for stands above them."""
    trains, collects = (
        {one.category for one in _new_item(lead, "Photos and letters that you post in public")}
        for lead in ("We train our artificial intelligence models on:", "We collect from you:")
    )
    assert trains == {"ai-training"}
    assert collects == {"data-collection"}


_PAGE = "# Harbourlight privacy policy\n\nThis is how we treat your data. Read it when you have the time.\n\n"


def _new_item(lead: str, item: str, before: str = "") -> list[Finding]:
    """What is told of an item that is new in a list."""
    page = f"{_PAGE}{before}{lead}\n\n* whoever prints our leaflets\n"
    return list(compare(page.encode(), f"{page}* {item}\n".encode()).findings)


@pytest.mark.parametrize("item", ["advertisers", "data brokers"])
def test_who_buys_data_is_a_headline_as_an_item_too(item: str) -> None:
    """And is told with the line above its list: the item alone says nothing."""
    (told,) = _new_item("We share your data with:", item)
    assert (told.category, told.direction, told.importance) == ("sharing", "added", 3)
    assert told.sentence == f"New: “{item}” (We share your data with)"


@pytest.mark.parametrize(
    ("lead", "before"),
    [
        ("We never share your data with:", ""),
        ("Our leaflets are read by:", ""),
        ("We share your data with:", "We share your name with advertisers.\n\n"),
    ],
)
def test_an_item_that_is_no_new_buyer_is_no_headline(lead: str, before: str) -> None:
    """A list of those who get nothing, one of something else, and a name that was there before."""
    assert [one for one in _new_item(lead, "advertisers", before) if one.importance == 3] == []


def test_a_promise_on_training_is_not_told_as_sharing() -> None:
    """Whoever is named in it: nothing is said of handing on, and the heading counts for nothing."""
    promise = _PAGE + "## Sharing\n\nYour data will not be used for training {}models.\n"
    found = compare(*(promise.format(whose).encode() for whose in ("", "third-party "))).findings
    assert [(one.category, one.direction) for one in found] == [("ai-training", "widened")]


def test_one_edit_that_the_reader_doubts_is_told_once() -> None:
    """A mail address that stands in many places: the first of them is quoted."""
    places = ("We answer questions on letters at {}.", "Write to {} about paper.", "Prices are told by {}.")
    old, new = (" ".join(places).format(*[f"{box}@harbourlight.example"] * 3) for box in ("ask", "mail"))
    (told,) = compared(old, new).findings
    assert told.category == "controller-contact"
    assert told.new is not None
    assert told.new.text.count("@") < len(places)
