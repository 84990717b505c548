"""What a finding quotes: shortened only between clauses, never cut where it counts, mirrored."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from policydiff.findings.quoting import (
    ShownQuotes,
    edits,
    of_cell,
    of_item,
    shortened,
    shown_statement,
)
from policydiff.models import Link

FORM = Link("Object", "https://a.example/form", 0)
MAIL = Link("Object", "mailto:b@a.example", 0)
LONG = (
    "We bake bread for the harbour, write your name on the bag, keep a note of the flour you like, "
    "count the loaves, and never sell the note, unless you ask us in writing, to mills near the town."
)


@pytest.mark.parametrize(
    ("shown", "sentence"),
    [
        (shown_statement(None, "We never sell bread."), "New: “We never sell bread.”"),
        (shown_statement("We never sell bread.", None), "Gone: “We never sell bread.”"),
        (shown_statement("Kept 3 days.", "Kept 9 days."), "Was “Kept 3 days.”, now “Kept 9 days.”"),
        (of_cell(ShownQuotes("No", "Yes"), "Maps", "Sold or shared"), "Maps, Sold or shared: No → Yes"),
        (of_cell(ShownQuotes(None, "Consent"), "Maps", "Basis"), "New: “Consent” (Maps, Basis)"),
        (of_cell(ShownQuotes("Consent", None), "Maps", ""), "Gone: “Consent” (Maps)"),
        (
            of_item(ShownQuotes("mills", None), "We never tell:"),
            "Gone: “mills” (“We never tell:”)",
        ),
        (of_item(ShownQuotes("mills", "inns"), "We tell:"), "Was “mills”, now “inns”"),
    ],
)  # fmt: skip
def test_the_line(shown: ShownQuotes, sentence: str) -> None:
    assert shown.sentence == sentence


def test_from_the_other_end_new_and_gone_change_places() -> None:
    shown = shown_statement(None, "We bake.")
    assert shown.mirrored == shown_statement("We bake.", None)
    assert shown.mirrored.sentence == "Gone: “We bake.”"


def test_a_short_sentence_stays_whole() -> None:
    assert shortened("  We bake, and we sell.  ", [(2, 4)]) == "We bake, and we sell."


def test_clauses_without_an_edit_are_left_out() -> None:
    at = LONG.index("flour")
    shown = shortened(LONG, [(at, at + 5)], "en", 100)
    assert "keep a note of the flour you like" in shown
    assert "count the loaves" not in shown
    assert " … " in shown


def test_a_quote_is_more_than_its_opening() -> None:
    sentence = (
        "To this end, the bakers of the town write down which of seven flours goes into a loaf, and so on."
    )
    assert "seven flours" in shortened(sentence, [], "en", 60)


def test_a_denial_stands_with_the_clause_before_it() -> None:
    sentence = "At the mill, at the quay, in the shop, we write down your name, but never sell it, and so on."
    assert "we write down your name, but never sell it" in shortened(sentence, [], "en", 50)


def test_a_denial_and_its_limit_are_never_left_out() -> None:
    shown = shortened(LONG, [], "en", 60)
    assert "never sell the note, unless you ask us in writing" in shown


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "fr",
            "Nous cuisons, livrons, et ne vendons pas vos notes, sauf accord, ni le reste, hors de la ville.",
        ),
        (
            "de",
            "Wir backen, liefern, und verkaufen Ihre Notizen nicht, außer an Mühlen, und so weiter, im Ort.",
        ),
        (
            "es",
            "Horneamos, servimos, y nunca vendemos sus notas, salvo a molinos, y otras cosas, en la ciudad.",
        ),
    ],
)
def test_denials_of_other_languages_stay(language: str, sentence: str) -> None:
    shown = shortened(sentence, [], language, 40)
    assert re.search(
        "pas vos notes, sauf accord|Notizen nicht, außer an|nunca vendemos sus notas, salvo", shown
    )


def test_both_sides_show_the_place_of_an_edit() -> None:
    new = LONG.replace("the flour you like", "the flour and salt you like")
    shown = shown_statement(LONG, new, "en", 100)
    assert shown.old is not None
    assert shown.new is not None
    assert "the flour you like" in shown.old
    assert "the flour and salt you like" in shown.new


def test_edits_are_the_words_of_each_side() -> None:
    old, new = "Kept for 3 days here.", "Kept for 9 long days here."
    taken, put = edits(old, new)
    assert [old[a:b] for a, b in taken] == ["3"]
    assert [new[a:b] for a, b in put] == ["9 long"]


WORDS = st.sampled_from(
    ["we", "share", "bread,", "salt;", "(maps)", "never", "unless", "you.", "Ask", "–", "3", "é"]
)
SIDES = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=40)


FEW = st.lists(st.sampled_from(["bread", "salt", "who", ","]), max_size=8).map(" ".join)


@given(FEW, FEW)
@example("bread salt who", "who bread")
def test_edits_are_the_same_from_both_ends(old: str, new: str) -> None:
    taken, put = edits(old, new)
    assert edits(new, old) == (put, taken)


def test_what_a_sentence_says_behind_its_opening_is_quoted() -> None:
    """A quote of the reason alone says nothing."""
    opening = "In order to answer all of the letters that people in towns and villages send to our bakery,"
    behind = "for reasons of order and of thrift, we hand your name and your address to three mills."
    assert behind in (shown_statement(None, f"{opening} {behind}", "en", 120).new or "")


def test_a_quote_says_for_whom_it_holds_and_what_a_limit_stands_in() -> None:
    """A label in front, and the words behind an aside, without which it would say something else."""
    sentence = (
        "For bakers in Norway: we hand your name and your address to the mills, to the millers, to carters,"
        " to the harbour, to the quay and, unless you object, for the training of apprentices, and so on."
    )
    shown = shortened(sentence, [], "en", 120)
    assert shown.startswith("For bakers in Norway:")
    assert "unless you object, for the training of apprentices" in shown


@given(SIDES, SIDES, st.integers(5, 80))
def test_the_mirror_law(old: str, new: str, limit: int) -> None:
    assert shown_statement(old, new, "en", limit).mirrored == shown_statement(new, old, "en", limit)


@given(SIDES, SIDES, st.integers(5, 80))
def test_every_piece_of_a_quote_stands_in_the_text_and_holds_the_edits(
    old: str, new: str, limit: int
) -> None:
    _, put = edits(old, new)
    shown = shortened(new, put, "en", limit)
    assert all(piece.strip() in new for piece in shown.split("…")) or "…" in new
    for start, end in put:
        words = re.findall(r"\w+", new[start:end])
        assert all(word in shown for word in words)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "text", ["x", "7" * 100_000, "a, " * 33_000, "no " * 33_000, "(" * 100_000, "ब, " * 33_000]
)
def test_any_text_is_quoted_in_little_time(text: str) -> None:
    shown_statement(text, text[::-1])
    shown_statement(None, text)
