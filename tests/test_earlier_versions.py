"""A platform's own list of earlier versions: what is read of it, what comes in, what such lists do wrong."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from policydiff.archive import Archive
from policydiff.discovery import read_versions
from tests.servers import Server, answer, policy, redirect

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands import Run

HERE = "https://lumio.example/legal/privacy/archive"
LISTS = {
    "the date is the link": (
        '<ul><li><a href="/v/3">June 26, 2024</a><li><a href="/v/2">March 1, 2023</a></ul>',
        "2023-03-01 /v/2, 2024-06-26 /v/3",
    ),
    "a table, with a span and a comparison": (
        "<table><tr><th>Version<th>In force<th>Text</tr>"
        '<tr><td>2.1<td>1 March 2023 – 25 June 2024<td><a href="a.html">View</a> <a href="a.pdf">PDF</a>'
        ' <a href="a-redline.html">Compare with 2.0</a></tr>'
        '<tr><td>2.0<td>4 May 2022 – 28 February 2023<td><a href="b.pdf">PDF</a></tr></table>',
        "2022-05-04 /legal/privacy/b.pdf, 2023-03-01 /legal/privacy/a.html",
    ),
    "a list of choices": (
        '<select><option value="">Choose<option value="?v=7">1 juillet 2021<option value="?v=6">2 mai 2019</select>',
        "2019-05-02 /legal/privacy/archive?v=6, 2021-07-01 /legal/privacy/archive?v=7",
    ),
    "terms with definitions": (
        '<dl><dt>1. März 2023<dd><a href="/3">Ansehen</a><dt>2. Mai 2021<dd><a href="/2">Ansehen</a></dl>',
        "2021-05-02 /2, 2023-03-01 /3",
    ),
    "headings above links": (
        '<section><h3>May 2, 2021</h3><a href="/2">Read it</a> <a href="/2.pdf">as a file</a>'
        '<h3>March 1, 2020</h3><a href="/1">Read it</a></section>',
        "2020-03-01 /1, 2021-05-02 /2",
    ),
    "only the address has it": (
        '<p>Earlier versions: <a href="/p/20200301">the first</a>, <a href="/p/2021-05-02">the second</a>,'
        ' <a href="/p/20200301-20210502">both</a></p>',
        "2020-03-01 /p/20200301, 2021-05-02 /p/2021-05-02",
    ),
    "months only": ('<a href="/1">Version of March 2020</a>', "2020-03-01 /1"),
    "figures in an order that one of them shows": (
        '<li><a href="/1">03/04/2020</a><li><a href="/2">25/05/2021</a>',
        "2020-04-03 /1, 2021-05-25 /2",
    ),
    "figures in an order that nothing shows": ('<li><a href="/1">03/04/2020</a>', ""),
    "a menu, a footer, another place of the page": (
        '<nav><a href="/news">News of 1 May 2024</a></nav><a href="#v2">1 May 2023</a>'
        '<a href="mailto:a@lumio.example">1 May 2022</a><footer><a href="/jobs">Jobs, 1 May 2021</a></footer>',
        "",
    ),
    "a paragraph of many dates": (
        '<p>We changed it on 1 May 2023, on 2 June 2024 and on 3 July 2025, as <a href="/why">told here</a>.</p>',
        "",
    ),
    "two documents": (
        '<h2>Privacy Policy</h2><ul><li><a href="/p1">1 May 2023</a></ul>'
        '<h2>Terms of Service</h2><ul><li><a href="/t1">1 May 2022</a></ul>',
        "2023-05-01 /p1",
    ),
    "two documents under one heading": (
        "<h2>Earlier versions of our Privacy Policy and Terms of Service</h2>"
        '<ul><li><a href="/p1">1 May 2023</a></ul>',
        "2023-05-01 /p1",
    ),
    "no page at all": ("\x00\x01", ""),
}


@pytest.mark.parametrize("name", LISTS)
def test_what_a_list_says(name: str) -> None:
    """Each version under its day, and nothing else."""
    page, told = LISTS[name]
    found = read_versions(f"<!doctype html><body>{page}".encode(), HERE, "privacy")
    shown = (f"{one.day} {one.url.removeprefix('https://lumio.example')}" for one in found.versions)
    assert ", ".join(shown) == told


def test_what_is_left_out_is_told() -> None:
    """With the reason, so that somebody can bring it in by hand."""
    page = (
        b'<li><a href="/1">03/04/2020</a><li><a href="/2.pdf">1 May 2023</a> <a href="/2">1 May 2023</a>'
        b'<li>1 May 2020 or 2 May 2021 or 3 May 2022 <a href="/3">here</a>'
    )
    found = read_versions(page, HERE)
    assert [one.url for one in found.versions] == ["https://lumio.example/2"]
    assert dict(found.left_out) == {
        "https://lumio.example/1": "its date is in figures, of which nothing says which is the month",
        "https://lumio.example/2.pdf": "it is of the same day as https://lumio.example/2",
        "https://lumio.example/3": "its line has several dates",
    }


@pytest.mark.timeout(60)
def test_a_hostile_list_is_bounded() -> None:
    """A hundred thousand links in one line, lines within lines, a date in every word."""
    flat = "<p>1 May 2020 " + '<a href="/x">y</a> ' * 100_000
    deep = "<div>" * 3_000 + '<a href="/x">1 May 2020</a>' * 3_000
    dates = "".join(f'<li>{"1 May 2020 " * 30}<a href="/{number}">x</a>' for number in range(5_000))
    for page in (flat, deep, dates):
        assert len(read_versions(page.encode(), HERE).versions) <= 1


@pytest.fixture
def platform(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """Five versions of which one is gone, one a file, and one leads to the policy of today."""
    monkeypatch.setenv("POLICYDIFF_CHROMIUM", "none")
    server.pages |= {
        "/privacy": answer(policy(extra="<p>We sell your data to partners.</p>")),
        "/v/2020": answer(policy(extra="<p>We never sell your data.</p>")),
        "/v/2021": redirect("/privacy"),
        "/v/2022": answer(b"gone", status=404),
        "/en/v/2023?hl=en&a=1": answer(policy(extra="<p>We may share your data with partners.</p>")),
        "/v/2023?a=1": redirect("/en/v/2023?hl=en&a=1"),
        "/v/2024": answer(b"PK\x03\x04 no page", Content_Type="application/zip"),
    }
    lines = "".join(
        f'<li><a href="/v/{year}{"?a=1" * (year == 2023)}">1 May {year}</a></li>'
        for year in range(2020, 2025)
    )
    later = '<li><a href="/v/2099">1 May 2099</a></li>'
    server.pages["/versions"] = answer(
        f"<html lang=en><title>Earlier versions</title><body><ul>{lines}{later}</ul>".encode()
    )
    return server


def test_versions_come_in_under_the_platforms_dates(platform: Server, run: Run, tmp_path: Path) -> None:
    """Each with where it was found; what stands in the place of another is a failed check; twice is once."""
    run("init")
    run("sources", "add", "lumio/privacy-policy", platform.url("/privacy"), "--language", "en")
    asked = ("import", "versions", "lumio/privacy-policy", platform.url("/versions"), "--allow-loopback")
    shown = run(*asked, "--dry-run")
    assert (shown.code, shown.out.splitlines()[-1]) == (0, "6 versions.")
    assert not Archive(tmp_path / "snapshots").series()
    done = run(*asked)
    assert "Left out: " in done.out
    assert "it holds from 2099-05-01 only" in done.out
    seen = Archive(tmp_path / "snapshots").observations("lumio/privacy-policy")
    assert [(f"{one.at:%Y-%m-%d}", one.what, one.kind, one.how) for one in seen] == [
        ("2020-05-01", "new", "", "platform"),
        ("2021-05-01", "failed", "bad-redirect", "platform"),
        ("2022-05-01", "failed", "not-found", "platform"),
        ("2023-05-01", "new", "", "platform"),
        ("2024-05-01", "failed", "unreadable", "platform"),
    ]
    assert "lumio/privacy-policy: 2 texts, from 2020-05-01 to 2023-05-01." in done.out
    told = json.loads((tmp_path / "snapshots/lumio/privacy-policy/2020-05-01T000000Z.json").read_text())
    details = told["details"]
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", details.pop("received"))
    assert details == {
        "list": platform.url("/versions"),
        "listed_as": "1 May 2020",
        "date_is": "the day that the platform gives",
        "fetched_by": "http",
    }
    before = len(platform.requests)
    again = run(*asked)
    assert "0 observations added" in again.out
    assert len(platform.requests) - before == 2, "robots.txt and the list"
    assert run("verify").code == 0
    compared = run("compare", "lumio/privacy-policy@2020-05-01", "lumio/privacy-policy@2023-05-01")
    assert (
        "the platform itself"
        in run(
            "compare",
            "lumio/privacy-policy@2020-05-01",
            "lumio/privacy-policy@2023-05-01",
            "--format",
            "json",
        ).out
    ), compared


def test_a_page_without_versions_says_so(platform: Server, run: Run) -> None:
    """And what to give; a list that robots.txt forbids is not asked for."""
    run("init")
    asked = ("import", "versions", "lumio/privacy-policy")
    done = run(*asked, platform.url("/privacy"), "--allow-loopback")
    assert (done.code, "no link to a version" in done.err) == (2, True), done
    assert run(*asked, "privacy", "--allow-loopback").code == 2
    platform.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /versions", Content_Type="text/plain")
    done = run(*asked, platform.url("/versions"), "--allow-loopback")
    assert (done.code, "robots" in done.err) == (2, True), done
