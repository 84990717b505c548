"""The wordings that the clauses of a text have had, and when each was seen.

In: the good sightings of one variant with the texts of their clauses, and which clause became which. Out: for
each clause of one sighting its wordings, newest first.

- A wording was first seen in the first capture of the variant that has it, whatever came between: a page that
alternates between two texts does not start a wording again.
- Its earlier wording is the clause that its first sighting was aligned with. If several clauses became one,
the longest is followed.
- The history of a clause ends if nothing was aligned: the clause was new, or it was rewritten beyond
recognition.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policydiff.history_models import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policydiff.history_models import Descent, Sighting


def wordings(
    seen: Sequence[Sighting],
    place: int,
    texts: Mapping[str, Sequence[str]],
    descents: Mapping[tuple[str, str], Descent],
) -> list[tuple[Wording, ...]]:
    """The wordings of each clause of one sighting, in reading order.

    Args:
        seen: the good sightings of a variant, in the order in which they count.
        place: which of them is asked about.
        texts: the texts of the clauses of each body.
        descents: for neighbouring sightings with different bodies, by both bodies.
    """
    spots: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(seen):
        for text in dict.fromkeys(texts[one.body]):
            spots[text].append(number)

    def life(text: str) -> Iterator[Wording]:
        wording: str | None = text
        while wording is not None:
            has = spots[wording]
            before = seen[has[0] - 1] if has[0] else None
            yield Wording(wording, seen[has[0]], seen[has[-1]], before, seen[_unbroken(has)])
            wording = _before(wording, before.body, seen[has[0]].body) if before else None

    def _before(text: str, old: str, new: str) -> str | None:
        """The clause that a wording came from, in the body before the one that first has it.

        Each step goes to an earlier capture, so following a clause comes to an end.
        """
        came_of = descents.get((old, new), ())
        at = texts[new].index(text)
        became = [texts[old][k] for k in came_of[at]] if at < len(came_of) else []
        return max(became, key=len, default=None)

    return [tuple(life(text)) for text in texts[seen[place].body]]


def _unbroken(has: Sequence[int]) -> int:
    """The first number from which the numbers are consecutive to the end."""
    begun = len(has) - 1
    while begun and has[begun - 1] == has[begun] - 1:
        begun -= 1
    return has[begun]
