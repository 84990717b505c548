"""Headings, lists, tables and paragraphs of a tree to clauses, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.models import Cell, Clause, Link
from policydiff.normaliser import links
from policydiff.text import collapse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd details div dl dt fieldset figure footer form h1 h2 h3"
    " h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_SKIPPED = frozenset("head script style template noscript svg option select textarea".split())


class _Walk:
    """One pass over the tree; a throw-away first version."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.clauses: list[Clause] = []
        self.headings: list[tuple[int, str]] = []
        self.parts: list[str] = []
        self.anchors: list[tuple[str, str]] = []
        self.lists = 0
        self.heading = 0
        self.item = False
        self.cell: Cell | None = None
        self.table = -1
        self.column_headings: list[str] = []

    def flush(self) -> None:
        text = collapse("".join(self.parts))
        anchors, self.parts, self.anchors = self.anchors, [], []
        if not text:
            return
        found, at = [], 0
        for words, href in anchors:
            words = collapse(words)
            place = text.find(words, at)
            if words and place >= 0:
                found.append(Link(words, links.canonical(href, self.base), place))
                at = place + len(words)
        path = tuple(title for _, title in self.headings)
        if self.heading:
            self.headings = [pair for pair in self.headings if pair[0] < self.heading]
            path = tuple(title for _, title in self.headings)
            self.headings.append((self.heading, text))
            self.clauses.append(Clause("heading", text, path, self.heading, links=tuple(found)))
            return
        if self.cell:
            path += tuple(
                x for x in (self.cell.row_group, self.cell.row_label, self.cell.column_heading) if x
            )
        kind = "item" if self.item else "paragraph"
        self.clauses.append(
            Clause(kind, text, path, self.lists if self.item else 0, links=tuple(found), cell=self.cell)  # type: ignore[arg-type]
        )
        self.item = False

    def visit(self, node: HtmlElement) -> None:
        tag = node.tag if isinstance(node.tag, str) else ""
        if tag and tag not in _SKIPPED:
            self.enter(node, tag)
        if node.tail:
            self.parts.append(node.tail)

    def enter(self, node: HtmlElement, tag: str) -> None:
        block = tag in _BLOCKS
        if block:
            self.flush()
        if tag == "table" and self.cell is None:
            self.table_rows(node)
            return
        outer_lists, start = self.lists, len("".join(self.parts))
        if tag in ("ul", "ol"):
            self.lists += 1
        if tag == "li":
            self.item = True
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.heading = int(tag[1])
        if node.text:
            self.parts.append(node.text)
        for child in node:
            self.visit(child)
        if tag == "a" and node.get("href"):
            self.anchors.append(("".join(self.parts)[start:], node.get("href") or ""))
        if block:
            self.flush()
            self.heading = 0
        self.lists = outer_lists

    def table_rows(self, table: HtmlElement) -> None:
        self.table += 1
        headings: list[str] = []
        for row_number, row in enumerate(table.iter("tr")):
            label = ""
            cells = [cell for cell in row if cell.tag in ("td", "th")]
            for column, cell in enumerate(cells):
                heading = headings[column] if column < len(headings) else ""
                self.cell = Cell(self.table, row_number, column, label, "", heading)
                self.parts.append(cell.text or "")
                for child in cell:
                    self.visit(child)
                self.flush()
                text = collapse("".join(cell.itertext()))
                label = label or text
                if row_number == 0:
                    headings.append(text)
        self.cell = None


def clauses(root: HtmlElement, *, base: str) -> tuple[Clause, ...]:
    """The clauses of a tree, in reading order."""
    walk = _Walk(base)
    walk.visit(root)
    walk.flush()
    return tuple(walk.clauses)


def title(root: HtmlElement, found: Sequence[Clause]) -> str:
    """The title of the document: its first heading of level one, else the page's title."""
    for clause in found:
        if clause.kind == "heading":
            return clause.text
    return collapse(root.findtext(".//title") or "")
