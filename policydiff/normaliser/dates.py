"""The dates that a policy states of itself.

In come clauses, out come the days on which the page says it was revised ("Last updated: 5 May 2024") and
from which it says it applies ("Effective from", "in Kraft ab"), in English, French, German and Spanish.
Strict on purpose, as a wrong date in evidence is worse than none: a day counts only with its month and year
beside words that say what it is; "within 30 days", "May" and "March 2024" are no days; 01/02/2024 is two
days, and counts only where the language or another date of the page settles the order. Nothing depends on
today. docs/decisions/0003-stated-dates.md tells why no library does this.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff.models import StatedDate
from policydiff.normaliser import datewords

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.models import Clause, DateRole, Language

_MOST = 12
"""Dates that are reported: a page with more is a list of other things."""
_LONGEST = 4000
"""Characters of a clause that are looked at."""
_NEAR = 90
"""Characters before a date in which the words stand that say what it is."""
_SHORT = 130
"""A clause up to this length is a line of dates; in longer ones the sentence must name the document."""


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word))).replace(" ", r"\s+")


_MONTH = "|".join(
    f"(?P<m{number}>{_any(months[number - 1] for months in datewords.MONTHS.values())})"
    for number in range(1, 13)
)
_MONTH_NAME = "(?:" + _any({form for months in datewords.MONTHS.values() for form in months}) + ")"
_ORDINAL = r"(?:st|nd|rd|th|er|re|º|°|\.)?"
_YEAR_END = r"(?-i:(?![\da-zà-ÿ_-]))"
"""Behind a year stands no digit and no small letter; a link that is glued to it begins with a capital."""
_DATE = re.compile(
    rf"(?<![\w/.-])(?P<day>\d{{1,2}}){_ORDINAL}\s*(?:-|(?:de|of|day of)\s+)?"
    rf"(?P<month>{_MONTH_NAME})\b\.?,?\s*-?(?:del?\s+)?"
    rf"(?P<year>20\d\d){_YEAR_END}"
    rf"|\b(?P<month2>{_MONTH_NAME})\b\.?\s*(?P<day2>\d{{1,2}}){_ORDINAL}\s*,?\s*(?P<year2>20\d\d){_YEAR_END}"
    r"|(?<![\w/.-])(?P<iso>20\d\d)(?P<isosep>[-/.])(?P<isomonth>\d{1,2})(?P=isosep)(?P<isoday>\d{1,2})(?!\.?\d|[/-])"
    r"|(?<![\w/.-])(?P<a>\d{1,2})(?P<sep>[./-])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<yearn>20\d\d)(?!\.?\d|[/-])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20\d\d")
_BEFORE_YEAR, _BEHIND_YEAR = 50, 20
"""Characters of a date before its year and behind it, amply: texts have no runs of white space."""
_WHICH_MONTH = re.compile(_MONTH, re.IGNORECASE)
_CUE = re.compile(
    rf"\b(?:(?P<effective>{_any(word for words in datewords.EFFECTIVE.values() for word in words)})"
    rf"|(?P<updated>{_any(word for words in datewords.UPDATED.values() for word in words)}))\b",
    re.IGNORECASE,
)
_CUE_BEHIND = re.compile(rf"[\s(,;–-]*(?:{_CUE.pattern})", re.IGNORECASE)
_WEAK = re.compile(_any(datewords.WEAK), re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:and|und|et|y|e|&|/|,|\+)\s*(?:is|becomes)?\s*", re.IGNORECASE)
_UNTIL = re.compile(rf"\b(?:{_any(datewords.UNTIL)})\s*(?:\w+,?\s*)?$", re.IGNORECASE)
_RANGE = re.compile(rf"\s*,?\s*(?:{_any(datewords.RANGE)}|[–-])\s+(?:{_MONTH_NAME}\b|\d)", re.IGNORECASE)
_OTHER = re.compile(rf"\b(?:{_any((*datewords.OLDER, *datewords.LAW))})\b", re.IGNORECASE)
_DOCUMENT = re.compile(rf"\b(?:{_any(datewords.DOCUMENT)})\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[^\W\d_]*[A-ZÄÖÜÉÀ])")
_DAY_FIRST = frozenset(("de", "es", "fr"))


def stated(clauses: Sequence[Clause], language: Language) -> tuple[StatedDate, ...]:
    """Dates of effect and revision, in reading order, each once.

    Args:
        clauses: the document.
        language: its language, which settles the order of day and month in most of them.
    """
    found: dict[tuple[DateRole, date], StatedDate] = {}
    order = _Order(clauses, language)
    for place, clause in enumerate(clauses):
        if "20" in clause.text:
            before = clauses[place - 1].text if place else ""
            for one in _in_clause(clause.text[:_LONGEST], before, order):
                found.setdefault((one.role, one.day), one)
            if len(found) >= _MOST:
                break
    return tuple(found.values())[:_MOST]


def _in_clause(text: str, before: str, order: _Order) -> Iterator[StatedDate]:
    for match, said in _candidates(text):
        day = _day(match, order)
        if day is not None:
            for role, words in said or _roles_above(text, match, before):
                yield StatedDate(role, day, words)


@lru_cache(maxsize=1024)
def _candidates(text: str) -> tuple[tuple[re.Match[str], list[tuple[DateRole, str]]], ...]:
    """The dates in a text, each with what is said of it; of two ("from 1 May to 3 May") not the first."""
    found = []
    start = 0
    for match in _dates(text):
        window_start, start = max(start, match.start() - _NEAR), match.end()
        if not _RANGE.match(text, match.end()):
            found.append((match, _roles(text, match, window_start)))
    return tuple(found)


def _dates(text: str) -> Iterator[re.Match[str]]:
    """The dates in a text; looked for only around its years, since the pattern is slow."""
    start = end = 0
    for year in _YEAR.finditer(text):
        if year.start() - _BEFORE_YEAR > end:
            if end:
                yield from _DATE.finditer(text, start, end)
            start = year.start() - _BEFORE_YEAR
        end = year.start() + _BEHIND_YEAR
    if end:
        yield from _DATE.finditer(text, start, end)


def _roles(text: str, match: re.Match[str], start: int) -> list[tuple[DateRole, str]]:
    """What the words around a date say that it is."""
    window = text[start : match.start()]
    for end in _SENTENCE_END.finditer(window):
        start += end.end() if end.end() < len(window) else 0
        window = text[start : match.start()]
        break
    if _UNTIL.search(window) or _OTHER.search(window):
        return []
    cues = list(_CUE.finditer(window))
    behind = _CUE_BEHIND.match(text, match.end())
    if not cues or (behind and _WEAK.fullmatch(cues[-1][0])):
        return [(_role(behind), text[match.start() : behind.end()])] if behind else []
    if len(text) > _SHORT and start + cues[-1].start() > 20 and not _DOCUMENT.search(window):
        return []
    roles = [cues[-1]]
    if len(cues) > 1 and _JOINED.fullmatch(window, cues[-2].end(), cues[-1].start()):
        roles.insert(0, cues[-2])
    return [(_role(cue), text[start + cue.start() : match.end()]) for cue in roles]


def _roles_above(text: str, match: re.Match[str], before: str) -> list[tuple[DateRole, str]]:
    """A date that stands alone under the line that announces it."""
    alone = len(match[0]) * 1.5 >= len(text)
    if not alone or len(before) > 60 or _OTHER.search(before) or _DATE.search(before):
        return []
    cue = _CUE.search(before)
    return [(_role(cue), f"{before} {text}")] if cue else []


def _role(cue: re.Match[str]) -> DateRole:
    return "effective" if cue["effective"] else "updated"


def _day(match: re.Match[str], order: _Order) -> date | None:
    """The day of a match; None where it is no day or may be two."""
    parts = match.groupdict()
    if parts["yearn"]:
        first, second, year = int(parts["a"]), int(parts["b"]), int(parts["yearn"])
        day_first = order.day_first(first, second, parts["sep"])
        if day_first is None:
            return None
        return _valid(year, second, first) if day_first else _valid(year, first, second)
    if parts["iso"]:
        return _valid(int(parts["iso"]), int(parts["isomonth"]), int(parts["isoday"]))
    name = parts["month"] or parts["month2"]
    return _valid(int(parts["year"] or parts["year2"]), _month(name), int(parts["day"] or parts["day2"]))


def _month(name: str) -> int:
    match = _WHICH_MONTH.fullmatch(name)
    return int(match.lastgroup[1:]) if match and match.lastgroup else 0


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


class _Order:
    """Whether the day or the month comes first in 01/02/2024, as far as page and language tell."""

    def __init__(self, clauses: Sequence[Clause], language: Language) -> None:
        self._clauses = clauses
        self._language = language
        self._known: dict[str, bool | None] = {}

    def day_first(self, first: int, second: int, separator: str) -> bool | None:
        if first > 12 or second > 12 or first == second:
            return first > 12 or second <= 12
        if separator == ".":
            return True
        if separator not in self._known:
            self._known[separator] = self._of_page(separator)
        return self._known[separator]

    def _of_page(self, separator: str) -> bool | None:
        seen = set()
        for clause in self._clauses:
            if "20" in clause.text and separator in clause.text:
                for match in _dates(clause.text[:_LONGEST]):
                    if match["sep"] == separator and max(int(match["a"]), int(match["b"])) > 12:
                        seen.add(int(match["a"]) > 12)
        if len(seen) == 1:
            return seen.pop()
        return True if not seen and self._language in _DAY_FIRST else None
