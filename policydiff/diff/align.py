"""Which clauses of both sides are the same, in order: the frame in which all else is found.

In: numbers that stand for clauses (same number, same words). Out: pairs of places. Numbers that are unique on
both sides are paired first, wherever they stand. Between such anchors repeated numbers are paired in order.
What is left over is paired out of order, if its neighbours do not speak against it.

What this gets wrong: lines that are repeated in a document ("Learn more", "Back to top") are paired by place,
so of two such lines the wrong one may be reported as removed. They read the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from policydiff.word_edits.sequences import LCS_CELLS, PlacePair, heaviest_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class SpanPair(NamedTuple):
    """A stretch of both sides, from the starts up to the ends."""

    a: int
    b: int
    a_end: int
    b_end: int


def same_pairs(a: Sequence[int], b: Sequence[int], weight: Callable[[int], float]) -> list[PlacePair]:
    """Pairs of equal numbers, every place at most once: in order as far as possible, then out of order.

    Args:
        a: the numbers of one side.
        b: the numbers of the other.
        weight: of a place of `a`; the heaviest clauses stay in place, the others count as moved.
    """
    head, a_end, b_end = _trim(a, b)
    pairs = [(k, k) for k in range(head)]
    pairs += [(a_end + k, b_end + k) for k in range(len(a) - a_end)]
    unique = _unique_pairs(a, b, head, a_end, b_end)
    in_order = heaviest_order(unique, lambda k: weight(unique[k][0]))
    for span in _gaps(sorted(in_order), SpanPair(head, head, a_end, b_end)):
        in_order |= _common_pairs(a, b, span)
    taken = in_order.union(unique)
    pairs += sorted(taken)
    pairs += _left_over_pairs(a, b, pairs)
    return pairs


def _gaps(pairs: Sequence[PlacePair], whole: SpanPair) -> Iterator[SpanPair]:
    """The gaps between pairs that are in order, where both sides have clauses."""
    a, b, *_ = whole
    for i, j in [*pairs, (whole.a_end, whole.b_end)]:
        if a < i and b < j:
            yield SpanPair(a, b, i, j)
        a, b = i + 1, j + 1


def _trim(a: Sequence[int], b: Sequence[int]) -> tuple[int, int, int]:
    head, a_end, b_end = 0, len(a), len(b)
    while head < a_end and head < b_end and a[head] == b[head]:
        head += 1
    while a_end > head and b_end > head and a[a_end - 1] == b[b_end - 1]:
        a_end, b_end = a_end - 1, b_end - 1
    return head, a_end, b_end


def _unique_pairs(a: Sequence[int], b: Sequence[int], head: int, a_end: int, b_end: int) -> list[PlacePair]:
    often_a, often_b = Counter(a[head:a_end]), Counter(b[head:b_end])
    places = {b[j]: j for j in range(head, b_end)}
    return [(i, places[a[i]]) for i in range(head, a_end) if often_a[a[i]] == 1 == often_b[a[i]]]


def _common_pairs(a: Sequence[int], b: Sequence[int], span: SpanPair) -> set[PlacePair]:
    """The longest common subsequence of a gap; nothing where the gap is too large for it."""
    left, right = a[span.a : span.a_end], b[span.b : span.b_end]
    if len(left) * len(right) > LCS_CELLS or not set(left).intersection(right):
        return set()
    return {
        (span.a + block.a + k, span.b + block.b + k)
        for block in LCSseq.editops(left, right).as_matching_blocks()
        for k in range(block.size)
    }


def _left_over_pairs(a: Sequence[int], b: Sequence[int], pairs: Sequence[PlacePair]) -> list[PlacePair]:
    """Pairs of the clauses left over on both sides: first those next to an existing pair, then in order."""
    partner = dict(pairs)
    taken = {j for _, j in pairs}
    places: dict[int, list[int]] = defaultdict(list)
    for j, number in enumerate(b):
        if j not in taken:
            places[number].append(j)
    left = [i for i in range(len(a)) if i not in partner and a[i] in places]
    for step, order in ((1, left), (-1, left[::-1])):
        for i in order:
            j = partner.get(i - step, -2) + step
            if i not in partner and 0 <= j < len(b) and j not in taken and a[i] == b[j]:
                partner[i] = j
                taken.add(j)
    free = {number: (j for j in listed if j not in taken) for number, listed in places.items()}
    for i in left:
        j = -1 if i in partner else next(free[a[i]], -1)
        if j >= 0:
            partner[i] = j
            taken.add(j)
    return sorted(set(partner.items()).difference(pairs))
