"""The stages joined: two pages in, one comparison out. Reads like the way of one page."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from policydiff import __version__, files, pages
from policydiff.diff import compare_documents
from policydiff.errors import PolicydiffError
from policydiff.files import SavedPage
from policydiff.findings import VERSION as FINDINGS_VERSION
from policydiff.findings import assess
from policydiff.models import Comparison, Document
from policydiff.normaliser import VERSION

if TYPE_CHECKING:
    from policydiff.findings.model import Model

Side = bytes | str | PathLike[str] | SavedPage | Document
"""One side of a comparison: bytes of a page, the path of a file, what was read from one, or a document."""


def compare(old: Side, new: Side, *, model: Model | None = None) -> Comparison:
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
        UnsupportedInput: bytes that are no page, Markdown, text or PDF.
        InputTooLarge: more bytes than policydiff reads.
        DamagedArchive: a page of an archive that is not what its sidecar says.
    """
    before = _document(old)
    after = before if isinstance(new, bytes) and new == old else _document(new)
    diff = compare_documents(before, after)
    findings, word, reasons = assess(diff, before, after, model=model)
    versions = (("policydiff", __version__), ("normaliser", VERSION), ("findings", FINDINGS_VERSION))
    return Comparison(before, after, diff, word, reasons, versions, findings)


def _document(side: Side) -> Document:
    if isinstance(side, Document):
        return side
    if isinstance(side, bytes):
        return pages.read(side)
    return document(side if isinstance(side, SavedPage) else files.read(side))


def document(page: SavedPage, *, explain: bool = False) -> Document:
    """The policy that a saved page holds; an error tells of the page by its name.

    Args:
        page: what `files.read` returned.
        explain: also list what was left out and why, in `Document.left_out`.
    """
    try:
        return pages.read_saved(page, explain=explain)
    except PolicydiffError as error:
        raise type(error)(page.name, error.problem, error.advice) from error
