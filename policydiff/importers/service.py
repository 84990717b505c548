"""Asks a public archive on the web, at its pace.

The interfaces are documented for programs; the robots.txt of such a service is for crawlers that would copy
it. One request at a time with a pause after it, no retry without that pause, and the run ends if the service
asks to be left alone: the next run continues.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from policydiff.errors import FetchFailed
from policydiff.models import Source

if TYPE_CHECKING:
    from policydiff.fetch import Fetcher, Limits
    from policydiff.models import Capture

PAUSE: Final = 2.5
"""Seconds between two requests: twenty-four a minute, which the Wayback Machine bears."""
_ATTEMPTS: Final = 2
_AGAIN: Final = frozenset({"connection", "server-error", "timeout", "truncated"})
_OURS: Final = frozenset(
    "connection deadline dns internal postponed private-address proxy rate-limited timeout tls".split()
)
"""Failures of the service or the connection, which show nothing about the page."""
_MOST_IN_A_ROW: Final = 3
_SOURCE: Final = Source("public-archive", "answer", (), robots="ignore")


def limits(pause: float = PAUSE) -> Limits:
    """The bounds of a fetcher that asks such a service: pauses and no retries of its own."""
    from policydiff.fetch import Limits  # noqa: PLC0415 - loads the network

    return Limits(pause_seconds=pause, retries=0, most_bytes=64 * 1024 * 1024, total_seconds=180)


class ServiceLeft(Exception):
    """The service is left alone for the rest of this run. Only raised inside this package."""

    def __init__(self, failed: FetchFailed) -> None:
        super().__init__(failed)
        self.failed = failed


class Service:
    """A public archive. `get` raises `ServiceLeft` if further requests would be useless or rude."""

    def __init__(self, fetcher: Fetcher, source: Source = _SOURCE) -> None:
        """A service.

        Args:
            fetcher: what asks.
            source: the settings of the requests; each request has its own address and headers.
        """
        self._fetcher = fetcher
        self._source = source
        self._in_a_row = 0

    def get(self, url: str, *headers: tuple[str, str]) -> Capture:
        """The answer for an address.

        Raises:
            FetchFailed: the archive has no answer for this address.
            ServiceLeft: the service asks to be left alone, or could not be reached several times.
        """
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                (answer,) = self._fetcher(replace(self._source, urls=(url,), headers=headers), {})
            except FetchFailed as failed:
                if failed.kind in _AGAIN and attempt < _ATTEMPTS:
                    continue
                self._in_a_row = self._in_a_row + 1 if failed.kind in _OURS else 0
                if failed.kind in ("rate-limited", "postponed") or self._in_a_row >= _MOST_IN_A_ROW:
                    raise ServiceLeft(failed) from failed
                raise
            self._in_a_row = 0
            return answer
        raise AssertionError("the last attempt returns or raises")

    @staticmethod
    def tells_of_the_page(failed: FetchFailed) -> bool:
        """Whether a failure is a fact about the record, and not about the way to it."""
        return failed.kind not in _OURS
