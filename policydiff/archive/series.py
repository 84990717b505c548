"""One series as it stands on the disk: its lines read and checked, its stretches, its bodies.

Nothing here writes. Lines beyond head.json are not read: they were never reported as stored.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from policydiff.archive import chain, disk, names, records
from policydiff.errors import DamagedArchive
from policydiff.models import Answer, Capture, Observation, Snapshot

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SEEN = ("new", "unchanged", "returned")


def damaged(place: object, problem: str) -> DamagedArchive:
    """The error for whatever does not match the chain."""
    advice = "Run `policydiff verify` and bring the file back from a copy before going on"
    return DamagedArchive(str(place), problem, advice)


@dataclass(frozen=True)
class Series:
    """The lines of a series, checked against one another and against head.json."""

    folder: Path
    name: str
    head: chain.Head
    observations: tuple[Observation, ...]

    @cached_property
    def stored(self) -> dict[str, Observation]:
        """By id of a snapshot the observation with which it was stored."""
        return {seen.snapshot: seen for seen in self.observations if seen.sidecar}

    @cached_property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """The stretches with one text, oldest first."""
        return tuple(stretches(self.observations, self.stored))

    def find(self, snapshot: str) -> Snapshot | None:
        """A snapshot by its id, also one that never counted: its first stretch."""
        for found in self.snapshots:
            if found.id == snapshot:
                return found
        seen = self.stored.get(snapshot)
        return begin(seen, seen) if seen else None

    def body(self, answer: Answer) -> bytes:
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

    def captures(self, snapshot: Snapshot) -> tuple[Capture, ...]:
        """The captures of a snapshot, as they were stored.

        Raises:
            DamagedArchive: a file is missing or was changed.
        """
        line = self.stored.get(snapshot.id)
        name = names.sidecar_name(snapshot.id)
        data = self._file(name, line.sidecar if line else None)
        try:
            described = records.from_sidecar(data)
        except ValueError as error:
            raise damaged(self.folder / name, f"it cannot be understood: {error}") from error
        return tuple(replace(capture, body=self.body(answer)) for capture, answer in described)

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
            data = (self.folder / name).read_bytes()
        except FileNotFoundError as error:
            raise damaged(self.folder / name, "it is missing") from error
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


def read_head(folder: Path) -> chain.Head:
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
        return chain.Head()
    head = chain.parse_head(data)
    if head is None:
        raise damaged(folder / names.HEAD, "it was changed since it was written")
    return head


def parse(folder: Path, name: str, head: chain.Head, data: bytes) -> Series:
    """The series that these bytes are.

    Raises:
        DamagedArchive: they do not match their hashes.
    """
    lines = chain.parse_lines(data)
    for number, problem in chain.chain_faults(lines, head):
        raise damaged(folder / (f"{names.LINES}:{number}" if number else names.HEAD), problem)
    return Series(folder, name, head, observations(folder, name, lines.whole[: head.lines]))


def observations(folder: Path, name: str, lines: Iterable[chain.Line]) -> tuple[Observation, ...]:
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


def read_or_nothing(path: Path) -> bytes:
    """The bytes of a file, none where there is no file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def stretches(seen: Iterable[Observation], stored: dict[str, Observation]) -> list[Snapshot]:
    """The stretches of time with one text, oldest first: ordered by the moment from which an observation
    counts, then by line, so that history which is brought in later falls into its place."""
    counting = [one for one in seen if one.what in _SEEN and one.snapshot in stored]
    found: list[Snapshot] = []
    for one in sorted(counting, key=lambda one: (one.counts_from, one.number)):
        if found and found[-1].id == one.snapshot:
            found[-1] = replace(found[-1], seen_until=max(found[-1].seen_until, one.at))
        else:
            found.append(begin(one, stored[one.snapshot]))
    return found


def begin(seen: Observation, stored: Observation) -> Snapshot:
    """The stretch that begins with an observation of what another (or the same) one stored."""
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
