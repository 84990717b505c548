"""From which worth on a changed place deserves a quote: `python -m training.deserving CORPUS --folds FOLDER`.

In: what editors said of the changed places of 363 pairs (`training/labels/places.tsv`), each known by the
statements that changed there, and the comparisons by readers that never saw a pair's service. Out: how well
the worth of the worthiest statement tells the places that they would quote from those that they never would,
and how many of either are worth at least so much. The bound is `DESERVING` of `policydiff.report.lede_order`.
"""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from sklearn.metrics import roc_auc_score

from policydiff.report.lede_order import DESERVING
from policydiff.workflows.comparing import compare
from training.arguments import corpus_and_folds
from training.labels import FOLDER, digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.findings.model import Model
    from policydiff.models import QuotedStatement
    from training.arguments import CorpusAndFolds

BOUNDS = (300, 500, 700, DESERVING, 1000, 1300, 1500)


class LabelledPlace(NamedTuple):
    """A changed place with what an editor said of it."""

    worth: int
    """What its worthiest statement is worth."""
    said: str
    """1 to 3 quoted, in this order; + deserves it too, - neither, x never."""
    is_finding: bool

    @property
    def is_deserving(self) -> bool:
        """Whether an editor would quote it, if there were room."""
        return self.said not in ("x", "-")


def labelled_places(asked: CorpusAndFolds) -> Iterator[LabelledPlace]:
    """The places of a corpus that an editor spoke of, without those in which no statement changed."""
    models, folder = asked.models(), asked.corpus / "statements"
    rows = [
        line.split("\t")
        for line in (FOLDER / "places.tsv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    known = {pair: list(some) for pair, some in groupby(rows, lambda row: row[0])}
    for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        if pair["id"] in known:
            texts = [str(folder / "texts" / f"{pair['id']}.{side}.md.gz") for side in ("old", "new")]
            yield from _of_pair(texts, models[pair["fold"]], known[pair["id"]])


def _of_pair(texts: Sequence[str], model: Model, rows: Sequence[Sequence[str]]) -> Iterator[LabelledPlace]:
    both = compare(*texts, model=model)
    told = {_key(each): each.worth for one in both.of_substance for each in one.all_statements}
    others = {_key(one): one.worth for one in both.unreported}
    for _, some in groupby(rows, lambda row: row[1]):
        place = list(some)
        keys = {key for *_, key in place}
        worths = [worth for found in (told, others) for key, worth in found.items() if key in keys]
        if worths:
            yield LabelledPlace(max(worths), place[0][2], not keys.isdisjoint(told))


def _key(one: QuotedStatement) -> str:
    return digest(*(quote.text if quote else None for quote in (one.old, one.new)))


def _area(some: Sequence[LabelledPlace]) -> float:
    """The area under the curve of what an editor would quote and what he never would."""
    named = [(one.is_deserving, one.worth) for one in some if one.said != "-"]
    return float(roc_auc_score(*zip(*named, strict=True)))


def main() -> None:
    """Print the figures."""
    some = list(labelled_places(corpus_and_folds(__doc__)))
    groups = {
        "all": some,
        "told by a finding": [one for one in some if one.is_finding],
        "others": [one for one in some if not one.is_finding],
    }
    for name, group in groups.items():
        print(f"{name}: {len(group)} places, area under the curve {_area(group):.3f}\n")
        print("| worth at least | would be quoted | lesser | never |\n| --- | --- | --- | --- |")
        for bound in BOUNDS:
            shares = (
                f"{sum(one.worth >= bound for one in these) / max(1, len(these)):.2f}"
                for marks in ("123+", "-", "x")
                for these in ([one for one in group if one.said in marks],)
            )
            print(f"| {bound} | {' | '.join(shares)} |")
        print()


if __name__ == "__main__":
    main()
