"""What a lede tells, read back from it by a reader who has only the two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report.characters import visible
from policydiff.report.lede_point import UNDER
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Comparison, Document
    from policydiff.report.lede import Lede


def headings_of_another_text(comparison: Comparison, told: Lede) -> Iterator[str]:
    """The points of a lede whose heading stands above none of the places of what they quote, in the very text
    it is quoted from; of a change what it says now."""
    for point in told.points:
        if not point.where or point.stands != UNDER or point.several or point.link:
            continue
        said = next((one for one in point.quotes if one.which == "now"), point.quotes[0])
        if said.address or said.which not in ("", "now"):
            continue
        side = comparison.old if point.came is False else comparison.new
        places = list(_places(side, max(said.words.split("…"), key=len)))
        heads = [compared(one) for one in point.where.split(" › ")]
        if places and not any(_are_above(side, place, heads) for place in places):
            yield point.text


def _places(side: Document, said: str) -> Iterator[int]:
    rows = (f" {compared(visible(clause.text))} " for clause in side.clauses)
    yield from (place for place, row in enumerate(rows) if f" {compared(said)} " in row)


def _are_above(side: Document, place: int, heads: list[str]) -> bool:
    """Whether each heading begins a line above a place, or names its row or its column."""
    above = [compared(visible(one.text)) for one in side.clauses[: place + 1]]
    row = " ".join(above[-3:])  # a row may be told by two of its cells
    return all(any(line.startswith(head) for line in above) or head in row for head in heads)
