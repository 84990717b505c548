"""The letters of Article 6(1) of the GDPR, as texts cite them."""

from __future__ import annotations

import pytest

from policydiff.findings.law_points import in_one_form, points_cited
from tests.findings import compared

CITATIONS = {
    "en": """
        Article 6(1)({}) | Art. 6, paragraph 1, point ({}) | point ({}) of Article 6(1) GDPR | GDPR 6(1)({})
        Article 6 paragraph 1 letter {} | Art 6 1 ({}) | Article 6, section 1, letter {}
    """,
    "de": """
        Art. 6 Abs. 1 lit. {} DSGVO | Art. 6 Abs. 1 UAbs. 1 lit. {} DSGVO | Art. 6 I 1 lit. {} DSGVO
        Art. 6 I {} DSGVO | Artikel 6 Absatz 1 Satz 1 Buchstabe {} | Buchstabe {} des Art. 6 Abs. 1
    """,
    "fr": """
        l’article 6, paragraphe 1, point {}), du RGPD | art. 6, al. 1, let. {} RGPD | art. 6 § 1 {}) RGPD
        l’article 6-1-{} du RGPD | point {}) de l’article 6, paragraphe 1
    """,
    "es": """
        artículo 6, apartado 1, letra {}) del RGPD | la letra {}) del artículo 6.1
        art. 6 ap. 1 letra {} RGPD
    """,
}
_LISTED = [
    (language, one.strip())
    for language, lines in CITATIONS.items()
    for one in lines.strip().replace("\n", " | ").split(" | ")
]
OTHERS = [
    "In 6.1 a user may find more.",
    "Article 9(2)(a) is about health.",
    "Article 16(1)(f) is another law.",
    "We use 6 cookies, f and 1.",
]


@pytest.mark.parametrize(("language", "citation"), _LISTED)
def test_a_letter_is_read(language: str, citation: str) -> None:
    for letter in "af":
        assert points_cited(citation.format(letter)) == {letter}, language


@pytest.mark.parametrize("text", OTHERS)
def test_what_cites_another_law_or_none(text: str) -> None:
    assert not points_cited(text)
    assert in_one_form(text) == text.casefold()


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Art. 6 Abs. 1 lit. b und f DSGVO", "bf"),
        ("article 6, paragraphe 1, points a) et f), du RGPD", "af"),
        ("Article 6(1)(b), (c) and (f) GDPR", "bcf"),
        ("Article 6(1)(f). A court decides", "f"),
        ("Article 6(1)(f) a court decides", "f"),
        ("el artículo 6.1.b) e incluso más", "b"),
    ],
)
def test_several_letters(text: str, letters: str) -> None:
    """Not the words that "a" and "e" are."""
    assert points_cited(text) == set(letters)


@pytest.mark.parametrize("language", ["de", "fr"])
def test_another_letter_is_another_basis(language: str) -> None:
    texts = {"de": "Wir senden Briefe nach {}.", "fr": "Nous envoyons des lettres en vertu de {}."}
    last = [one for code, one in _LISTED if code == language][-1]
    before, now = (texts[language].format(last.format(letter)) for letter in "af")
    (told,) = compared(before, now, language).findings
    assert (told.category, told.importance) == ("legal-basis", 2)


def test_another_way_to_cite_is_no_news() -> None:
    before, now = "We send letters under Article 6(1)(a).", "We send letters under Art. 6 (1) (a) GDPR."
    result = compared(before, now)
    assert not result.findings
