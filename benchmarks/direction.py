"""How often the law of direction agrees with the readers of the labelled statements, given the category.

    python -m benchmarks.direction [--corpus FOLDER] [--choose]

Prints the share of right directions by kind of statement and by category, beside two guesses from the other
four folds (the direction most frequent for the kind, and for the kind and category), what was taken for what,
and the time. The law has to be mirrored on every statement. `--choose` also chooses the weights on four
folds, from equal ones, and scores them on the fifth: what such weights reach on services they never saw.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple, get_args

from benchmarks.timing import parser, verdict
from policydiff.findings import direction as law
from policydiff.findings.direction import Context, direction, mirrored
from policydiff.findings.likeness import counterparts
from policydiff.models import Category

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

FLOOR, EDITED_FLOOR, MOST_MS = 0.84, 0.78, 0.05
FOLDS = range(5)


class Statement(NamedTuple):
    kind: str
    old: str | None
    new: str | None
    context: Context
    fold: int
    labels: tuple[tuple[str, str], ...]
    """Category and direction of each label."""


class Case(NamedTuple):
    statement: Statement
    category: str
    right: str


def statements(corpus: Path) -> Iterator[Statement]:
    """The statements of the corpus, each with the most alike of those that only the other side has."""
    file = corpus / "statements" / "pairs.jsonl"
    if not file.is_file():
        sys.exit(f"{file} is not there: name the corpus with --corpus or POLICYDIFF_CORPUS")
    for line in file.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        new = [item["new"] for item in pair["items"] if item["kind"] == "new"]
        gone = [item["old"] for item in pair["items"] if item["kind"] == "gone"]
        other = {
            "new": dict(zip(new, counterparts(new, gone), strict=True)),
            "gone": dict(zip(gone, counterparts(gone, new), strict=True)),
            "edited": {},
        }
        for item in pair["items"]:
            text = item["new"] or item["old"]
            context = Context(
                pair["language"], item["lead"] or "", tuple(item["path"]), item["nearest"],
                other[item["kind"]].get(text),
            )  # fmt: skip
            labels = tuple((label["category"], label["direction"]) for label in item["labels"])
            yield Statement(item["kind"], item["old"], item["new"], context, pair["fold"], labels)


def direction_of(case: Case) -> str:
    one = case.statement
    return direction(one.old, one.new, case.category, one.context).direction


def guessed(cases: Sequence[Case], key: Callable[[Case], object]) -> list[str]:
    """For each case the direction that is most frequent among cases like it in the other folds."""
    answers = []
    for fold in FOLDS:
        seen: defaultdict[object, Counter[str]] = defaultdict(Counter)
        for case in cases:
            if case.statement.fold != fold:
                seen[key(case)][case.right] += 1
        best = {like: found.most_common(1)[0][0] for like, found in seen.items()}
        answers.append(best)
    return [answers[case.statement.fold].get(key(case), "changed") for case in cases]


def share(cases: Sequence[Case], answers: Sequence[str], kind: str = "") -> float:
    right = [
        case.right == answer
        for case, answer in zip(cases, answers, strict=True)
        if kind in ("", case.statement.kind)
    ]
    return sum(right) / len(right)


def chosen(cases: Sequence[Case]) -> list[str]:
    """Answers to edits by weights that were chosen on the other folds, from equal ones of the law's signs."""
    shipped = dict(law.WEIGHTS)
    answers = [direction_of(case) for case in cases]
    try:
        for fold in FOLDS:
            law.WEIGHTS.update({kind: 2 if weight > 0 else -2 for kind, weight in shipped.items()})
            training = [
                case for case in cases if case.statement.fold != fold and case.statement.kind == "edited"
            ]
            best = climb(training)
            print(f"  fold {fold}: {best} of {len(training)} edits in training, weights {law.WEIGHTS}")
            for at, case in enumerate(cases):
                if case.statement.fold == fold:
                    answers[at] = direction_of(case)
    finally:
        law.WEIGHTS.update(shipped)
    return answers


def climb(training: Sequence[Case]) -> int:
    """Change one weight at a time, twice each, where that makes more of the answers right."""
    best = sum(direction_of(case) == case.right for case in training)
    for kind in [*law.WEIGHTS, *law.WEIGHTS]:
        kept = law.WEIGHTS[kind]
        for weight in {0, kept // 2, kept * 2, kept * 4}:
            law.WEIGHTS[kind] = weight
            right = sum(direction_of(case) == case.right for case in training)
            if right > best:
                best, kept = right, weight
        law.WEIGHTS[kind] = kept
    return best


def broken_mirrors(found: Sequence[Statement]) -> int:
    """How often the comparison from the other end tells anything but the mirrored direction."""
    broken = 0
    for one in found:
        for category in get_args(Category):
            there = direction(one.old, one.new, category, one.context)
            back = direction(one.new, one.old, category, one.context)
            broken += back != (mirrored(there.direction), there.sure)
    return broken


def milliseconds(found: Sequence[Statement]) -> list[float]:
    taken = []
    for one in found:
        start = time.perf_counter()
        direction(one.old, one.new, "sharing", one.context)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def explain(cases: Sequence[Case], answers: Sequence[str]) -> None:
    """Print what was right by category, and what was taken for what."""
    answered = list(zip(cases, answers, strict=True))
    print("\nby category")
    for category in get_args(Category):
        own = [case.right == answer for case, answer in answered if case.category == category]
        print(f"  {category:20}{sum(own):5} of {len(own)}")
    print("\nkind, read, by rule: how often")
    taken = Counter((case.statement.kind, case.right, answer) for case, answer in answered)
    for (kind, right, answer), number in sorted(taken.items()):
        print(f"  {kind:8}{right:10}{answer:10}{number:5}")


def main() -> int:
    options = parser(__doc__)
    options.add_argument(
        "--choose", action="store_true", help="choose the weights anew in each fold; minutes"
    )
    given = options.parse_args()
    found = list(statements(given.corpus))
    cases = [Case(one, *label) for one in found for label in one.labels]
    rows = {
        "most frequent of the kind": guessed(cases, lambda case: case.statement.kind),
        "most frequent of kind and category": guessed(
            cases, lambda case: (case.statement.kind, case.category)
        ),
        "the law": [direction_of(case) for case in cases],
    }
    if given.choose:
        rows["the law, weights of other folds"] = chosen(cases)
    print(f"{len(found)} statements, {len(cases)} labels\n")
    print(f"{'share of right directions':36}{'new':>7}{'gone':>7}{'edited':>8}{'all':>7}")
    for name, answers in rows.items():
        new, gone, edited, every = (share(cases, answers, kind) for kind in ("new", "gone", "edited", ""))
        print(f"{name:36}{new:7.3f}{gone:7.3f}{edited:8.3f}{every:7.3f}")
    law_answers = rows["the law"]
    explain(cases, law_answers)
    broken = broken_mirrors(found)
    of_all = statistics.median(milliseconds(found))
    of_edits = statistics.median(milliseconds([one for one in found if one.kind == "edited"]))
    print(f"\nmedian of milliseconds: {of_all:.3f}, of edits {of_edits:.3f}")
    floors = {
        f"right directions of all at least {FLOOR}": share(cases, law_answers) >= FLOOR,
        f"of edits at least {EDITED_FLOOR}": share(cases, law_answers, "edited") >= EDITED_FLOOR,
        "mirrored on every statement in every category": broken == 0,
        f"median at most {MOST_MS} ms a statement": of_all <= MOST_MS,
    }
    for floor, held in floors.items():
        print(verdict(held, floor))
    return 0 if all(floors.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
