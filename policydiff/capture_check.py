"""Whether a capture may follow the last good one: what a page alone cannot say. Pure.

A page can be whole in itself and still not be the policy: an empty body in a full template, another language,
the home page, another document. Measured on public archives, two captures in ten that were bad could only be
seen beside the last good one. The questions are those that `compare` asks of any two captures: a broken
capture or another document is no news. A doubtful capture is kept; it only does not follow the last good one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.comparability import identity
from policydiff.models import Quality, Reason

if TYPE_CHECKING:
    from policydiff.models import Comparison, Document

_ANOTHER = frozenset({"another-document"})
"""Reasons for which a capture of another variant cannot follow. That of another region can: the same
document, as another reader sees it."""


def check_capture(document: Document, compared: Comparison | None, language: str = "") -> Quality:
    """The quality of a capture beside the last good one.

    Args:
        document: what was captured now.
        compared: its comparison with the last good capture of the same series, None if there is none.
        language: the language in which the document is followed, "" if nobody said.
    """
    reasons = [*document.quality.reasons] if document.quality.level == "bad" else []
    expected = language or (compared.old.language if compared else "")
    if expected and document.language and document.language != expected:
        sentence = f"The page is in language {document.language!r}, followed is {expected!r}"
        reasons.append(Reason("other-language", sentence))
    reasons += _beside(compared) if compared and not reasons else ()
    if not reasons:
        return document.quality
    return Quality("bad", tuple(reasons))


def _beside(compared: Comparison) -> tuple[Reason, ...]:
    """The objection of the comparison to the new side, if that is the shorter one or lacks the name of a
    policy. If the last capture is the broken one there is no objection.
    """
    if compared.old.quality.level == "bad":
        return ()
    shorter = len(compared.new.text) < len(compared.old.text)
    if compared.verdict == "broken-capture" and (shorter or not identity(compared.new).kinds):
        return compared.reasons
    return tuple(reason for reason in compared.reasons if reason.code in _ANOTHER)
