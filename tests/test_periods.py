"""Spans of time in sentences: which there are, and what looks like one and is none."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policydiff.periods import periods
from policydiff.periods.numberwords import numbers

NAMED = [
    # digits, with decimals and thousands
    ("en", "We keep logs for 90 days.", ["90 days"]),
    ("en", "Archives stay for 1,000 days and drafts for 2.5 years.", ["1,000 days", "2.5 years"]),
    ("en", "Receipts are kept for 10,000 days.", ["10,000 days"]),
    ("de", "Belege bleiben 1.000 Tage und Entwürfe 1,5 Jahre.", ["1,000 days", "1.5 years"]),
    ("de", "Archive bleiben 10'000 Tage.", ["10,000 days"]),
    ("fr", "Archives : 1\u202f000 jours, brouillons : 2,5 ans.", ["1,000 days", "2.5 years"]),
    ("es", "Archivos: 1.000 días; borradores: 1,5 años.", ["1,000 days", "1.5 years"]),
    ("en", "It takes 1½ years.", ["1.5 years"]),
    (
        "en",
        "Since 01-05-2024 30 days, before 05 days, cookies 9999 years.",
        ["30 days", "5 days", "9,999 years"],
    ),
    # words
    ("en", "Notes are erased after ninety days.", ["90 days"]),
    ("en", "NOTES ARE ERASED AFTER NINETY DAYS.", ["90 days"]),
    ("en", "after twenty-four months or three hundred and sixty-five days", ["24 months", "365 days"]),
    ("en", "six and a half months", ["6.5 months"]),
    ("en", "half a year", ["0.5 years"]),
    ("en", "a year and a half", ["1.5 years"]),
    ("es", "un año y medio", ["1.5 years"]),
    ("en", "13 [1] months", ["13 months"]),
    ("de", "30 Tage¹", ["30 days"]),
    ("en", "Call 800-555-0142 days or nights", []),
    ("de", "Tel. +49 30 123456 Tage und Nächte", []),
    ("en", "30-90 days", ["30 days", "90 days"]),
    ("en", "Phone: 365-1095 days; calls 100-1000 days", ["365 days", "1,095 days", "100 days", "1,000 days"]),
    ("de", "Telefon: 180-365 Tage", ["180 days", "365 days"]),
    ("de", "unter 100-1000 Tagen", ["100 days", "1,000 days"]),
    ("de", "nach vierundzwanzig Monaten oder neunzig Tagen", ["24 months", "90 days"]),
    ("de", "anderthalb Jahre", ["1.5 years"]),
    ("de", "dreissig Tage, zwoelf Monate", ["30 days", "12 months"]),
    ("fr", "quatre-vingt-dix jours ou soixante et onze semaines", ["90 days", "71 weeks"]),
    ("fr", "nonante jours", ["90 days"]),
    ("fr", "six mois et demi", ["6.5 months"]),
    ("es", "noventa días o treinta y seis meses", ["90 days", "36 months"]),
    ("es", "dos años y medio", ["2.5 years"]),
    # number and word, fillers, ranges
    ("en", "thirty (30) calendar days", ["30 days"]),
    ("en", "for a period of (45) days", ["45 days"]),
    ("fr", "dix (10) jours ouvrés", ["10 working days"]),
    ("en", "30 to 90 days", ["30 days", "90 days"]),
    ("en", "between one and two years", ["1 year", "2 years"]),
    ("de", "zwei bis drei Jahre", ["2 years", "3 years"]),
    ("en", "a 30-day period", ["30 days"]),
    ("de", "eine zwölfmonatige oder 30-tägige Frist", ["12 months", "30 days"]),
    ("de", "eine 90-Tage-Frist", ["90 days"]),
    # one, and a word for one
    ("en", "within a year", ["1 year"]),
    ("en", "One year", ["1 year"]),
    ("fr", "conservées un an", ["1 year"]),
    ("de", "binnen eines Monats", ["1 month"]),
    ("es", "durante un día", ["1 day"]),
    # footnote marks
    ("en", "Cookies are kept for 13¹ months.", ["13 months"]),
    ("en", "Cookies are kept for 13[2] months and logs 30* days.", ["13 months", "30 days"]),
    ("fr", "13 (1) mois", ["13 months"]),
    ("de", "13² Monate", ["13 months"]),
]

NONE = [
    # numbers of telephones
    ("en", "Call us on 555 0100 days and evenings, on 0800 123 456 nights."),
    ("en", "Call 555-1234 days"),
    ("en", "Phone us at 555-1234 days and evenings, or dial 5551234 nights."),
    ("en", "Phone: 555-1234 days and evenings, mobile: 365-1096 nights"),
    ("de", "Telefon: 555-1234 Tage und Nächte"),
    ("fr", "Téléphone : 365-1096 jours ouvrés"),
    ("de", "Rufen Sie an unter 555-1234 Tage und Nächte"),
    ("fr", "Appelez le 555-1234 jours ouvrés"),
    ("es", "Llame al 555-1234 días y noches"),
    ("en", "Ring +1 555 200 300 days or (020) 7946 0018 days and weekends."),
    ("de", "Telefon 030 1234567 Tage und Nächte"),
    ("fr", "Téléphone : 01 23 45 67 89 jours ouvrés"),
    ("es", "Llame al 900 123 456 días laborables"),
    ("en", "The plan costs $9.99 per month."),
    ("en", "while you pay $6 a month"),
    ("en", "pay €5 for a month"),
    ("de", "Das kostet 5 € im Monat."),
    ("fr", "Le service coûte 5 € par mois."),
    ("es", "cuesta 5 € al mes"),
    ("en", "Support is there 24 hours a day, 7 days a week."),
    ("de", "24 Stunden am Tag"),
    ("fr", "7 jours sur 7"),
    ("es", "24 horas al día"),
    ("en", "You must be 16 years old."),
    ("en", "people 18 years or older"),
    ("en", "children under 13 years"),
    ("de", "Kinder unter 16 Jahren"),
    ("fr", "mineurs de moins de 15 ans"),
    ("es", "menores de 14 años"),
    ("en", "See Section 12. Days are counted in full."),
    ("en", "page 3 days"),
    ("en", "since COVID-19 days are longer"),
    ("en", "One day we may change this."),
    ("en", "once a year"),
    ("en", "wait a second"),
    ("de", "einmal im Jahr"),
    ("fr", "Un jour, nous pourrions la vendre."),
    ("fr", "Vous devez être âgé de moins de 15 ans."),
    ("fr", "dès 18 ans"),
    ("de", "Der Dienst ist ab 18 Jahren."),
    ("es", "quien tiene 16 años o más"),
    ("en", "five dollars a month"),
    ("en", "You pay 60 euros per year or 6 euros each month."),
    ("fr", "cinq euros par an"),
    ("de", "fünf Euro jährlich, zehn Anfragen pro Tag"),
    ("es", "diez solicitudes por día"),
    ("en", "① months"),
    ("en", "₁₂ months, ⑫ days, ⅻ years"),
    ("en", "Published in May 2024. Years pass."),
    ("en", ""),
]


@pytest.mark.parametrize(("language", "text", "named"), NAMED)
def test_a_period_is_read_as_people_write_it(language: str, text: str, named: list[str]) -> None:
    """In digits and words, with fillers, ranges, halves and footnote marks."""
    assert [str(period) for period in periods(text, language)] == named


@pytest.mark.parametrize(("language", "text"), NONE)
def test_a_number_beside_a_unit_is_not_always_a_period(language: str, text: str) -> None:
    """A price, a rate, an age, a section and an article are none."""
    assert periods(text, language) == ()


def test_digits_of_any_script_count() -> None:
    """Arabic-Indic and Devanagari digits are digits."""
    assert [str(period) for period in periods("٣٠ days, १२ months", "en")] == ["30 days", "12 months"]


def test_a_period_has_its_words_and_its_length() -> None:
    """The words are those of the text, and the length is in days."""
    text = "Logs stay for ninety (90) days."
    (period,) = periods(text, "en")
    assert period.text == "ninety (90) days" == text[period.start : period.end]
    assert period.days == 90
    assert [found.days for found in periods("2 weeks, 5 working days, 1.5 years", "en")] == [
        14,
        7,
        Fraction(1095, 2),
    ]


@pytest.mark.parametrize(
    ("language", "month"), [("en", "months"), ("de", "Monate"), ("fr", "mois"), ("es", "meses")]
)
def test_every_number_in_words_is_read(language: str, month: str) -> None:
    """Each word for a number up to a thousand, as a text has it, has its value."""
    table = numbers(language)
    assert {int(value) for value in table.values() if value.denominator == 1} == set(range(1, 1001))
    for said, value in table.items():
        if value > 1:
            (period,) = periods(f"x, {said} {month}", language)
            assert period.value == value, said


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "a one 1 ① ٣ ½ , . - ( ) [1] ¹ $ days day months Jahre Tage mois ans días to bis".split()
        ),
        max_size=12,
    ),
    st.sampled_from(["en", "de", "fr", "es", "", "zz"]),
)
def test_nothing_in_a_text_stops_the_reading(parts: list[str], language: str) -> None:
    """Periods lie in the text, in order, whatever stands there."""
    for text in (" ".join(parts), "".join(parts)):
        found = periods(text, language)
        assert all(text[period.start : period.end] == period.text for period in found)
        assert all(one.end <= other.end for one, other in pairwise(found))


def test_the_time_grows_with_the_text() -> None:
    """Numbers looked at per unit are bounded, whatever stands in front of it."""
    for head, unit in product(("1 ", "(", "a ", "1,", "twenty "), ("days ", "")):
        assert len(periods((head * 400 + unit) * 20, "en")) <= 20
