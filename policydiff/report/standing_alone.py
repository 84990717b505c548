"""How well words of a policy stand alone, and what a reader needs beside them.

In: the words of a statement, and where they stand. Out: whether they say little by themselves, and the
sentence before them where they lean on it. What this gets wrong: a sentence that leans without a word that
shows it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.report.characters import visible
from policydiff.sentences import sentence_spans
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.models import Document, Edit, Quote

SHORT = 9
"""Words of a quote that says little without the heading above it."""
_SCRAP = 4
"""Words that are no sentence in any place: a heading, an item of a list."""
_RUN_IN = 10
"""Words of a heading that stands at the start of its paragraph."""
_BRIEF = 16
"""Words of a sentence in which "these signals" is half of what it says."""
_OPENING = 4
"""Words with which a sentence begins."""
_FIRST = 12
"""Words of a long sentence among which "these caches" leans on the sentence before, if no cache is named
before them."""
_PRONOUN = 6
"""Words among which "it" or "they" is of the sentence before, with one word of weight before it."""
_STEM = 5
"""Letters by which a word is told from others, whatever its ending."""
_OPENING_QUOTES = '“"«„‘'
"""Signs with which a definition begins: “Content” means …"""
_BEFORE = 48
"""Words of what another sentence leans on and that is shown with it, at most."""
_TOGETHER = 65
"""Words of both, at most."""
_NAMED = 28
"""Words of what is named before a quote of any length."""
_ENDS = ".!?;:…。"
_SENTENCE_ENDS = ".!?。"
_BULLETS = "-–•*·"
"""Signs with which a page writes an item of a list into its text."""
_HOLE = re.compile(r"\w (?:\.(?=\s|$)|,(?=\s))")
"""A blank before a full stop or a comma."""
_VALUES = frozenset(("true", "false", "null", "undefined", "NaN"))
"""Values of a program that a recorder took for lines of the text."""
_KEY, _KEYS = re.compile(r"[{,]\s*\"\w+\"\s*:"), 3
"""A key of an object in code, and how many of them are code."""
_ENUMERATED = re.compile(r"^\(?\w{1,3}[.)]\s+")
"""The number of an item that a page writes into its text."""


class StandingAlone(NamedTuple):
    """How words stand alone, without what stands around them: False is better."""

    is_scrap: bool
    """A heading, a definition, a few words of a list."""
    leans: bool
    """On the sentence before it."""
    is_short: bool


ALONE = StandingAlone(is_scrap=False, leans=False, is_short=False)


def standing(quote: Quote, document: Document) -> StandingAlone:
    """How the words of a quote stand alone."""
    shown = visible(without_link(quote.text, document.language)).removeprefix("… ").split()
    if not shown:
        return ALONE
    clause = document.clauses[quote.clause]
    is_named = len(shown) <= _RUN_IN and _is_heading(quote.text, document)
    is_torn = (
        _ENUMERATED.sub("", quote.text.strip())[:1].islower()
        and clause.kind != "item"
        and clause.cell is None
    )
    is_line = len(shown) < SHORT and shown[-1][-1] not in _ENDS and clause.kind != "item"
    is_scrap = (
        (clause.kind == "heading" and len(shown) <= _RUN_IN)
        or is_named
        or is_torn
        or len(shown) < _SCRAP
        or (is_line and clause.cell is None)
        or shown[0][0] in _OPENING_QUOTES
        or _is_run_in(shown, document.language)
        or has_hole(quote.text)
    )
    return StandingAlone(is_scrap, leans(shown, document.language), len(shown) < SHORT)


def is_code(said: str) -> bool:
    """Whether a clause is code that a recorder left in the text.

    >>> is_code('{"a": 1, "b": 2, "c": 3}'), is_code("We keep “a”, “b” and “c”."), is_code("false")
    (True, False, True)
    """
    return said.strip() in _VALUES or len(_KEY.findall(said)) >= _KEYS


def has_hole(said: str) -> bool:
    """Whether a recorder lost words of a sentence, and left the blanks beside them.

    >>> has_hole("A log tells when you ."), has_hole("Quand lisez-vous ?")
    (True, False)
    """
    return _HOLE.search(said) is not None


def _is_heading(said: str, document: Document) -> bool:
    """Whether a heading of the document reads so: then the words are a line of its list of contents."""
    same = compared(said)
    return any(one.kind == "heading" and compared(one.text) == same for one in document.clauses)


def without_link(said: str, language: str) -> str:
    """A sentence without the word that only links it to the one before: "However, we keep your letters".

    >>> without_link("However, we keep your letters.", "en")
    '… we keep your letters.'
    """
    for link in _linking(language):
        if said[: len(link)].casefold() == link and said[len(link) : len(link) + 2] == ", ":
            return f"… {said[len(link) + 2 :]}"
    return said


def links(said: str, language: str) -> bool:
    """Whether a sentence limits the one before it, or goes on with it.

    >>> links("However, we keep your letters.", "en"), links("Unless you ask us, we keep them.", "en")
    (True, True)
    """
    known = languages.find(language)
    if known is None:
        return False
    first = f"{' '.join(words(said.casefold())[:_OPENING])} "
    lines = (*known.direction.linking, *known.direction.condition, *known.direction.exclusion)
    return first.startswith(tuple(f"{line} " for line in lines if "*" not in line))


def adds(said: str, language: str) -> bool:
    """Whether a sentence adds to the one before it: "We also lend your notes".

    >>> adds("We also lend your notes.", "en"), adds("We lend your notes.", "en")
    (True, False)
    """
    first = [word.casefold().strip(",;:") for word in said.split()[1:_OPENING]]
    return any(word in _linking(language) for word in first)


def sentence_before(quote: Quote, document: Document) -> str:
    """The sentence that a quote leans on, with the one that this one leans on; "" where none stands before it
    that a reader takes in beside it."""
    text = document.clauses[quote.clause].text
    above = [text[start:end] for start, end in sentence_spans(text[: quote.start], document.language)]
    if not above and quote.clause and document.clauses[quote.clause].kind != "item":
        clause = document.clauses[quote.clause - 1]
        if clause.kind == "paragraph" and clause.path == document.clauses[quote.clause].path:
            above = [clause.text[slice(*span)] for span in sentence_spans(clause.text, document.language)]
    for number in (1, 2):
        shown = [_ENUMERATED.sub("", visible(one).strip()) for one in above[-number:]]
        shown[:1] = [without_link(one, document.language) for one in shown[:1]]
        if len(shown) == number and not leans(shown[0].removeprefix("… ").split(), document.language):
            said = " ".join(shown)
            is_sentence = said[0] not in _BULLETS and said.rstrip('”"»)')[-1:] in _SENTENCE_ENDS
            return said if is_sentence and _SCRAP < len(said.split()) <= _room_before(quote) else ""
    return ""


def _room_before(quote: Quote) -> int:
    """How many words a reader takes in before a quote."""
    return max(_NAMED, min(_BEFORE, _TOGETHER - len(quote.text.split())))


def _is_run_in(shown: Sequence[str], language: str) -> bool:
    """Whether words are a heading that is set as text: "Partners We Work With."."""
    known = languages.find(language)
    if known is None or known.writing.noun_capitals or len(shown) > _RUN_IN:
        return False
    named = [word.strip('(“”".,') for word in shown[1:]]
    capitals = [word[:1].isupper() for word in named]
    return any(capitals) and all(word[:1].isupper() for word in named if len(word) > _SCRAP)


def leans(shown: Sequence[str], language: str) -> bool:
    """Whether a sentence leans on the one before it: quoted alone it says less.

    It begins with words that lean ("However"), or points at something in its first words ("In these cases"),
    or anywhere where it is short ("We share these signals").
    """
    first = [word.casefold().strip(',;:.“"(') for word in shown[:_OPENING]]
    pointing, itself = _pointing(language), _itself(language)
    if len(first) > 1 and first[0] in pointing and first[1] in itself:
        return False
    if f"{' '.join(first)} ".startswith(_leaning(language)):
        return True
    return _points_back(shown, language) or _has_lone_pronoun(shown, language)


def _points_back(shown: Sequence[str], language: str) -> bool:
    """Whether it points at what only the sentence before names: "these caches"."""
    said = [word.casefold().strip(',;:.“”"()') for word in shown]
    all_of_it = f" {' '.join(said if len(said) < 2 * _BRIEF else said[:_FIRST])} "
    if any(f" {phrase} " in all_of_it for phrase in _pointing_phrases(language)):
        return True
    pointing, itself, small = _pointing(language), _itself(language), _small(language)
    for place, (word, after) in enumerate(pairwise(said if len(said) < _BRIEF else said[:_FIRST])):
        if word in pointing and after not in itself and after not in small:
            named = {one[:_STEM] for one in said[:place]} if place > _OPENING else set()
            if named.isdisjoint(one[:_STEM] for one in said[place + 1 : place + 4]):
                return True
    return False


def _has_lone_pronoun(shown: Sequence[str], language: str) -> bool:
    """Whether it says "it" or "they" before anything that these could be: "We will look into it"."""
    first = [word.casefold().strip(',;:.“”"()') for word in shown[:_PRONOUN]]
    place = next((n for n, word in enumerate(first) if word in _pronouns(language)), None)
    return place is not None and sum(word not in _small(language) for word in first[:place]) <= 1


@lru_cache(maxsize=64)
def _pointing(language: str) -> frozenset[str]:
    return languages.of_language(language, lambda one: one.quotes.pointing)


@lru_cache(maxsize=64)
def _pronouns(language: str) -> frozenset[str]:
    return languages.of_language(language, lambda one: one.quotes.pronouns)


def _small(language: str) -> frozenset[str]:
    """Words that carry grammar alone."""
    known = languages.find(language)
    return known.direction.function if known else frozenset()


@lru_cache(maxsize=64)
def _pointing_phrases(language: str) -> tuple[str, ...]:
    known = languages.find(language)
    return known.quotes.pointing_phrases if known else ()


@lru_cache(maxsize=64)
def _itself(language: str) -> frozenset[str]:
    return languages.of_language(language, lambda one: one.quotes.itself)


@lru_cache(maxsize=64)
def _linking(language: str) -> tuple[str, ...]:
    known = languages.find(language)
    return known.direction.linking if known else ()


@lru_cache(maxsize=64)
def _leaning(language: str) -> tuple[str, ...]:
    known = languages.by_language(lambda one: one.direction.leaning)
    lines = known.get(language) or [line for lines in known.values() for line in lines]
    return tuple(f"{line.casefold()} " for line in lines)


def says_as_much(edits: Iterable[Edit], language: str) -> bool:
    """Whether an edit only put in or took out words that link or carry grammar alone: "We also keep it"."""
    known = languages.find(language)
    if known is None:
        return False
    changed = " ".join(edit.old + edit.new for edit in edits if edit.operation != "equal")
    small = known.direction.function | {word for line in known.direction.linking for word in line.split()}
    return all(word in small for word in words(changed.casefold()))
