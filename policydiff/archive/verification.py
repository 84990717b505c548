"""The result of `verify`: what was checked and what does not match."""

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
