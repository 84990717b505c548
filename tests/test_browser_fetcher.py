"""Pages that are built by script, got as `fetch` gets them: over HTTP, then by a browser in its own process.

What a page may do to whoever opens it has a bound, and an outcome. How pages read: `test_browser_showing`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest

from policydiff import normalise
from policydiff.archive import Archive
from policydiff.errors import FetchFailed
from policydiff.fetch import BrowserFetcher, HttpFetcher, Limits, find_chromium, user_agent
from policydiff.fetch.browser import processes
from policydiff.models import Source
from tests.conftest import absent
from tests.script_site import PAGES, TWIN, Site, page
from tests.servers import Request, Server, answer

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from policydiff.models import Capture
    from tests.commands import Run

pytestmark = pytest.mark.browser

QUICK = Limits(pause_seconds=0, total_seconds=20, browser_seconds=300)
BOUNDED = {
    "/hanging": ("deadline", Limits(pause_seconds=0, browser_seconds=9)),
    "/hungry": ("browser", Limits(pause_seconds=0, browser_seconds=300, browser_memory=900 * 2**20)),
    "/heavy": ("too-large", Limits(pause_seconds=0, browser_seconds=300, browser_bytes=20 * 2**20)),
}
"""What a page may not do, with the kind of its outcome."""
PARENT = """
import os, sys
sys.path.insert(0, ".")
from policydiff.fetch import open_fetchers
from policydiff.models import Source
fetchers = open_fetchers("", "1", os.environ, allow_loopback=True)
(capture,) = fetchers.browser(Source("a", "b", (sys.argv[1],), language="fr", region="CA"), {})
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(int(peak.split()[1]) // 1024, capture.how, [one.kind for one in capture.beside])
"""
"""A program that fetches one page, and tells its peak in megabytes: `getrusage` counts what the process that
started it had."""


@pytest.fixture(scope="module")
def site() -> Iterator[Server]:
    with Server() as server:
        server.pages = Site(PAGES)
        yield server


@pytest.fixture(scope="module")
def program() -> str:
    found = find_chromium(os.environ)
    if not found:
        absent("browser", "no Chromium, or no playwright: pip install policydiff[browser]")
    return found


def fetched(
    program: str,
    url: str,
    limits: Limits = QUICK,
    environment: Mapping[str, str] = MappingProxyType({}),
    **more: Any,
) -> Capture:
    http = HttpFetcher(
        user_agent="policydiff/test", environment=environment, allow_loopback=True, limits=limits
    )
    fetcher = BrowserFetcher(
        http, chromium=program, user_agent="policydiff/test", allow_loopback=True, limits=limits
    )
    (capture,) = fetcher(Source("a", "b", (url,), **more), {})
    return capture


@pytest.mark.timeout(200)
@pytest.mark.parametrize("path", BOUNDED)
def test_what_a_page_may_not_do_is_an_outcome(site: Server, program: str, path: str) -> None:
    """In time, with a kind; and no process is left: only ours, and perhaps the one that looks."""
    kind, limits = BOUNDED[path]
    with pytest.raises(FetchFailed) as failed:
        fetched(program, site.url(path), limits)
    assert failed.value.kind == kind, failed.value
    assert len(processes.family(os.getpid())) <= 2


def test_robots_are_heard_where_a_script_leads(site: Server, program: str) -> None:
    """As where a redirect leads."""
    with Server() as other:
        other.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /policy\n", Content_Type="text/plain")
        other.pages["/policy"] = answer(TWIN)
        site.pages["/away"] = page(f"location.href = '{other.url('/policy')}';")
        with pytest.raises(FetchFailed) as failed:
            fetched(program, site.url("/away"))
    assert failed.value.kind == "robots"


def test_a_guard_is_passed_and_a_proxy_gone_through(site: Server, program: str) -> None:
    """A refusal that says of itself that it tests for browsers is no answer to keep. The proxy gets whatever
    the page asks for, and gives no way into a private network."""

    def guarded(server: Server, request: Request, connection: socket.socket) -> None:
        passed = "passed=42" in request.headers.get("Cookie", "")
        PAGES["/curious" if passed else "/guarded"](server, request, connection)

    with Server() as proxy:
        pages = {**PAGES, "/guarded": guarded}
        proxy.pages = Site({site.url(path): page for path, page in pages.items()})
        place = {"POLICY_PROXY": proxy.url("").removeprefix("http://")}
        capture = fetched(program, site.url("/guarded"), environment=place, proxy_variable="POLICY_PROXY")
        asked = {one.path for one in proxy.requests}
    assert (
        normalise(capture.body, url=capture.url, content_type=capture.content_type).text
        == normalise(TWIN).text
    )
    assert capture.beside == ()
    assert ("refused", "10.0.0.7") in capture.details
    assert asked >= {site.url("/robots.txt"), site.url("/guarded"), site.url("/sections.json")}
    assert not [one for one in asked if "10.0.0.7" in one]


def test_the_parent_stays_small_and_says_who_we_are(site: Server, program: str) -> None:
    """The browser is in processes of its own. Each request bears our name, behind what the browser says of
    itself; the language is asked for; robots.txt comes first."""
    before = len(site.requests)
    done = subprocess.run(
        [sys.executable, "-c", PARENT, site.url("/shell")],
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    megabytes, told = done.stdout.split(maxsplit=1)
    assert int(megabytes) < 150
    assert told.strip() == "browser ['answer']"
    requests = site.requests[before:]
    headers = [{name.lower(): value for name, value in one.headers.items()} for one in requests]
    assert requests[0].path == "/robots.txt"
    assert len(requests) >= 4
    assert all(one["user-agent"].endswith(user_agent("1", "")) for one in headers)
    assert "fr-CA" in {one.get("accept-language", "")[:5] for one in headers}


def test_without_a_browser_it_says_so(site: Server) -> None:
    """And what to install."""
    with pytest.raises(FetchFailed) as failed:
        fetched("", site.url("/shell"))
    assert failed.value.kind == "browser"
    assert "policydiff[browser]" in str(failed.value)


def test_what_is_no_page_needs_no_browser(site: Server, program: str) -> None:
    """Text and PDFs are taken as they came."""
    site.pages["/policy.txt"] = answer(b"Privacy Policy\n\nWe keep it.", Content_Type="text/plain")
    assert fetched(program, site.url("/policy.txt")).how == "http"


def test_a_shell_is_got_by_a_browser_and_so_the_next_time(
    site: Server, program: str, run: Run, tmp_path: Path
) -> None:
    """First over HTTP; that a browser was needed is recorded and remembered, also where the address is named;
    all is kept, verify holds."""
    run("init")
    run("sources", "add", "lanternworks/privacy-policy", site.url("/shell"), "--keep-screenshot")
    before = len(site.requests)
    first = run("fetch", "--allow-loopback")
    assert first.code == 0, first
    archive = Archive(tmp_path / "snapshots")
    (seen,) = archive.observations("lanternworks/privacy-policy")
    assert (seen.what, seen.how) == ("new", "browser")
    names = [name.partition("Z.")[2] for name, _ in seen.stored]
    assert names == ["html.gz", "answer.html.gz", "picture.png.gz"]
    (sidecar,) = (tmp_path / "snapshots").rglob("*Z.json")
    told = json.loads(sidecar.read_text())
    assert [one["kind"] for one in told["captures"][0]["beside"]] == ["answer", "picture"]
    assert told["details"]["browser"].startswith("Chromium ")
    assert archive.read_body(archive.snapshots("lanternworks/privacy-policy")[0]).startswith(
        b"<!DOCTYPE html>"
    )
    plain = [request.path for request in site.requests[before:]].count("/shell")
    assert plain == 3, "as it is, and twice for the browser: its answer and the page"
    before = len(site.requests)
    done = run("normalise", "--allow-loopback", site.url("/shell"))
    assert done.code == 0, done.err
    assert "carriers who bring the parcels" in done.out
    assert [one.what for one in archive.observations("lanternworks/privacy-policy")] == ["new", "unchanged"]
    assert [request.path for request in site.requests[before:]].count("/shell") == 2, "the browser at once"
    assert run("verify").code == 0
