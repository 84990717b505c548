"""What a lede tells, read back from it by a reader who has only the two texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.report.characters import visible
from policydiff.report.lede_point import UNDER
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Comparison, Document
    from policydiff.report.lede import Lede

_LEFT_OUT = re.compile(r"…| \| |\[e-mail address, masked by the site\]")
"""What stands between words of a quote that are apart in the text."""


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


def words_of_neither_text(comparison: Comparison, told: Lede) -> Iterator[str]:
    """The points of a lede with words between quotation marks that do not stand so in the text that they are
    quoted from, letter by letter; cells of a row stand apart there, and masks of addresses are named."""
    old, new = (
        " ".join(" ".join(visible(one.text) for one in side.clauses).split())
        for side in (comparison.old, comparison.new)
    )
    texts = {"now": (new,), "before": (old,)}
    for point in told.points:
        for quote in (one for one in point.quotes if not one.address):
            pieces = (" ".join(one.split()) for one in _LEFT_OUT.split(quote.words))
            if not all(any(one in text for text in texts.get(quote.which, (old, new))) for one in pieces):
                yield point.text


def _places(side: Document, said: str) -> Iterator[int]:
    rows = (f" {compared(visible(clause.text))} " for clause in side.clauses)
    yield from (place for place, row in enumerate(rows) if f" {compared(said)} " in row)


def _are_above(side: Document, place: int, heads: list[str]) -> bool:
    """Whether each heading begins a line above a place, or names its row or its column."""
    above = [compared(visible(one.text)) for one in side.clauses[: place + 1]]
    row = " ".join(above[-3:])  # a row may be told by two of its cells
    return all(any(line.startswith(head) for line in above) or head in row for head in heads)
