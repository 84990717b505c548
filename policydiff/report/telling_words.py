"""The few words of a changed statement that a reader understands alone: a statement -> words of each side.

Beside three quotes there is room for a few words of what else changed, and words cut from a sentence are soon
cryptic or false. So only what is whole is told: a name that gave way to a name, a number to a number, words
that were put into a sentence or taken out of it and are a phrase, and a short sentence that one side has
alone; nothing that the other side says near it in other words. What this gets wrong: fewer changes are told.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.report.absent_words import number_words
from policydiff.report.changed_part import ChangedPart
from policydiff.report.characters import visible
from policydiff.report.clause_quotes import in_few_words
from policydiff.report.edit_runs import edit_runs
from policydiff.report.quotes import any_of
from policydiff.report.sentence_clauses import bare
from policydiff.report.standing_alone import has_hole, leans
from policydiff.report.word_changes import has_other_spelling
from policydiff.text import compared, enumerator_end
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.languages.statement_sections import DirectionWords
    from policydiff.report.absent_words import TextPair
    from policydiff.report.changed_part import EditPlaces
    from policydiff.report.edit_runs import EditRun, RunSide

LEAST, MOST = 2, 12
"""Words that were put in or taken out, at least and at most."""
_SENTENCE_LEAST, SENTENCE_MOST = 5, 14
"""Words of a sentence that is told."""
_NAME = 7
"""Words of a name, at most."""
_LETTERS = 4
"""Letters of a name, at least: short forms are of names that the other text may have in full."""
BRIEF_LEAST, BRIEF_MOST = 4, 14
"""Words of a sentence that is told by its first clauses, at least; and of these and of each side of an edit,
at most."""
_UNLIKE = 2
"""How many times as many words as the other one a side has that must share one with it."""
_LONGEST = 20
"""The same of clauses with what limits them."""
_TELLING, _TELLING_PAIR = 2.0, 3.0
"""What the words of an edit tell, at least, which is told; and of one that put some for others."""
_STRONG, _OF_NAME = 3.0, 2.0
"""What a word tells that denies or limits, and a name or a number; any other tells 1, one of grammar 0."""
_UNIT = 4
"""Letters by which the unit of a number is known in the singular and the plural."""
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?")
"""The number of an entry of a list: "1.2"."""
_PAUSES = ",;:!?"
_ENDS = ".!。"
_ADDRESS = "://"
"""What is of the address of a page."""
_BREAKS = ".;:"
"""Signs within a few words that are of two sentences, or of two items."""
_MARKS = " \t\n,;:.!?–—-()[]*_|"
"""What is cut off at both ends of quoted words."""
_STOPS = " \t\n,;:.!?"
_QUOTES = ("“", "”"), ('"', '"'), ("«", "»")
_INNER = str.maketrans("“”", "‘’")
"""Quotation marks within quoted words."""


class TellingWords(NamedTuple):
    """Words that came, words that went, or both at one place."""

    came: str
    went: str
    is_edit: bool = False
    """Whether the rest of their sentence stayed."""


class TellingReader:
    """Finds the telling words of statements of two documents."""

    def __init__(self, both: TextPair, language: str) -> None:
        self._both = both
        self._language = language

    def of(self, old: str, new: str) -> TellingWords | None:
        """Of a statement as the sides have it, "" where one has none; None if no few words tell it."""
        if not (old and new):
            said = self._sentence(old or new, new=bool(new))
            return TellingWords(said if new else "", "" if new else said) if said else None
        runs = [run for run in edit_runs(text_edits(old, new), self._both.is_name) if not self._is_idle(run)]
        return self._of_edit(runs[0]) if len(runs) == 1 else None

    def in_brief(self, old: str, new: str) -> TellingWords | None:
        """The same where no such words are whole: of a sentence of one side its first clauses, of an edited
        one the words of the edit that tells most, with those beside it."""
        if not (old and new):
            said = self._clauses(old or new)
            return TellingWords(said if new else "", "" if new else said) if said else None
        part = ChangedPart(0, "words", (old, new), self._language)
        runs = [one for one in part.together(part.edits) if not part.is_spelling(one)]
        weights = [self._weight(part, one) for one in runs]
        if not runs or (weight := max(weights)) < _TELLING:
            return None
        most = runs[weights.index(weight)]
        sides = (part.new, most.new), (part.old, most.old)
        came, went = (_cut(" ".join(side[slice(*place)])) for side, place in sides)
        if self._is_name(came, new=True) and self._is_name(went, new=False):
            return TellingWords(came, went, is_edit=True)
        came, went = map(_cut, part.phrase(most))
        is_pair = bool(came and went)
        if part.is_whole(most) or (is_pair and max(map(_words, (came, went))) > BRIEF_MOST):
            said = self._clauses(new)
            return TellingWords(said, "") if said else None
        return self._of_part(came, went) if weight >= _TELLING_PAIR or not is_pair else None

    def _of_part(self, came: str, went: str) -> TellingWords | None:
        """The words of an edit of a sentence that stayed, if they are short and say something alone."""
        if not (came and went) and self._both.other(new=bool(came)).says_near(came or went):
            return None
        came, went = map(self._shortened, (came, went))
        if not all(map(_is_even, (came, went))) or not self._is_understood(came, went):
            return None
        return TellingWords(came, went, is_edit=not (came and went))

    def _is_understood(self, came: str, went: str) -> bool:
        """Whether the words of an edit say something alone, and those of both sides are of one matter."""
        sizes = [_words(side) for side in (came, went) if side]
        if not sizes[1:] and any(word[-1] in _BREAKS for word in (came or went).split()[:-1]):
            return max(sizes, default=0) >= SENTENCE_MOST
        if sizes[1:] and max(sizes) >= _UNLIKE * min(sizes):
            shared = {bare(word) for word in came.split()} & {bare(word) for word in went.split()}
            return bool(shared - _direction(self._language).function)
        return max(sizes, default=0) >= LEAST

    def _weight(self, part: ChangedPart, edit: EditPlaces) -> float:
        """What the words of an edit tell that only one side of its sentence has: a name, a number, a denial
        or a limit more than others."""
        sides = [{bare(word) for word in side} for side in (part.old, part.new)]
        olds, news = part.old[slice(*edit.old)], part.new[slice(*edit.new)]
        shown = {bare(word): word for word in olds + news}
        return sum(self._word_weight(*both) for both in shown.items() if both[0] in sides[0] ^ sides[1])

    def _word_weight(self, its: str, word: str) -> float:
        if _strong(self._language).fullmatch(its):
            return _STRONG
        if its in _direction(self._language).function:
            return 0
        is_name = self._both.is_name(word) or any(sign.isdigit() or sign == "@" for sign in word)
        return _OF_NAME if is_name else 1.0

    def _shortened(self, said: str) -> str:
        """Words of one side, no more than are told; "" if none of fewer say something."""
        if _words(said) <= BRIEF_MOST:
            return said
        shown = in_few_words(said, self._language, BRIEF_MOST)
        return shown if _words(shown) <= _LONGEST else ""

    def _clauses(self, said: str) -> str:
        """The first clauses of a sentence that is understood alone, "" of others."""
        bare_said = visible(said[enumerator_end(said) :]).strip()
        shown = bare_said.split()
        is_open = len(shown) < BRIEF_LEAST or bare_said[-1] in ":?" or has_hole(bare_said)
        if is_open or leans(shown, self._language) or _is_titled(shown) or _ADDRESS in bare_said:
            return ""
        cut = self._shortened(bare_said)
        return _cut(cut) if cut and _is_even(cut) else ""

    def _of_edit(self, run: EditRun) -> TellingWords | None:
        """Of the one edit of a sentence: a whole phrase of one side, or a name or a number of each."""
        if not (run.old.words and run.new.words):
            came, went = self._phrase(run.new, new=True), self._phrase(run.old, new=False)
            return TellingWords(came, went, is_edit=True) if came or went else None
        came, went = (_cut(" ".join(side.words)) for side in (run.new, run.old))
        if self._is_name(came, new=True) and self._is_name(went, new=False):
            return TellingWords(came, went, is_edit=True)
        came, went = self._number(run.new), self._number(run.old)
        return TellingWords(came, went, is_edit=True) if came and went and _are_alike(came, went) else None

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

    def _phrase(self, side: RunSide, *, new: bool) -> str:
        """The words that one side has alone, if they are a phrase that stands for itself; else ""."""
        small = _direction(self._language).function
        shown = [word for word in side.words if any(map(str.isalnum, word))]
        if not shown or side.words[-1][-1] == ":":
            return ""
        begins = not side.before or side.before[-1][-1] in _PAUSES or side.words[0][0] in _STOPS
        ends = not side.behind or side.words[-1][-1] in _PAUSES or side.behind[0][0] in _STOPS
        if not (begins or compared(shown[0]) in small) or not (ends or compared(side.behind[0]) in small):
            return ""
        shown = self._without_joins(shown)
        if shown and _NUMBER.fullmatch(shown[0]):  # an entry that may only be numbered otherwise
            return ""
        if not LEAST <= len(shown) <= MOST or compared(shown[-1]) in small or not _is_even(" ".join(shown)):
            return ""
        if sum(word[0].isupper() and not self._both.is_name(word) for word in shown) > len(shown) / 2:
            return ""  # a label or a line of its own
        said = _cut(" ".join(shown))
        return "" if self._both.other(new=new).says_near(said) else said

    def _without_joins(self, shown: list[str]) -> list[str]:
        """Words of a list without what joins them with others: "and your letters"."""
        joins = _direction(self._language).join
        while shown and compared(shown[0]) in joins:
            shown = shown[1:]
        while shown and compared(shown[-1]) in joins:
            shown = shown[:-1]
        return shown

    def _is_name(self, said: str, *, new: bool) -> bool:
        """Whether words are one name or one address, which the other side lacks."""
        shown = said.split()
        is_address = len(shown) == 1 and "@" in said
        is_name = len(shown) <= _NAME and all(map(self._both.is_name, shown)) and said.isprintable()
        is_name = is_name and not any(map(str.isdigit, said))
        is_name = is_name and sum(map(str.isalpha, said)) >= _LETTERS
        return (is_address or is_name) and not self._both.other(new=new).holds(said)

    def _number(self, side: RunSide) -> str:
        """A number with its unit, "" if an edit is of anything else."""
        shown = [*side.words, *(side.behind[:1] if len(side.words) == 1 else ())]
        said = _cut(" ".join(shown)).split()
        known = number_words(self._language)
        is_number = len(said) == 2 and (said[0].isdigit() or said[0].casefold() in known)
        is_unit = is_number and said[1].isalpha() and said[1][0].islower()
        return " ".join(said) if is_unit and said[1] not in _direction(self._language).function else ""

    def _sentence(self, said: str, *, new: bool) -> str:
        """A whole short sentence that is understood alone and of which the other side has nothing, or ""."""
        bare = visible(said[enumerator_end(said) :]).strip()
        shown = bare.split()
        is_whole = _SENTENCE_LEAST <= len(shown) <= SENTENCE_MOST and bare[0].isupper() and bare[-1] in _ENDS
        if not is_whole or leans(shown, self._language) or has_hole(bare) or not _is_even(bare):
            return ""
        if any("." in word[:-1] or "@" in word for word in shown):
            return ""
        return "" if _is_titled(shown) or self._both.other(new=new).says_near(bare) else _cut(bare)


def _is_titled(shown: Sequence[str]) -> bool:
    """Whether most words have a capital, as those of a label or of an address."""
    return sum(word[0].isupper() for word in shown) > len(shown) / 2


def _words(said: str) -> int:
    return len(said.split())


def _are_alike(one: str, other: str) -> bool:
    """Whether two numbers are of one unit."""
    (first, unit), (second, its) = one.split(), other.split()
    return unit[:_UNIT] == its[:_UNIT] and first != second


def _is_even(said: str) -> bool:
    """Whether no bracket and no quotation mark lost its other half."""
    return all(
        said.count(first) == said.count(last) and not (first == last and said.count(first) % 2)
        for first, last in (("(", ")"), *_QUOTES)
    )


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


@lru_cache(maxsize=64)
def _strong(language: str) -> re.Pattern[str]:
    """Words that deny or limit, or say that something may be."""
    said = _direction(language)
    return any_of((*said.denial, *said.only, *said.exclusion, *said.may))


def _direction(language: str) -> DirectionWords:
    known = languages.find(language) or languages.find(languages.FALLBACK)
    assert known is not None
    return known.direction
