"""Exceptions and qualifiers in four languages: a promise that covers less, a use that covers more."""

from __future__ import annotations

import pytest

from policydiff import languages
from policydiff.findings.direction import Context, direction
from policydiff.findings.vocabulary import tokens_of, vocabulary
from tests.findings import compared

_USES = {
    "en": "We show your drawings to our printers",
    "fr": "Nous montrons vos dessins à nos imprimeurs",
    "de": "Wir zeigen Ihre Zeichnungen unseren Druckereien",
    "es": "Mostramos sus dibujos a nuestras imprentas",
}
EXCEPTIONS = {
    "en": (
        "but not unfinished ones",
        "save for those of children",
        "not including sketches",
        "unless you object",
    ),
    "fr": ("à l’exception de vos esquisses", "à l'exclusion des esquisses", "mais pas vos esquisses"),
    "de": ("nicht aber Skizzen", "abgesehen von Skizzen", "mit Ausnahme der Skizzen"),
    "es": ("a excepción de los bocetos", "con la excepción de los bocetos", "excluidos los bocetos"),
}
_DENIES = {
    "en": "We do not show your drawings",
    "fr": "Nous ne montrons pas vos dessins",
    "de": "Wir zeigen Ihre Zeichnungen nicht",
    "es": "No mostramos sus dibujos",
}
LIMITS = {
    "en": (
        " to printers",
        " for money",
        ", unless you agree",
        ", except to printers",
        " under your name",
    ),
    "fr": (" à des imprimeurs", " pour de l’argent", ", à moins que vous ne soyez d’accord"),
    "de": (" für Geld", " in Druckereien", ", es sei denn, Sie stimmen zu"),
    "es": (" a imprentas", " por dinero", ", salvo a imprentas"),
}


@pytest.mark.parametrize(
    ("language", "said"), [(code, one) for code, some in EXCEPTIONS.items() for one in some]
)
def test_an_exception_to_a_use(language: str, said: str) -> None:
    """Its words stand for less that is done, whatever they name."""
    whole, less = f"{_USES[language]}.", f"{_USES[language]}, {said}."
    assert direction(less, whole, "sharing", Context(language)).direction == "widened"
    assert direction(whole, less, "sharing", Context(language)).direction == "narrowed"


@pytest.mark.parametrize(("language", "said"), [(code, one) for code, some in LIMITS.items() for one in some])
def test_a_promise_that_says_of_what(language: str, said: str) -> None:
    """It promises less: what is not done for money may be done for nothing."""
    whole, less = f"{_DENIES[language]}.", f"{_DENIES[language]}{said}."
    assert direction(whole, less, "sharing", Context(language)).direction == "widened"
    assert direction(less, whole, "sharing", Context(language)).direction == "narrowed"


@pytest.mark.parametrize(
    "stronger",
    ["We do not show your drawings in any form.", "We do not show your drawings to anybody at all."],
)
def test_a_promise_that_leaves_nothing_out(stronger: str) -> None:
    """Words that make a denial stronger take nothing from it."""
    assert (
        direction("We do not show your drawings.", stronger, "sharing", Context("en")).direction != "widened"
    )


@pytest.mark.parametrize("said", [", including but not limited to sketches", ", and but for you to others"])
def test_what_only_looks_like_an_exception(said: str) -> None:
    whole, more = f"{_USES['en']}.", f"{_USES['en']}{said}."
    assert direction(whole, more, "sharing", Context("en")).direction in ("widened", "changed")


def test_every_exception_of_a_language_is_found_in_its_texts() -> None:
    """Phrases are looked for in the words of a text, which hold no apostrophe."""
    for code in languages.codes():
        own = languages.find(code)
        assert own is not None
        for phrase in own.direction.exclusion:
            tokens = tokens_of(phrase.replace("'", "’"))
            assert "exclusion" in vocabulary(code).found(tokens, 0)[0], (code, phrase)


@pytest.mark.parametrize(
    ("language", "before", "now"),
    [
        ("en", "We never use letters to train models.", "We never use letters to train models of partners."),
        ("fr", "Nous n’utilisons jamais vos lettres pour entraîner des modèles.",
         "Nous n’utilisons jamais vos lettres pour entraîner des modèles de tiers."),
        ("de", "Wir geben Ihre Briefe nicht weiter.", "Wir geben Ihre Briefe nicht für Geld weiter."),
        ("es", "No compartimos sus cartas.", "No compartimos sus cartas por dinero."),
    ],
)  # fmt: skip
def test_a_promise_on_training_or_sharing_that_says_of_what_is_told(
    language: str, before: str, now: str
) -> None:
    """Few words came, and the reader doubts such edits."""
    (told,) = compared(before, now, language).findings
    assert (told.category in ("ai-training", "sharing"), told.direction) == (True, "widened")
    assert told.importance >= 2
