"""What is quoted of a sentence: clauses, whose sense stays, around the edit that tells most."""

from __future__ import annotations

import pytest

from policydiff.report.changed_quotes import changed_quotes
from policydiff.report.clause_quotes import shortened
from policydiff.report.sentence_clauses import SaidWords

FILLER = "which we have told each and every member of the club on the day on which he or she joined it,"
"""A clause in which nothing changes."""
LONG = f"{FILLER} and on each of the days on which one of them brought back what had been lent to them all,"
"""One that makes a sentence too long to be quoted whole."""


def test_a_short_sentence_is_quoted_whole_on_both_sides() -> None:
    """Nothing is won by a cut."""
    said = changed_quotes("We keep your list for a year.", "We keep your list for ever.", "en")
    assert said == ("We keep your list for a year.", "We keep your list for ever.", False)


@pytest.mark.parametrize(
    ("kept", "lost"),
    [
        ("we keep the notes that you wrote for {} days", ""),  # the clause that changed
        ("We do not sell,", " lend for {} days or give away what you wrote"),  # a denial before it
        ("we keep your notes for {} days,", " unless you ask us to burn them"),  # a limit behind it
    ],
)
def test_of_a_long_sentence_the_clauses_are_quoted_that_changed(kept: str, lost: str) -> None:
    """With what denies or limits them; each cut is marked."""
    before = "" if kept[0].isupper() else f"On every day, {LONG} "
    behind = f" {LONG}" if kept[0].isupper() else ""
    old, new = (f"{before}{kept}{behind}{lost}.".format(days, days) for days in (30, 90))
    said = changed_quotes(old, new, "en")
    assert kept.format(90) in said.new
    assert lost.format(90) in said.new
    assert LONG not in said.new.casefold()
    assert "…" in said.new
    assert "30 days" in said.old


def test_a_condition_is_quoted_with_what_it_is_a_condition_of() -> None:
    """Alone it says nothing."""
    old, new = (
        f"If you are younger than {age} years, {LONG} your parents read your letters." for age in (13, 16)
    )
    assert changed_quotes(old, new, "en").new == (
        "If you are younger than 16 years, … your parents read your letters."
    )


def test_of_a_list_what_introduces_it_and_the_entries_beside_the_new_one_are_quoted() -> None:
    """Not all of its entries."""
    many = f"maps, boats, {' '.join(f'song {n},' for n in range(14))} chairs, doors,"
    more = "ships, walls, trees, books, hats, coats, plates, cups and forks"
    old, new = (f"Our clerks write into their lists of members {many}{it} {more}." for it in ("", " scars,"))
    said = changed_quotes(old, new, "en").new
    assert said.startswith("Our clerks write into their lists of members maps, …")
    assert "doors, scars, ships," in said
    assert "song 7" not in said
    assert "trees" not in said


def test_a_number_tells_more_than_other_words() -> None:
    """Of two edits of one place the other is left out."""
    one, other = "We keep your notes for {} days.", "A {} of our harbour office reads them at night."
    said = changed_quotes(
        f"{one.format(30)} We bake. {other.format('clerk')}",
        f"{one.format(90)} We bake. {other.format('guard')}",
        "en",
    )
    assert said == (one.format(30), one.format(90), False)


def test_the_sentence_of_a_statement_of_weight_comes_first() -> None:
    """Whatever its words tell."""
    one, other = "We keep your notes for {} days.", "A {} of our harbour office reads them at night."
    old, new = (f"{one.format(days)} {other.format(who)}" for days, who in ((30, "clerk"), (90, "guard")))
    said = changed_quotes(old, new, "en", [other.format("guard")])
    assert said[:2] == (other.format("clerk"), other.format("guard"))


def test_what_went_is_the_news_where_nothing_came() -> None:
    """And of a sentence for which nothing stands the other side is empty."""
    said = changed_quotes("We keep your list. We never sell it.", "We keep your list.", "en")
    assert said == ("We never sell it.", "", True)


def test_two_sentences_gave_way_to_each_other_though_they_share_nothing() -> None:
    """Among others a sentence has no counterpart that is about something else."""
    old, new = "Bakers sing in our hall.", "Your letters are read by clerks."
    assert changed_quotes(old, new, "en")[:2] == (old, new)
    assert changed_quotes(f"{old} We dance by the sea.", new, "en").old == ""


@pytest.mark.parametrize("days", [30, 90])
def test_a_sentence_that_is_of_no_great_length_on_either_side_is_cut_on_the_other_side_alone(
    days: int,
) -> None:
    """The news is quoted whole; what was before it, where the sides differ."""
    old, new = f"We keep it for 7 days, {FILLER} as we do.", f"We keep it for {days} days, {FILLER} as we do."
    assert changed_quotes(old, new, "en") == ("We keep it for 7 days, …", new, False)


def test_all_that_gave_way_stands_on_both_sides() -> None:
    """Where one edit is left out, its words seem to be new."""
    text = "We lend {} to our members, {} and on each of these days we also write down {} in our book."
    olds, news = ("maps", FILLER, "names"), ("boats", FILLER, "streets")
    said = changed_quotes(text.format(*olds), text.format(*news), "en")
    assert said.old == "We lend maps to our members, … also write down names in our book."


def test_no_quote_begins_with_words_that_only_one_side_has() -> None:
    """Else the neighbour that stayed seems to have gone."""
    text = f"We bind letters, {LONG} and we let you object to sad songs, {{}} games by the harbour and sea."
    old, new = text.format("dances or quiet"), text.format("long plays of our own and noisy")
    said = changed_quotes(old, new, "en")
    assert said.new.startswith("… to sad songs, long plays")
    assert said.old.startswith("… to sad songs, dances")


def test_what_denies_the_words_that_were_before_stands_with_them() -> None:
    """Without it they would say the opposite."""
    old, new = (
        f"We never sell to shops, {FILLER} and to {who} your name, your street." for who in ("clubs", "banks")
    )
    assert changed_quotes(old, new, "en").old.startswith("We never sell to shops, …")


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


def test_a_name_that_went_beside_another_edit_is_shown() -> None:
    """Though it stands elsewhere in the sentence: without it nobody reads that the firm itself did it."""
    captain = "a Wharfside captain of the old harbour"
    old, new = (
        f"When you sail with pilots of Wharfside, {who} keep notes on your course to that town with"
        " courses to other towns that use our pilots."
        for who in (f"Wharfside and {captain} may", f"{captain} may ask Wharfside to")
    )
    said = changed_quotes(old, new, "en")
    assert said.new == new
    assert f"Wharfside and {captain} may keep" in said.old


def test_what_is_left_out_of_one_side_is_no_word_that_the_other_shows() -> None:
    """It seems to have come or gone."""
    kept = "in the eyes of the {}, keep letters as safe as we do"
    new = (
        f"In such cases, we will only send your letters to towns beyond the sea that, {kept.format('guild')},"
        " or where other safe ways were found in accordance with the law of the sea, such as the sealed"
        " boxes of the guild."
    )
    old = f"In that case, we only send your letters to towns which, {kept.format('town guild')}."
    said = changed_quotes(old, new, "en")
    assert said.old.endswith("as we do.")
    assert kept.format("guild") in said.new


def test_a_last_clause_that_is_the_news_is_quoted_though_it_hangs_on_another() -> None:
    """Else both sides are quoted alike."""
    start = f"We may open your letters, {LONG} to"
    old, new = (
        f"{start} find out who owes us money;{it} or help the sheriff with what he is looking for."
        for it in ("", " to answer questions of courts;")
    )
    said = changed_quotes(old, new, "en")
    assert "to answer questions of courts" in said.new
    assert said.old != said.new


def test_what_the_other_side_said_in_another_place_stands_beside_it() -> None:
    """Else a sentence that was taken out of a longer one seems to be new."""
    tail = "to offer the towns of the coast an inn which they share by day and by night"
    tasks = "the care of lists, the carriage of letters and the inn's upkeep"
    old = f"Our clerks have for their tasks {tasks}, {tail}."
    new = (
        f"Our clerks have for their task {tail}."
        " These hold what is needed for the care of lists, for the carriage of letters and the inn's upkeep."
    )
    said = changed_quotes(old, new, "en", [new.partition(". ")[2]])
    assert said.new.startswith("These hold")
    assert said.old == old


def test_few_words_between_two_parts_are_shown_where_the_other_side_shows_one_of_them() -> None:
    """An entry of a list that stayed seems to have gone."""
    start = "Depending on what your parents chose, a young guest may not enter the great hall and the towers"
    rooms = "such as the rooms for songs"
    new = (
        f"{start}, {rooms}, and certain rooms on the hill, among them the loud one, may be closed to guests"
        " of some towns who are younger than 13, among other rooms."
    )
    said = changed_quotes(f"{start} {rooms}, among other rooms.", new, "en")
    assert "rooms for songs" in said.old
    assert rooms in said.new


def test_what_was_before_is_one_piece_where_little_is_left_out() -> None:
    """A sentence in pieces of a few words is read by nobody; a long one is cut."""
    old = (
        "If a child is younger than 13, or of another age in the land{} of its parents, and asks for a book, "
        "we keep it."
    )
    new = old.replace("13", "16").replace("book", "book by letter").replace("keep", "burn")
    assert changed_quotes(old.format(""), new.format(""), "en").old == old.format("")
    far = " that lies by the sea or on the other side of the hill behind the mill"
    assert " … " in changed_quotes(old.format(far), new.format(far), "en").old


def test_a_sentence_whose_first_clauses_only_lead_to_it_is_quoted_whole() -> None:
    """“Where the members of the club agree, …” says nothing."""
    lead = (
        "To the extent that a book of the club is lent to the towns of the coast by the law of the sea that"
    )
    said = f"{lead} each town has had since the flood, we sell the list of those who read it to the mill."
    assert shortened(said, "en") == said


LENT = "Whoever lends a book at the desk by the door, on a day on which the house is open,"


@pytest.mark.parametrize(
    ("old", "new", "before"),
    [
        # words only came: those around their place alone would say nothing
        (
            f"{LENT} signs a list.",
            f"{LENT} signs a list with the street, the age and the name of a bank.",
            "",
        ),
        (
            f"{LENT} signs the list of the club and of the town.",
            f"{LENT} signs the list.",
            f"{LENT} signs the list of the club and of the town.",
        ),
        # what stood there says something by itself
        (
            f"{LENT} signs the list of the club by hand.",
            f"{LENT} signs the book of the town council by hand.",
            "… signs the list of the club by hand.",
        ),
    ],
)
def test_a_side_without_words_of_its_own_is_quoted_whole(old: str, new: str, before: str) -> None:
    assert changed_quotes(old, new, "en").old == (before or old)


def test_a_side_without_words_of_its_own_goes_on_to_the_end_of_its_clause() -> None:
    """A quote that ends where the new words came would leave open what was said."""
    lead, rest = "When we lend books to other houses, we make use of", "the ordinary boat of the mill"
    end = ", which leaves the harbour at noon on each day of the year on which the wind is not too strong"
    came = "the new train that the town council and the mayor of the other harbour have paid for, and"
    said = changed_quotes(f"{lead} {rest}{end}.", f"{lead} {came} {rest}{end}.", "en")
    assert said.old == f"{lead} {rest}, …"


def test_what_was_before_goes_on_to_the_end_of_its_clause_where_that_is_near() -> None:
    """Else nobody learns what was disclosed."""
    end = "may give your street and your door to the town."
    old = f"If the harbour asks for a sailor by a letter, we {end}"
    new = (
        f"If the harbour or the town asks by a letter with a seal for a sailor who did {FILLER} we then {end}"
    )
    assert changed_quotes(old, new, "en").old.endswith(end)


def test_few_words_between_two_parts_of_a_quote_are_quoted_too() -> None:
    """They may be the condition that matters."""
    end = "may give away your street and door to the town."
    old = f"If the town sends an order of a judge, which confirms that you are a thief, we {end}"
    new = (
        "If the town sends us an order of the judges of the harbour, which confirms that you, in a case of"
        " letters, that also breaks our rules, are a suspect of theirs, we will read the order with great"
        f" care and {end}"
    )
    assert "rules, are a suspect of theirs, we will" in changed_quotes(old, new, "en").new


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
