"""Fetches pages as a reader sees them, with a browser. `HttpFetcher` goes first and applies its politeness.

The answer is fetched over HTTP first, so that robots.txt, pace, redirects and refusals are the same as for
every fetch. Then a separate process shows it in Chromium and returns the page as shown. Both are kept.
Whatever the page does, the process and all its children end at the deadline, or when they take too much
memory.
"""

from __future__ import annotations

import importlib.util
import pickle
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from policydiff.errors import FetchFailed, Stopped
from policydiff.fetch.browser import processes
from policydiff.fetch.browser.messages import NotShown, PageRequest, ShownPage
from policydiff.fetch.failures import failure
from policydiff.fetch.limits import Limits
from policydiff.models import Accompanying, Capture

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policydiff.errors import FailureKind
    from policydiff.fetch.http import HttpFetcher
    from policydiff.models import RememberedCapture, Source

VARIABLE = "POLICYDIFF_CHROMIUM"
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_CHILD = Path(__file__).with_name("child.py")
_HOME = Path(__file__).parents[3]
_PAGES = ("text/html", "application/xhtml+xml")
_CHALLENGES = {"cf-mitigated": "challenge", "x-amzn-waf-action": "challenge"}
"""Headers by which bot protection says that a refusal is a test that any browser passes."""
_LOOK = 0.5
"""Seconds between two measurements of the memory."""


def find_chromium(environment: Mapping[str, str]) -> str:
    """Path of Chromium; "" if it, or the package that drives it, is not installed."""
    if importlib.util.find_spec("playwright") is None:
        return ""
    named = environment.get(VARIABLE, "")
    found = (shutil.which(one, path=environment.get("PATH")) for one in ((named,) if named else _PROGRAMS))
    return next(filter(None, found), "")


def no_browser(url: str) -> FetchFailed:
    """The failure of a page that needs a browser if there is none."""
    return failure(url, "browser", "it needs a browser, and there is none here")


def is_challenge(failed: FetchFailed) -> bool:
    """Whether the headers of a refusal say that it is a test for browsers."""
    headers = failed.answer.headers if isinstance(failed.answer, Capture) else ()
    return any(_CHALLENGES.get(name.lower()) == value.strip().lower() for name, value in headers)


class BrowserFetcher:
    """Fetches sources by Chromium, shared by all threads of one run: `fetcher(source, known)`."""

    def __init__(
        self,
        http: HttpFetcher,
        *,
        chromium: str,
        user_agent: str,
        allow_loopback: bool = False,
        limits: Limits | None = None,
    ) -> None:
        """A fetcher.

        Args:
            http: Gets the answers, and holds what politeness asks for.
            chromium: The program, "" if there is none.
            user_agent: Who we say we are.
            allow_loopback: Whether servers on this machine may be asked; other private networks never.
            limits: Bounds in time, bytes and memory.
        """
        self._http = http
        self._chromium = chromium
        self._user_agent = user_agent
        self._allow_loopback = allow_loopback
        self._limits = limits or Limits()
        self._running: set[int] = set()
        self._lock = threading.Lock()
        self._stopped = False

    def __call__(self, source: Source, known: Mapping[str, RememberedCapture]) -> tuple[Capture, ...]:
        """Get every page of a source, in its order. Each is fetched whole, even if it may not have changed.

        Raises:
            FetchFailed: a page could not be got; the others of this source are not kept either.
            Stopped: `stop` was called.
        """
        return tuple(self._page(source, url) for url in source.urls)

    def stop(self) -> None:
        """End everything that is under way, soon."""
        self._stopped = True
        self._http.stop()
        with self._lock:
            for pid in self._running:
                processes.end(pid)

    def _page(self, source: Source, url: str) -> Capture:
        if not self._chromium:
            raise no_browser(url)
        answer = self._answer(source, url)
        if answer is not None and not _is_page(answer):
            return answer
        place = answer.final_url if answer else url
        fragment = urldefrag(url).fragment
        if fragment and "#" not in place:
            place = f"{place}#{fragment}"
        with self._http.turn(place):
            shown = self._shown(self._request(source, place))
        for visited in shown.visited:
            if urldefrag(visited).url != urldefrag(place).url:
                self._http.check_robots(source, visited)
        return self._capture(url, answer, shown)

    def _answer(self, source: Source, url: str) -> Capture | None:
        """The answer over HTTP; None if it is a test that a browser passes."""
        try:
            return self._http(replace(source, urls=(url,)), {})[0]
        except FetchFailed as failed:
            if is_challenge(failed):
                return None
            raise

    def _request(self, source: Source, url: str) -> PageRequest:
        country = f"-{source.region}" if len(source.region) == 2 and source.region != "EU" else ""
        return PageRequest(
            url=url,
            agent=self._user_agent,
            chromium=self._chromium,
            seconds=self._limits.browser_seconds * 2 / 3,
            most_bytes=self._limits.browser_bytes,
            most_text=self._limits.most_bytes // 4,
            language=source.language and f"{source.language}{country}",
            headers=source.headers,
            allow_loopback=self._allow_loopback,
            proxy=self._http.proxy(source, url),
            picture=source.keep_screenshot,
        )

    def _shown(self, asked: PageRequest) -> ShownPage:
        """The page as a separate process shows it.

        Raises:
            FetchFailed: it was not shown.
        """
        limits = self._limits
        with tempfile.TemporaryDirectory(prefix="policydiff-", ignore_cleanup_errors=True) as folder:
            environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8"}
            child = subprocess.Popen(  # noqa: S603 - our own file
                [sys.executable, "-P", str(_CHILD), str(_HOME)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                start_new_session=True,
            )
            watch = _MemoryWatch(child.pid, limits.browser_memory)
            with self._lock:
                self._running.add(child.pid)
            try:
                output, _ = child.communicate(pickle.dumps(asked), timeout=limits.browser_seconds)
            except subprocess.TimeoutExpired:
                problem = f"the browser was not done with it after {limits.browser_seconds:g} seconds"
                raise failure(asked.url, "deadline", problem) from None
            finally:
                with self._lock:
                    self._running.discard(child.pid)
                watch.stop()
                processes.end(child.pid)
                _close(child)
        if self._stopped:
            raise Stopped
        if watch.exceeded:
            too_much_memory = f"the browser took more than {limits.browser_memory // 2**20} MB of memory"
            raise _broken(asked.url, too_much_memory)
        return _understood(asked.url, output)

    def _capture(self, url: str, answer: Capture | None, shown: ShownPage) -> Capture:
        if shown.status and shown.status not in (200, 203, 304):
            kinds: dict[int, FailureKind] = {
                401: "forbidden",
                403: "forbidden",
                404: "not-found",
                410: "not-found",
            }
            kind = kinds.get(shown.status, "server-error" if shown.status >= 500 else "status")
            raise failure(url, kind, f"the host answers with status {shown.status}")
        beside = [Accompanying("answer", answer.body, answer.headers)] if answer else []
        if shown.picture:
            beside.append(Accompanying("picture", shown.picture, media_type="image/png"))
        request = {
            "browser": f"Chromium {shown.version}",
            "declined": shown.declined,
            "opened": str(shown.opened or ""),
            "refused": " ".join(shown.refused)[:500],
        }
        return Capture(
            url=url,
            at=datetime.now(UTC),
            body=shown.html.encode("utf-8", "replace"),
            how="browser",
            status=shown.status or 200,
            final_url=shown.url,
            redirects=answer.redirects if answer else (),
            headers=(("Content-Type", "text/html; charset=utf-8"),),
            request_headers=answer.request_headers if answer else (),
            details=tuple((name, value) for name, value in request.items() if value),
            beside=tuple(beside),
        )


class _MemoryWatch:
    """Ends a process and its descendants when they take more memory than they may."""

    def __init__(self, pid: int, most: int) -> None:
        self.exceeded = False
        self._pid = pid
        self._most = most
        self._done = threading.Event()
        threading.Thread(target=self._look, daemon=True).start()

    def stop(self) -> None:
        """Stop watching."""
        self._done.set()

    def _look(self) -> None:
        while not self._done.wait(_LOOK):
            if processes.memory(self._pid) > self._most:
                self.exceeded = True
                processes.end(self._pid)
                return


def _close(child: subprocess.Popen[bytes]) -> None:
    for pipe in (child.stdin, child.stdout):
        with suppress(OSError):
            pipe.close() if pipe else None
    child.wait()


def _understood(url: str, output: bytes) -> ShownPage:
    try:
        answer = pickle.loads(output)  # noqa: S301 - from our own child
    except (EOFError, pickle.UnpicklingError):
        raise _broken(url, "the browser broke down") from None
    if isinstance(answer, NotShown):
        raise failure(url, answer.kind, answer.problem)
    if not isinstance(answer, ShownPage):
        raise _broken(url, "the browser broke down")
    return answer


def _broken(url: str, problem: str) -> FetchFailed:
    """The failure of an installed browser: installing one would not help."""
    failed = failure(url, "browser", problem)
    failed.advice = "Try again later"
    return failed


def _is_page(answer: Capture) -> bool:
    kind = answer.content_type.partition(";")[0].strip().lower()
    return kind in _PAGES or (not kind and answer.body.lstrip()[:1] == b"<")
