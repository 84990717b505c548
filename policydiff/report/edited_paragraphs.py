"""One quote of all that changed in a paragraph: quotes of a lede, a comparison -> the quotes.

Two quotes of one paragraph, or one and what a line tells of another sentence of it, are two things to a
reader who counts places; the sentences that changed, as they read now and before, are one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.characters import clipped, visible
from policydiff.report.full_sentences import in_order
from policydiff.report.heading_paths import heading_over
from policydiff.report.lede_passages import Passages
from policydiff.report.lede_places import stands_above
from policydiff.report.lede_point import HEADED, HEADING, IN_LIST, IN_SAME, UNDER, LedePoint, LedeQuote
from policydiff.report.marked_text import clause_texts
from policydiff.report.passage_counterparts import words_of
from policydiff.report.passage_pairs import are_related
from policydiff.report.word_changes import has_other_spelling
from policydiff.sentences import sentences
from policydiff.text import size, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from policydiff.models import Comparison
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.lede_points import ChosenPoints
    from policydiff.report.numbered_changes import NumberedChange

SAYS = {"added": "Now says", "removed": "No longer says"}
"""Labels of words of one side."""
_KINDS = frozenset[str](("reworded", "added", "removed"))
_PLAIN = frozenset(("", UNDER, HEADED, IN_LIST, IN_SAME))
"""How words stand to a heading that are not beside the policy."""
_MOST = 260
"""Words of both sides that are quoted, at most."""
_LETTERS = 2
"""Letters of words of which nobody misses an edit: "business’s", "business’"."""


class _EditedSentences(NamedTuple):
    """The sentences of a paragraph that changed, with "…" for those that stayed between them."""

    old: str
    new: str
    pairs: tuple[tuple[str, str], ...]
    """Each as it was and as it is; "" where one side has none."""


class EditedParagraphs:
    """Quotes edited paragraphs whole."""

    def __init__(self, comparison: Comparison, title: str, counterparts: Counterparts) -> None:
        """Takes a comparison.

        Args:
            comparison: what `compare` returned.
            title: the title of the document, which is no heading worth telling.
            counterparts: what either side says in the place of words of the other.
        """
        self._comparison = comparison
        self._title = title
        self._sides = counterparts
        self._passages = Passages(comparison)

    def of(
        self, chosen: ChosenPoints, worded: Iterable[NumberedChange], left: Collection[int]
    ) -> ChosenPoints:
        """What is quoted, with one quote in the place of those that leave a part of a paragraph untold.

        Args:
            chosen: what is quoted already.
            worded: the changes that are quoted.
            left: the numbers of those of which something is untold.
        """
        points = list(chosen.points)
        for entry in worded:
            own = [one for one in points if self._is_of(one, entry)]
            said = self._sentences(entry) if own else None
            if said is None or self._moved(said, entry):
                continue
            if own[1:] or entry.number in left or self._is_part(own[0], said):
                whole = self._whole(entry, said, own[0])
                if whole.quotes[1:] and not are_related(whole.quotes):
                    continue
                points = [whole if one is own[0] else one for one in points if one not in own[1:]]
        return chosen._replace(points=tuple(points))

    def _is_of(self, point: LedePoint, entry: NumberedChange) -> bool:
        """Whether a point quotes one paragraph that was edited, and nothing else."""
        is_edit = entry.kind in _KINDS and len(entry.changes) == 1 and not self._has_heading(entry)
        is_simple = not point.link and not point.places and point.entry in (0, entry.number)
        is_simple &= point.several is None and point.stands in _PLAIN
        if not (is_edit and is_simple):
            return False
        rows = [_row(one) for one in clause_texts(self._comparison, entry.changes[0])]
        quoted = [
            (piece, row)
            for side, row in zip(quoted_by(point)[::-1], rows, strict=True)
            for piece in _pieces(side)
        ]
        return bool(quoted) and all(piece in row for piece, row in quoted)

    def _has_heading(self, entry: NumberedChange) -> bool:
        """Whether either side of a change is a heading."""
        change = entry.changes[0]
        sides = ((self._comparison.old, change.old), (self._comparison.new, change.new))
        return any(side.clauses[place].kind == "heading" for side, places in sides for place in places)

    def _sentences(self, entry: NumberedChange) -> _EditedSentences | None:
        """The sentences of a paragraph that changed, None if they are too many."""
        parts = self._passages.within(entry.changes[0])
        old, new = (
            in_order([quote for one in said for quote in one], self._comparison.new.language)
            for said in ([part.old for part in parts], [part.new for part in parts])
        )
        pairs = tuple((words_of(part.old), words_of(part.new)) for part in parts)
        return _EditedSentences(old, new, pairs) if pairs and size(f"{old} {new}") <= _MOST else None

    def _moved(self, said: _EditedSentences, entry: NumberedChange) -> bool:
        """Whether a sentence has its counterpart at another place: it neither came nor went, and what the
        other side says here did not take its place."""
        texts = [_row(one) for one in clause_texts(self._comparison, entry.changes[0])]
        for pair in said.pairs:
            for text, is_new in zip(pair, (False, True), strict=True):
                for one in sentences(text, self._comparison.new.language):
                    if self._is_elsewhere(one, texts[not is_new], is_new=is_new):
                        return True
        return False

    def _is_elsewhere(self, text: str, here: str, *, is_new: bool) -> bool:
        """Whether the other side says some words at another place than the one where it says others."""
        if _row(text) not in here and self._sides.says(text, new=not is_new):
            return True
        near = self._sides.of(text, new=is_new)
        there = _row(near.words if near else ""), _row(self._sides.holder(text, new=not is_new))
        return any(one and one not in here and (not here or here not in one) for one in there)

    def _is_part(self, point: LedePoint, said: _EditedSentences) -> bool:
        """Whether a point says nothing of a sentence that changed, on no other side than those it quotes."""
        now, before = quoted_by(point)
        is_of_sides = (bool(now) or not said.new) and (bool(before) or not said.old)
        return is_of_sides and not all(self._tells(point, pair) for pair in said.pairs)

    def _tells(self, point: LedePoint, pair: tuple[str, str]) -> bool:
        """Whether a point quotes words of a sentence of either side, or a letter of it changed."""
        old, new = ({*words(said.casefold())} for said in pair)
        if all(pair) and (
            max(map(len, old ^ new), default=0) <= _LETTERS
            or has_other_spelling(*pair, self._comparison.new.language)
        ):
            return True
        return any(
            piece in row or row in piece
            for side, row in zip(quoted_by(point)[::-1], map(_row, pair), strict=True)
            if row
            for piece in _pieces(side)
        )

    def _whole(self, entry: NumberedChange, said: _EditedSentences, first: LedePoint) -> LedePoint:
        """All that changed in a paragraph as one point, in the place of the first of several."""
        both = [one for one in (LedeQuote("now", said.new), LedeQuote("before", said.old)) if one.words]
        is_same_side = len(first.quotes) == 1 and bool(said.old) == bool(quoted_by(first)[1])
        label = first.label if is_same_side else SAYS["added" if said.new else "removed"]
        quotes = tuple(both) if both[1:] else (both[0]._replace(which=""),)
        where = first.where
        there = entry.changes[0].new if said.new else ()
        is_known = bool(where) and all(stands_above(self._comparison.new, place, where) for place in there)
        if first.stands == UNDER and not is_known:
            where = clipped(heading_over(self._comparison, entry, self._title), HEADING)
        label, came = ("Changed", None) if both[1:] else (label, bool(said.new))
        whole = replace(first, label=label, came=came, where=where, quotes=quotes)
        return replace(whole, after="", size="", more="")


def quoted_by(point: LedePoint) -> tuple[list[str], list[str]]:
    """The words that a point quotes of the new text, and of the old one; what it says of neither is of
    both."""
    is_gone = point.came is False
    quotes = [one for one in point.quotes if not one.address]
    now = [one.words for one in quotes if one.which != "before" and (one.which or not is_gone)]
    before = [one.words for one in quotes if one.which not in ("now", "") or is_gone]
    return now, before


def _pieces(said: Sequence[str]) -> list[str]:
    """The words of some quotes without what was left out of them."""
    rows = (_row(piece) for one in said for piece in one.split("…"))
    return [one for one in rows if one]


def _row(said: str) -> str:
    """The words of a text, by which one is found in another."""
    return " ".join(words(visible(said).casefold()))
