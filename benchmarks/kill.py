"""Kills writers of an archive at random moments and looks at what is left.

    python -m benchmarks.kill [--kills 300] [--seed 0]

Workers in processes of their own store pages one after the other (observe), import a git repository
(import) or fetch from servers on this machine whose pages are others each time (fetch), say on standard
output what was reported to them as stored, and are killed without warning (`kill -9`). After each kill the
archive must verify without a fault, and everything that was reported must be there and come back byte by
byte; then the next worker goes on in the same archive. At the end two writers at once write into one
series, and some of them are killed too.

Counts are printed; the exit code is 1 when anything was lost, half-written or damaged.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import itertools
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.archive import Archive
from policydiff.importers import import_ota
from policydiff.models import Capture
from tests.servers import Server, answer, policy

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from tests.servers import Request

ROOT = Path(__file__).parent.parent
NAME = "quillmoor/privacy-policy"
START = datetime(2024, 1, 1, tzinfo=UTC)
LONGEST_LIFE = 0.3
"""Seconds that a worker lives after its first word: some writes."""


def body(number: int) -> bytes:
    """A page that only this observation has, long enough to be half-written."""
    chance = random.Random(number)
    return f"<p>Version {number}</p>".encode() + chance.randbytes(chance.choice((10, 3_000, 120_000)))


def capture(number: int) -> list[Capture]:
    """One page, or two that make up one document; every fifth is one that was seen before."""
    seen = number - 5 if number % 5 == 4 else number
    at = START + timedelta(minutes=number)
    pages = [Capture("https://quillmoor.example/1", at, body(seen), "http", 200)]
    if seen % 3 == 0:
        pages.append(Capture("https://quillmoor.example/2", at, body(seen + 1_000_000), "http", 200))
    return pages


# --- workers -------------------------------------------------------------------------------------


def observe(folder: str, first: str, most: str) -> None:
    """Store pages until killed; say the number of each once it was reported as stored."""
    archive = Archive(folder)
    say("ready")
    for number in range(int(first), int(first) + int(most)):
        seen = archive.store(NAME, capture(number), text=None)
        say(f"{number} {seen.number}")


def imports(folder: str, repository: str) -> None:
    """Import a repository; say how many records were reported as done."""
    say("ready")
    import_ota(Archive(folder), repository, progress=lambda done, _: say(str(done)))
    say("end")


def fetch(folder: str, *addresses: str) -> None:
    """Check sources again and again until killed; say line and hash of each page that was stored."""
    from policydiff.fetch import Fetchers, HttpFetcher, Limits
    from policydiff.models import Source
    from policydiff.workflows.fetching import follow

    sources = [Source("quillmoor", f"page-{number}", (url,)) for number, url in enumerate(addresses)]
    limits = Limits(pause_seconds=0.01)
    say("ready")
    while True:
        fetcher = HttpFetcher(user_agent="policydiff", environment={}, allow_loopback=True, limits=limits)
        for outcome in follow(Archive(folder), sources, Fetchers(fetcher)):
            seen = outcome.observation
            if seen:
                say(f"{seen.series} {seen.number} {seen.what} {seen.answers[0].sha256}")


def say(text: str) -> None:
    """Print at once, so that what was printed outlives the kill."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


# --- the side that kills -------------------------------------------------------------------------


@dataclass
class Tally:
    """What was seen so far."""

    kills: int = 0
    """Workers that were killed while they worked."""
    finished: int = 0
    """Workers that were done before the kill came."""
    cut_short: int = 0
    """Kills that left traces of an unfinished write."""
    reported: int = 0
    """Observations that a worker was told are stored."""
    problems: list[str] = field(default_factory=list)


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """Start a worker and wait until it is about to begin.

    Its pipe has no buffer on this side: with one, reading the first word takes in what was said behind it,
    and `communicate`, which reads past the buffer, never tells of it.
    """
    command = [sys.executable, "-m", "benchmarks.kill", "--worker", *arguments]
    worker = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)
    assert worker.stdout is not None
    worker.stdout.readline()
    return worker


def ended(worker: subprocess.Popen[bytes], tally: Tally) -> list[str]:
    """Wait for a worker and return what it said, half a line left out."""
    said, errors = worker.communicate()
    if worker.returncode > 0:
        told = errors.decode().strip().splitlines()[-1:]
        tally.problems.append(f"a worker ended by itself: {told}")
    return said.decode().split("\n")[:-1]


def kill(worker: subprocess.Popen[bytes], tally: Tally) -> list[str]:
    """Kill a worker and return what it said, half a line left out."""
    worker.kill()
    said = ended(worker, tally)
    tally.finished += worker.returncode == 0
    tally.kills += worker.returncode < 0
    return said


def examine(archive: Archive, tally: Tally, where: str) -> None:
    """Verify an archive, and read every snapshot of it, just after a kill."""
    archive.path.mkdir(exist_ok=True)
    found = archive.verify()
    tally.cut_short += bool(found.interrupted)
    tally.problems += [f"{where}: {fault.place}: {fault.problem}" for fault in found.faults]
    for name in archive.series():
        for snapshot in archive.snapshots(name):
            archive.captures(snapshot)


def rounds_of_observing(folder: Path, kills: int, chance: random.Random, tally: Tally) -> None:
    """Kill workers that store pages; each goes on where the one before was killed."""
    reported: dict[int, int] = {}
    for turn in range(kills):
        archive = Archive(folder / f"observe-{turn // 25}")
        if turn % 25 == 0:
            reported.clear()
        worker = start("observe", str(archive.path), str(max(reported, default=-1) + 1), "100000")
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        for line in kill(worker, tally):
            page, place = line.split()
            reported[int(page)] = int(place)
            tally.reported += 1
        examine(archive, tally, f"observe {turn}")
        check_observed(archive, reported, tally, f"observe {turn}")


def check_observed(archive: Archive, reported: dict[int, int], tally: Tally, where: str) -> None:
    """Everything reported is where it was said to be, with its bytes."""
    lines = archive.observations(NAME)
    snapshots = {one.id: one for one in archive.snapshots(NAME)}
    for page, place in reported.items():
        expected = [one.body for one in capture(page)]
        if place > len(lines):
            tally.problems.append(f"{where}: page {page} was reported as line {place} and is lost")
            continue
        snapshot = snapshots[lines[place - 1].snapshot]
        if [archive.read_body(snapshot, part) for part in range(len(snapshot.answers))] != expected:
            tally.problems.append(f"{where}: page {page} has other bytes")


def rounds_of_importing(folder: Path, kills: int, chance: random.Random, tally: Tally) -> None:
    """Kill workers that import; each goes on until an import is complete, then a new archive is begun."""
    repository = make_repository(folder / "repository")
    expected = None
    number = turn = 0
    while turn < kills:
        archive = Archive(folder / f"import-{number}")
        worker = start("imports", str(archive.path), str(repository))
        time.sleep(chance.uniform(0, 2 * LONGEST_LIFE))
        said = kill(worker, tally)
        turn += 1
        examine(archive, tally, f"import {turn}")
        done = max((int(line) for line in said if line.isdigit()), default=0)
        there = sum(len(archive.observations(name)) for name in archive.series())
        if there < done:
            tally.problems.append(f"import {turn}: {done} records were reported, {there} are there")
        if turn % 12 == 0 or "end" in said:
            import_ota(archive, repository)
            content = {name: states(archive, name) for name in archive.series()}
            expected = expected or content
            if content != expected:
                tally.problems.append(f"import {turn}: the finished import differs from the first")
            examine(archive, tally, f"import {turn}, finished")
            tally.reported += sum(map(len, content.values()))
            number += 1


def rounds_of_fetching(folder: Path, kills: int, chance: random.Random, tally: Tally) -> None:
    """Kill workers that fetch from three hosts at once; each goes on where the one before was killed."""
    count = itertools.count()

    def page(server: Server, request: Request, connection: socket.socket) -> None:
        answer(policy(words=600, name=f"Version {next(count)}"))(server, request, connection)

    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(Server(host=f"127.0.0.{number}")) for number in (1, 2, 3)]
        for server in servers:
            server.pages["/privacy"] = page
        reported: dict[tuple[str, int], tuple[str, str]] = {}
        for turn in range(kills):
            archive = Archive(folder / f"fetch-{turn // 25}")
            if turn % 25 == 0:
                reported.clear()
            worker = start("fetch", str(archive.path), *(server.url("/privacy") for server in servers))
            time.sleep(chance.uniform(0, 3 * LONGEST_LIFE))
            for line in kill(worker, tally):
                series, number, what, digest = line.split(" ")
                reported[series, int(number)] = (what, digest)
                tally.reported += 1
            examine(archive, tally, f"fetch {turn}")
            check_fetched(archive, reported, tally, f"fetch {turn}")


def check_fetched(
    archive: Archive, reported: dict[tuple[str, int], tuple[str, str]], tally: Tally, where: str
) -> None:
    """Each page that was told of is in its line, and reads back with the hash that was told."""
    for (series, number), (what, digest) in sorted(reported.items()):
        lines = archive.observations(series)
        if number > len(lines) or (lines[number - 1].what, lines[number - 1].answers[0].sha256) != (
            what,
            digest,
        ):
            tally.problems.append(f"{where}: line {number} of {series} was reported and is lost")
        elif what == "new":
            read = archive.read_body(archive.resolve(f"{series}@{lines[number - 1].snapshot}"))
            if hashlib.sha256(read).hexdigest() != digest:
                tally.problems.append(f"{where}: {series}, line {number} has other bytes")


def states(archive: Archive, name: str) -> list[tuple[str, str, str]]:
    """What an import must have brought in, however often it was interrupted."""
    return [(one.ref, one.what, one.snapshot) for one in archive.observations(name)]


def make_repository(path: Path, commits: int = 400, files: int = 8) -> Path:
    """A git repository in the layout of Open Terms Archive, about a platform that does not exist."""
    stream = []
    for number in range(commits):
        text = "".join(f"Line {line} of version {number // files}.\n" for line in range(400)).encode()
        message = f"Record new changes of Quillmoor Policy {number % files}\n".encode()
        stream += [
            b"commit refs/heads/main\n",
            b"author Recorder <r@recorder.example> %d +0000\n" % (1_700_000_000 + 60 * number),
            b"committer Recorder <r@recorder.example> %d +0000\n" % (1_700_000_000 + 60 * number),
            b"data %d\n%s" % (len(message), message),
            b"M 100644 inline Quillmoor/Policy %d.md\n" % (number % files),
            b"data %d\n%s\n" % (len(text), text),
        ]
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(path)], check=True)
    command = ["git", "-C", str(path), "fast-import", "--quiet"]
    subprocess.run(command, input=b"".join(stream), check=True)
    return path


def two_writers(folder: Path, pages: int, chance: random.Random, tally: Tally) -> None:
    """Two writers in one series at once; then pairs of which one is killed while the other goes on.

    A line that two writers were told, or that the archive has not, is lost.
    """
    archive, reported = Archive(folder / "two-writers"), dict[int, int]()

    def tell(said: list[str]) -> None:
        for line in said:
            page, place = map(int, line.split())
            if place in reported.values():
                tally.problems.append(f"two writers: line {place} was reported twice")
            reported[page] = place
            tally.reported += 1

    workers = [start("observe", str(archive.path), str(1000 * turn), str(pages)) for turn in (1, 2)]
    for worker in workers:
        tell(ended(worker, tally))
    if sorted(reported.values()) != list(range(1, 2 * pages + 1)):
        tally.problems.append(f"two writers: {len(reported)} lines for {2 * pages} observations")
    for turn in range(max(1, pages // 10)):
        first = 10_000 * (turn + 1)
        victim = start("observe", str(archive.path), str(first), "100000")
        other = start("observe", str(archive.path), str(first + 5000), "5")
        time.sleep(chance.uniform(0, LONGEST_LIFE))
        tell(kill(victim, tally))
        said = ended(other, tally)
        tell(said)
        if len(said) != 5:
            tally.problems.append(f"two writers {turn}: the one that was not killed stored {len(said)} of 5")
        examine(archive, tally, f"two writers {turn}")
        check_observed(archive, reported, tally, f"two writers {turn}")


def measure(kills: int, seed: int) -> Tally:
    """A third of the kills each while observing, importing and fetching; some more with two writers."""
    chance, tally = random.Random(seed), Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for check in (rounds_of_observing, rounds_of_importing, rounds_of_fetching):
            check(folder, max(1, kills // 3), chance, tally)
        two_writers(folder, max(5, kills // 10), chance, tally)
    return tally


def main() -> int:
    """Run a worker, or all rounds."""
    parser = argparse.ArgumentParser(description="Kill writers of an archive at random moments.")
    parser.add_argument("--kills", type=int, default=330)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--worker", nargs="+", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.worker:
        jobs: dict[str, Callable[..., None]] = {"observe": observe, "imports": imports, "fetch": fetch}
        jobs[chosen.worker[0]](*chosen.worker[1:])
        return 0
    begun = time.monotonic()
    tally = measure(chosen.kills, chosen.seed)
    print(f"kills while at work        {tally.kills}")
    print(f"done before the kill       {tally.finished}")
    print(f"kills that cut a write     {tally.cut_short}")
    print(f"observations reported      {tally.reported}")
    print(f"lost, damaged or half-read {len(tally.problems)}")
    print(f"seconds                    {time.monotonic() - begun:.0f}")
    for problem in tally.problems:
        print(f"  {problem}")
    return 1 if tally.problems else 0


if __name__ == "__main__":
    sys.exit(main())
