"""On which legal basis is data processed?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.findings.rule import Claim, Rule
from policydiff.findings.shape import gained, grown, lost, names, of_kind

if TYPE_CHECKING:
    from policydiff.findings.facts import Facts
    from policydiff.findings.news import News
    from policydiff.findings.units import Unit
    from policydiff.models import Direction

_BASES = frozenset(
    {
        "basis.legitimate-interests",
        "basis.consent",
        "basis.contract",
        "basis.legal-obligation",
        "basis.public-interest",
        "basis.vital-interests",
    }
)
_GIVEN = ("right.access", "right.deletion", "right.correction", "right.portability", "right.restriction")
_ALONE = frozenset(
    {"basis.legitimate-interests", "basis.public-interest", "basis.vital-interests", "basis.contract"}
)


def _bases(facts: Facts) -> frozenset[str]:
    """The bases that a sentence claims: a bare "consent" or "required by law" claims none."""
    named = facts.concepts & _BASES
    if facts.has("basis.frame"):
        return named
    return named & _ALONE if not facts.has("act.share") else named & _ALONE - {"basis.public-interest"}


def _row(unit: Unit) -> bool:
    """Whether it is a table's entry that says which interests are relied on."""
    above = unit.context[-1:]
    return bool(above) and bool(above[0].concepts & _ALONE) and unit.facts.has("basis.interest")


def ask(news: News) -> Claim | None:
    """The claim of this rule on one piece of news."""
    facts = news.unit.facts
    owed = facts.has("right.any", "choice.object", "choice.withdraw") and not facts.has("form.balance")
    if facts.has(*_GIVEN) and facts.has("actor.your") and not facts.has("actor.company"):
        return None  # "your right to data portability applies where ..."
    if any(above.has("right.refusal") for above in news.unit.near):
        return None  # for what a request may be refused
    if owed and (facts.has("actor.user") or not facts.has("basis.frame")):
        return None  # a right that depends on a basis, not the basis itself
    if facts.has("limit.outside"):
        return None
    before = _bases(news.old.facts) if news.old else frozenset()
    after = _bases(news.new.facts) if news.new else frozenset()
    if news.kind == "edited":
        return _edited(news, before, after)
    named = before | after
    if named == {"basis.consent"} and facts.has("limit.not"):
        return None  # without consent something is not done
    if not named and not _row(news.unit):
        return None
    if news.kind == "gone" and named & news.kept:
        return None
    direction: Direction = (
        "removed" if news.kind == "gone" else "widened" if not named and _extended(news) else "added"
    )
    return Claim(direction, names(named) or "interests relied on", 2, "it names a legal basis", 4)


def _extended(news: News) -> bool:
    """Whether a row on the same matter had interests already."""
    if not grown(news) or news.elsewhere is None:
        return False
    rows = [[above.trains_ai for above in unit.context[-2:]] for unit in (news.elsewhere, news.unit)]
    return rows[0] == rows[1]


def _edited(news: News, before: frozenset[str], after: frozenset[str]) -> Claim | None:
    assert news.new is not None
    if before != after and (gained(news, "basis") | lost(news, "basis")) & _BASES:
        return Claim(
            "changed", f"{names(before) or 'none'} -> {names(after) or 'none'}", 2, "the basis changed", 4
        )
    if _row(news.new) and of_kind(news.touched_new, "recipient", "people") & news.gained:
        return Claim("widened", "interests relied on", 2, "more interests are claimed", 4, open_reading=True)
    return None


RULE = Rule(
    "legal-basis",
    "legal-basis",
    "The legal basis claimed: legitimate interests, consent, contract, legal obligation, public interest.",
    "New: “We rely on our legitimate interests to improve the service.”",
    "A basis given only by the number of an article is found for the articles in the lexicon.",
    ask,
)
