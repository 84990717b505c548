"""What one side states and the other does not.

In: two documents aligned by the diff. Out: sentences that are new, gone or edited. A sentence that is
anywhere on the other side is not reported, wherever it moved; nor is one whose words are nearly all in one
sentence there. A new and a gone sentence that resemble each other are one edited sentence. Every look-up uses
an index of words with only the first places of each word, so that the work grows with the text and not with
its square.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import Indel

from policydiff.findings.ages import ages_of
from policydiff.findings.cell_answers import new_cell_answer
from policydiff.findings.document_statements import Index, WordPlaces
from policydiff.findings.facts import stem
from policydiff.findings.phrases import split_words
from policydiff.findings.spelling import is_respelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.findings.document_statements import DocumentStatements
    from policydiff.findings.statements import Statement
    from policydiff.models import DocumentDiff

_SMALL = ("limit.", "choice.", "people.", "period.")
"""Kinds of concepts that function words can express."""
_STREET = re.compile(r"\d{1,5}[A-Za-z]?,?\s+[A-ZÀ-Þ]")
"""A line that begins with a house number."""

StatementChangeKind = Literal["new", "gone", "edited"]
Swap = tuple[tuple[str, ...], tuple[str, ...]]
"""Words of an edited statement and those that stand in their place, either of which may be none."""

_LABEL = re.compile(r"[^\s:.;]+(?: [^\s:.;]+){0,7}: ")
"""A label of at most eight words before a sentence."""
_ALIKE = 0.5
"""Share of words in order that makes two sentences one edited sentence."""
_SHARED = 0.6
"""Share of the content words, in any order, that makes two sentences one edited sentence."""
_SAID = 0.8
"""Share of the content words that makes a sentence a repetition of another one."""
_DENIED = 0.7
"""The same share for a denial of the same acts for the same purposes."""
_DATA = "data."
_FIRM = ("limit.only-if", "limit.solely", "limit.delay")
_NAMED = (_DATA, "people.", "recipient.", "basis.", "right.", "choice.", *_FIRM)
"""Concepts, by the beginnings of their names: a sentence that adds one of these is no repetition."""
_SHORT, _SAID_SHORT = 4, 0.75
"""The same share in sentences with at most this many content words."""
_CELL = 8
"""Words of a cell that holds a value rather than a sentence."""
_LINE = 6
"""Words of a line that may be part of an address."""


@dataclass(frozen=True, eq=False)
class StatementChange:
    """One changed statement."""

    old: Statement | None
    new: Statement | None
    elsewhere: Statement | None = None
    """The sentence on the other side that comes nearest, for new and gone sentences."""
    share: float = 0.0
    """Share of the content words that this sentence contains."""
    rows: frozenset[str] = frozenset()
    """Rows of tables that hold the sentence only on the new side, of those that both sides have."""
    side: DocumentStatements | None = None
    """The other side as a whole; of an edited sentence the new one."""

    @property
    def kind(self) -> StatementChangeKind:
        """New, gone or edited."""
        if self.old is None:
            return "new"
        return "gone" if self.new is None else "edited"

    @property
    def statement(self) -> Statement:
        """The sentence to look at: the new one where there is one."""
        unit = self.new or self.old
        assert unit is not None
        return unit

    @cached_property
    def share_said(self) -> float:
        """How much of the content words of a new or gone statement neighbouring sentences of the other
        side hold, 0 to 1 (`DocumentStatements.share_said`)."""
        return self.side.share_said(self.statement) if self.side and self.kind != "edited" else 0.0

    @cached_property
    def _opcodes(self) -> list[tuple[str, int, int, int, int]]:
        if self.old is None or self.new is None:
            return []
        opcodes = Indel.opcodes(self.old.words, self.new.words)
        return [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in opcodes]

    @cached_property
    def put(self) -> tuple[tuple[int, int], ...]:
        """The runs of words that an edit inserted, as places on the new side."""
        return tuple((start, end) for op, _, _, start, end in self._opcodes if op == "insert")

    @cached_property
    def cut(self) -> tuple[tuple[int, int], ...]:
        """The runs of words that an edit deleted, as places on the old side."""
        return tuple((start, end) for op, start, end, _, _ in self._opcodes if op == "delete")

    @cached_property
    def swaps(self) -> frozenset[Swap]:
        """The replacements of an edit."""
        if self.old is None or self.new is None:
            return frozenset()
        found: list[Swap] = []
        cut: tuple[str, ...] = ()
        put: tuple[str, ...] = ()
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
        return _touched(self.new, self.old, places)

    @cached_property
    def touched_old(self) -> frozenset[str]:
        """Concepts of the old side that hold a deleted word."""
        if self.new is None or self.old is None:
            return self.old.facts.concepts if self.old else frozenset()
        places = {at for op, start, end, _, _ in self._opcodes if op == "delete" for at in range(start, end)}
        return _touched(self.old, self.new, places)

    @cached_property
    def gained(self) -> frozenset[str]:
        """Concepts that the new side names in words that the old one does not have."""
        touched = self.touched_new
        return touched - self.old.facts.concepts if self.old and touched else touched

    @cached_property
    def lost(self) -> frozenset[str]:
        """Concepts that the old side names in words that the new one does not have."""
        touched = self.touched_old
        return touched - self.new.facts.concepts if self.new and touched else touched

    @cached_property
    def inserted(self) -> frozenset[str]:
        """Content words that only the new side has."""
        return (self.new.content if self.new else frozenset()) - (
            self.old.content if self.old else frozenset()
        )

    @cached_property
    def deleted(self) -> frozenset[str]:
        """Content words that only the old side has."""
        return (self.old.content if self.old else frozenset()) - (
            self.new.content if self.new else frozenset()
        )


def _touched(unit: Statement, other: Statement, places: set[int]) -> frozenset[str]:
    """Concepts named in words at these places that the other sentence does not hold in another form.

    A purpose in the name of a product ("Lumora Ads") is none, nor is what a label says that is put before the
    sentence ("Legal reasons: ...").
    """
    label = _LABEL.match(unit.text)
    led = range(len(split_words(label[0]))) if label else range(0)
    if places.issuperset(led):
        places = places.difference(led)
    said = {at: stem(unit.words[at]) for at in places}
    meant = {at for at, word in said.items() if word in unit.content and word not in other.content}
    small = {at for at, word in said.items() if word not in unit.content}
    if not (meant or small):
        return frozenset()
    mentions = unit.facts.mentions
    purposes = any(m.concept.startswith("purpose.") for m in mentions)
    names = unit.names if purposes and not unit.reader.lexicon.noun_capitals else ()
    named = {name.casefold() for name in names}
    return frozenset(
        m.concept
        for m in mentions
        if not (m.concept.startswith("purpose.") and named.issuperset(unit.words[m.start : m.end]))
        and not (meant | small if m.concept.startswith(_SMALL) else meant).isdisjoint(range(m.start, m.end))
    )


def likeness(one: Statement, other: Statement) -> float:
    """Share of words that two sentences hold in the same order, 0 to 1; 0 if that is little."""
    return Indel.normalized_similarity(one.words, other.words, score_cutoff=_ALIKE)


def _shared(unit: Statement, other: Statement) -> float:
    """Share of the content words of two sentences that both have, in any order; 0 if there are few."""
    both = len(unit.content & other.content)
    total = len(unit.content) + len(other.content) - both
    return both / total if total >= _SHORT and both / total >= _SHARED else 0.0


def statement_changes(
    diff: DocumentDiff, old: DocumentStatements, new: DocumentStatements
) -> tuple[StatementChange, ...]:
    """The changed statements in the order of the new document, gone ones last."""
    changed_old, changed_new, partners = _changed(diff)
    cells = _cells(diff, old, new)
    was = set(cells.values())
    gone = [unit for unit in _gone(changed_old, old, new) if unit not in was]
    came = [unit for unit in _came(changed_new, old, new) if unit not in cells]
    pairs = _pairs(gone, came, partners) | cells
    came = sorted([*came, *cells], key=lambda unit: (unit.clause, unit.start))
    pairs |= _address_lines(old, new, gone, came, pairs)
    pairs |= _ages_of_children(gone, came, pairs)
    paired = set(pairs.values())
    index_old = old.index(unit for unit in came if unit not in pairs)
    index_new = new.index(unit for unit in gone if unit not in paired)
    found = []
    restated: set[Statement] = set()
    for unit in came:
        if unit in pairs and _is_respelled(pairs[unit], unit):
            continue
        if unit in cells or (unit in pairs and not _torn(pairs[unit], unit, old, new)):
            found.append(
                StatementChange(
                    pairs[unit], unit, share=1.0, rows=_rows(pairs[unit], unit, old, new), side=new
                )
            )
        elif unit not in pairs:
            near, share, same = _elsewhere(unit, index_old)
            if not same:
                found.append(StatementChange(None, unit, near, share, side=old))
            elif near is not None and unit.denied:
                restated.add(near)
    for unit in gone:
        if unit in paired or unit in restated:
            continue
        near, share, same = _elsewhere(unit, index_new)
        if not same:
            found.append(StatementChange(unit, None, near, share, side=new))
    return tuple(found)


def _cells(
    diff: DocumentDiff, old: DocumentStatements, new: DocumentStatements
) -> dict[Statement, Statement]:
    """Short cells of tables with another value than before, in the same row and column.

    "No" that became "Yes" is an edit, although both words stand all over the table; so is "Your consent" that
    became "Our legitimate interests", although the two share no word.
    """
    found = {}
    for change in diff.changes:
        if change.kind != "reworded":
            continue
        before, after = old.statements(change.old[0]), new.statements(change.new[0])
        if len(before) == len(after) == 1:
            was, now = before[0], after[0]
            short = max(len(was.words), len(now.words)) <= _CELL
            other = was.said != now.said or new_cell_answer(was.text, now.text) is not None
            if was.cell and now.cell and short and was.path == now.path and other:
                found[now] = was
    return found


def _gone(changed: set[int], old: DocumentStatements, new: DocumentStatements) -> list[Statement]:
    """The old sentences of changed clauses that the new side does not hold."""
    units = (unit for clause in sorted(changed) for unit in old.statements(clause))
    return [unit for unit in units if _first(unit, old) and new.first_alike(unit) is None]


def _came(changed: set[int], old: DocumentStatements, new: DocumentStatements) -> list[Statement]:
    """The new sentences that are not on the old side: those of changed clauses, and some of others.

    What trains AI with the data of the people that a line above names is news when that line changes,
    though its own clause does not.
    """
    clauses = sorted(changed | new.trained_on)
    units = (
        unit for clause in clauses for unit in new.statements(clause) if clause in changed or unit.trains_ai
    )
    return [unit for unit in units if _first(unit, new) and old.first_alike(unit) is None]


def _is_respelled(old: Statement, new: Statement) -> bool:
    """Whether only the spelling of words differs: "organisation" became "organization"."""
    return is_respelled(old.words, new.words, new.reader.lexicon.language)


def _first(unit: Statement, side: DocumentStatements) -> bool:
    """Whether no sentence above it reads the same."""
    return side.first_alike(unit) == (unit.clause, unit.number)


def _torn(old: Statement, new: Statement, was: DocumentStatements, now: DocumentStatements) -> bool:
    """Whether the only words that differ stand on a line of their own on the other side."""
    ops = [op for op in Indel.opcodes(old.words, new.words) if op.tag != "equal"]
    cut = [" ".join(old.words[op.src_start : op.src_end]) for op in ops if op.tag == "delete"]
    put = [" ".join(new.words[op.dest_start : op.dest_end]) for op in ops if op.tag == "insert"]
    return bool(ops) and all(map(now.loose, cut)) and all(map(was.loose, put))


def _rows(old: Statement, new: Statement, was: DocumentStatements, now: DocumentStatements) -> frozenset[str]:
    """The rows of tables, of those that both sides have, that hold a sentence only on the new side."""
    rows = now.rows(new)
    return frozenset((rows - was.rows(old)) & was.all_rows) if rows else frozenset()


def _elsewhere(unit: Statement, index: Index) -> tuple[Statement | None, float, bool]:
    """The nearest sentence of the other side, its share, and whether it says as much."""
    other, share = index.best(unit)
    if other is None:
        return None, 0.0, False
    enough = len(unit.content) >= _SHORT or unit.content == other.content
    if not enough or share < _DENIED:
        return other, share, False
    if unit.denied and unit.denied <= other.denied:
        meant = {one for one in unit.named(_NAMED) if not one.startswith(_DATA)}
        return other, share, other.names_all(unit.named(("purpose.",)).union(meant))
    needed = _SAID if len(unit.content) > _SHORT else _SAID_SHORT
    same = share >= needed and other.names_all(unit.named(_NAMED)) and _as_much(unit, other)
    return other, share, same


def _as_much(unit: Statement, other: Statement) -> bool:
    """Whether another sentence denies the same, for the same people and for periods that hold its own."""
    if unit.denied != other.denied:
        return False
    if unit.trains_ai and unit.people and unit.people != other.people:
        return False
    return not unit.periods or unit.periods <= other.periods


def _changed(diff: DocumentDiff) -> tuple[set[int], set[int], dict[int, set[int]]]:
    """Places of changed clauses on both sides, and for each new one the old ones it is aligned with."""
    olds: set[int] = set()
    news_: set[int] = set()
    partners: dict[int, set[int]] = {}
    for change in diff.reworded:
        olds.update(change.old)
        news_.update(change.new)
        partners.update({place: set(change.old) for place in change.new})
    return olds, news_, partners


def _address_lines(
    old: DocumentStatements,
    new: DocumentStatements,
    gone: Sequence[Statement],
    came: Sequence[Statement],
    pairs: dict[Statement, Statement],
) -> dict[Statement, Statement]:
    """Lines with a number that follow the same line on both sides: one address for another."""
    taken = set(pairs.values())
    lines = {_above(u, old): u for u in gone if u not in taken and _numbered(u)}
    wanted = (
        [(u, lines.get(_above(u, new))) for u in came if u not in pairs and _numbered(u)] if lines else []
    )
    return {u: other for u, other in wanted if other is not None}


def _ages_of_children(
    gone: Sequence[Statement], came: Sequence[Statement], pairs: dict[Statement, Statement]
) -> dict[Statement, Statement]:
    """The one sentence on how old children are that went, by the one that came in its place, in whatever
    words: "Nobody under 13 may use it" and "It is generally not meant for people under 16".

    Of several on a side the first is taken. What is not done with children's data for some purpose is another
    promise.
    """
    taken = set(pairs.values())
    olds = [unit for unit in gone if unit not in taken and _denies_by_age(unit)]
    news = [unit for unit in came if unit not in pairs and _denies_by_age(unit)] if olds else []
    return {news[0]: olds[0]} if news else {}


def _denies_by_age(unit: Statement) -> bool:
    if not ages_of(unit.text):  # before its facts, which take longer
        return False
    about = unit.has("people.minors", "topic.children") and unit.has("limit.not")
    return about and not unit.named(("purpose.",))


def _above(unit: Statement, side: DocumentStatements) -> str:
    """The key of the line before, "" at the start of the page."""
    before = side.before(unit)
    return before.key if before else ""


def _numbered(unit: Statement) -> bool:
    return len(unit.words) <= _LINE and bool(_STREET.match(unit.text))


def _pairs(
    gone: Sequence[Statement],
    came: Sequence[Statement],
    partners: dict[int, set[int]],
) -> dict[Statement, Statement]:
    """New sentences with the old sentence each of them was made of, best likeness first."""
    words = WordPlaces([unit.content for unit in gone])
    words.look_for(frozenset[str]().union(*(unit.content for unit in came)))
    index = Index(gone.__getitem__, words)
    places: dict[int, list[Statement]] = defaultdict(list)
    for unit in gone:
        places[unit.clause].append(unit)
    rated = []
    for unit in came:
        aligned = [u for clause in sorted(partners.get(unit.clause, ())) for u in places[clause]][:20]
        for other in dict.fromkeys([*index.nearest(unit), *aligned]):
            share = max(likeness(unit, other), _shared(unit, other))
            if share >= _ALIKE and unit.delays == other.delays:
                rated.append((-share, unit.clause, unit.start, other.clause, other.start, unit, other))
    pairs: dict[Statement, Statement] = {}
    taken: set[Statement] = set()
    for *_, unit, other in sorted(rated, key=lambda row: row[:5]):
        if unit not in pairs and other not in taken:
            pairs[unit] = other
            taken.add(other)
    return pairs
