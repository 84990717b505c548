"""A new capture beside the last good one: pages in, a judgement out.

The same comparison that people see decides whether a page is new: if `compare` would show a difference
between two captures (words, struck-out words, the target of "object"), the page is new; if not, as with a
token that changes at every visit, it is not. It also decides whether one is a broken capture of the other.
Keeping a body for nothing costs some bytes; not keeping one costs the proof.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff import capture_check, documents
from policydiff.errors import InternalFault, NoPdfReader, PolicydiffError, UnreadablePdf, guarded
from policydiff.models import Quality, Reason
from policydiff.text import fold
from policydiff.workflows import comparing
from policydiff.workflows.appraisal.judgement import Judgement, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Comparison, Document
    from policydiff.saved_page import SavedPage

MOST_FINDINGS = 3
"""Most findings in a judgement."""
_NOTHING_TO_TELL = ("identical", "cosmetic")


def judge_capture(new: SavedPage, before: SavedPage | None, language: str) -> Judgement:
    """Judge a capture.

    Args:
        new: the page that came.
        before: that of an earlier capture, None if there is none to compare with.
        language: the one in which the document is followed, "" if nobody said.

    Raises:
        UnsupportedInput: it is no page, Markdown, text or PDF.
        InputTooLarge: it has more bytes than are read.
        MemoryError: there is too little memory for it.
    """
    try:
        with guarded(new.name, but=(MemoryError,)):
            document = documents.read_saved(new)
    except UnreadablePdf as unread:
        sentence = f"The PDF was not read: {unread.problem}. {unread.advice}"
        if isinstance(unread, NoPdfReader):  # the page may be as good as any
            return Judgement(None, Quality("suspect", (Reason("pdf-not-read", sentence),)))
        return unreadable("pdf-not-read", sentence)
    except InternalFault as fault:
        sentence = f"policydiff could not read the page ({fault.kind}): please report it"
        return unreadable("not-read", sentence)
    compared = _compared(document, before)
    quality = capture_check.check_capture(document, compared, language)
    return Judgement(
        visible(document),
        quality,
        compared is not None and _same(compared),
        document.normaliser,
        compared.verdict if compared else "",
        tuple(_headlines(compared)) if compared else (),
    )


def _headlines(compared: Comparison) -> Iterator[str]:
    """The most important findings, each in a line."""
    for finding in sorted(compared.findings, key=lambda one: -one.importance)[:MOST_FINDINGS]:
        yield f"{finding.category}: {finding.sentence}"


def visible(document: Document) -> str:
    """The words that a reader sees, not their quotation marks, nor tokens that are new at every visit."""
    return "\n".join(fold(line) for line in document.text.split("\n"))


def _compared(new: Document, before: SavedPage | None) -> Comparison | None:
    """The comparison with the capture before; None if it is impossible, and then the new one is news."""
    if before is None:
        return None
    try:
        with guarded(before.name, but=(MemoryError,)):
            return comparing.compare(documents.read_saved(before), new)
    except PolicydiffError:
        return None


def _same(compared: Comparison) -> bool:
    """Whether there is nothing to tell: no words, no order, no link that leads to a right."""
    links = (link for change in compared.diff.changes for link in change.links)
    return (
        compared.verdict in _NOTHING_TO_TELL
        and visible(compared.old) == visible(compared.new)
        and not any(link.matters for link in links)
    )
