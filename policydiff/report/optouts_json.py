"""The ways out of a document for programs: JSON, keys in a fixed order."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from policydiff.report.json_text import json_document

if TYPE_CHECKING:
    from datetime import datetime

    from policydiff.optout_models import AddressRecord, OptOuts, TextObstacle, WayRecord

OPTOUT_VERSION = "1.0"


def optout(optouts: OptOuts) -> str:
    """The ways out as the text of one JSON document, with a line break at its end."""
    value = {
        "subject": optouts.subject,
        "captures": optouts.captures,
        "first": _time(optouts.first),
        "last": _time(optouts.last),
        "not_asked": optouts.not_asked,
        "variants": [{**asdict(one), "at": _time(one.at)} for one in optouts.variants],
        "notes": list(optouts.notes),
        "ways": [_way(record, timed=optouts.first is not None) for record in optouts.records],
        "obstacles": [asdict(rule) for rule in optouts.rules],
    }
    return json_document(OPTOUT_VERSION, value)


def _time(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _way(record: WayRecord, *, timed: bool) -> dict[str, Any]:
    story = record.story
    seen: dict[str, Any] = {}
    if timed:
        seen = {
            "first": _time(story.first),
            "not_before": _time(story.not_before),
            "last": _time(story.last),
            "first_snapshot": story.snapshot,
            "last_snapshot": story.latest,
        }
    return {
        **asdict(story.way),
        **seen,
        "gone": story.gone,
        "events": [
            {**asdict(event), "after": _time(event.after), "at": _time(event.at)} for event in story.events
        ],
        "in_text": [_text_obstacle(one, timed=timed) for one in story.in_text],
        "addresses": [_address(one) for one in record.addresses],
    }


def _text_obstacle(one: TextObstacle, *, timed: bool) -> dict[str, Any]:
    seen = {"first": _time(one.first), "last": _time(one.last), "snapshot": one.snapshot} if timed else {}
    return {**asdict(one.obstacle), **seen, "over": one.over}


def _address(address: AddressRecord) -> dict[str, Any]:
    return {
        "target": address.target,
        "unasked": address.unasked,
        "verdicts": [
            {
                **asdict(stretch.verdict),
                "first": _time(stretch.first),
                "last": _time(stretch.last),
                "evidence": stretch.evidence,
            }
            for stretch in address.stretches
        ],
    }
