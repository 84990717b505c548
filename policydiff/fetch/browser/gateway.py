"""The only way out of the browser: a proxy on this machine that connects to public addresses and no others.

A page may make the browser request any address, by scripts and redirects that the program does not see. So
this proxy is the browser's only network. The name of each host is looked up here, checked, and the connection
made to the very address that was checked; the bytes of a page with all its scripts have a bound.
"""

from __future__ import annotations

import base64
import re
import select
import socket
import socketserver
import threading
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote, urlsplit

from policydiff.fetch.networks import look_up

if TYPE_CHECKING:
    from types import TracebackType

_MOST_HEAD = 64 * 1024
_PIECE = 64 * 1024
_CONNECT_SECONDS, _SILENCE_SECONDS = 10, 30
"""Seconds in which a server must answer a connection, and for which it may then say nothing."""
_HOP_HEADERS = re.compile(
    rb"(?im)^(?:proxy-connection|proxy-authorization|connection|keep-alive):[^\r\n]*\r\n"
)


@dataclass
class Gateway:
    """A proxy that serves while it is entered."""

    allow_loopback: bool = False
    most_bytes: int = 96 * 1024 * 1024
    upstream: str = ""
    """Address of a proxy to go through, "" for none; addresses are checked all the same."""
    refused: list[str] = field(default_factory=list)
    """Hosts that were refused because they are in a private network."""
    received: int = 0
    """Bytes received so far."""
    overrun: bool = False
    """Whether more bytes came than are allowed."""

    def __enter__(self) -> Self:
        gateway = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with suppress(OSError, ValueError):
                    gateway._serve(self.request)

        class Threads(socketserver.ThreadingTCPServer):
            daemon_threads = True
            block_on_close = False

        self._server = Threads(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def address(self) -> str:
        """The address that the browser connects to."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def _serve(self, browser: socket.socket) -> None:
        """One connection of the browser: a tunnel, or one request without TLS."""
        browser.settimeout(_SILENCE_SECONDS)
        head, rest = _head(browser)
        method, target = head.split(b" ", 2)[:2]
        tunnel = method == b"CONNECT"
        host, port = _place(target.decode("latin-1"), tunnel=tunnel)
        try:
            server = self._connected(host, port, target if tunnel else b"")
        except PermissionError:
            self.refused.append(host)
            browser.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        except OSError:
            browser.sendall(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        with server:
            if tunnel:
                browser.sendall(b"HTTP/1.1 200 Connection Established\r\n\r\n")
            else:
                server.sendall(self._forwarded(head) + rest)
                rest = b""
            self._carry(browser, server, rest)

    def _connected(self, host: str, port: int, tunnel: bytes) -> socket.socket:
        """A connection to a host whose address was checked.

        Raises:
            PermissionError: it has an address that is not public.
            OSError: there is no connection.
        """
        if self.overrun:
            raise ConnectionAbortedError
        address = look_up(host, port, allow_loopback=self.allow_loopback)
        if address is None:
            raise PermissionError(host)
        if not self.upstream:
            return socket.create_connection((str(address), port), timeout=_CONNECT_SECONDS)
        proxy = urlsplit(self.upstream)
        server = socket.create_connection((proxy.hostname, proxy.port or 80), timeout=_CONNECT_SECONDS)
        if tunnel:
            server.sendall(b"CONNECT " + tunnel + b" HTTP/1.1\r\n" + self._credentials() + b"\r\n")
            answer, _ = _head(server)
            if answer.split(b" ", 2)[1] != b"200":
                server.close()
                raise ConnectionRefusedError
        return server

    def _forwarded(self, head: bytes) -> bytes:
        """The head of a request as it is forwarded: one request for each connection."""
        line, headers = head.split(b"\r\n", 1)
        method, target, version = line.split(b" ", 2)
        if not self.upstream:
            behind = target.partition(b"://")[2]
            target = b"/" + behind.partition(b"/")[2]
        headers = _HOP_HEADERS.sub(b"", headers)
        extra = self._credentials() if self.upstream else b""
        return method + b" " + target + b" " + version + b"\r\n" + extra + b"Connection: close\r\n" + headers

    def _credentials(self) -> bytes:
        proxy = urlsplit(self.upstream)
        if proxy.username is None:
            return b""
        pair = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}".encode()
        return b"Proxy-Authorization: Basic " + base64.b64encode(pair) + b"\r\n"

    def _carry(self, browser: socket.socket, server: socket.socket, begun: bytes) -> None:
        """Carry bytes both ways until one side ends, or too many came."""
        if begun:
            server.sendall(begun)
        open_ends = [browser, server]
        while open_ends:
            ready, _, _ = select.select(open_ends, [], [], _SILENCE_SECONDS * 2)
            if not ready or self.overrun:
                return
            for one in ready:
                piece = one.recv(_PIECE)
                other = server if one is browser else browser
                if not piece:
                    if one is server:
                        return
                    open_ends.remove(browser)
                    with suppress(OSError):
                        server.shutdown(socket.SHUT_WR)
                    continue
                if one is server:
                    self.received += len(piece)
                    self.overrun = self.overrun or self.received > self.most_bytes
                other.sendall(piece)


def _head(connection: socket.socket) -> tuple[bytes, bytes]:
    """The header lines of a request or an answer, and the bytes received after the empty line."""
    read = b""
    while b"\r\n\r\n" not in read:
        piece = connection.recv(_PIECE)
        if not piece or len(read) > _MOST_HEAD:
            raise ValueError("no head")
        read += piece
    head, _, rest = read.partition(b"\r\n\r\n")
    return head + b"\r\n\r\n", rest


def _place(target: str, *, tunnel: bool) -> tuple[str, int]:
    parts = urlsplit(f"//{target}" if tunnel else target)
    if not parts.hostname or (not tunnel and parts.scheme != "http"):
        raise ValueError(target)
    return parts.hostname, parts.port or (443 if tunnel else 80)
