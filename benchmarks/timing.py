"""What the benchmarks share: where the corpus is, and fair timing of several ways to do the same."""

from __future__ import annotations

import argparse
import functools
import gc
import os
import resource
import statistics
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.findings.statements import reader
from policydiff.normaliser import memory

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
    """Median milliseconds of every way, taken in turn so that a slow moment meets all of them.

    Before each turn the garbage of the one before is collected, which would count against it, and what
    policydiff remembers of texts is forgotten, so that no round profits from an earlier one.
    """
    taken: dict[str, list[float]] = defaultdict(list)
    for way in ways.values():
        way()  # modules are loaded, patterns are compiled
    for _ in range(rounds):
        for name, way in ways.items():
            gc.collect()
            forget()
            start = spent()
            way()
            taken[name].append((spent() - start) * 1000)
    return {name: statistics.median(listed) for name, listed in taken.items()}


_OF_LANGUAGES = 64
"""Entries of a memory of the package that is kept by the language, not by the text, at most."""


def forget() -> None:
    """Empty what the package remembers of texts; words of languages and patterns that were compiled stay."""
    memory.forget()
    reader.cache_clear()
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper):
            most = found.cache_parameters()["maxsize"] or 0
            if most > _OF_LANGUAGES and found.__module__.startswith("policydiff."):
                found.cache_clear()


def verdict(held: bool, floor: str) -> str:
    """One line on whether a floor holds."""
    return f"{'holds' if held else 'BELOW THE FLOOR'}: {floor}"
