"""Passages: what came, went or gave way to other words at one place of a policy: comparison -> passages.

A reader asks for places, not for sentences: a new section, an entry of a list that is gone, a paragraph that
was rewritten is one thing each, however many statements it holds. A passage is a run of whole sentences of
one side in one section, entry, row or paragraph, or the sentences that changed at one place on both sides.
What this gets wrong: a name that is set as text and looks like a sentence heads nothing.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

from policydiff.models import Quote
from policydiff.report.counterparts import address_kinds
from policydiff.report.numbered_changes import labels_of
from policydiff.report.standing_alone import is_code, leans
from policydiff.report.text_headings import is_date_line
from policydiff.sentences import sentence_spans
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.models import Change, ChangePlaces, Clause, Comparison, Document
    from policydiff.report.finding_cards import ShownStatement

PassageKind = Literal["section", "entry", "row", "words"]

_MOST = 0.8
"""Share of the clauses of a section that came or went with its heading."""
_NAME = 10
"""Words of a line of text that names what follows: "Translation module"."""
_BLOCK = 250
"""Words of a run without a name beyond which each of its paragraphs is a passage of its own."""
PAIRED, REWRITTEN = 90, 260
"""Words of both sides of a place that a reader compares, at most: of clauses of which the one came where the
other went, those that stayed counted once; and of the sentences of one that was rewritten."""
_ALIKE, _RELATED = 0.5, 0.3
"""Share of the words of the shorter of two texts that the other has too, from which the one is the other,
changed; and from which the one is about what the other was about."""
_SAME = 0.7
"""The same share from which the one is the other wherever it stands in a paragraph."""
_ENDS = ".!?:;,。"
_EMPHASIS = "_"
"""A mark of emphasis that a recorder left in the text."""
_WORD = 4
"""Letters of a word that tells texts apart."""
_AT_ONCE = 100
"""Sentences of one place that are compared at once: in a page without paragraphs each would be compared with
all others."""


class Passage(NamedTuple):
    """The sentences of one place."""

    old: tuple[Quote, ...] = ()
    """Those that went, in the order of the policy."""
    new: tuple[Quote, ...] = ()
    """Those that came."""
    kind: PassageKind = "words"
    head: str = ""
    """What names a section or an entry; it came or went with it."""
    places: tuple[int, ...] = ()
    """The clauses of a run of one side that came or went, its name among them."""

    @property
    def said(self) -> tuple[Quote, ...]:
        """The sentences of its one side; where it has both those that came."""
        return self.new or self.old

    @property
    def is_same(self) -> bool:
        """Whether both sides have the same words, and nothing but their marks differs; or are code."""
        said = [" ".join(one.text for one in side) for side in (self.old, self.new)]
        if all(map(is_code, said)):
            return True
        old, new = (words(one.replace(_EMPHASIS, "").casefold()) for one in said)
        return old == new

    @property
    def size(self) -> int:
        """Its words; where it has both sides those that came, and of those that went the ones that the other
        side has not."""
        old, new = ([word for one in side for word in one.text.split()] for side in (self.old, self.new))
        there = {*new}
        return len(new) + sum(word not in there for word in old)


def alone(one: ShownStatement) -> Passage:
    """A passage of nothing but a statement."""
    return Passage((one.old,) if one.old else (), (one.new,) if one.new else ())


class _Run(NamedTuple):
    """Clauses of one side that came or went together."""

    places: tuple[int, ...]
    kind: PassageKind = "words"
    head: str = ""


class Passages:
    """The passages of one comparison, found by their statements."""

    def __init__(self, comparison: Comparison, title: str = "") -> None:
        self._title = title
        self._sides = comparison.old, comparison.new
        self._changes = comparison.diff.changes
        self._parts: dict[ChangePlaces, tuple[Passage, ...]] = {}

    def of(self, one: ShownStatement) -> Passage:
        """The passage of a statement; the statement alone where it is of no one place."""
        return self._without_labels(self._around(one))

    def _around(self, one: ShownStatement) -> Passage:
        quote = one.new or one.old
        if quote is None or not self._holds(one.old, is_new=False) or not self._holds(one.new, is_new=True):
            return alone(one)
        is_new = one.new is not None
        run = self._runs[is_new].get(quote.clause)
        if run is not None and (one.old is None or one.new is None):
            return self._with_replaced(run, is_new=is_new)
        change = self._reworded[is_new].get(quote.clause)
        if change is None:
            return alone(one)
        for group in self.within(change):
            sides = ((one.old, group.old), (one.new, group.new))
            if all(said is None or _overlap(said, theirs) for said, theirs in sides):
                return group
        return alone(one)

    def within(self, change: Change) -> tuple[Passage, ...]:
        """The passages of reworded clauses."""
        if change.places not in self._parts:
            self._parts[change.places] = tuple(self._groups(change))
        return self._parts[change.places]

    def _holds(self, quote: Quote | None, *, is_new: bool) -> bool:
        """Whether words stand in the clause where they are said to."""
        if quote is None:
            return True
        text = self._sides[is_new].clauses[quote.clause].text
        return text.startswith(quote.text, quote.start)

    # --- clauses that came or went

    @cached_property
    def _runs(self) -> tuple[dict[int, _Run], dict[int, _Run]]:
        """The runs of both sides, by the places of their clauses."""
        gone = [place for one in self._changes if one.kind == "removed" for place in one.old]
        came = [place for one in self._changes if one.kind == "added" for place in one.new]
        old, new = self._sides
        return (
            {place: run for run in _runs(old, new, sorted(gone), self._title) for place in run.places},
            {place: run for run in _runs(new, old, sorted(came), self._title) for place in run.places},
        )

    def _passage(self, run: _Run, *, is_new: bool) -> Passage:
        """A run as a passage: what names it is none of its sentences."""
        places = run.places[1:] if run.head else run.places
        said = tuple(sentences_at(self._sides[is_new], places))
        return Passage(() if is_new else said, said if is_new else (), run.kind, run.head, run.places)

    @cached_property
    def _beside(self) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
        """For each clause that came or went those of the other side that went or came at the same place."""
        return beside(self._changes)

    def _with_replaced(self, run: _Run, *, is_new: bool) -> Passage:
        """A passage with what it replaced at its place, or what replaced it, where the one is about what the
        other was about and a reader can compare both."""
        one = self._passage(run, is_new=is_new)
        there = self._runs[not is_new]
        others = {
            there[place]: None for place in self._beside[is_new].get(run.places[0], ()) if place in there
        }
        best, share = one, _RELATED
        for other in (
            self._passage(each, is_new=not is_new)
            for each in others
            if self._is_text(each, is_new=not is_new)
        ):
            both = _without_common(one.old or other.old, one.new or other.new)
            alike = shared(both.old, both.new)
            if one.kind == "words" and alike >= share and both.size <= PAIRED:
                best, share = both, alike
        return best

    def _is_text(self, run: _Run, *, is_new: bool) -> bool:
        """Whether a run has words below no name that went with it, and not a heading alone."""
        clauses = self._sides[is_new].clauses
        return run.kind == "words" and any(clauses[place].kind != "heading" for place in run.places)

    def _without_labels(self, passage: Passage) -> Passage:
        """A passage of both sides without what only labels a cell of the other one: no words that stand in a
        row took the place of the name of its column."""
        old, new = self._sides
        names = _names(new, passage.new), _names(old, passage.old)
        olds, news = (
            tuple(one for one in side if compared(one.text) not in named)
            for side, named in zip((passage.old, passage.new), names, strict=True)
        )
        return passage._replace(old=olds, new=news) if olds or news else passage

    # --- clauses that were reworded

    @cached_property
    def _reworded(self) -> tuple[dict[int, Change], dict[int, Change]]:
        """The changes of reworded clauses, by the places of these on either side."""
        found = [one for one in self._changes if one.edits]
        return (
            {place: one for one in found for place in one.old},
            {place: one for one in found for place in one.new},
        )

    def _groups(self, change: Change) -> Iterator[Passage]:
        """The sentences of reworded clauses that changed, between those that stayed."""
        olds, news = (
            list(sentences_at(side, places))
            for side, places in zip(self._sides, (change.old, change.new), strict=True)
        )
        before, now = ([compared(one.text) for one in each] for each in (olds, news))
        for tag, i, j, k, m in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
            if tag == "equal":
                continue
            for start in range(0, max(j - i, m - k), _AT_ONCE):
                part = slice(start, start + _AT_ONCE)
                yield from _parted(olds[i:j][part], news[k:m][part], self._sides[1].language)


def beside(changes: Iterable[Change]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """For each clause of either side that came or went those of the other side that went or came at the same
    place."""
    found: tuple[dict[int, list[int]], dict[int, list[int]]] = {}, {}
    olds, news = list[int](), list[int]()
    for one in changes:
        if one.kind not in ("added", "removed"):
            olds, news = [], []
            continue
        olds += one.old
        news += one.new
        found[0].update(dict.fromkeys(one.old, news))
        found[1].update(dict.fromkeys(one.new, olds))
    return found


def _names(document: Document, said: Iterable[Quote]) -> set[str]:
    """The labels of the cells in which sentences stand."""
    cells = (document.clauses[one.clause].cell for one in said)
    return {compared(label) for cell in cells if cell for label in labels_of(cell)}


def _without_common(olds: Sequence[Quote], news: Sequence[Quote]) -> Passage:
    """Sentences of one place without those that both sides have."""
    before, now = ({compared(one.text) for one in side} for side in (olds, news))
    return Passage(
        tuple(one for one in olds if compared(one.text) not in now),
        tuple(one for one in news if compared(one.text) not in before),
    )


def _parted(olds: Sequence[Quote], news: Sequence[Quote], language: str) -> Iterator[Passage]:
    """Sentences of one place: together if a reader can compare them, else each that changed with what it was,
    and by themselves those that came or went between."""
    if not olds and not news:
        return
    whole = Passage(tuple(olds), tuple(news))
    if apart := _each_apart(olds, news, language):
        yield from apart
        return
    is_pair = len(olds) == len(news) == 1 or shared(olds, news) >= _RELATED
    is_read = whole.size <= PAIRED or sum(len(one.text.split()) for one in (*olds, *news)) <= REWRITTEN
    if not olds or not news or (is_pair and is_read):
        yield whole
        return
    pairs = (
        (n, m) for m, new in enumerate(news) for n, old in enumerate(olds) if shared((old,), (new,)) >= _ALIKE
    )
    n, m = next(pairs, (len(olds), len(news)))
    if n == len(olds):
        yield from (Passage(old=tuple(olds)), Passage(new=tuple(news)))
        return
    yield from _parted(olds[:n], news[:m], language)
    yield Passage((olds[n],), (news[m],))
    yield from _parted(olds[n + 1 :], news[m + 1 :], language)


def _each_apart(olds: Sequence[Quote], news: Sequence[Quote], language: str) -> list[Passage]:
    """Sentences of one place, each that changed with what it was, and by themselves those before and behind
    it; none where a sentence may be of several of the other side, or leans on one of another part, or where
    nothing stands beside a pair."""
    if len(olds) * len(news) > _AT_ONCE or len(olds) == len(news) == 1:
        return []
    alike = {
        (n, m): share
        for n, old in enumerate(olds)
        for m, new in enumerate(news)
        if (share := shared((old,), (new,))) >= _RELATED
    }
    pairs = sorted(alike)
    is_parallel = all(n < k and m < j for (n, m), (k, j) in pairwise(pairs))
    if not is_parallel:
        return _crossed(olds, news, [pair for pair in pairs if alike[pair] >= _SAME])
    if not pairs or min(alike.values()) < _ALIKE:
        return []
    paired = [said[place] for pair in pairs for said, place in zip((olds, news), pair, strict=True) if place]
    if any(leans(one.text.split(), language) for one in paired):
        return []
    found: list[Passage] = []
    n = m = 0
    for i, k in [*pairs, (len(olds), len(news))]:
        found += [
            Passage(tuple(olds[n:i]), tuple(news[m:k])),
            Passage(tuple(olds[i : i + 1]), tuple(news[k : k + 1])),
        ]
        n, m = i + 1, k + 1
    return [one for one in found if one.said]


def _crossed(olds: Sequence[Quote], news: Sequence[Quote], same: Sequence[tuple[int, int]]) -> list[Passage]:
    """Sentences of one place that stand in another order, each with what it was, and those that came or went
    alone; none where one is the same as two, or where the order is the same.

    Args:
        olds: those that went.
        news: those that came.
        same: the places in both of sentences that are the same but for a few words, in the order of the old
            ones.
    """
    befores, nows = [n for n, _ in same], [m for _, m in same]
    if len({*befores}) < len(same) or len({*nows}) < len(same) or nows == sorted(nows):
        return []
    return [
        *(Passage((olds[n],), (news[m],)) for n, m in same),
        *(Passage(old=(one,)) for n, one in enumerate(olds) if n not in befores),
        *(Passage(new=(one,)) for m, one in enumerate(news) if m not in nows),
    ]


def _runs(document: Document, other: Document, places: Sequence[int], title: str) -> Iterator[_Run]:
    """The runs of clauses at these places, which came or went; a title heads no section."""
    there = {compared(clause.text) for clause in other.clauses if clause.kind == "heading"}
    there |= {compared(one) for one in (title, document.title, other.title)}
    left = set(places)
    for place in places:
        if place in left:
            run = _section(document, place, left, there) or _together(document, place, left)
            left.difference_update(run.places)
            yield from _divided(document, run)


def _section(document: Document, place: int, left: set[int], there: set[str]) -> _Run | None:
    """The section that a clause heads, if nearly all of it came or went and the other side has no such
    heading."""
    head = document.clauses[place]
    if head.cell:
        return None
    path = (*head.path, head.text)
    below = list(takewhile(lambda n: document.clauses[n].path[: len(path)] == path, _behind(document, place)))
    held = [n for n in below if n in left and document.clauses[n].announcement == head.announcement]
    if not held or len(held) < _MOST * len(below) or compared(head.text) in there:
        return None
    return _Run((place, *held), "section", head.text)


def _together(document: Document, place: int, left: set[int]) -> _Run:
    """A clause and those behind it that came or went with it, in its row, below its heading, or named by
    it."""
    first = document.clauses[place]
    held = [
        place,
        *takewhile(lambda n: n in left and _is_beside(document, first, n), _behind(document, place)),
    ]
    if len(held) > 1 and _is_name(first, document.clauses[place + 1], document.language):
        return _Run(tuple(held), "entry" if first.kind == "item" else "section", first.text)
    return _Run(tuple(held), "row" if first.cell and _is_whole_row(document, held) else "words")


def _behind(document: Document, place: int) -> range:
    return range(place + 1, len(document.clauses))


def _is_beside(document: Document, first: Clause, place: int) -> bool:
    """Whether a clause stands in the row of another one, or below the same heading and no name of its own."""
    clause = document.clauses[place]
    if first.cell or clause.cell:
        return bool(first.cell and clause.cell) and row_of(first) == row_of(clause)
    is_below = clause.kind != "heading" and clause.path == first.path
    return is_below and clause.announcement == first.announcement


def row_of(clause: Clause) -> tuple[int, int] | None:
    """The numbers of the table and of the row of a cell, None of other clauses."""
    return (clause.cell.table, clause.cell.row) if clause.cell else None


def _is_whole_row(document: Document, held: Sequence[int]) -> bool:
    """Whether clauses are all of a row, which has several cells."""
    row = row_of(document.clauses[held[0]])
    around = (one for one in (held[0] - 1, held[-1] + 1) if 0 <= one < len(document.clauses))
    is_all = all(row_of(document.clauses[one]) != row for one in around)
    return is_all and len({document.clauses[one].cell for one in held}) > 1


def _is_name(clause: Clause, behind: Clause, language: str) -> bool:
    """Whether a clause is a line of text that names the longer one behind it."""
    said = clause.text.split()
    if clause.cell or len(said) > _NAME or len(said) >= len(behind.text.split()):
        return False
    is_line = clause.text[:1].isalnum() and not clause.text[:1].islower() and clause.text[-1] not in _ENDS
    is_below = behind.kind != "item" or behind.depth > clause.depth
    return is_line and is_below and not is_date_line(clause.text, language) and not address_kinds(clause.text)


def _divided(document: Document, run: _Run) -> Iterator[_Run]:
    """A run, if it is long and nothing names it its paragraphs, each with the list that it introduces; a list
    alone item by item."""
    clauses = [document.clauses[place] for place in run.places]
    if run.kind != "words" or sum(len(one.text.split()) for one in clauses) <= _BLOCK:
        yield run
        return
    is_list = all(one.kind == "item" for one in clauses)
    outer = min((one.depth for one in clauses), default=0)
    starts = [
        n for n, one in enumerate(clauses) if one.kind == "paragraph" or (is_list and one.depth == outer)
    ]
    for start, end in pairwise([0, *filter(None, starts), len(clauses)]):
        yield _Run(run.places[start:end])


def sentences_at(document: Document, places: Iterable[int]) -> Iterator[Quote]:
    """The sentences of some clauses."""
    for place in places:
        clause = document.clauses[place]
        for start, end in sentence_spans(clause.text, document.language):
            if text := clause.text[start:end]:
                yield Quote(text, place, start, clause.path)


def _overlap(quote: Quote, sentences: Iterable[Quote]) -> bool:
    """Whether words are some of those of sentences."""
    return any(
        one.clause == quote.clause
        and one.start < quote.start + len(quote.text)
        and quote.start < one.start + len(one.text)
        for one in sentences
    )


def shared(one: Sequence[Quote], other: Sequence[Quote]) -> float:
    """Share of the words of the shorter of two texts that the other has too."""
    both = [_weighty(each) for each in (one, other)]
    return len(both[0] & both[1]) / max(min(map(len, both)), 1)


def _weighty(said: Iterable[Quote]) -> frozenset[str]:
    """The words of sentences, without short ones."""
    return frozenset(word for one in said for word in words(one.text.casefold()) if len(word) >= _WORD)
