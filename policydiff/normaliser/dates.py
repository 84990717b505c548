"""The dates that a policy states of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Clause, Language, StatedDate


def stated(clauses: Sequence[Clause], language: Language) -> tuple[StatedDate, ...]:
    """Dates of effect and revision, in reading order."""
    return ()
