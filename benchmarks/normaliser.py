"""How well and how fast pages are read: the scores of the corpus of raw pages, in all and by halves.

    python -m benchmarks.normaliser [--halves]

Prints what `score.py` of the corpus prints for `benchmarks.adapter:text`, shortened, beside the figures to
reach. With `--halves` also for each half of the services (by a hash of their names): rules that were made
for one page would show as a gap between the halves. Times are processor time, so that other programs do not
count; of them the ratio to a bare parse is the one to look at.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

FLOORS = {
    "5-gram F1": 0.990,
    "5-gram recall": 0.995,
    "noise identical": 0.993,
    "noise 30 days apart identical": 0.96,
    "change detected": 0.995,
    "change covered": 0.99,
    "difference precision": 0.975,
    "overall with far": 0.98,
}
SLOWEST = 10.0
"""Times a bare parse."""


def folder() -> Path:
    """The raw pages of the corpus."""
    root = Path(__file__).parent.parent
    return Path(os.environ.get("POLICYDIFF_CORPUS") or root.parent / "shared" / "corpus") / "raw"


def scorer(raw: Path) -> Any:
    """The corpus's own scoring module, with the clock of the processor for that on the wall."""
    spec = importlib.util.spec_from_file_location("score", raw / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(
            f"{raw / 'score.py'} cannot be loaded; POLICYDIFF_CORPUS names the folder of the corpus"
        )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.__dict__["time"] = SimpleNamespace(perf_counter=time.process_time)
    return module


def results(raw: Path, *, services: set[str] | None = None) -> tuple[Any, list[dict[str, Any]]]:
    """The scorer and its results for each document."""
    score = scorer(raw)
    score.init("benchmarks.adapter:text")
    data = json.loads((raw / "pairs.json").read_text())
    pairs: dict[str, list[dict[str, Any]]] = {}
    for pair in data["pairs"]:
        pairs.setdefault(pair["dir"], []).append(pair)
    documents = [d for d in data["documents"] if services is None or d["dir"].partition("/")[0] in services]
    return score, [score.run((document, pairs[document["dir"]])) for document in documents]


def figures(score: Any, found: list[dict[str, Any]]) -> dict[str, float]:
    """The figures that have a floor."""
    summary = score.summary(found)
    fidelity, change = summary["fidelity"], summary["change"]
    return {
        "5-gram F1": fidelity["shingle_f1"],
        "5-gram recall": fidelity["shingle_r"],
        "noise identical": summary["noise"]["identical"],
        "noise 30 days apart identical": summary["noise_far"]["identical"],
        "change detected": change["detected"],
        "change covered": change["covered"],
        "difference precision": change["diff_precision"],
        "overall with far": summary["overall_with_far"],
    }


def in_first_half(result: dict[str, Any]) -> bool:
    """Halves by service, so that no page of a service is in both."""
    service = result["dir"].partition("/")[0]
    return hashlib.sha256(service.encode()).digest()[0] % 2 == 0


def main() -> None:
    parser = argparse.ArgumentParser(description="How well and how fast pages are read.")
    parser.add_argument("--halves", action="store_true", help="also each half of the services")
    halves = parser.parse_args().halves
    score, found = results(folder())
    columns = {"all": figures(score, found)}
    if halves:
        columns["half 1"] = figures(score, [result for result in found if in_first_half(result)])
        columns["half 2"] = figures(score, [result for result in found if not in_first_half(result)])
    print(f"{'':32}{'floor':>8}" + "".join(f"{name:>10}" for name in columns))
    for name, floor in FLOORS.items():
        print(f"{name:32}{floor:8.3f}" + "".join(f"{column[name]:10.4f}" for column in columns.values()))
    summary = score.summary(found)
    print(f"{'times a bare parse (median)':32}{SLOWEST:8.1f}{summary['ratio_to_lxml_parse']:10.1f}")
    print(f"{'milliseconds a page (median)':40}{summary['time_ms_median']:10.1f}")
    for name, of_class in score.class_scores(found).items():
        print(
            f"  {name:14}"
            + "  ".join(f"{key} {value:.4f}" for key, value in of_class.items() if key != "documents")
        )


if __name__ == "__main__":
    main()
