"""Gets pages: Source in, Captures out, one for each address.

How a page is got is one type of function, `Fetcher`. `HttpFetcher` is one; a browser would be another
beside it. What brings no page raises `FetchFailed` with a kind; `policydiff.workflows.fetching`
records it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from policydiff.fetch.http import HttpFetcher
from policydiff.fetch.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policydiff.models import Capture, RememberedCapture, Source

__all__ = ["Fetcher", "HttpFetcher", "Limits", "user_agent"]


class Fetcher(Protocol):
    """A function from a source to its captures, that several threads may call and one may stop."""

    def __call__(self, source: Source, known: Mapping[str, RememberedCapture]) -> tuple[Capture, ...]:
        """Get every page of a source, in its order.

        Args:
            source: What to get.
            known: By address, the answer of which it is enough to hear that it still holds: a capture
                with status 304 and without a body says so.

        Raises:
            FetchFailed: a page could not be got.
            Stopped: `stop` was called.
        """

    def stop(self) -> None:
        """End everything that is under way, soon."""


def user_agent(version: str, contact: str) -> str:
    """Who we say we are: the program, and where a platform can read who uses it.

    >>> user_agent("1.0", "https://newsroom.example/archive")
    'policydiff/1.0 (+https://newsroom.example/archive)'
    """
    return f"policydiff/{version} ({f'+{contact}' if contact else 'archive of policies; no contact given'})"
