"""Facts that are a headline wherever they change, whatever the reader thinks of the few words that did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff.workflows.comparing import compare
from tests.findings import compared, compared_pages

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


_LIST = "<p>{}</p><ul><li>mills</li>{}</ul>"


@pytest.mark.parametrize(
    ("introduction", "item", "told"),
    [
        ("We share your data with:", "data brokers", [("sharing", "added", 3)]),
        ("We share your data with:", "advertisers", [("sharing", "added", 3)]),
        ("We never share your data with:", "advertisers", [("sharing", "narrowed", 2)]),
        ("We bake bread with:", "rye", []),
    ],
)
def test_an_item_is_read_with_what_introduces_its_list(
    introduction: str, item: str, told: list[tuple[str, str, int]]
) -> None:
    """And quoted with it: “advertisers” alone says nothing."""
    old, new = (_LIST.format(introduction, added) for added in ("", f"<li>{item}</li>"))
    found = compared_pages(old, new).findings
    assert [(one.category, one.direction, one.importance) for one in found] == told
    assert all(one.sentence == f"New: “{item}” (“{introduction}”)" for one in found)


def test_a_heading_may_deny_what_it_heads() -> None:
    """“What we never do” stands above a list as a sentence would."""
    page = "<h2>What we never do</h2><ul><li>sell bread</li>{}</ul>"
    found = compared_pages(page.format("<li>read your private messages</li>"), page.format("")).findings
    assert [(one.direction, one.importance) for one in found] == [("removed", 2)]
    assert found[0].sentence == "Gone: “read your private messages” (“What we never do”)"


_ANSWERS = (
    "<table><tr><th>Data</th><th>{}</th></tr><tr><td>Letters</td><td>No</td></tr>"
    "<tr><td>Maps</td><td>{}</td></tr></table>"
)


@pytest.mark.parametrize(("column", "importance"), [("Sold or shared?", 3), ("Kept after you leave?", 2)])
def test_another_answer_on_what_is_shared_stands_on_top(column: str, importance: int) -> None:
    """Said in a sentence it would."""
    found = compared_pages(_ANSWERS.format(column, "No"), _ANSWERS.format(column, "Yes")).findings
    assert [(one.direction, one.importance) for one in found] == [("widened", importance)]


@pytest.mark.parametrize(
    "way",
    [
        'You can <a href="https://harbourlight.example/object">object here</a>.',
        "<button>Object now</button>",
    ],
)
def test_the_only_way_to_object_that_is_gone_stands_on_top(way: str) -> None:
    """A short sentence with a link, or a button: the reader of statements doubts both."""
    page = "<h2>Learning machines</h2><p>We look at your letters.</p><p>{}</p>"
    found = compared_pages(page.format(way), page.format("")).findings
    assert [(one.category, one.direction, one.importance) for one in found] == [("opt-out", "removed", 3)]
    stays = "<p>You can object in writing, too.</p>"
    found = compared_pages(page.format(way) + stays, page.format("") + stays).findings
    assert [one.importance for one in found if one.category == "opt-out"] == [2]


def test_a_heading_on_objecting_is_no_button() -> None:
    """“Right to object” names a right and leads nowhere."""
    found = compared_pages("<p>Right to object</p><p>Rye.</p>", "<p>Rye.</p>").findings
    assert [one for one in found if one.importance == 3] == []


def test_a_form_that_became_a_mail_address_is_told_once() -> None:
    """Though the words of the link changed with it."""
    page = "<p>You can object to this use {}.</p>"
    old = page.format('with our <a href="https://harbourlight.example/object">objection form</a>')
    new = page.format(
        'by writing to <a href="mailto:privacy@harbourlight.example">privacy@harbourlight.example</a>'
    )
    found = [one for one in compared_pages(old, new).findings if one.category == "opt-out"]
    assert [(one.direction, one.importance) for one in found] == [("changed", 3)]
    assert (found[0].link_old, found[0].link_new) == (
        "https://harbourlight.example/object",
        "mailto:privacy@harbourlight.example",
    )
    assert found[0].sentence == (
        "Where the link “objection form” stood the link “privacy@harbourlight.example” stands, "
        "and leads to another address."
    )


def test_a_box_that_is_ticked_beforehand_is_told() -> None:
    """No word changed, and silence became a yes."""
    page = '<p><label><input type="checkbox"{}> Show me adverts made for me</label></p>'
    empty, ticked = page.format(""), page.format(" checked")
    told = [
        [(one.sentence, one.direction) for one in compared_pages(*pair).findings]
        for pair in ((empty, ticked), (ticked, empty))
    ]
    assert told == [
        [("The box “Show me adverts made for me” is ticked beforehand now.", "narrowed")],
        [("The box “Show me adverts made for me” is no longer ticked beforehand.", "widened")],
    ]
    assert compared_pages(empty * 2, empty + ticked).findings == ()


@pytest.mark.parametrize(("days", "direction"), [((30, 45), "narrowed"), ((45, 30), "widened")])
def test_the_time_to_answer_is_a_right_and_no_retention(days: tuple[int, int], direction: str) -> None:
    """Who waits longer has less."""
    old, new = (f"We answer your requests within {one} days." for one in days)
    found = compared(old, new).findings
    assert [(one.category, one.direction) for one in found] == [("rights", direction)]


def test_each_field_that_must_be_filled_in_is_named() -> None:
    """With its own words: not the remark behind them, and none for another."""
    page = (
        "<h2>Objection</h2><form><p><label>Name <input></label></p><p><label>Why do you object? (required)"
        "<textarea{0}></textarea></label></p>{1}<button>Send</button></form>"
    )
    new = page.format(" required", "<p><label>Upload proof: <input type=file required></label></p>")
    told = {one.sentence for one in compared_pages(page.format("", ""), new).findings if "field" in one.rule}
    assert told == {
        "“Why do you object?” must be filled in now.",
        "A new field must be filled in: “Upload proof”.",
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "We do not share your letters with banks, but with couriers.",
            "We share your letters with banks and with couriers.",
            [("sharing", "widened", 3)],
        ),
        (
            "We give data to the police only when a court orders it.",
            "We give data to the police when they ask for it.",
            [("sharing", "widened", 2)],
        ),
        (
            "Personalised adverts are off unless you turn them on.",
            "Personalised adverts are on unless you turn them off.",
            [("opt-out", "narrowed", 2)],
        ),
        (
            "Adverts in the app are off unless you turn them on.",
            "Adverts in our app are off unless you turn them on.",
            [],
        ),
    ],
)
def test_a_few_words_turn_a_sentence(old: str, new: str, told: list[tuple[str, str, int]]) -> None:
    """A denial, an "only", two words exchanged: nearly all of the sentence stays."""
    found = compared(old, new).findings
    assert [(one.category, one.direction, one.importance) for one in found] == told


def test_what_is_put_off_narrows() -> None:
    """“We have paused” names training, and trains less."""
    found = compared("", "We have paused our plan to use your posts to train AI.").findings
    assert {(one.category, one.direction) for one in found} == {("ai-training", "narrowed")}


def test_of_a_long_introduction_the_last_words_are_shown() -> None:
    """They say what is listed; the JSON has all of it."""
    introduction = f"Where the law lets us, and {'as far as ' * 6}we need it, we share your data with:"
    old, new = (_LIST.format(introduction, item) for item in ("", "<li>data brokers</li>"))
    found = compared_pages(old, new).findings[0]
    assert found.sentence == "New: “data brokers” (“… as as far as we need it, we share your data with:”)"
    assert found.new is not None
    assert found.new.introduction == introduction


@pytest.mark.parametrize(
    ("language", "old", "new", "direction"),
    [
        ("en", "We keep your letters for two years.", "We keep your letters for ten years.", "widened"),
        (
            "en",
            "We keep logs for 1.5 years, maps for 9 days.",
            "We keep logs for 2 years, maps for 30 days.",
            "widened",
        ),
        (
            "de",
            "Wir löschen Ihre Briefe nach fünf Jahren.",
            "Wir löschen Ihre Briefe nach zwei Jahren.",
            "narrowed",
        ),
        ("es", "Borramos tus cartas a los noventa días.", "Borramos tus cartas a los dos años.", "widened"),
    ],
)
def test_a_period_in_words_is_longer_or_shorter(language: str, old: str, new: str, direction: str) -> None:
    """As one in figures is."""
    found = compared(old, new, language).findings
    assert [(one.category, one.direction) for one in found] == [("retention", direction)]
