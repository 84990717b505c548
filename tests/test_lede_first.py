"""The first sentence of a lede: what is known of it stays a value until it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from policydiff.report.lede_first import DocumentName, FirstSentence
from policydiff.report.lede_point import LedePoint, LedeQuote
from policydiff.report.lede_trivial import Trivial

if TYPE_CHECKING:
    from collections.abc import Mapping

FERN = DocumentName(has_article=True, name="“Fern Privacy Policy”")


def sentence(places: int, *besides: str) -> FirstSentence:
    return FirstSentence(FERN, "changed in 4 places of May", places, besides=besides)


@pytest.mark.parametrize(
    ("places", "besides", "said"),
    [
        (0, (), "."),
        (1, (), " in one place."),
        (1234, (), " in 1,234 places."),
        (3, ("a link changed",), " in 3 places; besides, a link changed."),
    ],
)
def test_places_and_links_stand_behind_what_happened(
    places: int, besides: tuple[str, ...], said: str
) -> None:
    assert sentence(places, *besides).text == f"The “Fern Privacy Policy” changed in 4 places of May{said}"


@pytest.mark.parametrize(
    ("places", "said"), [(1, "changed in one passage."), (3, "changed in a few passages."), (0, "changed.")]
)
def test_a_sentence_that_says_nothing_else_keeps_how_many_it_is_about(places: int, said: str) -> None:
    assert FirstSentence(FERN, "changed", places).without_number().text == f"The “Fern Privacy Policy” {said}"


@pytest.mark.parametrize("is_all", [True, False])
def test_passages_that_are_not_few_are_not_called_so(*, is_all: bool) -> None:
    said = FirstSentence(FERN, "changed", 32).without_number(is_few=False, is_all=is_all).text
    assert said == "The “Fern Privacy Policy” changed."


def test_places_of_a_date_alone_are_not_counted() -> None:
    assert sentence(3).without_dated(2).text.endswith(" in one place.")
    assert sentence(2).without_dated(2).text == sentence(2).text


def test_an_article_is_small_inside_of_a_sentence_and_a_name_keeps_its_capital() -> None:
    assert sentence(1).inside == "the “Fern Privacy Policy” changed in 4 places of May in one place."
    name = DocumentName(has_article=False, name="The Fern’s policy")
    assert FirstSentence(name, "changed").inside == "The Fern’s policy changed."


def test_the_number_of_places_is_left_out_and_no_other_number() -> None:
    assert sentence(3).without_number().text == "The “Fern Privacy Policy” changed in 4 places of May."


@pytest.mark.parametrize(
    ("trivial", "said"),
    [
        ((1, "a letter or two"), " in 3 places, in one of them only a letter or two."),
        ((2, "a name in 2 places"), " in 3 places, in 2 of them only a name in 2 places."),
        ((3, "a name in 3 places"), " in links; of its words, only in a name in 3 places."),
    ],
)
def test_what_is_trivial_is_said_of_its_places_whose_number_stays(
    trivial: tuple[int, str], said: str
) -> None:
    found: Mapping[int, tuple[()]] = {}
    whole = sentence(3).with_trivial(Trivial(found, "", of_words=trivial[1], places=trivial[0]))
    assert whole.text == f"The “Fern Privacy Policy” changed in 4 places of May{said}"
    assert whole.without_number().text == whole.text


def test_places_that_all_have_the_edit_that_is_quoted_are_said_to_be_alike() -> None:
    point = LedePoint(
        "Changed throughout", "", (LedeQuote("now", "Fern"), LedeQuote("before", "Oak")), places=(1, 2)
    )
    assert sentence(2).with_alike([point]).text.endswith(" in 2 places, the same in each.")
    for places, points in ((3, [point]), (2, [point, point]), (1, [replace(point, places=(1,))])):
        assert "same" not in sentence(places).with_alike(points).text
