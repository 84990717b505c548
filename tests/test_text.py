"""Words and the folded form."""

from __future__ import annotations

import doctest
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff import text
from policydiff.text import compared, enumerator_end, fold, pieces, tokens, words

NUMBERS = {
    "1. Data": "Data", "1.1 Data": "Data", "1.1. Data": "Data", "2.3.4) Data": "Data", "(a) data": "data",
    "iv) data": "data", "A. Data": "Data", "Section 4: Data": "Data", "Article 5 – Données": "Données",
    "§ 3. Daten": "Daten", "III - Droits": "Droits", "• data": "data", "– 1. data": "data",
}  # fmt: skip
NO_NUMBERS = [
    "13 years or older", "25. Mai 2018", "2.5 million users", "2.5 Million users", "5 - 10 days", "A policy",
    "I agree", "e.g. this", "U.S. law", "1.", "Section 4 applies", "mm", "",
]  # fmt: skip


@pytest.mark.parametrize("line", NUMBERS)
def test_numbers_before_a_clause(line: str) -> None:
    """They are found in every usual form."""
    assert line[enumerator_end(line) :] == NUMBERS[line]


@pytest.mark.parametrize("line", NO_NUMBERS)
def test_numbers_that_say_something(line: str) -> None:
    """They belong to the clause."""
    assert enumerator_end(line) == 0


@given(st.text(alphabet="ab.!:；。 \n\u00a0[1]", max_size=40))
def test_pieces_end_behind_every_stop(given_text: str) -> None:
    """The fast way to cut a text finds the pieces that the plain way finds."""
    plain = re.split(r"(?<=[.!?:;])\s+|(?<=[。！？；])\s*", re.sub(r"\[\d{1,3}\]", "", given_text))
    assert pieces(given_text) == plain


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(given_text: str) -> None:
    """The folded form is its own folded form."""
    assert fold(fold(given_text)) == fold(given_text)


@given(st.text(alphabet="a_9Éß\u00a0\u2003\u0301\udc80個²’'-.\x1c\n ", max_size=40))
def test_words_are_runs_of_letters(given_text: str) -> None:
    """The fast way to find them finds what the plain way finds, lone surrogates included."""
    assert words(given_text) == re.findall(r"\w+", given_text)


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(given_text: str) -> None:
    """Places ascend, and at every one a token begins that is no white space."""
    places, found = tokens(given_text)
    assert len(places) == len(found)
    assert places == sorted(set(places))
    assert all(found)
    assert not any(given_text[place].isspace() for place in places)


@given(
    st.lists(
        st.sampled_from("we keep “data” – don’t l’accord 5 % 20€ 個人 e-mail (a) ... naïve".split()),
        max_size=12,
    )
)
def test_both_ways_to_cut_words_agree(listed: list[str]) -> None:
    """What is compared of a clause is what its tokens say."""
    line = "Words " + " ".join(listed)
    from_tokens = [word for token in tokens(line)[1] for word in compared(f"Words {token}").split()[1:]]
    assert ["words", *from_tokens] == ["words", "words", *compared(line).split()[1:]]


def test_the_examples_in_the_module_hold() -> None:
    """The doctests of text.py."""
    assert doctest.testmod(text).failed == 0


def test_letters_of_unspaced_scripts_are_recognised_by_their_first_byte() -> None:
    """Words of such scripts are counted only in texts that hold one of these bytes."""
    letters = (chr(code) for code in range(0xE00, 0xA000) if text._UNSPACED.match(chr(code)))
    assert {letter.encode()[:1] for letter in letters} <= set(text._UNSPACED_STARTS)
