"""What is reported of the same written changes in each language: how many, how many under the right category.

    python -m benchmarks.languages [--missed]

The changes are those of `tests/cases/findings/changes.toml`: each stands there in English, French, German
and Spanish, with the findings that a reader would expect, or none. They were written and not drawn: the
figures compare languages with each other. How well changes are read is measured on real ones. `--missed`
lists those of which nothing is reported.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from tests.findings import LANGUAGES, Case, cases, compared

LEAST_REPORTED = {"en": 52, "fr": 43, "de": 40, "es": 43}
"""How many of the 56 changes with substance are reported at least: what was reached, less one or two."""


@dataclass(slots=True)
class Tally:
    """Counts of one language."""

    expected: int = 0
    reported: int = 0
    category: int = 0
    direction: int = 0
    silent: int = 0
    kept_silent: int = 0


def measure() -> tuple[dict[str, Tally], list[Case]]:
    """Counts by language, and the changes of which nothing is reported."""
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
        tally.reported += bool(found)
        tally.category += bool({category for category, _ in found} & {category for category, _ in wanted})
        tally.direction += bool(found & wanted)
        if not found:
            missed.append(case)
    return tallies, missed


def main() -> None:
    tallies, missed = measure()
    print("| | changes | reported | category right | direction too | of no substance | kept silent |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for language, row in tallies.items():
        print(
            f"| {language} | {row.expected} | {row.reported} | {row.category} | {row.direction} "
            f"| {row.silent} | {row.kept_silent} |"
        )
    if "--missed" in sys.argv[1:]:
        for case in missed:
            print(f"{case}: {case.old!r} -> {case.new!r}")
    if any(row.reported < LEAST_REPORTED[language] for language, row in tallies.items()):
        sys.exit("a language tells less than it did")


if __name__ == "__main__":
    main()
