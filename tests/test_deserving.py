"""Whether a changed place deserves a quote beside others."""

from __future__ import annotations

from policydiff.report.deserving import LEAST, deserved, words_that_differ


def test_each_of_three_things_speaks_for_a_quote() -> None:
    """In whole numbers, so that every machine decides alike."""
    plain = deserved(1000, 8, 0.0)
    assert deserved(2000, 8, 0.0) > plain
    assert deserved(1000, 16, 0.0) > plain
    assert deserved(1000, 8, 10.0) > plain
    assert isinstance(deserved(1000, 8, 1.25), int)


def test_what_no_finding_tells_needs_more() -> None:
    assert deserved(1000, 8) < deserved(1000, 8, 0.0)


def test_a_sentence_that_must_be_told_deserves_a_quote_and_a_letter_does_not() -> None:
    assert deserved(3000, 12, 0.0) >= LEAST
    assert deserved(100, 1, 0.0) < LEAST


def test_words_that_differ_are_those_that_one_side_has_more_often() -> None:
    assert words_that_differ(["We keep lists"], ["We keep long", "lists"]) == 1
    assert words_that_differ(["the list the list"], ["The list"]) == 2
    assert words_that_differ([], ["Five new words stand here"]) == 5
