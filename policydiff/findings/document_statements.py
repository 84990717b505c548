"""One document of a comparison, read no further than is asked.

What comes in is a Document; what goes out are answers: the sentences of a clause in their place, those that
read like a given one, those that share most words with it, and whether something is stated anywhere. Most
clauses are on both sides and were read before (`units.Reader`); here they are only looked up, so that a
question about a few sentences does not cost the reading of the whole text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from heapq import nlargest
from math import log1p
from typing import TYPE_CHECKING

from policydiff.findings.statements import Statement, StatementPlace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.findings.statements import Reader
    from policydiff.models import Clause, Document

_TITLE = 14
"""Words of a paragraph that may be the title of a list without being marked as one."""
_TITLES = 5
"""Lines above a list that may say what the list is."""
_LABEL = 80
"""Characters of a row's label by which it is known again."""
_LINE = 6
"""Words of a line that may be a link torn out of its sentence."""
_MANY = 40
"""A word that stands in more sentences than this says little about which one is meant."""

_NEIGHBOURS = 3
"""Sentences in a row that may say together what another text says in one."""

Spot = tuple[int, int]
"""Where a sentence stands: its clause, and its number there."""
_Above = tuple[str, tuple[str, ...], frozenset[str]]
"""What stands above a clause: the fields `lead`, `lines` and `scope` of `StatementPlace`."""


class DocumentStatements:
    """One document as sentences in their places."""

    def __init__(self, document: Document, reader: Reader) -> None:
        self.reader = reader
        self._clauses = document.clauses
        self._read = [reader.sentences(clause.text) for clause in document.clauses]
        self._units: dict[int, tuple[Statement, ...]] = {}
        self._alike: dict[str, dict[str, list[Spot]]] = {}
        self._loose: dict[str, bool] = {}

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
        clause = next((n for n in range(unit.clause - 1, -1, -1) if self._read[n]), None)
        return None if clause is None else self.statements(clause)[-1]

    def alike(self, unit: Statement) -> list[Spot]:
        """Where this side has the key of a sentence, in reading order."""
        keys = self._alike.get(unit.said)
        if keys is None:
            keys = self._alike[unit.said] = {}
            for spot in self._spots.get(unit.said, ()):
                keys.setdefault(self._key(spot), []).append(spot)
        return keys.get(unit.key, [])

    def _key(self, spot: Spot) -> str:
        return self.statement(spot).key if self._above[spot[0]][2] else self._read[spot[0]][spot[1]].said

    def holds(self, words: str) -> bool:
        """Whether one of its sentences holds words, as `Statement.said` has them."""
        return any(f" {words} " in f" {said} " for said in self._spots)

    def rows(self, unit: Statement) -> set[str]:
        """The rows of tables that hold the key of a sentence."""
        rows = (_row(self._clauses[clause]) for clause, _ in self.alike(unit))
        return {row for row in rows if row}

    @cached_property
    def all_rows(self) -> frozenset[str]:
        """The rows of all tables."""
        pairs = zip(self._clauses, self._read, strict=True)
        return frozenset(_row(clause) for clause, read in pairs if clause.cell and read)

    @cached_property
    def trained_on(self) -> frozenset[int]:
        """The clauses that speak of training AI under a line that says which people they are about."""
        scoped = (number for number, (_, _, scope) in enumerate(self._above) if scope)
        trains = self.reader.trains_ai
        return frozenset(n for n in scoped if any(trains(sentence.said) for sentence in self._read[n]))

    def loose(self, said: str) -> bool:
        """Whether words stand on a line by themselves: where a page's layout puts those of a link."""
        known = self._loose.get(said)
        if known is None:
            spots = self._spots.get(said, ()) if said.count(" ") < _LINE else ()
            lines = (spot for spot in spots if not self._read[spot[0]][spot[1]].start)
            known = self._loose[said] = any(self._key(spot) == said for spot in lines)
        return known

    def index(self, wanted: Iterable[Statement]) -> Index:
        """All sentences of this side, to be asked for those that are like the wanted ones."""
        return Index(self, ((n, k) for n, read in enumerate(self._read) for k in range(len(read))), wanted)

    def content(self, spot: Spot) -> frozenset[str]:
        """The words with meaning of the sentence at a spot."""
        return self.reader.content(self._read[spot[0]][spot[1]].said)

    def share_said(self, unit: Statement) -> float:
        """The largest share of the words with meaning of a sentence that neighbouring sentences of this side
        hold, 0 to 1: what is said elsewhere in other words is said within a few sentences.

        A word counts the less, the more sentences of this side hold it.
        """
        worth = {word: 1 / (1 + log1p(self._spread[word])) for word in sorted(unit.content)}
        total = sum(worth.values())
        held = [unit.content & content for content in self._contents]
        windows = (frozenset().union(*held[at : at + _NEIGHBOURS]) for at in range(len(held)) if held[at])
        return max((sum(worth[word] for word in sorted(some)) for some in windows), default=0.0) / (
            total or 1
        )

    @cached_property
    def _contents(self) -> list[frozenset[str]]:
        """The words with meaning of each sentence, in reading order."""
        return [self.reader.content(sentence.said) for read in self._read for sentence in read]

    @cached_property
    def _spread(self) -> Counter[str]:
        """In how many sentences each word stands."""
        return Counter(word for content in self._contents for word in content)

    @cached_property
    def states(self) -> StatedOnSide:
        """Everything it states."""
        return StatedOnSide(self.reader, [sentence.said for read in self._read for sentence in read])

    @cached_property
    def _spots(self) -> dict[str, list[Spot]]:
        """Where each sentence stands, by its words."""
        found: dict[str, list[Spot]] = defaultdict(list)
        for clause, read in enumerate(self._read):
            for number, sentence in enumerate(read):
                found[sentence.said].append((clause, number))
        return found

    @cached_property
    def _above(self) -> list[_Above]:
        """What stands above each clause."""
        lead, lines, scope = "", tuple[str, ...](), frozenset[str]()
        found = []
        for clause in self._clauses:
            if clause.kind == "item":
                found.append((lead, () if clause.cell else lines, scope))
                continue
            if clause.kind == "heading":
                lines, scope = (), frozenset()
            elif not clause.cell and _announces(clause.text):
                lines = (*lines[1 - _TITLES :], clause.text)
            lead = clause.text if clause.text.endswith(":") else ""
            scope = self.reader.scope(clause.text) or scope
            found.append(("", (), scope))
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
            self._read[number],
        )


class Index:
    """Sentences of one side, found by their words with meaning.

    Only words of the sentences that will be looked for are kept, each with its first places, so that the work
    grows with the text and not with its square.
    """

    def __init__(self, side: DocumentStatements, spots: Iterable[Spot], wanted: Iterable[Statement]) -> None:
        self._side = side
        self._spots: dict[str, list[Spot]] = defaultdict(list)
        words = frozenset().union(*(unit.content for unit in wanted))
        for spot in spots if words else ():
            for word in words & side.content(spot):
                self._spots[word].append(spot)

    def nearest(self, unit: Statement, most: int = 5) -> list[tuple[float, Statement]]:
        """The sentences that share most words with meaning, with the share of `unit`'s words they hold."""
        shared: Counter[Spot] = Counter()
        for word in unit.content:
            spots = self._spots.get(word, ())
            if len(spots) <= _MANY:
                shared.update(spots)
        total = max(1, len(unit.content))
        least = nlargest(most, shared.values())[-1:]
        ahead = [spot for spot, words in shared.items() if words >= least[0]]
        ranked = sorted(ahead, key=lambda spot: (-shared[spot], spot))[:most]
        rated = sorted((-len(unit.content & self._side.content(spot)) / total, spot) for spot in ranked)
        return [(-share, self._side.statement(spot)) for share, spot in rated]


class StatedOnSide:
    """What sentences state, as a set that is worked out as far as it is asked.

    It holds "act concept" pairs as in `Facts.pairs`, every concept that is named, and "trains" where training
    AI is spoken of and not denied.
    """

    def __init__(self, reader: Reader, sentences: Sequence[str]) -> None:
        self._reader = reader
        self._sentences = sentences
        self._known: dict[str, bool] = {}

    def __contains__(self, statement: str) -> bool:
        known = self._known.get(statement)
        if known is None:
            known = self._known[statement] = self._made(statement)
        return known

    def __rand__(self, some: frozenset[str]) -> frozenset[str]:
        return frozenset(statement for statement in some if statement in self)

    def __ge__(self, some: frozenset[str]) -> bool:
        return all(statement in self for statement in some)

    def _made(self, statement: str) -> bool:
        read = self._reader
        if statement == "trains":
            training = (said for said in self._sentences if read.trains_ai(said))
            return any(not read.stated(said).denied for said in training)
        concept = statement.rpartition(" ")[2]
        facts = (read.stated(said) for said in self._sentences if read.names(said, concept))
        return any(statement in one.pairs or statement in one.concepts for one in facts)


def _announces(text: str) -> bool:
    """Whether a paragraph may be the title of a list or introduce one."""
    return text.endswith(":") or text.count(" ") < _TITLE


def _row(clause: Clause) -> str:
    return clause.cell.row_label[:_LABEL].casefold() if clause.cell else ""
