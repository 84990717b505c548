"""Labelled statements: the pairs of a corpus, cut as the package cuts them, with what readers said of each.

In: the folder `statements` of a corpus (pairs.jsonl and texts). Out: one `Example` for each changed
statement of a pair, in their order. One whose cut differs from the one that was labelled has no labels.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from policydiff import saved_page
from policydiff.diff import compare_documents
from policydiff.findings.assess import changes_in_order
from policydiff.findings.features import Features, features, shape_rows
from policydiff.workflows.comparing import document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from policydiff.findings.statement_changes import StatementChangeKind

FOLDS = 5
"""Parts into which the labelled services are divided; each has a model that has not seen it."""
MIRRORED = {"new": "gone", "gone": "new", "edited": "edited"}


class Label(NamedTuple):
    """What a reader said of a statement."""

    category: str
    direction: str
    importance: int


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled statement as the model sees it."""

    pair: str
    service: str
    fold: int
    language: str
    kind: str
    features: Features
    labels: tuple[Label, ...] | None
    """None for a statement that nobody read: it stands beside others that were."""


def labels_of(said: str) -> tuple[Label, ...]:
    """Labels as they stand in a file: "sharing:widened:2 purpose:added:1", "-" for none."""
    return tuple(
        Label(category, direction, int(importance))
        for category, direction, importance in (one.split(":") for one in said.split() if one != "-")
    )


def fold_of(service: str, fold: int = -1) -> int:
    """The fold of a service; one that is in none of the corpus (-1) goes to one by its name, whole."""
    return fold if fold >= 0 else crc32(service.encode()) % FOLDS


def without_shape(seen: Features, kind: StatementChangeKind) -> Features:
    """The features without the rows about shape, for a statement that no real pair surrounds."""
    shape = shape_rows(kind, seen.numbers)
    return Features(tuple(row for row in seen.rows if row not in shape), seen.numbers)


def examples(corpus: Path) -> Iterator[Example]:
    """The changed statements of a corpus, pair by pair.

    Args:
        corpus: the folder that holds `statements`.
    """
    folder = corpus / "statements"
    for line in (folder / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        yield from _of_pair(json.loads(line), folder / "texts")


def _of_pair(pair: dict, texts: Path) -> Iterator[Example]:  # type: ignore[type-arg]
    old, new = (
        document(saved_page.read_file(texts / f"{pair['id']}.{side}.md.gz")) for side in ("old", "new")
    )
    read = changes_in_order(compare_documents(old, new), old, new)
    if read is None:
        return
    forward = read.order.forward
    labelled = {
        (item["kind"], item["old"], item["new"])
        if forward
        else (MIRRORED[item["kind"]], item["new"], item["old"]): item
        for item in pair["items"]
    }
    for change, seen in zip(read.changes, features(read.changes, read.order.sign), strict=True):
        old_text = change.old.text if change.old else None
        new_text = change.new.text if change.new else None
        item = labelled.get((change.kind, old_text, new_text))
        labels = None
        if item is not None:
            labels = tuple(
                Label(label["category"], label["direction"], label["importance"]) for label in item["labels"]
            )
        yield Example(pair["id"], pair["service"], pair["fold"], pair["language"], change.kind, seen, labels)
