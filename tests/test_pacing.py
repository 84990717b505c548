"""One request at a time to one host, with the pause that it asks for; hosts side by side."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from policydiff.errors import Stopped
from policydiff.fetch.pacing import Pace, TooLong
from tests.servers import Server, answer, policy
from tests.test_fetch import PATIENT, failed, fetcher, source

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator

    from tests.servers import Request


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        for number in range(4):
            server.pages[f"/{number}"] = slow_page
        yield server


def slow_page(server: Server, request: Request, connection: socket.socket) -> None:
    time.sleep(0.05)
    answer(policy())(server, request, connection)


def gaps(server: Server) -> list[float]:
    """Seconds from the end of one request to the beginning of the next."""
    return [
        two.began - one.ended for one, two in pairwise(sorted(server.requests, key=lambda one: one.began))
    ]


def test_requests_to_one_host_never_overlap(server: Server) -> None:
    """Threads that want the same host wait for one another, and pause between."""
    fetch = fetcher(replace(PATIENT, pause_seconds=0.1))
    threads = [
        threading.Thread(target=fetch, args=(source(server.url(f"/{number}")), {})) for number in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(server.requests) == 5
    assert min(gaps(server)) >= 0.09


def test_a_crawl_delay_is_kept_between_pages(server: Server) -> None:
    """The host's own pause, where it is longer than ours; robots.txt itself was no page."""
    server.pages["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 0.4")
    fetch = fetcher()
    for number in range(3):
        fetch(source(server.url(f"/{number}")), {})
    first, *others = gaps(server)
    assert first < 0.3
    assert min(others) >= 0.39


def test_a_crawl_delay_of_an_hour_postpones(server: Server) -> None:
    """The first page comes, the second is put off to another run, by a day at most."""
    for delay in (b"3600", b"1000000000000"):
        server.pages["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: " + delay)
        fetch = fetcher()
        fetch(source(server.url("/0")), {})
        error = failed(fetch, source(server.url("/1")))
        assert error.kind == "postponed"
        assert error.retry_at is not None
        assert error.retry_at - datetime.now(UTC) <= timedelta(days=1)
        assert not server.asked("/1")


def test_turns_are_by_host() -> None:
    """Another host does not wait."""
    pace = Pace(pause=60, longest=1)
    with pace.turn("a.example"):
        pass
    with pace.turn("b.example"):
        pass
    with pytest.raises(TooLong) as long, pace.turn("a.example"):
        pass
    assert 59 < long.value.seconds <= 60


def test_a_host_is_left_alone_from_the_moment_it_asks() -> None:
    """The longest of pause, Crawl-delay and Retry-After counts, on a clock that the test holds."""
    now = 100.0
    pace = Pace(pause=2, longest=5, clock=lambda: now)
    with pace.turn("a.example"):
        pace.slow_down("a.example", 10)
        pace.leave_alone("a.example", 30)
        now = 101.0
    with pytest.raises(TooLong) as long, pace.turn("a.example"):
        pass
    assert long.value.seconds == 29
    now = 130.0
    with pace.turn("a.example"):
        now = 131.0
    with pytest.raises(TooLong) as long, pace.turn("a.example"):
        pass
    assert long.value.seconds == 10


def test_an_error_in_a_turn_gives_the_turn_back() -> None:
    """A page that fails does not lock its host."""
    pace = Pace(pause=0, longest=1)
    with pytest.raises(ValueError, match="page"), pace.turn("a.example"):
        raise ValueError("page")
    with pace.turn("a.example"):
        pass


def test_whoever_waits_can_be_stopped() -> None:
    """Stopping a run does not wait for the pauses of its hosts."""
    pace = Pace(pause=30, longest=60)
    with pace.turn("a.example"):
        pass
    threading.Timer(0.1, pace.stop).start()
    began = time.monotonic()
    with pytest.raises(Stopped), pace.turn("a.example"):
        pass
    assert time.monotonic() - began < 2
