"""Phrases of a lexicon found in a sentence.

A phrase is a run of words as `[findings.concepts]` of a language's file writes it:

    legitimate interest*      words that begin so
    opt|opting out            one of several words
    train* ~ model*           up to three other words between
    do not _ sell             exactly one word, whichever

In: a sentence as words. Out: the places where each concept is named. One pass over the words, each looked up
whole and by its beginnings: linear in the sentence, whatever the size of the lexicon.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from string import hexdigits
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import is_normalized

from policydiff.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_WORD = re.compile(r"\w+")
_CHARACTERS = [chr(code) if code < 128 else " " for code in range(256)]
_PLAIN = "".join(sign.lower() if _WORD.match(sign) else " " for sign in _CHARACTERS).encode()
"""A table for `bytes.translate`: letters and digits in lower case, everything else a blank."""
_HEXADECIMAL = "".join("0" if sign in hexdigits else " " for sign in _CHARACTERS).encode()
_BEYOND = re.compile("[^\x00-\x7f’‘“”„…–—•·§«»‹›\u00a0]")
"""Any character beyond ASCII and typographic punctuation. Typographic punctuation is no part of a word, and
`fold` changes no word because of it."""
_MASKED = b"0" * 8
"""Every token that `fold` masks contains this many hexadecimal digits in a row."""
_FOLDED = re.compile("[0-9⁰¹²³⁴-⁹[%\u00ad\u200b-\u200f\u2060\ufeff]")
"""One of these characters is in every text whose words `fold` changes (apart from composed letters), and in
few others."""
_GAP = 3
"""Most words between two parts of a phrase."""
_KEPT = 20_000
"""Distinct words for which the phrases are remembered."""


class Mention(NamedTuple):
    """A concept named in a sentence, by the words from `start` to before `end`."""

    concept: str
    start: int
    end: int


class PhraseStep(NamedTuple):
    """The words that may stand next in a phrase."""

    gap: int
    """How many other words may stand before it."""
    whole: frozenset[str]
    """The words themselves."""
    begins: tuple[str, ...]
    """The beginnings of further words."""


def split_words(text: str) -> list[str]:
    """The words of a sentence in lower case, hyphens and apostrophes opened."""
    plain = simple_lower_case(text)
    if plain is not None:
        return plain.split()
    if not _FOLDED.search(text) and is_normalized("NFC", text):
        return _WORD.findall(text.casefold())
    return _WORD.findall(fold(text).casefold())


def simple_lower_case(text: str) -> str | None:
    """The text in lower case with a blank for each character that is no letter or digit, of the same length;
    None if `fold` may change a word of it."""
    if not text.isascii() and _BEYOND.search(text):
        return None
    characters = text.encode("ascii", "replace")
    # `fold` masks hexadecimal tokens, notes ("[1]") and the codes of blanks and quotation marks ("%20").
    if _MASKED in characters.translate(_HEXADECIMAL) or b"[" in characters or b"%2" in characters:
        return None
    return characters.translate(_PLAIN).decode()


def _steps(written: str) -> tuple[PhraseStep, ...]:
    """The steps of a phrase; a gap at its end is ignored."""
    steps, gap = [], 0
    for part in filter(None, re.split(r"[ '.-]+", written.casefold())):
        if part == "~":
            gap += _GAP
            continue
        options = part.split("|") if part != "_" else ["*"]
        whole = frozenset(option for option in options if not option.endswith("*"))
        steps.append(PhraseStep(gap, whole, tuple(option[:-1] for option in options if option.endswith("*"))))
        gap = 0
    return tuple(steps)


def _reach(phrase: tuple[PhraseStep, ...], words: Sequence[str], at: int) -> int:
    """The end of a phrase whose steps match the words from `at` on; -1 if they do not."""
    # The test of a word is written out twice: this is the innermost loop of findings, where a call costs.
    for number, (gap, whole, begins) in enumerate(phrase):
        if gap:
            near = words[at : at + gap + 1]
            if not begins and whole.isdisjoint(near):
                return -1
            rest = phrase[number + 1 :]
            for place, word in enumerate(near, at + 1):
                if word in whole or (begins and word.startswith(begins)):
                    end = _reach(rest, words, place)
                    if end >= 0:
                        return end
            return -1
        if at >= len(words):
            return -1
        word = words[at]
        if not (word in whole or (begins and word.startswith(begins))):
            return -1
        at += 1
    return at


_PhraseEnd = tuple[tuple[PhraseStep, ...], str]
"""The remaining steps of a phrase, and the concept that it names."""


class _Opened(NamedTuple):
    """The phrases that begin with a word, without the word itself."""

    alone: list[str]
    """The concepts that the word names by itself."""
    by_next: dict[str, list[_PhraseEnd]]
    """The phrases whose next step is one of a few words, by these words and without them: nearly all
    phrases."""
    others: list[_PhraseEnd]


class Phrases:
    """The phrases of one language, ready to be looked for."""

    opened_by: Callable[[str], frozenset[str]]
    """The concepts that a phrase beginning with a word can name."""

    def __init__(self, concepts: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[str, list[_PhraseEnd]] = defaultdict(list)
        self._begins: dict[str, list[_PhraseEnd]] = defaultdict(list)
        self._openers: dict[str, tuple[frozenset[str], tuple[str, ...]]] = {}
        """For each concept: the words that begin one of its phrases, and the beginnings of such words."""
        for concept, written in concepts.items():
            phrases = [_steps(one) for one in written]
            self._openers[concept] = (
                frozenset().union(*(phrase[0].whole for phrase in phrases)),
                tuple(beginning for phrase in phrases for beginning in phrase[0].begins),
            )
            for phrase in phrases:
                for word in phrase[0].whole:
                    self._whole[word].append((phrase[1:], concept))
                for beginning in phrase[0].begins:
                    self._begins[beginning].append((phrase[1:], concept))
        self._shortest = min(map(len, self._begins), default=0)
        self._by_head: dict[str, list[str]] = defaultdict(list)
        for beginning in sorted(self._begins, key=len):
            self._by_head[beginning[: self._shortest]].append(beginning)
        self._rests = lru_cache(_KEPT)(self._look_up)
        self._opened = lru_cache(_KEPT)(self._open)
        self.opened_by = lru_cache(_KEPT)(self._concepts)

    def mentions(self, words: Sequence[str]) -> tuple[Mention, ...]:
        """Every concept named in the words, in the order of their places."""
        found: list[tuple[int, int, str]] = []
        for at, opened in enumerate(map(self._opened, words)):
            if opened is None:
                continue
            found += [(at, at + 1, concept) for concept in opened.alone]
            for rest, concept in opened.others:
                end = _reach(rest, words, at + 1)
                if end >= 0:
                    found.append((at, end, concept))
            if opened.by_next and at + 1 < len(words):
                for rest, concept in opened.by_next.get(words[at + 1], ()):
                    end = _reach(rest, words, at + 2) if rest else at + 2
                    if end >= 0:
                        found.append((at, end, concept))
        return tuple([Mention(concept, start, end) for start, end, concept in sorted(frozenset(found))])

    def openings(self, *concepts: str) -> frozenset[str]:
        """The words, and beginnings of words, with which the phrases for these concepts begin."""
        return frozenset(said for concept in concepts for some in self._openers[concept] for said in some)

    def names(self, words: Sequence[str], concept: str) -> bool:
        """Whether a concept is named in the words."""
        whole, begins = self._openers[concept]
        if whole.isdisjoint(words) and not (begins and any(word.startswith(begins) for word in words)):
            return False
        places = (at for at, word in enumerate(words) if concept in self.opened_by(word))
        return any(self.begins(words, concept, at) for at in places)

    def begins(self, words: Sequence[str], concept: str, at: int = 0) -> bool:
        """Whether a phrase that names a concept begins at one of the words."""
        rests = (rest for rest, named in self._rests(words[at]) if named == concept)
        return any(_reach(rest, words, at + 1) >= 0 for rest in rests)

    def _open(self, word: str) -> _Opened | None:
        found = self._rests(word)
        if not found:
            return None
        opened = _Opened([], defaultdict(list), [])
        for rest, concept in found:
            if not rest:
                opened.alone.append(concept)
            elif not (rest[0].gap or rest[0].begins):
                for following in rest[0].whole:
                    opened.by_next[following].append((rest[1:], concept))
            else:
                opened.others.append((rest, concept))
        return opened

    def _concepts(self, word: str) -> frozenset[str]:
        return frozenset(concept for _, concept in self._rests(word))

    def _look_up(self, word: str) -> list[_PhraseEnd]:
        """The remaining steps of the phrases that begin with a word, each with its concept."""
        begun = [
            row
            for beginning in self._by_head.get(word[: self._shortest], ())
            if word.startswith(beginning)
            for row in self._begins[beginning]
        ]
        return [*self._whole.get(word, ()), *begun]
