"""What else changed than a lede quotes, in a few exact words each: comparison, points -> facts.

A reader who sees three quotes asks for the next weightiest change, and its heading alone does not answer.
Each changed statement of a passage that no point quotes gives its telling words, or the names in it that the
other text lacks; the reader's weight orders them, names first. A fact is certain by both whole texts: a name
stands nowhere in the other one, nor does it say a sentence in other words.
What this gets wrong: what needs its whole sentence is not told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from policydiff.calendar_dates import without_dates
from policydiff.report.characters import visible
from policydiff.report.counterparts import address_kinds
from policydiff.report.idle_edits import says_the_same
from policydiff.report.lede_passages import Passages
from policydiff.report.telling_words import TellingReader
from policydiff.report.text_headings import is_date_line
from policydiff.sentences import sentences
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from policydiff.models import Change, Comparison, Document, Quote, QuotedStatement
    from policydiff.report.absent_words import TextPair
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.lede_point import LedePoint
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.other_places import QuotedChanges
    from policydiff.report.telling_words import TellingWords

_READ = 20
"""Statements whose words are looked for, the weightiest."""
_UNREPORTED = -25.0
"""The weight of a statement that is no finding."""
_THOUSANDTHS = 0.01
"""What a thousandth of worth weighs beside it, in log-odds."""
_SURE, _OF_NAME, _OF_EDIT, _OF_ADDRESS, _OF_NUMBER, _OF_CUT = -10.0, -4.0, 2.0, -8.0, 4.0, -3.0
"""Weight from which a statement is as good as any, and what a name, an edit, an address, another number and
a cut are worth beside it, in log-odds."""
_NUMBER = re.compile(r"(?<![\d.,/-])\d{1,3}(?![\d.,/-])")
"""An age, a number of days; no year, no sum and no part of an address."""
_SAID = 0.5
"""Share of the words of a fact, three in a row, that a point or another fact has, from which it tells it."""
_SHARED = 0.4
"""Share of the words of the shorter of two phrases that the other one has, from which the one became the
other."""
_LEAST = 3
"""Words of a statement that says something."""


class ChangedStatement(NamedTuple):
    """A sentence or an item that came, went or changed."""

    old: str
    """Its words on the old side, "" if it came."""
    new: str
    entry: int
    """The number of the change of words that holds it."""
    weight: float
    """By the trained reader, in log-odds."""
    is_reported: bool = True
    """Whether a finding tells it."""


class LedeFact(NamedTuple):
    """A change in a few exact words."""

    came: str
    """Words that came, "" if none did."""
    went: str
    """Words that went, or gave way to those that came."""
    is_edit: bool
    """Whether the rest of the sentence stayed."""
    statement: ChangedStatement
    worth: float
    is_name: bool = False
    """Whether it is a name or an address that the other text lacks."""

    @property
    def numbers(self) -> tuple[tuple[str, ...], ...]:
        """The numbers of both sides where they are others: ages, days; no years."""
        both = tuple(tuple(_NUMBER.findall(said)) for said in (self.went, self.came))
        return both if all(both) and both[0] != both[1] else ()


def facts(quoted: QuotedChanges) -> list[LedeFact]:
    """What else changed than a lede quotes or counts, the weightiest first."""
    both, language = quoted.texts, quoted.comparison.new.language
    reader = TellingReader(both, language)
    found: list[LedeFact] = []
    for one in islice(_left_statements(quoted), _READ):
        telling = _fact(one, reader, quoted.counterparts, language)
        found += [telling] if telling else _names(one, both, language)
    return sorted(found, key=lambda one: -one.worth)


def untold(
    found: Iterable[LedeFact], points: Iterable[LedePoint], named: Iterable[str] = ()
) -> Iterator[LedeFact]:
    """Those of some facts that no point tells, and no fact before them.

    Args:
        found: the facts, the weightiest first.
        points: what the lede quotes.
        named: names that are told already.
    """
    known = [_WordRow.of(f"{quote.words} {point.after}") for point in points for quote in point.quotes]
    known += map(_WordRow.of, named)
    for fact in found:
        said = [_WordRow.of(words) for words in (fact.came, fact.went) if words]
        if not all(any(each.is_in(other) for other in known) for each in said):
            known += said
            yield fact


def _left_statements(quoted: QuotedChanges) -> Iterator[ChangedStatement]:
    """The statements that changed and that a lede neither quotes nor counts, the weightiest first, each read
    when it is asked for; no headings."""
    comparison, worded, shown = quoted.comparison, quoted.worded, quoted.chosen.changes
    entries = {
        (is_new, place): entry.number
        for entry in worded
        for change in entry.changes
        for is_new in (False, True)
        for place in change.places[is_new]
    }
    known = set[_Place]()
    reported = list[ChangedStatement]()
    for one, is_reported in _reported(comparison):
        quote, is_new = (one.new, True) if one.new else (one.old, False)
        side = comparison.new if is_new else comparison.old
        if quote is None or not _is_of_text(side, quote.clause):
            continue
        if entry := entries.get((is_new, quote.clause)):
            known |= {_Place.of(each, is_new=each is one.new) for each in (one.old, one.new) if each}
            old, new = (visible(each.text) if each else "" for each in (one.old, one.new))
            if entry not in shown:
                reported.append(ChangedStatement(old, new, entry, one.weight, is_reported=is_reported))
    reported.sort(key=lambda one: -one.weight)
    yield from (one for one in reported if one.weight >= _UNREPORTED)
    for one_change in worded:
        for change in one_change.changes if one_change.number not in shown else ():
            yield from _unreported(comparison, one_change, change, known)
    yield from (one for one in reported if one.weight < _UNREPORTED)


class _Place(NamedTuple):
    """Where a sentence stands, as it is compared."""

    is_new: bool
    clause: int
    said: str

    @classmethod
    def of(cls, quote: Quote, *, is_new: bool) -> _Place:
        """The place of quoted words."""
        return cls(is_new, quote.clause, compared(quote.text))


def _reported(comparison: Comparison) -> Iterator[tuple[QuotedStatement, bool]]:
    """The statements of the findings, without those on the date of the page; then those that the reader
    thinks little of. Of each whether a finding tells it."""
    for one in comparison.of_substance:
        yield from ((each, True) for each in one.all_statements)
    for other in comparison.unreported:
        yield replace(other, weight=_UNREPORTED + _THOUSANDTHS * other.worth), False


def _unreported(
    comparison: Comparison, entry: NumberedChange, change: Change, known: Set[_Place]
) -> Iterator[ChangedStatement]:
    """The statements of a change that are no findings."""
    side = comparison.new if change.new else comparison.old
    is_new, places = bool(change.new), change.new or change.old
    if not all(_is_of_text(side, place) for place in places):
        return
    if change.old and change.new:
        for part in Passages(comparison).within(change):
            said = [_Place.of(one, is_new=False) for one in part.old]
            said += [_Place.of(one, is_new=True) for one in part.new]
            if known.isdisjoint(said):
                old, now = (" ".join(visible(one.text) for one in quotes) for quotes in (part.old, part.new))
                yield ChangedStatement(old, now, entry.number, _UNREPORTED, is_reported=False)
        return
    for place in places:
        for sentence in map(visible, sentences(side.clauses[place].text, side.language)):
            is_known = _Place(is_new, place, compared(sentence)) in known
            if len(sentence.split()) >= _LEAST and not is_known:
                both = ("", sentence) if is_new else (sentence, "")
                yield ChangedStatement(*both, entry.number, _UNREPORTED, is_reported=False)


def _is_of_text(side: Document, place: int) -> bool:
    """Whether a clause is no heading, and nothing beside the policy that only says that it changes."""
    return side.clauses[place].kind != "heading" and not side.clauses[place].announcement


def _fact(
    one: ChangedStatement, reader: TellingReader, counterparts: Counterparts, language: str
) -> LedeFact | None:
    """The words of a statement; of one side only what the other does not say in other words."""
    old, new = one.old, one.new
    if not (old and new):
        if not new and not one.is_reported:
            return None
        near = counterparts.of(old or new, new=bool(new))
        if (near and near.stays) or counterparts.held(old or new, new=not new):
            return None
        if near:
            old, new = old or near.words, new or near.words
    if one.old and one.new and says_the_same(old, new, language):
        return None
    undated = [compared(without_dates(said, language)) for said in (old, new)]
    telling = reader.of(old, new) or reader.in_brief(one.old, one.new) if undated[0] != undated[1] else None
    if telling is None or _is_of_date(telling, language) or _is_held(telling, counterparts):
        return None
    now, before = (telling.came if one.new else "", telling.went if one.old else "")
    is_edit = telling.is_edit and bool(one.old and one.new)
    if now and before and not is_edit and _stands(now, before, counterparts):
        return None
    is_address = any(address_kinds(said) for said in (now, before))
    worth = min(one.weight, _SURE) + _OF_EDIT * bool(one.old and one.new) + _OF_ADDRESS * is_address
    worth += _OF_CUT * ("…" in now + before)
    fact = LedeFact(now, before, is_edit, one, worth)
    if fact.numbers:
        fact = fact._replace(worth=worth + _OF_NUMBER)
    return fact if now or before else None


def _is_held(telling: TellingWords, counterparts: Counterparts) -> bool:
    """Whether the other side says word for word what is told as all that a sentence says."""
    if telling.is_edit or (telling.came and telling.went):
        return False
    pieces = [one for one in (telling.came or telling.went).split("…") if one.strip()]
    return all(counterparts.says(one.strip(), new=not telling.came) for one in pieces)


def _stands(now: str, before: str, counterparts: Counterparts) -> bool:
    """Whether what is told as new stood in the old text, or what gave way to it stands in the new one, and
    the two share little: then they are no pair."""
    came, went = ({*words(said.casefold())} for said in (now, before))
    if len(came & went) >= _SHARED * min(len(came), len(went)):
        return False
    return counterparts.held(now, new=False) or counterparts.held(before, new=True)


def _names(one: ChangedStatement, both: TextPair, language: str) -> Iterator[LedeFact]:
    """The names in a statement that the other text lacks, each by itself."""
    worth = min(one.weight, _SURE) + _OF_NAME
    for said, is_new in ((one.new, True), (one.old, False)):
        for name in dict.fromkeys(both.absent(without_dates(said, language), new=is_new)):
            if name.isalpha() and not both.is_clear_by(name):
                continue
            came, went = (name, "") if is_new else ("", name)
            if "@" in name or both.is_clear_by(name):
                yield LedeFact(came, went, is_edit=False, statement=one, worth=worth, is_name=True)


def _is_of_date(telling: TellingWords, language: str) -> bool:
    """Whether nothing but a date is told: that of the page has a sentence of its own."""
    return all(is_date_line(said, language) for said in (telling.came, telling.went) if said)


class _WordRow(NamedTuple):
    """Words that a lede tells."""

    said: str
    grams: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, said: str) -> _WordRow:
        each = words(said.casefold())
        size = min(3, len(each))
        return cls(
            f" {' '.join(each)} ", frozenset(zip(*(each[start:] for start in range(size)), strict=False))
        )

    def is_in(self, other: _WordRow) -> bool:
        """Whether other words tell these, or say the same for the most part."""
        if self.said in other.said or other.said in self.said:
            return True
        return len(self.grams & other.grams) >= _SAID * min(len(self.grams), len(other.grams))
