"""What the archive holds and how it is: list, show, what is new, nearest names, completion, declarations."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from policydiff.sources import read_sources
from tests.servers import Server, answer, policy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands import Run

DECLARATION = {
    "name": "Lumio",
    "terms": {
        "Privacy Policy": {
            "fetch": "https://lumio.example/privacy",
            "select": ["main", ".policy"],
            "remove": [".ad"],
            "filter": ["removeDates"],
            "executeClientScripts": True,
        },
        "Terms of Service": {
            "combine": [{"fetch": "https://lumio.example/t/1"}, {"fetch": "https://lumio.example/t/2"}],
            "select": [{"startBefore": "#a", "endBefore": "#b"}],
        },
        "Imprint": {"fetch": "ftp://lumio.example/"},
    },
}


def followed(run: Run, server: Server) -> None:
    """Three series: one that is well, one that fails, one that nobody checked."""
    run("init")
    server.pages["/a"] = answer(policy(extra="<p>We never sell your personal data to anybody.</p>"))
    for name, path in (("lumio/privacy-policy", "/a"), ("nightjar/imprint", "/gone")):
        run("sources", "add", name, server.url(path))
    run("fetch", "--allow-loopback")
    run("fetch", "--allow-loopback")
    run("sources", "add", "quillmoor/imprint", server.url("/b"))


def test_the_archive_is_listed(run: Run, server: Server) -> None:
    """Snapshots, when it was seen, when it is seen next, and what is wrong since when."""
    assert "nothing yet" in run("list").out
    followed(run, server)
    lines = re.sub(r"\d{4}-\d\d-\d\d( \d\d:\d\d)?", "DAY", run("list").out).splitlines()
    rows = [re.split(r"\s{2,}", line) for line in lines]
    assert rows[1:] == [
        ["lumio/privacy-policy", "1", "DAY", "every run", "good"],
        ["nightjar/imprint", "0", "never", "every run", "failed 2 times since DAY (not-found)"],
        ["quillmoor/imprint", "0", "never", "every run", "never checked"],
        ["3 series, 2 in trouble."],
    ]
    assert "lumio" not in run("list", "--trouble").out
    one = run("list", "lumio", "nightjar/imprint").out
    assert ("lumio/" in one, "nightjar/" in one, "quillmoor/" in one) == (True, True, False)
    assert "2 series, 1 in trouble." in one
    wrong = run("list", "lumoi")
    assert (wrong.code, "The nearest: lumio" in wrong.err) == (2, True)


def test_a_file_is_no_archive_that_is_empty(run: Run, tmp_path: Path) -> None:
    """`list` says so, as every other command does."""
    path = tmp_path / "page.html"
    path.write_text("<p>A page.", encoding="utf-8")
    done = run("--archive", path, "list")
    assert (done.code, done.out, "page.html is a file" in done.err) == (2, "", True)


def test_a_series_that_nobody_follows_is_listed(run: Run, snapshots: Path) -> None:
    """It was imported, or its source was taken out."""
    (line,) = [one for one in run("--archive", str(snapshots), "list").out.splitlines() if "policy@eu" in one]
    assert "good" in line


def test_a_snapshot_is_shown(run: Run, server: Server) -> None:
    """Where it came from, what it is, and how to go on; a misspelt name is told with the nearest."""
    followed(run, server)
    shown = run("show", "lumio/privacy-policy").out
    for told in ("(1 of 1)", f"address    {server.url('/a')}", "got by     http", "sha256", "language   en",
                 "quality    good", "policydiff log lumio/privacy-policy"):  # fmt: skip
        assert told in shown
    assert "What was new" not in shown
    wrong = run("show", "lumoi/privacy-policy")
    assert (wrong.code, "Did you mean lumio/privacy-policy" in wrong.err) == (2, True)


def test_fetch_says_what_is_new(run: Run, server: Server) -> None:
    """The verdict, the most important findings, the command that tells all; nothing at the first capture."""
    followed(run, server)
    server.pages["/a"] = answer(policy(extra="<p>We sell your personal data to advertising partners.</p>"))
    told = run("fetch", "--allow-loopback", "lumio/privacy-policy").out
    assert "    substantive" in told
    assert re.search(r"^      sharing: ", told, re.MULTILINE)
    command = re.search(r"^    policydiff (compare \S+ \S+)$", told, re.MULTILINE)
    assert command
    assert "advertising partners" in run(*command[1].split()).out
    assert "What was new: policydiff compare " in run("show", "lumio/privacy-policy").out


def test_a_misspelt_command_is_told_with_the_nearest(run: Run) -> None:
    """Exit code 2."""
    done = run("comapre", "a", "b")
    assert (done.code, "Did you mean compare" in done.err) == (2, True)
    assert "--help lists them" in run("xyzzy").err


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("policydiff fo", "follow"),
        ("policydiff compare lum", "lumio/privacy-policy"),
        ("policydiff log --passed", "--passed-over"),
        ("policydiff sources imp", "import-ota"),
        ("policydiff follow instagr", "instagram"),
    ],
)
def test_shells_complete(run: Run, server: Server, tmp_path: Path, words: str, wanted: str) -> None:
    """Commands, options, the names of series and those of platforms, as bash asks for them."""
    followed(run, server)
    done = subprocess.run(
        [sys.executable, "-m", "policydiff"],
        capture_output=True, text=True, timeout=60, check=False, cwd=tmp_path,
        env={**os.environ, "_POLICYDIFF_COMPLETE": "bash_complete", "COMP_WORDS": words,
             "COMP_CWORD": str(len(words.split()) - 1)},
    )  # fmt: skip
    assert f"plain,{wanted}" in done.stdout.split("\n"), done


def test_declarations_become_sources(run: Run, tmp_path: Path) -> None:
    """What can be followed is added, what cannot be run is named; one that is none keeps nobody out."""
    run("init")
    folder = tmp_path / "declarations"
    folder.mkdir()
    (folder / "Lumio.json").write_text(json.dumps(DECLARATION))
    (folder / "Lumio.history.json").write_text("{}")
    (folder / "broken.json").write_text("[")
    done = run("sources", "import-ota", str(folder))
    assert done.code == 1
    one, two = read_sources(tmp_path / "snapshots" / "sources.toml").sources
    assert (one.name, one.selectors, one.how) == ("lumio/privacy-policy", ("main", ".policy"), "browser")
    assert two.urls == ("https://lumio.example/t/1", "https://lumio.example/t/2")
    for told in ("filters are programs and are not run (removeDates)", "history of earlier addresses",
                 "ranges between two selectors", "elements to remove", "NOT ADDED: Lumio, Imprint",
                 "NOT ADDED: broken.json", "2 sources added, 2 not."):  # fmt: skip
        assert told in done.out
    again = run("sources", "import-ota", str(folder / "Lumio.json"))
    assert (again.code, "the list has a source of this name" in again.out) == (1, True)
    nothing = run("sources", "import-ota", str(tmp_path / "none"))
    assert (nothing.code, "no declaration" in nothing.err) == (2, True)
