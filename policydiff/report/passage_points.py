"""Points of a lede, made of passages: a statement -> what became of the words around it, and these words.

Words are called new or gone only where the other side says nothing like them; what stands in their place is
told with them, and so are the heading, the list or the row that says what they are about.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from policydiff.report import wording
from policydiff.report.changed_quotes import changed_quotes
from policydiff.report.characters import clipped, visible
from policydiff.report.counterparts import SAID_IN_PART, address_kinds
from policydiff.report.lede_names import NamePoints
from policydiff.report.lede_passages import beside, row_of, shared
from policydiff.report.lede_places import heading_above, line_above_list, list_introduction
from policydiff.report.lede_point import HEADED, HEADING, UNDER, LedePoint, LedeQuote
from policydiff.report.numbered_changes import below, section
from policydiff.report.passage_extracts import ROOM, QuotePlace, extract
from policydiff.report.quotes import in_short
from policydiff.report.standing_alone import SHORT, adds, has_hole, leans, links, sentence_before, standing
from policydiff.report.text_headings import heading_name, headings_over
from policydiff.sentences import sentence_spans, sentences
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Comparison, Document, Quote
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.finding_cards import ShownFinding, ShownStatement
    from policydiff.report.lede_order import QuotableStatement
    from policydiff.report.lede_passages import Passage, PassageKind
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.passage_extracts import Extract

_LABELS: Mapping[PassageKind, tuple[str, str]] = {
    "words": ("Gone", "New"),
    "section": ("Section gone", "New section"),
    "entry": ("Entry gone", "New entry"),
    "row": ("Row gone", "New row"),
}
"""What is said of words that went, and that came."""
_HEADED_IN_PART: Mapping[PassageKind, tuple[str, str]] = {
    "section": (
        "Section gone, though some of it is still said",
        "New section, though some of it was said before",
    ),
    "entry": ("Entry gone, though some of it is still said", "New entry, though some of it was said before"),
}
"""The same of a section or an entry, of which all that is quoted is said on the other side in part."""
_IN_PART = "No longer says", "Now says"
"""The same of words of which the other side may say a part in other words: true in any case."""
_SAID_OTHERWISE = "No longer says in these words", "Now says in these words"
"""The same of words of which the other side has nearly all that is rare."""
_BOTH = 100
"""Words of two sentences of which one replaced the other in another place and that a reader compares, at
most."""
_ROW = 45
"""Words of a row that is quoted cell by cell, at most."""
_ROW_NAME = 60
"""Characters of the name of a row before a cell of it."""
_ROWS = 3
"""Rows of a section that is a table, from which they are named and their cells not quoted, at least."""
_OF_ROW = "row"
"""What is said before the name of a row that is quoted by itself."""
_ROW_LABEL = 12
"""Words of a cell that names the row."""
IN_LIST = "in the list"
"""How an item stands to what introduces its list."""
_LINKED = 30
"""Words of a sentence that is quoted with its link, at most."""
_JOINED = 6
"""Words of a sentence that joined the one before it, at least."""
_TRIES = 4
"""How often other sentences are tried in the place of those that the other side says too."""
_READ = 20
"""Sentences of a passage that are looked for on the other side."""
_MATES = 200
"""Clauses of a section that are asked for what they say in the place of a sentence."""
_STRANGE = 0.25
"""Share of the longer words of the shorter of two texts that the other has too, from which the one may have
taken the place of the other."""
_FULL = 6
"""Words of a sentence that says something of its own."""
_TAIL = re.compile(r"(?<=\w{2})[.!?)»”\"]*\s+(?=[A-ZÀ-Þ(«“])")
"""Where a last sentence may begin."""
_NUMBER_END = re.compile(r"(?<=\d[.!?])\s+(?=[A-ZÀ-Þ])")
"""Where a sentence begins behind one that ends with a number."""
_TELLING, _SEVERAL = 5, 3
"""Letters of a word that tells a sentence from others, and how many such words another one has that says the
same, at least."""
_GOES_ON = 30
"""Words with which a text goes on and that are quoted behind a change, at most."""
_BULLET = re.compile(r"^[o•·▪-]\s+|\s+[o•·▪-]\s*$")
"""A bullet that a page writes into its text."""


class PassagePoints:
    """Makes the points of one comparison."""

    def __init__(
        self,
        comparison: Comparison,
        title: str,
        counterparts: Counterparts,
        found: Sequence[QuotableStatement],
        numbered: Sequence[NumberedChange],
    ) -> None:
        self._comparison = comparison
        self._title = title
        self._counterparts = counterparts
        self._names = NamePoints(comparison, numbered)
        self._sides = comparison.old, comparison.new
        self._statements: dict[tuple[bool, int], list[tuple[Quote, float]]] = {}
        for one in found:
            for is_new, quote in enumerate((one.statement.old, one.statement.new) if one.statement else ()):
                if quote is not None:
                    self._statements.setdefault((bool(is_new), quote.clause), []).append((quote, one.worth))

    def link(self, one: ShownFinding, statement: ShownStatement | None) -> LedePoint:
        """Where a link leads that came, went or leads elsewhere; or a finding without words."""
        finding, number = one.finding, one.number
        leads, led = visible(finding.link_new), visible(finding.link_old)
        if not leads and not led:
            return LedePoint("Changed", "", (LedeQuote("", visible(finding.sentence)),), number)
        quote = (statement.new or statement.old) if statement else None
        said = LedeQuote("", in_short(quote) if quote else "")
        if leads and led:
            both = LedeQuote("now", leads, address=True), LedeQuote("before", led, address=True)
            is_quoted = SHORT <= len(said.words.split()) <= _LINKED
            holds = (said._replace(which="in"),) if is_quoted else ()
            return LedePoint("Link", "", (*holds, *both), number, link=visible(finding.sentence).rstrip("."))
        where = heading_above(self._comparison, self._title, statement) if statement else ""
        address = LedeQuote("it leads to" if leads else "it led to", leads or led, address=True)
        return LedePoint("New link" if leads else "Link gone", where, (said, address), number)

    def point(self, number: int, one: ShownStatement, passage: Passage, room: int = ROOM) -> LedePoint:
        """What became of the words of a passage, and the words with where they stand.

        Args:
            number: the number of the finding that is quoted.
            one: its statement.
            passage: the passage that holds it.
            room: how many words of it are quoted, at most, where it has several sentences.
        """
        if one.fate == "changed" and (name := self._names.point(one.edits)):
            return replace(name, finding=number)
        if passage.old and passage.new:
            passage = self._at_home(passage)
        if passage.old and passage.new and _are_strangers(passage):
            is_lead = _text(passage.new).rstrip().endswith(":")
            passage = passage._replace(new=()) if is_lead else passage._replace(old=())
        if not (passage.old and passage.new):
            one = replace(one, old=one.old if passage.old else None, new=one.new if passage.new else None)
        if passage.old and passage.new:
            telling = [each.text for each in (one.old, one.new) if each]
            sides = self._unlike(_text(passage.old), _text(passage.new))
            both = self._both(*sides, telling, is_pair=one.fate == "changed")
            if len(both) < 2:
                return _claiming_less(self.point(number, one, _only(passage, both[0]), room))
            point = LedePoint("Changed", "", both, number, after=self._after(one, passage))
            point = replace(point, more=self._behind(passage))
            placed = self._placed(point, one)
            is_heading_gone = one.new is None and not self._counterparts.says(
                placed.where.rpartition(" › ")[2].rstrip("…"), new=True
            )
            return self._placed(point, replace(one, new=passage.new[0])) if is_heading_gone else placed
        if passage.kind in ("section", "entry"):
            return self._headed(number, passage, room)
        if passage.kind == "row":
            return self._row(number, passage, room)
        if len(passage.said) == 1 and (other := self._replaced(passage.said[0], passage)):
            said = passage.said[0].text
            both = self._both(*((other, said) if passage.new else (said, other)), is_pair=True)
            return self._placed(LedePoint("Changed", "", both, number), one, listed=False)
        shown = self._extract(passage, room)
        quotes = tuple(LedeQuote("", words) for words in shown.with_ends)
        label = self._label(passage, shown)
        opening = next((each for each in shown.shown if len(each.text.split()) >= _FULL), None)
        if len(quotes) == 1 and opening and (other := self._replaced(opening, passage)):
            which = ("now", "before") if passage.new else ("before", "now")
            label = "Changed"
            quotes = LedeQuote(which[0], quotes[0].words), LedeQuote(which[1], other)
        more = self._other_words(passage, shown) if label in _SAID_OTHERWISE else ""
        point = LedePoint(label, "", quotes, number, after=self._after(one, passage), more=more)
        return self._placed(point, one, shown, listed=label != "Changed")

    # --- where it stands

    def _placed(
        self, point: LedePoint, one: ShownStatement, shown: Extract | None = None, *, listed: bool = True
    ) -> LedePoint:
        """A point with the heading of a statement, or its list unless what is set against it may stand in
        another place; or that it stands beside the policy."""
        if one.new is not None and self._comparison.new.clauses[one.new.clause].announcement:
            return replace(point, stands="in an announcement on the page")
        lead = list_introduction(self._comparison, one)
        quote = one.new or one.old
        is_led = shown is not None and quote is not None and shown.shown[0].clause != quote.clause
        if lead and listed and not is_led:
            return replace(point, where=lead, stands=IN_LIST)
        if is_led and shown and not point.after:
            side = self._sides[one.new is not None]
            point = replace(point, after=line_above_list(side, shown.shown[0].clause))
        if is_led and shown:
            one = replace(one, new=shown.shown[0]) if one.new else replace(one, old=shown.shown[0])
        where = heading_above(self._comparison, self._title, one, listed=listed and not is_led)
        is_quoted = any(quote.words == where for quote in point.quotes)  # it came with them
        return point if is_quoted else replace(point, where=where)

    def _headed(self, number: int, passage: Passage, room: int) -> LedePoint:
        """A section, or an entry with the heading of its list, that came or went whole."""
        shown, is_said = self._extract_unsaid(passage, room)
        named = [heading_name(passage.head)]
        if passage.kind == "entry":
            named = [*self._above(passage)[-1:], *named]
        where = " › ".join(clipped(visible(one), HEADING).rstrip(":\xa0 ") for one in named)
        quotes, size = self._of_rows(shown, passage), "" if shown.is_whole else _size(passage)
        is_named = sum(quote.which == _OF_ROW for quote in quotes) > 1  # by rows of which nothing is quoted
        rows = self._of_table(passage) if is_named else ()
        if rows:
            quotes, size = rows, ""
        label = (_HEADED_IN_PART if is_said else _LABELS)[passage.kind][bool(passage.new)]
        return LedePoint(label, where, quotes, number, stands=HEADED, size=size)

    def _of_table(self, passage: Passage) -> tuple[LedeQuote, ...]:
        """Of a section that is a table how many rows it has, and the names of the two that weigh most;
        nothing of another section."""
        side = self._side(passage)
        places = list(dict.fromkeys(one.clause for one in passage.said))
        cells = [(place, cell) for place in places if (cell := side.clauses[place].cell)]
        names: dict[int, str] = {}
        weights: dict[int, float] = {}
        for place, cell in cells:
            names.setdefault(cell.row, cell.row_label or side.clauses[place].text)
            known = (worth for _, worth in self._statements.get((bool(passage.new), place), ()))
            weights[cell.row] = max(weights.get(cell.row, float("-inf")), *known, float("-inf"))
        if len(names) < _ROWS or len({cell.table for _, cell in cells}) > 1 or 2 * len(cells) < len(places):
            return ()
        best = sorted(sorted(names, key=lambda row: -weights[row])[:2])
        said = [clipped(visible(names[row]), _ROW_NAME) for row in best]
        return LedeQuote(f"{len(names):,} rows, among them", said[0]), LedeQuote("", said[1])

    def _of_rows(self, shown: Extract, passage: Passage) -> tuple[LedeQuote, ...]:
        """The quotes of a section, cells of a table with the name of their row if it is not quoted before
        them: else they say nothing, or seem to be of the row before."""
        side = self._side(passage)
        clauses = [side.clauses[place] for place in dict.fromkeys(one.clause for one in shown.shown)]
        rows = [row_of(clause) for clause in clauses]
        names = [
            f"of “{clipped(visible(cell.row_label), _ROW_NAME)}”:" if cell and cell.row_label else _OF_ROW
            for cell in (clause.cell for clause in clauses)
        ]
        return tuple(
            LedeQuote(name if row not in (None, before) else "", words)
            for row, before, name, words in zip(rows, (None, *rows), names, shown.quotes, strict=False)
        )

    def _row(self, number: int, passage: Passage, room: int) -> LedePoint:
        """A row of a table that came or went whole: a short one cell by cell, a long one below its label."""
        named = self._above(passage)[-1:]
        label = _LABELS["row"][bool(passage.new)]
        first = passage.said[0].text
        is_labelled = passage.size > _ROW and len(first.split()) <= _ROW_LABEL
        if is_labelled:
            named.append(first)
            passage = passage._replace(old=passage.old[1:], new=passage.new[1:])
        where = " › ".join(clipped(visible(one), HEADING).rstrip(":\xa0 ") for one in named)
        stands = HEADED if is_labelled else UNDER
        if passage.size <= _ROW and not is_labelled:
            cells = " | ".join(visible(one.text) for one in passage.said)
            return LedePoint(label, where, (LedeQuote("", cells),), number)
        shown = self._extract(passage, room)
        quotes = tuple(LedeQuote("", one) for one in shown.with_ends)
        return LedePoint(label, where, quotes, number, stands=stands)

    def _above(self, passage: Passage) -> list[str]:
        """The headings above a passage, without labels of a table and without titles."""
        side = self._side(passage)
        place = passage.places[0] if passage.places else passage.said[0].clause
        titles = (self._title, *(one.title for one in self._sides))
        path = below(self._comparison, section(side.clauses[place]))
        return headings_over(side, place, [one for one in path if one not in titles])

    def _side(self, passage: Passage) -> Document:
        """The document that says a passage."""
        return self._sides[bool(passage.new)]

    def _after(self, one: ShownStatement, passage: Passage) -> str:
        """The sentence before a passage, where the first words lean on it."""
        side = self._side(passage)
        first = passage.said[0]
        if standing(first, side).leans:
            return sentence_before(first, side)
        if one.fate == "changed" or not adds(first.text, side.language):
            return ""
        before = sentence_before(first, side)
        return "" if self._counterparts.says(before, new=not passage.new) else before

    def _behind(self, passage: Passage) -> str:
        """The sentence behind changed ones that limits them or says more of them, where it stands on both
        sides, or that says now what they say no more: without it a right looks narrowed that is not."""
        for is_new, side in enumerate(self._sides):
            last = (passage.old, passage.new)[is_new][-1]
            rest = side.clauses[last.clause].text[last.start + len(last.text) :]
            said = visible(next(iter(sentences(rest, side.language)), ""))
            if is_new and len(said.split()) <= _GOES_ON and _says_what_went(said, passage):
                return f"goes on: “{said}”"
            is_there = bool(said) and self._counterparts.says(said, new=not is_new)
            if is_there and links(said, side.language) and len(said.split()) <= _GOES_ON:
                return f"goes on as before: “{said}”"
        return ""

    # --- the words

    def _extract_unsaid(self, passage: Passage, room: int) -> tuple[Extract, bool]:
        """The words that are quoted of a section or an entry, without what the other side says too; and
        whether that says a part of all of them."""
        first = shown = self._extract(passage, room)
        barred: set[Quote] = set()
        for _ in range(_TRIES):
            said = {one for one in shown.shown if self._is_said_in_part(one, passage)}
            if not said:
                return shown, False
            barred |= said
            if all(one in barred for one in passage.said):
                break
            shown = self._extract(passage, room, barred)
        return first, True

    def _is_said_in_part(self, one: Quote, passage: Passage) -> bool:
        """Whether the other side says a sentence of a passage, or a part of it."""
        is_new = bool(passage.new)
        return (
            self._counterparts.of(one.text, new=is_new) is not None
            or self._counterparts.held(one.text, new=not is_new)
            or self._counterparts.answered(one.text, new=not is_new)
        )

    def _extract(self, passage: Passage, room: int, barred: Collection[Quote] = ()) -> Extract:
        """The words that are quoted of a passage of one side."""
        is_new = bool(passage.new)
        said: list[Quote] = []
        worth: list[float] = []
        for one in passage.said if passage.head else self._unsaid(passage):
            known = self._statements.get((is_new, one.clause), ())
            quoted = [(its, weight) for its, weight in known if _holds(one, its)]
            said.append(next((its for its, _ in quoted if its.text == one.text), one))
            weight = max((weight for _, weight in quoted), default=float("-inf"))
            worth.append(float("-inf") if has_hole(one.text) else weight)
        place = QuotePlace(named=bool(passage.head), room=room)
        return extract(said, worth, self._side(passage), barred, place)

    def _unsaid(self, passage: Passage) -> Sequence[Quote]:
        """The sentences of a passage of one side that the other side does not say nearly as they are; all of
        them where it says all."""
        if not 1 < len(passage.said) <= _READ:
            return passage.said
        language = self._comparison.new.language
        is_new = bool(passage.new)
        near = [self._counterparts.of(one.text, new=is_new) for one in passage.said]
        is_whole = len({one.clause for one in passage.said}) == 1  # quoted with what it gave way to
        kept = [
            not other.stays and is_whole if other else not self._counterparts.held(one.text, new=not is_new)
            for one, other in zip(passage.said, near, strict=True)
        ]
        for place in range(len(kept) - 1, 0, -1):  # what a sentence leans on stands with it
            one, before = passage.said[place], passage.said[place - 1]
            if kept[place] and one.clause == before.clause and leans(visible(one.text).split(), language):
                kept[place - 1] = True
        return [one for one, is_kept in zip(passage.said, kept, strict=True) if is_kept] or passage.said

    def _at_home(self, passage: Passage) -> Passage:
        """A passage of both sides without what another place of the other side says in its stead: there it is
        told, as what was before."""
        old = tuple(one for one in passage.old if not self._is_elsewhere(one, passage.new, new=False))
        new = tuple(one for one in passage.new if not self._is_elsewhere(one, passage.old, new=True))
        is_clear = not any(
            leans(visible(side[0].text).split(), self._comparison.new.language) for side in (old, new) if side
        )
        return passage._replace(old=old, new=new) if is_clear and (old or new) else passage

    def _is_elsewhere(self, one: Quote, beside: Sequence[Quote], *, new: bool) -> bool:
        near = self._counterparts.of(one.text, new=new)
        if near is None or near.stays or address_kinds(one.text):
            return False
        return f" {compared(near.words)} " not in f" {compared(_text(beside))} "

    def _label(self, passage: Passage, shown: Extract) -> str:
        """How words that came or went are called: new or gone where the other side says nothing like them. An
        address mostly has another in its place."""
        is_new = bool(passage.new)
        if all(self._counterparts.held(one.text, new=not is_new) for one in shown.shown):
            return _SAID_OTHERWISE[is_new]
        for one in shown.shown:
            if len(one.text.split()) < _FULL and len(shown.shown) > 1:
                continue
            went = list(self._went(one, new=not is_new))
            if self._counterparts.nearest(one.text, went, self._came(one, new=is_new), new=is_new):
                return _SAID_OTHERWISE[is_new]
            is_item = self._side(passage).clauses[one.clause].kind == "item"
            is_like = (is_item and address_kinds(one.text)) or self._is_said_in_part(one, passage)
            if is_like or self._counterparts.covered(one.text, new=not is_new) >= SAID_IN_PART:
                return _IN_PART[is_new]
            if self._counterparts.of_one_matter(one.text, went):
                return _IN_PART[is_new]
        return _LABELS[passage.kind][is_new]

    def _other_words(self, passage: Passage, shown: Extract) -> str:
        """In which words the other side says what is quoted, "" if that takes more than a few."""
        is_new = bool(passage.new)
        first = shown.shown[0].text
        near = self._counterparts.of(first, new=is_new)
        said = near.words if near else visible(self._counterparts.holder(first, new=not is_new))
        if len(shown.shown) > 1 or not 0 < len(said.split()) <= _GOES_ON:
            return ""
        return f"said before: “{said}”" if is_new else f"still says: “{said}”"

    def _went(self, one: Quote, *, new: bool) -> Iterator[str]:
        """The sentences that changed or went on a side in the section of that name of a sentence of the
        other one, or at its place."""
        side = self._sides[new]
        in_section = self._changed[new].get(self._section(one.path), ())
        at_place = self._beside[not new].get(one.clause, ())
        for place in dict.fromkeys((*in_section[:_MATES], *at_place[:_MATES])):
            yield from sentences(side.clauses[place].text, side.language)

    def _came(self, one: Quote, *, new: bool) -> Iterator[str]:
        """The sentences that changed or came on its own side in the section of a sentence."""
        side = self._sides[new]
        for place in self._changed[new].get(self._section(one.path), ())[:_MATES]:
            yield from sentences(side.clauses[place].text, side.language)

    @cached_property
    def _changed(self) -> tuple[Mapping[str, list[int]], Mapping[str, list[int]]]:
        """The places of the clauses of either side that changed, by the nearest headings above them."""
        found: tuple[dict[str, list[int]], dict[str, list[int]]] = {}, {}
        for change in self._comparison.diff.changes:
            if change.rewords:
                for side, document, places in zip(found, self._sides, change.places, strict=True):
                    for place in places:
                        clause = document.clauses[place]
                        if clause.kind != "heading":
                            side.setdefault(self._section(clause.path), []).append(place)
        return found

    def _section(self, path: Sequence[str]) -> str:
        """The nearest heading, as it was where it was worded otherwise."""
        name = compared(path[-1]) if path else ""
        return self._renamed.get(name, name)

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        """The headings that were worded otherwise, by what they are now."""
        sides = [
            (self._sides[0].clauses[one.old[0]], self._sides[1].clauses[one.new[0]])
            for one in self._comparison.diff.changes
            if one.edits
        ]
        return {compared(new.text): compared(old.text) for old, new in sides if new.kind == "heading"}

    @cached_property
    def _beside(self) -> tuple[Mapping[int, list[int]], Mapping[int, list[int]]]:
        """For each clause that came or went those of the other side that went or came at its place."""
        return beside(self._comparison.diff.changes)

    def _replaced(self, said: Quote, passage: Passage) -> str:
        """The sentence of the other side, in another place, that gave way to one of a passage, or took its
        place; "" if there is none that a reader understands alone."""
        is_new = bool(passage.new)
        near = self._counterparts.of(said.text, new=is_new)
        if near is not None and not near.stays:
            other = near.words
        else:
            went = self._went(said, new=not is_new)
            came = self._came(said, new=is_new)
            other = "" if near else self._counterparts.nearest(said.text, went, came, new=is_new)
        if len(f"{said.text} {other}".split()) > _BOTH:
            return ""
        return "" if leans(other.split(), self._comparison.new.language) else other

    def _both(
        self, old: str, new: str, telling: Collection[str] = (), *, is_pair: bool
    ) -> tuple[LedeQuote, ...]:
        """Now and before, of each what changed; the other way round where words only went: then they are the
        news."""
        old, new = self._without_said(old, new, is_new=False), self._without_said(new, old, is_new=True)
        if not (old and new):
            return (LedeQuote("now", new) if new else LedeQuote("before", old),)
        said = changed_quotes(old, new, self._comparison.new.language, telling, is_pair=is_pair)
        both = [LedeQuote("now", said.new), LedeQuote("before", said.old)]
        if said.is_gone:
            both.reverse()
        quotes = (one._replace(words=_BULLET.sub("", one.words)) for one in both)
        return tuple(one for one in quotes if one.words)

    def _without_said(self, said: str, other: str, *, is_new: bool) -> str:
        """Words of one side without a last sentence that joined the one before it and that the other side
        says too, behind the words that it is compared with."""
        spans = list(sentence_spans(said, self._comparison.new.language))
        starts = [start for start, _ in spans[1:]] + [one.end() for one in _TAIL.finditer(said)]
        for start in sorted(set(starts)):
            tail = compared(said[start:])
            if (
                len(tail.split()) >= _JOINED
                and tail in self._said[not is_new]
                and tail not in compared(other)
            ):
                return said[:start].rstrip()
        return said

    def _unlike(self, old: str, new: str) -> tuple[str, str]:
        """Both sides of a place without the sentences that the other side says as they are, wherever that
        is: no other sentence gave way to them. Unless none is left."""
        said = [
            " ".join(one for one in self._parts(text) if compared(one) not in there)
            for text, there in zip((old, new), reversed(self._said), strict=True)
        ]
        return (said[0], said[1]) if any(said) else (old, new)

    def _parts(self, text: str) -> Iterator[str]:
        """The sentences of a text, also behind one that ends with a number."""
        for one in sentences(text, self._comparison.new.language):
            yield from _NUMBER_END.split(one)

    @cached_property
    def _said(self) -> tuple[frozenset[str], frozenset[str]]:
        """The sentences of either side, as texts are compared."""
        return tuple(  # type: ignore[return-value]
            frozenset(compared(one) for clause in side.clauses for one in self._parts(clause.text))
            for side in self._sides
        )


def _claiming_less(point: LedePoint) -> LedePoint:
    """A point of words at whose place the other side says something too."""
    named = dict(zip(_LABELS["words"], _IN_PART, strict=True))
    return replace(point, label=named.get(point.label, point.label))


def _only(passage: Passage, quote: LedeQuote) -> Passage:
    """Of a passage of both sides the sentences of one that a quote is of."""
    side = passage.new if quote.which == "now" else passage.old
    said = {*compared(quote.words).split()}
    held = max(side, key=lambda one: len(said & {*compared(one.text).split()}))
    return passage._replace(
        old=() if quote.which == "now" else (held,), new=(held,) if quote.which == "now" else ()
    )


def _are_strangers(passage: Passage) -> bool:
    """Whether at a place only one side has the line that introduces a list, and the other one next to none of
    its words: then the one did not take the place of the other."""
    leads = {_text(side).rstrip().endswith(":") for side in (passage.old, passage.new)}
    return len(leads) > 1 and shared(passage.old, passage.new) < _STRANGE


def _says_what_went(said: str, passage: Passage) -> bool:
    """Whether a sentence has several of the telling words that changed sentences lost."""
    lost, kept, its = (
        frozenset(word for word in compared(one).split() if len(word) >= _TELLING)
        for one in (_text(passage.old), _text(passage.new), said)
    )
    return len((lost - kept) & its) >= _SEVERAL


def _size(passage: Passage) -> str:
    """How long the side of a passage is that came or went whole."""
    return wording.size(len(_text(passage.said).split()))


def _text(said: Iterable[Quote]) -> str:
    return " ".join(one.text for one in said)


def _holds(sentence: Quote, quote: Quote) -> bool:
    """Whether the middle of words of the same clause stands in a sentence."""
    middle = quote.start + len(quote.text) // 2
    return sentence.start <= quote.start < sentence.start + len(sentence.text) or (
        sentence.start <= middle < sentence.start + len(sentence.text)
    )
