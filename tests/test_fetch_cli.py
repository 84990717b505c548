"""The commands init, sources and fetch: what they print, which exit code they give."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from policydiff.archive import Archive
from tests.servers import answer, policy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands import Run
    from tests.servers import Server


def test_an_archive_begins_with_a_list(run: Run, tmp_path: Path) -> None:
    """`init` makes it, where --archive says; a second time changes nothing."""
    first = run("--archive", "news", "init")
    assert (first.code, (tmp_path / "news" / "sources.toml").is_file()) == (0, True)
    (tmp_path / "news" / "sources.toml").write_text("# mine\n")
    again = run("--archive", "news", "init")
    assert again.code == 0
    assert "nothing was changed" in again.out
    assert (tmp_path / "news" / "sources.toml").read_text() == "# mine\n"


def test_sources_are_added_and_listed(run: Run) -> None:
    """Every option arrives in the file; a slug that names a type needs no --type."""
    run("init")
    run("sources", "add", "Lumio/Privacy Policy@EU", "https://lumio.example/a", "https://lumio.example/b",
        "--region", "IE", "--language", "en", "--header", "X-Region: eu", "--selector", "main",
        "--proxy-variable", "OUT", "--keep-all", "--ignore-robots")  # fmt: skip
    assert run(
        "sources", "add", "lumio/house-rules", "https://lumio.example/c", "--type", "Community Standards"
    ).out
    listed = run("sources", "list")
    assert listed.out.splitlines() == [
        "lumio/privacy-policy@eu  (Privacy Policy, IE, en)",
        "  https://lumio.example/a",
        "  https://lumio.example/b",
        "lumio/house-rules  (Community Guidelines)",
        "  https://lumio.example/c",
    ]
    check = run("sources", "check")
    assert (check.code, check.out) == (0, "snapshots/sources.toml: 2 sources, no faults.\n")
    assert "no contact" in check.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("lumio", "https://lumio.example/"), "no name of a source"),
        (("lumio/imprint", "lumio.example"), "Begin it with https://"),
        (("lumio/imprint", "https://lumio.example/", "--header", "X"), "it is no header"),
        (("lumio/imprint", "https://lumio.example/", "--header", "Host: x"), '"Host" cannot be set'),
        (("lumio/imprint@latest", "https://lumio.example/"), "reads as a moment in time"),
    ],
)
def test_what_cannot_be_added_is_told_and_not_written(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    """One sentence, exit code 2, the file as it was."""
    run("init")
    before = (tmp_path / "snapshots" / "sources.toml").read_bytes()
    done = run("sources", "add", *arguments)
    assert done.code == 2
    assert told in done.err
    assert not re.search(r"line \d|sources\.toml", done.err), (
        "the argument is to blame, which stands in no line"
    )
    assert (tmp_path / "snapshots" / "sources.toml").read_bytes() == before


def test_a_list_with_faults_can_be_checked_and_not_followed(run: Run, tmp_path: Path) -> None:
    """`check` prints one line a fault; `fetch` does not begin."""
    run("init")
    (tmp_path / "snapshots" / "sources.toml").write_text('[[source]]\nplatform = "A"\nlanguage = "xx-YY"\n')
    check = run("sources", "check")
    assert check.code == 1
    assert [line.partition(": ")[0] for line in check.out.splitlines()] == [
        "snapshots/sources.toml:1", "snapshots/sources.toml:1", "snapshots/sources.toml:3",
    ]  # fmt: skip
    fetch = run("fetch")
    assert fetch.code == 2
    assert "3 faults" in fetch.err


def test_without_a_list_it_says_how_to_begin(run: Run) -> None:
    """Each command that needs one."""
    for command in (("fetch",), ("sources", "list"), ("sources", "check")):
        done = run(*command)
        assert done.code == 2
        assert "policydiff init" in done.err
    run("init")
    done = run("fetch")
    assert (done.code, "No sources yet" in done.out) == (0, True)


def test_a_run_prints_a_table_in_the_order_of_the_list(run: Run, server: Server, tmp_path: Path) -> None:
    """One line a source, what went wrong below it, sums, exit code 1 for a failure; the others are kept."""
    run("init")
    server.pages["/good"] = answer(policy())
    for name, path in (("b/imprint", "/good"), ("a/imprint", "/gone"), ("c/imprint", "/good")):
        run("sources", "add", name, server.url(path))
    done = run("fetch", "--allow-loopback")
    assert done.code == 1
    lines = re.sub(r"\d{4}-\S+Z", "TIME", done.out).splitlines()
    assert lines == [
        "b/imprint  new        TIME",
        "a/imprint  failed",
        (
            "    not-found: the host answers with status 404. Find where the document moved, and use that"
            " address."
        ),
        "c/imprint  new        TIME",
        "3 sources: 2 new, 1 failed.",
    ]  # fmt: skip
    assert not done.err
    assert Archive(tmp_path / "snapshots").series() == ("a/imprint", "b/imprint", "c/imprint")
    assert run("fetch", "--allow-loopback", "b/imprint").code == 0
    unknown = run("fetch", "b/imprnt")
    assert unknown.code == 2
    assert "Did you mean b/imprint" in unknown.err


def test_who_follows_is_told_to_the_platform(run: Run, server: Server, tmp_path: Path) -> None:
    """The contact of the list is in the user agent, and in the record."""
    run("init")
    path = tmp_path / "snapshots" / "sources.toml"
    path.write_text('contact = "mailto:desk@newsroom.example"\n')
    server.pages["/"] = answer(policy())
    run("sources", "add", "lumio/imprint", server.url("/"))
    assert run("fetch", "--allow-loopback").code == 0
    agent = server.asked("/")[0].headers["User-Agent"]
    assert re.fullmatch(r"policydiff/\S+ \(\+mailto:desk@newsroom\.example\)", agent)
    (sidecar,) = tmp_path.rglob("*Z.json")
    assert agent in sidecar.read_text()


def test_secrets_stay_out_of_the_archive(run: Run, server: Server, tmp_path: Path) -> None:
    """A cookie is sent and not recorded."""
    run("init")
    server.pages["/"] = answer(policy())
    run("sources", "add", "lumio/imprint", server.url("/"), "--header", "Cookie: session=hush")
    run("fetch", "--allow-loopback")
    assert server.asked("/")[0].headers["Cookie"] == "session=hush"
    kept = b"".join(
        path.read_bytes() for path in tmp_path.rglob("*") if path.name != "sources.toml" and path.is_file()
    )
    assert b"hush" not in kept
    assert b"Cookie" in kept


def test_a_damaged_archive_is_told_and_stops_nobody_else(run: Run, server: Server, tmp_path: Path) -> None:
    """Exit code 2 and one sentence; the other source is seen."""
    run("init")
    server.pages["/"] = answer(policy())
    run("sources", "add", "lumio/imprint", server.url("/"))
    run("sources", "add", "nightjar/imprint", server.url("/"))
    run("fetch", "--allow-loopback")
    path = tmp_path / "snapshots" / "lumio" / "imprint" / "observations.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"new"', b'"old"'))
    done = run("fetch", "--allow-loopback")
    assert done.code == 2
    assert "observations.jsonl" in done.out
    assert done.out.endswith("2 sources: 1 unchanged, 1 unkept.\n")


def test_a_wait_of_years_is_a_day_and_told_at_every_run(run: Run, server: Server, tmp_path: Path) -> None:
    """A wrong clock at the server: every run says that the page was not seen, with exit code 1."""
    run("init")
    server.pages["/"] = answer(b"slow", status=429, Retry_After="Wed, 21 Oct 2037 07:28:00 GMT")
    run("sources", "add", "lumio/imprint", server.url("/"))
    first, second = run("fetch", "--allow-loopback"), run("fetch", "--allow-loopback")
    assert (first.code, second.code) == (1, 1)
    assert "failed" in first.out
    assert "postponed" in second.out
    assert "2037" not in first.out + second.out
    (seen,) = Archive(tmp_path / "snapshots").observations("lumio/imprint")
    assert seen.retry_at is not None
    assert seen.retry_at - seen.at <= timedelta(days=1)


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
def test_a_bar_moves_on_a_terminal_and_nowhere_else(server: Server, tmp_path: Path) -> None:
    """It is on standard error; standard output holds the table alone."""
    import pty

    server.pages["/"] = answer(policy())
    listed = (
        f'[[source]]\nplatform = "A"\nterms_type = "Imprint"\nurl = "{server.url("/")}"\nrobots = "ignore"\n'
    )
    (tmp_path / "sources.toml").write_text(listed)
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "policydiff", "--archive", str(tmp_path), "fetch", "--allow-loopback"],
        stdout=subprocess.PIPE, stderr=theirs, text=True, timeout=60, check=True,
    )  # fmt: skip
    os.close(theirs)
    bar = os.read(ours, 65536).decode()
    os.close(ours)
    assert "Sources fetched: 1 of 1" in bar
    assert done.stdout.splitlines()[-1] == "1 source: 1 new."
    assert "Fetching" not in done.stdout


def test_without_a_browser_what_needs_one_fails_and_the_rest_goes_on(
    run: Run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to install; a shell that asks for none is looked at twice over HTTP, as ever."""
    monkeypatch.setenv("POLICYDIFF_CHROMIUM", "no-such-program")
    run("init")
    server.pages["/good"] = answer(policy())
    server.pages["/shell"] = answer(b"<html><body><div id=root></div><script src=/app.js></script>")
    for name, path, more in (("a/imprint", "/good", ("--browser",)), ("b/imprint", "/shell", ())):
        run("sources", "add", name, server.url(path), *more)
    done = run("fetch", "--allow-loopback")
    assert "browser: it needs a browser, and there is none here. pip install" in done.out
    assert done.out.endswith("2 sources: 1 suspect, 1 failed.\n")
    assert len(server.asked("/shell")) == 2
    assert not server.asked("/good")
