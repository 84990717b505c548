"""The few words of a changed statement that tell most: a statement of both sides -> words of each.

Beside three quotes of a policy there is room for a few words of what else changed. Of a statement that both
sides have they are the words of the weightiest edit with what belongs to them: the unit of a number, the rest
of a name; of a statement that one side has alone the phrases that hold most of what the other text lacks.
Words that deny or limit are never left out: without them the others say something else.
What this gets wrong: an edit of which only somebody who reads the sentence sees what it does.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.report.characters import visible
from policydiff.report.edit_runs import edit_runs
from policydiff.report.word_changes import has_other_spelling
from policydiff.text import compared, compared_words, enumerator_end, words
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.languages.statement_sections import DirectionWords
    from policydiff.models import Document
    from policydiff.report.edit_runs import EditRun

MOST, _WHOLE = 9, 11
"""Words that are quoted of a statement of one side, at most, and of one that is quoted to its end."""
_SIDE = 7
"""The same of either side of an edit."""
_BESIDE = 2
"""Words beside an edit of a word that says little alone: "may", "and"."""
_PAUSES = ",;:!?"
"""Signs behind which a clause ends; a full stop within a statement belongs to a word ("Inc.")."""
_MARKS = " \t\n,;:.!?–—-()[]*_|"
"""What is cut off at both ends of quoted words."""
_STOPS = " \t\n,;:.!?"
_QUOTES = ("“", "”"), ('"', '"'), ("«", "»")
_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within quoted words."""
_NEW, _SELDOM, _NAMED = 3.0, 1.0, 2.0
"""What a word tells that the other text lacks, and one that it has seldom; what a name or a number tells
besides."""
_MAIN, _OPENS, _CLOSES = 6.0, 2.0, 3.0
"""What words are worth more that begin where the main clause of a statement does, that begin where any clause
does, and that end where one does."""
_FEW = 3
"""Times that a word is said seldom, at most."""
_KEPT, _KEPT_WORDS = 0.4, 3
"""Share of the words of the shorter of two statements that stayed, and their number, from which one is the
other, edited."""
_INTRODUCES = 4
"""Words of a clause that introduces a sentence, at most: "For this reason,"."""
_LEAST = 5
"""Words of a longer statement that tell anything, at least."""
_TRIED = 3
"""Phrases that are looked up in the other text, the most telling ones."""
_TELLING = 3.0
"""What the words of an edit tell that says something alone."""


class TellingWords(NamedTuple):
    """Words that came, words that went, or both at one place."""

    came: str
    went: str
    tells: float
    """How much they tell: more where the other text lacks them."""
    is_edit: bool = False
    """Whether the rest of their sentence stayed."""


class TellingReader:
    """Finds the telling words of statements of two documents."""

    def __init__(self, old: Document, new: Document) -> None:
        self._language = new.language
        self._sides = _TextWords(old), _TextWords(new)

    def says(self, said: str, *, new: bool) -> bool:
        """Whether a side says these words in a row, in the same or other capitals."""
        return self._sides[new].says(said)

    def of(self, old: str, new: str) -> TellingWords | None:
        """Of a statement as the sides have it, "" where one has none; None if no few words tell it. Of one
        that was rewritten they are words of the new side."""
        edits = text_edits(old, new) if old and new else ()
        kept = sum(len(edit.new.split()) for edit in edits if edit.operation == "equal")
        if kept >= max(_KEPT * min(len(old.split()), len(new.split())), _KEPT_WORDS):
            found = filter(None, map(self._of_edit, edit_runs(edits, self._is_name)))
            return max(found, key=lambda one: one.tells, default=None)
        said = self._sentence(new or old, new=bool(new))
        return self._checked(said if new else "", "" if new else said)

    def _of_edit(self, run: EditRun) -> TellingWords | None:
        """Of one edit: its words, if they say something alone, else with words beside them; None where
        nothing but words without a meaning changed, or the number of a section."""
        if self._is_idle(run):
            return None
        came, went = _cut(" ".join(run.new.words)), _cut(" ".join(run.old.words))
        is_word = came.isalpha() and went.isalpha() and not self._is_name(came)  # "nine" of "nine years"
        found = self._cut_edit(came, went) if not is_word and self._tells_alone(came, went) else None
        if found is None:
            most = 1 if is_word else _BESIDE
            around = (
                [_cut(side.beside(most, small)) for side in (run.new, run.old)]
                for small in (_small(self._language), frozenset[str]())
            )
            found = next(filter(None, (self._cut_edit(*both) for both in around)), None)
        return found

    def _is_idle(self, run: EditRun) -> bool:
        """Whether an edit changes nothing for a reader: words that join others, one that stood there twice,
        the number of a section, a spelling."""
        said, (old, new) = _direction(self._language), run
        firsts = [compared("".join(side.words[:1])) for side in run]
        is_section = all(map(str.isdigit, firsts)) and not said.place.isdisjoint(
            compared("".join(new.before[-1:])).split()
        )
        twice = map(compared, (*new.before[-1:], *new.behind[:1]))
        is_empty = run.changed <= {"", *said.empty, *said.join, *said.relative, *said.link, *twice}
        is_spelled = has_other_spelling(" ".join(old.words), " ".join(new.words), self._language)
        return is_section or is_empty or is_spelled

    def _tells_alone(self, now: str, before: str) -> bool:
        """Whether the words of an edit say something without those beside them, on each side that has any."""
        said = [(now, True), (before, False)]
        return all(
            self._weight(words, new=new) >= _TELLING and any(map(str.isalpha, words))
            for words, new in said
            if words
        )

    def _cut_edit(self, now: str, before: str) -> TellingWords | None:
        """The words of both sides of an edit, each cut to the phrases that tell most."""
        if not (now and before):
            now, before = (self._without_joins(words) for words in (now, before))
        most = _SIDE if now and before else MOST
        found = self._checked(self._part(now, most, new=True), self._part(before, most, new=False))
        return found._replace(is_edit=True) if found else None

    def _checked(self, now: str, before: str) -> TellingWords | None:
        """The words, unless the other side says them too: then they stand in another place."""
        if (now and self.says(now, new=False)) or (before and self.says(before, new=True)):
            return None
        if not (now or before) or compared(now) == compared(before):
            return None
        return TellingWords(now, before, self._weight(now, new=True) + self._weight(before, new=False))

    def _sentence(self, said: str, *, new: bool) -> str:
        """The phrases of a statement that tell most, with an ellipsis for what is left out; "" if that may
        deny or limit them."""
        shown = visible(said[enumerator_end(said) :]).split()
        if len(shown) <= _WHOLE:
            return _cut(" ".join(shown))
        if _is_bound(shown, self._language):
            start = _main(shown, self._language)
            windows = [(start, len(shown))] if len(shown) - start <= _WHOLE else []
        else:
            windows = [one for one in self._windows(shown, MOST, new=new) if one[1] - one[0] >= _LEAST]
        marks = (("…" if start else "", "" if _closes(shown, end) else "…") for start, end in windows)
        cut = (
            f"{before}{_cut(' '.join(shown[start:end]))}{behind}"
            for (before, behind), (start, end) in zip(marks, windows, strict=True)
        )
        return self._unsaid(cut, new=new)

    def _part(self, said: str, most: int, *, new: bool) -> str:
        """The phrases of the words of an edit that tell most."""
        shown = said.split()
        if len(shown) <= most:
            return said
        cut = (_cut(" ".join(shown[start:end])) for start, end in self._windows(shown, most, new=new))
        return self._unsaid(cut, new=new)

    def _without_joins(self, said: str) -> str:
        """Words of a list without what joins them with others: "and your letters"."""
        shown, joins = said.split(), _direction(self._language).join
        while shown and compared(shown[0]) in joins:
            shown.pop(0)
        while shown and compared(shown[-1]) in joins:
            shown.pop()
        return _cut(" ".join(shown))

    def _unsaid(self, found: Iterable[str], *, new: bool) -> str:
        """The first of some words that the other side does not say."""
        tried = islice(found, _TRIED)
        return next((words for words in tried if not self.says(words, new=not new)), "")

    def _windows(self, shown: Sequence[str], most: int, *, new: bool) -> list[tuple[int, int]]:
        """Runs of phrases of so many words at most, those that tell most first."""
        weights = [self._weight(word, new=new) for word in shown]
        first = _main(shown, self._language)
        bounds = _bounds(shown, _small(self._language))
        found = [
            (start, end)
            for start, end in combinations(bounds, 2)
            if end - start <= most and end > first and not 0 < start < first
        ]
        return sorted(
            found,
            key=lambda one: (
                -sum(weights[slice(*one)]) - _edges(shown, *one) - _MAIN * (one[0] in (0, first)),
                one,
            ),
        )

    def _is_name(self, word: str) -> bool:
        """Whether a word is written with a capital wherever the texts have it."""
        bare = word.strip(_MARKS)
        return bare[:1].isupper() and all(side.names(word) for side in self._sides)

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


def _main(shown: Sequence[str], language: str) -> int:
    """Where the clauses of a sentence end that only introduce it: a condition, "For this reason,"."""
    conditions = _rows(_direction(language).condition)
    start = 0
    while end := next((place for place, word in enumerate(shown, 1) if place > start and _pauses(word)), 0):
        said = [compared(word) for word in shown[start : start + _INTRODUCES]]
        is_condition = any(tuple(said[: len(one)]) == one for one in conditions)
        if end == len(shown) or not (is_condition or end - start <= _INTRODUCES):
            break
        start = end
    return start


def _pauses(word: str) -> bool:
    return word[-1] in _PAUSES


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
    return _OPENS * opens + _CLOSES * _closes(shown, end)


def _closes(shown: Sequence[str], end: int) -> bool:
    return end == len(shown) or shown[end - 1][-1] in _PAUSES


def _cut(said: str) -> str:
    """Words without marks around them; brackets and quotation marks of which the other one was cut off are
    left out, with what a bracket opens."""
    bare = " ".join(visible(said).split()).strip(_MARKS)
    if bare.count("(") > bare.count(")"):
        is_closed = said.rstrip(_STOPS).endswith(")")
        bare = f"{bare})" if is_closed else bare[: bare.rindex("(")].rstrip(_MARKS) or bare
    for first, last in _QUOTES:
        if bare.count(first) % 2 if first == last else bare.count(first) != bare.count(last):
            bare = bare.strip(first + last + _MARKS)
        elif bare[:1] == first and bare[-1:] == last and first not in bare[1:-1]:
            bare = bare[1:-1]
    return bare.translate(_INNER)


def _is_bound(shown: Sequence[str], language: str) -> bool:
    """Whether words of a statement deny or limit others."""
    said, known = [compared(word) for word in shown], _direction(language)
    binding, halves = (
        {place + beside for one in _rows(lines) for place in _places(one, said) for beside in range(len(one))}
        for lines in ((*known.denial, *known.only, *known.exclusion), known.half_denial)
    )
    return bool(binding - halves)


def _rows(lines: Iterable[str]) -> list[tuple[str, ...]]:
    return [tuple(line.split()) for line in lines]


def _places(words: Sequence[str], said: Sequence[str]) -> Iterator[int]:
    """Where some words stand in a row in others."""
    size = len(words)
    return (place for place in range(len(said)) if tuple(said[place : place + size]) == words)


def _small(language: str) -> frozenset[str]:
    return _direction(language).function


def _direction(language: str) -> DirectionWords:
    known = languages.find(language) or languages.find(languages.FALLBACK)
    assert known is not None
    return known.direction
