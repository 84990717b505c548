"""A text for people before it has a format: what stands in it, and the two formats that show it.

The stories of a timeline and of a question are told once, as a sheet; as text for a terminal or as
Markdown it says the same. Texts in a sheet are raw: each format makes them harmless in its own way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.report.characters import clipped, visible
from policydiff.report.characters import width as columns
from policydiff.report.markdown import escaped
from policydiff.report.pen import NARROWEST, Pen

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
class Entry:
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


Block = Heading | Paragraph | Points | Entry


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole text."""

    title: str
    """What it is about, for formats that have titles."""
    blocks: tuple[Block, ...]


# --- for a terminal ------------------------------------------------------------------------------


def text(sheet: Sheet, *, width: int = 80, colour: bool = False) -> str:
    """A sheet as lines for a terminal.

    Args:
        sheet: what to show.
        width: columns of the terminal.
        colour: whether to write colours and other styles.
    """
    pen = Pen(max(width, NARROWEST), colour)
    lines: list[str] = []
    for place, block in enumerate(sheet.blocks):
        joined = isinstance(block, Points) and isinstance(sheet.blocks[place - 1], Heading | Paragraph)
        lines += [*([] if joined or not place else [""]), *_block(pen, block)]
    return "\n".join(lines) + "\n"


def _block(pen: Pen, block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from pen.plain(block.text, style="strong")
    elif isinstance(block, Paragraph):
        yield from pen.plain(block.text, style="strong" if block.strong else "")
    elif isinstance(block, Points):
        yield from _points(pen, block.points, " ")
    else:
        yield from _entry(pen, block)


def _points(pen: Pen, points: tuple[Point, ...], margin: str) -> Iterator[str]:
    for point in points:
        told = f"{point.label.upper()}: {point.text}" if point.label else point.text
        style = "strong" if point.label else ""
        yield from pen.plain(told, style=style, first=f"{margin}- ", then=f"{margin}  ")


def _entry(pen: Pen, entry: Entry) -> Iterator[str]:
    yield from pen.plain(entry.head, style="strong", then="   ", first="")
    for fact in entry.facts:
        yield from pen.plain(fact, first="   ")
    yield from _points(pen, entry.points, "   ")
    if entry.more:
        yield from pen.plain(entry.more, first="     ")
    for what, quote in entry.quotes:
        yield from pen.plain(f"{what}: “{clipped(visible(quote), _QUOTE)}”", first="   ")
    for command in entry.commands:
        yield from _typed(pen, command)


def _typed(pen: Pen, command: tuple[str, ...]) -> Iterator[str]:
    """A command over as many lines as it needs, so that it can be copied as it stands."""
    lines = [command[0]]
    for place, piece in enumerate(command[1:], 2):
        tail = 2 if place < len(command) else 0
        if 3 + columns(f"{lines[-1]} {piece}") + tail <= pen.width:
            lines[-1] += f" {piece}"
        else:
            lines.append(f"  {piece}")
    for place, line in enumerate(lines, 1):
        yield pen.uncut(f"{line} \\" if place < len(lines) else line, style="quiet", first="   ")


# --- Markdown ------------------------------------------------------------------------------------


def markdown(sheet: Sheet) -> str:
    """A sheet as Markdown."""
    parts = [f"# {escaped(sheet.title)}"]
    for block in sheet.blocks:
        parts += _marked(block)
    return "\n\n".join(parts) + "\n"


def _marked(block: Block) -> Iterator[str]:
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
