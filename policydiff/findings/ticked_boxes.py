"""Boxes of a page that are ticked on one side and empty on the other.

A box that is ticked before anybody touched it takes silence for a yes: "☐ Show me personalised adverts"
became "☑ Show me personalised adverts", and no word changed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import EMPTY, TICKED, Finding, Quote
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Document

_MOST = 200
"""Boxes of a document that are looked at: a page may have thousands."""
_BOX = re.compile(rf"[{TICKED}{EMPTY}]\s*([^{TICKED}{EMPTY}]{{2,300}})")
"""A box and the words behind it."""


class _Box(NamedTuple):
    """A box of a page."""

    ticked: bool
    name: str
    quote: Quote
    """The box with its words."""


def find(old: Document, new: Document, *, forward: bool = True) -> Iterator[Finding]:
    """One finding for each box that both sides have and that is ticked on one alone.

    A box that only one side has is reported like any other words; of several with the same words none is.

    Args:
        old: the earlier document.
        new: the later document.
        forward: whether they are given as they were asked for: its sentence is written in that order.
    """
    before, after = _boxes(old), _boxes(new)
    for key, box in before.items():
        other = after.get(key)
        if box is None or other is None or box.ticked is other.ticked:
            continue
        state = "is ticked beforehand now" if other.ticked is forward else "is no longer ticked beforehand"
        yield Finding(
            "opt-out",
            "widened" if box.ticked else "narrowed",
            2,
            "what a page takes silence for",
            f"The box “{box.name}” {state}.",
            "opt-out/box",
            box.quote,
            other.quote,
        )


def _boxes(document: Document) -> dict[str, _Box | None]:
    """The boxes of a document by their words as they are compared, None where several have the same."""
    found: dict[str, _Box | None] = {}
    for place, clause in enumerate(document.clauses):
        if TICKED not in clause.text and EMPTY not in clause.text:
            continue
        for one in _BOX.finditer(clause.text):
            if len(found) == _MOST:
                return found
            name = one[1].strip()
            quote = Quote(one.group().strip(), place, one.start(), clause.path)
            key = compared(name)
            found[key] = None if key in found else _Box(one.group().startswith(TICKED), name, quote)
    return found
