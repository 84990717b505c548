"""Reads every byte of an archive and checks it against the chain. Changes nothing.

It finds whatever was changed, removed, added or put into another order, and names the place. What it cannot
find by itself is an archive that somebody rewrote as a whole, hashes included, or a series of which every
file was taken away: that shows by the seal, if somebody else kept an earlier one.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.archive import chain, disk, names, records
from policydiff.archive import series as reading
from policydiff.archive.verification import Fault, Verification
from policydiff.errors import PolicydiffError, UnwritableArchive, guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from policydiff.models import Observation, RememberedCapture

_LINK = "it is a link: its target is no part of this archive"


@dataclass
class _Verifying:
    root: Path
    faults: list[Fault] = field(default_factory=list)
    interrupted: list[Fault] = field(default_factory=list)
    seals: list[str] = field(default_factory=list)
    observations: int = 0
    snapshots: int = 0
    files: int = 0
    progress: Callable[[int, int], None] | None = None

    def fault(self, path: Path, problem: str, line: int = 0) -> None:
        self.faults.append(Fault(self._place(path, line), problem))

    def cut_short(self, path: Path, problem: str, line: int = 0) -> None:
        self.interrupted.append(Fault(self._place(path, line), problem))

    def _place(self, path: Path, line: int) -> str:
        return path.relative_to(self.root).as_posix() + (f":{line}" if line else "")


def verify(root: Path, progress: Callable[[int, int], None] | None = None) -> Verification:
    """Check a whole archive. Files at its root and folders with a leading dot are no part of the evidence.

    Args:
        root: its folder.
        progress: called with the number of files read, and 0 until all are read.

    Raises:
        UnwritableArchive: the folder is not there or cannot be read.
    """
    report = _Verifying(root, progress=progress)
    if not os.path.lexists(root):
        advice = "Run policydiff init, or name the archive with --archive"
        raise UnwritableArchive(str(root), "there is no archive here", advice)
    with disk.reporting(root):
        platforms = sorted(path for path in root.iterdir() if not path.name.startswith("."))
    for platform in platforms:
        if platform.is_symlink() and platform.is_dir():
            report.fault(platform, _LINK)
        elif platform.is_dir():
            with _going_on(report, platform):
                _platform(report, platform)
    if progress:
        progress(report.files, report.files)
    seal = chain.sha256("".join(f"{line}\n" for line in report.seals).encode())
    return Verification(
        series=len(report.seals),
        observations=report.observations,
        snapshots=report.snapshots,
        files=report.files,
        faults=tuple(report.faults),
        interrupted=tuple(report.interrupted),
        seal=seal,
    )


@contextlib.contextmanager
def _going_on(report: _Verifying, path: Path) -> Iterator[None]:
    """Report what keeps a folder from being read, and go on with the next."""
    try:
        with guarded(str(path)):
            try:
                yield
            except OSError as error:
                place = Path(error.filename) if error.filename else path
                inside = place if place.is_relative_to(path) else path
                report.fault(inside, f"it cannot be read ({error.strerror or error})")
    except PolicydiffError as error:
        report.fault(path, f"it could not be checked: {error.problem}")


def _platform(report: _Verifying, platform: Path) -> None:
    inside = sorted(platform.iterdir())
    if not inside:
        report.cut_short(platform, "the folder is empty")
    for path in inside:
        name = f"{platform.name}/{path.name}"
        if path.is_symlink():
            report.fault(path, _LINK)
        elif not path.is_dir():
            report.fault(path, "the file is in no line of any series")
        elif not names.is_series(name):
            report.fault(path, "the folder has a name that no series has")
        else:
            with _going_on(report, path), _quiet(path / names.LINES):
                _series(report, path, name)


@contextlib.contextmanager
def _quiet(lines: Path) -> Iterator[None]:
    """Keep writers away while a series is read, where that is possible: not on a read-only medium."""
    with contextlib.ExitStack() as stack:
        if lines.is_file() and not lines.is_symlink():
            with contextlib.suppress(OSError):
                stack.enter_context(disk.locked(lines))
        yield


def _series(report: _Verifying, folder: Path, name: str) -> None:
    path = folder / names.LINES
    data = _bytes_of(report, path, reading.LARGEST_LINES) or b""
    head = _head(report, folder, bool(data))
    lines = chain.parse_lines(data)
    for number, problem in chain.chain_faults(lines, head) if head else ():
        report.fault(path if number else folder / names.HEAD, problem, number)
    if lines.partial:
        report.cut_short(path, "half a line at the end: it was never reported as stored")
    counted = head.lines if head else len(lines.whole)
    for line in lines.whole[counted:]:
        report.cut_short(path, "the line is not yet counted by head.json", line.number)
    if head and head.lines:
        report.seals.append(f"{name} {head.lines} {head.last}")
    seen = [one for line in lines.whole if (one := _observation(report, path, line, name))]
    report.observations += min(len(lines.whole), counted)
    for number, problem in reading.contradictions(seen):
        report.fault(path, problem, number)
    _files(report, folder, seen, counted)


def _bytes_of(report: _Verifying, path: Path, most: int) -> bytes | None:
    """The bytes of a file; None if it is missing, or if it cannot be read, which is reported."""
    try:
        return disk.read_at_most(path, most)
    except FileNotFoundError:
        return None
    except ValueError as error:
        report.fault(path, str(error))
    except OSError as error:
        report.fault(path, f"it cannot be read ({error.strerror or error})")
    return None


def _head(report: _Verifying, folder: Path, lines: bool) -> chain.ChainHead | None:
    path = folder / names.HEAD
    data = _bytes_of(report, path, reading.LARGEST_FILE)
    if not data:
        if lines or os.path.lexists(path):
            report.fault(path, "it is missing" if data is None else "it is empty")
            return None
        report.cut_short(folder, "nothing was stored in it yet")
        return chain.ChainHead()
    head = chain.parse_head(data)
    if head is None:
        report.fault(path, "it was changed: these are not the bytes that policydiff writes")
    return head


def _observation(report: _Verifying, path: Path, line: chain.ChainLine, name: str) -> Observation | None:
    try:
        seen = records.from_record(line.record or {}, line.number)
    except ValueError as error:
        if line.record is not None:
            report.fault(path, f"it cannot be understood: {error}", line.number)
        return None
    if seen.series != name:
        report.fault(path, f"the line belongs to the series {seen.series!r}", line.number)
    return seen


def _files(report: _Verifying, folder: Path, seen: list[Observation], counted: int) -> None:
    """Check the files that lines name, and look for others."""
    expected = {names.LINES, names.HEAD}
    bodies = {answer.file: answer for one in seen if one.sidecar for answer in one.answers}
    for one in seen:
        unfinished = one.number > counted
        for name, digest in one.stored:
            answer = bodies.get(name)
            data = _file(report, folder, name, digest, unfinished)
            if answer and data is not None:
                _body(report, folder / name, data, answer)
        if one.sidecar:
            report.snapshots += 1
            name = names.sidecar_name(one.snapshot)
            _sidecar(report, folder / name, _file(report, folder, name, one.sidecar, unfinished), one)
            expected.add(name)
        expected.update(name for name, _ in one.stored)
    for path in sorted(folder.iterdir()):
        if names.is_temporary(path.name):
            report.cut_short(path, "a file that was not finished: the next write removes it")
        elif path.name not in expected:
            report.fault(path, "it is in no line of observations.jsonl: it was added, or its line removed")


def _file(report: _Verifying, folder: Path, name: str, digest: str, unfinished: bool) -> bytes | None:
    """The bytes of a file that a line stored; None if they are not the bytes that were stored."""
    path = folder / name
    report.files += 1
    if report.progress:
        report.progress(report.files, 0)
    faults = len(report.faults)
    data = _bytes_of(report, path, reading.LARGEST_FILE)
    if data is not None and chain.sha256(data) == digest:
        return data
    if data is not None:
        report.fault(path, "it was changed since it was stored")
    elif len(report.faults) == faults:
        waiting = (
            _bytes_of(report, folder / names.temporary(name), reading.LARGEST_FILE) if unfinished else None
        )
        if waiting is None or chain.sha256(waiting) != digest:
            report.fault(path, "it is missing")
    return None


def _sidecar(report: _Verifying, path: Path, data: bytes | None, line: Observation) -> None:
    if data is None:
        return
    try:
        reading.check_sidecar(records.from_sidecar(data), line.answers)
    except ValueError as error:
        report.fault(path, f"it cannot be understood: {error}")


def _body(report: _Verifying, path: Path, data: bytes, remembered: RememberedCapture) -> None:
    try:
        unpacked = disk.decompress(data, remembered.size)
    except ValueError as error:
        report.fault(path, f"it cannot be unpacked: {error}")
        return
    if chain.sha256(unpacked) != remembered.sha256:
        report.fault(path, "it holds another body than its line says")
