"""Who says what on one matter, and since when: Position values in, a report out. Judges nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from policydiff.models import CATEGORY_TRAITS
from policydiff.report import days, presences
from policydiff.report.blocks import QUOTE, Card, Heading, Paragraph, Point, Points, Report
from policydiff.report.characters import clipped, visible
from policydiff.report.json_text import json_document
from policydiff.report.side_names import day
from policydiff.report.wording import STANCES, count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from policydiff.history_models import Position, PresenceRun
    from policydiff.models import Category
    from policydiff.report.blocks import ReportBlock

SCHEMA_VERSION = "1.0"
_QUOTES = 3
"""Most statements of one document that are shown, the weightiest first."""
_BY_READER = "A trained reader finds what a text states; denials and pauses do not count as stating it."


def report(
    category: Category,
    positions: Sequence[Position],
    unread: Sequence[str],
    *,
    added_since: date | None = None,
) -> Report:
    """Who states it, who rules it out, who is silent.

    Args:
        category: the matter.
        positions: the position of each document.
        unread: documents of which no good capture states anything.
        added_since: show first who has added it since this day; None for no such part.
    """
    title = f"{CATEGORY_TRAITS[category].name}: who says what"
    blocks = tuple(_blocks(category, positions, unread, added_since))
    return Report(title, blocks, kicker="Several documents on one matter")


def new_since(positions: Sequence[Position], first_day: date) -> list[Position]:
    """Who was first seen stating it on a day or later, having been seen without it before; oldest first."""
    added = (
        one
        for one in positions
        if one.since and one.since.not_before is not None and one.since.first.at.date() >= first_day
    )
    return sorted(added, key=_begun)


def _blocks(
    category: Category, positions: Sequence[Position], unread: Sequence[str], added_since: date | None
) -> Iterator[ReportBlock]:
    stating = sorted((one for one in positions if one.since), key=_begun)
    total = len(positions) + len(unread)
    said = "states" if len(stating) == 1 else "state"
    counted = f"{len(stating)} of {count(total, 'document')} {said} something."
    yield Paragraph(f"{CATEGORY_TRAITS[category].name}: {counted}", strong=True)
    yield Paragraph(_BY_READER)
    if added_since is not None:
        yield Heading(f"Added since {day(added_since)}")
        added = new_since(stating, added_since)
        yield Points(tuple(Point(f"{one.series}: {_since(one)}") for one in added) or (Point("None."),))
    yield Heading("Who states it, longest first")
    yield from (_card(one) for one in stating)
    others = [one for one in positions if not one.since]
    speaking = [one for one in others if one.stances]
    if speaking:
        yield Heading("Who rules it out or has paused it")
        yield from (_card(one) for one in speaking)
    silent = [one for one in others if not one.stances]
    if silent or unread:
        yield Heading("Who says nothing of it that was recognised")
        lines = [f"{one.series}: {_since(one)}" for one in silent]
        lines += [f"{name}: no good capture could be read for it." for name in unread]
        yield Points(tuple(Point(line) for line in lines))


def _begun(one: Position) -> tuple[str, str]:
    return one.since.first.at.isoformat() if one.since else "", one.series


def _card(one: Position) -> Card:
    # What it states comes before what it rules out: the card answers who states it.
    ordered = sorted(one.stances, key=lambda stance: (stance.kind != "stated", stance.by_weight))
    quotes = tuple(
        (STANCES[stance.kind], clipped(visible(stance.quote.text), QUOTE)) for stance in ordered[:_QUOTES]
    )
    facts = [_since(one), f"Quoted from {one.snapshot}."]
    more = len(one.stances) - len(quotes)
    if more:
        facts.append(f"{count(more, 'more statement')}.")
    return Card(one.series, tuple(facts), quotes=quotes)


def _since(one: Position) -> str:
    """Since when, in a sentence or two."""
    if one.since is None:
        return f"No longer stated; it was: {_stretches(one.runs)}." if one.runs else "Never stated."
    first = day(one.since.first.at)
    before = f" Stated before: {_stretches(one.runs[:-1])}." if one.runs[1:] else ""
    if one.since.not_before is None:
        return f"Stated in the first good capture, of {first}: the archive cannot show since when.{before}"
    without = presences.last_without(one.since.first, one.since.not_before)
    return f"First seen on {first}, {without}.{before}"


def _stretches(runs: Sequence[PresenceRun]) -> str:
    return ", ".join(days.stretch(run.first.at, run.last.at) for run in runs)


def json(
    category: Category,
    positions: Sequence[Position],
    unread: Sequence[str],
    *,
    added_since: date | None = None,
) -> str:
    """The same as the text of one JSON document, with a line break at its end."""
    value = {
        "category": category,
        "added_since": added_since.isoformat() if added_since else None,
        "added": [one.series for one in new_since(positions, added_since)] if added_since else [],
        "documents": [_document_value(one) for one in positions],
        "unread": list(unread),
    }
    return json_document(SCHEMA_VERSION, value)


def _document_value(one: Position) -> dict[str, Any]:
    since = one.since
    return {
        "series": one.series,
        "snapshot": one.snapshot,
        "states": since is not None,
        "first": since.first.at.isoformat() if since else None,
        "not_before": since.not_before.at.isoformat() if since and since.not_before else None,
        "stretches": [
            {"first": run.first.at.isoformat(), "last": run.last.at.isoformat()} for run in one.runs
        ],
        "statements": [
            {"kind": stance.kind, "text": stance.quote.text, "path": list(stance.quote.path)}
            for stance in one.stances
        ],
    }
