"""Where in a table a clause stands."""

from __future__ import annotations

import pytest

from policydiff.normaliser import normalise
from tests.pages import clauses

HEAD = "<thead><tr><th>Purpose</th><th>Data</th><th>Basis</th></tr></thead>"

# body, (text, row, column, row label, row group, column heading) of each clause
GRIDS: dict[str, tuple[str, list[tuple[str, int, int, str, str, str]]]] = {
    "head and labels": (
        f"<table>{HEAD}<tr><td>Ads<td>name<td>consent</table>",
        [
            ("Purpose", 0, 0, "", "", ""),
            ("Data", 0, 1, "", "", ""),
            ("Basis", 0, 2, "", "", ""),
            ("Ads", 1, 0, "", "", "Purpose"),
            ("name", 1, 1, "Ads", "", "Data"),
            ("consent", 1, 2, "Ads", "", "Basis"),
        ],
    ),
    "a row over all columns heads a group": (
        (
            "<table><tr><th>P<th>D<tr><td colspan=2>Adults<tr><td>Ads<td>name"
            "<tr><td colspan=2>Minors<tr><td>Ads<td>none</table>"
        ),
        [
            ("P", 0, 0, "", "", ""),
            ("D", 0, 1, "", "", ""),
            ("Adults", 1, 0, "", "", "P"),
            ("Ads", 2, 0, "", "Adults", "P"),
            ("name", 2, 1, "Ads", "Adults", "D"),
            ("Minors", 3, 0, "", "", "P"),
            ("Ads", 4, 0, "", "Minors", "P"),
            ("none", 4, 1, "Ads", "Minors", "D"),
        ],
    ),
    "a row whose other cells are empty heads a group, as in Markdown": (
        (
            "<table><tr><th>P<th>D<tr><td>Adults<td><tr><td>Ads<td>name<tr><td>Mail<td>address"
            "<tr><td>Minors<td><tr><td>Ads<td>none</table>"
        ),
        [
            ("P", 0, 0, "", "", ""),
            ("D", 0, 1, "", "", ""),
            ("Adults", 1, 0, "", "", "P"),
            ("Ads", 2, 0, "", "Adults", "P"),
            ("name", 2, 1, "Ads", "Adults", "D"),
            ("Mail", 3, 0, "", "Adults", "P"),
            ("address", 3, 1, "Mail", "Adults", "D"),
            ("Minors", 4, 0, "", "", "P"),
            ("Ads", 5, 0, "", "Minors", "P"),
            ("none", 5, 1, "Ads", "Minors", "D"),
        ],
    ),
    "in a table with gaps elsewhere such a row has nothing to say": (
        (
            "<table><tr><th>K<th>Used<th>Shared<tr><td>Name<td>yes<td><tr><td>Town<td><td>"
            "<tr><td>Voice<td><td>no</table>"
        ),
        [
            ("K", 0, 0, "", "", ""),
            ("Used", 0, 1, "", "", ""),
            ("Shared", 0, 2, "", "", ""),
            ("Name", 1, 0, "", "", "K"),
            ("yes", 1, 1, "Name", "", "Used"),
            ("Town", 2, 0, "", "", "K"),
            ("Voice", 3, 0, "", "", "K"),
            ("no", 3, 2, "Voice", "", "Shared"),
        ],
    ),
    "the last row heads nothing": (
        "<table><tr><th>P<th>D<tr><td>Ads<td>name<tr><td>Mail<td>address<tr><td>Voice<td></table>",
        [
            ("P", 0, 0, "", "", ""),
            ("D", 0, 1, "", "", ""),
            ("Ads", 1, 0, "", "", "P"),
            ("name", 1, 1, "Ads", "", "D"),
            ("Mail", 2, 0, "", "", "P"),
            ("address", 2, 1, "Mail", "", "D"),
            ("Voice", 3, 0, "", "", "P"),
        ],
    ),
    "a first cell over several rows is the group": (
        (
            "<table><tr><th>G<th>P<th>D<tr><td rowspan=2>Adults<td>Ads<td>name"
            "<tr><td>Mail<td>address<tr><td>Minors<td>Ads<td>none</table>"
        ),
        [
            ("G", 0, 0, "", "", ""),
            ("P", 0, 1, "", "", ""),
            ("D", 0, 2, "", "", ""),
            ("Adults", 1, 0, "", "", "G"),
            ("Ads", 1, 1, "", "Adults", "P"),
            ("name", 1, 2, "Ads", "Adults", "D"),
            ("Mail", 2, 1, "", "Adults", "P"),
            ("address", 2, 2, "Mail", "Adults", "D"),
            ("Minors", 3, 0, "", "", "G"),
            ("Ads", 3, 1, "Minors", "", "P"),
            ("none", 3, 2, "Minors", "", "D"),
        ],
    ),
    "a heading over two columns": (
        "<table><tr><th>P<th colspan=2>Basis<tr><td>Ads<td>consent<td>contract</table>",
        [
            ("P", 0, 0, "", "", ""),
            ("Basis", 0, 1, "", "", ""),
            ("Ads", 1, 0, "", "", "P"),
            ("consent", 1, 1, "Ads", "", "Basis"),
            ("contract", 1, 2, "Ads", "", "Basis"),
        ],
    ),
    "a title row above the headings": (
        "<table><thead><tr><th colspan=2>Our cookies<tr><th>Name<th>Life</thead><tr><td>sid<td>1 day</table>",
        [
            ("Our cookies", 0, 0, "", "", ""),
            ("Name", 1, 0, "", "", ""),
            ("Life", 1, 1, "", "", ""),
            ("sid", 2, 0, "", "", "Name"),
            ("1 day", 2, 1, "sid", "", "Life"),
        ],
    ),
    "a bold first row": (
        "<table><tr><td><b>Name</b><td><b>Life</b><tr><td>sid<td>1 day</table>",
        [
            ("Name", 0, 0, "", "", ""),
            ("Life", 0, 1, "", "", ""),
            ("sid", 1, 0, "", "", "Name"),
            ("1 day", 1, 1, "sid", "", "Life"),
        ],
    ),
    "no headings, labels only": (
        "<table><tr><td>Name<td>Lumenpost<tr><td>Town<td>Portown</table>",
        [
            ("Name", 0, 0, "", "", ""),
            ("Lumenpost", 0, 1, "Name", "", ""),
            ("Town", 1, 0, "", "", ""),
            ("Portown", 1, 1, "Town", "", ""),
        ],
    ),
    "a heading in a cell heads nothing outside": (
        "<table><tr><th>P<th>D<tr><td><h4>Ads</h4><td>name</table>",
        [
            ("P", 0, 0, "", "", ""),
            ("D", 0, 1, "", "", ""),
            ("Ads", 1, 0, "", "", "P"),
            ("name", 1, 1, "Ads", "", "D"),
        ],
    ),
}


@pytest.mark.parametrize("name", GRIDS)
def test_a_cell_knows_its_row_its_group_and_its_column(name: str) -> None:
    """Label, group and heading of every clause; none of its own cell."""
    body, expected = GRIDS[name]
    found = [clause.cell for clause in clauses(body)]
    assert all(cell is not None and cell.table == 0 for cell in found)
    assert {clause.kind for clause in clauses(body)} == {"paragraph"}
    assert [
        (clause.text, cell.row, cell.column, cell.row_label, cell.row_group, cell.column_heading)
        for clause in clauses(body)
        if (cell := clause.cell)
    ] == expected


def test_the_path_in_a_table_is_headings_then_group_label_and_column() -> None:
    """What is said of ads to minors can be told from what is said of ads to adults."""
    row = "<tr><td colspan=3>Minors<tr><td>Ads<td>name<td>consent"
    body = f"<h2>Uses</h2><table>{HEAD}{row}</table><p>after</p>"
    paths = {clause.text: clause.path for clause in clauses(body)}
    assert paths["consent"] == ("Uses", "Minors", "Ads", "Basis")
    assert paths["after"] == ("Uses",)


def test_a_first_cell_of_several_clauses_names_its_row_by_the_first() -> None:
    """An explanation in the first cell is not repeated over every clause of the row."""
    found = clauses("<table><tr><th>P<th>D<tr><td><p>Ads</p><p>We show you some.</p><td>name</table>")
    assert [clause.cell.row_label for clause in found if clause.cell] == ["", "", "", "", "Ads"]


CELLS = {
    "a list": "<td><p>We use:</p><ul><li>names<li>addresses</ul></td>",
    "lines with bullets": "<td>We use:<br>* names<br>* addresses</td>",
    "lines with dashes": "<td>We use:<br />- names<br />- addresses</td>",
    "lines with signs": "<td>We use:<br><br>• names<br>•addresses</td>",
}


@pytest.mark.parametrize("name", CELLS)
def test_a_list_in_a_cell_is_a_list_however_it_is_written(name: str) -> None:
    """HTML lists and the lines that archives write in Markdown give the same clauses."""
    found = clauses(f"<table><tr><th>P<th>D<tr><td>Ads{CELLS[name]}</table>")[3:]
    assert [(c.kind, c.depth, c.text) for c in found] == [
        ("paragraph", 0, "We use:"),
        ("item", 1, "names"),
        ("item", 1, "addresses"),
    ]


def test_numbered_lines_in_a_cell_keep_their_numbers() -> None:
    """A number and a full stop at the start of a line in a cell make an item of it."""
    found = clauses("<table><tr><th>P<th>D<tr><td>Ads<td>1. names<br>2. addresses</table>")[3:]
    assert [(c.kind, c.marker, c.text) for c in found] == [
        ("item", "1.", "names"),
        ("item", "2.", "addresses"),
    ]


LONG = "We carry parcels to every town of the island, and this is a paragraph of print like any other. " * 4
LAYOUTS = {
    "one column": f"<table><tr><td>{LONG}<tr><td>second</table>",
    "one row": f"<table><tr><td>Menu<td><h2>Privacy</h2><p>{LONG}</table>",
    "a table in a table": f"<table><tr><th>A<th>B<tr><td>{LONG}<tr><td>c<td><table><tr><td>{LONG}</table>",
    "two columns of print": f"<table><tr><td>{LONG}<td>{LONG}<tr><td>{LONG}<td>{LONG}</table>",
    "sections in cells": "<table><tr><td><h2>One</h2>a<td>b<tr><td><h2>Two</h2>c<td>d</table>",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_table_that_only_lays_out_the_page_is_plain_prose(name: str) -> None:
    """Its clauses stand in no cell, its headings are headings."""
    found = clauses(LAYOUTS[name])
    assert [clause.cell for clause in found] == [None] * len(found)
    assert ("<h2>" in LAYOUTS[name]) == any(clause.kind == "heading" for clause in found)


def test_tables_are_counted_in_the_order_of_the_page() -> None:
    """A layout table has no number."""
    data = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    found = clauses(f"{data}<table><tr><td>x</table>{data}")
    assert [clause.cell.table if clause.cell else None for clause in found] == [0] * 4 + [None] + [1] * 4


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "1e9", "٣", "999999999999999999999999"])
def test_nonsense_in_spans_does_no_harm(span: str) -> None:
    """Any value is read as some span; text and order stay."""
    body = f'<table><tr><th>P<th>D<tr><td colspan="{span}" rowspan="{span}">a<td>b<tr><td>c<td>d</table>'
    assert [clause.text for clause in clauses(body)] == ["P", "D", "a", "b", "c", "d"]


def test_huge_spans_in_every_cell_stay_cheap() -> None:
    """The grid of a hostile table is bounded: without bounds this would take hours."""
    html = "<table>" + "<tr><td colspan=1000000 rowspan=1000000>a<td>b" * 3000 + "</table>"
    found = normalise(html.encode(), content_type="text/html").clauses
    assert len(found) == 6000
    assert max(clause.cell.column for clause in found if clause.cell) < 100
