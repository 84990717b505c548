"""Whether a capture may follow the last good one: what a page alone cannot say. Pure.

A page can be whole in itself and still not be the policy: an empty body in a full template, another
language, the home page. Measured on public archives, two captures in ten that were bad could only be
seen beside the last good one. The other way round, a page that lost most of its words may be a real
rewrite: a doubt keeps a capture from following, it does not throw it away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.comparable import judge_documents
from policydiff.models import Quality, Reason
from policydiff.text import fold, words

if TYPE_CHECKING:
    from policydiff.models import Document

_RUN = 5
"""Words in a row that are looked for in the other text."""
_KEPT = 0.3
"""Share of the old runs of words below which the text is another one."""
_LENGTH = 0.5
"""Share of the old words below which most of the text is gone."""
_FEWEST = 60
"""Words that a text must have for its loss to say anything."""


def judge(document: Document, last: Document | None, language: str = "") -> Quality:
    """The quality of a capture beside the last good one.

    Args:
        document: what was captured now.
        last: the last good capture of the same series, None where there is none.
        language: the language in which the document is followed, "" where nobody said.
    """
    reasons = [*document.quality.reasons] if document.quality.level == "bad" else []
    expected = language or (last.language if last else "")
    if expected and document.language and document.language != expected:
        sentence = f"The page is in language {document.language!r}, followed is {expected!r}"
        reasons.append(Reason("other-language", sentence))
    if last is not None and _lost(document.text, last.text):
        reasons.append(Reason("text-gone", "Most of the text of the last good capture is gone"))
    elif last is not None and not reasons:
        reasons += _no_version(document, last)
    if not reasons:
        return document.quality
    return Quality("bad", tuple(reasons))


def _no_version(document: Document, last: Document) -> list[Reason]:
    """What a comparison with the last good capture says: another document, or a part of the policy."""
    answer = judge_documents(last, document)
    if answer is None:
        return []
    return [Reason(answer[1].code, f"Beside the last good capture: {answer[1].sentence}")]


def _lost(new: str, old: str) -> bool:
    before, after = words(fold(old).lower()), words(fold(new).lower())
    if len(before) < _FEWEST or len(after) >= len(before) * _LENGTH:
        return False
    runs = set(_runs(before))
    return len(runs & set(_runs(after))) < len(runs) * _KEPT


def _runs(text: list[str]) -> list[tuple[str, ...]]:
    return [tuple(text[at : at + _RUN]) for at in range(len(text) - _RUN + 1)]
