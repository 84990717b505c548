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
    from policydiff.api import fetch_sources, timeline, when
    from policydiff.archive import Archive
    from policydiff.diff import compare_documents
    from policydiff.errors import PolicydiffError
    from policydiff.findings import RULES, Rule
    from policydiff.history_models import Presence, Timeline, TimelineEntry
    from policydiff.models import (
        Cell,
        Change,
        Clause,
        Comparison,
        Document,
        DocumentDiff,
        Edit,
        Finding,
        Link,
        LinkChange,
        Observation,
        Quality,
        Quote,
        Reason,
        Snapshot,
        Source,
        StatedDate,
    )
    from policydiff.normaliser import normalise
    from policydiff.workflows.comparing import compare

__version__ = "0.1.0"

_HOME = {
    name: module
    for module, names in {
        "policydiff.api": "fetch_sources timeline when",
        "policydiff.archive": "Archive",
        "policydiff.diff": "compare_documents",
        "policydiff.errors": "PolicydiffError",
        "policydiff.findings": "RULES Rule",
        "policydiff.history_models": "Presence Timeline TimelineEntry",
        "policydiff.models": "Cell Change Clause Comparison Document DocumentDiff Edit Finding Link "
        "LinkChange Observation Quality Quote Reason Snapshot Source StatedDate",
        "policydiff.normaliser": "normalise",
        "policydiff.workflows.comparing": "compare",
    }.items()
    for name in names.split()
}

__all__ = [
    "RULES", "Archive", "Cell", "Change", "Clause", "Comparison", "Document", "DocumentDiff", "Edit",
    "Finding", "Link", "LinkChange", "Observation", "PolicydiffError", "Presence", "Quality", "Quote",
    "Reason", "Rule", "Snapshot", "Source", "StatedDate", "Timeline", "TimelineEntry", "__version__",
    "compare", "compare_documents", "fetch_sources", "normalise", "timeline", "when",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(home), name)
