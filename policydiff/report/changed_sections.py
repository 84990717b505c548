"""Under which headings a text changed: comparison, changes -> "most of all under “Cookies” and “Rights”".

In how many places a text changed says little; that nearly all of it stands under one heading says much. What
is called the only place is so to the letter: capitals, signs and links, and what moved, count too. A heading
over half of a text is none that says where.
What this gets wrong: words are weighed by their number, so a long passage that says little outweighs others.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal, NamedTuple

from policydiff.report.characters import clipped
from policydiff.report.dated_lines import is_of_date
from policydiff.report.heading_paths import changed_size, shown_heading
from policydiff.report.numbered_changes import below, section
from policydiff.report.text_headings import heading_name, names_nothing
from policydiff.text import compared, enumerator_end, fold

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Change, Comparison
    from policydiff.report.heading_paths import HeadingPaths
    from policydiff.report.numbered_changes import NumberedChange

_ONE = 0.6
"""Share of the changed words under a heading that is named alone, at least."""
_TWO, _EACH = 0.75, 0.15
"""The same of two headings together, and of each of them."""
_MOST = 0.5
"""Share of a text that stands below what is named, at most."""
_WITHIN = 0.9
"""Share of the changed words below one of two headings that one inside of it holds, so that it is named."""
_SECTIONS, _SPREAD = 5, 4
"""Numbered sections of a text, and those of them that changed, from which their number is told."""
_NUMBERED = re.compile(r"(\d{1,2})(?!\.?\d)")
"""The number of an outermost section: "7. Cookies", and not "7.1 Cookies"."""
_SHOWN = 50
"""Characters of a heading that is named."""
_MARKS = "*•"
"""What a page writes before a heading."""
_ONCE = {"": "under ", "added": "by a new section, ", "removed": "by the loss of the section "}
_ALL = {"": "under ", "added": "by the new sections ", "removed": "by the loss of the sections "}
"""What is said before the heading of a section that stayed, came and went; and before two of them."""

Path = tuple[str, ...]
"""Headings, outermost first."""


class ChangedSections(NamedTuple):
    """Where a text changed."""

    how: Literal["", "only", "most of all", "in"] = ""
    """Whether it did there alone, or most of all, or in so many sections; "" where nobody can tell."""
    place: str = ""
    """Where: "under “Cookies”", "by a new section, “Cookies”", "6 of its 11 sections"."""
    named: tuple[str, ...] = ()
    """The headings that this names."""
    are_whole: bool = False
    """Whether the section of one of these came or went whole."""

    @property
    def said(self) -> str:
        """Behind "changed": "only under “Cookies”"."""
        return f"{self.how} {self.place}".strip()


class _HeadedChange(NamedTuple):
    """A change with the headings above it."""

    change: NumberedChange
    path: Path
    size: int
    """Words that changed."""
    heads: str
    """The heading with which it begins, "" if it begins with none."""

    def is_below(self, path: Path) -> bool:
        return self.path[: len(path)] == path


class _Headings:
    """The headings of both sides."""

    def __init__(self, comparison: Comparison) -> None:
        olds, news = (
            list(dict.fromkeys(one.text for one in side.clauses if one.kind == "heading"))
            for side in (comparison.old, comparison.new)
        )
        self._old, self._new = (frozenset(map(compared, side)) for side in (olds, news))
        self._clauses = comparison.new.clauses
        before, after = (
            _by_number(one for one in here if compared(one) not in there)
            for here, there in ((olds, self._new), (news, self._old))
        )
        renamed = {one: after[number] for number, one in before.items() if number in after}
        self._renamed = dict(_that_stay(comparison, renamed))

    def current(self, path: Iterable[str]) -> Path:
        """A path with the new name of each section that kept its number and got another name."""
        return tuple(self._renamed.get(one, one) for one in path)

    def is_there(self, heading: str) -> bool:
        """Whether a reader finds a heading in the new text."""
        return any(heading in one.text and heading == heading_name(one.text) for one in self._clauses)

    def whole(self, heading: str, below_it: Sequence[_HeadedChange]) -> str:
        """Whether a heading "added" or "removed" came or went with all that changed below it; else ""."""
        kinds = {one.change.kind for one in below_it}
        if heading in self._renamed.values() or all(one.heads != heading for one in below_it):
            return ""
        if kinds == {"added"} and compared(heading) not in self._old:
            return "added"
        return "removed" if kinds == {"removed"} and compared(heading) not in self._new else ""


def _by_number(headings: Iterable[str]) -> dict[str, str]:
    """Those of some headings that have a number which no other of them has, by it."""
    numbers = [(one[: enumerator_end(one)].strip(), one) for one in headings]
    times = Counter(number for number, _ in numbers)
    return {number: one for number, one in numbers if number and times[number] == 1}


def _that_stay(comparison: Comparison, renamed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Those of some headings, with what stands at their numbers now, below which a clause stayed: the others
    may have given way to another section."""
    changes = comparison.diff.changes if renamed else ()
    for change in (one for one in changes if one.new and not (one.rewords or one.kind == "moved")):
        old, new = comparison.old.clauses[change.old[0]], comparison.new.clauses[change.new[0]]
        yield from ((one, renamed[one]) for one in old.path if renamed.get(one) in new.path)


def changed_sections(
    paths: HeadingPaths, title: str, numbered: Sequence[NumberedChange], worded: Sequence[NumberedChange]
) -> ChangedSections:
    """Where a text changed: under one heading alone, most of all under one or two, or in how many sections.

    Args:
        paths: the headings above the changes of a comparison.
        title: the title of the document, which is no heading worth telling.
        numbered: all changes.
        worded: those of words that a reader sees.
    """
    comparison = paths.comparison
    headings = _Headings(comparison)
    placed = [_headed(comparison, one, headings.current(paths.of(one))) for one in worded]
    named = _heaviest(comparison, placed)
    below_each = [[one for one in placed if one.is_below(path)] for path in named]
    whole = [headings.whole(path[-1], found) for path, found in zip(named, below_each, strict=True)]
    stay = [path[-1] for path, how in zip(named, whole, strict=True) if how != "removed"]
    shown = tuple(clipped(shown_heading(path[-1]).lstrip(_MARKS), _SHOWN) for path in named)
    if not named or not all(map(headings.is_there, stay)) or len({*shown}) < len(shown):
        return _counted(comparison, title, numbered)
    known = {one.number for one in worded}
    is_only = below_each == [placed] and not differs_elsewhere(comparison, numbered, known, named[0][-1])
    return ChangedSections("only" if is_only else "most of all", _listed(shown, whole), shown, any(whole))


def _headed(comparison: Comparison, one: NumberedChange, path: Path) -> _HeadedChange:
    change = one.changes[0]
    side, place = (comparison.new, change.new[0]) if change.new else (comparison.old, change.old[0])
    first = side.clauses[place]
    heads = first.text if first.kind == "heading" else ""
    return _HeadedChange(one, path, changed_size(comparison, one), heads)


def _heaviest(comparison: Comparison, placed: Sequence[_HeadedChange]) -> list[Path]:
    """The heading or the two under which most words changed; none if it takes more of them, or if most of the
    text stands there."""
    total = sum(one.size for one in placed)
    named = [one] if (one := _innermost(placed, (), _ONE * total)) else []
    if not named:
        two = _next_below(placed, ())[:2]
        if len(two) < 2 or sum(size for _, size in two) < _TWO * total or two[-1][1] < _EACH * total:
            return []
        named = [_innermost(placed, path, _WITHIN * size) for path, size in two]
    heads = _as_on_pages(comparison, {path[-1] for path in named})
    clauses = comparison.new.clauses
    below_them = sum(len(one.text) for one in clauses if not heads.isdisjoint(one.path))
    return [] if below_them > _MOST * sum(len(one.text) for one in clauses) else named


def _as_on_pages(comparison: Comparison, names: Container[str]) -> frozenset[str]:
    """The headings of either side that are known by some names: a recorder may have written them twice."""
    paths = {one.path for side in (comparison.old, comparison.new) for one in side.clauses}
    return frozenset(one for one in {each for path in paths for each in path} if heading_name(one) in names)


def _innermost(placed: Sequence[_HeadedChange], path: Path, least: float) -> Path:
    """The innermost heading below a path under which so many words changed, else the path."""
    while (found := _next_below(placed, path)) and found[0][1] >= least:
        path = found[0][0]
    return path


def _next_below(placed: Iterable[_HeadedChange], path: Path) -> list[tuple[Path, int]]:
    """The headings next below a path with the words that changed under them, most of them first."""
    sizes: Counter[Path] = Counter()
    for one in placed:
        if one.is_below(path) and len(one.path) > len(path):
            sizes[one.path[: len(path) + 1]] += one.size
    return sizes.most_common()


def _listed(headings: Sequence[str], whole: Sequence[str]) -> str:
    """What happened at one heading or two: "under “Cookies” and “Lists”", "by a new section, “Cookies”"."""
    if len(headings) > 1 and whole[0] == whole[1]:
        return f"{_ALL[whole[0]]}“{headings[0]}” and “{headings[1]}”"
    said = (f"{_ONCE[how]}“{heading}”" for how, heading in zip(whole, headings, strict=True))
    return (", and " if "added" in whole else " and ").join(said)


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


def _counted(comparison: Comparison, title: str, numbered: Iterable[NumberedChange]) -> ChangedSections:
    """In how many of its sections a text changed whose sections have the numbers from 1 on; nothing of few.

    Nor anything if words changed outside of these, if two have one name or if others are numbered otherwise.
    """
    none = {title, comparison.old.title, comparison.new.title}
    olds, news = (
        [
            next((each for each in below(comparison, section(one)) if each not in none), "")
            for one in side.clauses
        ]
        for side in (comparison.old, comparison.new)
    )
    outermost = [one for one in dict.fromkeys(news) if one]
    own = [one for one in outermost if _NUMBERED.match(one)]
    language = comparison.new.language
    others = [one for one in outermost if one not in own and not names_nothing(one, language)]
    if [int(found[1]) for one in own if (found := _NUMBERED.match(one))] != [*range(1, len(own) + 1)]:
        return ChangedSections()
    if any(map(enumerator_end, others)) or any(map(_share_a_name, (olds, news))):
        return ChangedSections()
    words = (one for one in numbered if one.rewords and not is_of_date(comparison, one))
    changes = [each for one in words for each in one.changes]
    came = {compared(news[place]) for each in changes for place in each.new}
    went = {compared(olds[place]) for each in changes if not each.new for place in each.old}
    number = len(came | went)
    if len(own) < _SECTIONS or number < _SPREAD or not came | went <= {*map(compared, own)}:
        return ChangedSections()
    counted = f"{number} of its {len(own)}" if number < len(own) else f"each of its {number}"
    return ChangedSections("in", f"{counted} {'numbered ' if others else ''}sections")


def _share_a_name(headings: Iterable[str]) -> bool:
    """Whether two of some headings differ in no more than their numbers."""
    distinct = {*headings}
    return len({*map(compared, distinct)}) < len(distinct)
