"""One word for a pair: what a reader must know before reading on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.models import Reason, Verdict

if TYPE_CHECKING:
    from policydiff.models import Document, DocumentDiff, Finding


def judge(
    old: Document, new: Document, diff: DocumentDiff, findings: tuple[Finding, ...]
) -> tuple[Verdict, tuple[Reason, ...], tuple[Finding, ...]]:
    """The verdict, why (never without a reason), and the findings that stand under it."""
    for side, document in (("old", old), ("new", new)):
        if document.quality.level == "bad":
            return "broken-capture", tuple(
                Reason(reason.code, f"The {side} side is no good capture of a policy: {reason.sentence}")
                for reason in document.quality.reasons
            ), ()
    if old.language and new.language and old.language != new.language:
        told = f"The old side is in language {old.language!r}, the new one in {new.language!r}"
        return "other-variant", (Reason("other-language", told),), ()
    if findings:
        return "substantive", (Reason("findings", f"{len(findings)} changes of substance"),), findings
    reworded = sum(change.rewords for change in diff.changes)
    if reworded:
        return "editorial", (Reason("words-changed", f"Words changed in {reworded} places, none of substance"),), ()
    if any(change.kind != "unchanged" or change.links for change in diff.changes) or old.text != new.text:
        return "cosmetic", (Reason("layout-only", "Only layout, order or links without consequence changed"),), ()
    return "identical", (Reason("same-text", "Both sides read the same"),), ()
