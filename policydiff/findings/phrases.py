"""Phrases of a lexicon found in a sentence.

A phrase is a run of words as `[findings.concepts]` of a language's file writes it:

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
from functools import lru_cache
from itertools import zip_longest
from string import hexdigits
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import is_normalized

from policydiff.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

_WORD = re.compile(r"\w+", re.UNICODE)
_SIGNS = [chr(code) for code in range(128)] * 2
"""The signs of ASCII; the second half fills tables up and is never met."""
_PLAIN = "".join(sign.lower() if _WORD.match(sign) else " " for sign in _SIGNS).encode()
"""Every letter and digit in lower case, everything else a blank."""
_HEXADECIMAL = "".join("0" if sign in hexdigits else " " for sign in _SIGNS).encode()
_MASKED = b"0" * 8
"""So many hexadecimal digits in a row are in every token that `fold` masks."""
_FOLDED = re.compile("[0-9⁰¹²³⁴-⁹[%\u00ad\u200b-\u200f\u2060\ufeff]")
"""A sign of it is in every text whose words `fold` changes, apart from composing letters; in few others."""
_GAP = 3
_KEPT = 20_000
"""Distinct words whose phrases are kept at hand."""


class Mention(NamedTuple):
    """A concept named in a sentence, by the words from `start` to before `end`."""

    concept: str
    start: int
    end: int


class PhraseStep(NamedTuple):
    """The words that may stand next in a phrase."""

    gap: int
    """So many other words may stand before, whichever."""
    whole: frozenset[str]
    begins: tuple[str, ...]

    def fits(self, word: str) -> bool:
        """Whether a word may stand here."""
        return word in self.whole or (bool(self.begins) and word.startswith(self.begins))


def split_words(text: str) -> list[str]:
    """The words of a sentence in lower case, hyphens and apostrophes opened."""
    if text.isascii():
        signs = text.encode()
        if not (_MASKED in signs.translate(_HEXADECIMAL) or b"[" in signs or b"%2" in signs):
            return signs.translate(_PLAIN).decode().split()
    elif not _FOLDED.search(text) and is_normalized("NFC", text):
        return _WORD.findall(text.casefold())
    return _WORD.findall(fold(text).casefold())


def _steps(written: str) -> tuple[PhraseStep, ...]:
    """A phrase as it is looked for; a gap at its end has no say."""
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
    """The end of the phrase when it goes on at `at`, else -1."""
    for number, step in enumerate(phrase):
        if step.gap:
            rest = phrase[number + 1 :]
            for place in range(at, min(at + step.gap + 1, len(words))):
                if step.fits(words[place]) and (end := _reach(rest, words, place + 1)) >= 0:
                    return end
            return -1
        if at >= len(words) or not step.fits(words[at]):
            return -1
        at += 1
    return at


_Rest = tuple[tuple[PhraseStep, ...], str]
"""What of a phrase is still to be found, and the concept that it names."""


class _Opened(NamedTuple):
    """The phrases that a word opens, without the word itself."""

    by_next: dict[str, list[_Rest]]
    """Those that go on with one of a few words, by these words and without them: nearly all."""
    others: list[_Rest]


class Phrases:
    """The phrases of one language, ready to be looked for."""

    opened_by: Callable[[str], frozenset[str]]
    """The concepts that a phrase beginning with a word can name."""

    def __init__(self, concepts: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[str, list[_Rest]] = defaultdict(list)
        self._begins: dict[str, list[_Rest]] = defaultdict(list)
        for concept, phrases in concepts.items():
            for written in phrases:
                phrase = _steps(written)
                for word in phrase[0].whole:
                    self._whole[word].append((phrase[1:], concept))
                for beginning in phrase[0].begins:
                    self._begins[beginning].append((phrase[1:], concept))
        self._lengths = sorted({len(beginning) for beginning in self._begins})
        self._rests = lru_cache(_KEPT)(self._look_up)
        self._opened = lru_cache(_KEPT)(self._open)
        self.opened_by = lru_cache(_KEPT)(self._concepts)

    def mentions(self, words: Sequence[str]) -> tuple[Mention, ...]:
        """Every concept named in the words, in the order of its place."""
        found = set()
        for at, (word, following) in enumerate(zip_longest(words, words[1:])):
            opened = self._opened(word)
            if opened is None:
                continue
            for rest, concept in opened.others:
                end = _reach(rest, words, at + 1)
                if end >= 0:
                    found.add((at, end, concept))
            for rest, concept in opened.by_next.get(following, ()):
                end = _reach(rest, words, at + 2)
                if end >= 0:
                    found.add((at, end, concept))
        return tuple(Mention(concept, start, end) for start, end, concept in sorted(found))

    def names(self, words: Sequence[str], concept: str) -> bool:
        """Whether a concept is named in the words."""
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
        opened = _Opened(defaultdict(list), [])
        for rest, concept in found:
            if rest and not (rest[0].gap or rest[0].begins):
                for following in rest[0].whole:
                    opened.by_next[following].append((rest[1:], concept))
            else:
                opened.others.append((rest, concept))
        return opened

    def _concepts(self, word: str) -> frozenset[str]:
        return frozenset(concept for _, concept in self._rests(word))

    def _look_up(self, word: str) -> list[_Rest]:
        """What may follow a word that opens a phrase, with the concept that is named then."""
        begun = [
            row
            for length in self._lengths
            if length <= len(word) and (rows := self._begins.get(word[:length]))
            for row in rows
        ]
        return [*self._whole.get(word, ()), *begun]
