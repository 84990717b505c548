"""What came or went and does not stand on top of a report: it is no news."""

from __future__ import annotations

import pytest

from tests.findings import compared

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
