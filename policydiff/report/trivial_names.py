"""Trivial changes of names and references: words that gave way to others -> whether they name the same.

A company that is written otherwise, a thing of the owner's own under another name, a section as the text now
calls it or numbers it.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.comparability import LEGAL_FORM
from policydiff.report.counterparts import address_kinds
from policydiff.report.trivial_lines import headings_of
from policydiff.text import compared, compared_words, enumerator_end

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policydiff.models import Clause, Comparison
    from policydiff.report.replaced_words import Replacement

_NAME_WORDS = 6
"""Words of a name, at most."""
_SMALL = 3
"""Letters of a word inside of a name that has no capital: "for", "de"."""
_OFTEN = 3
"""In how many places fewer a name stands from which it gave way to another one of the same thing."""
COMPANY = re.compile(rf"(?<!\w)(?:{LEGAL_FORM})(?!\w)")
"""The legal form of a company."""
_BESIDE_NAME = re.compile(r"([A-ZÀ-Þ0-9][^\s,;:.'’]*)\s$")
"""A word with a capital before others, without an article that is joined to it."""
_LISTED = frozenset(",;/&")
"""Signs between several names."""
_QUOTE = "“”„«»\"'‘’"
_CAPITAL = re.compile(r"[A-ZÀ-Þ0-9]")


class TrivialNames:
    """Knows the names and references of a comparison that gave way to others of the same thing."""

    def __init__(self, comparison: Comparison, owner: frozenset[str]) -> None:
        """Takes a comparison.

        Args:
            comparison: what `compare` returned.
            owner: the words of the name of whose document it is.
        """
        self._sides = comparison.old, comparison.new
        self._owner = owner

    def is_reference(self, spot: Replacement, old: Clause, new: Clause) -> bool:
        """Whether a reference names a section as the text now calls it or numbers it."""
        was, now = spot.old.strip(), spot.new.strip()
        numbers = self._numbers
        if was[:1].isdigit() and now[:1].isdigit():
            title = numbers[0].get(was.rstrip("."), "")
            return bool(title) and title == numbers[1].get(now.rstrip("."), "")
        if _is_beside_place(spot) and _CAPITAL.match(was.strip(_QUOTE)) and _CAPITAL.match(now.strip(_QUOTE)):
            return True
        heads = self._headings
        linked = f" {' '.join(compared(link.text) for link in new.links)} "
        for one in ((was, now), spot.named):
            was, now = map(compared, one)
            if _is_made_of(was, heads[0]) and _is_made_of(now, heads[1]):
                return _is_quoted(spot) or f" {now} " in linked
        return False

    def is_name(self, spot: Replacement, old: Clause, new: Clause) -> bool:
        """Whether a thing of the owner's own has another name; or a company is written as it was in another
        place before, with another legal form."""
        whole = names(spot)
        was, now = map(compared, whole)
        if not was or not now or address_kinds(f"{spot.old} {spot.new}"):
            return False
        forms = [COMPANY.search(one) for one in whole]
        if any(forms):
            is_whole = all(compared(one) in name for one, name in ((spot.old, was), (spot.new, now)))
            bare = {compared(COMPANY.sub("", one)) for one in whole}
            return all(forms) and is_whole and len(bare) == 1 and f" {now} " in self._said[0]
        is_one = _LISTED.isdisjoint(spot.old.rstrip(" ,") + spot.new.rstrip(" ,"))
        is_name = is_one and all(map(_is_of_capitals, whole))
        if not is_name or {*was.split()}.isdisjoint({*now.split()} & self._owner):
            return False
        return f" {now} " not in self._said[0] or set(now.split()) < set(was.split()) or self._is_rarer(was)

    def _is_rarer(self, name: str) -> bool:
        """Whether a name stands in several places fewer than before."""
        old, new = (side.count(f" {name} ") for side in self._said)
        return old - new >= _OFTEN

    @cached_property
    def _headings(self) -> tuple[frozenset[str], frozenset[str]]:
        """The headings of the old text and of the new one."""
        return headings_of(self._sides[0]), headings_of(self._sides[1])

    @cached_property
    def _numbers(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The numbers of headings and what they head."""
        old, new = (
            {
                one.text[: enumerator_end(one.text)].strip(" .):"): compared(one.text)
                for one in side.clauses
                if one.kind == "heading" and enumerator_end(one.text)
            }
            for side in self._sides
        )
        return old, new

    @cached_property
    def _said(self) -> tuple[str, str]:
        """All that the old text says, and all that the new one does, between blanks."""
        old, new = (f" {' '.join(compared(one.text) for one in side.clauses)} " for side in self._sides)
        return old, new


def names(spot: Replacement) -> tuple[str, str]:
    """The whole name of which some words are, up to the legal form of a company: a line of an address goes on
    behind it. In a sentence that is all in capitals the word before them is all that is sure."""
    old, new = spot.named
    beside = _BESIDE_NAME.search(spot.before)
    if max(len(old.split()), len(new.split())) > _NAME_WORDS or (beside and len(old.split()) == 1):
        old, new = (f"{beside[1] if beside else ''} {one}".strip() for one in (spot.old, spot.new))
    return _up_to_form(old), _up_to_form(new)


def _up_to_form(name: str) -> str:
    *_, form = [None, *COMPANY.finditer(name)]
    return (name[: form.end()] if form else name.rstrip(" .,")).strip()


def _is_of_capitals(name: str) -> bool:
    """Whether all words of a name have a capital, but for small ones inside: "Fern Desk for Readers"."""
    words, joining = name.split(), _joining()
    return all(
        _CAPITAL.match(word) or (len(word) <= _SMALL and 0 < place < len(words) - 1 and word not in joining)
        for place, word in enumerate(words)
    )


@cache
def _joining() -> frozenset[str]:
    """Words between two names, in any language: "and", "or"."""
    return languages.all_words(lambda one: one.direction.join)


@cache
def _places() -> frozenset[str]:
    """Words for a part of a text, in any language."""
    return languages.all_words(lambda one: one.direction.place)


def _is_beside_place(spot: Replacement) -> bool:
    """Whether words stand beside one for a part of a text: "see the Choices section"."""
    beside = {*compared_words(spot.before)[-1:], *compared_words(spot.behind)[:1]}
    return not beside.isdisjoint(_places())


def _is_quoted(spot: Replacement) -> bool:
    before, behind = spot.before.rstrip(), spot.behind.lstrip()
    return "" not in (before, behind) and before[-1] in _QUOTE and behind[0] in _QUOTE


def _is_made_of(said: str, heads: frozenset[str]) -> bool:
    """Whether words are a heading, or two joined by a sign."""
    if not said or said in heads:
        return said in heads
    parts = said.split()
    return any(
        " ".join(parts[:cut]) in heads and " ".join(parts[cut:]) in heads for cut in range(1, len(parts))
    )


def is_company(spot: Replacement, old: Clause, new: Clause) -> bool:
    """Whether the name of a company gave way to another."""
    whole = names(spot)
    if not all(map(COMPANY.search, whole)):
        return False
    both = zip(whole, (spot.old, spot.new), strict=True)
    is_whole = all(compared(said) in compared(name) for name, said in both)
    return is_whole and compared(whole[0]) != compared(whole[1])
