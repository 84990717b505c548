"""Entry points for the scorer of labelled changes: `score.py --python benchmarks.findings:answer`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from policydiff import compare, normalise

if TYPE_CHECKING:
    from policydiff.models import Quote


def _side(quote: Quote | None) -> dict[str, str] | None:
    return {"text": quote.text} if quote else None


def answer(old_path: str, new_path: str) -> dict[str, Any]:
    """The verdict and findings of a pair in the shape the scorer reads."""
    sides = [normalise(Path(path).read_bytes(), url="policy.md") for path in (old_path, new_path)]
    told = compare(*sides)
    return {
        "verdict": told.verdict,
        "findings": [
            {
                "category": f.category,
                "direction": f.direction,
                "importance": f.importance,
                "rule": f.rule,
                "old": _side(f.old),
                "new": _side(f.new),
            }
            for f in told.findings
        ],
    }
