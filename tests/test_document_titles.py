"""Which document a text is: the line that is its title, and how it is printed."""

from __future__ import annotations

import pytest

from policydiff.models import Clause, Document, Link
from policydiff.report.document_titles import as_written, title

LINK = (Link("Privacy Policy", "https://fernleaf.example/privacy", 0),)
TEXT = (
    "Fernleaf lends books, and LILO Fernleaf keeps your privacy, as this Privacy Policy and the notice say."
)


def page(*texts: str, titled: str = "", links: tuple[Link, ...] = ()) -> Document:
    clauses = tuple(Clause("paragraph", text, links=links) for text in texts)
    return Document(clauses, title=titled, language="en")


@pytest.mark.parametrize(
    ("document", "found"),
    [
        (page("Privacy Policy", TEXT), "Privacy Policy"),
        (page("Last updated: 2 May 2031", "Fernleaf Privacy Notice", TEXT), "Fernleaf Privacy Notice"),
        (page("Privacy Policy", TEXT, titled="Table of contents"), "Privacy Policy"),
        (page("Privacy Policy", TEXT, titled="How we read"), "How we read"),
        (
            page(TEXT, titled="Your personal data: what is kept of it"),
            "Your personal data: what is kept of it",
        ),
        (page(TEXT, titled="A library that keeps your privacy"), ""),  # praise
        (page(TEXT, titled="At Fernleaf we keep your privacy for you"), ""),
        (page("Privacy Policy", TEXT, links=LINK), ""),  # leads to another page
        (page("Changes to the Privacy Policy:", TEXT), ""),
        (page("This is the Privacy Policy of Fernleaf.", TEXT), ""),
        (page("Your privacy", TEXT), ""),  # says no kind of document
        (page("Delivery Policy", TEXT), ""),
        (page(*[TEXT] * 5, "Privacy Policy"), ""),  # too far down
    ],
)
def test_a_line_at_the_top_is_a_title_where_no_heading_is(document: Document, found: str) -> None:
    """A short one that names a document of our kind, leads nowhere and is no sentence."""
    assert title(document) == found


@pytest.mark.parametrize(
    ("titled", "shown"),
    [
        ("Privacy Policy", "Privacy Policy"),
        ("PRIVACY POLICY", "Privacy policy"),
        ("FERNLEAF PRIVACY POLICY", "Fernleaf privacy policy"),
        ("PRIVACY NOTICE OF LILO", "Privacy notice of LILO"),  # the text writes it so
        ("LUMORA PRIVACY POLICY", "LUMORA PRIVACY POLICY"),  # a name that the text never says
        ("FERNLEAF BOOKS NOTICE", "FERNLEAF BOOKS NOTICE"),  # whose name may be longer
        ("GDPR", "GDPR"),
        ("Web &. Mobile Privacy Notice", "Web & Mobile Privacy Notice"),
        ("Policy:Privacy notice", "Privacy notice"),
        ("Privacy Notice (the “Notice”)", "Privacy Notice"),
        ("Privacy Notice (printed)", "Privacy Notice (printed)"),
        ("Privacy notice.", "Privacy notice"),
        ("[Privacy Notice]", "Privacy Notice"),
        ("Privacy. Notice.", "Privacy. Notice."),
    ],
)
def test_a_title_is_printed_as_people_write_it(titled: str, shown: str) -> None:
    """What is not of the title goes, and capitals throughout, but for names and where nobody can tell."""
    assert as_written(titled, page(TEXT)) == shown


def test_capitals_without_accents_get_those_of_the_text() -> None:
    """As the same words have there; an address is no word of the text."""
    text = (
        "La politique de confidentialité de Fernleaf, à lire sur fernleaf.example ou post@fernleaf.example."
    )
    assert (
        as_written("POLITIQUE DE CONFIDENTIALITE FERNLEAF", page(text))
        == "Politique de confidentialité Fernleaf"
    )
