"""Follows the sources: fetches each, judges the captures, and stores them. The workflow of `fetch`.

Hosts are asked side by side, the sources of one host one after another. Whatever happens to one source is an
outcome and never stops the others: a failing server, a bug, damage to the archive's series.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from policydiff.errors import (
    BusyArchive,
    DamagedArchive,
    FetchFailed,
    InputTooLarge,
    InternalFault,
    PolicydiffError,
    UnsupportedInput,
    UnusableCapture,
    UnwritableArchive,
    guarded,
)
from policydiff.fetch import is_challenge
from policydiff.models import Quality
from policydiff.saved_page import SavedPage, page_of_captures
from policydiff.workflows.appraisal import Appraiser, Judgement

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
    from concurrent.futures import Future

    from policydiff.archive import Archive
    from policydiff.fetch import Fetcher, Fetchers
    from policydiff.models import Capture, CheckResult, How, Observation, RememberedCapture, Snapshot, Source
    from policydiff.workflows.appraisal import Judge

MOST_HOSTS = 16
"""Hosts that are asked at the same time."""

LONGEST_WAIT = timedelta(days=1)
"""The longest time for which a server is left alone if it asks for that. Older versions believed a wrong
clock, and recorded years."""

WHOLE_EVERY = timedelta(days=7)
"""After how long a page is fetched whole again, even if the server says that it has not changed."""

_BUILT_BY_SCRIPT = frozenset(
    (
        "challenge",
        "consent-wall",
        "empty",
        "empty-shell",
        "redirect-stub",
        "script-error",
        "title-only",
        "too-short",
    )
)
"""Codes of faults of a page that a browser may mend by running its scripts."""

MOST_ALIKE = 3
"""With how many earlier snapshots of one text a capture is compared."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one source in this run."""

    source: Source
    what: CheckResult | Literal["postponed", "busy", "unkept"]
    """As in the archive; "postponed" where a server asked to be left alone until later, "busy" where
    another program kept the series locked, "unkept" where the series is damaged or cannot be written:
    nothing was recorded then."""
    observation: Observation | None = None
    """What was recorded."""
    detail: str = ""
    """Why, in a sentence, where it is not simply new or unchanged."""
    advice: str = ""
    """What to do about a failure."""
    verdict: str = ""
    """The verdict on what is new compared with the last good capture; "" if there is nothing to tell."""
    headlines: tuple[str, ...] = ()
    """The most important of what is new, in sentences."""
    before: str = ""
    """Reference of that last good capture."""

    @property
    def got(self) -> bool:
        """Whether the page was seen, and as a good capture."""
        return self.what in ("new", "unchanged", "returned")


@dataclass(frozen=True, slots=True)
class _SeenInRun:
    """The captures of one source in this run, and how they were judged."""

    captures: tuple[Capture, ...]
    judgement: Judgement
    shows: str | None = None
    """The snapshot with the same text; "" if there is none, None if nobody could compare."""
    before: str = ""
    """Reference of the last good capture, with which it was compared, "" if there was none."""


def follow(
    archive: Archive,
    sources: Sequence[Source],
    fetchers: Fetchers,
    *,
    judge: Judge | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Generator[Outcome]:
    """Check every source once; outcomes come as they are ready.

    Leaving the loop early stops what is under way.

    Args:
        archive: Where to keep what comes.
        sources: What to check.
        fetchers: Fetch the pages, each source by the one that it needs.
        judge: Decides whether they are news; None for a separate process, within bounds.
        clock: The time, for waits that servers asked for.

    """
    with ExitStack() as stack:
        checks = _Checks(archive, fetchers, judge or stack.enter_context(Appraiser()), clock)
        queues = _by_host(sources, checks.last_check)
        threads = stack.enter_context(ThreadPoolExecutor(max_workers=max(1, min(MOST_HOSTS, len(queues)))))
        # A queue hands over to its successor in the same thread: one source of a host at a time.
        running: dict[Future[Outcome], list[Source]] = {}
        try:
            for queue in queues:
                running[threads.submit(checks.check, queue[0])] = queue[1:]
            while running:
                done = next(as_completed(running))
                rest = running.pop(done)
                if rest:
                    running[threads.submit(checks.check, rest[0])] = rest[1:]
                yield done.result()
        finally:
            if running:
                checks.stop()
                threads.shutdown(wait=True, cancel_futures=True)


def record(archive: Archive, source: Source, captures: tuple[Capture, ...], judge: Judge) -> Observation:
    """Judge captures beside what the archive holds of a source, and hand them to it.

    Raises:
        UnsupportedInput: they are no pages.
        DamagedArchive, BusyArchive, UnwritableArchive: nothing was recorded.
    """
    recorder = _Recorder(archive, judge)
    return recorder.kept(source, recorder.seen(source, captures))


def _by_host(sources: Sequence[Source], last_check: Callable[[Source], datetime]) -> list[list[Source]]:
    """One queue for each host, longest first; in it what was checked longest ago comes first."""
    queues: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        queues[(urlsplit(source.urls[0]).hostname or "").lower()].append(source)
    for queue in queues.values():
        queue.sort(key=last_check)
    return sorted(queues.values(), key=len, reverse=True)


class _Recorder:
    """Judges captures beside what the archive holds, and hands them to it."""

    def __init__(self, archive: Archive, judge: Judge) -> None:
        self._archive = archive
        self._judge = judge

    def seen(self, source: Source, captures: tuple[Capture, ...]) -> _SeenInRun:
        """What captures are, and whether they are news."""
        if all(capture.status == 304 for capture in captures):
            return _SeenInRun(captures, Judgement(None, Quality()))
        snapshots = self._archive.snapshots(source.name)
        new = page_of_captures(self._whole(source, captures), source.name, selectors=source.selectors)
        last = self._held(source, snapshots[-1]) if snapshots else None
        judgement = self._judge(new, last, source.language)
        if judgement.text is None or judgement.quality.level == "bad":
            return _SeenInRun(captures, judgement)
        if judgement.same:
            return _SeenInRun(captures, judgement, snapshots[-1].id)
        before = snapshots[-1].reference if snapshots else ""
        earlier = self._with_text(source, judgement.text)
        same = (one.id for one in earlier if self._judge(new, self._held(source, one), source.language).same)
        return _SeenInRun(captures, judgement, next(same, ""), before)

    def _whole(self, source: Source, captures: tuple[Capture, ...]) -> Sequence[Capture]:
        """The captures with the bodies of those that did not change."""
        if all(capture.status != 304 for capture in captures):
            return captures
        held = {one.url: one for one in self._archive.captures(self._archive.snapshots(source.name)[-1])}
        return [held[one.url] if one.status == 304 else one for one in captures]

    def _held(self, source: Source, snapshot: Snapshot) -> SavedPage:
        return page_of_captures(self._archive.captures(snapshot), source.name, selectors=source.selectors)

    def _with_text(self, source: Source, text: str) -> Iterator[Snapshot]:
        """The last few snapshots with this text, latest first: links may tell them apart."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        seen = reversed(self._archive.observations(source.name))
        ids = dict.fromkeys(one.snapshot for one in seen if one.text == digest and _good(one))
        kept = self._archive.kept(source.name)
        yield from (kept[snapshot] for snapshot in list(ids)[:MOST_ALIKE] if snapshot in kept)

    def kept(self, source: Source, seen: _SeenInRun) -> Observation:
        """Hand captures to the archive."""
        return self._archive.store(
            source.name,
            seen.captures,
            text=seen.judgement.text,
            normaliser=seen.judgement.normaliser,
            quality=seen.judgement.quality,
            keep=source.keep,
            details=_details(source, seen.captures),
            shows=seen.shows,
        )


class _Checks:
    """Checks of single sources, each in whatever thread."""

    def __init__(
        self, archive: Archive, fetchers: Fetchers, judge: Judge, clock: Callable[[], datetime]
    ) -> None:
        self._archive = archive
        self._fetchers = fetchers
        self._judge = judge
        self._clock = clock
        self._recorder = _Recorder(archive, judge)

    def stop(self) -> None:
        """End what is under way."""
        self._fetchers.stop()
        if isinstance(self._judge, Appraiser):
            self._judge.stop()

    def last_check(self, source: Source) -> datetime:
        """When a source was last checked; long ago if never."""
        with suppress(Exception):  # which `check` tells
            seen = self._archive.observations(source.name)
            if seen:
                return seen[-1].at
        return datetime.min.replace(tzinfo=UTC)

    def check(self, source: Source) -> Outcome:
        """Check one source and record the outcome, whatever it is; other sources are not affected."""
        try:
            with guarded(source.name):
                return self._check(source)
        except BusyArchive as busy:
            return Outcome(source, "busy", detail=busy.problem, advice=busy.advice)
        except (DamagedArchive, UnwritableArchive) as error:
            return Outcome(source, "unkept", detail=f"{error.subject}: {error.problem}", advice=error.advice)
        except PolicydiffError as fault:
            return self._broken_down(source, fault)

    def _check(self, source: Source) -> Outcome:
        before = self._archive.observations(source.name)
        until = _left_alone_until(before[-1]) if before else None
        if until is not None and until > self._clock():
            sentence = f"the server asked to be left alone until {until:%Y-%m-%d %H:%M} UTC"
            return Outcome(
                source, "postponed", detail=sentence, advice="The first run after that tries again"
            )
        return self._checked(source, before)

    def _checked(self, source: Source, before: tuple[Observation, ...]) -> Outcome:
        try:
            fetcher = self._fetchers.fetcher_for(source, _last_way(before))
            captures = fetch_captures(source, fetcher, self._fetchers, self._known(source, before))
            seen = self._recorder.seen(source, captures)
            if seen.judgement.text is not None and seen.judgement.quality.level == "bad":
                seen = self._again(source, seen) or seen
            return _outcome(source, seen, self._recorder.kept(source, seen))
        except FetchFailed as failed:
            return self._failed(source, failed)
        except (UnsupportedInput, InputTooLarge, UnusableCapture) as error:
            unread = FetchFailed(error.subject, error.problem, error.advice)
            unread.kind = "unreadable"
            return self._failed(source, unread)

    def _again(self, source: Source, first: _SeenInRun) -> _SeenInRun | None:
        """Fetch an unexpected page a second time, by a browser if that may help. None if it brings nothing
        better."""
        last = first.captures[0].how
        fetcher = self._fetchers.fetcher_for(source, last)
        if needs_browser(first.judgement.quality):
            fetcher = self._fetchers.second_fetcher(source, last) or fetcher
        try:
            return self._recorder.seen(source, fetcher(source, {}))
        except (FetchFailed, UnsupportedInput, InputTooLarge):
            return None

    def _known(self, source: Source, before: tuple[Observation, ...]) -> dict[str, RememberedCapture]:
        """The answers that a server may say still hold: only of pages seen whole not long ago."""
        if not before or before[-1].what == "suspect":
            return {}
        latest = [seen for seen in before if any(answer.sha256 for answer in seen.answers)]
        if not latest or self._clock() - latest[-1].at > WHOLE_EVERY:
            return {}
        held = self._archive.validators(source.name)
        return {url: held[url] for url in source.urls if url in held}

    def _failed(self, source: Source, failed: FetchFailed) -> Outcome:
        observation = self._archive.fail(
            source.name,
            failed.kind,
            failed.problem,
            at=self._clock(),
            captures=(failed.answer,) if failed.answer else (),
            retry_at=failed.retry_at,
        )
        return Outcome(source, "failed", observation, f"{failed.kind}: {failed.problem}", failed.advice)

    def _broken_down(self, source: Source, fault: PolicydiffError) -> Outcome:
        """A bug in policydiff, recorded if possible; only its kind, since its message may contain text of the
        page."""
        kind = fault.kind if isinstance(fault, InternalFault) else type(fault).__name__
        problem = f"policydiff broke down ({kind})"
        failed = FetchFailed(source.urls[0], problem, "Please report it with the address")
        failed.kind = "internal"
        try:
            with guarded(source.name):
                return self._failed(source, failed)
        except PolicydiffError:
            return Outcome(source, "failed", detail=f"{failed.kind}: {problem}", advice=failed.advice)


def _outcome(source: Source, seen: _SeenInRun, observation: Observation) -> Outcome:
    judgement = seen.judgement
    sentence = "; ".join(reason.sentence for reason in judgement.quality.reasons)
    if observation.what not in ("new", "returned") or not seen.before:
        return Outcome(source, observation.what, observation, sentence)
    return Outcome(
        source,
        observation.what,
        observation,
        sentence,
        verdict=judgement.verdict,
        headlines=judgement.headlines,
        before=seen.before,
    )


def fetch_as_shown(
    source: Source, fetchers: Fetchers, before: Sequence[Observation], judge: Judge
) -> tuple[Capture, ...]:
    """The captures of a source as they are now, fetched by a browser if the page is none without one.

    Raises:
        FetchFailed: a page could not be got.
        UnsupportedInput: what came is no page.
    """
    fetcher = fetchers.fetcher_for(source, _last_way(before))
    captures = fetch_captures(source, fetcher, fetchers, {})
    second = fetchers.second_fetcher(source, captures[0].how)
    if second is None:
        return captures
    page = page_of_captures(captures, source.name, selectors=source.selectors)
    if not needs_browser(judge(page, None, source.language).quality):
        return captures
    try:
        return second(source, {})
    except FetchFailed:
        return captures


def fetch_captures(
    source: Source, fetcher: Fetcher, fetchers: Fetchers, known: Mapping[str, RememberedCapture]
) -> tuple[Capture, ...]:
    """The captures of a source; by a browser where the host refuses with a test that browsers pass.

    Raises:
        FetchFailed: a page could not be got.
    """
    try:
        return fetcher(source, known)
    except FetchFailed as failed:
        second = fetchers.second_fetcher(source)
        if second is None or second is fetcher or not is_challenge(failed):
            raise
        return second(source, {})


def needs_browser(quality: Quality) -> bool:
    """Whether a page shows nothing because none of its scripts has run."""
    return any(reason.code in _BUILT_BY_SCRIPT for reason in quality.reasons)


def _last_way(before: Sequence[Observation]) -> How:
    """How the last good capture was got."""
    return next((seen.how for seen in reversed(before) if _good(seen)), "http")


def _left_alone_until(last: Observation) -> datetime | None:
    """Until when a server wants to be left alone."""
    return last.retry_at and min(last.retry_at, last.at + LONGEST_WAIT)


def _good(seen: Observation) -> bool:
    return seen.what in ("new", "unchanged", "returned")


def _details(source: Source, captures: Sequence[Capture]) -> dict[str, str]:
    """The conditions of a fetch that headers do not show."""
    details = {
        "terms_type": source.terms_type,
        "region": source.region,
        "language": source.language,
        "proxy_variable": source.proxy_variable,
        "robots": "ignored" if source.robots == "ignore" else "",
    }
    details |= {name: value for capture in captures for name, value in capture.details}
    return {name: value for name, value in details.items() if value}
