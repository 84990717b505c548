"""Makes answers readable for http.client, and notes what it would ignore.

http.client gives up where browsers do not: an answer announced by another (103 Early Hints) is taken for the
answer, a header folded over two lines keeps its line break, and after one line that is no header all
others are lost. It also leaves off reading where the announced length ends, whatever comes behind it.
"""

from __future__ import annotations

import http.client
import re
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket

_MOST_HEADERS = 1000
"""Lines. http.client itself takes a hundred headers; what is folded may have more lines."""
_LONGEST = 65_536
"""Bytes of one line of the head of an answer."""
_HEADER = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+[ \t]*:")


class HttpAnswer(http.client.HTTPResponse):
    """An answer without its preliminary answers (1xx), with headers that can be read."""

    def __init__(self, sock: socket.socket, *settings: Any, **more: Any) -> None:
        super().__init__(sock, *settings, **more)
        self.stream = _UnfoldedStream(self.fp, sock)
        self.fp = self.stream  # type: ignore[assignment]

    def _read_status(self) -> tuple[str, int, str]:
        """The status line of the answer itself, and its headers ready to be read."""
        while True:
            version, status, reason = super()._read_status()  # type: ignore[misc]
            self.stream.take_headers()
            if not 102 <= status <= 199:
                return version, status, reason
            http.client.parse_headers(self.stream)

    @property
    def longer_than_announced(self) -> bool:
        """Whether the server sent more bytes than the announced length."""
        return self.stream.left_over


class _UnfoldedStream:
    """The bytes of a connection with its headers unfolded."""

    def __init__(self, file: Any, connection: socket.socket) -> None:
        self._file = file
        self._connection = connection
        self._lines: deque[bytes] = deque()
        self.left_over = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def readline(self, limit: int = -1) -> bytes:
        """A line; of the headers first, where they were taken."""
        return self._lines.popleft() if self._lines else bytes(self._file.readline(limit))

    def take_headers(self) -> None:
        """Read the headers that come now: folded lines joined, lines that are no header left out."""
        for _ in range(_MOST_HEADERS):
            line: bytes = self._file.readline(_LONGEST + 1)
            if len(line) > _LONGEST:
                raise http.client.LineTooLong("header line")
            if line in (b"\r\n", b"\n", b""):
                self._lines.append(line)
                return
            if line[:1] in (b" ", b"\t"):
                if self._lines:
                    self._lines[-1] = self._lines[-1].rstrip() + b" " + line.strip() + b"\r\n"
            elif _HEADER.match(line):
                self._lines.append(line)
        raise http.client.HTTPException(f"got more than {_MOST_HEADERS} lines of headers")

    def close(self) -> None:
        """Look whether anything is left, and close."""
        with suppress(OSError, ValueError):
            patience = self._connection.gettimeout()
            self._connection.settimeout(0)
            try:
                self.left_over = bool(self._file.peek(1).strip())
            finally:
                self._connection.settimeout(patience)
        self._file.close()
