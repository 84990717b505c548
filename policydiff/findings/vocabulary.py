"""The words by which `direction` reads a statement, of one language or of all. In: words. Out: the kinds of
each: a denial, a limit, a condition, a word that joins. The lists stand in the files of
`policydiff.languages`, section "direction".
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff import languages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.languages import DirectionWords
    from policydiff.models import Language

PUNCTUATION = frozenset(".,;:!?()/&@")
"""Punctuation that is read as a word of its own."""
PARTING = frozenset(",;/&")
"""Punctuation that separates the members of a list."""
_KNOWN = 20_000
"""Words whose kinds are kept."""
MOST_WORDS = 4000
"""Most words of a side that are read: no sentence is longer, and a longer text must not take minutes."""
_TOKEN = re.compile(r"\w+|[.,;:!?()/&@]")


def tokens_of(text: str) -> list[str]:
    """The words of a text in lower case, and its punctuation."""
    return list(_tokens(text))


@lru_cache(maxsize=128)
def _tokens(text: str) -> tuple[str, ...]:
    """The same; several rules in turn ask for those of both sides of an edit."""
    return tuple(_TOKEN.findall(text.replace("_", " ").casefold())[:MOST_WORDS])


class DirectionVocabulary:
    """The words of direction, of one language or of all."""

    def __init__(self, tables: Iterable[DirectionWords]) -> None:
        self.function: frozenset[str] = frozenset()
        self.link: frozenset[str] = frozenset()
        self.empty_words: frozenset[str] = frozenset()
        """Articles and relative pronouns, which change no meaning."""
        self.whole: frozenset[str] = frozenset()
        """Words for all that is known of a person: "data"."""
        self.place: frozenset[str] = frozenset()
        """Words for a part of a text: "section"."""
        self.strict: frozenset[str] = frozenset()
        """Words for "only", without those that also say that something is little: "limited"."""
        self._single: defaultdict[str, set[str]] = defaultdict(set)
        self._stems: defaultdict[str, set[str]] = defaultdict(set)
        self._phrases: defaultdict[str, list[tuple[list[str], str]]] = defaultdict(list)
        self._known: dict[str, frozenset[str]] = {}
        for table in tables:
            self.function |= set(map(str.casefold, table.function))
            self.link |= set(map(str.casefold, table.link))
            self.empty_words |= set(map(str.casefold, table.empty))
            self.whole |= set(map(str.casefold, table.whole))
            self.place |= set(map(str.casefold, table.place))
            self.strict |= {word.casefold() for word in table.only if not word.endswith("*")}
            for kind, phrases in _kinds(table).items():
                for phrase in phrases:
                    # As `tokens_of` splits a text: "à l'exception" is three words.
                    self._enter(phrase.casefold().replace("'", " ").split(), kind)
        self._longest = max(map(len, self._stems), default=0)

    def _enter(self, phrase: list[str], kind: str) -> None:
        if len(phrase) > 1:
            self._phrases[phrase[0]].append((phrase, kind))
        elif phrase[0].endswith("*"):
            self._stems[phrase[0][:-1]].add(kind)
        else:
            self._single[phrase[0]].add(kind)

    def kinds(self, word: str) -> frozenset[str]:
        """The kinds that a word is of by itself."""
        known = self._known.get(word)
        if known is None:
            ends = range(3, min(len(word), self._longest) + 1)
            stems = (self._stems[word[:end]] for end in ends if word[:end] in self._stems)
            known = frozenset(self._single.get(word, ())).union(*stems)
            if len(self._known) < _KNOWN:
                self._known[word] = known
        return known

    def found(self, tokens: list[str], at: int) -> tuple[frozenset[str], int]:
        """The kinds of the word at a place and of phrases that begin there; the length of the longest."""
        word = tokens[at]
        if word not in self._phrases:
            return self.kinds(word), 1
        kinds, length = self.kinds(word), 1
        for phrase, kind in self._phrases[word]:
            if tokens[at : at + len(phrase)] == phrase:
                kinds |= {kind}
                # A refusal ("do not") frames the denial within it and is read on word by word.
                length = length if kind == "refusal" else max(length, len(phrase))
        return kinds, length

    def joins(self, token: str) -> bool:
        """Whether a token separates the members of a list."""
        return token in PARTING or "join" in self.kinds(token)

    def empty(self, tokens: Sequence[str]) -> bool:
        """Whether tokens mean nothing by themselves."""
        return all(token in self.function or not token[0].isalnum() for token in tokens)


@lru_cache(maxsize=64)
def vocabulary(language: Language) -> DirectionVocabulary:
    """The words of a language; of all languages for one whose words are not known."""
    known = languages.by_language(lambda one: one.direction if one.direction.function else None)
    tables = [table for table in known.values() if table]
    own = known.get(language)
    return DirectionVocabulary([own] if own else tables)


def _kinds(table: DirectionWords) -> dict[str, tuple[str, ...]]:
    """The phrases of a language by the kind of word that they are."""
    return {
        "relative": table.relative,
        "join": table.join,
        "denial": table.denial,
        "half-denial": table.half_denial,
        "turn": table.turn,
        "exclusion": table.exclusion,
        "only": table.only,
        "condition": table.condition,
        "consent": table.consent,
        "open": table.open,
        "closed": table.closed,
        "may": table.may,
        "protection": table.protection,
        "burden": table.burden,
        "refusal": table.refusal,
        "person": table.person,
        "opening": table.opening,
        "leaning": table.leaning,
        "linking": table.linking,
        "defining": table.defining,
        "aim": table.aim,
    }
