"""Follow the sources: fetch each, judge what came, hand it to the archive. The conductor of `fetch`.

Hosts are asked side by side, the sources of one host one after another. Whatever becomes of one source is
an outcome and never stops the others; only an archive that is damaged or cannot be written stops all.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from policydiff import doubts, pages
from policydiff.errors import (
    BusyArchive,
    FetchFailed,
    InputTooLarge,
    UnreadablePdf,
    UnsupportedInput,
    UnusableCapture,
)
from policydiff.models import Quality, Reason
from policydiff.normaliser import VERSION
from policydiff.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from concurrent.futures import Future

    from policydiff.archive import Archive
    from policydiff.fetch import Fetcher
    from policydiff.models import Answer, Capture, Document, Observation, Source, What

MOST_HOSTS = 16
"""Hosts that are asked at the same time."""

WHOLE_EVERY = timedelta(days=7)
"""After so long a page is fetched whole again, whatever the server says of its not having changed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source in this run."""

    source: Source
    what: What | Literal["postponed", "busy"]
    """As in the archive; "postponed" where a server asked to be left alone until later, "busy" where
    another program kept the series locked: nothing was recorded then."""
    observation: Observation | None = None
    """What was recorded."""
    detail: str = ""
    """Why, in a sentence, where it is not simply new or unchanged."""
    advice: str = ""
    """What to do about a failure."""

    @property
    def got(self) -> bool:
        """Whether the page was seen, and as a good capture."""
        return self.what in ("new", "unchanged", "returned", "postponed")


@dataclass(frozen=True, slots=True)
class _Seen:
    """Captures of one source, and what they read like together."""

    captures: tuple[Capture, ...]
    text: str | None
    quality: Quality


def follow(
    archive: Archive,
    sources: Sequence[Source],
    fetcher: Fetcher,
    *,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Generator[Outcome]:
    """Check every source once; outcomes come as they are ready.

    Leaving the loop early stops what is under way.

    Args:
        archive: Where to keep what comes.
        sources: What to check.
        fetcher: What gets the pages.
        clock: The time, for waits that servers asked for.

    Raises:
        DamagedArchive: a series does not match its hashes: nothing goes on before that is explained.
        UnwritableArchive: the disk refuses.
    """
    checks = _Checks(archive, fetcher, clock)
    queues = _by_host(sources, checks.last_check)
    with ThreadPoolExecutor(max_workers=max(1, min(MOST_HOSTS, len(queues)))) as threads:
        try:
            # A queue hands over to its successor in the same thread: one source of a host at a time.
            running: dict[Future[Outcome], list[Source]] = {}
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
                fetcher.stop()
                threads.shutdown(wait=True, cancel_futures=True)


def _by_host(sources: Sequence[Source], last_check: Callable[[Source], datetime]) -> list[list[Source]]:
    """One queue for each host, longest first; in it what was checked longest ago comes first."""
    queues: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        queues[(urlsplit(source.urls[0]).hostname or "").lower()].append(source)
    for queue in queues.values():
        queue.sort(key=last_check)
    return sorted(queues.values(), key=len, reverse=True)


class _Checks:
    """Checks of single sources, each in whatever thread."""

    def __init__(self, archive: Archive, fetcher: Fetcher, clock: Callable[[], datetime]) -> None:
        self._archive = archive
        self._fetcher = fetcher
        self._clock = clock

    def last_check(self, source: Source) -> datetime:
        """When a source was last checked; long ago if never."""
        seen = self._archive.observations(source.name)
        return seen[-1].at if seen else datetime.min.replace(tzinfo=UTC)

    def check(self, source: Source) -> Outcome:
        """Check one source and record what came of it."""
        try:
            before = self._archive.observations(source.name)
            retry_at = before[-1].retry_at if before else None
            if retry_at is not None and retry_at > self._clock():
                told = f"the server asked to be left alone until {retry_at:%Y-%m-%d %H:%M} UTC"
                return Outcome(source, "postponed", detail=told)
            return self._checked(source, before)
        except BusyArchive as busy:
            return Outcome(source, "busy", detail=busy.problem, advice=busy.advice)

    def _checked(self, source: Source, before: tuple[Observation, ...]) -> Outcome:
        try:
            seen = self._seen(source, self._fetcher(source, self._known(source, before)))
            if seen.quality.level == "bad":
                seen = self._again(source) or seen
            return self._kept(source, seen)
        except FetchFailed as failed:
            return self._failed(source, failed)
        except (UnsupportedInput, InputTooLarge, UnusableCapture) as error:
            unread = FetchFailed(error.subject, error.problem, error.advice)
            unread.kind = "unreadable"
            return self._failed(source, unread)

    def _again(self, source: Source) -> _Seen | None:
        """A second look at a page that is not what was expected; None where nothing comes of it."""
        try:
            return self._seen(source, self._fetcher(source, {}))
        except (FetchFailed, UnsupportedInput, InputTooLarge):
            return None

    def _known(self, source: Source, before: tuple[Observation, ...]) -> dict[str, Answer]:
        """The answers that a server may say still hold: only of pages seen whole not long ago."""
        if not before or before[-1].what == "suspect":
            return {}
        latest = [seen for seen in before if any(answer.sha256 for answer in seen.answers)]
        if not latest or self._clock() - latest[-1].at > WHOLE_EVERY:
            return {}
        held = self._archive.validators(source.name)
        return {url: held[url] for url in source.urls if url in held}

    # --- what the page says ---

    def _seen(self, source: Source, captures: tuple[Capture, ...]) -> _Seen:
        if all(capture.status == 304 for capture in captures):
            return _Seen(captures, None, Quality())
        try:
            parts = [_document(source, capture) for capture in self._whole(source, captures)]
        except UnreadablePdf as unread:
            return _unread(
                captures, "pdf-not-read", f"The PDF was not read: {unread.problem}. {unread.advice}"
            )
        except (ValueError, ArithmeticError, LookupError, RecursionError, MemoryError) as broken:
            sentence = f"policydiff could not read the page ({type(broken).__name__}): please report it"
            return _unread(captures, "not-read", sentence)
        document = pages.together(parts)
        return _Seen(captures, _visible(document), self._judged(source, document))

    def _whole(self, source: Source, captures: tuple[Capture, ...]) -> list[Capture]:
        """The captures with the bodies of those that did not change."""
        if all(capture.status != 304 for capture in captures):
            return list(captures)
        held = {one.url: one for one in self._archive.captures(self._archive.snapshots(source.name)[-1])}
        return [held[one.url] if one.status == 304 else one for one in captures]

    def _judged(self, source: Source, document: Document) -> Quality:
        snapshots = self._archive.snapshots(source.name)
        text = hashlib.sha256(_visible(document).encode("utf-8", "surrogatepass")).hexdigest()
        known = {
            (seen.text, seen.normaliser) for seen in self._archive.observations(source.name) if _good(seen)
        }
        if not snapshots or (text, VERSION) in known:
            return doubts.judge(document, None, source.language)
        try:
            last = pages.together(
                [_document(source, capture) for capture in self._archive.captures(snapshots[-1])]
            )
        except UnsupportedInput:
            return doubts.judge(document, None, source.language)
        return doubts.judge(document, last, source.language)

    # --- what is recorded ---

    def _kept(self, source: Source, seen: _Seen) -> Outcome:
        observation = self._archive.store(
            source.name,
            seen.captures,
            text=seen.text,
            normaliser=VERSION,
            quality=seen.quality,
            keep=source.keep,
            details=_details(source),
        )
        told = "; ".join(reason.sentence for reason in seen.quality.reasons)
        return Outcome(source, observation.what, observation, told)

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


def _unread(captures: tuple[Capture, ...], code: str, sentence: str) -> _Seen:
    """The bytes are evidence even where nobody here can read them."""
    return _Seen(captures, None, Quality("suspect", (Reason(code, sentence),)))


def _visible(document: Document) -> str:
    """What has to change for a page to be news: the words, not their quotation marks, nor tokens that are
    new at every visit."""
    return "\n".join(fold(line) for line in document.text.split("\n"))


def _good(seen: Observation) -> bool:
    return seen.what in ("new", "unchanged", "returned")


def _document(source: Source, capture: Capture) -> Document:
    return pages.read(
        capture.body,
        url=capture.final_url or capture.url,
        content_type=capture.content_type,
        selectors=source.selectors,
        captured=capture.at.date(),
    )


def _details(source: Source) -> dict[str, str]:
    """The conditions of a fetch that headers do not show."""
    told = {
        "terms_type": source.terms_type,
        "region": source.region,
        "language": source.language,
        "proxy_variable": source.proxy_variable,
        "robots": "ignored" if source.robots == "ignore" else "",
    }
    return {name: value for name, value in told.items() if value}
