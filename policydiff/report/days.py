"""Stretches of time in words: the days between which a change happened, lists of days, numbers of days.

Days are those of UTC, and read the same under every locale.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from policydiff import calendar_dates
from policydiff.report.side_names import day
from policydiff.report.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_FEW = 4
"""Days that are listed one by one."""


def bracket(after: date, before: date) -> str:
    """Between which days something happened.

    >>> from datetime import date
    >>> bracket(date(2024, 5, 17), date(2024, 5, 21))
    'between 17 and 21 May 2024'
    >>> bracket(date(2024, 5, 22), date(2024, 5, 22))
    'on 22 May 2024'
    """
    first, last = _days(after, before)
    if first == last:
        return f"on {day(last)}"
    return f"between {_short(first, last)} and {day(last)}"


def stretch(first: date, last: date) -> str:
    """From when to when.

    >>> from datetime import date
    >>> stretch(date(2024, 4, 17), date(2024, 5, 21)), stretch(date(2024, 5, 1), date(2024, 5, 1))
    ('17 April to 21 May 2024', '1 May 2024')
    """
    first, last = _days(first, last)
    return day(last) if first == last else f"{_short(first, last)} to {day(last)}"


def listed(days: Sequence[date]) -> str:
    """A few days one by one, more of them by the first and the last."""
    distinct = sorted({_day(one) for one in days})
    if len(distinct) > _FEW:
        return stretch(distinct[0], distinct[-1])
    shown = [
        _short(one, distinct[place + 1]) if place + 1 < len(distinct) else day(one)
        for place, one in enumerate(distinct)
    ]
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def days_between(first: date, last: date) -> str:
    """The time from one day to another: "35 days"."""
    return count(abs((_day(last) - _day(first)).days), "day")


def _day(at: date) -> date:
    """The day of a moment; a day stays what it is."""
    return at.date() if isinstance(at, datetime) else at


def _days(one: date, other: date) -> tuple[date, date]:
    """Both days in their order: recorders keep an order of their own, in which dates may go back."""
    first, last = sorted((_day(one), _day(other)))
    return first, last


def _short(at: date, beside: date) -> str:
    """A day without the parts that it shares with the day next to it: "17", "17 April", "17 April 2023"."""
    if at.year != beside.year:
        return day(at)
    return str(at.day) if at.month == beside.month else f"{at.day} {calendar_dates.month_name(at.month)}"
