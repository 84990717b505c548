"""An archive out into a web archive and in again: seconds, bytes, and whether everything came back.

    python -m benchmarks.exchange [--captures 1000] [--seed 0]

A series of so many captures is made: most bring another page, some the same one, some only hear that it
still holds. It is exported as WARC, packed WARC and WACZ and imported into a fresh archive; the seal of that
archive, which covers every line and so every body, time and hash, must be the same. The demo archive is taken
through too.

The exit code is 1 where a seal differs or a hash does not hold.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from policydiff.archive import Archive, KnownOfCaptures
from policydiff.exporters import export_wacz, export_warc
from policydiff.importers import import_warc
from policydiff.models import Capture
from tests.servers import policy

ROOT = Path(__file__).parent.parent
NAME = "quillmoor/privacy-policy"
START = datetime(2015, 1, 1, 9, tzinfo=UTC)


def made(folder: Path, count: int, seed: int) -> Archive:
    """An archive of so many captures of one page, one a day."""
    chance = random.Random(seed)
    archive = Archive(folder)
    page = policy(2000)
    with archive.writer(NAME) as writer:
        for number in range(count):
            at = START + timedelta(days=number, microseconds=chance.randrange(10**6))
            if chance.random() < 0.7:
                page = policy(
                    chance.randrange(500, 4000), extra=f"<p>Version {number}, {chance.random()}.</p>"
                )
            kind = (("Content-Type", "text/html"),)
            one = Capture("https://quillmoor.example/privacy", at, page, "http", 200, headers=kind)
            if chance.random() < 0.05:
                one = replace(one, status=304, body=b"")
            writer.add([one], KnownOfCaptures(keep="all"))
    return archive


def main() -> int:
    """Take both archives through all formats."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--captures", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        many = made(folder / "many", asked.captures, asked.seed)
        for label, archive in (("demo", Archive(ROOT / "snapshots")), (f"{asked.captures} captures", many)):
            before = archive.verify()
            for form in ("warc", "warc.gz", "wacz"):
                file = folder / f"{label}.{form}"
                began = time.perf_counter()
                (export_wacz if form == "wacz" else export_warc)(archive, str(file))
                written = time.perf_counter()
                again = Archive(folder / f"{label}-{form}")
                import_warc(again, str(file), {})
                read = time.perf_counter()
                found = again.verify()
                same = found.seal == before.seal and not found.faults
                wrong += not same
                print(
                    f"{label}, {form}: {file.stat().st_size / 1e6:.1f} MB, out {written - began:.1f} s, in "
                    f"{read - written:.1f} s, {'the same seal' if same else 'ANOTHER SEAL'}"
                )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
