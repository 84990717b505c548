"""Pages are got by real sockets from servers on this machine that behave well or badly."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import tracemalloc
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from policydiff.errors import FetchFailed, Stopped
from policydiff.fetch import Fetcher, HttpFetcher, Limits
from policydiff.models import RememberedCapture, Source
from tests.servers import EXPIRED, UNTRUSTED, Server, answer, bomb, policy, raw, redirect, silence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests import servers

SHORT = Limits(
    connect_seconds=1,
    silence_seconds=0.6,
    total_seconds=1.2,
    most_bytes=2**20,
    backoff_seconds=0.02,
    longest_retry_after=1.1,
    pause_seconds=0,
)
PATIENT = replace(SHORT, connect_seconds=20, silence_seconds=20, total_seconds=40)
"""For all that answers, however busy this machine is."""
OK = b"HTTP/1.1 200 OK\r\n"
SLACK = 10
"""Seconds that a busy machine may add."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def fetcher(limits: Limits = PATIENT, **settings: object) -> HttpFetcher:
    environment = settings.pop("environment", {})
    assert isinstance(environment, dict)
    allow = bool(settings.pop("allow_loopback", True))
    return HttpFetcher(user_agent="test/1", environment=environment, allow_loopback=allow, limits=limits)


def source(*urls: str, **settings: object) -> Source:
    return Source("lumio", "privacy-policy", urls, **settings)  # type: ignore[arg-type]


def failed(fetch: Fetcher, declared: Source) -> FetchFailed:
    """The failure that a fetch ends in."""
    with pytest.raises(FetchFailed) as caught:
        fetch(declared, {})
    return caught.value


# --- what went well -----------------------------------------------------------------------------


def test_a_page_comes_with_everything_that_was_said_about_it(server: Server) -> None:
    """Bytes, status, headers in order with their repetitions, time and what we asked with are kept."""
    server.pages["/privacy"] = raw(
        OK + b"Content-Type: text/html; charset=shift_jis\r\nX-A: 1\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n"
        b"Content-Length: 5\r\n\r\n\x82\xa0\xff\x00\n"
    )
    before = datetime.now(UTC)
    (page,) = fetcher()(source(server.url("/privacy"), language="fr", region="CA"), {})
    assert page.body == b"\x82\xa0\xff\x00\n", "the charset is nobody's business here"
    assert (page.status, page.how, page.url, page.final_url) == (200, "http", *[server.url("/privacy")] * 2)
    assert page.headers[1:4] == (("X-A", "1"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))
    assert before <= page.at <= datetime.now(UTC)
    asked = dict(page.request_headers)
    assert asked["User-Agent"] == "test/1"
    assert asked["Accept-Language"] == "fr-CA,fr;q=0.9"
    assert server.asked("/privacy")[0].headers["User-Agent"] == "test/1"


def test_several_addresses_come_in_their_order(server: Server) -> None:
    """A document of several pages is several captures."""
    server.pages["/one"] = answer(b"<p>one")
    server.pages["/two"] = answer(b"<p>two")
    pages = fetcher()(source(server.url("/two"), server.url("/one")), {})
    assert [page.body for page in pages] == [b"<p>two", b"<p>one"]


def test_packed_answers_are_unpacked(server: Server) -> None:
    """The same page packed and plain is the same page."""
    server.pages["/gz"] = answer(gzip.compress(policy()), Content_Encoding="gzip")
    (page,) = fetcher()(source(server.url("/gz")), {})
    assert page.body == policy()
    assert server.asked("/gz")[0].headers["Accept-Encoding"] == "gzip, deflate"


def test_redirects_are_walked_and_recorded(server: Server) -> None:
    """Each hop with its status; a cookie set on the way is sent on, as a browser would."""
    server.pages["/old"] = redirect("/new?x=1#part", status=301)
    server.pages["/new?x=1"] = answer(status=302, Location="/last", Set_Cookie="seen=1")
    server.pages["/last"] = answer(policy())
    (page,) = fetcher()(source(server.url("/old")), {})
    assert [(hop.url, hop.status) for hop in page.redirects] == [
        (server.url("/old"), 301),
        (server.url("/new?x=1"), 302),
    ]
    assert page.final_url == server.url("/last")
    assert server.asked("/last")[0].headers["Cookie"] == "seen=1"


def test_headers_of_a_source_go_to_its_own_host_only(server: Server) -> None:
    """Whoever is redirected to does not see a cookie meant for another."""
    with Server(host="127.0.0.2") as other:
        server.pages["/here"] = answer(policy())
        server.pages["/away"] = redirect(other.url("/there"))
        other.pages["/there"] = answer(policy())
        declared = source(
            server.url("/away"), server.url("/here"), headers=(("Cookie", "key=1"), ("accept-language", "de"))
        )
        away, here = fetcher()(declared, {})
    assert server.asked("/here")[0].headers["Cookie"] == "key=1"
    assert server.asked("/here")[0].headers["accept-language"] == "de"
    assert "Cookie" not in other.asked("/there")[0].headers
    assert dict(here.request_headers)["Cookie"] == "key=1"
    assert "Cookie" not in dict(away.request_headers)


def test_it_asks_whether_the_page_changed(server: Server) -> None:
    """With the validators of the last answer, at the address that gave them; 304 brings no body."""
    server.pages["/moved"] = redirect("/page")
    server.pages["/page"] = answer(status=304, ETag='"v1"')
    url = server.url("/moved")
    known = {
        url: RememberedCapture(
            url, 200, server.url("/page"), etag='"v1"', last_modified="Mon, 01 Jan 2024 00:00:00 GMT"
        )
    }
    (page,) = fetcher()(source(url), known)
    assert (page.status, page.body) == (304, b"")
    assert "If-None-Match" not in server.asked("/moved")[0].headers
    assert server.asked("/page")[0].headers["If-None-Match"] == '"v1"'
    assert server.asked("/page")[0].headers["If-Modified-Since"] == "Mon, 01 Jan 2024 00:00:00 GMT"


def test_a_busy_server_is_asked_again(server: Server) -> None:
    """503 once and a page after it is a page; a short Retry-After is waited for."""
    turns = iter([answer(status=503, Retry_After="1"), answer(policy())])
    server.pages["/busy"] = lambda *call: next(turns)(*call)  # noqa: PLW0108
    began = time.monotonic()
    (page,) = fetcher(Limits(pause_seconds=0))(source(server.url("/busy")), {})
    assert page.status == 200
    assert time.monotonic() - began >= 1
    assert len(server.asked("/busy")) == 2


# --- what went wrong ----------------------------------------------------------------------------

FAULTS: dict[str, tuple[servers.Page, str]] = {
    "a body that drips": (raw(OK + b"Content-Length: 9999\r\n\r\n", pause=0.1, forever=b"x"), "deadline"),
    "a body without length that drips": (raw(OK + b"\r\n<p>", pause=0.1, forever=b"x"), "deadline"),
    "headers that drip": (raw(OK, pause=0.1, forever=b"X"), "deadline"),
    "a status line that drips": (raw(b"", pause=0.1, forever=b"H"), "deadline"),
    "preliminary answers for ever": (raw(pause=0.01, forever=b"HTTP/1.1 100 Continue\r\n\r\n"), "deadline"),
    "silence": (silence, "deadline"),
    "a truncated body": (answer(b"<p>We keep", length=999), "truncated"),
    "a truncated chunk": (raw(OK + b"Transfer-Encoding: chunked\r\n\r\n20\r\n<p>We keep"), "truncated"),
    "a gzip bomb": (answer(bomb(100), Content_Encoding="gzip"), "too-large"),
    "a body without end": (raw(OK + b"\r\n", forever=b"x" * 65536), "too-large"),
    "an error page without end": (raw(b"HTTP/1.1 503 No\r\n\r\n", forever=b"x" * 65536), "deadline"),
    "a refusal without end": (raw(b"HTTP/1.1 403 No\r\n\r\n", forever=b"x" * 65536), "forbidden"),
    "a redirect without end": (
        raw(b"HTTP/1.1 302 No\r\nLocation: ftp://x.example/\r\n\r\n", forever=b"x" * 65536),
        "bad-redirect",
    ),
    "large headers": (
        raw(OK + b"".join(b"X-%d: %s\r\n" % (n, b"y" * 60000) for n in range(9)) + b"\r\nhi"),
        "too-large",
    ),
    "a thousand headers": (
        raw(OK + b"".join(b"X-%d: y\r\n" % n for n in range(1000)) + b"\r\nhi"),
        "protocol",
    ),
    "a redirect loop": (redirect("/fault"), "redirect-loop"),
    "a redirect to the cloud's metadata": (redirect("http://169.254.169.254/latest/"), "private-address"),
    "a redirect into the house": (redirect("http://192.168.1.1/"), "private-address"),
    "a redirect to a file": (redirect("file:///etc/passwd"), "bad-redirect"),
    "a redirect with a password": (redirect("http://me:secret@lumio.example/"), "bad-redirect"),
    "a redirect to half an address": (redirect("http://[::1"), "bad-redirect"),
    "a redirect without a target": (answer(status=302), "bad-redirect"),
    "an unknown packing": (answer(b"xyz", Content_Encoding="br"), "encoding"),
    "a broken packing": (answer(b"no gzip at all", Content_Encoding="gzip"), "encoding"),
    "something else than HTTP": (raw(b"220 mail.example ESMTP\r\n\r\n"), "protocol"),
    "nothing": (raw(), "connection"),
    "an empty page": (answer(b""), "empty"),
    "no content": (answer(status=204), "empty"),
    "not modified, unasked": (answer(status=304), "status"),
    "half a page, unasked": (answer(b"<p>x", status=206), "status"),
    "not found": (answer(b"<p>gone", status=404), "not-found"),
    "forbidden": (answer(b"<p>no", status=403), "forbidden"),
    "a server error": (answer(b"<p>no", status=500), "server-error"),
    "too many requests": (answer(status=429), "rate-limited"),
    "a Retry-After that is nonsense": (answer(status=429, Retry_After="soon"), "rate-limited"),
    "a Retry-After without end": (answer(status=429, Retry_After="9" * 6000), "rate-limited"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_ends_in_a_kind_and_in_time(server: Server, name: str) -> None:
    """A server can do what it likes: the outcome has a kind, a sentence and comes before the deadline."""
    server.pages["/fault"], kind = FAULTS[name]
    began = time.monotonic()
    limits = SHORT if kind == "deadline" else PATIENT
    error = failed(fetcher(limits), source(server.url("/fault")))
    assert time.monotonic() - began < SHORT.total_seconds + SLACK
    assert error.kind == kind
    assert error.problem
    assert error.advice


def test_a_bomb_does_not_fill_the_memory(server: Server) -> None:
    """Unpacking stops at the bound and not at the end."""
    server.pages["/bomb"] = answer(bomb(200), Content_Encoding="gzip")
    failed(fetcher(), source(server.url("/fault")))  # whatever is loaded only once
    tracemalloc.start()
    try:
        assert failed(fetcher(), source(server.url("/bomb"))).kind == "too-large"
        assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    finally:
        tracemalloc.stop()


def test_a_wait_of_a_day_is_recorded_and_not_slept(server: Server) -> None:
    """The failure says when to come back, and the host is left alone for the rest of the run."""
    server.pages["/day"] = answer(status=429, Retry_After="86400")
    server.pages["/other"] = answer(policy())
    fetch = fetcher()
    began = time.monotonic()
    first = failed(fetch, source(server.url("/day")))
    second = failed(fetch, source(server.url("/other")))
    assert time.monotonic() - began < SLACK
    assert (first.kind, second.kind) == ("rate-limited", "postponed")
    assert len(server.asked("/day")) == 1
    assert not server.asked("/other")
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    for error in (first, second):
        assert error.retry_at is not None
        assert abs(error.retry_at - tomorrow) < timedelta(seconds=10)


def test_a_failure_says_what_the_server_answered(server: Server) -> None:
    """Status, headers and redirects of a failure are evidence too; so is the way to one without an answer."""
    server.pages["/old"] = redirect("/gone")
    server.pages["/gone"] = answer(b"gone", status=410, X_Why="closed")
    server.pages["/inside"] = redirect("http://10.0.0.1/")
    gone = failed(fetcher(), source(server.url("/old"))).answer
    assert gone is not None
    assert (gone.status, gone.url, gone.final_url) == (410, server.url("/old"), server.url("/gone"))
    assert dict(gone.headers)["X-Why"] == "closed"
    inside = failed(fetcher(), source(server.url("/inside"))).answer
    assert inside is not None
    assert [(hop.url, hop.status) for hop in inside.redirects] == [(server.url("/inside"), 302)]


def test_too_many_redirects_end(server: Server) -> None:
    """A chain that never meets itself ends too."""
    for number in range(15):
        server.pages[f"/{number}"] = redirect(f"/{number + 1}")
    assert failed(fetcher(), source(server.url("/0"))).kind == "too-many-redirects"
    assert not server.asked("/11")


def resolver_answers() -> bool:
    """Whether whoever is asked for names says of a name without an address that it has none."""
    try:
        socket.getaddrinfo("policies.invalid", 80)
    except socket.gaierror as error:
        return error.errno != socket.EAI_AGAIN
    return True


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://10.1.2.3/", "private-address"),
        ("http://169.254.169.254/", "private-address"),
        ("http://[::ffff:10.0.0.1]/", "private-address"),
        ("http://0x0a000001/", "private-address"),
        ("http://policies.invalid/", "dns" if resolver_answers() else "connection"),
        ("http://" + "a" * 80 + ".example/", "bad-address"),
        ("http://127.0.0.1:1/", "connection"),
    ],
)
def test_addresses_that_lead_nowhere(url: str, kind: str) -> None:
    """Private networks are refused even where this machine is allowed; the rest is told apart."""
    assert failed(fetcher(), source(url)).kind == kind


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0"])
def test_this_machine_is_private_unless_allowed(server: Server, host: str) -> None:
    """Without the flag nothing is sent to a server on this machine, however it is spelled."""
    server.pages["/"] = answer(policy())
    url = server.url("/").replace("127.0.0.1", host)
    error = failed(fetcher(allow_loopback=False), source(url, robots="ignore"))
    assert error.kind in (("private-address", "dns") if host == "[::1]" else ("private-address",))
    assert not server.requests


def test_certificates_that_cannot_be_trusted_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signed by nobody known, or expired: a failure of one kind, as is a server without TLS."""
    with Server(certificate=UNTRUSTED) as server:
        server.pages["/"] = answer(policy())
        error = failed(fetcher(), source(server.url("/")))
        assert error.kind == "tls"
        assert "self-signed" in error.problem
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", str(EXPIRED))
    with Server(certificate=EXPIRED) as server:
        server.pages["/"] = answer(policy())
        error = failed(fetcher(), source(server.url("/")))
        assert error.kind == "tls"
        assert error.problem == "the connection cannot be trusted (certificate has expired)"
    with Server() as server:
        server.pages["/"] = answer(policy())
        with Server() as talker:
            talker.serve = lambda connection: (connection.sendall(OK * 9), connection.close())  # type: ignore[method-assign,func-returns-value,assignment]
            assert failed(fetcher(), source(talker.url("/").replace("http:", "https:"))).kind == "tls"


def test_a_handshake_without_end_ends() -> None:
    """Time runs while TLS is negotiated too."""
    with Server() as server:
        server.serve = lambda connection: silence(server, None, connection)  # type: ignore[method-assign,arg-type]
        began = time.monotonic()
        assert failed(fetcher(SHORT), source(server.url("/").replace("http:", "https:"))).kind in (
            "deadline",
            "timeout",
        )
        assert time.monotonic() - began < 2 * SHORT.total_seconds + SLACK


# --- the surroundings ---------------------------------------------------------------------------


def test_a_proxy_is_used_where_the_source_names_one(server: Server) -> None:
    """The variable holds the address; a variable that is not set is told, not passed over."""
    with Server() as proxy:
        url = server.url("/page")
        proxy.pages[url] = answer(policy())
        declared = source(url, proxy_variable="POLICY_PROXY", robots="ignore")
        (page,) = fetcher(environment={"POLICY_PROXY": proxy.url("").removeprefix("http://")})(declared, {})
        assert page.body == policy()
        assert proxy.asked(url)
    assert not server.requests
    error = failed(fetcher(), declared)
    assert error.kind == "proxy"
    assert "POLICY_PROXY" in error.problem
    assert failed(fetcher(environment={"POLICY_PROXY": "http://127.0.0.1:1"}), declared).kind == "proxy"


def test_nothing_is_taken_from_the_surroundings(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that other programs use does not reach into a capture."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    server.pages["/"] = answer(policy())
    assert fetcher()(source(server.url("/")), {})[0].status == 200


def test_a_run_can_be_stopped(server: Server) -> None:
    """What is under way ends at once and is no failure of the page."""
    server.pages["/slow"] = silence
    fetch = fetcher(Limits(pause_seconds=0))
    threading.Timer(0.3, fetch.stop).start()
    began = time.monotonic()
    with pytest.raises(Stopped):
        fetch(source(server.url("/slow"), robots="ignore"), {})
    assert time.monotonic() - began < SLACK
    with pytest.raises(Stopped):
        fetch(source(server.url("/slow")), {})
