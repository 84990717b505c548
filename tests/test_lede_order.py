"""In which order a lede quotes what changed, how much of it, and what it tells once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from policydiff.models import Quote
from tests.test_lede import found, pointed
from tests.test_lede_points import came, pages, quoted

if TYPE_CHECKING:
    from policydiff.models import Category

SHARING = "We lend your list to the shops of the town every year."


def test_another_age_of_children_leads() -> None:
    """Before what a company does more than before; another sentence on children does not."""
    old, new = (f"The club is not for children under the age of {age}." for age in (13, 16))
    shared = found("", SHARING, weight=8.0)
    assert "under the age" in pointed(shared, found(old, new, category="children"))[0]
    assert "under the age" not in pointed(shared, found(old, new, category="children", importance=2))[0]


def test_a_link_that_nobody_puts_on_top_stands_behind_all_text() -> None:
    """However little the text is worth; of the highest rank it leads."""
    link = found(
        "Ask for your list at the desk of our club.", "Ask for your list at the desk of our club.",
        link_old="https://a.example/form", link_new="https://a.example/desk/2",
        category="rights", importance=2,
    )  # fmt: skip
    text = found("", "You can also call the desk of the town on 4711.", importance=1, weight=-24.0)
    assert [point.partition(":")[0] for point in pointed(link, text)] == ["New"]
    assert pointed(replace(link, importance=3), text)[0].startswith("It changed: in ")


def test_another_company_comes_before_another_address() -> None:
    """Who holds the data matters more than where he gets his post."""
    company = found(
        "Fernleaf Readers is the keeper of your data.", "Oldtown Readers is the keeper of your data.",
        category="controller-contact", importance=1, weight=-18.0,
    )  # fmt: skip
    address = found(
        "", "Our house stands in 12 Harbour Street, Brightwater B4 7QD.",
        category="controller-contact", importance=1, weight=-17.5,
    )  # fmt: skip
    assert "keeper" in pointed(address, company)[0]


def test_behind_the_first_quote_a_place_that_holds_more_comes_first() -> None:
    """Three statements of some weight are more than one that weighs a little more than each of them."""
    first = "We sell your list to the shops of the town every year."
    one = "Bakers may read which books lie beside your bed at night."
    other = "The mayor keeps a copy of each card that you sign."
    many = [
        f"{who} of the club may {what} by the harbour."
        for who, what in (
            ("Boats", "count your letters"),
            ("Cats", "hear your calls"),
            ("Dogs", "see your feet"),
        )
    ]
    text = " ".join(many)
    matters: tuple[Category, ...] = ("sharing", "purpose", "data-collection")
    apart = [
        replace(came(2, each, text.index(each)), importance=2, category=matter, weight=-4.0)
        for each, matter in zip(many, matters, strict=True)
    ]
    known = pages(
        ["We bake."],
        [first, "We bake.", text, "We bake.", one, "We bake.", other],
        replace(came(0, first), weight=9.0),
        *(replace(came(place, said), weight=0.0) for place, said in ((4, one), (6, other))),
        *apart,
    )
    assert any(many[0] in said for said in quoted(known))
    fewer = replace(known, findings=tuple(each for each in known.findings if each not in apart[1:]))
    assert not any(many[0] in said for said in quoted(fewer))


@pytest.mark.parametrize(("third", "number"), [("Oldtown", 1), ("Newtown", 2)])
def test_the_same_edit_of_two_places_is_told_once(third: str, number: int) -> None:
    """A town that was put into two lists is one change; two towns are two."""
    olds = [
        "Readers in Brightwater may ask us for a copy of their list.",
        "If you live in a town with such rules (e.g. Brightwater), write to the desk by the harbour.",
    ]
    news = [
        olds[0].replace("Brightwater", "Brightwater and Oldtown"),
        olds[1].replace("Brightwater", f"Brightwater, {third}"),
    ]
    changes = [
        replace(found(old, new, importance=2), old=Quote(old, n), new=Quote(new, n))
        for n, (old, new) in enumerate(zip(olds, news, strict=True))
    ]
    assert len(quoted(pages(olds, news, *changes))) == number
