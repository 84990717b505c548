"""Print how well the reader of statements does on services it has not seen, by the scorers beside the corpus.

    python -m training.table [CORPUS] --folds FOLDER

FOLDER holds the models of `python -m training.fit --folds FOLDER`. First the cross-validated table: one run
of `statements/score.py` in which each pair is answered by the model of its fold; then the pairs of `changes`,
which no model has seen; then the stories, each by a model that has not seen its service, and by the shipped
one (in sample for services that are in the labelled statements).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from training.arguments import corpus_and_folds


def _run(name: str, corpus: Path, folds: Path, *arguments: str) -> None:
    """One scorer, with the answers of the models of the folds."""
    print(f"== {name}", flush=True)
    told = {"POLICYDIFF_CORPUS": str(corpus), "POLICYDIFF_FOLDS": str(folds), "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run([sys.executable, *arguments], env=os.environ | told, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{name}: the scorer ended with exit code {done.returncode}.")


def main() -> None:
    """Run the three scorers."""
    corpus, folds = (folder.resolve() for folder in corpus_and_folds(__doc__))
    if not (corpus / "statements" / "score.py").exists():
        sys.exit(f"{corpus}: there are no labelled statements here. Name the folder that holds `statements`.")
    if not (folds / "0.model").exists():
        sys.exit(f"{folds}: there are no models here. Make them with python -m training.fit --folds {folds}.")
    statements, changes, stories = (corpus / name for name in ("statements", "changes", "stories"))
    _run(
        "statements, cross-validated",
        corpus,
        folds,
        str(statements / "score.py"),
        "--python",
        "training.answer:by_fold",
    )
    _run("changes", corpus, folds, str(changes / "score.py"), "--python", "training.answer:shipped_model")
    for name, option in (("stories, unseen", "--unseen"), ("stories, by the shipped model", "")):
        command = f"{sys.executable} -m training.answer {option} {{old}} {{new}}"
        _run(name, corpus, folds, str(stories / "check.py"), "--command", command)


if __name__ == "__main__":
    main()
