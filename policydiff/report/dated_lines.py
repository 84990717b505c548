"""Lines that print the date of a page and do little else: comparison -> what became of them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from policydiff.calendar_dates import read_dates, without_dates
from policydiff.changed_words import changed_words
from policydiff.report.characters import visible
from policydiff.report.marked_text import clause_texts
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from policydiff.models import Change, Comparison, Document
    from policydiff.report.numbered_changes import NumberedChange

_LABEL = 24
"""Characters of what stands beside the date in a line that does little else: "Effective date: 12/02/2031"."""
_LINE = 100
"""Characters of a line that prints a date and is quoted."""
_EDGE = 8
"""Clauses at the start and at the end of a page among which the line stands that dates it."""
_BESIDE = 4
"""Words beside a change that are quoted of a long line."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARTS = re.compile(r"[^\W\d_]+|\d+")
"""The words and numbers of a date."""
_MONTH = 3
"""Words that change where a line prints another month."""


_FIGURES = re.compile(r"\b\d{1,2}\s?[-/.]\s?(?:\d{1,2}\s?[-/.,]\s?)?\d{4}\b")
"""A date in a form that is no date elsewhere: "04 - 2021", "02/27, 2025"."""


def date_line_changed(comparison: Comparison) -> bool:
    """Whether a line that prints a date of the page changed: then nobody can say that no date did."""
    sides = tuple({one.clause for one in side.dates} for side in (comparison.old, comparison.new))
    return any(
        not sides[0].isdisjoint(change.old) or not sides[1].isdisjoint(change.new)
        for change in comparison.diff.changes
        if change.rewords
    )


def dates_moved(comparison: Comparison, numbered: Iterable[NumberedChange]) -> bool:
    """Whether a line changed that prints the date of the page, and does little else."""
    return any(entry.rewords and is_of_date(comparison, entry) for entry in numbered)


def date_lines(comparison: Comparison, numbered: Iterable[NumberedChange]) -> tuple[str, str]:
    """The line that prints the date of the page as it was and is, "" where several changed; of a long one
    what stands around the change."""
    found = [
        clause_texts(comparison, change)
        for entry in numbered
        if entry.rewords and is_of_date(comparison, entry)
        for change in entry.changes
    ]
    if len(found) != 1:
        return "", ""
    old, new = (visible(one).rstrip(".") for one in found[0])
    return (old, new) if max(len(old), len(new)) <= _LINE else _around_change(old, new)


def lines_apart(comparison: Comparison, numbered: Iterable[NumberedChange]) -> Sequence[str]:
    """The lines as they read now that all print other dates amid a page and say different things of them, the
    longest first; none where a single one does, or one at the start or the end: several date what they
    announce, and not the page."""
    changed = [change for entry in numbered if entry.rewords for change in entry.changes]
    amid = range(_EDGE, len(comparison.new.clauses) - _EDGE)
    if not all(place in amid for change in changed for place in change.new):
        return ()
    texts = [clause_texts(comparison, change)[1] for change in changed]
    lines = {compared(_without_dates(one, comparison.new.language)): visible(one) for one in texts}
    shown = [one for one in lines.values() if len(one) <= _LINE]
    return sorted(shown, key=len, reverse=True) if len(lines) > 1 else ()


def has_other_label(comparison: Comparison, old: str, new: str) -> bool:
    """Whether two lines that print a date say something else of it: "Effective date", "Last updated"."""
    sides = ((old, comparison.old.language), (new, comparison.new.language))
    was, now = (compared(_without_dates(one, language)) for one, language in sides)
    return was != now


def _around_change(old: str, new: str) -> tuple[str, str]:
    """What differs between two long lines, with some words of its sentence before and behind it; "" if that
    is long too."""
    olds, news = old.split(), new.split()
    start = _shared(olds, news)
    end = _shared(olds[start:][::-1], news[start:][::-1])
    before = [*takewhile(_goes_on, olds[:start][::-1])][:_BESIDE][::-1]
    behind = olds[len(olds) - end :][:_BESIDE]
    last = next((place for place, word in enumerate(behind) if not _goes_on(word)), _BESIDE)
    was, now = (
        " ".join([*before, *one[start : len(one) - end], *behind[: last + 1]]).rstrip(".")
        for one in (olds, news)
    )
    return (was, now) if max(len(was), len(now)) <= _LINE else ("", "")


def _goes_on(word: str) -> bool:
    """Whether a sentence goes on behind a word."""
    return word[-1] not in ".!?"


def _shared(olds: Sequence[str], news: Sequence[str]) -> int:
    """How many words are the same at the start of both."""
    return next(
        (n for n, (was, now) in enumerate(zip(olds, news, strict=False)) if was != now),
        min(len(olds), len(news)),
    )


def other_date_line(comparison: Comparison, numbered: Iterable[NumberedChange]) -> tuple[str, str]:
    """A line that dates a part of the page, or dates it in an unusual form, as it was and is: "Updated
    September/11, 2031 by our clerks"; "" where none changed, or several did."""
    found = (
        (entry, change, clause_texts(comparison, change))
        for entry in numbered
        if entry.kind == "reworded"
        for change in entry.changes
    )
    lines = [
        both
        for entry, change, both in found
        if max(map(len, both)) <= _LINE
        and all(map(_YEAR.search, both))
        and _only_date_changed(comparison, change)
        and not is_of_date(comparison, entry)
    ]
    return tuple(visible(one).strip("_ .") for one in lines[0]) if len(lines) == 1 else ("", "")  # type: ignore[return-value]


def only_dated_otherwise(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether a change did no more than print other dates in a line."""
    both = [clause_texts(comparison, change) for change in entry.changes]
    return all(
        old and new and max(len(old), len(new)) <= _LINE and _only_date_changed(comparison, change)
        for (old, new), change in zip(both, entry.changes, strict=True)
    )


def dates_of(comparison: Comparison, entry: NumberedChange) -> tuple[frozenset[date], ...]:
    """The dates that a change prints on the old side and on the new one: above each part of a page, or each
    translation, the same are printed again."""
    both = [clause_texts(comparison, change) for change in entry.changes]
    languages = comparison.old.language, comparison.new.language
    return tuple(
        frozenset(printed.first for said in both for printed in read_dates(said[side], language))
        for side, language in enumerate(languages)
    )


def first_dates(comparison: Comparison) -> str:
    """The line with which the new side dates itself, where the old one printed no date; else ""."""
    old, new = comparison.old, comparison.new
    stated = [(one.clause, one.text) for one in new.dates]
    places = stated + [(one.clause, one.text) for one in new.unsure_dates]
    short = [one.text for one in old.clauses if len(one.text) <= _LINE and _YEAR.search(one.text)]
    is_dated = any(_without_dates(one, old.language) != one for one in short)  # by a line not known as one
    if not places or old.dates or old.unsure_dates or is_dated:
        return ""
    place, date = places[0]
    lines = (
        old.clauses[each].text for one in comparison.diff.changes if place in one.new for each in one.old
    )
    if any(map(_YEAR.search, lines)):  # a date in a form that nobody could read
        return ""
    line = visible(new.clauses[place].text).strip("_ .")
    line = line if len(line) <= _LINE else date
    is_said = any(_is_dated_so(old, said) for said in (date, line))
    return "" if is_said or place in comparison.doubted.new else line


def _is_dated_so(old: Document, line: str) -> bool:
    """Whether the old side has the words of a line before a date, too, in a longer one: "Written in May 2012
    Last revised on 9 June 2031 (section 3 was added)"."""
    label = compared(_without_dates(line, old.language))
    return bool(label) and any(_YEAR.search(one.text) and label in compared(one.text) for one in old.clauses)


def _only_date_changed(comparison: Comparison, change: Change) -> bool:
    """Whether two lines are the same without their dates, or but for numbers beside the name of a month."""
    language = comparison.new.language
    old, new = clause_texts(comparison, change)
    was, now = (compared(_without_dates(one, language)) for one in (old, new))
    if was == now != compared(new):
        return True
    changed = [one for edit in change.edits if edit.operation != "equal" for one in (edit.old, edit.new)]
    parts = [word for one in changed for word in _PARTS.findall(one)]
    is_of_month = all(one.isdigit() or _is_month(one, language) for one in parts)
    return is_of_month and any(map(str.isalpha, parts))


@lru_cache(maxsize=1024)
def _is_month(word: str, language: str) -> bool:
    return word.isalpha() and word not in _without_dates(f"1 {word} 2031", language)


def is_of_date(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether all that changed is a line that prints the date of the page: it does little else, or nothing
    but the date changed in it."""
    return all(change.kind == "reworded" and _prints_date(comparison, change) for change in entry.changes)


def _prints_date(comparison: Comparison, change: Change) -> bool:
    is_little = max(changed_words(change, comparison.old, comparison.new)) <= _MONTH
    lines = list[_DatedLine]()
    for side, places in ((comparison.old, change.old), (comparison.new, change.new)):
        line = _DatedLine.of(side, places, _stated(comparison, side, months=is_little))
        if line is None:
            return False
        lines.append(line)
    is_short = all(line.rest < max(len(line.dates), _LABEL) for line in lines)
    return is_short or lines[0].without == lines[1].without


class _DatedLine(NamedTuple):
    """A line with what it says of a date."""

    dates: str
    """The words that print one."""
    without: str
    """The line without them."""

    @property
    def rest(self) -> int:
        return len(self.without)

    @classmethod
    def of(cls, document: Document, places: Sequence[int], stated: Mapping[int, str]) -> _DatedLine | None:
        """The line at some places of a document, with what it states of itself by place; None if it prints no
        date."""
        dates = next((stated[place] for place in places if place in stated), "")
        if not dates:
            return None
        text = " ".join(document.clauses[place].text for place in places)
        others = text.replace(dates, "")  # "Effective 2 May 2031, updated 1 May 2031"
        return cls(dates, compared(_without_dates(others, document.language)))


def _stated(comparison: Comparison, side: Document, *, months: bool) -> dict[int, str]:
    """The words that print a date of the page, by the place of their clause; of months alone the whole
    line. A year alone dates no page: "Requests of 2031"."""
    found: dict[int, str] = {}
    of_dates = [one for one in comparison.findings if months and one.category == "effective-date"]
    pairs = [(one.old, one.new) for finding in of_dates for one in (finding.statements or [finding])]
    for pair in pairs:
        quote = pair[side is comparison.new]
        if quote is not None and _without_dates(quote.text, side.language) != quote.text:
            found[quote.clause] = quote.text
    return found | {one.clause: one.text for one in side.dates}


def _without_dates(said: str, language: str) -> str:
    return _FIGURES.sub("", without_dates(said, language))
