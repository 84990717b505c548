"""Findings on made-up policies: what is told, what is quoted, and what stays silent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from policydiff.findings.rule import Claim, Rule

from policydiff.diff import compare_documents
from policydiff.findings import CATALOGUE, choose, find
from policydiff.models import Cell, Clause, Document, Finding, Quality, Reason
from policydiff.pipeline import compare
from tests.findings import compared, document, told

if TYPE_CHECKING:
    from pathlib import Path

_TRAINS = "We use the photos you post publicly to train our artificial intelligence models."
_HEAD = Clause("heading", "Lumora privacy policy", depth=1)
_FILLER = tuple(
    Clause(
        "paragraph",
        f"Chapter {name} of the notebook was written in the garden behind the house of the company.",
    )
    for name in ("one", "two", "three", "four", "five", "six")
)


def test_statements_are_not_each_held_against_all_that_went(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page on which everything was written anew takes time in proportion to its length."""
    asked = 0
    matched = choose._matched

    def counting(*arguments: Any) -> bool:
        nonlocal asked
        asked += 1
        return matched(*arguments)

    monkeypatch.setattr(choose, "_matched", counting)
    count = 99
    gone = [f"Shop {n} sells shoes number {n}, and keeper {n} shows you advertising." for n in range(count)]
    came = [f"We use photos of kind {n} and posts of kind {n} to train our AI." for n in range(count)]
    old, new = (Document((_HEAD, *(Clause("paragraph", text) for text in texts))) for texts in (gone, came))
    assert find(compare_documents(old, new), old, new)
    assert asked < 10 * count


def _page(*clauses: Clause) -> Document:
    return Document((_HEAD, *clauses, *_FILLER), language="en")


def _paragraph(text: str, *path: str) -> Clause:
    return Clause("paragraph", text, path)


def _row(text: str, label: str, *, column: int = 1, row: int = 1, kind: str = "item") -> Clause:
    heading = "Information categories we use"
    cell = Cell(0, row, column, label if column else "", "", heading if column else "Purpose")
    return Clause(kind, text, ("Purposes", label, heading), cell=cell)  # type: ignore[arg-type]


def _only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1, [f.sentence for f in findings]
    return findings[0]


def test_a_finding_quotes_the_sentence_where_it_stands() -> None:
    """The quote is the very sentence, at its place in its clause, not the paragraph."""
    page = f"The notebook is made of paper. {_TRAINS} It has a red cover."
    result = compared("The notebook is made of paper. It has a red cover.", page)
    quote = _only(result.findings).new
    assert quote is not None
    assert quote.text == _TRAINS
    assert result.new.clauses[quote.clause].text[quote.start :].startswith(quote.text)


def test_a_finding_explains_itself() -> None:
    """Detail, reason for its importance, rule and a plain sentence without blame."""
    finding = _only(compared("", _TRAINS).findings)
    assert (finding.importance, finding.rule) == (3, "ai-training")
    assert finding.importance_reason
    assert finding.sentence.startswith("A new statement speaks of training or improving AI")


def test_a_removed_sentence_is_no_removed_fact() -> None:
    """When the rest of the text still says that AI is trained with content, nothing was removed."""
    other = "Your comments are used to train our artificial intelligence models as well."
    page = _page(_paragraph(_TRAINS), _paragraph(other))
    assert not compare(page, _page(_paragraph(other))).findings


def test_a_delay_that_is_taken_back() -> None:
    """The promise to wait is a statement of its own."""
    old = "We are still delaying our plans to use your posts to train artificial intelligence."
    assert told(compared(old, "")) == ("ai-training removed",)


def test_a_row_moves_to_other_people() -> None:
    """The same row under a line about minors too is news, although its words are not."""
    row = "Develop and improve artificial intelligence on our products with your public posts."
    adults, everyone = (
        "For people over the age of majority",
        "For all people, including those under the age of majority",
    )
    old = compare(_page(_paragraph(adults), _paragraph(row)), _page(_paragraph(everyone), _paragraph(row)))
    assert "ai-training widened" in told(old)


def test_a_new_entry_under_an_old_purpose() -> None:
    """Data that a purpose did not use before widens it, though the entry itself states no purpose."""
    label = "Personalising ads for you"
    first = _row("Posts and comments that you publish", label)
    second = _row("Messages you send and receive, including their content", label)
    assert told(compare(_page(first), _page(first, second))) == ("purpose widened",)


def test_a_denial_that_shrinks_widens() -> None:
    """Fewer words in a denial mean that more is allowed."""
    old = "We do not sell or disclose your personal information to advertisers or data brokers."
    new = "We do not sell or disclose your personal information to data brokers."
    assert told(compared(old, new)) == ("sharing widened",)


def test_a_denial_beside_another_stays_whole() -> None:
    """That training is no longer ruled out takes nothing from "we never sell"."""
    old = "We never sell your data, and we do not use it to train models."
    new = "We never sell your data. We use your posts and photos to train our models."
    assert not any(finding.startswith("sharing") for finding in told(compared(old, new)))


def test_your_data_becomes_your_messages() -> None:
    """A denial about all data that now names one kind only covers less."""
    old = "We do not use your data to show you advertising in the notebook."
    new = "We do not use the content of your chats to show you advertising in the notebook."
    assert told(compared(old, new)) == ("purpose widened",)


def test_one_edit_in_many_places_is_told_once() -> None:
    """The same words put into three sentences are one finding."""
    places = ("kitchen", "garden", "library")
    old = [_paragraph(f"In the {place} we collect text and your phone number.") for place in places]
    new = [
        _paragraph(f"In the {place} we collect text, voice recordings and your phone number.")
        for place in places
    ]
    assert told(compare(_page(*old), _page(*new))) == ("data-collection added",)


def test_a_clause_told_sentence_by_sentence_is_one_finding() -> None:
    """Two sentences of one clause with the same answer are quoted together."""
    text = "You can object to this use. To object, you only need the form in the help centre."
    finding = _only(compared("", text).findings)
    assert finding.new is not None
    assert finding.new.text == text


def test_a_clause_that_names_two_rights_is_two_findings() -> None:
    """Sentences of one clause are one finding only where they name the same things."""
    access = "You have the right to obtain a copy of your drawings."
    complaint = "You also have the right to lodge a complaint with the authority of your country."
    result = compared("", f"{access} {complaint}")
    assert told(result) == ("rights added", "rights added")
    assert {f.new.text for f in result.findings if f.new} == {access, complaint}


def test_a_label_before_a_sentence_is_no_recipient() -> None:
    """A label that comes to a sentence says what it is about, not who gets data."""
    said = "We may share your messages with couriers when a parcel is lost."
    assert not compared(said, f"Police and banks: {said}").findings


def test_what_users_can_do_is_not_gathered() -> None:
    """A sentence on what users can do with a feature states no gathering of data; one on the company does."""
    users = "Some users can turn a voice message into text when they use the symbol beside it."
    assert not compared("", users).findings
    assert told(compared("", "We use your voice message to turn it into text.")) == ("data-collection added",)


def test_a_long_run_of_words_is_no_condition() -> None:
    """What joins a sentence behind "depending on" is told for itself, not as a limit on the rest."""
    said = "We collect your phone number"
    more = "and, depending on the day, your precise location, your photos, your voice and the pages you open"
    assert told(compared(f"{said}.", f"{said} {more}.")) == ("data-collection added",)


def test_sentences_turned_round_are_one_edit() -> None:
    """A sentence told in another order is the old one edited: both are quoted."""
    old = "To detect fraud and spam, our reviewers analyse messages and photos."
    new = "Messages and photos are analysed by our reviewers to detect fraud, spam and also hate speech."
    for finding in compared(old, new).findings:
        assert finding.old is not None


def test_a_clause_put_into_a_sentence_is_read_by_itself() -> None:
    """What an edit adds about another matter is told, although the sentence as a whole is about none."""
    old = "The notebook has chapters that you can read to your friends in the evening."
    new = (
        "The notebook has chapters that you can read to your friends in the evening, and we keep your "
        "personal data to investigate fraud."
    )
    assert told(compared(old, new)) == ("retention added",)


def test_words_that_only_moved_within_a_sentence_state_nothing_new() -> None:
    """A part of a sentence that stands at its other end says what it said."""
    old = "To print a better page for you, Lumora will read the imprecise size of your paper."
    new = "Lumora will read the imprecise size of your paper to print a better page for you."
    assert not compared(old, new).findings


def test_a_rename_hides_no_other_edit() -> None:
    """Where more than the name changed, the sentence is read like any other."""
    old = "Lumora Plus is blue. Lumora Plus is green. We share your notes with partners of Lumora Plus."
    new = old.replace("Plus", "Prime").replace("with partners", "with advertisers and partners")
    assert told(compared(old, new)) == ("sharing widened",)


def test_the_new_name_of_the_company_is_no_rename_of_a_product() -> None:
    """However often it stands there, who is responsible is told."""
    old = (
        "Lumora Limited (“Lumora”, “we” or “us”) makes notebooks. The paper is white. Lumora Limited is old. "
        "Its ink is black. Lumora Limited is small."
    )
    new = old.replace("Lumora Limited", "Lumora Incorporated")
    assert told(compared(old, new)) == ("controller-contact changed",)


def test_a_name_joins_those_who_get_data() -> None:
    """A company without a word for its role is seen where it joins others."""
    old = "We share your notes with partners like Nimbora for printing."
    new = "We share your notes with partners like Nimbora and Quistel for printing."
    finding = _only(compared(old, new).findings)
    assert (finding.category, finding.direction) == ("sharing", "widened")
    german = "Wir teilen deine Notizen mit Partnern."
    assert not compared(german, german.replace("Notizen", "Notizen zur Freude"), "de").findings


def test_a_company_joins_a_list_of_providers() -> None:
    """Its entry has a name and no verb; the heading says what the names have in common."""
    heading = Clause("heading", "Our service providers", depth=2)
    path = ("Lumora privacy policy", "Our service providers")
    first, second = (
        Clause("item", text, path) for text in ("Nimbora: prints the pages", "Quistel: sends the letters")
    )
    assert told(compare(_page(heading, first), _page(heading, first, second))) == ("sharing added",)
    assert told(compare(_page(heading, first), _page(heading, _renamed(first)))) == ("sharing changed",)


def _renamed(clause: Clause) -> Clause:
    return Clause(clause.kind, clause.text.replace("Nimbora", "Vantelle"), clause.path)


def test_a_purpose_in_the_name_of_a_product_is_none() -> None:
    """The word says what the product is called, not what data is used for."""
    old = "We use your notes in products such as Lumora Teams."
    new = "We use your notes in products such as Lumora Ads."
    assert not any(finding.startswith("purpose") for finding in told(compared(old, new)))


def test_a_condition_denies_nothing() -> None:
    """What is not the case in a condition is not ruled out."""
    new = "Even if calls are not recorded, they may be transcribed by us."
    assert "data-collection narrowed" not in told(compared("", new))


def test_an_objection_that_asks_for_a_proof() -> None:
    """What people must give who object is told under the line that speaks of objecting."""
    lead = Clause("paragraph", "If you object to this use of your notes, the form asks you:")
    item = Clause("item", "to give proof, such as a screenshot of the page")
    assert "opt-out narrowed" in told(compare(_page(lead), _page(lead, item)))
    other = Clause("paragraph", "If you win a notebook, the form asks you:")
    assert not compare(_page(other), _page(other, item)).findings


def test_words_of_a_torn_link_are_no_news() -> None:
    """A link that a layout puts on a line of its own leaves its sentence short of words, not of meaning."""
    old = _page(_paragraph("You have the right to object to this processing of your notes."))
    new = _page(_paragraph("You have the right to this processing of your notes."), _paragraph("object to"))
    assert not compare(old, new).findings


def test_a_quote_is_never_longer_than_a_page() -> None:
    """Even an endless sentence is quoted with at most 250 words."""
    long = "We share your posts with our advertising partners " + "and again " * 140
    findings = compare(_page(), _page(_paragraph(long))).findings
    assert findings
    assert all(len(f.new.text.split()) <= 250 for f in findings if f.new)


@pytest.mark.parametrize(
    "text", ["", " ", "?", "a" * 5000, "We share. " * 300, "1 2 3", "\N{RIGHT-TO-LEFT OVERRIDE}x"]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    """Whatever stands in a clause, findings are given or not, without an error."""
    assert compared(text or "x", "A plain sentence.").verdict
    assert compared("A plain sentence.", text or "x").verdict


def test_the_same_text_has_no_findings() -> None:
    """Words that are the same give nothing, moved or not."""
    page = document(_TRAINS)
    moved = Document(tuple(reversed(page.clauses)), language="en")
    assert not compare(page, page).findings
    assert not compare(page, moved).findings


def test_your_own_rule() -> None:
    """A rule is a description and a function of one piece of news."""
    rule = Rule(
        "security/quantum", "security", "The word quantum.", "New: “quantum”.", "",
        lambda news: Claim("added", "quantum", 1, "it is new") if "quantum" in news.unit.words else None,
    )  # fmt: skip
    old, new = document(""), document("All letters rest in a quantum drawer.")
    finding = _only(find(compare_documents(old, new), old, new, rules=[rule]))
    assert (finding.rule, finding.detail) == ("security/quantum", "quantum")


def test_every_rule_says_what_it_does() -> None:
    """Identifiers are unique, and each rule has its description, example and limits."""
    assert len({rule.id for rule in CATALOGUE}) == len(CATALOGUE)
    assert all(rule.looks_for and rule.example and rule.limits for rule in CATALOGUE)


def test_no_finding_on_a_bad_capture() -> None:
    """What differs between a policy and an error page is no change of the policy."""
    bad = Document(
        (Clause("paragraph", _TRAINS),),
        language="en",
        quality=Quality("bad", (Reason("error-page", "An error."),)),
    )
    result = compare(document(""), bad)
    assert (result.verdict, result.findings) == ("broken-capture", ())


def test_every_category_has_its_page(root: Path) -> None:
    """The page of a category names its rules and says what each looks for."""
    folder = root / "docs" / "findings"
    for rule in CATALOGUE:
        page = (folder / f"{rule.category}.md").read_text(encoding="utf-8")
        assert f"`{rule.id}`: {rule.looks_for}" in page
