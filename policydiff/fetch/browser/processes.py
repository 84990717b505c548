"""A process with all its descendants: their memory, and ending them together.

The browser's helpers put many processes below one, in groups of their own, so that ending one group leaves
others behind. On Linux they are found by who started whom.
"""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def family(first: int) -> list[int]:
    """The process and its descendants, itself first; only itself if the system does not list them."""
    below: dict[int, list[int]] = {}
    for pid, parent in _parents():
        below.setdefault(parent, []).append(pid)
    found = [first]
    for pid in found:
        found += below.get(pid, [])
    return found


def memory(first: int) -> int:
    """Bytes of memory of a process and its descendants; shared memory is counted for each."""
    total = 0
    for pid in family(first):
        with suppress(OSError, ValueError, IndexError):
            fields = (_PROC / str(pid) / "statm").read_text().split()
            total += (int(fields[1]) - int(fields[2])) * _PAGE
    return total


def end(first: int) -> None:
    """Kill a process and its descendants."""
    for pid in family(first):
        with suppress(OSError):
            os.kill(pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)


def _parents() -> list[tuple[int, int]]:
    found = []
    if not _PROC.is_dir():
        return []
    for entry in _PROC.iterdir():
        if entry.name.isdecimal():
            with suppress(OSError, ValueError, IndexError):
                stat = (entry / "stat").read_text(encoding="utf-8", errors="replace")
                found.append((int(entry.name), int(stat.rpartition(")")[2].split()[1])))
    return found
