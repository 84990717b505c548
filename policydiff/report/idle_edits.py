"""Edits of which no reader asks beside others: both sides of a sentence -> whether it says the same.

A short form is introduced or used, a term is said to be defined below, "and" became "and/or", the company
says "we" in the place of its name. What this gets wrong: a short form that stands for something else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.report.characters import visible
from policydiff.report.word_changes import binding_words, small_words
from policydiff.text import compared
from policydiff.text import words as words_of
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SHORT_FORM = re.compile(r"\(\s*[“\"«']?([A-Z][A-Z-]{1,7})[”\"»']?\s*\)")
"""A short form in the brackets that introduce it: (“EEA”)."""
_TERM = re.compile(r"\((?:[\w,]+ ){0,4}[“\"«][^“”\"«»]{1,40}[”\"»]\)")
"""A term in the brackets that introduce it: (collectively, “Services”)."""
_BRACKETS = re.compile(r"\([^()]{1,60}\)")
_LONGEST = 2
"""Words of a long form beside one for each letter: "of the"."""
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
    short = {found[1] for side in (old, new) for found in _SHORT_FORM.finditer(side)}
    sides = [_bare(_abbreviated(side, short), language) for side in (old, new)]
    if _telling(sides[0], language) == _telling(sides[1], language):
        return True
    runs = (
        tuple("".join(side) for side in zip(*((one.old, one.new) for one in run), strict=True))
        for is_equal, run in groupby(text_edits(*sides), lambda one: one.operation == "equal")
        if not is_equal
    )
    return all(_names_itself(was, now, language) for was, now in runs)


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


def _abbreviated(said: str, short: Iterable[str]) -> str:
    """A sentence with short forms in the place of the long ones."""
    said = _SHORT_FORM.sub("", said)
    for form in short:
        letters = [letter for letter in form if letter != "-"]
        between = rf"(?:[a-z]+\s+){{0,{_LONGEST}}}"
        long = r"\w*(?:\s+|-)".join(rf"{between}(?i:{letter})" for letter in letters)
        said = re.sub(rf"\b{long}\w*", form, said)
    return said


def _bare(said: str, language: str) -> str:
    """A sentence without brackets that introduce a term, or say where it is defined."""
    known = languages.find(language)
    ends = {line.split()[-1] for line in known.direction.defining} if known else set[str]()
    said = _TERM.sub("", said)
    return _BRACKETS.sub(lambda one: "" if ends & {*compared(one[0]).split()} else one[0], said)


def _telling(said: str, language: str) -> Sequence[str]:
    """The words of a sentence that do not carry grammar alone."""
    small = small_words(language) - binding_words(language)
    return [word for word in words_of(said.casefold()) if word not in small]


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
