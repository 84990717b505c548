"""Dates of one version of a document settled by those of the other versions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.models import StatedDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Document


def settled(versions: Sequence[Document]) -> tuple[Document, ...]:
    """The same versions, with open figures (03/04/2025) read in the order that the others show (25/04/2025).

    If the others contradict each other, or show nothing, the order stays unknown.

    Args:
        versions: captures of one document, in any order.
    """
    shown = {one.day_first for one in versions if one.day_first is not None}
    if len(shown) != 1:
        return tuple(versions)
    day_first = shown.pop()
    return tuple(_read_as(one, day_first=day_first) for one in versions)


def _read_as(document: Document, *, day_first: bool) -> Document:
    if all(one.readings is None for one in document.unsure_dates):
        return document
    sure = list(document.dates)
    for one in document.unsure_dates:
        if one.readings:
            day = one.readings[0 if day_first else 1]
            if all((other.role, other.day) != (one.role, day) for other in sure):
                sure.append(StatedDate(one.role, day, one.text, one.clause))
    return replace(
        document,
        dates=tuple(sorted(sure, key=lambda one: one.clause)),
        unsure_dates=tuple(one for one in document.unsure_dates if one.readings is None),
    )
