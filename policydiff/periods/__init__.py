"""Spans of time in a text: "90 days", "twenty-four months", "anderthalb Jahre".

In comes a text and its language, out come the periods it names, each with its value, unit and place. Read
are digits with decimals and thousands, and words up to a thousand, in English, French, German and Spanish.
A number counts only where its unit follows it, so that a price per month, the number of a section or page
and a footnote mark ("13¹ months") make no period; ages ("16 years old") and rates ("7 days a week") are none
either.

What the reading gets wrong: "1,250 years" and "1.250 years" are twelve hundred and fifty in every language,
since nobody states a period to three decimals; a number of years that is an age and does not say so is a
period.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff.periods import unitwords
from policydiff.periods.numberwords import LONGEST, numbers
from policydiff.periods.unitwords import UNITS, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Language

_DAYS: dict[Unit, Fraction] = {
    "second": Fraction(1, 86_400), "minute": Fraction(1, 1440), "hour": Fraction(1, 24), "day": Fraction(1),
    "working day": Fraction(7, 5), "week": Fraction(7), "month": Fraction(30), "year": Fraction(365),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time that a text names."""

    value: Fraction
    """How many units: "1,5 Jahre" has 3/2."""
    unit: Unit
    text: str
    """The words that name it, as they stand."""
    start: int
    """Offset of these words in the text, in characters."""

    @property
    def end(self) -> int:
        """Offset just behind them."""
        return self.start + len(self.text)

    @property
    def days(self) -> Fraction:
        """Its length in days: a month has 30 and a year 365, five working days are a week."""
        return self.value * _DAYS[self.unit]

    def __str__(self) -> str:
        """In English: "90 days", "1.5 years", "1,000 days"."""
        whole = self.value.denominator == 1
        value = f"{self.value.numerator:,}" if whole else f"{float(self.value):,.4f}".rstrip("0")
        return f"{value} {self.unit}{'' if self.value == 1 else 's'}"


class _Number(NamedTuple):
    """A number in front of a unit."""

    value: Fraction
    start: int
    article: bool = False
    """It is a word for one that may be an article."""


class _PeriodPatterns(NamedTuple):
    """The patterns of one language."""

    code: str
    unit: re.Pattern[str]
    """Any name of a unit."""
    meanings: tuple[tuple[Unit, int], ...]
    """Unit and factor of each group of that pattern."""
    filler: re.Pattern[str]
    cue: re.Pattern[str]
    rate: re.Pattern[str]
    age_behind: re.Pattern[str]
    age_before: re.Pattern[str]
    half: re.Pattern[str]
    half_behind: re.Pattern[str]
    lasts: frozenset[str]
    """The last words of numbers, and words between them and a unit: most units follow another word."""


_NEVER = r"(?!)"
_WINDOW = 120
"""Characters in front of a unit in which its number stands."""
_BEHIND = 40
"""Characters behind a unit that are looked at for what the period is."""
_NEAR = 24
"""Characters in front of a number that are looked at for what it is."""
_SPACES = "\u00a0\u2009\u202f"
_DIGITS = re.compile(
    rf"(?<![\w.,/'’])(?<![^\W\d_]-)"
    rf"(?:\d{{1,3}}(?:[.,'’ {_SPACES}]\d{{3}})+(?:[.,]\d{{1,9}})?|\d{{1,9}}(?:[.,]\d{{1,9}})?)"
    r"[½¼¾]?$|(?<![\w.,/])[½¼¾]$"
)
_GROUPED = re.compile(rf"([1-9]\d{{0,2}}(?:([.,'’ {_SPACES}])\d{{3}})(?:\2\d{{3}})*)(?:[.,](\d+))?")
_FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_NOTE = re.compile(r"(?:\s?[¹²³⁰⁴-⁹]+|\[\^?\w{1,3}\]|[*†‡]{1,3})$")
_BRACKETS = re.compile(r"\s*\(\s*([\w][\w .,'’-]{0,40})\s*\)$")
_GLUE = re.compile(r"(?:\s|-|\u2010|\u2011)+$")
_RANGE = re.compile(
    r"\s*(?:[-\u2010-\u2015]|\b(?:to|or|and|bis|oder|und|à|ou|et|a|o|y)\b)\s*$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s-]*")
_MONEY = re.compile(unitwords.MONEY, re.IGNORECASE)
_PRICE = re.compile(unitwords.PRICE, re.IGNORECASE)
_NAMED = re.compile(unitwords.NAMED, re.IGNORECASE)


def periods(text: str, language: Language) -> list[Period]:
    """The periods that a text names, in their order; of "30 to 90 days" both.

    Args:
        text: a sentence or a clause.
        language: "en", "fr", "de" or "es"; any other is read as English.

    >>> [str(found) for found in periods("We keep logs for ninety (90) days and cookies 13¹ months.", "en")]
    ['90 days', '13 months']
    """
    words = _words(language if language in UNITS else "en")
    return [period for match in words.unit.finditer(text) for period in _named(text, match, words)]


@cache
def _words(code: str) -> _PeriodPatterns:
    def pattern(said: str) -> re.Pattern[str]:
        return re.compile(said, re.IGNORECASE)

    listed = UNITS[code]
    whole = "|".join(f"({said})" for _, said, _ in listed)
    glued = "|".join(f"({said})" for _, said in unitwords.GLUED) if code == "de" else _NEVER
    meanings = [(unit, factor) for unit, _, factor in listed]
    meanings += [(unit, 1) for unit, _ in unitwords.GLUED] if code == "de" else []
    return _PeriodPatterns(
        code,
        pattern(rf"(?:(?<![^\W\d_])(?:{whole})|(?:{glued}))(?!\w)"),
        tuple(meanings),
        pattern(rf"\b(?:{'|'.join(unitwords.FILLERS[code])})(?:\s|-)+$"),
        pattern(rf"\b(?:{unitwords.CUES[code]})(?:\s+|['’])$"),
        pattern(rf"\s*(?:{unitwords.RATES[code]})(?:\d|\b(?:{'|'.join(said for _, said, _ in listed)})\b)"),
        pattern(unitwords.AGES_BEHIND[code]),
        pattern(unitwords.AGES_BEFORE[code]),
        pattern(unitwords.HALF.get(code, _NEVER)),
        pattern(unitwords.HALF_BEHIND.get(code, _NEVER)),
        frozenset(
            word
            for said in (*numbers(code), *unitwords.ARTICLES[code], *unitwords.FILLERS[code], "half")
            for word in said.split()[-1:]
        ),
    )


def _named(text: str, match: re.Match[str], words: _PeriodPatterns) -> Iterator[Period]:
    """The period, or the two of a range, whose unit stands at a place."""
    unit, factor = words.meanings[(match.lastindex or 1) - 1]
    offset = max(0, match.start() - _WINDOW)
    before = text[offset : match.start()]
    number = _counted(before, words) if _may_count(before, words) else None
    if number is None:
        return
    lead, behind = before[: number.start], text[match.end() : match.end() + _BEHIND]
    if _is_none(lead, behind, number, unit, words):
        return
    value, end = number.value, match.end()
    more = words.half_behind.match(behind)
    if more is not None:
        value, end = value + Fraction(1, 2), end + more.end()
    start = number.start
    joined = _RANGE.search(lead, max(0, len(lead) - _NEAR))
    first = _counted(lead[: joined.start()], words, glue=False) if joined else None
    if first is not None and first.value < value:
        start = first.start
        if _is_none(before[:start], behind, first._replace(article=False), unit, words):
            return
        yield Period(first.value * factor, unit, text[offset + start : end], offset + start)
    yield Period(value * factor, unit, text[offset + start : end], offset + start)


def _may_count(before: str, words: _PeriodPatterns) -> bool:
    """Whether a number may stand at the end of a text: what most units follow is quickly seen to be none."""
    before = before.rstrip().rstrip("-\u2010\u2011")
    if not before or not before[-1].isalpha():
        return bool(before)
    last = re.split(r"[\W\d_]", before[-_NEAR:])[-1].lower()
    return last in words.lasts or len(last) == _NEAR


def _counted(before: str, words: _PeriodPatterns, *, glue: bool = True) -> _Number | None:
    """The number at the end of what stands in front of a unit."""
    if glue:
        before = _without(_GLUE, before)
        before = _without(words.filler, before + " ").rstrip() if before else before
    half = words.half.search(before)
    if half is not None:
        before = before[: half.start()]
    brackets = _BRACKETS.search(before)
    found = _number(_without(_NOTE, before[: brackets.start()] if brackets else before), words.code)
    if found is None and brackets is not None:
        found = _number(before[: brackets.end(1)], words.code)
    if found is not None and half is not None:
        return found._replace(value=found.value + Fraction(1, 2), article=False)
    return found


def _without(pattern: re.Pattern[str], before: str) -> str:
    found = pattern.search(before)
    return before[: found.start()] if found else before


def _number(before: str, code: str) -> _Number | None:
    """A number at the very end of a text, in digits or words."""
    digits = _DIGITS.search(before)
    if digits is not None:
        return _Number(_value(digits.group()), digits.start())
    return _in_words(before, code)


def _value(written: str) -> Fraction:
    r"""The value of digits.

    >>> [str(_value(written)) for written in ("1,5", "1.000", "10,000", "1\u202f000", "2½")]
    ['3/2', '1000', '10000', '1000', '5/2']
    """
    more = _FRACTIONS.get(written[-1])
    if more is not None:
        return more + _value(written[:-1] or "0")
    grouped = _GROUPED.fullmatch(written)
    if grouped is not None:
        whole, decimals = re.sub(r"\D", "", grouped[1]), grouped[3] or ""
    else:
        whole, _, decimals = written.replace(",", ".").partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def _in_words(before: str, code: str) -> _Number | None:
    """The longest number in words at the end of a text."""
    known = numbers(code)
    found = list(_WORD.finditer(before))[-LONGEST:]
    if not found or found[-1].end() != len(before):
        return None
    near = len(found) - 1  # the words that only blanks and hyphens part from the last one
    while near and _BETWEEN.fullmatch(before, found[near - 1].end(), found[near].start()):
        near -= 1
    for first in range(near, len(found)):
        said = " ".join(word.group() for word in found[first:]).lower()
        article = said in unitwords.ARTICLES[code]
        value = Fraction(1) if article else known.get(said)
        if value is not None:
            return _Number(value, found[first].start(), article)
    return None


def _is_none(lead: str, behind: str, number: _Number, unit: Unit, words: _PeriodPatterns) -> bool:
    """Whether a number and its unit are no span of time: an age, a rate, a price, a section.

    Args:
        lead: what stands in front of the number.
        behind: what stands behind the unit.
        number: the number.
        unit: its unit.
        words: the language's.
    """
    near = lead[-_NEAR:]
    if _NAMED.search(near) or _MONEY.search(near) or words.rate.match(behind):
        return True
    if number.article and not _is_one(lead, behind, unit, words):
        return True
    if unit != "year":
        return False
    return words.age_behind.match(behind) is not None or words.age_before.search(lead) is not None


def _is_one(lead: str, behind: str, unit: Unit, words: _PeriodPatterns) -> bool:
    """Whether a word for one counts: behind a word of length, or where it stands alone in its cell."""
    if _PRICE.search(lead[-_NEAR:]):
        return False
    if words.cue.search(lead[-_NEAR:]):
        return True
    if not lead.strip() or lead.rstrip()[-1] in ":(;–—":
        return not behind.strip() or behind.lstrip()[0] in ".,;)("
    return words.code != "en" and unit in ("week", "month", "year")
