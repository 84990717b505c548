"""The one reader of dates: what a text prints (`read`), and what a page says of itself (`stated`).

Pure, and known to every stage: what the head of a report says of a page and what a finding says of it
come from here, so that they agree.
"""

from policydiff.calendar_dates.months import behind_day, date_vocabulary, day_ending
from policydiff.calendar_dates.reader import PrintedDate, may_have_date, read_dates
from policydiff.calendar_dates.series import settled
from policydiff.calendar_dates.stating import DateClues, Stated, stated

__all__ = [
    "DateClues",
    "PrintedDate",
    "Stated",
    "behind_day",
    "date_vocabulary",
    "day_ending",
    "may_have_date",
    "read_dates",
    "settled",
    "stated",
]
