"""What is told of a sentence in few words: its first clauses, so that its promise stays."""

from __future__ import annotations

import pytest

from policydiff.report.clause_quotes import shortened
from policydiff.report.sentence_clauses import SaidWords

FILLER = "which we have told each and every member of the club on the day on which he or she joined it,"


@pytest.mark.parametrize("end", ["unless you ask us not to", "but never to shops", "if you are not a member"])
def test_a_long_new_sentence_is_cut_before_what_only_goes_on(end: str) -> None:
    """What limits it stays, and the clause that says who does what."""
    said = shortened(f"When you lend a book, we note your name, {FILLER} {FILLER} {end}.", "en")
    assert said.startswith("When you lend a book, we note your name,")
    assert said.endswith(f"… {end}.")


def test_both_halves_of_an_either_are_quoted() -> None:
    """The one alone would be said to be all."""
    lead = (
        "The shops to which we send what you lend us have either signed the old letter of the harbour clerks,"
    )
    half = "or they have agreed with us on the rules that all towns by the sea wrote into their books,"
    assert half in shortened(f"{lead} {half} {FILLER} as we do.", "en")


def test_what_only_leads_to_a_long_main_clause_gives_way_to_it() -> None:
    """Unless it is a condition, or denies."""
    lead = f"to the many good and old promises of the house that stands on the hill above the sea {FILLER}"
    hall = "and of the hall by the old sea wall " * 3
    main = f"our club is known as a member of the guild of the harbour {hall},"
    said = shortened(f"In addition {lead} {main} and so on, as we wrote to all of you.", "en")
    assert said.startswith("… our club is known as a member")
    assert shortened(f"If you object {lead} {main} and so on, as we wrote.", "en").startswith("If you object")


def test_what_leads_to_the_main_clause_is_not_all_that_is_quoted() -> None:
    """However much there is of it."""
    lead = f"When you lend a book, {'if you are here, ' * 10}and while you are a member of our club,"
    assert "… we count your letters" in shortened(f"{lead} we count your letters, {FILLER} each day.", "en")


def test_brackets_short_names_and_addresses_end_no_clause() -> None:
    """A clause ends where a reader takes a breath."""
    said = SaidWords(
        "We (“Omega”) ask a.example, the shop (which sells maps, boats and lamps), for cakes.", "en"
    )
    assert [said.text(one) for one in said.clauses((0, len(said.words)), 30)] == [
        "We (“Omega”) ask a.example, the shop",
        "(which sells maps, boats and lamps),",
        "for cakes.",
    ]


def test_a_sentence_whose_first_clauses_only_lead_to_it_is_quoted_whole() -> None:
    """“Where the members of the club agree, …” says nothing."""
    lead = (
        "To the extent that a book of the club is lent to the towns of the coast by the law of the sea that"
    )
    said = f"{lead} each town has had since the flood, we sell the list of those who read it to the mill."
    assert shortened(said, "en") == said


def test_a_sentence_of_some_forty_words_is_not_cut() -> None:
    """What a cut leaves out of it is missed more often than the room is."""
    said = (
        "We hold what we know of our readers, friends and neighbours, clerks and all others who borrow a"
        " book, in a manner that is in line with the grounds that the law of the harbour names for that."
    )
    assert shortened(said, "en") == said


@pytest.mark.parametrize(
    ("between", "is_quoted"),
    [
        # a condition of an item that is left out
        ("(iii) lend the boats of the house to friends from the islands across the wide bay", False),
        ("and all that you and those who came before you noted in them by hand and by pen", True),
    ],
)
def test_a_condition_is_not_quoted_of_another_item(between: str, *, is_quoted: bool) -> None:
    items = (
        "(i) read the books, the maps and the plans of the house by day and by night, "
        "(ii) sell all copies of them to the shops in the harbour of the town, "
        "with the names of those who made them, the days and the prices of all of them, "
    )
    said = shortened(f"You may: {items}{between}, unless a law forbids it.", "en")
    assert "by hand" not in said
    assert "islands" not in said
    assert ("unless" in said) is is_quoted
