"""Labels beside the corpus: what further readers said of statements in texts that the corpus holds.

Two tables in `training/labels/`, without a word of the texts: a statement is known by the text it stands in
and by a digest of its words.

    changes.tsv     statements that are new, gone or edited between two versions of one policy that are not
                    neighbours; read by the guide of the corpus
    sentences.tsv   single statements, each read as if it were new: they teach matters, and say little of
                    which changes are of substance

A text is a file of the corpus, or a blob of one of its git bundles: `history/NAME.bundle#BLOB`.
"""

from __future__ import annotations

import subprocess
from functools import cached_property
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from policydiff import normalise
from policydiff.diff import compare_documents
from policydiff.findings.assess import changes_in_order
from policydiff.findings.features import features
from policydiff.saved_page import read_file
from policydiff.workflows.comparing import document
from training.labelled import MIRRORED, Example, fold_of, labels_of, without_shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.findings.assess import ChangesInOrder
    from policydiff.models import Document

FOLDER = Path(__file__).parent / "labels"
_NOTHING = normalise(b"# Zzz\n\nQqq qqqq.\n")
"""What a single text is compared with, so that all its statements are new."""


class _Texts:
    """The texts of a corpus by their names; bundles are opened once."""

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus
        self._folder = TemporaryDirectory()

    @cached_property
    def _opened(self) -> dict[str, Path]:
        return {}

    def document(self, name: str) -> Document:
        bundle, _, blob = name.partition("#")
        if not blob:
            return document(read_file(self._corpus / name))
        if bundle not in self._opened:
            folder = Path(self._folder.name) / str(len(self._opened))
            command = ["git", "clone", "--quiet", "--bare", str(self._corpus / bundle), str(folder)]
            subprocess.run(command, check=True)
            self._opened[bundle] = folder
        command = ["git", "-C", str(self._opened[bundle]), "cat-file", "blob", blob]
        return normalise(subprocess.run(command, check=True, capture_output=True).stdout)


def _rows(name: str) -> Iterator[list[str]]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def digest(*texts: str | None) -> str:
    """By what a statement is known here."""
    return sha256("\0".join(text or "" for text in texts).encode()).hexdigest()[:16]


def labelled_changes(corpus: Path) -> Iterator[Example]:
    """Changed statements between versions of one policy, pair by pair."""
    texts = _Texts(corpus)
    for (old, new), rows in groupby(_rows("changes.tsv"), lambda row: (row[0], row[1])):
        sides = texts.document(old), texts.document(new)
        read = changes_in_order(compare_documents(*sides), *sides)
        if read is not None:
            yield from _of_pair(read, list(rows), f"{old} {new}")


def _of_pair(read: ChangesInOrder, rows: Sequence[Sequence[str]], name: str) -> Iterator[Example]:
    known = {(kind, words): said for *_, kind, words, said in rows}
    service, fold = rows[0][2:4]
    for change, seen in zip(read.changes, features(read.changes, read.order.sign), strict=True):
        sides = [side.text if side else None for side in (change.old, change.new)]
        said = known.get((change.kind, digest(*sides)))
        if said is None:  # read in the other order of time when it was labelled
            said = known.get((MIRRORED[change.kind], digest(*reversed(sides))))
        labels = None if said is None else labels_of(said)
        yield Example(name, service, fold_of(service, int(fold)), "", change.kind, seen, labels)


def labelled_sentences(corpus: Path) -> Iterator[Example]:
    """Single statements, text by text."""
    texts = _Texts(corpus)
    for name, rows in groupby(_rows("sentences.tsv"), lambda row: row[0]):
        known = {words: (service, fold, said) for _, service, fold, words, said in rows}
        text = texts.document(name)
        read = changes_in_order(compare_documents(_NOTHING, text), _NOTHING, text)
        if read is None:
            continue
        for change, seen in zip(read.changes, features(read.changes, read.order.sign), strict=True):
            row = known.get(digest(change.statement.text)) if change.kind != "edited" else None
            if row is not None:
                service, fold, said = row
                yield Example(
                    name,
                    service,
                    fold_of(service, int(fold)),
                    text.language,
                    "new",
                    without_shape(seen, change.kind),
                    labels_of(said),
                )
