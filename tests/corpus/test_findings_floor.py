"""The labelled real changes: findings and verdicts never fall below what was reached."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.findings import answer

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

_LABELS = "2507bc3a"
"""Beginning of the SHA-256 of the labels that the floor was measured on."""
_FLOOR = {"weighted_recall": 0.87, "recall_importance_3": 0.95, "precision": 0.80, "verdict_accuracy": 0.98}
_EXTRAS_PER_HIT = 0.1
_SILENT = ("editorial", "identical", "variant-switch", "broken-capture", "recovery")


def _scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("labelled_changes_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _answers(scorer: ModuleType, folder: Path, records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    told = []
    for record in records:
        sides = (str(folder / "texts" / f"{record['id']}.{side}.md") for side in ("old", "new"))
        verdict, findings = scorer.read_answer(json.dumps(answer(*sides)))
        told.append({"verdict": verdict, "findings": findings, "error": None, "seconds": 0.0})
    return told


@pytest.mark.corpus
def test_findings_keep_their_level(corpus: Path) -> None:
    """Recall, precision and verdicts on the labelled pairs; silence on pairs without substance."""
    folder = corpus / "changes"
    labels = (folder / "labels.json").read_bytes()
    assert hashlib.sha256(labels).hexdigest().startswith(_LABELS), "other labels: measure the floor again"
    scorer, records = _scorer(folder), json.loads(labels)["records"]
    result = scorer.add_up(records, _answers(scorer, folder, records))
    assert {name: result[name] for name, least in _FLOOR.items() if result[name] < least} == {}
    assert result["extras_per_hit"] <= _EXTRAS_PER_HIT
    assert result["missed_news"] == []
    assert {kind: result["false_alarms"][kind]["alarms"] for kind in _SILENT} == dict.fromkeys(_SILENT, 0)
