"""The earlier versions that a platform lists itself: bytes of the list in, dated addresses out. Pure.

Such a page is a list or a table, one version a line: the date is the link ("1 March 2023"), or stands in the
link's line ("Version 3 | 1 March 2023 | Download"), in the heading or term above it, or in the address alone
("/archive/20230301"). A link whose line has no date, or several dates that are no span of time, is not a
version: lists come in any form, and a text under a wrong date is worse than a missing one.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from policydiff import languages
from policydiff.calendar_dates import read_dates
from policydiff.discovery.page_links import decoded
from policydiff.discovery.ranking import DocumentKind, names_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policydiff.calendar_dates import PrintedDate

_MOST_LINKS = 5_000
_LONGEST_LINE = 300
"""Most characters of a line of a list; a longer one is a paragraph, whose dates may belong to anything."""
_MOST_ABOVE = 4
"""Most elements around a link that may be its line."""
_LONGEST_SPAN = 40
"""Most characters between the two dates of a span ("1 March 2023 until 3 May 2024")."""
_OUTSIDE = frozenset(("nav", "header", "footer", "aside", "script", "style", "template"))
_LISTS = frozenset(("ul", "ol", "dl", "table", "tbody", "select", "main", "article", "body", "html"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "caption", "legend"))
_DATED_ABOVE = _HEADINGS | {"dt", "th", "p", "strong", "b"}
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)", re.ASCII
)
_Precision = Literal["day", "month"]


@dataclass(frozen=True, slots=True)
class ListedVersion:
    """One version, as a list names it."""

    url: str
    day: date
    """From when it was in force, as the list says: the first day of a span, or of a month."""
    words: str
    """The words of the list, or the address, with that date."""
    precision: _Precision = "day"


@dataclass(frozen=True, slots=True)
class VersionList:
    """What a list of earlier versions holds."""

    versions: tuple[ListedVersion, ...]
    """Oldest first; one a day, each address once."""
    left_out: tuple[tuple[str, str], ...] = ()
    """Addresses that look like versions and were left out, each with the reason."""


@dataclass(frozen=True, slots=True)
class _Undated:
    """A line that looks like a version and names no usable date."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A link of a list, with the dates near it."""

    url: str
    called: str
    """The link's own words."""
    words: str
    dates: tuple[PrintedDate, ...]
    heading: str


def read_versions(page: bytes, url: str, kind: DocumentKind | None = None) -> VersionList:
    """The versions that a page lists.

    Args:
        page: its bytes.
        url: its address.
        kind: the document whose versions are wanted: a page may list those of several. None for any.
    """
    try:
        tree = html.document_fromstring(
            decoded(page).encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return VersionList(())
    lines = list(_VersionReader(tree, url).lines())
    day_first = _order_of_figures(lines)
    found, left_out = dict[str, ListedVersion](), dict[str, str]()
    for line in _of_kind(lines, kind, left_out):
        dated = _dated(line, day_first)
        if isinstance(dated, _Undated):
            left_out.setdefault(line.url, dated.reason)
        elif dated is not None and line.url not in found:
            found[line.url] = dated
    return _one_a_day(found, left_out)


def _one_a_day(found: dict[str, ListedVersion], left_out: dict[str, str]) -> VersionList:
    """One version for each day: a page before a file, then the first."""
    by_day: dict[date, ListedVersion] = {}
    for one in sorted(found.values(), key=lambda version: _is_file(version.url)):
        other = by_day.setdefault(one.day, one)
        if other is not one:
            left_out.setdefault(one.url, f"it is of the same day as {other.url}")
    taken = {one.url for one in by_day.values()}
    reasons = tuple((url, why) for url, why in left_out.items() if url not in taken)
    return VersionList(tuple(by_day[day] for day in sorted(by_day)), reasons)


@cache
def _comparison() -> re.Pattern[str]:
    """What links are called that lead to two versions at once."""
    said = "|".join(languages.all_lines(lambda one: one.discovery.comparison))
    return re.compile(rf"\b(?:{said})\b", re.IGNORECASE)


def _is_file(url: str) -> bool:
    return bool(re.search(r"\.(?:pdf|docx?|odt|txt)$", urlsplit(url).path, re.IGNORECASE))


# --- what dates a link ---


def _order_of_figures(lines: Iterable[_Line]) -> bool | None:
    """The order in which the list writes days and months in figures, where its dates agree on one."""
    shown = {one.day_first for line in lines for one in line.dates if one.day_first is not None}
    return shown.pop() if len(shown) == 1 else None


def _dated(line: _Line, day_first: bool | None) -> ListedVersion | _Undated | None:
    """The version that a line names; else why it names none; None if the line does not look like a
    version."""
    dates = [one if day_first is None else one.settled(day_first=day_first) for one in line.dates]
    days = sorted({(one.first, one.last) for one in dates})
    if not days:
        day = _day_in_address(line.url)
        return ListedVersion(line.url, day, line.url) if day else None
    if len(days) > 2 or (len(days) == 2 and not _is_span(line.words, dates)):
        return _Undated("its line has several dates")
    first = min(dates, key=lambda one: one.first)
    if first.day is None and first.readings is not None:
        return _Undated("its date is in figures, of which nothing says which is the month")
    if first.day is None and (first.last - first.first).days > 31:
        return _Undated("its date is no day and no month")
    return ListedVersion(line.url, first.first, line.words, "day" if first.day else "month")


def _is_span(words: str, dates: list[PrintedDate]) -> bool:
    """Whether two dates are the ends of one span: side by side, the earlier one first or last."""
    places = sorted((one.start, one.end) for one in dates)
    between = words[places[0][1] : places[-1][0]]
    return len(between) <= _LONGEST_SPAN and not re.search(r"[.!?]\s", between)


def _day_in_address(url: str) -> date | None:
    """The day in an address; None if there is none, or two, as in the address of a comparison."""
    place = urlsplit(url)
    found = set()
    for match in _IN_ADDRESS.finditer(unquote(f"{place.path}?{place.query}")):
        with suppress(ValueError):
            found.add(date(int(match[1]), int(match[3]), int(match[4])))
    return found.pop() if len(found) == 1 else None


def _of_kind(lines: list[_Line], kind: DocumentKind | None, left_out: dict[str, str]) -> Iterator[_Line]:
    """The lines that may belong to the wanted document. If some have its name, those with the name of another
    document are left out."""
    others: list[DocumentKind] = [one for one in ("privacy", "terms", "trackers") if one != kind]
    wanted = [kind is not None and names_document(f"{one.words} {one.heading}", kind) for one in lines]
    some_wanted = any(wanted)
    for line, is_wanted in zip(lines, wanted, strict=True):
        words = f"{line.words} {line.heading}"
        if some_wanted and not is_wanted and any(names_document(words, one) for one in others):
            left_out.setdefault(line.url, f"it is of another document (“{line.heading or line.words}”)")
        else:
            yield line


# --- the lines of a page ---


class _VersionReader:
    """Finds the links of a page with the lines that they stand in."""

    def __init__(self, tree: html.HtmlElement, url: str) -> None:
        self._tree = tree
        self._url = url
        self._here = urlsplit(url)._replace(fragment="").geturl()
        self._base = url
        self._sizes: dict[html.HtmlElement, int] = {}

    def lines(self) -> Iterator[_Line]:
        """Each link that leads to another page, in the order of the page."""
        self._measure()
        heading, count = "", 0
        for element in self._tree.iter(etree.Element):
            if element.tag == "base" and element.get("href"):
                self._base = urljoin(self._url, element.get("href", ""))
            elif element.tag in _HEADINGS:
                heading = self._text(element)[:_LONGEST_LINE]
            elif element.tag in ("a", "option") and count < _MOST_LINKS:
                count += 1
                line = self._line(element, heading)
                if line is not None:
                    yield line

    def _measure(self) -> None:
        """How many letters each element holds, in one walk from the ends of the tree to its root."""
        for element in reversed(list(self._tree.iter(etree.Element))):
            own = len(element.text or "") + sum(
                self._sizes.get(child, 0) + len(child.tail or "") for child in element
            )
            self._sizes[element] = own

    def _text(self, element: html.HtmlElement) -> str:
        if self._sizes.get(element, 0) > _LONGEST_LINE * 4:  # white space is no letter of a line
            return ""
        words = " ".join(" ".join(element.itertext(etree.Element)).split())
        return words if len(words) <= _LONGEST_LINE else ""

    def _line(self, element: html.HtmlElement, heading: str) -> _Line | None:
        address = self._address(element.get("href" if element.tag == "a" else "value") or "")
        above = list(element.iterancestors())
        if not address or any(one.tag in _OUTSIDE or one.get("role") == "navigation" for one in above):
            return None
        called = self._text(element) or element.get("title") or element.get("aria-label") or ""
        if _comparison().search(called):
            return None
        for words in self._around(element, called, above):
            dates = read_dates(words)
            if dates:
                return _Line(address, called, words, dates, heading)
        return _Line(address, called, called, (), heading)

    def _around(self, element: html.HtmlElement, called: str, above: list[html.HtmlElement]) -> Iterator[str]:
        """The texts that may hold the date of a link, nearest first: its words, its line, the heading or term
        above."""
        yield called[:_LONGEST_LINE]
        at = element
        for parent in above[:_MOST_ABOVE]:
            yield from self._just_before(at)
            if parent.tag in _LISTS:
                return
            yield self._text(parent)
            at = parent

    def _just_before(self, element: html.HtmlElement) -> Iterator[str]:
        """The heading or term right before an element, ignoring other links of the same version."""
        for before in element.itersiblings(preceding=True):
            if before.tag == element.tag:
                continue
            if before.tag in _DATED_ABOVE and before.find(".//a") is None:
                yield self._text(before)
            return

    def _address(self, written: str) -> str:
        """The address that a link leads to; "" if it is this page or no page of the web."""
        try:
            url = urljoin(self._base, written.strip())
            parts = urlsplit(url)
            usable = parts.scheme in ("http", "https") and parts.hostname and parts.username is None
        except ValueError:
            return ""
        url = parts._replace(fragment="").geturl()
        return url if usable and len(url) < 2_000 and written.strip() and url != self._here else ""
