"""The few words of a changed statement that tell most: a statement of both sides -> words of each.

Beside three quotes of a policy there is room for a few words of what else changed. Of a statement that both
sides have they are the words of the weightiest edit with what belongs to them: the unit of a number, the rest
of a name; of a statement that one side has alone the phrases that hold most of what the other text lacks.
Words that deny or limit are never left out: without them the others say something else.
What this gets wrong: an edit of which only somebody who reads the sentence sees what it does.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from policydiff import languages
from policydiff.report.characters import visible
from policydiff.text import compared, compared_words, enumerator_end, words
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.languages.statement_sections import DirectionWords
    from policydiff.models import Document, Edit

MOST = 11
"""Words that are quoted of a statement of one side, at most."""
_SIDE = 8
"""The same of either side of an edit."""
_BETWEEN = 1
"""Words that stayed inside of an edit."""
_BESIDE = 2
"""Words beside an edit of a word that says little alone: "may", "and"."""
_PAUSES = ",;:.!?"
_MARKS = " \t\n,;:.!?–—-()[]“”\"«»*_|"
"""What is cut off at both ends of quoted words."""
_STOPS = " \t\n,;:.!?"
_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within quoted words."""
_NEW, _SELDOM, _NAMED = 3.0, 1.0, 2.0
"""What a word tells that the other text lacks, and one that it has seldom; what a name or a number tells
besides."""
_OPENS, _CLOSES = 3.0, 3.0
"""What words are worth more that begin where a clause does, and that end where one does."""
_FEW = 3
"""Times that a word is said seldom, at most."""
_TRIED = 5
"""Phrases that are looked up in the other text, the most telling ones."""
_TELLING = 3.0
"""What the words of an edit tell that says something alone."""


class TellingWords(NamedTuple):
    """Words that came, words that went, or both at one place."""

    now: str
    before: str
    tells: float
    """How much they tell: more where the other text lacks them."""


class TellingReader:
    """Finds the telling words of statements of two documents."""

    def __init__(self, old: Document, new: Document) -> None:
        self._language = new.language
        self._sides = _TextWords(old), _TextWords(new)

    def says(self, said: str, *, new: bool) -> bool:
        """Whether a side says these words in a row, in the same or other capitals."""
        return self._sides[new].says(said)

    def of(self, old: str, new: str) -> TellingWords | None:
        """Of a statement as the sides have it, "" where one has none; None if no few words tell it."""
        if not (old and new):
            said = self._phrases(old or new, MOST, new=bool(new))
            return self._checked(said if new else "", said if old else "") if said else None
        found = filter(None, map(self._of_edit, _runs(text_edits(old, new))))
        return max(found, key=lambda one: one.tells, default=None)

    def _of_edit(self, run: _Run) -> TellingWords | None:
        """Of one edit: its words, if they say something alone, else with words beside them; None where
        nothing but words without a meaning changed, or the number of a section."""
        if self._is_idle(run):
            return None
        now, before = _cut(run.new), _cut(run.old)
        found = self._cut_edit(now, before) if self._tells_alone(now, before) else None
        return found or self._cut_edit(*map(_cut, run.with_words_beside(_BESIDE)))

    def _is_idle(self, run: _Run) -> bool:
        """Whether an edit changes nothing for a reader."""
        said = _direction(self._language)
        changed = {compared(word) for word in f"{run.old} {run.new}".split()}
        is_number = all(one.strip(_MARKS).isdigit() for one in (run.old, run.new))
        of_section = is_number and bool(run.before) and compared(run.before[-1]) in said.place
        return of_section or changed <= {*said.empty, *said.join, ""}

    def _tells_alone(self, now: str, before: str) -> bool:
        """Whether the words of an edit say something without those beside them, on each side that has any."""
        said = [(now, True), (before, False)]
        return all(
            self._weight(words, new=new) >= _TELLING and any(map(str.isalpha, words)) for words, new in said if words
        )

    def _cut_edit(self, now: str, before: str) -> TellingWords | None:
        """The words of both sides of an edit, each cut to the phrases that tell most."""
        most = _SIDE if now and before else MOST
        return self._checked(
            self._phrases(now, most, new=True, is_part=True),
            self._phrases(before, most, new=False, is_part=True),
        )

    def _checked(self, now: str, before: str) -> TellingWords | None:
        """The words, unless the other side says them too: then they stand in another place."""
        if (now and self.says(now, new=False)) or (before and self.says(before, new=True)):
            return None
        if not (now or before) or compared(now) == compared(before):
            return None
        return TellingWords(now, before, self._weight(now, new=True) + self._weight(before, new=False))

    def _phrases(self, said: str, most: int, *, new: bool, is_part: bool = False) -> str:
        """The phrases of some words that tell most, as many as fit in some words; "" if what denies or limits
        them would be left out.

        Args:
            said: a statement, or the words of an edit.
            most: the words that are wanted, at most.
            new: whose words they are.
            is_part: whether they are those of an edit, of which the sentence is not told.
        """
        shown = visible(said).split()
        if len(shown) <= most:
            return _cut(" ".join(shown))
        weights = [self._weight(word, new=new) for word in shown]
        bound = _Bound.of(shown, self._language)
        windows = sorted(
            (-sum(weights[start:end]) - _edges(shown, start, end), start, end)
            for start, end in _windows(_bounds(shown, _small(self._language)), most)
            if is_part or bound.stays(start, end)
        )
        cut = (_cut(" ".join(shown[start:end])) for _, start, end in windows[:_TRIED])
        return next((words for words in cut if not self.says(words, new=not new)), "")

    def _weight(self, said: str, *, new: bool) -> float:
        """How much words of one side tell."""
        here, there, small = self._sides[new], self._sides[not new], _small(self._language)
        return sum(
            there.lacks(word) + _NAMED * here.names(word)
            for word in said.split()
            if compared(word) not in small and any(map(str.isalnum, word))
        )


class _TextWords:
    """The words of one document."""

    def __init__(self, document: Document) -> None:
        said = [word for clause in document.clauses for word in compared_words(clause.text)]
        self._text = f" {' '.join(said)} "
        self._times = Counter(said)
        self._small = {word for clause in document.clauses for word in words(clause.text) if word.islower()}

    def says(self, said: str) -> bool:
        return f" {compared(said)} " in self._text

    def names(self, word: str) -> bool:
        """Whether a word of this text is a number, an address or, by its capital, a name."""
        bare = word.strip(_MARKS)
        if bare[:1].isupper():
            return words(bare)[0].casefold() not in self._small
        return any(map(str.isdigit, bare)) or "@" in bare or "." in bare

    def lacks(self, word: str) -> float:
        """What a word tells that this text lacks or has seldom; of an address all of it."""
        if "@" in word or "." in word.strip(_MARKS):
            return 0.0 if self.says(word) else _NEW
        times = min((self._times[one] for one in compared_words(word)), default=_FEW + 1)
        return _NEW if not times else _SELDOM if times <= _FEW else 0.0


class _Run(NamedTuple):
    """Where words gave way to others in a statement, with the words that stayed beside them."""

    old: str
    new: str
    before: Sequence[str]
    behind: Sequence[str]

    def with_words_beside(self, most: int) -> tuple[str, str]:
        """Both sides, the new one first, with so many words before and behind them up to a pause."""
        before = list(_up_to_pause(self.before[::-1], most))[::-1]
        if before and before[-1][-1] in _PAUSES:
            before = []
        behind = []
        for word in self.behind[:most]:
            behind.append(word)
            if word[-1] in _PAUSES:
                break
        return tuple(" ".join((*before, *one.split(), *behind)) for one in (self.new, self.old))  # type: ignore[return-value]


def _up_to_pause(words: Iterable[str], most: int) -> Iterator[str]:
    for place, word in enumerate(words):
        if place == most or (place and word[-1] in _PAUSES):
            return
        yield word


def _runs(edits: Sequence[Edit]) -> Iterator[_Run]:
    """Where words gave way to others, with the rest of the words and names that they are of."""
    start = end = -1
    for place, edit in enumerate((*edits, None)):
        if edit is not None and edit.operation != "equal":
            start, end = (place if start < 0 else start), place + 1
        elif start >= 0 and (edit is None or len(edit.new.split()) > _BETWEEN or place + 1 == len(edits)):
            yield _run(edits, start, end)
            start = -1


def _run(edits: Sequence[Edit], start: int, end: int) -> _Run:
    """The whole words of some edits, without those that both sides have at their beginning and end."""
    before, head = _apart("".join(edit.new for edit in edits[:start]), at_end=True)
    tail, behind = _apart("".join(edit.new for edit in edits[end:]), at_end=False)
    old, new = (
        f"{head}{''.join(side)}{tail}".split()
        for side in zip(*((edit.old, edit.new) for edit in edits[start:end]), strict=True)
    )
    first = _shared(old, new)
    last = _shared(old[first:][::-1], new[first:][::-1])
    before, behind = [*before, *new[:first]], [*new[len(new) - last :], *behind]
    return _named(old[first : len(old) - last], new[first : len(new) - last], before, behind)


def _apart(said: str, *, at_end: bool) -> tuple[Any, Any]:
    """Words before an edit and the letters that stand right before it; of those behind it, the other way."""
    if at_end:
        rest = len(said.rstrip()) == len(said) and said.split()[-1:]
        letters = rest[0] if rest else ""
        return said[: len(said) - len(letters)].split(), letters
    rest = said == said.lstrip() and said.split()[:1]
    letters = rest[0] if rest else ""
    return letters, said[len(letters) :].split()


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two sequences begin with alike."""
    alike = (compared(a) == compared(b) for a, b in zip(one, other, strict=False))
    return next((place for place, same in enumerate(alike) if not same), min(len(one), len(other)))


def _named(old: list[str], new: list[str], before: list[str], behind: list[str]) -> _Run:
    """An edit with the rest of the name that it is of, and the unit of a number."""
    while before and _is_name(before[-1]) and all(map(_begins_name, (old, new))):
        word = before.pop()
        old, new = [word, *old], [word, *new]
    is_number = all(side and any(map(str.isdigit, side[-1])) for side in (old, new))
    while behind and all(side and side[-1][-1] not in _PAUSES for side in (old, new)):
        is_name = _is_name(behind[0]) and all(_is_name(side[-1]) for side in (old, new))
        if not (is_name or is_number):
            break
        word, is_number = behind.pop(0), False
        old, new = [*old, word], [*new, word]
    return _Run(" ".join(old), " ".join(new), before, behind)


def _begins_name(side: Sequence[str]) -> bool:
    return bool(side) and _is_name(side[0])


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word[-1] not in _PAUSES


def _windows(bounds: Sequence[int], most: int) -> list[tuple[int, int]]:
    """All runs of phrases of so many words at most; where each is longer their first words."""
    found = [(start, end) for start, end in combinations(bounds, 2) if end - start <= most]
    return found or [(start, start + most) for start in bounds[:-1]]


def _bounds(shown: Sequence[str], small: frozenset[str]) -> list[int]:
    """Where phrases begin, and the end: behind pauses, and before words that only join others."""
    starts = [
        place + 1
        for place, (word, behind) in enumerate(pairwise(shown))
        if word[-1] in _PAUSES or (compared(behind) in small and compared(word) not in small)
    ]
    return [0, *starts, len(shown)]


def _edges(shown: Sequence[str], start: int, end: int) -> float:
    """What it is worth that words begin and end where a clause does."""
    opens = not start or shown[start - 1][-1] in _PAUSES
    return _OPENS * opens + _CLOSES * (end == len(shown) or shown[end - 1][-1] in _PAUSES)


def _cut(said: str) -> str:
    """Words without marks around them."""
    bare = " ".join(visible(said[enumerator_end(said) :]).split()).strip(_MARKS)
    closed = f"{bare})" if bare.count("(") > bare.count(")") and said.rstrip(_STOPS).endswith(")") else bare
    return closed.translate(_INNER)


class _Bound(NamedTuple):
    """The places of words in a statement without which others say something else."""

    denials: frozenset[int]
    limits: frozenset[int]

    @classmethod
    def of(cls, shown: Sequence[str], language: str) -> _Bound:
        """Those of a statement that is cut in words."""
        said, binding = [compared(word) for word in shown], _binding(language)
        denials, limits, none = (
            {place + beside for one in lines for place in _places(one, said) for beside in range(len(one))}
            for lines in (binding.denials, binding.limits, binding.halves)
        )
        return cls(frozenset(denials - none), frozenset(limits - none))

    def stays(self, start: int, end: int) -> bool:
        """Whether some words of the statement keep what denies before their end, and all that limits."""
        held = range(start, end)
        return all(place in held or place >= end for place in self.denials) and all(
            place in held for place in self.limits
        )


def _places(words: Sequence[str], said: Sequence[str]) -> Iterator[int]:
    """Where some words stand in a row in others."""
    size = len(words)
    return (place for place in range(len(said)) if tuple(said[place : place + size]) == words)


class _BindingWords(NamedTuple):
    """Words of one language that deny or limit, each as a row of them."""

    denials: tuple[tuple[str, ...], ...]
    halves: tuple[tuple[str, ...], ...]
    """Those that hold a denial and deny nothing: "not limited to"."""
    limits: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=64)
def _binding(language: str) -> _BindingWords:
    said = _direction(language)
    lines = said.denial, said.half_denial, (*said.only, *said.exclusion)
    return _BindingWords(*(tuple(tuple(one.split()) for one in each) for each in lines))


def _small(language: str) -> frozenset[str]:
    return _direction(language).function


def _direction(language: str) -> DirectionWords:
    known = languages.find(language) or languages.find(languages.FALLBACK)
    assert known is not None
    return known.direction
