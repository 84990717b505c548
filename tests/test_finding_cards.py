"""What changed in substance leads every output, and says neither more nor less than the findings."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from policydiff.models import Clause, Comparison, Document, Finding, Quote, QuotedStatement, StatedDate
from policydiff.report import (
    comparison_csv,
    comparison_report,
    finding_cards,
    html_page,
    markdown,
    numbered_changes,
    punctuation,
    terminal,
    wording,
)
from policydiff.report.side_names import CapturePair
from policydiff.word_edits import text_edits
from tests.comparisons import SIDES, TITLE, USE, club, in_markdown, in_terminal, judged, retouched


def marked(old: str, new: str) -> str:
    """Two quotes as the terminal marks them."""
    forms = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(
        forms[e.operation].format(e.old if e.operation == "delete" else e.new) for e in text_edits(old, new)
    )


WORDS = (
    ("We keep it for 30 days.", "We keep it for 90 days.", "We keep it for [-30 -]{+90 +}days."),
    ("We keep it.", "We keep it.", "We keep it."),
    ("We keep “it” - always.", "we keep it, always", "we keep it, always"),
    ("We may share it.", "We share it.", "We [-may -]share it."),
    ("", "We sell it.", "{+We sell it.+}"),
    ("We sell it.", "", "[-We sell it.-]"),
    ("We keep it 30 days.", "We keep it 90 days, or longer.",
     "We keep it [-30 -]{+90 +}days{+, or longer+}."),
    ("red or blue now", "green or black now", "[-red -]{+green +}or [-blue -]{+black +}now"),
    ("It is safe, calm and kept dry.", "It is sold, rented and never again.",
     "It is [-safe, calm and kept dry-]{+sold, rented and never again+}."),
    ("$ 5", "$ 6", "$ [-5-]{+6+}"),
    ("For 1.5 years.", "For 2.5 years.", "For [-1.5 -]{+2.5 +}years."),
    ("For 1,000 days.", "For 10,000 days.", "For [-1,000 -]{+10,000 +}days."),
    ("§ 3.1.2 says so.", "§ 3.2.2 says so.", "§ [-3.1.2 -]{+3.2.2 +}says so."),
    ("...", "!", "!"),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), WORDS)
def test_quotes_are_marked_by_words(old: str, new: str, expected: str) -> None:
    """Changed words are marked, punctuation and capitals are not, islands belong to the edit."""
    assert marked(old, new) == expected


def test_marks_rebuild_both_quotes() -> None:
    """No word of either side is lost, whatever the marks."""
    for old, new, _ in WORDS:
        edits = text_edits(old, new)
        assert "".join(edit.old for edit in edits) == old
        assert "".join(edit.new for edit in edits) == new


def test_long_quotes_are_marked_too() -> None:
    """One word of many hundred changed: that word is marked."""
    edits = text_edits("a b " * 500 + "c", "a b " * 500 + "d")
    assert [(edit.operation, edit.old + edit.new) for edit in edits[1:]] == [("delete", "c"), ("insert", "d")]


def shown(comparison: Comparison, sides: CapturePair = SIDES) -> list[finding_cards.ShownFinding]:
    """The findings in the order of the cards."""
    return [one for card in finding_cards.cards(comparison, sides) for one in card.findings]


def test_the_most_important_comes_first() -> None:
    """What is most important leads, what is for completeness comes last, in groups that are counted."""
    groups = finding_cards.by_rank(finding_cards.cards(judged(), SIDES))
    assert [heading for _, heading, _ in groups] == [
        "Most important (3)", "Also changed (1)", "For completeness (1)",
    ]  # fmt: skip
    assert [one.number for one in shown(judged())] == [1, 2, 3, 4, 5]


def finding(quote: str, **how: Any) -> Finding:
    """A finding of importance 3 with words on the new side."""
    known: dict[str, Any] = {"category": "sharing", "direction": "added", "new": Quote(quote, 1, 0, ("Use",))}
    return Finding(**{
        "importance": 3, "importance_reason": "", "sentence": quote, "rule": "any",
        **known, **how,
    })  # fmt: skip


def ordered(*findings: Finding) -> list[list[str]]:
    """The sentences of each card."""
    found = finding_cards.cards(replace(judged(), findings=findings), SIDES)
    return [[one.sentence for one in card.findings] for card in found]


PROMISE = finding(
    "We never sell it.", direction="widened", new=None, old=Quote("We never sell it.", 1, 0, ("Sales",))
)


def test_what_changed_in_one_section_is_one_card() -> None:
    """Two sentences of one section are one story, those of another rank or section are their own."""
    told = (
        finding("We share it."),
        finding("We lend it."),
        finding("Ask us.", new=Quote("Ask us.", 2, 0, ("Rights",))),
    )
    assert ordered(*told) == [["We share it.", "We lend it."], ["Ask us."]]
    assert ordered(told[0], replace(told[1], importance=1)) == [["We share it."], ["We lend it."]]


SOLD = Finding(
    "sharing", "widened", 3, "", "We sell notes.", "sharing",
    Quote("We never sell your list. • Guests sign the book.", 7, 0, USE),
    Quote("We sell notes. • Guests and readers sign the book.", 14, 0, (TITLE, "Machines that read along")),
    statements=(
        QuotedStatement(None, Quote("We sell notes.", 14, 0, (TITLE, "Machines that read along"))),
        QuotedStatement(Quote("We never sell your list.", 7, 0, USE), None),
        QuotedStatement(
            Quote("Guests sign the book.", 10, 0, (TITLE, "Guests")),
            Quote("Guests and readers sign the book.", 4, 0, (TITLE, "Guests")),
        ),
        QuotedStatement(None, Quote("Their data are for sale.", 15, 0, (TITLE, "Machines that read along"))),
    ),
)  # fmt: skip


def test_each_statement_stands_in_its_own_section() -> None:
    """A matter of several sections is a card of its own: each statement under its section, with its place."""
    one = replace(judged(), findings=(SOLD,))
    [card] = finding_cards.cards(one, SIDES, numbered_changes.entries(one))
    assert (card.where, card.head) == ("", "Sharing")
    [told] = card.findings
    assert [
        (section.where, [[each.fate for each in run] for run in section.runs]) for section in told.sections
    ] == [
        ("Machines that read along", [["new", "new"]]),
        ("How we use what you lend", [["gone"]]),
        ("Guests", [["changed"]]),
    ]
    assert [each.entry for each in told.statements] == [7, 5, 2, 7]
    assert len(told.citations) == 5
    lent = finding("We lend.", new=Quote("We lend.", 7, 0, USE))
    assert ordered(SOLD, lent) == [["We sell notes."], ["We lend."]]


def test_no_output_runs_statements_together() -> None:
    """Every statement is told whole, and none is joined to another by a bullet."""
    one = replace(judged(), findings=(SOLD,))
    page = html_page.html(one, sides=SIDES)
    for text in (page, in_terminal(one, width=200), in_markdown(one), comparison_csv.text(one)):
        assert "•" not in re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)
        for quote in ("We sell notes.", "We never sell your list.", "data are for sale."):
            assert quote in text
    assert page.count('">in the text</a>') == 3  # two statements stand in one change
    assert "Before</dt>" in page.partition("Guests</p>")[2]


def test_many_findings_of_one_section_are_told_by_matter() -> None:
    """Nine sentences about two matters in one section are two cards."""
    told = [finding(f"We share {n}.", category="sharing" if n % 2 else "retention") for n in range(9)]
    assert [len(card) for card in ordered(*told)] == [5, 4]
    assert [len(card) for card in ordered(*told[:8])] == [8]


def test_promises_and_rights_that_went_lead_within_their_rank() -> None:
    """A promise no longer made stands before what is new; a lesser rank stays behind."""
    new, right = finding("We share it."), finding(
        "You may object.", category="rights", direction="removed", new=None,
        old=Quote("You may object.", 1, 0, ("Rights",)),
    )  # fmt: skip
    assert ordered(new, PROMISE, right) == [["We never sell it."], ["You may object."], ["We share it."]]
    assert ordered(new, replace(PROMISE, importance=2)) == [["We share it."], ["We never sell it."]]


@pytest.mark.parametrize(
    ("heading", "rank"),
    [
        ("26 October 2031", 1),
        ("2031-10-26 (latest)", 1),
        ("26 October 2031: what we now do with your notes and lists", 3),
        ("What we do with your notes", 3),
    ],
)
def test_a_list_of_changes_that_the_policy_keeps_is_never_on_top(heading: str, rank: int) -> None:
    """What stands below a day says what changed then, and is no statement of today."""
    listed = finding("No advertisements by what you read.", new=Quote("No.", 1, 0, ("Changes", heading)))
    [card] = finding_cards.cards(replace(judged(), findings=(listed,)), SIDES)
    assert card.rank == rank


def test_words_that_an_earlier_finding_of_the_card_holds_stand_once() -> None:
    """A sentence of two that are told as data collected is told as retention too."""
    both = tuple(
        QuotedStatement(None, Quote(text, 1, 0, ("Lists",))) for text in ("We read it.", "We keep it.")
    )
    first = finding("We read it. • We keep it.", statements=both)
    second = finding("We keep it.", category="retention", new=both[1].new)
    third = finding("We burn it.", category="rights", new=Quote("We burn it.", 1, 0, ("Lists",)))
    [card] = finding_cards.cards(replace(judged(), findings=(first, second, third)), SIDES)
    assert [one.same_as for one in card.findings] == [0, 1, 0]


@pytest.mark.parametrize(
    ("old", "new", "rank"),
    [
        ("https://a.example/help/contact/12", "https://b.example/help/contact/12", 1),  # renamed
        ("https://a.example/help/contact/12", "https://a.example/help/contact/34", 3),  # another form
        ("https://a.example/", "https://b.example/", 3),  # another site
        ("", "https://b.example/form", 3),
    ],
)
def test_the_same_form_under_another_domain_is_never_on_top(old: str, new: str, rank: int) -> None:
    """A renamed site is no news for those who object by its form, and is told all the same."""
    link = finding("The link leads elsewhere.", category="opt-out", link_old=old, link_new=new)
    [card] = finding_cards.cards(replace(judged(), findings=(link,)), SIDES)
    assert card.rank == rank


def test_a_finding_leads_to_its_place() -> None:
    """It names the change in which its words stand, on the old side where they are gone."""
    found = numbered_changes.entries(club())
    told = {
        each.finding.rule: each.entries
        for each in (one for card in finding_cards.cards(judged(), SIDES, found) for one in card.findings)
    }
    labels = {rule: found[number - 1].kind for rule, (number,) in told.items()}
    assert labels == {
        "retention": "reworded", "effective-date": "reworded", "ai-training": "added", "sharing": "removed",
        "opt-out/link": "link",
    }  # fmt: skip


def test_citation_names_words_version_and_place() -> None:
    """The citation has the exact words, the title, the name and moment of the capture, and the path."""
    told = {each.finding.rule: each for each in shown(judged())}
    [citation] = told["ai-training"].citations
    assert citation == (
        "“A program learns from your notes to suggest books.” – Fernleaf Readers’ Club: privacy,"
        " captured 14 June 2031, 18:30 UTC, fernleaf-2031-06.html, under “Machines that read along”"
    )
    before, now = told["retention"].citations
    assert before.startswith("Before: “We keep your lending list for 30 days.”")
    assert now.startswith("Now: “We keep your lending list for 90 days, and longer if we must.”")
    [undated] = [one for one in shown(judged(), CapturePair()) if one.finding.rule == "ai-training"]
    assert "effective 1 July 2031" in undated.citations[0]


def test_of_two_dates_of_effect_none_is_cited() -> None:
    """A page may announce the day of its next version: a citation must not give it to the old words."""
    one = judged()
    announced = StatedDate("effective", date(2032, 1, 1), "effective 1 January 2032")
    sides = [replace(side, dates=(announced, *side.dates)) for side in (one.old, one.new)]
    told = shown(replace(one, old=sides[0], new=sides[1]), CapturePair())
    assert not any("effective" in citation for each in told for citation in each.citations[:1])


def test_the_page_tells_findings_before_the_words() -> None:
    """Verdict, findings by rank, words, place, citation and rule, then all changes of words."""
    text = html_page.html(judged(), sides=SIDES)
    order = [
        "Verdict: Substantive", 'id="substance"',
        ">Most important (3)</h3>", "We never sell your list.",
        "A program learns from your notes", 'href="#c-', "Citation to copy", "<code>ai-training</code>",
        "https://forms.example/f/fernleaf-objection",
        ">Also changed (1)</h3>", "<del>30</del>", "<ins>90</ins>",
        "<summary><h3>For completeness (1)</h3></summary>", "The printed date moved.",
        ">All changes of words</h2>",
    ]  # fmt: skip
    below = 0
    for told in order:
        below = text.index(told, below)
    links = set(re.findall(r'href="#([^"]+)"', text))
    assert links <= set(re.findall(r'id="([^"]+)"', text))


def test_the_page_without_findings_has_no_such_section() -> None:
    """Nothing announces findings where there are none."""
    text = html_page.html(club(), sides=SIDES)
    ours = r"<style>.*?</style>|<script>.*?</script>|<li>It shows.*?</li>"
    assert "substance" not in re.sub(ours, "", text, flags=re.DOTALL)
    assert ">What changed</h2>" in text


def test_terminal_and_markdown_lead_with_findings() -> None:
    """The same sentences in the same order, with the words marked."""
    for text in (in_terminal(judged(), sides=SIDES), in_markdown(judged(), sides=SIDES)):
        order = [
            "What changed in substance", "We never sell your list.", "A program learns from your notes",
            "The printed date moved.", "All changes of words",
        ]  # fmt: skip
        below = 0
        for told in order:
            below = text.index(told, below)
    assert "[-30-] {+90+} days" in in_terminal(judged(), sides=SIDES, width=200)
    assert "~~30~~ **90** day" in in_markdown(judged(), sides=SIDES)


def test_findings_alone() -> None:
    """Verdict and findings in full, and no list of changes."""
    report = comparison_report.findings_report(judged(), sides=SIDES)
    for text in (terminal.text(report), markdown.markdown(report)):
        assert "5 changes of substance" in text
        assert "The printed date moved." in text
        assert "July" in text
        assert wording.WORDS not in text
        assert "Guests" not in text


def test_changed_punctuation_is_told_quietly() -> None:
    """All outputs count it and show both texts; where nothing of the kind happened none speaks of it."""
    for write in (html_page.html, in_markdown, in_terminal):
        text = write(retouched())
        assert "Only punctuation, capitals, spacing or numbering differ in 1 clause" in text
        assert len(re.findall(r"We lend\W+(?:<del>|\[-|~~)books|(?:<ins>|\{\+|\*\*)Books\.", text)) == 2
        assert "punctuation" not in write(club())


def test_many_findings_fold_what_is_minor() -> None:
    """Thirty findings for completeness stand in a fold; alone on a page they are open."""
    minor = Finding("rights", "added", 1, "", "A right.", "rights", None, Quote("You may ask.", 1))
    text = html_page.html(replace(judged(), findings=(*judged().findings, *[minor] * 30)))
    folded = text[text.index('<details class="minor">') : text.index(">All changes of words</h2>")]
    assert folded.count('<li class="finding"') == 31
    assert '<details class="minor" open>' in html_page.html(replace(judged(), findings=(minor,)))


def test_signs_rebuild_both_texts() -> None:
    """What differs is marked, and no letter of either side is lost, in a clause of any length."""
    for old, new in (("2. We  keep it", "We keep it;"), ("a " * 2000 + "b", "a " * 2000 + "B")):
        before, after = (Document((Clause("paragraph", text),)) for text in (old, new))
        [edits] = punctuation.punctuation_changes(replace(retouched(), old=before, new=after))
        assert ("".join(e.old for e in edits), "".join(e.new for e in edits)) == (old, new)
    assert any(edit.operation == "equal" for edit in punctuation.punctuation_changes(retouched())[0])


def test_words_told_in_two_matters_are_shown_once() -> None:
    """The second finding leads to the first; what rests on other words is told whole."""
    words = "We send your list over the sea and settle quarrels there."
    told = (
        finding(words, category="transfers"),
        finding(words, category="disputes"),
        finding("We lend it.", category="sharing"),
    )
    comparison = replace(judged(), findings=told)
    assert [one.same_as for one in shown(comparison)] == [0, 1, 0]
    assert html_page.html(comparison, sides=SIDES).count(">The same words as above<") == 1
    assert in_terminal(comparison).count("The same words") == 1
