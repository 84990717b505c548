"""Tables that are made of other elements and say so by their roles: `<div role="row">`.

Builders of sites draw tables so, and programs that read pages aloud need the roles (WAI-ARIA 1.2). In: a
tree. Out: the same tree, with the elements of such a table named as those of a table, so that all that
follows reads its rows and columns.

What this gets wrong: a table whose elements have no roles, and only a style that sets them side by side,
stays a row of paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

_HAS_ROW = etree.XPath("//*/@role = 'row'")
"""Whether a page may have such a table; asked of a tree in a quarter of the time of a search in its bytes."""
_TABLES = frozenset(("table", "grid"))
_CELLS = {"cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th"}
_PARTS = {"row": "tr", "rowgroup": "tbody", **_CELLS}
_NATIVE = ("table", "tr", "td", "th")
_FEWEST = 2
"""Rows of the smallest table: a single one is a way to lay out a page."""


@dataclass(slots=True)
class _RoleTable:
    """A table that is being read."""

    parts: list[etree._Element] = field(default_factory=list)
    rows: int = 0
    open_rows: int = 0
    plain: bool = True
    """No other table is inside, and all cells stand in rows."""

    def start(self, part: etree._Element, role: str) -> None:
        """A part of it begins."""
        self.parts.append(part)
        if role == "row":
            self.rows += 1
            self.open_rows += 1
        elif role in _CELLS and not self.open_rows:
            self.plain = False


def name_parts(root: etree._Element) -> None:
    """Name the elements of each such table as those of a table, in one walk. The tree is changed."""
    if not _HAS_ROW(root):
        return
    tables: list[_RoleTable] = []
    found: list[tuple[etree._Element, _RoleTable]] = []
    for event, node in etree.iterwalk(root, events=("start", "end")):
        role = node.get("role", "")
        is_table = role in _TABLES and node.tag not in _NATIVE
        if event == "start":
            if tables and (is_table or node.tag in _NATIVE):
                tables[-1].plain = False
            elif tables and role in _PARTS:
                tables[-1].start(node, role)
            if is_table:
                tables.append(_RoleTable())
        elif is_table:
            found.append((node, tables.pop()))
        elif tables and role == "row":
            tables[-1].open_rows -= 1
    for node, table in found:
        if table.plain and table.rows >= _FEWEST:
            node.tag = "table"
            for part in table.parts:
                part.tag = _PARTS[part.get("role", "")]
