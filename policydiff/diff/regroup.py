"""What became of the clauses in a gap: reworded, split, merged, or gone.

In: clauses of both sides between two that are the same. Out: groups of clauses that hold the same text.
All words of the gap are compared as one stream, without regard to where clauses end; clauses that share
enough of it belong together. So a paragraph that became a list, or two that became one, are found like
one that was edited.

What this gets wrong: a paragraph that took the place of another one on the same matter shares its stock
phrases, and is shown as that one reworded; halves of a paragraph that were both rewritten as it was split
are shown as one removed and two added. No word is lost by either: all that came and went is marked.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import accumulate, chain, pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from policydiff.word_edits.sequences import EqualRun, common_runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.diff.sides import NumberedSides

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Places on the first and on the second side, ascending."""


class Bar(NamedTuple):
    """The least that two clauses must have in common to belong together."""

    worth: tuple[float, float, float]
    """The worth of a shared word in a run of none, one or two words; in longer runs it counts one."""
    part: float
    """The share of the smaller clause that must lie in the other ..."""
    alike: float
    """... or, of two that have most in common with one another, the share of both."""


FIRM = Bar((0.0, 0.3, 0.8), 0.35, 0.3)
"""For a gap of any size, where short runs are often chance."""
LOOSE = Bar((1.0, 1.0, 1.0), 2.0, 0.06)
"""For pairs of clauses left over at the same place on both sides, where the place is evidence too."""


class Regrouped(NamedTuple):
    """The groups found in one gap."""

    groups: list[Group]
    """Clauses with text in common, in order; clauses without a partner are in none."""
    kept: int
    """The most words that any in-order list of edits could leave unmarked."""


def regroup(
    sides: NumberedSides, firsts: Sequence[int], seconds: Sequence[int], bar: Bar = FIRM
) -> Regrouped:
    """Which clauses of a gap belong together."""
    words = sides.words if bar is FIRM else sides.shapes
    a = [words(0, i) for i in firsts]
    b = [words(1, j) for j in seconds]
    runs = common_runs("".join(a), "".join(b))
    shared = _shared_words(runs, a, b, bar)
    linked = _links(shared, [len(words) for words in a], [len(words) for words in b], bar)
    linked = sorted({*linked, *_regrouped(runs, a, b)})
    linked = _without_torn_headings(
        linked, shared, (_headings(sides, 0, firsts), _headings(sides, 1, seconds))
    )
    groups = [
        (
            tuple(firsts[i] for i in _filled(left, a, b, right)),
            tuple(seconds[j] for j in _filled(right, b, a, left)),
        )
        for left, right in _components(linked)
    ]
    return Regrouped(groups, sum(run.size for run in runs))


def recut(sides: NumberedSides) -> list[Group] | None:
    """Groups of clauses if both sides hold the same words from first to last, cut elsewhere; else None."""
    one, other = sides.all_words(0), sides.all_words(1)
    different = any(
        word != twin for word, twin in zip_longest(chain.from_iterable(one), chain.from_iterable(other))
    )
    if different or sorted(sides.keys[0]) == sorted(sides.keys[1]):  # most often the first clause tells
        return None
    a, b = list(sides.all_words(0)), list(sides.all_words(1))
    if not any(a):  # not a word in either
        return [(tuple(range(len(a))), tuple(range(len(b))))] if a and b else []
    linked = sorted(set(_regrouped([EqualRun(0, 0, sum(map(len, a)))], a, b)))
    return [(tuple(sorted(left)), tuple(sorted(right))) for left, right in _components(linked)]


def _shared_words(
    runs: Sequence[EqualRun], a: Sequence[str], b: Sequence[str], bar: Bar
) -> dict[tuple[int, int], float]:
    """The worth of the words that each two clauses share."""
    a_ends, b_ends = list(accumulate(map(len, a))), list(accumulate(map(len, b)))
    shared: dict[tuple[int, int], float] = defaultdict(float)
    i = j = 0
    for run in runs:
        worth = bar.worth[run.size] if run.size < len(bar.worth) else 1.0
        old, new, rest = run
        while rest:
            while a_ends[i] <= old:
                i += 1
            while b_ends[j] <= new:
                j += 1
            step = min(rest, a_ends[i] - old, b_ends[j] - new)
            shared[i, j] += worth * step
            old, new, rest = old + step, new + step, rest - step
    return shared


def _regrouped(runs: Sequence[EqualRun], a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of clauses that hold the same words cut elsewhere: between two cuts that both sides share."""
    a_cuts, b_cuts = (list(accumulate(map(len, side), initial=0)) for side in (a, b))
    at_b = {cut: j for j, cut in enumerate(b_cuts)}
    linked = []
    for run in runs:
        shift = run.new - run.old
        span = range(bisect_left(a_cuts, run.old), bisect_right(a_cuts, run.old + run.size))
        common = [(i, at_b[a_cuts[i] + shift]) for i in span if a_cuts[i] + shift in at_b]
        for (i, j), (i_end, j_end) in pairwise(common):
            linked += [(k, j) for k in range(i, i_end) if j < j_end]
            linked += [(i, k) for k in range(j, j_end) if i < i_end]
    return linked


def _links(
    shared: dict[tuple[int, int], float], a_sizes: Sequence[int], b_sizes: Sequence[int], bar: Bar
) -> list[tuple[int, int]]:
    """The pairs that belong together: the best partner of one of them, and enough in common."""
    best_a: dict[int, tuple[float, int]] = {}
    best_b: dict[int, tuple[float, int]] = {}
    for (i, j), worth in shared.items():
        best_a[i] = max(best_a.get(i, (0.0, 0)), (worth, -j))
        best_b[j] = max(best_b.get(j, (0.0, 0)), (worth, -i))
    linked = []
    for (i, j), worth in sorted(shared.items()):
        first, second = best_a[i] == (worth, -j), best_b[j] == (worth, -i)
        part = worth / min(a_sizes[i], b_sizes[j])
        alike = 2 * worth / (a_sizes[i] + b_sizes[j])
        if ((first or second) and part >= bar.part) or (first and second and alike >= bar.alike):
            linked.append((i, j))
    return linked


def _headings(sides: NumberedSides, side: int, places: Sequence[int]) -> list[bool]:
    """Which of some clauses are headings."""
    return [sides.clauses[side][place].kind == "heading" for place in places]


def _without_torn_headings(
    linked: Sequence[tuple[int, int]],
    shared: dict[tuple[int, int], float],
    headings: tuple[Sequence[bool], Sequence[bool]],
) -> list[tuple[int, int]]:
    """Pairs without those of a heading with all but one of the headings between which other clauses stand:
    no heading is split around a section. The one is that which has most in common with it."""
    left = list(linked)
    for side in (0, 1):
        partners: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for pair in left:
            partners[pair[side]].append(pair)
        for place, pairs in partners.items():
            others = sorted(pair[1 - side] for pair in pairs)
            is_torn = others[-1] - others[0] >= len(others) and headings[side][place]
            if is_torn and all(headings[1 - side][one] for one in others):
                best = max(pairs, key=lambda pair: shared.get(pair, 0.0))
                left = [pair for pair in left if pair not in pairs or pair == best]
    return left


def _filled(places: set[int], texts: Sequence[str], others: Sequence[str], partners: set[int]) -> list[int]:
    """The places of one side of a group, with the clauses between them if these have fewer words than the
    group. A sentence inserted between the halves of a split paragraph is read with them.
    """
    span = range(min(places), max(places) + 1)
    between = sum(len(texts[k]) for k in span if k not in places)
    own = sum(len(texts[k]) for k in places) + sum(len(others[k]) for k in partners)
    return list(span) if 2 * between <= own else sorted(places)


def _components(linked: Sequence[tuple[int, int]]) -> list[tuple[set[int], set[int]]]:
    """Pairs that share a clause, as one group. The pairs are in order, so neighbours suffice."""
    groups: list[tuple[set[int], set[int]]] = []
    for i, j in linked:
        if groups and (i in groups[-1][0] or j in groups[-1][1]):
            groups[-1][0].add(i)
            groups[-1][1].add(j)
        else:
            groups.append(({i}, {j}))
    return groups
