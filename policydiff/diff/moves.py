"""Clauses that moved and were edited, and which of all pairs count as moved.

In: clauses left over on both sides. Out: pairs with much in common, wherever they stand. Rare words lead to
candidates, so that the work grows with the text and not with the square of the clauses.

What this gets wrong: a clause that moved and was mostly rewritten is reported as removed and added. Of two
paragraphs that say nearly the same about two services ("You can delete your account in the settings of ...")
the removed one may be reported as moved to the place of the added one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from policydiff.word_edits.sequences import heaviest_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.diff.regroup import Group
    from policydiff.diff.sides import NumberedSides

_FREQUENT = 12
"""A word that more clauses than this have is not used to find candidates."""
_CANDIDATES = 6
"""Most clauses of the other side that a clause is compared with: those that share its rarest words."""
_ALIKE = 0.6
"""Share of the words of both clauses that must be the same, in order."""
_SIZES = range(5, 5_000)
"""Fewest and most words of a clause that may have moved: shorter clauses resemble each other by chance,
longer ones are no clauses."""


def edited_moves(sides: NumberedSides, firsts: Sequence[int], seconds: Sequence[int]) -> list[Group]:
    """Pairs of left-over clauses that are one clause, moved and edited."""
    sized = [firsts, seconds]
    for side in sorted((0, 1), key=lambda side: len(sized[side])):  # often there are none on the smaller side
        sized[side] = [place for place in sized[side] if len(sides.words(side, place)) in _SIZES]
        if not sized[side]:
            return []
    firsts, seconds = sized
    scored = []
    for i, candidates in _candidates(sides, firsts, seconds).items():
        for j in candidates:
            alike = LCSseq.normalized_similarity(sides.words(0, i), sides.words(1, j), score_cutoff=_ALIKE)
            if alike:
                scored.append((-alike, abs(i - j), i, j))
    pairs: list[Group] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, i, j in sorted(scored):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            pairs.append(((i,), (j,)))
    return pairs


def _candidates(sides: NumberedSides, firsts: Sequence[int], seconds: Sequence[int]) -> dict[int, list[int]]:
    """For every clause the few of the other side with which it shares the rarest words."""
    places: dict[str, list[int]] = defaultdict(list)
    for j in seconds:
        for word in set(sides.words(1, j)):
            places[word].append(j)
    rare = {word: listed for word, listed in places.items() if len(listed) <= _FREQUENT}
    found = {}
    for i in firsts:
        worth: dict[int, int] = defaultdict(int)
        for word in rare.keys() & sides.words(0, i):
            listed = rare[word]
            more = 1 + _FREQUENT // len(listed)
            for j in listed:
                worth[j] += more
        if worth:
            found[i] = sorted(worth, key=lambda j: (-worth[j], j))[:_CANDIDATES]
    return found


def out_of_order(sides: NumberedSides, groups: Sequence[Group]) -> set[Group]:
    """The groups that moved: all but the heaviest set that is in order on both sides."""
    pairs = [(first[0], second[0]) for first, second in groups]
    in_order = heaviest_order(pairs, lambda k: sum(sides.weight(0, i) for i in groups[k][0]))
    if len(in_order) == len(pairs):
        return set()
    return {group for group, pair in zip(groups, pairs, strict=True) if pair not in in_order}
