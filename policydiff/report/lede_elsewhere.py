"""What else changed than a lede quotes, in one line of a few words: what a lede quotes -> a sentence.

Three quotes of a policy that was rewritten leave most of it out. The line tells the next weightiest changes
in a few exact words each, then, as far as there is room, where else words changed.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from policydiff.report import wording
from policydiff.report.absent_words import address_kind
from policydiff.report.characters import clipped
from policydiff.report.clause_quotes import in_few_words
from policydiff.report.lede_facts import facts, untold
from policydiff.report.other_places import heading_over, other_places, other_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence, Set

    from policydiff.report.lede_facts import LedeFact
    from policydiff.report.lede_order import QuotableStatement
    from policydiff.report.lede_point import LedePoint
    from policydiff.report.other_places import OtherPlaces, QuotedChanges

_ROOM, _HEADS = 48, 18
"""Words of the line, at most, besides other changes that may matter; and of the sections and headings that
came or went, with which it begins."""
_ALL = 180
"""Words of the quotes and of other changes that may matter up to which two of these are told."""
_WITHIN = " › "
"""Between a heading and the one inside of it."""
_FACTS = 3
"""Changes that are told in a few words, at most."""
_NAMED = 4
"""Headings that are named; of more the ones with most changed words, and how many others there are."""
_BESIDE = 2
"""Headings of words that changed which are named behind others."""
_BRIEF, _BRIEF_BOTH = 24, 36
"""Words that are quoted of another change that may matter, at most; and of one that both sides have."""
_CLAUSES = 16
"""Words of the first clauses of a longer sentence, besides what limits them."""
_HEADING = 30
"""Characters of a heading beside the words of a change."""


def elsewhere(quoted: QuotedChanges) -> str:
    """The sentence, "" if nothing else changed or nothing that can be named."""
    quoted = replace(quoted, worded=other_words(quoted.comparison, quoted.worded))
    every = facts(quoted)
    known = list(untold(every, quoted.chosen.points, quoted.named))
    edits = {fact.statement.entry for fact in known if fact.is_edit}
    briefs = _briefs(quoted, edits)
    first = _entries(quoted.chosen.briefs)
    found = untold(every, (*quoted.chosen.points, *briefs), quoted.named) if briefs else known
    shown = _shown_facts(quoted, sorted(found, key=lambda one: one.statement.entry not in first))
    apart = {one.fact.statement.entry for one in shown} | _entries(briefs)
    places = other_places(_without(quoted, apart))
    line = _ElsewhereLine()
    for ways in _headings_said(places):
        line.add(*ways, room=_HEADS)
    line.take(*map(_brief, briefs))
    line.add(_said(shown))
    named = {*(one.heading for one in shown), *(one.where.rpartition(_WITHIN)[2] for one in briefs)}
    for ways in _places_said(places, named, also=bool(quoted.chosen.changes or shown)):
        line.add(*ways)
    if not line.text and (renamed := places.headings[2]):
        lead = f"{_number('heading', renamed)} worded otherwise: "
        line.add(*_ways(lead, renamed, "heading", _NAMED))
    return line.text


def _briefs(quoted: QuotedChanges, edits: Set[int]) -> list[LedePoint]:
    """Other changes that may matter, but those that an edit of a few words tells; the second only where the
    quotes are short."""
    shown = {one.entry for one in quoted.chosen.points}
    left = (one for one in quoted.chosen.briefs if _entries([one]).isdisjoint(edits | shown))
    short = (_shortened(one, quoted.comparison.new.language) for one in left)
    briefs = [
        one
        for one in short
        if sum(len(quote.words.split()) for quote in one.quotes)
        <= (_BRIEF_BOTH if one.quotes[1:] else _BRIEF)
    ]
    size = sum(len(one.text.split()) for one in (*quoted.chosen.points, *briefs))
    return briefs[: 1 if size > _ALL else None]


def _shortened(one: LedePoint, language: str) -> LedePoint:
    """A change with the first clauses of a long sentence that came or went."""
    [first, *others] = one.quotes
    if others or first.which or len(first.words.split()) <= _BRIEF:
        return one
    said = in_few_words(first.words, language, _CLAUSES)
    return replace(one, quotes=(first._replace(words=said),)) if said else one


def _entries(points: Iterable[LedePoint]) -> set[int]:
    """The numbers of the changes that points tell."""
    return {number for one in points for number in one.places}


def _without(quoted: QuotedChanges, shown: Collection[int]) -> QuotedChanges:
    """The changes without those of one place that are told in a few words."""
    whole = {one.number for one in quoted.worded if one.number in shown and not one.changes[1:]}
    unquoted = tuple(one for one in quoted.chosen.unquoted if _entry(one) not in whole)
    return replace(
        quoted,
        chosen=quoted.chosen._replace(unquoted=unquoted),
        worded=[one for one in quoted.worded if one.number not in whole],
    )


def _shown_facts(quoted: QuotedChanges, found: Iterable[LedeFact]) -> Sequence[_PlacedFact]:
    """The first facts for which there is room, where there is with the headings above them."""
    changes = {one.number: one for one in quoted.worded}
    shown: list[_PlacedFact] = []
    for fact in found:
        if len(shown) == _FACTS:
            break
        change = changes[fact.statement.entry]
        heading = heading_over(quoted.comparison, change, quoted.title)
        ways = ([*shown, _PlacedFact(fact, one)] for one in dict.fromkeys((heading, "")))
        shown = next((way for way in ways if len(_said(way).split()) <= _ROOM - _HEADS), shown)
    return shown


def _entry(one: QuotableStatement) -> int:
    """The number of the change of a statement, 0 if it has none."""
    return one.statement.entry if one.statement else 0


class _PlacedFact(NamedTuple):
    """A fact with the heading that is named with it, "" if none is."""

    fact: LedeFact
    heading: str


class _ElsewhereLine:
    """Parts of a sentence, as many as there is room for."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._taken = 0

    @property
    def text(self) -> str:
        said = "; ".join(self._parts)
        return f"{said[:1].upper()}{said[1:]}." if said else ""

    def take(self, *parts: str) -> None:
        """Adds parts that need no room."""
        self._parts += parts
        self._taken += len(" ".join(parts).split())

    def add(self, *ways: str, room: int | None = None) -> None:
        """Adds the first of some ways to say something for which there is room.

        Args:
            ways: the ways to say it; "" says nothing.
            room: how many words the whole may have besides those that need no room, if not as many as ever.
        """
        most = (_ROOM if room is None else room) + self._taken
        fit = (one for one in ways if one and len(" ".join((*self._parts, one)).split()) <= most)
        self._parts += list(fit)[:1]


def _brief(one: LedePoint) -> str:
    """A point in a line of others: what its heading says now, or no longer."""
    place = f"{one.place} “{one.where}”" if one.where else ""
    quotes = [f"“{quote.words}”" for quote in one.quotes]
    if one.quotes[0].which:
        said = ", ".join(f"{quote.which} {words}" for quote, words in zip(one.quotes, quotes, strict=True))
        return f"{place}: {said}" if place else said
    return f"{place or 'elsewhere'} it {'now' if one.came else 'no longer'} says {wording.listed(quotes)}"


def _said(shown: Iterable[_PlacedFact]) -> str:
    """Facts in words, those of one kind under one heading together."""
    grouped: dict[tuple[_FactVerb, str], list[LedeFact]] = {}
    for fact, heading in shown:
        grouped.setdefault((_verb(fact), heading), []).append(fact)
    return "; ".join(_clause(verb, heading, found) for (verb, heading), found in grouped.items())


_FactVerb = Literal[
    "became", "now", "named", "no longer named", "added", "taken out", "says", "no longer says"
]
"""What became of the words of a fact."""


def _verb(one: LedeFact) -> _FactVerb:
    if one.came and one.went:
        return "became" if one.is_edit else "now"
    if one.is_name:
        return "named" if one.came else "no longer named"
    if one.is_edit:
        return "added" if one.came else "taken out"
    return "says" if one.came else "no longer says"


def _clause(verb: _FactVerb, heading: str, found: Sequence[LedeFact]) -> str:
    """Facts of one kind as a clause: “A” and “B” were added under “C”."""
    under = f"under “{clipped(heading, _HEADING)}”" if heading else ""
    words = [one.came or one.went for one in found]
    if verb == "now":
        said = "; ".join(f"now “{one.came}”, before “{one.went}”" for one in found)
        return f"{under}: {said}" if under else said
    if verb in ("says", "no longer says"):
        how = "no longer" if verb == "no longer says" else "now"
        return f"{under or 'elsewhere'} it {how} says {wording.listed(f'“{one}”' for one in words)}"
    is_one = len(found) == 1
    if verb == "became":
        said = wording.listed(f"“{one.went}” became “{one.came}”" for one in found)
    elif verb in ("added", "taken out"):
        said = f"{wording.listed(f'“{one}”' for one in words)} {'was' if is_one else 'were'} {verb}"
    else:
        kinds = [address_kind(one) for one in words]
        listed = wording.listed(f"{kind} “{one}”".lstrip() for kind, one in zip(kinds, words, strict=True))
        when = "now" if verb == "named" else "no longer"
        said = f"{listed} {'is' if is_one else 'are'} {when} {'given' if all(kinds) else 'named'}"
    return f"{said} {under}".rstrip()


def _headings_said(places: OtherPlaces) -> Iterator[list[str]]:
    """The sections and headings that came or went, in ways that take ever less room."""
    for before, noun, behind, found in (
        ("new ", "section", "", places.sections[0]),
        ("", "section", " gone", places.sections[1]),
        ("new ", "heading", "", places.headings[0]),
        ("", "heading", " gone", places.headings[1]),
    ):
        if found:
            yield _ways(f"{before}{_number(noun, found)}{behind}: ", found, noun, _NAMED)


def _number(noun: str, found: Sequence[str]) -> str:
    return f"{noun}s" if found[1:] else noun


def _places_said(places: OtherPlaces, named: Collection[str], *, also: bool) -> Iterator[list[str]]:
    """Each thing to say of where else words changed, in ways that take ever less room.

    Args:
        places: where they did.
        named: headings that stand in the line already.
        also: whether other words are told.
    """
    named = {*named, *chain(*places.sections, *places.headings)}
    if same := [one for one in places.same if one not in named]:
        yield _ways("the same words changed under ", same, "heading", _NAMED)
    yield _under(places, [one for one in places.under if one not in named], also=also)


def _under(places: OtherPlaces, under: Sequence[str], *, also: bool) -> list[str]:
    """The headings under which other words changed, and in how many places without one they did."""
    verb = f"words {'also ' if also else ''}changed"
    unnamed = f"in {'one other place' if places.unnamed == 1 else f'{places.unnamed:,} other places'}"
    if not under:
        return [f"{verb} {unnamed}"] if places.unnamed and also else []
    most = _BESIDE if also else _NAMED
    behind = f", and {unnamed}" if places.unnamed and len(under) <= most else ""
    return [f"{way}{behind}" for way in _ways(f"{verb} under ", under, "heading", most)]


def _ways(lead: str, headings: Sequence[str], noun: str, most: int) -> list[str]:
    """“A”, “B” and 3 other headings, and the same with fewer of them."""
    quoted = [f"“{one}”" for one in headings]
    return [f"{lead}{_enumerated(quoted, noun, number)}" for number in range(most, 0, -1)]


def _enumerated(named: list[str], noun: str, most: int) -> str:
    left = len(named) - most
    if left > 1:
        named = [*named[:most], wording.count(left, f"other {noun}")]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
