"""Dates that a page gives in attributes and pictures, and not in its text.

In: the tree of a page. `<time datetime="2025-03-03">3 months ago</time>` becomes the day itself: the words
change every month, are put there by a script or are missing. A picture of a date ("Last updated 3 March 2025"
as `alt`) becomes its words. Durations, times of the day and other pictures stay as they are.
"""

from __future__ import annotations

import itertools
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from policydiff import calendar_dates
from policydiff.models import Clause

if TYPE_CHECKING:
    from lxml import etree

    from policydiff.calendar_dates import PrintedDate
    from policydiff.normaliser.tree import Elements

_GIVEN = {
    **dict.fromkeys(("time", "relative-time", "time-ago", "local-time"), ("datetime", "title")),
    "abbr": ("title",),
    "span": ("data-date",),
}
"""Attributes that give a day, by element. (In `<ins>` and `<del>` it is the day of an edit.)"""
_GIVING = frozenset(itertools.chain(*_GIVEN.values()))
_DAY = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?:[T\s]|$)")
_CLOCK = re.compile(r"\d\s*(?:[ap]\.?m\b|uhr\b|h\b)|\d:\d\d", re.IGNORECASE)
_MOST, _LONGEST = 5_000, 300
"""Elements that are looked at, and characters of each."""
_NEAR, _MOST_ABOVE = 90, 3
"""Characters before an element that may say what its day is, and elements around it that may hold them."""
_MOST_EARLIER, _MOST_PIECES = 20, 50
"""Neighbours that are looked at, and pieces of text of one."""
_ZONE = timedelta(days=1)
"""By how much a day in figures and the same moment at Greenwich may be apart."""


def write_out(page: Elements) -> bool | None:
    """Write such dates into the text of the page.

    Returns:
        Whether the day stands first where the page writes dates in figures, as `<time>` shows it beside them;
        None if it does not.
    """
    seen = set()
    for node in page.of(*_GIVEN)[:_MOST]:
        given = node.keys()
        if _GIVING.isdisjoint(given):
            continue
        values = [value for name in _GIVEN[node.tag] if name in given and (value := node.get(name))]
        day = next(filter(None, map(_day, values)), None) if values else None
        if day is None:
            continue
        text = " ".join(_text(node).split())
        if len(text) > _LONGEST:
            continue
        printed = calendar_dates.read_dates(text)
        if printed:
            seen.add(_order(printed[0], day))
        elif not _CLOCK.search(text) and _announced(node, day):
            tail = node.tail
            node.clear()
            node.text, node.tail = day.isoformat(), tail
    for node in page.of("img", "svg")[:_MOST]:
        name = "alt" if node.get("alt") else "aria-label"
        said = node.get(name)
        if said and _states(said[:_LONGEST]):
            node.tail = f" {said} {node.tail or ''}"
            del node.attrib[name]
    seen.discard(None)
    return seen.pop() if len(seen) == 1 else None


def _announced(node: etree._Element, day: date) -> bool:
    """Whether the words before an element say that its day is the document's; that of a comment is not."""
    before = ""
    for _ in range(_MOST_ABOVE):
        parent = node.getparent()
        if parent is None:
            break
        before = _before(parent, node)
        node = parent
        if before.strip():
            break
    clause = Clause("paragraph", f"{before[-_NEAR:]} {day}")
    return bool(calendar_dates.stated([clause], calendar_dates.DateClues()).dates)


def _before(parent: etree._Element, node: etree._Element) -> str:
    """The end of the text of an element before one of its children."""
    parts: list[str] = []
    earlier = list(itertools.islice(node.itersiblings(preceding=True), _MOST_EARLIER))
    for child in earlier:
        parts += [child.tail or "", _text(child)]
        if sum(map(len, parts)) > _NEAR:
            break
    else:
        parts.append(parent.text or "" if len(earlier) < _MOST_EARLIER else "")
    return " ".join("".join(reversed(parts)).split())


def _text(node: etree._Element) -> str:
    """The text of an element, "" of one that holds much."""
    pieces = list(itertools.islice(map(str, node.itertext()), _MOST_PIECES))
    return "" if len(pieces) == _MOST_PIECES else "".join(pieces)


def _day(value: str) -> date | None:
    match = _DAY.match(value)
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
    dates = calendar_dates.read_dates(text)
    if not dates:
        return False
    alone = (dates[0].end - dates[0].start) * 1.5 >= len(text)
    said = calendar_dates.stated([Clause("paragraph", text)], calendar_dates.DateClues())
    return alone or bool(said.dates or said.unsure)
