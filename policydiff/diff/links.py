"""Link changes."""
from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from collections.abc import Sequence
    from policydiff.models import Clause, LinkChange

def changed_links(olds: Sequence[Clause], news: Sequence[Clause]) -> tuple[LinkChange, ...]:
    return ()
