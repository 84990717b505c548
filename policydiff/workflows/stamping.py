"""Gets timestamps of the state of an archive, keeps them, and checks the archive against them.

They lie in `.timestamps/` beside the series, which is no part of the evidence: `<time>.stand` is what was
stamped, `<time>.tsr` the answer as it came. With both, any program can check the signature.
"""

from __future__ import annotations

import os
import secrets
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policydiff import timestamp
from policydiff.archive import departures, read_stand, stand
from policydiff.atomic_write import write_whole
from policydiff.errors import DamagedArchive, FetchFailed, UnusableOption, UnwritableArchive, UnwritableFile
from policydiff.fetch import post

if TYPE_CHECKING:
    from datetime import datetime

    from policydiff.archive import Archive, Fault

FOLDER: Final = ".timestamps"
_MOST_STAMPS: Final = 10_000
_LARGEST: Final = 64 * 1024 * 1024
_SECONDS: Final = 60


@dataclass(frozen=True, slots=True)
class Stamp:
    """One timestamp of an archive."""

    path: Path
    """Of the answer; what was stamped lies beside it, under the ending `.stand`."""
    at: datetime | None
    """When, as the authority says, UTC; None if the answer cannot be used."""
    faults: tuple[Fault, ...] = ()
    """Where the archive no longer holds what was stamped."""
    problem: str = ""
    """Why it cannot be used, "" if it can."""

    @property
    def holds(self) -> bool:
        """Whether the archive is a continuation of the one that was stamped."""
        return not self.faults and not self.problem


def have_stamped(archive: Archive, authority: str, *, user_agent: str, allow_loopback: bool) -> Stamp:
    """Get a timestamp of the archive's state now, and keep the answer.

    Args:
        archive: Which should have been verified.
        authority: Address of a service of RFC 3161.
        user_agent: Who we say we are.
        allow_loopback: Whether it may be on this machine.

    Raises:
        FetchFailed: the authority did not answer, or not with a timestamp of this.
        UnwritableArchive: the answer cannot be kept.
        DamagedArchive: a series does not match its hashes.
    """
    data, nonce = stand(archive), secrets.randbits(63) + 1
    asked = timestamp.request(data, nonce)
    answer = post(
        authority, asked, timestamp.REQUEST_TYPE, user_agent=user_agent, allow_loopback=allow_loopback
    )
    try:
        token = timestamp.read_answer(answer, data, nonce)
    except ValueError as error:
        problem = f"its answer is no timestamp of this archive: {error}"
        raise FetchFailed(authority, problem, "Name another authority") from error
    place = archive.path / FOLDER / f"{token.at:%Y-%m-%dT%H%M%SZ}.tsr"
    try:
        place.parent.mkdir(exist_ok=True)
        write_whole(str(place.with_suffix(".stand")), data)
        write_whole(str(place), answer)
    except OSError as error:
        problem = f"the timestamp cannot be kept ({error.strerror})"
        raise UnwritableArchive(str(place), problem, "Make the archive writable") from error
    except UnwritableFile as error:
        raise UnwritableArchive(str(place), error.problem, "Make the archive writable") from error
    return Stamp(place, token.at)


def stamps(archive: Archive) -> list[Stamp]:
    """Every timestamp that was kept, oldest first, held against the archive as it is."""
    folder = archive.path / FOLDER
    found = sorted(folder.glob("*.tsr"))[:_MOST_STAMPS] if folder.is_dir() else []
    return [_held(archive, path) for path in found]


def _held(archive: Archive, path: Path) -> Stamp:
    try:
        data = _read_proof(path.with_suffix(".stand"))
        token = timestamp.read_answer(_read_proof(path), data)
        stands = read_stand(data)
        return Stamp(path, token.at, tuple(departures(archive.path, stands)))
    except (OSError, ValueError) as error:
        return Stamp(path, None, problem=getattr(error, "strerror", None) or str(error))
    except DamagedArchive as error:
        return Stamp(path, token.at, problem=f"{error.subject}: {error.problem}")


def _read_proof(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LARGEST)


def check_signature(stamp: Stamp, authorities: str) -> str:
    """Have OpenSSL check the signature of a timestamp: "" if it holds, else what it says.

    Args:
        stamp: which one.
        authorities: a file with the certificate of the authority's root, and those between, in PEM.

    Raises:
        UnusableOption: there is no such file, or no OpenSSL.
    """
    if not Path(authorities).is_file():
        raise UnusableOption("--ca", f"{authorities}: there is no such file", "Get it from the authority")
    arguments = ("ts", "-verify", "-data", str(stamp.path.with_suffix(".stand")), "-in", str(stamp.path))
    command = [_openssl(), *arguments, "-CAfile", authorities, "-untrusted", authorities]
    done = subprocess.run(  # noqa: S603 - no shell, and paths of our own
        command, capture_output=True, text=True, timeout=_SECONDS, check=False, errors="replace"
    )
    if done.returncode == 0:
        return ""
    lines = [line for line in (done.stdout + done.stderr).splitlines() if "error" in line.lower()]
    return " ".join((lines[-1] if lines else "OpenSSL does not accept it").split())[:300]


def _openssl() -> str:
    """The program, never one that lies in the current folder."""
    name = "openssl.exe" if os.name == "nt" else "openssl"
    for folder in map(Path, os.get_exec_path()):
        program = folder / name
        if program.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise UnusableOption("--ca", "the program openssl is not there", "Install OpenSSL")
