"""Made-up policies in four languages for the tests of findings."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from policydiff.models import Clause, Comparison, Document
from policydiff.workflows.comparing import compare

LANGUAGES = ("en", "fr", "de", "es")
_CASES = Path(__file__).parent / "cases" / "findings"
_FRAME = {
    "en": (
        "This is the privacy policy of Lumora, a small company with a notebook for groups of friends.",
        "It was written so that anybody can read it within a few minutes and without a dictionary.",
        "Questions are welcome at any hour, and the people who wrote it will be glad to answer them.",
    ),
    "fr": (
        "Ceci est la politique de confidentialité de Lumora, une petite société avec un carnet.",
        "Elle a été rédigée pour que chacun puisse la lire en quelques minutes et sans dictionnaire.",
        "Les questions sont les bienvenues à toute heure, et les auteurs y répondront avec plaisir.",
    ),
    "de": (
        "Dies ist die Datenschutzerklärung von Lumora, einer kleinen Firma mit einem Notizbuch für Freunde.",
        "Sie ist so geschrieben, dass man sie in wenigen Minuten und ohne ein Wörterbuch lesen kann.",
        "Fragen sind zu jeder Stunde willkommen, und die Leute hinter dem Text freuen sich darüber.",
    ),
    "es": (
        "Esta es la política de privacidad de Lumora, una pequeña empresa con un cuaderno.",
        "Está escrita para que se pueda leer en pocos minutos y sin la ayuda de un diccionario.",
        "Las preguntas son bienvenidas a cualquier hora, y los autores del texto se alegran de recibirlas.",
    ),
}


@dataclass(frozen=True)
class Case:
    """One change told in one language."""

    name: str
    language: str
    old: str
    new: str
    expect: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} [{self.language}]"


def cases(file: str) -> list[Case]:
    """The cases of a file, each in every language."""
    rows = tomllib.loads((_CASES / file).read_text(encoding="utf-8"))["case"]
    return [
        Case(
            row["name"],
            language,
            row[language].get("old", "").replace("{other}", _FRAME[language][2]),
            row[language].get("new", "").replace("{other}", _FRAME[language][2]),
            tuple(sorted(row["expect"])),
        )
        for row in rows
        for language in LANGUAGES
    ]


def document(text: str, language: str = "en") -> Document:
    """A short policy that holds the text as a clause of its own."""
    first, second, last = _FRAME[language]
    paragraphs = (first, text, second, last) if text else (first, second, last)
    return Document(tuple(Clause("paragraph", paragraph) for paragraph in paragraphs), language=language)


def compared(old: str, new: str, language: str = "en") -> Comparison:
    """What became of one text."""
    return compare(document(old, language), document(new, language))


def compared_pages(old: str, new: str) -> Comparison:
    """What became of one piece of a page, in HTML."""
    first, second, last = _FRAME["en"]
    pages = (
        f"<title>Privacy Policy</title><main><h1>Privacy Policy</h1><p>{first}</p>{piece}<p>{second}</p>"
        f"<p>{last}</p></main>"
        for piece in (old, new)
    )
    before, after = (f"<!doctype html><html lang=en>{page}".encode() for page in pages)
    return compare(before, after)


def told(comparison: Comparison) -> tuple[str, ...]:
    """Category and direction of every finding."""
    return tuple(sorted(f"{finding.category} {finding.direction}" for finding in comparison.findings))
