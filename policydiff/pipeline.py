"""The stages joined: two pages in, one comparison out. Reads like the way of one page."""

from __future__ import annotations

from os import PathLike

from policydiff import __version__, files, verdict
from policydiff.diff import compare_documents
from policydiff.models import Comparison, Document
from policydiff.normaliser import VERSION, normalise

Side = bytes | str | PathLike[str] | Document
"""One side of a comparison: the bytes of a page, the path of a file, or a document."""


def compare(old: Side, new: Side) -> Comparison:
    """Compare two versions of a policy.

    Args:
        old: the earlier version: bytes as received, the path of a file, or a Document that `normalise`
            made. A str is a path, never the text itself.
        new: the later version, likewise.

    Returns:
        Both documents, the diff of their clauses, and a verdict with its reasons.

    Raises:
        UnreadableFile: a path that is missing or cannot be opened.
        UnsupportedInput: bytes that are no page, Markdown or text.
        InputTooLarge: more bytes than policydiff reads.
    """
    before, after = _document(old), _document(new)
    diff = compare_documents(before, after)
    word, reasons = verdict.judge(before, after, diff)
    versions = (("policydiff", __version__), ("normaliser", VERSION))
    return Comparison(before, after, diff, word, reasons, versions)


def _document(side: Side) -> Document:
    if isinstance(side, Document):
        return side
    if isinstance(side, bytes):
        return normalise(side)
    page = files.read(side)
    return normalise(page.data, url=page.url, content_type=page.content_type)
