"""Which clause became which: what is the same, reworded, split, merged, added and removed."""

from __future__ import annotations

import pytest

from policydiff import Clause, Document, compare_documents
from policydiff.diff.align import same_pairs
from policydiff.diff.regroup import _filled, recut
from policydiff.diff.sides import NumberedSides
from tests.diffs import document, story

SENTENCES = [
    "We collect the data that you give us when you open an account.",
    "We keep your messages for thirty days after you delete them.",
    "Our partners help us to measure how our advertisements perform.",
    "You may ask us for a copy of everything we hold about you.",
]


def test_what_is_unique_pairs_wherever_it_stands() -> None:
    """Numbers that occur once on both sides are paired, in order or not."""
    assert sorted(same_pairs([1, 2, 3, 4], [3, 1, 2, 4], lambda _: 1)) == [(0, 1), (1, 2), (2, 0), (3, 3)]


def test_what_is_frequent_pairs_between_its_neighbours() -> None:
    """A clause that occurs often belongs to its twin between the same neighbours, not to the first one."""
    old, new = [9, 1, 9, 2, 9, 3], [1, 9, 2, 9, 3]
    assert sorted(same_pairs(old, new, lambda _: 1)) == [(1, 0), (2, 1), (3, 2), (4, 3), (5, 4)]


def test_an_inserted_clause_is_the_only_change() -> None:
    """Everything around a new paragraph is unchanged."""
    old = document(*SENTENCES)
    new = document(*SENTENCES[:2], "We sell nothing.", *SENTENCES[2:])
    assert story(old, new) == ["added: We sell nothing."]


def test_a_removed_clause_stands_behind_the_one_it_followed() -> None:
    """What is gone is told where it stood."""
    old, new = document(*SENTENCES), document(*SENTENCES[:1], *SENTENCES[2:])
    kinds = [change.kind for change in compare_documents(old, new).changes]
    assert kinds == ["unchanged", "removed", "unchanged", "unchanged"]


def test_a_date_line_is_reworded_though_no_word_stays() -> None:
    """Two dates at the same place look alike even if they share no word."""
    old, new = (
        document("# Policy", "March 8, 2023", *SENTENCES),
        document("# Policy", "November 1, 2024", *SENTENCES),
    )
    assert [line.split(":")[0] for line in story(old, new)] == ["reworded"]


def test_repeated_short_clauses_do_not_pair_across_the_document() -> None:
    """One "Learn more" that is new at the end leaves all others in place."""
    old = document("# A", "Learn more", SENTENCES[0], "# B", "Learn more", SENTENCES[1])
    new = document("# A", "Learn more", SENTENCES[0], "# B", "Learn more", SENTENCES[1], "# C", "Learn more")
    assert story(old, new) == ["added: C", "added: Learn more"]


SAME_WORDS = {
    "a paragraph cut into three": (
        [" ".join(SENTENCES[:3])],
        SENTENCES[:3],
        "split",
    ),
    "a sentence that became a list": (
        ["We collect your name, your address and your phone number."],
        ["We collect", "* your name", "* your address", "* and your phone number"],
        "split",
    ),
    "three items that became a paragraph": (
        ["* Your name;", "* your address;", "* your phone number."],
        ["Your name, your address, your phone number."],
        "merged",
    ),
    "two paragraphs cut elsewhere": (
        [" ".join(SENTENCES[:3]), SENTENCES[3]],
        [SENTENCES[0], " ".join(SENTENCES[1:])],
        "merged",
    ),
    "lines that a recorder joined without a blank": (
        [
            "Personal data means what can identify you together with what we hold or may hold in our",
            "records.",
        ],
        ["Personal data means what can identify you together with what we hold or may hold in ourrecords."],
        "merged",
    ),
    "two paragraphs that became three": (
        [" ".join(SENTENCES[:2]), " ".join(SENTENCES[2:])],
        [SENTENCES[0], " ".join(SENTENCES[1:3]), SENTENCES[3]],
        "split",
    ),
}


@pytest.mark.parametrize("name", SAME_WORDS)
def test_regrouped_words_are_no_changed_words(name: str) -> None:
    """Re-paragraphing and lists made of paragraphs show no edit."""
    old, new, kind = SAME_WORDS[name]
    changes = compare_documents(document(*old), document(*new)).changes
    assert [change.kind for change in changes] == [kind]
    assert {edit.operation for edit in changes[0].edits} == {"equal"}


def test_a_split_with_an_edit_shows_the_edit_only() -> None:
    """A paragraph cut in two, with one word changed."""
    old = document(" ".join(SENTENCES[:2]))
    new = document(SENTENCES[0], SENTENCES[1].replace("thirty", "ninety"))
    assert [line.split(": ")[0] for line in story(old, new)] == ["split"]
    assert "[-thirty -]{+ninety +}days" in story(old, new)[0]


SAME_TO_A_READER = {
    "renumbered": ("3. How we share data", "4. How we share data"),
    "renumbered deep": ("2.1.3 Sharing your data", "3.1 Sharing your data"),
    "letters": ("(a) with our partners", "iv) with our partners"),
    "number gone": ("Section 5: Your rights", "Your rights"),
    "quotation marks": ("the “Services”", 'the "Services"'),
    "dashes and blanks": ("data – all of it", "data - all  of it"),
    "capitals": ("HOW WE SHARE DATA", "How we share data"),
    "blanks lost": ("in common with other sites", "incommon with othersites"),
    "soft hyphen": ("infor\u00admation", "information"),
    "masked address": ("Write to [email\u00a0protected]", "Write to [email protected]"),
    "rotating token": ("Session 7f3a9c2b1d4e5f60a1b2", "Session 0a1b2c3d4e5f60718293"),
}


@pytest.mark.parametrize("name", SAME_TO_A_READER)
def test_what_reads_the_same_is_unchanged(name: str) -> None:
    """Numbers, signs and capitals are no changed words."""
    old, new = SAME_TO_A_READER[name]
    assert story(document(old, *SENTENCES), document(new, *SENTENCES)) == []


NOT_THE_SAME = {
    "an age": ("16 years or older", "18 years or older"),
    "a day": ("25. Mai 2018", "26. Mai 2018"),
    "a sum": ("a fee of 5 €", "a fee of 5 $"),
    "a share": ("We keep 10 % of it", "We keep 10 of it"),
    "a tick": ("Shared ✓", "Shared ✗"),
}


@pytest.mark.parametrize("name", NOT_THE_SAME)
def test_what_reads_otherwise_is_reworded(name: str) -> None:
    """A number that says something is none of the numbers that count clauses."""
    old, new = NOT_THE_SAME[name]
    found = [line.split(":")[0] for line in story(document(old, *SENTENCES), document(new, *SENTENCES))]
    assert found == ["reworded"]


def test_kind_and_level_do_not_count() -> None:
    """A heading that became a paragraph, and one that moved down a level, are unchanged."""
    old = Document((Clause("heading", "Your rights", depth=2), Clause("item", SENTENCES[0], depth=1)))
    new = Document((Clause("paragraph", "Your rights"), Clause("paragraph", SENTENCES[0])))
    assert story(old, new) == []


def test_an_empty_side_is_all_added_or_removed() -> None:
    """Nothing to align with."""
    full = document(*SENTENCES)
    assert {change.kind for change in compare_documents(Document(()), full).changes} == {"added"}
    assert {change.kind for change in compare_documents(full, Document(())).changes} == {"removed"}
    assert compare_documents(Document(()), Document(())).changes == ()


def test_clauses_without_a_word_belong_together() -> None:
    """Where neither side says a word all that stands there is one group: nothing came and nothing went."""
    sides = NumberedSides(
        [Clause("paragraph", "—"), Clause("paragraph", "…")], [Clause("paragraph", "* * *")]
    )
    assert recut(sides) == [((0, 1), (0,))]
    assert recut(NumberedSides([Clause("paragraph", "—")], [])) in ([], None)


@pytest.mark.parametrize(("between", "taken"), [("xx", [0, 1, 2]), ("xxx", [0, 2])])
def test_what_stands_between_halves_is_read_with_them_if_it_is_less(between: str, taken: list[int]) -> None:
    """Up to half of what the halves and their partners have: more is a paragraph of its own."""
    assert _filled({0, 2}, ["ab", between, "ab"], [""], {0}) == taken


def test_no_heading_is_split_around_a_section() -> None:
    """A new section of which the heading shares words with the next one is new."""
    rest = "k For payment by the shops to which the law of lamps applies"
    old = document(*SENTENCES, f"# {rest}", "* name of the shop")
    new = document(
        *SENTENCES,
        "# k For payment by fern card",
        "* number of the card, day and hour of the payment",
        "* name of the bank, of the owner of the account and of the branch",
        f"# {rest.replace('k', 'l', 1)}",
        "* name of the shop",
    )
    assert [one.partition(":")[0] for one in story(old, new)] == ["added", "added", "added", "reworded"]
    assert [one.partition(":")[0] for one in story(new, old)] == ["removed", "removed", "removed", "reworded"]


def test_a_heading_in_two_lines_is_still_split() -> None:
    old = document(*SENTENCES, "# How we use your lists and for how long we keep them", SENTENCES[0])
    new = document(*SENTENCES, "# How we use your lists", "# and for how long we keep them", SENTENCES[0])
    assert [one.partition(":")[0] for one in story(old, new)] == ["split"]
