"""Two sightings beside each other, asked what a comparison asks of a pair; each pair of texts once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.comparability import ComparedSide, judge_pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.comparability import Answer
    from policydiff.history_models import Sighting


class Pairs:
    """Answers for the sightings of a series, by their places."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self._sightings = sightings
        self._sides: dict[int, ComparedSide] = {}
        self._known: dict[tuple[int, int], Answer | None] = {}

    def broken(self, place: int, good: Sequence[int]) -> str:
        """The code of why a capture is no version of any of some good ones; "" where it is one."""
        code = ""
        for one in reversed(good):
            answer = self._answer(one, place)
            if answer is None or answer[0] != "broken-capture":
                return ""
            code = code or answer[1].code
        return code

    def another(self, one: int, other: int) -> str:
        """The sentence that tells why two captures are of two documents, or ""."""
        answer = self._answer(one, other)
        return answer[1].sentence if answer and answer[0] == "other-variant" else ""

    def _answer(self, one: int, other: int) -> Answer | None:
        names = id(self._sightings[one].fingerprint), id(self._sightings[other].fingerprint)
        if names[0] == names[1]:
            return None
        if names not in self._known:
            self._known[names] = judge_pair(self._side(one), self._side(other))
        return self._known[names]

    def _side(self, place: int) -> ComparedSide:
        fingerprint = self._sightings[place].fingerprint
        if id(fingerprint) not in self._sides:
            statements = tuple([(one.id, one.words) for one in fingerprint.statements])
            self._sides[id(fingerprint)] = ComparedSide(
                fingerprint.identity, statements, fingerprint.quality, fingerprint.language
            )
        return self._sides[id(fingerprint)]
