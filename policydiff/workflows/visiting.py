"""A page of the web that somebody names by its address: from the archive, from the web as it is now, or from
the Wayback Machine as it was. The bytes that come are kept, where there is an archive.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from policydiff import resolve, web_address
from policydiff.archive import parse_moment
from policydiff.archive.names import slug
from policydiff.errors import BusyArchive, FetchFailed, UnknownReference, UnwritableArchive
from policydiff.models import Source
from policydiff.saved_page import SavedPage, page_of_captures
from policydiff.workflows import fetching
from policydiff.workflows.appraisal.judging import judge_capture

if TYPE_CHECKING:
    from collections.abc import Callable

    from policydiff.archive import Archive
    from policydiff.fetch import Fetchers
    from policydiff.models import Capture, Observation, Snapshot
    from policydiff.web_address import WebAddress

WAYBACK = "https://web.archive.org"
_NEAR = timedelta(days=1)
"""A capture in the archive this shortly before the wanted moment is used without asking the Wayback
Machine."""
_SERVICE = Source("wayback", "answer", (), robots="ignore")
"""The Wayback Machine answers programs by a documented interface, at the pace that it asks for; its
robots.txt speaks to those who would copy it."""


class Visitor:
    """Gets pages by their addresses."""

    def __init__(  # noqa: PLR0913 - all go by name
        self,
        *,
        fetchers: Fetchers,
        archive: Archive | None = None,
        sources: tuple[Source, ...] = (),
        keep: bool = True,
        wayback: str = WAYBACK,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        """A visitor.

        Args:
            fetchers: what gets pages.
            archive: where pages are looked up and kept, None if there is none.
            sources: what the archive follows: a page that is listed is fetched as the list says.
            keep: whether what comes is kept.
            wayback: address of the Wayback Machine, or of a service that answers like it.
            tell: gets a sentence about what was done with a page.
        """
        self._fetchers = fetchers
        self._archive = archive
        self._sources = sources
        self._keep = keep
        self._wayback = wayback.rstrip("/")
        self._tell = tell

    def __call__(self, address: WebAddress) -> SavedPage:
        """The page that is meant.

        Raises:
            FetchFailed: it could not be fetched.
            UnknownReference: nobody recorded it that early.
            UnsupportedInput: what came is no page.
        """
        source = self.source_of(address.url)
        if address.replay:
            return self._recorded(source, address.replay)
        if not address.when:
            return self._as_it_is(source)
        asked = parse_moment(address.when)
        if asked is None or asked.moment is None:
            return self._from_archive(source, address)
        held = self._snapshot(source, address.when)
        if held is not None and asked.moment - held.seen_until < _NEAR:
            return self._page_of(held, source)
        return self._as_it_was(source, asked.moment, held)

    def source_of(self, url: str) -> Source:
        """The source that is listed with an address, else one that is named after it."""
        return source_of(url, self._sources, self._archive)

    # --- from the archive ---

    def _snapshot(self, source: Source, when: str) -> Snapshot | None:
        if self._archive is None:
            return None
        try:
            return self._archive.resolve(f"{source.name}@{when}")
        except UnknownReference:
            return None

    def _from_archive(self, source: Source, address: WebAddress) -> SavedPage:
        if self._archive is None:
            subject = f"{address.url}@{address.when}"
            raise UnknownReference(subject, "there is no archive here", "Name a date, or run policydiff init")
        return self._page_of(self._archive.resolve(f"{source.name}@{address.when}"), source)

    def _page_of(self, snapshot: Snapshot, source: Source) -> SavedPage:
        assert self._archive is not None
        return resolve.page(self._archive, snapshot, source.selectors)

    # --- from the web ---

    def _as_it_is(self, source: Source) -> SavedPage:
        seen = self._archive.observations(source.name) if self._archive else ()
        captures = fetching.fetch_as_shown(source, self._fetchers, seen, judge_capture)
        if self._archive is not None and self._keep:
            archive = self._archive
            self._keep_if_possible(lambda: fetching.record(archive, source, captures, judge_capture))
        return page_of_captures(captures, selectors=source.selectors)

    def _as_it_was(self, source: Source, moment: datetime, held: Snapshot | None) -> SavedPage:
        """The last copy of the Wayback Machine at or before a moment, or a later one of the archive."""
        try:
            copy = self._last_copy(source.urls[0], moment)
        except FetchFailed as failed:
            if held is None:
                raise
            self._tell(f"{failed.subject}: {failed.problem}; {held.reference} stands in for it")
            return self._page_of(held, source)
        recorded = web_address.recorded_at(copy) if copy else None
        if held is not None and (recorded is None or recorded[1] <= held.seen_until):
            return self._page_of(held, source)
        if not copy:
            problem = f"the Wayback Machine has no copy of it up to {moment:%Y-%m-%d}"
            raise UnknownReference(source.urls[0], problem, "Ask for a later day")
        return self._recorded(source, copy)

    def _last_copy(self, url: str, moment: datetime) -> str:
        """Address of the last good copy up to a moment, "" if there is none."""
        asked = (
            f"{self._wayback}/cdx/search/cdx?url={quote(url, safe='')}&to={moment:%Y%m%d%H%M%S}"
            "&filter=statuscode:200&fl=timestamp,original&limit=-1"
        )
        try:
            (answer,) = self._fetchers.http(replace(_SERVICE, urls=(asked,)), {})
        except FetchFailed as failed:
            if failed.kind == "empty":  # as it answers where it has none
                return ""
            raise
        lines = answer.body[:100_000].decode("utf-8", "replace").split("\n")
        parts = [line.split() for line in lines if line.strip()]
        if not parts:
            return ""
        if len(parts[-1]) != 2 or not parts[-1][0].isdecimal() or len(parts[-1][0]) != 14:
            problem = "it does not answer as the Wayback Machine does"
            raise FetchFailed(self._wayback, problem, "Check the address given by --wayback")
        return f"{self._wayback}/web/{parts[-1][0]}id_/{parts[-1][1]}"

    def _recorded(self, source: Source, replay: str) -> SavedPage:
        (answer,) = self._fetchers.http(replace(_SERVICE, urls=(replay,)), {})
        recorded = web_address.recorded_at(answer.final_url)
        if recorded is None:
            problem = f"it leads out of the web archive, to {answer.final_url[:200]}"
            raise FetchFailed(replay, problem, "Open it in a browser and name another copy")
        url, at = recorded
        headers = tuple(pair for pair in answer.headers if pair[0].lower() == "content-type")
        capture = replace(
            answer,
            url=source.urls[0],
            final_url=url,
            at=at,
            how="wayback",
            ref=answer.final_url,
            headers=headers,
            request_headers=(),
            redirects=(),
        )
        if self._archive is not None and self._keep:
            archive = self._archive
            self._keep_if_possible(lambda: self._kept(archive, source, capture))
        return page_of_captures((capture,), selectors=source.selectors)

    def _kept(self, archive: Archive, source: Source, capture: Capture) -> Observation:
        """Keep a copy once: its address says which it is."""
        for seen in archive.observations(source.name):
            if seen.ref == capture.ref:
                return seen
        judged = judge_capture(
            page_of_captures((capture,), selectors=source.selectors), None, source.language
        )
        return archive.store(
            source.name, capture, text=judged.text, normaliser=judged.normaliser, quality=judged.quality
        )

    def _keep_if_possible(self, keep: Callable[[], Observation]) -> None:
        """Keep what came, and say where. A full or protected disk hinders nobody from reading the page."""
        try:
            seen = keep()
        except (BusyArchive, UnwritableArchive) as error:
            self._tell(f"not kept: {error.subject}: {error.problem}. --no-keep asks for no keeping")
            return
        self._tell(f"{seen.what}, kept as {seen.series}@{seen.snapshot}")


def source_of(url: str, sources: tuple[Source, ...], archive: Archive | None) -> Source:
    """The source that is listed with an address, else one that is named after it.

    Args:
        url: the address.
        sources: those that are listed.
        archive: where another address may already have the name, None if there is none.
    """
    listed = [one for one in sources if url in one.urls]
    if listed:
        return min(listed, key=lambda one: (len(one.urls), bool(one.variant)))
    source = unlisted(url)
    seen = archive.observations(source.name) if archive else ()
    asked = {answer.url for one in seen for answer in one.answers}  # a failure may have none
    of_another = bool(asked) and url not in asked
    if of_another or any(one.name == source.name for one in sources):
        # "/a/b" and "/a-b" leave the same words.
        return replace(source, variant=hashlib.sha256(url.encode()).hexdigest()[:10])
    return source


def unlisted(url: str) -> Source:
    """A source for an address that no list has, named after the address.

    >>> unlisted("https://www.lumio.example/legal/privacy/").name
    'lumio-example/legal-privacy'
    """
    host = urlsplit(url).netloc.lower().removeprefix("www.")
    behind = url.partition("://")[2].partition("/")[2]
    return Source(slug(host) or "host", slug(behind) or "home", (url,))
