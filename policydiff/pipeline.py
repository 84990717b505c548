"""The stages joined: two pages in, one comparison out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.diff import compare_documents
from policydiff.findings import find, judge
from policydiff.models import Comparison, Document
from policydiff.normaliser import normalise

if TYPE_CHECKING:
    from os import PathLike

def compare(
    old: bytes | str | PathLike[str] | Document, new: bytes | str | PathLike[str] | Document
) -> Comparison:
    """Compare two versions of a policy, given as bytes, paths or documents."""
    first, second = _document(old), _document(new)
    diff = compare_documents(first, second)
    findings = find(diff, first, second)
    word, reasons = judge(first, second, diff, findings)
    return Comparison(first, second, diff, word, reasons, findings=findings)


def _document(side: bytes | str | PathLike[str] | Document) -> Document:
    if isinstance(side, Document):
        return side
    if isinstance(side, bytes):
        return normalise(side)
    return normalise(Path(side).read_bytes())
