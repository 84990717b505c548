"""The reader of dates: those that a text prints (`read_dates`), and those that a page states of itself
(`stated`).

Pure. All stages use it, so that the head of a report and a finding give the same date for a page.
"""

from policydiff.calendar_dates.months import (
    behind_day,
    date_vocabulary,
    day_ending,
    day_in_words,
    month_in_words,
    month_name,
)
from policydiff.calendar_dates.reader import (
    PrintedDate,
    may_have_date,
    may_have_dates,
    read_dates,
    without_dates,
)
from policydiff.calendar_dates.settled_by_series import settled
from policydiff.calendar_dates.stating import DateClues, Stated, stated

__all__ = [
    "DateClues",
    "PrintedDate",
    "Stated",
    "behind_day",
    "date_vocabulary",
    "day_ending",
    "day_in_words",
    "may_have_date",
    "may_have_dates",
    "month_in_words",
    "month_name",
    "read_dates",
    "settled",
    "stated",
    "without_dates",
]
