"""A finding as one plain sentence that a reporter may quote: it says what the text says and never accuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.models import Category, Direction

DENIAL = "denial: "
"""How the detail of a claim begins when the company rules something out."""
_MATTERS: dict[Category, str] = {
    "ai-training": "training or improving artificial intelligence with data",
    "change-notice": "announcing changes of the policy",
    "children": "children and minors",
    "controller-contact": "who is responsible and how to reach them",
    "data-collection": "which data is collected",
    "disputes": "how disputes are settled",
    "effective-date": "its date",
    "legal-basis": "the legal basis for using data",
    "opt-out": "how people can object, opt out or choose",
    "purpose": "what data is used for",
    "retention": "how long data is kept",
    "rights": "people's rights and how to use them",
    "security": "how data is protected",
    "sharing": "who receives data",
    "transfers": "where in the world data goes",
}
_TOLD: dict[Direction, str] = {
    "added": "The policy now makes a statement on {matter} that it did not make before: {detail}.",
    "removed": "The policy no longer makes a statement on {matter} that it made before: {detail}.",
    "widened": "What the policy says on {matter} now goes further: {detail}.",
    "narrowed": "What the policy says on {matter} is now more limited: {detail}.",
    "changed": "What the policy says on {matter} has changed: {detail}.",
}
_DENIED: dict[Direction, str] = {
    "added": "The policy now rules something out on {matter}: {detail}.",
    "removed": "The policy no longer rules out what it ruled out before on {matter}: {detail}.",
    "widened": "What the policy rules out on {matter} now covers less: {detail}.",
    "narrowed": "The policy now rules something out on {matter}: {detail}.",
    "changed": "What the policy rules out on {matter} has changed: {detail}.",
}


def sentence(category: Category, direction: Direction, detail: str) -> str:
    """The sentence for a claim."""
    told = _DENIED if detail.startswith(DENIAL) else _TOLD
    return told[direction].format(matter=_MATTERS[category], detail=detail.removeprefix(DENIAL))
