"""From a diff to findings: news, the questions put to it, and the choice among the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings import (
    ai_training,
    change_notice,
    children,
    controller_contact,
    data_collection,
    dates,
    disputes,
    legal_basis,
    links,
    opt_out,
    purpose,
    retention,
    rights,
    security,
    sharing,
    transfers,
)
from policydiff.findings.choose import choose
from policydiff.findings.language import lexicon, spoken
from policydiff.findings.news import news
from policydiff.findings.side import Side
from policydiff.findings.silent import silent
from policydiff.findings.units import reader
from policydiff.findings.unread import states
from policydiff.findings.verdict import comparable
from policydiff.models import Change, Document, DocumentDiff

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.findings.rule import Rule
    from policydiff.models import Finding

RULES: tuple[Rule, ...] = (
    ai_training.RULE,
    legal_basis.RULE,
    opt_out.RULE,
    data_collection.RULE,
    sharing.RULE,
    purpose.RULE,
    retention.RULE,
    rights.RULE,
    transfers.RULE,
    security.RULE,
    children.RULE,
    disputes.RULE,
    controller_contact.RULE,
    change_notice.RULE,
)
"""The questions asked of every statement that is new, gone or edited."""
CATALOGUE: tuple[Rule, ...] = (*RULES, *links.RULES, dates.RULE)
"""Every rule there is, for explanations: also those that look at a document as a whole."""


def find(
    diff: DocumentDiff, old: Document, new: Document, *, rules: Sequence[Rule] = RULES
) -> tuple[Finding, ...]:
    """What changed in substance, most important first.

    Args:
        diff: the alignment of both documents.
        old: the earlier document.
        new: the later document.
        rules: the questions to ask.
    """
    if comparable(old, new, diff):
        return ()
    words = lexicon(spoken(new))
    read = reader(spoken(new))
    found = list(links.find(diff, old, new, read))
    if words is None or read is None or all(not change.rewords for change in diff.changes):
        return tuple(found)
    changes = [n for n in news(diff, Side(old, read), Side(new, read)) if not silent(n)]
    found += choose(changes, rules)
    if found or any(states(change) for change in changes):
        found += dates.find(old, new, words)
    return tuple(sorted(found, key=lambda f: -f.importance))


def stated(document: Document, *, rules: Sequence[Rule] = RULES) -> tuple[Finding, ...]:
    """What a document states by itself, told as if all of it were new; nothing in a language without rules.

    Args:
        document: the document.
        rules: the questions to ask.
    """
    read = reader(spoken(document))
    if read is None:
        return ()
    nothing = Document((), language=document.language)
    diff = DocumentDiff(tuple(Change("added", (), (place,)) for place in range(len(document.clauses))))
    changes = [n for n in news(diff, Side(nothing, read), Side(document, read)) if not silent(n)]
    return tuple(choose(changes, rules))
