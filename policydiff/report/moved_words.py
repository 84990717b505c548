"""Words that were deleted in one place and inserted in another: a sentence that moved into another paragraph.

In: a comparison and its entries. Out: for each change which of its deleted or inserted words stand word for
word in another, and in which. A diff aligns clauses, so a sentence that left its clause is deleted there and
inserted here; a reader who knows that need not read it as new.

A passage is a run of words, ignoring capitals and punctuation, all of whose parts of `SHORTEST` words were
deleted once and inserted once: if a phrase is in many places, it is unknown which one moved. It has more
words than a turn of phrase, or is most of what was deleted or inserted there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.marked_text import MovedMark
from policydiff.text import tokens, word_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Change, ChangePlaces, Comparison, EditOperation
    from policydiff.report.numbered_changes import NumberedChange

SHORTEST = 8
"""Words in a row that hardly occur twice by chance."""
_TURN = 12
"""Number of words that no common phrase has ("for as long as we have a legitimate interest in")."""
_MOST = 100_000
"""Most deleted or inserted words that are searched: with more the text was replaced by another."""


class WordSpan(NamedTuple):
    """Where words were deleted or inserted."""

    change: int
    """Place in `diff.changes`."""
    part: int
    """Number of the edit, or of the clause where whole clauses came or went."""
    start: int
    """Of the words, in the text of that part."""
    end: int


@dataclass(frozen=True, slots=True)
class MovedPassage:
    """Words that moved."""

    gone: WordSpan
    came: WordSpan
    words: int


class _Text:
    """Deleted or inserted words with their places."""

    def __init__(self, change: int, part: int, text: str) -> None:
        self.change, self.part = change, part
        found = [(start, word) for start, word in zip(*tokens(text), strict=True) if word_count(word)]
        self.words = [word for _, word in found]
        self._starts = [start for start, _ in found]
        self._text = text

    def place(self, first: int, behind: int) -> WordSpan:
        start = self._starts[first]
        end = self._starts[behind] if behind < len(self._starts) else len(self._text)
        return WordSpan(self.change, self.part, start, start + len(self._text[start:end].rstrip()))


class _WordPlace(NamedTuple):
    text: int
    word: int


def passages(comparison: Comparison) -> tuple[MovedPassage, ...]:
    """The passages that moved, in the order of the new side."""
    gone = [_Text(*part) for part in _parts(comparison, "delete")]
    came = [_Text(*part) for part in _parts(comparison, "insert")]
    if max(sum(len(text.words) for text in side) for side in (gone, came)) > _MOST:
        return ()
    olds, news = _once(gone), _once(came)
    shared = sorted((news[words], olds[words]) for words in olds.keys() & news.keys())
    found = [
        MovedPassage(
            gone[old.text].place(old.word, old.word + size),
            came[new.text].place(new.word, new.word + size),
            size,
        )
        for new, old, size in _runs(shared)
        if size >= _TURN or 4 * size >= 3 * min(len(gone[old.text].words), len(came[new.text].words))
    ]
    return tuple(_apart(found))


def _parts(comparison: Comparison, operation: EditOperation) -> Iterator[tuple[int, int, str]]:
    """Every text that was deleted, or inserted, with its change and number."""
    old = operation == "delete"
    for place, change in enumerate(comparison.diff.changes):
        if change.kind == ("removed" if old else "added"):
            clauses = comparison.old.clauses if old else comparison.new.clauses
            yield from (
                (place, n, clauses[clause].text) for n, clause in enumerate(change.old if old else change.new)
            )
        for n, edit in enumerate(change.edits):
            if edit.operation == operation:
                yield place, n, edit.old if old else edit.new


def _once(side: Sequence[_Text]) -> dict[tuple[str, ...], _WordPlace]:
    """Every run of the shortest length that stands there once."""
    spots: dict[tuple[str, ...], list[_WordPlace]] = defaultdict(list)
    for number, text in enumerate(side):
        for start in range(len(text.words) - SHORTEST + 1):
            spots[tuple(text.words[start : start + SHORTEST])].append(_WordPlace(number, start))
    return {words: found[0] for words, found in spots.items() if len(found) == 1}


def _runs(shared: Iterable[tuple[_WordPlace, _WordPlace]]) -> Iterator[tuple[_WordPlace, _WordPlace, int]]:
    """Shared runs that follow one another on both sides, as one."""
    begun: tuple[_WordPlace, _WordPlace] | None = None
    size = 0
    for new, old in shared:
        follows = begun and all(
            spot == _WordPlace(first.text, first.word + size - SHORTEST + 1)
            for spot, first in zip((new, old), begun, strict=True)
        )
        if follows:
            size += 1
            continue
        if begun:
            yield (*begun, size)
        begun, size = (new, old), SHORTEST
    if begun:
        yield (*begun, size)


def _apart(found: Sequence[MovedPassage]) -> list[MovedPassage]:
    """The passages without those that share words with a longer one."""
    kept: list[MovedPassage] = []
    taken: dict[tuple[str, int, int], list[WordSpan]] = defaultdict(list)
    for passage in sorted(found, key=lambda one: (-one.words, *sorted((one.came, one.gone)))):
        ends = (("gone", passage.gone), ("came", passage.came))
        if any(
            other.start < place.end and place.start < other.end
            for side, place in ends
            for other in taken[side, place.change, place.part]
        ):
            continue
        kept.append(passage)
        for side, place in ends:
            taken[side, place.change, place.part].append(place)
    return sorted(kept, key=lambda one: one.came)


def marks(
    comparison: Comparison, found: Iterable[NumberedChange]
) -> Mapping[ChangePlaces, tuple[MovedMark, ...]]:
    """What moved from and to each change, by the places of the change, with the number of the other entry."""
    number = {change.places: entry.number for entry in found for change in entry.changes}
    changes: Sequence[Change] = comparison.diff.changes
    marked: dict[ChangePlaces, list[MovedMark]] = defaultdict(list)
    for passage in passages(comparison):
        gone, came = changes[passage.gone.change].places, changes[passage.came.change].places
        ends = (gone, passage.gone, number[came], False), (came, passage.came, number[gone], True)
        for change, place, twin, here in ends:
            marked[change].append(MovedMark(place.part, place.start, place.end, passage.words, twin, here))
    return {change: tuple(sorted(some)) for change, some in marked.items()}
