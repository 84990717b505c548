"""Whose document it is: by which name readers know the author of a text, and where none is certain."""

from __future__ import annotations

import pytest

from policydiff.models import Clause, Document, Link
from policydiff.report.owners import owner

KEEPS = "{} keeps the list of the books that you lend to your neighbours by the shore."


def document(*texts: str, title: str = "Privacy Policy", links: tuple[str, ...] = ()) -> Document:
    """A page of paragraphs, with links in the last one."""
    linked = tuple(Link("here", target, 0) for target in links)
    *first, last = texts
    clauses = (*(Clause("paragraph", one) for one in first), Clause("paragraph", last, links=linked))
    return Document(clauses, title=title, language="en")


def saying(
    name: str, often: int, *others: str, links: tuple[str, ...] = (), title: str = "Privacy Policy"
) -> Document:
    return document(*[KEEPS.format(name)] * often, *others, links=links, title=title)


SHORE = ("https://www.fernleaf.example/list", "https://help.fernleaf.example/list")
LAW = ("https://lolaw.example/1", "https://lolaw.example/2")
LEAF = ("https://cafe-fern.example/a", "https://cafe-fern.example/b")


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (saying("Fernleaf", 3, "Read on.", links=SHORE), "Fernleaf"),
        (saying("Fernleaf", 2, "Read on.", links=SHORE), ""),  # hardly said
        (saying("Café Fern", 3, "Read on.", links=LEAF), "Café Fern"),
        (saying("Fern & Leaf", 3, "Ask post@fern-and-leaf.example."), "Fern & Leaf"),
        (saying("FERNLEAF", 3, "Ask Fernleaf: post@fernleaf.example."), "Fernleaf"),
        (saying("Old Fernleaf", 3, "Ask post@fernleaf.example."), "Old Fernleaf"),
        (saying("The Fernleaf", 3, "Ask post@fernleaf.example."), "Fernleaf"),
        (saying("Fernleaf.com", 3, "Ask post@fernleaf.com."), "Fernleaf.com"),
        (saying("Policy", 3, "Ask post@policy.example."), ""),
        (saying("Leaf", 3, "A leaf is a leaf. Ask post@leaf.example."), ""),  # a common word
        (saying("Fern", 3, "Fern: post@fern.example.", *["Lumora lends."] * 3, "dpo@lumora.example"), ""),
        (saying("Fernleaf", 3, "Read on.", links=(*SHORE, *["https://lumora.example"] * 5)), ""),
        (document(*["We keep your books dry by the shore, as long as you live in the town."] * 20,
                  *["Fernleaf lends."] * 4, links=SHORE), ""),  # too late in the text
        (document(*["Fern lends and keeps your books."] * 5, links=SHORE), "Fern"),
        (document(*["Fern lends. The fern grows."] * 5, links=SHORE), ""),
        (document("The law of lending (“LOL”).", *["The LOL says so."] * 5, links=LAW), ""),
    ],
)  # fmt: skip
def test_a_text_is_of_whom_it_names_as_its_addresses_do(page: Document, name: str) -> None:
    """Letters decide, however the name is written, and no name does that has another one beside it."""
    assert owner(page, "", "").name == name


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (saying("Fernleaf", 4, "Brightwater Ltd runs it.", "Brightwater asks.", links=SHORE),
         "Fernleaf"),
        (saying("Fernleaf", 4, *["Brightwater Ltd runs it."] * 9, links=SHORE), "Brightwater"),
        (saying("Fernleaf", 4, *["Brightwater Ltd runs it."] * 3, "post@brightwater.example", links=SHORE),
         "Brightwater"),
        (saying("Fernleaf", 9, "Fernleaf Holding Ltd runs it.", links=SHORE), "Fernleaf"),
        (document("Brightwater Ltd (“Fernleaf”, “we”) keeps it, as Brightwater Ltd knows. Write to us.",
                  "Ask post@fernleaf.example or post@brightwater.example."), "Fernleaf"),
        (document("Brightwater Ltd (“Brook”, “we”) keeps it, as Brightwater Ltd knows. Write to us.",
                  "Ask post@fernleaf.example or post@brightwater.example."), "Brightwater"),
    ],
)  # fmt: skip
def test_a_name_that_readers_know_stands_for_the_legal_one(page: Document, name: str) -> None:
    """Where the text says it often and the company has no addresses of its own name, or where the text calls
    itself so beside “we”."""
    assert owner(page, "", "").name == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Fernleaf lends.", "Fernleaf"),
        ("See new-Fernleaf, a room.", "Fernleaf Harbour"),
        ("Ask at@Fernleaf, a desk.", "Fernleaf Harbour"),
        ("A fernleaf grows. Fernleaf lends.", "Fernleaf Harbour"),  # a common word
    ],
)
def test_a_company_is_called_by_the_first_word_of_its_name(said: str, name: str) -> None:
    """Where the text says that much more often than the whole, and not as the end of another word."""
    whole = "Fernleaf Harbour Ltd lends, as Fernleaf Harbour Ltd knows."
    assert owner(document(whole, *[said] * 7, "Write to us."), "fernleaf-harbour.example", "").name == name


AGAIN = ("Ask Fernleaf.", "Fernleaf answers.")


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("At Fernleaf, we keep your books dry.", "Fernleaf"),
        ("We are Fernleaf, and keep your books dry.", "Fernleaf"),
        ("Fernleaf takes your privacy seriously.", "Fernleaf"),
        ("Fernleaf is the controller of what you lend.", "Fernleaf"),
        ("Fernleaf keeps your books dry.", ""),
        ("Chez Fernleaf, nous gardons vos livres.", "Fernleaf"),
        ("La société Fernleaf respecte votre vie privée.", "Fernleaf"),
        ("Bei Fernleaf halten wir Ihre Bücher trocken.", "Fernleaf"),
        ("En Europe, nous gardons vos livres.", ""),
        ("At Home, we keep your books dry.", ""),
        ("The Company takes your privacy seriously.", ""),
    ],
)
def test_a_text_is_of_whom_it_introduces(opening: str, name: str) -> None:
    """Where it names them again; without a word that introduces, a sentence may be about anybody."""
    assert owner(document(opening, *AGAIN), "", "").name == name
    if name:
        assert owner(document(opening, "We answer."), "", "").name == ""


def test_a_company_that_says_we_is_named_once() -> None:
    """Between “we” and its address."""
    assert owner(document("We, Fernleaf GmbH, 1 Harbour Street, keep it."), "", "").name == "Fernleaf"


def test_the_end_of_an_address_before_we_is_no_name() -> None:
    """But for what stands before the first comma; nor is the word with which a sentence begins."""
    town = document("Fernleaf, 1 Harbour Street, Northland (“we”).", *["Northland is far."] * 3)
    assert owner(town, "", "").name == ""
    assert owner(document("At Fernleaf (“we”), all is dry.", *AGAIN), "", "").name == "Fernleaf"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (document("This covers fern.eu.", "We use fern.eu.", "On fern.eu we read."), "fern.eu"),
        (document("This covers fern.eu.", "We use fern.eu."), ""),
        (document("This covers fern.eu.", "We use fern.eu.", "On fern.eu.", *["See lumora.com."] * 3), ""),
        (document(*["It is in fernleaf’s list."] * 5, links=SHORE), "fernleaf"),
        (document(*["The fernleaf Privacy Policy says it."] * 5, links=SHORE), "fernleaf"),
        (document(*["It is in a fernleaf."] * 5, links=SHORE), ""),
    ],
)  # fmt: skip
def test_without_a_name_the_site_stands_for_it(page: Document, name: str) -> None:
    """Or a name that is always written in small letters, where something is its own."""
    assert owner(page, "", "").name == name


def test_the_page_s_own_address_decides_between_two() -> None:
    """Where the page stood is known to be its own; a page that names nobody is of its host."""
    links = ("https://fernleaf.example", "https://lumora.example", "https://lumora.example/2")
    page = saying("Fernleaf", 4, "Read on.", *["Lumora lends."] * 1, links=links)
    assert owner(page, "", "").name == ""
    assert owner(page, "www.fernleaf.example", "").name == "Fernleaf"
    assert owner(document("We keep it."), "fernleaf.example", "").name == "fernleaf.example"


def test_the_first_letter_of_another_name_is_none() -> None:
    """“Y” is not the company that is called Y.Fern, whatever its e-mail address."""
    said = ["Y lends.", "Y reads.", "Y keeps.", "Y asks.", "Y answers.", "Ask post@y.fern."]
    assert owner(document(*said), "", "").name == "Y"
    assert owner(document("We lend with Y.Fern LLC.", *said), "", "").name != "Y"


def test_a_name_in_the_title_says_more_than_the_host() -> None:
    """Where nobody else is known, the words of the title that the text says as names name it."""
    page = document("Fernleaf lends. Fernleaf reads.", title="Fernleaf Terms")
    assert "fernleaf" in owner(page, "help.lumora.example", "").names
    assert "fernleaf" not in owner(saying("Lumora", 3, "post@lumora.example"), "", "").names


def test_a_partner_in_the_opening_is_not_the_author() -> None:
    """Where the title names another whom the text names more often."""
    links = ("https://www.lumora.example/1", "https://www.lumora.example/2")
    guide = saying(
        "Fernleaf", 5, *["In Lumora, open the settings."] * 3, links=links, title="The Fernleaf Guide"
    )
    assert owner(guide, "", "").name != "Lumora"
