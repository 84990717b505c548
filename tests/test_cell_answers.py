"""Cells of tables that answer by a mark, in tables of any elements."""

from __future__ import annotations

import pytest

from policydiff.findings.cell_answers import new_cell_answer, word_for_mark
from policydiff.workflows.comparing import compare

_HEAD = (
    "<html lang=en><title>Privacy policy</title><h1>Privacy policy</h1>"
    "<p>This is the policy of a small bakery. It was written for all who buy its bread there.</p>"
)
TURNED = [
    "No Yes",
    "✗ ✓",
    "❌ ✅",
    "✖ ✔",
    "× ✓",
    "– ✓",
    "☐ ☑",
    "☐ ☒",
    "- x",
    "N Y",
    "nein ja",
    "🔴 🟢",
    "✖No ✔Yes",
    "✗non ✓oui",
]
SAME = ["✓ ✔", "✗ ✘", "- –", "Yes ✓", "3 4", "x X", "✓ maybe", "✔Yes Yes", "✔No ✔Yes", "+1 -1"]


@pytest.mark.parametrize("pair", TURNED)
def test_an_answer_that_turned(pair: str) -> None:
    before, now = pair.split()
    assert new_cell_answer(before, now) is True
    assert new_cell_answer(now, before) is False


@pytest.mark.parametrize("pair", SAME)
def test_what_is_no_other_answer(pair: str) -> None:
    before, now = pair.split()
    assert new_cell_answer(before, now) is None


def test_a_mark_stands_for_a_word() -> None:
    assert [word_for_mark(mark, "de") for mark in ("✓", "✗", "–", "x", "ja", "")] == [
        "ja",
        "nein",
        "nein",
        "",
        "",
        "",
    ]


def _page(rows: list[tuple[str, str]], *, drawn: bool) -> bytes:
    table, row, head, cell = (
        ("div role=table", "div role=row", "div role=columnheader", "div role=cell")
        if drawn
        else ("table", "tr", "th", "td")
    )
    lines = [
        _element(row, "".join(_element(head if not n else cell, one) for one in some))
        for n, some in enumerate(rows)
    ]
    return f"{_HEAD}{_element(table, ''.join(lines))}".encode()


def _element(said: str, inner: str) -> str:
    return f"<{said}>{inner}</{said.partition(' ')[0]}>"


@pytest.mark.parametrize("drawn", [False, True], ids=["table", "roles"])
@pytest.mark.parametrize("marks", ["No Yes", "✗ ✓", "☐ ☒"])
def test_a_cell_that_turned_is_told(marks: str, drawn: bool) -> None:
    """Whether it says so in a word or by a mark, in a table or in what has the roles of one."""
    no, yes = marks.split()
    head = ("Kind of data", "Shared with advertisers")
    before, now = (_page([head, ("Recipes", no), ("Location", one)], drawn=drawn) for one in (no, yes))
    (told,) = compare(before, now).findings
    assert (told.category, told.direction, told.importance) == ("sharing", "widened", 3)
    assert told.sentence == f"Location, Shared with advertisers: {no} → {yes}"


def test_rows_without_a_table_stay_as_they_are() -> None:
    """A single row of such roles is a way to lay out a page; nor is a calendar in a real table one."""
    cells = "<div role=cell>Bread</div><div role=cell>Cake</div>"
    one = f"{_HEAD}<div role=table><div role=row>{cells}</div></div>"
    assert not any(clause.cell for clause in compare(one.encode(), one.encode()).new.clauses)
    row = "<div role=row><div role=cell>{}</div></div>"
    inner = f"<div role=grid>{row.format(1)}{row.format(2)}</div>"
    real = f"{_HEAD}<table><tr><th>Kind<th>When</tr><tr><td>Bread<td>{inner}</tr></table>"
    assert {clause.text for clause in compare(real.encode(), real.encode()).new.clauses} >= {
        "Bread",
        "1",
        "2",
    }
