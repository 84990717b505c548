"""Which region has what: the variants of one document beside each other, matter by matter. Judges nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from policydiff.models import CATEGORY_TRAITS
from policydiff.report.blocks import QUOTE, Card, Heading, Paragraph, Point, Points, Report
from policydiff.report.characters import clipped, visible
from policydiff.report.json_text import json_document
from policydiff.report.side_names import day
from policydiff.report.wording import STANCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from policydiff.history_models import Region
    from policydiff.models import Category, Stance
    from policydiff.report.blocks import ReportBlock

SCHEMA_VERSION = "1.0"
_METHOD = (
    "Statements are found by a trained reader, rights and bases by words of each language, under names that"
    " are the same in all of them: so texts in different languages stand in one table, and their clauses are"
    " not aligned. “Named” means that words for it stand in the text, in a heading or a list of rights; “not"
    " found” means that not even these were recognised, not that there is no such right."
)
_WHOLE: tuple[Category, ...] = ("ai-training", "children", "transfers")
"""Categories that have a row as they are."""
_PATHS = "Objection paths"
_MATTERS = "Matters"
"""The section of the rows that are whole categories."""
_BASES = (
    "consent", "contract", "legal-obligation", "legitimate-interests", "public-interest", "vital-interests",
)  # fmt: skip
_RIGHTS = (
    "access", "deletion", "correction", "portability", "restriction", "object", "withdraw", "opt-out",
    "automated", "complaint", "appeal",
)  # fmt: skip
_LABEL = 3
"""Most words of a statement that may be no more than a label."""
_CHOICES = ("object", "opt-out", "withdraw")
"""What a path leads to that is reported as an objection path."""


class Held(NamedTuple):
    """One matter in one region."""

    region: Region
    stance: Stance | None
    """The statement that is quoted, None if none was recognised."""
    named: str = ""
    """Where none was, the clause whose words name it, such as a heading in a list of rights."""


class Row(NamedTuple):
    """One matter in every region."""

    section: str
    name: str
    held: tuple[Held, ...]

    @property
    def alone(self) -> Held | None:
        """The only one of several regions that states it or names it, None where there is none or another."""
        having = [
            one for one in self.held if one.named or (one.stance is not None and one.stance.kind == "stated")
        ]
        return having[0] if len(having) == 1 < len(self.held) else None


def rows(regions: Sequence[Region]) -> list[Row]:
    """The matters on which a region says something, in the order of the table."""
    found = [
        _row(
            _MATTERS,
            CATEGORY_TRAITS[about].name,
            regions,
            lambda one, about=about: one.category == about,  # type: ignore[misc]
            about,
        )
        for about in _WHOLE
    ]
    found += [
        _row("Rights", name, regions, lambda one, name=name: name in one.points, name)  # type: ignore[misc]
        for name in _RIGHTS
    ]
    found += [
        _row(
            "Legal bases",
            name.replace("-", " "),
            regions,
            lambda one, name=name: one.category == "legal-basis" and name in one.points,  # type: ignore[misc]
            name,
        )
        for name in _BASES
    ]
    found += [
        _row(
            _PATHS,
            f"a link to {name}",
            regions,
            lambda one, name=name: bool(one.links) and name in one.points,  # type: ignore[misc]
        )
        for name in _CHOICES
    ]
    return [row for row in found if any(held.stance or held.named for held in row.held)]


def _row(
    section: str, name: str, regions: Sequence[Region], meant: Callable[[Stance], bool], words: str = ""
) -> Row:
    """One row.

    Args:
        section: where it stands.
        name: what it is called.
        regions: its cells.
        meant: whether a statement belongs to it.
        words: under which name the text may name it by a word, "" for none.
    """
    held = []
    for one in regions:
        # Of many statements the weightiest tells most; what is said of children begins with their age.
        by_weight = section == _MATTERS and words != "children"
        some = sorted(one.stances, key=lambda stance: stance.by_weight) if by_weight else one.stances
        best = _best(some, meant)
        held.append(Held(one, best, "" if best else dict(one.named).get(words, "")))
    return Row(section, name, tuple(held))


def _best(stances: Sequence[Stance], meant: Callable[[Stance], bool]) -> Stance | None:
    """The statement that is quoted: the first that states it, else the first that denies or pauses it.

    One that says more than the label before it ("Appeal.") comes first.
    """
    some = [one for one in stances if meant(one)]
    stated = [one for one in some if one.kind == "stated"] or list(some)
    sentences = [one for one in stated if len(one.quote.text.split()) > _LABEL]
    return next(iter(sentences or stated), None)


def report(name: str, documents: Mapping[str, Sequence[Region]]) -> Report:
    """The table of each document as a text of cards, one for each matter.

    Args:
        name: what was asked for.
        documents: the regions of each document.
    """
    blocks = [block for document, some in documents.items() for block in _document(document, some)]
    return Report(f"{name}: which region has what", tuple(blocks), kicker="Regions side by side")


def _document(document: str, regions: Sequence[Region]) -> Iterator[ReportBlock]:
    found = rows(regions)
    names = ", ".join(one.name for one in regions)
    counted = "one region or variant" if len(regions) == 1 else f"{len(regions)} regions or variants"
    yield Paragraph(f"{document}: {counted} ({names}).", strong=True)
    if len(regions) == 1:
        yield Paragraph("The archive has only one, so there is nothing to compare it with.")
    yield Paragraph(_METHOD)
    yield Points(tuple(_place(one) for one in regions))
    points = tuple(
        Point(f"{row.section}: {row.name}", held.region.name) for row in found if (held := row.alone)
    )
    if points:
        yield Heading("Only in one region")
        yield Points(points)
    section = ""
    for row in found:
        if row.section != section:
            section = row.section
            yield Heading(section)
        yield _card(row)


def _place(one: Region) -> Point:
    language = one.language or "an unknown language"
    return Point(f"{one.snapshot}, in {language}. {visible(one.evidence)}".rstrip(), one.name)


def _card(row: Row) -> Card:
    missing = [one.region.name for one in row.held if one.stance is None and not one.named]
    facts = (f"Not found: {', '.join(missing)}.",) if missing else ()
    return Card(
        row.name,
        facts,
        quotes=tuple(_quote(one, row.section) for one in row.held if one.stance or one.named),
    )


def _quote(held: Held, section: str) -> tuple[str, str]:
    """The label and the quote of a region; with the link's target if the row is about that."""
    if held.stance is None:
        return f"{held.region.name}, named", clipped(visible(held.named), QUOTE)
    led = _led(held.stance) if section == _PATHS else ""
    return _label(held, section), f"{clipped(visible(held.stance.quote.text), QUOTE)}{led}"


def _label(held: Held, section: str) -> str:
    """The label of a quote: the region, and for a whole category also since when (for single rights that is
    not known)."""
    stance = held.stance
    kind = f", {STANCES[stance.kind]}" if stance and stance.kind != "stated" else ""
    run = next((run for name, run in held.region.since if stance and name == stance.category), None)
    if section != _MATTERS or run is None or kind:
        return f"{held.region.name}{kind}"
    if run.not_before is None:
        return f"{held.region.name}, from the first capture on ({day(run.first.at)})"
    return f"{held.region.name}, first seen {day(run.first.at)}"


def _led(stance: Stance) -> str:
    return "".join(f" [{visible(link.text)} → {visible(link.target)}]" for link in stance.links)


def json(name: str, documents: Mapping[str, Sequence[Region]]) -> str:
    """The same as the text of one JSON document, with a line break at its end."""
    value = {
        "asked": name,
        "documents": [
            {
                "document": document,
                "regions": [
                    {"name": one.name, "snapshot": one.snapshot, "language": one.language} for one in some
                ],
                "rows": [_value(row) for row in rows(some)],
            }
            for document, some in documents.items()
        ],
    }
    return json_document(SCHEMA_VERSION, value)


def _value(row: Row) -> dict[str, Any]:
    return {
        "section": row.section,
        "name": row.name,
        "only": row.alone.region.name if row.alone else None,
        "held": [
            {
                "region": one.region.name,
                "kind": one.stance.kind if one.stance else None,
                "text": one.stance.quote.text if one.stance else None,
                "named": one.named or None,
                "links": [link.target for link in one.stance.links] if one.stance else [],
            }
            for one in row.held
        ],
    }
