"""Joins findings that tell one story into one finding.

In: findings, each on one passage. Out: the same statements in fewer findings, most important first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.findings.statement_findings import BETWEEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policydiff.models import Category, Direction, Finding, Quote

_OWN_SENTENCE = frozenset({"rights/required-field", "opt-out/box"})
"""Rules whose sentence names the field or the box: of two that are joined only one would be named."""
_MOST_WORDS = 160
"""Most words that a finding quotes of a side: about as many as a reader takes in at a glance."""
_MOST_OPEN = 4
"""Findings of one matter that another statement may join, the last ones: a long statement does not keep the
short ones behind it out of the finding before."""


def by_matter(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, those on one matter with one direction joined into one, its most important statement
    first.

    A rewritten policy mentions its partners in ten places; a reader wants to read once what is new about
    them. Labels by readers are like that, too: without joining there were 386 findings against 184 labels in
    63 pairs. A finding that would quote too many words of a side is continued in a second one.
    """
    found: list[Finding] = []
    open_ones: dict[tuple[Category, Direction, str, str], list[int]] = {}
    for one in sorted(findings, key=lambda finding: (-finding.importance, -finding.weight)):
        if one.rule in _OWN_SENTENCE:  # each is a story of its own
            found.append(one)
            continue
        # One form that moved is one story, however many sentences lead to it.
        matter = one.category, one.direction, one.link_old, one.link_new
        places = open_ones.setdefault(matter, [])
        place = next((place for place in places[-_MOST_OPEN:] if _fits(found[place], one)), None)
        if place is not None:
            found[place] = _with(found[place], one)
        else:
            places.append(len(found))
            found.append(one)
    return found


def _fits(one: Finding, other: Finding) -> bool:
    sides = (one.old, other.old), (one.new, other.new)
    return all(sum(_text(quote).count(" ") + 2 for quote in side if quote) <= _MOST_WORDS for side in sides)


def _with(one: Finding, other: Finding) -> Finding:
    """A finding with the statement of another one added."""
    return replace(
        one,
        old=_joined(one.old, other.old),
        new=_joined(one.new, other.new),
        statements=(*one.all_statements, *other.all_statements),
        worth=max(one.worth, other.worth),
    )


def _joined(one: Quote | None, other: Quote | None) -> Quote | None:
    if one is None or other is None:
        return one or other
    return replace(one, text=f"{one.text}{BETWEEN}{other.text}")


def _text(quote: Quote | None) -> str:
    return quote.text if quote else ""
