"""One request at a time to one host, with a pause after it.

Politeness is about the machine, so the key is the host name without scheme and port. The pause is the longest
of the program's own, the host's Crawl-delay and its Retry-After.
"""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from policydiff.errors import Stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class TooLong(Exception):
    """The turn would come later than a run lasts. Only raised inside this package."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds
        """Until the host may be asked."""


class _Host:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.next_at = 0.0
        self.pause = 0.0


class Pace:
    """The turns at all hosts, shared by all threads of a run."""

    def __init__(self, pause: float, longest: float, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._pause = pause
        self._longest = longest
        self._clock = clock
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()
        self._stopped = threading.Event()

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait until the host may be asked, and keep other threads away from it until the block ends.

        Raises:
            TooLong: the wait would last longer than a run.
            Stopped: `stop` was called.
        """
        queue = self._host(host)
        with queue.lock:
            wait = queue.next_at - self._clock()
            if wait > self._longest:
                raise TooLong(wait)
            if self._stopped.wait(max(0.0, wait)):
                raise Stopped
            try:
                yield
            finally:
                pause = max(self._pause, queue.pause)
                queue.next_at = max(queue.next_at, self._clock() + pause)

    def slow_down(self, host: str, seconds: float) -> None:
        """Leave at least this pause between two requests from now on (Crawl-delay).

        robots.txt itself was the request before, and the delay is meant between pages: what comes next waits
        for the program's own pause only.
        """
        queue = self._host(host)
        queue.pause = max(queue.pause, seconds)

    def leave_alone(self, host: str, seconds: float) -> None:
        """Send nothing to the host for so long (Retry-After)."""
        queue = self._host(host)
        queue.next_at = max(queue.next_at, self._clock() + seconds)

    def stop(self) -> None:
        """End every wait at once."""
        self._stopped.set()

    def _host(self, name: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(name, _Host())
