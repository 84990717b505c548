"""Blocks of text, and the writer that makes them, for pages and for Markdown alike.

In: words, links, line breaks and the beginnings and ends of headings, lists and tables, in reading order,
from the walk over a page (`walk`) or the events of a parser (`events`). Out: blocks: headings, paragraphs,
list items, pieces of table cells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.normaliser import bounds, lines, tidy
from policydiff.normaliser.tables import PageTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import ClauseKind
    from policydiff.normaliser.lines import Anchor
    from policydiff.normaliser.markers import Attributes, Markers
    from policydiff.normaliser.tables import TableCell


@dataclass(slots=True)
class Block:
    """A piece of text between two block boundaries."""

    kind: ClauseKind
    text: str
    depth: int = 0
    marker: str = ""
    cell: TableCell | None = None
    links: Sequence[Anchor] = ()
    linked: int = 0
    """Characters of the text that are inside links."""
    title: bool = False
    """All of it is bold: it may stand for a heading."""
    rule: str = ""
    """The rule that left it out; "" if it stays."""
    announcement: bool = False
    """It stands beside the text and announces a change."""
    hints: Sequence[str] = ()
    """What its links said of themselves to those who hear the page, cut out of the text."""


_BACKLINKS = frozenset("↩↵↑⤴⏎^⬆")
"""Signs of links that lead from a note back to its place in the text."""
_LONGEST = 2000
"""Most characters of a text with its addresses for which the result is remembered."""
_PERMALINK = re.compile(r"[¶#§🔗∞⚓]\ufe0f?|(?:perma)?link|anchor", re.IGNORECASE)


class ClauseWriter:
    """Builds the blocks of a text from what is read, in reading order."""

    __slots__ = (  # an object with as many attributes as the walk has is read slowly without them
        "addresses",
        "anchor",
        "blocks",
        "bold",
        "cell",
        "heading",
        "item",
        "lists",
        "marker",
        "parts",
        "preformatted",
        "tables",
    )

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.parts: list[str] = []
        self.addresses: list[str] = []
        self.lists: list[Markers] = []
        self.heading = 0
        self.item = ""
        self.marker = ""
        self.anchor: str | None = None
        self.bold: tuple[int, int] | None = None
        self.tables: list[PageTable] = []
        self.cell: TableCell | None = None
        self.preformatted = 0

    # --- the end of a piece of text

    def flush(self) -> None:
        """Make blocks of the text since the last boundary."""
        parts = self.parts
        if not parts:
            return
        if len(parts) == 1:
            raw = parts[0]
            if raw is lines.LINK and self.anchor is not None:  # nothing but a link that goes on
                self.bold = None
                return
        else:
            raw = "".join(parts)
        if self.preformatted:
            raw = raw.replace("\n", lines.BREAK)
        bold = self.bold_text() if self.bold is not None else ""
        self.bold = None
        # As a rule it is a text without marks, or nothing but a link, as in menus: there is nothing to tell
        # apart.
        linked = len(parts) == 3 and parts[0] is lines.LINK and parts[2] is lines.LINK_END
        plain = parts[1] if linked and not self.preformatted else raw
        if "\0" not in plain:
            text = tidy.one_line(plain)
            if not text or text[0].isalpha() or (self.cell is None and text[0] not in lines.BULLETS):
                links = ((0, len(text), self.addresses[0]),) if linked else ()
                parts.clear()
                self.addresses.clear()
                if text:
                    self.add(text, links, text == bold, None)
                return
        self.flush_lines(raw, bold)

    def flush_lines(self, raw: str, bold: str) -> None:
        """Make blocks of a text with links, breaks or a list marker."""
        if self.anchor is not None:
            raw += lines.LINK_END
        addresses = tuple(self.addresses)
        short = len(raw) <= _LONGEST and len("".join(addresses)) <= _LONGEST
        read = lines.remembered if short else lines.paragraphs
        for line in read(raw, addresses, self.cell is not None, bold):
            self.add(line.text, line.links, line.text == bold, line.bullet)
        self.parts.clear()
        self.addresses.clear()
        if self.anchor is not None:  # the link goes on in the next block
            self.parts.append(lines.LINK)
            self.addresses.append(self.anchor)

    def bold_text(self) -> str:
        """The bold text at the start."""
        if self.bold is None:
            return ""
        start, end = self.bold
        raw = "".join(self.parts[start:end])
        return tidy.one_line(lines.MARK.sub("", raw) if "\0" in raw else raw)

    def add(self, text: str, links: Sequence[Anchor], title: bool, bullet: str | None) -> None:
        """Add a block of the current kind."""
        if len(self.blocks) >= bounds.MOST_CLAUSES:
            bounds.check_clauses(len(self.blocks) + 1)
        kind: ClauseKind = "paragraph"
        depth, marker = 0, ""
        if self.heading:
            if links:
                text, links = self.without_permalink(text, links)
                if not text:
                    return
            kind, depth, marker = "heading", self.heading, self.marker
            self.item = self.marker = ""
        elif self.item:
            kind, depth, marker = "item", len(self.lists) or 1, self.marker
            self.item = self.marker = ""
        elif bullet is not None:
            kind, depth, marker = "item", len(self.lists) + 1, bullet
        elif links and text[-1] in _BACKLINKS and links[-1][0] == len(text) - 1 > 0:
            self.hint("permalink", text[-1])  # from a note back to its place in the text
            text, links = text[:-1].rstrip(), links[:-1]
        linked = 0
        for start, end, _ in links:
            linked += end - start
        self.blocks.append(Block(kind, text, depth, marker, self.cell, links, linked, title))

    def without_permalink(self, text: str, links: Sequence[Anchor]) -> tuple[str, Sequence[Anchor]]:
        """A heading without the sign that links to itself, after its words or before them."""
        if is_permalink(text, links[-1]) and links[-1][1] == len(text):
            self.hint("permalink", text[links[-1][0] :])
            text, links = text[: links[-1][0]].rstrip(), links[:-1]
        if links and is_permalink(text, links[0]) and not links[0][0]:
            self.hint("permalink", text[: links[0][1]])
            cut = len(text) - len(text[links[0][1] :].lstrip())
            text, links = text[cut:], [(start - cut, end - cut, address) for start, end, address in links[1:]]
        return text, links

    def hint(self, rule: str, text: str) -> None:
        """Note that something is left out here; only the walk records it."""

    # --- lists

    def start_item(self, said: Attributes) -> None:
        """An item begins, with its attributes."""
        if self.parts:
            self.flush()
        self.item = "item"
        lists = self.lists
        self.marker = lists[-1].next(said) if lists and lists[-1].kind else ""

    def end_item(self) -> None:
        """It ends."""
        if self.parts:
            self.flush()
        self.item = self.marker = ""

    def end_list(self) -> None:
        """The innermost list ends."""
        self.lists.pop()
        self.item = self.marker = ""

    # --- links and bold type

    def start_link(self, address: str) -> None:
        """A link begins."""
        self.parts.append(lines.LINK)
        self.addresses.append(address)
        self.anchor = address

    def end_link(self) -> None:
        """It ends, if it had an address."""
        if self.anchor is not None:
            self.parts.append(lines.LINK_END)
            self.anchor = None

    def start_bold(self) -> None:
        """Bold type begins, of which only the first of a text counts."""
        parts = self.parts
        if self.bold is None and (not parts or (len(parts) < 4 and not "".join(parts).strip())):
            self.bold = (len(parts), -1)

    def end_bold(self) -> None:
        """It ends."""
        if self.bold is not None and self.bold[1] < 0:
            self.bold = (self.bold[0], len(self.parts))

    # --- tables

    def start_table(self) -> None:
        """A table begins."""
        if self.tables:
            self.tables[-1].nested = True
        self.tables.append(PageTable())

    def end_table(self) -> None:
        """It ends and is judged."""
        self.tables.pop().close()
        self.cell = self.tables[-1].cell if self.tables else None

    def start_cell(self, said: Attributes, *, heading: bool) -> None:
        """A cell of the innermost table begins, with its attributes."""
        self.cell = self.tables[-1].start_cell(said, heading=heading, first=len(self.blocks))

    def end_cell(self) -> None:
        """It ends."""
        if self.tables and self.cell is not None:
            if not self.tables[-1].nested:  # else it is layout, and copying at every level would add up
                within = self.blocks[self.cell.first :]
                self.cell.fill(
                    [block.text for block in within],
                    bold=bool(within) and all(block.title and block.kind != "item" for block in within),
                    sections=any(block.kind == "heading" for block in within),
                )
            self.cell = None


def is_permalink(text: str, link: Anchor) -> bool:
    """Whether a link in a heading only leads to the heading itself."""
    start, end, address = link
    return "#" in address and _PERMALINK.fullmatch(text, start, end) is not None
