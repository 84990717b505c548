"""The dates that a text contains, whatever they mean: days, months, and figures in an unknown order
(03/04/2025).

In: a text in any language. Out: `PrintedDate` values with their places. Strict on purpose: a date needs a
year; "within 30 days" and "May" are not dates. Figures of any script are read (٢٦, २६); years of Thailand,
Iran, Taiwan and Japan's eras become ours; a day of the Hijra, which the sighting of the moon moves, is a
span. Nothing depends on today.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import decimal

from policydiff import languages
from policydiff.calendar_dates import calendars
from policydiff.calendar_dates.calendars import valid
from policydiff.calendar_dates.months import date_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from policydiff.languages import Calendar

LONGEST = 4000
"""Most characters of a text that are read."""


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as it stands in a text."""

    start: int
    end: int
    first: date
    last: date
    """The first and the last day that it may be: the same day if a day is printed; the ends of the month if
    only a month is; the two readings if day and month are figures in an unknown order."""
    separator: str = ""
    """Between day and month, where both are figures before the year ("/"), else ""."""
    day_first: bool | None = None
    """Whether the day comes first in such figures, if they show it themselves (25/03) or the page does; else
    None."""
    readings: tuple[date, date] | None = None
    """Of figures in an unknown order: the date if the day comes first, and the date if the month does."""

    @property
    def day(self) -> date | None:
        """The day, None if it may be several."""
        return self.first if self.first == self.last else None

    def settled(self, *, day_first: bool) -> PrintedDate:
        """The same date with the order of its figures settled."""
        if self.readings is None:
            return self
        day = self.readings[0 if day_first else 1]
        return replace(self, first=day, last=day, day_first=day_first)


_WORD = (
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u0957\u0981-\u0983"
    r"\u09bc-\u09d7\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])*"
)
"""A word: the vowel signs of Indian, Thai and Semitic scripts are no letters for a regular expression."""
_TOKEN = re.compile(rf"\d+|{_WORD}|[^\w\s]")
_YEAR = r"(?:19[89]\d|20\d\d|25[4-9]\d|1[34]\d\d)"
_DIGITS = "0-9\u0660-\u1fff\ua620-\uabff\uff10-\uff19\U00010000-\U0010ffff"
"""The digits of all scripts, as ranges with some letters among them: matching ranges is much faster than
matching any digit."""
_ANCHOR = re.compile(
    rf"[{_DIGITS}年년](?:(?<=\d)(?:\d{{3}}|\s?[./-]\s?\d\d?\s?[./-]\s?['’]?\d\d|(?<=['’‘-].)\d(?!\d))|(?<=[年년]))"
)
"""What every date contains and few clauses do. The pattern begins with a set of characters, because only such
a pattern is searched for fast."""
_PARTED = "\0"
"""Separates texts that are searched together; no text contains it."""
_BEGIN_DIGIT = frozenset((*b"0123456789", *range(0xD9, 0xE2), 0xE5, 0xEA, 0xEB, *range(0xEF, 0xF5)))
"""The first bytes, in UTF-8, of the characters that `_ANCHOR` begins with; quotes begin with 0xE2."""
_NO_DIGIT = bytes(code for code in range(256) if code not in (_BEGIN_DIGIT | {0}))
"""Deleting all these bytes shows in a tenth of the time whether a text may have a digit."""
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_PLAIN = {
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\u200e\u200f\u061c\u3000"), " "),
    **dict.fromkeys(range(0x202A, 0x202F), " "),
    **dict.fromkeys(range(0x2066, 0x206A), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011－"), "-"),
    ord("／"): "/",
    ord("．"): ".",
}
_ALONE = "(?<![0-9A-Za-zÀ-ÿ_/.-])"
_FIGURES = re.compile(
    rf"{_ALONE}(?P<y>{_YEAR})\s?(?P<ysep>[-/.])\s?(?P<ym>\d{{1,2}})\s?(?P=ysep)\s?(?P<yd>\d{{1,2}})"
    r"(?!\.?\d|[/-])"
    rf"|{_ALONE}(?P<a>\d{{1,2}})\s?(?P<sep>[./-])\s?(?P<b>\d{{1,2}})\s?(?P=sep)\s?(?P<z>{_YEAR}|['’]?\d\d)"
    r"(?!\.?\d|[/-])"
    rf"|{_ALONE}(?P<cy>20\d\d)(?P<cm>0[1-9]|1[0-2])(?P<cd>0[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)"
    rf"|{_ALONE}(?P<my>20\d\d)[-/](?P<mm>0[1-9]|1[0-2])(?!\d|[./-]\d)"
    rf"|{_ALONE}(?P<nm>0?[1-9]|1[0-2])\s?/\s?(?P<ny>20\d\d)(?!\d|[./-]\d)"
    rf"|{_ALONE}(?P<pm>0[1-9]|1[0-2])\.(?P<py>20\d\d)(?!\d|[./-]\d)"
)
_HAN = {"〇": 0, "零": 0, "元": 1, **{sign: number for number, sign in enumerate("一二三四五六七八九", 1)}}
_SIGNS = rf"[\d十{''.join(_HAN)}]"
_EAST = re.compile(
    rf"(?:(?P<era>{'|'.join(calendars.ERAS)})\s?)?(?P<y>{_SIGNS}{{1,4}})\s?[年년]\s?"
    rf"(?P<m>{_SIGNS}{{1,3}})\s?[月월](?:\s?(?P<d>{_SIGNS}{{1,3}})\s?[日일号號])?"
    r"|(?:ngày\s(?P<vd>\d{1,2})\s)?tháng\s(?P<vm>\d{1,2})\s(?:năm|,)?\s?(?P<vy>20\d\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR_TOKEN = re.compile(
    rf"(?<!\d)(?:{_YEAR}(?-i:(?![\da-zà-ÿ_]))|(?:['’‘]|(?<=[a-z]-)|(?<=[a-z.]\s)(?=\d\d\s?(?:$|[.,;|)])))"
    r"\d\d(?![\w'’%-]|[.,]\d))",
    re.IGNORECASE,
)
"""A year; after it stands no digit and no small letter; a link that is glued to it begins with a capital."""
_BETWEEN = frozenset(", . - – / ' ’ ‘ º ª °".split())
"""Signs that may stand between the parts of a date: "5 May, 2024", "1° de mayo"."""
_BEFORE, _BEHIND = 60, 30
"""Characters before a year and after it that may belong to its date."""
_MOST_BETWEEN = 4
"""Signs or small words between two parts of a date: "5th day of May, 2024"."""
_GLUED = re.compile(r"[\w/.-]")


def read_dates(text: str, language: str = "") -> tuple[PrintedDate, ...]:
    """Every date in a text, in reading order; of two that overlap the longer one.

    Args:
        text: what to read; after `LONGEST` characters nothing is.
        language: tells the calendar of years such as 1403.
    """
    text = text[:LONGEST]
    if not may_have_date(text):
        return ()
    return _read_dates(text, _calendar(language))


def without_dates(text: str, language: str = "") -> str:
    """A text with a blank in the place of each date.

    >>> without_dates("Updated 23 February 2031.")
    'Updated  .'
    """
    for one in reversed(read_dates(text, language)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text


@lru_cache(maxsize=64)
def _calendar(language: str) -> Calendar:
    """The calendar that is used in a language beside the Gregorian one."""
    found = languages.find(language)
    return found.dates.calendar if found else ""


def may_have_date(text: str) -> bool:
    """Whether a text contains what every date contains: a quick test that few clauses pass."""
    return bool(_digits(text)) and _ANCHOR.search(text) is not None


def may_have_dates(texts: Sequence[str]) -> list[int]:
    """The places of the texts for which `may_have_date` is true, found in one search over all of them."""
    read = [text[:LONGEST] for text in texts]
    found = _digits(_PARTED.join(read)).split(_PARTED.encode())
    candidates = zip(read, found, strict=False)  # not strict: a text that contains a NUL counts as two
    return [
        place
        for place, (text, digits) in enumerate(candidates)
        if (len(digits) > 1 or not digits.isascii()) and _ANCHOR.search(text)  # a year has two digits
    ]


def _digits(text: str) -> bytes:
    """The bytes of a text that may begin a digit, and the separators."""
    return text.encode("utf-8", "surrogatepass").translate(None, _NO_DIGIT)


@lru_cache(maxsize=1024)
def _read_dates(text: str, calendar: Calendar) -> tuple[PrintedDate, ...]:
    plain = _plain(text)
    found = [*_figures(plain, text, calendar), *_eastern(plain), *_in_words(plain)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[PrintedDate] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _plain(text: str) -> str:
    """The same letter by letter with our digits, hyphens and blanks, without marks of direction."""
    if text.isascii():
        return text
    return _FOREIGN_DIGIT.sub(lambda found: str(decimal(found[0])), text.translate(_PLAIN))


# --- figures


def _figures(plain: str, text: str, calendar: Calendar) -> Iterator[PrintedDate]:
    for match in _FIGURES.finditer(plain):
        part = match.groupdict()
        start, end = match.span()
        if part["a"]:
            one = _day_and_month(match, calendar)
        elif part["y"] or part["cy"]:
            names = (("y", "cy"), ("ym", "cm"), ("yd", "cd"))
            year, month, day = (int(part[parted] or part[compact]) for parted, compact in names)
            one = _of_calendar((year, month, day), calendar or _of_digit(text[start]), (start, end))
        else:
            year = int(part["my"] or part["ny"] or part["py"])
            one = PrintedDate(
                start, end, *calendars.month_of(year, int(part["mm"] or part["nm"] or part["pm"]))
            )
        if one:
            yield one


def _of_digit(digit: str) -> Calendar:
    """The calendar that is used along with the digits of a script."""
    if "۰" <= digit <= "۹":
        return "persian"
    return "hijra" if "٠" <= digit <= "٩" else "buddhist" if "๐" <= digit <= "๙" else ""


def _of_calendar(
    figures: tuple[int, int, int], calendar: Calendar, place: tuple[int, int]
) -> PrintedDate | None:
    """A day in the calendar that its year belongs to: the Gregorian one, or the one used beside it."""
    year, month, day = figures
    if 1300 <= year < 1500:
        if calendar == "hijra":
            span = calendars.hijra(year, month, day)
            return PrintedDate(*place, *span) if span else None
        one = calendars.persian(year, month, day) if calendar == "persian" else None
    elif year > 2500:
        one = valid(year - calendars.BUDDHIST, month, day) if calendar == "buddhist" else None
    else:
        one = valid(year, month, day)
    return PrintedDate(*place, one, one) if one else None


def _day_and_month(match: re.Match[str], calendar: Calendar) -> PrintedDate | None:
    """Day and month in figures before their year."""
    first, second = int(match["a"]), int(match["b"])
    year = _full(match["z"])
    if year > 2500:
        if calendar != "buddhist":
            return None
        year -= calendars.BUDDHIST
    if year < 1900 or (len(match["z"]) < 4 and first > 12 and year < 2013):  # 13/05/06 may be 2013
        return None
    place, separator = match.span(), match["sep"]
    with_day, with_month = valid(year, second, first), valid(year, first, second)
    if separator == ".":
        with_month = None if with_day else with_month
    one = with_day or with_month
    if one is None:
        return None
    if with_day is None or with_month is None:
        return PrintedDate(*place, one, one, separator, day_first=with_day is not None)
    if with_day == with_month:
        return PrintedDate(*place, one, one, separator)
    both = (with_day, with_month)
    return PrintedDate(*place, min(both), max(both), separator, readings=both)


def _full(year: str) -> int:
    """A year of two digits in full: none of these pages is older than 1990."""
    number = int(year.lstrip("'’‘"))
    return number if number > 99 else number + (1900 if number >= 90 else 2000)


# --- the far east


def _eastern(plain: str) -> Iterator[PrintedDate]:
    for match in _EAST.finditer(plain):
        if match["vy"]:
            one = _printed(int(match["vy"]), int(match["vm"]), int(match["vd"] or 0), match.span())
        else:
            year = _han(match["y"]) + calendars.ERAS.get(match["era"] or "", 0)
            one = _printed(year, _han(match["m"]), _han(match["d"] or ""), match.span())
        if one:
            yield one


def _han(figures: str) -> int:
    """A number in digits or in Chinese ones ("二十六", "二〇二四"; "元" is the first year of an era)."""
    if not figures or figures.isdecimal():
        return int(figures or 0)
    if "十" in figures:
        before, _, behind = figures.partition("十")
        return (_han(before) or 1) * 10 + _han(behind)
    return int("".join(str(_HAN.get(sign, sign)) for sign in figures if sign in _HAN or sign.isdecimal()))


# --- month by name


@cache
def _between() -> frozenset[str]:
    """Signs and words that may stand between the parts of a date."""
    return _BETWEEN | date_vocabulary().between


@dataclass(slots=True)
class _DateTokens:
    """The words and signs on one side of a year, nearest first, and how far they were read."""

    tokens: list[re.Match[str]]
    at: int = 0

    def peek(self) -> str:
        self.skip()
        return self.tokens[self.at][0].casefold() if self.at < len(self.tokens) else ""

    def skip(self) -> None:
        """Pass over what may stand between the parts of a date."""
        most, between = self.at + _MOST_BETWEEN, _between()
        while self.at < min(most, len(self.tokens)) and self.tokens[self.at][0].casefold() in between:
            self.at += 1

    def take(self) -> re.Match[str]:
        self.at += 1
        return self.tokens[self.at - 1]


def _in_words(plain: str) -> Iterator[PrintedDate]:
    for year in _YEAR_TOKEN.finditer(plain):
        before = _DateTokens(list(_TOKEN.finditer(plain, max(0, year.start() - _BEFORE), year.start()))[::-1])
        one = _behind_month(year, before) or _before_month(year, plain)
        if one:
            yield one


def _behind_month(year: re.Match[str], before: _DateTokens) -> PrintedDate | None:
    """The year stands last: "5 May 2024", "May 5, 2024", "May 2024"."""
    day, place = _take_day(before)
    month, at = _take_month(before)
    if month and not day:
        day, place = _take_day(before)
    if not month or (not day and (len(year[0]) < 4 or month in date_vocabulary().short_months)):
        return None
    start = min(place, at) if day else at
    if _GLUED.search(year.string, start - 1, start) or (day and _GLUED.search(year.string, place - 1, place)):
        return None  # "version 3.2 May 2024"
    return _named(_full(year[0]), month, day, (start, year.end()))


def _before_month(year: re.Match[str], plain: str) -> PrintedDate | None:
    """The year stands first: "2024. június 26.", "2024-Jun-26"."""
    behind = _DateTokens(list(_TOKEN.finditer(plain, year.end(), year.end() + _BEHIND)))
    month, _ = _take_month(behind)
    if not month or len(year[0]) < 4:
        return None
    behind.skip()
    day, _ = _take_day(behind)
    return (
        _named(int(year[0]), month, day, (year.start(), behind.tokens[behind.at - 1].end())) if day else None
    )


def _take_month(tokens: _DateTokens) -> tuple[str, int]:
    """The next word for a month, which may be two words, and where it starts; ("", -1) if there is none."""
    word = tokens.peek()
    if not word:
        return "", -1
    following = tokens.tokens[tokens.at + 1][0].casefold() if tokens.at + 1 < len(tokens.tokens) else ""
    for name in (f"{following}_{word}", f"{word}_{following}"):
        if following and _known(name):
            first, second = tokens.take(), tokens.take()
            return name, min(first.start(), second.start())
    return (word, tokens.take().start()) if _known(word) else ("", -1)


def _known(name: str) -> bool:
    words = date_vocabulary()
    return name in words.months or name in words.persian_months or name in words.hijra_months


def _take_day(tokens: _DateTokens) -> tuple[int, int]:
    """The next day of the month, in figures or words, and where it starts; (0, -1) if there is none."""
    started = tokens.at
    word = tokens.peek()
    if word.isdecimal() and len(word) < 3 and 1 <= int(word) <= 31:
        return int(word), tokens.take().start()
    words = date_vocabulary()
    if word in words.ordinals:
        day, start = words.ordinals[word], tokens.take().start()
        ten = words.tens.get(tokens.peek(), 0)
        return (day + ten, tokens.take().start()) if ten and day < 10 else (day, start)
    tokens.at = started
    return 0, -1


def _named(year: int, month: str, day: int, place: tuple[int, int]) -> PrintedDate | None:
    """A date with the name of its month, which shows its calendar."""
    words = date_vocabulary()
    if month in words.months:
        number = words.months[month]
        return _printed(year - calendars.BUDDHIST if year > 2500 else year, number, day, place)
    if month in words.persian_months and day:
        one = calendars.persian(year, words.persian_months[month], day)
        return PrintedDate(*place, one, one) if one else None
    span = (
        calendars.hijra(year, words.hijra_months[month], day) if month in words.hijra_months and day else None
    )
    return PrintedDate(*place, *span) if span else None


def _printed(year: int, month: int, day: int, place: tuple[int, int]) -> PrintedDate | None:
    """A day of the Gregorian calendar, or a month if no day is printed."""
    if not 1980 <= year < 2100 or not 1 <= month <= 12:
        return None
    if not day:
        return PrintedDate(*place, *calendars.month_of(year, month))
    one = valid(year, month, day)
    return PrintedDate(*place, one, one) if one else None
