"""A day or a time as an option takes it: also a month (2024-06) or a year (2024)."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

_MONTH, _YEAR = "%Y-%m", "%Y"


class Moment(click.DateTime):
    """As click has it, with months and years; what is none is told by an example, not by letters for the
    parts of a date.

    Args:
        formats: those of days and times, as `strptime` has them.
        end: of a month or a year the last day is meant, not the first.
    """

    def __init__(self, formats: Sequence[str], *, end: bool = False) -> None:
        super().__init__([*formats, _MONTH, _YEAR])
        self._end = end

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment that was written."""
        try:
            moment: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is no date of the calendar. Write it as in 2024-06-26.", param, ctx)
        written = re.fullmatch(r"\d{4}(-\d{1,2})?", value.strip()) if isinstance(value, str) else None
        return _last_day(moment, of_month=bool(written[1])) if self._end and written else moment


def _last_day(first: datetime, *, of_month: bool) -> datetime:
    if not of_month:
        return first.replace(month=12, day=31)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
