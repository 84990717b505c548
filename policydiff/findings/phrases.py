"""Phrases of a lexicon found in a sentence.

A phrase is a run of words as `lexicon/<lang>.toml` writes it:

    legitimate interest*      words that begin so
    opt|opting out            one of several words
    train* ~ model*           up to three other words between
    do not _ sell             exactly one word, whichever

What comes in is a sentence as words; what goes out is where each concept is named. One pass over the
words, each looked up by its first letters: linear in the sentence, whatever the size of the lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policydiff.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WORD = re.compile(r"\w+(?:[-'&]\w+)*|\d+", re.UNICODE)
_GAP = 3
_STEM = 3

Token = tuple[str, ...]
"""The words that may stand in one place of a phrase; "word*" is a beginning, "~" a gap, "_" any word."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named in a sentence, by the words from `start` to before `end`."""

    concept: str
    start: int
    end: int


def split_words(text: str) -> list[str]:
    """The words of a sentence in lower case, hyphens and apostrophes opened."""
    return [
        part
        for word in _WORD.findall(fold(text).casefold())
        for part in re.split(r"[-'&]", word)
        if part
    ]


def _token(written: str) -> Token:
    return tuple(written.split("|"))


def _fits(token: Token, word: str) -> bool:
    return any(
        option == word or option == "_" or (option.endswith("*") and word.startswith(option[:-1]))
        for option in token
    )


def _reach(phrase: Sequence[Token], words: Sequence[str], at: int) -> int:
    """The end of the phrase when it begins at `at`, else -1."""
    for number, token in enumerate(phrase):
        if token == ("~",):
            rest = phrase[number + 1 :]
            ends = (_reach(rest, words, at + skipped) for skipped in range(_GAP + 1))
            return next((end for end in ends if end >= 0), -1)
        if at >= len(words) or not _fits(token, words[at]):
            return -1
        at += 1
    return at


class Phrases:
    """The phrases of one language, ready to be looked for."""

    def __init__(self, concepts: Mapping[str, Iterable[str]]) -> None:
        self._index: dict[str, list[tuple[tuple[Token, ...], str]]] = {}
        for concept, phrases in concepts.items():
            for written in phrases:
                phrase = tuple(_token(part) for part in written.casefold().replace("'", " ").split())
                for option in phrase[0]:
                    self._index.setdefault(option.rstrip("*")[:_STEM], []).append((phrase, concept))

    def mentions(self, words: Sequence[str]) -> tuple[Mention, ...]:
        """Every concept named in the words, in the order of its place."""
        found = []
        for at, word in enumerate(words):
            for key in {word[:length] for length in range(1, _STEM + 1)}:
                for phrase, concept in self._index.get(key, ()):
                    end = _reach(phrase, words, at)
                    if end >= 0:
                        found.append(Mention(concept, at, end))
        return tuple(sorted(set(found), key=lambda m: (m.start, m.end, m.concept)))
