"""Fit what a changed statement is worth to an editor: `python -m training.worth CORPUS --folds FOLDER`.

In: the weights that editors gave the changed statements of 240 pairs (`training/labels/worth.tsv`: 3 for
what must be told, 0 for what is trivial, - for what they did not name), the importance that the expert gave
those of the other pairs, and the answers of readers that never saw a pair's service. Out: the table of
`policydiff/findings/worth.py`, and how well it puts the right statement first where it was fitted to the
other folds. Only differences within a pair are learned: how much changed in a pair is known without a table.
"""

from __future__ import annotations

import json
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from policydiff import saved_page
from policydiff.diff import compare_documents
from policydiff.findings.assess import changes_in_order
from policydiff.findings.features import features
from policydiff.findings.worth import is_of_company, likeliest_matter
from policydiff.models import CATEGORIES
from policydiff.workflows.comparing import document
from training.arguments import corpus_and_folds
from training.labelled import MIRRORED
from training.labels import FOLDER, digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from policydiff.findings.model import Model
    from training.arguments import CorpusAndFolds

NAMES = ("substance", "article", *CATEGORIES, "another company")
_UNNAMED = 0.3
"""The weight of a statement that an editor did not name: some of these he would have, had he named more."""
_EXPERT = 0.3
"""What a statement that only the expert ranked weighs beside one that an editor weighed."""
_PENALTY = 100.0
"""Of the ridge; from 30 to 200 it makes no difference."""


class WeighedStatement(NamedTuple):
    """One changed statement with its weight."""

    pair: str
    fold: int
    seen: tuple[float, ...]
    """In the order of `NAMES`."""
    weight: float
    by_editor: bool


def weighed(asked: CorpusAndFolds) -> Iterator[WeighedStatement]:
    """The changed statements of a corpus that somebody weighed, pair by pair."""
    models, folder = asked.models(), asked.corpus / "statements"
    rows = (
        line.split("\t")
        for line in (FOLDER / "worth.tsv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
    known = {
        pair: {(kind, words): weight for _, kind, words, weight in some}
        for pair, some in groupby(rows, lambda row: row[0])
    }
    for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        yield from _of_pair(pair, folder / "texts", models[pair["fold"]], known.get(pair["id"], {}))


def _of_pair(
    pair: dict[str, Any], texts: Path, model: Model, known: dict[tuple[str, str], str]
) -> Iterator[WeighedStatement]:
    old, new = (
        document(saved_page.read_file(texts / f"{pair['id']}.{side}.md.gz")) for side in ("old", "new")
    )
    read = changes_in_order(compare_documents(old, new), old, new)
    if read is None or not read.changes:
        return
    by_expert = {
        (item["kind"], digest(item["old"], item["new"])): max(
            (label["importance"] for label in item["labels"]), default=0
        )
        for item in pair["items"]
    }
    answers = model.answers(features(read.changes, read.order.sign))
    for change, answer in zip(read.changes, answers, strict=True):
        sides = [side.text if side else None for side in (change.old, change.new)]
        keys = (change.kind, digest(*sides)), (MIRRORED[change.kind], digest(*reversed(sides)))
        key = keys[0] if keys[0] in by_expert or keys[0] in known else keys[1]
        if key not in (known or by_expert):
            continue
        matter = likeliest_matter(answer)
        seen = (
            answer.substance,
            answer.article,
            *(float(one == matter) for one in CATEGORIES),
            float(is_of_company(change)),
        )
        said = known.get(key, "")
        weight = (_UNNAMED if said == "-" else float(said)) if known else float(by_expert[key])
        yield WeighedStatement(pair["id"], pair["fold"], seen, weight, bool(known))


def fitted(some: Sequence[WeighedStatement]) -> np.ndarray[Any, Any]:
    """What each of `NAMES` adds to a weight: a ridge on differences within pairs."""
    by_pair = defaultdict(list)
    for one in some:
        by_pair[one.pair].append(one)
    seen = np.array([one.seen for one in some])
    spread = seen.std(axis=0) + 1e-9
    left, right = [], []
    for pair in by_pair.values():
        root = 1.0 if pair[0].by_editor else _EXPERT**0.5
        rows = np.array([one.seen for one in pair]) / spread
        weights = np.array([one.weight for one in pair])
        left.append(root * (rows - rows.mean(axis=0)))
        right.append(root * (weights - weights.mean()))
    rows, weights = np.vstack(left), np.concatenate(right)
    penalty = _PENALTY * np.eye(len(NAMES))
    return np.linalg.solve(rows.T @ rows + penalty, rows.T @ weights) / spread


def in_thousandths(some: Sequence[WeighedStatement], table: np.ndarray[Any, Any]) -> tuple[int, list[int]]:
    """The table of the package: what all statements have, and what each of `NAMES` adds; so that the sum is
    the weight that an editor gives, among the better half. Of the others hardly any is named."""
    edited = [one for one in some if one.by_editor]
    scores = np.array([one.seen for one in edited]) @ table
    weights = np.array([0.0 if one.weight == _UNNAMED else one.weight for one in edited])
    better = scores >= np.median(scores)
    slope, base = np.polyfit(scores[better], weights[better], 1)
    return round(1000 * base), [round(1000 * slope * one) for one in table]


def first_is_heaviest(
    some: Sequence[WeighedStatement], scores: np.ndarray[Any, Any], *, by_editor: bool
) -> float:
    """In which share of the pairs in which something matters the first statement has the highest weight."""
    by_pair = defaultdict(list)
    for one, score in zip(some, scores, strict=True):
        if one.by_editor == by_editor:
            by_pair[one.pair].append((-score, one.weight))
    least = 2 if by_editor else 1
    pairs = [pair for pair in by_pair.values() if max(weight for _, weight in pair) >= least]
    right = sum(min(pair)[1] == max(weight for _, weight in pair) for pair in pairs)
    return right / max(1, len(pairs))


def main() -> None:
    """Print the table and its figures."""
    some = list(weighed(corpus_and_folds(__doc__)))
    seen, folds = np.array([one.seen for one in some]), np.array([one.fold for one in some])
    scores = np.zeros(len(some))
    for fold in sorted({*folds}):
        table = fitted([one for one in some if one.fold != fold])
        scores[folds == fold] = seen[folds == fold] @ table
    article, substance = seen[:, NAMES.index("article")], seen[:, NAMES.index("substance")]
    print("| order | first has the highest weight (editors) | (expert) |\n| --- | --- | --- |")
    for name, order in (
        ("article", article),
        ("article + substance", article + substance),
        ("table", scores),
    ):
        shares = (f"{first_is_heaviest(some, order, by_editor=who):.3f}" for who in (True, False))
        print(f"| {name} | {' | '.join(shares)} |")
    base, added = in_thousandths(some, fitted(some))
    print(f"\nbase {base}")
    for name, one in zip(NAMES, added, strict=True):
        print(f"{name} {one}")


if __name__ == "__main__":
    main()
