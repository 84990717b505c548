"""A limit on the whole time of a fetch, which a server cannot put off by sending a byte now and then.

A timeout of a socket starts anew with every byte, and neither http.client nor requests knows of a total.
So a timer shuts the connection down from outside when the time is up, whatever is being waited for: the
TLS handshake, a header line, the body. It works on a duplicate of the socket, because wrapping a socket
in TLS takes it away from its first owner. (Looking up a name is not covered: the resolver has a time
limit of its own.)
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType


class Deadline:
    """A budget of seconds, spent while it is entered, over several requests if need be."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds
        self.expired = False
        """Whether the time ran out, or `end` was called."""
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._since = 0.0

    def __enter__(self) -> Self:
        self._since = time.monotonic()
        self._timer = threading.Timer(max(0.0, self.left), self.end)
        self._timer.daemon = True
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self.left -= time.monotonic() - self._since
        with self._lock:
            for watched in self._sockets:
                watched.close()
            self._sockets.clear()

    @property
    def remaining(self) -> float:
        """Seconds left; to be asked while it is entered."""
        return self.left - (time.monotonic() - self._since)

    def watch(self, connection: socket.socket) -> None:
        """Also shut this connection down when the time is up."""
        with self._lock:
            self._sockets.append(connection.dup())
            if self.expired:
                self._shut()

    def end(self) -> None:
        """Stop waiting now."""
        with self._lock:
            self.expired = True
            self._shut()

    def _shut(self) -> None:
        for watched in self._sockets:
            with suppress(OSError):
                watched.shutdown(socket.SHUT_RDWR)
