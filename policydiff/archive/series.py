"""One series as it stands on the disk: its lines read and checked, its stretches, its bodies.

Nothing here writes. Lines beyond head.json are not read: they were never reported as stored.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from policydiff.archive import chain, disk, names, records
from policydiff.errors import DamagedArchive
from policydiff.models import Capture, Observation, RememberedCapture, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_SEEN = ("new", "unchanged", "returned")
LARGEST_LINES: Final = 128 * 1024 * 1024
"""Bytes of observations.jsonl: a check every hour for thirty years."""
LARGEST_FILE: Final = records.LARGEST + records.LARGEST // 100
"""Most bytes of any other file: a body that gzip cannot make smaller."""


def damaged(place: object, problem: str) -> DamagedArchive:
    """The error for a file or line that does not match the chain."""
    advice = "Run `policydiff verify` and bring the file back from a copy before going on"
    return DamagedArchive(str(place), problem, advice)


@dataclass(frozen=True)
class Series:
    """The lines of a series, checked against one another and against head.json."""

    folder: Path
    name: str
    head: chain.ChainHead
    observations: tuple[Observation, ...]

    @cached_property
    def stored(self) -> dict[str, Observation]:
        """The observation that stored each snapshot, by the snapshot's id."""
        return {seen.snapshot: seen for seen in self.observations if seen.sidecar}

    @cached_property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """The stretches with one text, oldest first."""
        return tuple(stretches(self.observations, self.stored))

    def find(self, snapshot: str) -> Snapshot | None:
        """The first stretch of the snapshot with this id, also of a suspect one."""
        for found in self.snapshots:
            if found.id == snapshot:
                return found
        seen = self.stored.get(snapshot)
        return begin(seen, seen) if seen else None

    def body(self, answer: RememberedCapture) -> bytes:
        """The bytes of a stored body.

        Raises:
            DamagedArchive: the file is missing or was changed.
        """
        digest = self._digests.get(answer.file)
        data = self._file(answer.file, digest)
        try:
            body = disk.decompress(data, answer.size)
        except ValueError as error:
            raise damaged(self.folder / answer.file, f"it cannot be unpacked: {error}") from error
        if chain.sha256(body) != answer.sha256:
            raise damaged(self.folder / answer.file, "it holds another body than its line says")
        return body

    def sidecar(self, snapshot: Snapshot) -> bytes:
        """The bytes of a snapshot's sidecar.

        Raises:
            DamagedArchive: it is missing or was changed.
        """
        line = self.stored.get(snapshot.id)
        return self._file(names.sidecar_name(snapshot.id), line.sidecar if line else None)

    def captures(self, snapshot: Snapshot) -> tuple[Capture, ...]:
        """The captures of a snapshot, as they were stored.

        Raises:
            DamagedArchive: a file is missing or was changed.
        """
        described = self._described(snapshot)
        return tuple(replace(capture, body=self.body(answer)) for capture, answer in described)

    def details(self, snapshot: Snapshot) -> dict[str, str]:
        """The notes on how a snapshot was captured, for people: region, type of document.

        Raises:
            DamagedArchive: its sidecar is missing or was changed.
        """
        return {name: value for capture, _ in self._described(snapshot) for name, value in capture.details}

    def _described(self, snapshot: Snapshot) -> tuple[tuple[Capture, RememberedCapture], ...]:
        line = self.stored.get(snapshot.id)
        name = names.sidecar_name(snapshot.id)
        data = self.sidecar(snapshot)
        try:
            described = records.from_sidecar(data)
            check_sidecar(described, line.answers if line else ())
        except ValueError as error:
            raise damaged(self.folder / name, f"it cannot be understood: {error}") from error
        return described

    def check(self) -> None:
        """Compare every file that a line says was stored with its hash.

        Raises:
            DamagedArchive: one is missing or was changed.
        """
        for name, digest in self._digests.items():
            self._file(name, digest)
        for snapshot, seen in self.stored.items():
            self._file(names.sidecar_name(snapshot), seen.sidecar)

    @cached_property
    def _digests(self) -> dict[str, str]:
        return dict(pair for seen in self.observations for pair in seen.stored)

    def _file(self, name: str, digest: str | None) -> bytes:
        if digest is None:
            raise damaged(self.folder / (name or names.LINES), "it is in no line of observations.jsonl")
        try:
            data = disk.read_at_most(self.folder / name, LARGEST_FILE)
        except FileNotFoundError as error:
            raise damaged(self.folder / name, "it is missing") from error
        except ValueError as error:
            raise damaged(self.folder / name, str(error)) from error
        if chain.sha256(data) != digest:
            raise damaged(self.folder / name, "it was changed since it was stored")
        return data


def load(folder: Path, name: str) -> Series:
    """Read the lines of a series; a folder that is not there is an empty series.

    Raises:
        DamagedArchive: they do not match their hashes.
        UnwritableArchive: they cannot be read.
    """
    with disk.reporting(folder):
        head = read_head(folder)
        data = read_or_nothing(folder / names.LINES)
    return parse(folder, name, head, data)


def read_head(folder: Path) -> chain.ChainHead:
    """The head of a series, the empty one where nothing was ever written.

    Raises:
        DamagedArchive: it is missing though there are lines, or has other bytes than we write.
    """
    data = read_or_nothing(folder / names.HEAD)
    if not data and read_or_nothing(folder / names.LINES):
        data = read_or_nothing(folder / names.HEAD)  # a first writer may have come between the two
        if not data:
            raise damaged(folder / names.HEAD, "it is missing")
    if not data:
        return chain.ChainHead()
    head = chain.parse_head(data)
    if head is None:
        raise damaged(folder / names.HEAD, "it was changed since it was written")
    return head


def parse(folder: Path, name: str, head: chain.ChainHead, data: bytes) -> Series:
    """The series that these bytes are.

    Raises:
        DamagedArchive: they do not match their hashes.
    """
    lines = chain.parse_lines(data)
    for number, problem in chain.chain_faults(lines, head):
        raise damaged(folder / (f"{names.LINES}:{number}" if number else names.HEAD), problem)
    found = observations(folder, name, lines.whole[: head.lines])
    for number, problem in contradictions(found):
        raise damaged(folder / f"{names.LINES}:{number}", problem)
    return Series(folder, name, head, found)


def observations(folder: Path, name: str, lines: Iterable[chain.ChainLine]) -> tuple[Observation, ...]:
    """What the lines say.

    Raises:
        DamagedArchive: a line says something that we never write.
    """
    found = []
    for line in lines:
        place = folder / f"{names.LINES}:{line.number}"
        try:
            seen = records.from_record(line.record or {}, line.number)
        except ValueError as error:
            raise damaged(place, f"it cannot be understood: {error}") from error
        if seen.series != name:
            raise damaged(place, f"it belongs to the series {seen.series!r}")
        found.append(seen)
    return tuple(found)


def contradictions(seen: Iterable[Observation]) -> Iterator[tuple[int, str]]:
    """Lines that can be read and match their hashes, but that policydiff never writes: pairs of line number
    and problem."""
    snapshots, files = set[str](), set[str]()
    for one in seen:
        twice = [name for name, _ in one.stored if name in files]
        files.update(name for name, _ in one.stored)
        if twice:
            yield one.number, f"it stores {twice[0]} a second time"
        if one.sidecar:
            if not one.snapshot or one.snapshot in snapshots or not one.answers:
                yield (
                    one.number,
                    f"it stores the snapshot {one.snapshot!r}, which cannot be: its id or its body",
                )
            snapshots.add(one.snapshot)
            gone = [answer.file for answer in one.answers if answer.file not in files]
            if gone:
                yield one.number, f"it says that {gone[0] or 'nothing'} holds a body, but no line stored that"
        elif one.stored:
            yield one.number, "it stores files, but no snapshot"
        elif one.snapshot and one.snapshot not in snapshots:
            yield one.number, f"it names the unknown snapshot {one.snapshot}"
        if (one.what == "failed") == bool(one.snapshot):
            yield (
                one.number,
                f"it says {one.what!r} and {'yet names a' if one.snapshot else 'names no'} snapshot",
            )


def check_sidecar(
    described: tuple[tuple[Capture, RememberedCapture], ...], answers: tuple[RememberedCapture, ...]
) -> None:
    """Check that a sidecar names the same bodies as the line that stored it.

    Raises:
        ValueError: they name different bodies.
    """
    described_bodies = [(answer.file, answer.sha256, answer.size) for _, answer in described]
    if described_bodies != [(answer.file, answer.sha256, answer.size) for answer in answers]:
        raise ValueError("it names other bodies than its line")


def read_or_nothing(path: Path) -> bytes:
    """The bytes of a file; b"" if there is no file.

    Raises:
        DamagedArchive: something else stands in its place.
    """
    try:
        return disk.read_at_most(path, LARGEST_LINES if path.name == names.LINES else LARGEST_FILE)
    except FileNotFoundError:
        return b""
    except ValueError as error:
        raise damaged(path, str(error)) from error


def stretches(seen: Iterable[Observation], stored: dict[str, Observation]) -> list[Snapshot]:
    """The stretches of time with one text, oldest first: ordered by the moment from which an observation
    counts, then by line, so that history which is imported later falls into its place."""
    counting = [one for one in seen if one.what in _SEEN and one.snapshot in stored]
    found: list[Snapshot] = []
    for one in sorted(counting, key=lambda one: (one.counts_from, one.number)):
        if found and found[-1].id == one.snapshot:
            found[-1] = replace(found[-1], seen_until=max(found[-1].seen_until, one.at))
        else:
            found.append(begin(one, stored[one.snapshot]))
    return found


def begin(seen: Observation, stored: Observation) -> Snapshot:
    """The stretch that begins with an observation of a snapshot, which this or an earlier observation
    stored."""
    return Snapshot(
        series=seen.series,
        id=stored.snapshot,
        at=seen.at,
        since=seen.counts_from,
        seen_until=seen.at,
        answers=stored.answers,
        how=seen.how,
        ref=seen.ref,
        technical=seen.technical,
        quality=seen.quality,
    )
