"""Gets pages: Source in, Captures out, one for each address.

How a page is got is one function type, `Fetch`. `HttpFetcher` is one; a browser would be another beside
it. What brings no page raises `FetchFailed` with a kind; the conductor (`policydiff.following`) records it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from policydiff.fetch.http import HttpFetcher
from policydiff.fetch.limits import Limits
from policydiff.fetch.pacing import Stopped
from policydiff.models import Answer, Capture, Source

Fetch = Callable[[Source, Mapping[str, Answer]], tuple[Capture, ...]]
"""The source, and by address the answers that the archive already holds; the pages in the source's order."""

__all__ = ["Fetch", "HttpFetcher", "Limits", "Stopped", "user_agent"]


def user_agent(version: str, contact: str) -> str:
    """Who we say we are: the program, and where a platform can read who uses it.

    >>> user_agent("1.0", "https://newsroom.example/archive")
    'policydiff/1.0 (+https://newsroom.example/archive)'
    """
    return f"policydiff/{version} ({f'+{contact}' if contact else 'archive of policies; no contact given'})"
