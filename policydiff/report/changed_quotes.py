"""What is quoted of words that changed: both sides of one place -> the clauses around the edit that tells
most.

An edit tells more if its words are names, numbers, denials or limits, if the other side says them nowhere at
that place, and if it stands in a statement of weight. What stands for it on the other side is found by the
words that stayed.
What this gets wrong: two edits of one place that matter are one quote of one of them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.characters import visible
from policydiff.report.clause_quotes import CutSentence
from policydiff.report.quotes import any_of, direction
from policydiff.report.sentence_clauses import BRIEF, GAP, SaidWords, bare, touches
from policydiff.report.word_matching import word_opcodes

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Collection, Iterable, Sequence

    from policydiff.report.sentence_clauses import WordRun

_SHORT, _WHOLE = 24, 40
"""Words of a changed sentence that is quoted whole; and of one that is if the other side's is no longer."""
_MOST, _REST, _LONGEST = 26, 10, 40
"""Words that are quoted of a longer one; of what the other side says in its stead, if that is whole; and of
all that differs there, at most: of more than these only what tells most."""
_PARALLEL = 24
"""Words of the other side that are quoted where words only came, or only went, and are set against all of
these, at most."""
_CLOSED = 56
"""Words of a quote in which the few left out between its parts are quoted too, at most."""
_NEAR = 6
"""Words between an edit and the end of its clause that are quoted with it."""
_TO_END = 12
"""Words behind an edit to the end of its clause that are quoted of what was before: "we may disclose your …"
leaves out what."""
_HOLE = 8
"""Words between two parts of a sentence that are quoted too, at most."""
_LEFT_OUT = 24
"""The same where the other side's quote shows some of them."""
_ANCHOR = 3
"""Words of both sides with which a quote begins and ends, where a cut would fall on words that changed."""
_BETWEEN = 14
"""Words between the parts of what was before that are quoted too, at most."""
_FAVOURED = 5.0
"""By how much more a sentence tells that holds a statement of weight."""
_GONE = 0.4
"""By how much less one of the old side that another one took the place of."""
_ANSWERED = 0.3
"""Share of what its edits tell from which another one did."""
_SAID, _FULL = 0.6, 6
"""Share of the telling words of a sentence that one in another place has, from which that says it too; and
how many of them there are at least."""
_RELATED = 0.3
"""Share of the telling words of the shorter of two texts that the other has, where the one answers the
other."""
_TELLS = 1.0
"""What an edit tells, at least, that the other side shows too."""
_MOVED, _SMALL, _NAME, _STRONG = 0.1, 0.3, 2.0, 3.0
"""What a word tells that the other side has too, one that carries grammar alone, a name or a number, and one
that denies or limits; any other tells 1."""


class ChangedQuotes(NamedTuple):
    """What is quoted of two sides; "" where one says nothing there."""

    old: str
    new: str
    is_gone: bool
    """Whether what tells most is what went: then the old side is the news."""


def changed_quotes(
    old: str, new: str, language: str, statements: Collection[str] = (), *, is_pair: bool = False
) -> ChangedQuotes:
    """The clauses around the edit that tells most, as both sides have them.

    Args:
        old: what the old side says at a place.
        new: what the new one says.
        language: of both, as a code of ISO 639-1.
        statements: those among them that have weight.
        is_pair: whether it is known that the one gave way to the other, however little they share; so it is
            of two sentences.

    >>> lead = "When you lend a book at the library in the old mill by the sea, and while you are a member,"
    >>> old, new = f"{lead} we note your street and age.", f"{lead} we note your street, bank and age."
    >>> changed_quotes(old, new, "en").old
    '… we note your street and age.'
    """
    olds, news = SaidWords(old, language), SaidWords(new, language)
    edits = _edits(olds, news)
    if not edits:
        return ChangedQuotes(" ".join(olds.words), " ".join(news.words), is_gone=False)
    before = _EditedText(olds, news, [was for was, _ in edits])
    after = _EditedText(news, olds, [now for _, now in edits])
    is_gone, sentence = _telling_most(before, after, statements)
    first, second = (before, after) if is_gone else (after, before)
    is_pair |= max(len(side.said.sentences) for side in (first, second)) == 1
    shown = _quoted(first, second, sentence)
    found = _answer(first, second, sentence, shown, is_pair=is_pair) or _said_there(first, second, sentence)
    found = _in_one_piece(found)
    both = first.said.shown(_with_answered(first, second, shown, found)), second.said.shown(found)
    return ChangedQuotes(*(both if is_gone else both[::-1]), is_gone)


class _EditedText:
    """One side of a place, with what its words tell that changed."""

    def __init__(self, said: SaidWords, other: SaidWords, edits: Sequence[WordRun]) -> None:
        self.said = said
        self.edits = edits
        """The words of each edit, none where only the other side has some."""
        self._weights = [0.0] * len(said.words)
        there = {*other.bare}
        for edit in edits:
            for place in range(*edit):
                self._weights[place] = _weight(said, place, there)

    def weight(self, span: WordRun) -> float:
        """What the edits of some words tell."""
        return sum(self._weights[slice(*span)])

    def says(self, number: int) -> bool:
        """Whether an edit has words that do not carry grammar alone."""
        small = direction(self.said.language).function
        return any(word not in small for word in self.said.bare[slice(*self.edits[number])])

    def favours(self, span: WordRun, statements: Collection[str]) -> bool:
        """Whether some words are of one of some statements."""
        places = (_place_of(self.said, text) for text in statements)
        return span[0] < span[1] and any(place is not None and touches(span, place) for place in places)


def _edits(old: SaidWords, new: SaidWords) -> list[tuple[WordRun, WordRun]]:
    """Words of both sides of which the one gave way to the other; what stands apart by a word or two is one
    edit. Signs and capitals are asked only where nothing else changed."""
    found: list[tuple[WordRun, WordRun]] = []
    for olds, news in ((old.bare, new.bare), (old.words, new.words)):
        for tag, i, j, k, m in word_opcodes(olds, news):
            if tag == "equal":
                continue
            if found and _is_small(old, (found[-1][0][1], i)):
                (start, _), (begin, _) = found.pop()
                found.append(((start, j), (begin, m)))
            else:
                found.append(((i, j), (k, m)))
        if found:
            break
    return found


def _is_small(said: SaidWords, between: WordRun) -> bool:
    """Whether words that stayed, of one sentence, are too few, or say too little, to stand between edits."""
    if any(between[0] < start <= between[1] for start, _ in said.sentences):
        return False
    words = said.bare[slice(*between)]
    is_grammar = all(word in direction(said.language).function for word in words)
    return len(words) < GAP or (is_grammar and len(words) <= 2 * GAP)


def _weight(said: SaidWords, place: int, there: Collection[str]) -> float:
    """What a word tells that changed."""
    word, its = said.words[place], said.bare[place]
    if its in there:
        return _MOVED
    if _strong(said.language).fullmatch(its):
        return _STRONG
    if its in direction(said.language).function:
        return _SMALL
    is_first = any(start == place for start, _ in said.sentences)
    is_name = (word[:1].isupper() and not is_first) or any(sign.isdigit() or sign == "@" for sign in word)
    return _NAME if is_name else 1.0


def _telling_most(
    before: _EditedText, after: _EditedText, statements: Collection[str]
) -> tuple[bool, WordRun]:
    """The sentence whose edits tell most, and whether it is one of the old side."""
    found: list[tuple[float, bool, WordRun]] = []
    for is_new, side, other in ((True, after, before), (False, before, after)):
        for sentence in side.said.sentences:
            own = side.weight(sentence)
            pairs = [pair for pair in zip(side.edits, other.edits, strict=True) if touches(pair[0], sentence)]
            answer = sum(other.weight(its) for _, its in pairs)
            weight = own + min(own, answer) / 2
            if side.favours(sentence, statements) or any(other.favours(its, statements) for _, its in pairs):
                weight *= _FAVOURED
            is_lesser = not is_new and answer >= _ANSWERED * own
            found.append((_GONE * weight if is_lesser else weight, is_new, sentence))
    _, is_new, sentence = max(found, key=lambda one: one[:2])
    return not is_new, sentence


def _place_of(said: SaidWords, text: str) -> WordRun | None:
    """Where words stand in a text."""
    its = [bare(word) for word in visible(text).split()]
    starts = (n for n in range(len(said.bare) - len(its) + 1) if said.bare[n : n + len(its)] == its)
    start = next(starts, None)
    return None if start is None else (start, start + len(its))


def _quoted(first: _EditedText, second: _EditedText, sentence: WordRun) -> list[WordRun]:
    """What is quoted of the side that is the news."""
    size, there = sentence[1] - sentence[0], _standing_for(first, second, sentence, ())
    if size <= _SHORT or max(size, there[1] - there[0]) <= _WHOLE:
        return [sentence]
    weight = _weighing(first, second, range(len(first.edits)))
    return _anchored(first, sentence, CutSentence(first.said, sentence, weight, _MOST).alone())


def _anchored(side: _EditedText, sentence: WordRun, shown: Sequence[WordRun]) -> list[WordRun]:
    """Parts of a sentence that begin and end with words of both sides: else what stands beside the cut on
    both seems to have come or gone."""
    start, end = shown[0][0], shown[-1][1]
    for edit in side.edits:
        if start - _NEAR <= edit[0] <= start < max(edit[1], edit[0] + 1):
            start = max(edit[0] - _ANCHOR, sentence[0])
        if min(edit[0], edit[1] - 1) < end <= edit[1] <= end + _NEAR:
            end = min(edit[1] + _ANCHOR, sentence[1])
    if len(shown) == 1:
        return [(start, end)]
    return _closed([(start, shown[0][1]), *shown[1:-1], (shown[-1][0], end)])


def _closed(shown: Sequence[WordRun]) -> list[WordRun]:
    """Parts of a sentence with the few words left out between them, where there is room for these."""
    found = [shown[0]]
    room = _CLOSED - _size(shown)
    for start, end in shown[1:]:
        gap = start - found[-1][1]
        if gap <= min(_HOLE, room):
            room -= gap
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def _answer(
    first: _EditedText, second: _EditedText, sentence: WordRun, shown: Sequence[WordRun], *, is_pair: bool
) -> Sequence[WordRun]:
    """What the other side says in the stead of what is quoted, between the same words; nothing if nothing
    stands for it."""
    quoted = [n for n, edit in enumerate(first.edits) if _is_quoted(edit, shown)]
    span = _standing_for(first, second, sentence, quoted)
    if span[0] == span[1]:
        return []
    if not is_pair and (span[1] - span[0] < BRIEF or not _answers(first.said, sentence, second.said, span)):
        return []
    part = _standing_for(first, second, (shown[0][0], shown[-1][1]), quoted)
    span = part if part[0] < part[1] else span
    if span[1] - span[0] <= _REST:
        return [span]
    if not any(_says_more(first, second, n) for n in quoted):  # a few words around the edit say nothing
        whole = _to_pause(second.said, span)
        if whole[1] - whole[0] <= _PARALLEL:
            return [whole]
    found = _around_edits(second, first, span, quoted, with_small=True)
    if _size(found) > _LONGEST:
        found = _around_edits(second, first, span, quoted, with_small=False)
    if _size(found) > _LONGEST:
        found = CutSentence(second.said, span, _weighing(second, first, quoted), _REST).beside()
    return found


def _says_more(first: _EditedText, second: _EditedText, number: int) -> bool:
    """Whether an edit has words on the other side that say something and that this one does not have."""
    own = {*second.said.bare[slice(*second.edits[number])]} - direction(second.said.language).function
    return not own <= {*first.said.bare}


def _to_pause(said: SaidWords, span: WordRun) -> WordRun:
    """Words up to the end of their clause, where it is near."""
    start, end = said.around(span)
    ends = (place for _, place in said.clauses((start, end), _MOST) if span[1] <= place <= span[1] + _NEAR)
    return span[0], min(ends, default=span[1])


def _said_there(first: _EditedText, second: _EditedText, sentence: WordRun) -> Sequence[WordRun]:
    """The sentence of the other side that says most of what one says, in another place and no longer so; none
    if there is none, or if it is too long to be quoted whole."""
    small = direction(first.said.language).function
    telling = {word for word in first.said.bare[slice(*sentence)] if word not in small}
    if len(telling) < _FULL or not second.said.sentences:
        return []
    best = max(second.said.sentences, key=lambda one: len(telling & {*second.said.bare[slice(*one)]}))
    is_changed = any(second.says(n) for n, edit in enumerate(second.edits) if touches(edit, best))
    is_there = len(telling & {*second.said.bare[slice(*best)]}) >= _SAID * len(telling)
    return [best] if is_there and is_changed and best[1] - best[0] <= _WHOLE else []


def _with_answered(
    first: _EditedText, second: _EditedText, shown: Sequence[WordRun], found: Sequence[WordRun]
) -> Sequence[WordRun]:
    """Parts of a sentence with what is left out between them, where words of it that stayed are shown of the
    other side: of one side alone they seem to have come or gone."""
    if not shown:
        return shown
    whole = [shown[0]]
    changed = {place for edit in second.edits for place in range(*edit)}
    for start, end in shown[1:]:
        low = _place_for(first, second, whole[-1][1], is_end=True)
        high = _place_for(first, second, start, is_end=False)
        stayed = {place for one in found for place in range(max(one[0], low), min(one[1], high))} - changed
        room = _LEFT_OUT if len(stayed) > GAP else _HOLE
        if stayed and start - whole[-1][1] <= room:
            whole[-1] = whole[-1][0], end
        else:
            whole.append((start, end))
    return whole


def _size(spans: Iterable[WordRun]) -> int:
    return sum(end - start for start, end in spans)


def _around_edits(
    side: _EditedText, other: _EditedText, within: WordRun, quoted: Sequence[int], *, with_small: bool
) -> list[WordRun]:
    """The words of some edits that tell something, or of all that say something, each with the words beside
    it that both sides have, up to the end of their clause if it is near, and what denies it."""
    weights = {n: max(side.weight(side.edits[n]), other.weight(other.edits[n])) for n in quoted}
    least = min(_TELLS, max(weights.values(), default=0))
    clauses = side.said.clauses(within, _MOST)
    found: list[WordRun] = []
    which = [n for n in quoted if weights[n] >= least or (with_small and (side.says(n) or other.says(n)))]
    for start, end in (side.edits[n] for n in which):
        starts = [one for one, _ in clauses if start - _NEAR <= one < start]
        ends = [one for _, one in clauses if end < one <= end + _TO_END]
        begin = max(starts, default=start - _ANCHOR)
        found.append((max(within[0], begin), min(within[1], min(ends, default=end + _ANCHOR))))
    if not found:
        return [within]
    denying = next((one for one in clauses if side.said.denies(one)), found[0])
    if denying[0] < found[0][0]:
        found.append((denying[0], min(denying[1], denying[0] + _NEAR)))
    return found


def _in_one_piece(found: Sequence[WordRun]) -> Sequence[WordRun]:
    """Parts of what was before as one, where few words are left out between them: else nobody reads it."""
    whole = min((start for start, _ in found), default=0), max((end for _, end in found), default=0)
    is_short = _size([whole]) <= min(_WHOLE, _size(found) + _BETWEEN)
    return [whole] if len(found) > 1 and is_short else found


def _weighing(side: _EditedText, other: _EditedText, quoted: Iterable[int]) -> Callable[[WordRun], float]:
    """What the edits of a clause tell, with those of which only the other side has words."""
    empty = [
        (side.edits[n][0], other.weight(other.edits[n]))
        for n in quoted
        if side.edits[n][0] == side.edits[n][1]
    ]
    return lambda clause: (
        side.weight(clause) + sum(weight for place, weight in empty if clause[0] < place <= clause[1])
    )


def _is_quoted(edit: WordRun, shown: Iterable[WordRun]) -> bool:
    """Whether an edit stands in what is quoted, or at its end."""
    return any(touches(edit, one) or edit == (one[1], one[1]) for one in shown)


def _standing_for(first: _EditedText, second: _EditedText, span: WordRun, quoted: Sequence[int]) -> WordRun:
    """The words of the other side that stand for some, found by the edits around them."""
    start = _place_for(first, second, span[0], is_end=False)
    end = _place_for(first, second, span[1], is_end=True)
    if quoted:
        start, end = min(start, second.edits[quoted[0]][0]), max(end, second.edits[quoted[-1]][1])
    if start >= end:
        return start, start
    around = second.said.around((start, end))
    start = around[0] if start - around[0] <= GAP else start
    return start, around[1] if around[1] - end <= GAP else end


def _place_for(first: _EditedText, second: _EditedText, place: int, *, is_end: bool) -> int:
    """The place on the other side that stands for one; of an edit its beginning or its end."""
    here = there = 0
    for mine, its in zip(first.edits, second.edits, strict=True):
        if mine[0] > place or (is_end and mine[0] == place):
            break
        if place < mine[1] or (is_end and place == mine[1]):
            return its[is_end]
        here, there = mine[1], its[1]
    return there + place - here


def _answers(first: SaidWords, here: WordRun, second: SaidWords, there: WordRun) -> bool:
    """Whether words of one side are about what a sentence of the other is about."""
    small = direction(first.language).function
    one = {word for word in first.bare[slice(*here)] if word not in small}
    other = {word for word in second.bare[slice(*there)] if word not in small}
    return len(one & other) >= _RELATED * min(len(one), len(other))


@lru_cache(maxsize=64)
def _strong(language: str) -> re.Pattern[str]:
    """Words that deny or limit, or say that something may be."""
    said = direction(language)
    return any_of((*said.denial, *said.only, *said.exclusion, *said.may))
