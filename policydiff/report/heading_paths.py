"""The headings above changes, as the new side has them: comparison -> headings.

A heading may have come or gone with its section, be worded or numbered otherwise, or have taken up the
section of another one; the title of the document is none.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.report.characters import clipped, visible
from policydiff.report.numbered_changes import below
from policydiff.report.text_headings import heading_name, headings_over, names_nothing
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Clause, Comparison, Document
    from policydiff.report.numbered_changes import NumberedChange

_NEARLY = 0.75
"""Share of the telling words of a heading that another one has which is about the same, and more."""
_COMPARED = 100
"""Headings of one side alone that are compared with those of the other; of more nobody asks which took up
which, and each would be compared with all."""
_HEADING = 70
"""Characters of a heading."""


def heading_over(comparison: Comparison, one: NumberedChange, title: str) -> str:
    """The heading above a change, "" if none is certain."""
    return HeadingPaths(comparison, title).over(one)


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


def shown_heading(heading: str) -> str:
    """A heading as a lede names it."""
    return clipped(visible(heading_name(heading)).strip().rstrip(":\xa0 "), _HEADING)
