"""The numbers of ordered lists."""

from __future__ import annotations

import pytest

from tests.pages import clauses


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ('<ol start="4"><li>a<li>b</ol>', ["4.", "5."]),
        ('<ol><li value="7">a<li>b</ol>', ["7.", "8."]),
        ('<ol type="a"><li>a<li>b</ol>', ["a.", "b."]),
        ('<ol type="A" start="27"><li>a</ol>', ["AA."]),
        ('<ol type="i" start="3"><li>a<li>b</ol>', ["iii.", "iv."]),
        ('<ol type="I" start="1999"><li>a</ol>', ["MCMXCIX."]),
        ('<ol start="x"><li>a</ol>', ["1."]),
        ('<ol type="i" start="0"><li>a</ol>', ["0."]),
        ('<ol start="99999999999999999999"><li>a</ol>', ["1."]),
        ("<ul><li>a</ul>", [""]),
        ("<ol><li><ul><li>a</ul></ol>", [""]),
        ("<ol><li>a<ol><li>b</ol><li>c</ol>", ["1.", "1.", "2."]),
    ],
)
def test_items_are_numbered_as_a_browser_shows_them(html: str, expected: list[str]) -> None:
    """`start`, `value` and `type` count, and nonsense in them does not."""
    assert [clause.marker for clause in clauses(html)] == expected


def test_a_numbered_heading_keeps_its_number() -> None:
    """A heading that is the item of a list is shown with the number."""
    found = clauses("<ol><li><h2>Who we are</h2><p>Lumenpost.</p></ol>")
    assert [(clause.kind, clause.marker) for clause in found] == [("heading", "1."), ("paragraph", "")]
