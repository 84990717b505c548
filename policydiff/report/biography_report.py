"""Every wording of the clauses of a text: Biographies in, a report out."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from policydiff.report import days, wording
from policydiff.report.blocks import Heading, Paragraph, Point, Points, Report
from policydiff.report.characters import clipped, visible
from policydiff.report.json_text import json_document
from policydiff.report.side_names import day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.history_models import Biographies, Biography, Sighting, Wording
    from policydiff.report.blocks import ReportBlock

SCHEMA_VERSION = "2.0"
_LONGEST = 600
"""Most characters of a wording that are shown."""


def report(biographies: Biographies, *, changed: bool = False, words: str = "") -> Report:
    """The clauses with their wordings, under their headings.

    Args:
        biographies: the clauses of a capture with their wordings.
        changed: whether clauses are left out that the variant always had as they are.
        words: only clauses with a wording that contains this, ignoring case; "" for all.
    """
    title = f"{biographies.snapshot}: since when each clause says so"
    return Report(title, tuple(_blocks(biographies, chosen(biographies, changed=changed, words=words))))


def chosen(biographies: Biographies, *, changed: bool, words: str) -> tuple[Biography, ...]:
    """The clauses to show; arguments as in `report`."""
    wanted = " ".join(words.casefold().split())
    return tuple(
        one
        for one in biographies.clauses
        if not (changed and one.wordings[0].not_before is None)
        and any(wanted in " ".join(other.text.casefold().split()) for other in one.wordings)
    )


def _blocks(biographies: Biographies, kept: Sequence[Biography]) -> Iterator[ReportBlock]:
    always = sum(one.wordings[0].not_before is None for one in biographies.clauses)
    clauses = wording.count(len(biographies.clauses), "clause")
    begun = f"{always:,} read so from the first capture on"
    yield Paragraph(f"{biographies.snapshot}: {clauses}, of which {begun}.", strong=True)
    whose = f" of the variant {biographies.variant}" if biographies.variant else ""
    captures = wording.count(biographies.sightings, "good capture")
    span = days.stretch(biographies.first.at, biographies.last.at)
    yield Paragraph(
        f"Followed through {captures}{whose}, {span} (UTC). The days are"
        " those on which a wording was first seen and last seen; what stood there before is what the clause"
        " was aligned with."
    )
    if not kept and biographies.clauses:
        yield Paragraph("No clause is of the kind that was asked for.")
    elif len(kept) < len(biographies.clauses):
        yield Paragraph(f"{wording.count(len(kept), 'clause')} shown, the others left out.")
    for path, clauses_below in groupby(kept, _heading):
        yield from _section(path, list(_points(clauses_below)))


def _heading(one: Biography) -> tuple[str, ...]:
    """The headings under which a clause is shown: a heading under itself."""
    return (*one.path, one.wordings[0].text) if one.kind == "heading" else one.path


def _points(clauses: Iterable[Biography]) -> Iterator[Point]:
    """The wordings of clauses under one heading. A sentence that became a list stood before each of its
    items: it is shown once."""
    before: tuple[Wording, ...] = ()
    for one in clauses:
        now, *earlier = one.wordings
        yield _point(now, _begun(now))
        if earlier and before == tuple(earlier):
            yield Point("as before the clause above", f"Before, {_stretch(earlier)}")
        else:
            yield from (_point(each, f"Before, {_stretch([each])}") for each in earlier)
        before = tuple(earlier)


def _section(path: tuple[str, ...], points: list[Point]) -> Iterator[ReportBlock]:
    if path and points:
        yield Heading(visible(path[-1]), 3)
    if points:
        yield Points(tuple(points))


def _point(one: Wording, label: str) -> Point:
    return Point(clipped(visible(one.text), _LONGEST), label)


def _stretch(earlier: Sequence[Wording]) -> str:
    """From when to when earlier wordings, the latest first, were seen."""
    return days.stretch(earlier[-1].first.at, earlier[0].last.at)


def _begun(one: Wording) -> str:
    begun = f"First seen {day(one.first.at)}"
    if one.not_before is None:
        begun = f"In the first capture, {day(one.first.at)}"
    if one.unbroken.at > one.first.at:
        return f"{begun}, gone and back since {day(one.unbroken.at)}"
    return begun


def json(biographies: Biographies, *, changed: bool = False, words: str = "") -> str:
    """The clauses with their wordings as the text of one JSON document, with a line break at its end."""
    value = {
        "snapshot": biographies.snapshot,
        "variant": biographies.variant,
        "first": _at(biographies.first),
        "last": _at(biographies.last),
        "captures": biographies.sightings,
        "clauses": len(biographies.clauses),
        "shown": [_clause(one) for one in chosen(biographies, changed=changed, words=words)],
    }
    return json_document(SCHEMA_VERSION, value)


def _clause(one: Biography) -> dict[str, Any]:
    return {
        "clause": one.clause,
        "kind": one.kind,
        "path": list(one.path),
        "wordings": [
            {
                "text": each.text,
                "first": _at(each.first),
                "last": _at(each.last),
                "not_before": _at(each.not_before) if each.not_before else None,
                "unbroken": _at(each.unbroken),
            }
            for each in one.wordings
        ],
    }


def _at(seen: Sighting) -> dict[str, str]:
    return {"date": seen.at.isoformat(), "snapshot": seen.snapshot}
