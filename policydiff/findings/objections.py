"""Whether a way to object came or went with a changed statement, or covers other data.

What comes in is a changed statement; what goes out is whether it is such a change. The reader doubts short
ones ("You can object here.", "Object now"), and they are the sentence that people look for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from policydiff.findings.statement_changes import StatementChange

_OBJECTS = ("choice.object", "form.object-button")
_CHOICES = ("choice.object", "choice.opt-out")
_BUTTON = 6
"""Words of a clause that may be a button."""


def objection_came_or_went(change: StatementChange, on_training: Container[tuple[str, int]]) -> bool:
    """Whether a way to object came or went that leads somewhere, is beside the training of AI, or names AI.

    Args:
        change: a statement; an edited one is left to the reader, and to the rules on links.
        on_training: kind of change and clause of the statements with which training AI came or went.
    """
    if change.kind == "edited":
        return False
    facts = change.statement.facts
    beside = facts.has("ai.named") or (change.kind, change.statement.clause) in on_training
    return (beside and facts.has(*_CHOICES)) or _leads_to_objecting(change)


def only_objection_came_or_went(change: StatementChange) -> bool:
    """Whether the place where to object came or went and the other text names no way to object at all."""
    if change.kind == "edited" or change.side is None or not _leads_to_objecting(change):
        return False
    return not any(change.side.mentions(concept) for concept in _OBJECTS)


def refusable_data_changed(change: StatementChange) -> bool:
    """Whether the data that a person can refuse became more or less: "the use of your photos *and location*".

    Only where words were put in or taken out, not both: most replaced ones are the name of a settings page.
    On 683 labelled pairs it holds once, of a statement with substance.
    """
    old, new = change.old, change.new
    if old is None or new is None or (change.put and change.cut):
        return False
    if not any(name.startswith("data.") for name in change.gained | change.lost):
        return False
    return any(old.has(choice) and new.has(choice) for choice in _CHOICES)


def _leads_to_objecting(change: StatementChange) -> bool:
    """Whether a statement on objecting holds a link, or is a button.

    A button is a short line of its own with the words of one: "Right to object" is a heading, "Object now" is
    none.
    """
    unit = change.statement
    if not unit.facts.has(*_OBJECTS):
        return False
    alone = len(unit.place.sentences) == 1 and len(unit.words) <= _BUTTON and not unit.place.heading
    return bool(unit.links) or (alone and unit.facts.has("form.object-button"))
