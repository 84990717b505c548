"""What the benchmarks share: where the corpus is, and fair timing of several ways to do the same."""

from __future__ import annotations

import argparse
import os
import statistics
import time
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


def interleaved(ways: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median milliseconds of every way, timed in turn so that a busy moment meets all of them."""
    taken: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, way in ways.items():
            start = time.perf_counter()
            way()
            taken[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(listed) for name, listed in taken.items()}


def verdict(held: bool, floor: str) -> str:
    """One line on whether a floor holds."""
    return f"{'holds' if held else 'BELOW THE FLOOR'}: {floor}"
