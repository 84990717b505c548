"""A report for people before it has a format: its blocks, in order.

A comparison, a timeline and an answer to "since when?" are each written once, as a report of blocks;
terminal, Markdown and HTML show the same blocks. Texts in blocks are raw: each format escapes them in its own
way.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.models import EditOperation
    from policydiff.report.marked_text import MarkedText

QUOTE = 600
"""Characters of a quote that are shown."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part."""

    text: str
    level: int = 2
    """2 for a part of the report, 3 for a part of that."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together."""

    text: str
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a list."""

    text: str
    label: str = ""
    """What stands out before it ("Most important")."""


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class FactList:
    """Names with short values: numbers, hashes, addresses."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """Words of the policy, with what came and went marked."""

    words: MarkedText
    before: str = ""
    """The line above them: the table cell that they belong to."""


@dataclass(frozen=True, slots=True)
class LinkTargets:
    """A link with where it led and leads."""

    head: str
    targets: tuple[tuple[str, EditOperation, str], ...]
    """The side ("old"), how the address is marked, and the address."""


@dataclass(frozen=True, slots=True)
class Note:
    """A line beside the words."""

    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One entry of a report under a heading line of its own."""

    head: str
    facts: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    more: str = ""
    """What is left out of the points."""
    body: tuple[MarkedWords | LinkTargets | Note, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()
    """Quotes of the policy, each with a label."""
    commands: tuple[tuple[str, ...], ...] = ()
    """Commands to type, each in pieces that are not to be broken."""
    anchor: str = ""
    """Where a link to it leads, in formats that have links."""


ReportBlock = Heading | Paragraph | Points | FactList | MarkedWords | Card


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report."""

    title: str
    """What it is about, for formats that have titles."""
    blocks: tuple[ReportBlock, ...]
    appendix: tuple[ReportBlock, ...] = ()
    """Its origin and the limits of the method: for formats that are kept and passed on."""
    kicker: str = "One document over time"
    """What kind of report it is, above its title on a page."""
