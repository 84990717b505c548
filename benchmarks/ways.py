"""How long looking at one hostile target takes, and whether each ends in a verdict.

    python -m benchmarks.ways [targets] [--browser]

Targets stand on a server of this machine, by turns of each kind: redirects without end, bodies without end
or of a gigabyte, silence, private addresses, downloads, broken answers; with `--browser` also pages whose
scripts open windows, ask questions, reload, download, lead to private addresses, fetch or never come to an
end. They are looked at as `optout --live` does, with its limits. Printed are the verdicts, and the seconds of
the slowest target, browser included; the floor is that none takes longer than `MOST`, and that each has a
verdict. In a browser most scripts take all the time they are given: 300 targets take an hour.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.archive import Archive
from policydiff.fetch import BRIEF, BrowserFetcher, Fetchers, HttpFetcher, find_chromium
from policydiff.saved_page import SavedPage
from policydiff.workflows import optouts, visiting
from tests import way_pages
from tests.servers import Server, answer, raw, redirect

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policydiff.fetch import Fetcher
    from policydiff.models import Capture, RememberedCapture, Source
    from tests.servers import Page

MOST = 30.0
"""Seconds for one target."""
_AT_ONCE = optouts.MOST_ASKED


@dataclass
class _TimedFetcher:
    """A fetcher that counts the seconds of each target."""

    fetcher: Fetcher
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def __call__(self, source: Source, known: Mapping[str, RememberedCapture]) -> tuple[Capture, ...]:
        began = time.monotonic()
        try:
            return self.fetcher(source, known)
        finally:
            self.seconds[source.urls[0]] += time.monotonic() - began

    def stop(self) -> None:
        """End what is under way."""
        self.fetcher.stop()


def _script(code: str) -> Page:
    return answer(f"<!doctype html><title>Form</title><div id=app></div><script>{code}</script>".encode())


def scripts() -> list[Page]:
    """Pages that hurt whoever runs their scripts."""
    return [
        _script("for(;;);"),
        _script("setInterval(()=>open('/'),1)"),
        _script("for(;;)alert('object')"),
        _script("setInterval(()=>print(),1)"),
        _script("onbeforeunload=()=>'stay';setInterval(()=>location.reload(),50)"),
        _script("setInterval(()=>fetch('/x'+Math.random()),1)"),
        _script("fetch('/endless').then(answer=>answer.arrayBuffer())"),
        _script("setInterval(()=>{location='/endless'},100)"),
        _script("setInterval(()=>{app.innerHTML='<a download href=/file>';app.firstChild.click()},1)"),
        _script("location='http://10.0.0.1/'"),
        _script("setInterval(()=>fetch('http://169.254.169.254/latest/meta-data/'),1)"),
        _script("const a=[];setInterval(()=>a.push(new Array(1e6).fill(Math.random())),1)"),
        _script("let n=0;const f=()=>{location='/again?'+(n++)+Math.random()};f()"),
        _script("setInterval(()=>history.pushState({},'','/'+Math.random()),1)"),
        _script("setInterval(()=>app.append(document.createElement('div')),0)"),
        _script("for(let n=0;n<64;n++)new Worker(URL.createObjectURL(new Blob(['for(;;);'])))"),
        answer(b"<!doctype html><title>Form</title><meta http-equiv=refresh content=0><p>Again"),
        answer(b"<!doctype html><title>Form</title>" + b"<iframe src=/frames></iframe>" * 30),
    ]


def _served(server: Server) -> None:
    """What the targets lead to."""
    server.pages["/loop"] = redirect("/loop")
    server.pages["/endless"] = raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", forever=b"a" * 65_536
    )
    server.pages["/file"] = answer(
        b"PK\x03\x04" + bytes(2_000), Content_Disposition="attachment; filename=a.zip"
    )
    server.pages["/frames"] = answer(b"<iframe src=/frames?a></iframe><iframe src=/frames?b></iframe>")
    server.pages["/frames?a"] = server.pages["/frames?b"] = server.pages["/frames"]


def run(count: int, pages: list[Page], *, browsing: bool) -> tuple[Counter[str], dict[str, float], int]:
    """Look at so many targets.

    Returns:
        How often each verdict came, the seconds of each target, and how many have no verdict.
    """
    states: Counter[str] = Counter()
    seconds: dict[str, float] = {}
    without = 0
    limits = replace(BRIEF, pause_seconds=0)
    for start in range(0, count, _AT_ONCE):
        with Server() as server, tempfile.TemporaryDirectory() as folder:
            paths = tuple(f"/target/{number}" for number in range(start, min(count, start + _AT_ONCE)))
            server.pages.update({path: pages[int(path[8:]) % len(pages)] for path in paths})
            _served(server)
            http = HttpFetcher(user_agent="benchmark", environment={}, allow_loopback=True, limits=limits)
            browser = BrowserFetcher(
                http,
                chromium=find_chromium(os.environ),
                user_agent="benchmark",
                allow_loopback=True,
                limits=limits,
            )
            timed = _TimedFetcher(http), _TimedFetcher(browser)
            page = SavedPage("policy.html", way_pages.policy(server, paths), server.url("/policy"))
            archive = Archive(Path(folder) / "archive")
            told = optouts.visit_ways(
                optouts.of_page(page),
                archive,
                Fetchers(timed[0], timed[1] if browsing else None),
                lambda url, archive=archive: visiting.source_of(url, (), archive),  # type: ignore[misc]
            )
            for record in told.records:
                target = record.addresses[0]
                seconds[target.target] = sum(one.seconds[target.target] for one in timed)
                without += not target.stretches
                states.update(one.verdict.state for one in target.stretches[-1:])
    return states, seconds, without


def main() -> int:
    """Print the figures; 1 where a floor does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="?", type=int, default=300)
    parser.add_argument("--browser", action="store_true")
    asked = parser.parse_args()
    pages = [redirect("/loop"), *way_pages.hostile().values()]
    if asked.browser:
        pages += scripts()
    states, seconds, without = run(asked.targets, pages, browsing=asked.browser)
    slowest = max(seconds.values(), default=0.0)
    for target in sorted(seconds, key=seconds.__getitem__, reverse=True)[:5]:
        kind = int(target.rpartition("/")[2]) % len(pages)
        print(f"kind {kind}: {seconds[target]:.1f} s")
    print(f"{len(seconds)} targets: {', '.join(f'{count} {state}' for state, count in states.most_common())}")
    print(f"slowest {slowest:.1f} s (at most {MOST:g}); without a verdict {without}")
    return int(slowest > MOST or without > 0 or len(seconds) != asked.targets)


if __name__ == "__main__":
    sys.exit(main())
