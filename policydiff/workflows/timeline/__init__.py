"""The history of one series of an archive: the workflow around the stage `history`.

Reads what the archive holds, normalises each distinct body once, asks the history stage which captures count
and where texts may have changed, compares these, and assembles the timeline. Results are kept in a cache when
there is one; two processes share the work where there is much of it.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from policydiff import __version__, resolve
from policydiff.archive import Archive
from policydiff.cache import Cache, key
from policydiff.diff import VERSION as DIFF_VERSION
from policydiff.errors import UnknownReference
from policydiff.findings import VERSION as FINDINGS_VERSION
from policydiff.history import VERSION as HISTORY_VERSION
from policydiff.history import flaps, judge_sightings, returned, steps, wordings
from policydiff.history_models import (
    Biographies,
    Biography,
    Fingerprint,
    History,
    Judged,
    Position,
    Presence,
    Region,
    Sighting,
    StepResult,
    Timeline,
    TimelineEntry,
)
from policydiff.models import Quality, Reason, recorder_host, series_name
from policydiff.normaliser import VERSION as NORMALISER_VERSION
from policydiff.notice import notice
from policydiff.optout.named import named_in, names
from policydiff.workflows.timeline import story
from policydiff.workflows.timeline.link_search import by_target
from policydiff.workflows.timeline.plain import plain
from policydiff.workflows.timeline.readings import Readings
from policydiff.workflows.timeline.shared import LinkStates, SharedParts
from policydiff.workflows.timeline.work import Outline, PairView, RecordedSeries, WorkFault

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from policydiff.history_models import Step
    from policydiff.models import Category, Observation, Provenance, Stance
    from policydiff.workflows.timeline.readings import ProgressCallback
    from policydiff.workflows.timeline.work import Facet

__all__ = ["SeriesHistory", "plain"]

VERSIONS = f"{__version__} {NORMALISER_VERSION} {DIFF_VERSION} {FINDINGS_VERSION} {HISTORY_VERSION}"
_NO_NEWS = ("identical", "cosmetic", "broken-capture")
"""Verdicts of steps that are no change of the policy; where one side is a remnant, nobody knows of one."""


class SeriesHistory:
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
        progress: ProgressCallback | None = None,
    ) -> None:
        self._archive = Archive(archive)
        self._archive.check(series)
        self.series = series
        self._cache = cache
        self._selectors = resolve.selectors(self._archive, series)
        self._observations = sorted(
            self._archive.observations(series), key=lambda one: (one.counts_from, one.number)
        )
        if not any(one.snapshot for one in self._observations):
            raise _nothing(self._archive, series)
        self._state = RecordedSeries(
            str(self._archive.path), series, self._selectors, self._archive.seal(series)
        )
        self._readings = Readings(
            self._state, self._keys(), cache, progress or (lambda _what, _done, _all: None)
        )

    # --- the two questions ---

    def timeline(self) -> Timeline:
        """One story out of all captures."""
        asked = key("timeline", VERSIONS, self.series, self._state.seal, *self._selectors)
        known = self._cache.get([asked], Timeline).get(asked)
        if known is not None:
            return known
        timeline = self._timeline()
        if self._readings.whole:
            self._cache.put({asked: timeline})
        return timeline

    def presence(self, asked: str, search: Callable[[Mapping[str, str]], Mapping[str, str]]) -> Presence:
        """Since when the policy says something.

        Args:
            asked: what is asked for, as a person put it.
            search: which of some texts, by name, say it, each with a quote; texts come as
                `plain_lines` makes them.
        """
        history, texts = self._asked("text")
        presence = story.presence(self.series, asked, history, search(texts))
        presence = replace(presence, recorded_by=self._recorded_by())
        shown = self._shown(presence)
        sides = {pair: one.new if pair.came else one.old for pair, one in shown.items()}
        names = {str(number): pair for number, pair in enumerate(sides) if sides[pair]}
        said = search({name: sides[pair] for name, pair in names.items()}) if names else {}
        return story.answering(presence, {names[name] for name in said})

    def presence_of(self, category: str) -> Presence:
        """Since when the policy states something of a category of findings, denials left aside.

        Args:
            category: such as "ai-training".
        """
        history, stated = self._asked("stated")
        says = {body: "" for body, categories in stated.items() if category in categories}
        presence = story.presence(self.series, category, history, says)
        presence = replace(presence, recorded_by=self._recorded_by())
        shown = self._shown(presence)
        presence = story.answering(
            presence, {pair for pair, one in shown.items() if category in one.categories}
        )
        return story.quoting(presence, lambda body: self._weightiest(body, category))

    def _weightiest(self, body: str, category: str) -> str:
        """The words of the statement of a body that tells most on a matter, "" if it cannot be read."""
        read = self._readings.of("stances", [body])[body]
        some = () if isinstance(read, WorkFault) else read
        stated = [one for one in some if one.category == category and one.kind == "stated"]
        return min(stated, key=lambda one: one.by_weight).quote.text if stated else ""

    def presence_of_link(self, asked: str) -> Presence:
        """Since when the policy has a link with some words or to some address, a stretch for each place to
        which it led.

        Args:
            asked: whole words of the link, or its address or a part of it.
        """
        history, links = self._asked("links")
        ordered = {body: links[body] for body in self._keys() if body in links}
        presence = story.presence_of_links(self.series, asked, history, by_target(asked, ordered))
        return replace(presence, recorded_by=self._recorded_by())

    def biographies(self, reference: str) -> Biographies:
        """Every wording of each clause of a capture, within its variant.

        Args:
            reference: of a capture of this series, as `Sighting.snapshot` gives it.

        Raises:
            UnknownReference: it is no good capture of the policy.
        """
        history, texts = self._asked("clauses")
        judged = _judged(history, reference)
        seen = [
            one.sighting
            for one in history.judged
            if one.passed_over is None and one.variant == judged.variant
        ]
        place = seen.index(judged.sighting)
        pairs = list(
            dict.fromkeys(
                (old.body, new.body) for old, new in pairwise(seen) if texts[old.body] != texts[new.body]
            )
        )
        came = {
            pair: one
            for pair, one in zip(pairs, self._readings.descents(pairs), strict=True)
            if not isinstance(one, WorkFault)
        }
        clauses = self._readings.document(judged.sighting.body).clauses
        return Biographies(
            reference,
            tuple(
                Biography(number, clause.kind, clause.path, wordings_)
                for (number, clause), wordings_ in zip(
                    enumerate(clauses), wordings(seen, place, texts, came), strict=True
                )
            ),
            history.variants[judged.variant].name,
            story.brief(seen[0]),
            story.brief(seen[-1]),
            len(seen),
        )

    def presences(self) -> tuple[Presence, ...]:
        """Of each category in which a good capture states something: since when, denials left aside.

        How stretches began and ended is not looked at: `presence_of` tells that of one category.
        """
        asked = key("presences", VERSIONS, self.series, self._state.seal, *self._selectors)
        known = self._cache.get([asked], tuple[Presence, ...]).get(asked)
        if known is not None:
            return known
        history, stated = self._asked("stated")
        found = tuple(
            story.brief_presence(
                story.presence(
                    self.series,
                    category,
                    history,
                    {b: "" for b, stated_of in stated.items() if category in stated_of},
                )
            )
            for category in sorted(frozenset[str]().union(*stated.values()))
        )
        if self._readings.whole:
            self._cache.put({asked: found})
        return found

    def position(self, category: Category) -> Position | None:
        """What the document says on a matter today, and since when; None if no capture states anything.

        Args:
            category: the matter.
        """
        known = self.presences()
        if not known:
            return None
        asked = next((one for one in known if one.asked == category), None)
        run = asked.runs[-1] if asked and asked.runs else None
        last = known[0].last
        going_on = run is not None and run.ended_by is None
        quoted = run.last if run is not None and going_on else last
        if quoted is None:
            return None
        stances = self._readings.of("stances", [quoted.body])[quoted.body]
        return Position(
            self.series,
            category,
            quoted.snapshot,
            quoted.at,
            ()
            if isinstance(stances, WorkFault)
            else tuple(one for one in stances if one.category == category),
            asked.runs if asked else (),
        )

    def regions(self, until: datetime | None = None) -> tuple[Region, ...]:
        """What each variant states at a moment, by its last good capture before it.

        Args:
            until: the moment; None for the last capture of each.
        """
        history = self.history()
        latest: dict[int, Sighting] = {}
        for one in history.judged:
            if one.passed_over is None and (until is None or one.sighting.at < until):
                latest[one.variant] = one.sighting
        facets = self._readings.of("stances", {one.body for one in latest.values()}, "clauses")
        clauses = self._readings.of("clauses", {one.body for one in latest.values()})
        since = self.presences()
        return tuple(
            Region(
                _region(self.series, history, variant),
                history.variants[variant].evidence,
                one.snapshot,
                one.at,
                one.fingerprint.language,
                ()
                if isinstance(facets[one.body], WorkFault)
                else tuple(map(_by_its_words, facets[one.body])),
                tuple(
                    (known.asked, run)
                    for known in since
                    for run in known.runs
                    if run.first.at <= one.at <= run.last.at and variant in run.variants
                ),
                tuple(named_in(clauses[one.body]).items())
                if not isinstance(clauses[one.body], WorkFault)
                else (),
            )
            for variant, one in sorted(latest.items())
        )

    def _shown(self, presence: Presence) -> dict[story.BodyPair, PairView]:
        """What the comparisons show that may show how stretches began and ended."""
        pairs = story.pairs(presence)
        shown = self._readings.shown([(pair.old, pair.new) for pair in pairs])
        return {pair: one for pair, one in zip(pairs, shown, strict=True) if not isinstance(one, WorkFault)}

    def _asked(self, facet: Facet) -> tuple[History, dict[str, Any]]:
        """The captures judged, and a facet of each that counts; one of which it cannot be told does not."""
        history = judge_sightings(self._sightings(facet))
        answers = self._readings.of(facet, _good(history))
        faults = {body: one for body, one in answers.items() if isinstance(one, WorkFault)}
        if faults:
            history = judge_sightings([_unread(seen, faults) for seen in self._sightings()])
        return history, {body: answers[body] for body in _good(history) & answers.keys()}

    # --- sightings ---

    def history(self) -> History:
        """Every capture of the series, judged."""
        return judge_sightings(self._sightings())

    def _sightings(self, *next_: Facet) -> list[Sighting]:
        one_of_each, numbers = SharedParts(), LinkStates()
        outlines = {
            body: _failed(one) if isinstance(one, WorkFault) else one_of_each.shared(one)
            for body, one in self._readings.of("outline", self._keys(), *next_).items()
        }
        return [
            Sighting(
                ref=seen.ref or seen.snapshot,
                snapshot=f"{self.series}@{seen.snapshot}",
                at=seen.counts_from,
                body=seen.snapshot,
                fingerprint=outlines[seen.snapshot].fingerprint,
                links=numbers.of(outlines[seen.snapshot]),
                technical=seen.technical,
                suspect=_doubt(seen),
            )
            for seen in self._observations
            if seen.snapshot
        ]

    def _keys(self) -> dict[str, str]:
        """Each snapshot that was kept, with the key of what it is read from: the hash of its sidecar covers
        address, type and bytes."""
        return {
            seen.snapshot: key(VERSIONS, seen.series, seen.sidecar, *self._selectors)
            for seen in self._observations
            if seen.snapshot and seen.sidecar
        }

    # --- the timeline ---

    def _timeline(self) -> Timeline:
        history = self.history()
        found = steps(history)
        results = self._results(found)
        changes = [
            (step, one) for step, one in zip(found, results, strict=True) if one.verdict not in _NO_NEWS
        ]
        seen = story.Observed(history)
        entries = [_entry(history, seen, step, one) for step, one in changes]
        sightings = [one.sighting for one in history.judged]
        last = max(seen.at for seen in self._observations)
        return Timeline(
            series=self.series,
            sightings=len(sightings),
            texts=len({frozenset(s.id for s in one.fingerprint.statements) for one in sightings}),
            first=min(one.at for one in sightings),
            last=last,
            variants=tuple(story.brief_ends(one) for one in history.variants),
            entries=tuple(entries),
            passed_over=tuple(story.brief_ends(one) for one in story.passed_over(history)),
            flaps=flaps(history),
            without_news=len(found) - len(entries),
            gaps=tuple(story.gaps(self._observations)),
            announced=tuple(story.announced(entries, history.variants, last.date())),
            failures=sum(seen.what == "failed" for seen in self._observations),
            not_seen=story.not_seen(self._observations),
            recorded_by=self._recorded_by(),
        )

    def _recorded_by(self) -> tuple[Provenance, ...]:
        """Who recorded captures: read from the first and the last of each kind and each host of copies, since
        a series seldom has more than one recorder."""
        kept = self._archive.kept(self.series)
        by_kind: dict[tuple[str, str], list[str]] = {}
        for name, snapshot in kept.items():
            by_kind.setdefault((snapshot.how, recorder_host(snapshot.ref)), []).append(name)
        ends = dict.fromkeys(name for names in by_kind.values() for name in (names[0], names[-1]))
        pages = (resolve.page(self._archive, kept[name], self._selectors) for name in ends)
        origins = (replace(page.provenance, ref="", snapshot="") for page in pages)
        return tuple(dict.fromkeys(one for one in origins if one.recorder))

    def _results(self, found: Sequence[Step]) -> list[StepResult]:
        results = self._readings.results([(step.old.body, step.new.body) for step in found])
        return [_not_compared(one) if isinstance(one, WorkFault) else one for one in results]


def _entry(history: History, seen: story.Observed, step: Step, result: StepResult) -> TimelineEntry:
    after, checks = seen.unchanged(step)
    return TimelineEntry(
        step.variant,
        story.brief(step.old),
        story.brief(step.new),
        after=after,
        checks=checks,
        confirmed=step.confirmed,
        result=replace(result, reasons=(*result.reasons, *returned(history, step))),
        technical=seen.technical(step),
        notice=notice(step.old.fingerprint.days, step.new.fingerprint.effective, step.new.at.date()),
    )


def _by_its_words(stance: Stance) -> Stance:
    """A statement with the rights and bases that its own words name."""
    return replace(stance, points=tuple(one for one in stance.points if names(one, stance.quote.text)))


def _failed(fault: WorkFault) -> Outline:
    """What is known of a body that could not be read: it is passed over, with the fault as its reason."""
    return Outline(Fingerprint((), 0, "", "", _by(fault)), ())


def _unread(seen: Sighting, faults: Mapping[str, WorkFault]) -> Sighting:
    """A capture, or the same as one that could not be read."""
    fault = faults.get(seen.body)
    return replace(seen, fingerprint=replace(seen.fingerprint, quality=_by(fault))) if fault else seen


def _by(fault: WorkFault) -> Quality:
    sentence = f"Reading it failed inside policydiff ({fault.kind}), which is a mistake to be reported"
    return Quality("bad", (Reason("fault", sentence),))


def _not_compared(fault: WorkFault) -> StepResult:
    """The result of a step that could not be compared: the report says so, and it never counts as
    unchanged."""
    sentence = f"Comparing the two failed inside policydiff ({fault.kind}), which is a mistake to be reported"
    return StepResult("substantive", (Reason("not-compared", sentence),), (), 0, 0)


def _doubt(seen: Observation) -> str:
    """Why `fetch` took a capture for no good one, "" if it did not."""
    if seen.what != "suspect":
        return ""
    return "; ".join(reason.sentence for reason in seen.quality.reasons)


def _region(series: str, history: History, variant: int) -> str:
    """What a variant of a series is called: as the archive and as the text name it, else its language."""
    names = [series_name(series).variant, history.variants[variant].name if len(history.variants) > 1 else ""]
    number = f"variant {variant + 1}" if len(history.variants) > 1 and not names[1] else ""
    return " ".join(filter(None, (*names, number))) or history.variants[variant].name or "no region named"


def _judged(history: History, reference: str) -> Judged:
    """The judgement of a capture that counts."""
    asked = [one for one in history.judged if one.sighting.snapshot == reference]
    good = next((one for one in reversed(asked) if one.passed_over is None), None)
    if good is None:
        why = asked[0].reason if asked else "nothing was kept of it"
        raise UnknownReference(
            reference, f"it is no good capture of the policy ({why})", "Name another day; `log` lists them"
        )
    return good


def _good(history: History) -> set[str]:
    """The bodies of the captures that count."""
    return {one.sighting.body for one in history.judged if one.passed_over is None}


def _nothing(archive: Archive, series: str) -> UnknownReference:
    known = archive.series()
    document = series_name(series).document_name
    near = [name for name in known if series_name(name).document_name == document and name != series]
    if near or series in known:
        advice = f"The archive has {' and '.join(near)}" if near else "Fetch it, or run its import again"
        return UnknownReference(series, "nothing was ever seen of it", advice)
    close = get_close_matches(series, known, cutoff=0.5)
    advice = f"The nearest: {', '.join(close)}" if close else f"It holds {', '.join(known[:8])}"
    if not known:
        advice = "It is empty: fetch or import something first, or name another archive with --archive"
    return UnknownReference(series, f"there is no such series in {archive.path}", advice)
