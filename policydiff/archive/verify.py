"""Reads every byte of an archive and checks it against the chain. Changes nothing.

It finds whatever was changed, removed, added or put into another order, and names the place. What it cannot
find by itself is an archive that somebody rewrote as a whole, hashes included, or a series of which every
file was taken away: that shows by the seal, if somebody else kept an earlier one.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policydiff.archive import chain, disk, names, records
from policydiff.archive import series as reading
from policydiff.archive.values import Fault, Verification
from policydiff.errors import UnwritableArchive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policydiff.models import Observation


@dataclass
class _Report:
    root: Path
    faults: list[Fault] = field(default_factory=list)
    interrupted: list[Fault] = field(default_factory=list)
    seals: list[str] = field(default_factory=list)
    observations: int = 0
    snapshots: int = 0
    files: int = 0

    def fault(self, path: Path, problem: str, line: int = 0) -> None:
        self.faults.append(Fault(self._place(path, line), problem))

    def cut_short(self, path: Path, problem: str, line: int = 0) -> None:
        self.interrupted.append(Fault(self._place(path, line), problem))

    def _place(self, path: Path, line: int) -> str:
        return path.relative_to(self.root).as_posix() + (f":{line}" if line else "")


def verify(root: Path) -> Verification:
    """Check a whole archive. Files at its root and folders with a leading dot are no part of the evidence.

    Raises:
        UnwritableArchive: the folder is not there or cannot be read.
    """
    report = _Report(root)
    if not os.path.lexists(root):
        advice = "Run policydiff init, or name the archive with --archive"
        raise UnwritableArchive(str(root), "there is no archive here", advice)
    with disk.reporting(root):
        for platform in sorted(root.iterdir()):
            if platform.is_dir() and not platform.name.startswith("."):
                _platform(report, platform)
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


def _platform(report: _Report, platform: Path) -> None:
    inside = sorted(platform.iterdir())
    if not inside:
        report.cut_short(platform, "the folder is empty")
    for path in inside:
        name = f"{platform.name}/{path.name}"
        if not path.is_dir():
            report.fault(path, "the file is in no line of any series")
        elif not names.is_series(name):
            report.fault(path, "the folder has a name that no series has")
        else:
            with _quiet(path / names.LINES):
                _series(report, path, name)


@contextlib.contextmanager
def _quiet(lines: Path) -> Iterator[None]:
    """Hold off writers while a series is read, where one can: not on a medium that is read-only."""
    with contextlib.ExitStack() as stack:
        if lines.is_file():
            with contextlib.suppress(OSError):
                stack.enter_context(disk.locked(lines))
        yield


def _series(report: _Report, folder: Path, name: str) -> None:
    head = _head(report, folder)
    lines = chain.parse_lines(reading.read_or_nothing(folder / names.LINES))
    path = folder / names.LINES
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
    _files(report, folder, seen, counted)


def _head(report: _Report, folder: Path) -> chain.Head | None:
    path = folder / names.HEAD
    data = reading.read_or_nothing(path)
    if not data:
        if reading.read_or_nothing(folder / names.LINES) or path.exists():
            report.fault(path, "it is empty" if path.exists() else "it is missing")
            return None
        report.cut_short(folder, "nothing was stored in it yet")
        return chain.Head()
    head = chain.parse_head(data)
    if head is None:
        report.fault(path, "it was changed: these are not the bytes that policydiff writes")
    return head


def _observation(report: _Report, path: Path, line: chain.Line, name: str) -> Observation | None:
    try:
        seen = records.from_record(line.record or {}, line.number)
    except ValueError as error:
        if line.record is not None:
            report.fault(path, f"it cannot be understood: {error}", line.number)
        return None
    if seen.series != name:
        report.fault(path, f"the line belongs to the series {seen.series!r}", line.number)
    return seen


def _files(report: _Report, folder: Path, seen: list[Observation], counted: int) -> None:
    """Check the files that lines name, and look for others."""
    expected = {names.LINES, names.HEAD}
    ids: set[str] = set()
    bodies = {answer.file: answer for one in seen if one.sidecar for answer in one.answers}
    for one in seen:
        stored = dict(one.stored)
        if one.sidecar:
            ids.add(one.snapshot)
            stored[names.sidecar_name(one.snapshot)] = one.sidecar
        if one.snapshot and one.snapshot not in ids:
            report.fault(folder / names.LINES, f"it names the unknown snapshot {one.snapshot}", one.number)
        expected |= stored.keys()
        for name, digest in stored.items():
            answer = bodies.get(name)
            size = answer.size if answer else -1
            _file(report, folder, name, (digest, answer.sha256 if answer else "", size), one.number > counted)
    report.snapshots += len(ids)
    missing = bodies.keys() - expected
    for name in sorted(missing):
        report.fault(folder / name, "a line says that it holds a body, but none says that it was stored")
    for path in sorted(folder.iterdir()):
        if names.is_temporary(path.name):
            report.cut_short(path, "a file that was not finished: the next write removes it")
        elif path.name not in expected:
            report.fault(path, "it is in no line of observations.jsonl: it was added, or its line removed")


def _file(report: _Report, folder: Path, name: str, known: tuple[str, str, int], unfinished: bool) -> None:
    digest, body, size = known
    path = folder / name
    report.files += 1
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        waiting = reading.read_or_nothing(folder / names.temporary(name))
        if unfinished and chain.sha256(waiting) == digest:
            return
        report.fault(path, "it is missing")
        return
    if chain.sha256(data) != digest:
        report.fault(path, "it was changed since it was stored")
    elif size >= 0:
        _body(report, path, data, body, size)


def _body(report: _Report, path: Path, data: bytes, body: str, size: int) -> None:
    try:
        unpacked = disk.decompress(data, size)
    except ValueError as error:
        report.fault(path, f"it cannot be unpacked: {error}")
        return
    if chain.sha256(unpacked) != body:
        report.fault(path, "it holds another body than its line says")
