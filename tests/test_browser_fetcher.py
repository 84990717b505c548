"""Pages that are built by script, got by a real browser from a server on this machine.

Each is held against the same policy as a server would send it; what a page may do to whoever opens it has a
bound, and an outcome.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from policydiff import normalise
from policydiff.archive import Archive
from policydiff.errors import FetchFailed
from policydiff.fetch import BrowserFetcher, HttpFetcher, Limits, find_chromium
from policydiff.fetch.browser import processes
from policydiff.models import Source
from tests.conftest import absent
from tests.script_site import PAGES, SAME_AS_TWIN, TWIN, Site
from tests.servers import Server, answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policydiff.models import Capture
    from tests.commands import Run

pytestmark = pytest.mark.browser

QUICK = Limits(pause_seconds=0, total_seconds=20, browser_seconds=60)


@pytest.fixture(scope="module")
def site() -> Iterator[Server]:
    with Server() as server:
        server.pages = Site(PAGES)
        yield server


@pytest.fixture
def program() -> str:
    found = find_chromium(os.environ)
    if not found:
        absent("browser", "no Chromium, or no playwright: pip install policydiff[browser]")
    return found


def fetcher(program: str, limits: Limits = QUICK) -> BrowserFetcher:
    http = HttpFetcher(user_agent="policydiff/test", environment={}, allow_loopback=True, limits=limits)
    return BrowserFetcher(
        http, chromium=program, user_agent="policydiff/test", allow_loopback=True, limits=limits
    )


def fetched(program: str, url: str, limits: Limits = QUICK, **more: object) -> Capture:
    (capture,) = fetcher(program, limits)(Source("a", "b", (url,), **more), {})  # type: ignore[arg-type]
    return capture


def read(capture: Capture) -> str:
    return normalise(capture.body, url=capture.url, content_type=capture.content_type).text


@pytest.mark.parametrize("path", SAME_AS_TWIN)
def test_a_built_page_reads_like_its_twin(site: Server, program: str, path: str) -> None:
    """Word by word, and the answer as it came stands beside it."""
    before = len(site.requests)
    capture = fetched(program, site.url(path))
    assert read(capture) == normalise(TWIN).text
    assert (capture.how, capture.status, capture.final_url) == ("browser", 200, site.url(path))
    asked = [request.path for request in site.requests[before:]]
    assert asked[:2] == ["/robots.txt", path]
    assert "/accepted" not in asked
    if path == "/consent":
        assert "/rejected" in asked
        assert ("declined", "reject all") in capture.details
    if path == "/panels":
        assert ("opened", "5") in capture.details
    if path == "/curious":
        assert ("refused", "10.0.0.7") in capture.details
    if path != "/guarded":
        assert [one.kind for one in capture.beside] == ["answer"]
        assert normalise(capture.beside[0].body).text != normalise(TWIN).text


def test_we_say_who_we_are(site: Server, program: str) -> None:
    """In every request, behind what the browser says of itself; the language is asked for."""
    before = len(site.requests)
    fetched(program, site.url("/shell"), language="fr", region="CA")
    agents = [request.headers.get("User-Agent", "") for request in site.requests[before:]]
    assert all(agent.endswith("policydiff/test") for agent in agents)
    assert site.requests[-1].headers["Accept-Language"].startswith("fr-CA")


def test_headers_stay_with_their_origin(site: Server, program: str) -> None:
    """A key for one server is not shown to the next."""
    with Server() as other:
        other.pages["/x"] = answer(b"ok", Access_Control_Allow_Origin="*", Content_Type="text/plain")
        site.pages["/mixed"] = answer(
            TWIN.replace(b"</main>", f"</main><script>fetch('{other.url('/x')}')</script>".encode())
        )
        before = len(site.requests)
        fetched(program, site.url("/mixed"), headers=(("X-Key", "hush"),))
        assert any(request.headers.get("X-Key") == "hush" for request in site.requests[before:])
        assert other.requests
        assert not any("hush" in str(request.headers) for request in other.requests)


@pytest.mark.parametrize(
    ("path", "kind", "limits"),
    [
        ("/private", "private-address", QUICK),
        ("/hanging", "deadline", Limits(pause_seconds=0, browser_seconds=9)),
        ("/hungry", "browser", Limits(pause_seconds=0, browser_memory=900 * 2**20)),
        ("/heavy", "too-large", Limits(pause_seconds=0, browser_bytes=20 * 2**20)),
    ],
)
def test_what_a_page_may_not_do_is_an_outcome(
    site: Server, program: str, path: str, kind: str, limits: Limits
) -> None:
    """In time, with a kind; and no process of the browser is left."""
    began = time.monotonic()
    with pytest.raises(FetchFailed) as failed:
        fetched(program, site.url(path), limits)
    assert failed.value.kind == kind, failed.value
    assert time.monotonic() - began < limits.browser_seconds + 15
    time.sleep(0.5)
    assert len(processes.family(os.getpid())) <= 2, "only ours, and perhaps the one that looks"


def test_robots_are_asked_for_where_a_script_leads(site: Server, program: str) -> None:
    """A page that leads on by script to what may not be fetched brings nothing."""
    with Server() as other:
        other.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /\n", Content_Type="text/plain")
        other.pages["/policy"] = answer(TWIN)
        site.pages["/away"] = answer(
            f"<html><body><script>location.href='{other.url('/policy')}'</script>".encode()
        )
        with pytest.raises(FetchFailed) as failed:
            fetched(program, site.url("/away"))
    assert failed.value.kind == "robots"


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
    """First over HTTP; that a browser was needed is recorded and remembered; all is kept, verify holds."""
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
    assert run("fetch", "--allow-loopback").code == 0
    assert [one.what for one in archive.observations("lanternworks/privacy-policy")] == ["new", "unchanged"]
    assert [request.path for request in site.requests[before:]].count("/shell") == 2, "the browser at once"
    assert run("verify").code == 0


def test_an_address_is_shown_by_a_browser_too(site: Server, program: str, run: Run) -> None:
    """As by `fetch`, so by `compare` and `normalise`."""
    done = run("normalise", "--allow-loopback", site.url("/shell"))
    assert done.code == 0, done.err
    assert "carriers who bring the parcels" in done.out


def test_memory_of_the_parent_stays_small(site: Server, program: str) -> None:
    """The browser is in processes of its own.

    Megabytes as /proc tells them: `getrusage` counts what the process that started this one had.
    """
    code = (
        "import sys; sys.path.insert(0, '.')\n"
        "from policydiff.fetch import *; from policydiff.models import Source\n"
        "fetchers = open_fetchers('', '1', __import__('os').environ, allow_loopback=True)\n"
        "fetchers.browser(Source('a', 'b', (sys.argv[1],)), {})\n"
        "kept = [line for line in open('/proc/self/status') if line.startswith('VmHWM:')]\n"
        "print(int(kept[0].split()[1]) // 1024)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, site.url("/shell")],
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    )
    assert int(done.stdout) < 150
