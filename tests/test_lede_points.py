"""Which words a lede quotes: addresses, what the other side says too, and what a sentence leans on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.models import Cell, Change, Clause, DocumentDiff, Finding, Quote, StatedDate
from policydiff.report import html_page
from policydiff.report.clause_words import ClauseWords
from policydiff.report.counterparts import Counterparts
from policydiff.report.lede import lede
from policydiff.report.lede_point import LedeQuote
from policydiff.report.passage_counterparts import PassageCounterparts
from policydiff.report.passage_pairs import are_related, without_introduction
from policydiff.word_edits import text_edits
from tests.comparisons import SIDES, judged
from tests.test_lede import found, pointed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from policydiff.models import Comparison


def pages(olds: list[str], news: list[str], *findings: Finding) -> Comparison:
    """Two pages of paragraphs with findings about these; what only one has was added or removed."""
    known = judged()
    old, new = (
        replace(known.old, clauses=tuple(Clause("paragraph", text) for text in texts), dates=(), title="")
        for texts in (olds, news)
    )
    changes = [Change("removed", (n,), ()) for n, text in enumerate(olds) if text not in news]
    changes += [Change("added", (), (n,)) for n, text in enumerate(news) if text not in olds]
    return replace(known, old=old, new=new, diff=DocumentDiff(tuple(changes)), findings=findings)


def quoted(comparison: Comparison) -> list[str]:
    return [point.text for point in lede(comparison, SIDES).points]


def came(place: int, text: str, start: int = 0) -> Finding:
    return replace(found("", text, importance=2), new=Quote(text, place, start))


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ([], " in one place."),
        (["The desk is by the door."], " June 2031."),
    ],
)
def test_the_first_sentence_counts_places_that_are_all_quoted(gone: list[str], said: str) -> None:
    kept = ["We lend books to all who live in the town.", "Letters are read aloud each Friday."]
    news = "We sell the list of your books to shops."
    sold = replace(came(0, news), category="sharing")
    known = pages([*kept, *gone], [news, *kept], sold)
    *went, first = known.diff.changes
    between = [Change("unchanged", (n,), (n + 1,)) for n in range(2)]
    known = replace(known, diff=DocumentDiff((first, *between, *went)))
    assert said in lede(known, SIDES).text


MASKED = "Write to [email protected] first.", "Write to post@a.example first."


@pytest.mark.parametrize(
    "one",
    [
        found(*MASKED),
        found(*reversed(MASKED)),
        found(
            "Write to post@a.example.", "Write to post@a.example.", link_old="mailto:post@a.example?subject=x"
        ),
        found("See www.a.example/form.", "See www.a.example/form!", link_new="https://www.a.example/form/"),
        found("Write to po [email protected]; or call.", "Write to post[email protected]; or call."),
        found("Write to fern.le.a[email protected].", "Write to fern[email protected]."),
        found("Write to [email protected]×8.example.", "Write to [email protected]."),
        found("See it.", "See it.", link_old="http://a.example/you", link_new="https://a.example/you/in"),
        found("Use it.", "Use it.", link_old="https://a.example/form", link_new="https://b.example/form"),
    ],
)
def test_an_address_written_otherwise_leads_nothing(one: Finding) -> None:
    """A masked address, a link on an address that is printed, a renamed site: told last, as what it is."""
    told = lede(replace(judged(), findings=(one,), diff=DocumentDiff(())), SIDES)
    assert "only in how addresses are written" in told.text
    assert not told.points


@pytest.mark.parametrize(
    "one",
    [
        found("Write to [email protected].", "Write to post@a.example, or never."),
        found("Write to post@a.example.", "Write to post@b.example."),
        found("Write to fern[email protected].", "Write to post[email protected]."),
        found("See it.", "See it.", link_old="https://a.example/you", link_new="https://a.example/me/in"),
        found("See it.", "See it.", link_old="https://a.example/you", link_new="https://b.example/you/in"),
        found("Write to post@a.example.", "Write to us.", link_old="mailto:post@a.example"),
    ],
)
def test_another_address_is_news(one: Finding) -> None:
    """More than the writing changed."""
    assert pointed(one)


def test_an_address_that_moved_is_now_and_before() -> None:
    """The two share no more than the words around them, and were not paired."""
    old = "Write to Fernleaf Readers, 12 Harbour Street, Brightwater B4 7QD, Ireland"
    new = "Write to Fernleaf Readers, 3 Mill Lane, Floor 2, Oldtown OT1 2AB, Ireland"
    both = pages([old], [new], came(0, new), replace(found(old, "", importance=2), old=Quote(old, 0)))
    assert quoted(both) == [f"Changed: now “{new}”, before “{old}”"]


def test_what_the_old_side_says_in_nearly_the_same_words_is_not_new() -> None:
    """Where it is gone the two are one change; where it stands, something else is quoted."""
    old = "When the reading report is turned on, we collect which books a child borrows for its parents."
    new = "When you turn on the reading report, we collect which books your child borrows for you."
    other = "We lend your list to the shops of the town every year."
    assert quoted(pages([old], [new], came(0, new))) == [f"Changed: now “{new}”, before “{old}”"]
    assert quoted(pages([old], [old, new, other], came(1, new), came(2, other))) == [f"New: “{other}”"]


def test_a_sentence_is_quoted_with_the_one_that_it_leans_on() -> None:
    """Both in one quote if both are new; else the one before is named."""
    first, second = "We ask a program for advice at night.", "This may mean that it learns from your letters."
    both = f"{first} {second}"
    alone = came(0, second, len(first) + 1)
    assert quoted(pages(["We bake."], [both], alone)) == [f"New: “{both}”"]
    known = pages([first], [both], alone)
    known = replace(known, diff=DocumentDiff((Change("reworded", (0,), (0,), text_edits(first, both)),)))
    assert quoted(known) == [f"New, after “{first}”: “{second}”"]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("Tell us what your child wrote to us.", "We will look into it and answer within a year by letter."),
        ("Is there a list at the door by which you can leave?", "If there is not, you may leave by letter."),
        (
            "Your notes lie in drawers of the shops. We have no key to these drawers of old.",
            "They might keep the notes for as long as they please.",
        ),
        (
            "Machines of the town copy what you wrote.",
            "We have no power over what these machines of the town and its many shops keep and how long.",
        ),
    ],
)
def test_what_says_little_without_the_sentence_before_stands_with_it(before: str, said: str) -> None:
    """A pronoun without its noun, a question, and a sentence before that leans itself."""
    both = f"{before} {said}"
    assert quoted(pages(["We bake."], [both], came(0, said, len(before) + 1))) == [f"New: “{both}”"]


@pytest.mark.parametrize(
    "said",
    [
        "We lend what you tell our partners such as shops and clubs to the whole town.",
        "Your letters and notes may be kept if you leave, and these notes are read by us each year.",
        "If you lose a book that you borrowed from our shelves, we write it down in the list of the town.",
    ],
)
def test_what_names_itself_what_it_speaks_of_stands_alone(said: str) -> None:
    """No list of examples, no word that the sentence explains."""
    both = f"We open the door. {said}"
    known = pages(["We open the door."], [both], came(0, said, 18))
    edited = Change("reworded", (0,), (0,), text_edits("We open the door.", both))
    assert quoted(replace(known, diff=DocumentDiff((edited,)))) == [f"New: “{said}”"]


def test_of_a_sentence_that_only_links_the_link_is_left_out() -> None:
    """What it answers is not quoted."""
    text = "However, we sell your list to the shops of the town."
    known = pages(["We bake."], ["We bake.", text], came(1, text))
    assert quoted(known) == ["New: “… we sell your list to the shops of the town.”"]


def test_what_has_nothing_in_common_with_a_sentence_is_not_set_against_it() -> None:
    """Though both stand behind the same words."""
    lead, old, new = "Ask us first.", "We answer every letter in a week.", "A clerk reads what comes by ship."
    known = pages([f"{lead} {old}"], [f"{lead} {new}"], came(0, new, len(lead) + 1))
    edits = text_edits(f"{lead} {old}", f"{lead} {new}")
    known = replace(known, diff=DocumentDiff((Change("reworded", (0,), (0,), edits),)))
    assert quoted(known) == [f"Now says: “{new}”"]


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ({"category": "sharing", "direction": "narrowed"}, {"category": "sharing", "direction": "added"}),
        ({"category": "security", "direction": "added"}, {"category": "ai-training", "direction": "added"}),
        ({"category": "sharing", "direction": "added"}, {"category": "children", "direction": "added"}),
    ],
)
def test_what_readers_look_for_leads(less: dict[str, str], more: dict[str, str]) -> None:
    """What a company does more comes before what comforts; AI and children come first."""
    comfort = found("", "We lend fewer books to the shops of the town.", importance=2, **less)
    news = found("", "Your neighbours see which letters lie beside your bed.", importance=2, **more)
    assert "beside your bed" in pointed(comfort, news)[0]


def test_a_way_out_that_is_gone_leads() -> None:
    """Also where the reader thinks less of it."""
    text, old = (
        "Your neighbours see which letters lie beside your bed.",
        "You may take your name off the list.",
    )
    news = replace(came(1, text), weight=-2.0)
    gone = replace(found(old, "", importance=2), old=Quote(old, 1), category="opt-out", direction="removed")
    known = pages(["We bake.", old], ["We bake.", text], news, replace(gone, weight=-9.0))
    assert quoted(known)[0] == f"Gone: “{old}”"


def test_a_date_that_went_back_is_said_to() -> None:
    """In one sentence where nothing else changed."""
    known = pages(["We bake."], ["We bake."])
    lines = [f"Last updated: {day} May 2031" for day in (9, 2)]
    sides = [
        replace(
            side,
            clauses=(Clause("paragraph", line),),
            dates=(StatedDate("updated", date(2031, 5, day), line, 0),),
        )
        for side, line, day in zip((known.old, known.new), lines, (9, 2), strict=True)
    ]
    diff = DocumentDiff((Change("reworded", (0,), (0,), text_edits(*lines)),))
    told = lede(replace(known, old=sides[0], new=sides[1], diff=diff, verdict="editorial"), SIDES)
    assert told.text.endswith(
        " in no word but its printed date, which went back from 9 May 2031 to 2 May 2031."
    )


@pytest.mark.parametrize(
    ("olds", "new", "expected"),
    [
        (["Ducks swim in our northern pond by day."], "A machine writes letters to your neighbours.", "New"),
        (
            ["If a friend refers you to our reading club, we thank that friend by letter each year."],
            "Whoever refers a friend to our reading club gets a letter each summer.",
            "Now says",
        ),
        (
            ["We sell the notes of your reading club, and letters, to the summer fair of the town."],
            "We never sell letters of your reading club.",
            "New",
        ),
        (
            ["24 months from the last visit to our harbour desk or the castle ruins by sailors."],
            (
                "24 months from the last visit to our harbour desk or from consenting to merchandising, "
                "whereby each opened postcard embeds invisible ink that renews whatever registration "
                "neighbours, cousins, grandparents or schoolmates signed beforehand."
            ),
            "Now says",
        ),
        (  # nothing but common words, or words of a short sentence
            ["We lend."],
            "We lend whatever grandparents, cousins or schoolmates signed beforehand at the door.",
            "New",
        ),
    ],
)
def test_new_is_what_the_other_side_has_nothing_like(olds: list[str], new: str, expected: str) -> None:
    """What a sentence of it may hold in part is what the policy now says; a denial is held by none."""
    shared = ["We lend books to the town.", "The door is open by night.", "Cakes are for members alone."]
    (said,) = quoted(pages([*shared, *olds], [*shared, *olds, new], came(len(shared) + len(olds), new)))
    assert said.startswith(f"{expected}: ")


def test_what_stands_in_the_place_of_a_sentence_is_told_with_it() -> None:
    """Of two new sentences both have words of the old one: the first is not called new. In another place it
    stands alone."""
    old = "The club is the keeper of your list and reads it by the rules of the town."
    first = "A keeper of your list is whoever reads it for the club."
    second = "The club is the keeper of your list within the town, and reads it by its rules."
    shared = ["We lend books.", "The door is open by night.", "Cakes are for members alone."]
    together = pages([*shared, old], [*shared, first, second], came(3, first))
    assert quoted(together) == [f"Changed: now “{first} {second}”, before “{old}”"]
    apart = pages([*shared, old], [first, *shared, second], came(0, first))
    stayed = [Change("unchanged", (n,), (n + 1,)) for n in range(len(shared))]
    changes = (Change("added", (), (0,)), *stayed, Change("removed", (3,), ()), Change("added", (), (4,)))
    said, *_ = quoted(replace(apart, diff=DocumentDiff(changes)))
    assert ", before" not in said


def changed_pages(olds: list[str], news: list[str], *findings: Finding) -> Comparison:
    """Two pages of the same paragraphs, some of them reworded."""
    known = pages(olds, news)
    changes = [
        Change("reworded", (n,), (n,), text_edits(old, new))
        for n, (old, new) in enumerate(zip(olds, news, strict=True))
        if old != new
    ]
    return replace(known, diff=DocumentDiff(tuple(changes)), findings=findings, verdict="editorial")


BOOKS = ("books", "Monday"), ("maps", "Tuesday"), ("cakes", "Friday"), ("letters", "Sunday")
HOST = [
    "Order books on the site www.fernleaf.example.",
    "Write to letters@fernleaf.example first.",
    "We bake.",
    "Read fernleaf.example by night.",
]


@pytest.mark.parametrize(
    ("olds", "was", "now", "expected"),
    [
        (
            HOST,
            "fernleaf.ex",
            "fern.ex",
            "Changed throughout: now “fern.example”, before “fernleaf.example”",
        ),
        (
            ["Brightwater Reading Club AG lends.", "Ask Brightwater Reading Club AG by letter."],
            "Reading Club ",
            "",
            "Changed throughout: now “Brightwater AG”, before “Brightwater Reading Club AG”",
        ),
        (
            ["Fernleaf Club, Inc. lends.", "The list is of Fernleaf Club, Inc. alone."],
            "Inc.",
            "LLC",
            "Changed throughout: now “Fernleaf Club, LLC”, before “Fernleaf Club, Inc.”",
        ),
        (  # what stands beside it in most places does not in all
            ["Made by Fern, Bard Alpha.", "Ask Fern, Bard Alpha first.", "We like Bard Alpha best."],
            "Alpha",
            "Omega Works",
            "Changed throughout: now “Bard Omega Works”, before “Bard Alpha”",
        ),
        (  # of "S" both say no more than the first letter
            ["Fernleaf Society lends.", "Ask Fernleaf Services first."],
            "Fernleaf",
            "Omega",
            "Changed throughout: now “Omega”, before “Fernleaf”",
        ),
        (  # what stands before it in a list is another name
            ["We run Pass, Birch and more.", "We built Pass, Birch and others.", "Your talks with Birch."],
            "Birch",
            "Omega",
            "Changed throughout: now “Omega”, before “Birch”",
        ),
        (
            ["Come to 12 Mill Lane, Oldtown OT1.", "Our house is 12 Mill Lane, Oldtown OT1 today."],
            "12 Mill Lane",
            "3 Harbour Street",
            "Changed throughout: now “3 Harbour Street”, before “12 Mill Lane”",
        ),
    ],
)
def test_a_name_that_gave_way_to_another_is_told_once(
    olds: list[str], was: str, now: str, expected: str
) -> None:
    """The name of a company, its host, its address: whole, and how often is not counted."""
    news = [one.replace(was, now) for one in olds]
    told = lede(changed_pages(olds, news), SIDES)
    assert [point.text for point in told.points] == [expected]
    assert not told.elsewhere


@pytest.mark.parametrize(
    ("olds", "was", "now"),
    [
        (["We keep notes for 30 days.", "We keep letters for 30 days."], "30", "90"),
        (["We lend to shops.", "The town lends to shops."], "shops", "clubs"),
        (["We answer an email.", "Write an email first.", "No email comes back."], "email", "letter"),
        (["We show, such as here.", "They see, such as now.", "All is, such as that."], "such as", "like"),
        (["We share your email address here.", "We show your email address there."], " address", ""),
        (
            ["Write to [email protected] first.", "Ask [email protected] today."],
            "[email protected]",
            "a@b.example",
        ),
    ],
)
def test_of_other_words_what_stands_around_them_is_told(olds: list[str], was: str, now: str) -> None:
    """A number and a common word say nothing alone; a mask is no address."""
    news = [one.replace(was, now) for one in olds]
    said = quoted(changed_pages(olds, news))
    assert not any("more than one place" in one or "throughout" in one for one in said)


LENDERS = [
    "We lend to Omega and Fern.",
    "Readers in some towns (e.g., Omega, Fern) may object to the sale of their cards.",
    "Omega (Fern) pays for the letters.",
]


@pytest.mark.parametrize(
    ("was", "now", "label", "words", "where"),
    [
        ("Omega", "Alpha, Omega", "Added", "Alpha", "We lend to Alpha, Omega and Fern."),
        ("Omega", "(e.g., Alpha), Omega", "Added", "Alpha", "We lend to (e.g., Alpha), Omega and Fern."),
        ("Fern", "Omega", "", "", ""),
    ],
)
@pytest.mark.parametrize("is_gone", [False, True])
def test_the_same_words_in_several_lists_are_one_point(
    was: str, now: str, label: str, words: str, where: str, is_gone: bool
) -> None:
    """With the places, and one of the clauses that they joined or left; not what gave way to other words."""
    both = LENDERS, [one.replace(was, now, 1) for one in LENDERS]
    said = lede(changed_pages(*(both[::-1] if is_gone else both)), SIDES)
    once = [point.text for point in said.points if point.place.startswith("in more than one place")]
    label = "Removed" if is_gone and label else label
    assert once == ([f"{label}, in more than one place: “{words}”, in “{where}”"] if label else once)
    assert not label or len(said.points) == 1
    assert label or not any(one.startswith(("Added", "Removed")) for one in once)


def test_the_places_of_the_same_words_are_all_that_have_them() -> None:
    """Also where an "or" moved on with a name; and what is quoted stands in each of them."""
    olds = ["We lend to Fern, Kappa and others.", "We ask Fern or Kappa first.", "We tell Fern or Kappa."]
    news = [
        olds[0].replace("Kappa", "Kappa, Omega"),
        *(one.replace(" or Kappa", ", Kappa or Omega") for one in olds[1:]),
    ]
    (said,) = quoted(changed_pages(olds, news))
    assert said.startswith("Added, in more than one place: “Omega”")
    olds = [
        "We count, and with your own free consent, we write.",
        "We ask (with your own free consent) a machine.",
    ]
    news = [
        olds[0].replace(", and with your own free consent,", ""),
        olds[1].replace("(with your own free consent) ", ""),
    ]
    said = next(one for one in quoted(changed_pages(olds, news)) if "in more than one place" in one)
    assert said.startswith("Removed, in more than one place: “with your own free consent”")


def test_words_that_deny_are_not_the_same_as_those_without() -> None:
    news = [one.replace("Omega", "not Alpha, Omega" if "lend" in one else "Alpha, Omega") for one in LENDERS]
    said = quoted(changed_pages(LENDERS, news))
    assert any("in more than one place" in one for one in said)
    assert any("not Alpha" in one and "one place" not in one for one in said)


@pytest.mark.parametrize(("rest", "number"), [("", 1), (" in a blue paper cover", 2)])
def test_a_place_with_another_name_and_another_address_is_told_with_the_name(rest: str, number: int) -> None:
    """What else changed there has a point of its own."""
    places = (
        "Ask {} for your list.",
        "At night {} keeps the letters of guests.",
        "The shops of {} are by the lake.",
        "Whoever asks {} writes to {} and gets the list by post{}.",
    )
    sides = ("Lumora", "a@lumora.example", ""), ("Brightly", "[email protected]", rest)
    olds, news = (
        [one.format(name, mail if "writes" in one else "", more) for one in places]
        for name, mail, more in sides
    )
    said = quoted(changed_pages(olds, news))
    assert said[0].endswith("now “Brightly”, before “Lumora”")
    assert len(said) == number


def test_the_sentences_of_one_place_are_one_point() -> None:
    """In the order of the policy, though the second weighs more."""
    first = "If you miss a book of yours, please write to our clerk at the door of the old town hall."
    second = "If your letter is not answered, the town asks us for the book and pays you for it."
    both = replace(came(0, first), weight=-9.0), replace(came(0, second, len(first) + 1), weight=9.0)
    assert quoted(pages(["We bake."], [f"{first} {second}"], *both)) == [f"New: “{first} {second}”"]


def test_another_name_stands_behind_what_is_done() -> None:
    """Whatever the reader thinks of it."""
    olds = ["Ask Fernleaf Readers first.", "Fernleaf Readers lends books.", "We bake for the town."]
    news = ["Ask Omega Readers first.", "Omega Readers lends books.", "We sell your list to the town."]
    edits = found(olds[0], news[0], importance=2, weight=9.0)
    other = replace(found(olds[2], news[2], importance=2), old=Quote(olds[2], 2), new=Quote(news[2], 2))
    first, second = quoted(replace(changed_pages(olds, news, edits, other), verdict="substantive"))
    assert "sell your list" in first
    assert "now “Omega Readers”" in second


def test_of_a_statement_the_sentence_that_changed_is_quoted() -> None:
    old, new = (f"We never sell your notes. See the chapter on {it}. We bake." for it in ("letters", "cakes"))
    edit = found(old, new, importance=2)
    known = replace(changed_pages(["We open.", old], ["We open.", new], edit), verdict="substantive")
    assert quoted(known)[0].startswith("Changed: now “See the chapter on cakes.”, before ")


def test_a_changed_sentence_stands_behind_the_one_that_it_leans_on() -> None:
    """That one did not change, and is quoted as what stands before it."""
    old, new = (
        f"We never sell your notes. These stay in our {place}. We bake." for place in ("house", "cellar")
    )
    known = changed_pages(["We open.", old], ["We open.", new], found(old, new, importance=2))
    assert quoted(replace(known, verdict="substantive")) == [
        (
            "Changed, after “We never sell your notes.”: now “These stay in our cellar.”,"
            " before “These stay in our house.”"
        )
    ]


def test_a_row_of_a_table_that_came_whole_is_one_point() -> None:
    """A cell of it says little: its name, or for how long."""
    row = ["Notebook", "last_seen_shelf", "Remembers your shelf", "a year"]
    heads = ["Kind", "Name", "Purpose", "Kept"]
    cells = tuple(
        Clause(
            "paragraph",
            text,
            path=("Cookies", *row[: n > 0], head),
            cell=Cell(0, 3, n, "" if n == 0 else row[0], "", head),
        )
        for n, (text, head) in enumerate(zip(row, heads, strict=True))
    )
    known = pages(["We bake."], ["We bake.", *row])
    new = replace(known.new, clauses=(known.new.clauses[0], *cells))
    findings = tuple(came(place, row[place - 1]) for place in (2, 3))
    known = replace(known, new=new, findings=findings)
    assert quoted(known) == [f"New row, under “Cookies”: “{' | '.join(row)}”"]
    partly = replace(known, diff=DocumentDiff(known.diff.changes[1:]))
    assert "New row" not in quoted(partly)[0]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (
            ("Norway | Maps | Fern Maps AS", "Norway | Books | Fernleaf Lending AS"),
            "Norway, Fernleaf Lending AS",
        ),
        (("Norway | Maps | our desk", "Norway | Books | our desk"), "Norway, Books"),
        (("Iceland | Maps | Fern Maps AS", "Norway | Books | Fernleaf AS"), "Norway"),
    ],
)
def test_a_row_is_told_from_others_that_begin_alike(
    tmp_path: Path, rows: tuple[str, str], place: str
) -> None:
    """By the company that it is about, else by the next cell that the others have not."""
    old = "\n".join(f"| {row} | 1 Mill Lane, Oldtown |" for row in rows)
    columns = "| Town | What | Who | Address |\n| --- | --- | --- | --- |"
    head = f"# Fernleaf privacy policy\n\nWe bake.\n\n{columns}\n"
    new = old[::-1].replace("1 Mill Lane"[::-1], "9 Park Road"[::-1], 1)[::-1]
    for name, text in (("old.md", old), ("new.md", new)):
        (tmp_path / name).write_text(f"{head}{text}\n", "utf-8")
    [point] = lede(compare(tmp_path / "old.md", tmp_path / "new.md"), SIDES).points
    assert point.where == f"{place} › Address"


def test_a_long_row_is_named_by_its_label(tmp_path: Path) -> None:
    """Which is no words of it."""
    table = "| Data | Why we read it |\n| --- | --- |\n| Books | To lend. |\n"
    head = f"# Fernleaf privacy policy\n\n## Reasons\n\n{table}"
    why = " ".join(
        f"We read them to learn what you {what} by night and by day in town."
        for what in ("buy", "eat", "like")
    )
    row = f"| Letters | {why} Shops of the town buy these notes of us each year and read them too. |\n"
    for name, text in (("old.md", head), ("new.md", head + row)):
        (tmp_path / name).write_text(text, "utf-8")
    (said,) = quoted(compare(tmp_path / "old.md", tmp_path / "new.md"))
    assert said.startswith("New row, headed “Reasons › Letters”: “We read them")


def test_a_row_without_a_section_has_the_line_above_its_table() -> None:
    """Of two tables with the same row, one of kinds of data and one of times, the line tells which."""
    line, text = (
        "The table below says for how long we keep each kind.",
        "As long as you are a member of the club.",
    )
    cells = (
        Clause("paragraph", "Notes", cell=Cell(0, 0, 0)),
        Clause("paragraph", text, path=("Notes",), cell=Cell(0, 0, 1, "Notes")),
    )
    kept = replace(came(2, text), new=Quote(text, 2, path=("Notes",)))
    known = pages([line, "Notes"], [line, "Notes", text], kept)
    known = replace(known, new=replace(known.new, clauses=(known.new.clauses[0], *cells)))
    assert quoted(known) == [f"New, under “{line} › Notes”: “{text}”"]


def test_an_item_that_stands_alone_is_a_heading(tmp_path: Path) -> None:
    """The number before it makes it an item: "2. Who we are"."""
    old = (
        "# Fernleaf privacy policy\n\n1. What this is\n\nThis page says what we do with your letters.\n\n"
        "2. Who we are\n\nFernleaf lends books to the whole town and writes down who reads which.\n"
    )
    for name, text in (("old.md", old), ("new.md", old.replace("books", "maps"))):
        (tmp_path / name).write_text(text, "utf-8")
    (said,) = quoted(compare(tmp_path / "old.md", tmp_path / "new.md"))
    assert said.startswith("Changed, under “Who we are”: ")


def test_what_only_adds_stands_behind_what_it_adds_to() -> None:
    """Where that is new too; what was there before is known to a reader of "also"."""
    first = "Machines of the town read your letters at night."
    second = "We also let shops of the town read them by day for a small fee."
    both = f"{first} {second}"
    alone = came(0, second, len(first) + 1)
    assert quoted(pages(["We bake."], [both], alone)) == [f"New: “{both}”"]
    edited = Change("reworded", (0,), (0,), text_edits(first, both))
    known = replace(pages([first], [both], alone), diff=DocumentDiff((edited,)))
    assert quoted(known) == [f"New: “{second}”"]


def test_a_sentence_that_stays_in_another_order_is_set_against_no_other() -> None:
    """What changed beside it is told alone."""
    names, ask = "We read out your names on Friday 3. ", "You may write to the clerk at any time. "
    gone, came = "We keep your letters for a year.", "We keep your letters for ten years. "
    old, new = f"{names}{ask}{gone}", f"{came}{names}{ask}"
    known = changed_pages(["We open.", old], ["We open.", new.strip()], found(old, new.strip(), importance=2))
    (said,) = quoted(replace(known, verdict="substantive"))
    assert said == f"Changed: now “{came.strip()}”, before “{gone}”"


def test_the_places_of_another_address_are_called_by_the_headings_nearest_to_them(tmp_path: Path) -> None:
    """Also those that the page sets as an item of a list that has no other."""
    page = """# Privacy policy

## Ask us

You may ask us for your list of books and letters whenever the library is open.

1. **Who runs the library**

Fernleaf Readers at 12 Mill Lane, Oldtown OT1 lends books to all who live in the town or near it.

1. **How to complain**

Write to the clerk of Fernleaf Readers at 12 Mill Lane, Oldtown OT1 before the end of the year.
"""
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    old.write_text(page, encoding="utf-8")
    new.write_text(page.replace("12 Mill Lane", "3 Harbour Street"), encoding="utf-8")
    [said] = quoted(compare(old, new))
    assert said.startswith(
        "Changed throughout, for example under “Who runs the library” and “How to complain”:"
    )


def test_a_name_that_stood_there_before_did_not_come_throughout() -> None:
    """Of a name that two sentences had and one lacked, only that one was brought up to date."""
    olds = ["Fernleaf lends books.", "Ask Fernleaf Readers for a list.", "Omega Club answers within a week."]
    news = [one.replace("Fernleaf", "Omega") for one in olds]
    assert quoted(changed_pages(olds, news))[0].startswith("Changed, in more than one place")
    assert quoted(changed_pages(olds[:2], news[:2]))[0].startswith("Changed throughout")


def test_two_sections_of_one_name_are_not_the_same_section(tmp_path: Path) -> None:
    page = """# Privacy policy

## In the town

### Sharing

We share the list of your books with the shops of the harbour for {days} days at most.

We share your letters with nobody but the clerk who reads them{more}.
{heading}
We share the list of your pictures with {shops} whenever they ask for it by letter.
"""
    old, new = tmp_path / "old.md", tmp_path / "new.md"
    for heading, expected in (("", True), ("\n## In the harbour\n\n### Sharing\n", False)):
        old.write_text(page.format(days=30, shops="the mill", more="", heading=heading), encoding="utf-8")
        new.write_text(page.format(days=90, shops="advertisers", more="", heading=heading), encoding="utf-8")
        said = quoted(compare(old, new))
        assert len(said) == 2
        assert any("in the same section" in one for one in said) == expected


def test_a_name_that_changed_beside_other_words_is_told_all_the_same() -> None:
    """A service is renamed, and each of its clauses is reworded somewhere else too."""
    olds = [f"Fernleaf lends {what} to the whole town on every {day}." for what, day in BOOKS]
    news = [f"Omegaleaf lends {what} to the whole town on each {day} of old." for what, day in BOOKS]
    said = quoted(changed_pages(olds, news))
    assert said[0] == "Changed throughout: now “Omegaleaf”, before “Fernleaf”"
    assert len(said) > 1


def test_a_passage_is_quoted_whole_without_what_was_there() -> None:
    """The sentence behind belongs to it, where it is new too."""
    first, second = "If you live in Oldtown, Omega applies to you.", "Please see our page on Omega."
    assert quoted(pages(["We bake."], [f"{first} {second}"], came(0, first))) == [f"New: “{first} {second}”"]
    known = pages(["We bake.", second], [f"{first} {second}"], came(0, first))
    assert quoted(known) == [f"New: “{first}”"]


def test_a_sentence_of_a_long_passage_takes_the_next_one_that_leans_on_it() -> None:
    """What is done stands in the first, with what in the second; that the text goes on is said by a sign."""
    first = "From June on the machines of our town read whatever its people have ever written to one another."
    second = "For this we will use your letters, your diaries and the notes on your door."
    dances = "polka", "waltz", "tango", "reel", "jig", "hop", "galop", "gigue"
    more = " ".join(
        f"{who} sing and dance a {one} by the sea of our town on each night of May."
        for who in ("Bakers", "Sailors")
        for one in dances
    )
    both = f"{first} {second} {more}"
    assert quoted(pages(["We bake."], [both], came(0, first))) == [f"New: “{first} {second} …”"]
    apart = f"{first} Our baker keeps your letters, your diaries and the notes on your door. {more}"
    assert quoted(pages(["We bake."], [apart], came(0, first))) == [f"New: “{first} …”"]


def test_a_new_section_is_one_point() -> None:
    """Whatever its sentences weigh beside others."""
    head = Clause("heading", "Machines", depth=1)
    first = "The machines of our town read every letter that its people write to one another."
    second = "Clerks of four offices count who owes how much to whom, street by street."
    other = "Our shops follow each of you with cameras on every way that you take at night."
    known = pages(["We bake."], ["We bake.", other])
    under = [
        replace(head, path=()),
        *(Clause("paragraph", one, path=("Machines",)) for one in (first, second)),
    ]
    clauses = (*known.new.clauses, *under)
    changes = (Change("added", (), (1,)), Change("added", (), (2, 3, 4)))
    weights = ((3, first, 9.0), (1, other, 5.0), (4, second, 2.0))
    findings = tuple(
        replace(came(place, text), weight=weight, new=Quote(text, place, path=clauses[place].path))
        for place, text, weight in weights
    )
    told = replace(
        known, new=replace(known.new, clauses=clauses), diff=DocumentDiff(changes), findings=findings
    )
    assert quoted(told) == [
        f"New section, headed “Machines”: “{first}”, “{second}”",
        f"New: “{other}”",
    ]


@pytest.mark.parametrize(
    ("went", "label"),
    [
        ("You may ask for portability of what you lent, or for a visit of our clerk.", "Now says"),
        (
            "Any pupil has a right to what our clerk wrote of books, and may lend it to another library.",
            "Changed",
        ),
        ("Ducks swim in our northern pond by day.", "New"),
    ],
)
def test_what_went_in_the_same_section_may_have_said_it(went: str, label: str) -> None:
    """Something of its name, or with many of its rare words: then nobody can call it new."""
    right = (
        "(VI) Right to portability: our clerk carries a copy to another library, as far as machines allow."
    )
    path = ("Your rights",)
    finding = replace(came(1, right), new=Quote(right, 1, path=path))
    known = pages([], [], finding)
    kept = Clause("paragraph", "We lend books to the town.", path)
    apart = (Clause("paragraph", "We bake cakes for members alone, and open by night."),) * 3
    old, new = (
        replace(side, clauses=(*clauses, *apart))
        for side, clauses in (
            (known.old, (Clause("paragraph", went, path), kept)),
            (known.new, (kept, Clause("paragraph", right, path))),
        )
    )
    changes = Change("removed", (0,), ()), Change("unchanged", (1,), (0,)), Change("added", (), (1,))
    known = replace(known, diff=DocumentDiff(changes))
    said, *_ = quoted(replace(known, old=old, new=new))
    assert said.startswith(f"{label}, under “Your rights”: ")


def test_a_line_gave_way_to_one_that_its_own_side_has_elsewhere_too() -> None:
    """Two lists had two introductions and have the same one now; one that came for the first time is found by
    its words."""
    olds = [
        "The readers of your lists within the house are:",
        "The readers of your lists out of the house are:",
    ]
    for now in (olds[0], olds[1].replace("out", "outside")):
        news = [olds[0], now]
        changes = (Change("unchanged", (0,), (0,)), Change("reworded", (1,), (1,), text_edits(olds[1], now)))
        known = replace(pages(olds, news), diff=DocumentDiff(changes))
        others = PassageCounterparts(known, Counterparts(known.old, known.new, ClauseWords()))
        assert others.in_place(Quote(olds[1], 1), new=False) == (now if now == olds[0] else "")


@pytest.mark.parametrize(
    ("said", "label"),
    [
        (("children", "machines"), "Section gone"),
        (("children",), "Section gone, though some of it is still said"),
    ],
)
def test_of_a_section_that_went_that_is_quoted_which_nothing_says_still(
    said: tuple[str, ...], label: str
) -> None:
    """Where all of it is said in other words elsewhere, that is told too."""
    texts = {
        "children": "Our reading room is not meant for pupils below 13, and we collect no borrowing lists "
        "of pupils.",
        "machines": "The machines of our town read every letter that its people write to one another.",
    }
    head, path = Clause("heading", "Pupils", depth=1), ("Pupils",)
    still = "The reading room collects no borrowing lists of pupils below 13."
    known = pages(["We bake."], ["We bake.", still])
    below = tuple(Clause("paragraph", texts[one], path) for one in said)
    clauses = (known.old.clauses[0], head, *below, Clause("paragraph", still))
    places = tuple(range(1, 2 + len(below)))
    findings = tuple(
        replace(found(texts[one], "", importance=2), old=Quote(texts[one], place, path=path))
        for place, one in enumerate(said, 2)
    )
    told = replace(
        known,
        old=replace(known.old, clauses=clauses),
        diff=DocumentDiff((Change("removed", places, ()),)),
        findings=findings,
    )
    quote = texts[said[-1]]
    size = f", about {5 * round(len(f'{texts[said[0]]} {quote}'.split()) / 5)} words" if said[1:] else ""
    assert quoted(told)[0] == f"{label}, headed “Pupils”{size}: “{quote}”"


def test_a_list_inside_of_another_has_its_own_introduction(tmp_path: Path) -> None:
    """The item that ends in a colon introduces what stands deeper."""
    old = (
        "# Fernleaf privacy policy\n\nWe read your notes for these reasons, which the law names:\n\n"
        "- to keep our contract with you;\n- because it is in our interest:\n    - to sell you books;\n"
    )
    new = old + "    - to know which of your neighbours you dislike.\n"
    for name, text in (("old.md", old), ("new.md", new)):
        (tmp_path / name).write_text(text, "utf-8")
    (said,) = quoted(compare(tmp_path / "old.md", tmp_path / "new.md"))
    assert "in the list “because it is in our interest”: “to know which of your neighbours" in said


def test_a_list_whose_introduction_says_nothing_is_called_by_its_heading(tmp_path: Path) -> None:
    """What "this includes:" introduces stands in the line before."""
    old = (
        "# Fernleaf privacy policy\n\n## Lists\n\nWe write down what you lend and borrow. This includes:\n\n"
        "- the list of your books;\n- the list of your maps.\n"
    )
    new = old.replace("maps.", "maps, with the places on them that you looked at most;")
    for name, text in (("old.md", old), ("new.md", new)):
        (tmp_path / name).write_text(text, "utf-8")
    (said,) = quoted(compare(tmp_path / "old.md", tmp_path / "new.md"))
    assert said.startswith("Changed, under “Lists”: ")


@pytest.mark.parametrize(("new_head", "where"), [("Lists", "Lists"), ("At night", "At night")])
def test_a_changed_sentence_is_not_placed_below_a_heading_that_is_gone(new_head: str, where: str) -> None:
    """Where a finding knows the old sentence alone."""
    old = "We sell the list of the books that you borrowed to shops in the town of Harbourtown."
    new = old.replace("to shops in the town of Harbourtown", "to whoever asks the desk for it")
    known = changed_pages(["We bake.", old], ["We bake.", new])
    sides = [
        replace(
            side,
            clauses=(Clause("heading", head, depth=1), replace(side.clauses[1], path=(head,))),
        )
        for side, head in ((known.old, "At night"), (known.new, new_head))
    ]
    gone = replace(found(old, "", importance=2), old=Quote(old, 1, path=("At night",)))
    told = replace(known, old=sides[0], new=sides[1], findings=(gone,), verdict="substantive")
    (said,) = quoted(told)
    assert said.startswith(f"Changed, under “{where}”: ")


@pytest.mark.parametrize("words", ["We sell your list to whoever asks for it.", "Read it at night."])
def test_the_title_is_no_section(tmp_path: Path, words: str) -> None:
    """Where a recorder left it out before: whether what stands behind it is quoted or not."""
    start, behind = "# Legal\n\nWe are here by day.\n\n", "## Lists\n\nWe lend the list of your books.\n"
    title = f"## Fernleaf privacy policy\n\n{words}\n\n"
    (tmp_path / "old.md").write_text(start + behind, "utf-8")
    (tmp_path / "new.md").write_text(start + title + behind, "utf-8")
    told = lede(compare(tmp_path / "old.md", tmp_path / "new.md"), SIDES)
    assert not any("ection" in one for one in (*(each.label for each in told.points), told.elsewhere))


def test_a_line_of_the_contents_is_no_heading(tmp_path: Path) -> None:
    """The section that it leads to bears it."""
    page = (
        "# Fernleaf privacy policy\n\nContents\n\nRelated rules\n\nWe read the list of your books at night"
        " and lend it to our friends in the town.\n\n## Related rules\n\nSee the rules of the house.\n"
    )
    for name, text in (("old.md", page), ("new.md", page.replace("lend it", "sell it"))):
        (tmp_path / name).write_text(text, "utf-8")
    (said,) = quoted(compare(tmp_path / "old.md", tmp_path / "new.md"))
    assert "Related rules" not in said


def test_a_side_that_nobody_reads_is_cut_though_it_limits() -> None:
    """Of a list of a hundred words its first are quoted."""
    items = ", ".join(f"book {n}, but only if nobody else reads it," for n in range(40))
    old = "We keep these for a year: none."
    new = f"We keep these for a year: {items} and nothing else."
    known = changed_pages(["We open.", old], ["We open.", new], found(old, new, importance=2))
    (said,) = quoted(replace(known, verdict="substantive"))
    assert len(said.split()) < 150


ADDRESS = "Fernleaf Readers AG at 12 Mill Lane, Oldtown 90291, Norland."


@pytest.mark.parametrize(
    ("there", "label"),
    [
        (("Controller: Fernleaf Readers AG", "Address: 12 Mill Lane, Oldtown 90291, Norland"), True),
        (("Controller: Fernleaf Readers AG", "Address: 14 Mill Lane, Oldtown 90291, Norland"), False),
        (("Controller: Fernleaf Readers AG", "We bake.", "12 Mill Lane, Oldtown 90291, Norland"), False),
    ],
)
def test_what_two_neighbouring_clauses_say_still_is_not_called_gone(
    there: tuple[str, ...], label: bool
) -> None:
    """Most of what is rare in it stands there, with every number; further apart, or with another number, it
    may be something else."""
    kept = ["We lend books at the harbour, and bake at night.", *there, "Come at noon."]
    gone = replace(found(ADDRESS, "", importance=2), old=Quote(ADDRESS, 0))
    said = quoted(pages([ADDRESS, *kept], kept, gone))[0]
    assert said.startswith("No longer says in these words") == label


def test_what_stands_elsewhere_in_other_words_comes_last() -> None:
    """It is no news while anything else is."""
    names = "Ada Fern and Otto Birch of Brightwater copy whatever sailors write to our clerks."
    kept = [
        "We lend books at the harbour.",
        "Ada Fern, Otto Birch: clerks of Brightwater.",
        "The two copy whatever sailors write to them or our desk.",
    ]
    lent = "We lend the list of your books to the town."
    went = replace(found(names, "", importance=2, weight=5.0), old=Quote(names, 0))
    said = quoted(pages([names, *kept], [*kept, lent], went, replace(came(3, lent), weight=-5.0)))
    assert said == [f"New: “{lent}”"]


def test_a_sentence_is_no_before_where_it_has_its_counterpart_at_another_place() -> None:
    """There it is told; but what would lean on it keeps it."""
    write = "You may exercise your rights by a letter to the clerk at the harbour desk."
    asked = "We may ask you for a copy of your passport to verify your identity."
    form = "You may exercise your rights by a form on the page of the harbour desk."
    verify = "We may ask you for a copy of your passport or card to verify your identity."
    leaning = "These copies lie in a drawer of the harbour desk until you come."
    drawer = "All copies lie in a drawer of the harbour desk until you come."
    for both, there, is_told in ((f"{write} {asked}", form, False), (f"{asked} {leaning}", drawer, True)):
        known = pages(
            ["We lend.", both, "We bake."],
            ["We lend.", there, "We bake.", verify],
            found(both, there, importance=2),
        )
        changes = Change("reworded", (1,), (1,), text_edits(both, there)), Change("added", (), (3,))
        told = quoted(replace(known, diff=DocumentDiff(changes)))
        assert ("We may ask you" in told[0]) == is_told


def test_a_place_where_nothing_but_marks_differs_is_no_point() -> None:
    """A mark of a heading that ran on, of emphasis: the words are the same."""
    one = found("We sell it.### 5. Whom we ask", "We sell it. 5. Whom we ask", importance=3)
    two = found("__We sell the list of your book__s.", "We sell the list of your books.", importance=3)
    for each in (one, two):
        assert each.old
        assert each.new
        assert quoted(pages(["We lend.", each.old.text], ["We lend.", each.new.text], each)) == []


def test_the_line_that_introduces_a_list_gave_way_to_no_sentence() -> None:
    """Nor to one that says something else; another introduction may have."""
    lead, news = "For the purposes of the town, in the frame of:", "Some of it rests on your consent alone."
    one = found(lead, news, importance=3)
    assert quoted(pages(["We lend.", lead], ["We lend.", news], one)) == [f"New: “{news}”"]
    one = found(news, lead, importance=3)
    assert quoted(pages(["We lend.", news], ["We lend.", lead], one)) == [f"Gone: “{news}”"]
    other = "What we do with letters of members:"
    both = found(lead, other, importance=3)
    assert quoted(pages(["We lend.", lead], ["We lend.", other], both))[0].startswith("Changed")


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("The lamps we use may be:", "For more on our lamps, please read our notice.", "new"),
        ("For more on our lamps, please read our notice.", "The lamps we use may be:", "old"),
        ("The lamps we lend to members may be:", "The lamps we lend to members may be of two kinds.", "both"),
        ("The lamps we use may be:", "What we do with letters of members:", "both"),
        ("The lamps we use may vary.", "For more on our lamps, please read our notice.", "both"),
    ],
)
def test_an_introduction_is_set_against_what_has_its_words_alone(old: str, new: str, left: str) -> None:
    """Or against another one."""
    kept = {"old": (old, ""), "new": ("", new), "both": (old, new)}
    assert without_introduction(old, new) == kept[left]


def test_a_heading_that_is_quoted_is_not_named() -> None:
    """It came with the words below it."""
    texts = ["Lists stay on your shelf", "Each time you read:"]
    item = "A clerk of our town counts the hours that you have read by lamp light in total."
    known = pages(["We bake."], [*texts, item], came(2, item))
    clauses = (*known.new.clauses[:2], Clause("item", item, depth=1))
    (said,) = quoted(replace(known, new=replace(known.new, clauses=clauses)))
    assert said == f"New: “{texts[0]}”, “{texts[1]}”, “{item}”"


def test_a_passage_whose_first_sentence_replaced_one_elsewhere_is_a_change() -> None:
    """Its other sentences say more than the old one; that it is new would be untrue."""
    old = "We may also infer information about readers from the use of our lending desks."
    first = "We may infer certain information about readers from our lending desks."
    more = "If you borrow maps by night, we take you for a sailor."
    new = f"{first} {more}"
    known = pages(["We lend.", old, "We bake."], ["We lend.", "We bake.", new], came(2, first))
    gone, new_one = known.diff.changes
    told = quoted(replace(known, diff=DocumentDiff((gone, Change("unchanged", (2,), (1,)), new_one))))
    assert told == [f"Changed: now “{new}”, before “{old}”"]


def test_a_name_that_is_written_in_two_ways_is_told_once_as_the_text_writes_it() -> None:
    """Whatever its capitals, and with the longer of two names of which one is a part."""
    olds = [
        "Fern Pass Services lend books.",
        "Ask Fern Pass Services by letter.",
        "Read what Fern Pass Services keep.",
        "You can pass on the desk by night.",
    ]
    news = [
        one.replace("Pass Services", "reader services").replace("pass", "reader services") for one in olds
    ]
    told = [point.text for point in lede(changed_pages(olds, news), SIDES).points]
    assert told[0].endswith("now “Fern reader services”, before “Fern Pass Services”")
    assert sum("Fern Pass" in one for one in told) == 1


LENT = "You may ask us at any time for the list of what you borrowed here."


@pytest.mark.parametrize(
    ("behind", "is_told"),
    [
        ("In particular, you may have it by letter.", True),
        ("Unless you were a guest, we send it at once.", True),
        ("The desk opens at noon.", False),
        (f"However, {', '.join('this and that' for _ in range(12))}.", False),
    ],
)
def test_how_a_text_goes_on_behind_a_change_is_told(behind: str, is_told: bool) -> None:
    """Where that limits or explains it and stayed: without it a right looks narrowed that is not."""
    now = LENT.replace("at any time", "once a year")
    both = f"{LENT} {behind}", f"{now} {behind}"
    (said,) = quoted(
        changed_pages(["We bake.", both[0]], ["We bake.", both[1]], found(LENT, now, importance=2))
    )
    assert said.endswith(f" and goes on as before: “{behind}”") == is_told


@pytest.mark.parametrize(
    ("behind", "is_told"),
    [
        ("What they find may delay or stop the books that you order.", True),
        ("The lamps of our rooms burn until dawn for the books.", False),
    ],
)
def test_the_next_sentence_that_says_what_seems_to_have_gone_is_told(behind: str, is_told: bool) -> None:
    """The changed sentence alone looks as if nothing were delayed any more."""
    old = "We read your letters with machines, which may stop or delay whatever books you order at our desk."
    new = "We read your letters with machines at our desk."
    both = f"{old} {behind}", f"{new} {behind}"
    (said,) = quoted(
        changed_pages(["We bake.", both[0]], ["We bake.", both[1]], found(old, new, importance=2))
    )
    assert said.endswith(f" and goes on: “{behind}”") == is_told


def test_a_passage_with_a_hole_is_left_out_beside_others() -> None:
    """A recorder lost the words of its links: nobody can read it."""
    torn = "A log of ours tells whoever asks when you ."
    sold = "We sell the names in it to all the shops of our town."
    whole = "We show your list to whoever asks at the harbour desk."
    news = [f"{torn} {sold}", "We bake.", whole]
    both = replace(came(0, sold, len(torn) + 1), weight=3.0), replace(came(2, whole), weight=9.0)
    told = lede(pages(["We bake."], news, *both), SIDES)
    (point,) = told.points
    assert whole in point.text


def sentence(start: str, size: int) -> str:
    """A sentence of that many words, most of which no other one has."""
    names = (f"{start[0].lower()}{one}{other}n" for one in "abdefgiklmnoprstu" for other in "aeiou")
    return f"{start} {' '.join(islice(names, size - len(start.split())))}."


def test_an_item_quoted_without_its_list_stands_behind_what_introduces_it(tmp_path: Path) -> None:
    """A name alone does not say what somebody is."""
    lead = "Who answers for what we write down of you depends on the town that you live in:"
    start = "# Privacy policy\n\nFernleaf lends books in all towns.\n\n## Rooms\n\n### Controllers\n\n"
    others = "* Fernleaf AG for readers in Oldtown\n* Fernleaf Ltd. for readers in Harbourtown"
    old = f"{start}{lead}\n\n{others}\n\nAsk the desk.\n"
    last = "Lumora LLC also answers for all lists that our shops sell to others, in any town."
    new = old.replace("Harbourtown\n", f"Harbourtown\n* Lumora LLC for readers in Lakeside.\n\n{last}\n")
    for name, text in (("old.md", old), ("new.md", new)):
        (tmp_path / name).write_text(text, "utf-8")
    said = lede(compare(tmp_path / "old.md", tmp_path / "new.md"), SIDES).points
    assert (said[0].after, said[0].where) == (lead, "Controllers")
    assert [one.words for one in said[0].quotes] == ["Lumora LLC for readers in Lakeside.", last]


def test_a_line_that_introduces_what_is_not_quoted_is_not_quoted_last() -> None:
    """It says nothing without its list."""
    news = ["We sell the list of your books to shops.", "Whoever buys it may:"]
    (said,) = quoted(pages(["We bake."], ["We bake.", *news], came(1, news[0])))
    assert "Whoever buys" not in said


def test_a_sentence_that_joined_the_one_before_it_is_not_new() -> None:
    """Its full stop was lost: the other side has it as a sentence of its own."""
    letter = "Write to the clerk at post@fernleaf.example or come to our desk on the harbour street."
    kept = "You may object at any time by a letter to the same clerk."
    new = f"{letter.replace('post@fernleaf.example', 'desk@fernleaf.example').rstrip('.')} {kept}"
    finding = found(letter, new, importance=2)
    (said,) = quoted(changed_pages([f"{letter} {kept}", "We bake."], [new, "We bake."], finding))
    assert "You may object" not in said


def test_a_sentence_with_a_hole_is_not_chosen() -> None:
    """A recorder lost the words of a link in it."""
    hole, whole = (
        "A log of ours tells whoever asks when you .",
        "We show your list to whoever asks at the desk.",
    )
    texts = [f"{hole} {'Cakes are for members, and for their guests at night. ' * 30}{whole}"]
    hurt = replace(came(0, hole), weight=9.0)
    said = quoted(
        pages(["We bake."], texts, hurt, replace(came(0, whole, texts[0].index(whole)), weight=3.0))
    )
    assert hole not in said[0]
    assert whole in said[0]


def test_what_is_left_out_between_two_sentences_leaves_a_mark() -> None:
    """And what a quoted sentence leans on is not left out, though the other side says it too."""
    first = "The names of guests at our desk are shown to no other reader of the town."
    kept = "Clerks of the harbour desk need the list of guests to find whoever broke a rule."
    leaning = "To do this, they read what each guest wrote to our neighbours last night."
    apart = "Lamps burn in all our rooms till dawn for those who read at night."
    for last, mark in ((leaning, f" {kept} "), (apart, " … ")):
        text = f"{first} {kept} {last}"
        said = quoted(pages(["We bake.", kept], ["We bake.", kept, text], came(2, first)))
        assert f"{first}{mark}{last}" in said[0]


@pytest.mark.parametrize(
    ("notes", "letters", "named"),
    [
        (
            f"The clerks of all our shops {'and our inns ' * 30}and whoever pays the lamps of our town.",
            f"The post of the harbour {'and the hills ' * 30}and each of our neighbours who asks at night.",
            "of “Notes”: “",
        ),
        ("Clerks of shops.", "Neighbours at night.", "row “Notes”, “"),
    ],
)
def test_a_cell_that_is_quoted_of_a_section_has_the_name_of_its_row(
    notes: str, letters: str, named: str
) -> None:
    """Once for all its cells; a name that is quoted is called a row, or it seems to be of the one before."""
    head, path = Clause("heading", "Whom we tell", depth=1), ("Whom we tell",)
    rows = [("Notes", notes), ("Letters", letters)]
    cells = [
        Clause("paragraph", text, (*path, *row), cell=Cell(0, n, column, *row))
        for n, (name, said) in enumerate(rows)
        for column, text, row in ((0, name, ()), (1, said, (name,)), (2, f"{said[:-1]} by day.", (name,)))
    ]
    known = pages(["We bake."], ["We bake."])
    clauses = (*known.new.clauses, head, *cells)
    finding = replace(came(3, rows[0][1]), new=Quote(rows[0][1], 3, path=(*path, "Notes")))
    told = replace(
        known,
        new=replace(known.new, clauses=clauses),
        diff=DocumentDiff((Change("added", (), tuple(range(1, 8))),)),
        findings=(finding,),
    )
    (said,) = quoted(told)
    assert said.startswith("New section, headed “Whom we tell”")
    assert f"{named}{rows[0][1]}”" in said
    assert said.count("“Notes”") == 1
    which = "Row" if named.startswith("row") else "Of “Notes”:"
    assert f'<span class="which">{which}</span>' in html_page.html(told, sides=SIDES)


@pytest.mark.parametrize(
    ("many", "headings", "rows"),
    [
        (4, ("Matter", "Basis"), "4 rows, among them"),  # the row of the headings is not counted
        (4, ("", ""), "a table, among its rows"),  # the first of which may be one
        (2, ("", ""), ""),
    ],
)
def test_a_section_that_is_a_table_is_told_by_its_rows(many: int, headings: Sequence[str], rows: str) -> None:
    """How many there are and whom the weightiest are about, where their cells say little; all of them is told
    so."""
    head, path = Clause("heading", "Second-hand sales", depth=1), ("Second-hand sales",)
    names = (
        "Payments of readers to sellers",
        "Letters of sellers",
        "Books on offer here",
        "Counts of visits",
    )
    cells = [
        Clause("paragraph", text, (*path, row), cell=Cell(0, n, column, row, column_heading=heading))
        for n, name in enumerate([*filter(None, headings[:1]), *names[:many]])
        for column, text, row, heading in (
            (0, name, "", headings[0] if name != headings[0] else ""),
            (1, "By contract." if name != headings[0] else headings[1], name, headings[1]),
        )
    ]
    known = pages(["We bake."], ["We bake."])
    places = range(2, 2 + len(cells), 2)
    told = replace(
        known,
        new=replace(known.new, clauses=(*known.new.clauses, head, *cells)),
        diff=DocumentDiff((Change("added", (), tuple(range(1, 2 + len(cells)))),)),
        findings=tuple(came(place, cells[place - 2].text) for place in places),
    )
    said = lede(told, SIDES)
    [point] = said.points
    assert (f": {rows} “{names[0]}”, “{names[1]}”" in point.text) is bool(rows)
    assert not rows or not said.elsewhere


@pytest.mark.parametrize(
    ("above", "between", "named"),
    [
        ("Notice to readers in Norway", 0, "Notice to readers in Norway › "),
        ("What we tell you", 0, ""),  # for everybody
        ("Notice to readers in Norway", 50, ""),  # the notice may have ended behind so many words
    ],
)
def test_a_heading_set_as_text_is_told_with_the_one_that_says_for_whom_it_is(
    above: str, between: int, named: str
) -> None:
    """Else the words seem to be for everybody."""
    text = "We burn your letters when you close your list, in the yard of the house."
    path = (above,)
    clauses = [
        Clause("heading", above, depth=2),
        *(Clause("paragraph", f"We bake cake number {n} at night.", path) for n in range(between)),
        Clause("paragraph", "How we burn letters", path),
        Clause("paragraph", text, path),
    ]
    finding = replace(found("", text, importance=2), new=Quote(text, between + 3, path=path))
    known = pages(["We bake."], ["We bake."], finding)
    known = replace(
        known,
        new=replace(known.new, clauses=(known.new.clauses[0], *clauses)),
        diff=DocumentDiff((Change("added", (), (between + 3,)),)),
    )
    assert quoted(known) == [f"New, under “{named}How we burn letters”: “{text}”"]


def test_what_stands_below_a_heading_is_in_no_list_of_that_name() -> None:
    """Lists below it have headings that are set as text: the heading is that of another section."""
    item = "Guests of the inn: if you sleep here, ask our clerk at the door for your letters."
    head = "Table of all that we keep"
    path = (head,)
    clauses = [
        Clause("heading", head, depth=2),
        Clause("paragraph", "We keep lists of letters and of loaves, and a list of lamps.", path),
        Clause("paragraph", "How to ask for your letters", path),
        Clause("paragraph", "You may ask us at the desk for all letters that you wrote.", path),
        Clause("item", "Members: ask the clerk at the desk of the house by the harbour.", path, depth=1),
        Clause("item", item, path, depth=1),
    ]
    finding = replace(found("", item, importance=2), new=Quote(item, 6, 0, path, introduction=head))
    known = pages(["We bake."], ["We bake."], finding)
    known = replace(
        known,
        new=replace(known.new, clauses=(known.new.clauses[0], *clauses)),
        diff=DocumentDiff((Change("added", (), (6,)),)),
    )
    assert quoted(known) == [f"New, under “How to ask for your letters”: “{item}”"]


def test_a_sentence_that_still_stands_elsewhere_is_not_quoted_as_gone() -> None:
    """It stood twice: what leans on it is quoted alone."""
    twice = "Letters of members: we keep what a member wrote to the house on its own shelf by the door."
    gone = "We keep these letters until the member asks us to burn them in the yard."
    old, new = [twice, f"{twice} {gone}", "We bake."], [twice, "We bake."]
    where = Quote(gone, 1, len(twice) + 1)
    finding = replace(found(gone, gone), old=where, new=None)
    (said,) = quoted(pages(old, new, finding))
    assert said.endswith(f": “{gone}”")


def test_words_that_lean_on_a_sentence_that_stays_stand_behind_it() -> None:
    """It is none of those that came."""
    kept = "We keep what a member wrote to the house on its own shelf by the door."
    came_too = "They are burnt in the yard when the member asks the clerk of the house."
    finding = came(1, came_too, len(kept) + 1)
    (said,) = quoted(pages([kept], [kept, f"{kept} {came_too}"], finding))
    assert f"after “{kept}”: “{came_too}”" in said


def moved_pages(olds: list[tuple[str, str]], news: list[tuple[str, str]], *findings: Finding) -> Comparison:
    """Two pages of paragraphs with a heading above each; what only one has was added or removed."""
    known = pages([text for _, text in olds], [text for _, text in news], *findings)
    old, new = (
        replace(
            side,
            clauses=tuple(Clause("paragraph", text, (head,)) for head, text in texts),
        )
        for side, texts in ((known.old, olds), (known.new, news))
    )
    return replace(known, old=old, new=new)


DAY = [
    ("Day", f"{word} come at noon and leave by four.") for word in ("Cooks", "Bakers", "Sailors", "Smiths")
]


def test_of_what_came_that_is_not_quoted_which_the_other_side_says_in_other_words() -> None:
    """With another sentence beside it: a right that had stood in another section."""
    known = (
        "You may also have a right to submit a complaint to a supervisory library in the town where your"
        " family lives or works, or where any reader considers that a breach has occurred."
    )
    again = "You also have the right to submit a complaint to a supervisory library near you."
    more = "If our clerk in Harbourtown mishandled your lists, write to our lending harbour master."
    said = f"{again} {more}"
    finding = replace(came(len(DAY), again), new=Quote(again, len(DAY), path=("Rights",)))
    told = moved_pages([*DAY, ("Desk", known)], [*DAY, ("Rights", said), ("Desk", known)], finding)
    assert quoted(told)[0].endswith(f": “{more}”")


def test_in_which_words_it_is_still_said_is_told() -> None:
    """Where nothing else went: that it is gone would be untrue."""
    gone = "Readers of Oldtown may lodge a complaint to the authority."
    still = "Of noise, smell or a lost umbrella readers of Oldtown may lodge a complaint to the authority."
    finding = replace(found(gone, "", importance=2), old=Quote(gone, len(DAY), path=("Rights",)))
    (said,) = quoted(moved_pages([*DAY, ("Rights", gone), ("Law", still)], [*DAY, ("Law", still)], finding))
    assert said.startswith("No longer says in these words")
    assert said.endswith(f"“{gone}” and still says: “{still}”")


@pytest.mark.parametrize("head", ["Rights", "Rights of members"])
def test_what_went_and_came_in_one_section_on_one_matter_is_a_change(head: str) -> None:
    """Also where its heading is worded otherwise; what is set against it need not stand in the same list."""
    was = (
        "Where required, we obtain your opt-in consent to lend lists for behavioural reading on ships at sea."
    )
    now = (
        "Where required, we obtain your consent prior to lending what nobody in (i) kitchens or (ii) gardens"
        " reads by noon."
    )
    old = Clause("heading", "Rights"), Clause("item", was, ("Rights",), 1)
    new = Clause("heading", head), Clause("paragraph", now, (head,))
    apart = tuple(Clause("paragraph", text, ("Day",)) for _, text in DAY)
    gone = replace(found(was, "", importance=2), old=Quote(was, 1, path=("Rights",), introduction="We lend:"))
    known = pages([], [], gone)
    stayed = [Change("unchanged", (n,), (n,)) for n in range(2, 2 + len(apart))]
    heads = Change("reworded", (0,), (0,), text_edits("Rights", head)) if head != "Rights" else None
    first = heads or Change("unchanged", (0,), (0,))
    last = Change("removed", (1,), ()), Change("unchanged", (5,), (4,)), Change("added", (), (5,))
    told = replace(
        known,
        old=replace(known.old, clauses=(*old, *apart)),
        new=replace(known.new, clauses=(new[0], *apart, new[1])),
        diff=DocumentDiff(
            (first, last[0], *(replace(one, new=(one.new[0] - 1,)) for one in stayed), last[2])
        ),
    )
    said, *_ = quoted(told)
    assert said.startswith("Changed, under “Rights")
    assert was in said
    assert now in said


def test_a_sentence_with_another_one_in_its_place_does_not_come_last() -> None:
    """The other side does not go on to say what gave way to it."""
    was = "You may ask our clerk for a copy of the list of your books at the desk by day."
    now = "You may ask our clerk in Harbourtown for a copy of the list of your books at the desk by day."
    other = "The pond in the park behind the reading room is open to the ducks of the town."
    heavy = replace(came(0, now), weight=5.0)
    light = replace(came(len(DAY) + 1, other), weight=0.0)
    told = moved_pages([*DAY, ("Copies", was)], [("Lists", now), *DAY, ("Ducks", other)], heavy, light)
    assert now in quoted(told)[0]


def test_a_new_section_was_not_said_before_by_a_sentence_of_its_frame() -> None:
    """Both do something "via the platform"; what they are about is another matter."""
    head, path = "List synching", ("List synching",)
    new = "We engage in synching of pseudonymous lists via the platform to match readers of two rooms."
    frame = "We engage in IBA via the platform."
    known = pages([], [], replace(came(5, new), new=Quote(new, 5, path=path)))
    apart = [Clause("paragraph", text, ("Day",)) for _, text in DAY]
    olds = (*apart, Clause("paragraph", frame, ("Frame",)))
    news = (*olds[:4], Clause("heading", head), Clause("paragraph", new, path), olds[4])
    told = replace(
        known,
        old=replace(known.old, clauses=olds),
        new=replace(known.new, clauses=news),
        diff=DocumentDiff((Change("added", (), (4, 5)),)),
    )
    assert quoted(told)[0].startswith("New section, headed “List synching”")


def test_a_sentence_that_stands_elsewhere_under_another_number_was_not_replaced() -> None:
    """The first paragraph of the old side is the second of the new one, and what stands before it came."""
    kept = "is the keeper of your lists, and answers for it that they are read by the rules of the town"
    old = f"2.1 Fernleaf Readers {kept}."
    came_first = "2.1 A keeper is whoever says what is done with lists and why they are read."
    new = f"2.2 Fernleaf Readers {kept} at all desks."
    known = changed_pages(["We bake.", old, "Come at noon."], ["We bake.", came_first, "Come at noon."])
    news = (*known.new.clauses[:2], Clause("paragraph", new), known.new.clauses[2])
    finding = replace(found(old, came_first, importance=2), old=Quote(old, 1), new=Quote(came_first, 1))
    changes = (*known.diff.changes, Change("added", (), (2,)))
    told = replace(
        known,
        new=replace(known.new, clauses=news),
        diff=DocumentDiff(changes),
        findings=(finding,),
        verdict="substantive",
    )
    (said,) = (one for one in quoted(told) if came_first in one)
    assert "before" not in said


def test_what_only_introduces_a_list_is_no_point() -> None:
    """Beside others: the list stands elsewhere, and a reader does not learn what is in it."""
    head, sold = "Notes that a member of ours gives us each year:", "We sell your list to the bakers."
    known = pages(["We bake."], [sold, "We bake.", head], replace(came(0, sold), weight=9.0), came(2, head))
    assert quoted(known) == [f"New: “{sold}”"]


def test_one_of_several_that_are_listed_did_not_take_the_place_of_another() -> None:
    """What is said of each is the same."""
    rest = "keeps a list of the letters that you wrote in order to send you cakes that you like."
    olds = [f"{who} {rest}" for who in ("Wharfside", "Gullwing", "Saltmarsh")]
    finding = replace(found(olds[1], ""), old=Quote(olds[1], 1), new=None)
    told = pages(olds, [olds[0], f"Sandbar {rest}", olds[2]], finding)
    told = replace(
        told,
        diff=DocumentDiff((Change("reworded", (1,), (1,), text_edits(olds[1], f"Sandbar {rest}")),)),
    )
    assert quoted(told) == [f"No longer says: “{olds[1]}”"]


def test_a_sentence_is_not_set_against_one_with_which_it_has_nothing_in_common() -> None:
    """It is told as what it is."""
    whole, part = (
        LedeQuote("before", "Bakers bring bread at noon."),
        LedeQuote("now", "Whoever signs our ledger."),
    )
    assert not are_related((whole, part))
    assert are_related((whole, part._replace(words="Whoever signs our ledger brings bread.")))
    assert are_related((whole, part._replace(words="Bread is at …")))


LONG = f"We sell the list of your books {'to the shops by the shore ' * 8}each day."
OTHERS = (
    f"The town reads the letters that you write {'to the desk by the hill ' * 8}each night.",
    f"Your notes on each book go {'to the mill by the river ' * 8}each year.",
)
SHORT_ONE = "We no longer ask you before we lend your name."


@pytest.mark.parametrize(("worth", "number"), [(849, 2), (850, 3), (0, 3)])
def test_what_an_editor_would_not_quote_is_no_point_beside_others(worth: int, number: int) -> None:
    """Where no reader weighed it nobody knows, and it is one."""
    texts = ("We sell your list to the shore.", "The town reads your letters.", "Your notes go to the mill.")
    findings = [
        replace(came(place, text), worth=one, weight=9.0 - place)
        for place, text, one in zip((1, 3, 5), texts, (3000, 3000, worth), strict=True)
    ]
    news = [one for text in texts for one in ("We bake.", text)]
    assert len(quoted(pages(["We bake."], news, *findings))) == number


def test_the_best_is_quoted_whatever_it_is_worth() -> None:
    text = "Your notes go to the mill."
    assert len(quoted(pages(["We bake."], ["We bake.", text], replace(came(1, text), worth=1)))) == 1


def test_of_an_item_the_sentence_that_names_what_it_is_about_is_quoted_too() -> None:
    """Else what it says of one firm seems to be said of another, or of the company."""
    many = " ".join(f"Sailors sing song number {n} of the old ledger at night." for n in range(16))
    texts = [
        "Wharfside: Brings our letters to the harbour.",
        f"Saltmarsh: Bakes some of our cakes. {many} Keeps no list of guests.",
    ]
    told = pages(
        ["We bake."], ["We bake.", *texts], came(2, "Keeps no list of guests.", texts[1].rindex("Keeps"))
    )
    items = tuple(replace(one, kind="item", depth=1) for one in told.new.clauses[1:])
    told = replace(told, new=replace(told.new, clauses=(told.new.clauses[0], *items)))
    (said,) = quoted(told)
    assert "Saltmarsh: Bakes some of our cakes. … Keeps no list of guests." in said


@pytest.mark.parametrize("other", ["Boats", "Books"])
def test_of_one_section_two_sentences_are_quoted_where_another_one_has_news(other: str) -> None:
    """Three of one section only where nothing else is quoted."""
    texts = (
        "We sell the list of your books to the shops by the shore.",
        "The town reads the letters that you write to the desk.",
        "Your notes on each page go to the mill by the river.",
        "Our machines learn from the pictures of your boat.",
    )
    heads = ("Books", "Books", "Books", other)
    known = pages(["We bake."], [one for text in texts for one in ("We bake.", text)])
    clauses = tuple(
        replace(clause, path=(heads[place // 2],)) for place, clause in enumerate(known.new.clauses)
    )
    findings = tuple(
        replace(came(place, text), new=Quote(text, place, path=(head,)), weight=weight)
        for place, text, head, weight in zip((1, 3, 5, 7), texts, heads, (19.0, 18.0, 17.0, 6.0), strict=True)
    )
    known = replace(known, new=replace(known.new, clauses=clauses), findings=findings)
    assert (texts[3] in " ".join(quoted(known))) == (other == "Boats")
