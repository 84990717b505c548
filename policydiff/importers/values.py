"""What an import answers."""

from __future__ import annotations

from dataclasses import dataclass


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
