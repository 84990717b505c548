"""Sentences cut at the ends of their clauses: what a reader must know of them stays, of two sides what changed.

In: the words of one place, as both sides say them. Out: of each side the clauses around the edit that tells
most. Who does it, what denies it, and on which condition stays; for each place that is left out stands "…".
What this gets wrong: a clause that says who acts, and that no comma parts from a long list, is taken for one
of its items.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.report.characters import visible
from policydiff.report.quotes import any_of, direction
from policydiff.sentences import sentence_spans

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

WHOLE = 32
"""Words of a sentence that is quoted whole."""
_SHORT = 24
"""Words of a changed sentence that is quoted whole."""
_MOST, _BESIDE = 26, 16
"""Words that are quoted of a longer one; and of what the other side says in its stead."""
_REST = 12
"""Words of it where it says nothing in its stead."""
_BOUND = 18
"""How many words more a denial or a condition may take."""
_MAIN = 10
"""How many words more the clause may take that says who does what."""
_CLAUSE = 9
"""Words of a clause that says something alone."""
_ITEM = 7
"""Words of an item of a list, at most."""
_LEAD, _LEAD_MOST = 4, 14
"""Words before a list that say what it is of, at least and at most."""
_PIECE = 8
"""Words of a piece of a clause that has no comma, at least."""
_ASIDE = 0.5
"""What an edit in brackets tells beside others."""
_BRACKET = 3
"""Words in brackets that belong to the words before them, at most."""
_BETWEEN = 3
"""Words that stayed inside of one edit."""
_FAVOURED = 5.0
"""By how much more a sentence tells that holds a statement of weight."""
_RELATED = 0.3
"""Share of the telling words of the shorter of two quotes that the other has, where the one answers the
other."""
_TOLD = 2.0
"""What an edit tells that is left out and named."""
_GAP = 3
"""Words that are not worth an ellipsis."""
_SIGNS = ".,;:!?()[]“”\"'«»’‘…*"
_PAUSES = ",;:"
_QUOTES = "”\"’»)"

Span = tuple[int, int]
"""Words of a text, from one place to another, the last one excluded."""
Spot = tuple[Span, Span]
"""Words of both sides of which the one gave way to the other."""


class ChangedQuotes(NamedTuple):
    """What is quoted of two sides; "" where nothing stands on one of them."""

    old: str
    new: str
    is_gone: bool
    """Whether what tells most is what went: then the old side is the news."""
    more: bool
    """Whether more changed there that says something."""


class _Said:
    """The words of one side, with where its sentences and its clauses begin and end."""

    def __init__(self, text: str, language: str) -> None:
        self.words = visible(text).split()
        self.language = language
        self.bare = [word.strip(_SIGNS).casefold() for word in self.words]

    @cached_property
    def sentences(self) -> list[Span]:
        """Where each sentence begins and ends."""
        text = " ".join(self.words)
        starts = [text.count(" ", 0, start) for start, _ in sentence_spans(text, self.language)]
        return list(pairwise([0, *(one for one in starts if one), len(self.words)])) if self.words else []

    def around(self, span: Span) -> Span:
        """The sentences that hold some words."""
        held = [one for one in self.sentences if one[0] < max(span[1], span[0] + 1) and one[1] > span[0]]
        held = held or self.sentences[-1:]
        return (held[0][0], held[-1][1]) if held else (0, 0)

    def clauses(self, within: Span, most: int) -> list[Span]:
        """The clauses of a sentence, those of more than some words cut before what goes on with them. What
        stands in brackets is in one clause."""
        bounds = {*within}
        closing = 0
        for place in range(*within):
            word = self.words[place]
            if place >= closing and word[0] == "(":
                closing = self._closing(place, within[1])
                if closing - place > _BRACKET:
                    bounds.add(place)
            bare = word.rstrip(_QUOTES)
            is_pause = bare[-1:] in tuple(_PAUSES) and "." not in bare
            if place + 1 >= closing and is_pause:
                bounds.add(place + 1)
            if place >= closing and word in ("-", "–", "—"):
                bounds.add(place)
        found: list[Span] = []
        for span in pairwise(sorted(bounds)):
            found += self._pieces(span) if span[1] - span[0] > most else [span]
        return found

    def _closing(self, place: int, end: int) -> int:
        """Where what is opened at a place is closed, or the place behind it if it is not."""
        opened = 0
        for one in range(place, end):
            opened += self.words[one].count("(") - self.words[one].count(")")
            if opened <= 0:
                return one + 1
        return place + 1

    def _pieces(self, span: Span) -> Iterator[Span]:
        """A clause without a comma, cut before words that join, limit or say what for."""
        start, end = span
        for place in range(start + 1, end):
            if min(place - start, end - place) >= _PIECE and self.bare[place] in _cuts(self.language):
                yield start, place
                start = place
        yield start, end

    def text(self, span: Span) -> str:
        return " ".join(self.words[slice(*span)])

    def shown(self, spans: Iterable[Span]) -> str:
        """Some words in their order, with an ellipsis for all that is left out of their sentences."""
        said: list[str] = []
        end = 0
        starts = {start for start, _ in self.sentences}
        for span in _closed(spans, starts):
            if span[0] > end or (not said and span[0] not in starts):
                if span[0] not in starts or said:
                    said.append("…")
            said += self.words[slice(*span)]
            end = span[1]
        if said and end not in {end for _, end in self.sentences}:
            said.append("…")
        return " ".join(said)


def _closed(spans: Iterable[Span], starts: Collection[int]) -> list[Span]:
    """Spans in their order, without gaps that are not worth an ellipsis."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span[0] - found[-1][1] <= _GAP:
            found[-1] = found[-1][0], max(found[-1][1], span[1])
        elif not found and any(span[0] - _GAP <= start < span[0] for start in starts):
            found.append((max(start for start in starts if start < span[0]), span[1]))
        else:
            found.append(span)
    return found


def shortened(text: str, language: str) -> str:
    """A long sentence cut to its first clauses, with those that deny, limit or are conditions.

    >>> shortened(f"We keep your list, {'and what you noted on it, ' * 6}unless you ask us not to.", "en")
    'We keep your list, and what you noted on it, and what you noted on it, … unless you ask us not to.'
    """
    said = _Said(text, language)
    if len(said.words) <= WHOLE + _GAP:
        return " ".join(said.words)
    clauses = [one for span in said.sentences for one in said.clauses(span, WHOLE)]
    kept: list[Span] = []
    for place, clause in enumerate(clauses):
        size = sum(end - start for start, end in (*kept, clause))
        is_next = kept == clauses[:place]
        is_main = all(_leads(said.text(one), language) for one in kept) and not _leads(said.text(clause), language)
        is_list = is_next and bool(kept) and said.words[clause[0] - 1].endswith(":")
        binds = is_main or is_list or _binds(said.text(clause), language)
        room = _BOUND + (_MAIN if is_main else 0)
        if (is_next and size <= WHOLE) or (binds and size <= WHOLE + room):
            kept.append(clause)
    while len(kept) > 1 and kept[-1] != clauses[-1] and _hangs(said, kept[-1]):
        kept.pop()
    return said.shown(kept)


def _hangs(said: _Said, clause: Span) -> bool:
    """Whether a clause says nothing without the one behind it."""
    is_brief = clause[1] - clause[0] <= _LEAD and said.bare[clause[0]] in direction(said.language).link
    return is_brief or _opens(said.text(clause), said.language)


def _leads(text: str, language: str) -> bool:
    """Whether the main clause of a sentence is still to come."""
    is_brief = len(text.split()) <= _ITEM or text.startswith("(") or text.endswith(":")
    return is_brief or _opens(text, language)


def changed_quotes(old: str, new: str, language: str, telling: Collection[str] = ()) -> ChangedQuotes:
    """Of the words of one place the clauses around the edit that tells most, as both sides have them.

    Args:
        old: what the old side says there.
        new: what the new one says.
        language: of both, as a code of ISO 639-1.
        telling: statements among them of which edits tell more than others.

    >>> lead = "When you lend a book, we note, for as long as you are a member of the town's library,"
    >>> old, new = f"{lead} your name, street and age.", f"{lead} your name, your street, your bank and your age."
    >>> changed_quotes(old, f"{new[:-1]}, as we did before in the house at the old market.", "en").new[-40:]
    ''
    """
    sides = _Said(old, language), _Said(new, language)
    spots = _spots(*sides)
    if not spots:
        return ChangedQuotes(" ".join(sides[0].words), " ".join(sides[1].words), is_gone=False, more=False)
    weights = _weights(sides, spots)
    favoured = [[span for text in telling if (span := _place_of(side, text))] for side in sides]
    ranked = [
        (
            _sentence_weight(sentence, is_gone, spots, weights)
            * (_FAVOURED if any(_touches(sentence, span) for span in favoured[not is_gone]) else 1),
            not is_gone,
            sentence,
        )
        for is_gone in (False, True)
        for sentence in sides[not is_gone].sentences
    ]
    _, is_new, sentence = max(ranked, key=lambda one: one[:2])
    first, second = (sides[1], sides[0]) if is_new else sides
    pairs = [spot[::-1] if is_new else spot for spot in spots]
    mine, its = weights[::-1] if is_new else weights
    shown = _cut(first, sentence, _clause_weights(pairs, mine, its), _MOST)
    there = [pair for pair in pairs if _is_within(pair[0], shown)]
    other = _other_span(pairs, sentence, there, first, second)
    back = [pair[::-1] for pair in there]
    is_left = all(_is_empty(pair[1]) for pair in there)
    room = _REST if is_left else _BESIDE
    says = second.shown(_cut(second, other, _clause_weights(back, its, mine), room, lead=False))
    if other[1] - other[0] < _LEAD or not _answers(first, sentence, second, other):
        says = ""
    both = (first.shown(shown), says)
    left = [pair for pair in pairs if pair not in there and _pair_weight(pair, mine, its) >= _TOLD]
    return ChangedQuotes(*(both[::-1] if is_new else both), not is_new, bool(left))


def _answers(first: _Said, here: Span, second: _Said, there: Span) -> bool:
    """Whether words of one side are about what a sentence of the other is about."""
    small = direction(first.language).function
    one, other = (
        {word for word in said.bare[slice(*span)] if word not in small}
        for said, span in ((first, here), (second, there))
    )
    return len(one & other) >= _RELATED * min(len(one), len(other))


def _sentence_weight(
    sentence: Span, is_gone: bool, spots: Sequence[Spot], weights: tuple[list[float], list[float]]
) -> float:
    """What the edits of a sentence tell; of one that went a little less."""
    mine, its = weights if is_gone else weights[::-1]
    own = sum(mine[slice(*sentence)])
    other = sum(
        sum(its[slice(*spot[is_gone])])
        for spot in spots
        if _touches(spot[not is_gone], sentence)
    )
    return (own + min(own, other) / 2 if own else other / 2) * (0.8 if is_gone else 1)


def _touches(span: Span, other: Span) -> bool:
    return span[0] < other[1] and other[0] < max(span[1], span[0] + 1)


def _pair_weight(pair: Spot, mine: Sequence[float], its: Sequence[float]) -> float:
    return sum(mine[slice(*pair[0])]) + sum(its[slice(*pair[1])])


def _is_within(span: Span, shown: Iterable[Span]) -> bool:
    return any(_touches(span, one) or (_is_empty(span) and span[0] == one[1]) for one in shown)


def _is_empty(span: Span) -> bool:
    return span[0] == span[1]


def _clause_weights(
    pairs: Sequence[Spot], mine: Sequence[float], its: Sequence[float]
) -> Callable[[Span], float]:
    """What changed in a clause, and beside it where only the other side has words."""

    def weight(clause: Span) -> float:
        own = sum(mine[slice(*clause)])
        empty = (pair for pair in pairs if _is_empty(pair[0]) and clause[0] < pair[0][0] <= clause[1])
        return own + sum(sum(its[slice(*pair[1])]) for pair in empty)

    return weight


def _other_span(
    pairs: Sequence[Spot], sentence: Span, there: Sequence[Spot], first: _Said, second: _Said
) -> Span:
    """The words of the other side that stand for a sentence."""
    start = _answering(pairs, sentence[0], is_end=False)
    end = _answering(pairs, sentence[1], is_end=True)
    if there:
        start, end = min(start, there[0][1][0]), max(end, there[-1][1][1])
    if start >= end:
        return start, start
    around = second.around((start, end))
    if start - around[0] <= _BETWEEN:
        start = around[0]
    if around[1] - end <= _BETWEEN:
        end = around[1]
    return start, end


def _answering(pairs: Sequence[Spot], place: int, *, is_end: bool) -> int:
    """The place on the other side that answers one: of an edit its beginning, or its end."""
    here = there = 0
    for mine, its in pairs:
        if mine[0] > place or (is_end and mine[0] == place):
            break
        if place < mine[1] or (is_end and place == mine[1]):
            return its[is_end]
        here, there = mine[1], its[1]
    return there + place - here


# --- what is kept of a sentence


def _cut(
    said: _Said, within: Span, weight: Callable[[Span], float], most: int, *, lead: bool = True
) -> list[Span]:
    """The clauses of a sentence around its edits, the weightiest first."""
    if within[1] - within[0] <= (_SHORT if lead else most):
        return [within]
    clauses = said.clauses(within, most)
    texts = [said.text(one) for one in clauses]
    weights = [weight(one) * (_ASIDE if text[0] == "(" else 1) for one, text in zip(clauses, texts, strict=True)]
    order = sorted(range(len(clauses)), key=lambda place: (-weights[place], place))
    kept: set[int] = set()

    def add(places: Iterable[int], room: int) -> None:
        held = {one for one in places if 0 <= one < len(clauses)}
        if not kept or sum(clauses[one][1] - clauses[one][0] for one in kept | held) <= room:
            kept.update(held)

    for place in order:
        if not kept or weights[place] >= 1:
            add([place], most)
    for beside in list(_bound(texts, min(kept), max(kept), said.language)):
        add([beside], most + _BOUND)
    for place in sorted(kept):
        if place - 1 not in kept and not _stands(texts[place], said.language):
            add([place - 1], most)
            if lead and place - 1 not in kept:
                add(_leading(texts, place, said.language), most + _LEAD_MOST)
        if place + 1 not in kept and clauses[place][1] - clauses[place][0] <= _ITEM:
            add([place + 1], most)
    first = min(kept)
    if lead and not _stands(texts[first], said.language):
        add(_leading(texts, first, said.language), most + _LEAD_MOST)
    for beside in (min(kept) - 1, max(kept) + 1):
        if sum(clauses[one][1] - clauses[one][0] for one in kept) < _CLAUSE:
            add([beside], most + _GAP)
    return [clauses[one] for one in sorted(kept)]


def _bound(texts: Sequence[str], low: int, high: int, language: str) -> Iterator[int]:
    """The clauses beside others that deny, limit or are conditions of them; and what these are conditions
    of."""
    if high + 1 < len(texts) and (_binds(texts[high + 1], language) or _opens(texts[high], language)):
        yield high + 1
    if low and (_opens(texts[low - 1], language) or _turns(texts[low], language)):
        yield low - 1
    for place in range(low - 1, -1, -1):
        if _denial(language).search(_without_half(texts[place], language)):
            yield place
            return


def _leading(texts: Sequence[str], place: int, language: str) -> list[int]:
    """The clause before others that says who does what."""
    for before in range(place - 1, -1, -1):
        if len(texts[before].split()) >= _LEAD and _stands(texts[before], language):
            return [before]
    return [0] if place else []


def _stands(text: str, language: str) -> bool:
    """Whether a clause may be understood alone: it is no item and does not go on with another."""
    said = text.split()
    return len(said) > _ITEM and said[0].strip(_SIGNS).casefold() not in _joints(language)


def _opens(text: str, language: str) -> bool:
    """Whether a clause is what another hangs on: "If you ask us,"."""
    return _opening(language).match(text) is not None


def _turns(text: str, language: str) -> bool:
    return _turn(language).match(text) is not None


def _binds(text: str, language: str) -> bool:
    """Whether a clause denies or limits what stands before it."""
    start = " ".join(_without_half(text, language).split()[:4])
    return _binding(language).search(start) is not None


def _without_half(text: str, language: str) -> str:
    return _half(language).sub("", text)


# --- what changed


def _spots(old: _Said, new: _Said) -> list[Spot]:
    """Where words gave way to others; what stands apart by a word or two is one."""
    merged: list[Spot] = []
    for olds, news in ((old.bare, new.bare), (old.words, new.words)):
        for tag, a, b, c, d in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            if merged and _is_small(old, (merged[-1][0][1], a)):
                (start, _), (begin, _) = merged.pop()
                merged.append(((start, b), (begin, d)))
            else:
                merged.append(((a, b), (c, d)))
        if merged:
            break
    return merged


def _is_small(said: _Said, span: Span) -> bool:
    """Whether words are too few, or say too little, to stand between two edits."""
    between = said.bare[slice(*span)]
    small = direction(said.language).function
    return len(between) < _BETWEEN or (len(between) <= 2 * _BETWEEN and all(one in small for one in between))


def _weights(
    sides: tuple[_Said, _Said], spots: Sequence[Spot]
) -> tuple[list[float], list[float]]:
    """What each word of both sides tells that changed."""
    found: list[list[float]] = []
    for number, said in enumerate(sides):
        other = {*sides[not number].bare}
        weights = [0.0] * len(said.words)
        for spot in spots:
            for place in range(*spot[number]):
                weights[place] = _weight(said, place, other)
        found.append(weights)
    return found[0], found[1]


def _place_of(said: _Said, text: str) -> Span | None:
    """Where a statement stands."""
    its = [word.strip(_SIGNS).casefold() for word in visible(text).split()]
    for start in range(len(said.bare) - len(its) + 1):
        if said.bare[start : start + len(its)] == its:
            return start, start + len(its)
    return None


def _weight(said: _Said, place: int, other: Collection[str]) -> float:
    """What a word that changed tells: more if the other side has it nowhere, if it denies or limits, if it is
    a number, a name or an address."""
    word, bare = said.words[place], said.bare[place]
    if bare in other:
        return 0.1
    if _strong(said.language).fullmatch(bare):
        return 3.0
    if bare in direction(said.language).function:
        return 0.3
    is_first = any(start == place for start, _ in said.sentences)
    is_name = (word[:1].isupper() and not is_first) or any(sign.isdigit() or sign == "@" for sign in word)
    return 2.0 if is_name else 1.0


# --- words of the language


@lru_cache(maxsize=64)
def _joints(language: str) -> frozenset[str]:
    said = direction(language)
    lines = (*said.relative, *said.join, *said.condition, *said.aim, *said.open, *said.opening, *said.turn)
    return frozenset(line for line in lines if " " not in line) | said.link


@lru_cache(maxsize=64)
def _cuts(language: str) -> frozenset[str]:
    said = direction(language)
    lines = (*said.join, *said.condition, *said.opening, *said.exclusion, *said.turn)
    return frozenset(line for line in lines if " " not in line)


@lru_cache(maxsize=64)
def _binding(language: str) -> re.Pattern[str]:
    said = direction(language)
    return any_of((*said.denial, *said.only, *said.condition, *said.exclusion))


@lru_cache(maxsize=64)
def _denial(language: str) -> re.Pattern[str]:
    return any_of(direction(language).denial)


@lru_cache(maxsize=64)
def _half(language: str) -> re.Pattern[str]:
    return any_of(direction(language).half_denial)


@lru_cache(maxsize=64)
def _turn(language: str) -> re.Pattern[str]:
    return any_of((*direction(language).turn, *direction(language).exclusion))


@lru_cache(maxsize=64)
def _opening(language: str) -> re.Pattern[str]:
    said = direction(language)
    return any_of((*said.opening, *said.condition, *said.aim))


@lru_cache(maxsize=64)
def _strong(language: str) -> re.Pattern[str]:
    said = direction(language)
    return any_of((*said.denial, *said.only, *said.exclusion, *said.may))
