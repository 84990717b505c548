"""A text for people before it has a format: what stands in it, and the two formats that show it.

The stories of a timeline and of a question are told once, as a report; as text for a terminal or as
Markdown it says the same. Texts in a report are raw: each format makes them harmless in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.report.characters import clipped, visible
from policydiff.report.characters import width as columns
from policydiff.report.markdown import escaped
from policydiff.report.terminal_writer import NARROWEST, TerminalWriter

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUOTE = 600
"""Characters of a quote that are shown."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a list."""

    text: str
    label: str = ""
    """What stands out before it ("Headline")."""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that is told under a line of its own."""

    head: str
    facts: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    more: str = ""
    """What is left out of the points."""
    quotes: tuple[tuple[str, str], ...] = ()
    """Words of the policy, each with what they are."""
    commands: tuple[tuple[str, ...], ...] = ()
    """Commands to type, each in pieces that are not to be broken."""


ReportBlock = Heading | Paragraph | Points | Card


@dataclass(frozen=True, slots=True)
class Report:
    """A whole text."""

    title: str
    """What it is about, for formats that have titles."""
    blocks: tuple[ReportBlock, ...]


# --- for a terminal ------------------------------------------------------------------------------


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
        lines += [*([] if joined or not place else [""]), *_block(writer, block)]
    return "\n".join(lines) + "\n"


def _block(writer: TerminalWriter, block: ReportBlock) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from writer.plain(block.text, style="strong")
    elif isinstance(block, Paragraph):
        yield from writer.plain(block.text, style="strong" if block.strong else "")
    elif isinstance(block, Points):
        yield from _points(writer, block.points, " ")
    else:
        yield from _card(writer, block)


def _points(writer: TerminalWriter, points: tuple[Point, ...], margin: str) -> Iterator[str]:
    for point in points:
        line = f"{point.label.upper()}: {point.text}" if point.label else point.text
        style = "strong" if point.label else ""
        yield from writer.plain(line, style=style, first=f"{margin}- ", then=f"{margin}  ")


def _card(writer: TerminalWriter, entry: Card) -> Iterator[str]:
    yield from writer.plain(entry.head, style="strong", then="   ", first="")
    for fact in entry.facts:
        yield from writer.plain(fact, first="   ")
    yield from _points(writer, entry.points, "   ")
    if entry.more:
        yield from writer.plain(entry.more, first="     ")
    for what, quote in entry.quotes:
        yield from writer.plain(f"{what}: “{clipped(visible(quote), _QUOTE)}”", first="   ")
    for command in entry.commands:
        yield from _typed(writer, command)


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


# --- Markdown ------------------------------------------------------------------------------------


def markdown(report: Report) -> str:
    """A report as Markdown."""
    parts = [f"# {escaped(report.title)}"]
    for block in report.blocks:
        parts += _marked(block)
    return "\n\n".join(parts) + "\n"


def _marked(block: ReportBlock) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"## {escaped(block.text)}"
    elif isinstance(block, Paragraph):
        yield f"**{escaped(block.text)}**" if block.strong else escaped(block.text)
    elif isinstance(block, Points):
        yield _list(block.points)
    else:
        yield f"### {escaped(block.head)}"
        if block.facts:
            yield "\n\n".join(escaped(fact) for fact in block.facts)
        if block.points:
            more = f"\n- {escaped(block.more)}" if block.more else ""
            yield _list(block.points) + more
        for what, quote in block.quotes:
            yield f"{escaped(what)}:\n\n> {escaped(clipped(visible(quote), _QUOTE))}"
        for command in block.commands:
            yield _code(" ".join(command))


def _list(points: tuple[Point, ...]) -> str:
    return "\n".join(
        f"- **{escaped(point.label)}:** {escaped(point.text)}" if point.label else f"- {escaped(point.text)}"
        for point in points
    )


def _code(command: str) -> str:
    """A command as code; a fence that is longer than any run of backticks in it."""
    shown = visible(command)
    return f"``{shown} ``" if "`" in shown else f"`{shown}`"
