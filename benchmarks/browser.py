"""Fifty fetches of pages built by script, each held against the twin that a server would send.

    python -m benchmarks.browser [times] [--react FOLDER]

Prints how many read word by word like the twin, the seconds that one takes, and the peak of memory of the
process that fetches (the browser has its own). With --react also a page that is an application of React;
FOLDER holds what `npm pack react@18 react-dom@18` brings, unpacked into `react` and `react-dom`.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections import Counter
from pathlib import Path

from policydiff import normalise
from policydiff.errors import FetchFailed
from policydiff.fetch import BrowserFetcher, HttpFetcher, Limits, find_chromium
from policydiff.models import Source
from tests.script_site import MORE_LIKE_THE_TWIN, PAGES, SAME_AS_TWIN, TWIN, Site
from tests.servers import Server, answer


def main(times: int, react: Path | None) -> None:
    """Fetch the pages one after another."""
    limits = Limits(pause_seconds=0)
    wanted = normalise(TWIN).text
    paths = [*SAME_AS_TWIN, *MORE_LIKE_THE_TWIN, *(["/react"] if react else [])]
    same = Counter[str]()
    seconds: list[float] = []
    with Server() as server:
        server.pages = Site(PAGES)
        for name in ("react", "react-dom") if react else ():
            script = Path(react or "", name, "umd", f"{name}.production.min.js").read_bytes()
            server.pages[f"/{name}.js"] = answer(script, Content_Type="text/javascript")
        http = HttpFetcher(user_agent="benchmark", environment={}, allow_loopback=True, limits=limits)
        browser = BrowserFetcher(
            http,
            chromium=find_chromium(os.environ),
            user_agent="benchmark",
            allow_loopback=True,
            limits=limits,
        )
        for number in range(times):
            path = paths[number % len(paths)]
            began = time.monotonic()
            try:
                (capture,) = browser(Source("a", "b", (server.url(path),)), {})
                text = normalise(capture.body, content_type=capture.content_type).text
            except FetchFailed as failed:
                text = str(failed)
            seconds.append(time.monotonic() - began)
            same[path] += text == wanted
            if text != wanted:
                print(f"{path}: {text[:200]!r}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    took = f"{sorted(seconds)[times // 2]:.1f} s each (median)"
    print(f"{sum(same.values())} of {times} like the twin, {took}, {peak} MB at most")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("times", type=int, nargs="?", default=50)
    parser.add_argument("--react", type=Path)
    told = parser.parse_args()
    main(told.times, told.react)
