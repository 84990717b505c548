"""Are the two sides the policies of different regions, judging by the laws and authorities they name?

Two variants of a policy in one language differ in what they say of the law: one names the GDPR and legal
bases, the other state laws. When one side loses nearly all of one law's words and a large part of its
sentences while the date printed on the page stays the same, the page was served for another region. But
where both name another law as often, they are for the same people: a part on one law came or went.

Or they differ in how words are spelled: one says "organisation" and "centre", the other "organization" and
"center". A company does not spell a text anew and leave its date as it is: where several words are spelled in
the other way, and the dates are the same, the page was served for another region.

What this gets wrong: a company that does so all the same is said to have pages for two regions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.comparability import respelled, spelled_ways, spelling_name
from policydiff.findings.dates import same_days
from policydiff.models import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.findings.both_texts import BothTexts
    from policydiff.findings.lexicon import Lexicon
    from policydiff.models import Clause, DocumentDiff

_PART = 0.15
"""Share of clauses that differ: less than this is a change of the policy, not another policy."""
_MANY, _FEW = 8, 0.2
"""Mentions of one law from which a policy belongs to it, and the share that may remain on the other side."""

_REGIONS = {"EU": "the European Union and the United Kingdom", "US": "the United States", "BR": "Brazil"}
"""What the regions are called that legal terms are listed for."""
_NAMED = 3
"""How many of the words that each side spells in its own way a reason names."""


def other_region(texts: BothTexts, diff: DocumentDiff) -> Reason | None:
    """Why the sides are policies of different regions, or None."""
    known = texts.words
    if known is None or len(diff.reworded) < _PART * max(1, len(diff.changes)):
        return None
    days = texts.printed_dates
    if not days[0] or not days[1] or days[0].text != days[1].text:
        return None
    # A swing shows in what only one side has; so as a rule the whole texts need not be searched.
    went, came = (_laws(clauses, known) for clauses in texts.own_clauses)
    if not any(abs(came[law] - went[law]) >= (1 - _FEW) * _MANY for law in known.laws):
        return None
    before, after = _laws(texts.old.clauses, known), _laws(texts.new.clauses, known)
    swung = [law for law in known.laws if _swing(before[law], after[law])]
    both = [law for law in known.laws if min(before[law], after[law]) >= _MANY]
    if not swung or both:
        return None
    law = swung[0]
    times = f"{before[law]} times, the new one {after[law]} times"
    counts = f"The old side has words of the law of {_REGIONS[law]} {times}"
    return Reason("other-region", f"{counts}, under the same date: another region's policy")


def other_spelling(texts: BothTexts) -> Reason | None:
    """Why the sides are one text as two regions spell it, or None."""
    language = texts.old.language
    if language != texts.new.language or not all(texts.own_clauses) or not same_days(texts):
        return None
    both = zip((texts.old, texts.new), texts.own_clauses, strict=True)
    if not respelled(*(spelled_ways(replace(side, clauses=own)) for side, own in both)):
        return None  # every word that is spelled anew changed its clause, so the whole texts need not be read
    old, new = map(spelled_ways, (texts.old, texts.new))
    ranks = [{way // 2: rank for rank, way in enumerate(ways)} for ways in (old, new)]
    changed = sorted(
        respelled(old, new), key=lambda way: (sum(ranked[way // 2] for ranked in ranks), way // 2)
    )
    if not changed:
        return None
    before, after = (
        f"{spelling_name(shown[0], language)} spelling ({', '.join(f'“{ways[way]}”' for way in shown)})"
        for ways, shown in ((old, changed[:_NAMED]), (new, [way ^ 1 for way in changed[:_NAMED]]))
    )
    sides = f"The old side has {before}, the new one {after}"
    return Reason("other-spelling", f"{sides}, under the same date: another region's policy")


def _swing(before: int, after: int) -> bool:
    return max(before, after) >= _MANY and min(before, after) <= _FEW * max(before, after)


def _laws(clauses: Iterable[Clause], known: Lexicon) -> dict[str, int]:
    text = "\n".join(clause.text for clause in clauses).casefold()
    return {law: sum(text.count(term) for term in terms) for law, terms in known.laws.items()}
