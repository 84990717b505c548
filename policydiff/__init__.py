r"""policydiff: what changed in a privacy policy, since when, for whom, with proof.

>>> from policydiff import compare, normalise
>>> compare(b"# Policy\n\nWe keep data.", b"# Policy\n\nWe keep data for 30 days.").diff.changes[1].kind
'reworded'

Importing the package loads nothing heavy: names are handed on when they are first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from policydiff.diff import compare_documents
    from policydiff.errors import PolicydiffError
    from policydiff.models import (
        Cell,
        Change,
        Clause,
        Comparison,
        Document,
        DocumentDiff,
        Edit,
        Link,
        LinkChange,
        Quality,
        Reason,
        StatedDate,
    )
    from policydiff.normaliser import normalise
    from policydiff.workflows.comparing import compare

__version__ = "0.1.0"

_HOME = {
    "compare": "policydiff.workflows.comparing",
    "compare_documents": "policydiff.diff",
    "normalise": "policydiff.normaliser",
    "PolicydiffError": "policydiff.errors",
    **dict.fromkeys(
        (
            "Cell", "Change", "Clause", "Comparison", "Document", "DocumentDiff", "Edit", "Link",
            "LinkChange", "Quality", "Reason", "StatedDate",
        ),
        "policydiff.models",
    ),
}  # fmt: skip

__all__ = [
    "Cell", "Change", "Clause", "Comparison", "Document", "DocumentDiff", "Edit", "Link", "LinkChange",
    "PolicydiffError", "Quality", "Reason", "StatedDate", "__version__", "compare", "compare_documents",
    "normalise",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)
