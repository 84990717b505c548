"""Signs that words are missing because a recording failed, and not because somebody removed them.

In: a diff and its two documents. Out: reasons for doubt, and the clauses that the other side may have lost. A
company may delete a section, the last items of a list, even a title; but nobody leaves several introductions
with nothing behind them, begins in the middle of the text and keeps all the rest, or empties cells of a table
and changes no other. Each sign works both ways: what the old recording lost looks new in the next one. A
second document that is recorded behind the text is no fault, but its dates are not those of the page.

What this gets wrong: a company that empties two lists and leaves their introductions standing is not
believed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from policydiff import languages
from policydiff.comparability import document_kinds
from policydiff.findings.both_texts import BothTexts
from policydiff.findings.page_furniture import page_furniture
from policydiff.findings.recorder import links_lost
from policydiff.models import NOTHING_DOUBTED, DoubtedPlaces, Reason
from policydiff.text import size

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from policydiff.models import Clause, Document, DocumentDiff, Finding

_LISTS = 2
"""From how many broken lists on it was not the author who broke them."""
_CELLS = 2
"""From how many emptied cells on it was not the author who emptied them."""
_SHARED = 0.8
"""Share of its words that a recording has in common with the other one if only an end of it is missing."""
_TOP = 6
"""Clauses at the start of a text among which its name stands."""
_NAME = 14
"""Most words of a name."""
_SENTENCE = 60
"""Characters of a clause that is more than a label."""
_TELLING = 12
"""Characters of a line of a menu by which a reader knows it again."""
_GLUED = re.compile(r"[a-zß-öø-ÿ)][A-ZÀ-ÖØ-Þ]|\d\)?[A-Za-z]")
"""Where entries of a menu stand without a blank between them: such a line is not worth quoting."""
_TAIL = 40
"""How many words must be missing at the end at least."""
_DOCUMENT = 150
"""Fewest words of a second document."""
_LINES = 2
"""How many lines of the first document may stand behind the second."""
_PERHAPS = "what is missing may be the recorder's"
_OPEN = (";", ",", "；", "、")
_COLON = (":", "：")


@dataclass(frozen=True, slots=True)
class RecordingFaults:
    """The signs of faults in the recordings of two documents."""

    reasons: tuple[Reason, ...] = ()
    """Why words may be lost (`RECORDING_DOUBTS`)."""
    doubted: DoubtedPlaces = NOTHING_DOUBTED
    """Which words those are, as far as that is known."""
    beside: tuple[Reason, ...] = ()
    """That a second document stands behind the text of one side, that furniture around it changed, if so."""
    furniture: DoubtedPlaces = NOTHING_DOUBTED
    """That furniture, which is among the places of `doubted` as well."""
    seconds: tuple[range, range] = (range(0), range(0))
    """The places of that document on the old and on the new side, none if there is none."""

    def dates_second(self, finding: Finding) -> bool:
        """Whether a finding is about the date of the second document."""
        quotes = (finding.old, self.seconds[0]), (finding.new, self.seconds[1])
        dates = finding.category == "effective-date"
        return dates and any(quote is not None and quote.clause in places for quote, places in quotes)

    def is_of_furniture(self, finding: Finding) -> bool:
        """Whether a finding quotes nothing but what stands around the text; a printed date stays one."""
        return finding.category != "effective-date" and self.furniture.hold_finding(finding)

    def own_dates(self, texts: BothTexts) -> BothTexts:
        """Both texts without the dates of a second document, which are not those of the page."""
        if not any(self.seconds):
            return texts
        return BothTexts(self._own_dates(texts.old, "old"), self._own_dates(texts.new, "new"))

    def _own_dates(self, document: Document, side: Literal["old", "new"]) -> Document:
        places = self.seconds[side == "new"]
        if not places:
            return document
        cut = document.clauses[: places.start] if places.stop == len(document.clauses) else document.clauses
        return replace(
            document,
            clauses=cut,
            dates=tuple(one for one in document.dates if one.clause not in places),
            unsure_dates=tuple(one for one in document.unsure_dates if one.clause not in places),
        )


class _LostWords(NamedTuple):
    """A sign that one recording lost words."""

    reason: Reason
    lost: set[int]
    """The clauses of the other one that it may have lost."""
    instead: frozenset[int] = frozenset()
    """Its own clauses that stand in their place."""


class _Recordings(NamedTuple):
    """A side that may have lost words, and the other one, which has them."""

    whole: Sequence[Clause]
    faulty: Sequence[Clause]
    only: frozenset[int]
    """Clauses that only the whole one has."""
    beside: dict[int, int]
    """Of each clause of the whole one that the other has too, the place there; empty where it has all."""
    added: frozenset[int]
    """Clauses that only the faulty one has."""
    reworded: frozenset[int]
    """Clauses of the faulty one that both have, in other words."""


def recording_faults(diff: DocumentDiff, old: Document, new: Document) -> RecordingFaults:
    """The signs of faults in the recordings of two documents.

    Args:
        diff: the alignment of both.
        old: the earlier document.
        new: the later document.
    """
    panels = tuple(_panels(old, new))
    if panels:
        return RecordingFaults(
            panels, DoubtedPlaces(*(frozenset(range(len(one.clauses))) for one in (old, new)))
        )
    links = links_lost(diff, old, new)
    furniture = page_furniture(diff, old, new)
    late, early = _both_ways(diff, old, new)
    lost_of_old, lost_of_new = list(_faults(late, "new")), list(_faults(early, "old"))
    seconds = _second_document(late, "old"), _second_document(early, "new")
    return RecordingFaults(
        (*([links.reason] if links.reason else ()), *(one.reason for one in (*lost_of_old, *lost_of_new))),
        DoubtedPlaces(
            furniture.old.union(links.places.old, _lost(lost_of_old), _instead(lost_of_new)),
            furniture.new.union(links.places.new, _lost(lost_of_new), _instead(lost_of_old)),
        ),
        (*(one[0] for one in seconds if one), *_around(furniture, old, new)),
        furniture,
        (seconds[0][1] if seconds[0] else range(0), seconds[1][1] if seconds[1] else range(0)),
    )


def _around(furniture: DoubtedPlaces, old: Document, new: Document) -> Iterator[Reason]:
    """That lines around the text differ, with the longest of those that can be quoted whole."""
    lines = [
        side.clauses[place].text
        for side, places in ((old, furniture.old), (new, furniture.new))
        for place in sorted(places)
    ]
    if not lines:
        return
    shown = [line for line in lines if _TELLING <= len(line) <= _SENTENCE and not _GLUED.search(line)]
    if not shown:
        what = "a menu or other lines of the page differ"
    elif max(len(furniture.old), len(furniture.new)) == 1:
        what = f"another line of the page differs: “{max(shown, key=len)}”"
    else:
        what = f"other lines of the page differ, such as “{max(shown, key=len)}”"
    yield Reason("around-text", f"Around the text {what}")


def _panels(old: Document, new: Document) -> Iterator[Reason]:
    """A recording that holds one section again and again: nobody knows what stood in the place of the
    others."""
    sides = ((old, "old"), (new, "new"))
    names = [name for one, name in sides if any(reason.code == "repeated" for reason in one.quality.reasons)]
    if names:
        which = "Both recordings hold" if len(names) > 1 else f"The {names[0]} recording holds"
        yield Reason("repeated", f"{which} one section again and again in the place of others")


def _both_ways(diff: DocumentDiff, old: Document, new: Document) -> tuple[_Recordings, _Recordings]:
    """The pair as if the new recording had lost words of the old one, and the other way round."""
    removed = _places(change.old for change in diff.changes if not change.new)
    added = _places(change.new for change in diff.changes if not change.old)
    edited = [change for change in diff.reworded if change.old and change.new]
    # Of a side of which nothing is missing no more is asked.
    there = _beside((change.old, change.new) for change in diff.changes if removed)
    back = _beside((change.new, change.old) for change in diff.changes if added)
    return (
        _Recordings(old.clauses, new.clauses, removed, there, added, _places(c.new for c in edited)),
        _Recordings(new.clauses, old.clauses, added, back, removed, _places(c.old for c in edited)),
    )


def _places(groups: Iterable[Collection[int]]) -> frozenset[int]:
    return frozenset(chain.from_iterable(groups))


def _beside(sides: Iterable[tuple[Sequence[int], Sequence[int]]]) -> dict[int, int]:
    """The place on the other side of each clause of changes that have clauses on both."""
    return {
        place: others[min(n, len(others) - 1)]
        for some, others in sides
        if others
        for n, place in enumerate(some)
    }


def _lost(faults: Iterable[_LostWords]) -> frozenset[int]:
    return _places(one.lost for one in faults)


def _instead(faults: Iterable[_LostWords]) -> frozenset[int]:
    return _places(one.instead for one in faults)


def _faults(sides: _Recordings, name: str) -> Iterator[_LostWords]:
    """Each sign that one recording lost words."""
    if not sides.only:
        return
    lists, cut, lost = _broken_lists(sides)
    if lists >= _LISTS:
        which = "which are" if cut == lists else f"{lists} of which are"
        sentence = f"The {name} recording lacks the ends of {cut} lists, {which} left open"
        yield _LostWords(Reason("lists-cut", f"{sentence}: {_PERHAPS}"), lost)
    head = _head(sides)
    tail = set() if head else _broken_off(sides)
    if head:
        is_amid = not _is_name(sides.whole[len(head) - 1])
        what = "begins in the middle of the text, without its title"
        sentence = f"The {name} recording {what if is_amid else 'lacks its title and what stands above it'}"
        yield _LostWords(Reason("starts-late", f"{sentence}: {_PERHAPS}"), head | _tail(sides))
    elif tail:
        last = sides.faulty[-1].text[:_SENTENCE]
        reason = Reason("ends-early", f"The {name} recording breaks off behind “{last}”: {_PERHAPS}")
        yield _LostWords(reason, tail)
    cells = _filled_cells(sides)
    number = len({clause.cell for place in cells if (clause := sides.whole[place]).cell})
    if number >= _CELLS:
        sentence = f"In the {name} recording {number} cells of tables are empty in which the other has words"
        yield _LostWords(Reason("cells-empty", f"{sentence}: {_PERHAPS}"), cells)
    yield from _withheld(sides, name)


def _second_document(sides: _Recordings, name: str) -> tuple[Reason, range] | None:
    """A document of the same kind behind the end of the whole side, and its places.

    The last lines of the first one, such as its date, may stand behind both.
    """
    start, end = max(_runs(sides.only), default=(0, 0))
    if not start or end < len(sides.whole) - _LINES:
        return None
    title, body = sides.whole[start], sides.whole[start:end]
    kinds = {
        kind for clause in sides.whole[:_TOP] if _is_name(clause) for kind in document_kinds(clause.text)
    }
    if not _is_name(title) or kinds.isdisjoint(document_kinds(title.text)):
        return None
    if sum(size(clause.text) for clause in body) < _DOCUMENT:
        return None
    other = "new" if name == "old" else "old"
    sentence = f"Behind the text of the {name} recording stands a second document, “{title.text}”"
    return Reason("second-document", f"{sentence}, which the {other} one lacks"), range(start, end)


# --- lists ----------------------------------------------------------------------------------------


def _broken_lists(sides: _Recordings) -> tuple[int, int, set[int]]:
    """How many lists end too early, how many lack their ends at all, and the items that are missing there."""
    lost: set[int] = set()
    cut = 0
    ends: set[str] = set()
    for start, end in _runs(sides.only):
        if sides.whole[start].kind != "item" or start - 1 not in sides.beside:
            continue
        items = next((n for n in range(start, end) if sides.whole[n].kind != "item"), end)
        behind = sides.beside.get(items)
        if items < end or (items < len(sides.whole) and sides.whole[items].kind == "item"):
            continue
        lost.update(range(start, items))
        cut += 1
        place = sides.beside[start - 1]
        follows = place + 1 == (len(sides.faulty) if behind is None else behind)
        if follows and _is_open(sides.faulty[place]):
            ends.add(sides.whole[start].text)  # the same words again and again are an icon
    return len(ends), max(cut, len(ends)), lost


def _is_open(clause: Clause) -> bool:
    """Whether something has to follow: an introduction, or an item that is not the last one."""
    return clause.text.endswith(_COLON) or (clause.kind == "item" and clause.text.endswith(_OPEN))


def _runs(places: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring places, each as its first place and the place after its last."""
    for start in sorted(place for place in places if place - 1 not in places):
        end = start
        while end in places:
            end += 1
        yield start, end


# --- both ends ------------------------------------------------------------------------------------


def _head(sides: _Recordings) -> set[int]:
    """What stands before the text of the faulty side, if its title and sentences are part of that."""
    end = next((place for place in range(len(sides.whole)) if place not in sides.only), 0)
    head = sides.whole[:end]
    begins = bool(sides.faulty) and sides.beside.get(end) == 0
    if not begins or not any(map(_is_name, head[:_TOP])) or any(map(_is_name, sides.faulty[:_TOP])):
        return set()
    if not any(clause.kind != "heading" and len(clause.text) >= _SENTENCE for clause in head):
        return set()
    return set(range(end)) if _is_kept(sides) else set()


def _is_name(clause: Clause) -> bool:
    """Whether a line is the name of a document."""
    label = clause.kind != "item" and clause.text[-1] not in ".:;" and size(clause.text) <= _NAME
    return label and bool(document_kinds(clause.text))


def _is_kept(sides: _Recordings) -> bool:
    """Whether nearly all of the faulty side stands in the other one."""
    own = sum(size(sides.faulty[place].text) for place in sides.added)
    return own <= (1 - _SHARED) * sum(size(clause.text) for clause in sides.faulty)


def _tail(sides: _Recordings) -> set[int]:
    """What the whole side has behind the last clause that both have."""
    start = len(sides.whole)
    while start - 1 in sides.only:
        start -= 1
    return set(range(start, len(sides.whole)))


def _broken_off(sides: _Recordings) -> set[int]:
    """What is missing at the end, where the last clause is a heading or an introduction of it."""
    tail = _tail(sides)
    start = len(sides.whole) - len(tail)
    if not tail or not start or sides.beside.get(start - 1) != len(sides.faulty) - 1 or not _is_kept(sides):
        return set()
    last, following = sides.whole[start - 1], sides.whole[start]
    if last.text != sides.faulty[-1].text:
        return set()
    heads = last.kind == "heading" and not (following.kind == "heading" and following.depth <= last.depth)
    enough = sum(size(sides.whole[place].text) for place in tail) >= _TAIL
    return tail if enough and (heads or _is_open(last)) else set()


# --- notices in the place of a text ---------------------------------------------------------------


def _withheld(sides: _Recordings, name: str) -> Iterator[_LostWords]:
    """Sections of which one recording has a notice alone that they are not shown there: all of them as one
    sign, told by the first."""
    found: dict[tuple[str, ...], set[int]] = {}
    for place in sorted(sides.added | sides.reworded):
        notice = sides.faulty[place]
        if notice.path and size(notice.text) <= _NAME and _is_notice(notice):
            found.setdefault(notice.path, set()).add(place)
    if not found:
        return
    shown = [one for one in sides.faulty if one.kind != "heading" and not _is_notice(one)]
    texts = {
        path for one in shown for path in _paths(one)
    }  # where some text stands the line is of something else
    lost = _lost_below(sides)
    hidden = {
        path: lost.get(path, set())
        for path in found
        if path not in texts and sum(size(sides.whole[one].text) for one in lost.get(path, ())) >= _TAIL
    }
    if not hidden:
        return
    first = next(iter(hidden))
    more = f" and {len(hidden) - 1:,} more headings" if hidden.keys() - {first} else ""
    notice = sides.faulty[min(found[first])]
    said = f"Under “{first[-1]}”{more} the {name} recording has no text but “{notice.text}”"
    reason = Reason("withheld", f"{said}: it may stand there for others")
    places = frozenset(place for path in hidden for place in found[path])
    yield _LostWords(reason, set().union(*hidden.values()), places)


def _lost_below(sides: _Recordings) -> dict[tuple[str, ...], set[int]]:
    """The clauses of the whole recording that the other one has not, or has a notice for, below each of their
    headings."""
    gone = {*sides.only, *(one for one, other in sides.beside.items() if _is_notice(sides.faulty[other]))}
    found: dict[tuple[str, ...], set[int]] = {}
    for one in gone:
        for path in _paths(sides.whole[one]):
            found.setdefault(path, set()).add(one)
    return found


def _paths(clause: Clause) -> Iterator[tuple[str, ...]]:
    """The headings above a clause, from the outermost to all of them."""
    return (clause.path[: number + 1] for number in range(len(clause.path)))


def _is_notice(clause: Clause) -> bool:
    """Whether a clause says that something is not shown."""
    return bool(_not_shown().search(clause.text))


@cache
def _not_shown() -> re.Pattern[str]:
    """What a page says in the place of a text that it does not show, in any language."""
    return re.compile("|".join(languages.all_lines(lambda one: one.pages.error)), re.IGNORECASE)


# --- tables ---------------------------------------------------------------------------------------


def _filled_cells(sides: _Recordings) -> set[int]:
    """The clauses of cells that are empty on the faulty side, in tables of as many rows and columns in which
    nothing else changed."""
    others = {_table(sides.faulty[place]) for place in sides.added | sides.reworded}
    filled: dict[int, set[int]] = {}
    partners: dict[int, Counter[int]] = {}
    for place, clause in enumerate(sides.whole):
        table = _table(clause)
        if table is None:
            continue
        if place in sides.only:
            filled.setdefault(table, set()).add(place)
        elif (partner := _table(sides.faulty[sides.beside[place]])) is not None:
            partners.setdefault(table, Counter())[partner] += 1
    found: set[int] = set()
    for table, places in filled.items():
        partner = partners[table].most_common(1)[0][0] if table in partners else None
        if partner is None or partner in others:
            continue
        grid, other = _grid(sides.whole, table), _grid(sides.faulty, partner)
        if [max(one) for one in zip(*grid.values(), strict=True)] == [
            max(one) for one in zip(*other.values(), strict=True)
        ]:
            positions = set(other.values())
            found.update(place for place in places if grid[place] not in positions)
    return found


def _table(clause: Clause) -> int | None:
    return clause.cell.table if clause.cell else None


def _grid(clauses: Sequence[Clause], table: int) -> dict[int, tuple[int, int]]:
    """Row and column of each clause of a table."""
    return {
        place: (clause.cell.row, clause.cell.column)
        for place, clause in enumerate(clauses)
        if clause.cell and clause.cell.table == table
    }
