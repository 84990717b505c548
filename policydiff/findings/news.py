"""What one side states and the other does not.

What comes in are two documents aligned by the diff; what goes out is the news: sentences that are new,
gone or edited. A sentence that stands anywhere on the other side is no news, wherever it moved; neither
is one whose words are nearly all said in one sentence there. New and gone sentences that resemble one
another are one edited sentence. Every look-up goes through an index of words, and each word counts only
its first places, so that the work grows with the text and not with its square.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import Indel

from policydiff.findings.facts import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policydiff.findings.facts import Facts
    from policydiff.findings.units import Unit
    from policydiff.models import DocumentDiff

_SMALL = ("limit.", "choice.", "people.", "period.")
"""Kinds of concepts that words without meaning of their own can say."""
_STREET = re.compile(r"\d{1,5}[A-Za-z]?,?\s+[A-ZÀ-Þ]")
"""A line that opens with the number of a house."""

NewsKind = Literal["new", "gone", "edited"]

_ALIKE = 0.5
"""Share of words in order that makes two sentences one edited sentence."""
_SAID = 0.8
"""Share of the words with meaning that makes a sentence a repetition of another one."""
_DENIED = 0.7
"""Likewise of a denial of the same acts for the same purposes."""
_FIRM = frozenset({"limit.only-if", "limit.solely", "limit.delay"})
"""Limits that a repetition does not add."""
_NAMED = ("data", "people", "recipient", "basis", "right", "choice")
"""Kinds of concepts that a repetition does not add to."""
_SHORT, _SAID_SHORT = 4, 0.75
"""Likewise in sentences of so few words with meaning."""
_LINE = 6
"""Words of a line that may be a link torn out of its sentence."""
_PLACES = 40
"""A word that stands in more sentences than this says little about which one is meant."""


class Side:
    """One side of the comparison as a whole."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units

    @cached_property
    def states(self) -> frozenset[str]:
        """Everything it states: "act data" pairs, and the bases and topics it names."""
        told: set[str] = set()
        for unit in self._units:
            told |= unit.facts.pairs
            told.update(c for c in unit.facts.concepts if c.startswith(("basis.", "topic.", "right.", "choice.")))
        return frozenset(told)


@dataclass(frozen=True, eq=False)
class News:
    """One difference of statements."""

    old: Unit | None
    new: Unit | None
    elsewhere: Unit | None = None
    """The sentence on the other side that comes nearest, for new and gone sentences."""
    share: float = 0.0
    """How much of the words with meaning that sentence holds."""
    rows: frozenset[str] = frozenset()
    """Rows of tables that hold the sentence only on the new side, of those that both sides have."""
    side: Side | None = None
    """The other side as a whole; of an edited sentence the new one."""

    @property
    def kind(self) -> NewsKind:
        """New, gone or edited."""
        if self.old is None:
            return "new"
        return "gone" if self.new is None else "edited"

    @property
    def unit(self) -> Unit:
        """The sentence to look at: the new one where there is one."""
        unit = self.new or self.old
        assert unit is not None
        return unit

    @cached_property
    def _opcodes(self) -> list[tuple[str, int, int, int, int]]:
        if self.old is None or self.new is None:
            return []
        opcodes = Indel.opcodes(self.old.words, self.new.words)
        return [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in opcodes]

    @cached_property
    def put(self) -> tuple[tuple[int, int], ...]:
        """The runs of words of the new side that an edit put in, as places."""
        return tuple((start, end) for op, _, _, start, end in self._opcodes if op == "insert")

    @cached_property
    def cut(self) -> tuple[tuple[int, int], ...]:
        """The runs of words of the old side that an edit took out, as places."""
        return tuple((start, end) for op, start, end, _, _ in self._opcodes if op == "delete")

    @cached_property
    def swaps(self) -> frozenset[tuple[tuple[str, ...], tuple[str, ...]]]:
        """What an edit put in place of what, as words of both sides; one of them may be empty."""
        if self.old is None or self.new is None:
            return frozenset()
        found, cut, put = [], (), ()
        for op, start, end, new_start, new_end in [*self._opcodes, ("equal", 0, 0, 0, 0)]:
            if op == "equal" and (cut or put):
                found.append((cut, put))
                cut, put = (), ()
            elif op != "equal":
                cut += self.old.words[start:end]
                put += self.new.words[new_start:new_end]
        return frozenset(found)

    @cached_property
    def touched_new(self) -> frozenset[str]:
        """Concepts of the new side that hold an inserted word."""
        if self.new is None or self.old is None:
            return self.new.facts.concepts if self.new else frozenset()
        places = {at for op, _, _, start, end in self._opcodes if op == "insert" for at in range(start, end)}
        return _touched(self.new, self.old.facts, places)

    @cached_property
    def touched_old(self) -> frozenset[str]:
        """Concepts of the old side that hold a deleted word."""
        if self.new is None or self.old is None:
            return self.old.facts.concepts if self.old else frozenset()
        places = {at for op, start, end, _, _ in self._opcodes if op == "delete" for at in range(start, end)}
        return _touched(self.old, self.new.facts, places)

    @cached_property
    def gained(self) -> frozenset[str]:
        """Concepts that the new side names in words that the old one does not have."""
        return self.touched_new - (self.old.facts.concepts if self.old else frozenset())

    @cached_property
    def lost(self) -> frozenset[str]:
        """Concepts that the old side names in words that the new one does not have."""
        return self.touched_old - (self.new.facts.concepts if self.new else frozenset())

    @property
    def kept(self) -> frozenset[str]:
        """What the other side as a whole states, as "act data" pairs, bases and topics."""
        return self.side.states if self.side else frozenset()

    @property
    def names_came(self) -> frozenset[str]:
        """Names that only the new side has."""
        known = self.old.words if self.old else ()
        return frozenset(n for n in (self.new.names if self.new else ()) if n.casefold() not in known)

    @property
    def names_went(self) -> frozenset[str]:
        """Names that only the old side has."""
        known = self.new.words if self.new else ()
        return frozenset(n for n in (self.old.names if self.old else ()) if n.casefold() not in known)

    @cached_property
    def inserted(self) -> frozenset[str]:
        """Words with meaning that only the new side holds."""
        return (self.new.content if self.new else frozenset()) - (
            self.old.content if self.old else frozenset()
        )

    @cached_property
    def deleted(self) -> frozenset[str]:
        """Words with meaning that only the old side holds."""
        return (self.old.content if self.old else frozenset()) - (
            self.new.content if self.new else frozenset()
        )


def _touched(unit: Unit, other: Facts, places: set[int]) -> frozenset[str]:
    """Concepts named in words at these places that the other sentence does not hold in another form.

    A purpose in the name of a product ("Lumora Ads") is none.
    """
    facts = unit.facts
    names = unit.names if unit.reader.lexicon.language != "de" else frozenset()
    named = {name.casefold() for name in names}
    said = [stem(word) for word in facts.words]
    meant = {at for at in places if said[at] in facts.content and said[at] not in other.content}
    small = {at for at in places if said[at] not in facts.content}
    return frozenset(
        m.concept
        for m in facts.mentions
        if not (m.concept.startswith("purpose.") and named.issuperset(facts.words[m.start : m.end]))
        and not (meant | small if m.concept.startswith(_SMALL) else meant).isdisjoint(range(m.start, m.end))
    )


def likeness(one: Unit, other: Unit) -> float:
    """Share of words that two sentences hold in the same order, 0 to 1."""
    return Indel.normalized_similarity(one.words, other.words)


class Index:
    """Sentences of one side, found by their words."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._places: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            for word in unit.content:
                self._places[word].append(unit)

    def nearest(self, unit: Unit, wanted: int = 5) -> list[tuple[float, Unit]]:
        """The sentences that share most words with meaning, with the share of `unit`'s words they hold."""
        shared: Counter[Unit] = Counter()
        for word in unit.content:
            places = self._places.get(word, ())
            if len(places) <= _PLACES:
                shared.update(places)
        total = max(1, len(unit.content))
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0].clause, item[0].start))[:wanted]
        rated = [(len(unit.content & other.content) / total, other) for other, _ in ranked]
        return sorted(rated, key=lambda item: (-item[0], item[1].clause, item[1].start))


def news(diff: DocumentDiff, old: Sequence[Unit], new: Sequence[Unit]) -> tuple[News, ...]:
    """What changed in statements, in the order of the new document, gone sentences last."""
    changed_old, changed_new, partners = _changed(diff)
    old_keys, new_keys = {u.key for u in old}, {u.key for u in new}
    gone = [u for u in _once(old) if u.clause in changed_old and u.key not in new_keys]
    came = [u for u in _once(new) if (u.clause in changed_new or _placed(u)) and u.key not in old_keys]
    pairs = _pairs(gone, came, partners)
    pairs |= _address_lines(old, new, gone, came, pairs)
    paired = {id(unit) for unit in pairs.values()}
    was, now = Side(old), Side(new)
    old_rows, new_rows = _rows(old), _rows(new)
    loose_old, loose_new = _loose(old), _loose(new)
    index_old, index_new = (Index(old), Index(new)) if gone or came else (Index(()), Index(()))
    found = []
    restated: set[Unit] = set()
    for unit in came:
        if unit in pairs and not _torn(pairs[unit], unit, loose_old, loose_new):
            came_rows = (new_rows[unit.key] - old_rows[pairs[unit].key]) & old_rows[""]
            found.append(News(pairs[unit], unit, share=1.0, rows=frozenset(came_rows), side=now))
        elif unit not in pairs:
            near, share, same = _elsewhere(unit, index_old)
            if not same:
                found.append(News(None, unit, near, share, side=was))
            elif near is not None and unit.facts.denied:
                restated.add(near)
    for unit in gone:
        if id(unit) in paired or unit in restated:
            continue
        near, share, same = _elsewhere(unit, index_new)
        if not same:
            found.append(News(unit, None, near, share, side=now))
    return tuple(found)


def _loose(units: Sequence[Unit]) -> frozenset[str]:
    """Short lines by themselves: where a page's layout puts the words of a link."""
    return frozenset(u.key for u in units if 0 < len(u.words) <= _LINE and not u.start)


def _torn(old: Unit, new: Unit, loose_old: frozenset[str], loose_new: frozenset[str]) -> bool:
    """Whether the only words that differ stand on a line of their own on the other side."""
    ops = [op for op in Indel.opcodes(old.words, new.words) if op.tag != "equal"]
    cut = [" ".join(old.words[op.src_start : op.src_end]) for op in ops if op.tag == "delete"]
    put = [" ".join(new.words[op.dest_start : op.dest_end]) for op in ops if op.tag == "insert"]
    return bool(ops) and all(words in loose_new for words in cut) and all(words in loose_old for words in put)


def _rows(units: Sequence[Unit]) -> defaultdict[str, set[str]]:
    """The rows of tables that each sentence stands in; under "" all of them."""
    rows: defaultdict[str, set[str]] = defaultdict(set)
    for unit in units:
        if unit.place.row:
            rows[unit.key].add(unit.place.row)
            rows[""].add(unit.place.row)
    return rows


def _elsewhere(unit: Unit, index: Index) -> tuple[Unit | None, float, bool]:
    """The nearest sentence of the other side, its share, and whether it says as much."""
    near = index.nearest(unit)
    if not near:
        return None, 0.0, False
    share, other = near[0]
    enough = len(unit.content) >= _SHORT or unit.content == other.content
    same_facts = unit.facts.denied == other.facts.denied and unit.facts.quantities <= other.facts.quantities
    named = _of_kind(unit, *_NAMED) | (unit.facts.concepts & _FIRM)
    same_facts = same_facts and named <= other.facts.concepts
    if unit.facts.trains_ai and unit.people:
        same_facts = same_facts and unit.people == other.people
    needed = _SAID if len(unit.content) > _SHORT else _SAID_SHORT
    if unit.facts.denied and unit.facts.denied <= other.facts.denied:
        meant = {c for c in named if c.split(".", 1)[0] != "data"} | _of_kind(unit, "purpose")
        return other, share, enough and share >= _DENIED and meant <= other.facts.concepts
    return other, share, enough and share >= needed and same_facts


def _of_kind(unit: Unit, *kinds: str) -> set[str]:
    return {c for c in unit.facts.concepts if c.split(".", 1)[0] in kinds}


def _placed(unit: Unit) -> bool:
    """Whether it trains AI with the data of the people that a line above names: the line may have changed."""
    return bool(unit.place.scope) and unit.facts.trains_ai


def _once(units: Sequence[Unit]) -> list[Unit]:
    """The first of the sentences that read the same."""
    seen: set[str] = set()
    return [u for u in units if not (u.key in seen or seen.add(u.key))]  # type: ignore[func-returns-value]


def _changed(diff: DocumentDiff) -> tuple[set[int], set[int], dict[int, set[int]]]:
    """Places of changed clauses on both sides, and for each new one the old ones it is aligned with."""
    olds: set[int] = set()
    news_: set[int] = set()
    partners: dict[int, set[int]] = {}
    for change in diff.changes:
        if change.rewords:
            olds.update(change.old)
            news_.update(change.new)
            partners.update({place: set(change.old) for place in change.new})
    return olds, news_, partners


def _address_lines(
    old: Sequence[Unit],
    new: Sequence[Unit],
    gone: Sequence[Unit],
    came: Sequence[Unit],
    pairs: dict[Unit, Unit],
) -> dict[Unit, Unit]:
    """Lines with a number that follow the same line on both sides: one address for another."""
    taken = set(pairs.values())
    before = {id(u): previous.key for previous, u in pairwise(old)}
    lines = {before.get(id(u), ""): u for u in gone if u not in taken and _numbered(u)}
    follows = {id(u): previous.key for previous, u in pairwise(new)}
    wanted = [(u, lines.get(follows.get(id(u), ""))) for u in came if u not in pairs and _numbered(u)]
    return {u: other for u, other in wanted if other is not None}


def _numbered(unit: Unit) -> bool:
    return len(unit.words) <= _LINE and bool(_STREET.match(unit.text))


def _pairs(gone: Sequence[Unit], came: Sequence[Unit], partners: dict[int, set[int]]) -> dict[Unit, Unit]:
    """New sentences with the old sentence each of them was made of, best likeness first."""
    index = Index(gone)
    places: dict[int, list[Unit]] = defaultdict(list)
    for unit in gone:
        places[unit.clause].append(unit)
    rated = []
    for unit in came:
        aligned = [u for clause in sorted(partners.get(unit.clause, ())) for u in places[clause]][:20]
        near = {id(u): u for _, u in index.nearest(unit)}
        for other in {**near, **{id(u): u for u in aligned}}.values():
            share = likeness(unit, other)
            if share >= _ALIKE and unit.facts.has("limit.delay") == other.facts.has("limit.delay"):
                rated.append((-share, unit.clause, unit.start, other.clause, other.start, unit, other))
    pairs: dict[Unit, Unit] = {}
    taken: set[Unit] = set()
    for *_, unit, other in sorted(rated, key=lambda row: row[:5]):
        if unit not in pairs and other not in taken:
            pairs[unit] = other
            taken.add(other)
    return pairs
