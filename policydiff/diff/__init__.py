"""What changed in the words: Document, Document -> DocumentDiff."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from policydiff.models import Change, DocumentDiff, Edit
from policydiff.text import fold

if TYPE_CHECKING:
    from policydiff.models import Document


def compare_documents(old: Document, new: Document) -> DocumentDiff:
    """Align the clauses of two documents and tell what became of each."""
    olds, news = [fold(c.text) for c in old.clauses], [fold(c.text) for c in new.clauses]
    changes: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if tag == "equal":
            changes += [
                Change("unchanged", (i,), (j,)) for i, j in zip(range(a, b), range(c, d), strict=True)
            ]
            continue
        pairs = min(b - a, d - c)
        for k in range(pairs):
            edits = (Edit("delete", old.clauses[a + k].text, ""), Edit("insert", "", new.clauses[c + k].text))
            changes.append(Change("reworded", (a + k,), (c + k,), edits))
        changes += [Change("removed", (i,), ()) for i in range(a + pairs, b)]
        changes += [Change("added", (), (j,)) for j in range(c + pairs, d)]
    return DocumentDiff(tuple(changes))
