"""Under which heading alone a text changed: comparison, changes -> "only under “Cookies”".

What is called the only place is so to the letter: capitals, signs and links, and what moved, count too. A
heading over half of a text is none that says where.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.characters import clipped
from policydiff.report.dated_lines import is_of_date
from policydiff.report.heading_paths import shown_heading
from policydiff.report.text_headings import heading_name
from policydiff.text import compared, enumerator_end, fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from policydiff.models import Change, Comparison
    from policydiff.report.heading_paths import HeadingPaths
    from policydiff.report.numbered_changes import NumberedChange

_MOST = 0.5
"""Share of a text that stands below what is named, at most."""
_SHOWN = 50
"""Characters of a heading that is named."""
_MARKS = "*•"
"""What a page writes before a heading."""
_WHOLE = {"added": "by a new section,", "removed": "by the loss of the section"}
"""What is said before the heading of a section that came or went."""


class OnlySection(NamedTuple):
    """The one section in which a text changed."""

    heading: str
    """Its heading, as a lede names it."""
    how: str
    """What happened there, before the heading: "under", or "by a new section,"."""

    @property
    def said(self) -> str:
        """Behind "changed": "only under “Cookies”"."""
        return f"only {self.how} “{self.heading}”"


def only_section(
    paths: HeadingPaths, numbered: Sequence[NumberedChange], worded: Sequence[NumberedChange]
) -> OnlySection | None:
    """The innermost section in which all changes are, None if there is none or nobody can tell.

    Args:
        paths: the headings above the changes of a comparison.
        numbered: all changes.
        worded: those of words that a reader sees.
    """
    comparison = paths.comparison
    common = _shared_start([paths.of(one) for one in worded])
    if not common or _is_most(comparison, common[-1]):
        return None
    heading, how = common[-1], _became(comparison, common[-1], worded)
    clauses = comparison.new.clauses
    is_there = any(heading in one.text and heading == heading_name(one.text) for one in clauses)
    known = {one.number for one in worded}
    if differs_elsewhere(comparison, numbered, known, heading) or not (is_there or "loss" in how):
        return None
    return OnlySection(clipped(shown_heading(heading).lstrip(_MARKS), _SHOWN), how)


def _shared_start(paths: Sequence[Sequence[str]]) -> list[str]:
    """The headings with which all of some paths begin."""
    return [level[0] for level in takewhile(lambda one: len({*one}) == 1, zip(*paths, strict=False))]


def _became(comparison: Comparison, heading: str, worded: Sequence[NumberedChange]) -> str:
    """What happened to a section, before its heading: whether it came or went whole."""
    kinds = {one.kind for one in worded}
    if len(kinds) > 1 or not kinds <= _WHOLE.keys():
        return "under"
    sides = [comparison.old, comparison.new]
    here, there = sides if kinds == {"removed"} else sides[::-1]
    firsts = (here.clauses[one.changes[0].places[here is comparison.new][0]] for one in worded)
    is_headed = any(one.kind == "heading" and one.text == heading for one in firsts)
    is_whole = is_headed and compared(heading) not in {compared(one.text) for one in there.clauses}
    return _WHOLE[worded[0].kind] if is_whole else "under"


def _is_most(comparison: Comparison, heading: str) -> bool:
    """Whether most of the text stands below a heading."""
    heads = _as_on_pages(comparison, {heading})
    clauses = comparison.new.clauses
    below_it = sum(len(one.text) for one in clauses if not heads.isdisjoint(one.path))
    return below_it > _MOST * sum(len(one.text) for one in clauses)


def _as_on_pages(comparison: Comparison, names: Container[str]) -> frozenset[str]:
    """The headings of either side that are known by some names: a recorder may have written them twice."""
    paths = {one.path for side in (comparison.old, comparison.new) for one in side.clauses}
    return frozenset(one for one in {each for path in paths for each in path} if heading_name(one) in names)


def differs_elsewhere(
    comparison: Comparison,
    numbered: Iterable[NumberedChange],
    known: Container[int],
    heading: str = "",
) -> bool:
    """Whether a reader sees anything differ beside some changes: words, their order, capitals, signs, a link.

    A line that prints the date of the page has a sentence of its own, and what a recording may have lost is
    no change.

    Args:
        comparison: what `compare` returned.
        numbered: all its changes.
        known: the numbers of some of them.
        heading: a heading below which nothing counts either.
    """
    heads = _as_on_pages(comparison, {heading}) | {heading}
    others = [one for one in numbered if one.number not in known and heads.isdisjoint(one.section)]
    if not all(is_of_date(comparison, one) or _held(comparison, one) for one in others):
        return True
    kept = (one for one in comparison.diff.changes if one.old and one.new and not one.rewords)
    firsts = ((one, comparison.new.clauses[one.new[0]]) for one in kept)
    others_kept = (one for one, first in firsts if heads.isdisjoint((*first.path, first.text)))
    return any(
        any(not link.noise for link in one.links) or _is_written_otherwise(comparison, one)
        for one in others_kept
    )


def _is_written_otherwise(comparison: Comparison, kept: Change) -> bool:
    """Whether words that stayed are written in other capitals or with other signs; a sign of another form is
    the same to a reader."""
    old, new = (
        [side.clauses[place].text for place in places]
        for side, places in ((comparison.old, kept.old), (comparison.new, kept.new))
    )
    return old != new and _written(old) != _written(new)


def _written(texts: Iterable[str]) -> str:
    """Some texts without blanks and the numbers before them, all signs of one meaning alike."""
    return "".join("".join(fold(one[enumerator_end(one) :]).split()) for one in texts)


def _held(comparison: Comparison, one: NumberedChange) -> bool:
    return all(comparison.doubted.hold(*change.places) for change in one.changes)
