"""The earlier versions that a platform publishes: the address of its list in, observations out.

The list and its pages are fetched as `fetch` does it, robots.txt and all, by a browser where that is needed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from policydiff import discovery
from policydiff.errors import FetchFailed, InputTooLarge, UnsupportedInput, UnusableHistory
from policydiff.importers import PublishedVersion, import_versions
from policydiff.workflows import fetching
from policydiff.workflows.appraisal import Appraiser
from policydiff.workflows.importing import CaptureReader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from policydiff.archive import Archive
    from policydiff.discovery import VersionList
    from policydiff.fetch import Fetchers
    from policydiff.importers import Imported
    from policydiff.models import Capture, RememberedCapture, Source
    from policydiff.workflows.appraisal import Judge

_KINDS: tuple[tuple[str, discovery.DocumentKind], ...] = (
    ("privacy", "privacy"),
    ("terms", "terms"),
    ("cookie", "trackers"),
    ("trackers", "trackers"),
)
"""Words in the name of a document, and what lists call it."""


def listed_versions(source: Source, address: str, fetchers: Fetchers) -> VersionList:
    """The versions that a page lists.

    Args:
        source: The document whose versions are wanted, and how its site is fetched.
        address: Of the list.
        fetchers: Fetch it.

    Raises:
        FetchFailed: the list cannot be fetched.
        UnusableHistory: it lists nothing with a date.
    """
    asked = replace(source, urls=(address,), headers=())
    kind = next((kind for word, kind in _KINDS if word in source.document), None)
    (page,) = fetching.fetch_captures(asked, fetchers.fetcher_for(asked, "http"), fetchers, {})
    found = discovery.read_versions(page.body, page.final_url or address, kind)
    second = fetchers.second_fetcher(asked, page.how)
    if not found.versions and second is not None:
        (page,) = second(asked, {})
        found = discovery.read_versions(page.body, page.final_url or address, kind)
    if not found.versions:
        advice = "Give the page that lists versions with their dates, or save them and use import files"
        raise UnusableHistory(address, "it has no link to a version with its date", advice)
    return found


def import_listed(
    archive: Archive,
    source: Source,
    address: str,
    fetchers: Fetchers,
    progress: Callable[[int, int], None] | None = None,
) -> Imported:
    """Import the versions that a page lists.

    Args:
        archive: Where to.
        source: The document, as for `listed_versions`.
        address: Of the list.
        fetchers: Fetch the pages.
        progress: Called with the number of versions done and of all.

    Raises:
        FetchFailed: the list cannot be fetched.
        UnusableHistory: it lists nothing with a date.
    """
    listed = listed_versions(source, address, fetchers)
    with Appraiser() as judge:
        done = import_versions(
            archive,
            source,
            [PublishedVersion(one.url, one.day, one.words, one.precision) for one in listed.versions],
            _VersionFetcher(fetchers, judge),
            address=address,
            now=datetime.now(UTC),
            read=CaptureReader(archive, judge),
            progress=progress,
        )
    return replace(done, skipped=(*listed.left_out, *done.skipped))


class _VersionFetcher:
    """Gets pages over HTTP, and by a browser where they are none without one."""

    def __init__(self, fetchers: Fetchers, judge: Judge) -> None:
        self._fetchers = fetchers
        self._judge = judge

    def __call__(self, source: Source, known: Mapping[str, RememberedCapture]) -> tuple[Capture, ...]:
        """As a `Fetcher`, whatever is known; what is no page is a failure, too.

        Raises:
            FetchFailed: the page could not be got, or is none.
        """
        try:
            return fetching.fetch_as_shown(source, self._fetchers, (), self._judge)
        except (UnsupportedInput, InputTooLarge) as error:
            unread = FetchFailed(source.urls[0], error.problem, error.advice)
            unread.kind = "unreadable"
            raise unread from error

    def stop(self) -> None:
        """End everything that is under way, soon."""
        self._fetchers.stop()
