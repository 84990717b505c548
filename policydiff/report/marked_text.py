"""One change as runs of kept, deleted and inserted words, the form in which all outputs mark it.

In: a comparison and one of its changes. Out: paragraphs of runs, or a short excerpt around the first edit.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.characters import clipped, visible
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.models import Change, Clause, Comparison, Edit, EditOperation

_BEFORE = 60  # characters of unchanged text before the first edit of an excerpt
_BLANKS = re.compile(" {2,}")
_SHORTEST = 24  # room for a word and its neighbour
_LONG = 20  # words of a clause that is too long to be read woven together where it was rewritten
_PIECES = 3  # kept pieces in it
_KEPT = 0.4  # share of the shorter text that they are less than
_LONGEST = 110  # characters of one run in an excerpt


class TextRun(NamedTuple):
    """Words with one fate."""

    operation: EditOperation
    text: str
    twin: int = 0
    """Number of the entry at the other end, where the words only moved; else 0."""


class MovedMark(NamedTuple):
    """Words of a change that moved."""

    part: int
    """Number of the edit, or of the clause where whole clauses came or went."""
    start: int
    end: int
    words: int
    twin: int
    """Number of the entry at the other end."""
    came: bool
    """Whether they were inserted here and deleted there."""


MarkedText = tuple[TextRun, ...]


def paragraphs(
    comparison: Comparison, change: Change, moved: Sequence[MovedMark] = ()
) -> tuple[MarkedText, ...]:
    """What a reader sees of a change: one paragraph for each new clause (each old one where it was removed).

    Equal runs read as they stand on the new side; a border between clauses that went is a pilcrow. Words that
    moved are runs of their own.
    """
    if change.edits:
        return joined(change.edits, moved)
    operation: EditOperation = {"added": "insert", "removed": "delete"}.get(change.kind, "equal")  # type: ignore[assignment]
    return tuple(
        tuple(run._replace(text=visible(run.text)) for run in _pieces(operation, clause.text, moved, part))
        for part, clause in enumerate(clauses(comparison, change))
    )


def rewritten(change: Change) -> bool:
    """Whether so little of a clause stayed, in so many pieces, that its two texts read better apart."""
    return change.kind in ("reworded", "moved-reworded") and are_rewritten(change.edits)


def are_rewritten(edits: Sequence[Edit]) -> bool:
    """Whether edits leave so little of a text, in so many pieces, that both sides read better apart."""
    olds, news = (
        sum(len(words(text)) for text in side) for side in zip(*((e.old, e.new) for e in edits), strict=True)
    )
    kept = [len(words(edit.new)) for edit in edits if edit.operation == "equal"]
    pieces = sum(1 for size in kept if size)
    return max(olds, news) >= _LONG and pieces >= _PIECES and sum(kept) < _KEPT * min(olds, news)


def both_texts(edits: Sequence[Edit], moved: Sequence[MovedMark] = ()) -> tuple[MarkedText, MarkedText]:
    """The two texts that edits lead from and to, each with what the other has not marked."""
    sides = []
    for side in ("delete", "insert"):
        runs: list[TextRun] = []
        for part, edit in enumerate(edits):
            if edit.operation in ("equal", side):
                runs += _pieces(edit.operation, edit.old if side == "delete" else edit.new, moved, part)
        sides.append(merged(run._replace(text=visible(run.text)) for run in runs))
    return sides[0], sides[1]


def unwoven(comparison: Comparison, change: Change) -> tuple[MarkedText, ...]:
    """A change as paragraphs; a rewritten clause as its whole old text and its whole new one."""
    return two_wholes(change.edits) if rewritten(change) else paragraphs(comparison, change)


def two_wholes(edits: Sequence[Edit]) -> tuple[MarkedText, ...]:
    """The whole text before, as deleted, and the whole text after, as inserted."""
    texts = ("".join(run.text for run in side) for side in both_texts(edits))
    return tuple((TextRun(fate, text),) for fate, text in zip(("delete", "insert"), texts, strict=True))  # type: ignore[arg-type]


def joined(edits: Sequence[Edit], moved: Sequence[MovedMark] = ()) -> tuple[MarkedText, ...]:
    """Edits as paragraphs that hold both sides."""
    return tuple(_split(_runs(edits, moved)))


def _pieces(operation: EditOperation, text: str, moved: Sequence[MovedMark], part: int) -> Iterator[TextRun]:
    """The text of one edit or clause, in as many runs as words of it moved and stayed."""
    at = 0
    for mark in moved:
        if mark.part == part:
            yield from (TextRun(operation, text[at : mark.start]),) if mark.start > at else ()
            rest = text[mark.end :]
            at = mark.end + len(rest) - len(rest.lstrip())  # a blank between two that moved is no edit
            yield TextRun(operation, text[mark.start : at], mark.twin)
    if at < len(text) or not at:
        yield TextRun(operation, text[at:])


def _runs(edits: Sequence[Edit], moved: Sequence[MovedMark]) -> Iterator[TextRun]:
    """Edits as runs, with blanks where the old side has them around deleted words.

    Beside deleted words the two sides of an equal run may differ in their blanks ("one, two" became "one,").
    Set as the new side has it, a deleted word would stick to its neighbour, or stand off from its comma.
    """
    owed = False  # a blank that the new side has before the deleted words and the old one after them
    for place, edit in enumerate(edits):
        if edit.operation == "delete":
            yield from _pieces("delete", edit.old, moved, place)
            continue
        if owed or (place and edits[place - 1].operation == "delete" and edit.old.startswith(" ")):
            yield TextRun("equal", " ")
        ahead = place + 1 < len(edits) and edits[place + 1].operation == "delete"
        olds, news = edit.old.endswith(" "), edit.new.endswith(" ")
        owed = ahead and edit.operation == "equal" and news and not olds
        yield from _pieces(edit.operation, edit.new.removesuffix(" ") if owed else edit.new, moved, place)
        if ahead and olds and not news:
            yield TextRun("equal", " ")


def clauses(comparison: Comparison, change: Change) -> tuple[Clause, ...]:
    """The clauses of the side on which a reader finds the change: the new one, if it is there at all."""
    if change.new:
        return tuple(comparison.new.clauses[place] for place in change.new)
    return tuple(comparison.old.clauses[place] for place in change.old)


def clause_texts(comparison: Comparison, change: Change) -> tuple[str, str]:
    """The words of the clauses of a change, as both sides have them."""
    old = " ".join(comparison.old.clauses[place].text for place in change.old)
    return old, " ".join(comparison.new.clauses[place].text for place in change.new)


def _split(runs: Iterable[TextRun]) -> list[MarkedText]:
    done: list[MarkedText] = []
    current: list[TextRun] = []
    for run in runs:
        if run.operation == "delete":
            current.append(run._replace(text=visible(run.text.replace("\n", " ¶ "))))
            continue
        first, *rest = run.text.split("\n")
        current.append(run._replace(text=visible(first)))
        for piece in rest:
            done.append(merged(current))
            current = [run._replace(text=visible(piece))]
    done.append(merged(current))
    return [paragraph for paragraph in done if paragraph]


def merged(runs: Iterable[TextRun]) -> MarkedText:
    """The same words with neighbours of one fate joined and empty runs left out."""
    joined: list[TextRun] = []
    for run in runs:
        if not run.text:
            continue
        if joined and joined[-1][::2] == run[::2]:
            joined[-1] = run._replace(text=joined[-1].text + run.text)
        else:
            joined.append(run)
    return tuple(joined)


def excerpt(runs: Sequence[TextRun], length: int = 200) -> MarkedText:
    """The first edits with a few words around them, cut with ellipses to about `length` characters."""
    start = next((place for place, run in enumerate(runs) if run.operation != "equal"), 0)
    shown: list[TextRun] = []
    if start:
        shown.append(TextRun("equal", _ending(runs[start - 1].text)))
    room = length - sum(len(run.text) for run in shown)
    for place, run in enumerate(runs[start:], start):
        if room < _SHORTEST:
            if not shown[-1].text.rstrip().endswith("…"):
                shown.append(TextRun("equal", " …"))
            break
        text = _piece(run, room if len(runs) > 1 else length, last=place + 1 == len(runs))
        shown.append(run._replace(text=text))
        room -= len(text)
    return merged(shown)


def _piece(run: TextRun, room: int, *, last: bool) -> str:
    """A run of an excerpt, cut; between two edits the words beside both are kept."""
    if run.operation == "equal" and not last and len(run.text) > 2 * _BEFORE:
        return clipped(run.text, min(room, _BEFORE)).removesuffix("…") + " " + _ending(run.text, _SHORTEST)
    text = clipped(run.text, min(room, _LONGEST if not last or run.operation != "equal" else room))
    return text if text == run.text or last else f"{text} "


def in_line(found: Sequence[MarkedText]) -> MarkedText:
    """Paragraphs as one, a blank between them."""
    runs = [run for paragraph in found for run in (TextRun("equal", " "), *paragraph)]
    return merged(runs[1:])


def elided(paragraph: MarkedText, longest: int = 240) -> MarkedText:
    """The paragraph with long unchanged stretches cut in their middle, at words' ends."""
    last = len(paragraph) - 1
    return tuple(
        TextRun("equal", _middle_out(run.text, longest, first=place == 0, last=place == last))
        if run.operation == "equal" and last and len(run.text) > longest
        else run
        for place, run in enumerate(paragraph)
    )


def _middle_out(text: str, longest: int, *, first: bool, last: bool) -> str:
    half = longest // 2
    head = "" if first else clipped(text, half).removesuffix("…")
    border = text.find(" ", len(text) - half)
    tail = "" if last else text[border if border >= 0 else len(text) - half :]
    return f"{head} … {tail.lstrip()}".removeprefix(" ") if not last else f"{head} …"


def tight(paragraph: MarkedText) -> MarkedText:
    """The paragraph with blanks at the ends of edits moved outside of them, where no mark shows them.

    An edit of nothing but blanks stays.
    """
    runs: list[TextRun] = []
    for run in merged(paragraph):
        inner = run.text.strip()
        if run.operation == "equal" or not inner:
            runs.append(run)
            continue
        before = run.text[: len(run.text) - len(run.text.lstrip())]
        after = run.text[len(run.text.rstrip()) :]
        runs += [TextRun("equal", before), run._replace(text=inner), TextRun("equal", after)]
    return tuple(run._replace(text=_BLANKS.sub(" ", run.text)) for run in merged(runs))


def spaced(paragraph: MarkedText) -> MarkedText:
    """The paragraph, tight, with a blank between deleted words and those that replace them."""
    runs: list[TextRun] = []
    for run in tight(paragraph):
        if runs and "equal" not in (pair := (runs[-1].operation, run.operation)) and len(set(pair)) > 1:
            runs.append(TextRun("equal", " "))
        runs.append(run)
    return tuple(runs)


def whole(paragraph: MarkedText) -> bool:
    """Whether all of the paragraph came or went."""
    return len(paragraph) == 1 and paragraph[0].operation != "equal"


def _ending(text: str, length: int = _BEFORE) -> str:
    if len(text) <= length:
        return text
    border = text.find(" ", len(text) - length)
    return "…" + text[border if border >= 0 else len(text) - length :]
