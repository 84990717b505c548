"""Stated dates: what a page says of itself, and silence about all other dates."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff import calendar_dates
from policydiff.calendar_dates import DateClues
from policydiff.models import Clause, Comparison, Document
from policydiff.normaliser import normalise
from policydiff.report import document_text
from policydiff.report.side_names import CaptureInfo
from policydiff.workflows.comparing import compare

CASES: list[dict[str, Any]] = [
    case
    for file in sorted((Path(__file__).parent / "cases" / "dates").glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]
U, E = "updated", "effective"

STATED: dict[str, list[tuple[str, str]]] = {
    "Last updated: 5 May 2024": [(U, "2024-05-05")],
    "Last Updated May 5, 2024": [(U, "2024-05-05")],
    "LAST UPDATED: MAY 5TH, 2024": [(U, "2024-05-05")],
    "Last modified on Sept. 4th, 2023": [(U, "2023-09-04")],
    "Effective July 1st , 2024 | Archived versions": [(E, "2024-07-01")],
    "Effective date: 2024-05-05": [(E, "2024-05-05")],
    "Effective 8 July 2026Previous Version": [(E, "2026-07-08")],
    "Effective July 8, 2026Previous Version": [(E, "2026-07-08")],
    "Effective as of April 1 2025": [(E, "2025-04-01")],
    "Last updated and effective: June 23, 2020": [(U, "2020-06-23"), (E, "2020-06-23")],
    "Effective: June 28, 2025. Last Revised: May 29, 2025.": [(E, "2025-06-28"), (U, "2025-05-29")],
    "Effective Date outside EEA & UK: March 13, 2024": [(E, "2024-03-13")],
    "We have changed this policy. The changes go into effect on May 27, 2025.": [(E, "2025-05-27")],
    "We're updating our terms on November 3, 2025. See what is coming.": [(E, "2025-11-03")],
    "This version was published on June 8, 2026 with an effective date of July 8, 2026.": [
        (U, "2026-06-08"),
        (E, "2026-07-08"),
    ],
    "v 2.0 effective 30-06-2025": [(E, "2025-06-30")],
    "Last modified: 10/24/2022": [(U, "2022-10-24")],
    "Last updated: 08/08/2022": [(U, "2022-08-08")],
    "Dernière mise à jour : 1er janvier 2023": [(U, "2023-01-01")],
    "Mis à jour le 12 février 2025": [(U, "2025-02-12")],
    "En vigueur le 7 août 2022": [(E, "2022-08-07")],
    "Prise d’effet le 25 juin 2025 / Version 1.2": [(E, "2025-06-25")],
    "À compter du 16 décembre 2024 | Versions archivées": [(E, "2024-12-16")],
    "Stand: 1. März 2024": [(U, "2024-03-01")],
    "Stand 01.03.2024": [(U, "2024-03-01")],
    "Gültig ab dem 1. Jänner 2024": [(E, "2024-01-01")],
    "Diese Fassung tritt am 15. Mai 2024 in Kraft.": [(E, "2024-05-15")],
    "Zuletzt am 3. Oktober 2023 aktualisiert": [(U, "2023-10-03")],
    "Última actualización: 4 de septiembre de 2023": [(U, "2023-09-04")],
    "En vigor desde el 1 de enero del 2024": [(E, "2024-01-01")],
}

SILENT = [
    "We answer within 30 days.",
    "Last updated: May",
    "Last updated: March 2024",
    "Last updated over a week ago",
    "Last updated: 31 February 2024",
    "Effective: 01/02/2024",
    "25/Mar/2003 10:15:32 is the date and time of the query.",
    "For the version effective until June 28, 2025 click here.",
    "Terms of Use: effective from June 16, 2014, until June 7, 2023",
    "Part B: Old version - effective as of January 30, 2025",
    "The Consumer Privacy Act is effective January 1, 2020",
    "Founded on 1 May 2001",
    "© 2024 Acme. Version 2.3.2024.1",
    (
        "Our offices were opened on 5 May 2020 and the lift has been in effect a great "
        "success with all visitors of the house, who"
        " use it all day long and like it."
    ),
    "Call +49 20 24 05 05 from 2024-13-45",
    "Previous versions: 5 May 2020, 6 June 2021",
]


def stated(*texts: str, language: str = "en") -> list[tuple[str, str]]:
    found = calendar_dates.stated([Clause("paragraph", text) for text in texts], DateClues(language))
    return [(one.role, one.day.isoformat()) for one in found.dates]


@pytest.mark.parametrize("text", STATED)
def test_stated(text: str) -> None:
    """Role and day, in four languages and all the usual ways to write a day."""
    assert stated(text) == STATED[text]


@pytest.mark.parametrize("text", SILENT)
def test_silence(text: str) -> None:
    """What is no day, or no day of this document, gives nothing."""
    assert stated(text) == []


def test_the_words_are_quoted_as_printed() -> None:
    """The evidence is a piece of the clause."""
    text = "Hello. Last   updated: May 5, 2024 (see archive)"
    (found,) = calendar_dates.stated([Clause("paragraph", text)], DateClues("en")).dates
    assert found.text == "Last   updated: May 5, 2024"


def test_a_date_under_its_heading() -> None:
    """A heading announces, the next line has the date."""
    assert stated("Effective date", "5 May 2024") == [(E, "2024-05-05")]
    assert stated("Effective date", "On 5 May 2024 we moved to a new house with a garden") == []


def test_another_date_of_the_page_settles_the_order() -> None:
    """01/02/2024 is read as the page writes its other dates."""
    assert stated("Effective: 01/02/2024", "Our list of 23/02/2024") == [(E, "2024-02-01")]
    assert stated("Effective: 01/02/2024", "Our list of 02/23/2024") == [(E, "2024-01-02")]
    assert stated("Effective: 01/02/2024", "Lists of 02/23/2024 and 23/02/2024") == []
    assert stated("Effective: 01/02/2024", "Our list of 23-02-2024") == []


def test_the_language_settles_the_order() -> None:
    """French, German and Spanish write the day first; a page that shows otherwise is believed."""
    assert stated("Mise à jour du 05/08/2025", language="fr") == [(U, "2025-08-05")]
    assert stated("Actualizado 05/08/2025", "10/24/2022", language="es") == [(U, "2025-05-08")]


LOGGED = (
    "3 May 2030",
    "We added part 3.",
    "9 July 2031",
    "We reworded part 8.",
    "1 March 2032",
    "New adverts.",
)


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (LOGGED, "2032-03-01"),
        ((*LOGGED[4:], *LOGGED[2:4], *LOGGED[:2]), "2032-03-01"),
        (LOGGED[:4], None),
        (LOGGED[::2], None),
        ((*LOGGED[2:4], *LOGGED[:2], *LOGGED[4:]), None),
        (("Last updated: 2 May 2032", *LOGGED), "2032-05-02"),
    ],
    ids=["oldest first", "newest first", "two are no log", "dates alone", "in no order", "the head says it"],
)
def test_the_last_day_of_a_log_of_changes(lines: tuple[str, ...], day: str | None) -> None:
    """Lines that are a date alone, each above what changed on it."""
    said = calendar_dates.stated([Clause("paragraph", line) for line in lines], DateClues("en"))
    assert [one.day.isoformat() for one in said.dates] == ([day] if day else [])


def test_each_date_once_and_not_too_many() -> None:
    """A page that repeats its date states it once; a page of dates is bounded."""
    assert stated(*["Updated 5 May 2024"] * 3) == [(U, "2024-05-05")]
    assert (
        len(stated(*[f"Updated {day} May 20{year}" for day in range(1, 29) for year in range(10, 30)])) == 12
    )


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    """All days of the century, written in two ways."""
    assert stated(f"Effective {day:%B} {day.day}, {day.year}") == [(E, day.isoformat())]
    assert stated(f"Effective {day.day}. {day:%b} {day.year}") == [(E, day.isoformat())]


@given(st.text(st.sampled_from("20/.-1 may,of updated:"), max_size=80))
def test_any_text_is_read(text: str) -> None:
    """Nothing raises, and no day comes from nowhere."""
    for _, day in stated(text):
        assert day[:4] in text


@pytest.mark.parametrize("unit", ["20 ", "1.1.20", "updated ", "1 may 20", "20/20/20", "updated 1 may "])
def test_hostile_repetition_stays_cheap(unit: str) -> None:
    """A clause of a hundred thousand characters of one trick ends at once (the test would hang)."""
    stated(unit * (100_000 // len(unit)))


def told(document: Document) -> list[str]:
    """What a document says of its dates, in reading order."""
    lines = [(one.clause, f"{one.role} {one.day}") for one in document.dates]
    lines += [(one.clause, f"{one.role}? {one.first}..{one.last}") for one in document.unsure_dates]
    return [line for _, line in sorted(lines, key=lambda one: one[0])]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    """Languages, scripts, calendars, orders; and what must stay silent."""
    known = DateClues(case.get("language", "en"), case.get("region", ""), case.get("captured"))
    clauses = tuple(Clause("paragraph", line) for line in case["lines"])
    found = calendar_dates.stated(clauses, known, case.get("title", ""))
    assert told(Document(clauses, dates=found.dates, unsure_dates=found.unsure)) == case["dates"]


def page(*lines: str, language: str = "en", captured: date | None = None) -> Document:
    """A page of a heading, these paragraphs and some text."""
    text = "".join(f"<p>{line}</p>" for line in lines)
    text += "<h2>What we keep</h2><p>We keep what you write until you delete it.</p>"
    body = f"<h1>Privacy Policy</h1>{text}"
    whole = f"<!doctype html><html lang={language}><body><main>{body}</main></body></html>"
    return normalise(whole.encode(), captured=captured)


@pytest.mark.parametrize(
    "line",
    [
        "Last updated <time datetime='2025-03-03T00:00:00Z'>3 months ago</time>",
        "Last updated <time datetime=2025-03-03></time>",
        "Last updated <time datetime=2025-03-03>last <b>spring</b></time>",
        "Last updated <relative-time datetime='2025-03-03T10:00:00Z'>a while ago</relative-time>",
        "Last updated <abbr class=timeago title='2025-03-03T00:00:00Z'>3 months ago</abbr>",
        "Last updated <span data-date=2025-03-03></span>",
        "<img src=d.png alt='Last updated 3 March 2025'>",
        "Last updated: <img src=d.png alt='3 March 2025'>",
        "<svg role=img aria-label='Last updated 3 March 2025'></svg>",
        "Last updated <time datetime='2025-03-03'>03/03/25</time>",
    ],
)
def test_dates_that_are_not_in_the_text(line: str) -> None:
    """What a script, a machine or a picture says is the page's date."""
    assert told(page(line)) == ["updated 2025-03-03"]
    assert "2025" in page(line).text or "03/03/25" in page(line).text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Open <time datetime='2025-03-03T09:00'>9 am</time>", "Open 9 am"),
        ("We keep it <time datetime=P30D>30 days</time>", "We keep it 30 days"),
        ("<del datetime=2025-03-03>Never</del> We sell", "We sell"),
        ("Written by Mara <time datetime=2025-03-03>3 months ago</time>", "3 months ago"),
        ("<img src=m.png alt='The house in March 2025 with its new roof'>Read on", "Read on"),
    ],
)
def test_other_moments_stay_as_they_are(line: str, text: str) -> None:
    """Hours, spans, marks of an edit and other pictures are not written out."""
    assert text in page(line).text
    assert "2025" not in page(line).text
    assert told(page(line)) == []


def test_a_machines_day_settles_the_order() -> None:
    """`<time>` around figures tells which of them is the day, also of others on the page."""
    line = "Last updated <time datetime=2025-03-04>04/03/2025</time>, effective 05/03/2025"
    assert told(page(line)) == ["updated 2025-03-04", "effective 2025-03-05"]


def test_no_text_was_revised_after_it_was_captured() -> None:
    """Of two days the one to come is none, also where the language would choose it."""
    line = "Stand: 08/12/2026"
    assert told(page(line, language="de")) == ["updated 2026-12-08"]
    assert told(page(line, language="de", captured=date(2026, 8, 13))) == ["updated 2026-08-12"]
    assert told(page(line, language="de", captured=date(2026, 8, 11))) == ["updated 2026-08-12"]
    assert told(page(line, language="de", captured=date(2026, 12, 7))) == ["updated 2026-12-08"]


def test_the_country_of_a_page() -> None:
    """The declared region settles the order; a language of several orders alone does not."""
    assert told(page("Last updated: 03/04/2025", language="en-GB")) == ["updated 2025-04-03"]
    assert told(page("Last updated: 03/04/2025", language="en-US")) == ["updated 2025-03-04"]
    assert told(page("Last updated: 03/04/2025", language="en-CA")) == ["updated? 2025-03-04..2025-04-03"]


def test_versions_settle_each_other() -> None:
    """The order that one capture shows is that of the others, unless they show two."""
    open_figures, day_first = page("Last updated: 03/04/2025"), page("Last updated: 25/05/2025")
    month_first = page("Last updated: 05/25/2025")
    assert told(calendar_dates.settled([open_figures, day_first])[0]) == ["updated 2025-04-03"]
    assert told(calendar_dates.settled([month_first, open_figures])[1]) == ["updated 2025-03-04"]
    both = [open_figures, day_first, month_first]
    assert calendar_dates.settled(both) == tuple(both)
    assert calendar_dates.settled([open_figures, open_figures]) == (open_figures, open_figures)


@given(st.dates(date(2000, 1, 1), date(2089, 12, 31)))
def test_figures_never_become_another_day(day: date) -> None:
    """Whatever the order, the day is among those that the figures may be."""
    for form in (f"{day:%d/%m/%Y}", f"{day:%m/%d/%Y}", f"{day:%d-%m-%y}"):
        for one in calendar_dates.read_dates(form):
            assert day in (one.first, one.last)
    assert [
        one.day for one in calendar_dates.read_dates(f"{day:%Y-%m-%d} {day.day}.{day.month}.{day.year}")
    ] == [day] * 2


def test_digits_that_are_no_decimals_are_no_dates() -> None:
    """Circled and raised digits are digits for Python and refused by its numbers."""
    assert calendar_dates.read_dates("①②/①②/2024, ¹²³⁴-05-06, 2024年①月②日") == ()


# --- what a comparison says of dates ---


def versions(old: str, new: str) -> Comparison:
    """Two versions of a page whose date line and term differ."""

    def version(line: str, days: int) -> bytes:
        kept = f"We keep your letters for {days} days after you close your account."
        text = f"<h1>Privacy Policy</h1><p>{line}</p><h2>How long</h2><p>{kept}</p>"
        return f"<!doctype html><html lang=en><body><main>{text}</main></body></html>".encode()

    return compare(version(old, 30), version(new, 180))


def moved(comparison: Comparison) -> list[str]:
    return [one.sentence for one in comparison.findings if one.category == "effective-date"]


def heads(comparison: Comparison) -> list[tuple[str, ...]]:
    sides = (comparison.old, comparison.new)
    return [document_text.known(comparison, document, CaptureInfo("page.html")) for document in sides]


def test_head_and_finding_agree() -> None:
    """Open figures are told as they are printed, by the head of the report and by the finding."""
    pair = versions("Last updated: 03/04/2025", "Last updated: 04/05/2025")
    assert moved(pair) == ["The printed date moved from 03/04/2025 to 04/05/2025."]
    assert ["updated 03/04/2025" in heads(pair)[0], "updated 04/05/2025" in heads(pair)[1]] == [True, True]
    month = versions("Last updated: March 2025", "Last updated: April 2025")
    assert moved(month) == ["The printed date moved from March 2025 to April 2025."]
    assert "updated March 2025" in heads(month)[0]


def test_one_version_settles_the_figures_of_the_other() -> None:
    """03/04/2025 beside 25/05/2025 is a day in April, for the head and for the finding."""
    pair = versions("Last updated: 03/04/2025", "Last updated: 25/05/2025")
    assert moved(pair) == ["The printed date moved from 3 April 2025 to 25 May 2025."]
    assert "updated 3 April 2025" in heads(pair)[0]


def test_the_day_of_the_version_before_is_no_printed_date() -> None:
    """A line that names the day of another text comes behind what the page states of itself."""
    pair = versions(
        "The policy below takes effect on 30 May 2026.</p><p>The previous policy was posted on 2 May 2025.",
        "Last updated 30 May 2026",
    )
    assert not any("moved" in one for one in moved(pair))
    real = versions("Posted on 2 May 2025.", "Last updated 30 May 2026")
    assert moved(real) == ["The printed date moved from 2 May 2025 to 30 May 2026."]


def is_silent(comparison: Comparison) -> bool:
    return any(reason.code == "silent-change" for reason in comparison.reasons)


def test_a_change_is_silent_only_under_dates_that_stand_still() -> None:
    """Where the second of two dates moves, be it by a month, nothing was silent."""
    same = "Effective: 1 January 2025. Last updated: March 2025"
    assert is_silent(versions(same, same))
    assert not is_silent(versions(same, "Effective: 1 January 2025. Last updated: April 2025"))
    assert not is_silent(
        versions("Updated 2 May 2025", "Updated <time datetime=2025-06-02>2 days ago</time>")
    )
    assert not is_silent(versions("Last updated: 03/04/2025", "Last updated: 3 April 2025"))


def test_a_date_printed_otherwise_did_not_move() -> None:
    """The same day in other words, or a day of the month that was printed before, is no new date."""
    assert moved(versions("Last updated: 3 April 2025", "Last updated: April 3rd, 2025")) == []
    assert moved(versions("Last updated: April 2025", "Last updated: 3 April 2025")) == []
    assert moved(versions("Last updated: 03/04/2025", "Last updated: 3 April 2025")) == []


@pytest.mark.parametrize(
    "part",
    [
        "<time datetime=2025-03-03></time>",
        "<time datetime=2025-03-03>a",
        "Updated <time datetime=2025-03-03>now</time>",
        "<img alt='Updated 3 May 2024'>",
        "<p><span data-date=2025-03-03>",
    ],
)
def test_hostile_moments_stay_cheap(part: str) -> None:
    """Ten thousand of them, beside each other or in one another, end at once (the test would hang)."""
    normalise(b"<html><body><main><h1>Policy</h1><p>" + part.encode() * 10_000)
