"""Whatever is done to an archive, verify finds it and names the place; what it cannot see the seal shows."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from benchmarks import tamper
from policydiff.archive import Archive, chain
from policydiff.cli.group import policydiff
from policydiff.errors import UnwritableArchive
from tests.archiving import tree

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return tamper.build(tmp_path / "archive")


@pytest.fixture
def lines(archive: Archive) -> Path:
    return archive.path / tamper.NAME / "observations.jsonl"


def faults(archive: Archive) -> dict[str, str]:
    return {fault.place: fault.problem for fault in archive.verify().faults}


def test_an_archive_as_written_has_no_faults(archive: Archive) -> None:
    """Everything is counted and nothing is changed by looking."""
    before = tree(archive.path)
    found = archive.verify()
    assert (found.faults, found.interrupted) == ((), ())
    assert (found.series, found.observations, found.snapshots, found.files) == (2, 8, 5, 11)
    assert tree(archive.path) == before


def test_every_change_is_found_in_its_place(archive: Archive) -> None:
    """Bytes, lines and files changed, removed, added, moved (`benchmarks.tamper` takes each byte)."""
    results = dict(tamper.tried(archive.path, every=149))
    assert len(results) > 150
    assert {what: wrong for what, wrong in results.items() if wrong} == {}
    assert faults(archive) == {}


@pytest.mark.parametrize("number", range(1, 7))
def test_a_changed_line_is_named(archive: Archive, lines: Path, number: int) -> None:
    """By the line behind it, whose hash no longer fits; the last one by the head."""
    pieces = lines.read_bytes().splitlines(keepends=True)
    pieces[number - 1] = pieces[number - 1].replace(b"2024", b"2023", 1)
    lines.write_bytes(b"".join(pieces))
    place = f"{tamper.NAME}/observations.jsonl:{min(number + 1, 6)}"
    assert place in faults(archive)
    assert f"line {number}" in faults(archive)[place]


def test_the_last_line_removed_is_found(archive: Archive, lines: Path) -> None:
    """The head counts them."""
    lines.write_bytes(b"".join(lines.read_bytes().splitlines(keepends=True)[:-1]))
    assert "the last 1 of them are missing" in faults(archive)[f"{tamper.NAME}/head.json"]


def test_a_removed_line_uncovers_its_files(archive: Archive, lines: Path) -> None:
    """Whoever shortens lines and head together leaves files that no line names."""
    pieces = lines.read_bytes().splitlines(keepends=True)[:4]
    lines.write_bytes(b"".join(pieces))
    head = chain.ChainHead(4, chain.sha256(pieces[-1].rstrip(b"\n")))
    lines.with_name("head.json").write_bytes(head.encode())
    assert set(faults(archive)) == {
        f"{tamper.NAME}/2024-06-26T141502Z.html.gz",
        f"{tamper.NAME}/2024-06-26T141502Z.json",
    }


def test_a_series_cannot_be_passed_off_as_another(archive: Archive) -> None:
    """Each line says to which series it belongs."""
    (archive.path / tamper.OTHER).rename(archive.path / "quillmoor" / "cookie-policy")
    assert "belongs to the series 'quillmoor/terms-of-service'" in " ".join(faults(archive).values())


@pytest.mark.parametrize(
    "name",
    ["quillmoor/notes.txt", "quillmoor/My Policy/x.txt", "stray/page.html", f"{tamper.NAME}/more/page.html"],
)
def test_what_does_not_belong_there_is_named(archive: Archive, name: str) -> None:
    """A file or folder among the evidence that no line covers."""
    path = archive.path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("x")
    assert any(name.startswith(place) for place in faults(archive))


def test_what_lies_beside_the_evidence_is_left_alone(archive: Archive) -> None:
    """The list of sources, a text about the archive and git's folder are no part of it."""
    for name in ("sources.toml", "README.md", ".git/HEAD", ".github/workflows/fetch.yml"):
        path = archive.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    assert faults(archive) == {}


def test_a_rewritten_archive_shows_by_its_seal(archive: Archive, tmp_path: Path) -> None:
    """Consistent from end to end it has no fault; only whoever kept the seal can tell."""
    seal = archive.verify().seal
    other = tamper.build(tmp_path / "other")
    assert other.verify().seal == seal
    shutil.rmtree(other.path / tamper.OTHER)
    assert other.verify().faults == ()
    assert other.verify().seal != seal


def test_the_command_names_the_place_and_its_own_limits(archive: Archive, lines: Path) -> None:
    """Exit 0 with the seal; exit 1 with each fault; what it cannot see is said both times."""
    whole = CliRunner().invoke(policydiff, ["--archive", str(archive.path), "verify"], standalone_mode=False)
    assert whole.return_value == 0
    assert f"Seal: {archive.verify().seal}" in whole.output
    lines.with_name("2024-06-26T101502Z.json").unlink()
    broken = CliRunner().invoke(policydiff, ["--archive", str(archive.path), "verify"], standalone_mode=False)
    assert broken.return_value == 1
    assert f"DAMAGED  {tamper.NAME}/2024-06-26T101502Z.json: it is missing." in broken.output
    for output in (whole.output, broken.output):
        assert "somebody rewrote as a whole" in output


def test_no_archive_is_one_sentence(tmp_path: Path) -> None:
    """A folder that is not there is not an archive without faults."""
    with pytest.raises(UnwritableArchive, match="there is no archive here"):
        Archive(tmp_path / "none").verify()


def test_hostile_names_do_not_reach_the_terminal(archive: Archive) -> None:
    """What a file's name would make a terminal do is shown instead."""
    (archive.path / tamper.NAME / "\x1b[2Jx").write_text("x")
    told = CliRunner().invoke(policydiff, ["--archive", str(archive.path), "verify"], standalone_mode=False)
    assert "\x1b" not in told.output
    assert r"\x1b[2Jx" in told.output
