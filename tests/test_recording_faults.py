"""What a recording may have lost is told first and is no headline; what somebody removed stays news."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from policydiff.findings.recorder import _address
from policydiff.models import RECORDING_DOUBTS, Reason
from policydiff.normaliser import normalise
from policydiff.report.lede import lede
from policydiff.report.side_names import CapturePair
from policydiff.workflows.comparing import compare

if TYPE_CHECKING:
    from policydiff.models import Comparison

TOP = """# Privacy Policy

Last updated: 3 March 2031

This privacy policy tells you what Fernleaf Ltd does with the data of those who visit its reading rooms.
"""
USES = """## How we use your data

We use personal data for these purposes:

* to lend you the books that you ask for;
* to comply with the laws of the country in which you live;
* to show you advertisements of our partners on other sites.
"""
SHARED = """## Whom we share it with

We share personal data with the following recipients:

* the binder who repairs the books that you return;
* companies that buy your reading history for advertising.
"""
KEPT = """## How long we keep it

We keep the list of your loans for two years after you return a card, and then we delete it from all shelves.
"""
TABLE = """## Legal bases

| Why | Basis | Kept |
| --- | --- | --- |
| To lend books | Performance of a contract to which you are a party. | Two years |
| To write to you | We rely on your consent, which you may withdraw at any time. | One year |
| To keep order | Our legitimate interest in quiet rooms. | A month |
"""
RIGHTS = """## Your rights

You may ask for a copy of your personal data, and you may object to advertising by a letter to the desk.
"""
CONTACT = """## How to contact us

Write to the desk of the reading room in Mill Lane 5, or to privacy@fernleaf.example, if you have any question
about this policy, want a copy of your data, or wish to complain about what became of your request to us.
"""
PARTS = (TOP, USES, SHARED, KEPT, TABLE, RIGHTS, CONTACT)
WHOLE = "\n".join(PARTS)


def compared(old: str, new: str) -> Comparison:
    return compare(*(normalise(text.encode(), content_type="text/markdown") for text in (old, new)))


def codes(comparison: Comparison) -> list[str]:
    return [reason.code for reason in comparison.reasons]


def without(*lines: str, text: str = WHOLE) -> str:
    for line in lines:
        assert line in text
        text = text.replace(line, "")
    return text


ENDS_OF_LISTS = without(
    "* to comply with the laws of the country in which you live;\n",
    "* to show you advertisements of our partners on other sites.\n",
    "* the binder who repairs the books that you return;\n",
    "* companies that buy your reading history for advertising.\n",
)
CELLS = (
    "Performance of a contract to which you are a party.",
    "We rely on your consent, which you may withdraw at any time.",
)
FAULTS = {
    "two lists without their ends": (ENDS_OF_LISTS, "lists-cut"),
    "no title, and what stands below it": (without(TOP), "starts-late"),
    "an end at a heading": (WHOLE[: WHOLE.index("Write to the desk of")], "ends-early"),
    "cells that are empty": (without(*CELLS), "cells-empty"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_recording_is_told_first_and_is_no_headline(name: str) -> None:
    """Whichever side was recorded badly: words lost in the old recording are not new in the next one."""
    faulty, code = FAULTS[name]
    for old, new, side in ((WHOLE, faulty, "new"), (faulty, WHOLE, "old")):
        comparison = compared(old, new)
        assert code in codes(comparison)
        assert "silent-change" not in codes(comparison)
        assert all(one.importance == 1 for one in comparison.findings if one.category != "effective-date")
        told = lede(comparison, CapturePair())
        assert f"{side} recording" in told.sentences[0]
        assert "what is missing may be the recorder's" in told.sentences[0]
        assert "Apart from that, " in told.sentences[1]
        assert not told.points


def test_what_changed_beside_a_fault_is_told_after_it() -> None:
    """A real change in the same pair keeps its rank."""
    changed = ENDS_OF_LISTS.replace(
        "may object to advertising by", "may no longer object to advertising, not by"
    )
    comparison = compared(WHOLE, changed)
    told = lede(comparison, CapturePair())
    assert comparison.verdict == "substantive"
    assert "lists" in told.sentences[0]
    assert any("object" in point.text for point in told.points)
    assert all("books" not in point.text for point in told.points)


NOTICE = KEPT.partition("\n\n")[0] + "\n\n{}\n"
HIDDEN = "This part is not available in your location."
LONG = (
    KEPT + "\n" + "The clerk who keeps the list may read it by day and must not copy it for friends.\n\n" * 3
)


@pytest.mark.parametrize(("is_new", "side"), [(True, "new"), (False, "old")])
def test_a_text_that_is_not_shown_to_one_recording_is_neither_new_nor_gone(
    *, is_new: bool, side: str
) -> None:
    """It stands there for readers of another country."""
    whole = WHOLE.replace(KEPT, LONG)
    hidden = whole.replace(LONG, NOTICE.format(HIDDEN))
    comparison = compared(*((whole, hidden) if is_new else (hidden, whole)))
    told = lede(comparison, CapturePair())
    assert "withheld" in codes(comparison)
    said = f"Under “How long we keep it” the {side} recording has no text but “{HIDDEN}”"
    assert told.sentences[0] == f"{said}: it may stand there for others."
    assert not told.points
    assert "silent-change" not in codes(comparison)


@pytest.mark.parametrize("said", ["Our rooms are not available in your holidays.", "We keep nothing."])
def test_a_short_text_in_the_place_of_a_long_one_is_news(said: str) -> None:
    comparison = compared(WHOLE.replace(KEPT, LONG), WHOLE.replace(KEPT, NOTICE.format(said)))
    assert "withheld" not in codes(comparison)
    assert lede(comparison, CapturePair()).points


def test_a_line_that_something_is_not_shown_withholds_no_text_that_stands_below_its_heading() -> None:
    """The title heads all of it: what went from another section went."""
    title = WHOLE.splitlines()[0]
    line = f"{title}\n\nSome rooms are not available in your region."
    comparison = compared(WHOLE, without(SHARED).replace(title, line, 1))
    assert "withheld" not in codes(comparison)
    assert comparison.findings


def test_of_many_doubts_the_first_are_told_before_what_changed() -> None:
    """All of them stand among the reasons."""
    doubts = tuple(Reason(code, f"Doubt of {code}") for code in RECORDING_DOUBTS)
    assert len(doubts) > 2
    told = lede(replace(compared(WHOLE, without(SHARED)), reasons=doubts), CapturePair())
    assert told.sentences[:2] == tuple(f"{one.sentence}." for one in doubts[:2])
    assert len(told.sentences) == 3


REMOVED = {
    "a section": without(SHARED),
    "the last item of one list": without("* companies that buy your reading history for advertising.\n"),
    "the ends of two lists, which end well": without(
        "* to show you advertisements of our partners on other sites.\n",
        "* companies that buy your reading history for advertising.\n",
        text=WHOLE.replace("you live;", "you live.").replace("you return;", "you return."),
    ),
    "the ends of lists and the introductions": without(USES, SHARED),
    "the first sentence": without(TOP.rpartition("\n\n")[2]),
    "the last section": without(CONTACT),
    "rows of a table": without(
        "| To write to you | We rely on your consent, which you may withdraw at any time. | One year |\n"
    ),
    "one cell": without(CELLS[1]),
    "two cells, where another changed": without(*CELLS).replace(
        "Our legitimate interest in quiet rooms.", "Your consent."
    ),
    "a title that changed": WHOLE.replace("# Privacy Policy", "# Privacy Notice"),
    "title and sentence, where little is left": TOP.replace("Privacy Policy", "Reading rooms") + RIGHTS,
}


@pytest.mark.parametrize("name", REMOVED)
def test_what_somebody_removed_stays_news(name: str) -> None:
    for pair in ((WHOLE, REMOVED[name]), (REMOVED[name], WHOLE)):
        comparison = compared(*pair)
        assert not {"lists-cut", "starts-late", "ends-early", "cells-empty"} & {*codes(comparison)}
        assert "recording" not in lede(comparison, CapturePair()).text


SECOND = f"""# Privacy Policy for the bookshop account

{KEPT.partition(chr(10) * 2)[2]}

{"We collect what the buyer of a book types into the till of the shop, and keep it for the tax office. " * 9}

Version 1, date of publishing 9 June 2031
"""


def test_a_second_document_is_told_and_its_date_is_not_that_of_the_page() -> None:
    comparison = compared(WHOLE, f"{WHOLE}\n{SECOND}")
    assert "second-document" in codes(comparison)
    assert "Privacy Policy for the bookshop account" in lede(comparison, CapturePair()).text
    assert all(one.category != "effective-date" for one in comparison.findings)


def test_a_new_section_is_no_second_document() -> None:
    section = SECOND.replace("# Privacy Policy for the bookshop account", "## What the shop keeps")
    assert "second-document" not in codes(compared(WHOLE, f"{WHOLE}\n{section}"))
    short = "## Our privacy policy for children\n\nAsk your parents first."
    assert "second-document" not in codes(compared(WHOLE, f"{WHOLE}\n{short}"))


def test_a_panel_recorded_in_place_of_the_others_says_nothing() -> None:
    """A policy repeats a paragraph here and there; most of it is not one panel."""
    panel = (
        KEPT + "\nLoans that nobody returned are kept until the book is found, wherever it may be found.\n"
    )
    comparison = compared(WHOLE, WHOLE + panel * 12)
    assert (comparison.verdict, codes(comparison)) == ("editorial", ["repeated"])
    told = lede(comparison, CapturePair())
    assert "new recording holds one section again and again" in told.sentences[0]
    assert "cannot be said" in told.sentences[1]
    assert not told.points
    assert "repeated" not in codes(compared(WHOLE, WHOLE + RIGHTS * 3))


def test_an_address_hidden_with_its_full_stop_is_no_news() -> None:
    """What hides an address from robots swallowed the end of its sentence, so that two are read as one."""
    asked = "Direct your query about your data to {}. If you ask us to delete it, we answer in a month.\n"
    shown = WHOLE.replace(KEPT, KEPT + "\n" + asked.format("desk@fernleaf.example"))
    hidden = WHOLE.replace(KEPT, KEPT + "\n" + asked.replace("{}.", "[email protected]"))
    assert not compared(hidden, shown).findings
    assert not compared(shown, hidden).findings


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Write to desk@fernleaf.example, http and www.", ["desk@fernleaf.example"]),
        ("See www.fernleaf.example or https://fernleaf.example/a.", ["www.fernleaf.example", "https://fernleaf.example/a."]),
        ("Ask [email protected] who has them", ["[email protected]"]),
        ("Call +49 (30) 123456-7 or 0800 1234567", ["+49 (30) 123456-7", "0800 1234567"]),
        ("+ 12345678, or in 30 days, [3] [email]", ["12345678"]),
    ],
)  # fmt: skip
def test_addresses_are_found_with_and_without_mail(text: str, addresses: list[str]) -> None:
    """A text without an at sign is searched by a shorter pattern, with the same result."""
    assert _address(text).findall(text) == addresses
    assert _address("@").findall(text) == addresses


def test_sentences_that_lack_nothing_but_their_links_are_no_change() -> None:
    """Nobody wrote "write to us at .", and it is not quoted as the new wording."""
    links = "[the form for members](/m), [the form for guests](/g) or [the form for schools](/s)"
    asks = "If you object to letters of the reading room you can use {} at any time, and nobody will ask why."
    comparison = compared(f"{WHOLE}\n{asks.format(links)}", f"{WHOLE}\n{asks.format(',  or ')}")
    assert "links-lost" in codes(comparison)
    told = lede(comparison, CapturePair())
    assert "reads the same" in told.text
    assert not told.points
    other = compared(f"{WHOLE}\n{asks.format(links)}", f"{WHOLE}\n{asks.format('a letter')}")
    assert "reads the same" not in lede(other, CapturePair()).text


def test_a_recording_that_lacks_only_its_title_does_not_begin_in_the_middle() -> None:
    """What stands above the title is no text of the policy."""
    banner = "Cookies and similar lamps help us to show you what you asked for when you came here last.\n"
    faulty = without("# Privacy Policy\n", "Last updated: 3 March 2031\n")
    said = lede(compared(f"{banner}\n# Privacy Policy\n\n{faulty}", faulty), CapturePair()).sentences[0]
    assert said.startswith("The new recording lacks its title and what stands above it: ")
    amid = lede(compared(WHOLE, without(TOP)), CapturePair()).sentences[0]
    assert amid.startswith("The new recording begins in the middle of the text, without its title: ")


def test_all_lists_that_lack_their_ends_are_counted() -> None:
    """Also one that is not left open, since its last item was not the last one."""
    rooms = (
        "## Rooms\n\nThese are ours:\n\n* The blue room.\n* The green room.\n* The room below the stairs.\n"
    )
    whole = f"{WHOLE}\n{rooms}\nWe hope that you come.\n"
    faulty = without(
        "* The room below the stairs.\n", text=f"{ENDS_OF_LISTS}\n{rooms}\nWe hope that you come.\n"
    )
    said = lede(compared(whole, faulty), CapturePair()).sentences[0]
    assert said.startswith("The new recording lacks the ends of 3 lists, 2 of which are left open: ")
