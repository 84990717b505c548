"""Edits of which no reader asks beside others: both sides of a sentence -> whether it says the same.

A short form is introduced or used, a term is said to be defined below, "and" became "and/or", the company
says "we" in the place of its name. What this gets wrong: a short form that stands for something else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby, permutations
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.report.characters import visible
from policydiff.report.word_changes import binding_words
from policydiff.text import compared
from policydiff.text import words as words_of
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SHORT_FORM = re.compile(r"\(\s*[“\"«']?([A-Z][A-Z-]{1,7})[”\"»']?\s*\)")
"""A short form in the brackets that introduce it: (“EEA”)."""
_TERM = re.compile(r"\((?:[\w,]+ ){0,4}[“\"«][^“”\"«»]{1,40}[”\"»]\)")
"""A term in the brackets that introduce it: (collectively, “Services”)."""
_BRACKETS = re.compile(r"\([^()]{1,60}\)")
_WORD = re.compile(r"\w+")
_BEFORE = 120
"""Characters before a short form among which its long form stands."""
_LONGEST = 2
"""Words in a row of a long form beside one for each letter: "of the"."""
_POINTER = 6
"""Words of a bracket that says where a term is defined: "(as defined below)"."""
_TERM_WORDS = 8
"""First words of a sentence among which one stands that says what a term means."""


def says_the_same(old: str, new: str, language: str) -> bool:
    """Whether a sentence says the same as the one that it gave way to, as far as anybody asks.

    Args:
        old: the sentence.
        new: the one in its place.
        language: of both, as a code of ISO 639-1.

    >>> old = "We lend in the United Harbours (“UH”) and on the hill."
    >>> says_the_same(old, "We lend in the UH and/or on the hill.", "en")
    True
    >>> says_the_same(old, "We lend in the UH, with your consent, and on the hill.", "en")
    False
    """
    old, new = visible(old), visible(new)
    found = {pair for side in (old, new) for pair in _long_forms(side)}
    forms = sorted(found, key=lambda one: (-len(one[0]), *one))
    sides = [_bare(_abbreviated(side, forms), language) for side in (old, new)]
    if _telling(sides[0], language) == _telling(sides[1], language):
        return True
    runs = (
        tuple("".join(side) for side in zip(*((one.old, one.new) for one in run), strict=True))
        for is_equal, run in groupby(text_edits(*sides), lambda one: one.operation == "equal")
        if not is_equal
    )
    return all(_names_itself(was, now, language) for was, now in runs)


def are_small_words(said: str, language: str) -> bool:
    """Whether words are articles and the like, which say nothing of their own.

    >>> are_small_words("that the", "en"), are_small_words("that must", "en")
    (True, False)
    """
    return not _telling(visible(said), language)


def only_defines(said: str, language: str) -> bool:
    """Whether a sentence says what a term means, and nothing else.

    >>> only_defines("“Lent book” means each book that you take home.", "en")
    True
    """
    known = languages.find(language)
    first = f" {' '.join(compared(visible(said)).split()[:_TERM_WORDS])} "
    return known is not None and any(f" {line} " in first for line in known.direction.defining)


def sums_up_news(headings: Iterable[str], language: str) -> bool:
    """Whether words below some headings sum up what is new in a document.

    >>> sums_up_news(["Fernleaf’s policy", "Key changes to our policies"], "en")
    True
    """
    return any(f"{compared(one)} ".startswith(_news(language)) for one in headings)


@lru_cache(maxsize=64)
def _news(language: str) -> tuple[str, ...]:
    """First words of headings that say that what is new stands below them."""
    lines = languages.of_language(language, lambda one: one.announcements.news)
    return tuple(f"{compared(line)} " for line in lines)


def _long_forms(said: str) -> Iterator[tuple[str, str]]:
    """The words that stand before a short form in brackets and begin with its letters, with the short form:
    "European Economic Area" of "(“EEA”)"."""
    for found in _SHORT_FORM.finditer(said):
        letters = [letter.casefold() for letter in found[1] if letter != "-"]
        before = said[max(found.start() - _BEFORE, 0) : found.start()]
        starts = [(one.start(), one[0]) for one in _WORD.finditer(before)]
        start, others = 0, 0
        while starts and letters and others <= _LONGEST:
            start, word = starts.pop()
            if word[0].casefold() == letters[-1]:
                letters.pop()
                others = 0
            elif word[0].islower():
                others += 1
            else:
                break
        if not letters:
            yield before[start:].strip(), found[1]


def _abbreviated(said: str, forms: Iterable[tuple[str, str]]) -> str:
    """A sentence with short forms in the place of the long ones."""
    said = _SHORT_FORM.sub("", said)
    for long, form in forms:
        said = said.replace(long, form)
    return said


def _bare(said: str, language: str) -> str:
    """A sentence without brackets that introduce a term, or say where it is defined; "and/or" as "and"."""
    known = languages.find(language)
    if known is None:
        return said
    ends = {line.split()[-1] for line in known.direction.defining}
    binding = binding_words(language)
    said = _TERM.sub("", said)
    for one, other in permutations(known.direction.join, 2):
        said = said.replace(f"{one}/{other}", one)

    def kept(bracket: re.Match[str]) -> str:
        inside = {*compared(bracket[0]).split()}
        return "" if ends & inside and len(inside) <= _POINTER and not binding & inside else bracket[0]

    return _BRACKETS.sub(kept, said)


def _telling(said: str, language: str) -> Sequence[str]:
    """The words of a sentence without articles and the like: "must", "some" and "your" tell much."""
    known = languages.find(language)
    empty = known.direction.empty if known else frozenset[str]()
    return [word for word in words_of(said.casefold()) if word not in empty]


def _names_itself(old: str, new: str, language: str) -> bool:
    """Whether one side of an edit is "we" and the other one a name; or neither is more than grammar."""
    known = languages.find(language)
    we = known.identity.we if known else frozenset[str]()
    if not _telling(old, language) and not _telling(new, language):
        return True
    sides = [side.split() for side in (old.strip(), new.strip())]
    for ours, theirs in (sides, sides[::-1]):
        is_we = bool(ours) and all(compared(word) in we for word in ours)
        if is_we and theirs and all(word[:1].isupper() for word in theirs):
            return True
    return False
