"""How often findings are right, on real changes labelled by hand: the tables of docs/accuracy.md.

    python -m benchmarks.accuracy [CORPUS]

CORPUS is the folder of real policies (or POLICYDIFF_CORPUS names it); `changes/README.md` in it defines what
counts as right, and `changes/score.py` counts. None of these services is among the statements that the reader
of changes was fitted to; `python -m training.table` measures it on those, by fold.
"""

from __future__ import annotations

import importlib.util
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.findings import answer

if TYPE_CHECKING:
    from types import ModuleType

_FIGURES = ("weighted_recall", "recall_importance_3", "precision", "extras_per_hit", "verdict_accuracy")


def scorer(changes: Path) -> ModuleType:
    """The scorer that belongs to the labels."""
    spec = importlib.util.spec_from_file_location("labelled_changes_score", changes / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def records(changes: Path) -> list[dict[str, Any]]:
    """The labelled pairs."""
    found: list[dict[str, Any]] = json.loads((changes / "labels.json").read_text(encoding="utf-8"))["records"]
    return found


def answers(changes: Path, score: ModuleType, pairs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What policydiff says of each pair, in the shape the scorer keeps."""
    reported = []
    for pair in pairs:
        old, new = (str(changes / "texts" / f"{pair['id']}.{side}.md") for side in ("old", "new"))
        verdict, findings = score.read_answer(json.dumps(answer(old, new)))
        reported.append({"verdict": verdict, "findings": findings, "error": None, "seconds": 0.0})
    return reported


def measure(changes: Path) -> dict[str, Any]:
    """The scorer's results."""
    score, pairs = scorer(changes), records(changes)
    result: dict[str, Any] = score.add_up(pairs, answers(changes, score, pairs))
    return result


def main() -> None:
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("POLICYDIFF_CORPUS", "../shared/corpus")
    result = measure(Path(given) / "changes")
    print("| | |\n| --- | --- |")
    for figure in _FIGURES:
        print(f"| {figure.replace('_', ' ')} | {result[figure]:.3f} |")
    print(f"| pairs | {result['pairs']} |")
    print("\n| category | labels | found | reported | right |\n| --- | --- | --- | --- | --- |")
    for category, row in result["categories"].items():
        print(f"| {category} | {row['labels']} | {row['found']} | {row['predicted']} | {row['right']} |")
    print("\n| pairs labelled | pairs | false alarms | verdicts given |\n| --- | --- | --- | --- |")
    for label, row in result["false_alarms"].items():
        given = ", ".join(f"{verdict} {n}" for verdict, n in result["verdicts"][label].items())
        print(f"| {label} | {row['pairs']} | {row['alarms']} | {given} |")


if __name__ == "__main__":
    main()
