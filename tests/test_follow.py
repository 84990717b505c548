"""From a name or a home page to a source that is followed: what is found, and what never is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from policydiff import catalogue, discovery, languages
from policydiff.archive import Archive
from policydiff.errors import UnknownSource
from policydiff.fetch import Fetchers, HttpFetcher, Limits
from policydiff.sources import fields, read_sources, terms
from policydiff.workflows.discovering import Searcher
from tests.home_pages import HOMES, STRANGER, Home, policy
from tests.servers import Server, answer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.commands import Run


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Server, Server, Server]]:
    """The company's, that of a stranger, and that of somebody who speaks for the company."""
    with Server() as home, Server() as other, Server() as sister:
        yield home, other, sister


def put(page: str, path: str, servers: tuple[Server, Server, Server]) -> str:
    """Put a page of a home on the server that it belongs on; its address."""
    home, _, sister = servers
    server, place = (sister, path.removeprefix("{sister}")) if path.startswith("{sister}") else (home, path)
    text = filled(page, servers)
    kind = "text/plain; charset=utf-8" if place.endswith(".txt") else "text/html; charset=utf-8"
    server.pages[place] = answer(text.encode(), Content_Type=kind)
    return server.url(place)


def filled(text: str, servers: tuple[Server, Server, Server]) -> str:
    for name, server in zip(("{home}", "{other}", "{sister}"), servers, strict=True):
        text = text.replace(name, server.url("").rstrip("/"))
    return text


@pytest.mark.parametrize("home", HOMES, ids=[one.kind for one in HOMES])
def test_the_policy_of_a_home_page_is_found(home: Home, servers: tuple[Server, Server, Server]) -> None:
    """The right one, with a reason; where there is none, none, and never a stranger's."""
    for server in servers:
        server.pages.clear()
    servers[1].pages["/privacy"] = answer(STRANGER.encode())
    put(home.page(), "/", servers)
    for path, page in home.pages.items():
        put(page, path, servers)
    limits = Limits(pause_seconds=0)
    http = HttpFetcher(user_agent="test/1", environment={}, allow_loopback=True, limits=limits)
    result = Searcher(Fetchers(http)).search(servers[0].url("/"))
    found = result.found.url.partition("#")[0] if result.found else ""
    wanted = home.want if home.want.startswith("{") else home.want and f"{{home}}{home.want}"
    assert found == filled(wanted, servers), result.looked_at
    assert not result.found or result.found.why
    assert len(result.looked_at) <= 9


def test_there_are_fifty_kinds_and_fifteen_languages() -> None:
    """As many as the figures in the docs say."""
    assert len({home.kind for home in HOMES}) == len(HOMES) >= 50
    names = languages.by_language(lambda one: one.discovery.privacy)
    assert len(names) >= 15
    told = {one.code for one in languages.every() if one.identity.kinds or one.identity.kinds_within}
    assert told <= set(names), "what is known as a policy when it is read can be found by its name too"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://lumio.example/", "https://www.lumio.example/privacy", True),
        ("https://lumio.example/", "https://legal.lumio.example/", True),
        ("https://lumio.co.uk/", "https://candela.co.uk/", False),
        ("https://lumio.github.io/", "https://candela.github.io/", False),
        ("https://lumio.example/", "https://lumio.other/", False),
        ("http://127.0.0.1:1/", "http://127.0.0.1:2/", False),
    ],
)
def test_sites_are_told_apart(first: str, second: str, same: bool) -> None:
    """By the part of the domain that somebody owns."""
    assert discovery.same_site(first, second) is same


def test_hostile_pages_end_soon() -> None:
    """Many links, long words, torn markup."""
    began = time.process_time()
    page = b"<a href='/privacy'>" * 50_000 + b"<a href=" + b"x" * 1_000_000
    links = discovery.read_links(page, "https://lumio.example/")
    assert len(links) <= 5_000
    assert discovery.candidates(links, "https://lumio.example/")
    for page in (b"<a " * 300_000, b"<!--" * 300_000, b"<a>" * 300_000, b"", b"\0"):
        assert not discovery.read_links(page, "https://lumio.example/")
    assert time.process_time() - began < 20


def test_a_home_page_is_followed(run: Run, server: Server, tmp_path: Path) -> None:
    """An archive is begun, the source added with its language, fetched; twice adds nothing."""
    server.pages["/"] = answer(HOMES[0].page().encode())
    server.pages["/p/1"] = answer(policy().encode())
    dry = run("follow", "--dry-run", "--allow-loopback", server.url("/"))
    assert dry.code == 0
    assert f"Privacy Policy: {server.url('/p/1')}" in dry.out
    assert "a link is called “Privacy Policy” (en)" in dry.out
    assert not (tmp_path / "snapshots").exists()
    done = run("follow", "--allow-loopback", server.url("/"), "--as", "lumio/privacy-policy@eu")
    assert done.code == 0, done
    assert "1 source: 1 new." in done.out
    (source,) = read_sources(tmp_path / "snapshots" / "sources.toml").sources
    assert (source.name, source.urls, source.language) == (
        "lumio/privacy-policy@eu",
        (server.url("/p/1"),),
        "en",
    )
    assert Archive(tmp_path / "snapshots").series() == ("lumio/privacy-policy@eu",)
    again = run("follow", "--allow-loopback", server.url("/"), "--as", "lumio/privacy-policy@eu")
    assert "It is followed already" in again.out
    assert len(read_sources(tmp_path / "snapshots" / "sources.toml").sources) == 1


def test_a_policy_itself_is_followed(run: Run, server: Server) -> None:
    """Nothing is searched."""
    server.pages["/p/1"] = answer(policy().encode())
    done = run("follow", "--allow-loopback", server.url("/p/1"))
    assert (done.code, "it is the document itself" in done.out) == (0, True)


def test_what_is_not_found_is_told(
    run: Run, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was looked at, and what to do; nothing is added."""
    monkeypatch.setenv("POLICYDIFF_CHROMIUM", "none")
    server.pages["/"] = answer(b"<html><body><a href='/privacy'>Privacy</a>")
    done = run("follow", "--allow-loopback", server.url("/"))
    assert done.code == 1
    assert f"Not it: {server.url('/privacy')} (a link is called “Privacy” (" in done.out
    assert "give the address of the document itself" in done.out
    assert not read_sources(tmp_path / "snapshots" / "sources.toml").sources


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("instagrm", "Did you mean instagram"),
        ("lumio", "Give the address of its home page"),
        ("lumio.example", "For its home page write https://lumio.example"),
        ("file:///etc/passwd", "it is a file written as an address"),
    ],
)
def test_names_that_are_not_known_are_told(run: Run, name: str, told: str) -> None:
    """With the nearest."""
    done = run("follow", name)
    assert (done.code, told in done.err) == (2, True), done.err


def test_a_source_of_the_catalogue_is_added(run: Run, tmp_path: Path) -> None:
    """`sources add instagram@eu` is enough; a document can be named."""
    run("init")
    assert run("sources", "add", "instagram@eu").code == 0
    assert run("sources", "add", "The Guardian").code == 0
    assert run("sources", "add", "instagram/terms-of-service").code == 0
    one, two, three = read_sources(tmp_path / "snapshots" / "sources.toml").sources
    assert (one.name, one.how, one.region) == ("instagram/privacy-policy@eu", "browser", "EU")
    assert one.urls == ("https://privacycenter.instagram.com/policy/",)
    assert two.name == "the-guardian/privacy-policy"
    assert (three.platform, three.terms_type) == ("instagram", "Terms of Service")
    assert run("sources", "check").code == 0


def test_the_catalogue_is_in_order() -> None:
    """Addresses well-formed and unique, types of the vocabulary, names that an archive can have."""
    entries = catalogue.entries()
    assert len(catalogue.platforms()) >= 60
    assert len({one.url for one in entries if one.terms_type == "Privacy Policy"}) >= 60
    assert len({(one.url, one.terms_type) for one in entries}) == len(entries)
    assert len({(one.platform, one.terms_type, one.variant) for one in entries}) == len(entries)
    for one in entries:
        assert fields.address(one.url) in (one.url, one.url.partition("#")[0])
        assert urlsplit(one.url).hostname
        assert one.terms_type in terms.TYPES
        assert fields.name(one.platform) == one.platform
        assert not one.language or fields.language(one.language)
        assert not one.region or fields.region(one.region)
        assert one.source.startswith("https://")
        assert one.date.year >= 2024
    with pytest.raises(UnknownSource):
        catalogue.find("instagram", terms_type="Imprint")
