"""Print how well statements are reported by language, kind and category, with intervals.

    python -m training.breakdown [CORPUS] --folds FOLDER

Each labelled pair is answered by the model of its fold. A statement is reported if a finding quotes it, part
of it, or a passage that holds it, as in `statements/score.py`. Intervals are a bootstrap over services: 1,000
draws of as many services as there are, with one seed.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from policydiff.saved_page import read_file
from policydiff.workflows.comparing import compare
from training.arguments import corpus_and_folds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policydiff.models import Comparison
    from training.arguments import CorpusAndFolds

_DRAWS = 1000


class Told(NamedTuple):
    """What became of one labelled statement."""

    service: str
    language: str
    kind: str
    categories: frozenset[str]
    reported: frozenset[str]
    """The categories of the findings about it."""


def statements(asked: CorpusAndFolds) -> Iterator[Told]:
    """Every labelled statement of a corpus, with what is reported of it."""
    models, folder = asked.models(), asked.corpus / "statements"
    for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        sides = (read_file(folder / "texts" / f"{pair['id']}.{side}.md.gz") for side in ("old", "new"))
        compared = compare(*sides, model=models[pair["fold"]])
        for item in pair["items"]:
            yield Told(
                pair["service"], pair["language"], item["kind"],
                frozenset(label["category"] for label in item["labels"]), _about(compared, item),
            )  # fmt: skip


def _about(compared: Comparison, item: dict[str, str | None]) -> frozenset[str]:
    found = set()
    for finding in compared.findings:
        for side, quote in (("old", finding.old), ("new", finding.new)):
            said, text = " ".join((item[side] or "").split()), " ".join(quote.text.split()) if quote else ""
            if said and text and (said in text or text in said):
                found.add(finding.category)
    return frozenset(found)


def f1(some: Iterable[Told]) -> float:
    """Of substance: reported where there is some, silent where there is none."""
    counts = Counter((bool(one.categories), bool(one.reported)) for one in some)
    right = 2 * counts[True, True]
    return right / max(1, right + counts[True, False] + counts[False, True])


def interval(some: Iterable[Told]) -> tuple[float, float]:
    """95 % of the draws of services lie between these."""
    by_service = defaultdict(list)
    for one in some:
        by_service[one.service].append(one)
    names, chance = sorted(by_service), random.Random(0)  # noqa: S311 - a draw, not a secret
    drawn = sorted(
        f1([one for name in chance.choices(names, k=len(names)) for one in by_service[name]])
        for _ in range(_DRAWS)
    )
    return drawn[_DRAWS // 40], drawn[-_DRAWS // 40]


def main() -> None:
    """Print both tables as Markdown."""
    found = list(statements(corpus_and_folds(__doc__)))
    print("| | statements | F1 | 95 % interval |\n| --- | --- | --- | --- |")
    rows = {"all": found}
    rows |= {name: [one for one in found if one.language == name] for name in ("en", "fr", "es")}
    rows |= {name: [one for one in found if one.kind == name] for name in ("new", "gone", "edited")}
    for name, some in rows.items():
        low, high = interval(some)
        print(f"| {name} | {len(some):,} | {f1(some):.2f} | {low:.2f} to {high:.2f} |")
    print("\n| category | labels | reported | under this category |\n| --- | --- | --- | --- |")
    for category in sorted({name for one in found for name in one.categories}):
        some = [one for one in found if category in one.categories]
        reported = sum(bool(one.reported) for one in some)
        named = sum(category in one.reported for one in some)
        print(f"| {category} | {len(some)} | {reported / len(some):.2f} | {named / len(some):.2f} |")


if __name__ == "__main__":
    main()
