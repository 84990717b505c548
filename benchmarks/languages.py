"""What is told of the same written changes in each language: how many, how many under the right category.

    python -m benchmarks.languages [--missed]

The changes are those of `tests/cases/findings/changes.toml`: each stands there in English, French, German
and Spanish, with the findings that a reader would expect, or none. They were written and not drawn: the
figures compare languages with each other. How well changes are read is measured on real ones. `--missed`
lists those of which nothing is told.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from tests.findings import LANGUAGES, Case, cases, compared

LEAST_TOLD = {"en": 52, "fr": 43, "de": 40, "es": 43}
"""How many of the 56 changes with substance are told at least: what was reached, less one or two."""


@dataclass(slots=True)
class Tally:
    """Counts of one language."""

    expected: int = 0
    told: int = 0
    category: int = 0
    direction: int = 0
    silent: int = 0
    kept_silent: int = 0


def measure() -> tuple[dict[str, Tally], list[Case]]:
    """Counts by language, and the changes of which nothing is told."""
    tallies = {language: Tally() for language in LANGUAGES}
    missed = []
    for case in cases("changes.toml"):
        tally = tallies[case.language]
        findings = compared(case.old, case.new, case.language).findings
        found = {(one.category, one.direction) for one in findings}
        if not case.expect:
            tally.silent += 1
            tally.kept_silent += not found
            continue
        wanted = {(category, direction) for category, direction in map(str.split, case.expect)}
        tally.expected += 1
        tally.told += bool(found)
        tally.category += bool({category for category, _ in found} & {category for category, _ in wanted})
        tally.direction += bool(found & wanted)
        if not found:
            missed.append(case)
    return tallies, missed


def main() -> None:
    tallies, missed = measure()
    print("| | changes | told | category right | direction too | of no substance | kept silent |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for language, row in tallies.items():
        print(
            f"| {language} | {row.expected} | {row.told} | {row.category} | {row.direction} | {row.silent} "
            f"| {row.kept_silent} |"
        )
    if "--missed" in sys.argv[1:]:
        for case in missed:
            print(f"{case}: {case.old!r} -> {case.new!r}")
    if any(row.told < LEAST_TOLD[language] for language, row in tallies.items()):
        sys.exit("a language tells less than it did")


if __name__ == "__main__":
    main()
