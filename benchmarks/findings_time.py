"""How long findings take beside the diff, on a policy of some 15,000 words with few and with many edits.

    python -m benchmarks.findings_time [--corpus FOLDER] [--rounds N]

The policy is that of `scaling`, 1 to 8 times as long. "few" has seven edited paragraphs whatever its length,
"many" the edits of `scaling`. Milliseconds of processor time, medians:

    before     both sides from bytes to documents, and the diff: all that `compare` does before findings
    again      the same, when another version of the policy was read before: the steps of a history
    diff       the diff alone
    first      findings and verdict, when nothing of the policy was read before
    later      the same, when another version of the policy was

Then, of the two policies of some 15,000 words, findings when the sentences of both sides and their content
words were read before, and nothing else: what the changed statements themselves take.

Real pairs of 12,000 words or more follow, a history of versions that each change three paragraphs of the one
before, compared step by step, and "first" beside "before" over all real pairs: that is what a comparison of
two recordings of any length and with any number of changes costs on an ordinary day.
"""

from __future__ import annotations

import gc
import math
import random
import statistics
import sys
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.scaling import FOLDS, copies, edited
from benchmarks.timing import forget, parser, spent, verdict
from policydiff import compare_documents, normalise
from policydiff.findings import assess
from policydiff.findings.lexicon import spoken
from policydiff.findings.statements import reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from policydiff.models import Document, DocumentDiff

FOLD = 2
"""How often the text is repeated to have some 15,000 words."""
MOST, GROWTH = 2.0, 1.3
MOST_OF_REAL = 1.0
"""Findings on all real pairs, in times of what comes before them: both in sum and at the median."""
LONG = 12_000
VERSIONS = 100
_STATEMENTS = (
    "We share your precise location with advertisers and keep it for 90 days.",
    "We may train our models with the photos that you post in public.",
    "You can object to this use at any time in your settings.",
)


class Times(NamedTuple):
    """Milliseconds of one pair."""

    before: float
    again: float
    diff: float
    first: float
    later: float

    def __str__(self) -> str:
        shares = (
            f"{self.first / self.before:5.2f} {self.first / self.diff:5.2f} {self.later / self.again:5.2f}"
        )
        return (
            f"{self.before:8.1f} {self.again:6.1f} {self.diff:6.1f} {self.first:6.1f} {self.later:6.1f}"
            f"   {shares}"
        )


def few(paragraphs: Sequence[str]) -> list[str]:
    """The same policy with seven edits: words in six paragraphs, and a new one in the middle."""
    chance = random.Random(3)
    found = list(paragraphs)
    for place in chance.sample([n for n, text in enumerate(found) if text.count(" ") > 12], 6):
        words = found[place].split(" ")
        words[chance.randrange(3, len(words))] = chance.choice(_STATEMENTS)
        found[place] = " ".join(words)
    found.insert(len(found) // 2, _STATEMENTS[0])
    return found


def _told(diff: DocumentDiff, old: Document, new: Document) -> None:
    assess(diff, old, new)


def _forget() -> None:
    """Leave nothing behind of what was read."""
    forget()
    gc.collect()


def _read(page: bytes) -> Document:
    return normalise(page, url="policy.md")


def measure(old: bytes, new: bytes, rounds: int) -> Times:
    """What a pair takes: medians, every way in turn so that a slow moment meets all of them."""
    sides = _read(old), _read(new)
    diff = compare_documents(*sides)
    ways: dict[str, Callable[[], object]] = {
        "before": lambda: compare_documents(_read(old), _read(new)),
        "again": lambda: compare_documents(_read(old), _read(new)),
        "diff": lambda: compare_documents(*sides),
        "first": lambda: _told(diff, *sides),
        "later": lambda: _told(diff, *sides),
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            if name in ("before", "first"):
                _forget()
            start = spent()
            way()
            taken[name].append((spent() - start) * 1000)
    return Times(**{name: statistics.median(listed) for name, listed in taken.items()})


def of_known_text(old: bytes, new: bytes, rounds: int) -> float:
    """Findings, in times of what comes before them, when the sentences of both sides are known: medians."""
    before, known = [], []
    for _ in range(rounds):
        _forget()
        start = spent()
        sides = _read(old), _read(new)
        diff = compare_documents(*sides)
        before.append(spent() - start)
        _forget()
        _know(*sides)
        start = spent()
        _told(diff, *sides)
        known.append(spent() - start)
    return statistics.median(known) / statistics.median(before)


def _know(*documents: Document) -> None:
    """Read the sentences of some documents with their content words."""
    for document in documents:
        read = reader(spoken(document))
        if read is None:
            continue
        for clause in document.clauses:
            for sentence in read.sentences(clause.text):
                read.content(sentence.said)


def _versions(paragraphs: list[str]) -> Iterator[bytes]:
    """Versions of a policy, each with three paragraphs other than the one before."""
    chance = random.Random(5)
    words = " ".join(paragraphs).split()
    for _ in range(VERSIONS):
        yield "\n\n".join(paragraphs).encode()
        for place in chance.sample(range(len(paragraphs)), 3):
            held = paragraphs[place].split(" ")
            held[chance.randrange(len(held))] = chance.choice(words)
            paragraphs[place] = " ".join(held)


def series(paragraphs: list[str]) -> tuple[float, float]:
    """Milliseconds for one step of a history: the whole way of a version, and findings alone."""
    _forget()
    whole = alone = 0.0
    last: Document | None = None
    for page in _versions(paragraphs):
        start = spent()
        document = _read(page)
        if last is not None:
            diff = compare_documents(last, document)
            told = spent()
            _told(diff, last, document)
            alone += spent() - told
        whole += spent() - start
        last = document
    return whole / VERSIONS * 1000, alone / VERSIONS * 1000


def real(texts: Path) -> Iterator[tuple[str, bytes, bytes]]:
    """The labelled pairs of real policies."""
    for path in sorted(texts.glob("*.old.md")):
        old, new = path.read_bytes(), path.with_name(path.name.replace(".old.", ".new.")).read_bytes()
        yield path.name.removesuffix(".old.md"), old, new


def of_real(pairs: Iterable[tuple[str, bytes, bytes]]) -> tuple[float, float]:
    """Findings in times of what comes before them: in sum over some pairs, and at their median. One round is
    enough: a slow moment meets few of them."""
    taken = [measure(old, new, rounds=1) for _, old, new in pairs]
    whole = sum(one.first for one in taken) / sum(one.before for one in taken)
    return whole, statistics.median(one.first / one.before for one in taken)


def main() -> int:
    options = parser(__doc__)
    options.add_argument("--rounds", type=int, default=7)
    chosen = options.parse_args()
    texts = chosen.corpus / "changes" / "texts"
    text = (texts / "zoom-20230811.old.md").read_text("utf-8")
    head = "  before  again   diff  first  later   first/before first/diff later/again"
    print(f"{'pair':22} {'words':>7}{head}")
    taken: dict[tuple[str, int], Times] = {}
    for name, edits in (("few", few), ("many", edited)):
        for fold in FOLDS:
            old = copies(text, fold)
            pages = "\n\n".join(old).encode(), "\n\n".join(edits(old)).encode()
            taken[name, fold] = measure(*pages, chosen.rounds)
            print(f"{name:22} {len(pages[0].split()):7,}{taken[name, fold]}")
    for name, edits in (("few", few), ("many", edited)):
        old = copies(text, FOLD)
        ratio = of_known_text("\n\n".join(old).encode(), "\n\n".join(edits(old)).encode(), chosen.rounds)
        print(f"{name}, the sentences of the text known, in times of what comes before: {ratio:.2f}")
    pairs = list(real(texts))
    for name, *pair in pairs:
        if len(pair[0].split()) >= LONG:
            print(f"{name:22} {len(pair[0].split()):7,}{measure(pair[0], pair[1], chosen.rounds)}")
    whole, alone = series(copies(text, FOLD))
    print(f"one step of a history of {VERSIONS} versions: {whole:.1f} ms, of which findings {alone:.1f} ms")
    ratio = max(taken[name, FOLD].first / taken[name, FOLD].before for name in ("few", "many"))
    growth = max(
        math.log(taken[name, 8].first / taken[name, 1].first) / math.log(8) for name in ("few", "many")
    )
    print(f"findings, in times of what comes before them: {ratio:.2f}")
    print(verdict(ratio <= MOST, f"at most {MOST}"))
    whole, median = of_real(pairs)
    print(f"the same over {len(pairs)} real pairs: {whole:.2f} in sum, {median:.2f} at the median")
    print(verdict(max(whole, median) <= MOST_OF_REAL, f"at most {MOST_OF_REAL}"))
    print(f"exponent from 1x to 8x: {growth:.2f}")
    print(verdict(growth <= GROWTH, f"at most {GROWTH}"))
    return int(ratio > MOST or max(whole, median) > MOST_OF_REAL or growth > GROWTH)


if __name__ == "__main__":
    sys.exit(main())
