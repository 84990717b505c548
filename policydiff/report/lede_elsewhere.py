"""What else changed than a lede quotes, in one line of a few words: comparison, quoted -> a sentence.

Three quotes of a policy that was rewritten leave most of it out. The line tells the next weightiest changes in
a few exact words each, then, as far as there is room, where else words changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.report import wording
from policydiff.report.characters import clipped
from policydiff.report.lede_facts import facts
from policydiff.report.other_places import heading_over, other_places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from policydiff.models import Comparison
    from policydiff.report.lede_facts import LedeFact
    from policydiff.report.lede_points import ChosenPoints
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.other_places import OtherPlaces

_ROOM = 40
"""Words of the line, at most."""
_FACTS = 3
"""Changes that are told in a few words, at most."""
_NAMED = 4
"""Headings that are named; of more the ones with most changed words, and how many others there are."""
_WEIGHTY = 2
"""Headings of what may matter that are named."""
_BESIDE = 2
"""Headings of words that changed which are named behind others."""
_HEADING = 40
"""Characters of a heading beside the words of a change."""


def elsewhere(
    comparison: Comparison,
    title: str,
    chosen: ChosenPoints,
    worded: Sequence[NumberedChange],
    headed: frozenset[str],
) -> str:
    """The sentence, "" if nothing else changed or nothing that can be named.

    Args:
        comparison: what `compare` returned.
        title: the title of the document, which is no heading worth telling.
        chosen: what the lede quotes.
        worded: the changes of words.
        headed: the headings that it names with a quote, of sections that came or went whole.
    """
    line = _Line()
    where = _Headings(comparison, worded, title)
    told: list[LedeFact] = []
    for one in facts(comparison, worded, chosen.points):
        if len(told) < _FACTS and line.has_room(_said([*told, one], where)):
            told.append(one)
    line.add(_said(told, where))
    entries = frozenset(one.statement.entry for one in told)
    named = frozenset(map(where.of, told))
    places = other_places(comparison, title, chosen, worded, headed, entries)
    for ways in _places_said(places, named, also=bool(chosen.changes or told)):
        line.add(*ways)
    return line.text


class _Line:
    """Parts of a sentence, as many as there is room for."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    @property
    def text(self) -> str:
        said = "; ".join(self._parts)
        return f"{said[:1].upper()}{said[1:]}." if said else ""

    def has_room(self, part: str) -> bool:
        return len(" ".join((*self._parts, part)).split()) <= _ROOM

    def add(self, *ways: str) -> None:
        """Adds the first of some ways to say something for which there is room."""
        self._parts += [one for one in filter(self.has_room, ways) if one][:1]


class _Headings:
    """The headings under which changes stand, each looked for once."""

    def __init__(self, comparison: Comparison, worded: Iterable[NumberedChange], title: str) -> None:
        self._comparison = comparison
        self._title = title
        self._changes = {one.number: one for one in worded}
        self._known: dict[int, str] = {}

    def of(self, fact: LedeFact) -> str:
        """The heading above a fact, "" if none is certain."""
        number = fact.statement.entry
        if number not in self._known:
            self._known[number] = heading_over(self._comparison, self._changes[number], self._title)
        return self._known[number]


def _said(told: Iterable[LedeFact], where: _Headings) -> str:
    """Facts in words, those that begin alike together."""
    grouped: dict[str, list[str]] = {}
    for one in told:
        lead, said = _lead(one, where.of(one))
        grouped.setdefault(lead, []).append(said)
    return "; ".join(f"{lead}{_joined(said)}" for lead, said in grouped.items())


def _joined(said: Sequence[str]) -> str:
    """What has one beginning: “A” and “B”; of edits each for itself."""
    return (" and " if all(one.endswith("”") and one.startswith("“") for one in said) else "; ").join(said)


def _lead(one: LedeFact, heading: str) -> tuple[str, str]:
    """How a fact begins, and its words."""
    under = f"under “{clipped(heading, _HEADING)}”: " if heading else ""
    if one.now and one.before:
        return under, f"now “{one.now}”, before “{one.before}”"
    if one.is_edit and under:
        return under, f"“{one.now}” added" if one.now else f"“{one.before}” taken out"
    return ("new in the text: ", f"“{one.now}”") if one.now else ("no longer in the text: ", f"“{one.before}”")


def _places_said(places: OtherPlaces, named: Collection[str], *, also: bool) -> Iterator[list[str]]:
    """Each thing to say of where else words changed, in ways that take ever less room.

    Args:
        places: where they did.
        named: headings that stand in the line already.
        also: whether other words are told.
    """
    for noun, which, found in (
        ("new section", "", places.sections[0]),
        ("section", " gone", places.sections[1]),
        ("new heading", "", places.headings[0]),
        ("heading", " gone", places.headings[1]),
        ("heading", " worded otherwise", places.headings[2]),
    ):
        if found:
            lead = f"{noun}{'s' if len(found) > 1 else ''}{which}: "
            yield _ways(lead, found, noun.split()[-1], _NAMED)
    weighty = [one for one in places.weighty if one not in named]
    if weighty:
        yield _ways("more that may matter stands under ", weighty, "heading", _WEIGHTY)
    elif places.matters:
        yield [f"more that may matter is about {_matters(places.matters)}"]
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


def _matters(names: Iterable[str]) -> str:
    """Matters inside of a sentence: AI training, sharing and 2 other matters."""
    inside = (one if one[1:2].isupper() else f"{one[:1].lower()}{one[1:]}" for one in names)
    return _enumerated(list(inside), "matter", _NAMED)


def _enumerated(named: list[str], noun: str, most: int) -> str:
    left = len(named) - most
    if left > 1:
        named = [*named[:most], wording.count(left, f"other {noun}")]
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
