"""What a lede says of time: when a policy changed, from when it is in force, how its printed date moved.

In: a comparison, when its sides were captured, what an archive knows of the time between. Out: parts of
sentences and sentences. Without times of capture no time is reported but that which both sides print.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from policydiff import notice
from policydiff.report import dated_lines, days, document_text, verdict_text, wording
from policydiff.report.characters import visible
from policydiff.report.side_names import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from policydiff.models import Between, Comparison, Document, Finding, StatedDate
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.side_names import CapturePair

_FIGURES = re.compile(r"\d[-/.]\d")
"""What a day in figures holds."""
_ONE_SITTING = timedelta(hours=1)
"""Time between captures of two addresses that somebody fetched now: it says nothing of when a text changed.
Of two captures of a series, which an archive knows, it does."""
_LONG = 14
"""Days without a record that are worth a sentence."""


class TimeOfChange(NamedTuple):
    """When a policy changed."""

    said: str
    """Behind "changed": " between 17 and 21 May 2024"; "" if it is not known."""
    is_printed: bool = False
    """Whether these are the days that both sides print of themselves."""


class DateSentence(NamedTuple):
    """A sentence of a day from which a policy is in force, or that it prints."""

    text: str
    is_of_printed: bool = False
    """Whether it tells what became of the date that is printed."""


def time_of_change(comparison: Comparison, sides: CapturePair, between: Between | None) -> TimeOfChange:
    """When, as far as it is known, by the captures, or by the dates that both sides print.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        between: what an archive knows of the time between; None if none was asked.
    """
    old, new = sides.old.captured_at, sides.new.captured_at
    if old and new and (between or abs(new - old) > _ONE_SITTING):
        if new < old:
            return TimeOfChange(f" from the capture of {day(old)} to the earlier one of {day(new)}")
        after = max(old, between.unchanged_until or old) if between else old
        return TimeOfChange(f" {days.bracket(min(after, new), new)}")
    versions = _versions(comparison)
    return TimeOfChange(versions, is_printed=bool(versions))


def _versions(comparison: Comparison) -> str:
    """From which version to which, by the days that both sides print of themselves; "" if they do not, or if
    the day of the older one still stands in its place: then the newer day is of an announcement."""
    before, now = (document_text.stated_version(side) for side in (comparison.old, comparison.new))
    if before and now and before.role != now.role:  # a day of effect is none of an update
        before, now = _updated(comparison) or (before, now)
    if not before or not now or before.day == now.day:
        return ""
    line = comparison.old.clauses[before.clause].text
    still = (comparison.new.clauses[one.clause].text == line for one in comparison.new.dates)
    if before.text in line and any(still):
        return ""
    which = "the earlier one" if now.day < before.day else "that"
    return f" from the version of {day(before.day)} to {which} of {day(now.day)}"


def _updated(comparison: Comparison) -> tuple[StatedDate, StatedDate] | None:
    """The day of each side on which it says that it was updated, None if a side states none or several."""
    sides = [
        [
            one
            for one in side.dates
            if one.role == "updated" and not document_text.is_of_another(side, one.clause)
        ]
        for side in (comparison.old, comparison.new)
    ]
    return (sides[0][0], sides[1][0]) if all(len(one) == 1 for one in sides) else None


def date_alone(comparison: Comparison, numbered: Sequence[NumberedChange], when: TimeOfChange) -> str:
    """What happened where no word changed but in the line that prints the date: "changed in no word but ...".

    Args:
        comparison: what `compare` returned.
        numbered: its numbered changes.
        when: what `time_of_change` says of it.
    """
    moved = _date_moved(comparison)
    if moved and (apart := dated_lines.lines_apart(comparison, numbered)):
        said = "" if when.is_printed else when.said
        return f"changed{said} in no word but dates that it prints, which {moved}, as in “{apart[0]}”"
    lines = dated_lines.date_lines(comparison, numbered)
    is_said = when.is_printed and bool(moved or lines[0])
    return f"changed{'' if is_said else when.said} in no word but {_date_line(comparison, moved, *lines)}"


def _date_line(comparison: Comparison, moved: str, old: str, new: str) -> str:
    """What of its printed date alone changed: the day, where both are known, else the line, or how it is
    printed."""
    if moved and not (old and dated_lines.has_other_label(comparison, old, new)):
        return f"its printed date, which {moved}"
    before, now = (verdict_text.printed_date(side) for side in (comparison.old, comparison.new))
    what = "how its date is printed" if before and before == now else "the line that prints its date"
    return f"{what}: now “{new}”, before “{old}”" if old else what


def other_date_alone(comparison: Comparison, worded: Sequence[NumberedChange]) -> str:
    """That nothing but a line changed that prints a date of a part of the page, or prints it in an unusual
    form: "in no word but ..."; "" if anything else did.

    Args:
        comparison: what `compare` returned.
        worded: its changes of words.
    """
    old, new = dated_lines.other_date_line(comparison, worded) if len(worded) == 1 else ("", "")
    return f"in no word but a line that prints a date: now “{new}”, before “{old}”" if old else ""


def _date_moved(comparison: Comparison) -> str:
    """From which day to which the printed date went, "" if that is not known."""
    before, now = (verdict_text.printed_date(side) for side in (comparison.old, comparison.new))
    if before is None or now is None or before == now:
        return ""
    return f"went {'back ' if now < before else ''}from {day(before)} to {day(now)}"


def date_sentence(
    comparison: Comparison,
    sides: CapturePair,
    when: TimeOfChange,
    numbered: Sequence[NumberedChange],
    worded: Sequence[NumberedChange],
) -> DateSentence | None:
    """From when it is in force and with how much notice, or what became of the printed date; None if another
    sentence says it.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        when: what `time_of_change` says of it.
        numbered: its numbered changes.
        worded: those of words.
    """
    if found := verdict_text.noticed(comparison, sides):
        return DateSentence(_of_effect(comparison, worded, *found))
    before, now = (verdict_text.printed_date(side) for side in (comparison.old, comparison.new))
    dates = [one for one in comparison.findings if one.category == "effective-date"]
    of_dates = [one for one in dates if not _is_of_another(comparison, one)]
    if of_dates and (gone := _older_gone(comparison, of_dates)):
        return DateSentence(gone, is_of_printed=True)
    said = ""
    if before and before == now and not of_dates:  # else another line moved
        is_same = not dated_lines.date_line_changed(comparison)
        said = f"The printed date stays {day(now)}." if is_same else ""
    elif when.is_printed:
        return None  # both days are told
    elif comparison.verdict == "editorial" and not worded:
        return None  # the line that prints it is all that changed
    elif moved := _date_moved(comparison):
        said = f"The date printed on it {moved}."
    else:
        said = _line_moved(comparison, numbered, dates, of_dates)
    return DateSentence(said, is_of_printed=True) if said else None


def _of_effect(comparison: Comparison, worded: Iterable[NumberedChange], effective: date, ahead: int) -> str:
    """From when it is in force, or which day it announces."""
    before, now = (verdict_text.printed_date(side) for side in (comparison.old, comparison.new))
    still = _day_still_printed(comparison, effective)
    is_its_own = any(one.role == "effective" and one.day == effective for one in comparison.new.dates)
    if still or not is_its_own or _is_only_announced(comparison, worded, effective, ahead):
        return _to_come(effective, ahead, still)
    return _in_force(effective, ahead, before if before != now else None)


def _line_moved(
    comparison: Comparison,
    numbered: Sequence[NumberedChange],
    dates: Sequence[Finding],
    of_dates: Sequence[Finding],
) -> str:
    """What became of a month alone, or of a day in figures whose order nobody knows, which is quoted; "" if
    no such line moved."""
    moved = (one for one in of_dates if one.direction == "changed" and not one.weight)
    rows = (visible(one.sentence) for one in moved if not _is_of_next(comparison.new, one))
    said = next(rows, "")
    old, new = dated_lines.date_lines(comparison, numbered)
    if old and (not said or _FIGURES.search(said)):
        is_its_own = dates == of_dates and _date_the_page(comparison, of_dates)
        which = "The line that prints its date" if is_its_own else "A line that prints a date"
        said = f"{which} is now “{new}”, before “{old}”."
    return said or _other_date(comparison, numbered)


def _is_of_next(document: Document, dated: Finding) -> bool:
    """Whether a date that moved is one of an announcement, beside which another line dates the page."""
    if dated.new is None:
        return False
    ahead = notice.announced(document)
    here = {one.day for one in document.dates if one.clause == dated.new.clause}
    is_announced = any((day.month, day.day) == (one.month, one.day) for day in here for one in ahead)
    others = (one for one in document.dates if one.clause != dated.new.clause)
    return is_announced and any(one.role == "effective" for one in others)


def _date_the_page(comparison: Comparison, moved: Iterable[Finding]) -> bool:
    """Whether a day that moved may be the one that dates the page. Where another line dates the page, it
    is that of an older entry in a list of versions, put right."""
    olds, news = ({one.clause for one in side.dates} for side in (comparison.old, comparison.new))
    return any(
        one.old and one.new and (not olds or one.old.clause in olds) and (not news or one.new.clause in news)
        for one in moved
    )


def _is_of_another(comparison: Comparison, dated: Finding) -> bool:
    """Whether a date that moved is that of another document below this one."""
    sides = (comparison.old, dated.old), (comparison.new, dated.new)
    return all(quote and document_text.is_of_another(side, quote.clause) for side, quote in sides)


def _older_gone(comparison: Comparison, of_dates: Iterable[Finding]) -> str:
    """That of two days that the old side prints only one is left: then no date moved."""
    olds, news = ({one.day for one in side.dates} for side in (comparison.old, comparison.new))
    gone = olds - news
    is_moved = any(one.old and one.new for one in of_dates)
    if not (is_moved and news < olds and len(news) == len(gone) == 1):
        return ""
    return f"Of the two dates printed on it {day(*gone)} is gone, {day(*news)} is left."


def _other_date(comparison: Comparison, numbered: Sequence[NumberedChange]) -> str:
    """That a date is now printed where none was, or another one in a line of a part of the page."""
    if first := dated_lines.first_dates(comparison):
        return f"A date is now printed on it: “{first}”."
    old, new = dated_lines.other_date_line(comparison, numbered)
    return f"A line that prints a date is now “{new}”, before “{old}”." if new else ""


def _in_force(effective: date, ahead: int, before: date | None) -> str:
    """From when it is in force, and the day that the old side printed in the place of that one."""
    later = wording.count(ahead, "day")
    seen = "" if ahead < 0 else ", the day of this capture" if ahead == 0 else f", {later} after this capture"
    is_ = "had been in force since" if ahead < 0 else "is in force from"
    stood = f"; before, it printed {day(before)}" if before and before != effective else ""
    return f"By its own words it {is_} {day(effective)}{seen}{stood}."


def _day_still_printed(comparison: Comparison, effective: date) -> date | None:
    """The latest day of effect that the old side prints, where the new one prints it too and below it names
    another to come: then that is the day of the policy which follows. An older day below the new one is of
    another notice on the page."""
    olds = {one.day for one in comparison.old.dates if one.role == "effective"}
    places = {one.day: one.clause for one in reversed(comparison.new.dates) if one.role == "effective"}
    last = max(olds, default=effective)
    is_still = last in places and last < effective
    return last if is_still and places[last] <= places.get(effective, len(comparison.new.clauses)) else None


def _is_only_announced(
    comparison: Comparison, worded: Iterable[NumberedChange], effective: date, ahead: int
) -> bool:
    """Whether nothing but the sentence changed that names a day to come: the text in force is still the old
    one ("We are updating this policy on 10 March. Please read it here.")."""
    places = {one.clause for one in comparison.new.dates if one.day == effective}
    reworded = [change for entry in worded for change in entry.changes]
    return ahead > 0 and bool(reworded) and all(one.new and places.issuperset(one.new) for one in reworded)


def _to_come(effective: date, ahead: int, still: date | None) -> str:
    """A day of effect that is announced, or is of the policy that follows this one."""
    seen = f", {wording.count(ahead, 'day')} after this capture" if ahead > 0 else ""
    own = f"; of itself it still prints {day(still)}" if still else ""
    return f"It names {day(effective)} as a day of effect{seen}{own}."


def unrecorded(sides: CapturePair, between: Between | None) -> Iterator[str]:
    """That nobody recorded the page for long between the captures, where an archive was asked."""
    old, new = sides.old.captured_at, sides.new.captured_at
    if between is None or old is None or new is None or between.captures:
        return
    after = max(old, between.unchanged_until or old)
    if (new - after).days > _LONG:
        yield f"Nobody recorded this page in the {days.days_between(after, new)} between."
