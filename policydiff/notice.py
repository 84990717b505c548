"""When a policy comes into force, how long before that it was announced, and which sentences only announce
it.

In: documents, and the day on which they were seen. Out: days, and days of notice. Comparisons, histories and
verdicts all use it, so that they agree. A day is one that the page states of itself, or one that an
announcement names ("On 3 November we are updating our terms").
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import calendar_dates, languages
from policydiff.calendar_dates import date_vocabulary
from policydiff.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from policydiff.languages import NoticeWords
    from policydiff.models import Document

_LONGEST = 500
"""Characters of a sentence that is an announcement."""
_CLAUSE = 4_000
"""Characters of a clause that are read for announcements."""
_AHEAD = timedelta(days=200)
"""Longest time ahead of a day that is named without its year."""
_BLANKS = r"\s+"
_TELLS = 30
"""Most words of a sentence that only announces an update."""


class AnnouncedDay(NamedTuple):
    """A day that an announcement names."""

    month: int
    day: int
    year: int = 0
    """0 if not printed: the next such day is meant."""

    def on(self, seen: date) -> date | None:
        """The day as a reader on a given day understands it; None if there is no such day."""
        for year in (self.year,) if self.year else (seen.year, seen.year + 1):
            try:
                day = date(year, self.month, self.day)
            except ValueError:
                continue
            if self.year or seen <= day <= seen + _AHEAD:
                return day
        return None


# --- the days of a document ----------------------------------------------------------------------


def days(document: Document, seen: date) -> frozenset[date]:
    """Every day that a page states of itself or announces.

    Args:
        document: what it says.
        seen: the day on which it was seen, which gives the year of a day that is named without one.
    """
    named = (one.on(seen) for one in announced(document))
    return frozenset([*(one.day for one in document.dates), *(day for day in named if day)])


def effective(document: Document, seen: date) -> date | None:
    """The day from which a text is in force, by its own words.

    Of future days the first, since it is an announcement. Else the latest of the days that the page calls its
    days of effect, since it may still print the one before.
    """
    return effective_of(document, days(document, seen), seen)


def effective_of(document: Document, known: Collection[date], seen: date) -> date | None:
    """The same, given the days that the page states."""
    ahead = [day for day in known if day > seen]
    return (
        min(ahead) if ahead else max((d.day for d in document.dates if d.role == "effective"), default=None)
    )


def notice(known: Collection[date], day: date | None, seen: date) -> int | None:
    """Days from the day on which a text was first seen to its day of effect; None if that day is not new.

    Args:
        known: the days that the text before stated or announced.
        day: the day of effect of the new text.
        seen: when the new text was first seen. A result of -3 means that it was in force three days before.
    """
    return None if day is None or day in known else (day - seen).days


# --- announcements -------------------------------------------------------------------------------


class _NoticePatterns:
    """The words of all languages together, since the language of a sentence is not known here."""

    def __init__(self) -> None:
        document = _alternatives(lambda one: one.document)
        self.changes = _whole_words(_alternatives(lambda one: one.changes))
        self.of_document = _whole_words(f"{document}|{_alternatives(lambda one: one.news)}")
        self.until = re.compile(rf"\b(?:{'|'.join(_until())})\s*$", re.IGNORECASE)
        self.updated = _whole_words(_alternatives(lambda one: one.updated).replace("<document>", document))
        self.document = _whole_words(document)
        pointing = _alternatives(lambda one: one.pointing).replace("<document>", document)
        here = _alternatives(lambda one: one.here)
        self.pointing = re.compile(rf"(?:{pointing})\W*(?:{here})?\W*$", re.IGNORECASE)
        self.more = _whole_words(_alternatives(lambda one: one.more))


@cache
def _patterns() -> _NoticePatterns:
    return _NoticePatterns()


def _alternatives(pick: Callable[[NoticeWords], Iterable[str]]) -> str:
    """The lines of all languages as one expression without a group around it; a blank is any white space."""
    return "|".join(languages.all_lines(lambda one: pick(one.notices))).replace(" ", r"\s")


def _until() -> tuple[str, ...]:
    return tuple(line.replace(" ", r"\s") for line in languages.all_lines(lambda one: one.dates.until))


def _whole_words(expression: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{expression})(?!\w)", re.IGNORECASE)


@cache
def _day() -> re.Pattern[str]:
    """A number that may be a day beside the name of a month."""
    ending = calendar_dates.day_ending()
    return re.compile(rf"\d(?<![\w./-].)\d?(?:{ending}|\.)?(?![\w/-])", re.IGNORECASE)


@cache
def _without_year() -> re.Pattern[str]:
    """A day with the name of its month and no year."""
    names = [re.escape(name) for name in date_vocabulary().months if name.isalpha()]
    month = "|".join(sorted(names, key=len, reverse=True))
    joins = "|".join(sorted(languages.all_words(lambda one: one.dates.before_month)))
    behind, ending = calendar_dates.behind_day(_BLANKS), calendar_dates.day_ending()
    return re.compile(
        rf"(?<![\w./-])(?:(?P<day>\d{{1,2}}){behind}(?P<month>{month})"
        rf"|(?P<month2>{month})\.?\s+(?P<day2>\d{{1,2}})(?:{ending})?)(?![\w/-])(?!,?\s+(?:(?:{joins})\s+)?\d{{4}})",
        re.IGNORECASE,
    )


def announced(document: Document) -> frozenset[AnnouncedDay]:
    """The days that announcements of a document name: sentences that speak of a change of it and of a day."""
    return frozenset(
        one for clause in document.clauses for one in _announced(clause.text[:_CLAUSE], document.language)
    )


@lru_cache(maxsize=20_000)
def _announced(text: str, language: str) -> tuple[AnnouncedDay, ...]:
    if not (_day().search(text) or calendar_dates.may_have_date(text)) or not _patterns().changes.search(
        text
    ):
        return ()
    return tuple(
        one
        for sentence in sentences(text, language)
        if len(sentence) <= _LONGEST
        and _patterns().changes.search(sentence)
        and _patterns().of_document.search(sentence)
        for one in named(sentence, language)
    )


def named(sentence: str, language: str) -> Iterator[AnnouncedDay]:
    """The days that a sentence names, except those until which something goes on."""
    for printed in calendar_dates.read_dates(sentence, language):
        if printed.day and not _patterns().until.search(sentence[: printed.start]):
            yield AnnouncedDay(printed.day.month, printed.day.day, printed.day.year)
    for found in _without_year().finditer(sentence):
        month = date_vocabulary().months[(found["month"] or found["month2"]).casefold()]
        name = found["month2"]  # "may 5" and "mar 2" are no months
        if (name is None or name[0].isupper()) and not _patterns().until.search(sentence[: found.start()]):
            yield AnnouncedDay(month, int(found["day"] or found["day2"]))


# --- what does no more than tell of an update ----------------------------------------------------

_POINTER = 14
"""Most words of a sentence that only points to another version."""


def announces_only(sentence: str) -> bool:
    """Whether a sentence only says that the document was updated, or points to its versions.

    >>> announces_only("We updated our Privacy Policy on 16 June 2025.")
    True
    >>> announces_only("View our previous policy.")
    True
    >>> announces_only("We updated how long we keep your data.")
    False
    """
    said = sentence.strip()
    if points(said):
        return True
    announces = (
        said.count(" ") < _TELLS and _patterns().document.search(said) and _patterns().updated.search(said)
    )
    return bool(announces and not _patterns().more.search(said))


def names_document(sentence: str) -> bool:
    """Whether a sentence names a policy, terms or the like."""
    return _patterns().document.search(sentence) is not None


def points(sentence: str) -> bool:
    """Whether a sentence only points to another version of the document, or to what is new."""
    return sentence.count(" ") < _POINTER and bool(_patterns().pointing.match(sentence.strip()))
