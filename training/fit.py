"""Fit the reader of statements: `python -m training.fit CORPUS` writes the model that the package ships.

The linear layer is fitted to statements, the forest to what linear layers say of statements that they have
not seen: each fold of services is answered by a layer fitted to the others. Bounds are chosen on answers of
that kind too. `fitted(examples)` does all of it for the examples it is given, so that a cross-validation
that hands it four folds of five chooses nothing on the fifth.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lightgbm
import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from policydiff.findings.features import NAMES, ROWS
from policydiff.findings.model import FORESTS, HEADS, OFFSET, Model, neighbours, packed, parsed
from policydiff.models import CATEGORIES
from training.arguments import corpus_parser
from training.labelled import examples, without_shape
from training.labels import labelled_changes, labelled_sentences
from training.written import written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from training.labelled import Example

SHIPPED = Path(__file__).parent.parent / "policydiff" / "findings" / "reader.model"
_LEAST_SEEN = 2
"""Statements that must hold a row for it to have a weight."""
_STRENGTH, _STRENGTH_MATTER = 3.0, 10.0
"""Inverse of the penalty on weights: of the questions to all statements, and of those on the matter."""
_TREES = {"substance": 400, "article": 60, "headline": 50}
_LEAVES = {"substance": 8, "article": 7, "headline": 5}
_SEEDS = 3
"""Forests of one question, each of other samples: their mean depends less on chance than one of them."""
_RATES = {"substance": 0.05, "article": 0.08, "headline": 0.08}
_LATER = 0.5
"""What a statement that was labelled later weighs in the forest beside one of the expert's."""
_WRITTEN = 0.1
"""What a written change weighs there: they are many, and all stand alone, as few of the real ones do."""
_RECALL = 1.5
"""How much more an article's matter that is ranked too low costs than one that is ranked too high."""
_LEAST_REPORTED = 0.75
"""Share of substance by weight that must be reported: few false alarms are worth less than one missed."""
_FLAT = 0.0015
"""F1 of substance within which bounds are as good as each other: the highest reports the fewest falsely."""
_LEAST_TRUE = 0.7
"""Share of statements called headlines that must belong in an article."""


def targets(some: Sequence[Example]) -> np.ndarray[Any, Any]:
    """One row an example, one column a question: what readers answered, 0 or 1."""
    answers = np.zeros((len(some), len(HEADS)))
    for row, example in enumerate(some):
        labels = example.labels or ()
        importance = max((label.importance for label in labels), default=0)
        answers[row, 0] = importance > 0
        answers[row, -2] = importance >= 2
        answers[row, -1] = importance >= 3
        for label in labels:
            answers[row, 1 + CATEGORIES.index(label.category)] = 1
    return answers


def _table(some: Sequence[Example]) -> sparse.csr_matrix:
    rows = [row for example in some for row in sorted(example.features.rows)]
    starts = np.cumsum([0, *(len(example.features.rows) for example in some)])
    return sparse.csr_matrix((np.ones(len(rows)), rows, starts), shape=(len(some), ROWS))


def linear(table: sparse.csr_matrix, answers: np.ndarray[Any, Any]) -> tuple[dict[str, Any], bytes]:
    """The first layer: header members and the table of weights in bytes."""
    seen = np.asarray(table.sum(0)).ravel()
    rare = np.log((1 + table.shape[0]) / (1 + seen)) + 1
    rare[seen < _LEAST_SEEN] = 0
    length = 32767 / max(1.0, (rare**2).max())
    squares = np.round(rare**2 * length)
    rare = np.sqrt(squares / length)  # as it will be read back
    weighed = table @ sparse.diags(rare)
    norms = np.sqrt(np.asarray(weighed.multiply(weighed).sum(1)).ravel())
    norms[norms == 0] = 1
    unit = (sparse.diags(1 / norms) @ weighed).tocsr()
    used = np.flatnonzero(squares)
    narrow = unit[:, used]
    weights = np.full((ROWS, len(HEADS) + 1), OFFSET, dtype="<u2")
    bias, scale = [], []
    substance = answers[:, 0] == 1
    for head, name in enumerate(HEADS):
        about = name in CATEGORIES  # asked only of what is of substance
        some = substance if about else np.ones(len(answers), dtype=bool)
        fitted = LogisticRegression(
            C=_STRENGTH_MATTER if about else _STRENGTH, solver="liblinear", intercept_scaling=20,
            class_weight="balanced" if about else None,
        ).fit(narrow[some], answers[some, head])  # fmt: skip
        found = fitted.coef_[0] * rare[used]
        step = max(1e-9, float(np.abs(found).max()) / 32767)
        weights[used, head] = (np.round(found / step) + OFFSET).astype("<u2")
        bias.append(float(fitted.intercept_[0]))
        scale.append(step)
    weights[:, -1] = (squares + OFFSET).astype("<u2")
    return {"bias": bias, "scale": scale, "length": 1 / length}, weights.tobytes()


_NO_BOUNDS = {"substance": 0.0, "second": 0.0, "article": 0.0, "headline": 0.0, "clear": 0.0}


def _layer(header: Mapping[str, Any], weights: bytes) -> Model:
    return parsed(
        packed({**header, "forests": {name: [] for name in FORESTS}, "bounds": _NO_BOUNDS}, weights), ""
    )


def _numbers(some: Sequence[Example], known: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """What the forests see of the statements of whole pairs, the columns about their neighbours last."""
    shapes = np.array([example.features.numbers for example in some], dtype=float)
    said = np.round(1000 * known)
    around: list[tuple[int, ...]] = []
    places = range(len(some))
    for _, group in groupby(places, lambda place: some[place].pair):
        pair = list(group)
        kinds = [some[place].features.numbers[:2] for place in pair]
        around += neighbours([int(said[place, 0]) for place in pair], kinds)
    return np.hstack([shapes, said, np.array(around, dtype=float)])


def _forests(
    numbers: np.ndarray[Any, Any], answer: np.ndarray[Any, Any], weight: np.ndarray[Any, Any], name: str
) -> list[Any]:
    return [
        lightgbm.LGBMClassifier(
            n_estimators=_TREES[name], learning_rate=_RATES[name], num_leaves=_LEAVES[name],
            min_child_samples=25, subsample=0.8, subsample_freq=1, colsample_bytree=0.4, reg_lambda=10,
            verbose=-1, n_jobs=1, random_state=seed, deterministic=True,
        ).fit(numbers, answer, sample_weight=weight)
        for seed in range(_SEEDS)
    ]  # fmt: skip


def _mean(forests: Sequence[Any], numbers: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return np.mean([forest.predict(numbers, raw_score=True) for forest in forests], axis=0)


def _trees(forests: Sequence[Any]) -> list[Any]:
    """The trees as columns (see `model.Tree`), whose sum is the mean of the forests."""
    grown = [tree for forest in forests for tree in forest.booster_.dump_model()["tree_info"]]
    return [_columns(tree["tree_structure"]) for tree in grown]


def _columns(root: dict[str, Any]) -> Any:
    asks: list[int] = []
    bounds: list[float] = []
    lower: list[int] = []
    higher: list[int] = []
    values: list[float] = []

    def grown(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            values.append(round(node["leaf_value"] / _SEEDS, 7))
            return -len(values)
        here = len(asks)
        asks.append(node["split_feature"])
        bounds.append(node["threshold"])
        lower.append(0)
        higher.append(0)
        lower[here], higher[here] = grown(node["left_child"]), grown(node["right_child"])
        return here

    if grown(root) < 0:
        return [0], [0.0], [-1], [-1], values
    return asks, bounds, lower, higher, values


class Layers:
    """First layers fitted to some folds, each once: the same one serves several rounds of a
    cross-validation."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        in_pairs = [*gathered.expert, *gathered.changes]
        self.in_forests = len(in_pairs) + len(gathered.written)
        self.examples = some = [*in_pairs, *gathered.written, *gathered.sentences]
        self.folds = np.array([example.fold for example in some])
        self.read = np.array([example.labels is not None for example in some])
        self.answers = targets(some)
        words = [replace(one, features=without_shape(one.features, one.kind)) for one in gathered.written]
        self.table = _table([*in_pairs, *words, *gathered.sentences])
        self.ours = np.zeros(len(some), dtype=bool)
        self.ours[len(in_pairs) : self.in_forests] = True
        self._fitted: dict[tuple[frozenset[int], bool], tuple[dict[str, Any], bytes]] = {}
        self._unseen: dict[frozenset[int], np.ndarray[Any, Any]] = {}

    def fitted(self, held: frozenset[int], *, all_written: bool) -> tuple[dict[str, Any], bytes]:
        """The layer fitted to all statements but those of some folds; `all_written` takes the written ones of
        these too."""
        key = held, all_written
        if key not in self._fitted:
            chosen = ~np.isin(self.folds, list(held)) | (self.ours & all_written)
            chosen &= self.read
            self._fitted[key] = linear(self.table[chosen], self.answers[chosen])
            about = "real ones of " if all_written else ""
            print(f"fitted to all but {about}{sorted(held) or 'none'}", file=sys.stderr, flush=True)
        return self._fitted[key]

    def unseen(self, held: frozenset[int]) -> np.ndarray[Any, Any]:
        """What layers that have not seen some folds answer to the statements in these.

        The layer that answers real ones has seen all that is written, as the one that is shipped has.
        """
        if held not in self._unseen:
            self._unseen[held] = said = np.zeros_like(self.answers)
            for all_written in (True, False):
                layer = _layer(*self.fitted(held, all_written=all_written))
                asked = np.isin(self.folds, list(held)) & (self.ours != all_written)
                for place in np.flatnonzero(asked[: self.in_forests]):
                    said[place] = layer.linear(self.examples[place].features.rows)
        return self._unseen[held]

    def model(self, held: Iterable[int] = ()) -> bytes:
        """The file of a model that has not seen some folds, in weights, trees or bounds."""
        out = frozenset(held)
        inner = sorted({example.fold for example in self.gathered.expert} - out)
        header, weights = self.fitted(out, all_written=True)
        known = np.zeros_like(self.answers)
        for fold in inner:
            rows = self.folds == fold
            known[rows] = self.unseen(out | {fold})[rows]
        kept = ~np.isin(self.folds, list(out))
        kept[self.in_forests :] = False  # of these only words are learned
        some = [example for example, keep in zip(self.examples, kept, strict=True) if keep]
        labelled = self.read[kept]
        numbers, known = _numbers(some, known[kept])[labelled], known[kept][labelled]
        answers, folds = self.answers[kept][labelled], self.folds[kept][labelled]
        read = int((kept & self.read)[: len(self.gathered.expert)].sum())
        weight = np.where(np.arange(len(numbers)) < read, 1.0, _LATER)
        weight[self.ours[kept][labelled]] = _WRITTEN
        forests, scores = {}, {}
        for name in FORESTS:
            answer = answers[:, HEADS.index(name)]
            seen = numbers if name == "substance" else numbers[:, : len(NAMES) + len(HEADS)]
            forests[name] = _trees(_forests(seen, answer, weight, name))
            score = np.zeros(len(numbers))
            for fold in inner:
                others = folds != fold
                unseen = _forests(seen[others], answer[others], weight[others], name)
                score[~others] = _mean(unseen, seen[~others])
            scores[name] = score
        # Bounds are for what the expert calls substance.
        bounds = _bounds(answers[:read], known[:read], {name: score[:read] for name, score in scores.items()})
        return packed({**header, "forests": forests, "bounds": bounds}, weights)


def _bounds(
    answers: np.ndarray[Any, Any], known: np.ndarray[Any, Any], scores: Mapping[str, np.ndarray[Any, Any]]
) -> dict[str, float]:
    """From which log-odds on something is reported."""
    weight = answers[:, 0] + answers[:, -2] + answers[:, -1]
    rated = []
    for bound in np.arange(-2.0, 1.0, 0.05):
        reported = scores["substance"] > bound
        if weight[reported].sum() < _LEAST_REPORTED * weight.sum():
            break
        rated.append((2 * answers[reported, 0].sum() / (reported.sum() + answers[:, 0].sum()), float(bound)))
    substance = max(bound for f1, bound in rated if f1 >= max(rated)[0] - _FLAT)
    article = known[:, -2] + scores["article"]
    headline = article + known[:, -1] + scores["headline"]
    among = scores["substance"] > substance
    on_top = np.inf
    for bound in np.arange(-16.0, 4.0, 0.1):
        called = (headline > bound) & among
        if called.sum() >= 20 and answers[called, -2].mean() >= _LEAST_TRUE:
            on_top = float(bound)
            break
    square, wanted = _RECALL**2, answers[:, -2].sum()
    articles = max(
        ((1 + square) * answers[article > b, -2].sum() / ((article > b).sum() + square * wanted), float(b))
        for b in np.arange(-4.0, 3.0, 0.1)
    )
    sure = np.sort(scores["substance"][answers[:, 0] == 1])
    return {
        "substance": substance, "second": 0.0, "article": articles[1], "headline": on_top,
        "clear": float(sure[len(sure) // 50]),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that the reader is fitted to."""

    expert: Sequence[Example]
    """The labelled statements of the corpus: what figures are measured on."""
    changes: Sequence[Example]
    """Changed statements of real pairs that were labelled later."""
    written: Sequence[Example]
    """Written changes, each the only one of its pair: what a forest knows of changes that stand alone. The
    linear layer learns only words from them."""
    sentences: Sequence[Example]
    """Single statements of real texts, of which only words are learned."""


def gathered(corpus: Path) -> Gathered:
    """The labelled statements; one sentence and an exit code where there is no corpus."""
    if not (corpus / "statements" / "pairs.jsonl").exists():
        sys.exit(f"{corpus}: there are no labelled statements here. Name the folder that holds `statements`.")
    return Gathered(
        list(examples(corpus)),
        list(labelled_changes(corpus)),
        list(written()),
        list(labelled_sentences(corpus)),
    )


def main() -> None:
    """Write the model that is shipped, or with --folds FOLDER one for each fold that has not seen it."""
    parser = corpus_parser(__doc__)
    parser.add_argument("--folds", type=Path, help="also write the models of the folds into this folder")
    args = parser.parse_args()
    layers = Layers(gathered(args.corpus))
    SHIPPED.write_bytes(layers.model())
    print(f"{SHIPPED}: {SHIPPED.stat().st_size:,} bytes, fitted to {layers.read.sum():,} statements")
    if args.folds:
        args.folds.mkdir(parents=True, exist_ok=True)
        for fold in sorted({example.fold for example in layers.gathered.expert}):
            (args.folds / f"{fold}.model").write_bytes(layers.model({fold}))
            print(f"{args.folds / f'{fold}.model'}: has not seen fold {fold}")


if __name__ == "__main__":
    main()
