"""One change of words as a point of a lede: the words that changed, and where they stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.changed_words import changed_words
from policydiff.report import wording
from policydiff.report.characters import clipped, visible
from policydiff.report.full_sentences import in_full, now_and_before
from policydiff.report.lede_passages import Passage, Passages, sentences_at
from policydiff.report.lede_places import heading_of_some, row_name
from policydiff.report.lede_point import HEADED, HEADING, LedePoint, LedeQuote
from policydiff.report.marked_text import clauses
from policydiff.report.numbered_changes import below, labels_of
from policydiff.report.passage_counterparts import PassageCounterparts, words_of
from policydiff.report.passage_extracts import extract
from policydiff.report.passage_pairs import without_stranger
from policydiff.report.text_headings import headings_over
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Change, Comparison, Edit
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.lede_names import NamePoints
    from policydiff.report.numbered_changes import NumberedChange

_SAID_THERE = "all of it is still said", "all of it was said before"
"""What is added where the other side says all of a section that went, or came."""


def word_point(
    comparison: Comparison, entry: NumberedChange, names: NamePoints, title: str, there: Counterparts
) -> LedePoint:
    """A change of words as a point.

    Args:
        comparison: what `compare` returned.
        entry: the change.
        names: the names that gave way to others.
        title: that of the document, which heads no section.
        there: what either side says in the place of words of the other.
    """
    if len(entry.changes) == 1 and (point := names.point(entry.changes[0].edits)):
        return replace(point, entry=entry.number)
    change = max(entry.changes, key=lambda one: max(changed_words(one, comparison.old, comparison.new)))
    texts = [visible(one.text) for each in entry.changes for one in clauses(comparison, each)]
    where = _heading(comparison, entry, change, texts)
    label = "Changed" if entry.kind == "reworded" else wording.LABELS[entry.kind]
    if not change.edits and all(one.kind == "heading" for one in clauses(comparison, change)):
        label = "New heading" if entry.kind == "added" else "Heading gone"
    if not change.edits:
        point = LedePoint(label, where, (), entry=entry.number, came=entry.kind == "added")
        return _whole_point(comparison, entry, point, title, there)
    part = _largest_part(comparison, change, there)
    if part.old and part.new:
        both = now_and_before(words_of(part.old), words_of(part.new), comparison.new.language)
        return LedePoint(label, where, both, entry=entry.number)
    came = bool(part.new)  # a sentence that came or went: there is nothing to compare it with
    shown = extract(part.said, [0.0] * len(part.said), comparison.new if came else comparison.old).with_ends
    quotes = tuple(LedeQuote("", one) for one in shown)
    return LedePoint(
        wording.LABELS["added" if came else "removed"], where, quotes, entry=entry.number, came=came
    )


def _whole_point(
    comparison: Comparison, entry: NumberedChange, point: LedePoint, title: str, there: Counterparts
) -> LedePoint:
    """A point with the words of clauses that came or went; of a section with its heading above them."""
    is_new = entry.kind == "added"
    whole = [one for each in entry.changes for one in clauses(comparison, each)]
    texts = list(dict.fromkeys(visible(one.text) for one in whole))
    if whole[0].kind == "heading" and texts[1:]:
        if whole[0].text not in (title, comparison.old.title, comparison.new.title):
            label = "New section" if is_new else "Section gone"
            point = replace(point, label=label, where=texts[0].rstrip(":"), stands=HEADED)
        whole = whole[1:]
    side = comparison.new if is_new else comparison.old
    places = [place for each in entry.changes for place in (each.new if is_new else each.old)]
    said = list(sentences_at(side, places[-len(whole) :]))
    if not said:
        return replace(point, quotes=(LedeQuote("", in_full(whole[0].text, side.language)),))
    barred = [one for one in said if there.says(one.text, new=not is_new)]
    if barred == said:
        barred = []
        if point.stands == HEADED:
            point = replace(point, label=f"{point.label}, though {_SAID_THERE[is_new]}")
    shown = extract(said, [0.0] * len(said), side, barred)
    is_headed = point.stands == HEADED
    words = shown.quotes if is_headed else shown.with_ends
    quotes = tuple(LedeQuote("", one) for one in dict.fromkeys(words))
    size = sum(len(one.text.split()) for one in said)
    return replace(point, quotes=quotes, size="" if shown.is_whole or not is_headed else wording.size(size))


def _heading(comparison: Comparison, entry: NumberedChange, change: Change, whole: Sequence[str]) -> str:
    """The heading above a change, also where it is set as text, with the row and the column of a cell; "" if
    there is none, or if it is all of the change itself."""
    document, place = (comparison.new, change.new[0]) if change.new else (comparison.old, change.old[0])
    titles = (comparison.old.title, comparison.new.title)
    path = [one for one in below(comparison, entry.section) if one not in titles]
    cell = document.clauses[place].cell
    named = [*headings_over(document, place, path)[-1:], *(labels_of(cell) if cell else ())]
    if cell:
        named = [row_name(document, place) if one == cell.row_label else one for one in named]
    named = [one for one in named if one and visible(one) not in whole]
    named = [*heading_of_some(document, place, path, named), *named[:1], *named[1:][-2:]]
    return " › ".join(clipped(visible(one), HEADING).rstrip(":") for one in named)


def _largest_part(comparison: Comparison, change: Change, there: Counterparts) -> Passage:
    """The sentences at that place of a clause where most words changed; those with other signs where no word
    did; of one side alone where what stands at its place of the other did not give way to it."""
    others = PassageCounterparts(comparison, there)
    parts = [
        without_stranger(others.at_home(part)) if part.old and part.new else part
        for part in Passages(comparison).within(change)
    ]
    sides = ((comparison.old, change.old), (comparison.new, change.new))
    olds, news = (tuple(sentences_at(*side)) for side in sides)
    before, now = ({one.text for one in side} for side in (olds, news))
    of_marks = Passage(
        tuple(one for one in olds if one.text not in now),
        tuple(one for one in news if one.text not in before),
    )
    return max(parts, key=lambda part: _changed(text_edits(*map(words_of, part[:2]))), default=of_marks)


def _changed(edits: Sequence[Edit]) -> int:
    """How many words edits change."""
    return sum(len(one.old.split()) + len(one.new.split()) for one in edits if one.operation != "equal")
