"""The history of one series of an archive: the conductor of `history`.

Reads what the archive holds, normalises each distinct body once, asks the history stage which captures count
and where texts may have changed, compares these, and puts the story together. Results are kept in a
cache when there is one; two processes share the work where there is much of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from policydiff import __version__, opening
from policydiff.archive import Archive
from policydiff.cache import Cache, key
from policydiff.chronicle import story, work
from policydiff.chronicle.plain import plain
from policydiff.chronicle.processes import results
from policydiff.chronicle.shared import LinkStates, Sharer
from policydiff.chronicle.work import Outline, Where
from policydiff.errors import UnknownReference
from policydiff.findings import VERSION as FINDINGS_VERSION
from policydiff.histories import Entry, History, Presence, Sighting, Timeline, Weighed
from policydiff.history import VERSION as HISTORY_VERSION
from policydiff.history import flaps, judge, returned, steps
from policydiff.normaliser import VERSION as NORMALISER_VERSION

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Mapping, Sequence

    from policydiff.histories import Step
    from policydiff.models import Observation

__all__ = ["Chronicle", "plain"]

VERSIONS = f"{__version__} {NORMALISER_VERSION} {FINDINGS_VERSION} {HISTORY_VERSION}"
_PART = 12
"""Pieces of work that a process takes at a time: neighbours, which have much in common."""
_NO_NEWS = ("identical", "cosmetic", "broken-capture")
"""Verdicts of steps that are no change of the policy; where one side is a remnant, nobody knows of one."""

_T = TypeVar("_T")


_Work = Callable[[Where, list[Any]], list[_T]]
"""What a process does: a series and pieces of work give as many results."""


@dataclass(frozen=True, slots=True)
class _Body:
    """A snapshot that was kept, and what covers all that it was read from."""

    snapshot: str
    key: str


class Chronicle:
    """One series of an archive, looked at as a whole.

    Args:
        archive: the folder of the archive.
        series: "platform/document" or "platform/document@variant".
        cache: where results are kept; a `Cache(None)` keeps none.
        progress: called with what is being done, how many are done and how many there are.

    Raises:
        UnknownReference: there is no such series, or nothing was ever seen.
        DamagedArchive: the archive does not match its hashes.
    """

    def __init__(
        self,
        archive: str | os.PathLike[str],
        series: str,
        cache: Cache,
        progress: Callable[[str, int, int], None] | None = None,
    ) -> None:
        self._archive = Archive(archive)
        self._archive.check(series)
        self.series = series
        self._cache = cache
        self._progress = progress or (lambda _what, _done, _all: None)
        self._selectors = opening.selectors(self._archive, series)
        self._observations = sorted(
            self._archive.observations(series), key=lambda one: (one.counts_from, one.number)
        )
        if not any(one.snapshot for one in self._observations):
            raise _nothing(self._archive, series)
        self._where = Where(str(self._archive.path), series, self._selectors, self._archive.seal(series))

    # --- the two questions ---

    def timeline(self) -> Timeline:
        """One story out of all captures."""
        asked = key("timeline", VERSIONS, self.series, self._where.seal, *self._selectors)
        known = self._cache.get([asked], Timeline).get(asked)
        if known is not None:
            return known
        timeline = self._timeline()
        self._cache.put({asked: timeline})
        return timeline

    def presence(self, asked: str, search: Callable[[Mapping[str, str]], Mapping[str, str]]) -> Presence:
        """Since when the policy says something.

        Args:
            asked: what is asked for, as a person put it.
            search: which of some texts, by name, say it, each with a quote; texts come as `plain` makes them.
        """
        history = self.history()
        quotes = search(self._kept("text", work.texts, _good(history), str))
        return story.presence(self.series, asked, history, quotes)

    def presence_of(self, category: str) -> Presence:
        """Since when the policy states something of a category of findings, denials left aside.

        Args:
            category: such as "ai-training".
        """
        history = self.history()
        stated = self._kept("stated", work.statements, _good(history), tuple[str, ...])
        says = {body: "" for body, told in stated.items() if category in told}
        return story.presence(self.series, category, history, says)

    # --- sightings ---

    def history(self) -> History:
        """Every capture of the series, judged."""
        return judge(self._sightings())

    def _sightings(self) -> list[Sighting]:
        bodies = self._bodies()
        outlines = self._outlines(list(bodies.values()))
        numbers = LinkStates()
        return [
            Sighting(
                ref=seen.ref or seen.snapshot,
                snapshot=f"{self.series}@{seen.snapshot}",
                at=seen.counts_from,
                body=seen.snapshot,
                sketch=outlines[seen.snapshot].sketch,
                links=numbers.of(outlines[seen.snapshot]),
                technical=seen.technical,
                suspect=_doubt(seen),
            )
            for seen in self._observations
            if seen.snapshot
        ]

    def _bodies(self) -> dict[str, _Body]:
        """Each snapshot that was kept, by its id; the hash of its sidecar covers address, type and bytes."""
        return {
            seen.snapshot: _Body(seen.snapshot, key(VERSIONS, seen.series, seen.sidecar, *self._selectors))
            for seen in self._observations
            if seen.snapshot and seen.sidecar
        }

    def _outlines(self, bodies: Sequence[_Body]) -> dict[str, Outline]:
        one_of_each = Sharer()
        outlines = self._kept("outline", work.outlines, [body.snapshot for body in bodies], Outline)
        return {snapshot: one_of_each.shared(outline) for snapshot, outline in outlines.items()}

    def _kept(self, what: str, task: _Work[_T], snapshots: Iterable[str], kind: type[_T]) -> dict[str, _T]:
        """What there is to know of each snapshot, from the cache or worked out anew."""
        bodies = self._bodies()
        names = {key(what, bodies[one].key): one for one in sorted(snapshots)}
        known = self._cache.get(names, kind)
        missing = {name: one for name, one in names.items() if name not in known}
        known |= self._worked("reading", task, missing)
        return {names[name]: one for name, one in known.items()}

    # --- the timeline ---

    def _timeline(self) -> Timeline:
        history = self.history()
        found = steps(history)
        weighed = self._weighed(found)
        told = [(step, one) for step, one in zip(found, weighed, strict=True) if one.verdict not in _NO_NEWS]
        entries = [self._entry(history, step, one) for step, one in told]
        sightings = [one.sighting for one in history.judged]
        return Timeline(
            series=self.series,
            sightings=len(sightings),
            texts=len({frozenset(s.id for s in one.sketch.statements) for one in sightings}),
            first=min(one.at for one in sightings),
            last=max(seen.at for seen in self._observations),
            variants=tuple(story.brief_ends(one) for one in history.variants),
            entries=tuple(entries),
            asides=tuple(story.brief_ends(one) for one in story.asides(history)),
            flaps=flaps(history),
            without_news=len(found) - len(entries),
            gaps=tuple(story.gaps(self._observations)),
            announced=tuple(story.announced(entries, history.variants)),
            failures=sum(seen.what == "failed" for seen in self._observations),
        )

    def _weighed(self, found: Sequence[Step]) -> list[Weighed]:
        bodies = self._bodies()
        pairs = [(step.old.body, step.new.body) for step in found]
        names = [key("step", bodies[old].key, bodies[new].key) for old, new in pairs]
        known = self._cache.get(names, Weighed)
        missing = {name: pair for name, pair in zip(names, pairs, strict=True) if name not in known}
        known |= self._worked("comparing", work.weighings, missing)
        return [known[name] for name in names]

    @staticmethod
    def _entry(history: History, step: Step, weighed: Weighed) -> Entry:
        old, new = step.old, step.new
        before = [
            one.sighting
            for one in history.judged
            if one.variant == step.variant and one.sighting.at < new.at and not story.same(one.sighting, new)
        ]
        same = [one for one in before if story.same(one, old)]
        return Entry(
            step.variant,
            story.brief(old),
            story.brief(new),
            after=max([old.at, *(one.at for one in before)]),
            checks=max(0, len(same) - 1),
            confirmed=step.confirmed,
            weighed=replace(weighed, reasons=(*weighed.reasons, *returned(history, step))),
            technical=any(
                one.sighting.technical for one in history.judged if old.at < one.sighting.at <= new.at
            ),
            notice=story.notice(old, new),
        )

    # --- work for two ---

    def _worked(self, what: str, task: _Work[_T], items: Mapping[str, Any]) -> dict[str, _T]:
        """The result of each piece of work, by its key. Each part is kept as soon as it is done, so that a
        chronicle that is stopped goes on from there."""
        names, parts = _parts(list(items)), _parts(list(items.values()))
        done: dict[str, _T] = {}
        for some, found in zip(names, results(partial(task, self._where), parts), strict=True):
            fresh = dict(zip(some, found, strict=True))
            self._cache.put(fresh)
            done |= fresh
            self._progress(what, len(done), len(items))
        return done


def _parts(items: Sequence[_T]) -> list[list[_T]]:
    return [list(items[start : start + _PART]) for start in range(0, len(items), _PART)]


def _doubt(seen: Observation) -> str:
    """Why `fetch` took a capture for no good one, "" where it did not."""
    if seen.what != "suspect":
        return ""
    return "; ".join(reason.sentence for reason in seen.quality.reasons)


def _good(history: History) -> set[str]:
    """The bodies of the captures that count."""
    return {one.sighting.body for one in history.judged if one.passed_over is None}


def _nothing(archive: Archive, series: str) -> UnknownReference:
    known = archive.series()
    near = [name for name in known if name.partition("@")[0] == series.partition("@")[0]]
    if near:
        return UnknownReference(
            series, "nothing was ever seen of it", f"The archive has {' and '.join(near)}"
        )
    close = get_close_matches(series, known, cutoff=0.5)
    told = f"The nearest: {', '.join(close)}" if close else f"It holds {', '.join(known[:8])}"
    if not known:
        told = "It is empty: fetch or import something first, or name another archive with --archive"
    return UnknownReference(series, f"there is no such series in {archive.path}", told)
