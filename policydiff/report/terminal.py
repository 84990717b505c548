"""A comparison for the terminal: text of a given width, with colour where it is seen.

How words get there, harmless and within the width, is the business of `writer`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report import (
    change_text,
    document_text,
    figures,
    finding_cards,
    link_text,
    moved_words,
    punctuation,
    verdict_text,
    wording,
)
from policydiff.report.captures import CapturePair, shortened
from policydiff.report.characters import clipped
from policydiff.report.marked_text import TextRun, elided, unwoven, whole
from policydiff.report.numbered_changes import MOST_LINKS, NumberedChange, entries, same
from policydiff.report.reading_order import FoldedClauses, OldPlace, OpenClause, blocks
from policydiff.report.terminal_writer import NARROWEST, TerminalWriter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policydiff.models import Comparison, LinkChange
    from policydiff.report.captures import CaptureInfo
    from policydiff.report.finding_cards import FindingCard
    from policydiff.report.marked_text import MarkedText, MovedMark
    from policydiff.report.numbered_changes import NumberedKind
    from policydiff.report.reading_order import TextBlock

_SIGNS = 3  # clauses with other punctuation that are shown; the page and the JSON have them all
_LONGEST_ENTRY = 12  # clauses of one entry; the page and the JSON have them all


def text(
    comparison: Comparison,
    *,
    sides: CapturePair = CapturePair(),  # noqa: B008 - a frozen value
    width: int = 80,
    colour: bool = False,
) -> str:
    """The comparison as lines for a terminal.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        width: columns of the terminal.
        colour: whether to write colours and other styles.
    """
    writer = TerminalWriter(max(width, NARROWEST), colour)
    lines = [*writer.plain(f"{verdict_text.headline(comparison)}.", style="strong")]
    found = entries(comparison)
    cards = (
        finding_cards.finding_cards(comparison, sides, found)
        if comparison.verdict not in wording.INCOMPARABLE
        else ()
    )
    for reason in verdict_text.further_reasons(comparison, sides):
        lines += writer.plain(reason)
    for line in finding_cards.theme_lines(cards):
        lines += writer.plain(line)
    sides = shortened(sides)
    lines += ["", *writer.plain(document_text.title(comparison), style="strong")]
    lines += [*_side(writer, comparison, "old", sides.old), *_side(writer, comparison, "new", sides.new)]
    if comparison.verdict in wording.INCOMPARABLE:
        lines += ["", *_beginnings(writer, comparison)]
    elif comparison.verdict != "identical":
        lines += _substance(writer, cards)
        lines += _figures(writer, comparison)
        lines += ["", *writer.plain(wording.WORDS, style="strong")] if comparison.findings else []
        moved = moved_words.marks(comparison, found)
        lines += [*_changes(writer, comparison, found, moved), *_signs(writer, comparison)]
    return "\n".join(lines) + "\n"


def findings(
    comparison: Comparison,
    *,
    sides: CapturePair = CapturePair(),  # noqa: B008 - a frozen value
    width: int = 80,
    colour: bool = False,
) -> str:
    """The verdict and the findings alone, as lines for a terminal."""
    writer = TerminalWriter(max(width, NARROWEST), colour)
    lines = writer.plain(f"{verdict_text.headline(comparison)}.", style="strong")
    for reason in verdict_text.further_reasons(comparison, sides):
        lines += writer.plain(reason)
    return (
        "\n".join([*lines, *_substance(writer, finding_cards.finding_cards(comparison, sides), in_full=True)])
        + "\n"
    )


def _side(writer: TerminalWriter, comparison: Comparison, which: str, side: CaptureInfo) -> Iterator[str]:
    document = comparison.old if which == "old" else comparison.new
    known = [
        *document_text.known(comparison, document, side),
        *filter(None, [document_text.address(document, side), document_text.credit(side)]),
    ]
    if known:
        yield from writer.plain(", ".join(known), first=f"{which}: ", then="     ")


def _figures(writer: TerminalWriter, comparison: Comparison) -> list[str]:
    found = [line for line in figures.figure_lines(comparison) if line[1] != "0"]
    line = " · ".join(f"{label.lower()} {number}" for label, number in found)
    return ["", *writer.plain(line)] if line else []


def _beginnings(writer: TerminalWriter, comparison: Comparison) -> Iterator[str]:
    for which, document in (("old", comparison.old), ("new", comparison.new)):
        held = wording.count(len(document.clauses), "clause")
        yield from writer.plain(f"The {which} side begins with ({held}):")
        for clause in document.clauses[:3]:
            yield from writer.plain(clipped(clause.text, 160), first="  ")


def _substance(
    writer: TerminalWriter, cards: Sequence[FindingCard], *, in_full: bool = False
) -> Iterator[str]:
    """The findings: what matters with its words, what is for completeness in a line each unless `in_full`."""
    if cards:
        yield from ("", *writer.plain(finding_cards.HEADING, style="strong"))
    for _, heading, found in finding_cards.grouped(cards):
        minor = heading if found[0].finding.importance == 1 and not in_full else ""
        if minor:
            yield from ("", *writer.plain(minor, style="strong"))
        for each in found:
            yield from (
                _finding(writer, each) if not minor else writer.plain(_gist(each), first=" - ", then="   ")
            )


def _gist(card: FindingCard) -> str:
    return card.sentence + (f" (change {card.entry})" if card.entry else "")


def _finding(writer: TerminalWriter, card: FindingCard) -> Iterator[str]:
    yield ""
    label = f"{card.weight.upper()}: {card.matter}, {card.finding.direction}"
    yield from writer.plain(label, style="strong" if card.quotes_only else "quiet")
    if not card.quotes_only:
        yield from writer.plain(card.sentence, style="strong")
    if card.finding.open_reading:
        yield from writer.plain(finding_cards.OPEN_READING)
    if card.words:
        yield from _paragraph(writer, card.words)
    for which, target in card.links:
        run = TextRun("delete" if which == "Old" else "insert", target)
        yield from writer.marked((TextRun("equal", f"{which.lower()} link "), run), first="   ", then="     ")
    where = f"{card.where} (change {card.entry})" if card.entry else card.where
    yield from writer.plain(where, style="quiet", first="   ")


def _signs(writer: TerminalWriter, comparison: Comparison) -> Iterator[str]:
    """Clauses that differ in punctuation only: counted, and the first of them shown."""
    found = punctuation.punctuation_changes(comparison)
    if not found:
        return
    yield from ("", *writer.plain(f"{figures.only_punctuation(len(found))}.", style="quiet"))
    for edits in found[:_SIGNS]:
        yield from writer.marked(elided(punctuation.both(edits)), first="   ", then="   ")
    if len(found) > _SIGNS:
        yield from writer.plain(f"and {wording.count(len(found) - _SIGNS, 'more clause')}", first="   ")


def _changes(
    writer: TerminalWriter,
    comparison: Comparison,
    found: Sequence[NumberedChange],
    moved: Mapping[int, Sequence[MovedMark]],
) -> Iterator[str]:
    unchanged = 0
    path: tuple[str, ...] | None = None
    for block in blocks(comparison, found):
        if isinstance(block, OpenClause | FoldedClauses):
            unchanged += _size(block)
            continue
        yield from _skipped(writer, unchanged)
        unchanged = 0
        if isinstance(block, OldPlace):
            line = f"{change_text.moved_to(comparison, block.entry)} (change {block.entry.number})"
            yield from ("", *writer.plain(line, style="quiet", first="  "))
            continue
        if path is None or same(comparison, block.section) != same(comparison, path):
            path = block.section
            yield from ("", *writer.plain(change_text.where(comparison, path), style="strong"))
        yield from ("", *_entry(writer, comparison, block))
        for passage in change_text.passages(block, moved):
            yield from writer.plain(f"({change_text.passage(passage)})", style="quiet", first="   ")
    yield from _skipped(writer, unchanged)


def _skipped(writer: TerminalWriter, unchanged: int) -> Iterator[str]:
    if unchanged:
        yield from ("", *writer.plain(f"… {wording.count(unchanged, 'unchanged clause')}", style="quiet"))


def _size(block: TextBlock) -> int:
    return len(block.clauses) if isinstance(block, FoldedClauses) else 1


def _entry(writer: TerminalWriter, comparison: Comparison, entry: NumberedChange) -> Iterator[str]:
    label = f"{entry.number}. {wording.LABELS[entry.kind]}{change_text.explained(comparison, entry)}"
    yield from writer.plain(label, style="strong")
    announced = change_text.cells(comparison, entry)
    for change, cell in zip(entry.changes[:_LONGEST_ENTRY], announced, strict=False):
        yield from writer.plain(cell, style="quiet", first="   ") if cell else ()
        for paragraph in unwoven(comparison, change):
            yield from _paragraph(writer, paragraph)
    left = len(entry.changes) - _LONGEST_ENTRY
    if left > 0:
        yield from writer.plain(f"and {wording.count(left, 'more clause')}", style="quiet", first="   ")
    for link in entry.links[:MOST_LINKS]:
        yield from _link(writer, link, entry.kind)
    yield from writer.plain(more, style="quiet", first="   ") if (more := link_text.more_links(entry)) else ()


def _paragraph(writer: TerminalWriter, paragraph: MarkedText) -> list[str]:
    if not whole(paragraph):
        return writer.marked(elided(paragraph), first="   ", then="   ")
    sign = "+" if paragraph[0].operation == "insert" else "-"
    style = f"whole-{paragraph[0].operation}"
    return writer.plain(paragraph[0].text, style=style, first=f" {sign} ", then="   ")


def _link(writer: TerminalWriter, link: LinkChange, kind: NumberedKind) -> Iterator[str]:
    yield from writer.plain(link_text.link_head(link), first="   ")
    for side in link_text.link_sides(link, kind):
        runs = TextRun("equal", f"{side.which} "), TextRun(side.operation, side.target)
        yield from writer.marked(runs, first="   ", then="     ")
