"""From a diff to findings: news, the questions put to it, and the choice among the answers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from policydiff.findings import (
    ai_training,
    data_collection,
    dates,
    legal_basis,
    links,
    opt_out,
    purpose,
    retention,
    rights,
    sharing,
    topics,
)
from policydiff.findings.language import lexicon
from policydiff.findings.news import News, news
from policydiff.findings.units import Reader, Unit
from policydiff.findings.verdict import comparable
from policydiff.models import Finding, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.findings.rule import Claim, Rule
    from policydiff.models import Document, DocumentDiff

RULES: tuple[Rule, ...] = (
    ai_training.RULE,
    legal_basis.RULE,
    opt_out.RULE,
    data_collection.RULE,
    sharing.RULE,
    purpose.RULE,
    retention.RULE,
    rights.RULE,
    *topics.RULES,
)

_LONGEST = 240
"""Words in a quote."""
_VERBS = {
    "added": "The policy now says",
    "removed": "The policy no longer says",
    "widened": "The policy now goes further on",
    "narrowed": "The policy now sets a limit on",
    "changed": "The policy now says something else on",
}
_TOPICS = {"ai-training": "AI training", "opt-out": "choices", "legal-basis": "legal basis"}


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
    words = lexicon(new.language or "en")
    found = list(links.find(diff, old, new))
    if words is None or all(not change.rewords for change in diff.changes):
        return tuple(found)
    reader = Reader(words)
    changes = [n for n in news(diff, reader.units(old), reader.units(new)) if not _silent(n)]
    found += _choose(changes, rules)
    if found:
        found += dates.find(old, new, words)
    return tuple(sorted(found, key=lambda f: -f.importance))


def _silent(change: News) -> bool:
    """Headings, pointers to other pages and change logs say nothing of substance themselves."""
    unit, facts = change.unit, change.unit.facts
    if unit.heading or unit.under("topic.history", last=2):
        return True
    if facts.has("topic.pointer") and not facts.has("choice.object", "topic.change-effect") and len(facts.words) < 30:
        return True
    return len(facts.words) < 5 and change.kind != "edited"


def _choose(changes: Sequence[News], rules: Sequence[Rule]) -> list[Finding]:
    claimed: dict[tuple[object, ...], list[tuple[int, int, Rule, Claim, News]]] = defaultdict(list)
    for order, change in enumerate(changes):
        claims = [(rule, claim) for rule in rules if (claim := rule.ask(change))]
        if not claims:
            continue
        best = max(claim.strength for _, claim in claims)
        for rule, claim in claims:
            if claim.strength >= min(best, 4):
                key = (change.unit.path, rule.id, claim.direction, order if change.kind == "edited" else change.kind)
                claimed[key].append((-claim.strength, order, rule, claim, change))
    kept = [min(group, key=lambda row: row[:2]) for group in claimed.values()]
    return [_finding(rule, claim, change) for _, _, rule, claim, change in sorted(kept, key=lambda row: row[1])]


def _quote(unit: Unit | None) -> Quote | None:
    if unit is None:
        return None
    words = unit.text.split(" ")
    return Quote(" ".join(words[:_LONGEST]), unit.clause, unit.start, unit.path)


def _finding(rule: Rule, claim: Claim, change: News) -> Finding:
    topic = _TOPICS.get(rule.category, rule.category.replace("-", " "))
    return Finding(
        rule.category,
        claim.detail,
        claim.direction,
        claim.importance,
        claim.why,
        f"{_VERBS[claim.direction]} ({topic}): {claim.detail}.",
        rule.id,
        _quote(change.old),
        _quote(change.new),
        open_reading=claim.open_reading,
    )
