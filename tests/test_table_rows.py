"""Tables in a report: changed rows as rows under the headings of their columns, the others folded."""

from __future__ import annotations

import re
from dataclasses import replace

from policydiff.models import Cell, Change, Clause, Comparison, Document, DocumentDiff, Edit, Reason
from policydiff.report import html_page
from policydiff.report.numbered_changes import entries
from policydiff.report.table_rows import CellChange, ChangedTable, FoldedRows, TableRow, laid_out
from tests.comparisons import in_markdown, in_terminal
from tests.test_html_page import Reader

WHY = (Reason("words-changed", "Words changed"),)
HEADS = ("Purpose", "Data", "Basis")


def cells(
    row: int, texts: tuple[str, ...], *, group: str = "", heads: tuple[str, ...] = HEADS
) -> list[Clause]:
    """A row of a table; an empty text is an empty cell."""
    label = texts[0]
    return [
        Clause(
            "paragraph", text, (), cell=Cell(0, row, column, label if column else "", group, heads[column])
        )
        for column, text in enumerate(texts)
        if text
    ]


def head() -> list[Clause]:
    return [Clause("paragraph", text, cell=Cell(0, 0, column)) for column, text in enumerate(HEADS)]


OLD = (
    *head(),
    *cells(1, ("To deliver post", "Your address " * 20, "Contract")),
    *cells(2, ("To answer letters", "Your name", "Consent")),
    *cells(3, ("To count stamps", "Your stamps", "Our interest")),
    *cells(4, ("To weigh parcels", "The weight " * 20, "Contract")),
)


def same(shift: int = 0, *, first: int = 0, last: int = 14) -> list[Change]:
    return [Change("unchanged", (place,), (place + shift,)) for place in range(first, last + 1)]


def told(old: tuple[Clause, ...], new: tuple[Clause, ...], changes: list[Change]) -> Comparison:
    return Comparison(Document(old), Document(new), DocumentDiff(tuple(changes)), "substantive", WHY)


def reworded() -> Comparison:
    """The basis of the second row changed."""
    new = (*OLD[:8], replace(OLD[8], text="Our interest"), *OLD[9:])
    edits = (Edit("delete", "Consent", ""), Edit("insert", "", "Our interest"))
    return told(OLD, new, [*same(last=7), Change("reworded", (8,), (8,), edits), *same(first=9)])


def laid(comparison: Comparison) -> list[object]:
    return list(laid_out(comparison, entries(comparison)))


def table(comparison: Comparison) -> ChangedTable:
    [only] = [block for block in laid(comparison) if isinstance(block, ChangedTable)]
    return only


def packed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def test_a_changed_row_is_shown_whole_between_folded_rows() -> None:
    """The reader sees label, data and basis of the changed row beside one another, and that others stayed."""
    found = table(reworded())
    assert found.headings == HEADS
    assert not found.announced
    before, row, after = found.rows
    assert isinstance(before, FoldedRows)
    assert isinstance(row, TableRow)
    assert isinstance(after, FoldedRows)
    assert (len(before.rows), len(after.rows)) == (1, 2)
    assert [type(column.blocks[0]).__name__ for column in row.columns] == [
        "OpenClause",
        "OpenClause",
        "CellChange",
    ]
    seen = Reader(html_page.html(reworded()))
    assert packed(seen.within("thead")) == "Purpose Data Basis".replace(" ", "")
    shown = packed(seen.within("policy", without={"folded", "thead", "column", "label"}))
    assert shown == "To answer letters Your name Consent Our interest"
    assert "2 unchanged rows To count stamps · To weigh parcels" in packed(seen.within("summary"))


def test_a_row_that_came_whole_is_one_change() -> None:
    """Its number stands above the row, and no box inside it."""
    row = tuple(cells(3, ("To train a sorter", "Your letters", "Our interest")))
    new = (*OLD[:9], *row, *(replace(c, cell=replace(c.cell, row=c.cell.row + 1)) for c in OLD[9:] if c.cell))
    came = [Change("added", (), (place,)) for place in (9, 10, 11)]
    comparison = told(OLD, new, [*same(last=8), *came, *same(3, first=9)])
    found = table(comparison).rows[1]
    assert isinstance(found, TableRow)
    assert found.entry == entries(comparison)[0]
    assert found.first
    seen = Reader(html_page.html(comparison))
    assert [a["class"] for a in seen.all("tbody") if a.get("id")] == ["change added"]
    assert not [a for a in seen.all("div") if a.get("class", "").startswith("change")]
    shown = packed(seen.within("policy", without={"folded", "thead", "column", "label"}))
    assert shown == "To train a sorter Your letters Our interest"
    lines = in_terminal(comparison)
    assert (
        "   Table: Purpose\n + To train a sorter\n   Data:\n + Your letters\n   Basis:\n + Our interest\n"
        in lines
    )
    quoted = in_markdown(comparison)
    assert (
        "> To train a sorter\n>\n> *Data:*\n>\n> Your letters\n>\n> *Basis:*\n>\n> Our interest\n" in quoted
    )


def test_what_went_stands_in_its_row() -> None:
    """A piece of a cell that was removed is shown in the cell where it stood; a row that went is a row."""
    piece = Clause("item", "Your nickname", depth=1, cell=OLD[7].cell)
    old = (*OLD[:8], piece, *OLD[8:])
    changes = [*same(last=7), Change("removed", (8,), ()), *same(-1, first=9, last=15)]
    [row] = [one for one in table(told(old, OLD, changes)).rows if isinstance(one, TableRow)]
    assert [len(column.blocks) for column in row.columns] == [1, 2, 1]
    new = (*OLD[:6], *(replace(c, cell=replace(c.cell, row=c.cell.row - 1)) for c in OLD[9:] if c.cell))
    went = [Change("removed", (place,), ()) for place in (6, 7, 8)]
    rows = table(told(OLD, new, [*same(last=5), *went, *same(-3, first=9)])).rows
    assert [type(one).__name__ for one in rows] == ["FoldedRows", "TableRow", "FoldedRows"]
    assert isinstance(rows[1], TableRow)
    assert rows[1].entry is not None
    assert rows[1].entry.kind == "removed"


def test_columns_of_layout_are_no_columns() -> None:
    """Columns that hold nothing anywhere are left out, and what has one column is shown as text."""
    for columns, tables in (((1, 3), 1), ((2,), 0)):
        old = tuple(
            Clause("paragraph", f"Row {row}, {column}", cell=Cell(0, row, column))
            for row in range(3)
            for column in columns
        )
        changes = [Change("unchanged", (n,), (n,)) for n in range(len(old) - 1)]
        changes.append(Change("removed", (len(old) - 1,), ()))
        found = [one for one in laid(told(old, old[:-1], changes)) if isinstance(one, ChangedTable)]
        assert len(found) == tables
        assert all(one.width == len(columns) for one in found)


def test_a_group_of_rows_is_named_once() -> None:
    """Who a changed row is for is said above it, unless the row before it or the group's own row shows it."""
    group = "Children"
    people = Clause("paragraph", group, cell=Cell(0, 1, 0, "", "", HEADS[0]))
    ages = cells(2, ("To ask for ages", "Your birthday " * 20, "Law"), group=group)
    rows = [
        *cells(3, ("To post", "Name", "Contract"), group=group),
        *cells(4, ("To weigh", "Size", "Contract"), group=group),
    ]
    for between, groups in (([], ["", "", ""]), (ages, [group, ""])):
        olds = (*head(), people, *between, *rows)
        news = tuple(replace(clause, text=clause.text.replace("Contract", "Consent")) for clause in olds)
        edits = (Edit("delete", "Contract", ""), Edit("insert", "", "Consent"))
        changes = [
            Change("unchanged", (n,), (n,)) if clause == news[n] else Change("reworded", (n,), (n,), edits)
            for n, clause in enumerate(olds)
        ]
        found = [row.group for row in table(told(olds, news, changes)).rows if isinstance(row, TableRow)]
        assert found == groups


def test_a_section_that_came_with_a_table_shows_its_rows() -> None:
    """One entry: the heading, and below it the table in the same box."""
    heading = Clause("heading", "Why we use it", depth=2)
    inside = tuple(replace(clause, path=(heading.text,)) for clause in OLD)
    new = (Clause("paragraph", "Hello."), heading, *inside)
    changes = [Change("unchanged", (0,), (0,)), *(Change("added", (), (n,)) for n in range(1, len(new)))]
    comparison = told(new[:1], new, changes)
    assert [type(block).__name__ for block in laid(comparison)] == ["OpenClause", "NumberedChange"]
    seen = Reader(html_page.html(comparison))
    assert len(seen.all("table")) == 1
    assert len(seen.all("tr")) == 5
    assert packed(seen.within("thead")) == "PurposeDataBasis"


def test_an_entry_over_two_rows_is_numbered_once() -> None:
    """Rows that moved together: the second says that it goes on, and only the first can be led to."""
    moved = (*OLD[:3], *OLD[9:], *OLD[3:9])
    new = tuple(
        replace(c, cell=replace(c.cell, row=(0, 3, 4, 1, 2).index(c.cell.row))) for c in moved if c.cell
    )
    changes = [
        *same(last=2),
        *(Change("moved", (n,), (n - 6,)) for n in range(9, 15)),
        *(Change("unchanged", (n,), (n + 6,)) for n in range(3, 9)),
    ]
    seen = Reader(html_page.html(told(OLD, new, changes)))
    bodies = [a for a in seen.all("tbody") if a.get("class") == "change moved"]
    assert ["id" in a for a in bodies] == [True, False]
    assert packed(seen.within("kind")).count("continued") == 1
    parts = [
        block
        for row in table(told(OLD, new, changes)).rows
        if isinstance(row, TableRow)
        for column in row.columns
        for block in column.blocks
        if isinstance(block, CellChange)
    ]
    assert len(parts) == 6
