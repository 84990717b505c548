"""The result of `verify`: what was checked and what does not match."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the folder that does not match the chain of hashes."""

    place: str
    """Path inside the archive, with the line where there is one ("a/b/observations.jsonl:12")."""
    problem: str
    """The fault, one sentence without a full stop."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of reading every byte of an archive."""

    series: int
    observations: int
    snapshots: int
    """How many of each there are in the archive."""
    files: int
    """Bodies and sidecars whose hashes were checked."""
    faults: tuple[Fault, ...]
    """Everything that does not match: the archive is no evidence before this is explained."""
    interrupted: tuple[Fault, ...]
    """Traces of a write that was cut short: harmless, the next write cleans them up."""
    seal: str
    """One SHA-256, 64 hexadecimal digits, over the last line of every series. With a copy outside of the
    archive it can be shown later that nothing was rewritten, removed or inserted."""
