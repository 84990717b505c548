"""A comparison as CSV (RFC 4180), for a spreadsheet: one row for each statement of
each finding, then one for each change.

A cell that begins with what a spreadsheet takes for a formula gets an apostrophe before it, as OWASP
advises (https://owasp.org/www-community/attacks/CSV_Injection): the words of a policy are shown, not run.
Characters that nothing can show are U+FFFD; nothing is cut.
"""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from policydiff.report import change_text, finding_cards, wording
from policydiff.report.characters import visible
from policydiff.report.numbered_changes import entries
from policydiff.report.side_names import CapturePair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Comparison, Document
    from policydiff.report.numbered_changes import NumberedChange

COLUMNS = (
    "what", "number", "rank", "kind", "direction", "section", "before", "now", "link before", "link now",
    "captured before", "captured now",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def text(comparison: Comparison, *, sides: CapturePair = CapturePair()) -> str:  # noqa: B008 - a frozen value
    """The comparison as CSV, with a row of headings.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
    """
    written = StringIO()
    writer = csv.DictWriter(written, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    seen = {
        name: side.captured_at.isoformat()
        for name, side in (("captured before", sides.old), ("captured now", sides.new))
        if side.captured_at
    }
    found = entries(comparison)
    for row in (*_findings(comparison, sides, found), *_changes(comparison, found)):
        writer.writerow({name: _cell(value) for name, value in {**row, **seen}.items()})
    return written.getvalue()


def _cell(value: str) -> str:
    shown = visible(value)
    return f"'{shown}" if shown.lstrip().startswith(_FORMULA) else shown


def _findings(
    comparison: Comparison, sides: CapturePair, found: Sequence[NumberedChange]
) -> Iterator[Mapping[str, str]]:
    if not comparison.comparable:
        return
    for card in finding_cards.cards(comparison, sides, found):
        for one in card.findings:
            finding = one.finding
            row = {
                "what": "finding",
                "number": str(one.number),
                "rank": finding_cards.RANKS[one.rank],
                "kind": one.matter,
                "direction": finding.direction,
                "link before": finding.link_old,
                "link now": finding.link_new,
            }
            for statement in one.statements:
                yield row | {
                    "section": statement.where,
                    "before": statement.old.text if statement.old else "",
                    "now": statement.new.text if statement.new else "",
                }
            if not one.statements:
                yield row


def _changes(comparison: Comparison, found: Iterable[NumberedChange]) -> Iterator[Mapping[str, str]]:
    for entry in found:
        yield {
            "what": "change",
            "number": str(entry.number),
            "kind": wording.LABELS[entry.kind],
            "section": change_text.where(comparison, entry.section),
            "before": _texts(comparison.old, (place for change in entry.changes for place in change.old)),
            "now": _texts(comparison.new, (place for change in entry.changes for place in change.new)),
        }


def _texts(document: Document, places: Iterable[int]) -> str:
    return " ¶ ".join(document.clauses[place].text for place in places)
