"""Which date of effect or revision does the page print?"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from policydiff.findings.phrases import split_words
from policydiff.models import Finding, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policydiff.findings.language import Lexicon
    from policydiff.models import Document

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_LINE = 60
"""Words of a line that states a date."""
_YEAR = re.compile(r"\d{4}")
_NEAR_TOP = 40
"""Clauses within which a page states its own date."""
_SHORT = 14
"""Words of a line further down that states since when its part of the page stands."""
_STATED = 3
"""The rank of a line that says outright since when a text stands."""


def printed(document: Document, words: Lexicon) -> tuple[str, Quote] | None:
    """The date that the page gives itself as "year-month-day", with the clause that prints it.

    A line that opens with a word of effect or revision comes before one that is a date alone, and both
    before a date in a banner, which announces rather than states.
    """
    best: tuple[int, str, Quote] | None = None
    for place, clause in enumerate(document.clauses[:_NEAR_TOP]):
        if len(clause.text.split()) > _LINE:
            continue
        day = first_date(clause.text, words)
        if day:
            rank = _rank(clause.text, words)
            if best is None or rank > best[0]:
                best = rank, day, Quote(clause.text, place, 0, clause.path)
    return best and best[1:]


def _rank(text: str, words: Lexicon) -> int:
    mentions = words.phrases.mentions(split_words(text)[:40])
    last = len(text) if text.count(" ") < _SHORT else 1
    opens = any(m.concept == "topic.effective" and m.start <= last for m in mentions)
    announces = any(m.concept == "topic.change-effect" for m in mentions)
    if opens and not announces:
        return _STATED
    return 2 if len(text.split()) <= 6 else 0 if announces else 1


def first_date(text: str, words: Lexicon) -> str | None:
    """The first full date in a text as "year-month-day", else the first month as "year-month"."""
    if not _YEAR.search(text):
        return None
    months = {name: number for number, row in enumerate(words.months, 1) for name in row.split("|")}
    names = "|".join(sorted(months, key=len, reverse=True))
    patterns = (
        (rf"\b({names})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})(?!\d)", (3, 1, 2)),
        (
            rf"\b(\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?({names})\.?,?\s+(?:de\s+|del\s+)?(\d{{4}})(?!\d)",
            (3, 2, 1),
        ),
        (r"\b(\d{4})-(\d{2})-(\d{2})\b", (1, 2, 3)),
        (r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b", (3, 2, 1)),
    )
    best: tuple[int, str] | None = None
    for pattern, (year, month, day) in patterns:
        match = re.search(pattern, text.casefold())
        if match and (best is None or match.start() < best[0]):
            number = months.get(match[month]) or int(match[month])
            best = match.start(), f"{match[year]}-{number:02}-{int(match[day]):02}"
    return best[1] if best else _month(text, months, names)


def _month(text: str, months: Mapping[str, int], names: str) -> str | None:
    """The first month with a year, as "year-month", where no day is printed."""
    match = re.search(rf"\b({names})\.?,?\s+(?:de\s+|del\s+)?(\d{{4}})(?!\d)", text.casefold())
    return f"{match[2]}-{months[match[1]]:02}" if match else None


def _stated(document: Document, words: Lexicon) -> list[tuple[str, Quote]]:
    """The dates of all short lines that say outright since when a text stands, in reading order."""
    found = []
    for place, clause in enumerate(document.clauses):
        if clause.text.count(" ") < _SHORT and _YEAR.search(clause.text):
            day = first_date(clause.text, words)
            if day and _rank(clause.text, words) == _STATED:
                found.append((day, Quote(clause.text, place, 0, clause.path)))
    return found


def turned(
    old: Document, new: Document, words: Lexicon
) -> tuple[tuple[str, Quote], tuple[str, Quote]] | None:
    """The date of the page before and after; where its top shows none that changed, that of a part of it."""
    before, after = printed(old, words), printed(new, words)
    if before and after and before[0] != after[0]:
        return before, after
    was, now = _stated(old, words), _stated(new, words)
    gone = [row for row in was if row[0] not in {day for day, _ in now}]
    came = [row for row in now if row[0] not in {day for day, _ in was}]
    return (gone[0], came[0]) if gone and came else None


def find(old: Document, new: Document, words: Lexicon) -> Iterator[Finding]:
    """The finding that the printed date changed."""
    dates = turned(old, new, words)
    if dates:
        before, after = dates
        yield Finding(
            "effective-date",
            f"{before[0]} -> {after[0]}",
            "changed",
            1,
            "a date",
            _told(before[0], after[0]),
            "effective-date",
            before[1],
            after[1],
        )


def _told(before: str, after: str) -> str:
    """The sentence for a printed date, from and to as "year-month-day".

    >>> _told("2023-02-24", "2023-04-10")
    'The printed date moved from 24 February 2023 to 10 April 2023.'
    """
    return f"The printed date moved from {_day(before)} to {_day(after)}."


def _day(iso: str) -> str:
    if iso.count("-") == 1:
        year, month = iso.split("-")
        return f"{_MONTHS[int(month) - 1]} {year}"
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso  # a day that no calendar has stays as it is printed
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
