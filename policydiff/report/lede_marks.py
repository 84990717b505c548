"""The quotes of a point of a lede, with the words marked that only one of them has.

In: a point. Out: its quotes as runs of kept, deleted and inserted words. What this gets wrong: what was left
out of a quote is taken to read as the other quote does.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from policydiff.models import Edit
from policydiff.report.marked_text import TextRun, both_texts, tight
from policydiff.text import words
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.report.lede_point import LedePoint
    from policydiff.report.marked_text import MarkedText

_LEFT_OUT = "…"
_KEPT = 0.4
"""Share of the words of the shorter quote that both have; with fewer both read better whole."""


def marked_quotes(point: LedePoint) -> tuple[MarkedText, ...]:
    """The words of each quote of a point, in their order.

    Marked are the words that came and went where of two quotes one says what is "now" and the other what was
    "before"; of a sentence that was written anew nothing is.
    """
    shown: list[MarkedText] = [(TextRun("equal", quote.words),) for quote in point.quotes]
    for place, pair in enumerate(pairwise(point.quotes)):
        said = {quote.which: quote.words for quote in pair if not quote.address}
        if said.keys() == {"before", "now"}:
            edits = tuple(_without_gaps(text_edits(said["before"], said["now"])))
            if _is_mostly_kept(edits):
                sides = dict(zip(("before", "now"), map(tight, both_texts(edits)), strict=True))
                shown[place : place + 2] = [sides[quote.which] for quote in pair]
    return tuple(shown)


def _without_gaps(edits: Sequence[Edit]) -> Iterator[Edit]:
    """Edits, without those that stand where one side was shortened.

    "… for 30 days" does not lack the beginning of "We keep your messages for 90 days".
    """
    for is_kept, run in groupby(edits, lambda edit: edit.operation == "equal"):
        some = tuple(run)
        old, new = ("".join(side) for side in zip(*((edit.old, edit.new) for edit in some), strict=True))
        if is_kept or _LEFT_OUT not in old + new:
            yield from some
        else:
            yield Edit("equal", old, new)


def _is_mostly_kept(edits: Sequence[Edit]) -> bool:
    sizes = [(edit.operation == "equal", len(words(edit.old)), len(words(edit.new))) for edit in edits]
    kept = sum(min(old, new) for is_kept, old, new in sizes if is_kept)
    return kept >= _KEPT * min(sum(old for _, old, _ in sizes), sum(new for _, _, new in sizes))
