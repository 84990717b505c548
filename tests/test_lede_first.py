"""The first sentence of a lede: what is known of it stays a value until it is written."""

from __future__ import annotations

import pytest

from policydiff.report.lede_first import DocumentName, FirstSentence

FERN = DocumentName(has_article=True, name="“Fern Privacy Policy”")


def sentence(where: str, *besides: str) -> FirstSentence:
    return FirstSentence(FERN, "changed in May", where, besides=besides)


@pytest.mark.parametrize(
    ("where", "besides", "said"),
    [
        ("", (), "."),
        (" in one place", (), " in one place."),
        (" in 3 places", ("a link changed",), " in 3 places; besides, a link changed."),
    ],
)
def test_places_and_links_stand_behind_what_happened(where: str, besides: tuple[str, ...], said: str) -> None:
    assert sentence(where, *besides).text == f"The “Fern Privacy Policy” changed in May{said}"


def test_an_article_is_small_inside_of_a_sentence_and_a_name_keeps_its_capital() -> None:
    assert sentence(" in one place").inside == "the “Fern Privacy Policy” changed in May in one place."
    name = DocumentName(has_article=False, name="The Fern’s policy")
    assert FirstSentence(name, "changed").inside == "The Fern’s policy changed."
