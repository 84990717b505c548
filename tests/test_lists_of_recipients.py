"""Items of lists mean what the line above them says, however it is written."""

from __future__ import annotations

import pytest

from policydiff.models import Cell, Clause, Document
from policydiff.workflows.comparing import compare
from tests.findings import compared, document

SHARING = [
    "<p>We share your data with:</p>",
    "<p>We share your data with</p>",
    "<p>We share your data with the following companies.</p>",
    "<p>Recipients of your data:</p>",
    "<p>Your data is passed on to:</p>",
    "<h3>Who we share it with</h3>",
    "<h3>Recipients</h3>",
]
_IN_OTHER_LANGUAGES = [
    ("de", "Ihre Daten erhalten:", "Werbenetzwerke", "Mühlen"),
    ("fr", "Reçoivent vos données :", "des régies publicitaires", "des moulins"),
    ("es", "Reciben sus datos:", "redes publicitarias", "molinos"),
]
_FEW = ("mills", "banks")
_MORE = (*_FEW, "data brokers")
_TERM = "<dl><dt>We share your data with</dt>{}</dl>"
DENYING = [
    "<p>We never:</p>",
    "<h3>What we never do</h3>",
    "<p>What we never do</p>",
]


def _page(above: str, *items: str) -> bytes:
    head = "<html lang=en><h1>Privacy policy</h1><p>This is the policy of a small bakery.</p>"
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f"{head}{above}<ul>{listed}</ul><p>Write to the bakery at any time.</p>".encode()


@pytest.mark.parametrize("above", SHARING)
def test_advertisers_in_a_list_of_recipients_are_a_headline(above: str) -> None:
    (told,) = compare(_page(above, "mills"), _page(above, "mills", "data brokers")).findings
    assert (told.category, told.direction, told.importance) == ("sharing", "added", 3)
    assert told.new is not None
    assert told.new.introduction


@pytest.mark.parametrize(("language", "above", "item", "other"), _IN_OTHER_LANGUAGES)
def test_those_who_receive_data_are_recipients(language: str, above: str, item: str, other: str) -> None:
    """The data may be the subject or the object of the line."""
    frame = document("", language).clauses
    sides = (
        Document(
            (frame[0], Clause("paragraph", above), *(Clause("item", one) for one in items), *frame[1:]),
            language=language,
        )
        for items in ((other,), (other, item))
    )
    (told,) = compare(*sides).findings
    assert (told.category, told.direction) == ("sharing", "added")


def test_of_several_definitions_each_is_an_item() -> None:
    """A list of terms has its recipients, too; a single definition is a paragraph."""
    page = _page("").decode()
    sides = (page + _TERM.format("".join(f"<dd>{one}</dd>" for one in some)) for some in (_FEW, _MORE))
    (told,) = compare(*(side.encode() for side in sides)).findings
    assert (told.category, told.direction, told.importance) == ("sharing", "added", 3)
    alone = compare(*[(page + _TERM.format("<dd>mills</dd>")).encode()] * 2).new
    assert [clause.kind for clause in alone.clauses if clause.text == "mills"] == ["paragraph"]


@pytest.mark.parametrize("above", DENYING)
def test_an_item_gone_of_what_is_never_done_is_a_promise_gone(above: str) -> None:
    before, now = _page(above, "sell your data", "read your letters"), _page(above, "read your letters")
    (told,) = compare(before, now).findings
    assert told.category == "sharing"
    assert told.direction in ("removed", "widened")
    assert told.importance >= 2


def test_those_from_whom_data_comes_are_no_recipients() -> None:
    above = "<p>We receive data about you from:</p>"
    found = compare(_page(above, "mills"), _page(above, "mills", "advertisers")).findings
    assert not any(one.category == "sharing" and one.importance == 3 for one in found)


@pytest.mark.parametrize(
    ("language", "column", "before", "now"),
    [
        ("en", "Kept for", "6 months", "3 years"),
        ("de", "Speicherdauer", "6 Monate", "3 Jahre"),
        ("es", "Plazo de conservación", "6 meses", "3 años"),
        ("fr", "Durée de conservation", "6 mois", "3 ans"),
    ],
)
def test_a_period_in_a_column_on_keeping_is_for_an_article(
    language: str, column: str, before: str, now: str
) -> None:
    """Its column says that data is kept so long."""
    cell = Cell(0, 1, 1, "Logs", "", column)
    clauses = (Clause("paragraph", one, ("Logs", column), cell=cell) for one in (before, now))
    sides = (Document((clause,), language=language) for clause in clauses)
    (told,) = compare(*sides).findings
    assert (told.category, told.direction, told.importance) == ("retention", "widened", 2)


@pytest.mark.parametrize(
    ("above", "before", "now", "importance"),
    [
        ("<h3>How long we keep it</h3>", "Server logs: 30 days", "Server logs: 90 days", 2),
        ("<h3>How long we keep it</h3>", "30 days", "90 days", 2),
        ("<h3>How long we keep it</h3>", "A trial lasts 30 days.", "A trial lasts 90 days.", 1),
    ],
)
def test_a_label_with_a_period_has_the_act_of_its_heading(
    above: str, before: str, now: str, importance: int
) -> None:
    """A sentence says itself what lasts so long."""
    found = compare(
        _page(above, before, "Invoices: 10 years"), _page(above, now, "Invoices: 10 years")
    ).findings
    assert [(one.category, one.importance) for one in found] == [("retention", importance)]


@pytest.mark.parametrize(
    ("before", "now", "direction"),
    [
        ("30–60 days", "30–90 days", "widened"),
        ("60 to 90 days", "30 to 90 days", "narrowed"),
        ("1 to 2 years", "12–24 months", ""),
    ],
)
def test_both_ends_of_a_range_are_read(before: str, now: str, direction: str) -> None:
    """In other units the range is the same."""
    sides = (f"We keep the logs of the server for {one} and no longer." for one in (before, now))
    assert [one.direction for one in compared(*sides).findings] == [direction] * bool(direction)
