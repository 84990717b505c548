"""Points of a lede, made of passages: a statement -> what became of the words around it, and these words.

Words are called new or gone only where the other side says nothing like them; what stands in their place is
told with them, and so are the heading, the list or the row that says what they are about.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policydiff.report.characters import visible
from policydiff.report.lede_names import NamePoints
from policydiff.report.lede_passages import PAIRED
from policydiff.report.lede_places import (
    heading_above,
    line_above_list,
    list_introduction,
    quote_of,
    stands_above,
)
from policydiff.report.lede_point import IN_ANNOUNCEMENT, IN_LIST, LedePoint, LedeQuote
from policydiff.report.passage_counterparts import (
    CAME_OR_WENT,
    FULL,
    IN_PART,
    SAID_OTHERWISE,
    PassageCounterparts,
    words_of,
)
from policydiff.report.passage_extracts import PassageExtracts
from policydiff.report.passage_pairs import PassagePairs, are_related, without_stranger
from policydiff.report.quotes import in_short
from policydiff.report.section_points import SectionPoints
from policydiff.report.standing_alone import SHORT, adds, sentence_before, standing
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Comparison, Quote
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.finding_cards import ShownFinding, ShownStatement
    from policydiff.report.lede_order import QuotableStatement
    from policydiff.report.lede_passages import Passage
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.passage_extracts import Extract

_LINKED = 30
"""Words of a sentence that is quoted with its link, at most."""


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
        self.sides = comparison.old, comparison.new
        """Both documents."""
        self._others = PassageCounterparts(comparison, counterparts)
        self._pairs = PassagePairs(comparison, counterparts)
        self._extracts = PassageExtracts(comparison, self._others, found)
        self._sections = SectionPoints(comparison, title, self._extracts)

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
        label = "New link" if leads else "Link gone"
        return LedePoint(label, where, (said, address), number, came=bool(leads))

    def point(self, number: int, one: ShownStatement, passage: Passage) -> LedePoint:
        """What became of the words of a passage, and the words with where they stand.

        Args:
            number: the number of the finding that is quoted.
            one: its statement.
            passage: the passage that holds it.
        """
        if one.fate == "changed" and (name := self._names.point(one.edits)):
            return replace(name, finding=number)
        if passage.old and passage.new:
            passage = self._others.at_home(passage)
        if passage.old and passage.new:
            passage = self._pairs.without_sister(without_stranger(passage), is_new=one.new is not None)
        if passage.old and passage.new:
            return self._of_both_sides(number, one, passage)
        one = replace(one, old=one.old if passage.old else None, new=one.new if passage.new else None)
        if passage.kind in ("section", "entry"):
            return self._sections.headed(number, passage)
        if passage.kind == "row":
            return self._sections.row(number, passage)
        if len(passage.said) == 1 and (other := self._others.replaced(passage.said[0], passage)):
            said = passage.said[0].text
            both = self._pairs.both(*((other, said) if passage.new else (said, other)))
            return self._placed(_of_quotes(both, number), one, listed=False)
        return self._of_one_side(number, one, passage)

    def _of_both_sides(self, number: int, one: ShownStatement, passage: Passage) -> LedePoint:
        """What a place says now and what it said before."""
        sides = self._pairs.unlike(words_of(passage.old), words_of(passage.new))
        both = self._pairs.both(*sides)
        if one.fate != "changed" and both[1:] and not are_related(both):
            both = both[:1] if one.new else both[1:]
        if not both[1:]:
            return _claiming_less(self.point(number, one, _only(passage, both[0])))
        point = LedePoint("Changed", "", both, number, after=self._after(one, passage, passage.said[0]))
        point = replace(point, more=self._pairs.behind(passage))
        return self._placed(point, one)

    def _of_one_side(self, number: int, one: ShownStatement, passage: Passage) -> LedePoint:
        """Words that came or went, with what the other side says in their place."""
        shown = self._extracts.of(passage)
        quotes = tuple(LedeQuote("", words) for words in shown.with_ends)
        label = self._others.label(passage, shown.shown)
        opening = next((each for each in shown.shown if len(each.text.split()) >= FULL), None)
        is_read = len(quotes) == 1 and len(quotes[0].words.split()) <= PAIRED
        if is_read and opening and (other := self._others.replaced(opening, passage)):
            which = ("now", "before") if passage.new else ("before", "now")
            label = "Changed"
            quotes = LedeQuote(which[0], quotes[0].words), LedeQuote(which[1], other)
        more = self._others.other_words(passage, shown.shown) if label in SAID_OTHERWISE else ""
        is_alone = label != "Changed"
        came = bool(passage.new) if is_alone else None
        after = self._after(one, passage, shown.shown[0])
        point = LedePoint(label, "", quotes, number, after=after, more=more, came=came)
        return self._placed(point, one, shown, listed=is_alone)

    # --- where it stands

    def _placed(
        self, point: LedePoint, one: ShownStatement, shown: Extract | None = None, *, listed: bool = True
    ) -> LedePoint:
        """A point with the heading of a statement, or its list unless what is set against it may stand in
        another place; or that it stands beside the policy."""
        if one.new is not None and self._comparison.new.clauses[one.new.clause].announcement:
            return replace(point, stands=IN_ANNOUNCEMENT)
        lead = list_introduction(self._comparison, one)
        quote = one.new or one.old
        is_led = shown is not None and quote is not None and shown.shown[0].clause != quote.clause
        if lead and listed and not is_led:
            return replace(point, where=lead, stands=IN_LIST)
        if is_led and shown and not point.after:
            side = self.sides[one.new is not None]
            point = replace(point, after=line_above_list(side, shown.shown[0].clause))
        if is_led and shown:
            one = replace(one, new=shown.shown[0]) if one.new else replace(one, old=shown.shown[0])
        where = heading_above(self._comparison, self._title, one, listed=listed and not is_led)
        now = next((quote.words for quote in point.quotes if quote.which == "now"), "")
        if now and one.new is None:  # no heading of the old text for words of the new one
            there = quote_of(self._comparison.new, now)
            if there is not None and not stands_above(self._comparison.new, there.clause, where):
                where = heading_above(self._comparison, self._title, replace(one, old=None, new=there))
        is_quoted = any(quote.words == where for quote in point.quotes)  # it came with them
        return point if is_quoted else replace(point, where=where)

    def _after(self, one: ShownStatement, passage: Passage, first: Quote) -> str:
        """The sentence before the first one that is quoted of a passage, where it leans on it."""
        side = self.sides[bool(passage.new)]
        if standing(first, side).leans:
            return sentence_before(first, side)
        if one.fate == "changed" or not adds(first.text, side.language):
            return ""
        before = sentence_before(first, side)
        return "" if self._counterparts.says(before, new=not passage.new) else before


def _of_quotes(both: tuple[LedeQuote, ...], number: int) -> LedePoint:
    """A point of what a place says now and what it said before; of one of them alone that it says that."""
    if both[1:]:
        return LedePoint("Changed", "", both, number)
    label = IN_PART[both[0].which == "now"]
    return LedePoint(label, "", (both[0]._replace(which=""),), number)


def _claiming_less(point: LedePoint) -> LedePoint:
    """A point of words at whose place the other side says something too."""
    named = dict(zip(CAME_OR_WENT, IN_PART, strict=True))
    return replace(point, label=named.get(point.label, point.label))


def _only(passage: Passage, quote: LedeQuote) -> Passage:
    """Of a passage of both sides the sentences of one that a quote is of."""
    is_new = quote.which == "now"
    said = {*compared(quote.words).split()}
    side = passage.new if is_new else passage.old
    held = tuple(one for one in side if said.issuperset(compared(one.text).split())) or side  # it may be cut
    return passage._replace(old=() if is_new else held, new=held if is_new else ())
