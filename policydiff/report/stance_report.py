"""What one text states on each matter: stances in, a report out. Judges nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from policydiff.models import CATEGORY_TRAITS, Stance
from policydiff.report import presences, wording
from policydiff.report.blocks import Heading, Paragraph, Point, Points, Report
from policydiff.report.characters import clipped, visible
from policydiff.report.json_text import json_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from policydiff.history_models import Presence, PresenceRun
    from policydiff.models import Category, Document
    from policydiff.report.blocks import ReportBlock

SCHEMA_VERSION = "1.0"
_ORDER = tuple(CATEGORY_TRAITS)
_MOST = 6
"""Most statements on one matter that are shown, unless all are asked for."""
_QUOTE = 300
"""Characters of a quote that are shown."""
_BY_READER = (
    "Statements are chosen and sorted by a trained reader: what it leaves out may still be in the text, and"
    " what it sorts under one matter may be about another."
)


@dataclass(frozen=True, slots=True)
class StatedIn:
    """What one document states, and since when as far as an archive knows."""

    name: str
    """The name by which the document was asked for."""
    document: Document
    stances: tuple[Stance, ...]
    seen: datetime | None = None
    """When the capture counts from; None outside of an archive."""
    since: Mapping[str, Presence] = field(default_factory=dict)
    """By category, the stretches of time in which the document states something; empty outside of an
    archive."""

    def run(self, category: Category) -> PresenceRun | None:
        """The stretch of time to which what is stated here belongs, None if that is not known."""
        known = self.since.get(category)
        if known is None or self.seen is None:
            return None
        return next((run for run in known.runs if run.first.at <= self.seen <= run.last.at), None)


def report(stated: StatedIn, only: Sequence[str] = (), *, in_full: bool = False) -> Report:
    """What a document states, as a text of headings and quotes.

    Args:
        stated: the statements of a document.
        only: the categories that are wanted; none named, all.
        in_full: whether every statement is shown.
    """
    title = f"{stated.name}: what it states"
    return Report(title, tuple(_blocks(stated, only, in_full=in_full)), kicker="What one document states")


def _blocks(stated: StatedIn, only: Sequence[str], *, in_full: bool) -> Iterator[ReportBlock]:
    kept = _by_category(stated.stances, only)
    matters = ", ".join(CATEGORY_TRAITS[category].name.lower() for category in kept)
    topics = matters.replace("ai ", "AI ")
    said = f"states something on: {topics}" if topics else "states nothing of what is looked for"
    yield Paragraph(f"{stated.name} {said}.", strong=True)
    if stated.document.quality.level == "bad":
        why = " ".join(reason.sentence for reason in stated.document.quality.reasons)
        yield Paragraph(f"{stated.name} is no good capture of a policy: {why}")
    yield Paragraph(_read_statements(stated))
    for category, some in kept.items():
        yield Heading(CATEGORY_TRAITS[category].name)
        yield Paragraph(" ".join(_answer(stated, category, some)))
        shown = some if in_full or len(some) <= _MOST else _weightiest(some)
        yield Points(tuple(_point(one) for one in shown))
        if len(shown) < len(some):
            rest = wording.count(len(some) - len(shown), "more statement")
            yield Paragraph(f"{rest}: --all shows all.", quiet=True)


def _weightiest(some: Sequence[Stance]) -> list[Stance]:
    """The statements that are shown where there are many, in reading order."""
    kept = sorted(range(len(some)), key=lambda place: (some[place].by_weight, place))[:_MOST]
    return [some[place] for place in sorted(kept)]


def _read_statements(stated: StatedIn) -> str:
    document = stated.document
    if not stated.stances and document.clauses:
        return "No statement was recognised: the language may be one that is not read, or it is no policy."
    words = wording.count(len(document.text.split()), "word")
    return f"{words} read, in their order; each quote is the policy's own words. {_BY_READER}"


def _by_category(stances: Sequence[Stance], only: Sequence[str]) -> dict[Category, list[Stance]]:
    """The statements by what they are about, each in reading order."""
    ranked = sorted(stances, key=lambda one: _ORDER.index(one.category))
    grouped = {category: list(some) for category, some in groupby(ranked, lambda one: one.category)}
    return {category: some for category, some in grouped.items() if not only or category in only}


def _answer(stated: StatedIn, category: Category, some: Sequence[Stance]) -> Iterator[str]:
    kinds = {one.kind for one in some}
    if "stated" in kinds:
        yield f"Stated in {wording.count(sum(one.kind == 'stated' for one in some), 'place')}."
    if "denied" in kinds:
        yield f"Ruled out in {wording.count(sum(one.kind == 'denied' for one in some), 'place')}."
    if "paused" in kinds:
        yield f"Said to stand still in {wording.count(sum(one.kind == 'paused' for one in some), 'place')}."
    run = stated.run(category)
    if run is not None and "stated" in kinds:
        yield presences.beginning(stated.since[category], run)


def _point(one: Stance) -> Point:
    place = f" ({clipped(visible(one.quote.path[-1]), 80)})" if one.quote.path else ""
    links = "".join(f"; “{visible(link.text)}” leads to {visible(link.target)}" for link in one.links)
    label = wording.STANCES[one.kind].capitalize() if one.kind != "stated" else ""
    return Point(f"“{clipped(visible(one.quote.text), _QUOTE)}”{place}{links}", label)


def json(stated: StatedIn, only: Sequence[str] = ()) -> str:
    """What a document states as the text of one JSON document, with a line break at its end."""
    value = {
        "name": stated.name,
        "title": stated.document.title,
        "language": stated.document.language,
        "words": len(stated.document.text.split()),
        "seen": stated.seen.isoformat() if stated.seen else None,
        "matters": [
            {
                "category": category,
                "since": _since(stated, category),
                "statements": [_statement(one) for one in some],
            }
            for category, some in _by_category(stated.stances, only).items()
        ],
    }
    return json_document(SCHEMA_VERSION, value)


def _since(stated: StatedIn, category: Category) -> dict[str, Any] | None:
    run = stated.run(category)
    if run is None:
        return None
    return {
        "first": run.first.at.isoformat(),
        "first_snapshot": run.first.snapshot,
        "not_before": run.not_before.at.isoformat() if run.not_before else None,
    }


def _statement(one: Stance) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "text": one.quote.text,
        "clause": one.quote.clause,
        "start": one.quote.start,
        "path": list(one.quote.path),
        "points": list(one.points),
        "links": [{"text": link.text, "target": link.target} for link in one.links],
    }
