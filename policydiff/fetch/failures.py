"""Failures of a fetch, each as a code for programs and a sentence for people.

requests wraps what urllib3 wrapped what http.client or the system raised, and the layers differ from one
release to the next. So the whole chain of errors is searched by type, never by text, the most specific kind
first.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from typing import TYPE_CHECKING

import requests
import urllib3.exceptions as below
from requests_hardened.ip_filter import InvalidIPAddress

from policydiff.errors import FailureKind, FetchFailed

if TYPE_CHECKING:
    from datetime import datetime

    from policydiff.models import Capture

BELOW = (
    requests.RequestException, below.HTTPError, http.client.HTTPException, OSError, ValueError,
)  # fmt: skip
"""All errors that the HTTP libraries raise. ValueError: host names that cannot be encoded, ports out of
range."""

_KINDS: tuple[tuple[FailureKind, tuple[type[BaseException], ...]], ...] = (
    ("private-address", (InvalidIPAddress,)),
    ("proxy", (requests.exceptions.ProxyError, requests.exceptions.InvalidProxyURL, below.ProxyError)),
    ("dns", (socket.gaierror, below.NameResolutionError)),
    ("connection", (below.NewConnectionError,)),  # to urllib3 a kind of timeout
    ("tls", (requests.exceptions.SSLError, below.SSLError, ssl.SSLError, ssl.CertificateError)),
    ("timeout", (requests.exceptions.Timeout, below.TimeoutError, TimeoutError)),
    ("encoding", (requests.exceptions.ContentDecodingError, below.DecodeError)),
    ("truncated", (below.IncompleteRead, http.client.IncompleteRead)),
    ("connection", (http.client.RemoteDisconnected, ConnectionError)),
    ("truncated", (requests.exceptions.ChunkedEncodingError,)),
    ("protocol", (http.client.HTTPException, below.HTTPWarning, requests.exceptions.InvalidHeader)),
    ("bad-address", (requests.exceptions.InvalidURL, below.LocationValueError, UnicodeError)),
    ("bad-address", (requests.exceptions.InvalidSchema, requests.exceptions.MissingSchema)),
    ("connection", (requests.exceptions.ConnectionError, OSError)),
)
_SENTENCES: dict[FailureKind, str] = {
    "bad-address": "no request can be made for this address",
    "connection": "the connection failed",
    "dns": "the name of the host has no address",
    "encoding": "the answer is packed in a way that cannot be unpacked",
    "private-address": "it is in a private network, where policies are not published",
    "protocol": "the answer is no HTTP",
    "proxy": "the proxy did not do its work",
    "timeout": "nothing came for too long",
    "tls": "the connection cannot be trusted",
    "truncated": "fewer bytes came than were announced",
}
_REAL_ADDRESS = "Open the address in a browser, and use the address that it ends at"
_ADVICE: dict[FailureKind, str] = {
    "bad-address": "Check the address",
    "browser": 'pip install "policydiff[browser]", and install Chromium or name it in POLICYDIFF_CHROMIUM',
    "bad-redirect": _REAL_ADDRESS,
    "dns": "Check the name; if it is right, try again later",
    "empty": "Open the address in a browser; a page may need one to be built",
    "forbidden": "Open the address in a browser; if it shows the page, the server turns programs away: save"
    " it there, and give the file",
    "not-found": "Find where the document moved, and use that address",
    "private-address": "For a server of your own on this machine use --allow-loopback",
    "proxy": "Check the environment variable that the source names",
    "redirect-loop": _REAL_ADDRESS,
    "robots": 'Save the page in a browser, or list it with robots = "ignore" in sources.toml',
    "tls": "Open the address in a browser and look at the certificate",
    "too-large": "Open the address in a browser and see what it is",
    "too-many-redirects": _REAL_ADDRESS,
    "unreadable": "Open the address in a browser and see what it is",
}
_COME_BACK = "Try again later"
_COME_BACK_LATER = "Try again after that"


def failure(
    url: str,
    kind: FailureKind,
    problem: str,
    *,
    answer: Capture | None = None,
    retry_at: datetime | None = None,
) -> FetchFailed:
    """A FetchFailed with the advice for its kind."""
    failed = FetchFailed(url, problem, _ADVICE.get(kind, _COME_BACK_LATER if retry_at else _COME_BACK))
    failed.kind, failed.answer, failed.retry_at = kind, answer, retry_at
    return failed


def explain(url: str, error: BaseException) -> FetchFailed:
    """The FetchFailed that an error of the HTTP libraries means."""
    chain = _chain(error)
    if any(isinstance(one, socket.gaierror) and one.errno == socket.EAI_AGAIN for one in chain):
        # Whoever is asked for names did not answer: that says nothing of the host.
        return failure(url, "connection", "the name of the host could not be looked up")
    for kind, types in _KINDS:
        found = next((one for one in chain if isinstance(one, types)), None)
        if found is not None:
            return failure(url, kind, _SENTENCES[kind] + _detail(kind, chain))
    return failure(url, "connection", _SENTENCES["connection"] + _detail("connection", chain))


def _chain(error: BaseException) -> list[BaseException]:
    """The error and those that caused it, outermost first: causes, contexts, wrapped arguments."""
    found: list[BaseException] = []
    waiting = [error]
    while waiting and len(found) < 30:
        one = waiting.pop(0)
        if any(one is seen for seen in found):
            continue
        found.append(one)
        inside = [*one.args, getattr(one, "reason", None), getattr(one, "original_error", None)]
        inside += [one.__cause__, one.__context__]
        waiting += [other for other in inside if isinstance(other, BaseException)]
    return found


def _detail(kind: FailureKind, chain: list[BaseException]) -> str:
    """The system's own message, if it says more."""
    for one in chain:
        if kind == "tls" and isinstance(one, ssl.SSLError):
            detail = getattr(one, "verify_message", "") or one.reason or ""
            return f" ({detail})" if detail else ""
        if kind == "private-address" and isinstance(one, InvalidIPAddress):
            return f" ({one})"
        if kind == "connection" and isinstance(one, OSError) and one.strerror:
            return f" ({one.strerror.lower()})"
    return ""
