"""Up to three quotes of the most important changes: cards of findings -> the points of a lede.

A quote says something by itself: what it leans on stands with it, a long one is cut between clauses, and
where an address moved the new one and the old one are one point.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import Edit
from policydiff.report import finding_cards
from policydiff.report.characters import clipped, visible
from policydiff.report.counterparts import SAID_IN_PART, Counterparts, address_kinds
from policydiff.report.lede_names import NamePoints
from policydiff.report.lede_order import DOUBTFUL, is_comfort, weightiest_first
from policydiff.report.lede_places import heading_above, list_introduction
from policydiff.report.lede_point import HEADING, LedePoint, LedeQuote
from policydiff.report.new_rows import NewRows
from policydiff.report.new_sections import HEADED, UNDER, NewSections
from policydiff.report.numbered_changes import below, section
from policydiff.report.quotes import (
    beside_edits,
    changed_clauses,
    changed_sentences,
    first_clauses,
    in_few_words,
    in_short,
    with_opening,
)
from policydiff.report.standing_alone import (
    SHORT,
    TOGETHER,
    adds,
    leans,
    sentence_before,
    sentence_behind,
    standing,
    without_link,
)
from policydiff.sentences import sentences
from policydiff.text import words
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policydiff.models import Comparison, EditOperation, Quote
    from policydiff.report.counterparts import Counterpart
    from policydiff.report.finding_cards import FindingCard, ShownFinding, ShownStatement, StatementFate
    from policydiff.report.lede_order import QuotableStatement

_FATES: Mapping[StatementFate, str] = {"new": "New", "gone": "Gone", "same": "Moved"}
_IN_PART: Mapping[StatementFate, str] = {"new": "Now says", "gone": "No longer says", "same": "Moved"}
"""The same of words of which the other side may say a part in other words: true in any case."""
_SECTIONS: Mapping[StatementFate, str] = {"new": "New section", "gone": "Section gone", "same": "Moved"}
POINTS = 3
OF_ITSELF = frozenset[str](("controller-contact", "change-notice", "effective-date"))
"""What a policy says of itself: who is behind it, and how it changes."""
_ALIKE = 0.6
"""Share of words in common of two quotes that say the same, of different people or purposes."""
_NEIGHBOURS = 12.0
"""By how much less, in log-odds, what stands before it in the policy may be worth to be told before it."""
_BOTH_LONG, _BESIDE_LONG = 110, 45
"""Words of both sides of a change from which each is cut, and what is left of it."""
_BOTH = 80
"""Words of two sentences of which one replaced the other and that a reader compares, at most."""
_IN_LIST = "in the list"
"""How an item stands to what introduces its list."""
_REPLACED = 2
"""Sentences of one side that gave way to one or two of the other, at most."""
_STAYS = 0.5
"""Share of the rare words of a sentence that one of the other side holds, from which it only moved."""
_LABEL = 3
"""Words of a line that only names what comes: "By post"."""
_BRIEF = 16
"""Words of a quote that takes a sentence behind it, and of that sentence, at most."""
_ENDS = (".", "!", "?", "。")
"""With what a sentence ends."""
_BLANK = 2
"""Characters between two sentences of which one follows the other."""
_READ = 100
"""Words of a point that nobody reads beside others."""
_LINKED = 30
"""Words of a sentence that is quoted with its link, at most."""
_SENTENCE = 6
"""Words at the end of a sentence that may be another one."""
_BULLET = re.compile(r"^[o•·▪-]\s+|\s+[o•·▪-]\s*$")
"""A bullet that a page writes into its text."""


class ChosenPoints(NamedTuple):
    """What a lede quotes, and what it says of it."""

    points: tuple[LedePoint, ...]
    rank: int
    """That of the most important one of which the reader is not in doubt; 1 where there is none."""
    changes: frozenset[int] = frozenset()
    """The numbers of the changes that they quote."""
    unquoted: tuple[str, ...] = ()
    """The matters of other findings that may matter, in words, the most important first."""


def points(comparison: Comparison, title: str, cards: Sequence[FindingCard]) -> ChosenPoints:
    """The most important changes, none that says what another says; what the reader is in doubt about only
    where nothing else can be quoted.

    Args:
        comparison: what `compare` returned.
        title: the title of the document, which is no heading worth telling.
        cards: its findings.
    """
    chosen = _apart(_PointMaker(comparison, title), cards)
    sure = (one.finding.rank for one, _ in chosen if one.worth > DOUBTFUL)
    rank = max(sure, default=min(finding_cards.RANKS))
    quoted = frozenset(one.statement.entry for one, _ in chosen if one.statement)
    quoted |= {place for _, point in chosen for place in point.places}
    ordered = tuple(_in_reading_order(chosen))
    shown = tuple(map(_beside, ordered, (None, *ordered)))
    return ChosenPoints(shown, rank, quoted, tuple(_unquoted(cards, [one for one, _ in chosen])))


def _unquoted(cards: Sequence[FindingCard], chosen: Sequence[QuotableStatement]) -> Iterator[str]:
    """The matters of findings of which nothing is quoted and that the reader does not doubt, each once."""
    matters = {one.finding.matter for one in chosen}
    quoted = {(one.statement.old, one.statement.new) for one in chosen if one.statement}
    for one in (each for card in cards for each in card.findings):
        is_of_weight = one.rank > min(finding_cards.RANKS) and one.finding.weight > DOUBTFUL
        is_quoted = one.matter in matters or any((each.old, each.new) in quoted for each in one.statements)
        if is_of_weight and not is_quoted and one.finding.category not in OF_ITSELF:
            matters.add(one.matter)
            yield one.matter


def _apart(maker: _PointMaker, cards: Sequence[FindingCard]) -> list[tuple[QuotableStatement, LedePoint]]:
    """The weightiest statements, without those that say what one before them says, and without weak ones
    beside others."""
    found: list[tuple[QuotableStatement, LedePoint]] = []
    before: list[frozenset[str]] = []
    names: list[tuple[QuotableStatement, LedePoint]] = []
    for one in weightiest_first(maker.comparison, cards, maker.counterparts):
        is_weak = one.standing.is_scrap or one.is_said_there or one.worth < DOUBTFUL
        if is_weak and (found or names):
            continue
        if _is_lesser_link(one) and any(not each.finding.links for each, _ in found):
            continue
        point = maker.point(one)
        if found and len(point.text.split()) > _READ:
            continue
        if point.places:  # another name or address: behind what was done
            names += [(one, point)] if all(point.quotes != each.quotes for _, each in names) else []
            continue
        said = _key(point)
        held = next((place for place, its in enumerate(before) if its < said), None)
        others = (its for place, its in enumerate(before) if place != held)
        if any(said <= its or len(said & its) > _ALIKE * len(said | its) for its in others):
            continue
        if held is None:
            before.append(said)
            found.append((one, point))
        elif len(found[held][1].quotes) == 1:  # the sentence that this one leans on
            before[held], found[held] = said, (one, point)
        if len(found) == POINTS:
            break
    said_names = [frozenset(words(point.quotes[0].words.casefold())) for _, point in names]
    apart = [
        each
        for each, its in zip(found, before, strict=True)
        if not any(len(its & name) > _ALIKE * len(its | name) for name in said_names)
    ]
    entries = {one.statement.entry for one, _ in apart if one.statement}
    return [*apart, *(each for each in names if not entries.issuperset(each[1].places))][:POINTS]


def _is_lesser_link(one: QuotableStatement) -> bool:
    """Whether a link leads elsewhere that nobody puts on top: beside what the text says it is left to the
    page."""
    return bool(one.finding.links) and one.finding.rank < max(finding_cards.RANKS)


def _key(point: LedePoint) -> frozenset[str]:
    """By what two points say the same: the words quoted first, of links their two addresses."""
    if point.link:
        return frozenset(quote.words for quote in point.quotes if quote.address)
    return frozenset(words(point.quotes[0].words.casefold()))


def _in_reading_order(found: Sequence[tuple[QuotableStatement, LedePoint]]) -> Iterator[LedePoint]:
    """Neighbours of one section in the order of the policy: a passage is shown as it is written; but
    the news stands before what comforts. What a new section says stands together."""
    for _, group in groupby(_sections_together(found), lambda each: (each[1].label, each[1].where)):
        run = list(group)
        weightiest = run[0]
        run.sort(key=lambda each: _place(each[0].statement))
        first, top = run[0][0], weightiest[0]
        is_headed = run[0][1].stands == HEADED and not is_comfort(first.finding.finding)  # a story of its own
        is_lower = top.finding.rank < max(finding_cards.RANKS)
        is_passage = is_headed or (first.finding is top.finding and is_lower)
        is_lesser = first.worth < top.worth - _NEIGHBOURS or is_comfort(first.finding.finding)
        follows = any(_follows(weightiest[0].statement, each[0].statement) for each in run)
        is_lesser = is_lesser and not is_passage and not is_comfort(top.finding.finding)
        if is_lesser and (not follows or weightiest[1].quotes[0].words[0] == "…"):
            run.remove(weightiest)
            run.insert(0, weightiest)
        yield from (point for _, point in run)


def _sections_together(
    found: Sequence[tuple[QuotableStatement, LedePoint]],
) -> list[tuple[QuotableStatement, LedePoint]]:
    """The same with what a section says that came or went whole behind its first quote."""
    firsts: dict[tuple[str, str], int] = {}
    for place, (_, point) in enumerate(found):
        if point.stands == HEADED:
            firsts.setdefault((point.label, point.where), place)
    places = [
        firsts[point.label, point.where] if point.stands == HEADED else place
        for place, (_, point) in enumerate(found)
    ]
    return [found[place] for place in sorted(range(len(found)), key=places.__getitem__)]


def _follows(one: ShownStatement | None, before: ShownStatement | None) -> bool:
    """Whether a statement that came or went is the sentence behind another one: read before it, it answers
    nothing."""
    here, there = ((each.new or each.old) if each else None for each in (one, before))
    if one is None or before is None or here is None or there is None:
        return False
    gap = here.start - there.start - len(there.text)
    is_beside = here.clause == there.clause and 0 <= gap <= _BLANK
    return is_beside and one.fate == before.fate and one.fate in ("new", "gone")


def _beside(one: LedePoint, before: LedePoint | None) -> LedePoint:
    """A point without the heading that the point before it has."""
    if before is None or not one.where or (one.where, one.stands) != (before.where, before.stands):
        return one
    if one.stands == HEADED:
        return replace(one, label="Also in it", where="", stands="")
    return replace(one, where="", stands=f"in the same {'list' if one.stands == _IN_LIST else 'section'}")


def _place(one: ShownStatement | None) -> tuple[int, int]:
    quote = (one.new or one.old) if one else None
    return (quote.clause, quote.start) if quote else (0, 0)


class _PointMaker:
    """Makes points of the statements of one comparison."""

    def __init__(self, comparison: Comparison, title: str) -> None:
        self.comparison = comparison
        self.counterparts = Counterparts(comparison.old, comparison.new)
        self.names = NamePoints(comparison)
        self._title = title
        self._sections = NewSections(comparison)
        self._rows = NewRows(comparison)

    def point(self, one: QuotableStatement) -> LedePoint:
        """What became of the words, and the words with where they stand."""
        finding, statement, number = one.finding.finding, one.statement, one.finding.number
        if finding.link_old or finding.link_new:
            return self._link(one.finding, statement)
        if statement is None:
            return LedePoint("Changed", "", (LedeQuote("", visible(finding.sentence)),), number)
        where, stands = (
            heading_above(self.comparison, self._title, statement),
            self._sections.stands(statement),
        )
        if stands == HEADED and not where:
            stands = UNDER
        if stands == UNDER and (lead := list_introduction(self.comparison, statement)):
            where, stands = lead, _IN_LIST
        if statement.fate == "changed" and (name := self.names.point(statement.edits)):
            return replace(name, finding=number)
        both = self._sides(statement) if stands != HEADED else None
        if both is not None:
            after = self._after(statement)
            return LedePoint("Changed", where, both, number, stands=stands, after=after)
        quote = statement.new or statement.old
        assert quote is not None
        if row := self._rows.words(quote, new=statement.new is not None):
            return self._row(statement, quote, row, number)
        said, after = self._alone(statement, quote)
        label = (_SECTIONS if stands == HEADED else self._labels(statement, quote))[statement.fate]
        return LedePoint(label, where, (LedeQuote("", said),), number, stands=stands, after=after)

    def _row(self, one: ShownStatement, quote: Quote, row: str, number: int) -> LedePoint:
        """A row of a table that came or went whole."""
        side = self.comparison.new if one.new else self.comparison.old
        above = below(self.comparison, section(side.clauses[quote.clause]))[-1:]
        where = clipped(visible(next(iter(above), "")), HEADING)
        return LedePoint("New row" if one.new else "Row gone", where, (LedeQuote("", row),), number)

    def _labels(self, one: ShownStatement, quote: Quote) -> Mapping[StatementFate, str]:
        """How words that came or went are called: new or gone where the other side says nothing like them. An
        address mostly has another in its place."""
        side = self.comparison.new if one.new else self.comparison.old
        is_address = side.clauses[quote.clause].kind == "item" and bool(address_kinds(quote.text))
        is_like = is_address or self._counterpart(one, quote) is not None
        covered = self.counterparts.covered(quote.text, new=one.new is None)
        return _IN_PART if is_like or covered >= SAID_IN_PART else _FATES

    def _counterpart(self, one: ShownStatement, quote: Quote) -> Counterpart | None:
        """What the other side says in the place of words that came or went."""
        return self.counterparts.of_new(quote.text) if one.new else self.counterparts.of_gone(quote.text)

    def _link(self, shown: ShownFinding, statement: ShownStatement | None) -> LedePoint:
        finding, number = shown.finding, shown.number
        leads, led = visible(finding.link_new), visible(finding.link_old)
        quote = (statement.new or statement.old) if statement else None
        said = LedeQuote("", in_short(quote) if quote else "")
        if leads and led:
            both = LedeQuote("now", leads, address=True), LedeQuote("before", led, address=True)
            is_quoted = SHORT <= len(said.words.split()) <= _LINKED
            holds = (said._replace(which="in"),) if is_quoted else ()
            return LedePoint("Link", "", (*holds, *both), number, link=visible(finding.sentence).rstrip("."))
        where = heading_above(self.comparison, self._title, statement) if statement else ""
        address = LedeQuote("it leads to" if leads else "it led to", leads or led, address=True)
        return LedePoint("New link" if leads else "Link gone", where, (said, address), number)

    def _sides(self, one: ShownStatement) -> tuple[LedeQuote, ...] | None:
        """Now and before, also where the two were not told as one; None where there is one side."""
        if one.old is not None and one.new is not None:
            return self._address_moved(one.edits) or _both_quotes(
                [*self._apart(one.edits), *self._gone_behind(one.old)],
                one.old,
                one.new,
                self.comparison.new.language,
            )
        quote = one.new or one.old
        assert quote is not None
        other = self._replaced(one, quote)
        old, new = (other, quote.text) if one.new else (quote.text, other)
        if not other or len(f"{old} {new}".split()) > _BOTH:  # the other one is on the page
            return None
        return _both_quotes(text_edits(old, new), old, new, self.comparison.new.language)

    def _replaced(self, one: ShownStatement, quote: Quote) -> str:
        """The sentence of the other side that gave way to these words, or took their place; "" if there is
        none that a reader understands alone."""
        near = self._counterpart(one, quote)
        if near is None or near.stays:
            return self._in_its_place(quote, is_new=one.new is not None)
        return "" if leans(near.words.split(), self.comparison.new.language) else near.words

    def _in_its_place(self, quote: Quote, *, is_new: bool) -> str:
        """The sentence that stands on the other side where this one does, between the same words, and only
        there: the one replaced the other; "" if there is none."""
        here, there = self.comparison.old, self.comparison.new
        if is_new:
            here, there = there, here
        partner = next(iter(self._partners(quote.clause, is_new=is_new)), None)
        if partner is None:
            return ""
        mine = sentences(here.clauses[quote.clause].text, here.language)
        others = sentences(there.clauses[partner].text, there.language)
        place = next((n for n, one in enumerate(mine) if quote.text.startswith(one)), None)
        if place is None:
            return ""
        behind = others.index(mine[place - 1]) + 1 if place and mine[place - 1] in others else 0
        if place and not behind:
            return ""
        ahead = next((n for n, one in enumerate(others[behind:], behind) if one in mine[place:]), len(others))
        after = mine.index(others[ahead]) if ahead < len(others) else len(mine)
        if max(ahead - behind, after - place) > _REPLACED:  # rewritten: none of them has one place
            return ""
        other = " ".join(others[behind:ahead])
        is_torn = other[:1].islower() or quote.text[:1].islower()  # lines that a page breaks anywhere
        fits = not is_torn and _LABEL < len(other.split()) <= _BOTH - len(quote.text.split())
        stays = self.counterparts.covered(other, new=is_new) >= _STAYS
        return other if fits and not stays else ""

    def _partners(self, clause: int, *, is_new: bool) -> tuple[int, ...]:
        """The clauses of the other side that became a reworded one."""
        for change in self.comparison.diff.changes:
            if clause in (change.new if is_new else change.old):
                return (change.old if is_new else change.new) if change.edits else ()
        return ()

    def _address_moved(self, edits: Sequence[Edit]) -> tuple[LedeQuote, ...]:
        """The new address and the old one, where all that changed is that an address went from a sentence and
        the new one stands in a sentence of its own."""
        went = visible("".join(edit.old for edit in edits if edit.operation == "delete"))
        if any(edit.operation == "insert" for edit in edits) or not address_kinds(went):
            return ()
        near = self.counterparts.of_gone(went)
        if near is None or near.stays:
            return ()
        return tuple(
            LedeQuote(which, _BULLET.sub("", said)) for which, said in (("now", near.words), ("before", went))
        )

    def _apart(self, edits: Sequence[Edit]) -> Sequence[Edit]:
        """Edits without a sentence at their end that the other side has too: one that ran into another."""
        kept = list(edits)
        if kept and kept[-1].operation == "equal" and not words(kept[-1].old):
            kept.pop()
        edit = kept[-1] if kept else None
        if edit is None or edit.operation == "equal" or len((edit.old or edit.new).split()) < _SENTENCE:
            return edits
        is_there = self.counterparts.says(edit.old or edit.new, new=edit.operation == "delete")
        rest = kept[:-1]
        return rest if is_there and any(one.operation != "equal" for one in rest) else edits

    def _gone_behind(self, old: Quote) -> Iterator[Edit]:
        """The short sentence behind a changed one that went with it: "You may turn this off."."""
        said = sentence_behind(old, self.comparison.old)
        if not said or self.counterparts.says(said, new=True):
            return
        near = self.counterparts.of_gone(said)
        if near is None or near.stays:  # else it is an edited one
            yield Edit("delete", f" {said}", "")

    def _alone(self, one: ShownStatement, quote: Quote) -> tuple[str, str]:
        """The words of a statement that came or went, and the sentence before that they lean on: one quote
        if it came or went too."""
        side = self.comparison.new if one.new else self.comparison.old
        said = in_few_words(without_link(in_short(quote), side.language), side.language)
        before = self._after(one)
        if not before:
            return self._with_behind(said, one, quote), ""
        is_long = len(before.split()) + len(said.split()) > TOGETHER
        if is_long or self.counterparts.says(before, new=one.new is None):
            return said, before
        return f"{before} {said.removeprefix('… ')}", ""

    def _with_behind(self, said: str, one: ShownStatement, quote: Quote) -> str:
        """Words with the sentence behind them that came or went with them, where both are short or that one
        leans on them: "For this we will use your public posts."."""
        side = self.comparison.new if one.new else self.comparison.old
        behind = sentence_behind(quote, side)
        is_short = len(said.split()) <= _BRIEF and len(behind.split()) <= _BRIEF
        is_led = leans(behind.split(), side.language) and len(f"{said} {behind}".split()) <= TOGETHER
        if not (is_short or is_led) or behind[-1:] not in _ENDS or said.endswith("…"):
            return said
        is_other = one.new is None
        is_known = self.counterparts.says(behind, new=is_other)
        if is_known or (is_led and self.counterparts.covered(behind, new=is_other) >= SAID_IN_PART):
            return said
        return f"{said} {behind}"

    def _after(self, one: ShownStatement) -> str:
        """The sentence before, where the statement leans on it."""
        quote, side = (one.new, self.comparison.new) if one.new else (one.old, self.comparison.old)
        if quote is None:
            return ""
        if standing(quote, side).leans:
            return sentence_before(quote, side)
        if not adds(quote.text, side.language):
            return ""
        before = sentence_before(quote, side)
        is_known = self.counterparts.says(before, new=one.new is None)
        return "" if one.fate == "changed" or is_known else before


def _both_quotes(
    edits: Sequence[Edit], old: Quote | str, new: Quote | str, language: str
) -> tuple[LedeQuote, ...]:
    """Now and before; the other way round where words only went: then they are the news.

    The second side is cut down to what changed, and of a long sentence both are.
    """
    edits = _without_others(edits, language)
    sides: tuple[tuple[EditOperation, Quote | str], ...] = (("delete", old), ("insert", new))
    before, after = (beside_edits(edits, side) or _short(said) for side, said in sides)
    olds, news = (visible("".join(edit.old if n == 0 else edit.new for edit in edits)) for n in (0, 1))
    now = changed_clauses(edits, "insert", language) or with_opening(news, after, language)
    first, second = ("now", now), ("before", before)
    if all(edit.operation != "insert" for edit in edits):
        then = changed_clauses(edits, "delete", language) or with_opening(olds, before, language)
        first, second = ("before", then), ("now", after)
    both = [LedeQuote(which, _BULLET.sub("", said)) for which, said in (first, second)]
    if sum(len(one.words.split()) for one in both) > _BOTH_LONG:  # rewritten: how each side begins
        return tuple(one._replace(words=first_clauses(one.words, _BESIDE_LONG, language)) for one in both)
    return tuple(both)


def _without_others(edits: Sequence[Edit], language: str) -> Sequence[Edit]:
    """Edits without the sentences around them, where what is left does not lean on these."""
    kept = changed_sentences(edits, language)
    sides = ("".join(edit.old for edit in kept), "".join(edit.new for edit in kept))
    return edits if any(not side.strip() or leans(side.split(), language) for side in sides) else kept


def _short(said: Quote | str) -> str:
    return visible(said) if isinstance(said, str) else in_short(said)
