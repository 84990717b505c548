"""The command line: what it prints, which exit code it gives, and that nothing ends in a traceback."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from policydiff import __version__, normalise, saved_page
from policydiff.cli import main, output
from policydiff.models import Cell, Clause, Document, Link, StatedDate, UnsureDate
from tests.archiving import tree
from tests.commands import Done, Run, command_line

ROOT = Path(__file__).parent.parent
SERIES = "quillmoor/privacy-policy@eu"
EU = ROOT / "snapshots" / "quillmoor" / "privacy-policy@eu"
BASELINE = str(EU / "2024-02-12T091204Z.html.gz")
NOISE = str(EU / "2024-02-19T091148Z.html.gz")
BROKEN = str(EU / "2024-03-04T091211Z.html.gz")
ANNOUNCED = str(EU / "2024-05-22T101733Z.html.gz")
NORMALISE_SCHEMA = ROOT / "policydiff" / "report" / "normalise.schema.json"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89" + bytes(range(256)) * 8

posix = pytest.mark.skipif(os.name != "posix", reason="signals, pipes and terminals of POSIX")


class Panic(BaseException):
    """As a parser written in Rust raises it."""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line inside this process."""
    return command_line(capsys)


def process(
    *arguments: str, env: dict[str, str] | None = None, data: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "policydiff", *arguments],
        capture_output=True, input=data, cwd=ROOT, timeout=60, check=False, env={**os.environ, **(env or {})},
    )  # fmt: skip


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of whoever runs the tests has no say."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONUTF8"):
        monkeypatch.delenv(name, raising=False)


# --- compare -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "verdict", "code"),
    [
        pytest.param(BASELINE, BASELINE, "identical", 0, id="itself"),
        pytest.param(BASELINE, ANNOUNCED, "substantive", 1, id="announced"),
        pytest.param(BASELINE, BROKEN, "broken-capture", 0, id="error page"),
    ],
)
def test_verdict_and_exit_code(run: Run, old: str, new: str, verdict: str, code: int) -> None:
    """The exit code is 0 when it is done, and only with --exit-code 1 for a change of substance."""
    done = run("compare", old, new, "--format", "json")
    assert (done.code, json.loads(done.out)["verdict"], done.err) == (0, verdict, "")
    assert run("compare", old, new, "--exit-code").code == code


def test_noise_exits_with_0(run: Run) -> None:
    """Rotating tokens are nothing of substance."""
    assert run("compare", BASELINE, NOISE, "--exit-code").code == 0


def test_text_is_the_default(run: Run) -> None:
    """Without a format the account for people is printed, without colour where no terminal reads it."""
    done = run("compare", BASELINE, ANNOUNCED)
    assert done == run("compare", BASELINE, ANNOUNCED, "--format", "text")
    assert "substantive" in done.out.lower()
    assert "legitimate interests" in done.out
    assert "\x1b" not in done.out


@pytest.mark.parametrize(
    ("layout", "begins"),
    [("json", "{"), ("markdown", "#"), ("html", "<!doctype html>")],
)
def test_formats(run: Run, layout: str, begins: str) -> None:
    """Each format is what it is called, and the same every time."""
    done = run("compare", BASELINE, ANNOUNCED, "--format", layout)
    assert done.out.lower().startswith(begins)
    assert "legitimate interests" in done.out
    assert done == run("compare", BASELINE, ANNOUNCED, "--format", layout)


def test_sides_are_named_as_the_archive_knows_them(run: Run) -> None:
    """The sidecar's address and time reach the report; no folder of this machine does."""
    told = json.loads(run("compare", BASELINE, ANNOUNCED, "--format", "json").out)
    assert told["old"]["name"] == "quillmoor/privacy-policy@eu@2024-02-12T091204Z"
    assert told["new"]["captured_at"] == "2024-05-22T10:17:33+00:00"
    assert told["new"]["url"] == "https://www.quillmoor.example/legal/privacy/?region=eu"
    page = run("compare", BASELINE, ANNOUNCED, "--format", "html").out
    assert "22 May 2024" in page
    assert str(ROOT) not in page


OLDER = '<!doctype html><meta name="generator" content="policydiff 0">an older report'


def test_html_goes_to_a_file_beside_the_printed_account(run: Run, tmp_path: Path) -> None:
    """--html writes the very page that --format html prints, whole, and leaves nothing else behind."""
    target = tmp_path / "report.html"
    target.write_text(OLDER)
    done = run("compare", BASELINE, ANNOUNCED, "--html", target)
    assert done == run("compare", BASELINE, ANNOUNCED)
    assert target.read_text(encoding="utf-8") == run("compare", BASELINE, ANNOUNCED, "--format", "html").out
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("command", [("compare", BASELINE, ANNOUNCED), ("facts", BASELINE)])
def test_html_replaces_only_what_policydiff_wrote(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """Where the name of the result was forgotten, the next argument is taken for it: a page that was saved by
    hand may be the only copy. An empty file was made for it."""
    saved = tmp_path / "saved.html"
    saved.write_text("<!doctype html><title>Privacy</title><p>We keep your letters.")
    assert_refused(
        run(*command, "--html", saved), "a file of this name is there that is no page of policydiff"
    )
    assert saved.read_text().endswith("We keep your letters.")
    saved.write_text("")
    assert run(*command, "--html", saved).code == 0
    assert run(*command, "--html", saved).code == 0


@posix
def test_html_follows_a_link(run: Run, tmp_path: Path) -> None:
    """A symbolic link stays one, and leads to the new report."""
    (tmp_path / "target.html").write_text("")
    (tmp_path / "link.html").symlink_to("target.html")
    assert run("compare", BASELINE, NOISE, "--html", tmp_path / "link.html").code == 0
    assert (tmp_path / "link.html").is_symlink()
    assert "<!doctype html>" in (tmp_path / "target.html").read_text(encoding="utf-8").lower()


@posix
def test_html_is_written_into_a_pipe(run: Run, tmp_path: Path) -> None:
    """What is no file, such as a pipe or a device, is written to and not replaced by one."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as readers:
        page = readers.submit(pipe.read_text, encoding="utf-8")
        assert run("compare", BASELINE, NOISE, "--html", pipe).code == 0
        assert pipe.is_fifo()
        assert page.result(timeout=60).lower().startswith("<!doctype html>")


def test_html_that_is_cut_off_leaves_no_trace(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If the last step fails, the older report stays and the half-made one goes."""

    def refuse(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "report.html"
    target.write_text(OLDER)
    monkeypatch.setattr(Path, "replace", refuse)
    assert_refused(run("compare", BASELINE, NOISE, "--html", target), "No space left on device")
    assert [path.read_text() for path in tmp_path.iterdir()] == [OLDER]


@pytest.mark.parametrize("target", ["no-such-folder/report.html", ".", "a" * 300 + ".html", "nul\0.html"])
def test_html_that_cannot_be_written(run: Run, tmp_path: Path, target: str) -> None:
    """A target that cannot be written is told in one sentence, and nothing is printed before it."""
    done = run("compare", BASELINE, NOISE, "--html", f"{tmp_path}/{target}")
    assert_refused(done, "cannot be written")
    assert not list(tmp_path.iterdir())


def test_html_never_overwrites_what_it_compares(run: Run, tmp_path: Path) -> None:
    """The page that a report is about may be the only copy."""
    page = tmp_path / "page.html"
    shutil.copy(BASELINE, page)
    before = page.read_bytes()
    assert_refused(run("compare", page, ANNOUNCED, "--html", page), "one of the files to read")
    assert page.read_bytes() == before


@posix
@pytest.mark.parametrize(
    "way", ["plain", "new name", "link", "link of a folder", "hard link", "from inside", "sidecar", "sources"]
)
def test_no_result_lands_in_an_archive(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """However the place is named: no file of the evidence changes, and none is added to it."""
    archive = tmp_path / "archive"
    shutil.copytree(ROOT / "snapshots", archive)
    page = next(archive.glob("*/*/*.html.gz"))
    target = {"new name": page.with_name("report.html"), "sidecar": next(page.parent.glob("2*.json")),
              "sources": archive / "sources.toml"}.get(way, page)  # fmt: skip
    if way == "link":
        target = tmp_path / "link.html"
        target.symlink_to(page)
    elif way == "link of a folder":
        (tmp_path / "folder").symlink_to(page.parent)
        target = tmp_path / "folder" / page.name
    elif way == "hard link":
        target = tmp_path / "hard.html"
        target.hardlink_to(page)
    elif way == "from inside":
        monkeypatch.chdir(page.parent)
        target = Path(page.name)
    before = tree(archive)
    base = ("--archive", archive)
    for command in (
        ("compare", f"{SERIES}@latest~1", SERIES, "--html", target),
        ("compare", BASELINE, ANNOUNCED, "--html", target),
        ("log", SERIES, "--cache", target),
        ("when", SERIES, "data", "--cache", target),
    ):
        done = run(*base, *command)
        if way != "hard link" or "--cache" in command:  # a report gets a file of its own, under this name
            assert_refused(done, str(target))
        assert tree(archive) == before
    assert run("--archive", archive, "verify").code == 0


@posix
def test_a_sidecar_beside_a_page_is_an_input(run: Run, tmp_path: Path) -> None:
    """Also where both were copied out of an archive."""
    for path in Path(BASELINE).parent.glob(f"{Path(BASELINE).name.partition('.')[0]}.*"):
        shutil.copy(path, tmp_path)
    page = tmp_path / Path(BASELINE).name
    sidecar = next(tmp_path.glob("*.json"))
    assert_refused(run("compare", page, ANNOUNCED, "--html", sidecar), "one of the files to read")


@pytest.mark.parametrize("length", [246, 250, 255])
def test_a_result_may_have_any_name_that_a_file_may_have(run: Run, tmp_path: Path, length: int) -> None:
    """The name under which it is made first is not built from it."""
    target = tmp_path / ("r" * (length - 5) + ".html")
    assert run("compare", BASELINE, NOISE, "--html", target).code == 0
    assert list(tmp_path.iterdir()) == [target]


@posix
def test_a_name_that_is_no_text_is_written_as_one(run: Run, tmp_path: Path) -> None:
    """Names of files are bytes; a report that quotes one can still be written."""
    page = tmp_path / os.fsdecode(b"\xff\x9b31m.html")
    shutil.copy(BASELINE, page)
    assert run("compare", page, ANNOUNCED, "--html", tmp_path / "report.html").code == 0


# --- faults inside -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "error",
    [ValueError("x" * 999), KeyError("a"), RecursionError(), StopIteration(), MemoryError(), Panic("panic")],
)
@pytest.mark.parametrize("debug", ["", "1"])
def test_a_crash_is_one_sentence_and_a_code_of_its_own(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, debug: str
) -> None:
    """Never 1, which says that something changed; who reports it can see where it arose."""

    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("policydiff.workflows.comparing.compare", broken)
    monkeypatch.setenv("POLICYDIFF_DEBUG", debug)
    done = run("compare", BASELINE, ANNOUNCED, "--exit-code")
    assert (done.code, done.out) == (3, "")
    last = done.err.splitlines()[-1]
    assert last.startswith("policydiff: policydiff: ")
    assert len(last) < 500
    assert type(error).__name__ in last or "memory" in last
    assert ("in cli/compare.py line" in last) == (not isinstance(error, MemoryError))


def test_where_a_fault_arose_can_be_seen() -> None:
    """With POLICYDIFF_DEBUG the traceback is there, without it is not."""
    code = (
        "import policydiff.workflows.comparing as c; c.compare = None; "
        "from policydiff.cli import main; main()"
    )
    for debug in ("", "1"):
        done = subprocess.run(
            [sys.executable, "-c", code, "compare", BASELINE, ANNOUNCED],
            capture_output=True, text=True, cwd=ROOT, check=False,
            env={**os.environ, "POLICYDIFF_DEBUG": debug},
        )  # fmt: skip
        assert done.returncode == 3
        assert ("Traceback" in done.stderr) == bool(debug)


def test_html_to_standard_output_has_its_own_option(run: Run) -> None:
    """A dash for --html would make a file of that name: it is refused, with the way to do it."""
    assert_refused(run("compare", BASELINE, NOISE, "--html", "-"), "--format html")


# --- input of every kind -------------------------------------------------------------------------


def assert_refused(done: Done, *words: str) -> None:
    """One clear sentence on standard error, nothing on standard output, exit code 2."""
    assert done.code == 2, done
    assert done.out == ""
    assert done.err.startswith("policydiff: ")
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    for word in words:
        assert word in done.err


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        pytest.param("picture.png", PNG, "", id="binary"),
        pytest.param("picture.html", PNG, "", id="binary under another name"),
        pytest.param("page.html.gz", gzip.compress(b"x" * 999)[:-9], "damaged gzip", id="gzip cut short"),
        pytest.param(
            "page.html.gz", gzip.compress(PNG)[:10] + b"\xff" * 99, "damaged gzip", id="gzip garbled"
        ),
        pytest.param("page.html.gz", b"\x1f\x8b" + b"no" * 99, "damaged gzip", id="gzip in name only"),
    ],
)
def test_no_page_at_all(run: Run, tmp_path: Path, name: str, data: bytes, words: str) -> None:
    """Bytes that are no page are refused with the file's name, whichever side they are on."""
    path = tmp_path / name
    path.write_bytes(data)
    assert_refused(run("compare", path, BASELINE), name, words)
    assert_refused(run("compare", BASELINE, path), name, words)
    assert_refused(run("normalise", path), name, words)


@pytest.mark.parametrize("path", ["missing.html", ".", "nul\0byte.html", "a" * 300])
def test_no_file_to_read(run: Run, tmp_path: Path, path: str) -> None:
    """A missing file, a folder or an impossible name is told as what it is."""
    assert_refused(run("compare", f"{tmp_path}/{path}", BASELINE))
    assert_refused(run("normalise", f"{tmp_path}/{path}"))


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read(run: Run, tmp_path: Path) -> None:
    """Missing permission is told as such."""
    path = tmp_path / "secret.html"
    path.write_text("<p>secret")
    path.chmod(0)
    assert_refused(run("normalise", path), "may not be read")


def test_file_in_a_folder_that_may_not_be_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder keeps even from seeing what the file is: that too is one sentence."""

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(saved_page, "_at_once", refuse)
    monkeypatch.setattr(Path, "stat", refuse)
    assert_refused(run("normalise", "shut/page.html"), "shut/page.html", "may not be read")


@posix
@pytest.mark.parametrize("command", ["compare", "normalise", "findings"])
def test_a_pipe_is_read_and_not_waited_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """As `<(command)` of a shell gives one; where nobody writes that is told."""
    monkeypatch.setattr(saved_page, "_PATIENCE", 0.2)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    sides = (pipe,) if command == "normalise" else (pipe, NOISE)
    plain = (BASELINE,) if command == "normalise" else (BASELINE, NOISE)
    assert_refused(run(command, *sides), "a pipe, and nothing is written into it")
    with ThreadPoolExecutor() as writers:
        written = writers.submit(pipe.write_bytes, Path(BASELINE).read_bytes())
        monkeypatch.setattr(saved_page, "_PATIENCE", 20)
        done = run(command, *sides)
        assert written.result(timeout=60)
    if command == "normalise":
        assert done == run(command, *plain)
    assert done.code == 0


@posix
@pytest.mark.parametrize("name", ["archive", "sources.toml"])
def test_a_pipe_for_an_archive_or_a_list(run: Run, tmp_path: Path, name: str) -> None:
    """One sentence, at once."""
    archive = tmp_path if name == "sources.toml" else tmp_path / "archive"
    os.mkfifo(tmp_path / name)
    for command in (
        ("verify",),
        ("fetch",),
        ("sources", "check"),
        ("log", SERIES),
        ("compare", SERIES, SERIES),
    ):
        done = run("--archive", archive, *command)
        assert done.code == (0 if command == ("verify",) and name == "sources.toml" else 2)


def test_no_name_at_all(run: Run) -> None:
    """An empty name, as of a variable that was never set, is no folder."""
    assert_refused(run("normalise", ""), "'': it is no name of a file")
    assert_refused(run("compare", "", BASELINE), "'': it is no name of a file")
    assert_refused(run("compare", BASELINE, ANNOUNCED, "--html", ""), "'': it cannot be written")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("lumio/terms@2024-02-30", "there is no such file, and '2024-02-30' is no date of the calendar"),
        ("lumio/terms@eu@20240226", "there is no such file, and it is no reference"),
        ("lumio/terms@latest~1", "It is empty: fetch or import something first"),
    ],
)
def test_a_reference_that_is_none(run: Run, tmp_path: Path, name: str, words: str) -> None:
    """Whoever writes an @ means a reference: it is told what is wrong with it."""
    assert_refused(run("--archive", tmp_path, "compare", name, BASELINE), name, words)


@pytest.mark.parametrize("packed", [False, True])
def test_too_large(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, packed: bool) -> None:
    """More bytes than any policy has are refused, also when they are packed into few."""
    monkeypatch.setattr(saved_page, "MOST_BYTES", 2**20)
    path = tmp_path / "large.html"
    data = b"<p>word " * (2**20 // 8 + 1)
    path.write_bytes(gzip.compress(data) if packed else data)
    assert_refused(run("normalise", path), "more than 1 MB")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \n\t\n", id="blank"),
        pytest.param(gzip.compress(b""), id="empty, packed"),
        pytest.param(
            b"<html><body><div id=root></div><script>boot()</script></body></html>", id="empty shell"
        ),
    ],
)
def test_no_policy_is_a_verdict(run: Run, tmp_path: Path, data: bytes) -> None:
    """A file that can be read but holds no policy is a broken capture, with reasons, and no error."""
    path = tmp_path / "page.html"
    path.write_bytes(data)
    for sides in ((path, BASELINE), (BASELINE, path), (path, path)):
        done = run("compare", *sides, "--format", "json")
        told = json.loads(done.out)
        assert (done.code, told["verdict"], done.err) == (0, "broken-capture", "")
        assert told["reasons"]
        assert run("compare", *sides, "--html", tmp_path / "report.html", "--exit-code").code == 0


def test_what_to_do_about_a_page_whose_scripts_have_not_run(run: Run, tmp_path: Path) -> None:
    """It is said beside the result, of each such page; programs read the reasons in the JSON."""
    path = tmp_path / "app.html"
    path.write_text("<html><body><div id=root></div><script>boot()</script></body></html>", encoding="utf-8")
    for arguments in (
        ("normalise", path), ("facts", path), ("compare", BASELINE, path), ("findings", path, path),
    ):  # fmt: skip
        done = run(*arguments)
        assert (done.code, done.err.count("app.html: its scripts have not run. Save it")) == (0, 1), arguments
        assert run(*arguments, "--format", "json").err == ""
    path.write_text("<p>Nothing to see here.", encoding="utf-8")
    assert run("normalise", path).err == ""


def test_a_default_cache_that_is_none_is_told_and_stops_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is left as it is; only a file that somebody named as the cache stops the command."""
    place = tmp_path / "results.cache"
    monkeypatch.setattr("policydiff.cache.place", lambda: place)
    monkeypatch.delenv("POLICYDIFF_CACHE", raising=False)
    asked = ("log", "quillmoor/privacy-policy@eu")
    first = run(*asked)
    assert (first.code, first.err, place.exists()) == (0, "", True)
    for beside in tmp_path.glob("results.cache-*"):
        beside.unlink()
    place.write_bytes(b"damaged")
    done = run(*asked)
    assert (done.code, done.out) == (0, first.out)
    assert "Remove it, or nothing is kept for the next run" in done.err
    assert place.read_bytes() == b"damaged"
    assert_refused(run(*asked, "--cache", place), "it is no cache of policydiff")


def test_a_question_is_asked_in_one_way(run: Run) -> None:
    """None and several are told apart."""
    asked = ("when", "quillmoor/privacy-policy@eu")
    assert "Name a PATTERN" in run(*asked).err
    assert "Name only one of" in run(*asked, "data", "--finding", "sharing").err


def test_standard_input_for_one_side(tmp_path: Path) -> None:
    """A dash reads standard input, on either side, and for one of them only."""
    page = gzip.decompress(Path(BASELINE).read_bytes())
    for arguments in (("-", ANNOUNCED), (ANNOUNCED, "-")):
        done = process("compare", *arguments, "--format", "json", data=page)
        assert json.loads(done.stdout)["verdict"] == "substantive"
    assert process("normalise", "-", data=page).stdout == process("normalise", BASELINE).stdout
    done = process("compare", "-", "-", data=page)
    assert_refused(Done(done.returncode, done.stdout.decode(), done.stderr.decode()), "standard input")


def test_sidecar_that_tells_of_other_bytes(run: Run, tmp_path: Path) -> None:
    """An archived page that is not what its sidecar says stops the work."""
    for path in EU.glob("2024-05-22T101733Z.*"):
        shutil.copy(path, tmp_path)
    page = tmp_path / "2024-05-22T101733Z.html.gz"
    assert run("normalise", page).code == 0
    page.write_bytes(gzip.compress(gzip.decompress(page.read_bytes()) + b"<!-- more -->"))
    assert_refused(run("normalise", page), "2024-05-22T101733Z.html.gz", "sidecar")


@pytest.mark.parametrize("told", [b"", b"[]", b"{}", b'{"at": 1, "headers": 2}', b"\xff", b"[" * 5000])
def test_sidecar_that_is_none(run: Run, tmp_path: Path, told: bytes) -> None:
    """A damaged sidecar beside an archived page is told, not passed over."""
    shutil.copy(ANNOUNCED, tmp_path)
    (tmp_path / "2024-05-22T101733Z.json").write_bytes(told)
    assert_refused(run("normalise", tmp_path / "2024-05-22T101733Z.html.gz"), "2024-05-22T101733Z.json")


def test_other_json_beside_a_saved_page_is_left_alone(run: Run, tmp_path: Path) -> None:
    """Only pages of an archive have a sidecar; what lies beside other files is somebody else's."""
    shutil.copy(ANNOUNCED, tmp_path / "policy.html.gz")
    (tmp_path / "policy.json").write_text("mine")
    assert run("normalise", tmp_path / "policy.html.gz").code == 0


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    data=st.binary(max_size=400),
    head=st.sampled_from([b"", b"<!doctype html><p>", b"\x1f\x8b", b"%PDF-", b"# "]),
)
def test_any_bytes_are_answered(run: Run, tmp_path: Path, data: bytes, head: bytes) -> None:
    """Whatever the bytes, the answer is a verdict or one sentence."""
    path = tmp_path / "page"
    path.write_bytes(head + data)
    done = run("compare", path, BASELINE, "--format", "json")
    if done.code:
        assert_refused(done)
    else:
        assert json.loads(done.out)["verdict"]


# --- the terminal and the shell ------------------------------------------------------------------


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, id="ASCII"),
        pytest.param({"PYTHONIOENCODING": "latin-1"}, id="Latin-1"),
    ],
)
def test_utf8_whatever_the_locale(tmp_path: Path, env: dict[str, str]) -> None:
    """Output is UTF-8 also where the locale knows fewer letters."""
    path = tmp_path / "page.md"
    path.write_text("# Datenschutzerklärung\n\nWir übermitteln Daten – “nie” 漢字.\n", encoding="utf-8")
    done = process("normalise", str(path), env=env)
    assert "übermitteln Daten – “nie” 漢字" in done.stdout.decode("utf-8")
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("env", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, False),
    ],
)
def test_colour_through_a_pipe(
    run: Run, monkeypatch: pytest.MonkeyPatch, env: dict[str, str], *, coloured: bool
) -> None:
    """No colour where no terminal reads, unless it is forced; NO_COLOR has the last word."""
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    done = run("compare", BASELINE, ANNOUNCED)
    assert ("\x1b[" in done.out) is coloured
    assert "\x1b" not in run("compare", BASELINE, ANNOUNCED, "--format", "json").out


def in_terminal(columns: int, *arguments: str, **env: str) -> str:
    """What a terminal of that width is sent."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")
    }
    with subprocess.Popen(
        [sys.executable, "-m", "policydiff", *arguments],
        stdout=theirs, stdin=theirs, cwd=ROOT, env={**kept, "TERM": "xterm", **env},
    ) as started:  # fmt: skip
        os.close(theirs)
        sent = b""
        while True:
            try:
                block = os.read(ours, 65536)
            except OSError:  # Linux says so at the end
                break
            if not block:
                break
            sent += block
        os.close(ours)
    assert started.returncode == 0
    return sent.decode("utf-8").replace("\r\n", "\n")


@posix
def test_terminal_gets_colour_and_its_own_width() -> None:
    """On a terminal the account is coloured, unless NO_COLOR says no, and fits its width."""
    assert "\x1b[" in in_terminal(60, "compare", BASELINE, ANNOUNCED)
    plain_text = in_terminal(60, "compare", BASELINE, ANNOUNCED, NO_COLOR="1")
    assert "\x1b[" not in plain_text
    prose = [line for line in plain_text.splitlines() if "/" not in line]
    assert 50 <= max(map(len, prose)) <= 60
    assert "\x1b[" not in in_terminal(60, "compare", BASELINE, ANNOUNCED, TERM="dumb")


@posix
def test_broken_pipe_is_quiet() -> None:
    """A reader who leaves early, as `head` does, gets no complaint."""
    with subprocess.Popen(
        [sys.executable, "-m", "policydiff", "compare", BASELINE, ANNOUNCED, "--format", "html"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    ) as started:  # fmt: skip
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        assert started.stderr.read() == b""
    assert started.returncode == 141


@posix
def test_interrupt_is_quiet() -> None:
    """Ctrl-C ends with 130 and without a word."""
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "  # ignored elsewhere
        "import policydiff.cli.normalise as _; from policydiff.cli import main; print(flush=True); main()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, "normalise", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
    ) as started:  # fmt: skip
        assert started.stdout
        assert started.stderr
        started.stdout.readline()
        time.sleep(0.5)
        started.send_signal(signal.SIGINT)
        assert started.stderr.read() == b""
    assert started.returncode == 130


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_full_disk_is_told() -> None:
    """A result that could not be printed is an error, not a success."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "policydiff", "normalise", BASELINE],
            stdout=full, stderr=subprocess.PIPE, cwd=ROOT, check=False, timeout=60,
        )  # fmt: skip
    assert_refused(Done(done.returncode, "", done.stderr.decode()), "standard output")


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    ("stream", "arguments"),
    [
        ("stdout", ("--help",)),
        ("stdout", ("compare", "--help")),
        ("stdout", ("--version",)),
        ("stderr", ("normalise", "missing.html")),
        ("stderr", ("compare", "--exit-code", "missing.html", BASELINE)),
        ("stderr", ("compare", "only-one")),
    ],
)
def test_full_disk_is_an_exit_code_for_everything(stream: str, arguments: tuple[str, ...]) -> None:
    """Also for the help; and where the complaint itself finds no room, the code is not that of a change."""
    with Path("/dev/full").open("wb") as full:
        out, err = (full, subprocess.PIPE) if stream == "stdout" else (subprocess.PIPE, full)
        command = [sys.executable, "-m", "policydiff", *arguments]
        done = subprocess.run(command, stdout=out, stderr=err, cwd=ROOT, check=False, timeout=60)
    assert done.returncode == 2
    if stream == "stdout":
        assert_refused(Done(2, "", done.stderr.decode()), "standard output", "No space left")


@posix
@pytest.mark.parametrize("redirect", ["<&-", "0>/dev/null"])
def test_standard_input_that_cannot_be_read(redirect: str) -> None:
    """Closed, or open for writing only."""
    command = f"'{sys.executable}' -m policydiff normalise - {redirect}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=ROOT, check=False, timeout=60)
    assert_refused(Done(done.returncode, done.stdout.decode(), done.stderr.decode()), "standard input")


def test_names_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    """A file name with escape sequences is shown, not obeyed."""
    done = run("normalise", tmp_path / "evil\x1b]0;title\x07\nname.html")
    assert_refused(done, r"evil\x1b]0;title\x07\nname.html")
    done = run("normalise", tmp_path / "a\u202etxt.\u2066exe\u200f")
    assert_refused(done, r"a\u202etxt.\u2066exe\u200f")


def test_policy_text_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    """Control characters in a page come out spelled, never raw, in every format for people."""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    words = (
        "We keep your personal data for as long as we need it for the purposes of this privacy policy. " * 9
    )
    old.write_text(words, encoding="utf-8")
    new.write_text(words + "\n\nWe share \x1b[2J\x9b31m everything &#27;[31m.", encoding="utf-8")
    page = tmp_path / "page.html"
    link = "Write to us to <a href='mailto:a\x7f\x9b31m@lumora.example'>object</a>, \x7f\x9b31m."
    page.write_text(f"<h1>Privacy policy</h1><p>{words}</p><p>{link}</p>", encoding="utf-8")
    plain = tmp_path / "plain.html"
    plain.write_text(f"<h1>Privacy policy</h1><p>{words}</p>", encoding="utf-8")
    asked = [("normalise", new), ("normalise", new, "--explain"), ("normalise", page, "--format", "json")]
    for pair in ((old, new), (plain, page)):
        asked += [("compare", *pair, "--format", layout) for layout in ("text", "json", "markdown")]
        asked += [("findings", *pair, "--format", layout) for layout in ("json", "markdown")]
    for arguments in asked:
        done = run(*arguments)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.out), arguments


# --- normalise -----------------------------------------------------------------------------------


def test_normalise_prints_the_text_of_the_document(run: Run) -> None:
    """Text is `Document.text`: one clause a line."""
    page = gzip.decompress(Path(ANNOUNCED).read_bytes())
    document = normalise(page, url="https://www.quillmoor.example/legal/privacy/?region=eu")
    assert run("normalise", ANNOUNCED).out == document.text + "\n"


def test_normalise_json_holds_the_document(run: Run) -> None:
    """JSON has every field of the document; what was left out only where it was asked for."""
    told = json.loads(run("normalise", ANNOUNCED, "--format", "json").out)
    assert told["title"]
    assert told["media_type"] == "text/html"
    assert "left_out" not in told
    assert any(clause["cell"] for clause in told["clauses"])
    explained = json.loads(run("normalise", ANNOUNCED, "--format", "json", "--explain").out)
    schema = Draft202012Validator(json.loads(NORMALISE_SCHEMA.read_text("utf-8")))
    schema.validate(told)
    schema.validate(explained)
    assert explained.pop("left_out")
    assert explained == told


def test_schema_of_normalise_names_every_field() -> None:
    """A field that a document, a clause, a link, a cell or a date gets is told to programs, too."""
    schema = json.loads(NORMALISE_SCHEMA.read_text("utf-8"))
    clause = schema["$defs"]["clause"]["properties"]
    told = {
        Document: schema["properties"].keys() - {"schema_version"},
        Clause: clause.keys(),
        Link: clause["links"]["items"]["properties"].keys(),
        Cell: clause["cell"]["oneOf"][1]["properties"].keys(),
        StatedDate: schema["properties"]["dates"]["items"]["properties"].keys(),
        UnsureDate: schema["properties"]["unsure_dates"]["items"]["properties"].keys(),
    }
    for model, named in told.items():
        assert {field.name for field in fields(model)} == named, model.__name__


def test_normalise_explain_groups_by_rule(run: Run) -> None:
    """Each rule is told once, with the words it left out below it."""
    told = run("normalise", ANNOUNCED, "--explain").out
    left_out = json.loads(run("normalise", ANNOUNCED, "--format", "json", "--explain").out)["left_out"]
    lines = told.splitlines()
    for rule in {part["rule"] for part in left_out}:
        assert sum(line.startswith(f"{rule}: ") for line in lines) == 1
    for part in left_out:
        assert f"  - {part['text']}" in lines
    assert any("Reject all" in part["text"] for part in left_out)
    assert "quality    good" in lines


def test_normalise_takes_address_and_content_type(run: Run, tmp_path: Path) -> None:
    """What the caller knows of the page counts: its links become absolute, its charset is believed."""
    path = tmp_path / "page.html"
    path.write_bytes("<p>Читайте <a href='/cookies'>правила</a>.</p>".encode("koi8-r"))
    told = json.loads(
        run(
            "normalise", path, "--format", "json",
            "--url", "https://a.example/legal/", "--content-type", "text/html; charset=koi8-r",
        ).out
    )  # fmt: skip
    (clause,) = told["clauses"]
    assert clause["text"] == "Читайте правила."
    assert clause["links"][0]["target"] == "https://a.example/cookies"


# --- help and usage ------------------------------------------------------------------------------


def test_version(run: Run) -> None:
    """The version is the package's."""
    assert run("--version") == Done(0, f"policydiff {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [("compare",), ("compare", "only-one"), ("no-such-command",), ("compare", "a", "b", "--format", "pdf")],
)
def test_wrong_usage_exits_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    """A command line that makes no sense says so, with how to use it."""
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "Usage: policydiff" in done.err


def test_short_help_is_the_help_of_the_command() -> None:
    """The table of help lines, kept apart so that nothing heavy is loaded, says what the commands say."""
    from policydiff.cli.group import COMMANDS
    from policydiff.cli.group import policydiff as group

    for name, line in COMMANDS.items():
        command = group.get_command(click.Context(group), name)
        assert command
        assert command.short_help == line


def test_closed_standard_output_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A result that nobody can get is an error."""
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(SystemExit) as ended:
        main(["normalise", BASELINE])
    assert ended.value.code == 2
    assert "standard output" in capsys.readouterr().err


def test_width_without_a_terminal() -> None:
    """Where there is no terminal, the width is always the same."""
    assert output.terminal_width() == 80
