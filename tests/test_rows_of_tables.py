"""Rows of tables mean what the names of their columns say, and so do items what stands above their list."""

from __future__ import annotations

import pytest

from policydiff.findings.assess import changes_in_order
from policydiff.findings.replaced import replaces_fact
from policydiff.models import Cell, Clause, Comparison, Document
from policydiff.workflows.comparing import compare
from tests.findings import compared, document

RECIPIENTS = [
    ("en", "Recipients", "Mills", "Data brokers"),
    ("de", "Empfänger", "Mühlen", "Datenhändler"),
    ("fr", "Destinataires", "Moulins", "Courtiers en données"),
    ("es", "Destinatarios", "Molinos", "Corredores de datos"),
]
COLUMNS = [
    ("en", "Legal basis", "Your consent", "legal-basis"),
    ("de", "Rechtsgrundlage", "Ihre Einwilligung", "legal-basis"),
    ("fr", "Base légale", "Votre consentement", "legal-basis"),
    ("es", "Base jurídica", "Su consentimiento", "legal-basis"),
    ("en", "Kept for", "2 years", "retention"),
    ("de", "Speicherdauer", "2 Jahre", "retention"),
    ("fr", "Durée de conservation", "2 ans", "retention"),
    ("es", "Plazo de conservación", "2 años", "retention"),
    ("en", "Purpose", "Personalised advertising", "purpose"),
    ("de", "Zweck", "Personalisierte Werbung", "purpose"),
    ("fr", "Finalité", "Publicité personnalisée", "purpose"),
    ("es", "Finalidad", "Publicidad personalizada", "purpose"),
]
PROMISES = [
    ("en", "We will never sell or rent:", "your playlists", "your location"),
    ("de", "Wir verkaufen niemals:", "Ihre Listen", "Ihren Standort"),
    ("fr", "Nous ne vendons jamais :", "vos listes", "votre position"),
    ("es", "Nunca vendemos:", "sus listas", "su ubicación"),
]
EXCEPTIONS = [
    (
        "en",
        "Your profile, other than your phone number, is shown to partners.",
        ", other than your phone number,",
    ),
    (
        "de",
        "Ihr Profil sehen, ausgenommen die Telefonnummer, unsere Partner.",
        ", ausgenommen die Telefonnummer,",
    ),
    (
        "fr",
        "Votre profil, sauf le numéro de téléphone, est montré à nos partenaires.",
        ", sauf le numéro de téléphone,",
    ),
    (
        "es",
        "Su perfil, salvo el número de teléfono, se muestra a nuestros socios.",
        ", salvo el número de teléfono,",
    ),
]


def _table(language: str, column: str, *labels: str, sentence: str = "") -> Document:
    """A policy with a table of one column, after a sentence of its own."""
    cells = tuple(
        Clause("paragraph", label, (column,), cell=Cell(0, row, 0, "", "", column))
        for row, label in enumerate(labels, 1)
    )
    frame = document(sentence, language).clauses
    return Document((*frame[:-1], Clause("heading", column), *cells, frame[-1]), language=language)


def _list(language: str, above: str, *items: str) -> Document:
    frame = document("", language).clauses
    lines = (Clause("paragraph", above), *(Clause("item", one) for one in items))
    return Document((frame[0], *lines, *frame[1:]), language=language)


def _told(comparison: Comparison) -> list[tuple[str, str, int]]:
    return [(one.category, one.direction, one.importance) for one in comparison.findings]


def _facts(comparison: Comparison) -> list[bool]:
    """Whether each changed statement is told whatever the reader thinks of it."""
    read = changes_in_order(comparison.diff, comparison.old, comparison.new)
    assert read is not None
    return [replaces_fact(change) for change in read.changes]


@pytest.mark.parametrize(("language", "column", "other", "label"), RECIPIENTS)
def test_a_row_of_recipients_is_somebody_who_gets_data(
    language: str, column: str, other: str, label: str
) -> None:
    less, more = _table(language, column, other), _table(language, column, other, label)
    assert _told(compare(less, more)) == [("sharing", "added", 3)]
    ((category, direction, _),) = _told(compare(more, less))
    assert (category, direction) in (("sharing", "removed"), ("sharing", "narrowed"))


@pytest.mark.parametrize(("language", "column", "cell", "category"), COLUMNS)
def test_a_row_is_about_what_its_column_names(language: str, column: str, cell: str, category: str) -> None:
    less, more = _table(language, column, "Lumora"), _table(language, column, "Lumora", cell)
    for sides in ((less, more), (more, less)):
        found = compare(*sides)
        assert [one.category for one in found.findings] == [category]
        assert _facts(found) == [True]


@pytest.mark.parametrize(
    ("column", "label", "sentence"),
    [
        ("Sources", "Data brokers", ""),
        ("Recipients", "Data brokers", "We share your data with data brokers."),
        ("Recipients", "Oslo", ""),
        ("Legal basis", "Your consent", "We ask for your consent."),
        ("Opened in", "2 years", ""),
        ("Purpose", "Oslo", ""),
    ],
)
def test_a_row_that_names_nothing_new_is_no_fact(column: str, label: str, sentence: str) -> None:
    """What the column does not ask for, and what the text says anyway."""
    sides = (_table("en", column, *labels, sentence=sentence) for labels in (("Lumora",), ("Lumora", label)))
    assert _facts(compare(*sides)) == [False]


def test_a_denial_of_sale_names_no_buyer() -> None:
    """That nothing is sold does not make a new row of those who buy data old."""
    said = "We do not sell your data."
    sides = (
        _table("en", "Recipients", *some, sentence=said) for some in (("Mills",), ("Mills", "Data brokers"))
    )
    assert _told(compare(*sides)) == [("sharing", "added", 3)]


@pytest.mark.parametrize(("language", "above", "kept", "gone"), PROMISES)
def test_an_item_gone_of_what_is_never_sold_is_about_sharing(
    language: str, above: str, kept: str, gone: str
) -> None:
    (told,) = compare(_list(language, above, kept, gone), _list(language, above, kept)).findings
    assert told.category == "sharing"
    assert told.direction in ("widened", "removed")


def test_an_item_of_what_is_never_collected_is_not() -> None:
    sides = (
        _list("en", "We never collect:", *items) for items in (("letters", "your location"), ("letters",))
    )
    assert [one.category for one in compare(*sides).findings] == ["data-collection"]


@pytest.mark.parametrize(("language", "said", "exception"), EXCEPTIONS)
def test_an_exception_that_is_gone_is_about_those_who_see_more(
    language: str, said: str, exception: str
) -> None:
    assert said.replace(exception, "") != said
    found = compared(said, said.replace(exception, ""), language)
    assert [(one.category, one.direction) for one in found.findings] == [("sharing", "widened")]
    assert _facts(found) == [True]


def test_an_exception_of_another_act_is_not() -> None:
    """What is kept for partners is not shown to them."""
    said = "We store your profile, other than your phone number, for our partners."
    found = compared(said, said.replace(", other than your phone number,", "")).findings
    assert not any(one.category == "sharing" for one in found)
