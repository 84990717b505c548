"""The dates that a policy states of itself.

In: clauses. Out: the days on which the page says it was revised ("Last updated: 5 May 2024") and from which
it says it applies ("Effective from", "in Kraft ab"). Strict on purpose, since a wrong date in evidence is
worse than none: a date counts only next to words that say what it is, and not if the nearest noun is a law, a
price or another document. docs/decisions/0003-stated-dates.md tells why no library does this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.calendar_dates import countries
from policydiff.calendar_dates.reader import LONGEST, PrintedDate, may_have_dates, read_dates
from policydiff.models import StatedDate, UnsureDate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from policydiff.languages import DateWords
    from policydiff.models import Clause, DateRole, Language

_MOST = 12
"""Most dates that are reported: a page with more of them lists something else."""
_NEAR = 90
"""Within how many characters before a date the words stand that say what it is."""
_FAR = 300
"""Within how many characters before a date its sentence says which document it belongs to."""
_SHORT = 130
"""A clause up to this length is a line of dates; in longer ones the sentence must name the document."""
_OPENS = 20
"""How many characters may stand before the words that open such a sentence."""
_LABEL = 60
"""Most characters of a line that announces the date below it."""
_ZONES = timedelta(days=2)
"""By how much the date of a page may be ahead of the recorder's clock."""


def _any(listed: Iterable[str]) -> str:
    return "|".join(sorted(set(listed), key=lambda one: (-len(one), one))).replace(" ", r"\s+")


def _all(pick: Callable[[DateWords], Iterable[str]]) -> str:
    """One list of words, of all languages, as one expression."""
    return _any(languages.all_lines(lambda one: pick(one.dates)))


def _with_other_dates() -> tuple[str, ...]:
    """Things with a date of their own, which is not the document's."""
    return languages.all_lines(lambda one: (*one.dates.law, *one.laws.every, *one.dates.things))


def _announced(pick: Callable[[DateWords], Iterable[str]]) -> str:
    """Words that announce a date, as one expression: whole words, or parts of words where a language has
    affixes."""
    parts = {one.code for one in languages.every() if one.writing.affixes or one.writing.unparted}
    listed = languages.by_language(lambda one: pick(one.dates))
    whole = _any(line for code, lines in listed.items() if code not in parts for line in lines)
    return (
        rf"\b(?:{whole})\b|{_any(line for code, lines in listed.items() if code in parts for line in lines)}"
    )


class _Patterns:
    """The words as patterns; built when the first date is found, since building them takes longer than
    reading a page."""

    def __init__(self) -> None:
        otherwise = _all(lambda one: one.otherwise)
        self.cue = _compiled(
            rf"(?P<effective>{_announced(lambda one: one.effective)})"
            rf"|(?P<updated>{_announced(lambda one: one.updated)})|(?P<otherwise>{otherwise})"
        )
        self.cue_behind = _compiled(
            rf"(?:[\s(,;–-]|{_all(lambda one: one.behind)}|-\w{{1,3}}\s)*(?:{self.cue.pattern})"
        )
        self.weak = _compiled(_all(lambda one: one.weak))
        self.of_copyright = _compiled(_all(lambda one: one.beside_copyright))
        self.version = _compiled(_all(lambda one: one.numbered))
        self.until = _compiled(rf"\b(?:{_all(lambda one: one.until)})\s*(?:\w+,?\s*)?$")
        self.range = _compiled(rf"\s*,?\s*(?:{_all(lambda one: one.range)}|[–-])\s+")
        self.elsewhere = _compiled(rf"\b(?:{_all(lambda one: (*one.older, *one.example))})(?!\w)")
        things = _all(lambda one: one.things)
        matter = (
            rf"(?:\s+(?:{_all(lambda one: one.about)})\s+(?:\w+\s+)?(?:{things}))?"  # "policy on cookies"
        )
        self.subject = _compiled(
            rf"\b(?:(?P<document>(?:{_all(lambda one: one.document)}){matter})"
            rf"|(?P<other>{_any(_with_other_dates())}))(?!\w)"
        )
        self.named = _compiled(rf"\b(?:{_all(lambda one: (*one.document, *one.changes))})\b")
        self.replaced = _compiled(rf"\s*\((?:{_all(lambda one: one.older)})\s*\)")
        self.older = _compiled(rf"\b(?:{_all(lambda one: one.older)})(?!\w)")
        self.pointing = _compiled(rf"\b(?:{_all(lambda one: one.pointing)})(?!\w)")
        self.kept = _compiled(rf"[\s,)]*(?:{_all(lambda one: one.kept)})(?!\w)")
        self.present = _compiled(rf"\b(?:{_all(lambda one: one.present)})(?!\w)")
        self.as_of = _compiled(
            rf"\W*(?:(?:[^\W\d]+ ){{0,4}}(?:{_all(lambda one: one.document)})\W{{1,3}})?"
            rf"(?:{_all(lambda one: one.as_of)})\W{{1,3}}"
        )
        self.of_next = re.compile(
            rf"\s*[,;|/–-].*|.*(?:[:=]|\b(?:{_all(lambda one: one.before_day)}))\s*", re.DOTALL
        )
        """Text between two dates that shows that the words belong to the second date."""
        self.joined = _compiled(
            rf"\s*(?:{_all(lambda one: one.joined)}|[&/,+])\s*(?:{_all(lambda one: one.becomes)})?\s*"
        )
        self.kinds = {
            "cookies": _compiled("|".join(languages.all_lines(lambda one: one.dates.cookies))),
            "terms": _compiled("|".join(languages.all_lines(lambda one: one.dates.terms))),
            "privacy": _compiled("|".join(languages.all_lines(lambda one: one.dates.privacy))),
        }


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _patterns() -> _Patterns:
    return _Patterns()


_RELEASE = re.compile(r"\d\d?(?:\.\d\d?)+")
"""Figures that may be a version number or a day ("Version 3.2.24")."""
_COPYRIGHT = re.compile(r"©|\bcopyright\b|\(c\)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?:(?<!\b\d)(?<!\b\d\d)[.!?。]\s*(?=\s[^\W\d_]*[A-ZÄÖÜÉÀ])|[|·•。\n])\s*")
_TOP = 5
"""Lines at the start among which one may be nothing but the day of the document."""
_LOGGED = 3
"""From how many dates on a list of them is a log of changes."""
_FOOTNOTE = re.compile(r"\s*(?:\[\d{1,3}\]|[¹²³⁴-⁹]|†|‡)")


@dataclass(frozen=True, slots=True)
class DateClues:
    """Facts about a page that settle the order of day and month in figures."""

    language: Language = ""
    region: str = ""
    """ISO 3166-1 code of the country that the page says it is for ("GB"), "" if it says none."""
    captured: date | None = None
    """The day of the capture, None if nobody noted it."""
    day_first: bool | None = None
    """The order that the page shows outside of its text, as in `<time>`; None if it shows none."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The dates that a page states of itself."""

    dates: tuple[StatedDate, ...]
    unsure: tuple[UnsureDate, ...]
    day_first: bool | None
    """The order of day and month that the page itself shows (25/03/2025), None if it shows none."""


def stated(clauses: Sequence[Clause], known: DateClues, title: str = "") -> Stated:
    """Dates of effect and revision, in reading order, each once.

    Args:
        clauses: the document.
        known: the facts that settle the order of day and month.
        title: of the document; it separates its dates from those of other documents that it names.
    """
    sure: dict[tuple[DateRole, date], StatedDate] = {}
    unsure: dict[tuple[DateRole, date, date], UnsureDate] = {}
    places = may_have_dates([clause.text for clause in clauses])
    order = _DayMonthOrder([clauses[place].text for place in places], known)
    for place in places:
        clause = clauses[place]
        if not read_dates(clause.text, known.language):
            continue
        before = clauses[place - 1].text if place else ""
        for role, printed, text in _in_clause(clause.text[:LONGEST], before, known.language, title):
            one = order.settled(printed, role)
            if one.day is not None:
                sure.setdefault((role, one.day), StatedDate(role, one.day, text, place))
            else:
                figures = clause.text[one.start : one.end]
                vague = UnsureDate(role, one.first, one.last, figures, place, one.readings)
                unsure.setdefault((role, one.first, one.last), vague)
        if len(sure) >= _MOST:
            break
    if not any(role == "updated" for role, _ in sure):
        sure |= _last_logged(clauses, places, known.language)
    if not sure and not unsure:
        sure |= _at_the_top(clauses, places, known.language)
    return Stated(tuple(sure.values())[:_MOST], tuple(unsure.values())[:_MOST], order.of_page("/"))


def _last_logged(
    clauses: Sequence[Clause], places: Sequence[int], language: Language
) -> dict[tuple[DateRole, date], StatedDate]:
    """The last date of a log of changes: lines that are a date alone, each above what changed that day.

        March 31, 2031      * Added Optional Data.
        August 21, 2032     * The policy was updated to describe ...

    A list of dates with nothing between them leads to earlier versions and is no log.
    """
    days: list[tuple[int, date]] = []
    for place in places:
        clause = clauses[place]
        if clause.kind == "item" or len(clause.text) > _LABEL:
            continue
        printed = next(iter(read_dates(clause.text, language)), None)
        if printed and printed.day and (printed.end - printed.start) * 1.5 >= len(clause.text):
            days.append((place, printed.day))
    dated = [day for _, day in days]
    spread = all(
        later - before > 1 for before, later in pairwise([*(place for place, _ in days), len(clauses)])
    )
    if len(days) < _LOGGED or not spread or dated not in (sorted(dated), sorted(dated, reverse=True)):
        return {}
    place, day = max(days, key=lambda one: one[1])
    return {("updated", day): StatedDate("updated", day, clauses[place].text, place)}


def _at_the_top(
    clauses: Sequence[Clause], places: Sequence[int], language: Language
) -> dict[tuple[DateRole, date], StatedDate]:
    """The day of a line "As of June 7, 2024" before the text; below it is that of a list or a price."""
    for place in places:
        text = clauses[place].text
        begun = any(len(one.text) > _SHORT or one.text[-1] in ".!?" for one in clauses[:place])
        if begun or place >= _TOP or len(text) > _SHORT:
            return {}
        printed = next(iter(read_dates(text, language)), None)
        if (
            printed
            and printed.day
            and _patterns().as_of.fullmatch(text, 0, printed.start)
            and not any(map(str.isalnum, text[printed.end :]))
        ):
            return {("updated", printed.day): StatedDate("updated", printed.day, text, place)}
    return {}


def _in_clause(
    text: str, before: str, language: str, title: str
) -> Iterator[tuple[DateRole, PrintedDate, str]]:
    for printed, said in _candidates(text, language, _kinds(title)):
        for role, quoted in said or _roles_above(text, printed, before):
            yield role, printed, quoted


@lru_cache(maxsize=1024)
def _candidates(
    text: str, language: str, kinds: frozenset[str]
) -> tuple[tuple[PrintedDate, list[tuple[DateRole, str]]], ...]:
    """The dates in a text, each with the words about it; of a range ("from 1 May to 3 May") not the first."""
    found = []
    start = 0
    dates = read_dates(text, language)
    for place, printed in enumerate(dates):
        near, start = max(start, printed.start - _NEAR), max(start, printed.end)
        end = dates[place + 1].start if place + 1 < len(dates) else len(text)
        if end < len(text) and _patterns().range.fullmatch(text, printed.end, end):
            continue
        said = _roles(text, printed, (near, end), kinds)
        found.append((printed, said))
        # Words behind a date that say what it is are not those before the next one.
        ends = [printed.start + len(words) for _, words in said if text.startswith(words, printed.start)]
        start = max(start, *ends) if ends else start
    return tuple(found)


def _roles(
    text: str, printed: PrintedDate, between: tuple[int, int], kinds: frozenset[str]
) -> list[tuple[DateRole, str]]:
    """The roles of a date by the words around it, from the date before to the date after it."""
    start, end = between
    for stop in _SENTENCE_END.finditer(text, start, printed.start):
        start = stop.end() if stop.end() < printed.start else start
    window = text[start : printed.start]
    sentence = _sentence(text, printed.start)
    cues = list(_patterns().cue.finditer(window))
    behind = _patterns().cue_behind.match(text, printed.end, end)
    if behind and end < len(text) and _patterns().of_next.fullmatch(text, printed.end, end):
        behind = None  # "3 May 2020, changed on 3 May 2024"
    if (
        _patterns().until.search(window)
        or _patterns().replaced.match(text, printed.end)
        or _is_of_another_version(text, sentence, printed)
        or not _is_own(text, sentence, kinds)
    ):
        return []
    if not cues or (behind and _patterns().weak.fullmatch(cues[-1][0])):
        return [(role, text[printed.start : behind.end()])] if behind and (role := _role(behind)) else []
    if len(text) > _SHORT and start + cues[-1].start() > _OPENS and not _patterns().named.search(sentence):
        return []
    if _COPYRIGHT.search(window) and _patterns().of_copyright.fullmatch(cues[-1][0]):
        return []
    if _patterns().version.fullmatch(cues[-1][0]) and _RELEASE.fullmatch(text, printed.start, printed.end):
        return []
    roles = [cues[-1]]
    if len(cues) > 1 and _patterns().joined.fullmatch(window, cues[-2].end(), cues[-1].start()):
        roles.insert(0, cues[-2])
    return [(role, text[start + cue.start() : printed.end]) for cue in roles if (role := _role(cue))]


def _sentence(text: str, end: int) -> str:
    """The part of a sentence before a place, other dates included."""
    start = max(0, end - _FAR)
    for stop in _SENTENCE_END.finditer(text, start, end):
        start = stop.end() if stop.end() < end else start
    return text[start:end]


def _is_own(text: str, said: str, kinds: frozenset[str]) -> bool:
    """Whether the words before a date are about this document, or at least about nothing else."""
    if _FOOTNOTE.match(text) or _patterns().elsewhere.search(said):
        return False
    # "GDPR Privacy Notice, last updated" is the notice's, "published under the decree of" the decree's.
    subjects = list(_patterns().subject.finditer(said))
    if subjects and subjects[-1]["other"]:
        return False
    meant = _kinds(said)
    return not (meant and kinds and not meant & kinds)


def _is_of_another_version(text: str, said: str, printed: PrintedDate) -> bool:
    """Whether a sentence leads to another version: "See the version of 3 May 2021", "The version of 3 May
    2021 can be found here".

    Args:
        text: the clause.
        said: the sentence before the date.
        printed: the date.
    """
    if _patterns().present.search(said):
        return False
    kept = _patterns().kept.match(text, printed.end)
    if kept and (_patterns().weak.search(said) or _patterns().older.search(kept[0])):
        return True
    return _patterns().pointing.search(said) is not None


@lru_cache(maxsize=256)
def _kinds(text: str) -> frozenset[str]:
    """Which documents a text names."""
    return frozenset(kind for kind, pattern in _patterns().kinds.items() if pattern.search(text))


def _roles_above(text: str, printed: PrintedDate, before: str) -> list[tuple[DateRole, str]]:
    """A date that stands alone under the line that announces it."""
    alone = (printed.end - printed.start) * 1.5 >= len(text)
    if not alone or len(before) > _LABEL or before.endswith(".") or read_dates(before):
        return []  # a whole sentence announces nothing: it is what changed on the date before
    cue = _patterns().cue.search(before)
    role = _role(cue) if cue and _is_own(before, before, frozenset()) else None
    return [(role, f"{before} {text}")] if role else []


def _role(cue: re.Match[str]) -> DateRole | None:
    return "effective" if cue["effective"] else "updated" if cue["updated"] else None


class _DayMonthOrder:
    """Whether the day or the month comes first in figures such as 01/02/2024, as far as anything shows it."""

    def __init__(self, texts: Sequence[str], known: DateClues) -> None:
        self._texts = texts
        self._known = known
        self._shown: dict[str, bool | None] = {}

    def settled(self, printed: PrintedDate, role: DateRole) -> PrintedDate:
        """The date with its order settled: by other dates of the page, by the day of the capture, or by the
        country."""
        if printed.readings is None:
            return printed
        shown = self.of_page(printed.separator)
        if shown is not None:
            return printed.settled(day_first=shown)
        usual = self._usual()
        past = [one for one in printed.readings if not self._to_come(one)] if role == "updated" else []
        if len(past) == 1:
            return printed.settled(day_first=past[0] == printed.readings[0])
        return printed if usual is None else printed.settled(day_first=usual)

    def _to_come(self, day: date) -> bool:
        return self._known.captured is not None and day > self._known.captured + _ZONES

    def _usual(self) -> bool | None:
        """The usual order in the country, or else in the language, of the page."""
        if self._known.region:
            if self._known.region in countries.MONTH_FIRST_IN:
                return False
            return True if self._known.region in countries.DAY_FIRST_IN else None
        if not self._known.language:
            return None
        written = languages.find(self._known.language)
        return None if written and written.dates.either_order else True

    def of_page(self, separator: str) -> bool | None:
        """The order that other dates with the same separator show, unless they contradict each other."""
        if separator not in self._shown:
            self._shown[separator] = self._of_page(separator)
        return self._shown[separator]

    def _of_page(self, separator: str) -> bool | None:
        seen = {
            printed.day_first
            for text in self._texts
            if separator in text
            for printed in read_dates(text, self._known.language)
            if printed.separator == separator and printed.day_first is not None
        }
        if len(seen) > 1:
            return None
        return seen.pop() if seen else self._known.day_first
