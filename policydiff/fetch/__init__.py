"""Gets pages: Source in, Captures out, one for each address.

Pages are fetched by a `Fetcher`: `HttpFetcher` or `BrowserFetcher`. `Fetchers` chooses the one for a source.
A fetch that brings no page raises `FetchFailed` with a kind; `policydiff.workflows.fetching` records it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Protocol

from policydiff.fetch.browser import BrowserFetcher, find_chromium, is_challenge, no_browser
from policydiff.fetch.http import HttpFetcher
from policydiff.fetch.limits import Limits
from policydiff.fetch.networks import names_are_answered
from policydiff.fetch.post import post

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policydiff.models import Capture, How, RememberedCapture, Source

__all__ = [
    "BRIEF", "BrowserFetcher", "Fetcher", "Fetchers", "HttpFetcher", "Limits", "find_chromium",
    "is_challenge", "names_are_answered", "open_fetchers", "post", "user_agent",
]  # fmt: skip


BRIEF = Limits(total_seconds=8, silence_seconds=6, retries=0, browser_seconds=22, most_bytes=8 * 1024 * 1024)
"""Limits for finding out whether pages answer: each request ends within half a minute."""


class Fetcher(Protocol):
    """A function from a source to its captures. Several threads may call it; `stop` ends all calls."""

    def __call__(self, source: Source, known: Mapping[str, RememberedCapture]) -> tuple[Capture, ...]:
        """Get every page of a source, in its order.

        Args:
            source: The source to fetch.
            known: By address, an earlier answer. If the page has not changed since, a capture with
                status 304 and without a body is returned.

        Raises:
            FetchFailed: a page could not be fetched.
            Stopped: `stop` was called.
        """

    def stop(self) -> None:
        """End everything that is under way, soon."""


@dataclass(frozen=True, slots=True)
class Fetchers:
    """The fetchers of one run. They share robots.txt, pace and deadlines."""

    http: Fetcher
    browser: Fetcher | None = None
    """None if there is no browser."""

    def fetcher_for(self, source: Source, last: How) -> Fetcher:
        """The fetcher for a source.

        Args:
            source: the source to fetch. If it does not say how, it is fetched as its last good capture was.
            last: how the last good capture was obtained.
        """
        wanted = source.how if source.how != "auto" else last
        if wanted != "browser":
            return self.http
        if self.browser is None and source.how == "browser":
            return _WithoutBrowser()
        return self.browser or self.http

    def second_fetcher(self, source: Source, last: How = "http") -> Fetcher | None:
        """The fetcher to try where the first brought no page: the browser, which runs the scripts of a page
        and passes the tests that a host puts to browsers.

        Args:
            source: the source to fetch.
            last: how what is no page was obtained.

        Returns:
            None if the source says how it is fetched, if a browser was tried, or if there is none.
        """
        return self.browser if source.how == "auto" and last != "browser" else None

    def stop(self) -> None:
        """End everything that is under way, soon."""
        for one in fields(self):
            fetcher: Fetcher | None = getattr(self, one.name)
            if fetcher is not None:
                fetcher.stop()


class _WithoutBrowser:
    """The fetcher for sources that need a browser if there is none: it always fails."""

    def __call__(self, source: Source, known: Mapping[str, RememberedCapture]) -> tuple[Capture, ...]:
        """Fail with the reason.

        Raises:
            FetchFailed: always.
        """
        raise no_browser(source.urls[0])

    def stop(self) -> None:
        """Nothing is under way."""


def open_fetchers(
    contact: str,
    version: str,
    environment: Mapping[str, str],
    *,
    allow_loopback: bool,
    limits: Limits | None = None,
) -> Fetchers:
    """The fetchers of a run of the command line.

    Args:
        contact: address of a page about who uses the program, for platforms; "" for none.
        version: of the program.
        environment: the environment variables that sources name for proxies, and the one for Chromium.
        allow_loopback: whether servers on this machine may be asked.
        limits: bounds of the run, None for those of a scheduled job.
    """
    agent = user_agent(version, contact)
    http = HttpFetcher(
        user_agent=agent, environment=environment, allow_loopback=allow_loopback, limits=limits
    )
    chromium = find_chromium(environment)
    browser = BrowserFetcher(
        http, chromium=chromium, user_agent=agent, allow_loopback=allow_loopback, limits=limits
    )
    return Fetchers(http, browser if chromium else None)


def user_agent(version: str, contact: str) -> str:
    """The User-Agent header: the program, and the address of a page about who uses it.

    >>> user_agent("1.0", "https://newsroom.example/archive")
    'policydiff/1.0 (+https://newsroom.example/archive)'
    """
    return f"policydiff/{version} ({f'+{contact}' if contact else 'archive of policies; no contact given'})"
