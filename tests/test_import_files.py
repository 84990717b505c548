"""Saved pages: where their dates come from, and that nothing comes in twice."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from policydiff.archive import Archive
from policydiff.cli.group import policydiff
from policydiff.errors import InputTooLarge, InvalidReference, PolicydiffError, UnreadableFile
from policydiff.importers import files as import_module
from policydiff.importers import import_files
from tests.archiving import NAME, tree
from tests.commands import command_line

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "https://quillmoor.example/privacy"
WAYBACK = f"https://web.archive.org/web/20240626101502/{PAGE}"
CAPTURED = datetime(2024, 6, 26, 10, 15, 2, tzinfo=UTC)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


def bring(
    archive: Archive, name: str, content: str, **more: datetime | str
) -> tuple[datetime | None, str, str]:
    """Import one file; its time, the address and how it was obtained (None where it was left out)."""
    path = archive.path.parent / name
    path.write_bytes(content.encode())
    import_files(archive, NAME, [path], **more)  # type: ignore[arg-type]
    if not archive.snapshots(NAME):
        return None, "", ""
    (capture,) = archive.captures(archive.resolve(NAME))
    assert capture.body == content.encode()
    return capture.at, capture.url, capture.how


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("2024-06-26T101502Z.html", CAPTURED),
        ("policy-2024-06-26.html", datetime(2024, 6, 26, tzinfo=UTC)),
        ("policy_2024_06_26_v2.html", datetime(2024, 6, 26, tzinfo=UTC)),
        ("20240626.pdf", datetime(2024, 6, 26, tzinfo=UTC)),
        ("20240626101502.html", CAPTURED),
        ("web.archive.org_web_20240626101502_quillmoor.html", CAPTURED),
        ("Quillmoor 2024-06-26 10.15.02.html", CAPTURED),
        ("2024-06-26 to 2024-06-26.html", datetime(2024, 6, 26, tzinfo=UTC)),
        ("2024-06-26 to 2024-07-01.html", None),
        ("2024-01-01-2024-01-02.html", None),
        ("p_20240101_20240102.html", None),
        ("2024-01-01-20-24-01.html", datetime(2024, 1, 1, 20, 24, 1, tzinfo=UTC)),
        ("2024-01-01-202401.html", datetime(2024, 1, 1, 20, 24, 1, tzinfo=UTC)),
        ("26-06-2024.html", None),
        ("06.26.2024.html", None),
        ("2024-02-30.html", None),
        ("policy-v20240.html", None),
        ("policy.html", None),
    ],
)
def test_dates_from_names(archive: Archive, name: str, at: datetime | None) -> None:
    """Year first, one date only: whatever could be read in two ways is not guessed."""
    assert bring(archive, name, "<p>x</p>")[0] == at


@pytest.mark.parametrize(
    ("content", "at", "url", "how"),
    [
        pytest.param(
            f'<script>__wm.wombat("{PAGE}","20240626101502","x")</script>',
            CAPTURED, PAGE, "wayback", id="wayback, script",
        ),
        pytest.param(
            f"<!-- saved from url=(0076){WAYBACK} --><p>", CAPTURED, PAGE, "wayback", id="wayback, saved",
        ),
        pytest.param(
            f"<!-- saved from url=(0076){WAYBACK.replace('502/', '502id_/')} --><p>x</p>",
            CAPTURED, PAGE, "wayback", id="wayback, raw",
        ),
        pytest.param(
            "<p><!--\n FILE ARCHIVED ON 10:15:02 Jun 26, 2024 AND RETRIEVED FROM THE\n -->",
            CAPTURED, "", "wayback", id="wayback, closing comment",
        ),
        pytest.param(
            f"<!--\n Page saved with SingleFile \n url: {PAGE} \n saved date: "
            "Wed Jun 26 2024 12:15:02 GMT+0200 (Central European Summer Time)\n-->",
            CAPTURED, PAGE, "file", id="SingleFile",
        ),
        pytest.param(
            f"<!--\n Page saved with SingleFile \n url: {WAYBACK} \n saved date: "
            "Fri Jan 02 2026 12:15:02 GMT+0200\n-->",
            CAPTURED, PAGE, "wayback", id="wayback, SingleFile",
        ),
        pytest.param(
            f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {PAGE}\r\nSubject: x\r\n"
            "Date: Wed, 26 Jun 2024 10:15:02 -0000\r\nMIME-Version: 1.0\r\n\r\n",
            CAPTURED, PAGE, "file", id="MHTML",
        ),
        pytest.param(
            f"<!-- saved from url=(0033){PAGE} --><p>x</p>", datetime(2020, 1, 1, tzinfo=UTC), PAGE,
            "file", id="address without date: the name's date",
        ),
        pytest.param(
            f'<a href="{WAYBACK}">previous version</a>', datetime(2020, 1, 1, tzinfo=UTC), "", "file",
            id="a mere link dates nothing",
        ),
        pytest.param(
            '<script>__wm.wombat("x","20241332101502")</script>', datetime(2020, 1, 1, tzinfo=UTC), "x",
            "file", id="no date of the calendar",
        ),
    ],
)  # fmt: skip
def test_dates_from_inside(archive: Archive, content: str, at: datetime, url: str, how: str) -> None:
    """What the Wayback Machine or the saving program wrote comes before the name."""
    assert bring(archive, "copy-2020-01-01.html", content) == (at, url, how)


def test_a_given_date_comes_first(archive: Archive) -> None:
    """Who gives a date knows; the address inside is still believed before the one given."""
    given = datetime(2021, 1, 1, tzinfo=UTC)
    found = bring(
        archive,
        "2024-06-26.html",
        f"<!-- saved from url=(0001){PAGE} -->",
        at=given,
        url="https://x.example/",
    )
    assert found == (given, PAGE, "file")


def test_the_address_can_be_given(archive: Archive) -> None:
    """For files that do not say it."""
    assert bring(archive, "2024-06-26.html", "<p>x</p>", url=PAGE)[1] == PAGE


def test_the_wayback_address_is_the_recorders_id(archive: Archive) -> None:
    """So that the capture can be looked up where it came from."""
    bring(archive, "x.html", f'<script>__wm.wombat("{PAGE}","20240626101502")</script>')
    assert archive.resolve(NAME).ref == WAYBACK


def test_files_come_in_by_date_and_once(archive: Archive, tmp_path: Path) -> None:
    """In whatever order they are named; twice the same import writes nothing."""
    paths = [tmp_path / f"{day}.html" for day in ("2024-03-03", "2024-01-01", "2024-02-02")]
    for path, text in zip(paths, "cab", strict=True):
        path.write_text(text)
    undated = tmp_path / "undated.html"
    undated.write_text("x")
    done = import_files(archive, NAME, [*paths, undated, paths[0]])
    assert (done.series, done.added, done.known) == (1, 3, 1)
    undated_told = "it has no date inside or in its name; give one with --date"
    assert done.failed == ((str(undated), undated_told),)
    assert [archive.read_body(one) for one in archive.snapshots(NAME)] == [b"a", b"b", b"c"]
    before = tree(archive.path)
    assert import_files(archive, NAME, paths).added == 0
    assert tree(archive.path) == before
    assert archive.verify().faults == ()


def test_a_file_that_did_not_come_in_ends_with_its_exit_code(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Whoever imports by a script learns that something is missing: a file without a date, and one whose date
    is yet to come, which would stand before every page that is fetched."""
    for name in ("undated.html", "2024-01-01.html", "2098-01-01.html"):
        (tmp_path / name).write_text("<p>We keep your letters for a year.</p>")
    tell = ["--archive", str(tmp_path / "archive"), "import", "files", NAME]
    for names, code, said in (
        (["2024-01-01.html"], 0, "one text, seen on 2024-01-01."),
        (["2024-01-01.html", "undated.html"], 1, "undated.html: it has no date inside or in its name"),
        (["2024-01-01.html", "2098-01-01.html"], 1, "(file name), 2098-01-01, is yet to come"),
        (["undated.html", "--date", "2098-01-01"], 2, "(--date), 2098-01-01, is yet to come"),
    ):
        given = [str(tmp_path / one) if one.endswith(".html") else one for one in names]
        ended, out, err = command_line(capsys)(*tell, *given)
        assert (ended, said in out + err) == (code, True), out + err


def test_the_same_page_at_two_times_is_kept_once(archive: Archive, tmp_path: Path) -> None:
    """And both times are observations."""
    for day in ("2024-01-01", "2024-02-02"):
        (tmp_path / f"{day}.html").write_text("same")
    import_files(archive, NAME, sorted(tmp_path.glob("*.html")))
    assert [one.what for one in archive.observations(NAME)] == ["new", "unchanged"]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("policydiff.saved_page._PATIENCE", 0.1)


def bad_file(path: Path, what: str) -> None:
    """Something that no page can be read from."""
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what == "endless":
        path.symlink_to("/dev/zero")
    elif what == "packed":
        path.write_bytes(gzip.compress(b"x" * 999)[:-9])
    elif what == "loop":
        path.symlink_to(path)


BAD = ["missing", "folder", "pipe", "endless", "packed", "loop"]


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("what", BAD)
def test_unreadable_files_are_one_sentence(archive: Archive, tmp_path: Path, what: str) -> None:
    """Where there is no other file no archive is begun."""
    bad = tmp_path / "2024-01-02.html"
    bad_file(bad, what)
    with pytest.raises((UnreadableFile, InputTooLarge)):
        import_files(archive, NAME, [bad])
    assert not archive.path.exists()


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("what", BAD)
def test_one_file_never_ends_the_import_of_the_others(archive: Archive, tmp_path: Path, what: str) -> None:
    """It is named with what is wrong with it; those before and behind it are in the archive."""
    for day in (1, 3):
        (tmp_path / f"2024-01-0{day}.html").write_text(f"day {day}")
    bad_file(tmp_path / "2024-01-02.html", what)
    done = import_files(archive, NAME, [tmp_path / f"2024-01-0{day}.html" for day in (1, 2, 3)])
    assert (done.added, len(done.failed)) == (2, 1)
    assert done.failed[0][0].endswith("2024-01-02.html")
    assert [archive.read_body(one) for one in archive.snapshots(NAME)] == [b"day 1", b"day 3"]


def test_a_crash_at_one_file_ends_no_other(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody foresaw is told with its kind."""
    for day in (1, 2):
        (tmp_path / f"2024-01-0{day}.html").write_text(f"day {day}")

    def crash(body: bytes) -> object:
        raise KeyError(body)

    inside = import_module._inside
    monkeypatch.setattr(import_module, "_inside", lambda body: crash(body) if b"1" in body else inside(body))
    done = import_files(archive, NAME, sorted(tmp_path.glob("*.html")))
    assert done.added == 1
    assert "a fault inside of policydiff (KeyError" in done.failed[0][1]


def test_packed_pages_are_kept_as_pages(archive: Archive, tmp_path: Path) -> None:
    """What gzip packed is unpacked, whatever it is called, and can be read like any other."""
    page = b"<!doctype html><h1>Privacy policy</h1><p>We keep your data.</p>"
    for name in ("2024-01-01.html.gz", "2024-01-02.html", "2024-01-03.html.GZ"):
        (tmp_path / name).write_bytes(gzip.compress(page + name.encode()))
    assert import_files(archive, NAME, sorted(tmp_path.glob("2024*"))).added == 3
    for snapshot in archive.snapshots(NAME):
        (capture,) = archive.captures(snapshot)
        assert (capture.body[: len(page)], capture.media_type) == (page, "text/html")
    assert archive.verify().faults == ()


@pytest.mark.parametrize(
    "content",
    [
        "<!-- Page saved with SingleFile\n url: x\n saved date: Fri Dec 31 9999 23:59:59 GMT-0500\n-->",
        "Snapshot-Content-Location: https://q.example/p\nDate: Fri, 31 Dec 9999 23:59:59 -0500\n\n<p>x",
        '<script>__wm.wombat("https://q.example/p","99991231235959")</script>',
        '<script>__wm.wombat("https://q.example/p","00010101000000")</script>',
    ],
)
def test_years_of_no_calendar_are_no_date(archive: Archive, tmp_path: Path, content: str) -> None:
    """A saving program may say anything: one sentence, and the other file is brought in."""
    (tmp_path / "strange.html").write_text(content)
    (tmp_path / "2024-01-01.html").write_text("x")
    done = import_files(archive, NAME, [tmp_path / "strange.html", tmp_path / "2024-01-01.html"])
    assert (done.added, len(done.failed) + len(done.skipped)) == (1, 1)
    assert archive.verify().faults == ()


def test_bounds(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the bound and a name that is none are refused."""
    path = tmp_path / "2024-01-01.html"
    path.write_text("x" * 11)
    with pytest.raises(InvalidReference):
        import_files(archive, "../x", [path])
    monkeypatch.setattr("policydiff.importers.files.LARGEST", 10)
    with pytest.raises(InputTooLarge):
        import_files(archive, NAME, [path])
    monkeypatch.setattr("policydiff.importers.files.LARGEST", 11)
    assert import_files(archive, NAME, [path]).added == 1


def test_the_command(tmp_path: Path) -> None:
    """Adds, says what it left out, and takes a date for all."""
    (tmp_path / "a.html").write_text("x")
    base = ["--archive", str(tmp_path / "archive"), "import", "files", NAME, str(tmp_path / "a.html")]

    def call(*more: str) -> str:
        return CliRunner().invoke(policydiff, [*base, *more], standalone_mode=False).output

    assert "give one with --date." in call()
    assert "1 observation added" in call("--date", "2024-06-26")
    assert "1 was there already" in call("--date", "2024-06-26")
    mixed = CliRunner().invoke(policydiff, [*base, "nowhere", "--date", "2024-06-27"], standalone_mode=False)
    assert "NOT IMPORTED: nowhere: there is no such file." in mixed.output
    assert "1 observation added" in mixed.output
    assert mixed.return_value == 1
    with pytest.raises(PolicydiffError):
        CliRunner().invoke(policydiff, [*base[:-1], "nowhere"], standalone_mode=False, catch_exceptions=False)


def test_what_it_says_to_compare_are_good_captures(tmp_path: Path) -> None:
    """An error page stood there at first and at last: pages are judged before they are kept, so that it is no
    text of the series, and what changed lies between the policies."""
    error = "<h1>403 Forbidden</h1><p>Access denied."
    policy = "<html lang=en><title>Privacy Policy</title><h1>Privacy Policy</h1>" + "".join(
        f"<p>We keep what you write on shelf {n} and share it with nobody without your consent."
        for n in range(9)
    )
    pages = [error, policy, f"{policy}<p>We keep it for ninety days.", error.replace("denied", "refused")]
    for number, page in enumerate(pages, 1):
        (tmp_path / f"p-2024-0{number}-01.html").write_text(page)
    files = [str(tmp_path / f"p-2024-0{number}-01.html") for number in range(1, 5)]

    def call(archive: str, *wanted: str) -> str:
        command = ["--archive", str(tmp_path / archive), "import", "files", NAME, *wanted]
        return CliRunner().invoke(policydiff, command, standalone_mode=False).output

    told = call("all", *files)
    assert f"{NAME}: 2 texts, from 2024-02-01 to 2024-03-01." in told
    assert f"compare {NAME}@2024-02-01T000000Z {NAME}@2024-03-01T000000Z" in told
    assert "substantive" in told
    told = call("one", *files[:2])
    assert f"compare {NAME}" not in told
    assert f"show {NAME}@2024-02-01T000000Z" in told
