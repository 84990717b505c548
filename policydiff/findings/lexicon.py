"""The words of each language for the concepts of the rules: `[findings]` of its file, ready for use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.findings.phrases import Phrases, split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policydiff.models import Document


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language, ready for use."""

    language: str
    phrases: Phrases
    stop: frozenset[str]
    """Words without content of their own."""
    denial: tuple[int, int]
    """How many words before and after a word of denial the denied act may stand."""
    user_reach: int
    """Words after a word for the person ("you") within which a verb belongs to them."""
    scope_words: frozenset[str]
    """Words that a line of scope ("For people under 18") may begin with."""
    laws: dict[str, tuple[str, ...]]
    """Names of laws, authorities and legal terms by region, in small letters."""
    noun_capitals: bool
    """Whether all nouns begin with a capital, so that a capital does not show a name."""


_SAMPLE = 3000
"""Words of a document that are enough to recognise its language."""
_SURE = 0.25
"""Share of function words above which a text is in the language whose words they are."""


def spoken(document: Document) -> str:
    """The language of a document: as the normaliser found it, else by function words."""
    if document.language:
        return document.language
    words: list[str] = []
    for clause in document.clauses:
        words += split_words(clause.text)
        if len(words) > _SAMPLE:
            break
    known = [(code, lexicon(code)) for code in read_languages()]
    shares = {
        code: sum(word in found.stop for word in words) / max(1, len(words)) for code, found in known if found
    }
    best = max(shares, key=lambda code: (shares[code], code))
    return best if shares[best] >= _SURE else ""


_TOGETHER = {"EU": ("EU", "UK"), "US": ("US", "US-CA")}
"""Regions whose laws say much the same, or are those of a part."""


def _laws(legal_terms: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Legal terms and names of laws by region; none that holds another one, so that none is counted twice."""
    found = {}
    for region, terms in legal_terms.items():
        known = {*terms, *languages.law_names(*_TOGETHER.get(region, (region,)))}
        found[region] = tuple(
            sorted(name for name in known if not any(other in name for other in known - {name}))
        )
    return found


@cache
def read_languages() -> tuple[str, ...]:
    """The languages that there are rules for."""
    return tuple(languages.by_language(lambda one: one.findings.concepts))


def languages_that_name(words: Sequence[str], concept: str) -> tuple[str, ...]:
    """The languages in which some words name a concept. Their lexicons are not read for it, which would take
    longer than most comparisons."""
    return tuple(dict.fromkeys(found.concept for found in _in_all_languages(concept).mentions(words)))


@lru_cache(maxsize=64)
def _in_all_languages(concept: str) -> Phrases:
    """The phrases for one concept, which stand here for the language that they are in."""
    kind, _, name = concept.partition(".")
    known = languages.by_language(lambda one: one.findings.concepts)
    return Phrases({code: concepts.get(kind, {}).get(name, ()) for code, concepts in known.items()})


@lru_cache(maxsize=64)
def lexicon(language: str) -> Lexicon | None:
    """The lexicon of a language, or None if there are no rules for it."""
    found = languages.find(language)
    if found is None or not found.findings.concepts:
        return None
    words = found.findings
    concepts = {
        f"{kind}.{name}": said for kind, table in words.concepts.items() for name, said in table.items()
    }
    return Lexicon(
        language,
        Phrases(concepts),
        words.stop,
        (words.denial_before, words.denial_behind),
        words.user_reach,
        frozenset(option for line in concepts["form.scope"] for option in line.split(" ")[0].split("|")),
        _laws(words.legal_terms),
        found.writing.noun_capitals,
    )
