"""Which fields of a form must be filled in: what a form demands of whoever uses a right by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import REQUIRED, Finding, Quote
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Clause, Direction, Document

_MOST = 200
"""Fields of a document that are looked at: a page may have thousands."""
_LONGEST = 300
"""Characters of a field's name."""
_REMARK = re.compile(r"\s*\([^()]{1,40}\)\s*$")
"""Stands behind a name: "(required)", "(in English)"."""
_NAME = re.compile(rf"[^*.:?!{REQUIRED}]*[^*.:?!{REQUIRED}\s][?:*]?\s*$")
"""The last words of a text, with the sign of a question or a list behind them."""


class _RequiredField(NamedTuple):
    """A field that must be filled in."""

    name: str
    quote: Quote
    """Its name with the sign after it."""


def find(old: Document, new: Document, *, forward: bool = True) -> Iterator[Finding]:
    """One finding for each field that must be filled in on one side and not on the other.

    A field that is called otherwise than before is no news: fields that only one side has are reported where
    that side demands more fields.

    Args:
        old: the earlier document.
        new: the later document.
        forward: whether they are given as they were asked for: its sentence is written in that order.
    """
    before, after = _required(old), _required(new)
    if not before and not after:
        return
    yield from _demanded_on_one_side(before, after, new.clauses, is_old=True, forward=forward)
    yield from _demanded_on_one_side(after, before, old.clauses, is_old=False, forward=forward)


def _demanded_on_one_side(
    here: dict[str, _RequiredField],
    there: dict[str, _RequiredField],
    clauses: Sequence[Clause],
    *,
    is_old: bool,
    forward: bool,
) -> Iterator[Finding]:
    """What one side demands and the other, of which the clauses are given, does not."""
    more = len(here) > len(there)
    gone = is_old is forward
    for key, field in here.items():
        if key in there:
            continue
        stays = _standing(field.name, clauses)
        if stays is None and not more:
            continue
        direction: Direction = "widened" if is_old else "narrowed"
        yield Finding(
            "rights",
            direction,
            2,
            "what a form demands",
            _sentence(field.name, stays=stays is not None, gone=gone),
            "rights/required-field",
            *((field.quote, stays) if is_old else (stays, field.quote)),
        )


def _sentence(name: str, *, stays: bool, gone: bool) -> str:
    if stays:
        return f"“{name}” {'need not be filled in any more' if gone else 'must be filled in now'}."
    change = "A field that had to be filled in is gone" if gone else "A new field must be filled in"
    return f"{change}: “{name}”."


def _required(document: Document) -> dict[str, _RequiredField]:
    """The fields of a document that must be filled in, by their name as it is compared."""
    found: dict[str, _RequiredField] = {}
    marked = [(place, clause) for place, clause in enumerate(document.clauses) if REQUIRED in clause.text]
    for place, clause in marked:
        start = 0
        while len(found) < _MOST and (end := clause.text.find(REQUIRED, start)) >= 0:
            before = clause.text[max(start, end - _LONGEST) : end]
            named = _NAME.search(_REMARK.sub("", before))
            if named:
                name = named.group().strip().rstrip(":*")
                begin = clause.text.index(name, max(start, end - _LONGEST))
                quote = Quote(clause.text[begin : end + len(REQUIRED)], place, begin, clause.path)
                found.setdefault(compared(name), _RequiredField(name, quote))
            start = end + len(REQUIRED)
    return found


def _standing(name: str, clauses: Sequence[Clause]) -> Quote | None:
    """Where a field stands on the other side, None if it does not."""
    for place, clause in enumerate(clauses):
        start = clause.text.find(name)
        if start >= 0:
            return Quote(name, place, start, clause.path)
    return None
