"""Which language: words beat declarations, declarations beat nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.models import Clause
from policydiff.normaliser import language

TEXTS = {
    "en": (
        "We collect the information that you give us when you open an account, and we use it "
        "to run the service for you."
    ),
    "fr": (
        "Nous recueillons les informations que vous nous donnez lorsque vous ouvrez un "
        "compte, et nous les utilisons pour vous."
    ),
    "de": (
        "Wir erheben die Angaben, die Sie bei der Anmeldung machen, und verwenden sie, um "
        "Ihnen den Dienst zu zeigen, und nicht für andere."
    ),
    "es": (
        "Recogemos la información que nos das cuando abres una cuenta, y la usamos para que "
        "el servicio funcione con los datos de tu cuenta."
    ),
    "it": (
        "Raccogliamo le informazioni che ci dai quando apri un account, e le usiamo per il "
        "servizio con i tuoi dati e con quelli di altri."
    ),
    "nl": (
        "Wij verzamelen de gegevens die u ons geeft wanneer u een account opent, en wij "
        "gebruiken deze om de dienst voor u te leveren."
    ),
    "pt": (
        "Recolhemos as informações que você nos dá quando abre uma conta, e usamos os dados "
        "para que o serviço funcione com a sua conta."
    ),
    "ja": "当社は、お客様がアカウントを開設する際の情報を収集し、サービスのために利用します。",
    "ru": (
        "Мы собираем сведения, которые вы сообщаете нам при открытии учётной записи, и "
        "используем их для работы службы."
    ),
}


def clauses(*texts: str) -> tuple[Clause, ...]:
    return tuple(Clause("paragraph", text) for text in texts)


@pytest.mark.parametrize("code", TEXTS)
def test_words_tell_the_language(code: str) -> None:
    """A paragraph without declaration is enough."""
    assert language.identify(clauses(TEXTS[code]), declared="")[0] == code


@pytest.mark.parametrize(
    ("declared", "text", "expected"),
    [
        ("en-GB", TEXTS["en"], ("en", "declared and function words")),
        ("en", TEXTS["fr"], ("fr", "function words, against the declared 'en'")),
        ("", TEXTS["de"], ("de", "function words")),
        ("fr", "Politique", ("fr", "declared, too few words to check")),
        ("", "Politique", ("", "")),
        ("ca", TEXTS["es"], ("ca", "declared, not checked")),
        ("sv", TEXTS["ru"], ("ru", "function words, against the declared 'sv'")),
        ("zh-CN", TEXTS["en"], ("en", "function words, against the declared 'zh'")),
        ("ko", TEXTS["de"], ("de", "function words, against the declared 'ko'")),
        ("pl", TEXTS["en"], ("en", "function words, against the declared 'pl'")),
        ("nb", TEXTS["de"], ("nb", "declared, not checked")),
        ("x-default", TEXTS["en"], ("en", "function words")),
        ("EN_us", TEXTS["en"], ("en", "declared and function words")),
    ],
)
def test_declaration_and_words(declared: str, text: str, expected: tuple[str, str]) -> None:
    """Words win over a wrong declaration, and the reason says so."""
    assert language.identify(clauses(text), declared=declared) == expected


def test_a_foreign_banner_does_not_decide() -> None:
    """A menu or notice in another language is outvoted by the document."""
    document = clauses(TEXTS["en"], *[TEXTS["de"]] * 9)
    assert language.identify(document, declared="en")[0] == "de"


def test_two_languages_in_equal_parts_are_no_language() -> None:
    """A page in two languages keeps what it declares."""
    both = clauses(*[TEXTS["en"], TEXTS["de"]] * 5)
    assert language.identify(both, declared="de") == ("de", "declared, too few words to check")


def test_the_tables_are_clean() -> None:
    """Each word is in lower case, and each language has words of its own."""
    marks = language._marks()
    for code, listed in marks.function_words.items():
        assert all(word == word.lower() for word in listed)
        assert any(marks.languages_of_word[word] == (code,) for word in listed)


def test_japanese_is_asked_for_before_chinese() -> None:
    """Chinese signs stand in Japanese too, whose own letters therefore decide first."""
    scripts = list(language._marks().scripts)
    assert scripts.index("ja") < scripts.index("zh")


def test_long_documents_are_sampled() -> None:
    """A document of a million words is read in a few thousand characters."""
    assert language.identify(clauses(*[TEXTS["fr"]] * 50_000), declared="")[0] == "fr"
    assert language.identify(clauses(TEXTS["fr"] * 50_000), declared="")[0] == "fr"


@given(st.text(alphabet="abcéüñßяक ’“„»–….,-1_\n\xa0", max_size=80))
def test_words_are_found_as_runs_of_letters(text: str) -> None:
    """Cut as bytes, a text has the same words as its letters have."""
    assert language._words([text]) == re.findall(r"[^\W\d_]+", text)


def test_words_of_other_texts_are_found_too() -> None:
    """Letters that no western charset has do not end a word."""
    assert language._words(["Zgodę są", "d’accord"]) == ["Zgodę", "są", "d", "accord"]
