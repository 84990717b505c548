"""Citations that anybody can look up: each side of a comparison as text, as CSL-JSON and as BibTeX.

CSL-JSON is what Zotero and other managers of references read
(https://docs.citationstyles.org/en/stable/specification.html, type "webpage"); BibTeX has the entry type
"misc" for it. Only known facts are given: without a time of capture the date that the page states of itself
takes its place, and is marked so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from json import dumps
from typing import TYPE_CHECKING

from policydiff.report import document_text
from policydiff.report.characters import visible, writable
from policydiff.report.side_names import day, moment
from policydiff.report.subject import is_reference

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from policydiff.models import Comparison, Document
    from policydiff.report.side_names import CaptureInfo, CapturePair
    from policydiff.report.subject import Subject

_SPECIAL = {letter: f"\\{letter}" for letter in "&%$#_{}"} | {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
"""Characters that are special in BibTeX."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One side of a comparison, cited."""

    text: str
    csl: str
    """One item of CSL-JSON."""
    bibtex: str


def citation(comparison: Comparison, sides: CapturePair, which: str, about: Subject) -> Citation:
    """The citation of the old or the new side.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        which: "old" or "new".
        about: whose document it is.
    """
    document, side = (comparison.old, sides.old) if which == "old" else (comparison.new, sides.new)
    title = visible(document.title) or document_text.title(comparison)
    author = about.owner
    return Citation(
        _text(document, side, title, author),
        writable(dumps(_csl(document, side, title, author), ensure_ascii=False, indent=1)),
        writable(_bibtex(document, side, title, author)),
    )


def _text(document: Document, side: CaptureInfo, title: str, author: str) -> str:
    when = f"captured {moment(side)}" if side.captured_at else document_text.version(document, side)
    parts = [
        f"{author}: “{title}”" if author else f"“{title}”",
        when,
        document_text.address(document, side),
        document_text.origin(side),
        f"SHA-256 {document.sha256}" if document.sha256 else "",
    ]
    return (
        ". ".join(filter(None, (part[:1].upper() + part[1:] if n else part for n, part in enumerate(parts))))
        + "."
    )


def _csl(document: Document, side: CaptureInfo, title: str, author: str) -> dict[str, object]:
    seen = side.captured_at
    stated = document.dates[0].day if document.dates else None
    known: dict[str, object] = {
        "id": _key(document, side),
        "type": "webpage",
        "title": title,
        "author": [{"literal": author}] if author else None,
        "URL": document_text.address(document, side) or None,
        "accessed": _date(seen) if seen else None,
        "issued": _date(stated) if stated else None,
        "archive": side.provenance.recorder or None,
        "archive_location": side.provenance.ref or side.name or None,
        "language": document.language or None,
        "note": "; ".join(_notes(document, side)) or None,
    }
    return {name: value for name, value in known.items() if value is not None}


def _date(at: date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[at.year, at.month, at.day]]}


def _notes(document: Document, side: CaptureInfo) -> Iterator[str]:
    if document.sha256:
        yield f"SHA-256 {document.sha256}"
    if side.provenance.licence:
        yield f"database licence {side.provenance.licence}"


def _bibtex(document: Document, side: CaptureInfo, title: str, author: str) -> str:
    seen = side.captured_at
    stated = document.dates[0].day if document.dates else None
    year = seen.year if seen else stated.year if stated else None
    note = [f"captured {day(seen)}" if seen else "", document_text.origin(side), *_notes(document, side)]
    fields = {
        "author": f"{{{_escaped(author)}}}" if author else "",
        "title": _escaped(title),
        "year": str(year) if year else "",
        "howpublished": _escaped(document_text.address(document, side)),
        "note": _escaped("; ".join(filter(None, note))),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{_key(document, side)},", *lines, "}"])


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in visible(text))


def _key(document: Document, side: CaptureInfo) -> str:
    """A key of letters, digits and hyphens: of the name in the archive, else of the bytes."""
    named = re.sub(r"[^a-z0-9]+", "-", side.name.casefold()).strip("-")
    return named[:80] or f"policy-{document.sha256[:12]}"


def verification(side: CaptureInfo) -> tuple[str, ...]:
    """How a reader can verify that a file is the one cited: commands to type, and their output."""
    known = side.provenance
    steps = []
    if known.how == "ota" and known.collection and known.ref:
        steps.append(f"git clone {known.collection} versions && git -C versions show {known.ref}")
    if is_reference(side.name):
        steps.append("policydiff verify")
    return (*map(visible, steps), "sha256sum FILE")
