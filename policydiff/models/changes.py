"""Two documents side by side: a DocumentDiff of changes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from policydiff.models.documents import Link  # noqa: TC001 - values are read back by the types of their fields

ChangeKind = Literal[
    "unchanged", "added", "removed", "reworded", "moved", "moved-reworded", "split", "merged"
]
EditOperation = Literal["equal", "delete", "insert"]
ChangePlaces = tuple[tuple[int, ...], tuple[int, ...]]
"""Places of clauses on the old and on the new side."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A run of words that both sides have, or one side.

    The `old` texts of all edits of a change, joined, are the texts of its old clauses joined by line
    breaks; the same holds for `new`. On an equal run the two may differ in what does not count
    (punctuation, capitals, white space, list numbers).
    """

    operation: EditOperation
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link that was added, removed or leads elsewhere; every link of a clause that was added or removed."""

    old: Link | None
    new: Link | None
    matters: bool
    """Whether a reader's rights depend on it; if not, it is noise."""
    reason: str
    """Why it matters or not, in a few words."""
    noise: bool = False
    """Whether both addresses lead to the same place: they differ in a token, a language or the like."""


@dataclass(frozen=True, slots=True)
class Change:
    """Aligned clauses of both sides and what became of them; also where nothing changed.

    `added` has no old clauses, `removed` no new ones; `split` and `merged` have more clauses on one side
    than on the other (one paragraph became three); all other kinds have one clause on each side.
    """

    kind: ChangeKind
    old: tuple[int, ...]
    """Places in `old.clauses`, ascending."""
    new: tuple[int, ...]
    """Places in `new.clauses`, ascending."""
    edits: tuple[Edit, ...] = ()
    """Word edits in reading order. Empty when every clause stands whole on one side (added, removed) or
    reads the same on both (unchanged, moved)."""
    links: tuple[LinkChange, ...] = ()

    @property
    def places(self) -> ChangePlaces:
        """Its places on both sides, which identify it: no other change of the comparison has them."""
        return self.old, self.new

    @property
    def rewords(self) -> bool:
        """Whether words changed, apart from place, layout and links."""
        if not self.edits:
            return self.kind in ("added", "removed")
        return any(edit.operation != "equal" for edit in self.edits)


@dataclass(frozen=True)
class DocumentDiff:
    """Every clause of both sides exactly once, in the order of the new document; what was removed
    stands after the clause it followed in the old one."""

    changes: tuple[Change, ...]

    @cached_property
    def reworded(self) -> tuple[Change, ...]:
        """The changes in which words changed: few, as a rule, of all that there are."""
        return tuple([change for change in self.changes if change.rewords])
