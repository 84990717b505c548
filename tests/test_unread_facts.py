"""Facts in languages without rules: told with their words, and said to be no more than that."""

from __future__ import annotations

from datetime import date

import pytest

from policydiff.models import Clause, Comparison, Document, StatedDate
from policydiff.workflows.comparing import compare

PERIODS = [
    ("nl", "Wij wissen uw brieven na {}.", "dertig dagen", "twee jaar"),
    ("it", "Cancelliamo le lettere dopo {}.", "30 giorni", "due anni"),
    ("pl", "Listy usuwamy po {}.", "30 dniach", "2 latach"),
    ("pt", "Apagamos as cartas depois de {}.", "30 dias", "2 anos"),
    ("sv", "Vi raderar breven efter {}.", "30 dagar", "2 år"),
]
POINTS = [
    ("nl", "Wij doen dit op grond van artikel 6, lid 1, onder {}, AVG."),
    ("it", "Lo facciamo ai sensi dell’art. 6, par. 1, lett. {}) del GDPR."),
    ("pl", "Robimy to na podstawie art. 6 ust. 1 lit. {} RODO."),
    ("pt", "Fazemos isto com base no artigo 6.º, n.º 1, alínea {}), do RGPD."),
    ("sv", "Vi gör detta med stöd av artikel 6.1 {} i GDPR."),
]
SILENT = [
    ("nl", "Wij wissen brieven na 12 maanden.", "Na 12 maanden wissen wij alle brieven."),
    ("nl", "Wij wissen brieven na dertig dagen.", "Wij wissen uw brieven na 30 dagen."),
    ("nl", "De winkel verkoopt 30 brieven.", "De winkel verkoopt 60 brieven."),
    ("pl", "Dla dzieci poniżej 13 lat.", "Dla dzieci poniżej 16 lat."),
    ("pt", "Para menores de 13 anos.", "Para menores de 16 anos."),
    ("sv", "För barn under 13 år.", "För barn under 16 år."),
    ("it", "Si veda il punto 6.1 delle regole.", "Si veda il punto 6.2 delle regole."),
    ("nl", "Een reactie van 2 dagen geleden.", "Een reactie van 5 dagen geleden."),
]


def _compared(language: str, *texts: str) -> Comparison:
    old, new = (Document((Clause("paragraph", text),), language=language) for text in texts)
    return compare(old, new)


@pytest.mark.parametrize(("language", "said", "was", "now"), PERIODS)
def test_another_period_is_told(language: str, said: str, was: str, now: str) -> None:
    """The sentence that names it is quoted, and the reason says that nothing else was read."""
    other = "Muis en kat."
    told = _compared(language, f"{other} {said.format(was)}", f"{other} {said.format(now)}")
    (one,) = told.findings
    assert (one.category, one.direction, one.importance) == ("retention", "changed", 2)
    assert one.old
    assert one.new
    assert (one.old.text, one.new.text) == (said.format(was), said.format(now))
    assert [reason.code for reason in told.reasons] == ["findings", "no-rules"]


@pytest.mark.parametrize(("language", "said"), POINTS)
def test_another_point_of_the_law_is_told(language: str, said: str) -> None:
    (told,) = _compared(language, said.format("a"), said.format("f")).findings
    assert (told.category, told.direction) == ("legal-basis", "changed")


@pytest.mark.parametrize(("language", "was", "now"), SILENT)
def test_other_words_are_no_fact(language: str, was: str, now: str) -> None:
    """An age, a number of something, a period in other words, how long ago something was."""
    told = _compared(language, was, now)
    assert [reason.code for reason in told.reasons] == ["no-rules"]
    assert not told.findings


def test_another_printed_date_is_told() -> None:
    """What the page states of its date needs no rules."""
    days = (date(2031, 5, 6), "6 maart 2031"), (date(2031, 7, 2), "2 juli 2031")
    old, new = (
        Document(
            (Clause("paragraph", f"Bijgewerkt: {said}"),),
            language="nl",
            dates=(StatedDate("updated", day, said),),
        )
        for day, said in days
    )
    (told,) = compare(old, new).findings
    assert told.category == "effective-date"
    assert told.sentence == "The printed date moved from 6 May 2031 to 2 July 2031."
