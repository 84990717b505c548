"""Does a link that a person's rights depend on lead elsewhere?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.models import Finding, Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Document, DocumentDiff


def find(diff: DocumentDiff, old: Document, new: Document) -> Iterator[Finding]:
    """One finding for each link that matters, on a clause that is on both sides."""
    for change in diff.changes:
        for link in change.links:
            if not link.matters or link.old is None or link.new is None or not change.old or not change.new:
                continue
            before, after = old.clauses[change.old[0]], new.clauses[change.new[0]]
            yield Finding(
                "opt-out",
                f"link target replaced: {link.new.text}",
                "changed",
                3,
                "the form a right depends on is another one",
                f"The link “{link.new.text}” leads to another address than before.",
                "opt-out/link",
                Quote(before.text, change.old[0], 0, before.path),
                Quote(after.text, change.new[0], 0, after.path),
                link.old.target,
                link.new.target,
            )
