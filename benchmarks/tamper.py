"""Changes an archive in every way that leaves something to check against, and looks whether verify sees it.

    python -m benchmarks.tamper [--every 1]

A small archive with all kinds of observations is built; then, one at a time, each byte of each file is
changed, each file is cut short, removed and doubled under another name, each line is removed, doubled and
swapped with its neighbour. Each must be found, and the place that verify names must be the file that was
touched (of a line also its neighbour, of the last line also the head). `--every N` takes each Nth byte.

What was missed or misplaced is printed, with a count; the exit code is 1 when there is any.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff.archive import Archive
from policydiff.models import Capture, Quality, Reason

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "quillmoor/privacy-policy@eu"
OTHER = "quillmoor/terms-of-service"
START = datetime(2024, 6, 26, 10, 15, 2, tzinfo=UTC)
BAD = Quality("bad", (Reason("error-page", "The page says that it could not be loaded."),))


def build(folder: Path) -> Archive:
    """An archive with every kind of observation, in two series."""
    archive = Archive(folder)

    def page(hours: int, body: str, url: str = "https://quillmoor.example/privacy") -> Capture:
        headers = (("Content-Type", "text/html"), ("ETag", f'"{hours}"'))
        return Capture(url, START + timedelta(hours=hours), body.encode(), "http", 200, headers=headers)

    archive.store(NAME, page(0, "<p>We keep data.</p>"), text="We keep data.", normaliser="1")
    archive.store(NAME, page(1, "<p >We keep data.</p>"), text="We keep data.", normaliser="1")
    archive.store(NAME, page(2, "<p>Oops</p>"), text="Oops", normaliser="1", quality=BAD)
    archive.fail(NAME, "timeout", "No answer within 30 seconds.", at=START + timedelta(hours=3))
    archive.store(NAME, page(4, "<p>We sell data.</p>"), text="We sell data.", normaliser="1")
    archive.store(NAME, page(5, "<p>We keep data.</p>"), text="We keep data.", normaliser="1")
    parts = [page(6, "<p>Terms</p>"), page(6, "<p>More</p>", "https://quillmoor.example/more")]
    archive.store(OTHER, parts)
    archive.store(
        OTHER, [replace(parts[0], at=START + timedelta(hours=7)), page(7, "<p>Else</p>", parts[1].url)]
    )
    return archive


def changes(root: Path, every: int = 1) -> Iterator[tuple[str, Path, dict[Path, bytes | None]]]:
    """What is done, to which file, and the files to write (None: to remove) for it."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and path.parent != root)
    for path in files:
        data = path.read_bytes()
        for place in range(0, len(data), every):
            for flip in (0x01, 0x20, 0xFF):
                yield (
                    f"byte {place}",
                    path,
                    {path: data[:place] + bytes([data[place] ^ flip]) + data[place + 1 :]},
                )
        yield "cut short", path, {path: data[:-1]}
        yield "longer", path, {path: data + b"\n"}
        yield "emptied", path, {path: b""}
        yield "removed", path, {path: None}
        for name in ("copy.html", "2020-01-01T000000Z.html.gz", "2020-01-01T000000Z.json", ".hidden"):
            yield f"added as {name}", path.with_name(name), {path.with_name(name): data}
        if path.name == "observations.jsonl":
            yield from _lines(path, data)


def _lines(path: Path, data: bytes) -> Iterator[tuple[str, Path, dict[Path, bytes | None]]]:
    lines = data.splitlines(keepends=True)
    for number, line in enumerate(lines):
        before, after = lines[:number], lines[number + 1 :]
        yield f"line {number + 1} removed", path, {path: b"".join(before + after)}
        yield f"line {number + 1} doubled", path, {path: b"".join([*before, line, line, *after])}
        if after:
            yield f"line {number + 1} swapped", path, {path: b"".join([*before, after[0], line, *after[1:]])}


def found(archive: Archive, touched: Path) -> str:
    """What verify says: "" where it names the touched file, else what is wrong with the answer."""
    result = archive.verify()
    faults = result.faults
    if touched.name == "observations.jsonl":
        faults += result.interrupted
    if not faults:
        return "missed"
    places = {archive.path / fault.place.partition(":")[0] for fault in faults}
    neighbours = {touched, touched.with_name("head.json"), touched.with_name("observations.jsonl")}
    chained = touched.name in ("observations.jsonl", "head.json")
    return "" if places & (neighbours if chained else {touched}) else f"named {sorted(map(str, places))}"


def tried(root: Path, every: int = 1) -> Iterator[tuple[str, str]]:
    """Each change and what was wrong with the answer to it ("" where nothing was)."""
    archive = Archive(root)
    for what, path, writes in changes(root, every):
        before = {file: file.read_bytes() if file.exists() else None for file in writes}
        _write(writes)
        yield f"{path.relative_to(root)}: {what}", found(archive, path)
        _write(before)


def _write(files: dict[Path, bytes | None]) -> None:
    for path, data in files.items():
        if data is None:
            path.unlink()
        else:
            path.write_bytes(data)


def main() -> int:
    """Try every change and print what was missed."""
    parser = argparse.ArgumentParser(description="Change an archive in every way, and verify.")
    parser.add_argument("--every", type=int, default=1, help="take each Nth byte only")
    every = parser.parse_args().every
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        build(Path(folder))
        results = list(tried(Path(folder), every))
        clean = Archive(folder).verify().faults
    missed = [(what, wrong) for what, wrong in results if wrong]
    print(f"changes tried       {len(results)}")
    print(f"missed or misplaced {len(missed)}")
    print(f"faults when undone  {len(clean)}")
    print(f"seconds             {time.monotonic() - begun:.0f}")
    for what, wrong in missed[:50]:
        print(f"  {what}: {wrong}")
    return 1 if missed or clean else 0


if __name__ == "__main__":
    sys.exit(main())
