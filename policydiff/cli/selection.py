"""Some categories of findings and not others: what `compare --only` keeps."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from policydiff.errors import UnsupportedInput
from policydiff.models import CATEGORIES, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Comparison


def check(categories: Sequence[str]) -> None:
    """Refuse a category that does not exist."""
    for category in categories:
        if category not in CATEGORIES:
            raise UnsupportedInput(category, "no such category of findings", advice(category, CATEGORIES))


def advice(wanted: str, names: Sequence[str]) -> str:
    """The names nearest to one that does not exist, or all of them."""
    asked = wanted.casefold()
    near = [name for name in names if asked and asked in name] or get_close_matches(asked, names, cutoff=0.5)
    return f"The nearest: {', '.join(near)}" if near else f"Choose among {', '.join(names)}"


_UNREAD = ("no-rules", "read-in-part")
"""Codes of the reasons that say that something was not read for substance."""


def only(comparison: Comparison, categories: Sequence[str]) -> Comparison:
    """The comparison with the findings of some categories, and a reason that says so; none named, all."""
    if not categories or not comparison.findings:
        return comparison
    kept = tuple(finding for finding in comparison.findings if finding.category in categories)
    names = ", ".join(dict.fromkeys(categories))
    sentence = f"Of these, {len(kept)} in {names}: the others are left out here"
    return replace(comparison, findings=kept, reasons=(*comparison.reasons, Reason("only", sentence)))


def of_substance(comparison: Comparison, categories: Sequence[str]) -> bool:
    """Whether something of substance changed, in these categories where some are named.

    What nobody read (a language that is not read, or too long) is never
    taken for silence.
    """
    unknown = any(reason.code in _UNREAD for reason in comparison.reasons)
    return comparison.verdict == "substantive" and (not categories or bool(comparison.findings) or unknown)
