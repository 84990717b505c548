"""The page as a browser shows it: it fits a phone, wants nothing from anywhere, and breaks none of its rules.

A small web server on this machine serves the page inside a frame as wide as a phone; a script beside the
frame measures it, and the server notes what the browser asked for.
"""

from __future__ import annotations

import html
import json
import re
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest

from policydiff.models import Change, Clause, DocumentDiff
from policydiff.report import html_page
from tests.comparisons import NASTY, SIDES, broken, judged
from tests.test_table_rows import reworded as tabled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from policydiff.models import Comparison

pytestmark = pytest.mark.browser

PHONE = 390
QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--enable-logging=stderr", "--log-level=0",
)  # fmt: skip
FRAME = """<!doctype html><link rel="icon" href="data:,"><iframe id="frame" src="/report.html"
width="{width}" height="844" style="border:0"></iframe><pre id="measured"></pre><script>
window.onload = () => {{
  const page = document.getElementById("frame").contentDocument;
  page.querySelectorAll("details").forEach(each => {{ each.open = true; }});
  const style = frame.contentWindow.getComputedStyle(page.body);
  const wide = [...page.body.querySelectorAll("*")].filter(each =>
    !each.matches(".skip") && each.getBoundingClientRect().right > {width} + 1);
  document.getElementById("measured").textContent = JSON.stringify({{
    scroll: page.documentElement.scrollWidth, seen: page.documentElement.clientWidth,
    wide: wide.map(each => each.tagName + "." + each.className),
    paper: frame.contentWindow.getComputedStyle(page.documentElement).backgroundColor,
    widest: style.maxWidth, words: page.body.innerText.length,
  }});
}};
</script>"""


@dataclass(frozen=True)
class Seen:
    """What came of looking at a page."""

    measured: dict[str, Any]
    asked: list[str]
    console: list[str]


@pytest.fixture
def look(chromium: str, tmp_path: Path) -> Callable[..., Seen]:
    """Show a page in a frame of a given width and tell what came of it."""

    def shown(text: str, *, width: int = PHONE, dark: bool = False) -> Seen:
        with serving({"/report.html": text, "/": FRAME.format(width=width)}) as (address, asked):
            scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
            command = [chromium, *QUIET, scheme, f"--user-data-dir={tmp_path}", "--dump-dom", address]
            done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
        found = re.search('<pre id="measured">(.*?)</pre>', done.stdout)
        assert found is not None, done.stderr[-2000:]
        console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
        return Seen(json.loads(html.unescape(found[1])), asked, console)

    return shown


@contextmanager
def serving(pages: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine, and the list of what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200 if self.path in pages else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(pages.get(self.path, "").encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def hostile() -> Comparison:
    """The club's policy with every nasty text added, and words without a place to break."""
    known = judged()
    nasty = tuple(Clause("paragraph", text) for text in (*NASTY, "w" * 400, f"https://a.example/{'p' * 300}"))
    places = range(len(known.new.clauses), len(known.new.clauses) + len(nasty))
    changes = (*known.diff.changes, *(Change("added", (), (place,)) for place in places))
    new = replace(known.new, clauses=known.new.clauses + nasty, title="T" * 150)
    return replace(known, new=new, diff=DocumentDiff(changes))


@pytest.mark.parametrize(
    "comparison",
    [judged(), broken(), hostile(), tabled()],
    ids=["club", "broken", "hostile", "table"],
)
def test_a_phone_shows_the_page_without_sideways_scrolling(
    comparison: Comparison, look: Callable[..., Seen]
) -> None:
    """At 390 pixels nothing is wider than the screen, folds opened; no request leaves, no rule breaks."""
    seen = look(html_page.html(comparison, sides=SIDES))
    assert seen.measured["words"] > 1000
    assert seen.measured["widest"] == "672px", "the style sheet was not applied"
    assert seen.measured["wide"] == []
    assert seen.measured["scroll"] <= seen.measured["seen"] == PHONE
    assert seen.asked == ["/", "/report.html"]
    assert seen.console == []


@pytest.mark.parametrize("width", [700, 1200])
def test_a_table_fits_wider_screens_too(width: int, look: Callable[..., Seen]) -> None:
    """A table may be wider than the text, never wider than the screen."""
    seen = look(html_page.html(tabled()), width=width)
    assert seen.measured["wide"] == []
    assert seen.measured["scroll"] <= seen.measured["seen"]


def test_dark_is_dark(look: Callable[..., Seen]) -> None:
    """Who asks for a dark page gets one."""
    text = html_page.html(judged(), sides=SIDES)
    papers = [look(text, dark=dark).measured["paper"] for dark in (False, True)]
    assert papers == ["rgb(251, 250, 247)", "rgb(23, 24, 27)"]


def test_the_measuring_sees_what_is_wrong(look: Callable[..., Seen]) -> None:
    """A page with a style attribute, a picture and a wide block is noticed on all three counts."""
    text = html_page.html(judged(), sides=SIDES)
    wrong = '<p style="color:red">x</p><img src="/pixel.png"><table width="800"><td>x</table>'
    ruled = look(text.replace("</main>", wrong + "</main>"))
    assert len(ruled.console) == 2
    assert ruled.measured["wide"]
    assert ruled.measured["scroll"] > PHONE
    assert "/pixel.png" not in ruled.asked
    lawless = look(re.sub("<meta http-equiv.*?>", "", text).replace("</main>", wrong + "</main>"))
    assert "/pixel.png" in lawless.asked
