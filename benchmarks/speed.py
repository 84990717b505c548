"""How fast two pages, or two texts, become a diff, next to the tools people use today.

    python -m benchmarks.speed [--corpus FOLDER] [--pairs N] [--rounds N]

All ways run in the same process in turn; git is a process of its own, as people run it, and so is its
start counted. Processor time, medians of the rounds; ratios are time of the peer to time of policydiff.
policydiff remembers what it read, so that the second page of a pair costs less than the first; before each
round all of that is forgotten.

htmldiff   lxml.html.diff.htmldiff on the two pages
bs4        BeautifulSoup's text of the two pages, then difflib.HtmlDiff
HtmlDiff   difflib.HtmlDiff on the lines of the two texts
redlines   Redlines(old, new).output_markdown
git        git diff --no-index --word-diff
"""

from __future__ import annotations

import difflib
import gzip
import json
import statistics
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.timing import interleaved, parser, spent, verdict
from policydiff import compare_documents, normalise

if TYPE_CHECKING:
    from collections.abc import Callable

Pair = tuple[str, bytes, bytes]


def raw_pairs(corpus: Path, most: int) -> list[Pair]:
    """Pairs of captured pages between which the wording changed, spread over the services."""
    folder = corpus / "raw"
    pairs = [
        pair
        for pair in json.loads((folder / "pairs.json").read_text("utf-8"))["pairs"]
        if pair["kind"] == "change"
    ]
    by_page = {pair["dir"]: pair for pair in pairs}
    chosen = list(by_page.values())
    step = max(1, len(chosen) // most)

    def page(pair: dict[str, str], side: str) -> bytes:
        return gzip.decompress((folder / pair["dir"] / f"{pair[side]}.html.gz").read_bytes())

    return [(pair["dir"], page(pair, "from"), page(pair, "to")) for pair in chosen[::step]]


def text_pairs(corpus: Path, most: int) -> list[Pair]:
    """Every so many of the labelled pairs of texts."""
    folder = corpus / "changes" / "texts"
    names = sorted(path.name.removesuffix(".old.md") for path in folder.glob("*.old.md"))
    step = max(1, len(names) // most)

    def text(name: str, side: str) -> bytes:
        return (folder / f"{name}.{side}.md").read_bytes()

    return [(name, text(name, "old"), text(name, "new")) for name in names[::step]]


def diff(old: bytes, new: bytes) -> object:
    """What the peers do too: from bytes to a diff, without looking for substance in it."""
    return compare_documents(normalise(old), normalise(new))


def page_ways(old: bytes, new: bytes) -> dict[str, Callable[[], object]]:
    from bs4 import BeautifulSoup
    from lxml.html.diff import htmldiff

    texts = old.decode("utf-8", "replace"), new.decode("utf-8", "replace")

    def bs4_and_htmldiff() -> str:
        first, second = (BeautifulSoup(text, "lxml").get_text("\n").splitlines() for text in texts)
        return difflib.HtmlDiff().make_file(first, second)

    return {
        "policydiff": lambda: diff(old, new),
        "htmldiff": lambda: htmldiff(*texts),
        "bs4": bs4_and_htmldiff,
    }


def text_ways(old: bytes, new: bytes, folder: Path) -> dict[str, Callable[[], object]]:
    from redlines import Redlines

    texts = old.decode(), new.decode()
    paths = folder / "old.md", folder / "new.md"
    for path, data in zip(paths, (old, new), strict=True):
        path.write_bytes(data)
    command = ["git", "diff", "--no-index", "--word-diff", *map(str, paths)]
    return {
        "policydiff": lambda: diff(old, new),
        "HtmlDiff": lambda: difflib.HtmlDiff().make_file(texts[0].splitlines(), texts[1].splitlines()),
        "redlines": lambda: Redlines(*texts).output_markdown,
        "git": lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=False),
    }


def document_ways(old: bytes, new: bytes, folder: Path) -> dict[str, Callable[[], object]]:
    """The diff alone: what it takes is read before, and the peers get the texts without markup."""
    read = normalise(old), normalise(new)
    texts = read[0].text.encode(), read[1].text.encode()
    return {**text_ways(*texts, folder), "policydiff": lambda: compare_documents(*read)}


def table(title: str, rows: dict[str, dict[str, float]]) -> dict[str, list[float]]:
    """Print one table; returns the ratios of every peer."""
    peers = [name for name in next(iter(rows.values())) if name != "policydiff"]
    print(f"\n{title}\n{'':44} {'policydiff':>10}" + "".join(f"{peer:>20}" for peer in peers))
    ratios: dict[str, list[float]] = {peer: [] for peer in peers}
    for name, row in rows.items():
        own = row["policydiff"]
        print(
            f"{name[:44]:44} {own:8.1f}ms" + "".join(f"{row[p]:10.1f}ms {row[p] / own:6.2f}x" for p in peers)
        )
        for peer in peers:
            ratios[peer].append(row[peer] / own)
    means = {peer: statistics.geometric_mean(listed) for peer, listed in ratios.items()}
    print(f"{'geometric mean':44} {'':10}" + "".join(f"{'':13}{means[p]:6.2f}x" for p in peers))
    return ratios


def rewrite(corpus: Path) -> float:
    """Milliseconds for two different policies of some 7,000 words each: nothing in common but the subject."""
    folder = corpus / "changes" / "texts"
    old = (folder / "zoom-20230630.old.md").read_bytes()
    new = b"\n".join(
        (folder / name).read_bytes() for name in ("quora-20230726.new.md", "perplexity-20260709.new.md")
    )
    return interleaved({"policydiff": lambda: diff(old, new[: len(old)])}, 9)["policydiff"]


def giant() -> float:
    """Seconds for one paragraph of 5 MB against another."""
    sentence = "We keep item {} for {} days unless you object to its use by partner {}. "
    old, new = (
        "".join(sentence.format(k, k % 97, k * step) for k in range(5_000_000 // 74)) for step in (3, 5)
    )
    start = spent()
    diff(old.encode(), new.encode())
    return spent() - start


def main() -> int:
    options = parser(__doc__)
    options.add_argument("--pairs", type=int, default=12)
    options.add_argument("--rounds", type=int, default=3)
    chosen = options.parse_args()
    warnings.simplefilter("ignore")
    pages = {
        name: interleaved(page_ways(old, new), chosen.rounds)
        for name, old, new in raw_pairs(chosen.corpus, chosen.pairs)
    }
    html = table("two captured pages, bytes to diff", pages)
    with tempfile.TemporaryDirectory() as folder:
        rows = {
            name: interleaved(text_ways(old, new, Path(folder)), chosen.rounds)
            for name, old, new in text_pairs(chosen.corpus, chosen.pairs)
        }
        read = {
            name: interleaved(document_ways(old, new, Path(folder)), chosen.rounds)
            for name, old, new in text_pairs(chosen.corpus, chosen.pairs)
        }
    text = table("two texts in Markdown, bytes to diff", rows)
    alone = table("the same texts without their markup, read before, to diff", read)
    mean = statistics.geometric_mean
    slow, big = rewrite(chosen.corpus), giant()
    print(f"\nfull rewrite of 7,000 words: {slow:.0f} ms; a paragraph of 5 MB against another: {big:.2f} s\n")
    lines = [
        verdict(mean(html["htmldiff"]) >= 5, "5 times as fast as htmldiff in the mean"),
        verdict(min(html["htmldiff"]) >= 1, "on no pair slower than htmldiff"),
        verdict(mean(html["bs4"]) >= 3, "3 times as fast as BeautifulSoup and HtmlDiff in the mean"),
        verdict(mean(text["HtmlDiff"]) >= 4, "4 times as fast as HtmlDiff in the mean"),
        verdict(mean(text["redlines"]) >= 10, "10 times as fast as redlines in the mean"),
        verdict(mean(text["git"]) >= 1 / 3, "at most 3 times as slow as git diff --word-diff in the mean"),
        verdict(mean(alone["HtmlDiff"]) >= 4, "4 times as fast as HtmlDiff, the diff alone"),
        verdict(mean(alone["redlines"]) >= 10, "10 times as fast as redlines, the diff alone"),
        verdict(mean(alone["git"]) >= 1 / 3, "at most 3 times as slow as git, the diff alone"),
        verdict(slow <= 100, "100 ms at most for a full rewrite of 7,000 words"),
        verdict(big < 2, "a paragraph of 5 MB against another in less than 2 s"),
    ]
    print("\n".join(lines))
    return int(any(line.startswith("BELOW") for line in lines))


if __name__ == "__main__":
    sys.exit(main())
