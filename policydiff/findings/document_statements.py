"""One document of a comparison, of which only as much is read as is asked for.

In: a Document. Out: answers: the sentences of a clause in their place, those with the same words as a given
one, those that share most words with it, and whether something is stated anywhere. Most clauses are on both
sides and were read before (`statements.Reader`); here they are only looked up, so that a question about a few
sentences does not cost the reading of the whole text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from functools import cached_property
from itertools import accumulate, chain
from math import log1p
from typing import TYPE_CHECKING

from policydiff.findings.cell_answers import word_for_mark
from policydiff.findings.facts import TRAINS
from policydiff.findings.statements import Sentence, Statement, StatementPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from policydiff.findings.facts import StatedAct
    from policydiff.findings.statements import Reader
    from policydiff.models import Clause, Document

_TITLE = 14
"""Most words of a paragraph that may be the title of a list without being marked as one."""
_TITLES = 5
"""Most lines above a list that may say what the list is."""
_LABEL = 80
"""Characters of a row's label by which the row is recognised."""
_LINE = 6
"""Words of a line that may be a link torn out of its sentence."""
_MANY = 40
"""A word that is in more sentences than this hardly helps to find a similar one."""

_MOST_NEAR = 5
"""Most similar sentences that are looked at."""

_NUMBERS = frozenset("0123456789*†‡¹²³⁴⁵⁶⁷⁸⁹")
_NOTE = re.compile(r"(\d{1,2}|[*†‡]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2})[.)]? ?(?:\S+ ){0,7}\S+")
"""A footnote of up to eight words."""
_NOTE_WORDS = 8
_MARKS = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰](?<=\w.)[¹²³⁴⁵⁶⁷⁸⁹⁰]?|[*†‡](?<=\w.)[*†‡]{0,2}")
"""Marks of footnotes behind a word. The lookbehind comes after the first mark, so that nearly all of a text
is skipped at once."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Spot = tuple[int, int]
"""Where a sentence stands: its clause, and its number there."""
_Above = tuple[str, tuple[str, ...], frozenset[str]]
"""What stands above a clause: the fields `lead`, `lines` and `scope` of `StatementPlace`."""


class DocumentStatements:
    """One document as sentences in their places."""

    def __init__(self, document: Document, reader: Reader) -> None:
        self.reader = reader
        self._clauses = document.clauses
        self._units: dict[int, tuple[Statement, ...]] = {}
        self._alike: dict[str, dict[str, list[Spot]]] = {}
        self._loose: dict[str, bool] = {}
        self._stated: dict[StatedAct, bool] = {}
        self._mentioned: dict[str, bool] = {}

    @cached_property
    def _sentences(self) -> list[tuple[Sentence, ...]]:
        """The sentences of each clause; none are cut where nothing changed."""
        notes, reader = _short_notes(self._clauses), self.reader
        return [
            () if number in notes else reader.sentences(clause.text) or _answer(clause, reader)
            for number, clause in enumerate(self._clauses)
        ]

    def statements(self, clause: int) -> tuple[Statement, ...]:
        """The sentences of a clause."""
        known = self._units.get(clause)
        if known is None:
            place = self._place(clause)
            known = self._units[clause] = tuple(
                Statement(sentence.text, sentence.start, number, sentence.said, place, self.reader)
                for number, sentence in enumerate(place.sentences)
            )
        return known

    def statement(self, spot: Spot) -> Statement:
        """The sentence that stands at a spot."""
        return self.statements(spot[0])[spot[1]]

    def before(self, unit: Statement) -> Statement | None:
        """The sentence before one of this side."""
        if unit.number:
            return self.statement((unit.clause, unit.number - 1))
        clause = next((n for n in range(unit.clause - 1, -1, -1) if self._sentences[n]), None)
        return None if clause is None else self.statements(clause)[-1]

    def first_alike(self, unit: Statement) -> Spot | None:
        """Where this side first has the key of a sentence."""
        if self._scoped:
            return next(iter(self.alike(unit)), None)
        place = self._first_places.get(unit.key)
        return None if place is None else self._spot(place)

    def alike(self, unit: Statement) -> list[Spot]:
        """Where this side has the key of a sentence, in reading order."""
        if not self._scoped:
            return self._spots.get(unit.key, [])
        keys = self._alike.get(unit.said)
        if keys is None:
            keys = self._alike[unit.said] = {}
            for spot in self._spots.get(unit.said, ()):
                keys.setdefault(self._key(spot), []).append(spot)
        return keys.get(unit.key, [])

    def _key(self, spot: Spot) -> str:
        return self.statement(spot).key if self._above[spot[0]][2] else self._sentences[spot[0]][spot[1]].said

    def holds(self, words: str) -> bool:
        """Whether one of its sentences holds words, as `Statement.said` has them."""
        return f" {words} " in self._all_said

    def naming(self, *concepts: str) -> list[Statement]:
        """The sentences that name one of some concepts, in reading order."""
        return [
            self.statement((clause, number))
            for clause, read in enumerate(self._sentences)
            for number, sentence in enumerate(read)
            if any(self.reader.names(sentence.said, concept) for concept in concepts)
        ]

    @cached_property
    def _scoped(self) -> bool:
        """Whether any line says which people the following is about. If none does, keys are words alone."""
        return any(scope for _, _, scope in self._above)

    def rows(self, unit: Statement) -> set[str]:
        """The rows of tables that hold the key of a sentence."""
        if not self.all_rows:
            return set()
        rows = (_row(self._clauses[clause]) for clause, _ in self.alike(unit))
        return {row for row in rows if row}

    @cached_property
    def all_rows(self) -> frozenset[str]:
        """The rows of all tables."""
        pairs = zip(self._clauses, self._sentences, strict=True)
        return frozenset(_row(clause) for clause, read in pairs if clause.cell and read)

    @cached_property
    def trained_on(self) -> frozenset[int]:
        """The clauses that speak of training AI under a line that says which people they are about."""
        if not self._scoped:
            return frozenset()
        scoped = (number for number, (_, _, scope) in enumerate(self._above) if scope)
        trains_ai = self.reader.trains_ai
        return frozenset(
            n for n in scoped if any(trains_ai(sentence.said) for sentence in self._sentences[n])
        )

    @cached_property
    def _training(self) -> frozenset[str]:
        """The words of the sentences that speak of training AI."""
        return frozenset(filter(self.reader.trains_ai, self._first_places))

    def loose(self, said: str) -> bool:
        """Whether some words are a line of their own, as the words of a link may be in the layout of a
        page."""
        known = self._loose.get(said)
        if known is None:
            line = said.count(" ") < _LINE and said in self._first_places
            spots = self._spots[said] if line else ()
            lines = (spot for spot in spots if not self._sentences[spot[0]][spot[1]].start)
            known = self._loose[said] = any(self._key(spot) == said for spot in lines)
        return known

    def index(self, wanted: Iterable[Statement]) -> Index:
        """All sentences of this side, to be asked for those that are like the wanted ones."""
        words = frozenset[str]().union(*(unit.content for unit in wanted))
        if not words:
            return Index(self.at, WordPlaces(()))
        self._word_places.look_for(words)
        return Index(self.at, self._word_places)

    def share_said(self, unit: Statement) -> float:
        """The largest share of the content words of a sentence that three neighbouring sentences of this
        side hold, 0 to 1: what is said elsewhere in other words is said within a few sentences.

        A word counts the less, the more sentences of this side hold it.
        """
        self._word_places.look_for(unit.content)
        worth: list[float] = []
        held: dict[int, int] = defaultdict(int)  # which of the words each sentence holds, a bit for each
        for number, word in enumerate(sorted(unit.content)):
            places = self._word_places.of(word)
            worth.append(1 / (1 + log1p(len(places))))
            for place in places:
                held[place] |= 1 << number
        windows = {some | held.get(at + 1, 0) | held.get(at + 2, 0) for at, some in held.items()}
        best, most = 0.0, max(worth, default=0.0)
        for words in sorted(windows, key=int.bit_count, reverse=True):
            if words.bit_count() * most < best:  # nor can those that hold fewer words hold more
                break
            best = max(best, sum([one for number, one in enumerate(worth) if words >> number & 1]))
        return best / (sum(worth) or 1)

    @cached_property
    def _word_places(self) -> WordPlaces:
        return WordPlaces(
            [self.reader.content(sentence.said) for read in self._sentences for sentence in read]
        )

    def states(self, act: StatedAct) -> bool:
        """Whether one of its sentences states an act of something, or denies it."""
        known = self._stated.get(act)
        if known is None:
            some = self._training if act.act == TRAINS else self._first_places
            known = self._stated[act] = any(self.reader.states(said, act) for said in some)
        return known

    def mentions(self, concept: str) -> bool:
        """Whether one of its sentences names a concept."""
        known = self._mentioned.get(concept)
        if known is None:
            named = (self.reader.names(said, concept) for said in self._first_places)
            known = self._mentioned[concept] = any(named)
        return known

    @cached_property
    def _all_said(self) -> str:
        """The words of every sentence, a line for each, with a blank before and behind each word."""
        return " \n ".join(("", *self._first_places, ""))

    @cached_property
    def _first_places(self) -> dict[str, int]:
        """The first place of each sentence among all of the document, by its words."""
        said = [sentence.said for read in reversed(self._sentences) for sentence in reversed(read)]
        return dict(zip(said, range(len(said) - 1, -1, -1), strict=True))

    @cached_property
    def _starts(self) -> list[int]:
        """The place of the first sentence of each clause among all of the document."""
        return list(accumulate(map(len, self._sentences), initial=0))

    def _spot(self, place: int) -> Spot:
        """Where the sentence stands that has a place among all of the document."""
        clause = bisect_right(self._starts, place) - 1
        return clause, place - self._starts[clause]

    def at(self, place: int) -> Statement:
        """The sentence that has a place among all of the document."""
        return self.statement(self._spot(place))

    @cached_property
    def _spots(self) -> dict[str, list[Spot]]:
        """Where each sentence stands, by its words."""
        found: dict[str, list[Spot]] = defaultdict(list)
        for clause, read in enumerate(self._sentences):
            for number, sentence in enumerate(read):
                found[sentence.said].append((clause, number))
        return found

    @cached_property
    def _above(self) -> list[_Above]:
        """What stands above each clause."""
        lead, lines, scope = "", tuple[str, ...](), frozenset[str]()
        under: _Above = ("", (), scope)
        under_in_cell = beside = under
        found: list[_Above] = []
        for clause in self._clauses:
            if clause.kind == "item":
                found.append(under_in_cell if clause.cell else under)
                continue
            text = clause.text
            introduces = text.endswith(":")
            if clause.kind == "heading":
                lines, scope = (), frozenset()
            elif not clause.cell and (introduces or text.count(" ") < _TITLE):
                lines = (*lines[1 - _TITLES :], text)
            lead = text if introduces else ""
            scope = self.reader.scope(text) or scope
            beside = beside if beside[2] is scope else ("", (), scope)
            under, under_in_cell = (lead, lines, scope), (lead, (), scope)
            found.append(beside)
        return found

    def _place(self, number: int) -> StatementPlace:
        clause = self._clauses[number]
        lead, lines, scope = self._above[number]
        return StatementPlace(
            number,
            clause.path,
            lead,
            lines,
            scope,
            clause.kind == "heading",
            clause.kind == "item",
            clause.cell.table if clause.cell else -1,
            _row(clause),
            self._sentences[number],
            clause.links,
        )


class WordPlaces:
    """Which sentences hold a word: an index of the words that are looked for, so that the work grows with the
    text and not with its square."""

    def __init__(self, contents: Sequence[Iterable[str]]) -> None:
        """Args: contents: the content words of each sentence."""
        self.contents = contents
        self._places: dict[str, list[int]] = {}

    def look_for(self, words: frozenset[str]) -> None:
        """Find the places of words, all in one pass over the sentences."""
        wanted = words - self._places.keys()
        if not wanted:
            return
        self._places.update((word, []) for word in wanted)
        for place, content in enumerate(self.contents):
            for word in wanted.intersection(content):
                self._places[word].append(place)

    def of(self, word: str) -> Sequence[int]:
        """The sentences that hold a word which was looked for, in reading order."""
        return self._places.get(word, ())


class Index:
    """The sentences of one side by their content words."""

    def __init__(self, at: Callable[[int], Statement], places: WordPlaces) -> None:
        """Args: at: the sentence at a place. places: of the words that will be asked for."""
        self._at = at
        self._places = places

    def nearest(self, unit: Statement, most: int = _MOST_NEAR) -> list[Statement]:
        """The sentences that share most content words, first those that hold most of `unit`'s."""
        return [self._at(place) for _, place in self._rated(unit, most)]

    def best(self, unit: Statement) -> tuple[Statement | None, float]:
        """The first of these, with the share of `unit`'s words that it holds."""
        rated = self._rated(unit, _MOST_NEAR)
        return (self._at(rated[0][1]), -rated[0][0]) if rated else (None, 0.0)

    def _rated(self, unit: Statement, most: int) -> list[tuple[float, int]]:
        """The most similar sentences as the share of `unit`'s words, negative, and the place."""
        found = [self._places.of(word) for word in unit.content]
        shared = Counter(chain.from_iterable([places for places in found if len(places) <= _MANY]))
        least = sorted(shared.values(), reverse=True)[:most][-1:]
        ahead = [place for place, words in shared.items() if words >= least[0]]
        ranked = sorted(ahead, key=lambda place: (-shared[place], place))[:most]
        total, contents = max(1, len(unit.content)), self._places.contents
        return sorted((-len(unit.content.intersection(contents[place])) / total, place) for place in ranked)


def _answer(clause: Clause, reader: Reader) -> tuple[Sentence, ...]:
    """A cell that is a mark, as the word that it stands for: "✓" says yes."""
    word = word_for_mark(clause.text, reader.lexicon.language) if clause.cell else ""
    return (Sentence(0, clause.text, word),) if word else ()


def _short_notes(clauses: Sequence[Clause]) -> frozenset[int]:
    """Footnotes of a few words: what they say is said of the sentence with their mark, and of no section.

    "Kept for 13¹ months", and below the last section, on rights: "1 From your last visit." A numbered line of
    so few words whose number is raised somewhere else is taken for one too.
    """
    found = {
        number: note[1].translate(_RAISED)
        for number, clause in enumerate(clauses)
        if clause.text[:1] in _NUMBERS
        and clause.text.count(" ") <= _NOTE_WORDS
        and (note := _NOTE.fullmatch(clause.text)) is not None
    }
    text = "\n".join([clause.text for clause in clauses]) if found else ""
    marks = _MARKS.findall(text) if any(map(text.__contains__, found.values())) else ()
    return frozenset(number for number, mark in found.items() if mark in marks)


def _row(clause: Clause) -> str:
    return clause.cell.row_label[:_LABEL].casefold() if clause.cell else ""
