"""What changed in substance leads every output, and says neither more nor less than the findings."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from policydiff.models import Clause, Document, Finding, Quote, StatedDate
from policydiff.report import (
    finding_cards,
    html_page,
    markdown,
    numbered_changes,
    punctuation,
    terminal,
    wording,
)
from policydiff.report.captures import CapturePair
from tests.comparisons import SIDES, club, judged, retouched


def marked(old: str, new: str) -> str:
    """Two quotes as the terminal marks them."""
    forms = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(
        forms[e.operation].format(e.old if e.operation == "delete" else e.new)
        for e in finding_cards.compared(old, new)
    )


WORDS = (
    ("We keep it for 30 days.", "We keep it for 90 days.", "We keep it for [-30 -]{+90 +}days."),
    ("We keep it.", "We keep it.", "We keep it."),
    ("We keep “it” - always.", "we keep it, always", "we keep it, always"),
    ("We may share it.", "We share it.", "We [-may -]share it."),
    ("", "We sell it.", "{+We sell it.+}"),
    ("We sell it.", "", "[-We sell it.-]"),
    ("We keep it 30 days.", "We keep it 90 days, or longer.",
     "We keep it [-30 -]{+90 +}days, {+or longer.+}"),
    ("red or blue now", "green or black now", "[-red -]{+green +}or [-blue -]{+black +}now"),
    ("It is safe, calm and kept dry.", "It is sold, rented and never again.",
     "It is [-safe, calm and kept dry.-]{+sold, rented and never again.+}"),
    ("$ 5", "$ 6", "$ [-5-]{+6+}"),
    ("...", "!", "!"),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), WORDS)
def test_quotes_are_marked_by_words(old: str, new: str, expected: str) -> None:
    """Changed words are marked, punctuation and capitals are not, islands belong to the edit."""
    assert marked(old, new) == expected


def test_marks_rebuild_both_quotes() -> None:
    """No word of either side is lost, whatever the marks."""
    for old, new, _ in WORDS:
        edits = finding_cards.compared(old, new)
        assert "".join(edit.old for edit in edits) == old
        assert "".join(edit.new for edit in edits) == new


def test_long_quotes_are_set_side_by_side() -> None:
    """A quote of many hundred words is not compared word by word."""
    edits = finding_cards.compared("a " * 500, "b " * 500)
    assert [edit.operation for edit in edits] == ["delete", "insert"]


def test_the_most_important_comes_first() -> None:
    """Headlines lead, what is for completeness comes last, in groups that are counted."""
    groups = finding_cards.grouped(finding_cards.finding_cards(judged(), SIDES))
    assert [(heading, len(found)) for _, heading, found in groups] == [
        ("3 headlines", 3), ("For the article (1)", 1), ("For completeness (1)", 1),
    ]  # fmt: skip
    one = replace(judged(), findings=judged().findings[2:3])
    assert finding_cards.grouped(finding_cards.finding_cards(one, SIDES))[0][1] == "1 headline"


def test_the_matters_of_many_findings_stand_below_the_verdict() -> None:
    """Who has a minute reads what it is about, with headlines apart; of few findings the findings say it."""
    many = judged()
    lines = ["Headlines: AI training, Sharing, Opting out.", "For the article: Retention."]
    assert list(finding_cards.theme_lines(finding_cards.finding_cards(many, SIDES))) == lines
    twice = replace(many, findings=(*many.findings, many.findings[0]))
    assert (
        finding_cards.theme_lines(finding_cards.finding_cards(twice, SIDES))[1]
        == "For the article: Retention (2)."
    )
    few = replace(many, findings=many.findings[1:4])
    assert finding_cards.themes(finding_cards.finding_cards(few, SIDES)) == ()
    assert "\n".join(lines) in terminal.text(many)
    assert "\n\n".join(lines) in markdown.markdown(many)
    text = html_page.html(many)
    links = re.findall(
        r'<a href="#finding-(\d)">([^<]+)</a>', text[: text.index("What changed in substance")]
    )
    assert links == [("1", "AI training"), ("2", "Sharing"), ("3", "Opting out"), ("4", "Retention")]


def test_very_many_findings_are_folded_by_matter() -> None:
    """Nobody reads a hundred findings in a row: beyond two dozen each matter is a fold, with its number."""
    kept, *_ = judged().findings
    shared = replace(kept, category="sharing")
    for number, folds in ((12, []), (13, ["Retention (13)", "Sharing (12)"])):
        told = finding_cards.finding_cards(
            replace(judged(), findings=(*(kept,) * number, *(shared,) * 12)), SIDES
        )
        assert [heading for heading, _ in finding_cards.by_matter(told)] == folds
        assert sum(len(some) for _, some in finding_cards.by_matter(told)) == (len(told) if folds else 0)
        text = html_page.html(replace(judged(), findings=(*(kept,) * number, *(shared,) * 12)))
        assert re.findall(r"<summary>(\w+ \(\d+\))</summary>", text) == folds
        assert len(re.findall(r'id="finding-\d+"', text)) == number + 12


def test_a_finding_leads_to_its_place() -> None:
    """It names the change in which its words stand, on the old side where they are gone."""
    found = numbered_changes.entries(club())
    told = {each.finding.rule: each.entry for each in finding_cards.finding_cards(judged(), SIDES, found)}
    labels = {rule: found[number - 1].kind for rule, number in told.items()}
    assert labels == {
        "retention": "reworded", "effective-date": "reworded", "ai-training": "added", "sharing": "removed",
        "opt-out/link": "link",
    }  # fmt: skip


def test_citation_names_words_version_and_place() -> None:
    """The citation has the exact words, the title, the name and moment of the capture, and the path."""
    told = {each.finding.rule: each for each in finding_cards.finding_cards(judged(), SIDES)}
    [citation] = told["ai-training"].citations
    assert citation == (
        "“A program learns from your notes to suggest books.” – Fernleaf Readers’ Club: privacy,"
        " captured 14 June 2031, 18:30 UTC, fernleaf-2031-06.html, under “Machines that read along”"
    )
    before, now = told["retention"].citations
    assert before.startswith("Before: “We keep your lending list for 30 days.”")
    assert now.startswith("Now: “We keep your lending list for 90 days, and longer if we must.”")
    undated = finding_cards.finding_cards(judged(), CapturePair())[0]
    assert "effective 1 July 2031" in undated.citations[0]


def test_of_two_dates_of_effect_none_is_cited() -> None:
    """A page may announce the day of its next version: a citation must not give it to the old words."""
    one = judged()
    announced = StatedDate("effective", date(2032, 1, 1), "effective 1 January 2032")
    sides = [replace(side, dates=(announced, *side.dates)) for side in (one.old, one.new)]
    told = finding_cards.finding_cards(replace(one, old=sides[0], new=sides[1]), CapturePair())
    assert not any("effective" in citation for each in told for citation in each.citations[:1])


def test_the_page_tells_findings_before_the_words() -> None:
    """Verdict, findings with badge, words, place, citation and rule, then all changes of words."""
    text = html_page.html(judged(), sides=SIDES)
    order = [
        "Substantive: 5 changes of substance, 3 of them headlines.", 'id="substance"', ">Headline</span>",
        "A new statement speaks of a program.", "A program learns from your notes", 'href="#change-',
        "<code>ai-training</code>", "Citation to copy", "https://forms.example/f/fernleaf-objection",
        ">For the article</span>", "The words can be read another way.", "<del>30</del>", "<ins>90</ins>",
        "<summary>For completeness (1)</summary>", "The printed date moved.", ">All changes of words</h2>",
    ]  # fmt: skip
    at = [text.index(told) for told in order]
    assert at == sorted(at)
    links = set(re.findall(r'href="#([^"]+)"', text))
    assert links <= set(re.findall(r'id="([^"]+)"', text))


def test_the_page_without_findings_has_no_such_section() -> None:
    """Nothing announces findings where there are none."""
    text = html_page.html(club(), sides=SIDES)
    assert "substance" not in re.sub(r"<style>.*?</style>|<li>It shows.*?</li>", "", text, flags=re.DOTALL)
    assert ">What changed</h2>" in text


def test_terminal_and_markdown_lead_with_findings() -> None:
    """The same sentences in the same order, with the words marked."""
    for text in (terminal.text(judged(), sides=SIDES), markdown.markdown(judged(), sides=SIDES)):
        order = [
            "What changed in substance", "A new statement speaks of a program.", "A statement is gone.",
            "The list is now kept for 90 days, not 30.", "The printed date moved.", "All changes of words",
        ]  # fmt: skip
        at = [text.index(told) for told in order]
        assert at == sorted(at)
    assert "[-30-] {+90+} days" in terminal.text(judged(), sides=SIDES, width=200)
    assert "~~30~~ **90** days" in markdown.markdown(judged(), sides=SIDES)


def test_findings_alone() -> None:
    """Verdict and findings in full, and no list of changes."""
    for text in (terminal.findings(judged(), sides=SIDES), markdown.findings(judged(), sides=SIDES)):
        assert "5 changes of substance" in text
        assert "The printed date moved." in text
        assert "July" in text
        assert wording.WORDS not in text
        assert "Guests" not in text


def test_changed_punctuation_is_told_quietly() -> None:
    """All outputs count it and show both texts; where nothing of the kind happened none speaks of it."""
    for write in (html_page.html, markdown.markdown, terminal.text):
        text = write(retouched())
        assert "Only punctuation, capitals, spacing or numbering differ in 1 clause" in text
        assert len(re.findall(r"We lend\W+(?:<del>|\[-|~~)books|(?:<ins>|\{\+|\*\*)Books\.", text)) == 2
        assert "punctuation" not in write(club())


def test_many_findings_fold_what_is_minor() -> None:
    """Thirty findings for completeness stand in a fold; alone on a page they are open."""
    minor = Finding("rights", "", "added", 1, "", "A right.", "rights", None, Quote("You may ask.", 1))
    text = html_page.html(replace(judged(), findings=(*judged().findings, *[minor] * 30)))
    folded = text[text.index('<details class="minor">') : text.index(">All changes of words</h2>")]
    assert folded.count('<li class="finding rank1"') == 31
    assert '<details class="minor" open>' in html_page.html(replace(judged(), findings=(minor,)))


def test_signs_rebuild_both_texts() -> None:
    """What differs is marked, and no letter of either side is lost, in a clause of any length."""
    for old, new in (("2. We  keep it", "We keep it;"), ("a " * 2000 + "b", "a " * 2000 + "B")):
        before, after = (Document((Clause("paragraph", text),)) for text in (old, new))
        [edits] = punctuation.punctuation_changes(replace(retouched(), old=before, new=after))
        assert ("".join(e.old for e in edits), "".join(e.new for e in edits)) == (old, new)
    assert any(edit.operation == "equal" for edit in punctuation.punctuation_changes(retouched())[0])
