"""Whether two sightings can be compared in time; each pair of texts is judged once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.comparability import ComparedSide, judge_pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.comparability import Incomparable
    from policydiff.history_models import Sighting


class Pairs:
    """Answers for the sightings of a series, by their places."""

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self._sightings = sightings
        self._sides: dict[str, ComparedSide] = {}
        """By bodies: the same bytes are the same text."""
        self._known: dict[tuple[str, str], Incomparable | None] = {}

    def broken(self, place: int, good: Sequence[int]) -> str:
        """The code of the reason why a capture is no version of any of these good ones; "" if it is one."""
        code = ""
        for one in reversed(good):
            answer = self._answer(one, place)
            if answer is None or answer[0] != "broken-capture":
                return ""
            code = code or answer[1].code
        return code

    def another(self, one: int, other: int) -> str:
        """The sentence that says why two captures are of two documents; "" if they are not."""
        answer = self._answer(one, other)
        return answer[1].sentence if answer and answer[0] == "other-variant" else ""

    def _answer(self, one: int, other: int) -> Incomparable | None:
        bodies = self._sightings[one].body, self._sightings[other].body
        if bodies[0] == bodies[1]:
            return None
        if bodies not in self._known:
            self._known[bodies] = judge_pair(self._side(one), self._side(other))
        return self._known[bodies]

    def _side(self, place: int) -> ComparedSide:
        sighting = self._sightings[place]
        if sighting.body not in self._sides:
            fingerprint = sighting.fingerprint
            known = fingerprint.identity
            self._sides[sighting.body] = ComparedSide(
                lambda: known,
                known.words,
                known.ended,
                tuple([(one.id, one.words) for one in fingerprint.statements]),
                fingerprint.quality,
                fingerprint.language,
            )
        return self._sides[sighting.body]
