"""Addresses of the web wherever a page is named: what they mean, and what commands make of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from policydiff.archive import Archive
from policydiff.errors import UnsupportedInput, UnwritableArchive
from policydiff.web_address import WebAddress, looks_like_a_host, parse_address
from policydiff.workflows.visiting import unlisted
from tests.servers import answer, policy, redirect

if TYPE_CHECKING:
    import socket
    from pathlib import Path

    from tests.commands import Run
    from tests.servers import Page, Request, Server

PAGE = "https://lumio.example/privacy"
COPY = "https://web.archive.org/web/20240501101502"


@pytest.mark.parametrize(
    ("text", "url", "when", "replay"),
    [
        (PAGE, PAGE, "", ""),
        (f"  {PAGE}\n", PAGE, "", ""),
        (f"{PAGE}@2024-05-01", PAGE, "2024-05-01", ""),
        (f"{PAGE}/@2024-05", f"{PAGE}/", "2024-05", ""),
        (f"{PAGE}@2024", PAGE, "2024", ""),
        (f"{PAGE}@latest~1", PAGE, "latest~1", ""),
        ("https://lumio.example/@desk", "https://lumio.example/@desk", "", ""),
        ("https://lumio.example/@desk@2024-05-01", "https://lumio.example/@desk", "2024-05-01", ""),
        ("https://lumio.example@2024-05-01", "https://lumio.example", "2024-05-01", ""),
        ("HTTPS://Lumio.example//a/../b?x=%2f&y#/z", "HTTPS://Lumio.example//a/../b?x=%2f&y#/z", "", ""),
        ("https://lumio.example/2024/www.x.example/", "https://lumio.example/2024/www.x.example/", "", ""),
        (f"{COPY}/{PAGE}", PAGE, "", f"{COPY}id_/{PAGE}"),
        (f"{COPY}if_/{PAGE}?a=1#b", f"{PAGE}?a=1#b", "", f"{COPY}id_/{PAGE}?a=1#b"),
        (f"{COPY}/https:/lumio.example/privacy", PAGE, "", f"{COPY}id_/https:/lumio.example/privacy"),
        (f"{COPY}/lumio.example/a", "http://lumio.example/a", "", f"{COPY}id_/lumio.example/a"),
        (f"http://web.archive.org/web/2024/{PAGE}", PAGE, "", f"http://web.archive.org/web/2024id_/{PAGE}"),
        (f"http://a.example/all/web/20240501/{PAGE}", PAGE, "", f"http://a.example/all/web/20240501id_/{PAGE}"),
    ],
)  # fmt: skip
def test_addresses_are_taken_as_they_are_written(text: str, url: str, when: str, replay: str) -> None:
    """A moment stands behind the last @; a copy in a web archive is asked for as it was recorded."""
    assert parse_address(text) == WebAddress(url, when, replay)


@pytest.mark.parametrize(
    "text",
    ["privacy.html", "lumio/terms@2024-05-01", "C:\\pages\\a.html", "a:b", "./https", "lumio.example/a", ""],
)  # fmt: skip
def test_paths_and_references_are_no_addresses(text: str) -> None:
    """They are left to whoever reads files and archives."""
    assert parse_address(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("file:///home/desk/a%20b.html", "Name the file itself: /home/desk/a b.html"),
        ("FILE://localhost/a.html", "Name the file itself: /a.html"),
        ("ftp://lumio.example/privacy", '"ftp:" leads to no page of the web'),
        ("javascript:alert(1)", '"javascript:" leads to no page of the web'),
        ("view-source:https://lumio.example/", '"view-source:" leads to no page'),
        ("data:text/html,<h1>Hello", '"data:" leads to no page'),
        ("https:/lumio.example/privacy", "it is no address of a page"),
        ("https://", "it is no address of a page"),
        ("https://lumio.example:99999/", "it is no address of a page"),
        ("https://lumio.example/a b", "it is no address of a page"),
        ("https://desk:hush@lumio.example/a@2024", "it holds a name or a password"),
        (f"https://web.archive.org/web/*/{PAGE}", "it is a list of copies of a page"),
        (f"{COPY}/{PAGE}@2024-05-01", "it names a copy of one moment and another"),
    ],
)
def test_what_is_no_page_of_the_web_is_refused_by_a_sentence(text: str, told: str) -> None:
    """The sentence names what is wrong and what to do, and shows no password."""
    with pytest.raises(UnsupportedInput) as refused:
        parse_address(text)
    assert told in str(refused.value)
    assert "hush" not in str(refused.value)


def test_hosts_are_known_without_their_beginning() -> None:
    """Only what can be one: a misspelt file is none."""
    assert looks_like_a_host("www.lumio.example/privacy")
    assert looks_like_a_host("lumio.example")
    assert looks_like_a_host("lumio.example/policy.pdf")
    assert not any(map(looks_like_a_host, ("policy.md", "policy.html", "old.policy.PDF", "policy.md.gz")))
    assert not looks_like_a_host("lumio/privacy-policy")
    assert not looks_like_a_host("../privacy")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.lumio.example/legal/privacy/", "lumio-example/legal-privacy"),
        ("https://lumio.example", "lumio-example/home"),
        ("http://127.0.0.1:8080/?a=1", "127-0-0-1-8080/a-1"),
    ],
)
def test_an_address_without_a_list_has_a_name_that_can_be_read(url: str, name: str) -> None:
    """Host and path in words."""
    assert unlisted(url).name == name


def grown(extra: str) -> Page:
    return answer(policy(extra=extra))


def test_two_addresses_are_compared_without_an_archive(run: Run, server: Server, tmp_path: Path) -> None:
    """Both are fetched; nothing is kept where there is no archive."""
    server.pages["/old"] = grown("<p>We never sell your data to anybody.</p>")
    server.pages["/new"] = grown("<p>We sell your data to our advertising partners.</p>")
    done = run("compare", "--allow-loopback", server.url("/old"), server.url("/new"))
    assert done.code == 0, done.err
    assert "never" in done.out
    assert server.url("/old") in done.out
    assert not list(tmp_path.iterdir())
    assert len(server.asked("/robots.txt")) == 1


def test_what_is_fetched_is_kept_where_an_archive_is(run: Run, server: Server, tmp_path: Path) -> None:
    """Under a name made of the address, or the listed one; --no-keep keeps nothing; verify is content."""
    run("init")
    server.pages["/a/b"], server.pages["/a-b"] = grown("<p>One.</p>"), grown("<p>Two.</p>")
    server.pages["/listed"] = grown("<p>Three.</p>")
    run("sources", "add", "lumio/privacy-policy", server.url("/listed"))
    none = run("normalise", "--allow-loopback", "--no-keep", server.url("/a/b"))
    assert "Point 1." in none.out
    assert Archive(tmp_path / "snapshots").series() == ()
    for path in ("/a/b", "/a-b", "/listed", "/a/b"):
        assert run("normalise", "--allow-loopback", server.url(path)).code == 0
    host = server.url("").removeprefix("http://").replace(".", "-").replace(":", "-")
    first, second, listed = Archive(tmp_path / "snapshots").series()
    assert first == f"{host}/a-b"
    assert re.fullmatch(rf"{host}/a-b@[0-9a-f]{{10}}", second), (
        "another page with the same words in its address"
    )
    assert listed == "lumio/privacy-policy"
    seen = Archive(tmp_path / "snapshots").observations(first)
    assert [one.what for one in seen] == ["new", "unchanged"]
    assert run("verify").code == 0


def test_a_reference_and_an_address_are_compared(run: Run, server: Server) -> None:
    """What the archive has, with what the page says now."""
    run("init")
    server.pages["/"] = grown("<p>We delete it after 30 days.</p>")
    run("sources", "add", "lumio/privacy-policy", server.url("/"))
    run("fetch", "--allow-loopback")
    server.pages["/"] = grown("<p>We delete it after 90 days.</p>")
    done = run("compare", "--allow-loopback", "lumio/privacy-policy", server.url("/"))
    assert done.code == 0, done.err
    assert "90" in done.out
    assert "new, kept as lumio/privacy-policy@" in done.err
    before = run("compare", "--allow-loopback", f"{server.url('/')}@latest~1", f"{server.url('/')}@latest")
    assert "90" in before.out


def test_a_page_is_compared_where_it_cannot_be_kept(
    run: Run, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full or protected disk hinders nobody from reading what came; that it was not kept is said."""
    run("init")
    server.pages["/"] = grown("<p>We delete it after 30 days.</p>")

    def full(*_: object, **__: object) -> None:
        raise UnwritableArchive("snapshots", "it cannot be written (No space left)", "Make room on the disk")

    monkeypatch.setattr("policydiff.workflows.fetching.record", full)
    done = run("normalise", "--allow-loopback", server.url("/"))
    assert (done.code, "30 days" in done.out) == (0, True)
    assert "not kept: snapshots: it cannot be written (No space left)." in done.err
    assert Archive(tmp_path / "snapshots").series() == ()


def test_what_to_do_about_an_address_holds_for_one_that_no_list_has(run: Run, server: Server) -> None:
    """Whoever names an address on the command line has no list to mend, and no next run."""
    for path, page in (
        ("/gone", answer(b"", status=404)),
        ("/broken", answer(b"", status=500)),
        ("/loop", redirect("/loop")),
    ):
        server.pages[path] = page
        done = run("facts", "--allow-loopback", "--no-keep", server.url(path))
        assert done.code == 2
        assert "sources.toml" not in done.err
        assert "next run" not in done.err


def wayback(server: Server, copies: dict[str, bytes], page: str) -> None:
    """A service that answers as the Wayback Machine does, about one page."""

    def search(server: Server, request: Request, connection: socket.socket) -> None:
        to = re.search(r"&to=(\d{14})", request.path)
        assert to
        known = [time for time in sorted(copies) if time <= to[1]][-1:]
        lines = "".join(f"{time} {page}\n" for time in known)
        answer(lines.encode(), Content_Type="text/plain")(server, request, connection)

    class Pages(dict):  # type: ignore[type-arg]
        def get(self, path: str, default: object = None) -> object:
            return search if path.startswith("/cdx/search/cdx?") else super().get(path, default)

    server.pages = Pages(server.pages)
    for time, body in copies.items():
        server.pages[f"/web/{time}id_/{page}"] = answer(body, Content_Type="text/html")


def test_a_page_as_it_was_comes_from_the_wayback_machine(run: Run, server: Server, tmp_path: Path) -> None:
    """The last copy up to that day, kept once, with its own time; a copy can be named by its address."""
    run("init")
    server.pages["/privacy"] = grown("<p>We keep it for 90 days.</p>")
    page = server.url("/privacy")
    copies = {
        "20230401000000": policy(extra="<p>We keep it for 7 days.</p>"),
        "20240401101112": policy(extra="<p>We keep it for 30 days.</p>"),
        "20240601000000": policy(extra="<p>We keep it for 60 days.</p>"),
    }
    wayback(server, copies, page)
    web = ("--allow-loopback", "--wayback", server.url("").rstrip("/"))
    done = run("compare", *web, f"{page}@2024-05-01", page)
    assert done.code == 0, done.err
    assert "30" in done.out
    assert "1 April 2024" in done.out
    assert not re.search(r"\b60 days", done.out)
    again = run("compare", *web, server.url(f"/web/20240401101112/{page}"), f"{page}@2024")
    assert "60" in again.out, again.err
    (name,) = Archive(tmp_path / "snapshots").series()
    seen = Archive(tmp_path / "snapshots").observations(name)
    assert sorted((one.how, f"{one.at:%Y-%m}") for one in seen if one.how == "wayback") == [
        ("wayback", "2024-04"), ("wayback", "2024-06"),
    ]  # fmt: skip
    assert all("id_/" in one.ref for one in seen if one.how == "wayback")
    assert run("verify").code == 0
    early = run("compare", *web, f"{page}@2022", page)
    assert (early.code, "has no copy of it up to 2022-12-31" in early.err) == (2, True)
    asked = len(server.requests)
    held = run("normalise", *web, f"{page}@2024-04-01")
    assert "30 days" in held.out
    assert len(server.requests) == asked, "the archive has it"


def test_a_service_that_answers_elsewhere_is_told_by_its_option(run: Run, server: Server) -> None:
    """A page that is gone has its own advice, also at the address of a service."""
    page, here = server.url("/privacy"), "--allow-loopback"
    place = server.url("").rstrip("/")
    for named in (place, "nowhere"):
        done = run("normalise", here, "--wayback", named, f"{page}@2024-05-01")
        assert (done.code, done.err.count("Check the address given by --wayback.")) == (2, 1), named
        done = run("import", "wayback", "lumio/privacy-policy", page, here, "--wayback", named)
        assert (done.code, done.err.count("Check the address given by --wayback.")) == (2, 1), named
        done = run("import", "commoncrawl", "lumio/privacy-policy", page, here, "--index", named)
        assert (done.code, done.err.count("Check the address given by --index.")) == (2, 1), named
    gone = run("normalise", here, "--wayback", place, server.url(f"/web/20240401101112/{page}"))
    assert (gone.code, "--wayback" in gone.err, "Find where" in gone.err) == (2, False, True)


def test_a_copy_that_leads_out_of_the_archive_is_no_copy(run: Run, server: Server) -> None:
    """It would be the page of today under the date of then."""
    page = server.url("/privacy")
    server.pages["/privacy"] = grown("")
    server.pages[f"/web/20240401101112id_/{page}"] = redirect(page)
    done = run("normalise", "--allow-loopback", server.url(f"/web/20240401101112/{page}"))
    assert (done.code, "it leads out of the web archive" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("http://127.0.0.1:9/", "it is in a private network"),
        ("http://10.0.0.1/privacy", "it is in a private network"),
        ("file:///etc/passwd", "Name the file itself: /etc/passwd"),
        ("lumio.example/privacy", "for a page of the web write https://lumio.example/privacy"),
        ("lumoi.html", "Did you mean lumio.html"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(run: Run, tmp_path: Path, name: str, told: str) -> None:
    """Exit code 2, the name letter by letter, and what to do."""
    (tmp_path / "lumio.html").write_bytes(policy())
    done = run("compare", name, "lumio.html")
    assert done.code == 2
    assert told in done.err
    assert done.err.startswith(f"policydiff: {name}: ")
    assert len(done.err.splitlines()) == 1


def test_robots_are_heard(run: Run, server: Server) -> None:
    """As by fetch."""
    server.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /private\n", Content_Type="text/plain")
    server.pages["/private"] = grown("")
    done = run("normalise", "--allow-loopback", server.url("/private"))
    assert (done.code, "robots.txt disallows it" in done.err) == (2, True)
    assert not server.asked("/private")


def test_months_and_years_are_dates(run: Run, snapshots: Path) -> None:
    """In options and behind an @; what is none is told by an example."""
    log = ("--archive", str(snapshots), "log", "quillmoor/privacy-policy@eu", "--cache", "-")
    whole = run(*log, "--since", "2025-04-01", "--until", "2025-04-30", "--format", "json")
    assert "2025-04-1" in whole.out
    assert run(*log, "--since", "2025-04", "--until", "2025-04", "--format", "json").out == whole.out
    assert run(*log, "--since", "2024", "--until", "2025", "--format", "json").out != whole.out
    wrong = run("log", "quillmoor/privacy-policy@eu", "--since", "2025-13")
    assert (wrong.code, "Write it as in 2024-06-26" in wrong.err) == (2, True)
