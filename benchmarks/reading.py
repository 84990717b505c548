"""Findings on neighbouring versions of an archive, a seeded few of them, to be read by a person.

    python -m benchmarks.reading ARCHIVE.git --seed 7 --findings 60 --path '*Privacy Policy.md'

ARCHIVE.git is a git repository with one Markdown file a document and one commit a version. Prints each
finding drawn with both commits, and at the end how many pairs and findings there were. `--identical`
instead lists every finding other than a changed link on pairs whose words are the same: there must be none.
"""

from __future__ import annotations

import argparse
import fnmatch
import random
import subprocess
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff import compare, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Comparison, Finding


def _git(archive: str, *arguments: str) -> bytes:
    return subprocess.run(["git", f"--git-dir={archive}", *arguments], capture_output=True, check=True).stdout


def _pairs(archive: str, pattern: str) -> Iterator[tuple[str, str, str]]:
    """Path and both commits of every two neighbouring versions."""
    paths = _git(archive, "ls-tree", "-r", "--name-only", "-z", "HEAD").decode().split("\0")
    for path in sorted(path for path in paths if path and fnmatch.fnmatch(path, pattern)):
        commits = _git(archive, "log", "--reverse", "--format=%H", "--", path).decode().split()
        yield from ((path, old, new) for old, new in pairwise(commits))


def _compared(archive: str, path: str, old: str, new: str) -> Comparison:
    sides = (normalise(_git(archive, "show", f"{commit}:{path}"), url="policy.md") for commit in (old, new))
    return compare(*sides)


def _show(path: str, old: str, new: str, finding: Finding) -> str:
    lines = [f"{path} {old[:10]} {new[:10]}", f"  [{finding.importance}] {finding.rule}: {finding.sentence}"]
    lines += [f"  - {finding.old.text}"] if finding.old else []
    lines += [f"  + {finding.new.text}"] if finding.new else []
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("archive")
    parser.add_argument("--path", default="*")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--findings", type=int, default=60)
    parser.add_argument("--identical", action="store_true")
    chosen = parser.parse_args()
    verdicts: Counter[str] = Counter()
    found: list[str] = []
    for path, old, new in _pairs(chosen.archive, chosen.path):
        told = _compared(chosen.archive, path, old, new)
        verdicts[told.verdict] += 1
        same = not any(change.rewords for change in told.diff.changes)
        if chosen.identical:
            wrong = [f for f in told.findings if same and not f.rule.endswith("/link")]
            found += [_show(path, old, new, finding) for finding in wrong]
        else:
            found += [_show(path, old, new, finding) for finding in told.findings]
    drawn = (
        found
        if chosen.identical
        else random.Random(chosen.seed).sample(found, min(chosen.findings, len(found)))
    )
    print("\n\n".join(drawn))
    print(f"\n{sum(verdicts.values())} pairs {dict(verdicts)}, {len(found)} findings, {len(drawn)} shown")


if __name__ == "__main__":
    main()
