"""Facts about the bodies of a series: from the cache, from this run, or worked out now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from policydiff.cache import Cache, key
from policydiff.history_models import Descent, StepResult
from policydiff.models import Stance
from policydiff.workflows.timeline import work
from policydiff.workflows.timeline.second_process import results
from policydiff.workflows.timeline.work import Outline, PairView, WorkFault

if TYPE_CHECKING:
    from policydiff.models import Document
    from policydiff.workflows.timeline.work import Facet, RecordedSeries

ProgressCallback = Callable[[str, int, int], None]
"""Called with the kind of work, the number of pieces done and the number of all."""

_PART = 12
"""Pieces of work that a process takes at a time: neighbours, which have much in common."""
_KINDS: Mapping[Facet, Any] = {
    "outline": Outline,
    "text": str,
    "stated": tuple[str, ...],
    "stances": tuple[Stance, ...],
    "links": tuple[tuple[str, str], ...],
    "clauses": tuple[str, ...],
}

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class Readings:
    """Facets of bodies, and what comparing two of them shows; each is worked out once.

    Args:
        state: the series as it stands.
        keys: for each snapshot a key that covers everything it is read from.
        cache: where results are kept for the next run; a `WorkFault` is not.
        progress: called for each part that is worked out.
    """

    def __init__(
        self, state: RecordedSeries, keys: Mapping[str, str], cache: Cache, progress: ProgressCallback
    ) -> None:
        self._state, self._keys, self._cache, self._progress = state, keys, cache, progress
        self._known: dict[Facet, dict[str, Any]] = {facet: {} for facet in _KINDS}
        self.whole = True
        """Whether no piece of work failed: an answer without one is not to be cached."""

    def of(self, facet: Facet, snapshots: Iterable[str], *next_: Facet) -> dict[str, Any]:
        """A facet of each snapshot, or a `WorkFault`.

        Args:
            facet: what is asked.
            snapshots: of which bodies.
            next_: facets that will be asked next: they are worked out where a body has to be read anyway.
        """
        asked = sorted(snapshots)
        for one in (facet, *next_):
            self._recall(one, asked)
        missing = [snapshot for snapshot in asked if snapshot not in self._known[facet]]
        wanted = [
            (snapshot, (facet, *(one for one in next_ if snapshot not in self._known[one])))
            for snapshot in missing
        ]
        for part, found in self._worked("reading", work.readings, wanted):
            for (snapshot, _), facets in zip(part, found, strict=True):
                for one, answer in facets.items():
                    self._known[one][snapshot] = answer
            self._keep(
                {
                    key(one, self._keys[snapshot]): answer
                    for (snapshot, _), facets in zip(part, found, strict=True)
                    for one, answer in facets.items()
                }
            )
        return {snapshot: self._known[facet][snapshot] for snapshot in asked}

    def document(self, snapshot: str) -> Document:
        """The document that a snapshot holds, read anew."""
        return work.document(self._state, snapshot)

    def _recall(self, facet: Facet, snapshots: Iterable[str]) -> None:
        known = self._known[facet]
        names = {key(facet, self._keys[one]): one for one in snapshots if one not in known}
        known.update((names[name], one) for name, one in self._cache.get(names, _KINDS[facet]).items())

    def results(self, pairs: Sequence[tuple[str, str]]) -> list[StepResult | WorkFault]:
        """What comparing each pair of snapshots comes to, or a `WorkFault`."""
        return self._compared("step", work.step_results, StepResult, pairs)

    def shown(self, pairs: Sequence[tuple[str, str]]) -> list[PairView | WorkFault]:
        """What comparing each pair of snapshots shows, or a `WorkFault`."""
        return self._compared("shown", work.pair_views, PairView, pairs)

    def descents(self, pairs: Sequence[tuple[str, str]]) -> list[Descent | WorkFault]:
        """Which clauses of each pair's earlier snapshot became which of the later one, or a `WorkFault`."""
        return self._compared("descent", work.descents, Descent, pairs)

    def _compared(
        self,
        what: str,
        task: Callable[[RecordedSeries, list[tuple[str, str]]], list[_Result | WorkFault]],
        kind: type[_Result],
        pairs: Sequence[tuple[str, str]],
    ) -> list[_Result | WorkFault]:
        names = {pair: key(what, self._keys[pair[0]], self._keys[pair[1]]) for pair in pairs}
        kept = self._cache.get(names.values(), kind)
        known: dict[tuple[str, str], _Result | WorkFault] = {
            pair: kept[name] for pair, name in names.items() if name in kept
        }
        missing = [pair for pair in names if pair not in known]
        for part, found in self._worked("comparing", task, missing):
            fresh = dict(zip(part, found, strict=True))
            self._keep({names[pair]: one for pair, one in fresh.items()})
            known |= fresh
        return [known[pair] for pair in pairs]

    def _keep(self, fresh: Mapping[str, Any]) -> None:
        """Each part is kept as soon as it is done, so that a run that is stopped goes on from there."""
        sound = {name: one for name, one in fresh.items() if not isinstance(one, WorkFault)}
        self.whole = self.whole and len(sound) == len(fresh)
        self._cache.put(sound)

    def _worked(
        self, what: str, task: Callable[[RecordedSeries, list[_Item]], list[_Result]], items: list[_Item]
    ) -> Iterator[tuple[list[_Item], list[_Result]]]:
        """Parts of the items, each with its results, in their order."""
        if not items:
            return
        parts = [items[start : start + _PART] for start in range(0, len(items), _PART)]
        done = 0
        self._progress(what, done, len(items))
        for part, found in zip(parts, results(partial(task, self._state), parts), strict=True):
            yield part, found
            done += len(part)
            self._progress(what, done, len(items))
