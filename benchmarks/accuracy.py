"""How often findings are right, on real changes labelled by hand: the tables of docs/accuracy.md.

    python -m benchmarks.accuracy [CORPUS]

CORPUS is the folder of real policies (or POLICYDIFF_CORPUS names it); `changes/README.md` in it defines what
counts as right, and `changes/score.py` counts. Services of HELD_OUT were not looked at while the
rules were first written.
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

HELD_OUT = ("claude", "google", "intramuros", "pinterest", "stackoverflow", "vertbaudet")
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
    told = []
    for pair in pairs:
        old, new = (str(changes / "texts" / f"{pair['id']}.{side}.md") for side in ("old", "new"))
        verdict, findings = score.read_answer(json.dumps(answer(old, new)))
        told.append({"verdict": verdict, "findings": findings, "error": None, "seconds": 0.0})
    return told


def measure(changes: Path) -> dict[str, dict[str, Any]]:
    """The scorer's results for all pairs, for the services held out and for the others."""
    score, pairs = scorer(changes), records(changes)
    told = answers(changes, score, pairs)
    held = [pair["id"].startswith(HELD_OUT) for pair in pairs]
    parts = {"all": [True] * len(pairs), "held out": held, "others": [not out for out in held]}
    return {
        name: score.add_up(
            [pair for pair, chosen in zip(pairs, part, strict=True) if chosen],
            [said for said, chosen in zip(told, part, strict=True) if chosen],
        )
        for name, part in parts.items()
    }


def main() -> None:
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("POLICYDIFF_CORPUS", "../shared/corpus")
    results = measure(Path(given) / "changes")
    print("| | " + " | ".join(results) + " |\n| --- |" + " --- |" * len(results))
    for figure in _FIGURES:
        print(
            f"| {figure.replace('_', ' ')} | "
            + " | ".join(f"{r[figure]:.3f}" for r in results.values())
            + " |"
        )
    print("| pairs | " + " | ".join(str(r["pairs"]) for r in results.values()) + " |")
    print("\n| category | labels | found | told | right |\n| --- | --- | --- | --- | --- |")
    for category, row in results["all"]["categories"].items():
        print(f"| {category} | {row['labels']} | {row['found']} | {row['predicted']} | {row['right']} |")
    print("\n| pairs labelled | pairs | false alarms | verdicts given |\n| --- | --- | --- | --- |")
    for label, row in results["all"]["false_alarms"].items():
        given = ", ".join(f"{verdict} {n}" for verdict, n in results["all"]["verdicts"][label].items())
        print(f"| {label} | {row['pairs']} | {row['alarms']} | {given} |")


if __name__ == "__main__":
    main()
