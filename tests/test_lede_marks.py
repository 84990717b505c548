"""Which words of a lede's quotes are marked on the page."""

from __future__ import annotations

import pytest

from policydiff.report.lede_marks import marked_quotes
from policydiff.report.lede_point import LedePoint, LedeQuote


def marked(now: str, before: str) -> list[list[str]]:
    """The marked words of what is told as now and as before."""
    quotes = (LedeQuote("now", now), LedeQuote("before", before))
    shown = marked_quotes(LedePoint("Changed", "", quotes))
    assert ["".join(run.text for run in one) for one in shown] == [now, before]
    return [[run.text for run in one if run.operation != "equal"] for one in shown]


CASES = [
    pytest.param(
        "We keep your messages for 90 days.",
        "We keep your messages for 30 days.",
        [["90"], ["30"]],
        id="a word",
    ),
    pytest.param(
        "We keep your messages and photos for 90 days after you close your account.",
        "… photos for 30 days after you close your account.",
        [["90"], ["30"]],
        id="before was shortened",
    ),
    pytest.param(
        "… and delete them for good after 90 days, unless a court asks.",
        "We store your messages with care and delete them for good after 90 days.",
        [[", unless a court asks"], []],
        id="now was shortened",
    ),
    pytest.param(
        "Ask our office in Tarn by letter, with a copy of a passport, to erase what is held.",
        "You may delete your account at any time in the settings, and nothing is kept.",
        [[], []],
        id="written anew",
    ),
]


@pytest.mark.parametrize(("now", "before", "expected"), CASES)
def test_words_that_came_and_went_are_marked(now: str, before: str, expected: list[list[str]]) -> None:
    assert marked(now, before) == expected


def test_what_was_before_may_stand_first() -> None:
    quotes = (LedeQuote("before", "We never sell it, or rent it."), LedeQuote("now", "We never sell it."))
    before, now = marked_quotes(LedePoint("Changed", "", quotes))
    assert [run.text for run in before if run.operation == "delete"] == [", or rent it"]
    assert {run.operation for run in now} == {"equal"}


def test_addresses_and_single_quotes_are_shown_plain() -> None:
    quotes = (
        LedeQuote("", "Object by our form."),
        LedeQuote("now", "https://lumora.example/form", address=True),
        LedeQuote("before", "https://lumora.example/object", address=True),
    )
    shown = marked_quotes(LedePoint("Link", "", quotes))
    assert {run.operation for one in shown for run in one} == {"equal"}
