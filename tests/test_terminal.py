"""The terminal report fits its width, marks edits with and without colour, and lets no control through."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.models import Change, Clause, Comparison, Document, DocumentDiff, Edit, Reason
from policydiff.report.characters import columns
from tests.comparisons import SIDES, broken, club, comparisons, retouched, sides
from tests.comparisons import in_terminal as text

if TYPE_CHECKING:
    from policydiff.report.side_names import CapturePair

OWN_CODES = re.compile("\x1b\\[(?:31|32|1|2|31;9|32;4|0)m")
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@given(comparison=comparisons(), named=sides, width=st.integers(1, 100), colour=st.booleans())
def test_no_control_reaches_the_terminal(
    comparison: Comparison, named: CapturePair, width: int, *, colour: bool
) -> None:
    """Only our own few styles are left; escape sequences of a page are shown, not obeyed."""
    told = text(comparison, sides=named, width=width, colour=colour)
    plain = OWN_CODES.sub("", told) if colour else told
    assert not CONTROLS.search(plain)


@given(comparison=comparisons(), width=st.integers(20, 100), colour=st.booleans())
def test_no_line_is_wider_than_asked(comparison: Comparison, width: int, *, colour: bool) -> None:
    """Every line fits, wide characters counted as two columns and long words cut."""
    for line in OWN_CODES.sub("", text(comparison, width=width, colour=colour)).split("\n"):
        assert columns(line) <= width
        assert not line.endswith(" ")


@pytest.mark.parametrize(
    ("told", "wide"),
    [("data", 4), ("汉字", 4), ("e\u0301", 1), ("a\u200bb", 2), ("שלום", 4), ("…", 1), ("ﾊ", 1), ("", 0)],
)
def test_columns(told: str, wide: int) -> None:
    """Wide characters take two columns, combining and invisible ones none."""
    assert columns(told) == wide


@given(comparisons())
def test_every_line_ends_its_own_style(comparison: Comparison) -> None:
    """A style never runs on into the next line: what is cut with `head` leaves a clean terminal."""
    for line in text(comparison, colour=True).split("\n"):
        codes = OWN_CODES.findall(line)
        assert codes[1::2] == ["\x1b[0m"] * (len(codes) // 2)
        assert len(codes) % 2 == 0


@pytest.mark.parametrize(
    "told",
    [
        (
            "The “Fernleaf Readers’ Club: privacy” changed between 2 March and 14 June 2031: "
            "words changed in 5\nplaces. By its own words it is in force from 1 July 2031, 17 days after"
            " this capture; before, it\nprinted 1 March 2031.\n"
            " - New section, headed “Machines that read along”: “A program learns from your notes to "
            "suggest\n   books.”, “notes in the margin”\n"
            " - Changed, under “How we use what you lend”: now “We keep your lending list for 90 days, and"
            " longer\n   if we must.”, before “We keep your lending list for 30 days.”\n"
            "\nWhat else changed is listed below.\n"
            "\nSubstantive: words changed in 5 places.\n - Old: captured 2"
        ),
        " UTC, effective 1 March 2031, fernleaf-2031-03.html,\n   https://fernleaf.example/privacy\n",
        "clauses added 3 · clauses removed 1",
        "\n1. Reworded\n   In force from 1 [-March-] {+July+} 2031.\n",
        "\n4. Reworded (Table: Reading advice › Why we may)\n   [-You agreed to it-] {+It is in our",
        "\n5. Removed\n - We never sell your list.\n",
        "\n - 2. Moved from another place on the page: “Guests” and 2 more clauses\n",
        "\n - 6. Split: One paragraph became three; no words changed: “Letters are read by one person.”\n",
        "\n7. Added\n + Machines that read along\n + A program learns from your notes",
        "   old [-https://fernleaf.example/object-]\n   new {+https://forms.example/f/fernleaf-objection+}\n",
    ],
)
def test_the_terminal_says(told: str) -> None:
    """The verdict comes first, then figures, then each kind of change in its section."""
    assert told in text(club(), sides=SIDES, width=100)


def test_colour_strikes_and_underlines() -> None:
    """With colour, edits differ in more than colour, and need no brackets."""
    told = text(club(), sides=SIDES, colour=True)
    assert "In force from 1 \x1b[31;9mMarch\x1b[0m \x1b[32;4mJuly\x1b[0m 2031." in told
    assert "[-" not in told


def test_without_colour_there_is_no_escape() -> None:
    """Piped into a file, the report is plain text."""
    assert "\x1b" not in text(club(), sides=SIDES)


def test_long_unchanged_stretches_are_cut() -> None:
    """Of a long clause with one edit the words around the edit are shown."""
    before, after = "before " * 100, " after" * 100
    edits = (
        Edit("equal", before, before),
        Edit("delete", "30", ""),
        Edit("insert", "", "90"),
        Edit("equal", after, after),
    )
    documents = [Document((Clause("paragraph", f"{before}{days}{after}"),)) for days in (30, 90)]
    change = Change("reworded", (0,), (0,), edits)
    why = (Reason("words-changed", "Words changed in 1 place"),)
    told = text(Comparison(documents[0], documents[1], DocumentDiff((change,)), "substantive", why))
    assert "before [-30-] {+90+} after" in re.sub(r"\s+", " ", told)
    entry = told.partition("What changed\n")[2]
    assert entry.count("before") < 25
    assert entry.count("…") == 2


def test_a_broken_capture_does_not_flood() -> None:
    """An error page gives the warning, its reason and the beginnings of both sides."""
    told = text(broken(), sides=SIDES)
    assert "\nBroken capture: one side is no good capture of a policy" in told
    assert "New, 2 clauses:\n - Something went wrong\n" in told
    assert "Removed" not in told


def test_width_has_a_floor() -> None:
    """A terminal that says it has no columns gets readable lines all the same."""
    assert max(map(columns, text(club(), width=0).split("\n"))) > 10


def test_where_nothing_is_counted_no_line_is_left_empty() -> None:
    """A comparison whose figures are all zero has no blank line in their place."""
    told = text(retouched())
    assert "\n\n\n" not in told
