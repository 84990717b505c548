"""Sentences are quoted whole; only what nobody reads to its end is cut between its clauses."""

from __future__ import annotations

from itertools import accumulate

import pytest

from policydiff.models import Quote
from policydiff.report.full_sentences import LONGEST, in_full, in_order, now_and_before
from policydiff.report.lede_point import LedeQuote

DAYS = "on each of the days on which you came to lend a book from us,"
"""A clause in which nothing changes."""
MANY = " ".join([DAYS] * 12)
"""So many that no sentence with them is quoted whole."""


def test_a_sentence_is_quoted_whole() -> None:
    """What a cut leaves out of it is missed more often than the room is."""
    said = f"We note, {DAYS} {DAYS} {DAYS} {DAYS} {DAYS} your name and your street; all others are burnt."
    assert in_full(said, "en") == said
    several = f"{said} {said} {said}"
    assert in_full(several, "en") == several


def test_of_a_sentence_without_end_the_first_clauses_are_quoted() -> None:
    said = in_full(f"We bake. We note, {MANY} your street.", "en")
    assert said.startswith(f"We bake. We note, {DAYS}")
    assert said.endswith(f"{DAYS} …")
    assert len(said.split()) <= LONGEST + len("We bake. …".split())


def test_beside_another_one_what_differs_is_quoted_with_what_stands_beside_it() -> None:
    """On both sides, between the same words, and with the clause that says who does it."""
    old, new = (f"We note, {MANY} {it}, {MANY} and so on." for it in ("your street", "your street and bank"))
    now, before = now_and_before(old, new, "en")
    assert now.words.startswith(f"We note, … {DAYS}")
    assert f"{DAYS} your street and bank, {DAYS}" in now.words
    assert now.words.endswith(f"{DAYS} …")
    assert before.words.startswith(f"We note, … {DAYS}")
    assert f"{DAYS} your street, {DAYS}" in before.words


def test_thousands_of_clauses_are_cut_at_once() -> None:
    """Also of commas alone, which have no words: what stands around them is shown."""
    said = in_full(f"We note your name, {'and day, ' * 32_000}and your street.", "en", "We bake.")
    assert said.startswith("We note your name, and day,")
    assert len(said.split()) <= LONGEST + 1
    assert in_full(f"We note, {'word ' * LONGEST}{', ' * 8_000}at night.", "en", "We bake.") == "We note, …"


def test_an_edit_of_several_long_sentences_is_read_once() -> None:
    """In each sentence that changed more it stands again; of short ones each is read: it may be of more."""
    old = "We ask whom under {0} we meet. We lend to none under {0} years. Ask {1} of those under {0} years."
    now, before = now_and_before(old.format(13, "all"), old.format(16, "most"), "en")
    assert (now.words, before.words) == (old.format(16, "most"), old.format(13, "all"))
    long = f"{DAYS} {DAYS} {DAYS} we ask whom under {{0}} we meet. {old.partition('. ')[2]}"
    now, before = now_and_before(long.format(13, "all"), long.format(16, "most"), "en")
    assert now.words.endswith("under 16 we meet. … Ask most of those under 16 years.")
    assert before.words.endswith("under 13 we meet. … Ask all of those under 13 years.")


@pytest.mark.parametrize("said", ["a" * 5_000, "文" * 5_000, f"{'words without a stop ' * 400}"])
def test_words_that_are_no_sentences_are_cut(said: str) -> None:
    assert len(in_full(said, "zh")) <= 1_500


def test_of_one_side_alone_nothing_says_which_it_is() -> None:
    """There is nothing that it could be taken for."""
    assert now_and_before("", "We bake.", "en") == (LedeQuote("", "We bake."),)
    assert now_and_before("We sew.", "", "en") == (LedeQuote("", "We sew."),)
    assert now_and_before("We sew.", "We bake.", "en") == (
        LedeQuote("now", "We bake."),
        LedeQuote("before", "We sew."),
    )


@pytest.mark.parametrize("mark", ["•", "o", "-", "»"])
def test_the_mark_of_a_list_is_not_quoted(mark: str) -> None:
    assert now_and_before("", f"{mark} Brightwater lends boats.", "en") == (
        LedeQuote("", "Brightwater lends boats."),
    )


def test_an_or_is_no_mark_of_a_list() -> None:
    assert now_and_before("", "o preferisce un libro.", "it") == (LedeQuote("", "o preferisce un libro."),)


def test_sentences_left_out_between_others_are_marked() -> None:
    """Those of another clause, or right behind, are not."""
    said = ["We bake.", "We sew.", "We sing.", "We dance."]
    starts = accumulate((len(one) + 1 for one in said), initial=0)
    quotes = [Quote(one, 3, start) for one, start in zip(said, starts, strict=False)]
    other = Quote("We row.", 4, 0)
    assert in_order(quotes, "en") == " ".join(said)
    assert in_order([quotes[0], quotes[2], other], "en") == "We bake. … We sing. We row."
