"""The common order of two sequences: which elements may stay in place, and which must have moved.

In: pairs of places, or two strings in which every character stands for a word. Out: pairs or runs in
order. Nothing here knows of clauses. Every function is bounded by the size of its input alone, never by
the clock.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

PlacePair = tuple[int, int]

LCS_CELLS = 64_000_000
"""Largest table (length times length) given to the bit-parallel LCS: 8 MB and some 50 ms."""


class EqualRun(NamedTuple):
    """A stretch that is the same on both sides."""

    old: int
    new: int
    size: int


_MOST_CODES = 0x10FFFF - 0x800
"""Characters there are, without surrogates and NUL."""


class Codes(dict[str, str]):
    """One character for every distinct word, so that a text is a string of words.

    In texts with more than a million of them, lists of tokens and no policies, words share characters.
    """

    def __missing__(self, word: str) -> str:
        number = len(self) % _MOST_CODES + 1
        code = self[word] = chr(number if number < 0xD800 else number + 0x800)  # no surrogates
        return code

    def encode(self, words: Iterable[str]) -> str:
        """The words as a string of as many characters."""
        return "".join(map(self.__getitem__, words))


def heaviest_order(pairs: Sequence[PlacePair], weight: Callable[[int], float]) -> set[PlacePair]:
    """The heaviest set of pairs that is in order on both sides; the pairs have distinct places.

    Neighbours on both sides count as one, so the cost lies in the number of blocks, not of clauses.

    Args:
        pairs: in any order.
        weight: of the pair with that number; not called if all pairs are in order anyway.
    """
    ascending = sorted(pairs)
    if all(one[1] < other[1] for one, other in pairwise(ascending)):
        return set(ascending)
    order = sorted(range(len(pairs)), key=pairs.__getitem__)
    blocks: list[list[int]] = []
    for index in order:
        old, new = pairs[index]
        if blocks and (old - 1, new - 1) == pairs[blocks[-1][-1]]:
            blocks[-1].append(index)
        else:
            blocks.append([index])
    news = [pairs[block[0]][1] for block in blocks]
    kept = _heaviest_increasing(news, [sum(map(weight, block)) for block in blocks])
    return {pairs[index] for k in kept for index in blocks[k]}


def _heaviest_increasing(values: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Places of the heaviest strictly increasing subsequence of distinct values."""
    frontier = Frontier()
    before: list[int] = []
    for place, value in enumerate(values):
        weight, predecessor = frontier.best(value)
        before.append(predecessor)
        frontier.put(value, weight + weights[place], place)
    place = frontier.best(max(values) + 1)[1]
    kept = []
    while place >= 0:
        kept.append(place)
        place = before[place]
    return kept[::-1]


class Frontier:
    """The best of all entries before a place, while entries come in any order.

    Only entries that are better than all before them are held, so one bisection finds the answer. On a tie
    the entry that came first wins, which makes the outcome one and the same everywhere.
    """

    def __init__(self) -> None:
        self._places: list[int] = []
        self._entries: list[tuple[float, int]] = []

    def best(self, place: int) -> tuple[float, int]:
        """The highest weight among entries before a place, and the number of that entry; (0, -1) if there is
        none."""
        k = bisect_left(self._places, place)
        return self._entries[k - 1] if k else (0.0, -1)

    def put(self, place: int, weight: float, who: int) -> None:
        """Enter a weight at a place."""
        k = end = bisect_left(self._places, place + 1)
        if (self._entries[k - 1][0] if k else 0.0) >= weight:
            return
        if k and self._places[k - 1] == place:
            k -= 1
        while end < len(self._entries) and self._entries[end][0] <= weight:
            end += 1
        self._places[k:end] = [place]
        self._entries[k:end] = [(weight, who)]


def common_runs(old: str, new: str) -> list[EqualRun]:
    """Longest common subsequence of two strings as runs; coarser where they are too long for it."""
    head, old_end, new_end = trim(old, new)
    runs = [EqualRun(0, 0, head)] if head else []
    runs += _middle_runs(old, new, head, old_end, new_end)
    if old_end < len(old):
        runs.append(EqualRun(old_end, new_end, len(old) - old_end))
    return runs


def trim(old: str, new: str) -> tuple[int, int, int]:
    """Where the common beginning ends, and where the common end starts on either side."""
    shorter = min(len(old), len(new))
    head = _common(shorter, lambda n: old[:n] == new[:n])
    rest = shorter - head
    tail = _common(rest, lambda n: old[len(old) - n :] == new[len(new) - n :])
    return head, len(old) - tail, len(new) - tail


def _common(limit: int, same: Callable[[int], bool]) -> int:
    """Largest n up to the limit for which the first n are the same, by bisection on slices."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if same(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _middle_runs(old: str, new: str, head: int, old_end: int, new_end: int) -> list[EqualRun]:
    if head in (old_end, new_end):
        return []
    if (old_end - head) * (new_end - head) <= LCS_CELLS:
        return _exact_runs(old[head:old_end], new[head:new_end], head, head)
    runs: list[EqualRun] = []
    a, b = head, head
    for anchor in [*_anchors(old[head:old_end], new[head:new_end], head), EqualRun(old_end, new_end, 0)]:
        if a < anchor.old and b < anchor.new and (anchor.old - a) * (anchor.new - b) <= LCS_CELLS:
            runs += _exact_runs(old[a : anchor.old], new[b : anchor.new], a, b)
        if anchor.size:
            runs.append(anchor)
        a, b = anchor.old + anchor.size, anchor.new + anchor.size
    return runs


def _exact_runs(old: str, new: str, a: int, b: int) -> list[EqualRun]:
    """The runs of two strings that begin at places a and b."""
    blocks = LCSseq.editops(old, new).as_matching_blocks()
    return [EqualRun(block.a + a, block.b + b, block.size) for block in blocks if block.size]


_GRAM = 4
"""Words in a row that stand once on either side: at such rows a text that is too long is cut."""


def _anchors(old: str, new: str, start: int) -> list[EqualRun]:
    """Runs of four words that each side has exactly once, in order: a text that is too long is cut at
    them."""
    olds, news = _unique_grams(old), _unique_grams(new)
    pairs = [(place + start, news[gram] + start) for gram, place in olds.items() if gram in news]
    runs: list[EqualRun] = []
    for a, b in sorted(heaviest_order(pairs, lambda _: 1.0)):
        last = runs[-1] if runs else None
        if last and a < last.old + last.size and a - last.old == b - last.new:
            runs[-1] = EqualRun(last.old, last.new, a + _GRAM - last.old)
        elif last is None or (a >= last.old + last.size and b >= last.new + last.size):
            runs.append(EqualRun(a, b, _GRAM))
    return runs


def _unique_grams(text: str) -> dict[str, int]:
    places: dict[str, int] = {}
    for place in range(len(text) - _GRAM + 1):
        gram = text[place : place + _GRAM]
        places[gram] = -1 if gram in places else place
    return {gram: place for gram, place in places.items() if place >= 0}
