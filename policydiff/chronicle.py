"""The history of one series of an archive: the conductor of `history`.

Reads what the archive holds, normalises each distinct body once, asks the history stage which captures count
and where texts may have changed, compares these, and puts the story together. Results are kept in a
cache when there is one; two processes share the work where there is much of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta
from difflib import get_close_matches
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from policydiff import __version__, opening, pipeline
from policydiff.archive import Archive
from policydiff.cache import Cache, key
from policydiff.diff.links import lead_elsewhere, leading_to_rights
from policydiff.errors import InputTooLarge, UnknownReference, UnreadablePdf, UnsupportedInput
from policydiff.findings import VERSION as FINDINGS_VERSION
from policydiff.findings import stated
from policydiff.histories import (
    Announced,
    Aside,
    Entry,
    Gap,
    History,
    Presence,
    Sighting,
    Sketch,
    Timeline,
    Weighed,
)
from policydiff.history import VERSION as HISTORY_VERSION
from policydiff.history import flaps, judge, passing, runs, sketch, steps
from policydiff.models import Clause, Quality, Reason
from policydiff.normaliser import VERSION as NORMALISER_VERSION
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from policydiff.files import SavedPage
    from policydiff.histories import Step, Variant
    from policydiff.models import Comparison, Document, Observation, Snapshot

VERSIONS = f"{__version__} {NORMALISER_VERSION} {FINDINGS_VERSION} {HISTORY_VERSION}"
_ALONE = 24
"""Pieces of work up to which a second process costs more than it saves."""
_PART = 12
"""Pieces of work that a process takes at a time: neighbours, which have much in common."""
_NO_NEWS = ("identical", "cosmetic", "broken-capture")
"""Verdicts of steps that are no change of the policy; where one side is a remnant, nobody knows of one."""
_LONG = timedelta(days=90)
"""Time without any record that is told as a gap."""

_T = TypeVar("_T")


class _Where(NamedTuple):
    """A series as it stands: what a process has to know to read from it."""

    archive: str
    series: str
    selectors: tuple[str, ...]
    seal: str


_Work = Callable[[_Where, list[Any]], list[_T]]
"""What a process does: a series and pieces of work give as many results."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is kept of a body once it was read: its sketch, and its links that may lead to a right."""

    sketch: Sketch
    rights: tuple[Clause, ...]


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
        self.series = series
        self._cache = cache
        self._progress = progress or (lambda _what, _done, _all: None)
        self._selectors = opening.selectors(self._archive, series)
        self._observations = sorted(
            self._archive.observations(series), key=lambda one: (one.counts_from, one.number)
        )
        if not any(one.snapshot for one in self._observations):
            raise _nothing(self._archive, series)
        self._where = _Where(str(self._archive.path), series, self._selectors, self._archive.seal(series))

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
        quotes = search(self._kept("text", _texts, _good(history), str))
        return _presence(self.series, asked, history, quotes)

    def presence_of(self, category: str) -> Presence:
        """Since when the policy states something of a category of findings, denials left aside.

        Args:
            category: such as "ai-training".
        """
        history = self.history()
        stated = self._kept("stated", _stated, _good(history), tuple[str, ...])
        says = {body: "" for body, told in stated.items() if category in told}
        return _presence(self.series, category, history, says)

    # --- sightings ---

    def history(self) -> History:
        """Every capture of the series, judged."""
        return judge(self._sightings())

    def _sightings(self) -> list[Sighting]:
        bodies = self._bodies()
        outlines = self._outlines(list(bodies.values()))
        numbers = _LinkStates()
        return [
            Sighting(
                ref=seen.ref or seen.snapshot,
                snapshot=f"{self.series}@{seen.snapshot}",
                at=seen.counts_from,
                body=seen.snapshot,
                sketch=outlines[seen.snapshot].sketch,
                links=numbers.of(outlines[seen.snapshot]),
                technical=seen.technical,
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
        one_of_each = _Sharer()
        outlines = self._kept("outline", _outlines, [body.snapshot for body in bodies], Outline)
        return {snapshot: one_of_each.shared(outline) for snapshot, outline in outlines.items()}

    def _kept(self, what: str, work: _Work[_T], snapshots: Iterable[str], kind: type[_T]) -> dict[str, _T]:
        """What there is to know of each snapshot, from the cache or worked out anew."""
        bodies = self._bodies()
        names = {key(what, bodies[one].key): one for one in sorted(snapshots)}
        known = self._cache.get(names, kind)
        missing = [name for name in names if name not in known]
        for done in self._shared("reading", work, [names[name] for name in missing]):
            fresh = dict(zip(missing, done, strict=True))
            self._cache.put(fresh)
            known |= fresh
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
            variants=tuple(
                replace(one, first=_brief(one.first), last=_brief(one.last)) for one in history.variants
            ),
            entries=tuple(replace(one, old=_brief(one.old), new=_brief(one.new)) for one in entries),
            asides=tuple(
                replace(one, first=_brief(one.first), last=_brief(one.last)) for one in _asides(history)
            ),
            flaps=flaps(history),
            without_news=len(found) - len(entries),
            gaps=tuple(_gaps(self._observations)),
            announced=tuple(_announced(entries, history.variants)),
            failures=sum(seen.what == "failed" for seen in self._observations),
        )

    def _weighed(self, found: Sequence[Step]) -> list[Weighed]:
        bodies = self._bodies()
        pairs = [(step.old.body, step.new.body) for step in found]
        names = [key("step", bodies[old].key, bodies[new].key) for old, new in pairs]
        known = self._cache.get(names, Weighed)
        missing = [(name, pair) for name, pair in zip(names, pairs, strict=True) if name not in known]
        for done in self._shared("comparing", _weighings, [pair for _, pair in missing]):
            fresh = {name: one for (name, _), one in zip(missing, done, strict=True)}
            self._cache.put(fresh)
            known |= fresh
        return [known[name] for name in names]

    @staticmethod
    def _entry(history: History, step: Step, weighed: Weighed) -> Entry:
        old, new = step.old, step.new
        before = [
            one.sighting
            for one in history.judged
            if one.variant == step.variant and one.sighting.at < new.at and not _same(one.sighting, new)
        ]
        same = [one for one in before if _same(one, old)]
        return Entry(
            step.variant,
            old,
            new,
            after=max([old.at, *(one.at for one in before)]),
            checks=max(0, len(same) - 1),
            confirmed=step.confirmed,
            weighed=weighed,
            technical=any(
                one.sighting.technical for one in history.judged if old.at < one.sighting.at <= new.at
            ),
            notice=_notice(old, new),
        )

    # --- work for two ---

    def _shared(
        self,
        what: str,
        work: _Work[_T],
        items: Sequence[Any],
    ) -> Iterator[list[_T]]:
        """The results of all items as one list; nothing where there are no items."""
        if not items:
            return
        parts = [list(items[start : start + _PART]) for start in range(0, len(items), _PART)]
        done: list[_T] = []
        workers = min(2, os.cpu_count() or 1)
        if len(items) <= _ALONE or workers == 1:
            for part in parts:
                done += work(self._where, part)
                self._progress(what, len(done), len(items))
        else:
            with ProcessPoolExecutor(workers) as processes:
                for result in processes.map(work, [self._where] * len(parts), parts):
                    done += result
                    self._progress(what, len(done), len(items))
        yield done


def _good(history: History) -> set[str]:
    """The bodies of the captures that count."""
    return {one.sighting.body for one in history.judged if one.passed_over is None}


def _presence(series: str, asked: str, history: History, quotes: Mapping[str, str]) -> Presence:
    """Since when the policy says something: by the bodies that say it, each with a quote, or "" for none."""
    says = [one.sighting.body in quotes for one in history.judged]
    good = [place for place, one in enumerate(history.judged) if one.passed_over is None]
    return Presence(
        series,
        asked,
        tuple(
            replace(run, quote_first=quotes[run.first.body], quote_last=quotes[run.last.body])
            for run in runs(history, says)
        ),
        present_from_start=bool(good) and says[good[0]],
        sightings=len(history.judged),
        first=history.judged[good[0]].sighting if good else None,
        last=history.judged[good[-1]].sighting if good else None,
        asides=tuple(_asides(history)),
        variants=history.variants,
    )


# --- what each process does ------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _opened(where: _Where) -> tuple[Archive, Mapping[str, Snapshot]]:
    archive = Archive(where.archive)
    return archive, archive.kept(where.series)


def _page(where: _Where, snapshot: str) -> SavedPage:
    archive, kept = _opened(where)
    return opening.page(archive, kept[snapshot], where.selectors)


@lru_cache(maxsize=4)
def _document(where: _Where, snapshot: str) -> Document:
    return pipeline.document(_page(where, snapshot))


def _outlines(where: _Where, snapshots: list[str]) -> list[Outline]:
    return [_outline(where, snapshot) for snapshot in snapshots]


def _outline(where: _Where, snapshot: str) -> Outline:
    """What is kept of a body; one that nobody here can read says nothing of the policy."""
    try:
        document = _document(where, snapshot)
    except (UnreadablePdf, UnsupportedInput, InputTooLarge) as error:
        quality = Quality("bad", (Reason("not-read", error.problem),))
        return Outline(Sketch((), 0, "", "", quality), ())
    return Outline(sketch(document), leading_to_rights(document))


def _texts(where: _Where, snapshots: list[str]) -> list[str]:
    return [_text(where, snapshot) for snapshot in snapshots]


def _text(where: _Where, snapshot: str) -> str:
    """The text to search: of Markdown as it was recorded, of anything else as it was read."""
    page = _page(where, snapshot)
    parts = []
    for one in (page, *page.more):
        if one.content_type.partition(";")[0].strip() == "text/markdown":
            parts.append(one.data.decode("utf-8", "replace"))
        else:
            parts.append(pipeline.document(replace(one, more=())).text)
    return plain("\n".join(parts))


def _stated(where: _Where, snapshots: list[str]) -> list[tuple[str, ...]]:
    """The categories in which each document states something; what it rules out is no statement of it."""
    found: list[tuple[str, ...]] = []
    for snapshot in snapshots:
        told = stated(_document(where, snapshot))
        found.append(tuple(sorted({one.category for one in told if one.direction != "narrowed"})))
    return found


def _weighings(where: _Where, pairs: list[tuple[str, str]]) -> list[Weighed]:
    kept = _opened(where)[1]
    return [
        _weighing(_document(where, old), _document(where, new), (kept[old].at.date(), kept[new].at.date()))
        for old, new in pairs
    ]


def _weighing(old: Document, new: Document, days: tuple[date, date]) -> Weighed:
    compared = pipeline.compare(old, new)
    added, removed = _counted(compared)
    none = passing(compared, days)
    if none:
        return Weighed("cosmetic", (Reason("passing", none),), (), added, removed)
    return Weighed(compared.verdict, compared.reasons, compared.findings, added, removed)


def _counted(compared: Comparison) -> tuple[int, int]:
    """Words that came and words that went."""
    added = removed = 0
    for change in compared.diff.changes:
        if change.kind == "added":
            added += sum(len(words(compared.new.clauses[place].text)) for place in change.new)
        elif change.kind == "removed":
            removed += sum(len(words(compared.old.clauses[place].text)) for place in change.old)
        else:
            added += sum(len(words(edit.new)) for edit in change.edits if edit.operation == "insert")
            removed += sum(len(words(edit.old)) for edit in change.edits if edit.operation == "delete")
    return added, removed


# --- small answers ---------------------------------------------------------------------------------

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_SYNTAX = re.compile(r"[*_`#|]")
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("“”„‟", '"'),
        **dict.fromkeys("–—", "-"),
        **dict.fromkeys("\u00a0\u202f", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
    }
)


def plain(text: str) -> str:
    r"""A text as it is searched: links without addresses, no Markdown syntax, straight quotes, one line.

    >>> plain("We **never** [sell](https://a.example/x)\nyour “data”.")
    'We never sell your "data".'
    """
    text = _SYNTAX.sub("", _ESCAPE.sub(r"\1", _LINK.sub(r"\1", text)))
    return " ".join(text.translate(_PLAIN).split())


class _LinkStates:
    """Numbers the states of links that lead to a right: one number for what leads to the same places."""

    def __init__(self) -> None:
        self._known: dict[tuple[frozenset[int], tuple[Any, ...]], int] = {}
        self._of_text: dict[frozenset[int], list[tuple[int, Outline]]] = {}
        self._next = 1

    def of(self, outline: Outline) -> int:
        """The number of an outline's links, among those with the same text."""
        text = frozenset([one.id for one in outline.sketch.statements])
        targets = tuple((link.text, link.target) for clause in outline.rights for link in clause.links)
        number = self._known.get((text, targets))
        if number is None:
            number = self._known[text, targets] = self._number(text, outline)
        return number

    def _number(self, text: frozenset[int], outline: Outline) -> int:
        same = self._of_text.setdefault(text, [])
        for number, other in reversed(same):
            if not lead_elsewhere(other.rights, outline.rights, outline.sketch.language):
                return number
        number, self._next = self._next, self._next + 1
        same.append((number, outline))
        return number


class _Sharer:
    """Keeps each statement and clause once, however many outlines have it."""

    def __init__(self) -> None:
        self._one: dict[Any, Any] = {}

    def shared(self, outline: Outline) -> Outline:
        """The same outline, made of parts that others have too."""
        statements = tuple([self._one.setdefault(one.id, one) for one in outline.sketch.statements])
        rights = tuple([self._one.setdefault(one, one) for one in outline.rights])
        return Outline(replace(outline.sketch, statements=statements), rights)


def _brief(sighting: Sighting) -> Sighting:
    """A sighting without the statements of its text: a story is told without them."""
    return replace(sighting, sketch=replace(sighting.sketch, statements=()))


def _same(one: Sighting, other: Sighting) -> bool:
    """Whether two sightings say the same, with links that lead to the same rights."""
    if one.body == other.body:
        return True
    return one.links == other.links and one.sketch.statements == other.sketch.statements


def _notice(old: Sighting, new: Sighting) -> int | None:
    day = new.sketch.effective
    if day is None or day == old.sketch.effective:
        return None
    return (day - new.at.date()).days


def _asides(history: History) -> Iterator[Aside]:
    """Captures that were passed over, those of one kind in a row as one."""
    found: Aside | None = None
    for judged in history.judged:
        if judged.passed_over is None:
            if found:
                yield found
            found = None
        elif found and (found.kind, found.reason) == (judged.passed_over, judged.reason):
            found = replace(found, last=judged.sighting, sightings=found.sightings + 1)
        else:
            if found:
                yield found
            found = Aside(judged.passed_over, judged.reason, judged.sighting, judged.sighting, 1)
    if found:
        yield found


def _gaps(observations: Sequence[Observation]) -> Iterator[Gap]:
    """Long times in which nothing was recorded, not even a check that found nothing new."""
    for before, after in pairwise(sorted(one.at for one in observations)):
        if after - before > _LONG:
            yield Gap(before, after)


def _announced(entries: Sequence[Entry], variants: Sequence[Variant]) -> Iterator[Announced]:
    """Of each variant the latest day of effect, where it lies behind the last capture of the variant."""
    latest = {entry.variant: place for place, entry in enumerate(entries) if entry.notice is not None}
    for variant, place in sorted(latest.items()):
        day = entries[place].new.sketch.effective
        if day is not None and day > variants[variant].last.at.date():
            yield Announced(place, day)


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
        told = "It is empty: import or fetch something first"
    return UnknownReference(series, f"there is no such series in {archive.path}", told)
