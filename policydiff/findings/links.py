"""Does a link that a person's rights depend on lead elsewhere?"""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from policydiff.models import Finding, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.findings.units import Reader
    from policydiff.models import Category, Clause, Document, DocumentDiff, Link

_MASKED = ("/cdn-cgi/l/email-protection", "mailto:")
"""Addresses of mail, often masked anew at every visit."""
_VISIT = (
    "locale",
    "lang",
    "language",
    "hl",
    "entry_point",
    "entry",
    "ref",
    "source",
    "utm_source",
    "utm_medium",
)
"""Parameters of an address that say who visits and from where, not what for."""
_BEFORE, _BEHIND = 90, 150
"""Words that are quoted before and behind the begin of a link, of a sentence that has more."""
_LONGEST = 4_000
"""Characters of a sentence that are looked at on either side of a link."""


def find(diff: DocumentDiff, old: Document, new: Document, reader: Reader | None) -> Iterator[Finding]:
    """One finding for each link that matters and leads elsewhere, on a clause that is on both sides."""
    for change in diff.changes:
        holders = _Holders(old, change.old, reader), _Holders(new, change.new, reader)
        for link in change.links:
            if not link.matters or link.old is None or link.new is None:
                continue
            if not _leads_out(link.old.target, link.new.target):
                continue
            before, after = holders[0].quote(link.old), holders[1].quote(link.new)
            category = _category(after, reader)
            if category:
                yield _finding(link.old, link.new, before, after, category)


def _leads_out(old: str, new: str) -> bool:
    """Whether both lead to pages, and to different ones: a place within the policy itself is none."""
    masked = any(sign in target for target in (old, new) for sign in _MASKED)
    pages = not masked and all(target.startswith(("https://", "http://")) for target in (old, new))
    return pages and _bare(old) != _bare(new)


def _bare(target: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """An address without what differs from one visit to the next, and without spaces that slipped in."""
    address = unquote(target).replace(" ", "")
    try:
        parts = urlsplit(address)
    except ValueError:  # such as "https://[": no address, but what the page says
        return address, "", ()
    kept = [(k, v) for k, v in parse_qsl(parts.query) if not k.casefold().startswith(_VISIT)]
    return parts.netloc.removeprefix("www."), parts.path.rstrip("/"), tuple(sorted(kept))


class _Holders:
    """The clauses of one side of a change, with the sentences that hold their links."""

    def __init__(self, side: Document, places: tuple[int, ...], reader: Reader | None) -> None:
        self._side = side
        self._places = places
        self._reader = reader
        self._holder: dict[int, int] = {}
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def quote(self, link: Link) -> Quote:
        """The sentence that holds a link."""
        if not self._holder:  # a clause may have thousands
            self._holder = {id(one): p for p in self._places for one in self._side.clauses[p].links}
        place = self._holder.get(id(link), self._places[0])
        clause = self._side.clauses[place]
        if place not in self._spans:
            self._spans[place] = self._reader.spans(clause.text) if self._reader else []
        start, end = _sentence(clause, link, self._spans[place])
        return Quote(clause.text[start:end], place, start, clause.path)


def _sentence(clause: Clause, link: Link, spans: list[tuple[int, int]]) -> tuple[int, int]:
    number = bisect_right(spans, link.start, key=itemgetter(0)) - 1
    start, end = spans[number] if number >= 0 else (0, len(clause.text))
    if link.start >= end:
        start, end = 0, len(clause.text)
    before = clause.text[max(start, link.start - _LONGEST) : link.start].split(" ")
    behind = clause.text[link.start : min(end, link.start + _LONGEST)].split(" ")
    if len(before) + len(behind) <= _BEFORE + _BEHIND and end - start <= _LONGEST:
        return start, end
    return link.start - len(" ".join(before[-_BEFORE:])), link.start + len(" ".join(behind[:_BEHIND]))


def _category(quote: Quote, reader: Reader | None) -> Category | None:
    """What the sentence says that the link is for, None where it is neither choice nor right."""
    if reader is None:
        return "opt-out"
    concepts = reader.facts(quote.text).concepts
    if any(c.startswith("choice.") for c in concepts):
        return "opt-out"
    return "rights" if any(c.startswith("right.") for c in concepts) else None


def _finding(old: Link, new: Link, before: Quote, after: Quote, category: Category) -> Finding:
    return Finding(
        category,
        f"link target replaced: {new.text}",
        "changed",
        3,
        "the form a right depends on is another one",
        f"The link “{new.text}” leads to another address than before.",
        f"{category}/link",
        before,
        after,
        old.target,
        new.target,
    )
