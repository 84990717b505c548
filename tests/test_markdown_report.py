"""The Markdown of a comparison reads as told, and policy text makes no Markdown or HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pyromark
import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.report.characters import visible
from policydiff.report.markdown import escaped, marked
from policydiff.report.marked_text import TextRun, spaced
from tests.comparisons import SIDES, TITLE, broken, club, comparisons, sides, texts
from tests.comparisons import in_markdown as markdown

if TYPE_CHECKING:
    from policydiff.models import Comparison
    from policydiff.report.side_names import CapturePair

GITHUB = (
    pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_TASKLISTS | pyromark.Options.ENABLE_GFM | pyromark.Options.ENABLE_MATH
)  # fmt: skip
OURS = {"h1", "h2", "h3", "p", "strong", "ul", "li", "a", "blockquote", "del", "em", "code"}


class Rendered(HTMLParser):
    """What a reader of the rendered Markdown gets."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.struck: list[str] = []
        self.bold: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(pyromark.html(text, options=GITHUB))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._open.append(tag)
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        self.struck += [""] if tag == "del" else []
        self.bold += [""] if tag == "strong" else []

    def handle_endtag(self, tag: str) -> None:
        self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        self.text += data
        if "del" in self._open:
            self.struck[-1] += data
        if "strong" in self._open:
            self.bold[-1] += data


def packed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(texts)
def test_escaped_text_reads_as_it_stands(text: str) -> None:
    """Any text of a clause, at the start of a paragraph, is a paragraph of that text and nothing else."""
    found = Rendered(escaped(text))
    assert found.tags <= {"p"}
    assert packed(found.text) == packed(visible(text))


@given(texts)
def test_escaped_text_reads_as_it_stands_in_a_quotation(text: str) -> None:
    """The same inside the quotation in which clauses stand."""
    found = Rendered(f"> {escaped(text)}")
    assert found.tags <= {"p", "blockquote"}
    assert packed(found.text) == packed(visible(text))


_pieces = st.text(st.sampled_from("ab1 .,;(“”é-*~"), min_size=1, max_size=4)
_runs = st.lists(
    st.builds(TextRun, st.sampled_from(("equal", "delete", "insert")), _pieces), min_size=1, max_size=6
)


@given(_runs)
def test_every_edit_is_struck_or_bold(runs: list[TextRun]) -> None:
    """Whatever letters and signs stand at the borders, the delimiters do their work."""
    paragraph = tuple(runs)
    found = Rendered(f"> {marked(paragraph)}")
    wanted = [run for run in spaced(paragraph) if run.operation != "equal" and run.text.strip()]
    assert found.struck == [run.text for run in wanted if run.operation == "delete"]
    assert found.bold == [run.text for run in wanted if run.operation == "insert"]
    assert packed(found.text) == packed("".join(run.text for run in runs))


@pytest.mark.parametrize(
    ("runs", "wanted"),
    [
        ((TextRun("equal", "for "), TextRun("delete", "30 "), TextRun("insert", "90 ")), "for ~~30~~ **90**"),
        ((TextRun("equal", "data"), TextRun("insert", ", photos")), "dat&#97;**, photos**"),
        ((TextRun("delete", "old "), TextRun("equal", "words")), "~~old~~ words"),
        ((TextRun("equal", "1. a "), TextRun("insert", "*b*")), "1\\. a **\\*b\\***"),
    ],
)  # fmt: skip
def test_how_edits_are_written(runs: tuple[TextRun, ...], wanted: str) -> None:
    """Blanks stay outside of the marks; a letter beside a sign is written as a reference."""
    assert marked(runs) == wanted


@given(comparison=comparisons(), named=sides)
def test_no_text_breaks_out(comparison: Comparison, named: CapturePair) -> None:
    """The whole report renders to our elements, and links lead to web and mail only."""
    found = Rendered(markdown(comparison, sides=named))
    assert found.tags <= OURS
    assert all(re.match("https?://|mailto:", address, re.IGNORECASE) for address in found.addresses)
    assert markdown(comparison, sides=named).encode("utf-8")


@pytest.mark.parametrize(
    "told",
    [
        f"# {TITLE}: two versions compared",
        "\n\nSubstantive: words changed in 5 places.\n\n",
        "- Old: captured 2 March 2031, 09:05 UTC, effective 1 March 2031, fernleaf-2031-03.html,",
        "> In force from 1 ~~March~~ **July** 2031.",
        "**4. Reworded (Table: Reading advice › Why we may)**",
        "> ~~We never sell your list.~~",
        "**7. Added**\n\n> Machines that read along\n>\n> A program",
        "- 2\\. Moved from another place on the page: “Guests” and 2 more clauses",
        "- 6\\. Split: One paragraph became three; no words changed: “Letters are read by one person.”",
        "  - new: <https://forms.example/f/fernleaf-objection>",
        f"- SHA-256: `{'0f' * 32}`",
        "## What this method cannot see",
    ],
)
def test_the_markdown_says(told: str) -> None:
    """The report of the club tells each kind of change."""
    assert told in markdown(club(), sides=SIDES)


def test_a_broken_capture_does_not_flood() -> None:
    """An error page gives the warning and the beginnings of both sides, and no list of changes."""
    text = markdown(broken(), sides=SIDES)
    assert "Broken capture: one side is no good capture" in text
    assert "The new side is no good capture of a policy: The page is an error page." in text
    assert "- Something went wrong" in text
    assert "What changed" not in text


def test_a_long_entry_says_how_much_it_leaves_out() -> None:
    """Of forty removed clauses twelve are quoted and the rest is counted."""
    known = broken()
    clauses = tuple(replace(known.old.clauses[1], text=f"Word {n}") for n in range(40))
    changes = tuple(replace(known.diff.changes[0], old=(n,)) for n in range(40))
    text = markdown(
        replace(
            known, old=replace(known.old, clauses=clauses), verdict="substantive",
            new=replace(known.new, clauses=()), diff=replace(known.diff, changes=changes),
        )
    )  # fmt: skip
    assert text.count("> ~~Word") == 12
    assert "*and 28 more clauses*" in text
