"""Phrases of a lexicon found in a sentence.

A phrase is a run of words as `lexicon/<lang>.toml` writes it:

    legitimate interest*      words that begin so
    opt|opting out            one of several words
    train* ~ model*           up to three other words between
    do not _ sell             exactly one word, whichever

What comes in is a sentence as words; what goes out is where each concept is named. One pass over the
words, each looked up whole and by its beginnings: linear in the sentence, whatever the size of the lexicon.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WORD = re.compile(r"\w+", re.UNICODE)
_GAP = 3
_KEPT = 20_000
"""Distinct words whose phrases are kept at hand."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named in a sentence, by the words from `start` to before `end`."""

    concept: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """The words that may stand in one place of a phrase."""

    whole: frozenset[str]
    begins: tuple[str, ...]
    gap: bool = False
    """Up to three words, whichever."""

    def fits(self, word: str) -> bool:
        """Whether a word may stand here."""
        return word in self.whole or (bool(self.begins) and word.startswith(self.begins))


def split_words(text: str) -> list[str]:
    """The words of a sentence in lower case, hyphens and apostrophes opened."""
    return _WORD.findall(fold(text).casefold())


def _token(written: str) -> Token:
    options = written.split("|")
    if written == "_":
        return Token(frozenset(), ("",))
    return Token(
        frozenset(option for option in options if not option.endswith("*")),
        tuple(option[:-1] for option in options if option.endswith("*")),
        gap=written == "~",
    )


def _reach(phrase: Sequence[Token], words: Sequence[str], at: int) -> int:
    """The end of the phrase when it begins at `at`, else -1."""
    for number, token in enumerate(phrase):
        if token.gap:
            rest = phrase[number + 1 :]
            ends = (_reach(rest, words, at + skipped) for skipped in range(_GAP + 1))
            return next((end for end in ends if end >= 0), -1)
        if at >= len(words) or not token.fits(words[at]):
            return -1
        at += 1
    return at


class Phrases:
    """The phrases of one language, ready to be looked for."""

    def __init__(self, concepts: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[str, list[tuple[tuple[Token, ...], str]]] = defaultdict(list)
        self._begins: dict[str, list[tuple[tuple[Token, ...], str]]] = defaultdict(list)
        for concept, phrases in concepts.items():
            for written in phrases:
                phrase = tuple(_token(part) for part in re.split(r"[ '.-]+", written.casefold()) if part)
                for word in phrase[0].whole:
                    self._whole[word].append((phrase[1:], concept))
                for beginning in phrase[0].begins:
                    self._begins[beginning].append((phrase[1:], concept))
        self._lengths = sorted({len(beginning) for beginning in self._begins})
        self._candidates = lru_cache(_KEPT)(self._look_up)

    def mentions(self, words: Sequence[str]) -> tuple[Mention, ...]:
        """Every concept named in the words, in the order of its place."""
        found = set()
        for at, word in enumerate(words):
            for rest, concept in self._candidates(word):
                end = _reach(rest, words, at + 1) if rest else at + 1
                if end >= 0:
                    found.add((at, end, concept))
        return tuple(Mention(concept, start, end) for start, end, concept in sorted(found))

    def _look_up(self, word: str) -> list[tuple[tuple[Token, ...], str]]:
        """What may begin with a word, without its first token."""
        begun = [
            row
            for length in self._lengths
            if length <= len(word) and (rows := self._begins.get(word[:length]))
            for row in rows
        ]
        return [*self._whole.get(word, ()), *begun]
