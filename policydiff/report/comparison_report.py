"""A comparison as a report of blocks: what happened, the findings, every change of words, where it
comes from.

The HTML page also shows the whole policy with its changes in place, which is more than a list of blocks can
hold; `html_page` makes it.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from policydiff.report import (
    change_text,
    document_text,
    figures,
    finding_cards,
    link_text,
    punctuation,
    verdict_text,
    wording,
)
from policydiff.report.blocks import (
    Card,
    FactList,
    Heading,
    LinkTargets,
    MarkedWords,
    Note,
    Paragraph,
    Point,
    Points,
    Report,
)
from policydiff.report.characters import clipped
from policydiff.report.comparison_parts import ComparisonParts
from policydiff.report.marked_text import paragraphs, unwoven
from policydiff.report.numbered_changes import MOST_LINKS
from policydiff.report.side_names import CapturePair, moment, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policydiff.models import Between, ChangePlaces, Comparison, Document, LinkChange
    from policydiff.report.blocks import ReportBlock
    from policydiff.report.finding_cards import FindingCard, ShownFinding
    from policydiff.report.marked_text import MovedMark
    from policydiff.report.numbered_changes import ListedChange, NumberedChange, NumberedKind
    from policydiff.report.side_names import CaptureInfo

_LONGEST_ENTRY = 12
"""Clauses of one change that are shown; the page and the JSON have them all."""
_MOST_PUNCTUATION = 20
"""Clauses with other punctuation that are shown, likewise."""


def report(
    comparison: Comparison,
    *,
    sides: CapturePair = CapturePair(),  # noqa: B008 - a frozen value
    between: Between | None = None,
    parts: ComparisonParts | None = None,
) -> Report:
    """The whole comparison.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        between: what an archive knows of the time between both captures.
        parts: its parts, where somebody has found them already, for another output.
    """
    parts = parts or ComparisonParts(comparison, sides, between)
    body = (
        (*_findings(parts.cards), *_changes(parts)) if comparison.comparable else _first_clauses(comparison)
    )
    return Report(
        f"{document_text.title(comparison)}: two versions compared",
        (*_beginning(parts), _both_sides(comparison, shortened(sides)), *body),
        tuple(_appendix(comparison, sides)),
    )


def findings_report(
    comparison: Comparison,
    *,
    sides: CapturePair = CapturePair(),  # noqa: B008 - a frozen value
    between: Between | None = None,
) -> Report:
    """The verdict and the findings alone, each with its words."""
    parts = ComparisonParts(comparison, sides, between)
    title = f"{document_text.title(comparison)}: what changed in substance"
    return Report(title, (*_beginning(parts), *_findings(parts.cards, in_full=True)))


def _beginning(parts: ComparisonParts) -> Iterator[Paragraph | Points]:
    yield Paragraph(parts.beginning.text, strong=True)
    if parts.beginning.points:
        yield Points(tuple(Point(point.text) for point in parts.beginning.points))
    if parts.beginning.elsewhere:
        yield Paragraph(parts.beginning.elsewhere)
    yield Paragraph(f"{verdict_text.headline(parts.comparison)}.")
    for reason in parts.reasons:
        yield Paragraph(reason)


def _both_sides(comparison: Comparison, short: CapturePair) -> Points:
    return Points(
        tuple(
            Point(f"{which}: {_side(comparison, document, side)}")
            for which, document, side in (
                ("Old", comparison.old, short.old),
                ("New", comparison.new, short.new),
            )
        )
    )


def _side(comparison: Comparison, document: Document, side: CaptureInfo) -> str:
    known = document_text.known(comparison, document, side)
    further = document_text.address(document, side), document_text.credit(side)
    return ", ".join(filter(None, (*known, *further))) or "nothing is known of it"


def _first_clauses(comparison: Comparison) -> Iterator[ReportBlock]:
    yield Heading("What each side begins with")
    for which, document in (("Old", comparison.old), ("New", comparison.new)):
        yield Paragraph(f"{which}, {wording.count(len(document.clauses), 'clause')}:")
        begun = tuple(Point(clipped(clause.text, 240)) for clause in document.clauses[:4])
        yield Points(begun or (Point("no text at all"),))


# --- findings ------------------------------------------------------------------------------------


def _findings(cards: Sequence[FindingCard], *, in_full: bool = False) -> Iterator[ReportBlock]:
    """The findings; those of importance 1 in one line each, unless all are wanted in full."""
    if cards:
        yield Heading(finding_cards.HEADING)
    for rank, heading, group in finding_cards.by_rank(cards):
        yield Heading(heading, level=3)
        if rank == min(finding_cards.RANKS) and not in_full:
            yield Points(tuple(Point(_line(one)) for card in group for one in card.findings))
        else:
            yield from map(_finding_card, group)


def _line(one: ShownFinding) -> str:
    further = len(one.statements) - 1
    more = f" (and {wording.count(further, 'more statement')})" if further > 0 else ""
    return one.sentence + more + (f" ({_entries(one)})" if one.entries else "")


def _entries(one: ShownFinding) -> str:
    """In which changes the words of a finding are found."""
    numbers = ", ".join(map(str, one.entries))
    return f"change{'s' if len(one.entries) > 1 else ''} {numbers}"


def _finding_card(card: FindingCard) -> Card:
    return Card(card.head, body=tuple(part for one in card.findings for part in _finding(card, one)))


def _finding(card: FindingCard, one: ShownFinding) -> Iterator[MarkedWords | LinkTargets | Note]:
    if not one.quotes_only:
        yield Note(one.sentence)
    if one.same_as:
        yield Note("The same words")
    for section in () if one.same_as else one.sections:
        named = "" if card.where else section.where
        for statement in section.statements:
            for paragraph in statement.unwoven:
                yield MarkedWords(paragraph, named)
                named = ""
    if one.nearest and not one.same_as:
        yield Note(one.nearest)
    if one.links:
        yield LinkTargets(
            "Link",
            tuple(
                (which.lower(), "delete" if which == "Old" else "insert", target)
                for which, target in one.links
            ),
        )
    yield Note(f"{one.matter}, {one.finding.direction}" + (f", {_entries(one)}" if one.entries else ""))


# --- changes -------------------------------------------------------------------------------------


def _changes(parts: ComparisonParts) -> Iterator[ReportBlock]:
    comparison = parts.comparison
    yield FactList(figures.figure_lines(figures.figures(comparison)))
    if parts.changes:
        yield Heading(wording.WORDS if comparison.findings else "What changed")
    for part in parts.worded:
        yield Heading(change_text.where(comparison, part.path), level=3)
        for line in part.lines:
            yield _change(comparison, line, parts.moved)
    if parts.unworded:
        yield Heading("Moved or divided otherwise, without a changed word")
        yield Points(tuple(Point(_quiet(comparison, entry)) for entry in parts.unworded))
    retouched = parts.retouched
    if retouched:
        yield Heading(figures.only_punctuation(len(retouched)))
        yield from (MarkedWords(punctuation.both(edits)) for edits in retouched[:_MOST_PUNCTUATION])
    if len(retouched) > _MOST_PUNCTUATION:
        yield Paragraph(f"and {wording.count(len(retouched) - _MOST_PUNCTUATION, 'more clause')}")


def _change(
    comparison: Comparison, line: ListedChange, moved: Mapping[ChangePlaces, Sequence[MovedMark]]
) -> Card:
    entry = line.entry
    place = change_text.in_table(entry)
    if line.twins:
        place = f"and the same as changes {', '.join(str(twin.number) for twin in line.twins)}"
    head = _label(comparison, entry) + (f" ({place})" if place else "")
    return Card(head, body=tuple(_body(comparison, entry, moved)))


def _label(comparison: Comparison, entry: NumberedChange) -> str:
    return f"{entry.number}. {wording.LABELS[entry.kind]}{change_text.explained(comparison, entry)}"


def _body(
    comparison: Comparison, entry: NumberedChange, moved: Mapping[ChangePlaces, Sequence[MovedMark]]
) -> Iterator[MarkedWords | LinkTargets | Note]:
    cells = change_text.cells(comparison, entry)
    for number, (change, cell) in enumerate(islice(zip(entry.changes, cells, strict=True), _LONGEST_ENTRY)):
        before = cell if number or len(set(filter(None, cells))) > 1 else ""
        for paragraph in unwoven(comparison, change):
            yield MarkedWords(paragraph, before)
            before = ""
    left = len(entry.changes) - _LONGEST_ENTRY
    if left > 0:
        yield Note(f"and {wording.count(left, 'more clause')}")
    yield from (_link(link, entry.kind) for link in entry.links[:MOST_LINKS])
    if more := link_text.more_links(entry):
        yield Note(more)
    for passage in change_text.passages(entry, moved):
        yield Note(change_text.passage(passage))


def _link(link: LinkChange, kind: NumberedKind) -> LinkTargets:
    return LinkTargets(
        link_text.link_head(link),
        tuple((side.which, side.operation, side.target) for side in link_text.link_sides(link, kind)),
    )


def _quiet(comparison: Comparison, entry: NumberedChange) -> str:
    first = paragraphs(comparison, entry.changes[0])[0]
    gist = clipped("".join(run.text for run in first), 120)
    more = f" {change_text.others(entry)}" if len(entry.changes) > 1 else ""
    return f"{_label(comparison, entry)}: “{gist}”{more}"


# --- the appendix --------------------------------------------------------------------------------


def _appendix(comparison: Comparison, sides: CapturePair) -> Iterator[ReportBlock]:
    yield Heading("Where this comes from")
    for which, document, side in (("Old", comparison.old, sides.old), ("New", comparison.new, sides.new)):
        name = document_text.name(side, f"the {which.lower()} version")
        yield Paragraph(f"{which}: {name}", strong=True)
        yield FactList(tuple(evidence(document, side)))
    yield Heading("What this method cannot see")
    yield Points(tuple(Point(limit) for limit in wording.LIMITS))


def evidence(document: Document, side: CaptureInfo) -> Iterator[tuple[str, str]]:
    """The facts about the bytes of a side, by name."""
    yield "Address", document_text.address(document, side) or "not noted"
    yield "Captured", moment(side) or "not noted"
    yield "Came from", document_text.origin(side) or "not noted"
    yield "SHA-256", document.sha256 or "not known"
    yield "Size", document_text.size(document)
    yield "Read as", document_text.read_as(document)
    yield "Language", document_text.language(document)
    yield "Quality", document_text.quality(document)
