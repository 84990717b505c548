"""The elements that contain blocks of text, and a page as the walk reads it.

In: the beginnings and ends of container elements, from the walk over a page (`walk`). Out: regions: the
interval of blocks in each element, with the claims of its tag, role and names. `extract` decides later which
are furniture, and marks their blocks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.models import LeftOut
from policydiff.normaliser import element_names, tree
from policydiff.normaliser.blocks import ClauseWriter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.element_names import Name

HOLDERS = frozenset("article body center div fieldset form html main section td template".split())
"""Elements that may hold a whole policy; a list or a table is always a part of one."""
APART = HOLDERS - {"html", "body", "center"} | {
    "aside",
    "header",
    "nav",
    "footer",
    "hgroup",
    "search",
    "menu",
}
"""Elements that separate their content from the text around them, as lists and paragraphs do not."""
MOST_BLOCKS = 200
"""Blocks of the largest box, window or footer that is read through: parts inside parts must cost little."""


@dataclass(slots=True)
class ContainerElement:
    """A container element: the blocks it holds, and what its tag, role or names say about it."""

    start: int
    end: int
    tag: str
    rule: str = ""
    sure: bool = False
    """The name can mean nothing else."""
    inside: bool = False
    """It stands inside a `<main>` or `<article>`."""
    named: bool = False
    """Only a class name says so."""
    fields: int = 0
    """Fields to write into."""


@dataclass(slots=True)
class PageElements:
    """A page as read: `regions` are in the order in which the elements end (children before parents)."""

    blocks: list[Block]
    regions: list[ContainerElement]
    consents: list[int] = field(default_factory=list)
    """Numbers of the blocks behind buttons that accept or reject something."""
    subscriptions: list[int] = field(default_factory=list)
    """Numbers of the blocks behind buttons that subscribe to something."""
    panels: list[tuple[int, int]] = field(default_factory=list)
    """Numbers of the blocks that are tabs, each with that of the block with the same words in the panel."""
    hints: list[tuple[int, LeftOut]] = field(default_factory=list)
    """What the walk itself left out (buttons, words for screen readers), each with the number of the block it
    stands before. Filled only when asked for."""

    apart: dict[tuple[int, int], bool] = field(default_factory=dict)
    """What `sections_stand_apart` found, which is asked for box after box."""

    def mark(self, start: int, end: int, rule: str) -> None:
        """Leave out the blocks of an interval by a rule; those that another rule left out stay with it."""
        for block in self.blocks[start:end]:
            block.rule = block.rule or rule

    def sections_stand_apart(self, first: int, depth: int) -> bool:
        """Whether the first section of a level, from a place on, is in an element of its own: then
        each further one is likely to be."""
        known = self.apart.get((first, depth))
        if known is None:
            places = range(first, len(self.blocks))
            headings = (
                n for n in places if self.blocks[n].kind == "heading" and self.blocks[n].depth == depth
            )
            start, end = next(headings, 0), next(headings, 0)
            known = self.apart[first, depth] = any(
                region.start == start and region.end <= end and region.tag in APART for region in self.regions
            )
        return known

    def outermost(self, tag: str) -> Iterator[ContainerElement]:
        """The regions of one tag that stand in no other of that tag, the last first."""
        start = len(self.blocks) + 1
        for region in reversed(self.regions):
            if region.tag == tag and region.end <= start:
                start = region.start
                yield region

    def parts(self, low: int, high: int) -> Iterator[tuple[int, int, str]]:
        """The largest elements between two places, with their tags, and the blocks in none of them; the last
        first."""
        place = high
        for region in reversed(self.regions):
            if region.end <= low:
                break
            if region.end <= place and region.start >= low:
                if region.end < place:
                    yield region.end, place, ""
                yield region.start, region.end, region.tag
                place = region.start
        if low < place:
            yield low, place, ""


class RegionWriter(ClauseWriter):
    """Builds the regions of a page, with the elements that are currently open."""

    __slots__ = (
        "explain",
        "fields",
        "hints",
        "inside",
        "open",
        "regions",
    )

    def __init__(self, *, explain: bool) -> None:
        super().__init__()
        self.explain = explain
        self.hints: list[tuple[int, LeftOut]] = []
        self.regions: list[ContainerElement] = []
        self.open: list[tuple[int, Name, int, int]] = []
        """Of each its first block, its name, and what `inside` and `fields` were before it."""
        self.inside = 0
        """Elements `<main>` and `<article>` that are open."""
        self.fields = 0
        """Fields to write into, so far."""

    def preformatted_start(self, node: etree._Element, tag: str) -> None:
        """A block begins in which lines are shown as they were written."""
        self.flush()
        self.preformatted += 1

    def preformatted_end(self, node: etree._Element) -> None:
        """It ends."""
        self.flush()
        self.preformatted -= 1

    def container(self, node: etree._Element, tag: str) -> None:
        """An element that holds blocks begins."""
        if self.parts:
            self.flush()
        opened = element_names.name(node, tag)
        self.open.append((len(self.blocks), opened, self.inside, self.fields))
        if opened.tag in element_names.TEXTS:
            self.inside += 1

    def container_end(self, node: etree._Element) -> None:
        """It ends, and is a region if it holds any."""
        if self.parts:
            self.flush()
        start, opened, self.inside, fields = self.open.pop()
        end = len(self.blocks)
        if end == start:
            return
        tag, rule = opened.tag, opened.rule
        last = self.regions[-1] if self.regions else None
        # An element that holds just another one of its kind says nothing new.
        if rule or last is None or last.start != start or last.end != end or last.tag != tag:
            self.regions.append(
                ContainerElement(
                    start, end, tag, rule, opened.sure, self.inside > 0, opened.named, self.fields - fields
                )
            )

    def leave(self, rule: str, node: etree._Element) -> bool:
        """Leave an element out with all it holds."""
        if self.explain:
            text = tree.words(node)
            if text:
                self.hint(rule, text)
        return True

    def hint(self, rule: str, text: str) -> None:
        """Take note of what is left out, where that was asked for."""
        if self.explain:
            self.hints.append((len(self.blocks), LeftOut(rule, text)))
