"""Headings that a page sets as text: lines over paragraphs, numbered or not, and what looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policydiff.models import Cell, Clause, Document, Link
from policydiff.report.text_headings import headings_over, text_heading

KEPT = "Fernleaf keeps the list of what its readers borrow for as long as they borrow anything from it."


def above(*lines: str) -> str | None:
    """The heading over a paragraph with these lines above it, under a heading of the page."""
    texts = (KEPT, *lines, KEPT)
    clauses = tuple(Clause("paragraph", text, ("Fernleaf at a glance",)) for text in texts)
    return text_heading(Document(clauses, language="en"), len(clauses) - 1)


@pytest.mark.parametrize(
    "line",
    [
        "Your lists",
        "(b) Your lists, and those of others",
        "8. Your lists",
        "10. Contact us.",
        "7.3 Lists that leave the reading room for another country of the Union one day",
        "How do you ask Fernleaf for a copy of what it holds?",
        "Lists That May Be Read by Friends of Readers, Shops and the Town Council",
        "EU/U.S. Reading Shield",
        "6.b.Places of your lists",
    ],
)
def test_a_line_over_a_paragraph_is_its_heading(line: str) -> None:
    """With a number or a letter before it, and as a question, it may be longer."""
    assert above(line) == line


@pytest.mark.parametrize(
    "line",
    [
        "Your lists, and those of everybody else who ever read in this reading room with you",
        "8. your lists",
        "8.",
        "Your lists end here.",
        "Write to: the desk",
        "Ada Fern, Director",
        "Fernleaf AG - Ada Fern",
        "Please write to us at the desk:",
        "xi. Your lists. We keep them",
        "– Any other list of a reader",
    ],
)
def test_what_only_looks_like_one_is_none(line: str) -> None:
    """A sentence, the middle of one, a number alone, a label."""
    assert above(line) == ""


def test_the_country_of_an_address_heads_nothing() -> None:
    """Nor do the lines above it; a country heads what is said of people there where no address is."""
    said = "We tell you here how long we keep the list of your books, and who reads it by day and by night."
    for before, line in (("Harbourtown HB1 7TL", None), ("We lend books to all of you there.", "Ireland")):
        document = Document(tuple(Clause("paragraph", text) for text in (said, before, "Ireland", said)))
        assert text_heading(document, 3) == line


def test_the_rest_of_an_item_is_no_heading() -> None:
    """A page broke it behind its label; the heading is the line above the list."""
    lead, item = Clause("paragraph", "Why we read"), Clause("item", "Reasons of ours:", depth=1)
    rest, text = Clause("paragraph", "A contract with a reader"), Clause("item", KEPT, depth=1)
    for label, heading in ((item, "Why we read"), (replace(item, text="Reasons of ours"), None)):
        clauses = (lead, Clause("paragraph", KEPT), label, rest, text, text)
        assert (text_heading(Document(clauses, language="en"), 5) == "Why we read") == bool(heading)


@pytest.mark.parametrize(
    ("line", "label", "heading"),
    [
        ("Learn more that keeps your lists", "Learn more", ""),
        ("Learn More About Your Lists", "Learn More", None),  # leads elsewhere, or may be a heading
        ("Your lists", "lists", "Your lists"),
    ],
)
def test_a_sentence_into_which_the_label_of_a_link_was_run_is_no_heading(
    line: str, label: str, heading: str | None
) -> None:
    """Nor is what stands above it: such a page put its notes between its words."""
    link = Link(label, "https://fernleaf.example/notes", line.index(label))
    clauses = tuple(
        Clause("paragraph", text, ("Fernleaf at a glance",), links=(link,) if text == line else ())
        for text in ("The reader", KEPT, line, KEPT)
    )
    found = text_heading(Document(clauses, language="en"), 3)
    assert found == heading or (heading is None and found != "")


def test_a_numbered_line_may_stand_in_the_contents_above() -> None:
    """The contents repeat it, and a line of the contents has no text behind it that is longer."""
    assert above("7. Your desk", "8. Your lists", KEPT, "8. Your lists") == "8. Your lists"


def test_a_line_that_stands_again_and_again_is_a_label() -> None:
    """Without a number: "Purpose" over each of several paragraphs; and "Back to top" below a heading."""
    assert above("Purpose", KEPT, "Purpose", KEPT, "Purpose") == ""
    heading, line = Clause("heading", "Lists", depth=2), Clause("paragraph", "Back to top", ("Lists",))
    text = Clause("paragraph", KEPT, ("Lists",))
    assert text_heading(Document((heading, line, text, line, text), language="en"), 2) == ""


def test_a_line_that_stands_twice_may_be_a_heading() -> None:
    """Then nobody can say under which one words stand, and none is named; nor under a line with a label."""
    assert above("Your lists", KEPT, "Your lists") is None
    assert above("Lists in the Town: Your Lists at Home") is None


def test_a_line_is_found_in_the_contents_too() -> None:
    """There it stands beside other lines, and heads no text."""
    assert above("Your desk", "Your lists", "Your room", KEPT, "Your lists") == "Your lists"


def test_the_last_line_of_the_contents_heads_nothing() -> None:
    """Behind them the text begins, and what stands there is in no section that they name."""
    assert above("Your desk", "Your lists", "Your room", "Your books") is None
    assert above("Reading House", "Mill Lane 12", "9012 Oldtown", "Fernland") is None


def test_a_line_with_a_colon_is_a_heading_if_it_is_written_as_one() -> None:
    """The line "Contact Us:" is one, and what only leads on to the next line is none."""
    assert above("Reading Rooms:") == "Reading Rooms"
    assert above("Our Rooms", KEPT, "Note:") == "Our Rooms"


def test_a_question_in_two_lines_is_one_heading() -> None:
    """A page that was printed breaks its long lines."""
    assert above("WHO READS THE LISTS OF WHAT YOU BORROW FROM", "FERNLEAF ?") == (
        "WHO READS THE LISTS OF WHAT YOU BORROW FROM FERNLEAF ?"
    )


def test_a_heading_that_was_written_twice_in_a_row_is_named_once() -> None:
    """With the name of its anchor behind it."""
    assert above("Your lists at homeYour lists at homemainlistsmodule") == "Your lists at home"


def test_a_table_between_is_passed_over() -> None:
    """The section goes on behind it; a line that the path of the page names already is told by that."""
    path = ("Fernleaf at a glance",)
    cell = Clause("paragraph", "For a year", (*path, "Lists"), cell=Cell(0, 1, 1, "Lists"))
    line, text = Clause("paragraph", "6. Your lists", path), Clause("paragraph", KEPT, path)
    assert text_heading(Document((line, text, cell, text), language="en"), 3) == "6. Your lists"
    assert text_heading(Document((line, text, cell), language="en"), 2) == "6. Your lists"
    named = (replace(line, text="Your lists"), replace(text, path=(*path, "Your lists")))
    assert text_heading(Document(named, language="en"), 1) == ""


def test_a_line_over_a_shorter_one_is_a_heading_if_that_is_a_sentence() -> None:
    """And none over the line of an address or of the contents."""
    line = "Notice to Readers of the Reading Rooms of the Union and of Its Neighbours"
    assert above(line, "The controller of your lists is:") == line
    assert above("Your lists", KEPT, line, "Fernleaf AG") == "Your lists"


def test_a_note_is_of_no_section() -> None:
    """It explains what stands in a table, or in the whole text."""
    texts = (
        "Your lists",
        KEPT,
        "*Means any list that a reader has of a reading room of Fernleaf or of friends.",
    )
    clauses = tuple(Clause("paragraph", text, ("Lists",)) for text in texts)
    assert text_heading(Document(clauses, language="en"), 2) is None


def test_of_a_heading_far_away_nobody_knows_whether_it_ended() -> None:
    """A page without any heading has none that could be wrong."""
    assert above(*[KEPT] * 90) is None
    texts = tuple(Clause("paragraph", KEPT) for _ in range(90))
    assert text_heading(Document(texts, language="en"), 89) == ""


def test_the_introduction_of_a_list_heads_nothing_behind_it() -> None:
    """Where the page marks it as a heading."""
    path = ("Lists", "We keep these:")
    items = Clause("item", "Your books", path, 1), Clause("item", "Your maps", path, 1)
    clauses = (Clause("heading", path[1], path[:1], 2), *items, Clause("paragraph", KEPT, path))
    document = Document(clauses, language="en")
    assert headings_over(document, 1, path)[-1] == "We keep these:"
    assert headings_over(document, 3, path) == ["Lists"]


def test_the_introduction_of_a_table_heads_nothing_behind_it() -> None:
    """A cell of it is below it; so are words behind a heading that only names its section."""
    cell = Cell(0, 1, 1, "Your books")
    for name, behind in (("We keep these:", ["Lists"]), ("What we keep", ["Lists", "What we keep"])):
        path = ("Lists", name)
        row = (Clause("paragraph", "Two years", path, cell=cell), Clause("paragraph", KEPT, path))
        document = Document((Clause("paragraph", name, path[:1]), *row), language="en")
        assert headings_over(document, 1, path)[-1] == name
        assert headings_over(document, 2, path) == behind


def test_an_item_heads_nothing_behind_another_list() -> None:
    """It is one of a list whose items have paragraphs of their own."""
    path = ("Lists",)
    alone, text = Clause("item", "Books at Home", path, 1), Clause("paragraph", KEPT, path)
    other = Clause("item", "Your books", path, 2)
    assert text_heading(Document((text, alone, text), language="en"), 2) == "Books at Home"
    assert text_heading(Document((text, alone, text, other, other, text), language="en"), 5) is None


def test_what_says_the_same_far_away_is_not_asked() -> None:
    """Else each of thousands of sections would be compared with all others."""
    assert above("Your lists", *[KEPT] * 120, "Your lists") == "Your lists"


def test_the_heading_of_a_long_section_is_found() -> None:
    """Of two lines the nearer one is over the words, however many paragraphs lie between."""
    assert above("7. Your desk", "8. Your lists", *[KEPT] * 60) == "8. Your lists"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("6. Lists of friends (not for children)", "6. Lists of friends (not for children)"),
        ("WHAT WE LENT TO OTHERS IN 2033", "WHAT WE LENT TO OTHERS IN 2033"),
        ("5.3. Shelves for friends are shelves that remember what a reader and a friend chose.", ""),
    ],
)
def test_a_numbered_line_may_end_with_brackets_and_is_no_sentence(line: str, named: str) -> None:
    """A line in capitals may end with a year; a numbered sentence is no heading."""
    assert above(line) == named


def test_signs_of_a_line_are_not_counted_as_words() -> None:
    """In French a blank stands before a question mark."""
    line = "Dans quels buts les listes que vous nous laissez sont-elles lues ? Et par qui ?"
    assert above(line) == line


def test_a_line_that_prints_a_date_stands_between_a_heading_and_its_text() -> None:
    """The heading heads what comes behind the date."""
    line = "Lists That We Lent to Readers"
    assert above(line, "(Effective as of January 1, 2031)") == line


def test_a_heading_joined_to_the_paragraph_before_it_is_found() -> None:
    """A recorder of a printed page joins them."""
    assert above("7. Your desk", f"{KEPT} 13. Contact the Desk") == "13. Contact the Desk"
    assert above("7. Your desk", f"{KEPT} It has 13. Nobody counts") == "7. Your desk"


@pytest.mark.parametrize("line", ["Do Not Share My Lists", "Gérer mes listes"])
def test_a_line_that_a_reader_clicks_on_is_no_heading(line: str) -> None:
    """It speaks for the reader. Where another line of text is above it nobody can tell; a question is one."""
    assert above(line) == ""
    assert above("Your desk", KEPT, line) is None
    assert above("What happens to my lists?") == "What happens to my lists?"


def test_a_line_of_links_is_no_heading() -> None:
    """One link may be a heading that leads on, several are none; a link within the page marks a heading."""

    def below(*targets: str) -> str | None:
        path = ("Fernleaf at a glance",)
        names = [f"Reading {room}" for room in ("Room", "Tower")[: len(targets)]]
        links = tuple(Link(name, target, 0) for name, target in zip(names, targets, strict=True))
        line = Clause("paragraph", " ".join(names), path, links=links)
        text = Clause("paragraph", KEPT, path)
        above_it = Clause("paragraph", "Your desk", path)
        return text_heading(Document((text, above_it, text, line, text), language="en"), 4)

    assert below("https://one.example/") is None
    assert below("https://one.example/", "https://two.example/") == "Your desk"
    assert below("#one") == "Reading Room"


def test_a_line_numbered_as_the_heading_above_it_is_not_below_it() -> None:
    """It is the next one; a line with a further number is below it."""
    for line, heads in (("6. Your lists (not for children)", ["Fernleaf"]), ("5.1 Your lists", None)):
        path = ("Fernleaf", "5. Your desk")
        head, text = Clause("heading", path[1], path[:1], 2), Clause("paragraph", KEPT, path)
        clauses = (head, text, Clause("paragraph", line, path), text)
        assert headings_over(Document(clauses, language="en"), 2, path) == (heads or [*path])
    lines = ("5. Your desk", KEPT, "6. Your lists", KEPT)
    texts = tuple(Clause("paragraph", line) for line in lines)
    assert headings_over(Document(texts, language="en"), 2, ()) == []


def test_a_line_that_begins_as_the_headings_beside_it_do_is_one_of_them() -> None:
    """What begins a block "For members …" is not for the readers in Norway of the block before it."""
    outer = "7. Desks"
    clauses = [Clause("heading", outer, depth=1)]
    for name in ("For readers in Denmark:", "For readers in Norway:"):
        clauses += [Clause("heading", name, (outer,), 2), Clause("paragraph", KEPT, (outer, name))]
    path = clauses[-1].path
    for line, heads in (("For members of the club in Fernland", [outer]), ("Our members", [*path])):
        document = Document((*clauses, Clause("paragraph", line, path)), language="en")
        assert headings_over(document, len(clauses), path) == heads


SISTERS = ("What the lists hold", "What the lists do not hold")


def over(*lines: str | Clause, place: int = -1) -> list[str]:
    """The headings over one of some paragraphs, the last one if no other is named."""
    made = (one if isinstance(one, Clause) else Clause("paragraph", one, ("Lists",)) for one in lines)
    clauses = tuple(made)
    return headings_over(Document(clauses, language="en"), place % len(clauses), ("Lists",))


def test_a_line_that_heads_a_box_is_below_no_other_such_line() -> None:
    first, second = SISTERS
    assert over(KEPT, first, KEPT, second, KEPT, place=3) == ["Lists"]
    assert over(KEPT, first, KEPT, second, KEPT) == [second]
    assert over(KEPT, first, KEPT, "5 Mill Lane, Oldtown 4021", KEPT, place=3) == [first]
    assert over(KEPT, first, KEPT, "Lists of readers", "Lists of clerks", place=3) == [first]  # heads no text


def test_an_entry_of_a_list_of_links_heads_nothing() -> None:
    def entry(said: str, to: str, words: str = "Fern Centre") -> Clause:
        link = Link(words, to, len(said) + 1)
        return Clause("paragraph", f"{said} {words}", ("Lists",), links=(link,))

    away = "https://fernleaf.example/centre"
    lines = (KEPT, "10.b.ii.What else we print", entry("The lists in short", away))
    assert over(*lines, entry("How many of our readers ask for lists of lists", away)) == [lines[1]]
    ours = entry("The lists in short", "#short")
    assert over(KEPT, ours, KEPT) == [ours.text]


def test_a_paragraph_s_own_name_ends_what_a_line_above_heads() -> None:
    names = ("Your right to know", "Your right to ask", "Your right to object")
    told = [f"{name}. {KEPT}" for name in names]
    assert over(KEPT, "Lamps and boats", KEPT, *told, KEPT) == [names[-1]]
    assert over(KEPT, "Lamps and boats", KEPT, told[0], told[1], KEPT) == ["Lamps and boats"]  # only two
    assert over(KEPT, *told, KEPT) == ["Lists"]  # no line above that could be wrong
