"""What else changed than a lede quotes, in a few exact words each: comparison, points -> facts.

A reader who sees three quotes asks for the next weightiest change, and its heading alone does not answer.
Each changed statement that no point tells gives its telling words; the reader's weight and what the words
name (the text lacked them before, a name, a number) order them. A fact is certain by both whole texts: words
that are called new stand nowhere in the old text, nor does it say their sentence in other words.
What this gets wrong: the other text says in several places what one sentence says now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import QuotedStatement
from policydiff.report.characters import visible
from policydiff.report.counterparts import Counterparts
from policydiff.report.lede_passages import Passages
from policydiff.report.telling_words import TellingReader
from policydiff.report.text_headings import is_date_line
from policydiff.sentences import sentences
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.models import Change, Comparison
    from policydiff.report.lede_point import LedePoint
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.telling_words import TellingWords

_READ = 40
"""Statements whose words are looked for, the weightiest."""
_UNREPORTED = -25.0
"""The weight of a statement that is no finding."""
_SURE, _OF_TELLING = -10.0, 0.25
"""Weight from which a statement is as good as any, and what its words tell beside it, in log-odds: of 242
matters that editors found worth a word beside ledes the first three facts told 64 by it, 58 by the sum of
both, and 107 in the best order."""
_TOLD = 0.5
"""Share of the words of a fact, three in a row, that a point or another fact has, from which it tells it."""
_LEAST = 3
"""Words of a statement that says something."""


class ChangedStatement(NamedTuple):
    """A sentence or an item that came, went or changed."""

    old: str
    """Its words on the old side, "" if it came."""
    new: str
    clause: int
    """Place of its clause, on the new side where it has one."""
    entry: int
    """The number of the change of words that holds it."""
    weight: float
    """By the trained reader, in log-odds."""


class LedeFact(NamedTuple):
    """A change in a few exact words."""

    now: str
    """Words that came, "" if none did."""
    before: str
    """Words that went, or gave way to those that came."""
    is_edit: bool
    """Whether the rest of the sentence stayed."""
    statement: ChangedStatement
    worth: float


def facts(
    comparison: Comparison, worded: Sequence[NumberedChange], points: Sequence[LedePoint]
) -> Iterator[LedeFact]:
    """What else changed, the weightiest first; nothing that a point tells, or a fact before it.

    Args:
        comparison: what `compare` returned.
        worded: its changes of words.
        points: what the lede quotes.
    """
    reader = TellingReader(comparison.old, comparison.new)
    counterparts = Counterparts(comparison.old, comparison.new)
    told = [_Told.of(f"{quote.words} {point.after}") for point in points for quote in point.quotes]
    stated = sorted(changed_statements(comparison, worded), key=lambda one: -one.weight)
    found = filter(None, (_fact(one, reader, counterparts, comparison.new.language) for one in stated[:_READ]))
    for one in sorted(found, key=lambda one: -one.worth):
        said = [_Told.of(words) for words in (one.now, one.before) if words]
        if not any(each.is_in(other) for each in said for other in told):
            told += said
            yield one


def changed_statements(
    comparison: Comparison, worded: Sequence[NumberedChange]
) -> Iterator[ChangedStatement]:
    """The statements that changed, first those that are findings, then all others."""
    places = tuple(
        {place: entry.number for entry in worded for change in entry.changes for place in change.places[side]}
        for side in (False, True)
    )
    reported = {
        one: finding.weight if len(finding.statements) < 2 else one.weight
        for finding in comparison.findings
        if finding.category != "effective-date"
        for one in finding.statements or (QuotedStatement(finding.old, finding.new, finding.weight),)
    }
    known = set[tuple[bool, int, str]]()
    for one, weight in reported.items():
        quote, is_new = (one.new, True) if one.new else (one.old, False)
        side = comparison.new if is_new else comparison.old
        if quote is None or quote.clause not in places[is_new] or side.clauses[quote.clause].kind == "heading":
            continue
        known |= {
            (side, each.clause, compared(each.text))
            for side, each in ((False, one.old), (True, one.new))
            if each
        }
        old, new = (visible(each.text) if each else "" for each in (one.old, one.new))
        yield ChangedStatement(old, new, quote.clause, places[is_new][quote.clause], weight)
    for entry in worded:
        for change in entry.changes:
            yield from _unreported(comparison, entry, change, known)


def _unreported(
    comparison: Comparison, entry: NumberedChange, change: Change, known: set[tuple[bool, int, str]]
) -> Iterator[ChangedStatement]:
    """The statements of a change that are no findings."""
    if change.old and change.new:
        if comparison.new.clauses[change.new[0]].kind == "heading":
            return
        for part in Passages(comparison).within(change):
            said = [(False, one) for one in part.old] + [(True, one) for one in part.new]
            if not any((side, one.clause, compared(one.text)) in known for side, one in said):
                old, new = (" ".join(visible(one.text) for one in side) for side in (part.old, part.new))
                yield ChangedStatement(old, new, part.said[0].clause, entry.number, _UNREPORTED)
        return
    side, places = (comparison.new, change.new) if change.new else (comparison.old, change.old)
    for place in places:
        if side.clauses[place].kind == "heading":
            continue
        for sentence in sentences(side.clauses[place].text, side.language):
            if (bool(change.new), place, compared(sentence)) in known or len(sentence.split()) < _LEAST:
                continue
            said = visible(sentence)
            both = ("", said) if change.new else (said, "")
            yield ChangedStatement(*both, place, entry.number, _UNREPORTED)


def _fact(
    one: ChangedStatement, reader: TellingReader, counterparts: Counterparts, language: str
) -> LedeFact | None:
    """The words of a statement; of one side only what the other does not say in other words."""
    old, new = one.old, one.new
    is_edit = bool(old and new)
    if not is_edit:
        near = counterparts.of(old or new, new=bool(new))
        if (near and near.stays) or counterparts.held(old or new, new=not new):
            return None
        if near:
            old, new = old or near.words, new or near.words
    telling = reader.of(old, new)
    if telling is None or _is_of_date(telling, language):
        return None
    now, before = (telling.now if one.new else "", telling.before if one.old else "")
    return LedeFact(now, before, is_edit, one, _worth(one, telling)) if now or before else None


def _worth(one: ChangedStatement, telling: TellingWords) -> float:
    return min(one.weight, _SURE) + _OF_TELLING * telling.tells


def _is_of_date(telling: TellingWords, language: str) -> bool:
    """Whether nothing but a date is told: that of the page has a sentence of its own."""
    return all(is_date_line(said, language) for said in (telling.now, telling.before) if said)


class _Told(NamedTuple):
    """Words that a lede tells."""

    said: str
    grams: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, said: str) -> _Told:
        each = words(said.casefold())
        size = min(3, len(each))
        return cls(f" {' '.join(each)} ", frozenset(zip(*(each[start:] for start in range(size)), strict=False)))

    def is_in(self, other: _Told) -> bool:
        """Whether other words tell these, or say the same for the most part."""
        if self.said in other.said or other.said in self.said:
            return True
        return len(self.grams & other.grams) >= _TOLD * min(len(self.grams), len(other.grams))
