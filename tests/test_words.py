"""Word edits inside one change: whole words and phrases, no confetti, the same on every machine."""

from __future__ import annotations

import pytest

from policydiff.word_edits import drafts
from policydiff.word_edits.best_chain import Tokens, best_chain
from policydiff.word_edits.readable import regions, settle
from policydiff.word_edits.sequences import EqualRun, common_runs, heaviest_order
from policydiff.word_edits.slide import slide
from tests.diffs import document, story

EDITS = {
    "a word": (
        "We keep your data for thirty days.",
        "We keep your data for ninety days.",
        "We keep your data for [-thirty -]{+ninety +}days.",
    ),
    "two words can be everything": (
        "Reddit-like sites do not sell or share personal information.",
        "Reddit-like sites do not sell personal information.",
        "Reddit-like sites do not sell [-or share -]personal information.",
    ),
    "a sentence put in stays whole": (
        "We keep your data. We share your data with partners.",
        "We keep your data. We sell your data to brokers. We share your data with partners.",
        "We keep your data. {+We sell your data to brokers. +}We share your data with partners.",
    ),
    "a contraction is one word": (
        "We don’t use your photos and never have done so.",
        "We didn’t use your photos and never have done so.",
        "We [-don’t -]{+didn’t +}use your photos and never have done so.",
    ),
    "the noun behind an elision": (
        "Vous pouvez demander l’accès à toutes vos données.",
        "Vous pouvez demander l’effacement à toutes vos données.",
        "Vous pouvez demander l’[-accès -]{+effacement +}à toutes vos données.",
    ),
    "punctuation alone is no edit": (
        "We keep logs, cookies and messages for a year in Finland.",
        "We keep logs; cookies, and messages for two years in Finland.",
        "We keep logs; cookies, and messages for [-a year -]{+two years +}in Finland.",
    ),
    "punctuation goes with the word beside it": (
        "We keep your messages and photos.",
        "We keep your messages, logs and photos.",
        "We keep your messages{+, logs +}and photos.",
    ),
    "a number is one word": (
        "Claims up to 10,000 euros are settled within 2.5 years by us.",
        "Claims up to 12,000 euros are settled within 3.5 years by us.",
        "Claims up to [-10,000 -]{+12,000 +}euros are settled within [-2.5 -]{+3.5 +}years by us.",
    ),
    "blanks that a recorder lost": (
        "Those logs (or, in common with partners, copies) are kept for thirty days.",
        "Those logs(or, incommon with partners, copies) are kept for ninety days.",
        "Those logs(or, incommon with partners, copies) are kept for [-thirty -]{+ninety +}days.",
    ),
    "a dash that a recorder lost": (
        "We set cookies—small files—on your phone.",
        "We set cookiessmall fileson your tablet.",
        "We set cookiessmall fileson your [-phone-]{+tablet+}.",
    ),
    "a hyphen in an address counts": (
        "Write to help@fernleaf.example today.",
        "Write to help@fern-leaf.example today.",
        "Write to help@[-fernleaf-]{+fern-leaf+}.example today.",
    ),
    "a currency counts, a blank does not": (
        "A copy costs 5 €.",
        "A copy costs 5$.",
        "A copy costs 5[- €-]{+$+}.",
    ),
    "signs of a script without blanks": (
        "個人情報を三十日保存します",
        "個人情報を九十日保存します",
        "個人情報を[-三-]{+九+}十日保存します",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_edits_read_as_a_person_would_mark_them(name: str) -> None:
    """Old and new sentence, and the marks that are expected."""
    old, new, expected = EDITS[name]
    assert story(document("# Policy", old), document("# Policy", new)) == [f"reworded: {expected}"]


def test_no_clock_has_a_say_in_the_edits() -> None:
    """The engine has no time limit."""
    assert drafts._dmp().Diff_Timeout == 0


def test_a_chain_prefers_one_long_run_to_scattered_words() -> None:
    """At a price, words that stand alone are not kept."""
    tokens = Tokens.of(
        "our x the data that we hold y our".split(), "our the q data that we hold our z".split()
    )
    runs = best_chain(tokens, EqualRun(0, 0, 0), tokens.end, 2.2)
    assert runs == [EqualRun(0, 0, 1), EqualRun(3, 3, 4)]


def test_islands_go_as_far_as_the_allowance_reaches() -> None:
    """Without an allowance the shortest edits stand; with one the island goes."""
    old = "a1 a2 a3 our a4 a5 a6".split()
    new = "b1 b2 b3 our b4 b5 b6".split()
    tokens = Tokens.of(old, new)
    found = regions(tokens, [EqualRun(3, 3, 1)])
    assert [run for way in settle(found, 0) for run in way if run.size] == [EqualRun(3, 3, 1)]
    assert [run for way in settle(found, 2) for run in way if run.size] == []


@pytest.mark.parametrize(("kept", "stays"), [("our", False), ("our own", False), ("our own data", True)])
def test_one_or_two_words_are_an_island_and_three_are_none(kept: str, stays: bool) -> None:
    """Two words that both sides share by chance go, three in a row say something, whatever may be spent."""
    same = kept.split()
    old = ["a1", "a2", "a3", *same, "a4", "a5", "a6"]
    new = ["b1", "b2", "b3", *same, "b4", "b5", "b6"]
    run = EqualRun(3, 3, len(same))
    shown = [one for way in settle(regions(Tokens.of(old, new), [run]), 100) for one in way if one.size]
    assert shown == ([run] if stays else [])


def test_an_edit_begins_where_a_sentence_begins() -> None:
    """Of two equal edits the one that starts behind a full stop is taken."""
    old = "we keep data . we share data .".split()
    new = "we keep data . we sell data . we share data .".split()
    runs = [EqualRun(0, 0, 5), EqualRun(5, 9, 3)]
    assert slide(Tokens.of(old, new), runs) == [EqualRun(0, 0, 4), EqualRun(4, 8, 4)]


def test_the_heaviest_order_weighs() -> None:
    """One heavy pair beats two light ones that are in order."""
    pairs = [(0, 2), (1, 0), (2, 1)]
    assert heaviest_order(pairs, [5, 1, 1].__getitem__) == {(0, 2)}
    assert heaviest_order(pairs, lambda _: 1) == {(1, 0), (2, 1)}


def test_what_is_too_long_is_cut_at_rare_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the bound only what lies between unique sequences is compared word by word."""
    monkeypatch.setattr("policydiff.word_edits.sequences.LCS_CELLS", 100)
    old = "".join(chr(0x100 + k) for k in range(200))
    new = old[:50] + "xyz" + old[50:120] + old[123:]
    assert sum(run.size for run in common_runs("a" + old + "b", "c" + new + "d")) == 197


def test_a_paragraph_as_long_as_a_book_is_compared_by_sentences() -> None:
    """One sentence changed in a paragraph of 300,000 letters: that sentence is the edit."""
    listed = [f"Sentence number {k} says that we keep item {k}." for k in range(7000)]
    old, new = " ".join(listed), " ".join([*listed[:5000], "We sell it.", *listed[5001:]])
    assert len(old) > 200_000
    found = story(document("# Policy", old), document("# Policy", new))
    assert len(found) == 1
    assert f"[-{listed[5000]} -]{{+We sell it. +}}" in found[0]
