"""How a timeline and a presence are told: in plain words, harmless, within the width, by the schema."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from policydiff.models import Reason
from policydiff.report import days, history_json, markdown, presences, terminal, timelines
from policydiff.report.characters import columns
from policydiff.report.timeline_picture import picture
from policydiff.report.timelines import Wanted, chosen
from tests.comparisons import NASTY, texts
from tests.stories import FOUND, LEARNS, SERIES, entry, one_change, run, said, seen, story
from tests.test_terminal import CONTROLS, OWN_CODES

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.history_models import Presence, PresenceRun, Timeline

WIDE = 1000


def told(timeline: Timeline, wanted: Wanted | None = None, **how: Any) -> str:
    return terminal.text(timelines.report(timeline, wanted or Wanted(), **how), width=WIDE)


def answered(presence: Presence) -> str:
    return terminal.text(presences.report(presence, "words"), width=WIDE)


@pytest.mark.parametrize(
    "line",
    [
        (
            "Between 2 March 2031 and 21 January 2032, 7 versions of Fernleaf’s privacy policy"
            " (fernleaf/privacy-policy): 4 changes of substance, 1 editorial."
        ),
        "14 captures looked at. 3 passed over, as listed below.",
        "3 times the page went back to a text already known, which does not count as a change.",
        "1 step between texts proved to be layout, links without consequence, or what is new at every visit.",
        "2 checks failed and showed nothing.",
        (
            "Announced, and not yet in force on 21 January 2032\n"
            " - EU: from 1 March 2032, first seen on 20 January 2032 (change 5)"
        ),
        (
            "\n1. Between 2 and 9 March 2031 · EU · substantive · +12/−3 words\n"
            "   In force from 1 April 2031, 23 days after it was first seen.\n"
            "   2 times checked and found unchanged, until 2 March 2031.\n"
            "   - MOST IMPORTANT: A new statement speaks of a program.\n"
        ),
        "\n2. Between 9 and 10 March 2031 · EU · editorial · −4 words\n   policydiff compare",
        (
            "\n3. On 10 March 2031 · EU · substantive · no word changed\n   Silent change: the date"
            " printed on the page"
            " did not change.\n   Technical: the recorder changed how it reads the page"
        ),
        (
            "\n4. Between 1 and 3 May 2031 · variant 2 · substantive · +12/−3 words\n   The reason"
            " is no-rules.\n"
        ),
        "\n   Provisional: no later capture confirms it; it may yet turn out to be a bad capture.\n",
        (
            "\n   3 captures between these days passed over.\n   No good capture of it for 316 days:"
            " whether the page changed in that time is unknown.\n"
            "   - MOST IMPORTANT: A new statement speaks of a program."
            " (2 times)\n"
        ),
        (
            "   policydiff compare fernleaf/privacy-policy@2031-03-02T120000Z"
            " fernleaf/privacy-policy@2031-03-09T120000Z\n"
        ),
        "Passed over: 3 captures\n - 3 captures, 1, 5 and 6 April 2031: It is an error page\n",
        "leads to another address than before. It stands in “You may object here at any time.”\n",
        (
            "Variants: 2\n - EU: 9 captures, 2 March 2031 to 20 January 2032. It speaks of the law"
            " of the EU.\n"
            " - variant 2: 2 captures, 1 to 3 May 2031. Nothing in the text says for whom.\n"
        ),
        (
            "Whether the page changed in these times is unknown.\n - 3 May 2031 to 20 January"
            " 2032 (262 days)\n"
        ),
    ],
)
def test_a_timeline_says(line: str) -> None:
    """Each thing that there is to tell is told in plain words."""
    assert line in told(story())


@pytest.mark.parametrize(
    ("told_of", "silence"),
    [
        ("", "Announced"), ("", "Passed over"), ("", "Variants"), ("", "Long times"), ("", "failed"),
        ("", "went back"), ("", "Provisional"), ("", "Silent"), ("", "Technical"), ("", "checked"),
        ("", "No good capture"), ("", "In force"), ("", "EU"), ("", "(2 times)"), ("", "left out"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_told(told_of: str, silence: str) -> None:
    """A quiet timeline has no heading, no warning and no name of a variant too many."""
    assert silence not in told(one_change()), told_of


@pytest.mark.parametrize(
    ("notice", "line"),
    [
        (35, "In force from 1 April 2031, 35 days after it was first seen."),
        (1, "In force from 1 April 2031, 1 day after it was first seen."),
        (0, "In force from 1 April 2031, the day on which it was first seen."),
        (-3, "In force from 1 April 2031: already when it was first seen, 3 days later."),
    ],
)
def test_days_of_notice(notice: int, line: str) -> None:
    """Before, on, and behind the day of effect."""
    assert f"\n   {line}\n" in told(one_change(notice=notice))


@pytest.mark.parametrize(
    ("words", "told_as"),
    [
        ((12, 3), "· +12/−3 words\n"), ((1204, 0), "· +1,204 words\n"), ((0, 1), "· −1 word\n"),
        ((1, 1), "· +1/−1 words\n"), ((0, 0), "· no word changed\n"),
    ],
)  # fmt: skip
def test_words_that_came_and_went(words: tuple[int, int], told_as: str) -> None:
    """Only the sides on which there are any."""
    assert told_as in told(one_change(words=words))


def test_most_important_first_and_the_rest_counted() -> None:
    """At most six findings, the headlines first; all of them when asked for."""
    many = [replace(FOUND[0], sentence=f"Fact {number}.") for number in range(8)]
    change = entry(seen("2031-03-02"), seen("2031-03-09"), *many, LEARNS)
    timeline = replace(one_change(), entries=(change,))
    short, full = told(timeline), told(timeline, in_full=True)
    assert "   - MOST IMPORTANT: A new statement speaks of a program.\n   - Fact 0." in short
    assert "Fact 4." in short
    assert "Fact 5." not in short
    assert "     and 3 more findings\n" in short
    assert "--all shows all" in short
    assert "Fact 7." in full
    assert "more finding" not in full
    assert "--all" not in full


def test_newest_first() -> None:
    """The order turns, the numbers stay."""
    heads = re.findall(r"^(\d)\. ", told(story(), newest_first=True), re.MULTILINE)
    assert heads == ["5", "4", "3", "2", "1"]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Wanted(), [1, 2, 3, 4, 5]),
        (Wanted(substantive=True), [1, 3, 4, 5]),
        (Wanted(("ai-training",)), [1, 3, 4, 5]),  # of 4 nobody knows: there are no rules for its language
        (Wanted(("retention",)), [1, 4]),
        (Wanted(("retention", "ai-training"), substantive=True), [1, 3, 4, 5]),
        (Wanted(since=date(2031, 3, 10)), [2, 3, 4, 5]),
        (Wanted(since=date(2032, 1, 21)), []),
        (Wanted(until=date(2031, 3, 9)), [1, 2]),
        (Wanted(until=date(2031, 3, 1)), []),
        (Wanted(since=date(2031, 3, 10), until=date(2031, 3, 10)), [2, 3, 5]),
        (Wanted(variant=1), [4]),
        (Wanted(variant=0, until=date(2031, 3, 2)), [1]),
    ],
)
def test_filters(wanted: Wanted, numbers: list[int]) -> None:
    """A day counts where the change may have happened on it; what nobody looked at is never left out."""
    assert [one.number for one in chosen(story(), wanted)] == numbers


def test_a_filter_is_told() -> None:
    """Nothing is left out in silence."""
    text = told(
        story(), Wanted(("retention",), date(2031, 3, 3), date(2031, 12, 31), substantive=True, variant=0)
    )
    line = "1 of 5 changes shown: findings of retention, seen since 3 March 2031, until 31 December 2031, no"
    assert line in text
    assert "   4 findings of other kinds left out.\n" in text


def test_each_aside_has_a_name() -> None:
    """Asked for, every stretch that was passed over is named by its captures."""
    text = told(story(), each_passed_over=True)
    assert (
        "1 April 2031, 1 capture (bad): It is an error page: fernleaf/privacy-policy@2031-04-01T120000Z\n"
        in text
    )
    assert "@2031-04-05T120000Z to fernleaf/privacy-policy@2031-04-06T120000Z\n" in text


def test_steps_that_cannot_be_compared() -> None:
    """They are counted apart from changes, and their reason is told."""
    change = entry(
        seen("2031-03-02"), seen("2031-03-09"), verdict="other-variant", reasons=("other-language",)
    )
    text = told(replace(one_change(), entries=(change,)))
    assert ": no change of substance, 1 step that cannot be compared." in text
    assert "\n   The reason is other-language.\n" in text


def test_no_change() -> None:
    """One capture, nothing to tell, and no empty list."""
    text = told(replace(one_change(), entries=()))
    assert (
        "versions of Fernleaf’s privacy policy (fernleaf/privacy-policy): no change was recorded.\n" in text
    )
    assert "Changes" not in text


# --- since when ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("runs", "lines"),
    [
        ((), ["“read along” in fernleaf/privacy-policy: never found.", "Asked: 11 good", "3 passed over."]),
        (
            (run("2031-03-02", "2032-01-20"),),
            [": from the first good capture on.", ("First seen on 2 March 2031, in the first good"
            " capture: the archive cannot show since when."),
             "Still there in the last good capture, of 20 January 2032."],
        ),
        (
            (run("2031-03-09", "2031-04-02", "2031-03-02", "2031-04-20"),),
            [": first said between 2 and 9 March 2031, gone between 2 and 20 April 2031.",
             "First seen on 9 March 2031, last seen without it on 2 March 2031.",
             "Last seen on 2 April 2031, gone on 20 April 2031.",
             "compare fernleaf/privacy-policy@2031-04-02T120000Z fernleaf/privacy-policy@2031-04-20T120000Z"],
        ),
        (
            (run("2031-03-09", "2031-04-02", "2031-03-09"),),
            ["First seen on 9 March 2031, last seen without it earlier that day."],
        ),
        (
            (run("2031-03-09", "2031-04-02", "2031-03-02"),),
            [("Last seen on 2 April 2031; later captures, until 20 January 2032, are of other"
            " variants, and none"
             " shows that it ended.")],
        ),
        (
            (run("2031-05-01", "2031-05-03", "2031-03-02", variants=(1,)),),
            [": first seen on 1 May 2031.",
             ("First seen on 1 May 2031, in the first capture of variant 2: the archive cannot show"
            " since when it says so."
             " Other captures, until 2 March 2031, are without it."),
             "Said in variant 2 only, of 2 variants."],
        ),
        (
            (
                run("2031-03-02", "2031-03-09", after="2031-03-10"),
                run("2031-04-02", "2031-04-05", "2031-04-01"),
            ),
            [": in 2 stretches of time.", "\n1. 2 to 9 March 2031\n", "\n2. 2 to 5 April 2031\n"],
        ),
        (
            (run("2031-03-09", "2032-01-20", "2031-03-02", quote_first="We read.", quote_last="They read.",
                 without=((seen("2031-06-01"), seen("2031-07-01")),)),),
            [": first said between 2 and 9 March 2031; missing 1 June to 1 July 2031.",
             "\n   9 March 2031: “We read.”\n   20 January 2032: “They read.”\n",
             "In between, 1 June to 1 July 2031, only texts without it were seen."],
        ),
        (
            (run("2031-03-02", "2032-01-20", without=(
                (seen("2031-04-01"), seen("2031-05-01")), (seen("2031-06-01"), seen("2031-07-01")))),),
            [": from the first good capture on; missing 2 times in between."],
        ),
    ],
)  # fmt: skip
def test_since_when(runs: tuple[PresenceRun, ...], lines: list[str]) -> None:
    """Every beginning and every end says what is known of it, and no more."""
    text = answered(said(*runs))
    assert [line for line in lines if line not in text] == []


def test_no_comparison_is_named_where_none_shows_it() -> None:
    """The days before and behind are told all the same."""
    text = answered(said(run("2031-03-09", "2031-04-02", "2031-03-02", "2031-04-20", came=None, went=None)))
    assert "compare" not in text
    assert "last seen without it on 2 March 2031" in text


def test_a_kind_of_finding_has_its_name() -> None:
    """It is called as in a report, not as on the command line, and its commands show it alone."""
    asked = replace(said(run("2031-03-09", "2032-01-20", "2031-03-02")), asked="ai-training")
    text = terminal.text(presences.report(asked, "finding"), width=WIDE)
    assert text.startswith("AI training in fernleaf/privacy-policy: first said between 2 and 9 March 2031.\n")
    assert "a denial does not count" in text
    assert "compare --only ai-training fernleaf/privacy-policy@2031-03-02T120000Z fernleaf/" in text
    assert answered(asked).startswith("“ai-training” in ")
    assert "denial" not in answered(asked)


def test_the_same_words_are_quoted_once() -> None:
    """Where the last capture has the words of the first one, one quote is enough."""
    assert (
        answered(said(run("2031-03-02", "2031-04-02", quote_first="Same.", quote_last="Same."))).count(
            "Same."
        )
        == 1
    )


def test_captures_that_were_not_asked() -> None:
    """They are counted and say why; with none good there is no stretch of time."""
    nothing = replace(said(), first=None, last=None)
    assert "No good capture could be asked; 3 passed over." in answered(nothing)
    assert " - 3 captures, 1, 5 and 6 April 2031: It is an error page\n" in answered(nothing)


# --- hostile text --------------------------------------------------------------------------------


def hostile(text: str) -> Timeline:
    """The story with a text wherever words of a page can come in."""
    timeline = story()
    bad = replace(LEARNS, sentence=text)
    told_of = timeline.entries[0].result
    worse = replace(told_of, findings=(bad, *FOUND[:2]), reasons=(Reason("other", text),))
    change = replace(timeline.entries[0], result=worse)
    variants = (replace(timeline.variants[0], name=text, evidence=text), timeline.variants[1])
    asides = (replace(timeline.passed_over[0], reason=text),)
    return replace(timeline, entries=(change, *timeline.entries[1:]), variants=variants, passed_over=asides)


def quoted(text: str) -> Presence:
    return replace(
        said(run("2031-03-02", "2031-04-02", quote_first=text, quote_last=f"{text}.")),
        asked=text, variants=hostile(text).variants, passed_over=hostile(text).passed_over,
    )  # fmt: skip


@given(text=texts, width=st.integers(20, 120), colour=st.booleans())
def test_no_control_reaches_the_terminal_and_lines_fit(text: str, width: int, *, colour: bool) -> None:
    """Whatever a page says: only our own styles are left, and no line is wider than asked."""
    for told_as in (
        timelines.report(hostile(text), each_passed_over=True),
        presences.report(quoted(text), "words"),
    ):
        shown = terminal.text(told_as, width=width, colour=colour)
        plain = OWN_CODES.sub("", shown) if colour else shown
        assert not CONTROLS.search(plain)
        lines = [line for line in plain.split("\n") if SERIES not in line]  # references are never cut
        assert all(columns(line) <= width and not line.endswith(" ") for line in lines)


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "[x](javascript:alert(1))", "a | b", "*x*"])
def test_a_page_makes_no_markdown(text: str) -> None:
    """What has a meaning in Markdown is escaped wherever it comes in."""
    for told_as in (
        timelines.report(hostile(text), each_passed_over=True),
        presences.report(quoted(text), "words"),
    ):
        shown = markdown.markdown(told_as)
        assert text not in shown
        assert not re.search(r"(?<!\\)[<>|]", re.sub(r"^> ", "", shown, flags=re.MULTILINE))


def test_markdown_says_the_same() -> None:
    """Headings, points and a command as code."""
    shown = markdown.markdown(timelines.report(story()))
    assert shown.startswith("# Fernleaf’s privacy policy: what changed over time\n\n**Between 2 March 2031")
    assert "\n### 1\\. Between 2 and 9 March 2031 · EU · substantive · +12/−3 words\n" in shown
    assert "\n- **Most important:** A new statement speaks of a program.\n" in shown
    assert "\n`policydiff compare fernleaf/privacy-policy@2031-03-02T120000Z fernleaf/" in shown


@pytest.mark.parametrize("width", [20, 40, 60, 72, 80, 100, 200])
def test_a_command_can_be_copied(width: int) -> None:
    """A command that takes several lines goes on behind a backslash, for the shell to put together."""
    shown = terminal.text(timelines.report(one_change(), command=("policydiff", "--archive a")), width=width)
    command = shown[shown.index("   policydiff") :].strip()
    joined = re.sub(r"\s*\\\n\s*", " ", command)
    assert joined == (
        "policydiff --archive a compare fernleaf/privacy-policy@2031-03-02T120000Z"
        " fernleaf/privacy-policy@2031-03-09T120000Z"
    )


# --- JSON ----------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def schemas(root: Path) -> dict[str, Any]:
    """The published schemas, read from where a program finds them."""
    folder = root / "policydiff" / "report"
    return {
        name: json.loads((folder / f"{name}.schema.json").read_text("utf-8"))
        for name in ("log", "when", "compare")
    }


def faults(schema: Any, text: str) -> list[str]:
    Draft202012Validator.check_schema(schema)
    return [fault.message for fault in Draft202012Validator(schema).iter_errors(json.loads(text))]


@pytest.mark.parametrize("wanted", [Wanted(), Wanted(("retention",), date(2031, 1, 1), substantive=True)])
def test_the_timeline_keeps_its_schema(schemas: dict[str, Any], wanted: Wanted) -> None:
    """Every key is named, and none is missing."""
    for timeline in (story(), one_change(), replace(one_change(), entries=()), hostile(" ".join(NASTY))):
        assert faults(schemas["log"], history_json.log(timeline, wanted)) == []


def test_the_answer_keeps_its_schema(schemas: dict[str, Any]) -> None:
    """With and without stretches, with everything that one can have."""
    full = run(
        "2031-03-09",
        "2032-01-20",
        "2031-03-02",
        "2032-01-20",
        without=((seen("2031-06-01"), seen("2031-07-01")),),
    )
    for presence in (said(), said(full), replace(said(), first=None, last=None), quoted(" ".join(NASTY))):
        assert faults(schemas["when"], history_json.when(presence, "finding")) == []


@pytest.mark.parametrize("name", ["log", "when"])
def test_the_schemas_are_strict(schemas: dict[str, Any], name: str) -> None:
    """A key that a schema does not name is found, at the top and in every object below."""
    text = (
        history_json.log(story())
        if name == "log"
        else history_json.when(said(run("2031-03-09", "2031-04-02")), "words")
    )
    told_as = json.loads(text)
    for place in (told_as, *told_as.get("entries", []), *told_as.get("runs", []), *told_as["variants"]):
        place["more"] = 1
        assert faults(schemas[name], json.dumps(told_as))
        del place["more"]
    assert not faults(schemas[name], json.dumps(told_as))


def test_a_finding_has_one_form(schemas: dict[str, Any]) -> None:
    """Whoever reads findings of a comparison reads those of a timeline: the definitions are the same."""
    for shared in ("finding", "evidence", "path", "place", "reason", "count"):
        assert schemas["log"]["$defs"][shared] == schemas["compare"]["$defs"][shared]


def test_the_json_says_what_was_left_out() -> None:
    """Changes and findings that a filter left out are counted; numbers stay those of the whole."""
    value = json.loads(history_json.log(story(), Wanted(("retention",)), newest_first=True))
    assert (value["changes"], value["left_out"]) == (5, 3)
    assert [(one["number"], one["findings_left_out"]) for one in value["entries"]] == [(4, 0), (1, 4)]
    assert value["announced"] == [{"change": 5, "effective": "2032-03-01"}]


def test_both_sides_have_reference_and_commit() -> None:
    """What `compare` takes, and what the recorder calls it."""
    first = json.loads(history_json.log(story()))["entries"][0]
    assert first["old"]["snapshot"] == "fernleaf/privacy-policy@2031-03-02T120000Z"
    assert first["new"] == {
        "date": "2031-03-09T12:00:00+00:00", "ref": "commit-2031-03-09T120000Z",
        "snapshot": "fernleaf/privacy-policy@2031-03-09T120000Z", "words": 1200, "language": "en",
        "effective": "2031-04-01", "updated": None,
    }  # fmt: skip


# --- days ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after", "before", "words"),
    [
        ("2024-05-22", "2024-05-22", "on 22 May 2024"),
        ("2024-05-17", "2024-05-21", "between 17 and 21 May 2024"),
        ("2024-04-17", "2024-05-21", "between 17 April and 21 May 2024"),
        ("2023-05-17", "2024-05-21", "between 17 May 2023 and 21 May 2024"),
        ("2024-05-21", "2024-05-17", "between 17 and 21 May 2024"),  # recorders' dates may go back
    ],
)
def test_brackets(after: str, before: str, words: str) -> None:
    """What both days share is said once."""
    assert days.bracket(date.fromisoformat(after), date.fromisoformat(before)) == words


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        (["2024-05-17"], "17 May 2024"),
        (["2024-05-17", "2024-05-17"], "17 May 2024"),
        (["2024-05-17", "2024-05-18"], "17 and 18 May 2024"),
        (["2023-05-17", "2024-04-01", "2024-05-18"], "17 May 2023, 1 April and 18 May 2024"),
        ([f"2024-05-0{day}" for day in range(1, 6)], "1 to 5 May 2024"),
    ],
)
def test_lists_of_days(listed: list[str], words: str) -> None:
    """A few one by one, many by the first and the last."""
    assert days.listed([date.fromisoformat(day) for day in listed]) == words


def test_the_label_of_a_mark_near_the_end_stands_left_of_it() -> None:
    """Right of it the letters would stand outside of the picture, which a phone cuts off."""
    long = replace(story(), first=datetime(2029, 3, 1, tzinfo=UTC), last=datetime(2032, 2, 1, tzinfo=UTC))
    ticks = picture(long, ()).ticks
    assert [(tick.text, tick.is_left) for tick in ticks] == [("2030", False), ("2031", False), ("2032", True)]
