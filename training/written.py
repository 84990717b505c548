"""Written examples: changed statements of invented policies, labelled by whoever wrote them.

In: `training/written/*.jsonl`, one changed statement a line. Out: one `Example` for each that the package
cuts as it was written. They bring what real pairs are short of: rare matters, German, French and Spanish, and
edits of one decisive word beside edits that change nothing. Their texts are ours, so they stand here whole.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from policydiff import normalise
from policydiff.diff import compare_documents
from policydiff.findings.assess import changes_in_order
from policydiff.findings.features import features
from training.labelled import MIRRORED, Example, fold_of, labels_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.labelled import Label

FOLDER = Path(__file__).parent / "written"
_TOGETHER = 12
"""Statements of one invented pair of texts."""


@dataclass(frozen=True, slots=True)
class Written:
    """One line of a file."""

    kind: str
    language: str
    path: tuple[str, ...]
    lead: str
    cell: bool
    old: str
    new: str
    labels: tuple[Label, ...]


def written(folder: Path = FOLDER) -> Iterator[Example]:
    """The examples of a folder, file by file, each as if it were the only change of its pair."""
    for file in sorted(folder.glob("*.jsonl")):
        lines = [_line(line) for line in file.read_text(encoding="utf-8").splitlines()]
        step = -(-len(lines) // _TOGETHER)  # twins stand beside each other, and in one text would be one
        for first in range(step):
            yield from _examples(lines[first::step], file.stem)


def _line(line: str) -> Written:
    said = json.loads(line)
    return Written(
        said["kind"], said["language"], tuple(said["path"]), said["lead"] or "", bool(said["cell"]),
        said["old"] or "", said["new"] or "", labels_of(" ".join(said["labels"])),
    )  # fmt: skip


def _examples(some: Sequence[Written], name: str) -> Iterator[Example]:
    old, new = (normalise(_text(some, side).encode()) for side in ("old", "new"))
    read = changes_in_order(compare_documents(old, new), old, new)
    if read is None:
        return
    known = {_key(one, forward=read.order.forward): one for one in some}
    for change in read.changes:
        old_text, new_text = (side.text if side else None for side in (change.old, change.new))
        one = known.get((change.kind, old_text, new_text))
        if one is not None:
            (alone,) = features([change], read.order.sign)
            yield Example(f"{name} {one}", name, fold_of(name), one.language, one.kind, alone, one.labels)


def _key(one: Written, *, forward: bool) -> tuple[str, str | None, str | None]:
    """How a statement is known in the order of time in which the pair is read."""
    if forward:
        return one.kind, one.old or None, one.new or None
    return MIRRORED[one.kind], one.new or None, one.old or None


def _text(some: Sequence[Written], side: str) -> str:
    """One side of an invented pair as Markdown: each statement in a section of its own."""
    return "\n\n".join(part for one in some for part in _section(one, getattr(one, side)))


def _section(one: Written, text: str) -> Iterator[str]:
    headings = one.path[:-2] if one.cell else one.path
    for depth, heading in enumerate(headings[:5]):
        yield f"{'#' * (depth + 1)} {heading}"
    if one.lead:
        yield one.lead
    if one.cell:
        row, column = (*("", ""), *one.path)[-2:]
        yield f"| | {column} |\n|---|---|\n| {row} | {text or '–'} |"
    elif text:
        yield f"* {text}" if one.lead else text
