"""Days of other calendars as days of ours.

Exact where the calendar is arithmetic; where months begin when the moon is seen, a span.
"""

from __future__ import annotations

from datetime import date, timedelta

ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""The year before the first year of each era of Japan and Taiwan."""
BUDDHIST = 543
"""By how much the years of Thailand are ahead of ours."""

_NOWRUZ_1403 = date(2024, 3, 20).toordinal()
_SEEN = timedelta(days=2)
"""By how much a day of the Hijra calendar may differ from the table, since months begin when the moon is
seen."""


def valid(year: int, month: int, day: int) -> date | None:
    """The day; None if there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def persian(year: int, month: int, day: int) -> date | None:
    """A day of the solar calendar of Iran, by its cycle of 33 years (true from 1799 to 2256).

    >>> persian(1403, 4, 6)
    datetime.date(2024, 6, 26)
    """
    long = 31 if month <= 6 else 30
    if not (1178 <= year <= 1633 and 1 <= month <= 12 and 1 <= day <= long):
        return None
    passed = (month - 1) * 31 if month <= 7 else (month - 1) * 30 + 6
    return date.fromordinal(_NOWRUZ_1403 + _persian_days(year) - _persian_days(1403) + passed + day - 1)


def _persian_days(year: int) -> int:
    cycles, rest = divmod(year + 1595, 33)
    return 365 * (year + 1595) + cycles * 8 + (rest + 3) // 4


def hijra(year: int, month: int, day: int) -> tuple[date, date] | None:
    """The first and the last day that a day of the lunar calendar may be.

    >>> [day.isoformat() for day in hijra(1446, 1, 20)]
    ['2024-07-24', '2024-07-28']
    """
    if not (1300 <= year <= 1500 and 1 <= month <= 12 and 1 <= day <= 30):
        return None
    number = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + 1948439 - 385
    table = date.fromordinal(number - 1721425)
    return table - _SEEN, table + _SEEN


def month_of(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)
