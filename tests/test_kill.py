"""A write that is cut short at any moment: nothing reported is lost, nothing half-written is read.

Every step of a write is cut short once here, in one process. Real `kill -9` of real processes runs briefly
here, and at length with `python -m benchmarks.kill`.
"""

from __future__ import annotations

import logging
import random
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks import kill
from policydiff.archive import Archive, chain, disk, names
from policydiff.archive.writer import KnownOfCaptures
from policydiff.errors import DamagedArchive
from policydiff.importers import import_ota
from tests.archiving import NAME, URL, capture, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

STEPS = ("write_temporary", "flush_folder", "append", "finish")


class Killed(BaseException):
    """As a kill: nothing in the package catches it."""


def kill_at(step: int, share: float, patched: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Cut the so-manieth call of the disk short, a write after this share of its bytes.

    Returns whether it came to that.
    """
    count = iter(range(100_000))
    killed = False

    def wrap(name: str, real: Callable[..., None]) -> Callable[..., None]:
        def call(*arguments: Any) -> None:
            nonlocal killed
            if next(count) != step:
                return real(*arguments)
            killed = True
            if name == "write_temporary":
                folder, file, data = arguments
                (folder / names.temporary(file)).write_bytes(data[: int(len(data) * share)])
            elif name == "append":
                handle, data = arguments
                real(handle, data[: int(len(data) * share)])
            elif share == 1:
                real(*arguments)
            raise Killed

        return call

    for name in STEPS:
        patched.setattr(disk, name, wrap(name, getattr(disk, name)))
    return lambda: killed


def write(archive: Archive) -> None:
    """Three observations in one flush: two bodies, one seen before, a failure."""
    pages = [capture("c", hours=3), capture("d", hours=3, url=URL + "2")]
    with archive.writer(NAME) as writer:
        writer.add(pages, KnownOfCaptures())
        writer.add([capture("a", hours=4)], KnownOfCaptures())
        writer.add([capture("e", hours=5)], KnownOfCaptures())


def every_kill(patch: pytest.MonkeyPatch, run: Callable[[Path], None], folder: Path) -> Iterator[Path]:
    """Run something in a fresh copy of a folder for each step at which it can be killed."""
    for share in (0.0, 0.4, 0.75, 1.0):
        step, came = 0, True
        while came:
            place = folder.with_name(f"{folder.name}-{share}-{step}")
            shutil.copytree(folder, place)
            with patch.context() as patched:
                reached = kill_at(step, share, patched)
                try:
                    run(place)
                except Killed:
                    yield place
                came = reached()
            shutil.rmtree(place)
            step += 1
        assert step > 3, "there were steps to be killed at"


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """An archive with two observations."""
    archive = Archive(tmp_path / "archive")
    for hour, body in enumerate("ab"):
        archive.store(NAME, capture(body, hours=hour))
    return archive.path


def bodies(archive: Archive) -> list[list[bytes]]:
    return [[one.body for one in archive.captures(snapshot)] for snapshot in archive.snapshots(NAME)]


def test_a_kill_at_any_step_leaves_what_was_reported(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the next write: the old observations, every one, and no fault; after it: no trace."""
    whole = [[b"a"], [b"b"], [b"c", b"d"], [b"a"], [b"e"]]
    for place in every_kill(monkeypatch, lambda path: write(Archive(path)), begun):
        archive = Archive(place)
        assert archive.verify().faults == ()
        assert bodies(archive) in (whole[:2], whole)
        archive.store(NAME, capture("f", hours=6))
        found = archive.verify()
        assert (found.faults, found.interrupted) == ((), ())
        after = bodies(archive)
        assert after[:2] == whole[:2]
        assert after[-1] == [b"f"]
        assert after[2:-1] == whole[2 : len(after) - 1]


def test_names_are_durable_before_the_head_counts_them(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut may keep a later rename and lose an earlier one, unless the folder is flushed between."""
    calls: list[str] = []

    def wrap(name: str, real: Callable[..., None]) -> Callable[..., None]:
        def call(*arguments: Any) -> None:
            calls.append(f"{name} {arguments[1]}" if name == "finish" else name)
            real(*arguments)

        return call

    for name in STEPS:
        monkeypatch.setattr(disk, name, wrap(name, getattr(disk, name)))
    write(Archive(begun))
    renamed = [place for place, call in enumerate(calls) if call.startswith("finish 2024")]
    head = calls.index("finish head.json")
    assert renamed
    assert "flush_folder" in calls[max(renamed) : head]
    assert calls[-1] == "flush_folder"


def test_a_kill_at_the_first_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A series that was never finished is empty, and the next write makes it whole."""
    (tmp_path / "none").mkdir()
    for place in every_kill(monkeypatch, lambda path: write(Archive(path)), tmp_path / "none"):
        archive = Archive(place)
        assert archive.verify().faults == ()
        assert bodies(archive) in ([], [[b"c", b"d"], [b"a"], [b"e"]])
        archive.store(NAME, capture("f", hours=6))
        found = archive.verify()
        assert (found.faults, found.interrupted) == ((), ())
        assert bodies(archive)[-1] == [b"f"]


def test_a_kill_while_cleaning_up_is_cleaned_up(begun: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The recovery itself can be killed, and the one after it does the same."""
    with monkeypatch.context() as patched:
        kill_at(6, 1.0, patched)
        with pytest.raises(Killed):
            write(Archive(begun))
    assert Archive(begun).verify().interrupted

    def next_write(path: Path) -> None:
        Archive(path).store(NAME, capture("f", hours=6))

    for place in every_kill(monkeypatch, next_write, begun):
        archive = Archive(place)
        assert archive.verify().faults == ()
        archive.store(NAME, capture("g", hours=7))
        assert archive.verify().interrupted == ()
        assert bodies(archive)[:5] == [[b"a"], [b"b"], [b"c", b"d"], [b"a"], [b"e"]]


def test_recovery_is_the_same_each_time_and_says_so(
    begun: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Lines that were written but not yet counted are finished, with a word about it."""
    with monkeypatch.context() as patched:
        kill_at(7, 1.0, patched)
        with pytest.raises(Killed):
            write(Archive(begun))
    twin = begun.with_name("twin")
    shutil.copytree(begun, twin)
    with caplog.at_level(logging.WARNING):
        for path in (begun, twin):
            Archive(path).store(NAME, capture("f", hours=6))
    assert tree(begun) == tree(twin)
    assert "an earlier write was interrupted; 3 lines were finished" in caplog.text


def test_lines_without_their_files_are_damage(begun: Path) -> None:
    """No kill leaves a whole line whose files never were: this is not finished but told."""
    write(Archive(begun))
    folder = begun / NAME
    second = (folder / "observations.jsonl").read_bytes().split(b"\n")[1]
    (folder / "head.json").write_bytes(chain.ChainHead(2, chain.sha256(second)).encode())
    (folder / "2024-06-26T131502Z.1.html.gz").unlink()
    assert Archive(begun).verify().faults
    with pytest.raises(DamagedArchive, match="which is not there"):
        Archive(begun).store(NAME, capture("f", hours=6))


def test_an_import_that_was_killed_brings_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines that were written but not counted are known to the import that goes on."""
    repository = kill.make_repository(tmp_path / "git", commits=6, files=1)
    (tmp_path / "none").mkdir()
    for place in every_kill(monkeypatch, lambda path: _import(path, repository), tmp_path / "none"):
        _import(place, repository)
        seen = Archive(place).observations("quillmoor/policy-0")
        assert len({one.ref for one in seen}) == len(seen) == 6


def _import(path: Path, repository: Path) -> None:
    import_ota(Archive(path), repository)


def test_what_a_worker_says_at_once_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine a worker is done before anybody listens: what it reported is checked all the same."""

    class Late(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            self.wait()

    monkeypatch.setattr(subprocess, "Popen", Late)
    worker, tally = kill.start("observe", str(tmp_path / "archive"), "0", "4"), kill.Tally()
    assert kill.ended(worker, tally) == ["0 1", "1 2", "2 3", "3 4"]
    assert tally.problems == []


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_processes_lose_nothing(seed: int, tmp_path: Path) -> None:
    """Real processes, really killed, while observing, importing and with two writers at once."""
    tally, chance = kill.Tally(), random.Random(seed)
    kill.rounds_of_observing(tmp_path, 4, chance, tally)
    kill.rounds_of_importing(tmp_path, 3, chance, tally)
    kill.rounds_of_fetching(tmp_path, 3, chance, tally)
    kill.two_writers(tmp_path, 6, chance, tally)
    assert tally.problems == []
    assert tally.kills > 4
