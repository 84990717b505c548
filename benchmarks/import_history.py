"""Measures the import of a whole history from git: time, memory, size of the archive, and verify.

    python -m benchmarks.import_history [REPOSITORY]

REPOSITORY is a git repository of Open Terms Archive, or a bundle of one; by default the largest of the corpus
(POLICYDIFF_CORPUS). The first import, the second (which must add nothing) and verify run in a process
of their own each, so that memory is that of the import alone; the memory of git is told beside it.
Sizes are apparent bytes (what the files hold, not the blocks of the disk they lie on).
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("POLICYDIFF_CORPUS") or ROOT.parent / "shared" / "corpus")
LARGEST = CORPUS / "history" / "vlopses-us-versions.bundle"


def apparent(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def cloned(source: Path, into: Path) -> Path:
    """The repository itself, or a bare clone of a bundle."""
    if source.is_dir():
        return source
    subprocess.run(["git", "clone", "--quiet", "--bare", str(source), str(into)], check=True)
    return into


def run(what: str, archive: Path, repository: Path) -> None:
    """One step in a process of its own; prints its figures."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.import_history",
        "--step",
        what,
        str(archive),
        str(repository),
    ]
    subprocess.run(command, cwd=ROOT, check=True)


def step(what: str, archive: str, repository: str) -> None:
    """Import or verify, and print how long it took and how much memory."""
    from policydiff.archive import Archive
    from policydiff.importers import import_ota

    begun = time.monotonic()
    if what == "verify":
        found = Archive(archive).verify()
        told = f"{found.files} files, {len(found.faults)} faults"
    else:
        done = import_ota(Archive(archive), repository)
        told = f"{done.added} added, {done.known} known, {len(done.skipped)} left out"
    seconds = time.monotonic() - begun
    own, git = (
        resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    print(f"{what:14} {seconds:6.1f} s  {own:4} MB (git {git} MB)  {told}", flush=True)


def main() -> None:
    """Import twice, verify, and print the sizes."""
    parser = argparse.ArgumentParser(description="Measure the import of a whole history from git.")
    parser.add_argument("repository", nargs="?", type=Path, default=LARGEST)
    parser.add_argument("--step", nargs=3, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.step:
        step(*chosen.step)
        return
    with tempfile.TemporaryDirectory() as name:
        repository = cloned(chosen.repository, Path(name) / "repository")
        archive = Path(name) / "archive"
        for what in ("first import", "second import", "verify"):
            run(what, archive, repository)
        pages = sum(path.stat().st_size for path in archive.rglob("*.gz"))
        whole, before = apparent(archive), apparent(repository)
        print(f"repository     {before / 1e6:6.1f} MB")
        times = f"{whole / before:.2f} times that"
        print(f"archive        {whole / 1e6:6.1f} MB, {times}; pages alone {pages / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
