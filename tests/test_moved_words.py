"""A sentence that left its clause for another is told as moved, at both ends, and nothing else is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.models import Change, Clause, Comparison, Document, DocumentDiff, Edit, Reason
from policydiff.report import html_page, moved_words
from policydiff.report.marked_text import paragraphs
from policydiff.report.numbered_changes import entries
from tests.comparisons import in_markdown, in_terminal
from tests.test_html_page import Reader

if TYPE_CHECKING:
    from collections.abc import Sequence

WHY = (Reason("words-changed", "Words changed"),)
SENTENCE = "A person with a lantern reads every letter that arrives after dark."


def told(*pairs: tuple[str, str]) -> Comparison:
    """Clauses that were reworded from one text to another, kept words between "|" signs; "" is no clause.

    "Kept.|Gone." and "Kept.|" make a clause that keeps "Kept." and loses "Gone.".
    """
    old: list[Clause] = []
    new: list[Clause] = []
    changes = []
    for before, after in pairs:
        places = (len(old),) if before else (), (len(new),) if after else ()
        if not before or not after:
            changes.append(Change("added" if after else "removed", *places))
        else:
            kept, gone = before.split("|")
            came = after.split("|")[1]
            edits = [Edit("equal", kept, kept), Edit("delete", gone, ""), Edit("insert", "", came)]
            changes.append(Change("reworded", *places, tuple(edit for edit in edits if edit.old + edit.new)))
        old += [Clause("paragraph", before.replace("|", ""))] if before else []
        new += [Clause("paragraph", after.replace("|", ""))] if after else []
    return Comparison(
        Document(tuple(old)), Document(tuple(new)), DocumentDiff(tuple(changes)), "substantive", WHY
    )


def found(comparison: Comparison) -> list[tuple[int, int, int]]:
    """Change where it was deleted, change where it was inserted, number of words."""
    return [(one.gone.change, one.came.change, one.words) for one in moved_words.passages(comparison)]


MOVED = told(
    ("We lend books.|", f"We lend books.| {SENTENCE} It is warm."),
    ("Post is kept.|", "Post is kept.| And sorted."),
    (f"Guests sign. {SENTENCE} They leave.", ""),
)


def test_the_words_and_both_places_are_found() -> None:
    """Of a clause that went the sentence that stands elsewhere now, not the rest of it."""
    [passage] = moved_words.passages(MOVED)
    assert (passage.gone.change, passage.came.change, passage.words) == (2, 0, 12)
    assert MOVED.old.clauses[2].text[passage.gone.start : passage.gone.end] == SENTENCE
    assert MOVED.diff.changes[0].edits[1].new[passage.came.start : passage.came.end] == SENTENCE


def test_capitals_and_punctuation_are_no_words() -> None:
    """A sentence that became part of a longer one is the same words."""
    other = SENTENCE[0].lower() + SENTENCE[1:-1].replace("letter that", "letter, that") + ";"
    assert found(told(("Hello.|", f"Hello.| At night {other} says the clerk."), (SENTENCE, ""))) == [
        (1, 0, 12)
    ]


@pytest.mark.parametrize(
    "comparison",
    [
        told((SENTENCE, ""), ("Hello.|", f"Hello.| {SENTENCE}"), ("Goodbye.|", f"Goodbye.| {SENTENCE}")),
        told((SENTENCE, ""), (f"Again: {SENTENCE}", ""), ("Hello.|", f"Hello.| {SENTENCE}")),
        told(("We read it by night.", ""), ("Hello.|", "Hello.| We read it by night.")),
        told(
            ("For as long as we have an interest in your old maps we keep them.", ""),
            ("Hello.|", "Hello.| For as long as we have an interest in your new boots we may ask for them."),
        ),
        told((SENTENCE, ""), (f"{SENTENCE}|", f"{SENTENCE}| Hello.")),
    ],
    ids=["inserted twice", "deleted twice", "short", "a turn of phrase", "it stands there unchanged"],
)
def test_what_nobody_can_know_is_not_told(comparison: Comparison) -> None:
    """Which of two twins moved, whether a turn of phrase did, and what was never inserted."""
    assert found(comparison) == []


def test_a_short_sentence_that_is_all_that_came_is_told() -> None:
    """Eight words are a passage where they are the whole edit."""
    short = "A clerk reads all of it by lantern."
    assert found(told((f"Guests sign. They go. {short}", ""), ("Hello.|", f"Hello.| {short}"))) == [(0, 1, 8)]


def test_of_passages_that_share_words_the_longer_is_told() -> None:
    """No word moves to two places."""
    tail = "arrives after dark or before noon on any day but the fair and the feast"
    longer = f"reads every letter that {tail}"
    comparison = told(
        (f"A person with a lantern now {longer}", ""),
        ("One.|", "One.| A person with a lantern now reads every letter that arrives after dark."),
        ("Two.|", f"Two.| So that {tail}"),
    )
    sizes = [words for _, _, words in found(comparison)]
    assert sizes == [16]


def test_a_text_that_was_replaced_whole_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a bound, and it counts words."""
    monkeypatch.setattr(moved_words, "_MOST", 20)
    assert found(MOVED) == [(2, 0, 12)]
    monkeypatch.setattr(moved_words, "_MOST", 15)
    assert found(MOVED) == []


def test_every_output_tells_it_at_both_ends() -> None:
    """Marked and linked on the page, counted in the list, in a line below the change elsewhere."""
    seen = Reader(html_page.html(MOVED))
    first, _, third = (f"#{a['id']}" for a in seen.all("div") if a.get("id", "").startswith("c-"))
    assert [a["href"] for a in seen.all("a") if a.get("class") == "twin"] == [third, first]
    assert seen.within("twin") == "↕ from 3↕ to 1"
    marked = [text for text, above in seen.texts if any("moved" in names for names in above)]
    assert marked == [SENTENCE, SENTENCE]
    gist = re.sub(r"\s+", " ", seen.within("gist"))
    assert "12 words moved here from change 3" in gist
    assert "12 words moved to change 1" in gist
    lines = in_terminal(MOVED)
    assert "   12 words moved here from change 3\n" in lines
    assert "   12 words moved to change 1\n" in lines
    quoted = in_markdown(MOVED)
    assert "*12 words moved here from change 3*" in quoted
    assert "*12 words moved to change 1*" in quoted


def test_the_blank_between_two_passages_is_no_edit() -> None:
    """Two sentences that came from different places stand beside one another without a mark between them."""
    other = "Nobody else may open the box in which the letters are kept."
    text = html_page.html(
        told((SENTENCE, ""), ("Hello.|", f"Hello.|{SENTENCE} {other}"), (f"{other} Ever.", ""))
    )
    assert '">↕ from 1</a> <ins class="moved">Nobody' in text


def test_inside_one_clause_it_is_said_once() -> None:
    """A sentence that changed its place inside a paragraph leads nowhere else."""
    within = told((f"One.|{SENTENCE}", f"One.| Two. {SENTENCE}"))
    assert in_terminal(within).count("12 words moved within it") == 1
    legend = "what was deleted in one place"
    assert legend in html_page.html(within)
    assert legend not in html_page.html(told(("One.|", "One.| Two.")))


_long = (
    SENTENCE,
    "one two three four five six seven eight nine ten",
    "two three four five six seven eight nine",
)
_words = st.lists(st.sampled_from((*_long, *"abc")), min_size=1, max_size=4).map(" ".join)
_clauses = st.one_of(
    st.tuples(st.just(""), _words),
    st.tuples(_words, st.just("")),
    st.tuples(_words, _words).map(lambda pair: (f"kept |{pair[0]}", f"kept |{pair[1]}")),
)


@given(st.lists(_clauses, min_size=2, max_size=6))
def test_swapping_the_sides_swaps_the_passages(pairs: Sequence[tuple[str, str]]) -> None:
    """What moved from here to there moved from there to here, seen from the other side."""
    there = found(told(*pairs))
    back = found(told(*((after, before) for before, after in pairs)))
    assert sorted(there) == sorted((came, gone, words) for gone, came, words in back)


@given(st.lists(_clauses, min_size=2, max_size=6))
def test_marks_change_no_words(pairs: Sequence[tuple[str, str]]) -> None:
    """With what moved set apart, each change has the same words with the same fate."""
    comparison = told(*pairs)
    moved = moved_words.marks(comparison, entries(comparison))
    for change in comparison.diff.changes:
        plain, marked = (
            paragraphs(comparison, change),
            paragraphs(comparison, change, moved.get(change.places, ())),
        )
        for one, other in zip(plain, marked, strict=True):
            for operation in ("delete", "insert", "equal"):
                texts = [
                    "".join(run.text for run in runs if run.operation == operation) for runs in (one, other)
                ]
                assert texts[0] == texts[1]


def test_a_moved_passage_of_a_hostile_page_is_escaped() -> None:
    """The words of a passage are text like any other."""
    nasty = "<b>A person with a lantern</b> & reads every letter that arrives after dark"
    text = html_page.html(told((nasty, ""), ("Hello.|", f"Hello.| {nasty}")))
    assert "<b>" not in text
    assert "&lt;b&gt;A person with a lantern" in text


def test_a_comparison_of_nothing_has_no_passages() -> None:
    """Two equal documents."""
    same = replace(MOVED, diff=DocumentDiff((Change("unchanged", (0,), (0,)),)))
    assert moved_words.passages(same) == ()
