"""What the questions about what policies state cost, in seconds of processor time.

    python -m benchmarks.positions [--corpus FOLDER]
    python -m benchmarks.positions --trend [--keep FOLDER]

`facts` and `optout` of the longest text among the histories of the corpus that people recorded for Instagram
(17,000 words), `regions` of it beside a text of 14,000 words as another region. Nothing is kept from before,
and what the program takes to start, measured on a text of one sentence, is left aside.
With `--trend` all histories of the corpus are brought into one archive, and `trend` is set beside `log` of
every series of it; that takes some minutes, and how far it is stands on standard error. `--keep` names a
folder for the archive, which need not be imported again by the next run.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.timing import parser, spent, verdict

FACTS, REGIONS, WARM, IN_LOGS = 0.5, 2.0, 2.0, 1.2
_LONG = ("pga-versions-part", "Instagram/Privacy Policy.md")
_OTHER = "changes/texts/google-20240506.new.md"


def seconds(*command: str) -> float:
    """What a command of policydiff takes; how far it is goes to standard error."""
    began = spent()
    done = subprocess.run(
        [sys.executable, "-m", "policydiff", *command], stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode not in (0, 1):
        sys.exit(done.returncode)
    return spent() - began


def tell(what: str) -> None:
    """Say what begins now."""
    print(what, file=sys.stderr, flush=True)


def least(*command: str) -> float:
    """What a command takes, of three runs the least."""
    return min(seconds(*command) for _ in range(3))


def texts(corpus: Path, folder: Path) -> tuple[Path, Path]:
    """Two long texts, named after a day."""
    bundle, path = _LONG
    repository = folder / "repository"
    subprocess.run(["git", "clone", "-q", corpus / "history" / f"{bundle}.bundle", repository], check=True)
    found = folder / "long-2026-03-01.md", folder / "other-2026-03-01.md"
    shutil.copyfile(repository / path, found[0])
    shutil.copyfile(corpus / _OTHER, found[1])
    return found


def of_texts(corpus: Path, folder: Path) -> bool:
    """Print what two long texts cost, and say whether the floors hold."""
    long, other = texts(corpus, folder)
    archive = ("--archive", str(folder / "archive"))
    for text, region in ((long, "eu"), (other, "us")):
        seconds(*archive, "import", "files", f"lumio/privacy-policy@{region}", str(text))
    short = folder / "short.md"
    short.write_text("# Privacy\n\nYou can object to all that we do.\n")
    start = least("facts", str(short))
    facts = least("facts", str(long)) - start
    ways = least("optout", str(long), "--cache", "-") - start
    regions = least(*archive, "regions", "lumio", "--cache", "-") - start
    print(
        f"facts {facts:.2f} s, ways out {ways:.2f} s, regions {regions:.2f} s; to start takes {start:.2f} s"
    )
    print(verdict(facts <= FACTS, f"facts at most {FACTS} s"))
    print(verdict(regions <= REGIONS, f"regions at most {REGIONS} s"))
    return facts <= FACTS and regions <= REGIONS


def archive_of_histories(corpus: Path, folder: Path) -> Path:
    """One archive of all histories; what a run before this one brought in is not imported again."""
    archive = folder / "archive"
    for bundle in sorted((corpus / "history").glob("*.bundle")):
        repository = folder / f"{bundle.stem}.git"
        if not repository.exists():
            subprocess.run(["git", "clone", "-q", "--bare", bundle, repository], check=True)
        variant = bundle.stem.partition("-versions")[0]
        tell(f"importing {bundle.stem}")
        seconds("--archive", str(archive), "import", "ota", str(repository), "--variant", variant)
    return archive


def of_histories(archive: Path, caches: Path) -> bool:
    """Print what `trend` and `log` of all histories cost, and say whether the floors hold."""
    asked = ("--archive", str(archive), "trend", "--finding", "ai-training", "--cache", str(caches / "trend"))
    tell("trend, nothing kept from before")
    cold = seconds(*asked)
    tell(f"{cold:.0f} s; trend again")
    warm = seconds(*asked)
    series = [str(path.parent.relative_to(archive)) for path in sorted(archive.glob("*/*/head.json"))]
    logs = 0.0
    for number, name in enumerate(series, 1):
        tell(f"{logs:.0f} s; log {number} of {len(series)}: {name}")
        logs += seconds("--archive", str(archive), "log", name, "--cache", str(caches / "log"))
    print(
        f"{len(series)} series: trend {cold:.0f} s, again {warm:.1f} s, log {logs:.0f} s: {cold / logs:.2f}"
    )
    print(verdict(cold <= IN_LOGS * logs, f"trend at most {IN_LOGS} times log"))
    print(verdict(warm <= WARM, f"trend again at most {WARM} s"))
    return cold <= IN_LOGS * logs and warm <= WARM


def main() -> int:
    """Print the figures; 1 where a floor does not hold."""
    options = parser(__doc__)
    options.add_argument("--trend", action="store_true")
    options.add_argument("--keep", type=Path, metavar="FOLDER", help="keep what --trend imports")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if asked.trend:
            held = of_histories(archive_of_histories(asked.corpus, asked.keep or folder), folder)
        else:
            held = of_texts(asked.corpus, folder)
    return int(not held)


if __name__ == "__main__":
    sys.exit(main())
