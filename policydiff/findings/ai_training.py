"""Whether training AI, or its legal basis, came or went with a changed statement.

The one matter for which a rule is better than what was learned: too few of the expert's labels are about it
(25 of 2,148).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from policydiff.findings.statement_changes import StatementChange


def training_came_or_went(change: StatementChange) -> bool:
    """Whether training or improving AI came or went with this change.

    Of 21 statements that the rule names 16 are labelled so, and all of them hold substance. An edit elsewhere
    in a sentence on training is left to the reader.
    """
    if change.old is None or change.new is None:
        return change.statement.trains_ai
    named = "ai.named" in change.gained | change.lost
    return change.old.trains_ai != change.new.trains_ai or (named and change.statement.facts.has("act.train"))


def training_denied(change: StatementChange) -> bool:
    """Whether what came or went says that AI is not trained, also where it says so of others behind what it
    does: "We only use firms that train no models on your letters".

    Five of the six labelled ones are a narrowing to the expert.
    """
    facts = change.statement.facts
    return change.kind != "edited" and facts.trains_ai and "train" in facts.denied


def basis_came_or_went(change: StatementChange, sections: Container[tuple[str, tuple[str, ...]]]) -> bool:
    """Whether "legitimate interests" came or went as the ground on which AI is trained: in a sentence that
    names AI, or in a section (kind of change and headings) with which training came or went.

    Both such statements of the labelled ones are a headline to the expert. In a section on many purposes the
    basis may belong to another one.
    """
    facts = change.statement.facts
    if change.kind == "edited":
        return "basis.legitimate-interests" in change.gained | change.lost and facts.has("ai.named")
    named = facts.has("basis.legitimate-interests")
    return named and (facts.has("ai.named") or (change.kind, change.statement.path) in sections)
