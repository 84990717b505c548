"""Tables: rows first, then the clauses of their cells."""

from __future__ import annotations

from policydiff import Clause, Document, compare_documents
from tests.diffs import story, table

HEAD = "Data | Shared | Kept"
ROWS = [
    HEAD,
    "Name | Yes | one year",
    "Photos | No | two years",
    "Places | Yes | one year",
    "Messages | No | never",
]


def tables(*rows: str) -> Document:
    return Document(tuple(table(*rows)))


def test_a_cell_belongs_to_its_row() -> None:
    """When "Yes" and "No" change places between two rows, both rows are reworded: nothing moved."""
    new = [HEAD, "Name | No | one year", "Photos | Yes | two years", *ROWS[3:]]
    assert story(tables(*ROWS), tables(*new)) == ["reworded: [-Yes-]{+No+}", "reworded: [-No-]{+Yes+}"]


def test_rows_in_another_order_moved() -> None:
    """A row that moved takes its cells with it."""
    new = [HEAD, *ROWS[2:], ROWS[1]]
    found = story(tables(*ROWS), tables(*new))
    assert found == ["moved: Name", "moved: Yes", "moved: one year"]


def test_a_row_that_moved_and_was_edited() -> None:
    """The label finds the row, the edit stays in its cell."""
    new = [HEAD, *ROWS[2:], "Name | Yes | ninety days"]
    found = story(tables(*ROWS), tables(*new))
    assert found[:2] == ["moved: Name", "moved: Yes"]
    assert found[2].startswith("moved-reworded: ")


def test_a_new_row_is_added() -> None:
    """All cells of a new row are added, those of the others unchanged."""
    new = [*ROWS[:3], "Cookies | Yes | one year", *ROWS[3:]]
    assert story(tables(*ROWS), tables(*new)) == ["added: Cookies", "added: Yes", "added: one year"]


def test_a_column_that_went() -> None:
    """A cell of every row is removed, and the rest of the table is unchanged."""
    new = [" | ".join(row.split(" | ")[::2]) for row in ROWS]
    found = story(tables(*ROWS), tables(*new))
    assert found == ["removed: Shared", "removed: Yes", "removed: No", "removed: Yes", "removed: No"]


def test_the_same_line_in_every_row() -> None:
    """A clause put into several cells is added there and moves nothing."""
    rows = [HEAD, *(f"{label} | a / b / c | d / e" for label in ("Name", "Photos", "Places"))]
    new = [HEAD, *(f"{label} | a / b / biometric data / c | d / e" for label in ("Name", "Photos", "Places"))]
    assert story(tables(*rows), tables(*new)) == ["added: biometric data"] * 3


LISTED = [
    "Name: shared with partners and kept for one year.",
    "Photos: shared with nobody and kept for two years.",
]
IN_ROWS = [
    "Data | Use",
    "Name: | shared with partners and kept for one year.",
    "Photos: | shared with nobody and kept for two years.",
]


def test_a_table_that_became_a_list() -> None:
    """The words are the same, and none is shown as changed; nor the other way round."""
    cells = table(*IN_ROWS)[2:]
    listed = [Clause("item", text, depth=1) for text in LISTED]
    for old, new in ((cells, listed), (listed, cells)):
        changes = compare_documents(Document(tuple(old)), Document(tuple(new))).changes
        assert not any(change.rewords for change in changes)


def test_line_breaks_in_a_cell_do_not_count() -> None:
    """A cell with three clauses, and one with the same words in one."""
    old, new = (
        [HEAD, "Name | a first / a second / a third | x"],
        [HEAD, "Name | a first a second a third | x"],
    )
    changes = compare_documents(tables(*old), tables(*new)).changes
    assert {change.kind for change in changes} == {"unchanged", "merged"}
    assert not any(change.rewords for change in changes)
