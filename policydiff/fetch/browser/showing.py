"""Shows a page in Chromium and records what a reader could see: PageRequest in, ShownPage out.

It does what a reader would do: wait until the text stops changing, decline cookies, open folded sections,
scroll to the end, read. Each step is bounded, so that a page that never stops changing is read too. Chromium
has no way to the network but the gateway.
"""

from __future__ import annotations

import os
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import Error, sync_playwright

from policydiff import languages
from policydiff.fetch.browser.gateway import Gateway
from policydiff.fetch.browser.messages import NotShown, PageRequest, ShownPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, Route

    from policydiff.errors import FailureKind

_HERE = Path(__file__).parent
_FEW_WORDS = 60
"""A page with fewer words is still being built, or asks for proof that the reader is human."""
_FIRST_LOOK = 3.0
"""Seconds after which a page with few words may be waiting for its reader: for an answer about cookies, or a
click."""
_LONGEST_BUILDING = 15.0
"""Most seconds to wait for a page that has few words whatever is clicked."""
_QUIET = 0.8
"""Seconds without change after which a text counts as finished."""
_LONGEST_UNREST = 8.0
"""Seconds after which a text is read although it still changes."""
_STEP = 0.15
_MOST_SCREENS = 60
_MOST_DOCUMENTS = 12
"""Most documents that may replace one another in one page."""
_MOST_FRAMES = 20
_LARGEST_PICTURE = 24 * 1024 * 1024
_PICTURES = ("image", "media", "font")
_OPTIONS = (
    "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-domain-reliability", "--disable-client-side-phishing-detection", "--no-first-run",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp", "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--js-flags=--max-old-space-size=768",
    "--disable-features=Translate,OptimizationHints,MediaRouter,Prerender2,SpeculationRulesPrefetchFuture",
)  # fmt: skip
_ERRORS: tuple[tuple[str, FailureKind, str], ...] = (
    (
        "ERR_CERT_DATE",
        "tls",
        "the connection cannot be trusted (certificate has expired or is not yet valid)",
    ),
    ("ERR_CERT", "tls", "the connection cannot be trusted"),
    ("ERR_SSL", "tls", "the connection cannot be trusted"),
    ("ERR_ABORTED", "unreadable", "it is a download and no page"),
    ("Download is starting", "unreadable", "it is a download and no page"),
    ("ERR_EMPTY_RESPONSE", "connection", "the connection failed"),
    ("Timeout", "timeout", "nothing came for too long"),
)


def show(asked: PageRequest) -> ShownPage | NotShown:
    """Show a page in a browser of its own."""
    try:
        with open_browser(asked) as (browser, gateway):
            return show_in(browser, gateway, asked)
    except Error as error:
        return NotShown("browser", f"Chromium did not start ({_first_line(error)})")


@contextmanager
def open_browser(asked: PageRequest) -> Iterator[tuple[Browser, Gateway]]:
    """Start a browser whose only way to the network is the gateway.

    Raises:
        playwright.sync_api.Error: it did not start.
    """
    root = hasattr(os, "geteuid") and os.geteuid() == 0  # for whom Chromium has no sandbox
    with Gateway(asked.allow_loopback, asked.most_bytes, asked.proxy) as gateway, sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=asked.chromium,
            chromium_sandbox=not root,
            args=[*_OPTIONS, f"--proxy-server={gateway.address}"],
        )
        try:
            yield browser, gateway
        finally:
            with suppress(Error):
                browser.close()


def show_in(browser: Browser, gateway: Gateway, asked: PageRequest) -> ShownPage | NotShown:
    """Show a page in a browser context of its own, without cookies of other pages."""
    try:
        context = browser.new_context(**_context(asked, browser.version))
        return _Showing(asked, gateway, browser.version).shown(context)
    except Error as error:
        return NotShown("browser", f"the browser broke down ({_first_line(error)})")


def _context(asked: PageRequest, version: str) -> dict[str, Any]:
    engine = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
    return {
        "user_agent": f"{engine} Chrome/{version} Safari/537.36 {asked.agent}",
        "service_workers": "block",
        "accept_downloads": False,
        "viewport": {"width": 1280, "height": 1600},
        "reduced_motion": "reduce",
        **({"locale": asked.language} if asked.language else {}),
    }


_CLOSING = ("×", "✕", "✖", "x")
"""Signs that close a dialog."""


def _words() -> dict[str, tuple[str, ...]]:
    """The words that the script in the page looks for, of all languages, since the page's language is not
    known yet."""
    return {
        "decline": languages.all_lines(lambda one: one.browser.decline),
        "close": (*_CLOSING, *languages.all_lines(lambda one: one.browser.close)),
        "about": languages.all_lines(lambda one: one.browser.about),
        "more": languages.all_lines(lambda one: one.browser.more),
    }


class _Showing:
    """The showing of one page."""

    def __init__(self, asked: PageRequest, gateway: Gateway, version: str) -> None:
        self._asked = asked
        self._gateway = gateway
        self._version = version
        self._until = time.monotonic() + asked.seconds
        self._script = (_HERE / "page.js").read_text(encoding="utf-8")
        self._words = _words()
        self._status = 0
        self._visited: list[str] = []
        self._unreached = ""
        """Chromium's message about the last document that could not be loaded."""
        self._declined = ""
        self._opened = 0

    def shown(self, context: BrowserContext) -> ShownPage | NotShown:
        """Open the page, and read it."""
        # What pops up is not what was asked for, and each takes its time to open and to close.
        context.add_init_script("window.open = () => null;")
        page = context.new_page()
        context.on("page", lambda other: other.close())
        context.route("**/*", self._let_pass)
        context.route_web_socket("**/*", lambda socket: socket.close())
        page.on("dialog", lambda dialog: dialog.dismiss())
        page.on("response", lambda response: self._hear(page, response))
        page.on("requestfailed", lambda request: self._note_failure(page, request))
        page.on("framenavigated", lambda frame: self._note(frame.url) if frame == page.main_frame else None)
        try:
            page.goto(self._asked.url, wait_until="commit", timeout=self._left() * 1000)
        except Error as error:
            return self._not_shown(error)
        self._settle(page, _FIRST_LOOK)
        failed = self._failed(page)
        return failed or self._read_page(page)

    def _read_page(self, page: Page) -> ShownPage | NotShown:
        self._unfold(page)
        if self._measured(page)[0] < _FEW_WORDS:  # it is still being built, or tests its reader
            self._settle(page, _LONGEST_BUILDING)
            self._unfold(page)
        failed = self._failed(page)
        if failed:
            return failed
        picture = self._picture(page) if self._asked.picture else b""
        written = self._in_page(page, "write", frames=self._frames(page), most=self._asked.most_text)
        if not isinstance(written, dict):
            return NotShown("browser", "the page could not be read")
        if written["cut"]:
            return NotShown("too-large", f"it has more than {self._asked.most_text:,} letters")
        return ShownPage(
            url=page.url,
            status=self._status,
            html=written["html"],
            visited=tuple(self._visited),
            declined=self._declined,
            opened=self._opened,
            picture=picture,
            refused=tuple(dict.fromkeys(self._gateway.refused)),
            version=self._version,
        )

    # --- what the page asks for ---

    def _let_pass(self, route: Route) -> None:
        request = route.request
        with suppress(Error):
            if not self._is_wanted(request):
                route.abort()
            elif self._asked.headers and _origin(request.url) == _origin(self._asked.url):
                route.continue_(headers={**request.headers, **dict(self._asked.headers)})
            else:
                route.continue_()

    def _is_wanted(self, request: Request) -> bool:
        if request.is_navigation_request():
            return urlsplit(request.url).scheme in ("http", "https") and len(self._visited) < _MOST_DOCUMENTS
        return self._asked.picture or request.resource_type not in _PICTURES

    def _hear(self, page: Page, response: Response) -> None:
        with suppress(Error):
            if response.request.is_navigation_request() and response.frame == page.main_frame:
                self._status = response.status

    def _note_failure(self, page: Page, request: Request) -> None:
        with suppress(Error):
            if request.is_navigation_request() and request.frame == page.main_frame:
                self._unreached = request.failure or ""

    def _note(self, url: str) -> None:
        if url not in self._visited and url.startswith(("http:", "https:")):
            self._visited.append(url)

    # --- what is done with it ---

    def _in_page(self, page: Any, what: str, **more: Any) -> Any:
        """The result of the script in the page; None while the page is being replaced by another."""
        try:
            return page.evaluate(self._script, {"what": what, "words": self._words, **more})
        except Error:
            return None

    def _measured(self, page: Page) -> tuple[int, Any]:
        """The number of words on the page, and a value that differs after each change; frames count if the
        page has few words. (0, None) while the page is being replaced by another."""
        seen = self._in_page(page, "measure")
        if seen is None or seen["words"] >= _FEW_WORDS:
            return (seen["words"] if seen else 0), seen
        frames = [self._in_page(frame, "measure") for frame in page.frames[1:_MOST_FRAMES]]
        return seen["words"] + sum(one["words"] for one in frames if one), [seen, frames]

    def _unfold(self, page: Page) -> None:
        """Decline cookies, scroll to the end, open folded sections."""
        declined = self._decline(page)
        self._declined = self._declined or declined
        if declined:
            self._settle(page, _LONGEST_UNREST)
        self._scroll(page)
        self._opened += self._open(page)
        self._settle(page, 1.0)

    def _settle(self, page: Page, patience: float) -> None:
        """Wait until the text stops changing, or until the time for that is up."""
        began = since = time.monotonic()
        last: Any = None
        while self._left() > 0:
            words, seen = self._measured(page)
            now = time.monotonic()
            if seen is None or seen != last:
                last, since = seen, now
            if words >= _FEW_WORDS and (now - since >= _QUIET or now - began >= _LONGEST_UNREST):
                return
            if now - began >= patience:
                return
            page.wait_for_timeout(_STEP * 1000)

    def _decline(self, page: Page) -> str:
        for place, frame in enumerate(page.frames[:_MOST_FRAMES]):
            said = self._in_page(frame, "decline", whole=place > 0)
            if said:
                return str(said)
        return ""

    def _open(self, page: Page) -> int:
        """Open folded sections. If a click led to another page, go back and click nothing more."""
        before = page.url
        opened = self._in_page(page, "open")
        if opened is not None and page.url.partition("#")[0] == before.partition("#")[0]:
            return int(opened)
        with suppress(Error):
            page.goto(before, wait_until="commit", timeout=self._left() * 1000)
            self._settle(page, _LONGEST_BUILDING)
        return 0

    def _scroll(self, page: Page) -> None:
        """Scroll to the end, at most as far as the longest policy would reach, so that everything is
        loaded."""
        unchanged, last = 0, None
        for _ in range(_MOST_SCREENS):
            if self._left() <= 0 or not self._in_page(page, "scroll"):
                unchanged += 1
            page.wait_for_timeout(_STEP * 1000)
            seen = self._in_page(page, "measure")
            unchanged = unchanged if seen == last else 0
            last = seen
            if unchanged >= 3:
                return

    def _frames(self, page: Page) -> dict[str, str]:
        """The documents of frames that hold text, by a mark set on the frame elements."""
        found: dict[str, str] = {}
        for number, frame in enumerate(page.frames[1:_MOST_FRAMES], 1):
            with suppress(Error):
                seen = self._in_page(frame, "measure")
                if frame.parent_frame == page.main_frame and seen and seen["words"] >= _FEW_WORDS:
                    frame.frame_element().evaluate(
                        "(element, mark) => element.setAttribute('data-policydiff-frame', mark)", str(number)
                    )
                    found[str(number)] = frame.content()
        return found

    def _picture(self, page: Page) -> bytes:
        with suppress(Error):
            picture: bytes = page.screenshot(
                full_page=True, type="png", timeout=max(1.0, self._left()) * 1000
            )
            if len(picture) <= _LARGEST_PICTURE:
                return picture
        return b""

    # --- what went wrong ---

    def _left(self) -> float:
        return self._until - time.monotonic()

    def _failed(self, page: Page) -> NotShown | None:
        if self._gateway.overrun:
            return NotShown("too-large", f"more than {self._asked.most_bytes // 2**20} MB came for it")
        host = (urlsplit(page.url).hostname or "").lower()
        if self._status == 403 and host in self._gateway.refused:
            return _private(host)
        if page.url.startswith("chrome-error:"):
            if self._gateway.refused:
                return _private(self._gateway.refused[-1])
            unreached = NotShown("connection", "it led to a page that cannot be reached")
            return _chromium_failure(self._unreached) or unreached
        return None

    def _not_shown(self, error: Error) -> NotShown:
        if self._gateway.refused:
            return _private(self._gateway.refused[-1])
        other = NotShown("connection", f"the browser could not show it ({_first_line(error)})")
        return _chromium_failure(error.message) or other


def _chromium_failure(message: str) -> NotShown | None:
    """The meaning of an error of Chromium; None if it is not known."""
    known = (NotShown(kind, problem) for mark, kind, problem in _ERRORS if mark in message)
    return next(known, None)


def _private(host: str) -> NotShown:
    problem = f"it leads to {host[:100]}, which is in a private network, where policies are not published"
    return NotShown("private-address", problem)


def _origin(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.lower()


def _first_line(error: Error) -> str:
    return " ".join(error.message.split("\n", 1)[0].split())[:150]
