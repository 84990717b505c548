"""Compares two pages: the stages in the order in which a page passes through them."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from policydiff import __version__, calendar_dates, documents, saved_page
from policydiff.diff import compare_documents
from policydiff.errors import InputTooLarge, PolicydiffError
from policydiff.findings import VERSION as FINDINGS_VERSION
from policydiff.findings import assess
from policydiff.models import Comparison, Document, DocumentDiff
from policydiff.normaliser import VERSION
from policydiff.saved_page import SavedPage

if TYPE_CHECKING:
    from policydiff.findings.model import Model

MOST_CHANGED = 2_500_000
"""Characters of changed text, of both sides together, that are compared: twenty times the largest policy."""
ComparisonInput = bytes | str | PathLike[str] | SavedPage | Document
"""One side of a comparison: the bytes of a page, the path of a file, a SavedPage, or a Document."""


def compare(old: ComparisonInput, new: ComparisonInput, *, model: Model | None = None) -> Comparison:
    """Compare two versions of a policy.

    Args:
        old: the earlier version: bytes as received, the path of a file, a `SavedPage`, or a Document that
            `normalise` made. A str is a path, never the text itself.
        new: the later version, likewise.
        model: the trained reader of statements; None stands for the one that comes with policydiff.

    Returns:
        Both documents, the diff of their clauses, a verdict with its reasons, and the findings.

    Raises:
        UnreadableFile: a path that is missing or cannot be opened.
        UnreadablePdf: a PDF that cannot be read, or not without the extra `pdf`.
        UnsupportedInput: bytes that are no page, Markdown, text, PDF, Word document, OpenDocument text or
            e-mail, or such a document without the extra `office`.
        InputTooLarge: more bytes than policydiff reads.
        DamagedArchive: a page of an archive that is not what its sidecar says.

    Two pages of which more text differs than `MOST_CHANGED` are too large as well.
    """
    before = _document(old)
    after = before if isinstance(new, bytes) and new == old else _document(new)
    before, after = calendar_dates.settled((before, after))
    diff = compare_documents(before, after)
    _refuse_giants(before, after, diff)
    assessed = assess(diff, before, after, model=model)
    versions = (("policydiff", __version__), ("normaliser", VERSION), ("findings", FINDINGS_VERSION))
    return Comparison(
        before,
        after,
        diff,
        assessed.verdict,
        assessed.reasons,
        versions,
        assessed.findings,
        assessed.doubted,
        assessed.unreported,
    )


def _refuse_giants(old: Document, new: Document, diff: DocumentDiff) -> None:
    """Refuse texts that would fill the memory, since the facts of every changed sentence are read."""
    changed = 0
    for change in diff.changes:
        if change.rewords:
            changed += sum(len(old.clauses[place].text) for place in change.old)
            changed += sum(len(new.clauses[place].text) for place in change.new)
    if changed > MOST_CHANGED:
        raise InputTooLarge(
            old.url or new.url or "the two pages",
            f"{changed:,} characters of text differ, more than the {MOST_CHANGED:,} that are read",
            "Give policydiff the pages of the policy alone",
        )


def _document(side: ComparisonInput) -> Document:
    if isinstance(side, Document):
        return side
    if isinstance(side, bytes):
        return documents.read_document(side)
    return document(side if isinstance(side, SavedPage) else saved_page.read_file(side))


def document(page: SavedPage, *, explain: bool = False) -> Document:
    """The document of a saved page; errors name the page.

    Args:
        page: as `saved_page.read_file` returns it.
        explain: also list what was left out and why, in `Document.left_out`.
    """
    try:
        return documents.read_saved(page, explain=explain)
    except PolicydiffError as error:
        raise type(error)(page.name, error.problem, error.advice) from error
