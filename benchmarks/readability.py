"""How readable the edits are, on real pairs of policies: prints a table and whether the floors hold.

    python -m benchmarks.readability [--corpus FOLDER] [--pairs-only | --history-only]

Everything is counted from what `policydiff compare --format json` prints as well: the kinds of the
changes, the texts of their clauses and the edits. Words are runs of letters and digits.

marked    words that the reader sees deleted or inserted; what merely moved is not
minimum   the least any in-order list of edits could mark: all words of both sides less twice their longest
          common subsequence
islands   runs of one or two unchanged words between two edits of a change
cuts      edits that begin or end inside a word
twice     paragraphs of eight words or more, the same on both sides, shown as deleted here and inserted there
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from policydiff import compare
from policydiff.text import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Change, Clause, Comparison

MOST_ISLANDS = 60
MOST_MARKED = 1.10
HISTORY_PAIRS = 595


@dataclass(frozen=True)
class Figures:
    """What was counted on one pair."""

    words: int
    marked: int
    minimum: int
    islands: int
    cuts: int
    twice: int

    @property
    def ratio(self) -> float:
        """Marked words in relation to the minimum."""
        return self.marked / self.minimum if self.minimum else float(self.marked > 0) * 99


def marked_texts(comparison: Comparison) -> Iterator[str]:
    """Every text that the reader sees deleted or inserted."""
    for change in comparison.diff.changes:
        if change.kind == "removed":
            yield from (comparison.old.clauses[i].text for i in change.old)
        elif change.kind == "added":
            yield from (comparison.new.clauses[j].text for j in change.new)
        yield from (edit.old + edit.new for edit in change.edits if edit.operation != "equal")


def minimum(old: Sequence[str], new: Sequence[str]) -> int:
    """The least number of words that an in-order list of edits can mark."""
    codes: dict[str, int] = {}
    a, b = ([codes.setdefault(word, len(codes)) for word in side] for side in (old, new))
    return len(a) + len(b) - 2 * int(LCSseq.similarity(a, b))


def islands(change: Change) -> int:
    """Runs of one or two unchanged words between edits."""
    inner = change.edits[1:-1]
    return sum(edit.operation == "equal" and 1 <= len(words(edit.old)) <= 2 for edit in inner)


def cuts(change: Change) -> int:
    """Edits that begin or end inside a word, on either side."""
    found = 0
    for side in (
        [edit.old for edit in change.edits if edit.old],
        [edit.new for edit in change.edits if edit.new],
    ):
        found += sum(a[-1].isalnum() and b[0].isalnum() for a, b in pairwise(side))
    return found


def shown_whole(clauses: Sequence[Clause], changes: Sequence[Change], side: str) -> Counter[str]:
    """Clauses of eight words or more of which every word is marked."""
    found: Counter[str] = Counter()
    for change in changes:
        places: tuple[int, ...] = getattr(change, side)
        if change.kind in ("removed", "added"):
            found.update(fold(clauses[place].text) for place in places)
            continue
        marks = "".join(
            ("x" if edit.operation != "equal" else " ") * len(getattr(edit, side)) for edit in change.edits
        )
        at = 0
        for place in places:
            text = clauses[place].text
            if marks and set(marks[at : at + len(text)]) == {"x"}:
                found[fold(text)] += 1
            at += len(text) + 1
    return Counter({text: times for text, times in found.items() if len(words(text)) >= 8})


def measure(old: bytes, new: bytes) -> Figures:
    """All figures of one pair."""
    comparison = compare(old, new)
    sides = [
        [word for clause in side.clauses for word in words(fold(clause.text).casefold())]
        for side in (comparison.old, comparison.new)
    ]
    changes = comparison.diff.changes
    twice = shown_whole(comparison.old.clauses, changes, "old") & shown_whole(
        comparison.new.clauses, changes, "new"
    )
    return Figures(
        words=sum(map(len, sides)),
        marked=sum(len(words(fold(text))) for text in marked_texts(comparison)),
        minimum=minimum(*sides),
        islands=sum(map(islands, changes)),
        cuts=sum(map(cuts, changes)),
        twice=twice.total(),
    )


def measure_pairs(corpus: Path) -> dict[str, tuple[str, Figures]]:
    """The labelled pairs: name to label and figures."""
    folder = corpus / "changes"
    records = json.loads((folder / "labels.json").read_text("utf-8"))["records"]
    return {
        record["id"]: (
            record["triage"],
            measure(
                (folder / record["texts"]["old"]).read_bytes(),
                (folder / record["texts"]["new"]).read_bytes(),
            ),
        )
        for record in records
    }


# --- Neighbouring versions whose words are the same ---------------------------------------------

_LINK = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((?:[^()]|\([^()]*\))*\)")
_STRAIGHT = str.maketrans(
    {**dict.fromkeys("‘’‚‛", "'"), **dict.fromkeys("“”„‟", '"'), "–": "-", "—": "-", "\u00a0": " ",
     **dict.fromkeys("\u200b\u200c\u200d\ufeff\u00ad\u2060")}
)  # fmt: skip


def plain_words(markdown: str) -> list[str]:
    """The words of a recorded text, cleaned as the README of the labelled changes says."""
    previous = ""
    while previous != markdown:
        previous, markdown = markdown, _LINK.sub(r"\1", markdown)
    markdown = re.sub(r"\\(.)", r"\1", markdown)
    return words(re.sub(r"[*_`#|]", "", markdown.translate(_STRAIGHT)).lower())


def same_worded_versions(corpus: Path) -> Iterator[tuple[str, bytes, bytes]]:
    """Neighbouring versions of a file whose words are the same and whose bytes are not."""
    for bundle in sorted((corpus / "history").glob("*-part.bundle")):
        with tempfile.TemporaryDirectory() as folder:
            run = ["git", "clone", "--quiet", "--bare", str(bundle), folder]
            subprocess.run(run, check=True, stderr=subprocess.DEVNULL)
            yield from _same_worded(Path(folder), bundle.name)


def _same_worded(repository: Path, name: str) -> Iterator[tuple[str, bytes, bytes]]:
    def git(*arguments: str) -> bytes:
        return subprocess.run(
            ["git", "-C", str(repository), *arguments], check=True, stdout=subprocess.PIPE
        ).stdout

    log = git("-c", "core.quotePath=off", "log", "--reverse", "--format=%x00%H", "--name-only", "-z").decode()
    last: dict[str, tuple[bytes, list[str]]] = {}
    commit = ""
    for part in filter(None, (p.strip("\n") for p in log.split("\0"))):
        if re.fullmatch(r"[0-9a-f]{40}", part):
            commit = part
            continue
        data = git("show", f"{commit}:{part}")
        found = plain_words(data.decode("utf-8", "replace"))
        before = last.get(part)
        if before and before[0] != data and before[1] == found:
            yield f"{name} {part} {commit[:10]}", before[0], data
        last[part] = data, found


def shown(comparison: Comparison) -> list[str]:
    """What is shown beside links, although only link targets and markup changed."""
    marked = [text for text in marked_texts(comparison) if words(text)]
    moved = [change.kind for change in comparison.diff.changes if change.kind.startswith("moved")]
    return [*marked, *moved]


# --- Printing -----------------------------------------------------------------------------------


def print_pairs(corpus: Path) -> list[str]:
    """The table of the labelled pairs; returns what is below a floor."""
    print(
        f"{'pair':28} {'label':15} {'words':>6} {'marked':>7} {'minimum':>7} {'ratio':>6} islands cuts twice"
    )
    failed = []
    total: Counter[str] = Counter()
    for name, (label, figures) in measure_pairs(corpus).items():
        print(
            f"{name:28} {label:15} {figures.words:6} {figures.marked:7} {figures.minimum:7}"
            f" {figures.ratio:6.3f} {figures.islands:7} {figures.cuts:4} {figures.twice:5}"
        )
        total.update(marked=figures.marked, minimum=figures.minimum, islands=figures.islands)
        if label == "identical" and figures.marked:
            failed.append(f"{name}: {figures.marked} changed words on a pair labelled identical")
        if figures.ratio > MOST_MARKED:
            failed.append(f"{name}: marks {figures.ratio:.3f} times the minimum")
        if figures.cuts or figures.twice:
            failed.append(f"{name}: {figures.cuts} cut words, {figures.twice} paragraphs shown twice")
    print(f"total: {total['marked']} marked of a minimum of {total['minimum']}, {total['islands']} islands")
    if total["islands"] > MOST_ISLANDS:
        failed.append(f"{total['islands']} islands in total, {MOST_ISLANDS} are allowed")
    return failed


def print_history(corpus: Path) -> list[str]:
    """The neighbouring versions; returns what is below a floor."""
    failed, pairs, linked = [], 0, 0
    for name, old, new in same_worded_versions(corpus):
        pairs += 1
        comparison = compare(old, new)
        linked += any(change.links for change in comparison.diff.changes)
        if shown(comparison):
            failed.append(f"{name}: {shown(comparison)[:4]}")
    print(f"{pairs} neighbouring versions with the same words: {pairs - len(failed)} show nothing but links")
    print(f"({linked} show changed links)")
    if pairs != HISTORY_PAIRS:
        failed.append(f"{pairs} pairs found, {HISTORY_PAIRS} expected")
    return failed


def main() -> int:
    """Print all figures; 1 where a floor does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--corpus", type=Path, default=os.environ.get("POLICYDIFF_CORPUS", "../shared/corpus")
    )
    parser.add_argument("--pairs-only", action="store_true")
    parser.add_argument("--history-only", action="store_true")
    options = parser.parse_args()
    failed = []
    if not options.history_only:
        failed += print_pairs(Path(options.corpus))
    if not options.pairs_only:
        failed += print_history(Path(options.corpus))
    for line in failed:
        print("BELOW THE FLOOR:", line)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
