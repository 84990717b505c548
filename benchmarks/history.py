"""What becomes of whole archives: captures, texts, changes reported, and what it costs.

    python -m benchmarks.history [--corpus FOLDER]            the table, and the cost of all bundles
    python -m benchmarks.history --growth                     250, 500 and 1,000 versions of one long policy
    python -m benchmarks.history --draw 60 --seed 5           reported and not, to be read by a person

Every bundle is imported into an archive first, which is not counted. Seconds are those on the wall, since two
processes share the work; each series is reported once without a cache and once from the cache.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.timing import parser, verdict
from policydiff.archive import Archive
from policydiff.archive.writer import KnownOfCaptures
from policydiff.cache import Cache
from policydiff.errors import UnknownReference
from policydiff.importers import import_ota
from policydiff.models import Capture
from policydiff.workflows.timeline import SeriesHistory
from policydiff.workflows.timeline.several import answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.history_models import Judged, Timeline

LARGEST = "vlopses-us-versions"
WORDS = ("changes", "substantive", "editorial", "other")


def archives(corpus: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Each bundle of the corpus as an archive."""
    bundles = sorted((corpus / "history").glob("*.bundle"))
    if not bundles:
        sys.exit(f"{corpus} holds no history/*.bundle: name the corpus with --corpus or POLICYDIFF_CORPUS")
    for bundle in bundles:
        repository, archive = folder / f"{bundle.stem}.git", folder / bundle.stem
        command = ["git", "clone", "--quiet", "--bare", str(bundle), str(repository)]
        subprocess.run(command, check=True)
        import_ota(Archive(archive), repository)
        yield bundle.stem, archive


def series_histories(archive: Path, cache: Cache) -> Iterator[SeriesHistory]:
    """One for each series that was ever seen."""
    for series in Archive(archive).series():
        try:
            yield SeriesHistory(archive, series, cache)
        except UnknownReference:
            continue


def timelines(archive: Path, cache: Path) -> tuple[list[Timeline], float]:
    """The timelines of all series of an archive, and the seconds they took."""
    start = time.monotonic()
    with Cache(cache) as kept:
        reported = answers(str(archive), Archive(archive).series(), kept, SeriesHistory.timeline)
    return [one for one in reported.values() if one], time.monotonic() - start


def row(name: str, reported: list[Timeline], first: float, second: float) -> None:
    """One line of the table."""
    verdicts = Counter(entry.result.verdict for timeline in reported for entry in timeline.entries)
    other = verdicts.total() - verdicts["substantive"] - verdicts["editorial"]
    figures = (
        sum(timeline.sightings for timeline in reported),
        sum(timeline.texts for timeline in reported),
        verdicts["substantive"],
        verdicts["editorial"],
        other,
        sum(aside.sightings for timeline in reported for aside in timeline.passed_over),
        sum(timeline.flaps for timeline in reported),
    )
    print(
        f"{name:28}" + "".join(f"{figure:9,}" for figure in figures) + f"{first:9.1f}{second:9.1f}",
        flush=True,
    )


def table(corpus: Path, folder: Path) -> int:
    heads = ("versions", "texts", "substance", "wording", "other", "passed", "flaps", "seconds", "again")
    print(f"{'':28}" + "".join(f"{head:>9}" for head in heads))
    lines = []
    for name, archive in archives(corpus, folder):
        cache = folder / f"{name}.sqlite"
        reported, first = timelines(archive, cache)
        again, second = timelines(archive, cache)
        row(name, reported, first, second)
        if reported != again:
            lines.append(verdict(held=False, floor=f"{name}: the cache gives back what was put in"))
        if name == LARGEST:
            lines.append(verdict(first <= 75, "2,324 versions in at most 75 s"))
            lines.append(verdict(second < 2, "from the cache in less than 2 s"))
    print("\n".join(lines))
    return int(any(line.startswith("BELOW") for line in lines))


# --- growth ----------------------------------------------------------------------------------------

_PEOPLE = "you,a guest,a seller,a child's parent,a visitor,a member,an advertiser,a partner".split(",")
_DATA = "photos,posts,messages,contacts,payments,searches,places,devices,drafts,comments,purchases".split(",")
_AIMS = (
    "show advertising,keep the service safe,answer requests,improve features,count visits,obey the law".split(
        ","
    )
)


def sentence(number: int) -> str:
    """A sentence of some twenty words; another number, another sentence."""
    person, data, aim = _PEOPLE[number % 8], _DATA[number % 11], _AIMS[number % 6]
    return (
        f"When {person} uses part {number} of the service we keep {data} for {number % 97} days in order "
        f"to {aim}, as section {number % 31} explains."
    )


def policies(count: int) -> Iterator[str]:
    """Versions of one policy of 15,000 words: in each two sentences are new, one goes, and links rotate."""
    draw = random.Random(11)
    numbers = list(range(700))
    for version in range(count):
        for _ in range(2):
            numbers[draw.randrange(len(numbers))] = 1000 + draw.randrange(10**6)
        parts = []
        for place, number in enumerate(numbers):
            if place % 20 == 0:
                parts.append(f"## Part {place // 20 + 1}")
            link = (
                f" [Learn more](https://example.org/help?token={version}{place})." if place % 25 == 0 else ""
            )
            parts.append(sentence(number) + link)
        yield "# Privacy Policy\n\n" + "\n\n".join(parts)


def growth(folder: Path) -> int:
    """Seconds and memory for more and more versions of one policy."""
    seconds = []
    for count in (250, 500, 1000):
        archive, at = Archive(folder / str(count)), datetime(2020, 1, 1, tzinfo=UTC)
        with archive.writer("lumio/privacy-policy") as writer:
            for number, text in enumerate(policies(count)):
                moment = at + timedelta(days=number)
                capture = Capture(
                    "", moment, text.encode(), "ota", ref=f"{number:040x}", media_type="text/markdown"
                )
                writer.add([capture], KnownOfCaptures())
        command = [sys.executable, "-m", "benchmarks.history", "--one", str(archive.path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        taken, memory, entries = (float(part) for part in done.stdout.split())
        seconds.append(taken)
        print(
            f"{count:6,} versions  {taken:6.1f} s  {memory:5.0f} MB  {entries:.0f} changes reported",
            flush=True,
        )
    exponent = log(seconds[-1] / seconds[0]) / log(4)
    lines = [
        verdict(seconds[-1] < 40, "1,000 versions in less than 40 s"),
        verdict(memory < 500, "in less than 500 MB"),
        verdict(exponent < 1.3, f"growth with the number of versions is linear (exponent {exponent:.2f})"),
    ]
    print("\n".join(lines))
    return int(any(line.startswith("BELOW") for line in lines))


def one(archive: str) -> None:
    """Tell the one series of an archive; print seconds, megabytes of the largest process, and entries."""
    start = time.monotonic()
    reported = SeriesHistory(archive, "lumio/privacy-policy", Cache(None)).timeline()
    whose = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    memory = max(resource.getrusage(who).ru_maxrss for who in whose) / 1024
    print(time.monotonic() - start, memory, len(reported.entries))


# --- to be read by a person ------------------------------------------------------------------------


class Drawn(NamedTuple):
    """A pair of captures, reported as a change or not."""

    stratum: tuple[str, str]
    """The bundle, and the verdict or why it is not reported."""
    old: str
    new: str
    """References to the archive of the bundle."""

    def __str__(self) -> str:
        return f"{self.stratum[0]} {self.old} {self.new} {self.stratum[1]}"


def drawn(corpus: Path, folder: Path, count: int, seed: int, path: str) -> None:
    """So many changes that are reported, and so many differences between neighbours that are not.

    Strata are drawn from in turn: no bundle, verdict or reason is left out because others have more of it.
    """
    reported, untold = list[Drawn](), list[Drawn]()
    for name, archive in archives(corpus, folder):
        with Cache(folder / f"{name}.sqlite") as cache:
            for series_history in series_histories(archive, cache):
                if path not in series_history.series:
                    continue
                timeline, history = series_history.timeline(), series_history.history()
                reported += [
                    Drawn((name, entry.result.verdict), entry.old.snapshot, entry.new.snapshot)
                    for entry in timeline.entries
                ]
                ends = {entry.new.ref for entry in timeline.entries}
                untold += [
                    Drawn((name, why(old, new)), old.sighting.snapshot, new.sighting.snapshot)
                    for old, new in pairwise(history.judged)
                    if new.sighting.ref not in ends and differ(old, new)
                ]
    draw = random.Random(seed)
    for title, listed in (("reported", reported), ("not reported", untold)):
        print(f"\n{title}: {min(count, len(listed))} of {len(listed)}")
        print(*in_turn(listed, count, draw), sep="\n")


def in_turn(listed: list[Drawn], count: int, draw: random.Random) -> list[Drawn]:
    """So many of a list, from its strata in turn, by chance within each."""
    strata: dict[tuple[str, str], list[Drawn]] = {}
    for one in listed:
        strata.setdefault(one.stratum, []).append(one)
    for group in strata.values():
        draw.shuffle(group)
    chosen = list[Drawn]()
    while len(chosen) < min(count, len(listed)):
        chosen += [strata[stratum].pop() for stratum in sorted(strata) if strata[stratum]]
    return sorted(chosen[:count])


def differ(old: Judged, new: Judged) -> bool:
    """Whether two captures differ in words."""
    texts = [frozenset(s.id for s in one.sighting.fingerprint.statements) for one in (old, new)]
    return texts[0] != texts[1]


def why(old: Judged, new: Judged) -> str:
    """Why a difference between neighbours is not reported."""
    for side, judged in (("before", old), ("after", new)):
        if judged.passed_over:
            return f"{side}: {judged.passed_over}"
    if old.variant != new.variant:
        return "another variant"
    return "another text of the variant" if old.track != new.track else "no news"


def main() -> int:
    options = parser(__doc__)
    options.add_argument("--growth", action="store_true")
    options.add_argument("--draw", type=int, default=0)
    options.add_argument("--seed", type=int, default=5)
    options.add_argument("--path", default="", help="only series with this in their names")
    options.add_argument("--one", help="for --growth itself")
    chosen = options.parse_args()
    if chosen.one:
        one(chosen.one)
        return 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if chosen.growth:
            return growth(folder)
        if chosen.draw:
            drawn(chosen.corpus, folder, chosen.draw, chosen.seed, chosen.path)
            return 0
        return table(chosen.corpus, folder)


if __name__ == "__main__":
    sys.exit(main())
