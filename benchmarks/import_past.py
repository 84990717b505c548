"""The past of a page out of a public archive, with the importer killed at random moments.

    python -m benchmarks.import_past [--copies 500] [--kills 20] [--seed 0]

A server on this machine answers as the Wayback Machine does and holds so many copies of one page, a third of
them with the bytes of an earlier one. An importer in a process of its own is killed without warning
(`kill -9`) at a random moment and started again, so many times; then one runs to its end. After each kill the
archive must verify; at the end each copy must be there once, with its time and its bytes, and bytes that the
list gives one digest must not have been asked for more often than kills explain.

The exit code is 1 where anything was lost, came in twice or is damaged.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from policydiff.archive import Archive
from policydiff.fetch import HttpFetcher
from policydiff.importers import WantedPage, import_wayback, service
from policydiff.importers.copies import BATCH
from tests.servers import policy
from tests.web_services import URL, Held, WebArchive

ROOT = Path(__file__).parent.parent
PAGE = WantedPage("quillmoor/privacy-policy", URL)


def held(count: int, chance: random.Random) -> list[Held]:
    """A copy every other day."""
    copies: list[Held] = []
    for number in range(count):
        at = datetime(2012, 1, 1, 8, tzinfo=UTC) + timedelta(days=2 * number)
        body = policy(chance.randrange(200, 3000), extra=f"<p>Version {number}.</p>")
        if copies and chance.random() < 0.33:
            body = chance.choice(copies).body
        copies.append(Held(f"{at:%Y%m%d%H%M%S}", body))
    return copies


def bring(archive: str, address: str) -> None:
    """Import, saying what is done; the server on this machine need not be spared."""
    bounds = service.limits(pause=0)
    fetcher = HttpFetcher(user_agent="policydiff/bench", environment={}, allow_loopback=True, limits=bounds)
    import_wayback(
        Archive(archive), PAGE, fetcher, address=address, progress=lambda done, _: print(done, flush=True)
    )


def killed(archive: Path, address: str, there: int, chance: random.Random) -> int:
    """Run an importer and kill it soon after it came as far as one before; says how far this one came."""
    command = [sys.executable, "-m", "benchmarks.import_past", "--work", str(archive), address]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as worker:
        assert worker.stdout is not None
        last = b"0"
        for _ in range(there + chance.randrange(1, 40)):
            last = worker.stdout.readline() or last
        time.sleep(chance.random() * 0.05)
        worker.kill()
    return int(last)


def problems(archive: Archive, copies: list[Held]) -> list[str]:
    """What is wrong with an archive into which all copies should have come."""
    found = [f"{fault.place}: {fault.problem}" for fault in archive.verify().faults]
    seen = archive.observations(PAGE.series)
    names = {one.ref for one in seen}
    if not len(seen) == len(names) == len(copies):
        found.append(f"{len(seen)} observations of {len(names)} copies, not {len(copies)}")
    kept = archive.kept(PAGE.series)
    by_time = {one.at: one for one in seen}
    for copy in copies:
        one = by_time.get(copy.at)
        if one is None or archive.read_body(kept[one.snapshot]) != copy.body:
            found.append(f"{copy.timestamp} is missing or has other bytes")
    return found


def main() -> int:
    """Kill, look, and go on."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--copies", type=int, default=500)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--work", nargs=2, metavar=("ARCHIVE", "ADDRESS"), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.work:
        bring(*asked.work)
        return 0
    chance = random.Random(asked.seed)
    copies = held(asked.copies, chance)
    wrong: list[str] = []
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as name, WebArchive(copies) as web:
        place, there = Path(name) / "archive", 0
        for _ in range(asked.kills):
            there = killed(place, web.url, there, chance)
            if place.exists():
                wrong += [f"after a kill: {fault.problem}" for fault in Archive(place).verify().faults]
        bring(str(place), web.url)
        wrong += problems(Archive(place), copies)
        requests = len(web.copies_asked())
    bodies = len({copy.body for copy in copies})
    most = bodies + asked.kills * BATCH
    if requests > most:
        wrong.append(f"{requests} copies were asked for, more than {most}")
    print(
        f"{asked.copies} copies of {bodies} pages, {asked.kills} kills: {requests} requests for copies, "
        f"{time.perf_counter() - began:.0f} s, {len(wrong)} problems"
    )
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
