"""robots.txt is asked for once a host and heard, whatever form it comes in."""

from __future__ import annotations

import gzip
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from policydiff.fetch import robots
from policydiff.models import Capture
from tests.servers import Server, answer, policy, raw, redirect, silence
from tests.test_fetch import OK, PATIENT, SHORT, SLACK, failed, fetcher, source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.servers import Page


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        server.pages["/privacy"] = answer(policy())
        server.pages["/private/policy.pdf"] = answer(policy())
        yield server


def rules(text: str | bytes, status: int = 200) -> robots.Rules:
    body = text.encode() if isinstance(text, str) else text
    url = "https://lumio.example/robots.txt"
    return robots.read_rules(Capture(url, datetime.now(UTC), body, "http", status, url))


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/privacy", True),
        ("User-agent: *\nDisallow: /", "/privacy", False),
        ("User-agent: *\nDisallow:", "/privacy", True),
        ("User-agent: *\nDisallow: /\nAllow: /privacy", "/privacy", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
        ("User-agent: *\nDisallow: /private*/x", "/private1/x", False),
        ("User-agent: policydiff\nDisallow: /\n\nUser-agent: *\nAllow: /", "/privacy", False),
        ("User-agent: PolicyDiff/2.0\nDisallow: /", "/privacy", False),
        ("User-agent: policydiffer\nDisallow: /", "/privacy", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: policydiff\nDisallow: /x", "/privacy", True),
        ("User-agent: other\nUser-agent: *\nDisallow: /", "/privacy", False),
        ("User-agent: other\nDisallow: /", "/privacy", True),
        ("USER-AGENT : * # all\r\nDISALLOW : /privacy # no\r\n", "/privacy", False),
        ("\ufeffUser-agent: *\nDisallow: /", "/privacy", False),
        ("<!doctype html>\n<pre>\nUser-agent: *\nDisallow: /\n</pre>", "/privacy", True),
        ("\x00\xff\xfe nonsense", "/privacy", True),
    ],
)
def test_the_longest_match_of_our_own_group_decides(text: str, path: str, *, allowed: bool) -> None:
    """Groups, wildcards, case, byte order marks: as RFC 9309 says. A page in place of the file is no file."""
    assert rules(text).allows(f"https://lumio.example{path}") is allowed


STATUSES = {200: False, 203: False, 204: True, 403: True, 404: True, 429: False, 500: False, 503: False}


@pytest.mark.parametrize(("status", "allowed"), STATUSES.items())
def test_the_status_decides_before_the_text(status: int, *, allowed: bool) -> None:
    """A file that is not there allows, whatever the error page says; one that cannot be read forbids."""
    read = rules("User-agent: *\nDisallow: /", status)
    assert read.allows("https://lumio.example/privacy") is allowed
    assert bool(read.failed) is (status in (429, 500, 503))


@pytest.mark.timeout(60)
def test_a_file_made_to_fill_the_memory_is_read_quickly() -> None:
    """Thousands of agents before thousands of rules would be a rule for each pair of them."""
    agents = "".join(f"User-agent: agent{number}\n" for number in range(12_000))
    lines = "".join(f"Disallow: /{number}\n" for number in range(15_000))
    read = rules(agents + "User-agent: *\n" + lines)
    assert not read.allows("https://lumio.example/14")


def test_only_the_first_half_megabyte_counts() -> None:
    """What stands behind it is not read."""
    filler = "# nothing\n" * 60_000
    assert rules(filler + "User-agent: *\nDisallow: /").allows("https://lumio.example/privacy")


# --- over the wire ---


def test_it_is_asked_for_once_and_before_the_page(server: Server) -> None:
    """One request a host for all its pages."""
    server.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /private", Content_Type="text/plain")
    fetch = fetcher()
    assert fetch(source(server.url("/privacy"), server.url("/privacy?2")[:-2]), {})
    error = failed(fetch, source(server.url("/private/policy.pdf")))
    assert error.kind == "robots"
    assert [request.path for request in server.requests] == ["/robots.txt", "/privacy", "/privacy"]


def test_a_page_behind_a_redirect_is_under_its_own_rules(server: Server) -> None:
    """Each host is asked; a page that sends us into what it disallows is not followed there."""
    with Server(host="127.0.0.2") as other:
        other.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /privacy")
        other.pages["/privacy"] = answer(policy())
        server.pages["/moved"] = redirect(other.url("/privacy"))
        error = failed(fetcher(), source(server.url("/moved")))
    assert error.kind == "robots"
    assert not other.asked("/privacy")
    assert error.answer is not None
    assert [hop.status for hop in error.answer.redirects] == [302]


def test_it_can_be_ignored_by_choice_of_the_one_who_follows(server: Server) -> None:
    """Then it is not even asked for."""
    server.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /")
    assert fetcher()(source(server.url("/privacy"), robots="ignore"), {})[0].status == 200
    assert not server.asked("/robots.txt")


FORMS: dict[str, tuple[Page, str]] = {
    "not there": (answer(b"<p>User-agent: *\nDisallow: /", status=404), ""),
    "a web page": (answer(b"<html>User-agent: *\nDisallow: /</html>"), ""),
    "moved": (redirect("/rules"), "robots"),
    "moved for ever": (redirect("/robots.txt"), "robots-unreachable"),
    "out of order": (answer(status=500), "robots-unreachable"),
    "too many requests": (answer(status=429), "robots-unreachable"),
    "packed without saying so": (answer(gzip.compress(b"User-agent: *\nDisallow: /")), "robots"),
    "packed as none": (answer(b"User-agent: *\nDisallow: /", Content_Encoding="none"), "robots"),
    "behind hints": (
        raw(b"HTTP/1.1 103 Early Hints\r\n\r\n" + OK + b"\r\nUser-agent: *\nDisallow: /"), "robots",
    ),
    "packed and cut short": (
        answer(gzip.compress(b"User-agent: *")[:-4], Content_Encoding="gzip"), "robots-unreachable",
    ),
    "cut short": (answer(b"User-agent: *", length=500), "robots-unreachable"),
    "without end": (raw(OK + b"\r\n", forever=b"# more\n" * 9999), ""),
    "silent": (silence, "deadline"),
    "no HTTP": (raw(b"USER-AGENT: *\n\n"), "protocol"),
}  # fmt: skip


DELAYS = {
    "2": 2, "0.5": 0.5, "5 # please": 5, "1000000000000": 86400, "1e9": 86400, "-5": 0, "nan": 0, "inf": 0,
    "1e999": 0, "soon": 0, "9" * 6000: 0, "": 0,
}  # fmt: skip


@pytest.mark.parametrize("told", DELAYS)
def test_a_crawl_delay_is_a_time_that_can_be_waited(told: str) -> None:
    """At most a day; what is no time asks for nothing."""
    assert rules(f"User-agent: *\nCrawl-delay: {told}\nDisallow: /x").crawl_delay == DELAYS[told]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_an_outcome(server: Server, form: str) -> None:
    """A file that cannot be read forbids, with a kind that says so, and takes no longer than a page may."""
    server.pages["/robots.txt"], kind = FORMS[form]
    server.pages["/rules"] = answer(b"User-agent: *\nDisallow: /")
    began = time.monotonic()
    if kind:
        assert (
            failed(fetcher(SHORT if kind == "deadline" else PATIENT), source(server.url("/privacy"))).kind
            == kind
        )
        assert not server.asked("/privacy")
    else:
        assert fetcher()(source(server.url("/privacy")), {})
    assert time.monotonic() - began < 2 * SHORT.total_seconds + SLACK
