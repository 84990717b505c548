"""What came or went and does not stand on top of a report: it is no news."""

from __future__ import annotations

import pytest

from policydiff.diff import compare_documents
from policydiff.findings.assess import changes_in_order
from policydiff.findings.no_news import is_no_news
from policydiff.models import Category, Cell, Clause, Direction, Document
from tests.findings import compared, document

_EDITION = "Edition of {}. The leaflet is made of paper. {} Its cover is red."
_OF_CHILDREN = (
    "Our game is not meant for children under the age of 13, and we do not knowingly collect their data."
)


def _on_top(old: str, new: str) -> list[tuple[str, str]]:
    found = compared(_EDITION.format(2031, old), _EDITION.format(2032, new)).findings
    return [(one.category, one.direction) for one in found if one.importance == 3]


@pytest.mark.parametrize(
    ("stays", "on_top"),
    [
        ("", [("children", "removed")]),
        ("Parents: we never knowingly collect any personal data of children under 13.", []),
        (
            "Parents: we never knowingly collect any personal data of children under 16.",
            [("children", "removed")],
        ),
    ],
)
def test_an_age_that_stays_elsewhere_is_no_news(stays: str, on_top: list[tuple[str, str]]) -> None:
    """The same promise on people of the same age still stands in another place."""
    assert _on_top(f"{_OF_CHILDREN} {stays}", stays) == on_top


@pytest.mark.parametrize(
    ("stays", "on_top"),
    [
        ("", [("ai-training", "narrowed")]),
        ("We do not use your data to train any AI model.", []),
        ("We do not use your data to print leaflets.", [("ai-training", "narrowed")]),
    ],
)
def test_a_denial_of_some_data_is_no_news_where_all_is_denied(
    stays: str, on_top: list[tuple[str, str]]
) -> None:
    denied = "Harbourlight does not use your sea charts to train AI models."
    assert _on_top(stays, f"{stays} {denied}") == on_top


def test_firms_that_do_not_train_are_no_training() -> None:
    """What is said of others behind what the company does is a denial all the same."""
    new = "We only use AI firms with no-training terms (your letters are not used to train their models)."
    found = compared(_EDITION.format(2031, ""), _EDITION.format(2032, new)).findings
    assert [one.direction for one in found if one.category == "ai-training"] == ["narrowed"]


@pytest.mark.parametrize(
    ("said", "on_top"),
    [
        ("Once you turn this off, your charts will not be used to train our AI models.", []),
        (
            "While the storm lasts, we do not train our AI models on your charts.",
            [("ai-training", "narrowed")],
        ),
    ],
)
def test_a_denial_that_hangs_on_the_person_is_not_on_top(said: str, on_top: list[tuple[str, str]]) -> None:
    assert _on_top("", said) == on_top


def test_another_age_in_other_words_is_told_as_one_change() -> None:
    """Neither sentence can be understood without the other, and neither is wider."""
    old = "Nobody under the age of 13 may ever open an account, and the app is not meant for minors."
    new = "Our service is generally not intended for users under the age of 16 without a parent."
    found = compared(_EDITION.format(2031, old), _EDITION.format(2032, new)).findings
    told = [one for one in found if one.category == "children"]
    assert [(one.direction, one.importance) for one in told] == [("changed", 3)]
    assert told[0].sentence == f"Was “{old}”, now “{new}”"


_PROMISE = "We do not knowingly collect personal information from children under 13 years of age"


@pytest.mark.parametrize(
    ("old", "new", "direction"),
    [
        (f"{_PROMISE}.", f"{_PROMISE}, except to keep the game running.", "widened"),
        (f"{_PROMISE}, except to keep the game running.", f"{_PROMISE}.", "narrowed"),
    ],
)
def test_an_exception_in_a_promise_makes_it_a_lesser_one(old: str, new: str, direction: str) -> None:
    found = compared(_EDITION.format(2031, old), _EDITION.format(2032, new)).findings
    told = [one for one in found if one.category in ("children", "data-collection")]
    assert {one.direction for one in told} == {direction}
    assert direction == "narrowed" or max(one.importance for one in told) == 3


def test_what_comes_nearest_on_the_other_side_is_quoted() -> None:
    """What stood before in another place, or still stands there; nothing where hardly a word is shared."""
    stays = "We use your photos to train our models."
    denied = "We do not use your photos to train our models."
    one, both = stays, f"{stays} {denied}"
    for old, new, label, when in ((one, both, "New", "before"), (both, one, "Gone", "now")):
        (told,) = compared(old, new).findings
        assert told.nearest is not None
        assert told.sentence == f"{label}: “{denied}” Nearest {when}: “{stays}”"
    (alone,) = compared("", denied).findings
    assert alone.nearest is None


def _news(old: Document, new: Document, category: Category, way: Direction) -> list[bool]:
    read = changes_in_order(compare_documents(old, new), old, new)
    assert read is not None
    return [not is_no_news(change, category, way, "en") for change in read.changes]


@pytest.mark.parametrize(
    ("old", "new", "category", "news"),
    [
        ("", "By “skipper” we understand people who are over 20 years old.", "children", False),
        ("", "Every “skipper” has to be over 20 years old.", "children", True),
        ("", "We take off all names and will not attempt to re-identify you.", "retention", False),
        ("", "To the extent required by law, you may have your charts.", "rights", False),
        ("", "You have the right to ask for your charts.", "rights", True),
        ("", "Table 2 below shows where we have your data from.", "data-collection", False),
        ("", "Your table at the harbour shows where we have your data from.", "data-collection", True),
        ("", "We collect your address only to count how many people visit.", "data-collection", False),
        ("", "We collect limited data to count how many people visit.", "data-collection", True),
        ("", "We keep your address only until you leave the harbour.", "retention", True),
        (
            "Some states (e.g., Ohio and Utah) grant you a right to your charts.",
            "Some states (e.g., Ohio, Iowa and Utah) grant you a right to your charts.",
            "rights",
            False,
        ),
        (
            "Some states (e.g., Ohio and Utah) grant you a right to your charts.",
            "Some states (e.g., Ohio and Utah, by post) grant you a right to your charts.",
            "rights",
            True,
        ),
        (
            "Some states grant you a right to your charts.",
            "Some states of Iowa grant you a right to your charts.",
            "rights",
            True,
        ),
    ],
)  # fmt: skip
def test_what_every_policy_says_is_no_news(old: str, new: str, category: Category, news: bool) -> None:
    assert _news(document(old), document(new), category, "added")[:1] == [news]


@pytest.mark.parametrize(
    ("cell", "news"),
    [
        ("Advertising, security of our boats, audits, analytics, subscriptions", False),
        ("To send you letters, charts, maps, leaflets and calendars", True),
        ("We send you letters, charts, maps, leaflets and calendars", True),
        ("Advertising and security", True),
    ],
)
def test_a_cell_that_lists_names_is_no_news(cell: str, news: bool) -> None:
    """Lists of purposes and receivers repeat what the sentences of a policy say."""
    page = document("The leaflet is made of paper.")
    row = Clause("paragraph", cell, ("Charts", "Purpose"), cell=Cell(0, 1, 1, "Charts", "", "Purpose"))
    new = Document((*page.clauses, row), language="en")
    assert _news(page, new, "purpose", "added") == [news]


@pytest.mark.parametrize(
    ("said", "news"),
    [
        ("To develop and improve our boats, and to conduct research and statistical analysis", False),
        ("To develop and improve our boats with what you write in your letters", True),
        ("To personalise our boats and to conduct research", True),
        ("To conduct research together with our advertising partners", True),
    ],
)
def test_purposes_that_all_policies_have_are_no_news(said: str, *, news: bool) -> None:
    """Nothing is said of whose data, nor of who gets it."""
    page = document("The leaflet is made of paper.")
    item = Clause("item", said, ("Purposes",))
    assert _news(page, Document((*page.clauses, item), language="en"), "purpose", "added") == [news]


def test_training_by_those_who_train_already_is_no_news() -> None:
    """A table of legal bases says once more who trains AI on what is passed on."""
    stood = "We share your letters with our partners, who may train their AI models with them."
    again = "We disclose your letters to partners that train artificial intelligence models."
    other = "We disclose your letters to advertisers that train artificial intelligence models."
    for sentence, news in ((again, False), (other, True)):
        assert _news(document(stood), document(f"{stood} {sentence}"), "ai-training", "added") == [news]


def test_words_that_stand_in_neighbouring_sentences_are_no_news() -> None:
    stood = "Harbourlight tailors the adverts that you see on boats. Our partners place cookies for it."
    again = "We and our partners use cookies to tailor the adverts you see on boats."
    other = "We and our captains use telescopes to tailor the sails you see at sea."
    for sentence, news in ((again, False), (other, True)):
        assert _news(document(stood), document(f"{stood} {sentence}"), "purpose", "added") == [news]
