"""Fifty fetches of pages built by script, each held against the twin that a server would send.

    python -m benchmarks.browser [times]

Prints how many read word by word like the twin, and the seconds that one takes.
"""

from __future__ import annotations

import os
import sys
import time

from policydiff import normalise
from policydiff.errors import FetchFailed
from policydiff.fetch import BrowserFetcher, HttpFetcher, Limits, find_chromium
from policydiff.models import Source
from tests.script_site import PAGES, SAME_AS_TWIN, TWIN, Site
from tests.servers import Server


def main(times: int) -> None:
    """Fetch the pages one after another."""
    limits = Limits(pause_seconds=0)
    wanted = normalise(TWIN).text
    same = 0
    began = time.monotonic()
    with Server() as server:
        server.pages = Site(PAGES)
        http = HttpFetcher(user_agent="benchmark", environment={}, allow_loopback=True, limits=limits)
        browser = BrowserFetcher(
            http,
            chromium=find_chromium(os.environ),
            user_agent="benchmark",
            allow_loopback=True,
            limits=limits,
        )
        for number in range(times):
            path = SAME_AS_TWIN[number % len(SAME_AS_TWIN)]
            try:
                (capture,) = browser(Source("a", "b", (server.url(path),)), {})
                text = normalise(capture.body, content_type=capture.content_type).text
            except FetchFailed as failed:
                text = str(failed)
            same += text == wanted
            if text != wanted:
                print(f"{path}: {text[:200]!r}")
    print(f"{same} of {times} like the twin, {(time.monotonic() - began) / times:.1f} s each")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
