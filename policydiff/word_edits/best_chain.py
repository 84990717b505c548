"""The best chain of common runs when every run has a price.

In: two sequences of tokens. Out: runs in order. A longest common subsequence takes every word it can get;
with a price on every run a word that stands alone is not worth having, and of two ways to keep the same
words the one in fewer pieces wins."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from policydiff.text import word_count
from policydiff.word_edits.sequences import EqualRun, Frontier

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MARK = 0.25
"""What a punctuation mark counts in words."""
_MOST_MATCHES = 40_000
"""Most pairs of equal words that are considered at a time."""


class Tokens(NamedTuple):
    """Both sides of a change as tokens."""

    a: Sequence[str]
    b: Sequence[str]
    worth: Sequence[float]
    """The worth of each token of `a` in words: "don't" counts two, a punctuation mark next to nothing."""

    sums: Sequence[int]
    """The number of words before each place of `a`."""
    b_words: int
    """How many words `b` has."""

    @classmethod
    def of(cls, a: Sequence[str], b: Sequence[str]) -> Tokens:
        """Both sides, with words weighed more than punctuation marks."""
        counts = list(map(word_count, a))
        return cls(
            a,
            b,
            [count or _MARK for count in counts],
            list(accumulate(counts, initial=0)),
            sum(map(word_count, b)),
        )

    @property
    def end(self) -> EqualRun:
        """The run that marks the end of both sides."""
        return EqualRun(len(self.a), len(self.b), 0)

    def words(self, run: EqualRun) -> int:
        """How many words a run holds."""
        return self.sums[run.old + run.size] - self.sums[run.old]


def best_chain(tokens: Tokens, before: EqualRun, behind: EqualRun, price: float) -> list[EqualRun] | None:
    """The chain of runs with the highest worth between two runs; None if there is too much to look at.

    What adjoins the run before or after has no price to pay: it is part of it.
    """
    a, b = before.old + before.size, before.new + before.size
    a_end, b_end = behind.old, behind.new
    head = tail = 0
    while a + head < a_end and b + head < b_end and tokens.a[a + head] == tokens.b[b + head]:
        head += 1
    shorter = min(a_end - a, b_end - b) - head
    while tail < shorter and tokens.a[a_end - tail - 1] == tokens.b[b_end - tail - 1]:
        tail += 1
    inner = _chain(tokens, (a + head, b + head), (a_end - tail, b_end - tail), price)
    if inner is None:
        return None
    ends = EqualRun(a, b, head), EqualRun(a_end - tail, b_end - tail, tail)
    return [run for run in (ends[0], *inner, ends[1]) if run.size]


def _chain(
    tokens: Tokens, start: tuple[int, int], end: tuple[int, int], price: float
) -> list[EqualRun] | None:
    """Every pair of equal tokens, in order of the first side, continues a run or begins one at a price."""
    rows = _matches(tokens, start, end)
    if rows is None:
        return None
    frontier = Frontier()
    states: list[tuple[int, int, int]] = []  # the place on either side, the state before
    above: dict[int, tuple[float, int]] = {}
    for i, row in _worthwhile(tokens, rows, price):
        here: dict[int, tuple[float, int]] = {}
        for j in row:
            worth, previous = frontier.best(j)
            worth -= price
            run = above.get(j - 1)
            if run and run[0] >= worth and states[run[1]][0] == i - 1:
                worth, previous = run
            here[j] = (worth + tokens.worth[i], len(states))
            states.append((i, j, previous))
        for j, (worth, state) in here.items():
            frontier.put(j, worth, state)
        above = here
    return _way_back(states, frontier.best(end[1])[1])


def _matches(tokens: Tokens, start: tuple[int, int], end: tuple[int, int]) -> dict[int, list[int]] | None:
    """By the places of the first side, those of the second that hold the same token; None if too many."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in range(start[1], end[1]):
        places[tokens.b[j]].append(j)
    rows = {i: places[tokens.a[i]] for i in range(start[0], end[0]) if tokens.a[i] in places}
    return rows if sum(map(len, rows.values())) <= _MOST_MATCHES else None


def _worthwhile(
    tokens: Tokens, rows: dict[int, list[int]], price: float
) -> Iterator[tuple[int, Sequence[int]]]:
    """The matches that lie in runs worth more than their price: no others can be in the best chain."""
    if price < 1:
        yield from rows.items()
        return
    kept: dict[int, list[int]] = defaultdict(list)
    open_runs: dict[int, tuple[int, float]] = {}  # by diagonal: first place, worth
    for i in range(min(rows, default=0), max(rows, default=-1) + 2):
        still = {}
        for j in rows.get(i, ()):
            first, worth = open_runs.pop(j - i, (i, 0.0))
            still[j - i] = first, worth + tokens.worth[i]
        for diagonal, (first, worth) in open_runs.items():
            if worth > price:
                for k in range(first, i):
                    kept[k].append(k + diagonal)
        open_runs = still
    for i in sorted(kept):
        yield i, sorted(kept[i])


def _way_back(states: Sequence[tuple[int, int, int]], last: int) -> list[EqualRun]:
    runs: list[EqualRun] = []
    while last >= 0:
        i, j, last = states[last]
        if runs and (i + 1, j + 1) == runs[-1][:2]:
            runs[-1] = EqualRun(i, j, runs[-1].size + 1)
        else:
            runs.append(EqualRun(i, j, 1))
    return runs[::-1]
