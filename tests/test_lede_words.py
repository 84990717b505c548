"""What a lede says of changes of words: a letter, an unread character, a date, the sentence that changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from policydiff import compare
from policydiff.models import Change, Clause, DocumentDiff, Finding, Link, LinkChange, Quote, QuotedStatement
from policydiff.report.changed_places import changed_places
from policydiff.report.dated_lines import first_dates
from policydiff.report.html_page import html
from policydiff.report.lede import Lede, lede
from policydiff.report.link_text import changed_links
from policydiff.report.numbered_changes import entries
from policydiff.report.side_names import CaptureInfo, CapturePair
from policydiff.report.word_changes import worded
from policydiff.report.written_otherwise import is_broken_otherwise
from policydiff.word_edits import text_edits
from tests.comparisons import judged
from tests.test_lede import captured, found, reworded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SIDES = captured("2031-03-02", "2031-06-14")
AROUND = "Only the page around it differs: "
POLICY = """# Legal information

# Fernleaf privacy policy

Last updated: May 2031

Fernleaf lends books in Geneva to its members. We write down who reads what. Effective 1 March 2031.

Machines at the desk

A machine at the desk counts who comes in and who goes out. It knows nobody by name.
"""


def told(folder: Path, old: str, new: str, *, sides: CapturePair = SIDES) -> Lede:
    for name, text in (("old.md", old), ("new.md", new)):
        (folder / name).write_text(text, "utf-8")
    return lede(compare(folder / "old.md", folder / "new.md"), sides)


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        ("who reads what", "who raeds what", "only in a letter or two: now “raeds”, before “reads”."),
        ("who reads what.", "who reads what. y", "only in a letter or two: “y” is new."),
        (
            "Geneva",
            "Gen\ufffdva",
            "that one of the captures could not read: now “Gen\ufffdva”, before “Geneva”.",
        ),
        ("May 2031", "June 2031", "in no word but the line that prints its date: now “Last"),
        ("who reads what", "who lends what", "in one place"),
        ("knows nobody", "knows anybody", "in one place"),
    ],
)
def test_how_little_changed_is_said_as_it_is(tmp_path: Path, was: str, now: str, expected: str) -> None:
    """A correction is no rewording; another word, and one that denies, is more than spelling."""
    said = told(tmp_path, POLICY, POLICY.replace(was, now)).text
    assert expected in said
    assert ("a letter" in said) == ("a letter" in expected)


def test_the_same_day_in_other_words_is_no_other_date(tmp_path: Path) -> None:
    old = POLICY.replace("updated: May 2031", "updated: 9 May 2031").replace(" Effective 1 March 2031.", "")
    said = told(tmp_path, old, old.replace("9 May 2031", "May 9th, 2031")).text
    assert said.endswith(
        "in no word but how its date is printed: now “Last updated: May 9th, 2031”,"
        " before “Last updated: 9 May 2031”."
    )


@pytest.mark.parametrize(
    ("was", "now"), [("January 2031", "04 - 2031"), ("02/25, 2031", "02/27, 2031"), ("3/9/2031", "4/9/2031")]
)
def test_a_date_in_figures_is_quoted_as_it_is_printed(tmp_path: Path, was: str, now: str) -> None:
    """Where nobody knows which figure is the month, and where other words changed too."""
    old, new = (POLICY.replace("updated: May 2031", f"updated: {one}") for one in (was, now))
    old, new = (one.replace(" Effective 1 March 2031.", "") for one in (old, new))
    alone, beside = (told(tmp_path, old, one) for one in (new, new.replace("who reads", "who lends")))
    assert f"now “Last updated: {now}”, before “Last updated: {was}”." in alone.text
    assert f"The line that prints its date is now “Last updated: {now}”, before “Last" in beside.text
    assert not alone.points
    assert len(beside.points) == 1


def test_an_older_entry_of_a_list_of_versions_that_is_put_right_does_not_date_the_page(
    tmp_path: Path,
) -> None:
    old = POLICY.replace("Last updated: May 2031\n", "").replace(" Effective 1 March 2031.", "")
    old += "\n## Changes to this policy\n\n**3 February 2030**\n\n* We count at the desk.\n"
    old += "\n**9 March 2030**\n\n* Added a form.\n\n**4 May 2030**\n\n* Clarified our fees.\n"
    new = old.replace("3 February 2030", "3 February 2031")
    new += "\n**21 August 2031**\n\n* The privacy policy was updated: we lend in Basel too.\n"
    assert "the line that prints its date" not in told(tmp_path, old, new).text.lower()


@pytest.mark.parametrize(
    ("second", "said"),
    [
        (
            "This is a new rule, and will be effective {}.",
            "dates that it prints, which {}, as in “This is a new rule, and will be effective 9 June 2031.”.",
        ),
        ("Effective {}.", "its printed date, which {}."),  # the same again
    ],
)
def test_days_of_several_announcements_are_no_date_of_the_page(
    tmp_path: Path, second: str, said: str
) -> None:
    undated = POLICY.replace("Last updated: May 2031\n", "").replace(" Effective 1 March 2031.", "")
    rest = "".join(f"We lend book {n} to whoever asks for it.\n\n" for n in range(9))
    old, new = (
        f"{undated}\n{rest}Effective {day}.\n\nWe sing.\n\n{second.format(day)}\n\n{rest}"
        for day in ("2 May 2031", "9 June 2031")
    )
    moved = "went from 2 May 2031 to 9 June 2031"
    assert f"in no word but {said.format(moved)}" in told(tmp_path, old, new).text


def test_no_date_is_called_first_that_the_old_text_prints_in_a_longer_line(tmp_path: Path) -> None:
    old = POLICY.replace("Last updated: May 2031\n", "").replace(" Effective 1 March 2031.", "")
    first = "## Changes\n\nFormulated on May 15, 2030"
    news = "Last revised on June 1, 2031 (the clerks were added to those who read letters)"
    olds = "Last revised on May 9, 2031 (what we do with “letters of others” by day and by night is added)"
    new = f"{old}\n{first}\n\n{news}\n"
    assert "is now printed" in told(tmp_path, old, new).text
    told(tmp_path, f"{old}\n{first} {olds}\n", new)
    read = compare(tmp_path / "old.md", tmp_path / "new.md")
    undated = replace(read, old=replace(read.old, dates=()))  # as of a date that nobody could read
    assert not first_dates(undated)


@pytest.mark.parametrize("case", [str.upper, str.title])
def test_a_promise_in_capitals_is_no_row_of_a_menu(tmp_path: Path, case: Callable[[str], str]) -> None:
    said = case(
        "We will never sell or share your lists with advertisers or brokers in any town of this country"
    )
    old = f"{POLICY}\n- {said}\n"
    new = old.replace(case("will never sell"), case("may always sell"))
    told_of_it = told(tmp_path, old, new)
    assert "reads the same" not in told_of_it.text
    assert "never" in str(told_of_it).casefold()


@pytest.mark.parametrize(("seconds", "is_told"), [(30, False), (7200, True)])
def test_two_addresses_fetched_in_one_sitting_say_nothing_of_when_a_text_changed(
    tmp_path: Path, seconds: int, *, is_told: bool
) -> None:
    """Somebody compares last year's policy with today's, both live: the text did not change today."""
    at = datetime(2031, 6, 14, 9, tzinfo=UTC)
    sides = CapturePair(CaptureInfo("", at), CaptureInfo("", at + timedelta(seconds=seconds)))
    said = told(tmp_path, POLICY, POLICY.replace("who reads", "who lends"), sides=sides).text
    assert ("14 June 2031" in said) == is_told


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        (
            "machine at the desk counts",
            "Machine at the desk; counts",
            "“machine” is now written “Machine”; “desk” is now written “desk;”.",
        ),
        (
            "machine at the desk",
            "[machine at the desk](https://fernleaf.example/list)",
            "“machine at the desk” is now a link.",
        ),
    ],
)
def test_what_changed_beside_the_words_is_named(tmp_path: Path, was: str, now: str, said: str) -> None:
    assert f"changed in no word between 2 March and 14 June 2031: {said}" in (
        told(tmp_path, POLICY, POLICY.replace(was, now)).text
    )


def test_a_year_alone_dates_no_page(tmp_path: Path) -> None:
    """Also where the trained reader takes the line that holds it for one that prints a date."""
    page = f"{POLICY}\n\nRequests answered in 2030\n"
    for name, text in (("old.md", page), ("new.md", page.replace("2030", "2031"))):
        (tmp_path / name).write_text(text, "utf-8")
    found = compare(tmp_path / "old.md", tmp_path / "new.md")
    [change] = [one for one in found.diff.changes if one.rewords]
    old, new = (
        Quote(side.clauses[places[0]].text, places[0])
        for side, places in ((found.old, change.old), (found.new, change.new))
    )
    dated = Finding("effective-date", "changed", 1, "a date", "It moved.", "statement", old, new)
    said = lede(replace(found, findings=(dated,), verdict="editorial"), SIDES)
    assert "in no word but" not in said.text
    assert [point.text for point in said.points]


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("broken", "whole", "same"),
    [
        ("Gen\ufffdve, K\ufffd\ufffdln", "Genève, Köln", True),
        ("We do \ufffd sell it.", "We do not sell it.", False),  # a word is no letter
        ("We keep it\ufffd", "We keep it for a year", False),
        ("a" + "\ufffda" * 60, "a" * 180 + "b", False),  # many ways to fill it, and none fits
    ],
)
def test_an_unread_character_stands_for_one(broken: str, whole: str, same: bool) -> None:
    """What was a letter there is told; that a word is gone is not hidden by it."""
    assert is_broken_otherwise(broken, whole) is same
    assert is_broken_otherwise(whole, broken) is same


def test_a_banner_is_no_title(tmp_path: Path) -> None:
    """The heading that names a kind of document is the title, where the one above it names none."""
    assert told(tmp_path, POLICY, POLICY.replace("lends", "sells")).text.startswith(
        "The “Fernleaf privacy policy”"
    )


def test_of_a_paragraph_the_sentence_that_changed_is_quoted(tmp_path: Path) -> None:
    """Its neighbours say nothing of the change; and a heading that is set as text says where it stands."""
    (point,) = told(tmp_path, POLICY, POLICY.replace("It knows", "It now knows")).points
    assert point.text == (
        "Changed, under “Machines at the desk”: now “It now knows nobody by name.”,"
        " before “It knows nobody by name.”"
    )


def test_a_day_to_come_beside_the_one_in_force_is_of_the_next_policy(tmp_path: Path) -> None:
    """Both sides print the day of this one."""
    new = f"{POLICY}\nA new policy is effective from 1 August 2031.\n"
    said = told(tmp_path, POLICY, new).text
    assert "It names 1 August 2031 as a day of effect, 48 days after this capture" in said
    assert "of itself it still prints 1 March 2031." in said


FORM, NEW = Link("object", "https://a.example/form", 0), Link("object", "https://a.example/letters", 0)
MAIL = Link("dpo@a.example", "mailto:dpo@a.example", 0)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        (
            [(FORM, NEW)],
            (
                "A link to a right, a contact or an earlier version changed: “object”"
                f" now leads to {NEW.target}, before to {FORM.target}."
            ),
        ),
        (
            [(None, FORM)],
            (
                "A link to a right, a contact or an earlier version changed: “object” is a new link,"
                f" to {FORM.target}."
            ),
        ),
        (
            [(MAIL, None), (FORM, None), (MAIL, None)],
            (
                "Links to rights, contacts or earlier versions changed: “dpo@a.example” is no link any more;"
                f" “object”, which led to {FORM.target}, is no link any more."
            ),
        ),
    ],
)
def test_which_links_changed_is_said(links: list[tuple[Link | None, Link | None]], expected: str) -> None:
    """Each once, with where it led and leads."""
    shown = tuple(LinkChange(old, new, matters=True, reason="") for old, new in links)
    change = Change("unchanged", (0,), (0,), links=shown)
    assert changed_links(replace(judged(), diff=DocumentDiff((change,)))) == expected


@pytest.mark.parametrize(
    ("target", "is_told"),
    [
        ("#object", False),
        ("https://a.example/privacy#to-object", False),
        ("https://a.example/privacy#form", True),
        ("https://a.example/to-object", True),
    ],
)
def test_a_jump_to_a_section_of_the_page_is_no_link_that_changed(target: str, is_told: bool) -> None:
    """Whoever changes the address of a page changes all of them."""
    shown = (LinkChange(None, Link("To object", target, 0), matters=True, reason=""),)
    change = Change("unchanged", (0,), (0,), links=shown)
    assert bool(changed_links(replace(judged(), diff=DocumentDiff((change,))))) == is_told


CONTENTS = "[Our letters](#letters) [Our shops](#shops) [The notes of guests](#notes) [{}](#boats)"


def test_the_list_of_the_sections_is_called_so(tmp_path: Path) -> None:
    """A table of contents is no text of a policy; a line with links beside its words is none."""
    before, now = (f"{POLICY}\n{CONTENTS.format(one)}\n" for one in ("Boats", "Ships"))
    said = told(tmp_path, before, now)
    assert "only in its table of contents: now “Ships”, before “Boats”." in said.text
    assert not said.points
    beside = f"We keep all that you tell us, see {CONTENTS} and our list of all lamps."
    before, now = (f"{POLICY}\n{beside.format(one)}\n" for one in ("Boats", "Ships"))
    assert "table of contents" not in told(tmp_path, before, now).text


@pytest.mark.parametrize(("now", "is_alone"), [("who reads what", True), ("who lends what", False)])
def test_a_line_of_copyright_is_no_change_of_a_policy(tmp_path: Path, now: str, is_alone: bool) -> None:
    """It stands around it: the line is named where nothing else changed."""
    old, new = f"{POLICY}\n© Fernleaf, a lender\n", f"{POLICY}\nCopyright © Fernleaf, a lender\n"
    said = told(tmp_path, old, new.replace("who reads what", now)).text
    around = "below it “© Fernleaf, a lender” is now “Copyright © Fernleaf, a lender”."
    assert (
        f"reads the same in the captures of 2 March 2031 and 14 June 2031. {AROUND}{around}" in said
    ) == is_alone


def test_an_older_day_below_the_new_one_is_of_another_notice(tmp_path: Path) -> None:
    """Notices that follow on the same page keep their days."""
    old = f"{POLICY}\n## Notice on cookies\n\nEffective from 1 March 2031.\n"
    new = old.replace("1 March 2031", "1 June 2031", 1)
    said = told(tmp_path, old, new).text
    assert "still prints" not in said
    assert "By its own words it had been in force since 1 June 2031" in said


def test_a_day_that_only_an_announcement_names_is_not_of_this_text(tmp_path: Path) -> None:
    """Nothing else changed: what is in force is still the old one."""
    line = "We are updating our privacy policy, effective 1 August 2031. Please read it there."
    said = told(tmp_path, POLICY, POLICY.replace("Fernleaf lends", f"{line}\n\nFernleaf lends")).text
    assert "It names 1 August 2031 as a day of effect" in said
    changed = POLICY.replace("Fernleaf lends", f"{line}\n\nFernleaf sells").replace("nobody", "all")
    assert (
        "names 1 August 2031"
        not in told(tmp_path, POLICY.replace(" Effective 1 March 2031.", ""), changed).text
    )


def test_a_masked_address_is_no_link_that_went() -> None:
    """The newer capture shows the mask in its place."""
    known = judged()
    sides = (
        replace(side, clauses=(Clause("paragraph", f"Write to {word}."),))
        for side, word in zip((known.old, known.new), ("dpo@a.example", "[email protected]"), strict=True)
    )
    old, new = sides
    change = Change("unchanged", (0,), (0,), links=(LinkChange(MAIL, None, matters=True, reason=""),))
    assert changed_links(replace(known, old=old, new=new, diff=DocumentDiff((change,)))) == ""


def test_a_day_that_a_banner_announces_is_no_version(tmp_path: Path) -> None:
    """The day of the older version still stands in its place."""
    page = POLICY.replace("updated: May 2031", "updated: 9 May 2031").replace(" Effective 1 March 2031.", "")
    line = "We change our policy. The new policy is effective from 1 August 2031."
    for name, text in (("a.md", page), ("b.md", page.replace("A machine", f"{line}\n\nA machine"))):
        (tmp_path / name).write_text(text, "utf-8")
    bare = lede(compare(tmp_path / "a.md", tmp_path / "b.md"), CapturePair())
    assert "version" not in bare.text


def test_of_a_reworded_paragraph_each_place_is_quoted_by_itself(tmp_path: Path) -> None:
    """And no half of each of two, where both are too long to be quoted."""
    middle = f" We count them by hand each evening{', and a clerk of the town looks on from the door' * 5}."
    old = (POLICY + "\nAll of it is read by nobody." * 90).replace(
        "It knows", f"Guests sign the book.{middle} It knows"
    )
    new = old.replace(
        "Guests sign the book", f"Guests sign the red book{', a mat, a pen, a map' * 18}"
    ).replace("by name", f"by face{', or by voice at the gate of the garden behind the hall' * 20}")
    points = [point.text for point in told(tmp_path, old, new).points]
    assert "red book" in points[0]


def test_a_sentence_between_marks_is_quoted_without_them(tmp_path: Path) -> None:
    """Though by its words alone nobody finds it in the text then."""
    page = (
        "# Lumio Privacy Policy\n\nLast updated: {}\n\nSee Section 7. It tells you more. {}\n\n"
        "You can object to how we transfer your contacts. See Section 30. It tells you more."
    )
    old = "**It also lets insurers sell your voice recordings for 25 days** Contact us at {} or AI models."
    said = told(
        tmp_path,
        page.format("3 March 2031", old.format("help@lumio.example")),
        page.format("9 May 2032", "o AI models may transfer your messages -"),
    )
    assert any("AI models may transfer your messages" in one.text for one in said.points)


def test_what_a_new_section_says_again_is_not_quoted_as_new(tmp_path: Path) -> None:
    """Unless it says nothing else."""
    old = f"{POLICY}\n## Lamps\n\n* Brass. Our lamps are of the best brass. They hang in the hall at night.\n"
    again = "Our lamps are of the best brass. They hang in the hall at night."
    (point,) = told(tmp_path, old, f"{old}\n## Halls\n\n{again} Each hall has a red door.\n").points
    assert "Each hall has a red door." in point.text
    assert "best brass" not in point.text
    (point,) = told(tmp_path, old, f"{old}\n## Halls\n\n{again}\n").points
    assert point.text.startswith("New section, though all of it was said before, headed “Halls”: “Our lamps")


def test_a_section_in_which_nothing_matters_is_one_too(tmp_path: Path) -> None:
    """Its heading is no words of it, and of a long one it is said how long it is."""
    short = f"{POLICY}\n## Lamps\n\nOur lamps are of brass.\n\nThey hang in the hall.\n"
    (point,) = told(tmp_path, POLICY, short).points
    assert point.text == "New section, headed “Lamps”: “Our lamps are of brass.”, “They hang in the hall.”"
    (point,) = told(
        tmp_path, f"{short}\nThe hall is {'long ' * 64}old. The yard is {'wide ' * 80}too.\n", POLICY
    ).points
    assert point.text == (
        "Section gone, headed “Lamps”, about 160 words: “Our lamps are of brass.”, “They hang in the hall.”, "
        f"“The hall is {'long ' * 64}old.”"
    )


def test_a_month_that_moved_is_said_where_no_day_is_known(tmp_path: Path) -> None:
    """Beside other changes, and without times of capture."""
    old = POLICY.replace(" Effective 1 March 2031.", "")
    new = old.replace("May 2031", "June 2031").replace("lends books", "sells books")
    for name, text in (("a.md", old), ("b.md", new)):
        (tmp_path / name).write_text(text, "utf-8")
    bare = lede(compare(tmp_path / "a.md", tmp_path / "b.md"), CapturePair())
    assert "The printed date moved from May 2031 to June 2031." in bare.sentences


def test_a_title_that_reads_otherwise_is_told_once(tmp_path: Path) -> None:
    """In the sentence that says how the document was called."""
    new = POLICY.replace("Fernleaf privacy policy", "Fernleaf policy on privacy and cookies")
    said = told(tmp_path, POLICY, new)
    assert "Before, it was called “Fernleaf privacy policy”." in said.sentences
    assert not said.points


def test_a_title_that_got_an_accent_was_called_the_same(tmp_path: Path) -> None:
    old = POLICY.replace("Fernleaf privacy policy", "Politique de confidentialite Fernleaf")
    new = old.replace("confidentialite", "confidentialité").replace("lends books", "sells books")
    assert "called" not in told(tmp_path, old, new).text


@pytest.mark.parametrize(
    ("was", "now", "named"),
    [
        (
            "Fernleaf lends books",
            "o Fernleaf lends books",
            "“o” before “Fernleaf lends books in…” was added.",
        ),
        ("Fernleaf lends books", "Fernleaf len_ds books_", "“lends books” is now written “len_ds books_”."),
        (
            "It knows nobody by name.",
            'It knows nobody by name. {"a": 1, "b": 2, "c": 3}',
            "the code of a program differs.",
        ),
    ],
)
def test_marks_and_code_are_no_words(tmp_path: Path, was: str, now: str, named: str) -> None:
    """The mark of an item or of emphasis that a recorder left, and what only a machine reads."""
    code = '{"a": 1, "b": 2, "c": "9f"}'
    page = f"{POLICY}\n{code}\n" if "{" in now else POLICY
    changed = page.replace("9f", "7a") if "{" in now else page.replace(was, now)
    said = told(tmp_path, page, changed)
    assert f"changed in no word between 2 March and 14 June 2031: {named}" in said.text
    assert not said.points


def test_the_label_of_an_icon_is_no_word() -> None:
    """It came in many places; where nothing else came it is told, and a line that came twice is one."""
    path = ("Your rights",)
    texts = [Clause("paragraph", f"You may borrow book number {n} of the town.", path) for n in range(8)]
    for times, places, lent in ((8, 1, "maps"), (2, 3, "maps"), (8, 8, "notes")):
        known = judged()
        label = Clause("item", "Tick mark", path, 1)
        news = [each for n, one in enumerate(texts) for each in ((label, one) if n < times else (one,))]
        first = replace(texts[0], text="We lend notes.")
        edits = text_edits(first.text, f"We lend {lent}.")
        changes = [Change("unchanged" if lent == "notes" else "reworded", (0,), (0,), edits)]
        placed = [n + 1 for n, one in enumerate(news) if one is label]
        apart = [
            one for n in placed for one in (Change("added", (), (n,)), Change("unchanged", (1,), (n + 1,)))
        ]
        other = replace(first, text=f"We lend {lent}.")
        sides = (
            replace(known.old, clauses=(first, *texts), dates=(), title=""),
            replace(known.new, clauses=(other, *news), dates=(), title=""),
        )
        diff = DocumentDiff((*changes, *apart))
        found = replace(known, old=sides[0], new=sides[1], diff=diff, findings=(), verdict="editorial")
        assert len(changed_places(found, worded(found, entries(found)))) == places


def test_a_heading_that_stands_twice_now_is_not_new(tmp_path: Path) -> None:
    """Nor one that stood there in bold."""
    line = "Machines at the desk"
    said = told(
        tmp_path, POLICY, POLICY.replace(line, f"## {line}\n\n{line}").replace("who reads", "who lends")
    )
    assert "heading" not in said.elsewhere
    assert "in one place" in said.text


def test_another_controller_is_no_other_address(tmp_path: Path) -> None:
    """Wherever it sits."""
    was = "The controller is Fernleaf Ltd, 12 Mill Lane, Oldtown OT1 2AB, Norland, whom you may ask."
    moved = was.replace("12 Mill Lane, Oldtown OT1 2AB", "3 Hill Street, Newtown NT4 5CD")
    for now, is_address in ((moved, True), (moved.replace("Fernleaf Ltd", "Brightwater GmbH"), False)):
        said = told(tmp_path, f"{POLICY}\n{was}\n", f"{POLICY}\n{now}\n")
        assert ("only in a postal address." in said.text) == is_address
        assert len(said.points) == 1


def test_a_title_that_still_stands_was_not_given_up(tmp_path: Path) -> None:
    """Another one was only put above it."""
    old = "# Privacy policy of Fernleaf\n\nFernleaf lends books in Geneva to its members, as they like.\n"
    renamed = old.replace("Privacy policy of Fernleaf", "Cookie notice of Fernleaf")
    both = f"# Cookie notice of Fernleaf\n\n#{old}"
    assert "which was “Privacy policy of Fernleaf” before" in told(tmp_path, old, renamed).text
    both_said = told(tmp_path, old, both).text
    assert "which was" not in both_said
    assert "Before, it was called" not in both_said


LINES = {
    "desk": "Ask at our desk in Mill Lane whenever you want a copy of your card.",
    "clerk": "Our clerk in Oldtown speaks for us in the Union; write to her by letter.",
    "hours": "Hours of the desk and other news hang at its door.",
}


def beside(folder: Path, old: dict[str, str], new: dict[str, str], *kept: str) -> list[str]:
    """The quotes beside those of substance, on how long something is kept, as if no reader had read them."""
    pages = (
        f"# Fernleaf privacy policy\n\nFernleaf lends books.\n\n{''.join(lines)}"
        for lines in (
            [f"{one}\n\n" for one in (*(f"We keep {what} for {time}." for what in kept), *side.values())]
            for side, time in ((old, "ten days"), (new, "two years"))
        )
    )
    told(folder, *pages)
    read = compare(folder / "old.md", folder / "new.md")
    points = lede(replace(read, unreported=()), SIDES).points
    assert sum("We keep" in one.text for one in points) == len(kept)
    return [one.text for one in points if "We keep" not in one.text]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (LINES, LINES | {"hours": "Hours of our desk and other news hang there."}, ["Changed: now “Hours"]),
        (LINES, {key: LINES[key] for key in ("desk", "hours")}, ["No longer says: “Our clerk in Oldtown"]),
        (LINES, LINES | {"hours": "Hours of a desk and of other news hang at its door."}, []),
        (LINES, LINES | {"hours": "Hours of the desk and other news hnag at its door."}, []),
        (LINES, {key: LINES[key] for key in ("hours", "desk", "clerk")}, []),
        (LINES | {"line": "Back to the top"}, LINES | {"line": "Our cakes"}, []),
    ],
)  # fmt: skip
def test_what_the_reader_takes_for_no_substance_is_told_where_a_quote_is_free(
    tmp_path: Path, old: dict[str, str], new: dict[str, str], expected: list[str]
) -> None:
    """Not a word that carries grammar alone, its spelling, a line that may be a heading, or what moved."""
    said = beside(tmp_path, old, new, "the list of your books")
    assert len(said) == len(expected)
    assert all(one.startswith(begins) for one, begins in zip(said, expected, strict=True))


def test_beside_a_quote_of_substance_there_are_two_others_at_most(tmp_path: Path) -> None:
    """The largest changes of words."""
    houses = iter(("gate of the park", "mill by the river", "shop of the baker", "barn on the hill"))
    new = {
        key: (said.replace("desk", next(houses)) if "desk" in said else said).replace("Oldtown", "Newtown")
        for key, said in LINES.items()
    }
    said = beside(tmp_path, LINES, new, "the list of your books")
    assert len(said) == 2
    assert not any("Newtown" in one for one in said)


def test_a_title_with_another_date_is_no_other_title(tmp_path: Path) -> None:
    """The date is told."""
    page = "# Fernleaf privacy policy (February 2031)\n\nFernleaf lends books in Geneva to its members.\n"
    said = told(tmp_path, page, page.replace("February", "June").replace("books", "maps"))
    assert "Before, it was called" not in said.text


@pytest.mark.parametrize("time", ["ten days", "two years"])
def test_a_name_in_many_places_leads_to_one_of_them(tmp_path: Path, time: str) -> None:
    """On the page each quote is a link to a finding or to a change; beside one of substance too."""
    said = [f"Fernleaf {does} by day.\n\n" for does in ("lends books", "bakes cakes", "mends boats", "sings")]
    old = f"# Privacy policy\n\nWe keep the list of your books for ten days.\n\n{''.join(said)}"
    new = old.replace("Fernleaf", "Oldtown").replace("ten days", time)
    points = told(tmp_path, old, new).points
    assert any(one.label == "Changed throughout" for one in points)
    assert all(one.finding or one.entry for one in points)
    assert "Oldtown" in html(compare(tmp_path / "old.md", tmp_path / "new.md"))


def test_the_spelling_of_a_word_is_not_quoted_beside_other_changes(tmp_path: Path) -> None:
    kept = "The clerk answers letters within a week, and reads them aloud on Fridays."
    old = f"{POLICY}\n\n{kept}\n\nAsk at the desk if you wish to borrow what is not on the shelf.\n"
    new = old.replace("answers letters within", "answres letters within").replace("Ask at", "Write to")
    said = told(tmp_path, old, new)
    assert ["Write to" in one.text for one in said.points] == [True]
    assert said.elsewhere == ""


def test_one_edit_in_several_places_takes_one_of_the_free_quotes(tmp_path: Path) -> None:
    """One more town in each of three lists is no news three times."""
    lists = (
        "You may borrow a book in Oldtown or Harbour if you live near the library.",
        "The clerk of Oldtown or Harbour reads the letters of all who write to us.",
        "Come to Oldtown or Harbour on Fridays to hear what was read this week.",
    )
    old = "\n\n".join((POLICY, *lists, "We lend each book for thirty days."))
    new = old.replace("Oldtown or", "Oldtown, Millford or").replace("thirty days", "ninety days")
    sold = found(lists[0], lists[0].replace("Oldtown or", "Oldtown, Millford or"), importance=2)
    for name, text in (("old.md", old), ("new.md", new)):
        (tmp_path / name).write_text(text, "utf-8")
    both = compare(tmp_path / "old.md", tmp_path / "new.md")
    place = next(n for n, one in enumerate(both.new.clauses) if one.text.startswith("You may borrow"))
    was, now = (Quote(side.clauses[place].text, place) for side in (both.old, both.new))
    known = replace(sold, old=was, new=now)
    said = [point.text for point in lede(replace(both, findings=(known,), unreported=()), SIDES).points]
    assert sum("Millford" in one for one in said) == 1
    assert any("ninety days" in one for one in said)


@pytest.mark.timeout(30)
def test_thousands_of_headings_that_came_and_went_are_compared_in_one_round(tmp_path: Path) -> None:
    """Each was compared with all others, and with all clauses of the other side: minutes of 3,000."""
    said = (
        "We lend book {0} of shelf {0} for {0} days.",
        "Ask clerk {0} by letter {0} whenever mill {0} is open.",
    )
    old, new = (
        "\n\n".join(f"## {name} {number}\n\n{one.format(number)}" for number in range(2_000))
        for name, one in zip(("Notes", "Letters"), said, strict=True)
    )
    text = told(tmp_path, f"# Privacy policy\n\n{old}\n", f"# Privacy policy\n\n{new}\n").text
    assert "places" in text or "change" in text


MANY = {f"house {n}": f"Ask for the key of house {n} at our desk." for n in range(5)}
"""Lines that make many places of few."""


@pytest.mark.parametrize(("worth", "is_quoted"), [(849, False), (850, True)])
def test_what_an_editor_would_not_name_is_not_quoted_beside_others(
    tmp_path: Path, worth: int, is_quoted: bool
) -> None:
    """The reader of statements thinks too little of it; where none read the text nobody knows, and all is
    quoted."""
    new = {**LINES, "clerk": LINES["clerk"].replace("Oldtown", "Newtown and the whole Union of towns")}
    assert beside(tmp_path, LINES, new, "the list of your books")
    others = {key: said.replace("our desk", "the desk") for key, said in MANY.items()}
    assert beside(tmp_path, {**LINES, **MANY}, {**new, **others}, "the list of your books")
    both = compare(tmp_path / "old.md", tmp_path / "new.md")
    assert both.unreported
    known = replace(both, unreported=tuple(replace(one, worth=worth) for one in both.unreported))
    for one, shown in ((known, is_quoted), (replace(both, unreported=()), True)):
        assert any("Newtown" in point.text for point in lede(one, SIDES).points) == shown


@pytest.mark.parametrize(("worth", "points"), [(849, 0), (850, 3)])
def test_of_many_changes_of_words_none_is_quoted_that_nobody_would_name(worth: int, points: int) -> None:
    """One that is all that changed is quoted, whatever it is worth, and so are the others of few."""
    texts = (
        "We bake the bread of the town at night.",
        "The lamp of the hall is lit by our clerk.",
        "Cats sleep on the chairs of the reading room.",
        "Boats bring the paper up the river.",
        "A bell rings when somebody comes in.",
        "Pigeons live below the roof.",
    )
    words = ("bread", "cakes"), ("hall", "house"), ("chairs", "desks"), ("river", "canal"), ("bell", "horn")
    swaps = (*words, ("roof", "bridge"))
    changed = [text.replace(*swap) for text, swap in zip(texts, swaps, strict=True)]
    read = tuple(
        QuotedStatement(Quote(was, n), Quote(now, n), worth=worth)
        for n, (was, now) in enumerate(zip(texts, changed, strict=True))
    )
    one = replace(reworded(texts[0], changed[0]), unreported=read[:1])
    assert len(lede(one, SIDES).points) == 1
    olds, news = ([Clause("paragraph", text) for text in side] for side in (texts, changed))
    changes = (
        Change("reworded", (n,), (n,), text_edits(*both))
        for n, both in enumerate(zip(texts, changed, strict=True))
    )
    two = replace(
        one,
        old=replace(one.old, clauses=tuple(olds)),
        new=replace(one.new, clauses=tuple(news)),
        diff=DocumentDiff(tuple(changes)),
        unreported=read,
    )
    assert len(lede(two, SIDES).points) == points
