"""Servers on this machine that answer well or badly, by real sockets.

A page is a function that gets the request and the connection and does what it likes with them: only so
can a server lie about lengths, drip, hang up or speak something else than HTTP.
"""

from __future__ import annotations

import gzip
import socketserver
import ssl
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

_CERTIFICATES = Path(__file__).parent / "certificates"
UNTRUSTED, EXPIRED = _CERTIFICATES / "untrusted.pem", _CERTIFICATES / "expired.pem"
"""Self-signed and for tests only: nobody trusts them, their keys are no secret. One ended in 2020."""


@dataclass
class Request:
    """What a client asked for, and when."""

    path: str
    headers: dict[str, str]
    began: float
    ended: float = 0.0


@dataclass
class Server:
    """A web server in this process: `with Server() as server: server.pages["/"] = answer(b"...")`."""

    host: str = "127.0.0.1"
    certificate: Path | None = None
    """With which it speaks TLS."""
    pages: dict[str, Page] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Self:
        server = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                server.serve(self.request)

        class Threads(socketserver.ThreadingTCPServer):
            allow_reuse_address = True
            daemon_threads = True
            block_on_close = True

        self._server = Threads((self.host, 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def url(self, path: str = "/") -> str:
        """The address of a page."""
        scheme = "https" if self.certificate else "http"
        return f"{scheme}://{self.host}:{self._server.server_address[1]}{path}"

    def asked(self, path: str) -> list[Request]:
        """The requests for a page so far."""
        return [request for request in self.requests if request.path == path]

    def serve(self, connection: socket.socket) -> None:
        """Answer one request and hang up."""
        try:
            connection.settimeout(5)
            if self.certificate:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(self.certificate)
                connection = context.wrap_socket(connection, server_side=True)
            self._answer(connection)
        except OSError:
            pass  # the client hung up, as it should with most of these pages
        finally:
            connection.close()

    def _answer(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = connection.recv(4096)
            if not piece:
                return
            head += piece
        lines = head.decode("latin-1").split("\r\n")
        headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
        request = Request(lines[0].split()[1], headers, time.monotonic())
        self.requests.append(request)
        page = self.pages.get(request.path) or answer(b"<h1>Not here</h1>", status=404)
        try:
            page(self, request, connection)
        finally:
            request.ended = time.monotonic()


if TYPE_CHECKING:
    Page = Callable[[Server, Request, socket.socket], None]


def answer(body: bytes = b"", *, status: int = 200, length: int | None = None, **headers: str) -> Page:
    """An ordinary answer; `length` lies about the body's."""
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(body) if length is None else length}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    lines += ["Connection: close"]
    if not any(line.startswith("Content-Type") for line in lines):
        lines.append("Content-Type: text/html")
    head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"

    def page(server: Server, request: Request, connection: socket.socket) -> None:
        connection.sendall(head + (b"" if status in (204, 304) else body))

    return page


def redirect(to: str, status: int = 302) -> Page:
    """Sends the client elsewhere."""
    return answer(status=status, Location=to)


def raw(*pieces: bytes, pause: float = 0.0, forever: bytes = b"") -> Page:
    """Exactly these bytes, with pauses between them; then the last one again and again, if asked for."""

    def page(server: Server, request: Request, connection: socket.socket) -> None:
        for piece in pieces:
            connection.sendall(piece)
            server.closing.wait(pause)
        while forever and not server.closing.wait(pause):
            connection.sendall(forever)

    return page


def silence(server: Server, request: Request, connection: socket.socket) -> None:
    """Takes the request and says nothing until the client gives up."""
    connection.settimeout(30)
    while connection.recv(4096):
        pass


def bomb(megabytes: int) -> bytes:
    """Zeros, packed: a thousand times smaller than what they unpack to."""
    return gzip.compress(b"\0" * (megabytes * 2**20), 9)


def policy(words: int = 400, name: str = "Lumio", extra: str = "") -> bytes:
    """A page with the policy of a company that does not exist."""
    sentence = (
        "We keep the data that you give us for as long as your account is open and delete it when you ask. "
    )
    paragraphs = "".join(
        f"<p>Point {number}. {sentence}</p>" for number in range(1, words // len(sentence.split()) + 2)
    )
    return (
        f"<!doctype html><html lang=en><title>{name} Privacy Policy</title><body><main>"
        f"<h1>{name} Privacy Policy</h1>{paragraphs}{extra}</main></body></html>"
    ).encode()
