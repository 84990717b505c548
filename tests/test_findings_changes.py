"""Findings on made-up policies: what every finding owes its reader, and what stays silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from policydiff.diff import compare_documents
from policydiff.findings import RULES
from policydiff.findings.assess import changes_in_order
from policydiff.findings.direction import mirrored
from policydiff.models import Clause, Document, Quality, Reason
from policydiff.workflows.comparing import compare
from tests.findings import compared, document

if TYPE_CHECKING:
    from pathlib import Path

_TRAINS = "We use the photos you post publicly to train our artificial intelligence models."
_SHARES = "We share your email address with our advertising partners."


def test_a_finding_quotes_the_sentence_where_it_stands() -> None:
    """The quote is the very sentence, at its place in its clause, not the paragraph."""
    page = f"The notebook is made of paper. {_TRAINS} It has a red cover."
    result = compared("The notebook is made of paper. It has a red cover.", page)
    assert result.findings
    for finding in result.findings:
        assert finding.new is not None
        assert finding.new.text == _TRAINS
        assert result.new.clauses[finding.new.clause].text[finding.new.start :].startswith(_TRAINS)


def test_a_plain_promise_to_train_is_told() -> None:
    """What no reader would overlook: its matter, its direction, its words, and that it matters."""
    found = compared("", _TRAINS).findings
    assert ("ai-training", "added") in {(one.category, one.direction) for one in found}
    assert max(one.importance for one in found) >= 2
    assert all(one.sentence == f"New: “{_TRAINS}”" for one in found)


def test_a_finding_explains_itself() -> None:
    """Each says why it has its importance and which kind it is of."""
    kinds = {kind.id for kind in RULES}
    for finding in compared("", f"{_TRAINS} {_SHARES}").findings:
        assert finding.importance_reason
        assert finding.rule in kinds


def test_a_promise_that_is_gone_is_told_as_gone() -> None:
    """A deleted denial is told behind "Gone", with its "never", and never as a narrowing."""
    said = "We never sell your personal data to third parties."
    old, new = (f"The leaflet is the edition of {year}." for year in (2031, 2032))
    found = [one for one in compared(f"{old} {said}", new).findings if one.category == "sharing"]
    assert found
    assert all(one.sentence == f"Gone: “{said}”" for one in found)
    assert {one.direction for one in found} == {"removed"}


def test_words_that_only_moved_within_a_page_are_no_news() -> None:
    """The same sentences in another order, in one clause or in two."""
    assert not compared(f"{_TRAINS} {_SHARES}", f"{_SHARES} {_TRAINS}").findings
    page = document(_TRAINS)
    assert not compare(page, page).findings
    assert not compare(page, Document(tuple(reversed(page.clauses)), language="en")).findings


def test_a_quote_is_never_longer_than_a_page() -> None:
    """Even an endless sentence is quoted with at most 250 words."""
    long = "We share your posts with our advertising partners " + "and again " * 140
    for finding in compared("", long).findings:
        assert finding.new is not None
        assert len(finding.new.text.split()) <= 250


def test_a_cell_is_told_with_its_row_and_column() -> None:
    """A word in a table says nothing without what it stands under."""
    table = "| Why we use data | Legal basis |\n| --- | --- |\n| Training AI | {} |\n"
    page = "# Lumora privacy policy\n\nThis is the privacy policy of Lumora. We wrote it for everybody.\n\n"
    sides = [(page + table.format(basis)).encode() for basis in ("Your consent", "Our legitimate interests")]
    for finding in compare(*sides).findings:
        assert "Training AI" in finding.sentence
        assert "Legal basis" in finding.sentence


def _table(*rows: str) -> bytes:
    head = "# Lumora privacy policy\n\nThis is the privacy policy of Lumora. We wrote it for everybody.\n\n"
    return (head + "\n".join(rows) + "\n").encode()


@pytest.mark.parametrize(
    ("before", "now", "direction"),
    [("No", "Yes", "widened"), ("Yes", "No", "narrowed")],
)
def test_an_answer_in_a_table_is_told(before: str, now: str, direction: str) -> None:
    """Although both words stand in the table anyway."""
    rows = "| Kind of data | Sold or shared? |", "| --- | --- |", "| Names | Yes |", "| Inferences | No |"
    sides = [_table(*rows, f"| Location data | {answer} |") for answer in (before, now)]
    result = compare(*sides)
    assert result.verdict == "substantive"
    (told,) = result.findings
    assert (told.category, told.direction) == ("sharing", direction)
    assert told.importance >= (3 if now == "Yes" else 2)
    assert f"{before} → {now}" in told.sentence


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Based on Art. 6(1)({}) GDPR we send letters."),
        ("de", "Wir werben nach Art. 6 Abs. 1 lit. {} DSGVO."),
        ("de", "Wir werben nach Art. 6 Abs. 1 S. 1 lit. {} DSGVO."),
        ("fr", "Nous envoyons des lettres sur le fondement de l’article 6, 1, {}) du RGPD."),
        ("es", "Enviamos cartas con arreglo al artículo 6.1.{}) del RGPD."),
    ],
)
def test_another_letter_of_article_6_is_another_legal_basis(language: str, text: str) -> None:
    """The six letters of Article 6(1) of the GDPR are the six legal bases."""
    (told,) = compared(text.format("a"), text.format("f"), language).findings
    assert (told.category, told.importance) == ("legal-basis", 2)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        pytest.param(
            "We keep it while you pay $5 per month.", "We keep it while you pay $6 per month.", id="a price"
        ),
        pytest.param("You may send 10 GB per month.", "You may send 5 GB per month.", id="a size"),
        pytest.param(
            "Write to us (mailto:ask@lumora.example).", "Write to us ask@lumora.example.", id="an address"
        ),
        pytest.param(
            "Write to us as told in Section 10 and we delete data of children under the age of 16.",
            "Write to us as told in Section 11 and we delete data of children under the age of 16.",
            id="a section",
        ),
        pytest.param("Write to ask [at] lumora [dot] example.", "Write to ask@lumora.example.", id="masked"),
        pytest.param("Write to ask@lumora.example.", "Write to [email protected].", id="hidden from robots"),
        pytest.param(
            "Write to Lumora LLC, 7 Mill Lane Oxbow.",
            "Write to Lumora LLC7 Mill LaneOxbow.",
            id="other blanks",
        ),
        pytest.param("We collect your lettres.", "We collect your lettrés.", id="a slip"),
        pytest.param("© 2031 Lumora Ltd", "© 2032 Lumora Ltd", id="a year of rights"),
        pytest.param("Last updated: 7 April 2031", "In force since: 7 April 2031", id="before the same date"),
        pytest.param(
            "If you use an app we make, we collect your height.",
            "If you use an app that we make, we collect your height.",
            id="that",
        ),
        pytest.param("We updated our Privacy Policy on 7 April 2025.", "", id="an old strip"),
        pytest.param("", "We updated our Privacy Policy on 7 April 2025.", id="a new strip"),
    ],
)
def test_what_says_nothing_else_is_no_change_of_substance(before: str, now: str) -> None:
    """Prices, spellings of an address, empty words, strips that tell of an update."""
    assert not compared(before, now).findings


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ("We keep it for 5 months.", "We keep it for 6 months."),
        ("Write to us: ask@lumora.example.", "Write to us: ask@brambleway.example."),
        (
            "If you have a question about a leaflet of ours, write to ask@lumora.example.",
            "If you have a question about a leaflet of ours, write to us by the form in our shop.",
        ),
        ("Lumora Ltd is responsible for your data.", "Lumora Holdings Ltd is responsible for your data."),
        ("Lumora, Inc. is responsible for your data.", "Lumora, LLC is responsible for your data."),
        ("Last updated: 7 April 2031", "Last updated: 8 April 2031"),
    ],
)
def test_what_says_something_else_is_told(before: str, now: str) -> None:
    """The same with one word that matters."""
    assert compared(before, now).findings


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        pytest.param("Our mills are certified by PCI-DSS.", "", "security removed", id="a standard"),
        pytest.param("", "Unsere Mühlen sind nach ISO 27001 zertifiziert.", "security added", id="another"),
        pytest.param("", "EU Representative: Birch and Alder", "controller-contact added", id="an office"),
        pytest.param(
            "We do not use your data to show you ads.",
            "We do not use the contents of your letters to show you ads.",
            "purpose widened",
            id="a promise that covers less",
        ),
        pytest.param(
            "We may share your name if we believe that it helps.",
            "We may share your name or the contents of your messages if we believe that it helps.",
            "sharing widened",
            id="data that is shared",
        ),
        pytest.param(
            "Addresses of parents (which is the only data that we collect from children) keep accounts safe.",
            "Addresses of parents keep accounts safe.",
            "data-collection widened",
            id="the only data",
        ),
    ],
)
def test_facts_that_no_reader_weighs(before: str, now: str, told: str) -> None:
    """A standard of security, a name to turn to, a denial of less than all: each is told, and mirrored."""
    assert told in {f"{one.category} {one.direction}" for one in compared(before, now).findings}
    category, _, way = told.partition(" ")
    turned = {f"{one.category} {mirrored(one.direction)}" for one in compared(now, before).findings}
    assert f"{category} {way}" in turned


def test_a_standard_that_the_other_text_names_too_is_no_fact_of_its_own() -> None:
    """Where the certificate is told of in other words nothing came or went."""
    old = "Our mills are certified by PCI-DSS."
    new = "Whoever grinds for us holds a certificate of PCI DSS, a rule of the card industry."
    assert "security" not in {one.category for one in compared(old, f"{new} {new}").findings}


def test_a_weaker_promise_stands_on_top() -> None:
    """And one that covers more does not."""
    all_, some = (f"We do not use {what} to show you ads." for what in ("your data", "your old letters"))
    assert [one.importance for one in compared(all_, some).findings] == [3]
    assert max(one.importance for one in compared(some, all_).findings) >= 2


def test_another_company_is_a_matter_for_an_article() -> None:
    """A name with a legal form that the other text holds nowhere; another house in the same street is a
    detail."""
    company = "Lumora is run by Birch SAS, 7 Mill Lane, Oxbow, Norway."
    pairs = ("", company), (company, ""), (company, company.replace("7 Mill", "8 Mill"))
    told = [{one.importance for one in compared(old, new).findings} for old, new in pairs]
    assert told == [{2}, {2}, {1}]


def test_sharing_without_the_condition_it_hung_on_stands_on_top() -> None:
    """The whole of it hung on a plan; nothing else changed."""
    said = "e may share some personal information with advertising companies in order to select adverts."
    before, now = (f"The leaflet is the edition of {year}." for year in (2031, 2032))
    limited, free = f"{before} If you choose a plan with adverts, w{said}", f"{now} W{said}"
    there, back = (
        [one for one in compared(*sides).findings if one.category == "sharing"]
        for sides in ((limited, free), (free, limited))
    )
    assert [(one.direction, one.importance) for one in there] == [("widened", 3)]
    assert [one.direction for one in back] == ["narrowed"]


def test_data_without_an_act_or_a_recipient_are_not_shared() -> None:
    """A sentence of nothing but data, below one on what is collected."""
    head = "We process what your request needs: your name, your address, the product."
    health = "Where it is needed, the data on the state of your health."
    found = compared(f"{head} {health}", head).findings
    assert "sharing" not in {one.category for one in found}


_ON_TOP = "We share your precise location, your age and your voice recordings with advertisers."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"For members in Norway, all of this is done by hand. {_ON_TOP}", id="for whom"),
        pytest.param(f"({_ON_TOP})", id="a remark"),
        pytest.param("“Partners” are advertisers with whom we share your precise location.", id="a term"),
        pytest.param("Some of these share your precise location with advertisers.", id="leans"),
        pytest.param(
            "We may share your information with other third parties with your permission.", id="vague"
        ),
    ],
)
def test_what_cannot_be_understood_alone_is_never_on_top(text: str) -> None:
    """The same matter in a sentence that needs another one, defines a word or says nothing of its own."""
    assert 3 in {one.importance for one in compared("", _ON_TOP).findings}
    about = [one for one in compared("", text).findings if one.category == "sharing"]
    assert all(one.importance < 3 for one in about)


def test_a_period_in_another_language_than_the_page() -> None:
    """The second half of a page is in French; the page counts as English."""
    english = "We keep your notes until you delete them. You can write to us. We are a small shop. " * 3
    french = "Nous conservons vos notes et leurs sauvegardes pendant {} jours."
    (told,) = compared(english + french.format(30), english + french.format(180)).findings
    assert (told.category, told.importance) == ("retention", 2)


def test_statements_on_one_matter_are_one_finding() -> None:
    """In whatever sections they stand: the weightiest first, the others behind it, all of them quoted."""
    said = [
        "We share your precise location with advertisers.",
        "We share your email address with data brokers.",
        "We share your photos with our advertising partners.",
    ]
    sections = [f"## Part {number}\n\nThe notebook is made of paper." for number in range(3)]
    before = _table(*(line for part in sections for line in (part, "")))
    now = _table(*(line for part, one in zip(sections, said, strict=True) for line in (part, "", one, "")))
    told = [one for one in compare(before, now).findings if one.category == "sharing"]
    assert sum(max(1, len(one.statements)) for one in told) >= len(said)
    assert len(told) < len(said)
    for finding in told:
        assert finding.new is not None
        for statement in finding.statements:
            assert statement.new is not None
            assert statement.new.text in finding.new.text


def test_the_statement_that_matters_most_leads() -> None:
    """Not the first one of its passage, and none that leans on another."""
    weak = "This also refines over time. Our systems are described in a brochure."
    (told,) = [one for one in compared("", f"{weak} {_TRAINS}").findings if one.category == "ai-training"]
    assert told.sentence == f"New: “{_TRAINS}”"


def test_what_a_finding_is_about_is_never_left_out_of_its_quote() -> None:
    """Of a long sentence on many things the clause on training AI stays."""
    long = (
        "We use the pictures that you post in our rooms to show them to the people that you chose,"
        " to share them on paper and on cloth with those who order them in one of our many shops,"
        " to keep copies of them in our cellars in the north and in the south of the country,"
        " to share them with the halls of the towns that ask for them in spring and in autumn,"
        " to keep them in leather for the libraries of the valleys and of the islands behind them,"
        " to share them in autumn with the painters of the hills who ask for them in their letters,"
        " to train artificial intelligence models, and to make a book of them every year in May."
    )
    (told,) = [one for one in compared("", long).findings if one.category == "ai-training"]
    assert "to train artificial intelligence models" in told.sentence
    assert "…" in told.sentence


def test_how_much_of_a_statement_is_said_elsewhere_in_other_words() -> None:
    """`StatementChange.share_said` sees it in what neighbouring sentences hold together."""
    said, other = _SHARES, "The notebook is made of paper. It has a red cover and forty pages."
    still = "With advertising partners we work closely. We share much: your email address, for one."
    shares = []
    for page in (other, still):
        before, after = document(page), document(f"{page} {said}")
        read = changes_in_order(compare_documents(before, after), before, after)
        assert read is not None
        shares += [one.share_said for one in read.changes if one.statement.text == said]
    assert shares[0] == 0
    assert shares[1] > 0.5


@pytest.mark.parametrize(
    ("before", "kinds"),
    [("9 Quay Lane, Portown", ["edited"]), ("Beacon House", ["gone", "new"])],
)
def test_an_address_takes_the_place_of_an_address(before: str, kinds: list[str]) -> None:
    """The line below one that stays; of two lines of which one has no number neither was edited."""
    old, new = (
        Document(
            tuple(Clause("paragraph", text) for text in ("Write to our office:", line, _SHARES)),
            language="en",
        )
        for line in (before, "12 High Street, Oldham")
    )
    read = changes_in_order(compare_documents(old, new), old, new)
    assert read is not None
    assert sorted(one.kind for one in read.changes) == kinds


def test_no_act_of_the_company_that_is_gone_stands_on_top() -> None:
    """It is most often said elsewhere in other words; a right that is gone may."""
    old, new = (f"{_TRAINS} The leaflet is the edition of {year}." for year in (2031, 2032))
    found = [one for one in compared(f"{old} {_SHARES}", new).findings if one.category == "sharing"]
    assert [one.direction for one in found] == ["removed"]
    assert all(one.importance < 3 for one in found)


def test_words_that_no_longer_lead_to_a_right() -> None:
    """A link that is gone while its words stay is told; where all links are gone the recorder lost them."""
    linked, bare = (
        "You can [opt out here](https://lumora.example/optout) at any time.",
        "You can opt out here at any time.",
    )
    other = "Read about [paper](https://lumora.example/paper) and [ink](https://lumora.example/ink)."
    (told,) = compare(_table(linked, "", other), _table(bare, "", other)).findings
    assert (told.category, told.direction, told.link_old) == (
        "opt-out",
        "removed",
        "https://lumora.example/optout",
    )
    assert "no longer lead" in told.sentence
    (turned,) = compare(_table(bare, "", other), _table(linked, "", other)).findings
    assert (turned.direction, turned.link_new) == ("added", "https://lumora.example/optout")
    assert "lead for the first time" in turned.sentence
    button = linked.replace("https://lumora.example/optout", "#")
    (dead,) = compare(_table(linked, "", other), _table(button, "", other)).findings
    assert (dead.sentence, dead.link_old, dead.link_new) == (told.sentence, told.link_old, "")
    lost = "Read about paper and ink."
    assert not compare(_table(linked, "", other), _table(bare, "", lost)).findings


@pytest.mark.parametrize(
    ("before", "now", "importance"),
    [
        pytest.param(
            "https://lumora.example/form/1", "https://lumora.example/forms/objection", 3, id="another form"
        ),
        pytest.param(
            "https://lumora.example/object",
            "mailto:privacy@lumora.example",
            3,
            id="a form became a mail address",
        ),
        pytest.param(
            "https://lumora.example/object", "https://lumora.new.example/object", 1, id="a renamed domain"
        ),
        pytest.param(
            "https://lumora.example/help/contact/4418",
            "https://lumora.example/help/request/9902",
            3,
            id="a form below the pages of help",
        ),
        pytest.param(
            "https://help.lumora.example/1234", "https://help.lumora.example/98765", 1, id="a page of help"
        ),
        pytest.param(
            "https://lumora.example/forms/objection",
            "https://lumora.example/help/on-our-ai",
            3,
            id="a form became a page of help",
        ),
        pytest.param("/forms/objection", "/forms/feedback", 3, id="saved without the address of the site"),
    ],
)
def test_what_an_exchanged_address_is_worth(before: str, now: str, importance: int) -> None:
    """Another form is on top; the same page under another name, and pages of help, never are."""
    sides = [_table(f"You can [object to it here]({target}) at any time.") for target in (before, now)]
    (told,) = compare(*sides).findings
    assert told.importance == importance


def test_another_way_to_write_to_is_never_on_top() -> None:
    """A link that says nothing of objecting, in a sentence that names a choice among others."""
    said = "To opt out or with any other wish, [contact us]({}) at any time."
    sides = [_table(said.format(f"https://lumora.example/{where}")) for where in ("talk/1", "desk/request/2")]
    (told,) = compare(*sides).findings
    assert (told.category, told.importance) == ("opt-out", 2)


_KEPT = "".join(
    f"<p>We keep the {thing} of our guests for as long as they use the service, and no longer.</p>"
    for thing in "letters parcels photographs postcards drawings maps notebooks recordings".split()
)
_LED = "You can object to the use of your posts for the training of AI at any time."


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(f"<p>{_LED}</p><p><a href='/forms/1'>Object here</a></p>", id="below what it is for"),
        pytest.param(
            f"<h2>Your rights</h2><p>{_LED}</p><p><a href='/forms/1'>Fill in our form</a>.</p>",
            id="words that point",
        ),
        pytest.param("<h2>Right to object</h2><p><a href='/forms/1'>Use this form</a></p>", id="a heading"),
        pytest.param(
            "<h2>Your rights</h2><p>You can object:</p><ul><li><a href='/forms/2'>Ask for a copy</a>"
            "<li><a href='/forms/1'>Object</a></ul>",
            id="in a list",
        ),
        pytest.param("<p>To object, <a href='/forms/1'>use this form</a>.</p>", id="in a sentence"),
    ],
)
def test_a_link_that_is_all_of_its_line_is_told_by_what_leads_to_it(part: str) -> None:
    """Another form behind "Object here" under a sentence on the right to object is news."""
    old, new = (
        f"<html lang=en><title>Privacy policy</title><main><h1>Privacy policy</h1>{_KEPT}{side}</main></html>"
        for side in (part, part.replace("/forms/1", "/forms/9"))
    )
    (told,) = compare(old.encode(), new.encode()).findings
    assert (told.category, told.link_old, told.link_new) == ("opt-out", "/forms/1", "/forms/9")


@pytest.mark.parametrize("lead", ["Fill in this form", "Remplissez ce formulaire", "Formular ausfüllen"])
def test_a_form_to_fill_in_is_told_under_any_heading(lead: str) -> None:
    """Whatever a form is for: what it asks and whom it reaches lies behind its address."""
    part = f"<h2>How to reach us</h2><p><a href='https://forms.example/1'>{lead}</a></p>"
    sides = (part, part.replace("/1'", "/9'"), part.replace("forms.", "pages.").replace(lead, "Read more"))
    olds, news, others = (f"<main><h1>Privacy policy</h1>{_KEPT}{side}</main>".encode() for side in sides)
    told = compare(olds, news)
    assert told.verdict == "cosmetic"
    assert "without consequence" not in told.reasons[0].sentence
    assert [link.matters for change in told.diff.changes for link in change.links] == [True]
    same = compare(others, others.replace(b"/1'", b"/9'"))
    assert not any(link.matters for change in same.diff.changes for link in change.links)


def test_a_short_footnote_is_no_statement_of_the_section_above_it() -> None:
    """It says something of the sentence with its mark; a long one counts, and a line without a mark."""
    old = "<h2>Cookies</h2><p>We keep cookies for 13 months.</p><h2>Your rights</h2><p>You may object.</p>"
    marked = old.replace("13", "13<sup>1</sup>")
    head = "<main><h1>Privacy policy</h1>" + _KEPT
    for note, told in (
        ("1 From your last visit.", False),
        ("1 You may no longer ask for a copy of your data or have it erased by us.", True),
        ("2 We sell your location data.", True),
    ):
        new = f"{head}{marked}<p>{note}</p></main>"
        found = compare(f"{head}{old}</main>".encode(), new.encode()).findings
        assert bool(found) is told, note


@pytest.mark.parametrize(
    "part",
    [
        "<h2>Our shop</h2><p><a href='/forms/1'>Use this form</a></p>",
        "<p>We print letters.</p><p><a href='/forms/1'>Read more</a></p>",
    ],
)
def test_a_line_that_is_a_link_to_something_else_is_no_news(part: str) -> None:
    """A form for orders is none for a right."""
    sides = (part, part.replace("/forms/1", "/forms/9"))
    old, new = (f"<html lang=en><main><h1>Privacy policy</h1>{_KEPT}{side}</main></html>" for side in sides)
    assert not compare(old.encode(), new.encode()).findings


@pytest.mark.parametrize(
    "text", ["", " ", "?", "a" * 5000, "We share. " * 300, "1 2 3", "\N{RIGHT-TO-LEFT OVERRIDE}x"]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    """Whatever stands in a clause, findings are given or not, without an error."""
    assert compared(text or "x", "A plain sentence.").verdict
    assert compared("A plain sentence.", text or "x").verdict


def test_no_finding_on_a_bad_capture() -> None:
    """What differs between a policy and an error page is no change of the policy."""
    bad = Document(
        (Clause("paragraph", _TRAINS),),
        language="en",
        quality=Quality("bad", (Reason("error-page", "An error."),)),
    )
    result = compare(document(""), bad)
    assert (result.verdict, result.findings) == ("broken-capture", ())


def test_every_kind_says_what_it_is() -> None:
    """Identifiers are unique, and each kind has its description, example and limits."""
    assert len({kind.id for kind in RULES}) == len(RULES)
    assert all(kind.looks_for and kind.example and kind.limits for kind in RULES)


def test_every_category_has_its_page(root: Path) -> None:
    """The page of a category names its kinds and says what each tells."""
    folder = root / "docs" / "findings"
    for kind in RULES:
        page = (folder / f"{kind.category}.md").read_text(encoding="utf-8")
        assert f"`{kind.id}`: {kind.looks_for}" in page


@pytest.mark.parametrize(
    "text",
    [
        "From 1 July 2031 we share your address with advertising partners.",
        "Advertising partners receive your address from 1 July 2031.",
    ],
)
def test_a_day_on_which_a_use_begins_dates_no_policy(text: str) -> None:
    """What is done from then on is the news, and the verdict says that it is one."""
    comparison = compared("", text)
    assert comparison.verdict == "substantive"
    assert {one.category for one in comparison.findings} == {"sharing"}


@pytest.mark.parametrize(
    "text",
    [
        "This policy takes effect on 1 July 2031 and says how we use your data.",
        "We last updated this policy on 1 July 2031 to say how we collect your data.",
    ],
)
def test_a_day_of_the_text_stays_one(text: str) -> None:
    """Though it speaks of what is done with data."""
    assert {one.category for one in compared("", text).findings} == {"effective-date"}
