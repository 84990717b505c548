"""A timeline and a presence for programs: JSON that follows the schemas beside this file.

When the versions are raised is said in `json_text`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report.comparison_json import finding_value, reason_values
from policydiff.report.json_text import json_document
from policydiff.report.timelines import Wanted, chosen, label, silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.history_models import (
        NotSeen,
        PassedOverStretch,
        Presence,
        PresenceRun,
        Sighting,
        Timeline,
        Variant,
    )
    from policydiff.models import Provenance
    from policydiff.report.json_text import JsonObject
    from policydiff.report.presences import QuestionKind
    from policydiff.report.timelines import Chosen

LOG_VERSION = "2.1"
WHEN_VERSION = "1.2"


def log(timeline: Timeline, wanted: Wanted = Wanted(), *, newest_first: bool = False) -> str:  # noqa: B008 - a frozen value
    """A timeline as the text of one JSON document, with a line break at its end.

    Args:
        timeline: the timeline.
        wanted: which of its changes.
        newest_first: whether the newest change leads.
    """
    kept = chosen(timeline, wanted)
    shown = reversed(kept) if newest_first and wanted.top is None else kept
    return json_document(
        LOG_VERSION,
        {
            "series": timeline.series,
            "first": timeline.first.isoformat(),
            "last": timeline.last.isoformat(),
            "captures": timeline.sightings,
            "texts": timeline.texts,
            "changes": len(timeline.entries),
            "left_out": len(timeline.entries) - len(kept),
            "announced": [
                {"change": one.entry + 1, "effective": one.effective.isoformat()}
                for one in timeline.announced
            ],
            "entries": [_entry(timeline, one) for one in shown],
            "variants": _variants(timeline.variants),
            "passed_over": _passed_over(timeline.passed_over),
            "flaps": timeline.flaps,
            "without_news": timeline.without_news,
            "gaps": [
                {"after": gap.after.isoformat(), "before": gap.before.isoformat()} for gap in timeline.gaps
            ],
            "failures": timeline.failures,
            "not_seen": _not_seen(timeline.not_seen),
            "recorded_by": _recorders(timeline.recorded_by),
        },
    )


def when(presence: Presence, asked: QuestionKind) -> str:
    """A presence as the text of one JSON document, with a line break at its end.

    Args:
        presence: the answer to a question.
        asked: how the question was meant.
    """
    return json_document(
        WHEN_VERSION,
        {
            "series": presence.series,
            "asked": presence.asked,
            "asked_as": asked,
            "present_from_start": presence.present_from_start,
            "runs": [_run(presence, one) for one in presence.runs],
            "captures": presence.sightings,
            "first": _seen(presence.first),
            "last": _seen(presence.last),
            "passed_over": _passed_over(presence.passed_over),
            "variants": _variants(presence.variants),
            "recorded_by": _recorders(presence.recorded_by),
        },
    )


def _not_seen(not_seen: NotSeen | None) -> JsonObject | None:
    if not_seen is None:
        return None
    return {
        "after": not_seen.after.isoformat(),
        "since": not_seen.since.isoformat(),
        "checks": not_seen.checks,
        "kind": not_seen.kind,
        "problem": not_seen.problem,
    }


def _recorders(found: Iterable[Provenance]) -> list[JsonObject]:
    return [
        {"recorder": one.recorder, "collection": one.collection or None, "licence": one.licence or None}
        for one in found
    ]


def _entry(timeline: Timeline, one: Chosen) -> JsonObject:
    entry, result = one.entry, one.entry.result
    return {
        "number": one.number,
        "variant": entry.variant,
        "variant_name": label(timeline.variants, entry.variant),
        "verdict": result.verdict,
        "reasons": reason_values(result.reasons),
        "after": entry.after.isoformat(),
        "before": entry.new.at.isoformat(),
        "checks": entry.checks,
        "confirmed": entry.confirmed,
        "technical": entry.technical,
        "silent": silent(entry),
        "notice": entry.notice,
        "words_added": result.added,
        "words_removed": result.removed,
        "old": _side(entry.old),
        "new": _side(entry.new),
        "findings": [finding_value(finding) for finding in one.findings],
        "findings_left_out": len(result.findings) - len(one.findings),
    }


def _side(sighting: Sighting) -> JsonObject:
    fingerprint = sighting.fingerprint
    return {
        **_at(sighting),
        "words": fingerprint.words,
        "language": fingerprint.language,
        "effective": fingerprint.effective.isoformat() if fingerprint.effective else None,
        "updated": fingerprint.updated.isoformat() if fingerprint.updated else None,
    }


def _at(sighting: Sighting) -> JsonObject:
    """Where and when: `ref` is the recorder's, `snapshot` is what `compare` takes."""
    return {"date": sighting.at.isoformat(), "ref": sighting.ref, "snapshot": sighting.snapshot}


def _seen(sighting: Sighting | None) -> JsonObject | None:
    return None if sighting is None else _at(sighting)


def _run(presence: Presence, run: PresenceRun) -> JsonObject:
    return {
        "first": _at(run.first),
        "last": _at(run.last),
        "not_before": _seen(run.not_before),
        "ended_by": _seen(run.ended_by),
        "variants": [
            {"variant": place, "variant_name": label(presence.variants, place)} for place in run.variants
        ],
        "without": [{"first": _at(first), "last": _at(last)} for first, last in run.without],
        "comparisons": [
            {"shows": shows, "old": _at(pair[0]), "new": _at(pair[1])}
            for shows, pair in (("beginning", run.came), ("end", run.went))
            if pair
        ],
        "quote_first": run.quote_first,
        "quote_last": run.quote_last,
    }


def _variants(variants: Sequence[Variant]) -> list[JsonObject]:
    return [
        {
            "name": label(variants, place),
            "evidence": one.evidence,
            "language": one.language,
            "first": _at(one.first),
            "last": _at(one.last),
            "captures": one.sightings,
        }
        for place, one in enumerate(variants)
    ]


def _passed_over(stretches: Iterable[PassedOverStretch]) -> list[JsonObject]:
    return [
        {
            "kind": one.kind,
            "reason": one.reason,
            "first": _at(one.first),
            "last": _at(one.last),
            "captures": one.sightings,
        }
        for one in stretches
    ]
