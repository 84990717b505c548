"""Whether a capture may follow the last good one: what a page alone cannot say. Pure.

A page can be whole in itself and still not be the policy: an empty body in a full template, another
language, the home page, another document. Measured on public archives, two captures in ten that were bad
could only be seen beside the last good one. What is asked is what `compare` asks of any two captures: what
is broken or another document there is no news here. A doubt keeps a capture from following, it does not
throw it away.
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
        compared: its comparison with the last good capture of the same series, None where there is none.
        language: the language in which the document is followed, "" where nobody said.
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
    """What the comparison says against the new side: the shorter one, or one without the name of a policy.

    A last capture that is the broken one says nothing.
    """
    if compared.old.quality.level == "bad":
        return ()
    shorter = len(compared.new.text) < len(compared.old.text)
    if compared.verdict == "broken-capture" and (shorter or not identity(compared.new).kinds):
        return compared.reasons
    return tuple(reason for reason in compared.reasons if reason.code in _ANOTHER)
