"""Which language a document is in, and how one knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Clause, Language


def identify(clauses: Sequence[Clause], *, declared: str) -> tuple[Language, str]:
    """The language code ("" if unknown) and the reason."""
    return declared, "declared" if declared else ""
