"""The text about each document: title, version, address, origin of its bytes, how it was read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff import notice
from policydiff.report.characters import clipped, visible
from policydiff.report.side_names import day, moment
from policydiff.report.wording import count
from policydiff.text import compared

if TYPE_CHECKING:
    from policydiff.models import Comparison, Document, StatedDate
    from policydiff.report.side_names import CaptureInfo

_DOCUMENTS = 3
"""Main headings of a page, at most, that may each begin a document of its own."""
_HOST = re.compile(r"https?://([\w.-]+)", re.IGNORECASE)


def title(comparison: Comparison) -> str:
    """The title that both sides share."""
    sides = sorted((comparison.new, comparison.old), key=lambda side: side.quality.level == "bad")
    titles = [clipped(visible(side.title), 160) for side in sides]
    hosts = [f"A page of {visible(host)}" for side in sides if (host := _host(side.url))]
    return next(filter(None, (*titles, *hosts)), "A page without a title")


def _host(url: str) -> str:
    found = _HOST.match(url)
    return found[1].removeprefix("www.") if found else ""


def own_title(comparison: Comparison, document: Document) -> str:
    """The title of a side, "" if it is that of the comparison."""
    titled = clipped(visible(document.title), 160)
    return "" if compared(titled) == compared(title(comparison)) else titled


def name(side: CaptureInfo, fallback: str) -> str:
    """The name of a side in a sentence."""
    return visible(side.name) or fallback


def version(document: Document, side: CaptureInfo) -> str:
    """The version of a side: the moment of capture, else the date it states; "" without either."""
    if side.captured_at:
        return f"captured {moment(side)}"
    stated = stated_version(document)
    return f"{stated.role} {day(stated.day)}" if stated else ""


def stated_version(document: Document) -> StatedDate | None:
    """The date that identifies the version of a page; None if it states none that does.

    That is the latest one: a page that was updated may still print the day of effect of long ago. Of several
    dates of effect, one may be that of the next version: then none of them tells it. Nor does a day of effect
    that an announcement names, where the page prints when it was updated: a banner may speak of the next
    version for weeks.
    """
    dates = [one for one in document.dates if not is_of_another(document, one.clause)]
    certain = [one for one in dates if all(other.day == one.day for other in dates if other.role == one.role)]
    updated = [one for one in certain if one.role == "updated"]
    announced = {(one.month, one.day) for one in notice.announced(document)} if updated else set()
    of_its_own = [
        one for one in certain if one.role == "updated" or (one.day.month, one.day.day) not in announced
    ]
    return max(of_its_own, key=lambda one: one.day, default=None)


def is_of_another(document: Document, place: int) -> bool:
    """Whether a clause that prints a date is of another document below this one on its page: one of few main
    headings stands between it and the date that the page prints of itself above."""
    heads = [
        number for number, one in enumerate(document.clauses) if one.kind == "heading" and one.depth == 1
    ]
    above = [one.clause for one in document.dates] + [one.clause for one in document.unsure_dates]
    first = min(above, default=place)
    is_below = any(first < head <= place for head in heads)
    return 1 < len(heads) <= _DOCUMENTS and heads[0] <= first and is_below


def known(comparison: Comparison, document: Document, side: CaptureInfo) -> tuple[str, ...]:
    """The facts about a side, most important first: its title if it differs from that of the comparison, its
    capture, the dates it states, and its file (a page of the web has none; its address is shown separately).
    """
    titled = own_title(comparison, document)
    parts = [f"“{titled}”"] if titled else []
    parts += [f"captured {moment(side)}"] if side.captured_at else []
    parts += [f"{stated.role} {day(stated.day)}" for stated in document.dates]
    parts += [f"{unsure.role} {visible(unsure.text)}" for unsure in document.unsure_dates]
    called = name(side, "")
    return tuple(filter(None, (*parts, "" if called == address(document, side) else called)))


def address(document: Document, side: CaptureInfo) -> str:
    """Where the page of a side stood, "" if nobody noted it."""
    return visible(side.address or document.url)


_OBTAINED = {
    "http": "fetched from its server",
    "browser": "fetched through a browser",
    "warc": "taken out of a web archive (WARC)",
    "file": "imported from a saved file",
}


def origin(side: CaptureInfo) -> str:
    """Where the bytes of a side came from, who recorded them, under which licence; "" if nobody noted it."""
    known_of = side.provenance
    if not known_of.recorder:
        return _OBTAINED.get(known_of.how, "")
    parts = [
        f"recorded by {known_of.recorder}",
        f"collection {known_of.collection}" if known_of.collection else "",
    ]
    parts.append(f"{'commit ' if known_of.how == 'ota' else ''}{known_of.ref}" if known_of.ref else "")
    parts.append(f"snapshot {known_of.snapshot}" if known_of.snapshot else "")
    parts.append(f"database licence {known_of.licence}" if known_of.licence else "")
    return visible(", ".join(filter(None, parts)))


def credit(side: CaptureInfo) -> str:
    """Who recorded a side, in the few words that a citation has room for; "" if that was the archive."""
    known_of = side.provenance
    if not known_of.recorder:
        return ""
    kept = known_of.collection.rstrip("/").rpartition("/")[2].removesuffix(".git")
    found = f"{kept}{f' {known_of.ref[:12]}' if known_of.how == 'ota' else ''}".strip()
    licence = f", {known_of.licence}" if known_of.licence else ""
    return visible(f"recorded by {known_of.recorder}{f' ({found}{licence})' if found else licence}")


def language(document: Document) -> str:
    """The language of a side and how it was found."""
    reason = f" ({visible(document.language_reason)})" if document.language_reason else ""
    return (document.language or "not known") + reason


def read_as(document: Document) -> str:
    """The format and charset in which a side was read."""
    charset = (
        f", {visible(document.charset)} ({visible(document.charset_reason)})" if document.charset else ""
    )
    return f"{document.media_type or 'unknown type'}{charset}, normaliser {document.normaliser or 'unknown'}"


def size(document: Document) -> str:
    """The size of a side."""
    return f"{document.size:,} bytes, {count(len(document.clauses), 'clause')}"


def quality(document: Document) -> str:
    """The quality of a side as a capture, with the reasons."""
    reasons = "; ".join(visible(reason.sentence) for reason in document.quality.reasons)
    return document.quality.level + (f": {reasons}" if reasons else "")
