"""Does a link that a person's rights depend on lead elsewhere?"""

from __future__ import annotations

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


def find(diff: DocumentDiff, old: Document, new: Document, reader: Reader | None) -> Iterator[Finding]:
    """One finding for each link that matters and leads elsewhere, on a clause that is on both sides."""
    for change in diff.changes:
        for link in change.links:
            if not link.matters or link.old is None or link.new is None or not change.old or not change.new:
                continue
            if not _leads_out(link.old.target, link.new.target):
                continue
            before, after = (_quote(side, places, one, reader) for side, places, one in (
                (old, change.old, link.old), (new, change.new, link.new)
            ))  # fmt: skip
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
    parts = urlsplit(unquote(target).replace(" ", ""))
    kept = [(k, v) for k, v in parse_qsl(parts.query) if not k.casefold().startswith(_VISIT)]
    return parts.netloc.removeprefix("www."), parts.path.rstrip("/"), tuple(sorted(kept))


def _quote(side: Document, places: tuple[int, ...], link: Link, reader: Reader | None) -> Quote:
    """The sentence that holds the link."""
    place = next((p for p in places if link in side.clauses[p].links), places[0])
    clause = side.clauses[place]
    start, end = _sentence(clause, link, reader)
    return Quote(clause.text[start:end], place, start, clause.path)


def _sentence(clause: Clause, link: Link, reader: Reader | None) -> tuple[int, int]:
    spans = reader.spans(clause.text) if reader else []
    start, end = next(((a, b) for a, b in spans if a <= link.start < b), (0, len(clause.text)))
    before, behind = clause.text[start : link.start].split(" "), clause.text[link.start : end].split(" ")
    if len(before) + len(behind) <= _BEFORE + _BEHIND:
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
