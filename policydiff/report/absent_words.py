"""Whether a text holds a name, or says some words near each other: a document, words -> yes or no.

A reader who is told that a name is new searches the old text for it. Capitals, blanks, accents and signs do
not count, a number in words is one in figures, and "United Kingdom" is "UK".
What this gets wrong: nearly always too much is called held, so that less is told.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from itertools import chain, groupby
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.comparability import LEGAL_FORM
from policydiff.report.clause_words import ClauseWords, ReadOnce
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Comparison, Document

_STEM = 5
"""Letters of a word that tell it from others, whatever its ending."""
_SHORT = 4
"""Letters of a name up to which it must be a word of the text, and no part of one."""
_INITIALS = 2
"""Words of a name, at least, that has a short form of its first letters."""
_NEAR, _BESIDE = 0.6, 4
"""Share of the telling words of some words that a stretch of the text holds, from which it may say them; and
how many more telling words than twice as many that stretch has."""
_TITLED = 0.3
"""Share of words with a capital from which capitals tell no names: German, or a text in capitals."""
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_PHONE = re.compile(
    r"(?<![\w+])\+\d[\d ().-]{7,20}\d(?!\w)|(?<![\w-])\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4}(?![\w-])"
)
_COMPANY = re.compile(rf"[A-ZÀ-Þ](?<!\w.)[\w&'’.-]*(?:\s+[A-ZÀ-Þ&][\w&'’.-]*){{0,4}},?\s+({LEGAL_FORM})")
_FORM = re.compile(rf"(?:{LEGAL_FORM})(?!\w)")
_FRAMEWORKS = "Act", "Regulation", "Directive", "Framework", "Shield", "Rules", "Control", "Clauses"
_FRAMEWORK = re.compile(
    rf"(?<![\w-])(?:[A-Z][\w.-]*\s){{1,6}}(?:{'|'.join(_FRAMEWORKS)})(?![\w-])(?!\s[a-z]{{2,3}}\s)"
)
"""A law or a framework of transfers as English writes it, and other languages too."""
_CORE = 2
"""Last words of such a name that tell it from others."""
_HOUSE = re.compile(
    r"(?<![\w/.])\d{1,5}[A-Za-z]?,?\s+(?:[a-z]{2,3}\s+){0,2}[A-ZÀ-Þ]|\b[A-Z]{1,2}\d|\b\d{4,5}\b"
)
"""A house number or a postcode: capitals beside it are of an address."""
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"[^\W\d_][\w&'’.-]*(?:\s[^\W\d_][\w&'’.-]*)*")
_PUNCTUATION = re.compile(r"[\W_]+")
_ASCII_PUNCTUATION = bytes(one for one in range(128) if not chr(one).isalnum())
"""All but letters and digits."""
_OPENS = '.!?:•*-–(“"«'
_MARKS = " \t\n,;:.!?–—-()[]*_|“”\"«»‘’'"
_PAUSES = ',;:.!?)”"»'
_AND = "&"
"""What a short name is known by: "A&B"."""
_LONGEST = 5
"""Words of a name, at most."""


class _TextForms(NamedTuple):
    """What is read of the clauses of two documents, of each text once."""

    words: ClauseWords
    squeezed: ReadOnce[str]
    """Their letters and digits."""


class AbsentWords:
    """What one document does not hold."""

    def __init__(self, document: Document, forms: _TextForms | None = None) -> None:
        """Takes a document.

        Args:
            document: the text.
            forms: what has been read of the other side of a comparison.
        """
        self._document = document
        self._words_of, self._squeezed_of = forms or _TextForms(ClauseWords(), ReadOnce(_squeezed))
        self.language = document.language

    def holds(self, name: str) -> bool:
        """Whether a name stands in the text in any way of writing, in short or in full."""
        said = _squeezed(name)
        is_there = said in self._words if len(said) <= _SHORT else said in self._squeezed
        is_parted = len(name.split()) > _INITIALS and said in self._joined
        return is_there or is_parted or self._holds_other_form(name)

    def says_near(self, said: str) -> bool:
        """Whether the telling words of some words stand near each other anywhere in the text."""
        telling = set(self._telling(words(said.casefold())))
        stretch = 2 * len(telling) + _BESIDE
        least = max(_NEAR * len(telling), 1)
        stands = sorted((place, stem) for stem in telling for place in self._places.get(stem, ()))
        start = 0
        for end, (place, _) in enumerate(stands, 1):
            while stands[start][0] < place - stretch:
                start += 1
            if len({stem for _, stem in stands[start:end]}) >= least:
                return True
        return not telling

    def names(self, said: str) -> Iterator[str]:
        """The names in some words of this text: addresses, telephone numbers, and words with a capital."""
        has_digit = _DIGIT.search(said) is not None  # without what each of them has no pattern is tried
        if "@" in said:
            yield from (found[0] for found in _MAIL.finditer(said))
        if has_digit:
            yield from (found[0].strip() for found in _PHONE.finditer(said))
        known = [found[0].strip(" ,") for found in _COMPANY.finditer(said)]
        if any(kind in said for kind in _FRAMEWORKS):
            known += [found[0] for found in _FRAMEWORK.finditer(said)]
        yield from known
        if self._is_titled or (has_digit and _HOUSE.search(said)):
            return
        shown = said.split()
        yield from (one for one in self._capitals(shown) if not any(one in each for each in known))

    def places(self, name: str) -> Sequence[int]:
        """The clauses that may hold a name, in their order: those of that of its words which fewest have."""
        return min((self._clauses_with.get(word, ()) for word in words(name)), key=len, default=())

    def is_name(self, word: str) -> bool:
        """Whether a word has a capital wherever the text writes it."""
        bare = word.strip(_MARKS)
        return bare[:1].isupper() and bare.casefold() not in self._small

    def writes_small(self, word: str) -> bool:
        """Whether the text has a word without a capital that is another form of this one."""
        return _plain(word.casefold())[:_STEM].rstrip("s") in self._stems

    def _capitals(self, shown: list[str]) -> Iterator[str]:
        """Runs of words that always have a capital, within sentences: of a run with any other word nobody
        knows whether it is a name."""
        for start, end in self._runs(shown):
            run = shown[start:end]
            said = " ".join(run).strip(_MARKS)
            is_begun = not start or shown[start - 1][-1] in _OPENS
            behind_name = start > 1 and shown[start - 2][0].isupper() and shown[start - 1] in self._inside
            is_long = len(_squeezed(said)) >= _SHORT or _AND in said
            is_whole = all(map(self.is_name, run)) and len(run) <= _LONGEST and is_long
            is_listed = (
                end - start > 1 or said.isupper() or (start > 0 and self._opens_name(shown[start - 1]))
            )
            is_numbered = end < len(shown) and any(map(str.isdigit, shown[end]))
            if (
                is_whole
                and is_listed
                and not (is_begun or behind_name or is_numbered)
                and _NAME.fullmatch(said)
            ):
                yield said

    def _opens_name(self, word: str) -> bool:
        """Whether a name stands behind a word that does not name what it is: "our Internet pages"."""
        return word[-1] in _PAUSES or word.casefold() in self._function

    def _runs(self, shown: list[str]) -> Iterator[tuple[int, int]]:
        """Where words with a capital begin and end that no pause parts."""
        start = -1
        for place, word in enumerate(shown):
            is_upper = word.lstrip(_MARKS)[:1].isupper()
            if is_upper and start < 0:
                start = place
            if start >= 0 and not is_upper:
                yield start, place
                start = -1
            elif start >= 0 and (word[-1] in _PAUSES or place + 1 == len(shown)):
                yield start, place + 1
                start = -1

    def _holds_other_form(self, name: str) -> bool:
        """Whether the text has the first letters of a name, or the words of which it is the first letters."""
        bare = "".join(filter(str.isalnum, name))
        if bare.isupper() and len(bare) <= _LONGEST:
            is_long = len(bare) >= _SHORT and any(bare in row for row in self._begun)
            return is_long or any(bare.casefold() in row for row in self._initials)
        first = [word[0] for word in words(name) if word[0].isupper()]
        short = "".join(first).casefold()
        is_long = len(first) >= _SHORT and short in self._squeezed  # "UK GDPR"
        return len(first) >= _INITIALS and (short in self._words or is_long)

    def _telling(self, said: Iterable[str]) -> list[str]:
        """Those of some words in small letters that say something, as they are compared."""
        small, known = self._function, number_words(self.language)
        return [known.get(word) or _stem(word) for word in said if word in known or word not in small]

    @cached_property
    def _rows(self) -> Sequence[Sequence[str]]:
        """The words of each clause."""
        return [self._words_of.written[clause.text] for clause in self._document.clauses]

    @cached_property
    def _function(self) -> frozenset[str]:
        return languages.of_language(self.language, lambda one: one.direction.function)

    @cached_property
    def _inside(self) -> frozenset[str]:
        """Small words that may stand inside a name, and not between two: "du"."""
        return self._function - languages.of_language(self.language, lambda one: one.direction.join)

    @cached_property
    def _squeezed(self) -> str:
        """The text and the addresses of its links, each clause and address by itself."""
        said = ((one.text, *(link.target for link in one.links)) for one in self._document.clauses)
        return " ".join(self._squeezed_of[each] for one in said for each in one)

    @cached_property
    def _joined(self) -> str:
        """The same without what parts the clauses: a name may stand in two lines."""
        return self._squeezed.replace(" ", "")

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words of the text, those of short forms without full stops: "U.K."."""
        said = {*self._times}
        said.update(*(one.text.split() for one in self._document.clauses))
        return frozenset(map(_squeezed, said))

    @cached_property
    def _times(self) -> Counter[str]:
        """How often the text has each word."""
        return Counter(chain.from_iterable(self._rows))

    @cached_property
    def _clauses_with(self) -> Mapping[str, Sequence[int]]:
        """The clauses that have each word."""
        found = defaultdict[str, list[int]](list)
        for place, row in enumerate(self._rows):
            for word in set(row):
                found[word].append(place)
        return found

    @cached_property
    def _small(self) -> frozenset[str]:
        return frozenset(word for word in self._times if word[0].islower())

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(_plain(word)[:_STEM].rstrip("s") for word in self._small)

    @cached_property
    def _is_titled(self) -> bool:
        titled = sum(times for word, times in self._times.items() if word[0].isupper())
        return titled > _TITLED * self._times.total()

    @cached_property
    def _initials(self) -> frozenset[str]:
        """The first letters of words with a capital that stand in a row, small words between them aside."""
        small = self._function
        rows = (
            "".join(word[0] for word in row)
            for line in self._rows
            for is_name, row in groupby(
                (word for word in line if word.casefold() not in small),
                key=lambda word: word[0].isupper(),
            )
            if is_name
        )
        return frozenset(row.casefold() for row in rows if len(row) >= _INITIALS)

    @cached_property
    def _begun(self) -> Sequence[str]:
        """The first letters of the words of each clause in capitals, small words aside: languages write the
        later words of a name small ("Agence espagnole de protection des données")."""
        small = self._function
        return [
            "".join(word[0] for word in row if word.casefold() not in small).upper() for row in self._rows
        ]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found = defaultdict[str, list[int]](list)
        said = (self._words_of.small[clause.text] for clause in self._document.clauses)
        for place, stem in enumerate(self._telling(chain.from_iterable(said))):
            found[stem].append(place)
        return found


class TextPair(NamedTuple):
    """What the two sides of a comparison do not hold."""

    old: AbsentWords
    new: AbsentWords

    @classmethod
    def of(cls, comparison: Comparison, clause_words: ClauseWords) -> TextPair:
        """Both sides of a comparison; their words are read once, when they are asked for."""
        forms = _TextForms(clause_words, ReadOnce(_squeezed))
        return cls(AbsentWords(comparison.old, forms), AbsentWords(comparison.new, forms))

    def other(self, *, new: bool) -> AbsentWords:
        """The other one than that of the new side, or of the old one."""
        return self.old if new else self.new

    def is_name(self, word: str) -> bool:
        """Whether both texts never write a word without a capital."""
        return all(side.is_name(word) for side in self)

    def is_clear_by(self, name: str) -> bool:
        """Whether a name tells what it names: one word may be a word of the language too ("Settings"), or the
        end of a name ("Inc.’s")."""
        if _FORM.match(name):
            return False
        return " " in name or not any(side.writes_small(name) for side in self)

    def absent(self, said: str, *, new: bool) -> Iterator[str]:
        """The names in words of one side that the other side lacks, and none of whose words it has."""
        here, there = (self.new, self.old) if new else (self.old, self.new)
        for name in here.names(said):
            company = _COMPANY.fullmatch(name)
            if company:  # "Fernleaf Ltd" is no news where "Fernleaf" is known
                parts = [name[: company.start(1)]]
            elif _FRAMEWORK.fullmatch(name):  # nor "Swiss Privacy Shield" where "Privacy Shield" is
                parts = [" ".join(name.split()[-_CORE:])]
            else:
                parts = [part for word in name.split() if self.is_name(word) for part in word.split("-")]
            if not any(map(there.holds, (name, *parts))):
                yield name


@lru_cache(maxsize=64)
def number_words(language: str) -> Mapping[str, str]:
    """The numbers up to 99 of a language that are one word, and their figures.

    >>> number_words("en")["twelve"]
    '12'
    """
    found = languages.find(language) or languages.find(languages.FALLBACK)
    lines = found.numbers.to_99 if found else ()
    return {said: str(number) for number, line in enumerate(lines, 1) for said in line.split(" | ")}


def address_kind(name: str) -> str:
    """What a name is called that is an address, "" of any other."""
    if _MAIL.fullmatch(name):
        return "the e-mail address"
    return "the telephone number" if _PHONE.fullmatch(name) else ""


def _squeezed(said: str) -> str:
    """Letters and digits alone, in lower case and without accents."""
    plain = _plain(said.casefold())
    if plain.isascii():  # ten times as fast
        return plain.encode().translate(None, _ASCII_PUNCTUATION).decode()
    return _PUNCTUATION.sub("", plain)


@lru_cache(maxsize=8_192)
def _stem(word: str) -> str:
    return _plain(word).rstrip("s")[:_STEM]


def _plain(said: str) -> str:
    if said.isascii():
        return said
    whole = unicodedata.normalize("NFKD", said)
    for accent in filter(unicodedata.combining, set(whole)):
        whole = whole.replace(accent, "")
    return whole
