"""Whether a recording has its paragraphs in disorder: comparison -> a sentence that says so.

A page that loads in pieces is recorded with some of them in another place, and some twice. Nobody changed a
policy so; what seems to have come or gone beside them may have done no more than that.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policydiff.text import compared

if TYPE_CHECKING:
    from policydiff.models import Comparison, Document

_LONG = 60
"""Characters of a paragraph that no page says twice for good reason."""
_MANY = 8
"""Paragraphs that moved, and that stand twice, at least."""


def disorder(comparison: Comparison) -> str:
    """The sentence, "" if there is none."""
    if _moved(comparison) < _MANY:
        return ""
    old, new = map(_paragraphs, (comparison.old, comparison.new))
    for side, here, there in (("new", new, old), ("old", old, new)):
        twice = sum(times > there[said] > 0 for said, times in here.items())
        if twice >= _MANY:
            return (
                f"In the {side} recording many paragraphs stand in another place, and some of them twice: "
                "what seems to have come or gone with them may be the recorder's."
            )
    return ""


def _paragraphs(document: Document) -> Counter[str]:
    return Counter(compared(one.text) for one in document.clauses if len(one.text) >= _LONG)


def _moved(comparison: Comparison) -> int:
    """How many paragraphs stand in another place."""
    clauses = comparison.new.clauses
    moved = (one for one in comparison.diff.changes if one.kind in ("moved", "moved-reworded"))
    return sum(len(clauses[place].text) >= _LONG for one in moved for place in one.new)
