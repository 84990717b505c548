"""The best chain of common runs when every run has a price.

In: two sequences of tokens. Out: runs in order. A longest common subsequence takes every word it can get;
with a price on every run a word that stands alone is not worth having, and of two ways to keep the same
words the one in fewer pieces wins."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from policydiff.diff.sequences import PrefixMaximum, Run
from policydiff.text import word_count

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = 0.25
"""What a punctuation mark counts in words."""
_MOST_MATCHES = 40_000
"""So many equal pairs of words are looked at in one go."""


class Tokens(NamedTuple):
    """Both sides of a change as tokens."""

    a: Sequence[str]
    b: Sequence[str]
    worth: Sequence[float]
    """Of every token of `a` what it counts in words: "don't" two, a punctuation mark hardly."""

    @classmethod
    def of(cls, a: Sequence[str], b: Sequence[str]) -> Tokens:
        """Both sides, with words weighed more than punctuation marks."""
        return cls(a, b, [word_count(token) or _MARK for token in a])

    @property
    def end(self) -> Run:
        """Behind the last token of both sides."""
        return Run(len(self.a), len(self.b), 0)

    def words(self, run: Run) -> int:
        """How many words a run holds."""
        return int(sum(worth for worth in self.worth[run.old : run.old + run.size] if worth >= 1))


def best_chain(tokens: Tokens, before: Run, behind: Run, price: float) -> list[Run] | None:
    """The chain of runs with the highest worth between two runs; None where there is too much to look at.

    What adjoins the run before or behind has no price to pay: it is part of it.
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
    ends = Run(a, b, head), Run(a_end - tail, b_end - tail, tail)
    return [run for run in (ends[0], *inner, ends[1]) if run.size]


def _chain(tokens: Tokens, start: tuple[int, int], end: tuple[int, int], price: float) -> list[Run] | None:
    """Every pair of equal tokens, in order of the first side, continues a run or begins one at a price."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in range(start[1], end[1]):
        places[tokens.b[j]].append(j)
    if sum(len(places.get(tokens.a[i], ())) for i in range(start[0], end[0])) > _MOST_MATCHES:
        return None
    tree = PrefixMaximum(end[1] - start[1])
    states: list[tuple[int, int, int]] = []  # the place on either side, the state before
    above: dict[int, tuple[float, int]] = {}
    for i in range(start[0], end[0]):
        here: dict[int, tuple[float, int]] = {}
        for j in places.get(tokens.a[i], ()):
            worth, previous = tree.best(j - start[1])
            worth -= price
            run = above.get(j - 1)
            if run and run[0] >= worth:
                worth, previous = run
            here[j] = (worth + tokens.worth[i], len(states))
            states.append((i, j, previous))
        for j, (worth, state) in here.items():
            tree.put(j - start[1] + 1, worth, state)
        above = here
    return _way_back(states, tree.best(end[1] - start[1])[1])


def _way_back(states: Sequence[tuple[int, int, int]], last: int) -> list[Run]:
    runs: list[Run] = []
    while last >= 0:
        i, j, last = states[last]
        if runs and (i + 1, j + 1) == runs[-1][:2]:
            runs[-1] = Run(i, j, runs[-1].size + 1)
        else:
            runs.append(Run(i, j, 1))
    return runs[::-1]
