"""Phrases of a lexicon found in a sentence.

A phrase is a run of words as `[findings.concepts]` of a language's file writes it:

    legitimate interest*      words that begin so
    opt|opting out            one of several words
    train* ~ model*           up to three other words between
    do not _ sell             exactly one word, whichever

In: a sentence as words. Out: the places where each concept is named. One pass over the words: linear in the
sentence, whatever the size of the lexicon. What may stand at one step of a phrase is a slot with a number. A
word is looked up once, whole and by its beginnings: which slots it fills, and which phrases it begins.
Whether a phrase goes on is then asked of a set of numbers, and a phrase with a gap is followed only where the
words of the sentence fill all its slots.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain
from string import hexdigits
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import is_normalized

from policydiff.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WORD = re.compile(r"\w+")
_LATIN = "iso-8859-1"
_OTHERWISE = "\u00ad¹²³µß"
"""The characters of Latin-1 that `fold` takes out of words, or of which the small letter is another one or
two."""
_CHARACTERS = ["?" if chr(code) in _OTHERWISE else chr(code) for code in range(256)]
_PLAIN = "".join(sign.lower() if _WORD.match(sign) else " " for sign in _CHARACTERS).encode(_LATIN)
"""A table for `bytes.translate`: letters and digits in lower case, everything else a blank."""
_HEXADECIMAL = "".join("0" if sign in hexdigits else " " for sign in _CHARACTERS).encode(_LATIN)
_SIMPLE = "".join(chr(code) for code in (*range(128), *range(160, 256)) if chr(code) not in _OTHERWISE)
_BEYOND = re.compile(f"[^{re.escape(_SIMPLE)}’‘“”„…–—•‹›]")
"""Any character beyond the others of Latin-1 and typographic punctuation, which is no part of a word, and
because of which `fold` changes no word."""
_MASKED = b"0" * 8
"""Every token that `fold` masks contains so many hexadecimal digits in a row."""
_FOLDED = re.compile("[0-9⁰¹²³⁴-⁹[%\u00ad\u200b-\u200f\u2060\ufeff]")
"""One of these characters is in every text whose words `fold` changes (apart from composed letters), and in
few others."""
_GAP = 3
"""Most words between two parts of a phrase."""
_KEPT = 20_000
"""Distinct words for which the phrases are remembered."""
_KEPT_SENTENCES, _LONG = 4_000, 200
"""Sentences for which the mentions are remembered, and the words beyond which they are not."""


class Mention(NamedTuple):
    """A concept named in a sentence, by the words from `start` to before `end`."""

    concept: str
    """Its kind and name: "act.share"."""
    start: int
    end: int

    @property
    def name(self) -> str:
        """The concept without its kind: "share"."""
        return self.concept.partition(".")[2]


class PhraseStep(NamedTuple):
    """A step of a phrase."""

    gap: int
    """How many other words may stand before it."""
    slot: int
    """The number of its slot."""


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
    characters = text.encode(_LATIN, "replace")
    # `fold` masks hexadecimal tokens, notes ("[1]") and the codes of blanks and quotation marks ("%20").
    if _MASKED in characters.translate(_HEXADECIMAL) or b"[" in characters or b"%2" in characters:
        return None
    return characters.translate(_PLAIN).decode(_LATIN)


def _steps(written: str) -> list[tuple[int, tuple[str, ...]]]:
    """The steps of a phrase: how many other words may stand before each, and the words that may stand there,
    with a "*" behind beginnings. A gap at its end is ignored."""
    steps, gap = [], 0
    for part in filter(None, re.split(r"[ '.-]+", written.casefold())):
        if part == "~":
            gap += _GAP
            continue
        steps.append((gap, tuple(part.split("|")) if part != "_" else ("*",)))
        gap = 0
    return steps


def _rarest_words(written: Iterable[str]) -> list[str]:
    """Of each phrase the words of one step, one of which is in every sentence that holds the phrase: words
    between blanks, and beginnings of words behind a blank.

    It is the step whose shortest word is the longest, since long words are rare: of "right to object" it is
    "object".
    """
    found: list[str] = []
    for phrase in written:
        steps = [options for _, options in _steps(phrase)]
        rarest = max(reversed(steps), key=lambda options: min(map(len, options)))
        found += [f" {option[:-1]}" if option.endswith("*") else f" {option} " for option in rarest]
    return list(dict.fromkeys(found))


_PhraseRest = tuple[PhraseStep, ...]
"""The steps of a phrase that are still to come."""


@dataclass(frozen=True, slots=True, eq=False)
class _WordRole:
    """What a word does in phrases. Words that do the same have the same value, which is compared as such.

    The phrases that it begins stand here without the word itself, each with the concept that it names.
    """

    slots: frozenset[int] = frozenset()
    """The slots that it fills."""
    opens: frozenset[str] = frozenset()
    """The concepts that the phrases name."""
    alone: tuple[str, ...] = ()
    """Those that the word names by itself."""
    nexts: frozenset[int] = frozenset()
    """The slots that go on with a phrase at the next word."""
    by_next: Mapping[int, Sequence[tuple[_PhraseRest, str]]] = field(default_factory=dict)
    """The phrases that go on there, by that slot, and without it."""
    by_gap: tuple[tuple[frozenset[int], _PhraseRest, str], ...] = ()
    """The phrases that go on after other words, each with all its slots."""


_NO_ROLE = _WordRole()


def _reach(rest: _PhraseRest, filled: Sequence[frozenset[int]], at: int) -> int:
    """The end of a phrase whose steps the words from `at` on fill; -1 if they do not."""
    for number, (gap, slot) in enumerate(rest):
        if gap:
            for place in range(at, min(at + gap + 1, len(filled))):
                if slot in filled[place]:
                    end = _reach(rest[number + 1 :], filled, place + 1)
                    if end >= 0:
                        return end
            return -1
        if at >= len(filled) or slot not in filled[at]:
            return -1
        at += 1
    return at


def _mentions(roles: Sequence[_WordRole]) -> tuple[Mention, ...]:
    """Every concept named by words with these roles, in the order of their places.

    Which words they are does not matter: "we keep it for 30 days" and "we keep it for 90 days" name the same.
    """
    return tuple([Mention(concept, start, end) for start, end, concept in _found(roles, len(roles))])


def _found(roles: Sequence[_WordRole], before: int) -> list[tuple[int, int, str]]:
    """Where the phrases that begin before a place begin and end, and their concepts, in their order."""
    filled = [role.slots for role in roles]
    somewhere = frozenset[int]().union(*filled)
    filled.append(frozenset())
    found: set[tuple[int, int, str]] = set()
    for at, role in enumerate(roles[:before]):
        if not role.opens:
            continue
        for concept in role.alone:
            found.add((at, at + 1, concept))
        if not role.nexts.isdisjoint(filled[at + 1]):
            for slot in role.nexts & filled[at + 1]:
                for rest, concept in role.by_next[slot]:
                    end = _reach(rest, filled, at + 2) if rest else at + 2
                    if end >= 0:
                        found.add((at, end, concept))
        for slots, rest, concept in role.by_gap:
            if slots <= somewhere:
                end = _reach(rest, filled, at + 1)
                if end >= 0:
                    found.add((at, end, concept))
    return sorted(found)


class Phrases:
    """The phrases of one language, ready to be looked for."""

    def __init__(self, concepts: Mapping[str, Iterable[str]]) -> None:
        numbers: dict[tuple[str, ...], int] = {}
        self._reach: dict[str, int] = {}
        """For each concept: how many words its longest phrase takes, its gaps filled."""
        begun: dict[str, list[tuple[_PhraseRest, str]]] = defaultdict(list)
        for concept, written in concepts.items():
            for (_, options), *behind in map(_steps, written):
                rest = tuple(PhraseStep(gap, numbers.setdefault(some, len(numbers))) for gap, some in behind)
                reach = 1 + sum(gap + 1 for gap, _ in behind)
                self._reach[concept] = max(reach, self._reach.get(concept, 0))
                for option in options:
                    begun[option].append((rest, concept))
        slots: dict[str, set[int]] = defaultdict(set)
        for options, number in numbers.items():
            for option in options:
                slots[option].add(number)
        roles = {option: _role(begun[option], slots[option]) for option in {*begun, *slots}}
        self._whole = {option: role for option, role in roles.items() if not option.endswith("*")}
        self._begins = {option[:-1]: role for option, role in roles.items() if option.endswith("*")}
        shortest = {len(beginning) for beginning in self._begins if len(beginning) < 2}
        lengths: dict[str, set[int]] = defaultdict(shortest.copy)
        for beginning in self._begins:
            if len(beginning) > 1:
                lengths[beginning[:2]].add(len(beginning))
        self._lengths = {two: sorted(some) for two, some in lengths.items()}
        """For two letters, the lengths of the beginnings that a word with them may have."""
        self._shortest = sorted(shortest)
        """Those of a word with other letters."""
        self._rarest = cache(lambda *some: _rarest_words(chain.from_iterable(concepts[one] for one in some)))
        self._role = lru_cache(_KEPT)(self._look_up)
        self._joined = lru_cache(_KEPT)(_joined)
        self._mentions = lru_cache(_KEPT_SENTENCES)(_mentions)

    def mentions(self, words: Sequence[str]) -> tuple[Mention, ...]:
        """Every concept named in the words, in the order of their places."""
        roles = tuple(map(self._role, words))
        return self._mentions(roles) if len(roles) <= _LONG else _mentions(roles)

    def opened_by(self, words: Iterable[str]) -> frozenset[str]:
        """The concepts that phrases beginning with one of some words can name."""
        return frozenset[str]().union(*[role.opens for role in map(self._role, words)])

    def names(self, words: Sequence[str], concept: str) -> bool:
        """Whether a concept is named in the words."""
        return any(one.concept == concept for one in self.mentions(words))

    def may_name(self, said: str, *concepts: str) -> bool:
        """Whether a sentence, with a blank between its words, may name one of these concepts, by the rarest
        words of their phrases: a quick test, before its words are looked up, that few sentences pass."""
        return any(map(f" {said} ".__contains__, self._rarest(*concepts)))

    def begins(self, words: Sequence[str], concept: str) -> bool:
        """Whether the words begin with a phrase that names a concept."""
        if not words or concept not in self.opened_by(words[:1]):
            return False
        roles = tuple(map(self._role, words[: self._reach[concept]]))
        return any(named == concept for _, _, named in _found(roles, 1))

    def _look_up(self, word: str) -> _WordRole:
        """The role of a word, which is that of all its beginnings together."""
        some = [self._whole[word]] if word in self._whole else []
        for length in self._lengths.get(word[:2], self._shortest):
            if length > len(word):
                break
            if (role := self._begins.get(word[:length])) is not None:
                some.append(role)
        if len(some) < 2:
            return some[0] if some else _NO_ROLE
        return self._joined(*some)


def _joined(*some: _WordRole) -> _WordRole:
    """The role of a word that has several: the same value for all words that have the same ones."""
    by_next: dict[int, list[tuple[_PhraseRest, str]]] = defaultdict(list)
    for role in some:
        for slot, rests in role.by_next.items():
            by_next[slot] += rests
    return _WordRole(
        frozenset[int]().union(*(role.slots for role in some)),
        frozenset[str]().union(*(role.opens for role in some)),
        tuple(concept for role in some for concept in role.alone),
        frozenset(by_next),
        by_next,
        tuple(phrase for role in some for phrase in role.by_gap),
    )


def _role(begun: Iterable[tuple[_PhraseRest, str]], slots: Iterable[int]) -> _WordRole:
    """The role of a word that begins some phrases and fills some slots."""
    alone: list[str] = []
    by_next: dict[int, list[tuple[_PhraseRest, str]]] = defaultdict(list)
    by_gap: list[tuple[frozenset[int], _PhraseRest, str]] = []
    for rest, concept in begun:
        if not rest:
            alone.append(concept)
        elif rest[0].gap:
            by_gap.append((frozenset(step.slot for step in rest), rest, concept))
        else:
            by_next[rest[0].slot].append((rest[1:], concept))
    opens = frozenset(concept for _, concept in begun)
    return _WordRole(frozenset(slots), opens, tuple(alone), frozenset(by_next), by_next, tuple(by_gap))
