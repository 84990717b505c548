"""Datasets of Open Terms Archive, and days on which two recorders do not agree."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from policydiff.archive import Archive
from policydiff.errors import UnreadableFile, UnusableHistory
from policydiff.importers import import_ota, import_ota_dataset
from policydiff.models import Capture, Quality, Reason
from policydiff.workflows.crosscheck import crosscheck
from tests.archiving import NAME
from tests.servers import policy
from tests.test_import_ota import FILE, FIRST, Commit, repository

if TYPE_CHECKING:
    from pathlib import Path

    from tests.commands import Run

WHEN = datetime(2021, 3, 1, 9, 30, tzinfo=UTC)


def dataset(path: Path, files: dict[str, str], root: str = "quillmoor-2023-01/") -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(f"{root}README.md", "# A dataset")
        packed.writestr(f"{root}LICENSE", "ODbL")
        for name, text in files.items():
            packed.writestr(f"{root}{name}", text)
    return str(path)


FILES = {
    "Quillmoor/Privacy Policy/2021-03-01T09-30-00Z.md": "# One",
    "Quillmoor/Privacy Policy/2021-06-01T09-30-00Z.md": "# Two",
    "Quillmoor/Terms of Service/2021-03-01T09-30-00Z.md": "# Terms",
    "Quillmoor!/Privacy Policy/2021-03-02T09-30-00Z.md": "# Another service of nearly that name",
}


@pytest.mark.parametrize("root", ["quillmoor-2023-01/", ""])
def test_a_dataset_comes_in(tmp_path: Path, root: str) -> None:
    """Each file at the time in its name, in the series of its service and type; twice is once."""
    archive = Archive(tmp_path / "archive")
    path = dataset(tmp_path / "d.zip", FILES, root)
    done = import_ota_dataset(archive, path)
    assert (done.series, done.added, done.skipped, done.failed) == (3, 4, (), ())
    assert archive.series() == (NAME, "quillmoor/privacy-policy-2", "quillmoor/terms-of-service")
    assert [archive.read_body(one) for one in archive.snapshots(NAME)] == [b"# One", b"# Two"]
    kept = archive.captures(archive.snapshots(NAME)[0])[0]
    assert (kept.at, kept.how, kept.media_type) == (WHEN, "ota", "text/markdown")
    assert dict(kept.details) == {"repository": "d.zip", "path": next(iter(FILES))}
    assert import_ota_dataset(archive, path).known == 4
    later = dataset(
        tmp_path / "e.zip", {**FILES, "Quillmoor/Privacy Policy/2022-01-01T00-00-00Z.md": "# 3"}, root
    )
    assert import_ota_dataset(archive, later).added == 1
    assert not archive.verify().faults


def test_one_document_of_a_dataset_comes_in_for_a_variant(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    import_ota_dataset(archive, dataset(tmp_path / "d.zip", FILES), "Quillmoor/Privacy Policy", variant="us")
    assert archive.series() == ("quillmoor/privacy-policy@us",)


def test_what_the_repository_brought_in_is_known(tmp_path: Path) -> None:
    """The same record has a commit there and a name here: time and bytes tell that it is one."""
    archive = Archive(tmp_path / "archive")
    import_ota(
        archive, repository(tmp_path / "git", Commit({FILE: "# One"}), Commit({FILE: "# Two"}, hours=24))
    )
    at = datetime.fromtimestamp(FIRST, UTC)
    files = {f"Quillmoor/Privacy Policy/{at:%Y-%m-%dT%H-%M-%SZ}.md": "# One"}
    done = import_ota_dataset(archive, dataset(tmp_path / "d.zip", files))
    assert (done.added, done.known) == (0, 1)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "no file of the form"),
        ({"Quillmoor/Privacy Policy.md": "x", "a/b/2021-13-01T00-00-00Z.md": "x"}, "no file of the form"),
        ({"../../a/b/2021-01-01T00-00-00Z.md": "x"}, "no file of the form"),
    ],
)
def test_what_is_no_dataset_is_told_in_a_sentence(tmp_path: Path, files: dict[str, str], told: str) -> None:
    with pytest.raises(UnusableHistory, match=told):
        import_ota_dataset(Archive(tmp_path / "archive"), dataset(tmp_path / "d.zip", files))
    (tmp_path / "no.zip").write_bytes(b"PK\x03\x04 no zip")
    with pytest.raises(UnusableHistory, match="damaged"):
        import_ota_dataset(Archive(tmp_path / "archive"), str(tmp_path / "no.zip"))
    with pytest.raises(UnreadableFile):
        import_ota_dataset(Archive(tmp_path / "archive"), str(tmp_path / "none.zip"))


def test_a_record_made_to_fill_the_memory_is_named_and_the_others_come_in(tmp_path: Path) -> None:
    """And one with damaged bytes."""
    bomb = {"Bomb/Terms/2021-01-01T00-00-00Z.md": "0" * 60_000_000}
    path = dataset(tmp_path / "d.zip", {**bomb, **FILES})
    data = (tmp_path / "d.zip").read_bytes()
    place = data.index(b"Terms of Service/2021-03-01T09-30-00Z.md") + 42
    (tmp_path / "d.zip").write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
    done = import_ota_dataset(Archive(tmp_path / "archive"), path)
    assert (done.added, len(done.failed)) == (3, 2)
    assert "it cannot be unpacked" in done.failed[0][1]


# --- two recorders --------------------------------------------------------------------------------

PAGE, OTHER = policy(200), policy(200, extra="<p>We sell your data to advertisers.</p>")


def two(tmp_path: Path, theirs: bytes, hours: float = 3) -> Archive:
    """Our own capture of a day, and that of the Wayback Machine some hours later."""
    archive = Archive(tmp_path / "archive")
    ours = Capture("https://quillmoor.example/p", WHEN, PAGE, "http", 200)
    archive.store(NAME, ours)
    at = WHEN.replace(hour=9 + int(hours)) if hours < 12 else WHEN.replace(day=2)
    ref = f"https://web.archive.org/web/{at:%Y%m%d%H%M%S}id_/https://quillmoor.example/p"
    archive.store(NAME, replace(ours, at=at, body=theirs, how="wayback", ref=ref))
    return archive


def test_recorders_that_disagree_on_a_day_are_shown(tmp_path: Path) -> None:
    (day,) = crosscheck(two(tmp_path, OTHER), NAME)
    assert (day.agree, day.recorders) == (False, ("this archive", "web.archive.org"))
    assert day.captures == (f"{NAME}@2021-03-01T093000Z", f"{NAME}@2021-03-01T123000Z")
    assert day.verdict == "substantive"


@pytest.mark.parametrize("theirs", [PAGE, PAGE.replace(b"<p>", b"<p >")])
def test_recorders_that_kept_the_same_text_agree(tmp_path: Path, theirs: bytes) -> None:
    """Also where the bytes differ."""
    assert [day.agree for day in crosscheck(two(tmp_path, theirs), NAME)] == [True]


def test_recorders_of_different_days_are_not_compared(tmp_path: Path) -> None:
    assert list(crosscheck(two(tmp_path, OTHER, hours=24), NAME)) == []


def test_what_is_no_good_capture_is_no_witness(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    ours = Capture("https://quillmoor.example/p", WHEN, PAGE, "http", 200)
    archive.store(NAME, ours)
    bad = Quality("bad", (Reason("challenge", "It asks for a click"),))
    theirs = replace(ours, body=OTHER, how="wayback", ref="https://web.archive.org/1")
    archive.store(NAME, theirs, quality=bad)
    assert list(crosscheck(archive, NAME)) == []


def test_a_recorder_that_saw_both_texts_of_a_day_agrees(tmp_path: Path) -> None:
    archive = two(tmp_path, OTHER)
    archive.store(NAME, Capture("https://quillmoor.example/p", WHEN.replace(hour=20), OTHER, "http", 200))
    assert [day.agree for day in crosscheck(archive, NAME)] == [True]


def test_the_command_shows_how_to_look(run: Run, tmp_path: Path) -> None:
    two(tmp_path, OTHER)
    done = run("--archive", "archive", "crosscheck")
    assert done.code == 1
    assert "this archive and web.archive.org do not agree" in done.out
    assert f"policydiff compare {NAME}@2021-03-01T093000Z {NAME}@2021-03-01T123000Z" in done.out
    assert run("--archive", "archive", "crosscheck", "no/such").code == 2
    two(tmp_path / "same", PAGE)
    done = run("--archive", "same/archive", "crosscheck", NAME)
    assert (done.code, done.out) == (0, "1 day with two recorders: they agree on 1, and not on 0.\n")
    dataset(tmp_path / "d.zip", FILES)
    assert run("--archive", "a", "import", "ota", "d.zip", "--path", "Quillmoor/Privacy Policy.md").code == 0
    assert run("--archive", "a", "crosscheck").out == "No day was recorded by two recorders.\n"
