"""What else changed than a lede quotes: a few words of it, sections that came or went whole, and headings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.models import Change, DocumentDiff, Quote
from policydiff.report import few_changes
from policydiff.report.absent_words import TextPair
from policydiff.report.clause_words import ClauseWords
from policydiff.report.counterparts import Counterparts
from policydiff.report.lede import lede
from policydiff.report.lede_elsewhere import elsewhere
from policydiff.report.lede_facts import facts
from policydiff.report.lede_points import ChosenPoints
from policydiff.report.numbered_changes import entries
from policydiff.report.other_places import HeadingPaths, QuotedChanges, heading_over
from policydiff.report.word_changes import worded
from policydiff.word_edits import text_edits
from tests.comparisons import SIDES
from tests.test_lede import found
from tests.test_lede_points import came, pages

if TYPE_CHECKING:
    from pathlib import Path

START = "# Privacy policy\n\nFernleaf lends books to its members and writes down who reads what.\n"
LISTS = "\n## Lists\n\nWe keep the list of your books for ten days.\n"
TIMES = "\n## Times\n\nWe delete letters after a year, and notes after two years.\n"
NOTES = "\n## Notes\n\nWe read the notes that you leave in a book.\n\nNobody else reads them.\n"
LONG = "Pigeons carry the heavy parcels over the hills, the moors and the rivers of the north"
MAIL = "\n## Mail\n\nWe answer letters within a week.\n"


BESIDE = (
    "\n## Calls\n\nWe keep the list of your calls for {} weeks.\n"
    "\n## Boats\n\nWe keep your boats for {} years.\n"
)
"""What takes the quotes that would be free."""


def told(folder: Path, old: str, new: str) -> str:
    both = old + BESIDE.format("five", "two"), new + BESIDE.format("seven", "nine")
    for name, text in zip(("old.md", "new.md"), both, strict=True):
        (folder / name).write_text(text, "utf-8")
    return lede(compare(folder / "old.md", folder / "new.md"), SIDES).elsewhere


def quoted(folder: Path, old: str, new: str, *numbers: int) -> QuotedChanges:
    """What is left where nothing is quoted, but changes with these numbers are counted."""
    for name, text in zip(("old.md", "new.md"), (old, new), strict=True):
        (folder / name).write_text(text, "utf-8")
    both = compare(folder / "old.md", folder / "new.md")
    clause_words = ClauseWords()
    return QuotedChanges(
        both,
        "",
        ChosenPoints((), 1, frozenset(numbers)),
        worded(both, entries(both)),
        TextPair.of(both, clause_words),
        Counterparts(both.old, both.new, clause_words),
        HeadingPaths(both, ""),
    )


def alone(folder: Path, old: str, new: str) -> str:
    """The line where nothing is quoted."""
    return elsewhere(quoted(folder, old, new))


def test_what_a_lede_counts_already_is_told_by_no_fact(tmp_path: Path) -> None:
    """Of the other changes each is."""
    pigeons = "\n## Pigeons\n\nThe birds sleep in the {} tower.\n"  # no finding
    old = START + LISTS + MAIL + pigeons.format("northern")
    new = START + LISTS.replace("ten days", "twelve days") + MAIL.replace("a week", "two days")
    left = {1: {2, 3}, 2: {1, 3}, 3: {1, 2}, 0: {1, 2, 3}}
    for number, others in left.items():
        found_facts = facts(quoted(tmp_path, old, new + pigeons.format("Lumora"), number))
        assert {one.statement.entry for one in found_facts} == others


def test_a_section_that_another_one_took_up_is_not_called_gone(tmp_path: Path) -> None:
    """Its heading has the telling words of the one that went."""
    kept = START + LISTS.replace("ten", "twelve")
    old = START + LISTS + NOTES.replace("## Notes", "## Your notes")
    mail = MAIL.replace("## Mail", "## Who answers your mail")
    assert "gone: “Your notes”" in told(tmp_path, mail + old, mail + kept)
    heading = "Who answers your mail, and reads notes"
    said = told(tmp_path, old + mail, kept + mail.replace("Who answers your mail", heading))
    assert "gone" not in said
    assert f"heading now “{heading}”" in said
    assert "“Your notes”" not in said
    bare = "\n## Calls by night\n"
    said = told(tmp_path, old + bare + mail, kept + mail.replace("Who answers your mail", heading))
    assert "eading gone: “Calls by night”" in said
    heading = "Who answers your mail, and calls by night"
    said = told(tmp_path, old + bare + mail, kept + mail.replace("Who answers your mail", heading))
    assert "eading gone" not in said


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (START + LISTS + TIMES, START + LISTS + TIMES, ""),
        (
            START + LISTS + TIMES,
            START + LISTS.replace("ten", "twelve") + TIMES.replace("two", "three"),
            "Under “Boats”: now “your boats for nine years”, before “your boats for two years”.",
        ),
        (
            START + LISTS + TIMES + MAIL,
            START + LISTS.replace("ten", "twelve") + TIMES + MAIL + NOTES,
            "New section: “Notes”.",
        ),
        (
            START + LISTS + NOTES + MAIL,
            START + LISTS.replace("ten", "six") + MAIL,
            "Section gone: “Notes”.",
        ),
    ],
)
def test_what_no_quote_shows_is_named_by_its_heading(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    """A section that came or went whole is called so; what is quoted is not named again."""
    assert told(tmp_path, old, new).startswith(expected)
    assert bool(told(tmp_path, old, new)) == bool(expected)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (  # an edit on both sides, under its heading
            MAIL.replace("letters", "letters to desk@fernleaf.example"),
            MAIL.replace("letters", "letters to door@fernleaf.example"),
            "“desk@fernleaf.example” became “door@fernleaf.example” under “Mail”.",
        ),
        (
            MAIL,
            MAIL.replace("a week", "a week from Rowan Storage"),
            "“from Rowan Storage” was added under “Mail”.",
        ),
        (MAIL.replace("a week", "a week by pigeon"), MAIL, "“by pigeon” was taken out under “Mail”."),
        (  # two under one heading
            MAIL.replace("a week", "nine days") + "\nOur clerk takes parcels from Rowan Storage.\n",
            MAIL.replace("a week", "six days") + "\nOur clerk takes parcels from Alder Vaults.\n",
            "“Rowan Storage” became “Alder Vaults” and “nine days” became “six days” under “Mail”.",
        ),
        (  # a short sentence that the other text has nothing of
            MAIL,
            MAIL + "\nWe sell the parcels of members to Alder Vaults by weight.\n",
            "Under “Mail” it now says “We sell the parcels of members to Alder Vaults by weight”.",
        ),
        (  # a longer one too, but nothing that leans, or asks
            MAIL,
            MAIL
            + f"\n{LONG}.\n"
            + "\nThey are grey and they like the rain.\n"
            + "\nWho carries the parcels that members send home?\n"
            + "\nThe rules of the house are those of https://fernleaf.example/rules now\n",
            f"Under “Mail” it now says “{LONG}”.",
        ),
        (  # what no reader thinks much of only where it came
            MAIL + "\nPigeons are grey and they like rain.\n",
            MAIL,
            "Words changed under “Mail”.",
        ),
        (  # a list that grew, and words with others beside them
            MAIL + "\nMembers from Arden and Ystrad may write.\n",
            MAIL + "\nMembers from Arden, Ystrad and Lorn may write, and must call us.\n",
            "Under “Mail”: now “Ystrad and Lorn may write, and must call us”, before “and Ystrad may write”.",
        ),
        (  # of a sentence with several edits the one that tells most, with the words of its phrase
            MAIL + "\nOur young members may read about books that stand in the hall at night.\n",
            MAIL + "\nOur young members must not read about books that stand in the hall at noon.\n",
            "Under “Mail”: now “Our young members must not read”, before “Our young members may read”.",
        ),
        (  # of a sentence that was written anew its first clauses
            MAIL + "\nMembers ask the clerk in the hall.\n",
            MAIL
            + "\nWe sell the parcels of members to Alder Vaults by weight, and to the shops by the shore.\n",
            "Under “Mail” it now says “We sell the parcels of members to Alder Vaults by weight, …”.",
        ),
        (  # but not those that it had
            MAIL + "\nMembers ask the clerk in the hall, and bring ink.\n",
            MAIL
            + "\nMembers ask the clerk in the hall, where lamps burn, books lie, tea stands, old songs "
            + "are sung until the moon is up and the doors are shut.\n",
            "Words changed under “Mail”.",
        ),
        (  # an address is called what it is, and a name stands with it
            MAIL,
            MAIL.replace("We answer letters", "Our desk answers calls to Alder Hut at 646-555-0142"),
            "Under “Mail” it now says “Our desk answers calls to Alder Hut at 646-555-0142 within a week”.",
        ),
        (  # an address that went with other words
            MAIL + "\nAsk by letter to desk@fernleaf.example, by day.\n",
            MAIL + "\nAsk the clerk by letter, by day.\n",
            "Under “Mail”: now “Ask the clerk by letter”, before “Ask by letter to desk@fernleaf.example”.",
        ),
        (  # a line of text that heads what came with it is a new section, of which a clause is told
            MAIL,
            MAIL
            + "\n**What clerks keep**\n\nPigeons carry the heavy parcels over the hills and the moors.\n",
            "New section “What clerks keep”: “Pigeons carry the heavy parcels over the hills and the moors”.",
        ),
        (  # a word or two of grammar
            MAIL + "\nThe desk is open by day and by night to the members of the house.\n",
            MAIL + "\nA desk is open by day or at night for members of the house.\n",
            "Words changed under “Mail”.",
        ),
        (  # words that the other text has in other ones
            MAIL + "\nLetters are kept, for one year, in a box.\n" + NOTES + "\nWe store mail 1 year.\n",
            MAIL + "\nLetters are kept in a box.\n" + NOTES + "\nWe store mail 1 year.\n",
            "Words changed under “Mail”.",
        ),
        (  # what moved to another section is no news
            MAIL + "\nPigeons carry the heavy parcels over the hills.\n" + NOTES,
            MAIL + NOTES + "\nPigeons carry the heavy parcels over the hills.\n",
            "",
        ),
    ],
)
def test_the_next_weightiest_changes_are_told_in_a_few_words(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    """What the other text lacks: names, numbers, phrases, the first clauses of a sentence."""
    assert alone(tmp_path, START + old, START + new) == expected


def test_the_line_is_no_longer_than_a_reader_reads(tmp_path: Path) -> None:
    """However much changed: what does not fit is left out."""
    names = ("lists", "letters", "notes", "parcels", "visits", "clubs", "prizes", "rooms")
    kept = "\n## The {0} of our members and of all their friends\n\nWe keep the {0} in a box{1}.\n"
    old = START + "".join(kept.format(one, "") for one in names)
    new = START + "".join(kept.format(one, f", with seven {one} locks of {one} iron") for one in names)
    said = told(tmp_path, old, new)
    assert 20 < len(said.split()) <= 70
    assert "added" in said


def test_of_many_headings_the_rest_is_counted(tmp_path: Path) -> None:
    """Those with the most changed words are named; words that are explained below a text are no headings."""
    names = ("Lists", "Times", "Notes", "Mail", "Visits", "Clubs", "Prizes", "Rooms", "our readers")
    old = START + "".join(f"\n## {one}\n\nWe keep {one} in a box by the door.\n" for one in names)
    new = old.replace("in a box by the door", "in a chest under the stairs of the house")
    said = told(tmp_path, old, new)
    assert "other headings" in said
    assert "our readers" not in said


BOATS = "“two years” became “nine years” under “Boats”"
PAGE = START + LISTS + TIMES + MAIL


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (  # the same words in another place
            START + LISTS + LISTS.replace("Lists", "Guests") + MAIL,
            START
            + LISTS.replace("ten", "six")
            + LISTS.replace("Lists", "Guests").replace("ten", "six")
            + MAIL,
            "The same words changed under “Guests”.",
        ),
        (  # the same words below the heading of the quote
            START + LISTS + LISTS.partition("## Lists\n")[2] + MAIL,
            (START + LISTS + LISTS.partition("## Lists\n")[2] + MAIL).replace("ten", "six"),
            "The same words changed in 1 more passage.",
        ),
        (  # an address in which only a number differs
            PAGE + "\nTaken from https://fernleaf.example/p?oldid=4711\n",
            PAGE.replace("ten", "six") + "\nTaken from https://fernleaf.example/p?oldid=4802\n",
            "",
        ),
        (PAGE, PAGE.replace("ten", "six") + "\nText of 4 May 2031\n", "“Text of 4 May 2031” added."),
        (  # a heading that was renamed is one section; a bare number and a line with a date name none
            PAGE.replace("## Times", "## Notes *") + "\n## 9.\n\nThe cats are grey.\n",
            PAGE.replace("## Times", "## Notes and letters").replace("ten", "six").replace("two", "three")
            + "\n## 9.\n\nThe cats are white.\n",
            f"{BOATS}; words also changed in one other place.",
        ),
        (  # a heading alone that reads otherwise
            PAGE,
            PAGE.replace("ten", "six").replace("## Times", "## Times and days"),
            "Heading now “Times and days”, before “Times”.",
        ),
        (  # the title, of which a sentence says what it was
            PAGE,
            PAGE.replace("ten", "six").replace("# Privacy policy", "# Privacy policy of 2031", 1),
            "",
        ),
        (  # a heading that is set as text
            PAGE + "\nYour letters\n\nWe read what you write to us by night.\n",
            PAGE.replace("ten", "six") + "\nYour letters\n\nWe read what you write to us by day.\n",
            "Under “Your letters”: now “to us by day”, before “to us by night”.",
        ),
        (  # a heading that went alone
            PAGE + "\n## For friends\n\n## Rooms\n\nThe rooms are by the sea.\n",
            PAGE.replace("ten", "six") + "\n## Rooms\n\nThe rooms are by the sea.\n",
            "Heading gone: “For friends”.",
        ),
    ],
)
def test_nothing_is_named_that_did_not_change(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """Nor twice, nor by a heading that tells a reader nothing."""
    assert told(tmp_path, old, new) == expected


QUOTED = (
    "We sell the list of your books to the shops by the shore.",
    "The town reads the letters that you write to the desk.",
    "Your notes on each book go to the mill by the river.",
)
PROMISE = "We never lend your name to the lamplighters of the hill."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (PROMISE, "", f"Elsewhere it no longer says “{PROMISE}”"),
        ("", PROMISE, f"Elsewhere it now says “{PROMISE}”"),
        (PROMISE, PROMISE.replace("never lend", "sell"), "before “We never lend your name"),
        # a few words tell it
        (
            f"{PROMISE[:-1]} and the bakers of the old harbour.",
            PROMISE,
            "“the bakers of the old harbour” was taken out",
        ),
        # it leans on words that nobody sees
        (
            "It is lent to nobody but the lamplighters of the hill.",
            "",
            "Words also changed in one other place",
        ),
    ],
)
def test_what_else_may_matter_is_told_in_its_words(
    monkeypatch: pytest.MonkeyPatch, old: str, new: str, said: str
) -> None:
    """A heading alone hides a promise that is gone. Few changes are all told."""
    monkeypatch.setattr(few_changes, "FEW", 0)
    findings = [
        replace(came(place, text), weight=weight)
        for place, text, weight in zip((1, 3, 5), QUOTED, (19.0, 18.0, 17.0), strict=True)
    ]
    other = replace(found(old, new, importance=2), weight=-5.0, direction="removed" if old else "added")
    other = replace(other, old=Quote(old, 1) if old else None, new=Quote(new, 7) if new else None)
    news = [one for text in (*QUOTED, new) for one in ("We bake.", text) if one]
    known = pages(["We bake.", *filter(None, [old])], news)
    if old and new:
        edited = Change("reworded", (1,), (7,), text_edits(old, new))
        others = [one for one in known.diff.changes if one.old != (1,) and one.new != (7,)]
        known = replace(known, diff=DocumentDiff((*others, edited)))
    told = lede(replace(known, findings=(*findings, other)), SIDES)
    assert len(told.points) == 3
    assert said in told.elsewhere
    assert (old or new).startswith("It") or "ords also changed" not in told.elsewhere


def test_a_long_sentence_is_told_by_its_first_clauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what has none that say something is named by its heading."""
    monkeypatch.setattr(few_changes, "FEW", 0)
    long = (
        "Our machines learn from the pictures that you take of the harbour, of its boats and nets and of all "
        "the people who stand there, and from the letters that you write to us."
    )
    findings = [
        replace(came(place, text), weight=weight)
        for place, text, weight in zip((1, 3, 5, 7), (*QUOTED, long), (19.0, 18.0, 17.0, -5.0), strict=True)
    ]
    known = pages(["We bake."], [one for text in (*QUOTED, long) for one in ("We bake.", text)])
    told = lede(replace(known, findings=tuple(findings)), SIDES)
    assert len(told.points) == 3
    assert "it now says “Our machines learn from the pictures that you take of the harbour, …”" in (
        told.elsewhere[:1].lower() + told.elsewhere[1:]
    )


def over(folder: Path, old: str, new: str) -> list[str]:
    """The headings above the changes of words."""
    for name, text in (("old.md", old), ("new.md", new)):
        (folder / name).write_text(text, "utf-8")
    both = compare(folder / "old.md", folder / "new.md")
    return [heading_over(both, one, "") for one in worded(both, entries(both))]


def test_no_word_of_a_quote_is_left_out_where_its_heading_is_said(tmp_path: Path) -> None:
    """Also one with which the line itself begins where nothing has a heading."""
    new = LISTS.replace("ten", "twelve") + "\nWhat you store elsewhere it is burned by the wardens.\n"
    assert alone(tmp_path, START + LISTS + MAIL, START + new + MAIL) == (
        "Under “Lists”: it now says “What you store elsewhere it is burned by the wardens”; "
        "“ten days” became “twelve days”."
    )


def test_a_heading_is_named_by_its_number_of_today(tmp_path: Path) -> None:
    """What went stood below the old one."""
    rules = "\n## {}. Rules of the house\n\nNobody sings in the reading room.\n{}"
    gone = "\nWe close at night and on the days of rest.\n"
    found = over(tmp_path, START + rules.format(3, gone), START + rules.format(4, ""))
    assert found == ["4. Rules of the house"]


def test_a_line_that_is_set_again_as_a_heading_is_of_its_own_section(tmp_path: Path) -> None:
    """And not of the section before, at whose end it stands."""
    old = START + LISTS + "\n## 4. Bread\n\nWe bake on Mondays.\n"
    new = old.replace("## 4. Bread", "- Bread\n\n## 4. Bread")
    assert over(tmp_path, old, new) == ["4. Bread"]


def test_a_question_that_came_heads_what_came_with_it(tmp_path: Path) -> None:
    """And not the question before it."""
    asked = "\n## Questions\n\nMay children read here?\n\nThey may read here by day and at night.\n"
    came = "\nHow do I object to a list?\n\nYou write to the wardens, who answer you within a week.\n"
    said = alone(tmp_path, START + LISTS + asked, START + LISTS + asked + came)
    assert "“How do I object to a list?”" in said
    assert "May children read" not in said
