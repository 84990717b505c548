"""The ways out of a document joined: what it names, what became of it over time, what answers there.

Opening a way only ever fetches pages (GET); they are kept as series of their own, named after the address,
and the verdict is worked out from the archive: so it is the same at any later time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from policydiff import __version__, documents, resolve
from policydiff.cache import key
from policydiff.diff.addresses import noise
from policydiff.errors import DamagedArchive, PolicydiffError
from policydiff.models import series_name
from policydiff.normaliser import VERSION as NORMALISER_VERSION
from policydiff.normaliser.page_forms import read_forms
from policydiff.optout import VERSION, followed, obstacles, ways
from policydiff.optout.verdicts import MOST_STEPS, judged, next_step, unasked
from policydiff.optout_models import (
    RIGHTS,
    WAY_OUT,
    AddressRecord,
    Answer,
    Look,
    OptOuts,
    OtherVariant,
    Seen,
    Stretch,
    Way,
    WayPage,
    WayRecord,
    WayStory,
    WayVerdict,
)
from policydiff.workflows import comparing, fetching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from policydiff.archive import Archive
    from policydiff.cache import Cache
    from policydiff.fetch import Fetchers
    from policydiff.models import Document, Observation, Source
    from policydiff.optout_models import Right
    from policydiff.saved_page import SavedPage
    from policydiff.workflows.timeline import SeriesHistory

_NO_DAY = datetime.min.replace(tzinfo=UTC)
"""The time of a page whose time is unknown; it is never shown."""
MOST_ASKED = 60
"""Most addresses of one document that are opened; the rest is reported as not opened."""


def of_page(page: SavedPage) -> OptOuts:
    """The ways out of one page: without a story, since there is one capture.

    Raises:
        As `comparing.document`.
    """
    document = comparing.document(page)
    at = page.captured_at
    seen = Seen(at or _NO_DAY, page.name, ways(document))
    return OptOuts(page.name, _records(followed((seen,))), 1, at, at, notes=_doubts(document))


def of_series(series_history: SeriesHistory, archive: Archive, cache: Cache) -> OptOuts:
    """The ways out of a series, and their story through all its good captures.

    Where captures belong to several variants each is followed for itself.
    """
    history = series_history.history()
    good = [one for one in history.judged if one.passed_over is None]
    read = _OptoutReader(archive, series_history.series, cache)
    records: list[WayRecord] = []
    for place in range(len(history.variants)):
        captures = [
            Seen(one.sighting.at, one.sighting.snapshot, read.ways(one.sighting.body))
            for one in good
            if one.variant == place
        ]
        if captures:
            records += _records(followed(captures, _same_place))
    times = [one.sighting.at for one in good]
    notes = (
        (f"The captures are of {len(history.variants)} variants; each is followed for itself.",)
        if len(history.variants) > 1
        else ()
    )
    return OptOuts(
        series_history.series,
        tuple(records),
        len(good),
        min(times, default=None),
        max(times, default=None),
        variants=tuple(_variants(series_history.series, records, archive, cache)),
        notes=notes,
    )


def _variants(
    series: str, records: Sequence[WayRecord], archive: Archive, cache: Cache
) -> Iterator[OtherVariant]:
    """The other series of the same document, each by its last capture."""
    document = series_name(series).document_name
    here = {one.story.way.right for one in records if not one.story.gone}
    for name in archive.series():
        is_other = name != series and series_name(name).document_name == document
        snapshots = archive.snapshots(name) if is_other else ()
        if not snapshots:
            continue
        last = snapshots[-1]
        there = {way.right for way in _OptoutReader(archive, name, cache).ways(last.id)}
        yield OtherVariant(
            last.reference,
            last.seen_until,
            tuple(right for right in RIGHTS if right in here - there),
            tuple(right for right in RIGHTS if right in there - here),
        )


class _OptoutReader:
    """The ways of snapshots, from the cache where they were read before."""

    def __init__(self, archive: Archive, series: str, cache: Cache) -> None:
        self._archive, self._series, self._cache = archive, series, cache
        self._selectors = resolve.selectors(archive, series)
        self._kept = archive.kept(series)
        self._known: dict[str, tuple[Way, ...]] = {}

    def ways(self, snapshot: str) -> tuple[Way, ...]:
        """Those of a snapshot by its id."""
        if snapshot not in self._known:
            self._known[snapshot] = self._ways_of(snapshot)
        return self._known[snapshot]

    def _ways_of(self, snapshot: str) -> tuple[Way, ...]:
        versions = f"{__version__} {NORMALISER_VERSION} {VERSION}"
        digests = [answer.sha256 for answer in self._kept[snapshot].answers]
        name = key("ways", versions, self._series, snapshot, *digests, *self._selectors)
        kept = self._cache.get([name], tuple[Way, ...])
        if name in kept:
            return kept[name]
        found = ways(comparing.document(resolve.page(self._archive, self._kept[snapshot], self._selectors)))
        self._cache.put({name: found})
        return found


def _records(stories: Sequence[WayStory]) -> tuple[WayRecord, ...]:
    return tuple(
        WayRecord(story, tuple(AddressRecord(target) for target in _targets(story))) for story in stories
    )


def _targets(story: WayStory) -> Iterator[str]:
    """Where a way leads, and before that where it led, the latest first."""
    led = [story.way.target, *(event.was for event in reversed(story.events) if event.what == "swapped")]
    yield from dict.fromkeys(led)


def _same_place(old: str, new: str) -> bool:
    return noise(old, new) != ""


def _doubts(document: Document) -> tuple[str, ...]:
    found = [f"{reason.sentence}." for reason in document.quality.reasons]
    if not any(clause.links for clause in document.clauses):
        found.append("The document has no links: only addresses that are printed can be found.")
    return tuple(found)


# --- what answers there ------------------------------------------------------------------------------


def visit_ways(
    optouts: OptOuts, archive: Archive, fetchers: Fetchers, source_of: Callable[[str], Source]
) -> OptOuts:
    """Look where each way leads, keep what came, and tell what the archive then knows.

    Pages that hold no form but lead on for the same right are followed, a few steps far.

    Args:
        optouts: the ways.
        archive: where what comes is kept.
        fetchers: what gets pages.
        source_of: the source that an address is kept under.
    """
    rights = asked(optouts)
    listed = list(rights)
    wanted = listed[:MOST_ASKED]
    walks = _Walks(archive, source_of)
    done: set[str] = set()
    front = set(wanted)
    for _ in range(MOST_STEPS):
        sources = [_kept_whole(source_of(url)) for url in sorted(front - done)]
        done |= front
        for _outcome in fetching.follow(archive, sources, fetchers):
            pass
        front = {step for url in wanted if (step := walks.leads_on(url, rights[url]))} - done
        if not front:
            break
    return replace(known(optouts, archive, source_of), not_asked=len(listed) - len(wanted))


def _kept_whole(source: Source) -> Source:
    """A source of which each distinct body is kept, and of which the archive knows why it has it."""
    return replace(source, keep="all", terms_type=source.terms_type or WAY_OUT)


def asked(optouts: OptOuts) -> dict[str, Right]:
    """Addresses on the web that ways lead to, those that still stand there first, with what for."""
    found: dict[str, Right] = {}
    for record in sorted(optouts.records, key=lambda one: one.story.gone):
        for address in record.addresses:
            if unasked(address.target) is None:
                found.setdefault(address.target, record.story.way.right)
    return found


def known(optouts: OptOuts, archive: Archive, source_of: Callable[[str], Source]) -> OptOuts:
    """What the archive knows of the addresses that ways lead to."""
    walks = _Walks(archive, source_of)
    records = tuple(
        replace(
            record,
            addresses=tuple(walks.record(one.target, record.story.way.right) for one in record.addresses),
        )
        for record in optouts.records
    )
    return replace(optouts, records=records)


def explained(optouts: OptOuts) -> OptOuts:
    """The same with what is measured and what the law says of each obstacle that was found."""
    found = {one.obstacle.code for record in optouts.records for one in record.story.in_text}
    found |= {
        one.code
        for record in optouts.records
        for address in record.addresses
        for stretch in address.stretches
        for one in stretch.verdict.obstacles
    }
    return replace(optouts, rules=tuple(rule for code, rule in obstacles.rules().items() if code in found))


class _Walks:
    """Goes through what the archive kept as somebody went through the pages."""

    def __init__(self, archive: Archive, source_of: Callable[[str], Source]) -> None:
        self._archive, self._source_of = archive, source_of
        self._pages: dict[tuple[str, str], WayPage | None] = {}

    def record(self, target: str, right: Right) -> AddressRecord:
        """What is known of an address."""
        none = unasked(target)
        if none is not None:
            return AddressRecord(target, unasked=none.because)
        stretches: list[Stretch] = []
        for observation in self._observations(target):
            looks = self._walk(target, right, observation)
            verdict = judged(looks, right)
            before = stretches[-1] if stretches else None
            if before is not None and _alike(before.verdict, verdict):
                stretches[-1] = replace(before, verdict=verdict, last=observation.at)
            else:
                evidence = looks[-1].answer.snapshot or observation.series
                stretches.append(Stretch(verdict, observation.at, observation.at, evidence))
        return AddressRecord(target, tuple(stretches))

    def leads_on(self, target: str, right: Right) -> str:
        """The address that a look at this one has yet to go on to, "" for nowhere."""
        seen = self._observations(target)
        if not seen:
            return ""
        looks = self._walk(target, right, seen[-1])
        if len(looks) >= MOST_STEPS:
            return ""
        return next_step(looks[-1], right, [look.answer.asked for look in looks])

    def _observations(self, target: str) -> tuple[Observation, ...]:
        return self._archive.observations(self._source_of(target).name)

    def _walk(self, target: str, right: Right, observation: Observation) -> list[Look]:
        looks = [self._look(target, observation)]
        while len(looks) < MOST_STEPS:
            step = next_step(looks[-1], right, [look.answer.asked for look in looks])
            later = [one for one in self._observations(step) if one.at >= observation.at] if step else []
            if not later:
                break
            looks.append(self._look(step, later[0]))
        return looks

    def _look(self, target: str, seen: Observation) -> Look:
        first = seen.answers[0] if seen.answers else None
        answer = Answer(
            target,
            seen.at,
            first.status if first else 0,
            (first.final_url or first.url) if first else "",
            tuple(hop.url for hop in first.redirects) if first else (),
            failure=seen.kind,
            problem=seen.problem,
            how=seen.how,
            snapshot=f"{seen.series}@{seen.snapshot}" if seen.snapshot else "",
        )
        return Look(answer, self._page(seen, answer) if seen.snapshot else None)

    def _page(self, seen: Observation, answer: Answer) -> WayPage | None:
        name = seen.series, seen.snapshot
        if name not in self._pages:
            self._pages[name] = self._page_seen(seen, answer)
        return self._pages[name]

    def _page_seen(self, seen: Observation, answer: Answer) -> WayPage | None:
        snapshot = self._archive.kept(seen.series).get(seen.snapshot)
        if snapshot is None:
            return None
        capture = self._archive.captures(snapshot)[0]
        url = answer.final_url or capture.url
        try:
            read = documents.read_document(capture.body, url=url, content_type=capture.content_type)
            forms = read_forms(capture.body, url=url, content_type=capture.content_type)
        except DamagedArchive:
            raise
        except PolicydiffError as error:
            return WayPage("", error.problem)
        return WayPage(read.title, read.text, forms, ways(read))


def _alike(old: WayVerdict, new: WayVerdict) -> bool:
    """Whether two looks came to the same: that a field came or went is another verdict."""
    return old.state == new.state and old.obstacles == new.obstacles
