"""Which date of effect or revision does the page print?

The dates that a page states of itself (`Document.dates`) come first, so that a finding agrees with the head
of a report; a date near the top without such words comes second.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from policydiff import calendar_dates
from policydiff.findings.phrases import split_words
from policydiff.models import Finding, Quote, StatedDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from policydiff.findings.both_texts import BothTexts
    from policydiff.findings.lexicon import Lexicon
    from policydiff.models import DateRole, Document, UnsureDate

_LINE = 60
"""Most words of a line that states a date."""
_ROLES: tuple[DateRole, ...] = ("updated", "effective")
_YEAR = re.compile(r"\d{4}|[年년]")
_NEAR_TOP = 40
"""Clauses within which a page states its own date."""
_SHORT = 14
"""Most words of a line further down that dates its part of the page."""
_STATED = 3
"""The rank of a line that says outright since when a text is in force."""


class Printed(NamedTuple):
    """A date that the page gives itself, and the clause that prints it."""

    text: str
    """As a sentence names it: "24 February 2023" or "February 2023"; figures in an unknown order as they are
    printed."""
    days: tuple[date, date]
    """The first and the last day that it may be."""
    readings: tuple[date, date] | None
    """Of figures in an unknown order: the date if the day comes first, and the date if the month does."""
    quote: Quote

    def may_be(self, other: Printed) -> bool:
        """Whether both may be one day, printed differently."""
        if self.readings and other.readings:
            return self.readings == other.readings
        return self.days[0] <= other.days[1] and other.days[0] <= self.days[1]


def printed_date(document: Document, words: Lexicon) -> Printed | None:
    """The date that the page gives itself.

    A line that begins with a word such as "effective" or "updated" comes before a line that is only a date,
    and both come before a date in a banner, which announces a change rather than dating the text.
    """
    best: tuple[int, Printed] | None = None
    for one in chain(_stated(document), _near_top(document)):
        rank = _rank(one.quote.text, words)
        if best is None or rank > best[0]:
            best = rank, one
        if rank == _STATED:  # none comes before it
            break
    return best[1] if best else None


def _stated(document: Document, role: DateRole | None = None) -> list[Printed]:
    """What the page states of its dates, in reading order."""
    stated: list[StatedDate | UnsureDate] = [*document.dates, *document.unsure_dates]
    return [
        _of_stated(one, document)
        for one in sorted(stated, key=lambda one: one.clause)
        if role in (None, one.role) and one.clause < len(document.clauses)
    ]


def _of_stated(one: StatedDate | UnsureDate, document: Document) -> Printed:
    clause = document.clauses[one.clause]
    quote = Quote(clause.text, one.clause, 0, clause.path)
    if isinstance(one, StatedDate):
        return Printed(calendar_dates.day_in_words(one.day), (one.day, one.day), None, quote)
    return Printed(_day_text(one.first, one.last, one.text), (one.first, one.last), one.readings, quote)


def _near_top(document: Document) -> Iterator[Printed]:
    texts = [clause.text for clause in document.clauses[:_NEAR_TOP]]
    for place in calendar_dates.may_have_dates(texts):
        one = _first(document, place)
        if one and len(texts[place].split()) <= _LINE:
            yield one


def _first(document: Document, place: int) -> Printed | None:
    """The first date in a clause: a day before a month."""
    clause = document.clauses[place]
    dates = calendar_dates.read_dates(clause.text, document.language)
    one = next((one for one in dates if one.day or one.readings), dates[0] if dates else None)
    if one is None:
        return None
    if document.day_first is not None:
        one = one.settled(day_first=document.day_first)
    text = _day_text(one.first, one.last, clause.text[one.start : one.end])
    return Printed(text, (one.first, one.last), one.readings, Quote(clause.text, place, 0, clause.path))


def _day_text(first: date, last: date, text: str) -> str:
    """A day or a month in words, anything else as it is printed."""
    if first == last:
        return calendar_dates.day_in_words(first)
    months = first.day == 1 and (first.year, first.month) == (last.year, last.month)
    return calendar_dates.month_in_words(first.month, first.year) if months else text


def _rank(text: str, words: Lexicon) -> int:
    mentions = words.phrases.mentions(split_words(text)[:40])
    last = len(text) if text.count(" ") < _SHORT else 1
    opens = any(m.concept == "topic.effective" and m.start <= last for m in mentions)
    announces = any(m.concept == "topic.change-effect" for m in mentions)
    if opens and not announces:
        return _STATED
    return 2 if len(text.split()) <= 6 else 0 if announces else 1


def _of_parts(document: Document, words: Lexicon) -> list[Printed]:
    """The dates of all short lines that say outright since when a text is in force, in reading order."""
    found = []
    for place, clause in enumerate(document.clauses):
        if clause.text.count(" ") < _SHORT and _YEAR.search(clause.text):
            one = _first(document, place)
            if one and _rank(clause.text, words) == _STATED:
                found.append(one)
    return found


def turned(texts: BothTexts) -> tuple[Printed, Printed] | None:
    """The old and the new date of the page; if the date at its top did not change, those of a part of it.

    In a language without rules only what a page states of its dates is known.
    """
    old, new, words = texts.old, texts.new, texts.words
    for role in _ROLES:
        moved = _moved(_stated(old, role), _stated(new, role))
        if moved:
            return moved
    if words is None:
        return None
    before, after = texts.printed_dates
    if (
        before
        and after
        and not before.may_be(after)
        and not _both_stand(before, after, old, new)
        and not _is_of_another(before, after, old)
        and not _is_of_another(after, before, new)
    ):
        return before, after
    return _moved(_of_parts(old, words), _of_parts(new, words)) if _may_move(texts, words) else None


def _is_of_another(day: Printed, other: Printed, document: Document) -> bool:
    """Whether a day near the top of a side dates another version: "the last policy was posted on 3 May".

    The side states the day of the other side as its own, and not this one.
    """
    stated = _stated(document)
    return any(one.may_be(other) for one in stated) and not any(one.may_be(day) for one in stated)


def _both_stand(before: Printed, after: Printed, old: Document, new: Document) -> bool:
    """Whether a line with one of the two dates is on both sides: then the other one dates what was added, a
    second document below the first."""
    return any(one.text == before.quote.text for one in new.clauses) or any(
        one.text == after.quote.text for one in old.clauses
    )


def _may_move(texts: BothTexts, words: Lexicon) -> bool:
    """Whether each side dates a part of the page in a clause that the other side lacks."""
    old, new = texts.old, texts.new
    if (old.language, old.day_first) != (new.language, new.day_first):
        return True  # the same figures may be another day
    own = zip((old, new), texts.own_clauses, strict=True)
    sides = (replace(side, clauses=clauses) for side, clauses in own)
    return all(_of_parts(side, words) for side in sides)


def _moved(old: Sequence[Printed], new: Sequence[Printed]) -> tuple[Printed, Printed] | None:
    """The first date that is gone and the first that came instead."""
    gone = [one for one in old if not any(one.may_be(other) for other in new)]
    came = [one for one in new if not any(one.may_be(other) for other in old)]
    return (gone[0], came[0]) if gone and came else None


def unmoved(texts: BothTexts) -> bool:
    """Whether both sides print their own date and none of their dates can have changed."""
    before, after = texts.printed_dates
    if before is None or after is None or (before.text, before.days) != (after.text, after.days):
        return False
    days = [{(one.days, one.readings) for one in _stated(side)} for side in (texts.old, texts.new)]
    return days[0] == days[1]


def same_days(texts: BothTexts) -> bool:
    """Whether both sides print the same days, one at least, however each writes them."""
    old, new = (
        {one.days for one in (*_stated(side), *([printed] if printed else []))}
        for side, printed in zip((texts.old, texts.new), texts.printed_dates, strict=True)
    )
    return bool(old) and old == new


def find(texts: BothTexts) -> Iterator[Finding]:
    """The finding that the printed date changed."""
    dates = turned(texts)
    if dates:
        before, after = dates
        yield Finding(
            "effective-date",
            "changed",
            1,
            "a date",
            f"The printed date moved from {before.text} to {after.text}.",
            "effective-date",
            before.quote,
            after.quote,
        )
