"""What the other side of a comparison says in the place of words that came or went.

In: two documents and words of one. Out: the sentence of the other that comes nearest, and whether it stands
on both sides. A reader told "New" takes for new all that is quoted; where a sentence of the other side says
nearly the same, or an address stands in the place of another, that is not so. Words count by how seldom the
two texts have them, and by their first letters ("referral", "referrer"). Of addresses every word counts
alike: all that is rare in them has changed.
What this gets wrong: the same said in other words altogether.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from itertools import chain
from math import log1p
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.characters import visible
from policydiff.report.clause_words import ReadOnce
from policydiff.report.quotes import denies
from policydiff.sentences import sentences
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from policydiff.models import Document
    from policydiff.report.clause_words import ClauseWords

_STEM = 6
"""Letters of a word that tell it from others, whatever its ending."""
_LETTERS = 5
"""Letters of a word that says what a sentence is about."""
_FREQUENT = 60
"""Clauses that hold a word by which none of them is looked up."""
_CLAUSES = 6
"""Clauses that are read sentence by sentence."""
_SAME, _REPLACED = 0.55, 0.42
"""Weight of the words that two sentences share, of all of theirs, from which they say nearly the same; and
of a sentence that only the other side has, from which the one stands for the other."""
SAID_IN_PART = 0.35
"""Share of the rare words of some words that a sentence of the other side holds, from which it may say a part
of them."""
_MOSTLY = 0.5
"""The same of one that mostly says them, though it says more."""
_TELLING, _HELD, _AROUND = 4, 0.7, 3
"""Rare words of some words, at least, and the share of them that one place of the other side holds, from
which it says them in other words; and how many times as long as they are that place is at most."""
_ANSWERED, _ENOUGH, _RARE = 0.6, 5, 3
"""Share of what is rare in a sentence of the other side that some words hold, from which it says a part of
them, however long they are; words that both have, and rare ones of these, at least."""
_RARE_WEIGHT = 1.2
"""Weight from which a word is rare."""
_BESIDE = 0.33
"""The same of a sentence that went where words came, from which it gave way to these."""
_SAME_MATTER, _TOPICS = 0.2, 5
"""Share of what is rare in some words, and in a sentence of the same section, that both have, from which they
are of one matter; and the rarest words, of which they have one."""
_LABEL = 8
"""Words before a colon that name what follows, at most: "(VI) Right to a copy: …"."""
_EVERYWHERE = 0.7
"""Weight of a word that every clause has."""
_ADDRESS = 0.35
"""Share of the words that two addresses in the same place have in common: "Ask us at", the town."""
_SHARED = 3
"""Words in common of two sentences, or addresses, that are no chance."""
_LINE = 50
"""Words of a sentence that is about an address and little else."""
_KINDS = (
    re.compile(
        r"(?<![\w/.])\d{1,5}[A-Za-z]?(?:[-/]\d{1,4})?,?\s+(?:[a-z]{2,3}\s+){0,2}[A-ZÀ-Þ]|\b[A-Z]{1,2}\d"
    ),
    re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\."),
    re.compile(r"(?:https?://|www\.)\S"),
)
"""A house number or a postcode, an e-mail address, an address on the web."""
_PART = re.compile(r"(?<=[.;])\s+")


class Counterpart(NamedTuple):
    """What the other side says in the place of some words."""

    words: str
    stays: bool
    """Whether the side of the words says it too: then they are said twice."""


class Counterparts:
    """The sentences of two documents, found by their words."""

    def __init__(self, old: Document, new: Document, clause_words: ClauseWords) -> None:
        stem_of = ReadOnce(_stem).__getitem__
        stems = ReadOnce(lambda text: frozenset(map(stem_of, clause_words.small[text])))
        self._sides = tuple(_SentenceIndex(one, clause_words, stems) for one in (old, new))
        self._known: dict[tuple[str, bool], Counterpart | None] = {}
        number = len(old.clauses) + len(new.clauses)
        weight_of = self._weight_of = _StemWeights(number, *self._sides).__getitem__
        self._rareness_of = ReadOnce(lambda stem: max(weight_of(stem) - _EVERYWHERE, 0.0)).__getitem__

    def of(self, said: str, *, new: bool) -> Counterpart | None:
        """What the other side says in the place of words of the new one, or of the old one."""
        if (said, new) not in self._known:
            self._known[said, new] = self._nearest(said, self._sides[not new], self._sides[new])
        return self._known[said, new]

    def says(self, said: str, *, new: bool) -> bool:
        """Whether a side says these words in a row."""
        return self._sides[new].says(said)

    def covered(self, said: str, *, new: bool) -> float:
        """How much of what is rare in some words one sentence of a side holds, from 0 to 1.

        A long sentence may say what a short one does and more: what it adds does not count against it. One
        that denies does not say what one does that denies nothing.
        """
        return self._covering(said, new=new)[0]

    def is_mostly_said(self, said: str, *, new: bool) -> bool:
        """Whether one sentence of a side holds half of what is rare in some words, and all names and numbers
        among them."""
        share, sentence = self._covering(said, new=new)
        return share >= _MOSTLY and _names(said) <= {*words(sentence)}

    def _covering(self, said: str, *, new: bool) -> tuple[float, str]:
        """The sentence of a side that holds most of what is rare in some words, and how much of it."""
        stems = _stems(said)
        whole = self._rareness(stems)
        if not whole:
            return 0.0, ""
        there = self._sides[new]
        denies_it = denies(said, there.language)
        near = (one for one in there.near(stems) if denies(one, there.language) == denies_it)
        held = ((stems & _stems(one), one) for one in near)
        return max(
            ((self._rareness(its) / whole, one) for its, one in held if len(its) >= _SHARED),
            default=(0.0, ""),
        )

    def answered(self, said: str, *, new: bool) -> bool:
        """Whether a side has a sentence whose rare words mostly stand in these: "24 months from your last
        visit" in a long sentence that adds what counts as one."""
        stems = _stems(said)
        if len(stems) < _ENOUGH:
            return False
        there = self._sides[new]
        denies_it = denies(said, there.language)
        for sentence in there.near(stems):
            its = _stems(sentence)
            shared = stems & its
            telling = [stem for stem in shared if len(stem) >= _LETTERS or stem.isdigit()]
            rare = sum(self._weight_of(stem) > _RARE_WEIGHT for stem in telling)
            if (
                len(shared) >= _ENOUGH
                and rare >= _RARE
                and self._rareness(shared) >= _ANSWERED * self._rareness(its)
                and denies(sentence, there.language) == denies_it
            ):
                return True
        return False

    def of_one_matter(self, said: str, others: Iterable[str]) -> bool:
        """Whether one of other sentences, which went where some words came, is of the same matter."""
        stems = _stems(said)
        whole = self._rareness(stems)
        topics = set(sorted(stems, key=lambda stem: (self._weight_of(stem), stem))[-_TOPICS:])
        name, _, rest = said.partition(": ")
        telling = [stem for stem in _stems(name) if len(stem) == _STEM and stem.isalpha()]
        is_named = bool(rest and telling) and len(name.split()) <= _LABEL
        topic = max(telling, key=lambda stem: (self._weight_of(stem), stem), default="")
        for sentence in others:
            its = _stems(sentence)
            shared = stems & its
            if is_named and topic in its and self._weight_of(topic) > _RARE_WEIGHT:
                return True
            alike = self._rareness(shared)
            if (
                sum(len(stem) >= _LETTERS and self._weight_of(stem) > _RARE_WEIGHT for stem in shared)
                >= _RARE
            ):
                return True
            if (
                len(shared) >= _SHARED
                and not topics.isdisjoint(shared)
                and alike >= _SAME_MATTER * max(whole, self._rareness(its))
            ):
                return True
        return False

    def nearest(self, said: str, others: Iterable[str], rivals: Iterable[str], *, new: bool) -> str:
        """Which one of other sentences, which went where some words of a side came, gave way to these; "" if
        none comes near enough, or if a rival that came there too is nearer to it."""
        stems = _stems(said)
        alike, found = max(
            ((self._alike(stems, _stems(one)), visible(one)) for one in others), default=(0.0, "")
        )
        is_near = alike >= _BESIDE and self.of_one_matter(said, (found,))
        if not is_near or self._sides[new].says(found):
            return ""
        its = _stems(found)
        others_here = (_stems(one) for one in rivals)
        return "" if any(self._alike(its, one) > alike and not one <= stems for one in others_here) else found

    def held(self, said: str, *, new: bool) -> bool:
        """Whether a side has most of what is rare in some words, and all their numbers, in one clause or two
        neighbouring ones: "Controller: Fernleaf Ltd", "Address: 12 Mill Lane"."""
        return bool(self.holder(said, new=new))

    def holder(self, said: str, *, new: bool) -> str:
        """The clause or the two clauses of a side that hold most of what is rare in some words; "" if none
        do."""
        stems = _stems(said)
        rare = {stem for stem in stems if self._weight_of(stem) > _EVERYWHERE}
        numbers = set(filter(str.isdigit, stems))
        if len(rare) < _TELLING:
            return ""
        there = self._sides[new]
        denies_it = denies(said, there.language)
        most = max(_LINE, _AROUND * len(said.split()))
        least = _HELD * self._rareness(rare)

        def holds(its: frozenset[str]) -> bool:
            return numbers <= its and self._rareness(rare & its) >= least

        holding = there.windows(stems, most, holds)
        return next((window for window in holding if denies(window, there.language) == denies_it), "")

    def _nearest(self, said: str, there: _SentenceIndex, here: _SentenceIndex) -> Counterpart | None:
        stems = _stems(said)
        kinds = address_kinds(said)
        near: list[tuple[float, str]] = []
        for sentence in there.near(stems):
            its = _stems(sentence)
            is_address = kinds and kinds & address_kinds(sentence) and _is_of_one_place(stems, its)
            alike = self._alike(stems, its)
            if alike < _REPLACED and not is_address:
                continue
            is_only_there = not here.says(sentence)
            if is_only_there and is_address:
                near.append((2 + len(stems & its) / len(stems | its), sentence))
            elif is_only_there or (
                alike >= _SAME and denies(sentence, there.language) == denies(said, there.language)
            ):
                near.append((alike, sentence))
        if not near:
            return None
        alike, found = max(near)
        stays = here.says(found)
        if not stays and alike <= 1 and self._is_nearer_another(_stems(found), stems, alike, here, there):
            return None
        return Counterpart(found, stays)

    def _is_nearer_another(
        self,
        found: frozenset[str],
        said: frozenset[str],
        alike: float,
        here: _SentenceIndex,
        there: _SentenceIndex,
    ) -> bool:
        """Whether a sentence has another counterpart on the side of the words than these, which stands there
        alone."""
        for sentence in here.near(found):
            other = _stems(sentence)
            if not other <= said and self._alike(found, other) > alike and not there.says(sentence):
                return True
        return False

    def _alike(self, one: frozenset[str], other: frozenset[str]) -> float:
        both = self._weight(one) + self._weight(other)
        return 2 * self._weight(one & other) / max(both, 1e-9)

    def _rareness(self, stems: Iterable[str]) -> float:
        """The weight of words, of which one that nearly every clause has weighs nothing."""
        return sum(map(self._rareness_of, stems))

    def _weight(self, stems: Iterable[str]) -> float:
        return sum(map(self._weight_of, stems))


@lru_cache(maxsize=8_192)
def address_kinds(said: str) -> frozenset[int]:
    """Which kinds of addresses words hold that are about one and little else."""
    if len(said.split()) > _LINE:
        return frozenset()
    return frozenset(number for number, kind in enumerate(_KINDS) if kind.search(said))


def _is_of_one_place(one: frozenset[str], other: frozenset[str]) -> bool:
    one, other = (frozenset(filter(str.isalpha, stems)) for stems in (one, other))  # no numbers
    shared = one & other
    return len(shared) >= _SHARED and 2 * len(shared) >= _ADDRESS * (len(one) + len(other))


class _SentenceIndex:
    """The clauses of one document by their words, made when first asked."""

    def __init__(
        self, document: Document, clause_words: ClauseWords, stems: ReadOnce[frozenset[str]]
    ) -> None:
        self._document = document
        self._words_of = clause_words
        self._stems_of = stems
        self._said_in = ReadOnce(lambda text: tuple(_said(text, document.language)))

    @property
    def language(self) -> str:
        return self._document.language

    @cached_property
    def _clauses(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for place, clause in enumerate(self._document.clauses):
            for stem in self._stems_of[clause.text]:
                found[stem].append(place)
        return found

    @cached_property
    def _text(self) -> str:
        said = (" ".join(self._words_of.small[clause.text]) for clause in self._document.clauses)
        return f" {' '.join(said)} "

    def frequency(self, stem: str) -> int:
        return len(self._clauses.get(stem, ()))

    def says(self, said: str) -> bool:
        return f" {' '.join(words(said.casefold()))} " in self._text

    def windows(
        self, stems: Iterable[str], most: int, holds: Callable[[frozenset[str]], bool]
    ) -> Iterator[str]:
        """The sentences of the clauses that share most with some words, and these clauses, each alone and
        with the one behind or before it.

        Args:
            stems: the words.
            most: how many words clauses have, at most.
            holds: whether what is asked for may be among the words of a text. None that it says no to holds
                a part that it says yes to.
        """
        texts = [clause.text for clause in self._document.clauses]
        for place in self._nearest(stems):
            if holds(self._stems_of[texts[place]]):
                said = sentences(texts[place], self._document.language)
                yield from (one for one in said if holds(_stems(one)))
            for start, end in ((place, place + 1), (place, place + 2), (place - 1, place + 1)):
                around = texts[max(start, 0) : end]
                if holds(frozenset().union(*(self._stems_of[one] for one in around))):
                    window = " ".join(around)
                    yield from (window,) if len(window.split()) <= most else ()

    def _nearest(self, stems: Iterable[str]) -> Iterator[int]:
        """The places of the clauses that share most with some words."""
        found = (self._clauses.get(stem, ()) for stem in sorted(stems))
        votes = Counter(chain.from_iterable(places for places in found if len(places) <= _FREQUENT))
        yield from (place for place, _ in votes.most_common(_CLAUSES))

    def near(self, stems: Iterable[str]) -> Iterator[str]:
        """The sentences of the clauses that share most with some words."""
        for place in self._nearest(stems):
            yield from self._said_in[self._document.clauses[place].text]


def _said(text: str, language: str) -> Iterator[str]:
    """The sentences of a clause, the clause itself where it is an address, and the parts of such
    sentences."""
    if address_kinds(text):
        yield visible(text)
    for sentence in sentences(text, language):
        yield visible(sentence)
        if address_kinds(sentence) and len(parts := _PART.split(sentence)) > 1:
            yield from map(visible, parts)


class _StemWeights(dict[str, float]):
    """The weights of words, of which one that few clauses have weighs much; each is found when it is first
    asked, since every two sentences are compared by them."""

    def __init__(self, number: int, old: _SentenceIndex, new: _SentenceIndex) -> None:
        """Takes the number of clauses of both sides, and their words."""
        super().__init__()
        self._number = number
        self._old, self._new = old, new

    def __missing__(self, stem: str) -> float:
        times = self._old.frequency(stem) + self._new.frequency(stem)
        weight = self[stem] = log1p((self._number + 1) / (1 + times))
        return weight


@lru_cache(maxsize=8_192)
def _stems(said: str) -> frozenset[str]:
    return frozenset(map(_stem, words(said.casefold())))


def _stem(word: str) -> str:
    return word if word[0].isdigit() else word[:_STEM]


def _names(said: str) -> frozenset[str]:
    """The words behind the first one that begin with a capital or hold a number."""
    found = (word for one in said.split()[1:] for word in words(one))
    return frozenset(word for word in found if word[0].isupper() or any(map(str.isdigit, word)))
