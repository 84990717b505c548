"""What a lede says of trivial changes, and what it must not take for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.report.lede import lede
from policydiff.report.link_text import changed_links
from policydiff.report.side_names import CapturePair
from policydiff.report.trivial_kinds import TrivialChange, said_of

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.report.lede import Lede

PAGE = """# Fernleaf Ltd Privacy Policy

Fernleaf Ltd lends books to all who ask at its desk, and this policy tells what we write down of them.

## Your choices

You may ask the clerk at any time to strike your name from the list of those who borrowed a book. See our
[list of letters](https://fernleaf.example/letters) for more, and the Letters section below.

## Letters

Fernleaf Card holders get a letter when a book is due, and may read at www.fernleaf.example/card how. The
clerk sat here at 13:20 CET when this page was made, and the [way to object](https://fernleaf.example/object)
to letters is open to all. Write to Fernleaf Ltd, 12 Mill Lane, Oldtown OT1 2AB, or to desk@fernleaf.example.

Ring us at 020 7946 0958 if you lost your card. The house was bought for 10 000 000 crowns, which is a lot.

## The shelf

On the shelf stand the books that were given back on this day, and nobody is told who gave them back to us.
The shelf is read by the clerks in the evening, who then carry all the books to the places that they have.
"""


def told(folder: Path, old: str, new: str) -> Lede:
    for name, text in (("old.md", old), ("new.md", new)):
        (folder / name).write_text(text, "utf-8")
    return lede(compare(folder / "old.md", folder / "new.md"), CapturePair())


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (
            "strike your name",
            "stirke your name",
            "a letter or two under “Your choices”: now “stirke”, before “strike”",
        ),
        (
            "Fernleaf Card",
            "Fernleaf Pass",
            "a name under “Letters”: now “Fernleaf Pass”, before “Fernleaf Card”",
        ),
        (
            "[list of letters]",
            "[leaflet on letters]",
            "the words of a link: now “leaflet on letters”, before “list of letters”",
        ),
        (
            "the Letters section",
            "the Post section",
            "a reference to another part of the text: now “Post”, before “Letters”",
        ),
        ("## The shelf", "## Our shelf", "a heading: now “Our shelf”, before “The shelf”"),
        ("On the shelf stand", "## Shelf\n\nOn the shelf stand", "a new heading: “Shelf”"),
        (
            "this policy tells",
            "this notice tells",
            "what a document is called: now “notice”, before “policy”",
        ),
        ("13:20 CET", "14:20 CEST", "a time that the page shows: now “14:20 CEST”, before “13:20 CET”"),
        (
            "www.fernleaf.example/card",
            "https://fernleaf.example/card",
            "how a web address is written under “Letters”: now “https://fernleaf.example/card”, before “www.",
        ),
        (
            "that they have",
            "they have",
            "a small word under “The shelf”: “that” is gone",
        ),
        (
            "Fernleaf Card",
            "Fernleaf Desk for Readers",
            "a name under “Letters”: now “Fernleaf Desk for Readers”, before “Fernleaf Card”",
        ),
        (
            "www.fernleaf.example/card",
            "help.fernleaf.example/card",
            "a web address under “Letters”: now “help.fernleaf.example/card”, before “fernleaf.example/card”",
        ),
    ],
)
def test_a_trivial_change_is_told_by_what_it_is(tmp_path: Path, was: str, now: str, said: str) -> None:
    """In a sentence, and no quote makes more of it; whichever side is the old one."""
    assert was in PAGE
    lede_of_it = told(tmp_path, PAGE, PAGE.replace(was, now))
    assert f"changed only in {said}" in lede_of_it.text
    assert not lede_of_it.points
    assert not lede_of_it.elsewhere
    back = told(tmp_path, PAGE.replace(was, now), PAGE)
    assert "changed only in " in back.text
    assert not back.points


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("13:20 CET", "12.50 francs"),  # a price
        ("[way to object]", "[form for all letters]"),  # the words of a link to a right
        ("[list of letters]", "[list of Fernleaf letters]"),  # who did it
        ("www.fernleaf.example/card", "www.fernleaf.example/pass"),  # another page
        ("www.fernleaf.example/card", "www.brightwater.example/card"),  # another owner
        ("Fernleaf Card", "Brightwater Card"),  # a thing of somebody else
        ("Fernleaf Card holders", "Fernleaf Card and Fernleaf Pass holders"),  # one thing more
        ("at any time", "at no time"),
        ("You may ask", "You must ask"),  # small, but not for the reader
        ("open to all", "unopen to all"),  # a letter or two that turn a word into its contrary
        ("due, and may", "sue, and may"),
        ("10 000 000", "12 000 000"),
        ("## The shelf", "## If you live in Norland"),  # for whom the text below it holds
        ("to letters is open", "to posters is open"),
    ],
)
def test_what_may_say_something_is_quoted(tmp_path: Path, was: str, now: str) -> None:
    assert was in PAGE
    said = told(tmp_path, PAGE, PAGE.replace(was, now))
    assert len(said.points) == 1


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ("12 Mill Lane, Oldtown OT1 2AB", "3 Hill Street, Newtown NT4 5CD", "a postal address"),
        ("desk@fernleaf.example", "privacy@fernleaf.example", "an e-mail address"),
        ("www.fernleaf.example/card", "www.brightwater.example/card", "a web address"),
        ("to Fernleaf Ltd, 12", "to Fernleaf Books Ltd, 12", "a company’s name"),
        ("020 7946 0958", "+44 20 7946 0001", "a telephone number"),
    ],
)
def test_who_it_is_and_where_to_write_to_is_quoted(tmp_path: Path, was: str, now: str, kind: str) -> None:
    """The sentence says that nothing else changed."""
    assert was in PAGE
    said = told(tmp_path, PAGE, PAGE.replace(was, now))
    assert f"only in {kind}" in said.text
    assert len(said.points) == 1


def test_a_name_that_stood_there_before_is_no_other_company(tmp_path: Path) -> None:
    """It was only written otherwise; one that stood nowhere is another one."""
    old = PAGE.replace("to Fernleaf Ltd, 12", "to Fernleaf Inc, 12")
    said = told(tmp_path, old, PAGE)
    assert "only in a name under “Letters”: now “Fernleaf Ltd”, before “Fernleaf Inc”." in said.text
    assert not said.points
    assert told(tmp_path, PAGE, old).points


MENU = "- [Books](https://fernleaf.example/books)\n- [Lamps](https://fernleaf.example/lamps)\n"


def test_a_line_of_a_menu_is_no_part_of_the_text(tmp_path: Path) -> None:
    """A link inside of the text is, however short its line."""
    line = "- [Boats](https://fernleaf.example/boats)\n"
    said = told(tmp_path, f"{PAGE}\n{MENU}", f"{PAGE}\n{MENU}{line}")
    assert not said.points
    inside = PAGE.replace("## The shelf", f"We lend to:\n\n{MENU}\n## The shelf")
    assert told(tmp_path, inside, inside.replace(MENU, f"{MENU}{line}")).points


def test_a_passage_that_stands_twice_is_no_news(tmp_path: Path) -> None:
    """An item of a list may be, where it came into another list."""
    passage = PAGE[PAGE.index("On the shelf") :]
    twice = PAGE.replace("## Letters", f"{passage}\n## Letters")
    for old, new, said in (
        (PAGE, twice, "that stand in it once more"),
        (twice, PAGE, "stood in it once more"),
    ):
        lede_of_it = told(tmp_path, old, new)
        assert said in lede_of_it.text
        assert not lede_of_it.points
    lists = (
        "## What we keep\n\n- the name of all who come to the desk and of all who write to us in the long"
        " winter\n\n## What we send on\n\n- the book that was lent to them at the desk and nothing else\n"
    )
    item = "- the name of all who come to the desk and of all who write to us in the long winter\n"
    assert "once more" not in told(tmp_path, f"{PAGE}\n{lists}", f"{PAGE}\n{lists}{item}").text


def test_several_trivial_changes_are_told_at_once(tmp_path: Path) -> None:
    new = PAGE.replace("strike", "stirke").replace("## The shelf", "## Our shelf")
    said = told(tmp_path, PAGE, new.replace("13:20", "13:21"))
    assert (
        "changed only in a letter or two: now “stirke”, before “strike”;"
        " and in a heading: now “Our shelf”, before “The shelf”;"
        " and in a time that the page shows: now “13:21 CET”, before “13:20 CET”."
    ) in said.text


def test_trivial_changes_are_not_quoted_beside_others(tmp_path: Path) -> None:
    """Nor is anything said of them there."""
    new = PAGE.replace("strike", "stirke").replace("nobody is told who", "the guard is told who")
    said = told(tmp_path, PAGE, new)
    (point,) = said.points
    assert "the guard" in point.text
    assert said.elsewhere == ""
    assert "stirke" not in said.text


def test_links_that_lead_elsewhere_are_told_with_them(tmp_path: Path) -> None:
    """So that "only" is true."""
    new = PAGE.replace("strike", "stirke").replace("example/letters", "example/post/5510")
    assert "only in where a link leads and a letter or two" in told(tmp_path, PAGE, new).text


def test_an_address_that_is_only_written_otherwise_is_no_name_that_changed(tmp_path: Path) -> None:
    """In however many places it is, beside a change that is told."""
    shelf = "Books on it are listed at http://shelf.fernleaf.example/{} for all who come.\n\n"
    page = PAGE + "\n" + "".join(map(shelf.format, ("old", "new", "lent", "lost")))
    new = page.replace("http://shelf", "https://shelf").replace("nobody is told who", "the guard is told who")
    (point,) = told(tmp_path, page, new).points
    assert "the guard" in point.text


COOKIES = "You may turn them off: see https://help.kestrel.example/{}/cookies-off how.\n"
SECTION = "[Letters](#letters)"


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (
            "Letters that we keep are read here at the desk by the clerk. All others are burnt in the stove.",
            "All others are burnt in the stove. Letters that we keep are read here at the desk by the clerk.",
            "only in the order of sentences.",
        ),
        (
            f"You may strike it as told in {SECTION}. You may read it. He brings it.",
            f"You may strike it as told in {SECTION}. He brings it. You may read it as told in {SECTION}.",
            "and which of them refer to another part of it: “as told in Letters”.",
        ),
        (COOKIES.format("old"), COOKIES.format("new/5"), "only in the web address of a page on cookies."),
        (
            "Ask the guard [here](https://guard.kestrel.example/ask) at any time of the day or night.",
            "Ask the guard at <https://guard.kestrel.example/ask> at any time of the day or night.",
            "how a link is written: now “guard.kestrel.example/ask”, before “here”",
        ),
        (
            "Published on 9 May 2031Updated on 16 July 203123 min read",
            "Published on 9 May 2031",
            "only in what stands beside the printed date: “Updated on 16 July 203123 min read” is gone.",
        ),
    ],
)
def test_a_trivial_form_is_told_and_not_quoted(tmp_path: Path, was: str, now: str, said: str) -> None:
    page = PAGE.replace("## Your choices", "{}\n\n## Your choices")
    told_of_it = told(tmp_path, page.replace("{}", was), page.replace("{}", now))
    assert said in told_of_it.text
    assert not told_of_it.points


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (
            f"You may strike your name as told in {SECTION}. The clerk may read it.",
            f"The clerk may read it, and the guard may, as told in {SECTION}. You may strike your name.",
        ),
        (
            "Ask the guard [here](https://guard.kestrel.example/ask) at any time of the day or night.",
            "Ask the guard at <https://lumora.example/sell> at any time of the day or night.",
        ),
        (
            "We sell letters to [Lumora](https://lumora.example/letters) in winter and to nobody else.",
            "We sell letters to [Kestrel](https://kestrel.example/letters) in winter and to nobody else.",
        ),
    ],
)
def test_what_looks_like_a_trivial_form_and_is_none_is_quoted(tmp_path: Path, was: str, now: str) -> None:
    page = PAGE.replace("## Your choices", "{}\n\n## Your choices")
    assert told(tmp_path, page.replace("{}", was), page.replace("{}", now)).points


def test_a_line_that_leads_to_another_part_of_the_page_is_no_change_of_words(tmp_path: Path) -> None:
    jump = "[Letters](https://fernleaf.example/privacy#2letters)\n\n## The shelf"
    new = PAGE.replace("nobody is told who", "the guard is told who")
    said = told(tmp_path, PAGE, new.replace("## The shelf", jump))
    (point,) = said.points
    assert "the guard" in point.text
    assert "places" not in said.text


def test_a_link_word_that_says_nothing_is_told_with_its_sentence(tmp_path: Path) -> None:
    line = "If you do not agree you may object {} before the end of the winter.\n\n## Letters"
    linked, plain = (
        PAGE.replace("## Letters", line.format(one))
        for one in ("[here](https://guard.kestrel.example/object)", "here")
    )
    for name, text in (("old.md", linked), ("new.md", plain)):
        (tmp_path / name).write_text(text, "utf-8")
    said = changed_links(compare(tmp_path / "old.md", tmp_path / "new.md"))
    assert "(in “If you do not agree you may object here before the end of the winter.”)" in said


LAMPS = (
    "The clerk keeps your email for a year.\n\nThe guard reads the {} of all clerks at night.\n\n"
    "We send a letter by {} in winter.\n\nHe asks for the {} of your aunt.\n"
)


def test_a_word_that_gave_way_to_one_nearly_the_same_everywhere_is_told_once(tmp_path: Path) -> None:
    old = PAGE + LAMPS.format("post emails", "email", "email")
    new = PAGE + LAMPS.format("post mails", "mail", "mail")
    said = told(tmp_path, old, new)
    assert "changed only in one word in 3 places: now “mail”, before “email”." in said.text
    assert not said.points
    longer = PAGE + LAMPS.format("post mails", "post mail", "post mail")
    assert "in 3 places: now “post mail”, before “email”." in told(tmp_path, old, longer).text


@pytest.mark.parametrize(("was", "now"), [("guard", "clerks"), ("mail", "all mail"), ("Lumora", "Lumoras")])
def test_another_word_is_no_word_written_otherwise(tmp_path: Path, was: str, now: str) -> None:
    """Nor one with a word before it that never stood there, nor a name."""
    old, new = (PAGE + LAMPS.format(one, one, one) for one in (was, now))
    assert "only in one word" not in told(tmp_path, old, new).text


DATED = "Updated 02/27, 2031 by the clerks of the desk"


def test_a_date_of_a_part_or_in_an_unusual_form_is_told(tmp_path: Path) -> None:
    """A number of months beside a year is none, nor a year alone."""
    shelf = "All lists of 2030 are kept for 3 months.\n"
    old = f"{PAGE}\n{shelf}\n{DATED}\n"
    new = old.replace("nobody is told who", "the guard is told who")
    assert (
        "A line that prints a date is now “Updated September/11, 2031 by the clerks of the desk”, before"
        " “Updated 02/27, 2031 by the clerks of the desk”."
    ) in told(tmp_path, old, new.replace("02/27", "September/11")).text
    assert "prints a date" not in told(tmp_path, old, new.replace("3 months", "6 months")).text
    assert "prints a date" not in told(tmp_path, old, new.replace("2030", "2031")).text


def test_a_date_that_only_the_new_text_prints_is_told(tmp_path: Path) -> None:
    new = PAGE.replace("nobody is told who", "the guard is told who")
    dated = new.replace("## Your choices", "Page updated: April 2031\n\n## Your choices", 1)
    assert "A date is now printed on it: “Page updated: April 2031”." in told(tmp_path, PAGE, dated).text
    misspelt = dated.replace("April 2031", "Apryl 3, 2030").replace(
        "the guard is told who", "nobody is told who"
    )
    assert "now printed on it" not in told(tmp_path, misspelt, dated).text
    was = PAGE.replace("## Your choices", "Winter of 3 May 2030\n\n## Your choices", 1)
    assert "now printed on it" not in told(tmp_path, was, dated).text


def test_no_article_stands_before_one(tmp_path: Path) -> None:
    old = PAGE.replace("# Fernleaf Ltd Privacy", "# The Fernleaf Ltd Privacy")
    said = told(tmp_path, old, old.replace("strike", "stirke")).text
    assert said.startswith("“The Fernleaf Ltd Privacy Policy” changed only")


def test_a_company_is_named_that_calls_itself_as_its_site(tmp_path: Path) -> None:
    line = "Here you use the lamps of Oil Brightwater (“{}”, “we” or “us”), see LMP.example.\n\n"
    lamps = "".join(f"{{}} keeps the {one} of your lamp for a year.\n\n" for one in ("oil", "wick", "glass"))
    page = "# Privacy Policy\n\n" + line + lamps
    for name, begins in (("LMP", "LMP’s “Privacy Policy”"), ("Company", "The “Privacy Policy”")):
        old = page.replace("{}", name)
        assert told(tmp_path, old, old.replace("wick", "wicks")).text.startswith(begins)


SPLIT = ("on this day, and nobody is told", "on this day.\n\nNobody is then told")
"""A paragraph that was divided, which nothing quotes."""


def test_where_nothing_is_quoted_what_changed_is_said_to_be_listed(tmp_path: Path) -> None:
    """Also where a part of it is trivial."""
    said = told(tmp_path, PAGE, PAGE.replace("strike", "stirke").replace(*SPLIT))
    assert not said.points
    assert said.elsewhere == "What changed is listed below."


def test_more_than_two_of_a_kind_are_told_by_the_first(tmp_path: Path) -> None:
    heads = "".join(f"\n## The {one}\n" for one in ("lamp", "boat", "coat", "hat"))
    assert "only in 4 headings that are gone: “The lamp”, “The boat” and 2 others." in (
        told(tmp_path, f"{PAGE}{heads}", PAGE).text
    )
    hours = "Open {}\n\nClosed {}\n\nLate {}\n"
    was, now = (
        f"{PAGE}\n{hours.format(*three)}"
        for three in (("9.00", "17.00", "20.00"), ("8.00", "16.00", "21.00"))
    )
    assert (
        "times that the page shows in 3 places, for example now “8.00”, before “9.00”."
        in told(tmp_path, was, now).text
    )


def test_a_link_to_another_page_is_no_reference(tmp_path: Path) -> None:
    """The page may be called as a section is."""
    page = f"{PAGE}\n## {{0}}\n\nSee our [{{0}}](https://www.fernleaf.example/lamps) page.\n"
    said = told(tmp_path, page.format("Lamps"), page.format("Our lamps")).text
    assert "only in the words of a link and a heading: now “Our lamps”, before “Lamps”." in said


def test_a_letter_in_a_heading_is_told_with_the_heading(tmp_path: Path) -> None:
    page = f"{PAGE}\n## Which {{0}} readers borrow\n\nNobody knows them but the clerk of the house.\n"
    said = told(tmp_path, page.format("llamps"), page.format("lamps")).text
    assert "only in a letter or two in the heading “Which lamps readers borrow”: now “lamps”" in said


def test_a_name_in_a_postal_address_is_told_with_its_place(tmp_path: Path) -> None:
    page = f"{PAGE}\n# Whom to ask\n\n{{}} 12 Mill Lane, Oldtown 4021\n"
    known = page.replace("## Letters", "Fernleaf Ltd owns it.\n\n## Letters")
    said = told(tmp_path, known.format("Fernleaf, Inc"), known.format("Fernleaf Ltd")).text
    assert "only in a name in the postal address: now “Fernleaf Ltd”, before “Fernleaf, Inc”." in said


def test_an_address_that_is_printed_and_linked_is_told_once(tmp_path: Path) -> None:
    page = f"{PAGE}\nSee www.fernleaf.example{{0}} and [the card](https://www.fernleaf.example{{0}}).\n\n"
    page += "Read [it](https://www.fernleaf.example{0}) at home.\n"
    said = told(tmp_path, page.format("/a"), page.format("/a/b")).text
    assert said.count("fernleaf.example/a/b") == 1


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (
            "Effective date: 2 May 2031",
            "Last updated: 9 May 2031",
            "the line that prints its date: now “Last updated: 9 May 2031”, before “Effective date: 2 May",
        ),
        (
            "Last updated: 2 May 2031",
            "Last updated: 9 May 2031",
            "its printed date, which went from 2 May 2031",
        ),
    ],
)
def test_what_a_line_calls_its_date_is_quoted(tmp_path: Path, was: str, now: str, said: str) -> None:
    old = PAGE.replace("\n## ", f"\n{was}\n\n## ", 1)
    assert f"in no word but {said}" in told(tmp_path, old, old.replace(was, now)).text


def test_a_title_alone_is_told_once(tmp_path: Path) -> None:
    old = "# Fernleaf privacy policy for guests\n\nFernleaf lends books to its members, as they like.\n"
    said = told(tmp_path, old, old.replace(" for guests", " for readers")).text
    assert "only in its title, which was “Fernleaf privacy policy for guests” before." in said
    assert "it was called" not in said


def test_a_date_of_a_second_document_below_is_not_that_of_the_page(tmp_path: Path) -> None:
    top, below = "# Fernleaf policy\n\nLast updated: March 2031\n", "# Lamp rules\n\nLast updated on {}.\n"
    page = f"{top}\n{PAGE}\n{below}".replace("# Fernleaf Ltd Privacy Policy\n", "")
    said = told(
        tmp_path, page.format("2 April 2031"), page.format("9 April 2031").replace("strike", "stirke")
    ).text
    assert "version of" not in said
    assert (
        "A line that prints a date is now “Last updated on 9 April 2031”, before “Last updated on 2" in said
    )


def test_what_is_left_of_a_masked_address_is_told(tmp_path: Path) -> None:
    was, now = "[email protected]leaf.example", "desk[email protected]"
    said = told(tmp_path, f"{PAGE}\nWrite to {was}.\n", f"{PAGE}\nWrite to {now}.\n").text
    what = "what can be read of an e-mail address that the site masks in both captures"
    assert f"only in {what}: now “{now}”, before “{was}”." in said


def test_headings_that_went_together_are_all_told_as_such(tmp_path: Path) -> None:
    """Also one that says for whom what follows holds, but not alone."""
    heads = ("The lamp", "The boat", "If you live in Norland")
    page = PAGE + "".join(f"\n## {one}\n\nWe read it {one.split()[-1]} by lamp, as ever.\n" for one in heads)
    bare = page
    for one in heads:
        bare = bare.replace(f"## {one}\n\n", "")
    said = told(tmp_path, page, bare).text
    assert "only in 3 headings that are gone: “The lamp”, “The boat” and “If you live in Norland”." in said
    alone = told(tmp_path, page, page.replace(f"## {heads[2]}\n\n", ""))
    assert "heading that is gone" not in alone.text


def test_a_time_stamp_and_an_address_in_a_sentence_are_told_whole(tmp_path: Path) -> None:
    assert "only in a line with a day and a time: “2031-08-23 07:52” is new." in (
        told(tmp_path, PAGE, PAGE.replace("\n## ", "\n2031-08-23 07:52\n\n## ", 1)).text
    )
    page = f"{PAGE}\nComplain at https://www.guard.example/{{}} whenever you want.\n"
    said = told(tmp_path, page.format("ask/question/old"), page.format("complaint")).text
    assert "only in a web address" in said


def test_a_label_below_the_text_is_no_news(tmp_path: Path) -> None:
    """Of a button that a recorder took along; a line amid the text or with a capital is none."""
    alone = told(tmp_path, PAGE, f"{PAGE}\n_close_\n")
    assert "only in a label below its text: “close” is new." in alone.text
    assert not alone.points
    amid = told(tmp_path, PAGE, PAGE.replace("\n## The", "\nclose\n\n## The"))
    for other in (amid, told(tmp_path, PAGE, f"{PAGE}\nOldtown, Norland\n")):
        assert "label" not in other.text


def test_the_entries_of_a_table_of_contents_that_gave_way_are_told(tmp_path: Path) -> None:
    row = "[Lamps](#a) [{}](#b) [Hats](#c)"
    page = f"{PAGE}\n{row}\n"
    said = told(tmp_path, page.format("Boats"), page.format("Ships")).text
    assert "only in its table of contents: now “Ships”, before “Boats”." in said


def test_a_name_in_capital_letters_is_the_same_name(tmp_path: Path) -> None:
    page = f"{PAGE}\nThe {{0}} is ours, THE {{1}} TOO.\n"
    old, new = page.format("Fernleaf Card", "FERNLEAF CARD"), page.format("Fernleaf Pass", "FERNLEAF PASS")
    said = told(tmp_path, old, new).text
    assert "only in a name in 2 places under “" in said
    assert "and others" not in said


def test_where_one_link_leads_is_told_beside_others(tmp_path: Path) -> None:
    page = f"{PAGE}\nRead [it](https://www.fernleaf.example{{}}) at home.\n\n## The {{}}\n\nIt shines.\n"
    said = told(tmp_path, page.format("/a", "lamp"), page.format("/b", "lantern")).text
    assert "where a link leads: now “fernleaf.example/b”, before “fernleaf.example/a”" in said


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (0, "a letter or two in 2 places and 2 headings"),
        (2, "a letter or two and 2 headings"),
        (3, "a letter or two in 2 places and 2 headings"),
    ],
)
def test_a_number_of_places_that_is_told_is_not_told_again(places: int, said: str) -> None:
    found = [TrivialChange("spelling"), TrivialChange("spelling"), *[TrivialChange("heading")] * 2]
    assert said_of(found, places=places) == said


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        # a time that a program printed beside a name
        (
            "Fern PolicyAnn Ode2031-06-18T12:16:06+02:00",
            "Fern PolicyAnn Ode2031-10-30T11:20:06+01:00",
            "only in a time that the page shows: now “2031-10-30T11:20:06+01:00”, before “2031-06-",
        ),
        # entries of a menu that run into each other
        (
            "Maple DatesRead CodesGet Books",
            "Birch DatesRead CodesGet Books",
            "reads the same in both captures",
        ),
        # and names of things in a row
        (
            "Maps Atlas Globes Pens Ink Paper Lamps Chairs Desks Shelves Boxes Cards Letters Stamps Books",
            "Maps Atlas Globes Pens Ink Paper Lamps Hats Desks Shelves Boxes Cards Letters Stamps Books",
            "reads the same in both captures",
        ),
    ],
)
def test_lines_around_a_text_are_told_as_what_they_are(tmp_path: Path, was: str, now: str, said: str) -> None:
    assert said in told(tmp_path, f"{PAGE}\n{was}\n", f"{PAGE}\n{now}\n").text


def test_a_sentence_of_names_is_no_row_of_entries(tmp_path: Path) -> None:
    said = told(tmp_path, f"{PAGE}\nWe sell Maple DatesRead CodesGet, too.\n", f"{PAGE}\nWe lend it.\n")
    assert "reads the same" not in said.text


def test_the_day_of_the_next_version_is_not_that_of_this_one(tmp_path: Path) -> None:
    """A banner may announce it while another line dates the page."""
    lines = "Effective May 4, 2031 | Print", "Effective June 9, 2031 | Print"
    coming = "We will update our Privacy Policy. The updates will go into effect on {}."
    older = coming.format("June 9, 2031")
    newer = f"We last updated our Privacy Policy on June 9, 2031. {coming.format('July 14, 2031')}"
    old, new = (
        PAGE.replace("\n\n## Your choices", f"\n\n{line}\n\n## Your choices", 1).replace(
            "\n\nFernleaf Ltd lends", f"\n\n{banner}\n\nFernleaf Ltd lends", 1
        )
        for banner, line in zip((older, newer), lines, strict=True)
    )
    assert "14 July 2031" not in told(tmp_path, old, new).text
