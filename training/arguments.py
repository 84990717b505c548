"""What the programs of this folder are asked with: the corpus, and the folder of the models of the folds."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from policydiff.findings.model import parsed
from training.labelled import FOLDS

if TYPE_CHECKING:
    from policydiff.findings.model import Model


class CorpusAndFolds(NamedTuple):
    """Two folders."""

    corpus: Path
    """That of real policies, with `statements`."""
    folds: Path
    """That of the models that `python -m training.fit --folds FOLDER` makes."""

    def models(self) -> list[Model]:
        """The model of each fold, which has not seen it."""
        files = [self.folds / f"{fold}.model" for fold in range(FOLDS)]
        return [parsed(file.read_bytes(), file.name) for file in files]


def corpus_parser(description: str | None) -> argparse.ArgumentParser:
    """A parser that knows the corpus, by default the one that POLICYDIFF_CORPUS names."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    default = Path(os.environ.get("POLICYDIFF_CORPUS", "../shared/corpus"))
    parser.add_argument("corpus", type=Path, nargs="?", default=default)
    return parser


def corpus_and_folds(description: str | None) -> CorpusAndFolds:
    """The folders that a program is asked with, of which the second one must be named."""
    parser = corpus_parser(description)
    parser.add_argument("--folds", type=Path, required=True)
    args = parser.parse_args()
    return CorpusAndFolds(args.corpus, args.folds)
