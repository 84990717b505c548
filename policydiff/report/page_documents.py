"""The documents that a page holds, where it holds several: documents -> which of them changed.

A page may print a notice for one service below the policy, an addendum for one state, the edition before
below the one in force, or all rules of a wiki in a row. Who says that "the policy" changed must mean the one
in which the changes are. A document begins with a line that names it and no section: on the highest level of
headings, or with a date of its own right below; or it ends with the address under which a wiki keeps it.
Where a long document is followed by headings of the highest level which name none and have sections below
them, nobody knows whether these are parts of it: then it gives no name to what changed below it, and no date.
What this gets wrong: a section that is called as a document is and prints a date of its own is taken for one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from policydiff import languages
from policydiff.report import document_titles
from policydiff.report.characters import visible
from policydiff.text import compared, enumerator_end, size, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Clause, Comparison, Document, StatedDate, UnsureDate
    from policydiff.report.numbered_changes import NumberedChange

_WORDS = 12
"""Words of the longest title."""
_SHORTEST = 120
"""Words of the shortest document below another one."""
_SEVERAL = 2
"""Documents with titles of their own that a page of several has, at least."""
_LONG = 600
"""Words below the first heading of a page that are no introduction to the parts below its other ones."""
_SECTION = 2
"""Level of headings on which a document below a title has its sections."""
_TOP = 8
"""Clauses at the start of a page among which its own title stands."""
_LINE = 20
"""Words of the longest line below a title that does little else than print a date."""
_BELOW = 2
"""Clauses below a title of the highest level among which its date stands."""
_PERMANENT = re.compile(r"(?:[^\W\d_]+ ){1,3}[\"“]?https?://[^\s?]+\?title=(?P<title>[^&\s\"]+)&oldid=\d+")
"""The last line of a page of a wiki: "Retrieved from "https://wiki.example/?title=Privacy&oldid=7""."""
_NAMESPACE = re.compile(r"^[^\W\d_]+:")
_OPEN = frozenset(".;:!?,…")
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")
"""The short name of a country: "U.S."; its points end no sentence."""


class PageDocument(NamedTuple):
    """A document on a page of several."""

    title: str
    """As the page has it, "" if the page begins without one."""
    start: int
    """Place of its first clause."""
    end: int
    """Place behind its last one."""


class ChangedDocument(NamedTuple):
    """The document of a page of several in which the changes are."""

    title: str
    old: PageDocument
    """It on the old side."""
    new: PageDocument
    others: frozenset[str]
    """The titles of the others, as texts are compared."""
    is_alone: bool
    """Whether no other changed."""

    @property
    def is_first(self) -> bool:
        """Whether the page begins with it."""
        return self.new.start == 0

    def dated(self, comparison: Comparison) -> Comparison:
        """The comparison with those dates alone that this document prints of itself."""
        return _dated_by(comparison, self.old, self.new)


class ChangedPart(NamedTuple):
    """The part of a page, perhaps a document of its own, in which the changes are."""

    old: PageDocument
    """It on the old side; nothing where several changed, and none is the first."""
    new: PageDocument
    """It on the new side, as well."""
    is_first: bool
    """Whether the page begins with it."""

    def dated(self, comparison: Comparison) -> Comparison:
        """The comparison with those dates alone that this part prints."""
        return _dated_by(comparison, self.old, self.new)


def page_documents(document: Document) -> Sequence[PageDocument]:
    """The documents of a page in their order, none where it holds no more than one. A title that comes again
    right behind its own document is that of the page, printed on every part."""
    named = _wiki_pages(document.clauses) or _titled(document)
    others = _between(document.clauses, named)
    starts = named | others
    merged: list[PageDocument] = []
    for start, end in _spans(sorted({0, *starts}), len(document.clauses)):
        title = starts.get(start, "")
        is_little = start not in others and _size(document, start, end) < _SHORTEST
        if merged and (is_little or _same(title, merged[-1].title)):
            merged[-1] = merged[-1]._replace(end=end)
        elif len(merged) == 1 and _size(document, 0, start) < _SHORTEST:  # a banner above the title
            merged = [PageDocument(title, 0, end)]
        else:
            merged.append(PageDocument(title, start, end))
    return merged if len(merged) > 1 else ()


def changed_document(comparison: Comparison, changes: Iterable[NumberedChange]) -> ChangedDocument | None:
    """The document of a page of several in which all changes are, or the first one where that has some of
    them; None where the page holds one, and where no title tells which it is.

    Args:
        comparison: what `compare` returned.
        changes: all of it.
    """
    olds, news = (page_documents(side) for side in (comparison.old, comparison.new))
    if not (olds and news) or len({compared(one.title) for one in news} - {""}) < _SEVERAL:
        return None
    titles = {compared(_at(news, place).title) for place in _changed(comparison, changes, new=True)}
    titles |= {compared(_at(olds, place).title) for place in _changed(comparison, changes, new=False)}
    first = compared(news[0].title)
    if not titles or "" in titles or (len(titles) > 1 and first not in titles):
        return None
    title = first if first in titles else next(iter(titles))
    old, new = (next((one for one in side if compared(one.title) == title), None) for side in (olds, news))
    if old is None or new is None:
        return None
    others = frozenset(compared(one.title) for one in news) - {title}
    return ChangedDocument(new.title, old, new, others, titles == {title})


def changed_part(comparison: Comparison, changes: Iterable[NumberedChange]) -> ChangedPart | None:
    """The part of a page in which all changes are, or the first one where that has some of them or nothing
    changed; None where the page is no more than one document.

    Args:
        comparison: what `compare` returned.
        changes: all of it.
    """
    olds, news = (_parts(side) for side in (comparison.old, comparison.new))
    if not (olds and news):
        return None
    known = list(changes)
    titles = {compared(_at(news, place).title) for place in _changed(comparison, known, new=True)}
    titles |= {compared(_at(olds, place).title) for place in _changed(comparison, known, new=False)}
    first = {compared(side[0].title) for side in (olds, news)}
    if not titles or titles & first:
        return ChangedPart(olds[0], news[0], is_first=True)
    old, new = (_only(side, titles) for side in (olds, news))
    return ChangedPart(old, new, is_first=False)


def later_document(document: Document, place: int) -> str:
    """The title of the document in which a clause stands, where its page begins with another one; else "".

    Args:
        document: the page.
        place: that of the clause.
    """
    outermost = document.clauses[place].path[:1]
    if not any(map(document_titles.names_document, outermost)):  # most pages hold one
        return ""
    documents = page_documents(document)
    title = _at(documents, place).title if documents else ""
    return "" if not title or _same(title, documents[0].title) else title


def _changed(comparison: Comparison, changes: Iterable[NumberedChange], *, new: bool) -> Iterator[int]:
    """The first place of each change of words on one side, without those around the text."""
    for change in chain.from_iterable(entry.changes for entry in changes):
        places = change.new if new else change.old
        if places and change.rewords and not comparison.doubted.hold(*change.places):
            yield places[0]


def _only(parts: Sequence[PageDocument], titles: Collection[str]) -> PageDocument:
    """The part with one of these titles, an empty one where there are several or none."""
    found = [one for one in parts if compared(one.title) in titles]
    return found[0] if len(found) == 1 else PageDocument("", 0, 0)


def _at(documents: Sequence[PageDocument], place: int) -> PageDocument:
    return documents[bisect_right(documents, place, key=lambda one: one.start) - 1]


def _dated_by(comparison: Comparison, old: PageDocument, new: PageDocument) -> Comparison:
    return replace(comparison, old=_dated(comparison.old, old), new=_dated(comparison.new, new))


def _dated(side: Document, part: PageDocument) -> Document:
    """A side with the dates alone that a document on it prints; of a day that several print the place in this
    one."""
    sure = ((one, _place(side, part, one)) for one in side.dates)
    unsure = ((one, _place(side, part, one)) for one in side.unsure_dates)
    return replace(
        side,
        dates=tuple(replace(one, clause=place) for one, place in sure if place is not None),
        unsure_dates=tuple(replace(one, clause=place) for one, place in unsure if place is not None),
    )


def _place(side: Document, part: PageDocument, date: StatedDate | UnsureDate) -> int | None:
    """Where a document prints a date of its page, None if it does not: of one that several print the page
    has the first place."""
    places = range(part.start, part.end)
    if date.clause in places:
        return date.clause
    return next((place for place in places if date.text in side.clauses[place].text), None)


def _spans(starts: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
    yield from zip(starts, [*starts[1:], end], strict=True)


def _size(document: Document, start: int, end: int) -> int:
    """The words between two places, as far as they matter."""
    found = 0
    for clause in document.clauses[start:end]:
        found += size(clause.text)
        if found >= _SHORTEST:
            break
    return found


def _same(one: str, other: str) -> bool:
    return compared(one) == compared(other)


def _wiki_pages(clauses: Sequence[Clause]) -> dict[int, str]:
    """The beginnings and names of pages of a wiki that stand below one another; none if there is only one."""
    found = dict[int, str]()
    start = 0
    for place, clause in enumerate(clauses):
        if "oldid=" in clause.text and (last := _PERMANENT.match(clause.text)):
            name = unquote(last["title"]).replace("_", " ").replace("\\", "")
            found[start] = visible(_NAMESPACE.sub("", name)).rpartition("/")[2]
            start = place + 1
    return found if len(found) > 1 else {}


def _parts(document: Document) -> Sequence[PageDocument]:
    """The parts of a page below headings of the highest level, where the first one is a long document and
    another one has sections of its own; none where they are the sections of one document."""
    clauses = document.clauses
    tops = [place for place, one in enumerate(clauses) if one.kind == "heading" and one.depth == 1]
    if len(tops) < _SEVERAL or tops[0] >= _TOP or not _is_name(clauses[tops[0]]):
        return ()
    if sum(size(one.text) for one in clauses[: tops[1]]) < _LONG:
        return ()
    below = (clauses[start:end] for start, end in _spans(tops, len(clauses)))
    sections = [sum(one.kind == "heading" and one.depth == _SECTION for one in part) for part in below]
    if not sections[0] or max(sections[1:]) < _SEVERAL:
        return ()
    spans = zip(tops, _spans([0, *tops[1:]], len(clauses)), strict=True)
    return [PageDocument(visible(clauses[top].text), start, end) for top, (start, end) in spans]


def _titled(document: Document) -> dict[int, str]:
    """The places and texts of lines that begin a document: of the first one on the page the title, wherever
    it stands."""
    dates = {_plain(one.text) for one in document.dates} | {_plain(one.text) for one in document.unsure_dates}
    clauses = document.clauses
    found = dict[int, str]()
    names = [place for place, clause in enumerate(clauses) if _is_name(clause)]
    tops = {place for place, clause in enumerate(clauses) if clause.kind == "heading" and clause.depth == 1}
    is_telling = 2 * len(tops.intersection(names)) >= len(tops)  # else the sections are headed so
    last = _last_beside(clauses)
    known = set[str]()
    for place in names:
        again = compared(clauses[place].text) in known
        is_top = is_telling and place in tops
        if not _is_outer(clauses[place], place, last):
            continue
        if is_top or _is_dated(clauses, place, dates, again=again):
            found[place] = visible(clauses[place].text)
            known.add(compared(found[place]))
    if found and min(found) >= _TOP:
        title = document_titles.title(document)
        place = next((n for n, one in enumerate(clauses) if _same(visible(one.text), title)), len(clauses))
        if title and place < min(found):
            found[place if place >= _TOP else 0] = title
    return found


def _between(clauses: Sequence[Clause], named: Collection[int]) -> dict[int, str]:
    """The places and headings of texts that stand between documents on the level of their titles, and are
    called by what they tell: "Adding your card to the book of the house".

    Args:
        clauses: those of the page.
        named: the places of the lines that begin a document.
    """
    tops = {n: visible(one.text) for n, one in enumerate(clauses) if one.kind == "heading" and one.depth == 1}
    titles = tops.keys() & named
    if len(titles) < _SEVERAL or 2 * len(titles) < len(tops):  # else the sections are headed so
        return {}
    between = {n: text for n, text in tops.items() if min(titles) < n < max(titles)}
    return {n: text for n, text in between.items() if not document_titles.names_document(text)}


def _is_name(clause: Clause) -> bool:
    """Whether a line names a document, and no section on it or a change of it."""
    text = clause.text
    if clause.kind == "item" or clause.cell or clause.links or len(text) > document_titles.LONGEST:
        return False
    said = text.split()
    if len(said) > _WORDS or any(map(str.isdigit, text)) or _OPEN.intersection(_INITIALS.sub("", text)):
        return False
    if not text[:1].isupper() or enumerator_end(text):
        return False
    if not document_titles.names_document(text) or _changes().match(text):
        return False
    return languages.all_words(lambda one: one.quotes.pointing).isdisjoint(map(str.casefold, said))


@cache
def _changes() -> re.Pattern[str]:
    """How the heading of a section begins that tells of changes: "Changes to our policy"."""
    said = languages.all_lines(lambda one: one.notices.changes)
    return re.compile(rf"(?:{'|'.join(said)})(?!\w)", re.IGNORECASE)


def _is_dated(clauses: Sequence[Clause], place: int, dates: Collection[str], *, again: bool) -> bool:
    """Whether a line that names a document prints its date right below.

    Args:
        clauses: those of the page.
        place: that of the line.
        dates: the words by which the page states its dates, as `_plain` has them.
        again: whether a document began with this line before.
    """
    below = clauses[place + 1 : place + 1 + (_BELOW if again or not clauses[place].path else 1)]
    lines = [_plain(one.text) for one in below if one.kind != "item" and size(one.text) <= _LINE]
    return any(date in line for date in dates for line in lines)


def _plain(said: str) -> str:
    """Words without capitals and signs: a notice above may have "EFFECTIVE 7 JUNE" of "Effective: 7 June"."""
    return " ".join(words(said.casefold()))


def _last_beside(clauses: Sequence[Clause]) -> dict[tuple[tuple[str, ...], int], int]:
    """The last place of a heading of each depth below each path."""
    headings = ((place, one) for place, one in enumerate(clauses) if one.kind == "heading")
    return {(one.path, one.depth): place for place, one in headings}


def _is_outer(clause: Clause, place: int, last: Mapping[tuple[tuple[str, ...], int], int]) -> bool:
    """Whether what follows a line may all be of the document that it names: no heading stands there beside
    it, below one that both have.

    Args:
        clause: the line.
        place: that of it.
        last: what `_last_beside` returned.
    """
    if clause.kind != "heading" or not clause.path:
        return True
    return all(last.get((clause.path, depth), -1) <= place for depth in range(clause.depth + 1))
