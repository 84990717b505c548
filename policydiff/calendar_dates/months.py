"""The words that dates contain, of all languages together; built when the first date is read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from policydiff.languages import LanguageWords


_IN_REPORTS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
"""Months as findings and reports name them."""


def month_name(month: int) -> str:
    """The name of a month in the words of findings and reports: "May"."""
    return _IN_REPORTS[month - 1]


def month_in_words(month: int, year: int) -> str:
    """A month in the words of findings and reports: "May 2024"."""
    return f"{month_name(month)} {year}"


def day_in_words(at: date) -> str:
    """A day in these words, the same under every locale.

    >>> from datetime import date
    >>> day_in_words(date(2024, 5, 7))
    '7 May 2024'
    """
    return f"{at.day} {month_in_words(at.month, at.year)}"


class DateVocabulary(NamedTuple):
    """Each word or phrase in lower case, underscores for blanks, with the number it stands for."""

    months: dict[str, int]
    """Of the Gregorian calendar."""
    persian_months: dict[str, int]
    hijra_months: dict[str, int]
    ordinals: dict[str, int]
    """Days of a month in words."""
    tens: dict[str, int]
    """Words before one of the first nine: "twenty first"."""
    short_months: frozenset[str]
    """Names of months that have another meaning in some language."""
    between: frozenset[str]
    """Words between the parts of a date."""


@cache
def date_vocabulary() -> DateVocabulary:
    """The words of all languages."""
    return DateVocabulary(
        _months(lambda one: one.dates.months),
        _months(lambda one: one.dates.persian_months),
        _months(lambda one: one.dates.hijra_months),
        _numbers(lambda one: one.dates.ordinals),
        _numbers(lambda one: one.dates.tens),
        languages.all_words(lambda one: one.dates.short_months),
        languages.all_words(lambda one: one.dates.between),
    )


@cache
def day_ending() -> str:
    """An expression of what is glued to the number of a day: the "th" of "5th"."""
    return "|".join(sorted(languages.all_words(lambda one: one.dates.ordinal_endings)))


def behind_day(blank: str = " ") -> str:
    """An expression of what stands between the number of a day and its month: "th of " of "5th of May"."""
    joins = sorted(languages.all_words(lambda one: one.dates.before_month))
    joined = "|".join(word + blank * (not word.endswith("'")) for word in joins)
    return rf"(?:{day_ending()})?\.?{blank}(?:{joined})?"


def _months(pick: Callable[[LanguageWords], tuple[str, ...]]) -> dict[str, int]:
    return {
        form: number
        for lines in languages.by_language(pick).values()
        for number, forms in enumerate(lines, 1)
        for form in forms.split()
    }


def _numbers(pick: Callable[[LanguageWords], Mapping[str, frozenset[str]]]) -> dict[str, int]:
    return {
        word: int(number)
        for one in languages.every()
        for number, words in pick(one).items()
        for word in words
    }
