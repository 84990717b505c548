"""Which common words are worth showing as kept.

In: the tokens of both sides of every change and the runs of their longest common subsequence. Out: fewer
and better runs. The shortest list of edits is not the most readable one: single words that two sentences
share by chance ("our", "information") break the edit into confetti. Islands of one or two such words go,
as long as the edits of the whole document stay close to the shortest.

What this gets wrong: an island may be a word that carries the sense, as "not" does. It is then marked as
deleted and inserted with the words around it, so that it is still read, twice.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from policydiff.word_edits.best_chain import Tokens, best_chain
from policydiff.word_edits.sequences import EqualRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FREE = 0.3
"""Price of a run, in words, at which only lone punctuation marks go: that costs no marked word."""
_PRICES = (1.3, 2.2)
"""Prices at which islands of one word go, and of two."""
_SOLID = 6
"""A run of so many words is kept in any case; between two such runs is a region of its own."""
_NOTHING = EqualRun(0, 0, 0)


class EditedStretch(NamedTuple):
    """A stretch of a change with edits close to one another, and the ways to show it."""

    tokens: Tokens
    before: EqualRun
    behind: EqualRun
    """The solid runs around it."""
    ways: list[list[EqualRun]]
    """The shortest first; every next one has fewer islands."""

    def islands(self, way: Sequence[EqualRun]) -> list[EqualRun]:
        """Runs of less than three words between edits."""
        start = (self.before.old + self.before.size, self.before.new + self.before.size)
        return [
            run
            for run in way
            if run[:2] != start
            and (run.old + run.size, run.new + run.size) != self.behind[:2]
            and self.tokens.words(run) < 3
        ]

    def words(self, way: int) -> int:
        """Words that are kept."""
        return sum(map(self.tokens.words, self.ways[way]))


def regions(tokens: Tokens, runs: list[EqualRun]) -> list[EditedStretch]:
    """A change cut into regions. What has no island is one region that can be shown in one way only."""
    end = tokens.end
    found: list[EditedStretch] = []
    before, inner = _NOTHING, []
    for run in [*runs, end]:
        inner.append(run)
        if run is end or tokens.words(run) >= _SOLID:
            found.append(_region(EditedStretch(tokens, before, run, [inner])))
            before, inner = run, []
    return found


def _region(region: EditedStretch) -> EditedStretch:
    """A region with other ways to show it, which have fewer islands. The run after is part of every way."""
    ways = region.ways
    islands = len(region.islands(ways[0]))
    for price in (_FREE, *_PRICES) if islands else ():
        other = best_chain(region.tokens, region.before, region.behind, price)
        if other is None:
            break
        way = [*other, region.behind]
        fewer = len(region.islands(way))
        if price == _FREE:
            ways[0] = way
        elif fewer < islands:
            ways.append(way)
        islands = min(fewer, islands)
        if not islands:
            break
    return region


def settle(listed: Sequence[EditedStretch], allowance: float) -> list[list[EqualRun]]:
    """One way for every region of a document.

    Fewer islands cost more marked words. The document has an allowance to spend on them, first where an
    island costs least; so the whole stays close to the least that could be marked.

    Args:
        listed: all regions of all changes.
        allowance: how many words may be marked beyond the first way of every region.
    """
    chosen = [0] * len(listed)
    queue = [step for index, region in enumerate(listed) for step in _next_way(region, index, 0)]
    heapify(queue)
    while queue:
        _, index, way, extra = heappop(queue)
        if extra <= allowance:
            allowance -= extra
            chosen[index] = way
            for step in _next_way(listed[index], index, way):
                heappush(queue, step)
    return _without_islands(
        listed, [region.ways[way] for region, way in zip(listed, chosen, strict=True)], allowance
    )


def _next_way(region: EditedStretch, index: int, way: int) -> Iterator[tuple[float, int, int, int]]:
    """What the next way costs: extra words for every island less, and in all."""
    if way + 1 < len(region.ways):
        extra = 2 * (region.words(way) - region.words(way + 1))
        fewer = len(region.islands(region.ways[way])) - len(region.islands(region.ways[way + 1]))
        yield extra / fewer, index, way + 1, extra


def _without_islands(
    listed: Sequence[EditedStretch], ways: list[list[EqualRun]], allowance: float
) -> list[list[EqualRun]]:
    """What is left of the allowance goes to single islands, the smallest first."""
    islands = sorted(
        (region.tokens.words(run), index, run)
        for index, (region, way) in enumerate(zip(listed, ways, strict=True))
        for run in region.islands(way)
    )
    dropped: set[tuple[int, EqualRun]] = set()
    for words, index, run in islands:
        if 2 * words <= allowance:
            allowance -= 2 * words
            dropped.add((index, run))
    return [[run for run in way if (index, run) not in dropped] for index, way in enumerate(ways)]
