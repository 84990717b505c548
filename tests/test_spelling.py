"""Words that differ in their spelling only are no change of substance."""

from __future__ import annotations

import pytest

from policydiff.findings.spelling import is_respelled
from policydiff.models import Clause, Document
from policydiff.workflows.comparing import compare

LINES = [
    "Our organisation does not sell personal data to other organisations.",
    "You may authorise an agent, and we will honour what you choose.",
    "We analyse behaviour at our centre, and anonymise it after ninety days.",
    "A labelled record is kept as a defence in our programme.",
]
IN_AMERICA = [
    "Our organization does not sell personal data to other organizations.",
    "You may authorize an agent, and we will honor what you choose.",
    "We analyze behavior at our center, and anonymize it after ninety days.",
    "A labeled record is kept as a defense in our program.",
]


def _document(lines: list[str], language: str = "en") -> Document:
    return Document(tuple(Clause("paragraph", line) for line in lines), language=language)


def test_another_spelling_is_editorial() -> None:
    """Both ways, and without a doubt: nothing is left to be read."""
    for old, new in ((LINES, IN_AMERICA), (IN_AMERICA, LINES)):
        told = compare(_document(old), _document(new))
        assert (told.verdict, [reason.code for reason in told.reasons]) == ("editorial", ["wording"])


def test_a_change_beside_the_spelling_is_told() -> None:
    """Only sentences in which nothing else changed are left out."""
    new = [*IN_AMERICA[:2], IN_AMERICA[2].replace("ninety days", "two years"), IN_AMERICA[3]]
    told = compare(_document(LINES), _document(new))
    assert [finding.category for finding in told.findings] == ["retention"]


@pytest.mark.parametrize(
    ("old", "new", "language", "alike"),
    [
        ("our licence was cancelled", "our license was canceled", "en", True),
        ("die Maßnahmen schließen", "die Massnahmen schliessen", "de", True),
        ("nous maîtrisons", "nous maitrisons", "fr", True),
        ("for four years", "for for years", "en", False),
        ("by filing a form", "by filling a form", "en", False),
        ("you must ask", "you may ask", "en", False),
        ("we advise you", "we device you", "en", False),
        ("the same words", "the same words", "en", False),
        ("our colours", "our color", "en", False),
        ("de datos personales", "de dato personales", "es", False),
    ],
)
def test_what_is_one_word(old: str, new: str, language: str, alike: bool) -> None:
    """Endings, doubled letters and letters with marks; no other word is one."""
    assert is_respelled(old.split(), new.split(), language) is alike
    assert is_respelled(new.split(), old.split(), language) is alike
