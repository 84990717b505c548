"""A comparison as a document for Word and LibreOffice, its words as tracked changes. Needs the extra
`docx`.

In: a comparison. Out: the bytes of a .docx (Office Open XML, ISO/IEC 29500). What went is `w:del`, what
came is `w:ins`: whoever accepts all changes has the new text, whoever rejects them has the old one. The
same comparison gives the same bytes: no time of writing is noted in it, nor in the archive that it is
packed in.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx as word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from policydiff.models import Edit
from policydiff.report import document_text, finding_cards, verdict_text
from policydiff.report.characters import visible
from policydiff.report.comparison_parts import ComparisonParts
from policydiff.report.marked_text import rewritten
from policydiff.report.side_names import CapturePair

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document as WordDocument

    from policydiff.models import Between, Change, Clause, Comparison
    from policydiff.report.finding_cards import FindingCard, ShownStatement

AUTHOR = "policydiff"
_DEEPEST = 5
"""Level of the lowest heading."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can note."""


def docx(
    comparison: Comparison,
    *,
    sides: CapturePair = CapturePair(),  # noqa: B008 - a frozen value
    between: Between | None = None,
    parts: ComparisonParts | None = None,
) -> bytes:
    """The comparison as the bytes of a .docx.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        between: what an archive knows of the time between both captures.
        parts: its parts, where somebody has found them already, for another output.
    """
    written = word.Document()
    parts = parts or ComparisonParts(comparison, sides, between)
    beginning = parts.beginning
    written.add_heading(document_text.title(comparison), 0)
    written.add_paragraph(beginning.text)
    for point in beginning.points:
        written.add_paragraph(point.text, style="List Bullet")
    if beginning.elsewhere:
        written.add_paragraph(beginning.elsewhere)
    written.add_paragraph(f"{verdict_text.headline(comparison)}.")
    for which, document, side in (("Old", comparison.old, sides.old), ("New", comparison.new, sides.new)):
        facts = (*document_text.known(comparison, document, side), document_text.address(document, side))
        known = ", ".join(filter(None, facts)) or "nothing is known of it"
        written.add_paragraph(f"{which}: {known}. SHA-256 {document.sha256 or 'not known'}")
    _findings(written, parts.cards)
    written.add_heading("The policy, with its changes tracked", 1)
    _Tracked(written).write(comparison)
    return _packed(written)


def _findings(written: WordDocument, cards: Sequence[FindingCard]) -> None:
    for _, heading, group in finding_cards.by_rank(cards):
        written.add_heading(heading, 1)
        for card in group:
            written.add_heading(card.head, 2)
            for one in card.findings:
                if not one.quotes_only:
                    written.add_paragraph(one.sentence)
                for statement in one.statements:
                    for label, quote in _quotes(statement):
                        written.add_paragraph(f"{label}: “{visible(quote)}”", style="List Bullet")
                if one.nearest:
                    written.add_paragraph(one.nearest)


def _quotes(one: ShownStatement) -> Iterator[tuple[str, str]]:
    if one.old:
        yield "Before" if one.new else "Gone", one.old.text
    if one.new:
        yield "Now" if one.old else "New", one.new.text


class _Tracked:
    """Writes clauses as paragraphs with tracked changes, each under a number of its own."""

    def __init__(self, written: WordDocument) -> None:
        self._written = written
        self._number = 0

    def write(self, comparison: Comparison) -> None:
        """Every clause of both sides, in the order of the new one.

        Of a clause of which hardly a word stayed the old text goes whole and the new one comes whole, as on
        the page: woven together, neither could be read.
        """
        for change in comparison.diff.changes:
            clauses = [comparison.new.clauses[place] for place in change.new]
            gone = [comparison.old.clauses[place] for place in change.old]
            if change.kind in ("added", "removed") or rewritten(change):
                for operation, side in (("delete", gone), ("insert", clauses)):
                    for clause in side:
                        self._paragraph(clause, _whole(clause, operation), operation)
            else:
                self._paragraph(clauses[0], tuple(_edits(change, clauses)), "")

    def _paragraph(self, clause: Clause, edits: Sequence[Edit], mark: str) -> None:
        style = "List Bullet" if clause.kind == "item" else None
        if clause.kind == "heading" and mark != "delete":
            style = f"Heading {min(2 + len(clause.path), _DEEPEST)}"
        paragraph = self._written.add_paragraph(style=style)
        if mark:  # the mark that ends the paragraph came or went with it
            properties = paragraph._p.get_or_add_pPr()
            run = OxmlElement("w:rPr")
            run.append(self._change("w:ins" if mark == "insert" else "w:del"))
            properties.append(run)
        for edit in edits:
            paragraph._p.append(self._run(edit))

    def _run(self, edit: Edit) -> Any:
        run = OxmlElement("w:r")
        text = OxmlElement("w:delText" if edit.operation == "delete" else "w:t")
        text.set(qn("xml:space"), "preserve")
        text.text = visible((edit.old if edit.operation == "delete" else edit.new).replace("\n", " ¶ "))
        run.append(text)
        if edit.operation == "equal":
            return run
        change = self._change("w:ins" if edit.operation == "insert" else "w:del")
        change.append(run)
        return change

    def _change(self, name: str) -> Any:
        self._number += 1
        element = OxmlElement(name)
        element.set(qn("w:id"), str(self._number))
        element.set(qn("w:author"), AUTHOR)
        return element


def _whole(clause: Clause, operation: str) -> tuple[Edit, ...]:
    return (Edit("insert", "", clause.text) if operation == "insert" else Edit("delete", clause.text, ""),)


def _edits(change: Change, clauses: Sequence[Clause]) -> Iterator[Edit]:
    if change.edits:
        yield from change.edits
        return
    for place, clause in enumerate(clauses):
        yield Edit("equal", "", f"{' ' if place else ''}{clause.text}")


def _packed(written: WordDocument) -> bytes:
    """The document's bytes, packed without the time of packing."""
    stamped, packed = BytesIO(), BytesIO()
    written.save(stamped)
    with ZipFile(stamped) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
