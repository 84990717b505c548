"""What became of lines around a policy: those that went and those that came -> phrases that name them.

Of few lines each is quoted, of many the first two that tell something, and how many more there are. A line
that gave way to one that is nearly the same is told by what differs: a year, a word, its capital letters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report import wording
from policydiff.report.characters import clipped, visible
from policydiff.text import compared_words
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

_WHERE: Mapping[str, str] = {"above": "above it", "below": "below it", "amid": "within it"}
_QUOTED = 2
"""Lines that are quoted of many."""
_LINE = 100
"""Characters of a line that are quoted."""
_SHORT = 3
"""Characters of a line that says something, at least."""
_TELLING = 12
"""Characters of a line by which a reader knows it again, at least."""
_ALIKE = 0.6
"""Share of its words that a line has in common with the one that it gave way to."""
_PAIRED = 60
"""Lines that are compared with each other, at most: of more, only those that differ in nothing but figures or
capital letters are set against each other."""
_BEHIND = 2
"""Words before what was put into a long line."""
_EDITS = 2
"""Places of a long line that are told."""
_GLUED = re.compile(r"[a-zß-öø-ÿ)][A-ZÀ-ÖØ-Þ]|\d\)?[A-Za-z]")
"""Where entries of a menu stand without a blank between them: such a line is read worse than others."""
_CODE = re.compile(r"\{\"\w|\}\}|\bundefined\b")
"""Found in the data of a program."""
_STOP = re.compile(r"(?<=\w)\.$")
_FIGURES = re.compile(r"[\s\d.,:+−–%$€£-]+")
"""What of a line is no word."""


class _LinePair(NamedTuple):
    """A line and what it gave way to."""

    old: str
    new: str


_PRICE = re.compile(r"[$€£¥]\s?\d[\d.,\s]*|\d[\d.,\s]*\s?[$€£¥]")
_PRICES = 3
"""Lines of a shop with nothing but a price, at least."""
_PRODUCT = re.compile(r"[^\W\d]+\s[^%]*[^\W\d]{3}")
"""How the name of a product begins: with more than one word, and no figures."""
_CARD = 3
"""Lines above the price of a product that may name it."""


class LinesOfSide(NamedTuple):
    """The lines in one place around a policy: all of them, and those that the other side has not."""

    every: Sequence[str]
    alone: Sequence[str]

    def parted(self) -> tuple[list[str], list[str]]:
        """Those that the other side has not, without products of a shop and prices, and these products."""
        priced = [number for number, line in enumerate(self.every) if _PRICE.fullmatch(line)]
        if len(priced) < _PRICES:
            return [*self.alone], []
        near = {line for number in priced for line in self.every[max(number - _CARD, 0) : number + 1]}
        products = [one for one in self.alone if one in near and _PRODUCT.match(one)]
        return [one for one in self.alone if one not in near], products


def around_phrases(old: LinesOfSide, new: LinesOfSide, place: str) -> list[str]:
    """What became of the lines in one place, in phrases: of a shop that shows other products only that.

    Args:
        old: those of the old side.
        new: those of the new one.
        place: where they stand: "above", "below" or "amid" the policy.
    """
    (went, products_gone), (came, products_new) = old.parted(), new.parted()
    if not products_gone and not products_new:
        return line_phrases(old.alone, new.alone, place)
    gone, now = (max(map(_plain, one), key=len, default="") for one in (products_gone, products_new))
    shown = [f"“{_cut(now)}” is among them"] if now else []
    shown += [f"“{_cut(gone)}” no longer"] if gone else []
    return [
        f"{_WHERE[place]} other products of a shop are shown: {', '.join(shown)}",
        *line_phrases(went, came, place),
    ]


def line_phrases(went: Sequence[str], came: Sequence[str], place: str) -> list[str]:
    """What became of lines in one place, in phrases.

    Args:
        went: those that only the old side has.
        came: those that only the new one has.
        place: where they stand: "above", "below" or "amid" the policy.

    >>> line_phrases(["© 2030 Fernleaf Ltd"], ["© 2031 Fernleaf Ltd", "Our shops"], "below")
    ['below it “© 2030 Fernleaf Ltd” is now “© 2031 Fernleaf Ltd”', '“Our shops” was added']
    """
    left = _LineSides([*filter(None, map(_plain, went))], [*filter(None, map(_plain, came))])
    code = left.code()
    capitals = left.paired(lambda line: line.casefold())
    figures = left.of_figures()
    alike = left.alike()
    if len(figures) == 1:
        alike, figures = [*figures, *alike], []
    phrases = [
        *(["the code of a program differs"] * code),
        *_of_capitals(capitals),
        *_of_figures(figures),
        *_of_pairs(alike),
        *_of_lines(left.came, "was added", "were added"),
        *_of_lines(left.went, "is gone", "are gone"),
    ]
    return [f"{_WHERE[place]} {phrases[0]}", *phrases[1:]] if phrases else []


def _plain(line: str) -> str:
    return " ".join(visible(line).split())


class _LineSides:
    """The lines that went and came and are not told yet."""

    def __init__(self, went: list[str], came: list[str]) -> None:
        self.went, self.came = went, came

    def code(self) -> bool:
        """Whether data of a program are among them; these are settled with that."""
        both = len(self.went) + len(self.came)
        self.went, self.came = (
            [one for one in side if not _CODE.search(one)] for side in (self.went, self.came)
        )
        return len(self.went) + len(self.came) < both

    def paired(self, key: Callable[[str], str]) -> list[_LinePair]:
        """The lines with the same key on both sides, in their order; these are settled with that."""
        there: dict[str, list[str]] = {}
        for one in self.came:
            there.setdefault(key(one), []).append(one)
        found = [_LinePair(one, there[key(one)].pop(0)) for one in self.went if there.get(key(one))]
        self._take_out(found)
        return found

    def of_figures(self) -> list[_LinePair]:
        """The lines that differ in nothing but figures, where few others came or went: prices."""
        kept = list(self.went), list(self.came)
        found = self.paired(lambda line: _FIGURES.sub(" ", line))
        if len(found) < max(len(self.went), len(self.came)):
            (self.went, self.came), found = kept, []
        return found

    def alike(self) -> list[_LinePair]:
        """The lines that have most words in common with one of the other side, each with that; none where
        most are others."""
        found = list[_LinePair]()
        if max(len(self.went), len(self.came)) > _PAIRED:
            return found
        left = list(self.came)
        for one in self.went:
            best = max(left, key=lambda other: _shared(one, other), default="")
            if best and _shared(one, best) >= _ALIKE:
                left.remove(best)
                found.append(_LinePair(one, best))
        if 2 * len(found) < max(len(self.went), len(self.came)):
            return []
        self._take_out(found)
        return found

    def _take_out(self, found: Sequence[_LinePair]) -> None:
        for old, new in found:
            self.went.remove(old)
            self.came.remove(new)


def _shared(one: str, other: str) -> float:
    """The share of the words of the longer of two lines that both have."""
    first, second = ({*compared_words(line)} for line in (one, other))
    return len(first & second) / max(len(first), len(second), 1)


def _of_capitals(pairs: Sequence[_LinePair]) -> Iterator[str]:
    if pairs:
        more = (
            f", and capital letters of {wording.count(len(pairs) - 1, 'other line')} differ"
            if pairs[1:]
            else ""
        )
        yield f"{_both(pairs[0])}{more}"


def _of_figures(pairs: Sequence[_LinePair]) -> Iterator[str]:
    if pairs:
        shown = next((one for one in pairs if any(map(str.isdigit, one.old))), pairs[0])
        yield f"figures differ in {len(pairs):,} lines, as in “{_cut(shown.old)}”, now “{_cut(shown.new)}”"


def _of_pairs(pairs: Sequence[_LinePair]) -> Iterator[str]:
    yield from map(_difference, pairs[:_QUOTED])
    if pairs[_QUOTED:]:
        yield f"{wording.count(len(pairs) - _QUOTED, 'other line')} read otherwise"


def _difference(pair: _LinePair) -> str:
    """What differs between two lines: both of short ones, else what gave way."""
    if max(map(len, pair)) <= _LINE and not any(map(_GLUED.search, pair)):
        return _both(pair)
    found = list(_gave_way(pair))
    if not found or len(found) > _EDITS:
        return f"a line that begins “{_cut(pair.new)}” reads otherwise"
    return f"in a line {wording.listed(found)}"


def _gave_way(pair: _LinePair) -> Iterator[str]:
    """Each place in which a line differs from the one before."""
    before = old = new = ""
    for edit in (*text_edits(*pair), None):
        if edit is not None and edit.operation != "equal":
            old, new = old + edit.old, new + edit.new
            continue
        behind = f" behind “{' '.join(before.split()[-_BEHIND:])}”" if before.strip() else ""
        if old.strip() and new.strip():
            yield f"“{_cut(old)}” is now “{_cut(new)}”"
        elif (old + new).strip():
            yield f"“{_cut(old + new)}” {'was added' if new else 'is gone'}{behind}"
        before, old, new = edit.new if edit else "", "", ""


def _both(pair: _LinePair) -> str:
    return f"“{_cut(pair.old)}” is now “{_cut(pair.new)}”"


def _of_lines(lines: Sequence[str], one: str, many: str) -> Iterator[str]:
    """Lines that came, or went: all of few, else the first that tell something, and how many more."""
    said = [line for line in dict.fromkeys(lines) if any(map(str.isalnum, line))]
    if not said:
        return
    if max(map(len, said)) < _SHORT:
        yield f"{wording.count(len(lines), 'line')} of a sign or two {one if len(lines) == 1 else many}"
        return
    wordy = [line for line in said if len(line) >= _TELLING and " " in line and not _GLUED.search(line)]
    shown = (said if len(said) <= _QUOTED + 1 else [*wordy, *(line for line in said if line not in wordy)])[
        : _QUOTED + (len(said) == _QUOTED + 1)
    ]
    shown.sort(key=said.index)
    named = [f"“{_cut(line)}”" for line in shown]
    if more := len(said) - len(shown):
        named.append(wording.count(more, "other line"))
    yield f"{wording.listed(named)} {one if len(named) == 1 else many}"


def _cut(line: str) -> str:
    return clipped(_STOP.sub("", line.strip(" -|·•")), _LINE)
