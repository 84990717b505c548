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
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from policydiff.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WORD = re.compile(r"\w+", re.UNICODE)
_PLAIN = "".join(chr(code).lower() if _WORD.match(chr(code)) else " " for code in range(128)).encode() * 2
"""Every letter and digit of ASCII in lower case, everything else a blank; the second half is never met."""
_GAP = 3
_KEPT = 20_000
"""Distinct words whose phrases are kept at hand."""


class Mention(NamedTuple):
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
    folded = fold(text)
    if folded.isascii():  # the same three times as fast
        return folded.encode().translate(_PLAIN).decode().split()
    return _WORD.findall(folded.casefold())


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


_Rest = tuple[tuple[Token, ...], str]
"""What of a phrase is still to be found, and the concept that it names."""


class _Opened(NamedTuple):
    """The phrases that a word opens, without the word itself."""

    by_next: dict[str, list[_Rest]]
    """Those that go on with one of a few words, by these words and without them: nearly all."""
    others: list[_Rest]
    concepts: frozenset[str]


class Phrases:
    """The phrases of one language, ready to be looked for."""

    def __init__(self, concepts: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[str, list[_Rest]] = defaultdict(list)
        self._begins: dict[str, list[_Rest]] = defaultdict(list)
        for concept, phrases in concepts.items():
            for written in phrases:
                phrase = tuple(_token(part) for part in re.split(r"[ '.-]+", written.casefold()) if part)
                for word in phrase[0].whole:
                    self._whole[word].append((phrase[1:], concept))
                for beginning in phrase[0].begins:
                    self._begins[beginning].append((phrase[1:], concept))
        self._lengths = sorted({len(beginning) for beginning in self._begins})
        self._opened = lru_cache(_KEPT)(self._open)

    def mentions(self, words: Sequence[str]) -> tuple[Mention, ...]:
        """Every concept named in the words, in the order of its place."""
        found = set()
        for at, (word, following) in enumerate(zip_longest(words, words[1:])):
            by_next, others, _ = self._opened(word)
            for rest, concept in others:
                end = _reach(rest, words, at + 1)
                if end >= 0:
                    found.add((at, end, concept))
            for rest, concept in by_next.get(following, ()):
                end = _reach(rest, words, at + 2)
                if end >= 0:
                    found.add((at, end, concept))
        return tuple(Mention(concept, start, end) for start, end, concept in sorted(found))

    def opened_by(self, word: str) -> frozenset[str]:
        """The concepts that a phrase beginning with a word can name."""
        return self._opened(word).concepts

    def _open(self, word: str) -> _Opened:
        found = self._look_up(word)
        opened = _Opened(defaultdict(list), [], frozenset(concept for _, concept in found))
        for rest, concept in found:
            if rest and not rest[0].gap and not rest[0].begins:
                for following in rest[0].whole:
                    opened.by_next[following].append((rest[1:], concept))
            else:
                opened.others.append((rest, concept))
        return opened

    def _look_up(self, word: str) -> list[_Rest]:
        """What may follow a word that opens a phrase."""
        begun = [
            row
            for length in self._lengths
            if length <= len(word) and (rows := self._begins.get(word[:length]))
            for row in rows
        ]
        return [*self._whole.get(word, ()), *begun]
