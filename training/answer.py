"""Answers for the scorers of a corpus: each pair by a model that has not seen its service.

The scorers call `by_fold(old, new)`; the models of the folds lie in the folder that POLICYDIFF_FOLDS names
(made by `python -m training.fit --folds FOLDER`), the pairs and their folds in the corpus of
POLICYDIFF_CORPUS.
"""

from __future__ import annotations

import json
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

from policydiff.findings.model import Model, parsed, shipped
from policydiff.report import comparison_json
from policydiff.workflows.comparing import compare


@cache
def _folds() -> dict[str, int]:
    lines = (Path(os.environ["POLICYDIFF_CORPUS"]) / "statements" / "pairs.jsonl").read_text(encoding="utf-8")
    return {pair["id"]: pair["fold"] for pair in map(json.loads, lines.splitlines())}


@cache
def services() -> dict[str, int]:
    """The fold of each labelled service."""
    lines = (Path(os.environ["POLICYDIFF_CORPUS"]) / "statements" / "pairs.jsonl").read_text(encoding="utf-8")
    return {pair["service"]: pair["fold"] for pair in map(json.loads, lines.splitlines())}


@cache
def model(fold: int | None) -> Model:
    """The model that has not seen a fold; None stands for the shipped one, which has seen all."""
    if fold is None:
        return shipped()
    path = Path(os.environ["POLICYDIFF_FOLDS"]) / f"{fold}.model"
    return parsed(path.read_bytes(), path.name)


def by_fold(old: str, new: str) -> dict[str, Any]:
    """The JSON of `compare` for a labelled pair, by the model of its fold."""
    fold = _folds().get(Path(old).name.split(".")[0])
    return dict(json.loads(comparison_json.json(compare(old, new, model=model(fold)))))


def shipped_model(old: str, new: str) -> dict[str, Any]:
    """The same by the model that is shipped."""
    return dict(json.loads(comparison_json.json(compare(old, new))))


def main() -> None:
    """Answer one pair on standard output: [--unseen] OLD NEW, where OLD is the text of a story."""
    *unseen, old, new = sys.argv[1:]
    fold = _of_story(Path(old).name) if unseen else None
    print(comparison_json.json(compare(old, new, model=model(fold))), end="")


def _of_story(name: str) -> int | None:
    """The fold that holds the service of a story, None where no labelled statement is of it."""
    stories = json.loads(
        (Path(os.environ["POLICYDIFF_CORPUS"]) / "stories" / "stories.json").read_text(encoding="utf-8")
    )
    told = stories if isinstance(stories, list) else stories["stories"]
    service = next((one["service"] for one in told if name in (one["old"], one["new"])), "")
    return services().get(service)


if __name__ == "__main__":
    main()
