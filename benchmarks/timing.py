"""What the benchmarks share: where the corpus is, and fair timing of several ways to do the same."""

from __future__ import annotations

import argparse
import os
import resource
import statistics
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def parser(description: str | None) -> argparse.ArgumentParser:
    """A parser with the option for the corpus."""
    found = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    found.add_argument(
        "--corpus",
        type=Path,
        default=Path(os.environ.get("POLICYDIFF_CORPUS", "../shared/corpus")),
        metavar="FOLDER",
    )
    return found


def spent() -> float:
    """Seconds of processor time so far, own and of child processes.

    Not the time on the wall: what else the machine does would count, and against the longest task most.
    """
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def interleaved(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median milliseconds of every way, taken in turn so that a slow moment meets all of them."""
    taken: dict[str, list[float]] = defaultdict(list)
    for way in ways.values():
        way()  # modules are loaded, caches are warm
    for _ in range(rounds):
        for name, way in ways.items():
            start = spent()
            way()
            taken[name].append((spent() - start) * 1000)
    return {name: statistics.median(listed) for name, listed in taken.items()}


def verdict(held: bool, floor: str) -> str:
    """One line on whether a floor holds."""
    return f"{'holds' if held else 'BELOW THE FLOOR'}: {floor}"
