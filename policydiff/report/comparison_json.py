"""A comparison for programs: JSON that follows the published schema, `compare.schema.json` beside this file.

When `SCHEMA_VERSION` is raised is said in `json_text`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from policydiff.models import ChangeKind
from policydiff.report.figures import figures, retouched
from policydiff.report.json_text import json_document, json_text
from policydiff.report.lede import lede
from policydiff.report.side_names import CapturePair
from policydiff.report.verdict_text import noticed
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.models import (
        Between,
        Change,
        Comparison,
        Document,
        Edit,
        Finding,
        Link,
        LinkChange,
        Provenance,
        Quote,
        Reason,
        UnsureDate,
    )
    from policydiff.report.json_text import JsonObject
    from policydiff.report.side_names import CaptureInfo

SCHEMA_VERSION = "2.4"


def json(
    comparison: Comparison,
    *,
    sides: CapturePair = CapturePair(),  # noqa: B008 - a frozen value
    between: Between | None = None,
) -> str:
    """The comparison as the text of one JSON document, with a line break at its end.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        between: what an archive knows of the time between both captures.
    """
    value = {
        "verdict": comparison.verdict,
        "reasons": reason_values(comparison.reasons),
        "lede": _lede(comparison, sides, between),
        "notice": _notice(comparison, sides),
        "summary": _summary(comparison),
        "findings": [finding_value(one) for one in comparison.findings],
        "old": _document(comparison.old, sides.old),
        "new": _document(comparison.new, sides.new),
        "changes": [
            _change(comparison, change)
            for change in comparison.diff.changes
            if change.kind != "unchanged" or change.links or retouched(comparison, change)
        ],
        "versions": dict(comparison.versions),
    }
    return json_document(SCHEMA_VERSION, value)


def _lede(comparison: Comparison, sides: CapturePair, between: Between | None) -> JsonObject:
    """What happened in a few sentences, and the most important changes in the policy's own words."""
    beginning = lede(comparison, sides, between)
    return {
        "sentences": list(beginning.sentences),
        "points": [point.text for point in beginning.points],
        "elsewhere": beginning.elsewhere,
    }


def _notice(comparison: Comparison, sides: CapturePair) -> JsonObject | None:
    """The new day of effect and its days after the capture of the new side, where that is known."""
    found = noticed(comparison, sides)
    return {"effective": found[0].isoformat(), "days": found[1]} if found else None


def findings(comparison: Comparison) -> str:
    """The findings alone, as the text of one JSON list."""
    return json_text([finding_value(one) for one in comparison.findings])


def finding_value(finding: Finding) -> JsonObject:
    """One finding, in the form that every JSON of ours gives it."""
    return {
        "category": finding.category,
        "direction": finding.direction,
        "importance": finding.importance,
        "importance_reason": finding.importance_reason,
        "sentence": finding.sentence,
        "rule": finding.rule,
        "old": _quote(finding.old),
        "new": _quote(finding.new),
        "link_old": finding.link_old or None,
        "link_new": finding.link_new or None,
        "statements": [{"old": _quote(one.old), "new": _quote(one.new)} for one in finding.statements],
    }


def _quote(quote: Quote | None) -> JsonObject | None:
    if quote is None:
        return None
    return {
        "text": quote.text,
        "path": list(quote.path),
        "introduction": quote.introduction,
        "clause": quote.clause,
    }


def reason_values(reasons: Iterable[Reason]) -> list[JsonObject]:
    """Reasons, likewise."""
    return [{"code": reason.code, "sentence": reason.sentence} for reason in reasons]


def _summary(comparison: Comparison) -> JsonObject:
    counted = figures(comparison)
    return {
        "clauses_old": len(comparison.old.clauses),
        "clauses_new": len(comparison.new.clauses),
        "changes": {kind: counted.kinds.get(kind, 0) for kind in get_args(ChangeKind)},
        "words_added": counted.words_added,
        "words_removed": counted.words_removed,
        "only_punctuation": counted.retouched,
        "links_that_matter": counted.links_matter,
        "links_noise": counted.links_noise,
    }


def _document(document: Document, side: CaptureInfo) -> JsonObject:
    return {
        "name": side.name,
        "captured_at": side.captured_at.isoformat() if side.captured_at else None,
        "url": side.address or document.url,
        "provenance": _provenance(side.provenance),
        "title": document.title,
        "language": document.language,
        "language_reason": document.language_reason,
        "dates": [{"role": d.role, "day": d.day.isoformat(), "text": d.text} for d in document.dates],
        "unsure_dates": [_unsure(date) for date in document.unsure_dates],
        "quality": {"level": document.quality.level, "reasons": reason_values(document.quality.reasons)},
        "clauses": len(document.clauses),
        "words": sum(len(words(clause.text)) for clause in document.clauses),
        "media_type": document.media_type,
        "charset": document.charset,
        "charset_reason": document.charset_reason,
        "sha256": document.sha256,
        "size": document.size,
        "normaliser": document.normaliser,
    }


def _unsure(date: UnsureDate) -> JsonObject:
    return {
        "role": date.role,
        "first": date.first.isoformat(),
        "last": date.last.isoformat(),
        "text": date.text,
    }


def _provenance(found: Provenance) -> JsonObject | None:
    if not found.how:
        return None
    return {
        "how": found.how,
        "recorder": found.recorder or None,
        "collection": found.collection or None,
        "ref": found.ref or None,
        "snapshot": found.snapshot or None,
        "licence": found.licence or None,
    }


def _change(comparison: Comparison, change: Change) -> JsonObject:
    return {
        "kind": change.kind,
        "old": _clauses(comparison.old, change.old),
        "new": _clauses(comparison.new, change.new),
        "edits": [_edit(edit) for edit in change.edits],
        "links": [_link_change(link) for link in change.links],
    }


def _clauses(document: Document, places: tuple[int, ...]) -> JsonObject | None:
    if not places:
        return None
    return {
        "text": "\n".join(document.clauses[place].text for place in places),
        "path": list(document.clauses[places[0]].path),
        "clauses": list(places),
        "announcement": any(document.clauses[place].announcement for place in places),
    }


def _edit(edit: Edit) -> JsonObject:
    if edit.operation == "delete":
        return {"operation": "delete", "text": edit.old}
    if edit.operation == "equal" and edit.old != edit.new:
        return {"operation": "equal", "text": edit.new, "old_text": edit.old}
    return {"operation": edit.operation, "text": edit.new}


def _link_change(link: LinkChange) -> JsonObject:
    return {
        "old": _link(link.old),
        "new": _link(link.new),
        "matters": link.matters,
        "reason": link.reason,
    }


def _link(link: Link | None) -> JsonObject | None:
    return None if link is None else {"text": link.text, "target": link.target}
