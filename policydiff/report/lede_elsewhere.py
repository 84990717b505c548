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
from policydiff.report.counterparts import address_kinds
from policydiff.report.idle_edits import sums_up_news
from policydiff.report.lede_facts import facts, untold
from policydiff.report.other_places import other_places, other_words, whole_sections

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

    from policydiff.report.lede_facts import LedeFact
    from policydiff.report.lede_order import QuotableStatement
    from policydiff.report.lede_point import LedePoint
    from policydiff.report.other_places import OtherPlaces, QuotedChanges

_ROOM, _HEADS, _FACTS_ROOM = 68, 18, 56
"""Words of the line, at most, besides other changes that may matter; and of the sections and headings that
came or went, with which it begins."""
_ALL = 180
"""Words of the quotes and of other changes that may matter up to which two of these are told."""
_WITHIN = " › "
"""Between a heading and the one inside of it."""
_FACTS = 4
"""Changes that are told in a few words, at most."""
_SECTIONS = 2
"""New sections of which words are told, at most."""
_NAMED = 4
"""Headings that are named; of more the ones with most changed words, and how many others there are."""
_BESIDE = 2
"""Headings of words that changed which are named behind others."""
_MUCH = 3
"""Changes that are told in a few words from which of more headings than these only the number is said."""
_BRIEF, _BRIEF_BOTH = 24, 36
"""Words that are quoted of another change that may matter, at most; and of one that both sides have."""
_CLAUSES = 12
"""Words of the first clauses of a longer sentence, besides what limits them."""
_HEADING, _BRIEF_HEADING = 36, 60
"""Characters of a heading beside the words of a change, and of what may introduce a list."""


def elsewhere(quoted: QuotedChanges) -> str:
    """The sentence, "" if nothing else changed or nothing that can be named."""
    quoted = replace(quoted, worded=other_words(quoted.comparison, quoted.worded))
    every = facts(quoted)
    known = list(untold(every, quoted.chosen.points, quoted.named))
    edits = {fact.statement.entry for fact in known if fact.is_edit}
    briefs = _briefs(quoted, edits)
    found = untold(every, (*quoted.chosen.points, *briefs), quoted.named) if briefs else known
    sections = whole_sections(quoted)
    taken = sum(len(_brief(one).split()) for one in briefs)
    room = _FactRoom(_FACTS - len(briefs), _FACTS_ROOM - taken, sections)
    shown = room.placed(quoted, _of_sections_first(list(found), sections))
    apart = {one.fact.statement.entry for one in shown} | _entries(briefs)
    places = other_places(_without(quoted, apart))
    new = frozenset(sections.values())
    line = _ElsewhereLine()
    for ways in _headings_said(places, {one.heading for one in shown} & new):
        line.add(*ways, room=_HEADS)
    line.take(*_briefs_and_facts(briefs, shown, new))
    named = {*(one.heading for one in shown), *(one.where.rpartition(_WITHIN)[2] for one in briefs)}
    is_much = len(briefs) + len(shown) >= _MUCH
    for ways in _places_said(places, named, also=bool(quoted.chosen.changes or shown), is_much=is_much):
        line.add(*ways)
    if not line.text and (renamed := places.headings[2]):
        lead = f"{_number('heading', renamed)} worded otherwise: "
        line.add(*_ways(lead, renamed, "heading", _NAMED))
    return line.text


def _of_sections_first(found: Sequence[LedeFact], sections: Collection[int]) -> Sequence[LedeFact]:
    """Facts, the first of each of some new sections before others: of these two."""
    firsts: dict[int, LedeFact] = {}
    for one in found:
        if one.statement.entry in sections:
            firsts.setdefault(one.statement.entry, one)
    top = list(firsts.values())[:_SECTIONS]
    return [*top, *(one for one in found if one not in top)]


def _briefs(quoted: QuotedChanges, edits: Set[int]) -> list[LedePoint]:
    """Other changes that may matter, but those that an edit of a few words tells; the second only where the
    quotes are short."""
    shown = {one.entry for one in quoted.chosen.points}
    left = (one for one in quoted.chosen.briefs if _entries([one]).isdisjoint(edits | shown))
    left = (one for one in left if not any(address_kinds(quote.words) for quote in one.quotes))
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


class _FactRoom(NamedTuple):
    """What room there is for facts."""

    number: int
    words: int
    sections: Mapping[int, str]
    """The headings of new sections, by the numbers of their changes."""

    def placed(self, quoted: QuotedChanges, found: Iterable[LedeFact]) -> Sequence[_PlacedFact]:
        """The first facts for which there is room, with the headings above them."""
        changes = {one.number: one for one in quoted.worded}
        shown: list[_PlacedFact] = []
        for fact in found:
            if len(shown) >= self.number:
                break
            if fact.numbers and any(fact.numbers == one.fact.numbers for one in shown):
                continue
            entry = fact.statement.entry
            over = self.sections.get(entry) or quoted.paths.inside(changes[entry])
            if sums_up_news([over], quoted.comparison.new.language):
                continue
            more = [*shown, _PlacedFact(fact, over)]
            if len(" ".join(_briefs_and_facts((), more, self.sections.values())).split()) <= self.words:
                shown = more
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

    @property
    def text(self) -> str:
        said = "; ".join(self._parts)
        return f"{said[:1].upper()}{said[1:]}." if said else ""

    def take(self, *parts: str) -> None:
        """Adds parts whatever room there is."""
        self._parts += parts

    def add(self, *ways: str, room: int | None = None) -> None:
        """Adds the first of some ways to say something for which there is room.

        Args:
            ways: the ways to say it; "" says nothing.
            room: how many words the whole may have, if not as many as ever.
        """
        most = _ROOM if room is None else room
        fit = (one for one in ways if one and len(" ".join((*self._parts, one)).split()) <= most)
        self._parts += list(fit)[:1]


def _brief(one: LedePoint) -> str:
    """A point in a line of others: what its heading says now, or no longer."""
    where = clipped(one.where.rpartition(_WITHIN)[2], _BRIEF_HEADING)
    place = f"{one.place} “{where}”" if where else ""
    quotes = [f"“{quote.words}”" for quote in one.quotes]
    if one.quotes[0].which:
        said = ", ".join(f"{quote.which} {words}" for quote, words in zip(one.quotes, quotes, strict=True))
        return f"{place}: {said}" if place else said
    return f"{place or 'elsewhere'} it {'now' if one.came else 'no longer'} says {wording.listed(quotes)}"


def _briefs_and_facts(
    briefs: Iterable[LedePoint], shown: Iterable[_PlacedFact], new: Collection[str]
) -> list[str]:
    """Changes that may matter and facts in words, those under one heading together: the heading is said
    once."""
    grouped: dict[str, list[LedeFact]] = {}
    for fact, heading in shown:
        grouped.setdefault(heading, []).append(fact)
    parts = list[str]()
    for one in briefs:
        same = grouped.pop(one.where.rpartition(_WITHIN)[2], []) if one.where else []
        parts += [_brief(one), *_clauses("", same)]
    for heading, found in grouped.items():
        parts.append(_in_section(heading, found) if heading in new else _under_heading(heading, found))
    return parts


def _in_section(heading: str, found: Sequence[LedeFact]) -> str:
    """The facts of a new section."""
    listed = wording.listed(f"“{one.came}”" for one in found)
    return f"new section “{clipped(heading, _BRIEF_HEADING)}”: {listed}"


def _under_heading(heading: str, found: Sequence[LedeFact]) -> str:
    """The facts under one heading, those of one kind together; of several kinds the heading once."""
    clauses = _clauses("" if heading else "elsewhere ", found)
    if not heading or clauses[1:]:
        said = "; ".join(clauses)
        return f"{_under_lead(heading)}: {said}" if heading else said
    return _clause(_verb(found[0]), heading, found)


def _clauses(lead: str, found: Iterable[LedeFact]) -> list[str]:
    """Facts of which another one says under which heading they are, those of one kind together."""
    kinds: dict[_FactVerb, list[LedeFact]] = {}
    for fact in found:
        kinds.setdefault(_verb(fact), []).append(fact)
    return [_clause(verb, "", its, lead) for verb, its in kinds.items()]


def _under_lead(heading: str) -> str:
    return f"under “{clipped(heading, _HEADING)}”"


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


def _clause(verb: _FactVerb, heading: str, found: Sequence[LedeFact], lead: str = "") -> str:
    """Facts of one kind as a clause: “A” and “B” were added under “C”."""
    under = _under_lead(heading) if heading else ""
    words = [one.came or one.went for one in found]
    if verb == "now":
        said = "; ".join(f"now “{one.came}”, before “{one.went}”" for one in found)
        return f"{under}: {said}" if under else said
    if verb in ("says", "no longer says"):
        how = "no longer" if verb == "no longer says" else "now"
        return f"{f'{under} ' if under else lead}it {how} says {wording.listed(f'“{one}”' for one in words)}"
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


def _headings_said(places: OtherPlaces, known: Collection[str]) -> Iterator[list[str]]:
    """The sections and headings that came or went, but those of which words are told, in ways that take ever
    less room."""
    for before, noun, behind, every in (
        ("new ", "section", "", places.sections[0]),
        ("", "section", " gone", places.sections[1]),
        ("new ", "heading", "", places.headings[0]),
        ("", "heading", " gone", places.headings[1]),
    ):
        if found := [one for one in every if one not in known]:
            yield _ways(f"{before}{_number(noun, found)}{behind}: ", found, noun, _NAMED)


def _number(noun: str, found: Sequence[str]) -> str:
    return f"{noun}s" if found[1:] else noun


def _places_said(
    places: OtherPlaces, named: Collection[str], *, also: bool, is_much: bool
) -> Iterator[list[str]]:
    """Each thing to say of where else words changed, in ways that take ever less room.

    Args:
        places: where they did.
        named: headings that stand in the line already.
        also: whether other words are told.
        is_much: whether so much is that of many headings only the number is said.
    """
    named = {*named, *chain(*places.sections, *places.headings)}
    if same := [one for one in places.same if one not in named]:
        yield _ways("the same words changed under ", same, "heading", _NAMED)
    under = [one for one in places.under if one not in named]
    if is_much and under[_BESIDE:]:
        yield [f"words also changed under {len(under):,} other headings"]
    elif not under and places.under and places.unnamed:  # else all that is left seems to be in these places
        yield [f"more words changed there and {_unnamed(places)}"]
    else:
        yield _under(places, under, also=also)


def _under(places: OtherPlaces, under: Sequence[str], *, also: bool) -> list[str]:
    """The headings under which other words changed, and in how many places without one they did."""
    verb = f"words {'also ' if also else ''}changed"
    unnamed = _unnamed(places)
    if not under:
        return [f"{verb} {unnamed}"] if places.unnamed and also else []
    most = _BESIDE if also else _NAMED
    behind = f", and {unnamed}" if places.unnamed and len(under) <= most else ""
    return [f"{way}{behind}" for way in _ways(f"{verb} under ", under, "heading", most)]


def _unnamed(places: OtherPlaces) -> str:
    """In how many places words changed under no heading that is certain."""
    return f"in {'one other place' if places.unnamed == 1 else f'{places.unnamed:,} other places'}"


def _ways(lead: str, headings: Sequence[str], noun: str, most: int) -> list[str]:
    """“A”, “B” and 3 other headings, and the same with fewer of them."""
    quoted = [f"“{one}”" for one in headings]
    return [f"{lead}{_enumerated(quoted, noun, number)}" for number in range(most, 0, -1)]


def _enumerated(named: list[str], noun: str, most: int) -> str:
    left = len(named) - most
    if left > 1:
        named = [*named[:most], wording.count(left, f"other {noun}")]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
