"""Which common words are worth showing as kept.

In: two token streams and the runs of their longest common subsequence. Out: fewer and better runs. The
shortest list of edits is not the most readable one: single words that two sentences share by chance
("our", "information") break the edit into confetti. So every kept run has a price, and the runs are chosen
again where the first choice leaves islands: then "the data that we hold" beats five scattered words.
"""

from __future__ import annotations

from collections import defaultdict
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from policydiff.diff.sequences import PrefixMaximum, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.diff.words import Stream

PRICES = (0.5, 1.3, 2.2)
"""In words: so much must a run between two edits hold to be shown. The last one leaves no island."""
ALLOWANCE = 0.05
"""Share of the words marked at least that may be marked beyond, to the benefit of the reader."""
_MARK = 0.25
"""What a punctuation mark counts in words."""
_MOST_MATCHES = 40_000
"""So many equal pairs of words are looked at; beyond, the first choice stands and only loses its islands."""


class Way(NamedTuple):
    """One way to show a change."""

    runs: list[Run]
    marked: int
    """Words shown as deleted or inserted."""
    islands: int
    """Runs of one or two words between edits."""


def ways(a: Stream, b: Stream, runs: Sequence[Run]) -> list[Way]:
    """The shortest list of edits, and where that has islands, others that mark more and have fewer of them."""
    worth = [1.0 if word[0].isalnum() else _MARK for word in a.folded]
    words = sum(word[0].isalnum() for word in (*a.folded, *b.folded))
    found = [_way(slide(a, b, runs), worth, words, len(a.folded), len(b.folded))]
    for price in PRICES if found[0].islands else ():
        chosen = slide(a, b, _priced(a.folded, b.folded, runs, worth, price))
        way = _way(chosen, worth, words, len(a.folded), len(b.folded))
        if way.islands < found[-1].islands:
            found.append(way)
    return found


def _way(runs: list[Run], worth: Sequence[float], words: int, a_end: int, b_end: int) -> Way:
    islands = kept = 0
    for run in runs:
        size = sum(value == 1.0 for value in worth[run.old : run.old + run.size])
        kept += size
        between = (run.old or run.new) and (run.old + run.size, run.new + run.size) != (a_end, b_end)
        islands += bool(between and size in (1, 2))
    return Way(runs, words - 2 * kept, islands)


def settle(choices: Sequence[Sequence[Way]], words: int) -> list[list[Run]]:
    """One way for every change of a document.

    Fewer islands cost more marked words. The document may spend an allowance on them, first where an island costs
    least; so the whole stays close to the least that could be marked.

    Args:
        choices: the ways of every change.
        words: words that are marked whatever is chosen, those of added and removed clauses.
    """
    allowance = ALLOWANCE * (words + sum(listed[0].marked for listed in choices))
    chosen = [0] * len(choices)
    queue = [step for index, listed in enumerate(choices) for step in _step(listed, index, 0)]
    heapify(queue)
    while queue:
        _, index, way, extra = heappop(queue)
        if extra <= allowance:
            allowance -= extra
            chosen[index] = way
            for step in _step(choices[index], index, way):
                heappush(queue, step)
    return [listed[way].runs for listed, way in zip(choices, chosen, strict=True)]


def _step(listed: Sequence[Way], index: int, way: int) -> list[tuple[float, int, int, int]]:
    """What the next way costs: extra words for every island less, and in all."""
    if way + 1 >= len(listed):
        return []
    extra = listed[way + 1].marked - listed[way].marked
    return [(extra / (listed[way].islands - listed[way + 1].islands), index, way + 1, extra)]


def _priced(a: Sequence[str], b: Sequence[str], runs: Sequence[Run], worth: Sequence[float], price: float) -> list[Run]:
    """Chosen again between the first and the last edit; what stands before and behind is not at issue."""
    start = (runs[0].size, runs[0].size) if runs and not (runs[0].old or runs[0].new) else (0, 0)
    end = (len(a), len(b))
    tail = 0
    while tail < min(end[0] - start[0], end[1] - start[1]) and a[end[0] - tail - 1] == b[end[1] - tail - 1]:
        tail += 1
    inner = _chain(a, b, start, (end[0] - tail, end[1] - tail), worth, price)
    if inner is None:
        inner = [
            run for run in runs if run.old >= start[0] and sum(worth[run.old : run.old + run.size]) >= price
            and run.old + run.size <= end[0] - tail and run.new + run.size <= end[1] - tail
        ]
    found = [Run(0, 0, start[0])] if start[0] else []
    found += inner
    if tail:
        found.append(Run(end[0] - tail, end[1] - tail, tail))
    return found


def _chain(
    a: Sequence[str], b: Sequence[str], start: tuple[int, int], end: tuple[int, int], worth: Sequence[float], price: float
) -> list[Run] | None:
    """The runs in order with the highest worth, every run less its price; None where there are too many pairs.

    Whatever adjoins the common beginning or end has no price to pay: it is no island.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for j in range(start[1], end[1]):
        places[b[j]].append(j)
    matches = sum(len(places.get(a[i], ())) for i in range(start[0], end[0]))
    if matches > _MOST_MATCHES:
        return None
    tree = PrefixMaximum(end[1] - start[1])
    states: list[tuple[int, int, int]] = []  # place on either side, state before
    above: dict[int, tuple[float, int]] = {}
    for i in range(start[0], end[0]):
        here: dict[int, tuple[float, int]] = {}
        entries = []
        for j in places.get(a[i], ()):
            weight, before = tree.best(j - start[1])
            weight -= price
            run = above.get(j - 1)
            if run and run[0] >= weight:
                weight, before = run
            weight += worth[i]
            here[j] = (weight, len(states))
            states.append((i, j, before))
            entries.append((j - start[1] + 1, weight, len(states) - 1))
        for entry in entries:
            tree.put(*entry)
        above = here
    return _runs(states, tree.best(end[1] - start[1])[1])


def _runs(states: Sequence[tuple[int, int, int]], last: int) -> list[Run]:
    """The way back from the last state, joined to runs."""
    runs: list[Run] = []
    while last >= 0:
        i, j, last = states[last]
        if runs and (i + 1, j + 1) == runs[-1][:2]:
            runs[-1] = Run(i, j, runs[-1].size + 1)
        else:
            runs.append(Run(i, j, 1))
    return runs[::-1]


def slide(a: Stream, b: Stream, runs: Sequence[Run]) -> list[Run]:
    """Edits begin where a sentence, a phrase or a word begins, if there is a choice."""
    return list(runs)
