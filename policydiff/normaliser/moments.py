"""Dates that a page gives to programs and pictures, and not in its text.

In: the tree of a page. `<time datetime="2025-03-03">3 months ago</time>` becomes the day itself: the words
change every month, are put there by a script or are missing. A picture of a date ("Last updated 3 March 2025"
as `alt`) becomes its words. Durations, times of the day and other pictures stay as they are.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lxml import etree

from policydiff import calendar_dates
from policydiff.models import Clause

if TYPE_CHECKING:
    from policydiff.calendar_dates import PrintedDate

_GIVEN = (
    "//*[@datetime or @data-datetime or @data-date or starts-with(@title, '20')][not(self::ins or self::del)]"
)
_PICTURES = "//img[@alt] | //*[@role='img'][@aria-label]"
_ATTRIBUTES = ("datetime", "data-datetime", "data-date", "title")
_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T\s]|$)")
_CLOCK = re.compile(r"\d\s*(?:[ap]\.?m\b|uhr\b|h\b)|\d:\d\d", re.IGNORECASE)
_MOST, _LONGEST = 500, 300
"""Elements that are looked at, and characters of each."""
_ZONE = timedelta(days=1)
"""By how much a day in figures and the same moment at Greenwich may be apart."""


def write_out(root: etree._Element) -> bool | None:
    """Put such dates into the text of the page.

    Returns:
        Whether the day stands first where the page writes dates in figures, as `<time>` shows it beside them;
        None where it does not.
    """
    seen = set()
    for node in _found(root, _GIVEN):
        day = next((day for name in _ATTRIBUTES if (day := _day(node.get(name))) is not None), None)
        text = " ".join("".join(map(str, node.itertext())).split())
        if day is None or len(text) > _LONGEST:
            continue
        printed = calendar_dates.read(text)
        if printed:
            seen.add(_order(printed[0], day))
        elif not _CLOCK.search(text):
            tail = node.tail
            node.clear()
            node.text, node.tail = day.isoformat(), tail
    for node in _found(root, _PICTURES):
        name = "alt" if node.get("alt") else "aria-label"
        said = node.get(name) or ""
        if _states(said[:_LONGEST]):
            node.tail = f" {said} {node.tail or ''}"
            del node.attrib[name]
    seen.discard(None)
    return seen.pop() if len(seen) == 1 else None


def _found(root: etree._Element, path: str) -> list[etree._Element]:
    found = root.xpath(path)
    nodes = found if isinstance(found, list) else []
    return [node for node in nodes[:_MOST] if isinstance(node, etree._Element)]


def _day(value: str | None) -> date | None:
    match = _DAY.match(value or "")
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _order(printed: PrintedDate, day: date) -> bool | None:
    """Which of two readings of figures is the day that the page gives to programs."""
    if printed.readings is None:
        return None
    near = [abs(one - day) <= _ZONE for one in printed.readings]
    return near[0] if near[0] != near[1] else None


def _states(text: str) -> bool:
    """Whether the words of a picture are a date, or state one."""
    dates = calendar_dates.read(text)
    if not dates:
        return False
    alone = (dates[0].end - dates[0].start) * 1.5 >= len(text)
    said = calendar_dates.stated([Clause("paragraph", text)], calendar_dates.Known())
    return alone or bool(said.dates or said.unsure)
