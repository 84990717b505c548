"""What the archive answers beside snapshots and observations: faults found, records imported."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the folder that does not match the chain of hashes."""

    place: str
    """Path inside the archive, with the line where there is one ("a/b/observations.jsonl:12")."""
    problem: str
    """What is wrong there, one sentence without a full stop."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What reading every byte of an archive found."""

    series: int
    observations: int
    snapshots: int
    files: int
    """Bodies and sidecars whose hashes were checked."""
    faults: tuple[Fault, ...]
    """What does not match: the archive is no evidence before this is explained."""
    interrupted: tuple[Fault, ...]
    """Traces of a write that was cut short: harmless, the next write cleans them up."""
    seal: str
    """One hash over the last line of every series. Whoever keeps it outside of the archive can later
    show that nothing was rewritten, removed or put in between."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    series: int
    """Series that the records belong to."""
    added: int
    """Observations that are new in the archive."""
    known: int
    """Records that were there from an earlier import."""
    skipped: tuple[tuple[str, str], ...]
    """Records that were left out (a path, a commit), each with the reason."""
    failed: tuple[tuple[str, str], ...] = ()
    """Series or files that could not be brought in, each with the problem: the others were."""
