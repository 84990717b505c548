"""One word for a pair: what a reader must know before reading on.

Broken captures and other variants come first: what "changed" between them is no change. Then findings
decide between substantive and editorial; where the language has no rules, words alone do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.language import lexicon, spoken
from policydiff.findings.rule import IN_FORCE
from policydiff.findings.variant import other_region
from policydiff.models import Reason

if TYPE_CHECKING:
    from policydiff.models import Document, DocumentDiff, Finding, Verdict

_LOST = 0.25
"""Of the words of the longer side: a side with fewer is no full capture of the same policy."""
_ENOUGH = 300
"""Words that the longer side must have for that."""


def comparable(old: Document, new: Document, diff: DocumentDiff) -> tuple[Verdict, tuple[Reason, ...]] | None:
    """Why the two sides cannot be compared in time, or None where they can."""
    broken = _bad(old, new) or _lost(old, new)
    if broken:
        return "broken-capture", broken
    before, after = spoken(old), spoken(new)
    if before and after and before != after:
        told = f"The old side is in language {before!r}, the new one in {after!r}"
        return "other-variant", (Reason("other-language", told),)
    region = other_region(old, new, diff)
    return ("other-variant", (region,)) if region else None


def judge(
    old: Document, new: Document, diff: DocumentDiff, findings: tuple[Finding, ...]
) -> tuple[Verdict, tuple[Reason, ...]]:
    """The verdict of a comparison, and why: never without a reason."""
    apart = comparable(old, new, diff)
    if apart:
        return apart
    if findings:
        return "substantive", (
            Reason("findings", _count(findings)),
            *_silent(findings),
        )
    reworded = sum(change.rewords for change in diff.changes)
    language = spoken(new)
    if reworded and lexicon(language) is None:
        told = f"Words changed in {reworded} places; there are no rules for the language {language!r}"
        return "substantive", (Reason("no-rules", told),)
    if reworded:
        return "editorial", (Reason("wording", f"Words changed in {reworded} places, none of substance"),)
    if any(change.kind != "unchanged" or change.links for change in diff.changes) or old.text != new.text:
        return "cosmetic", (Reason("layout-only", "Only layout, order or links without consequence changed"),)
    return "identical", (Reason("same-text", "Both sides read the same"),)


def _bad(old: Document, new: Document) -> tuple[Reason, ...]:
    return tuple(
        Reason(reason.code, f"The {side} side is no good capture of a policy: {reason.sentence}")
        for side, document in (("old", old), ("new", new))
        if document.quality.level == "bad"
        for reason in document.quality.reasons
    )


def _lost(old: Document, new: Document) -> tuple[Reason, ...]:
    """One side holds so little of the other that a capture failed rather than a policy shrank."""
    counts = [sum(clause.text.count(" ") + 1 for clause in side.clauses) for side in (old, new)]
    if max(counts) < _ENOUGH or min(counts) >= _LOST * max(counts):
        return ()
    side = "old" if counts[0] < counts[1] else "new"
    told = f"The {side} side has {min(counts)} words, the other {max(counts)}: most of the policy is missing"
    return (Reason("policy-missing", told),)


def _count(findings: tuple[Finding, ...]) -> str:
    return "1 change of substance" if len(findings) == 1 else f"{len(findings)} changes of substance"


def _silent(findings: tuple[Finding, ...]) -> tuple[Reason, ...]:
    if any(f.category == "effective-date" or f.detail == IN_FORCE for f in findings):
        return ()
    if all(f.link_new for f in findings):
        return ()
    return (Reason("silent-change", "The text changed; the date printed on the page did not"),)
