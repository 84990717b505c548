"""How long it takes to check many sources politely: `python -m benchmarks.fetching`.

50 sources over 10 hosts of this machine (127.0.0.1 to 127.0.0.10), of which some have twice as many as
others. A polite program cannot be faster than the host with the most sources lets it: one request at a time
with a pause behind each, robots.txt first. The figure is the wall time over that, and should stay below
1.3; what is printed beside it shows that no host saw two requests at once or a pause too short.
"""

from __future__ import annotations

import argparse
import contextlib
import tempfile
import time
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.archive import Archive
from policydiff.fetch import Fetchers, HttpFetcher, Limits
from policydiff.models import Source
from policydiff.workflows.fetching import follow
from tests.servers import Server, answer, policy

if TYPE_CHECKING:
    import socket
    from collections.abc import Sequence

    from tests.servers import Page, Request

PER_HOST = (10, 7, 6, 5, 5, 4, 4, 3, 3, 3)
TARGET = 1.3


def slow(seconds: float, page: Page) -> Page:
    def answered(server: Server, request: Request, connection: socket.socket) -> None:
        time.sleep(seconds)
        page(server, request, connection)

    return answered


def serve(stack: contextlib.ExitStack, seconds: float) -> list[Server]:
    """Ten hosts that take their time."""
    servers = []
    for number in range(len(PER_HOST)):
        server = stack.enter_context(Server(host=f"127.0.0.{number + 1}"))
        server.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /private", Content_Type="text/plain")
        for place in range(PER_HOST[number]):
            page = answer(policy(words=4000, name=f"Host {number} part {place}"))
            server.pages[f"/{place}"] = slow(seconds, page)
        servers.append(server)
    return servers


def pauses(server: Server) -> list[float]:
    """Seconds between the end of one request and the beginning of the next."""
    asked = sorted(server.requests, key=lambda request: request.began)
    return [two.began - one.ended for one, two in pairwise(asked)]


def report(servers: Sequence[Server], wall: float, pause: float) -> str:
    """The figure and what it stands on."""
    spans = [server.requests[-1].ended - server.requests[0].began for server in servers]
    shortest = min(min(pauses(server)) for server in servers)
    requests = sum(len(server.requests) for server in servers)
    return (
        f"{sum(PER_HOST)} sources, {len(servers)} hosts, {requests} requests, pause {pause:g} s\n"
        f"slowest host {max(spans):.2f} s, all hosts one after another {sum(spans):.2f} s\n"
        f"wall time    {wall:.2f} s = {wall / max(spans):.2f}x the slowest host (target {TARGET}x)\n"
        f"shortest pause seen {shortest:.2f} s (less than {pause:g} would be impolite)"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pause", type=float, default=0.5, help="seconds between two requests to one host")
    parser.add_argument("--answer", type=float, default=0.1, help="seconds that a page takes to answer")
    options = parser.parse_args(arguments)
    with contextlib.ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
        servers = serve(stack, options.answer)
        sources = [
            Source(f"host-{number}", f"part-{place}", (server.url(f"/{place}"),))
            for number, server in enumerate(servers)
            for place in range(PER_HOST[number])
        ]
        limits = Limits(pause_seconds=options.pause)
        fetcher = HttpFetcher(user_agent="benchmark", environment={}, allow_loopback=True, limits=limits)
        began = time.monotonic()
        outcomes = list(follow(Archive(folder), sources, Fetchers(fetcher)))
        wall = time.monotonic() - began
        assert all(outcome.what == "new" for outcome in outcomes), outcomes
        print(report(servers, wall, options.pause))


if __name__ == "__main__":
    main()
