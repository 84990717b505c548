"""From a diff to findings: news, the questions put to it, and the choice among the answers."""

from __future__ import annotations

from dataclasses import replace
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
    return len(facts.words) < 7 and change.kind != "edited" and not unit.lead and not unit.cell


_Told = tuple["Rule", "Claim", News]


def _choose(changes: Sequence[News], rules: Sequence[Rule]) -> list[Finding]:
    """The claims worth telling: one for a sentence, one for a run of sentences that say the same."""
    told = _replaced([row for change in changes for row in _best(change, rules)])
    first: dict[tuple[object, ...], _Told] = {}
    for row in told:
        key = _same(*row)
        if key not in first or row[1].strength > first[key][1].strength:
            first[key] = row
    return [_finding(*row) for row in first.values()]


def _best(change: News, rules: Sequence[Rule]) -> list[_Told]:
    """The strongest claim on a sentence, and others that are stated outright too."""
    claims = [(rule, claim, change) for rule in rules if (claim := rule.ask(change))]
    best = max((claim.strength for _, claim, _ in claims), default=0)
    top = [row for row in claims if row[1].strength == best]
    if best >= 4:
        return [row for row in claims if row[1].strength >= 4][:2]
    return top[:1]


def _same(rule: Rule, claim: Claim, change: News) -> tuple[object, ...]:
    """Claims with the same answer are told once: a run under one heading, one edit in many places."""
    if change.kind == "edited":
        return rule.category, claim.direction, change.inserted, change.deleted
    return rule.category, claim.direction, change.unit.path, change.kind


def _replaced(rows: list[_Told]) -> list[_Told]:
    """Rows with new and gone statements on one matter under one heading told as one change."""
    gone = [row for row in rows if row[2].kind == "gone"]
    dropped: set[int] = set()
    kept = []
    for rule, claim, change in rows:
        partner = next((g for g in gone if id(g) not in dropped and _matched(rule, claim, change, g)), None)
        if partner is None:
            kept.append((rule, claim, change))
            continue
        dropped.add(id(partner))
        if partner[2].unit.facts.denied and change.unit.facts.denied:
            continue  # the same denial in other words
        kept.append((rule, replace(claim, direction="changed"), News(partner[2].old, change.new)))
    return [row for row in kept if not any(row[2] is g[2] for g in gone if id(g) in dropped)]


def _matched(rule: Rule, claim: Claim, change: News, gone: _Told) -> bool:
    """Whether a new statement stands for a gone one."""
    if change.kind != "new" or gone[0].category != rule.category:
        return False
    one, other = change.unit.facts, gone[2].unit.facts
    if one.denied and other.denied:
        return len(one.content & other.content) >= 0.4 * min(len(one.content), len(other.content))
    near = change.unit.path == gone[2].unit.path
    return near and rule.category in ("controller-contact", "retention") and not one.denied


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
