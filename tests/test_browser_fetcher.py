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
from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest

from policydiff import normalise
from policydiff.archive import Archive
from policydiff.errors import FetchFailed
from policydiff.fetch import BrowserFetcher, HttpFetcher, Limits, find_chromium
from policydiff.fetch.browser import processes
from policydiff.models import Source
from tests.conftest import absent
from tests.script_site import PAGES, SAME_AS_TWIN, SECTIONS, TWIN, Site
from tests.servers import Request, Server, answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from policydiff.models import Capture
    from tests.commands import Run

pytestmark = pytest.mark.browser

QUICK = Limits(pause_seconds=0, total_seconds=20, browser_seconds=300)
AT_ONCE = 4
"""Visits side by side: most of a visit is waiting for a page to come to rest."""
BOUNDED = {
    "/private": ("private-address", QUICK),
    "/hanging": ("deadline", Limits(pause_seconds=0, browser_seconds=9)),
    "/hungry": ("browser", Limits(pause_seconds=0, browser_seconds=300, browser_memory=900 * 2**20)),
    "/heavy": ("too-large", Limits(pause_seconds=0, browser_seconds=300, browser_bytes=20 * 2**20)),
    "/away": ("robots", QUICK),
}
"""What a page may not do, with the kind of its outcome."""

TOLD = {
    "/consent": ("declined", "reject all"),
    "/panels": ("opened", "5"),
    "/curious": ("refused", "10.0.0.7"),
}
"""What is noted of a visit."""


def told(request: Request, header: str) -> str:
    """A header of a request, whatever letters its name has."""
    return {name.lower(): value for name, value in request.headers.items()}.get(header, "")


class Visits:
    """Every page of the site visited once, before the first test asks what came of it."""

    def __init__(self, site: Server, other: Server, proxy: Server, program: str) -> None:
        self.site, self.other, self.proxy, self.program = site, other, proxy, program
        self.began = time.monotonic()
        self.seconds: dict[str, float] = {}
        other.pages["/x"] = answer(b"ok", Access_Control_Allow_Origin="*", Content_Type="text/plain")
        other.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /policy\n", Content_Type="text/plain")
        other.pages["/policy"] = answer(TWIN)
        curious = f"</main><script>fetch('{other.url('/x')}')</script>"
        site.pages["/mixed"] = answer(TWIN.replace(b"</main>", curious.encode()))
        leading = f"<html><body><script>location.href='{other.url('/policy')}'</script>"
        site.pages["/away"] = answer(leading.encode())
        more: dict[str, dict[str, Any]] = {
            "/shell": {"language": "fr", "region": "CA"},
            "/mixed": {"headers": (("X-Key", "hush"),)},
        }
        before = len(site.requests)
        with ThreadPoolExecutor(AT_ONCE) as threads:
            self.outcomes = {
                path: threads.submit(self._visit, path, more.get(path, {}))
                for path in (*BOUNDED, *SAME_AS_TWIN, "/tabs", "/mixed")
            }
            self.parent = threads.submit(self._memory_of_a_parent)
            self.through_proxy = threads.submit(self._visit_by_proxy)
        self.requests = site.requests[before:]

    def capture(self, path: str) -> Capture:
        """What came."""
        return self.outcomes[path].result()

    def _visit(self, path: str, more: dict[str, Any]) -> Capture:
        began = time.monotonic()
        limits = BOUNDED[path][1] if path in BOUNDED else QUICK
        try:
            return fetched(self.program, self.site.url(path), limits, **more)
        finally:
            self.seconds[path] = time.monotonic() - began

    def _visit_by_proxy(self) -> Capture:
        """A page through a proxy, which is asked for whole addresses."""
        self.proxy.pages = Site({self.site.url(path): page for path, page in PAGES.items()})
        place = {"POLICY_PROXY": self.proxy.url("").removeprefix("http://")}
        return fetched(
            self.program, self.site.url("/curious"), environment=place, proxy_variable="POLICY_PROXY"
        )

    def _memory_of_a_parent(self) -> int:
        """Megabytes as /proc tells them: `getrusage` counts what the process that started this one had."""
        code = (
            "import sys; sys.path.insert(0, '.')\n"
            "from policydiff.fetch import *; from policydiff.models import Source\n"
            "fetchers = open_fetchers('', '1', __import__('os').environ, allow_loopback=True)\n"
            "fetchers.browser(Source('a', 'b', (sys.argv[1],)), {})\n"
            "kept = [line for line in open('/proc/self/status') if line.startswith('VmHWM:')]\n"
            "print(int(kept[0].split()[1]) // 1024)\n"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, self.site.url("/shell")],
            capture_output=True, text=True, timeout=300, check=True,
        )  # fmt: skip
        return int(done.stdout)


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


@pytest.fixture(scope="module")
def visits(site: Server, program: str) -> Iterator[Visits]:
    with Server() as other, Server() as proxy:
        yield Visits(site, other, proxy, program)


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


def read(capture: Capture) -> str:
    return normalise(capture.body, url=capture.url, content_type=capture.content_type).text


@pytest.mark.parametrize("path", SAME_AS_TWIN)
def test_a_built_page_reads_like_its_twin(visits: Visits, path: str) -> None:
    """Word by word, and the answer as it came stands beside it."""
    capture = visits.capture(path)
    assert read(capture) == normalise(TWIN).text
    assert (capture.how, capture.status, capture.final_url) == ("browser", 200, visits.site.url(path))
    assert path not in TOLD or TOLD[path] in capture.details
    if path != "/guarded":
        assert [one.kind for one in capture.beside] == ["answer"]
        assert normalise(capture.beside[0].body).text != normalise(TWIN).text


def test_every_tab_is_read_once(visits: Visits) -> None:
    """What each shows under its name, in their order; the row of names is not read a second time."""
    text = read(visits.capture("/tabs"))
    assert [text.count(said) for _, said in SECTIONS] == [1] * len(SECTIONS)
    assert [text.count(name) for name, _ in SECTIONS] == [1] * len(SECTIONS)


def test_a_proxy_is_gone_through(visits: Visits) -> None:
    """For the page and all that it asks for; a proxy gives no way into a private network."""
    assert read(visits.through_proxy.result()) == normalise(TWIN).text
    assert {one.path for one in visits.proxy.requests} >= {
        visits.site.url("/robots.txt"),
        visits.site.url("/curious"),
        visits.site.url("/sections.json"),
    }
    assert not [one.path for one in visits.proxy.requests if "10.0.0.7" in one.path]


def test_nothing_is_consented_to(visits: Visits) -> None:
    """The dialog about cookies got a no, and no yes."""
    assert visits.site.asked("/rejected")
    assert not visits.site.asked("/accepted")


def test_we_say_who_we_are(visits: Visits) -> None:
    """In every request, behind what the browser says of itself; the language is asked for."""
    requests = [one for one in visits.requests if "policydiff/1 " not in told(one, "user-agent")]
    assert all(told(one, "user-agent").endswith("policydiff/test") for one in requests)
    assert "fr-CA" in {told(one, "accept-language")[:5] for one in requests}
    assert requests[0].path == "/robots.txt"
    assert [one.path for one in requests].count("/robots.txt") == len(visits.outcomes), "before each visit"


def test_headers_stay_with_their_origin(visits: Visits) -> None:
    """A key for one server is not shown to the next."""
    visits.capture("/mixed")
    assert any(told(one, "x-key") == "hush" for one in visits.site.asked("/mixed"))
    assert visits.other.asked("/x")
    assert not any("hush" in str(one.headers) for one in visits.other.requests)


@pytest.mark.parametrize("path", BOUNDED)
def test_what_a_page_may_not_do_is_an_outcome(visits: Visits, path: str) -> None:
    """In time, with a kind; also where a script leads on to what robots.txt forbids."""
    kind, limits = BOUNDED[path]
    with pytest.raises(FetchFailed) as failed:
        visits.capture(path)
    assert failed.value.kind == kind, failed.value
    assert visits.seconds[path] < limits.browser_seconds + 30


def test_no_process_is_left(visits: Visits) -> None:
    """Whatever became of a page: only ours, and perhaps the one that looks."""
    assert visits.outcomes
    assert len(processes.family(os.getpid())) <= 2


def test_memory_of_the_parent_stays_small(visits: Visits) -> None:
    """The browser is in processes of its own."""
    assert visits.parent.result() < 150


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
