"""What a link says to those who hear the page is no word of the text, and nothing else is cut with it."""

from __future__ import annotations

import pytest

from policydiff.normaliser import events, normalise, plaintext

HINTS = {
    "We follow [rules, opens in a new tab](/rules), which help.": "We follow rules, which help.",
    "See [our forms (opens in a new window)](/forms) and write.": "See our forms and write.",
    "[Our forms](/forms) (opens in new window) (opens in new window) help.": "Our forms help.",
    "[Our forms (Opens in a New Tab)](/forms) help.": "Our forms help.",
    "Write to [desk@fernleaf.exampleopens email client](mailto:desk@fernleaf.example).": (
        "Write to desk@fernleaf.example."
    ),
    "Voyez [nos règlesLe lien s’ouvrira dans un nouvel onglet de navigateur](/r).": "Voyez nos règles.",
    "Siehe [Formulare (öffnet in neuem Fenster)](/f).": "Siehe Formulare.",
}
KEPT = [
    "[Opens in a new window](/forms)",
    "The form opens in a new window, see [our forms](/forms).",
    "We also set cookies on [the page of a new tab](/tab).",
]


def clause(text: str) -> tuple[str, list[str]]:
    [one] = normalise(text.encode(), content_type="text/markdown").clauses
    return one.text, [one.text[link.start : link.end] for link in one.links]


@pytest.mark.parametrize("text", HINTS)
def test_a_hint_goes_and_its_link_stays(text: str) -> None:
    said, links = clause(text)
    assert said == HINTS[text]
    assert len(links) == 1
    assert links[0] in said


def test_a_piece_of_a_text_is_mended_once() -> None:
    """What is remembered of it has no hints and no names of places."""
    linked = events.read_markdown("See [our rules (opens in a new tab)](/rules).")
    named = plaintext.read_plain_text("CookiesCookiesmaincookiesmodule")
    assert linked is not None
    assert named is not None
    assert [block.text for piece in (*linked, *named) for block in piece.blocks] == [
        "See our rules.",
        "Cookies",
    ]


@pytest.mark.parametrize("text", KEPT)
def test_a_sentence_on_windows_stays(text: str) -> None:
    """A link that says nothing else, a sentence before a link, a new tab that is a thing."""
    said, links = clause(text)
    assert said == text.replace("[", "").partition("](")[0] + text.rpartition(")")[2]
    assert len(links) == 1


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("Your choicesYour choicesmainyourchoicesmodule", "Your choices"),
        ("Your state rightsYour state rightsmaincaliforniaactmodule", "Your state rights"),  # renamed since
        ("CookiesCookiesmaincookiesmodule", "Cookies"),
        ("Cookies, cookies and more", "Cookies, cookies and more"),
        ("BonBonmarchewithoutname", "BonBonmarchewithoutname"),
    ],
)
def test_the_name_of_its_place_is_no_part_of_a_heading(heading: str, shown: str) -> None:
    """A heading for the eye, once more for the ear, and the name that links jump to."""
    for mark in ("## ", ""):  # recorders keep some as text
        page = f"{mark}{heading}\n\nWe ask first."
        assert normalise(page.encode(), content_type="text/markdown").clauses[0].text == shown
