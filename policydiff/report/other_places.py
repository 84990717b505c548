"""Where else words changed than a lede quotes: comparison, quoted changes -> headings.

Sections that came or went whole, headings that did alone or read otherwise, the headings above what may
matter, and those under which other words changed: these stand there whatever the words are worth.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.changed_words import changed_words
from policydiff.report.characters import clipped, visible
from policydiff.report.lede_point import HEADED
from policydiff.report.numbered_changes import below, section
from policydiff.report.text_headings import heading_name, headings_over, is_date_line, names_nothing
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from policydiff.models import Clause, Comparison, Document
    from policydiff.report.absent_words import TextPair
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.lede_points import ChosenPoints
    from policydiff.report.numbered_changes import NumberedChange

_NEARLY = 0.75
"""Share of the telling words of a heading that another one has which is about the same, and more."""
_COMPARED = 100
"""Headings of one side alone that are compared with those of the other; of more nobody asks which took up
which, and each would be compared with all."""
_HEADING = 70
"""Characters of a heading."""
_LINE = 10
"""Words of a line of text that stands as a heading, at most."""
_ADDRESS, _NUMBER = re.compile(r"\b(?:https?://|www\.)\S+"), re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class QuotedChanges:
    """A comparison with what a lede quotes of it."""

    comparison: Comparison
    title: str
    """The title of the document, which is no heading worth telling."""
    chosen: ChosenPoints
    """What the lede quotes."""
    worded: Sequence[NumberedChange]
    """The changes of words, quoted or not, of which it may tell."""
    texts: TextPair
    """What each side does not hold."""
    counterparts: Counterparts
    """What either side says in the place of words of the other."""
    paths: HeadingPaths
    """The headings above its changes."""
    named: tuple[str, ...] = ()
    """Names of which a sentence tells that they came or went throughout."""

    @property
    def headed(self) -> frozenset[str]:
        """The headings that it names with a quote, of sections that came or went whole."""
        return frozenset(point.where for point in self.chosen.points if point.stands == HEADED)


class OtherPlaces(NamedTuple):
    """The headings of what a lede does not quote, each named once."""

    sections: tuple[Sequence[str], Sequence[str]]
    """Of sections that came whole, and of those that went."""
    headings: tuple[Sequence[str], Sequence[str], Sequence[str]]
    """Headings that came, that went, and that read otherwise, with no word below them."""
    same: Sequence[str]
    """Those under which the words changed that a quote shows."""
    under: Sequence[str]
    """Those under which other words changed, first those above what may matter, then most of them first."""
    unnamed: int
    """In how many places they did without a heading."""


def other_places(quoted: QuotedChanges) -> OtherPlaces:
    """Where else words changed than a lede quotes."""
    comparison, title, chosen, headed = quoted.comparison, quoted.title, quoted.chosen, quoted.headed
    same, left = _unquoted(quoted)
    came, went = (_whole(comparison, left, kind, {*headed, title}) for kind in ("added", "removed"))
    new, gone = (_bare_headings(comparison, left, kind) for kind in ("added", "removed"))
    above = {*came.values(), *went.values(), *new.values(), *gone.values(), *map(shown_heading, headed)}
    heads = _weighty(quoted, above)
    renamed = _reworded_headings(comparison, left)
    called = shown_heading(title) if title else ""
    titles = {number for number, one in renamed.items() if called and one == called}  # a sentence tells
    named = {*came, *went, *new, *gone, *renamed}
    others = [one for one in left if one.number not in named | titles]
    under, unnamed = _by_heading(quoted.paths, others)
    shown = [one for one in quoted.worded if one.number in chosen.changes]
    over_shown = _by_heading(quoted.paths, shown)[0]
    again = _by_heading(quoted.paths, same)[0]
    reworded = [one for number, one in renamed.items() if number not in titles]
    return OtherPlaces(
        ([*came.values()], [*went.values()]),
        ([*new.values()], [*gone.values()], [one for one in reworded if one not in (*heads, *under)]),
        [one for one in again if one not in (*under, *heads, *over_shown)],
        [*heads, *(one for one in under if one not in heads)],
        unnamed,
    )


def whole_sections(quoted: QuotedChanges) -> dict[int, str]:
    """The headings of new sections that a lede does not quote, by the numbers of their changes."""
    left = [one for one in quoted.worded if one.number not in quoted.chosen.changes]
    return _whole(quoted.comparison, left, "added", {*quoted.headed, quoted.title})


def heading_over(comparison: Comparison, one: NumberedChange, title: str) -> str:
    """The heading above a change, "" if none is certain."""
    return HeadingPaths(comparison, title).over(one)


def _weighty(quoted: QuotedChanges, above: Collection[str]) -> list[str]:
    """The headings above statements that may matter, without sections that are told already."""
    comparison, chosen = quoted.comparison, quoted.chosen
    none = (quoted.title, comparison.old.title, comparison.new.title)
    renamed = _renamed(comparison)
    heads = dict[str, None]()
    for one in chosen.unquoted:
        quote = (one.statement.new or one.statement.old) if one.statement else None
        side = comparison.new if one.statement and one.statement.new else comparison.old
        path = below(comparison, section(side.clauses[quote.clause])) if quote else ()
        over = headings_over(side, quote.clause, [each for each in path if each not in none]) if quote else []
        path = tuple(shown_heading(renamed.get(each, each)) for each in over)
        named = [each for each in path if not _is_footnote(each)]
        if named and not any(each in above for each in path):
            heads[named[-1]] = None
    return list(heads)


def _unquoted(quoted: QuotedChanges) -> tuple[list[NumberedChange], list[NumberedChange]]:
    """The changes of words that a lede does not quote: those with words that it quotes of another place, and
    others."""
    comparison, known = quoted.comparison, quoted.chosen.changes
    words = {_words(comparison, one) for one in quoted.worded if one.number in known}
    same: list[NumberedChange] = []
    left: list[NumberedChange] = []
    for one in quoted.worded:
        if one.number not in known:
            (same if _words(comparison, one) in words else left).append(one)
    return same, left


def changes_text(comparison: Comparison, one: NumberedChange) -> bool:
    """Whether a change does more than put another number into an address."""
    old, new = _words(comparison, one)
    return old != new


def other_words(comparison: Comparison, worded: Iterable[NumberedChange]) -> list[NumberedChange]:
    """The changes of words of which a reader would speak: a number in an address ("oldid=554509") is no word,
    and a line that prints a date none either."""
    return [
        one
        for one in worded
        if (said := _words(comparison, one))[0] != said[1]
        and not all(not side or is_date_line(side, comparison.new.language) for side in said)
    ]


def _words(comparison: Comparison, one: NumberedChange) -> tuple[str, str]:
    """The words of a change as both sides have them, without the numbers in addresses."""
    sides = (
        [(comparison.old, change.old) for change in one.changes],
        [(comparison.new, change.new) for change in one.changes],
    )
    old, new = (
        " ".join(document.clauses[place].text for document, places in side for place in places)
        for side in sides
    )
    return compared(_unnumbered(old)), compared(_unnumbered(new))


def _unnumbered(said: str) -> str:
    return _ADDRESS.sub(lambda found: _NUMBER.sub("0", found[0]), said)


def _bare_headings(comparison: Comparison, left: Iterable[NumberedChange], kind: str) -> dict[int, str]:
    """Headings that came or went, with no word below them, and that the other side lacks, by the numbers of
    their changes."""
    other = comparison.old if kind == "added" else comparison.new
    there = _heading_names(other)
    merged = merged_headings(comparison)[kind == "added"]
    alone = ((one, _first(comparison, one)) for one in left if one.kind == kind and len(one.changes) == 1)
    return {
        one.number: shown_heading(first.text)
        for one, first in alone
        if first.kind == "heading" and compared(first.text) not in there and first.text not in merged
    }


def _heading_names(side: Document) -> frozenset[str]:
    """The headings of a side as they are compared: without their numbers."""
    return frozenset(compared(clause.text) for clause in side.clauses if clause.kind == "heading")


def _reworded_headings(comparison: Comparison, left: Iterable[NumberedChange]) -> dict[int, str]:
    """Headings that are worded otherwise, by the numbers of their changes."""
    first = ((one.number, _first(comparison, one)) for one in left if one.kind == "reworded")
    language = comparison.new.language
    return {
        number: shown_heading(each.text)
        for number, each in first
        if each.kind == "heading" and not names_nothing(each.text, language)
    }


def _first(comparison: Comparison, one: NumberedChange) -> Clause:
    """The first clause of a change, of the new side where it has one."""
    document, place = _stands(comparison, one)
    return document.clauses[place]


def _whole(
    comparison: Comparison, left: Iterable[NumberedChange], kind: str, headed: Collection[str]
) -> dict[int, str]:
    """The headings of sections that came or went with all below them, by the numbers of their changes; the
    title is none."""
    found: dict[int, str] = {}
    merged = merged_headings(comparison)
    there = _heading_names(comparison.old if kind == "added" else comparison.new)
    for one in left:
        first = _first(comparison, one)
        if first.text in merged[kind == "added"] or compared(first.text) in there:
            continue
        is_title = first.text in (comparison.old.title, comparison.new.title)
        is_section = len(one.changes) > 1 and not is_title and _heads_next(comparison, one)
        if one.kind == kind and is_section and not _is_footnote(first.text):
            found[one.number] = shown_heading(first.text)
    return {number: heading for number, heading in found.items() if heading not in headed}


def _heads_next(comparison: Comparison, one: NumberedChange) -> bool:
    """Whether the first clause of a change is the heading of the next one, or a line of text that stands as
    one above it."""
    document, place = _stands(comparison, one)
    first = document.clauses[place]
    if first.kind != "paragraph" or first.cell:
        return first.kind == "heading"
    is_line = len(first.text.split()) <= _LINE and not is_date_line(first.text, document.language)
    return is_line and any(first.text in each.path[-1:] for each in document.clauses[place + 1 : place + 2])


def merged_headings(comparison: Comparison) -> tuple[dict[str, str], dict[str, str]]:
    """The headings that only one side has, of either, with the one of the other side alone that has nearly
    all their telling words: their sections are told there ("Contact us", now "Who we are and how to contact
    us")."""
    small = languages.of_language(comparison.new.language, lambda one: one.direction.function)
    sides = [
        {clause.text: None for clause in side.clauses if clause.kind == "heading"}
        for side in (comparison.old, comparison.new)
    ]
    olds, news = (
        {one: frozenset(words(one.casefold())) - small for one in here if one not in there}
        for here, there in (sides, sides[::-1])
    )
    if max(len(olds), len(news)) > _COMPARED:
        return {}, {}
    first, second = (
        {
            one: other
            for one, said in here.items()
            for other, theirs in there.items()
            if said and len(said & theirs) >= _NEARLY * len(said)
        }
        for here, there in ((olds, news), (news, olds))
    )
    return first, second


def _by_heading(paths: HeadingPaths, others: Iterable[NumberedChange]) -> tuple[list[str], int]:
    """The headings of changes, those with most changed words first; and how many changes have none."""
    sizes: Counter[str] = Counter()
    unnamed = 0
    for one in others:
        if over := paths.inside(one):
            sizes[over] += changed_size(paths.comparison, one)
        else:
            unnamed += 1
    return [heading for heading, _ in sizes.most_common()], unnamed


class HeadingPaths:
    """Finds the headings above changes of a comparison, as the new side has them, and keeps them: a lede asks
    for them again and again. The title is none, and no heading that prints the date of the page."""

    def __init__(self, comparison: Comparison, title: str) -> None:
        """Takes a comparison.

        Args:
            comparison: what `compare` returned.
            title: the title of the document, which is no heading worth telling.
        """
        sides = (comparison.old, comparison.new)
        self.comparison = comparison
        self._found: dict[int, Sequence[str]] = {}
        self._none = {title, *(one.title for one in sides)}
        self._none |= {clause.text for side in sides for clause in _dated(comparison, side)}
        self._renamed = _renamed(comparison)

    def of(self, one: NumberedChange) -> Sequence[str]:
        """The headings above a change, outermost first, and the heading that it begins with; none where
        nobody can tell."""
        if one.number not in self._found:
            self._found[one.number] = self._path(one)
        return self._found[one.number]

    def over(self, one: NumberedChange) -> str:
        """The nearest of them as a lede names it, "" if there is none."""
        path = self.of(one)
        return shown_heading(path[-1]) if path else ""

    def inside(self, one: NumberedChange) -> str:
        """The nearest heading above what a change says: of one that begins with a heading that is set as text
        that one."""
        document, place = _stands(self.comparison, one)
        first = document.clauses[place]
        name = heading_name(first.text)
        places = (each for change in one.changes for each in change.places[document is self.comparison.new])
        behind = next((each for each in places if each > place), place)
        if first.kind != "paragraph" or first.cell or behind == place or name in self._none:
            return self.over(one)
        path = headings_over(document, behind, document.clauses[behind].path)
        return shown_heading(name) if path[-1:] == [name] else self.over(one)

    def _path(self, one: NumberedChange) -> Sequence[str]:
        comparison, none = self.comparison, self._none
        document, place = _stands(comparison, one)
        first = document.clauses[place]
        heads = [each.text for each in (first, _labelled(document, place)) if each.kind == "heading"]
        above = [each for each in below(comparison, one.section) if each not in none]
        path = (*headings_over(document, place, above), *heads[:1])
        named = [self._renamed.get(each, each) for each in path]
        named = [each for each in named if each not in none and not _is_footnote(each)]
        return [each for each in named if not names_nothing(each, comparison.new.language)]


def _labelled(document: Document, place: int) -> Clause:
    """The clause behind a line that says no more than it does: a page may set its headings twice."""
    here, behind = document.clauses[place], document.clauses[min(place + 1, len(document.clauses) - 1)]
    return behind if compared(here.text) == compared(behind.text) else here


def _stands(comparison: Comparison, one: NumberedChange) -> tuple[Document, int]:
    """Where a change begins, on the new side where it has one."""
    change = one.changes[0]
    return (comparison.new, change.new[0]) if change.new else (comparison.old, change.old[0])


def _renamed(comparison: Comparison) -> dict[str, str]:
    """What headings are called now that were called otherwise before, or whose sections are told there."""
    both = (
        (comparison.old.clauses[change.old[0]], comparison.new.clauses[change.new[0]])
        for change in comparison.diff.changes
        if change.rewords and change.old and change.new
    )
    reworded = {old.text: new.text for old, new in both if old.kind == new.kind != "item"}
    return _renumbered(comparison) | merged_headings(comparison)[0] | reworded


def _renumbered(comparison: Comparison) -> dict[str, str]:
    """The headings of the old side with another number than those of the same words that the new one has
    once."""
    olds, news = (
        [one.text for one in side.clauses if one.kind == "heading"]
        for side in (comparison.old, comparison.new)
    )
    times = Counter(map(compared, news))
    named = {compared(one): one for one in news if times[compared(one)] == 1}
    return {one: named[compared(one)] for one in olds if one not in news and compared(one) in named}


def _dated(comparison: Comparison, side: Document) -> Iterator[Clause]:
    """The clauses that print a date of the page, if only a month."""
    yield from (side.clauses[date.clause] for date in side.dates)
    for one in comparison.findings:
        if one.category == "effective-date" and (quote := one.old if side is comparison.old else one.new):
            yield side.clauses[quote.clause]


def _is_footnote(heading: str) -> bool:
    """Whether a heading is words of the text that are explained below it: “our users”."""
    return all(word[:1].islower() for word in heading.split()[:2])


def changed_size(comparison: Comparison, one: NumberedChange) -> int:
    """How many words a change added, or removed where these are more, clause by clause."""
    return sum(max(changed_words(change, comparison.old, comparison.new)) for change in one.changes)


def shown_heading(heading: str) -> str:
    """A heading as a lede names it."""
    return clipped(visible(heading_name(heading)).strip().rstrip(":\xa0 "), _HEADING)
