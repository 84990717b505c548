"""Keeps captures for ever in a folder that a person can read, with a chain of hashes over everything.

Captures in, snapshots and observations out. This stage knows nothing of pages: what needs one (the
visible text, its quality) comes in as plain values. Layout, file formats and what the chain proves:
docs/archive.md.
"""

from __future__ import annotations

from policydiff.archive.records import is_moment
from policydiff.archive.references import Reference, is_reference, parse_moment, parse_reference
from policydiff.archive.stands import departures, read_stand, stand
from policydiff.archive.store import Archive
from policydiff.archive.verification import Fault, Verification
from policydiff.archive.writer import LARGEST, TOOL, KnownOfCaptures, SeriesWriter, failure

__all__ = [
    "LARGEST", "TOOL", "Archive", "Fault", "KnownOfCaptures", "Reference", "SeriesWriter", "Verification",
    "departures", "failure", "is_moment", "is_reference", "parse_moment", "parse_reference", "read_stand",
    "stand",
]  # fmt: skip
