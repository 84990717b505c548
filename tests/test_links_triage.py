"""Links that changed: which of them matter."""

from __future__ import annotations

import pytest

from policydiff import Clause, Document, Link, compare_documents
from policydiff.diff.addresses import noise
from policydiff.diff.link_changes import leading_to_rights


def linked(text: str, anchor: str, target: str) -> Document:
    """A document of one clause with one link."""
    return Document((Clause("paragraph", text, links=(Link(anchor, target, text.index(anchor)),)),))


OBJECT = "You have the right to object to this use."
NEWS = {
    "the form for objections": (OBJECT, "object", "https://a.example/contact/1", "https://b.example/contact/2"),
    "a form on the same host": (OBJECT, "object", "https://a.example/help/635911", "https://a.example/help/233964"),
    "opting out": ("You can opt out here.", "opt out", "https://a.example/optout", "https://a.example/settings"),
    "here, in a sentence about a right": (
        "To delete your account, click here.", "here", "https://a.example/d", "https://a.example/x",
    ),
    "here, behind a sentence about a right": (
        "You may withdraw your consent. Please use this form.", "this form", "https://a.example/1", "https://a.example/2",
    ),
    "the officer's address": (
        "Contact our data protection officer.", "data protection officer",
        "mailto:dpo@a.example", "mailto:info@a.example",
    ),
    "earlier versions": ("See previous versions.", "previous versions", "https://a.example/old", "https://a.example/"),
    "download": ("You can download your data.", "download your data", "https://a.example/dl", "https://a.example/help"),
    "French": ("Vous pouvez vous opposer ici.", "ici", "https://a.example/form/1", "https://a.example/form/2"),
    "German": ("Sie können der Nutzung widersprechen.", "widersprechen", "https://a.example/1", "https://a.example/2"),
    "Spanish": ("Puede oponerse en este formulario.", "este formulario", "https://a.example/1", "https://a.example/2"),
    "Polish": ("Możesz wnieść sprzeciw tutaj.", "tutaj", "https://a.example/1", "https://a.example/2"),
    "without its host": (OBJECT, "object", "/f?id=4", "https://a.example/f?id=5"),
    "another form, seen from its folder": (OBJECT, "object", "object.html", "https://a.example/privacy/new.html"),
    "from the root, not from its folder": (OBJECT, "object", "/object", "https://a.example/privacy/object"),
    "by mail": (OBJECT, "object", "mailto:object@a.example", "https://a.example/object@a.example"),
    "a form that is named, in the place of one behind a token": (
        OBJECT, "object", "https://a.example/f/Ab3dE5gH7jK9mN1p", "https://a.example/f/object",
    ),
    "a button without an address": ("Use this form to object.", "form", "https://a.example/f", "#"),
    "an e-mail behind any words": (
        "You can object by dropping us a line.", "dropping us a line",
        "mailto:object@a.example", "mailto:info@a.example",
    ),
    "an address that says so": ("See the page.", "page", "https://a.example/opt-out", "https://a.example/home"),
}  # fmt: skip
NOISE = {
    "a help page": ("We show ads.", "ads", "https://a.example/help/1", "https://a.example/help/2"),
    "learn more": ("Learn more", "Learn more", "https://a.example/why", "https://a.example/because"),
    "here, about nothing in particular": ("Our shop is here.", "here", "https://a.example/1", "https://a.example/2"),
    "a token in the form's address": (
        OBJECT, "object", "https://a.example/f?token=Ab3dE5gH7jK9mN1p", "https://a.example/f?token=Zz9yX8wV7uT6sR5q",
    ),
    "a token in the path": (
        "See your privacy settings.", "privacy settings",
        "https://a.example/r/w.v1.3f7694c7-e95a-4eec-9045-029fc55bad57/settings",
        "https://a.example/r/w.v1.c5657eca-484b-4049-a4e9-aa891993f8d6/settings",
    ),
    "a redirector with a token that came": (
        "Opt out", "Opt out", "https://a.example/r/3f7694c7e95a4eec/settings/ads", "https://a.example/settings/ads",
    ),
    "tracking": (OBJECT, "object", "https://a.example/f?utm_source=x", "https://a.example/f?utm_source=y&ref=dp"),
    "a language in the path": (OBJECT, "object", "https://a.example/en-us/f", "https://a.example/de/f"),
    "a language in the query": (OBJECT, "object", "https://a.example/f?hl=en", "https://a.example/f?hl=en-GB"),
    "http and a slash": (OBJECT, "object", "http://www.a.example/f", "https://a.example/f/"),
    "a version": ("Previous version", "Previous version", "https://a.example/version/12", "https://a.example/version/13"),
    "without its host": (OBJECT, "object", "/f?id=4#form", "https://a.example/f?id=4#form"),
    "seen from its folder": (OBJECT, "object", "forms/object.html", "https://a.example/privacy/forms/object.html"),
    "seen from a folder below": (OBJECT, "object", "https://a.example/object?id=4", "../object?id=4"),
    "a script on both sides": ("Use this form to object.", "form", "javascript:open(1)", "#"),
}  # fmt: skip


@pytest.mark.parametrize("name", NEWS)
def test_a_target_behind_a_right_matters(name: str) -> None:
    """No word changes, and yet it is news."""
    text, anchor, old, new = NEWS[name]
    (change,) = compare_documents(linked(text, anchor, old), linked(text, anchor, new)).changes
    (link,) = change.links
    assert change.kind == "unchanged"
    assert (link.old and link.old.target, link.new and link.new.target) == (old, new)
    assert link.matters, link.reason
    assert link.reason.startswith("leads to a right: ")


@pytest.mark.parametrize("name", NOISE)
def test_noise_is_told_and_does_not_matter(name: str) -> None:
    """The difference is on record, with a reason why it is noise."""
    text, anchor, old, new = NOISE[name]
    (change,) = compare_documents(linked(text, anchor, old), linked(text, anchor, new)).changes
    (link,) = change.links
    assert not link.matters
    assert link.reason


def test_a_link_that_went_from_the_same_words_matters() -> None:
    """The words promise the form, the link is gone."""
    plain = Document((Clause("paragraph", OBJECT),))
    (change,) = compare_documents(linked(OBJECT, "object", "https://a.example/f"), plain).changes
    assert [(link.new, link.matters) for link in change.links] == [(None, True)]
    (back,) = compare_documents(plain, linked(OBJECT, "object", "https://a.example/f")).changes
    assert [(link.old, link.matters) for link in back.links] == [(None, True)]


def test_equal_links_are_not_listed() -> None:
    """Neither is a link whose text changed while its address stayed."""
    old = linked("You may object here.", "object", "https://a.example/f")
    assert compare_documents(old, old).changes[0].links == ()
    new = linked("You may object here.", "object here", "https://a.example/f")
    assert compare_documents(old, new).changes[0].links == ()


def test_two_links_with_the_same_text_pair_in_order() -> None:
    """Of two links "here" only the one that changed is listed."""

    def page(first: str, second: str) -> Document:
        text = "Object here. Complain here."
        places = text.index("here"), text.rindex("here")
        links = tuple(
            Link("here", target, place) for target, place in zip((first, second), places, strict=True)
        )
        return Document((Clause("paragraph", text, links=links),))

    (change,) = compare_documents(
        page("https://a.example/1", "https://a.example/2"), page("https://a.example/1", "https://a.example/3")
    ).changes
    assert [(link.old and link.old.target, link.matters) for link in change.links] == [
        ("https://a.example/2", True)
    ]


def test_addresses_that_cannot_be_read_are_another_place() -> None:
    """Hostile addresses raise nothing."""
    assert noise("https://[broken", "https://a.example/") == ""
    assert noise("https://a.example/?" + "&" * 5000, "https://a.example/?x=%ff") == ""


def test_what_is_kept_of_links_for_a_history() -> None:
    """Of each clause the links behind which a right may lie; of one that has none, nothing."""
    both = "You can object here. We also have a shop."
    links = (
        Link("object", "https://a.example/object", both.index("object")),
        Link("shop", "https://a.example/shop", both.index("shop")),
    )
    plain = "See our shop."
    document = Document(
        (
            Clause("paragraph", both, links=links),
            Clause("paragraph", plain, links=(Link("shop", "https://a.example/shop", plain.index("shop")),)),
        )
    )
    assert leading_to_rights(document) == (Clause("paragraph", both, links=links[:1]),)
