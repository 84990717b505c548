"""A report for a terminal: lines of a given width, with colour where it is seen.

`terminal_writer` escapes the words and wraps them to the width. The appendix of a report is for formats that
are handed on; here it is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report.blocks import (
    QUOTE,
    Card,
    FactList,
    Heading,
    LinkTargets,
    MarkedWords,
    Paragraph,
    Points,
)
from policydiff.report.characters import clipped, columns, visible
from policydiff.report.marked_text import TextRun, elided, whole
from policydiff.report.terminal_writer import NARROWEST, TerminalWriter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.report.blocks import Note, Point, Report, ReportBlock
    from policydiff.report.marked_text import MarkedText


def text(report: Report, *, width: int = 80, colour: bool = False) -> str:
    """A report as lines for a terminal.

    Args:
        report: what to show.
        width: columns of the terminal.
        colour: whether to write colours and other styles.
    """
    writer = TerminalWriter(max(width, NARROWEST), colour)
    lines: list[str] = []
    for place, block in enumerate(report.blocks):
        joined = isinstance(block, Points) and isinstance(report.blocks[place - 1], Heading | Paragraph)
        shown = list(_block(writer, block))
        lines += [*([] if joined or not place or not shown else [""]), *shown]
    return "\n".join(lines) + "\n"


def _block(writer: TerminalWriter, block: ReportBlock) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from writer.plain(block.text, style="strong")
    elif isinstance(block, Paragraph):
        style = "strong" if block.strong else "quiet" if block.quiet else ""
        yield from writer.plain(block.text, style=style)
    elif isinstance(block, Points):
        yield from _points(writer, block.points, " ")
    elif isinstance(block, FactList):
        facts = " · ".join(f"{name.lower()} {value}" for name, value in block.rows if value != "0")
        yield from writer.plain(facts) if facts else ()
    elif isinstance(block, MarkedWords):
        yield from _marked(writer, block.words)
    else:
        yield from _card(writer, block)


def _points(writer: TerminalWriter, points: tuple[Point, ...], margin: str) -> Iterator[str]:
    for point in points:
        line = f"{point.label.upper()}: {point.text}" if point.label else point.text
        style = "strong" if point.label else ""
        yield from writer.plain(line, style=style, first=f"{margin}- ", then=f"{margin}  ")


def _card(writer: TerminalWriter, card: Card) -> Iterator[str]:
    yield from writer.plain(card.head, style="strong", then="   ", first="")
    for fact in card.facts:
        yield from writer.plain(fact, first="   ")
    yield from _points(writer, card.points, "   ")
    if card.more:
        yield from writer.plain(card.more, first="     ")
    for part in card.body:
        yield from _part(writer, part)
    for what, quote in card.quotes:
        yield from writer.plain(f"{what}: “{clipped(visible(quote), QUOTE)}”", first="   ")
    for command in card.commands:
        yield from _typed(writer, command)


def _part(writer: TerminalWriter, part: MarkedWords | LinkTargets | Note) -> Iterator[str]:
    if isinstance(part, MarkedWords):
        yield from writer.plain(part.before, style="quiet", first="   ") if part.before else ()
        yield from _marked(writer, part.words)
    elif isinstance(part, LinkTargets):
        yield from writer.plain(part.head, first="   ") if part.head else ()
        for which, operation, target in part.targets:
            runs = TextRun("equal", f"{which} "), TextRun(operation, target)
            yield from writer.marked(runs, first="   ", then="     ")
    else:
        yield from writer.plain(part.text, style="quiet", first="   ")


def _marked(writer: TerminalWriter, paragraph: MarkedText) -> list[str]:
    if not whole(paragraph):
        return writer.marked(elided(paragraph), first="   ", then="   ")
    sign = "+" if paragraph[0].operation == "insert" else "-"
    style = f"whole-{paragraph[0].operation}"
    return writer.plain(paragraph[0].text, style=style, first=f" {sign} ", then="   ")


def _typed(writer: TerminalWriter, command: tuple[str, ...]) -> Iterator[str]:
    """A command over as many lines as it needs, so that it can be copied as it stands."""
    lines = [command[0]]
    for place, piece in enumerate(command[1:], 2):
        tail = 2 if place < len(command) else 0
        if 3 + columns(f"{lines[-1]} {piece}") + tail <= writer.width:
            lines[-1] += f" {piece}"
        else:
            lines.append(f"  {piece}")
    for place, line in enumerate(lines, 1):
        yield writer.uncut(f"{line} \\" if place < len(lines) else line, style="quiet", first="   ")
