"""Which claims are worth telling, and as how many findings.

Rules claim freely; this is where one learns to be choosy: one claim for a sentence (two where it states two
matters outright), one finding for a run of sentences that say the same, for one edit made in many
places, for a statement that replaces another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.findings import telling
from policydiff.findings.news import News
from policydiff.models import Finding, Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.findings.rule import Claim, Rule
    from policydiff.findings.units import Unit

_LONGEST = 240
"""Words in a quote."""
_ENTRY = 25
"""Words of an entry of a list that is told together with its neighbours."""
_TOGETHER_WORDS = 120
"""Words that neighbouring sentences may have together in a quote."""
_APART = ("data-collection", "legal-basis", "opt-out", "retention", "rights", "sharing")
"""Matters of which the sentences of a clause state as many as they name different things."""
_WHOLE = ("controller-contact", "rights")
"""Matters that only a whole sentence can state."""
_OWN = 2
"""Words with meaning that such a part must have for itself."""
_CLAUSE = 6
"""Words that an edit must put in or take out to be read as a statement of their own."""
_PLAIN = 2
"""The strength of a claim on such a part."""
_OUTRIGHT = 4
"""The strength of a claim that is told beside another one."""
_THROUGHOUT = 3
"""Sentences in which one name stands for another when it is renamed."""
_ANSWERS = frozenset({"topic.representative", "topic.dpo", "topic.controller"})
_SHARED = {"sharing": "recipient.service-providers", "retention": "period.number"}
"""What both of two statements on a matter name, where the new one stands for the gone one."""
_Told = tuple["Rule", "Claim", News]
"""A rule, what it claims, and of which piece of news."""
_TOGETHER = (
    {"ai-training", "opt-out"},
    {"transfers", "disputes"},
    {"ai-training", "legal-basis"},
    {"opt-out", "legal-basis"},
)
"""Pairs of matters that one sentence can state outright, both."""


def choose(changes: Sequence[News], rules: Sequence[Rule]) -> list[Finding]:
    """The claims worth telling: one for a sentence, one for a run of sentences that say the same."""
    renames = _renames(changes)
    changes = [change for change in changes if not _renamed_only(change, renames)]
    gone = [change for change in changes if change.kind == "gone"]
    told = _replaced([row for change in changes for row in _best(change, rules)], gone)
    told = _renamed(told)
    groups: dict[tuple[object, ...], list[_Told]] = {}
    for row in told:
        groups.setdefault(_same(*row), []).append(row)
    return [_finding(group) for group in groups.values()]


def _renames(changes: Sequence[News]) -> frozenset[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Names that stand in place of others throughout: a product renamed is no change of substance."""
    counted: Counter[tuple[tuple[str, ...], tuple[str, ...]]] = Counter()
    named: set[str] = set()
    for change in changes:
        if change.old and change.new:
            counted.update(change.swaps)
            named.update(name.casefold() for name in change.old.names | change.new.names)
    return frozenset(
        swap
        for swap, times in counted.items()
        if times >= _THROUGHOUT and all(swap) and all(named.intersection(words) for words in swap)
        if not any(word.isdigit() for words in swap for word in words)
    )


def _renamed_only(change: News, renames: frozenset[tuple[tuple[str, ...], tuple[str, ...]]]) -> bool:
    """Whether an edit is nothing but such a rename; the name of the company itself is always told."""
    return bool(change.swaps) and change.swaps <= renames and not change.unit.facts.has("topic.self")


def _inside(change: News) -> list[News]:
    """The clauses that an edit put into a sentence or took out of it, as statements of their own."""
    if change.old is None or change.new is None or change.new.facts.denied:
        return []
    put = [News(None, part) for run in change.put if (part := _part(change.new, run, change.old))]
    cut = [part for run in change.cut if (part := _part(change.old, run, change.new))]
    return [*put, *(News(part, None, side=change.side) for part in cut)]


def _part(unit: Unit, run: tuple[int, int], other: Unit) -> Unit | None:
    """A run of words of a sentence, where it is long enough to state what the other side does not."""
    start, end = run
    words = unit.words[start:end]
    if len(words) < _CLAUSE or len(words) == len(unit.words):
        return None
    said = " ".join(words)
    part = replace(unit, text=said, said=said)
    return part if len(part.content - other.content) >= _OWN else None


def _best(change: News, rules: Sequence[Rule]) -> list[_Told]:
    """The strongest claim on a sentence, and another one that it states outright too."""
    claims = [(rule, claim, change) for rule in rules if (claim := rule.ask(change))]
    if not claims:
        claims = [
            (rule, claim, change)
            for part in _inside(change)
            for rule in rules
            if (claim := rule.ask(part)) and claim.strength >= _PLAIN and rule.category not in _WHOLE
        ]
    claims.sort(key=lambda row: -row[1].strength)
    return claims[:1] + [row for row in claims[1:2] if _beside(claims[0], row)]


def _beside(first: _Told, second: _Told) -> bool:
    """Whether a second claim is told too: both are stated outright, or deny sharing and more."""
    matters = {first[0].category, second[0].category}
    if second[1].strength >= _OUTRIGHT and matters in _TOGETHER:
        return True
    denials = all(claim.detail.startswith(telling.DENIAL) for _, claim, _ in (first, second))
    return denials and "sharing" in matters and len(second[2].unit.facts.denied) > 1


def _same(rule: Rule, claim: Claim, change: News) -> tuple[object, ...]:
    """Claims with the same answer are told once: sentences of a clause, entries of a list, one edit
    made in many places.
    """
    unit = change.unit
    listed = unit.cell or (unit.place.lead and change.kind != "edited" and len(unit.facts.words) <= _ENTRY)
    place: object = (unit.path, unit.place.scope) if listed else unit.clause
    if unit.cell and change.kind != "edited":
        place = unit.place.table, unit.place.scope
    elif (rule.category, claim.direction, change.kind) == ("ai-training", "added", "new") and unit.path:
        place = unit.path, unit.place.scope
    elif rule.category == "purpose" and change.kind == "new" and unit.facts.has("purpose.ai-features"):
        place = unit.path, "features with AI"
    about = claim.detail if rule.category in _APART else ""
    return rule.category, claim.direction, place, change.kind == "gone", about


def _renamed(rows: list[_Told]) -> list[_Told]:
    """The same edit made in many sentences, or one sentence put in many places: told once."""
    seen: set[tuple[object, ...]] = set()
    kept = []
    for rule, claim, change in rows:
        said = (change.inserted, change.deleted) if change.kind == "edited" else change.unit.facts.words
        key = rule.category, claim.direction, change.kind, said
        if key not in seen:
            kept.append((rule, claim, change))
        seen.add(key)
    return kept


def _replaced(rows: list[_Told], gone: list[News]) -> list[_Told]:
    """New and gone statements on one matter under one heading, told as one change."""
    dropped: set[News] = set()
    kept = []
    under: dict[tuple[str, ...], list[News]] = defaultdict(list)
    denials = [change for change in gone if change.unit.facts.denied]
    for change in gone:
        under[change.unit.path].append(change)
    for rule, claim, change in rows:
        likely: Sequence[News] = ()  # most statements cannot stand for a gone one, and are held against none
        if change.kind == "new" and rule.category == "controller-contact":
            likely = gone
        elif change.kind == "new" and change.unit.facts.denied:
            likely = denials
        elif change.kind == "new" and _SHARED.get(rule.category) in change.unit.facts.concepts:
            likely = under[change.unit.path]
        partners = [g for g in likely if g not in dropped and _matched(rule, change, g)]
        partner = max(
            partners, key=lambda g: len(g.unit.facts.content & change.unit.facts.content), default=None
        )
        if partner is None:
            kept.append((rule, claim, change))
            continue
        dropped.add(partner)
        if partner.unit.facts.denied and change.unit.facts.denied:
            continue  # the same denial in other words
        kept.append((rule, replace(claim, direction="changed"), News(partner.old, change.new)))
    return [row for row in kept if row[2] not in dropped]


def _matched(rule: Rule, change: News, gone: News) -> bool:
    """Whether a new statement stands for a gone one."""
    one, other = change.unit.facts, gone.unit.facts
    if one.denied and other.denied:
        shared = len(one.content & other.content)
        return bool(one.denied & other.denied) and shared >= 0.5 * min(len(one.content), len(other.content))
    concepts = one.concepts & other.concepts
    if rule.category == "controller-contact":
        return bool(concepts & _ANSWERS)
    if change.unit.path != gone.unit.path or one.denied:
        return False
    return _SHARED.get(rule.category) in concepts and (rule.category != "sharing" or bool(gone.unit.names))


def _weight(row: _Told) -> tuple[int, int]:
    """Which of several sentences says most: stated outright first, then by how much it names."""
    _, claim, change = row
    kinds = ("data", "people", "recipient", "purpose", "right")
    return claim.strength, sum(c.split(".", 1)[0] in kinds for c in change.unit.facts.concepts)


def _quote(main: Unit | None, others: Iterable[Unit | None]) -> Quote | None:
    """The words of a sentence, with its neighbours in the clause that say the same."""
    if main is None:
        return None
    near = sorted((u for u in others if u is not None and u.clause == main.clause), key=lambda u: u.start)
    text, start = main.text, main.start
    for unit in near:
        if unit.start > start + len(text) and unit.start - start - len(text) <= 2:
            text = f"{text} {unit.text}"
    for unit in reversed(near):
        if unit.start < start and start - unit.start - len(unit.text) <= 2:
            text, start = f"{unit.text} {text}", unit.start
    if len(text.split()) > _TOGETHER_WORDS:
        text, start = main.text, main.start
    return Quote(" ".join(text.split(" ")[:_LONGEST]), main.clause, start, main.path)


def _together(details: Sequence[str], main: str) -> str:
    """The details of a run of statements as one: what they name, each once."""
    if any("->" in detail or detail.startswith(telling.DENIAL) for detail in details):
        return main
    parts = {part for detail in details for part in detail.split(", ")} - {"personal data"}
    return ", ".join(sorted(parts)) or main


def _finding(group: list[_Told]) -> Finding:
    rule, claim, change = max(group, key=_weight)
    detail = claim.detail if len(group) == 1 else _together([row[1].detail for row in group], claim.detail)
    return Finding(
        rule.category,
        detail,
        claim.direction,
        claim.importance,
        claim.why,
        telling.sentence(rule.category, claim.direction, detail),
        rule.id,
        _quote(change.old, (row[2].old for row in group)),
        _quote(change.new, (row[2].new for row in group)),
        open_reading=claim.open_reading,
    )
