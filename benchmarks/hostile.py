"""What pages made to hurt cost: memory within a limit of the system, and growth of time with their size.

    python -m benchmarks.hostile [--only KIND] [--command NAME] [--most MB]
    python -m benchmarks.hostile --series      captures whose link moves, selectors that ask for siblings

Each kind of page is captured three times, the second half of it changed each time, and `verify`, `log`,
`when` and `compare` are run on it by a process that the system holds to a gigabyte of addresses; `fetch`
gets it from a server on this machine. Printed are seconds of processor time at a quarter of the largest size
that is read and at that size, the exponent of growth between them (1 is linear), and the peak of resident
memory. The largest size is sought among halves of `--most`.
"""

from __future__ import annotations

import argparse
import math
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from policydiff.archive import Archive
from policydiff.archive.writer import KnownOfCaptures
from policydiff.errors import InputTooLarge, UnsupportedInput
from policydiff.models import Capture
from policydiff.normaliser import normalise
from tests.servers import Server, answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MEMORY = 1_000_000_000
"""Bytes of addresses that a command may use."""
MOST = 1.3
LEAST_SECONDS = 1.0
"""Processor time below which a growth tells nothing."""
_TIMES = 4
_LEAST_BYTES = 100_000
COMMANDS = ("fetch", "verify", "log", "when", "compare")
NAME = "lumio/privacy-policy"

_OPENING = (
    "Lumio keeps your name, your address and the data that you give us for as long as your account is open. "
    "You can object to this use at any time; we share your personal data with nobody without consent. "
) * 12
_HEAD = (
    f"<html lang=en><title>Lumio Privacy Policy</title><main><h1>Lumio Privacy Policy</h1><p>{_OPENING}</p>"
)
_TEXT = f"# Lumio Privacy Policy\n\n{_OPENING}\n\n"


class Kind(NamedTuple):
    """A page made to hurt."""

    start: str
    part: Callable[[int, int], str]
    """One of its parts, by its number and the number of the capture."""
    suffix: str = ".html"
    end: str = ""


def _same(part: str) -> Callable[[int, int], str]:
    """The same part again and again; of later captures another word in it."""
    return lambda number, version: part.replace("x", "xyz"[version])


def _sentences(*ways: str) -> Callable[[int, int], str]:
    """Sentences that differ by a number, in another way at each capture."""
    return lambda number, version: ways[version % len(ways)].format(number)


KINDS = {
    "paragraphs": Kind(_HEAD, _same("<p>x")),
    "cells": Kind(f"{_HEAD}<table><tr>", _same("<td>x")),
    "attributes": Kind(_HEAD, _same("<p a b c d e f g h i j k l m n o p q r s t u v w z>x")),
    "elements inside elements": Kind(_HEAD, _same("<div>x")),
    "breaks": Kind(f"{_HEAD}<p>", _same("x<br>")),
    "lines": Kind(f"{_HEAD}<pre>", _same("x\n")),
    "quotations": Kind(_TEXT, _same(">>>>x"), ".md"),
    "items": Kind(_TEXT, _same("* x\n"), ".md"),
    "links of Markdown": Kind(_TEXT, _same("[x](x) "), ".md"),
    "brackets": Kind(_TEXT, _same("["), ".md"),
    "brackets and parentheses": Kind(_TEXT, _same("[a]("), ".md"),
    "pictures never closed": Kind(_TEXT, _same("!["), ".md"),
    "cells of Markdown": Kind(f"{_TEXT}|a|b|\n|-|-|\n", _same("|x|b|\n"), ".md"),
    "text": Kind(_TEXT, _same("We keep x. "), ".md"),
    "letters of four bytes": Kind(_HEAD, _same("\U0001f600x. ")),
    "distinct words": Kind(_TEXT, lambda n, v: f"w{n * (1 + v % 2)} ", ".md"),
    "statements of another kind": Kind(
        f"{_HEAD}<h2>Data</h2>",
        _sentences(
            "<p>We keep the letters of guest {} for thirty days.",
            "<p>Partner {} may read what you write, unless you object.",
        ),
    ),
    "French statements of another kind": Kind(
        f"{_HEAD}<h2>Données</h2>",
        _sentences(
            "<p>Nous conservons les lettres du client {} pendant trente jours.",
            "<p>Le partenaire {} peut lire vos messages, sauf si vous vous y opposez.",
        ),
    ),
    "Spanish statements of another kind": Kind(
        f"{_HEAD}<h2>Datos</h2>",
        _sentences(
            "<p>Conservamos las cartas del cliente {} durante treinta días.",
            "<p>El socio {} puede leer sus mensajes, salvo que usted se oponga.",
        ),
    ),
    "German statements of another kind": Kind(
        f"{_HEAD}<h2>Daten</h2>",
        _sentences(
            "<p>Wir speichern die Briefe des Gastes {} dreißig Tage lang.",
            "<p>Partner {} darf lesen, was Sie schreiben, wenn Sie nicht widersprechen.",
        ),
    ),
    "links to a right in one paragraph": Kind(
        f"{_HEAD}<p>", lambda n, v: f"<a href=https://lumio.example/{v}/{n}>Object to use {n}</a>. "
    ),
    "dates": Kind(_HEAD, _sentences("<p>Last updated 3 May {}.", "<p>In force from 4/5/{}.")),
    "numbers": Kind(_HEAD, _sentences("<p>We keep it for {} days.", "<p>We keep it for {} months.")),
    "headers of MHTML": Kind(
        'From: <Saved by Browser>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b";\n',
        lambda n, v: f" charset*{n}*=utf-8''x{v};\n",
        ".mhtml",
        f" type=text/html\n\n--b\nContent-Type: text/html\n\n{_HEAD}\n--b--\n",
    ),
}


def page(kind: Kind, size: int, version: int) -> bytes:
    """About so many bytes of a page: its second half is another one at each capture."""
    one = len(kind.part(1000, 0).encode())
    count = max(2, (size - len(kind.start)) // one)
    parts = [kind.part(number, 0) for number in range(count // 2)]
    parts += [kind.part(number, version) for number in range(count // 2, count)]
    return (kind.start + "".join(parts) + kind.end).encode()


class Cost(NamedTuple):
    """What one command took."""

    code: int
    seconds: float
    megabytes: float
    said: str
    """What it said on standard error."""


def run(*command: str) -> Cost:
    """Run a command of policydiff within the limit of memory."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(MEMORY), *command], capture_output=True, text=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    *said, peak = done.stderr.splitlines() or ["0"]
    return Cost(done.returncode, seconds, float(peak) if peak.isdigit() else -1, "\n".join(said))


_CHILD = """
import atexit, resource, sys
memory = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
def peak():
    used = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(max(used) // 1024, file=sys.stderr)
atexit.register(peak)
from policydiff.cli import main
main()
"""


def kept(folder: Path, kind: Kind, size: int) -> list[str]:
    """Three captures of it as files, and an archive that holds them."""
    files = []
    for version in range(3):
        file = folder / f"p-2024-0{version + 1}-01{kind.suffix}"
        file.write_bytes(page(kind, size, version))
        files.append(str(file))
    run("--archive", str(folder / "archive"), "import", "files", NAME, *files)
    return files


def costs(kind: Kind, size: int, commands: Sequence[str]) -> Iterator[tuple[str, Cost]]:
    """What each command costs on captures of so many bytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = kept(folder, kind, size)
        options = ["--archive", str(folder / "archive")]
        for command in commands:
            if command == "fetch":
                yield command, fetched(folder, kind, size)
            elif command == "compare":
                yield command, run("compare", *files[:2])
            elif command == "verify":
                yield command, run(*options, "verify")
            else:
                asked = ["use \\d+"] if command == "when" else []
                yield command, run(*options, command, NAME, *asked, "--cache", "-")


def fetched(folder: Path, kind: Kind, size: int) -> Cost:
    """What the second of two visits costs, to a server that has two captures of it."""
    archive = str(folder / "fetched")
    types = {".md": "text/markdown", ".mhtml": "multipart/related"}
    with Server() as server:
        run("--archive", archive, "init")
        run("--archive", archive, "sources", "add", NAME, server.url("/p"), "--ignore-robots")
        cost = Cost(0, 0, 0, "")
        for version in range(2):
            body = page(kind, size, version)
            server.pages["/p"] = answer(body, Content_Type=types.get(kind.suffix, "text/html"))
            cost = run("--archive", archive, "fetch", "--allow-loopback")
    return cost


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", metavar="KIND", choices=KINDS)
    parser.add_argument("--command", choices=COMMANDS)
    parser.add_argument("--most", type=float, default=4.0, metavar="MB")
    parser.add_argument("--series", action="store_true")
    chosen = parser.parse_args()
    if chosen.series:
        return series()
    commands = [chosen.command] if chosen.command else COMMANDS
    faults = 0
    for name in [chosen.only] if chosen.only else KINDS:
        most = largest(KINDS[name], round(chosen.most * 1_000_000))
        small, large = (dict(costs(KINDS[name], size, commands)) for size in (most // _TIMES, most))
        for command in commands:
            line, fault = growth_line(small[command], large[command])
            faults += fault
            print(f"{name:38}{most / 1e6:6.2f} MB  {command:9}{line}", flush=True)
    return int(faults > 0)


def series() -> int:
    """Growth with what is no page: the captures of a series, the elements that a selector asks about."""
    faults = 0
    for name, measured, counts in (
        ("captures, a link to a right moves in each", log_of_captures, (50, 200)),
        ("paragraphs, the selector p ~ p", selection_of_siblings, (5_000, 20_000)),
    ):
        small, large = (measured(count) for count in counts)
        grown = math.log(max(large, 0.01) / max(small, 0.01)) / math.log(counts[1] / counts[0])
        fault = large > LEAST_SECONDS and grown > MOST
        faults += fault
        print(f"{name:44}{counts[1]:8,}{small:8.2f} s{large:8.2f} s{grown:7.2f}{'  BEYOND' if fault else ''}")
    return int(faults > 0)


def log_of_captures(count: int) -> float:
    """Processor seconds of a `log` of so many captures of a policy."""
    text = "".join(f"<p>We lend book {number} to whoever asks for it first." for number in range(200))
    with tempfile.TemporaryDirectory() as name:
        archive = Archive(Path(name))
        with archive.writer(NAME) as writer:
            for number in range(count):
                at = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=number)
                link = f"<p>You can <a href=https://lumio.example/{number}>object here</a>."
                body = f"{_HEAD}{text[: number * 40]}{link}{text[number * 40 :]}".encode()
                capture = Capture("", at, body, "ota", ref=f"{number:040x}", media_type="text/html")
                writer.add([capture], KnownOfCaptures())
        return run("--archive", name, "log", NAME, "--cache", "-").seconds - run("--version").seconds


def selection_of_siblings(count: int) -> float:
    """Processor seconds to read a page of so many paragraphs of which a selector asks for all but one."""
    data = (_HEAD + "<p>We keep x." * count).encode()
    start = time.process_time()
    normalise(data, selectors=("p ~ p",))
    return time.process_time() - start


def largest(kind: Kind, most: int) -> int:
    """The largest size that is read, among halves of so many bytes."""
    while most > _LEAST_BYTES:
        try:
            normalise(page(kind, most, 0), url=f"p{kind.suffix}")
        except (InputTooLarge, UnsupportedInput):  # of that size it is refused
            most //= 2
        else:
            break
    return most


def growth_line(small: Cost, large: Cost) -> tuple[str, bool]:
    """A line on two costs, and whether one is beyond the bounds."""
    start = run("--version").seconds
    grown = (
        math.log(max(large.seconds - start, 0.01) / max(small.seconds - start, 0.01)) / math.log(_TIMES)
        if large.seconds > LEAST_SECONDS
        else 0.0
    )
    broken = [cost for cost in (small, large) if cost.code not in (0, 1, 2) or cost.megabytes < 0]
    fault = bool(broken) or grown > MOST
    line = f"{small.seconds:7.1f} s{large.seconds:7.1f} s{grown:7.2f}{large.megabytes:7.0f} MB  {large.code}"
    return f"{line}{'  BEYOND' if fault else ''} {' '.join((broken or [large])[0].said.split())[:120]}", fault


if __name__ == "__main__":
    sys.exit(main())
