"""How long, how much and how often: every bound of a fetch in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one run. The defaults suit a scheduled job; tests make them short."""

    connect_seconds: float = 10
    """Until a connection is established."""
    silence_seconds: float = 20
    """Between two pieces of an answer."""
    total_seconds: float = 60
    """For one address with all its redirects and retries, waiting one's turn not counted."""
    most_bytes: int = 32 * 1024 * 1024
    """Of a page, decompressed. The largest policy page seen has 1.5 MB; PDFs have a few MB."""
    most_redirects: int = 10
    retries: int = 2
    """After a refused connection or an answer such as 503."""
    backoff_seconds: float = 1
    """Before the first retry; doubled before the next."""
    longest_retry_after: float = 20
    """A Retry-After up to this many seconds is waited for; a longer one ends the fetch and is recorded."""
    pause_seconds: float = 2
    """Between two requests to one host, where its robots.txt does not ask for more."""
    browser_seconds: float = 75
    """For one page in a browser from start to end; after two thirds of it the page is read as it is."""
    browser_bytes: int = 96 * 1024 * 1024
    """Over the network, for one page with all its scripts and styles."""
    browser_memory: int = 2 * 1024 * 1024 * 1024
    """Of the browser with all its processes."""
    longest_turn: float = 120
    """A source that would have to wait longer for its turn at a host (Crawl-delay) is postponed to another
    run."""
