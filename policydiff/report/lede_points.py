"""Up to three points of a lede: cards of findings -> the places that changed most, in the policy's words.

A point is a passage and no statement: three points are three places. Of what other passages hold the lede
says only that the report lists it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report import finding_cards
from policydiff.report.characters import visible
from policydiff.report.idle_edits import only_defines, says_the_same, sums_up_news
from policydiff.report.lede_order import DESERVING, DOUBTFUL, is_comfort, quotable, weightiest_first
from policydiff.report.lede_passages import Passages, alone
from policydiff.report.lede_point import HEADED, IN_LIST
from policydiff.report.passage_counterparts import with_new_lead
from policydiff.report.passage_points import PassagePoints
from policydiff.report.repeated_quotes import tell_the_same
from policydiff.report.repeated_words import RepeatedWords
from policydiff.report.standing_alone import has_hole
from policydiff.report.what_leads import TellingPlace, leads
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Comparison, Document, Quote
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.finding_cards import FindingCard
    from policydiff.report.lede_order import QuotableStatement
    from policydiff.report.lede_passages import Passage
    from policydiff.report.lede_point import LedePoint
    from policydiff.report.numbered_changes import NumberedChange

POINTS = 3
OF_ITSELF = frozenset[str](("controller-contact", "change-notice", "effective-date"))
"""What a policy says of itself: who is behind it, and how it changes."""
_ALIKE = 0.75
"""Share of words in common of two quotes that say the same, of different people or purposes."""
_NEIGHBOURS = 12.0
"""By how much less, in log-odds, what stands before it in the policy may be worth to be told before it."""
_TELLING = 4
"""Letters of a word by which edits are told from others."""
_OF_SECTION = 2
"""Points of one section, at most, where there are others."""
_BRIEF = 35
"""Words of a change that is told beside the points, at most."""
_BRIEFS = 2
"""Changes that are told in a few words beside the points, at most."""


_TellingEdit = tuple[frozenset[str], frozenset[str]]
"""The telling words that a place of both sides lost, and those that it got."""


class ChosenPoints(NamedTuple):
    """What a lede quotes, and what it says of it."""

    points: tuple[LedePoint, ...]
    rank: int
    """That of the most important one of which the reader is not in doubt; 1 where there is none."""
    changes: frozenset[int] = frozenset()
    """The numbers of the changes that they quote."""


class QuotableChanges(NamedTuple):
    """What a lede may quote."""

    cards: Sequence[FindingCard]
    """The findings."""
    numbered: Sequence[NumberedChange]
    """The numbered changes."""
    every: bool
    """Whether so few places changed that a reader asks for each."""


class _PlacePoint(NamedTuple):
    """A point with what it tells."""

    weightiest: QuotableStatement
    held: Sequence[QuotableStatement]
    """All statements of which the reader is in no doubt that it tells."""
    point: LedePoint
    passage: Passage | None
    """None if a link is the news, or a finding has no words."""

    @property
    def said(self) -> frozenset[str]:
        """By what two points say the same: the words quoted first, of links their two addresses."""
        if self.point.link:
            return frozenset(quote.words for quote in self.point.quotes if quote.address)
        return frozenset(words(self.point.quotes[0].words.casefold()))

    @property
    def edit(self) -> _TellingEdit | None:
        """The telling words that a place of both sides lost and got; None where one side said nothing there,
        or where no such word is another one."""
        if self.passage is None or not self.passage.old or not self.passage.new:
            return None
        old, new = (
            frozenset(word for each in side for word in words(each.text.casefold()) if _tells(word))
            for side in (self.passage.old, self.passage.new)
        )
        return (old - new, new - old) if old != new else None


def points(
    comparison: Comparison,
    title: str,
    changes: QuotableChanges,
    counterparts: Counterparts,
) -> ChosenPoints:
    """The passages that changed most, none that says what another says; what the reader is in doubt about
    only where nothing else can be quoted.

    Args:
        comparison: what `compare` returned.
        title: the title of the document, which is no heading worth telling.
        changes: its findings and numbered changes.
        counterparts: what either side says in the place of words of the other.
    """
    cards, numbered, every = changes
    found = quotable(comparison, cards)
    maker = PassagePoints(comparison, title, counterparts, found, numbered)
    places = _PassagesFound(Passages(comparison, title), found, every=every)
    chosen, others = _apart(maker, places, weightiest_first(found, counterparts, places.of))
    sure = (each.finding.rank for one in chosen for each in one.held)
    brief = _briefly(maker, places, others, chosen) if chosen else ()
    free = list(islice(brief, POINTS - len(chosen)))
    quoted = {number for one in (*chosen, *free) for number in (*one.point.places, *_entries(one, numbered))}
    once = _repeats_once(chosen, RepeatedWords(comparison, numbered))
    shown = (*_leading_first(tuple(_in_reading_order(once)), comparison.new.language), *free)
    quoted.update(number for one in shown for number in one.point.places)
    each = (_beside(comparison, *both) for both in zip(shown, (None, *shown), strict=False))
    placed = (with_new_lead(one, counterparts, comparison.new.language) for one in each)
    return ChosenPoints(
        tuple(placed),
        max(sure, default=min(finding_cards.RANKS)),
        frozenset(quoted),
    )


def _briefly(
    maker: PassagePoints,
    places: _PassagesFound,
    unquoted: Iterable[QuotableStatement],
    chosen: Sequence[_PlacePoint],
) -> Iterator[_PlacePoint]:
    """The weightiest of what no point quotes, one of each heading, as far as a few words tell it: whole
    sections have a heading that does, and what leans on other words says nothing without them."""
    shown = list(chosen)
    heads = set[str]()
    for one in unquoted:
        passage = places.of(one)
        if one.statement is None or passage is None or passage.kind == "section" or _is_torn(passage):
            continue
        point = maker.point(one.finding.number, one.statement, alone(one.statement))
        its = _PlacePoint(one, [], point, alone(one.statement))
        is_short = sum(len(quote.words.split()) for quote in point.quotes) <= _BRIEF
        is_cut = len(point.quotes) == 1 and point.quotes[0].words.startswith("…")
        is_clear = not (
            is_cut or one.standing.leans or point.after or point.more or point.places or point.only_introduces
        )
        if (
            is_short
            and is_clear
            and point.where not in heads
            and not any(_say_the_same(its, each) for each in shown)
        ):
            shown.append(its)
            heads.add(point.where)
            yield its
            if len(heads) == _BRIEFS:
                return


def _repeats_once(chosen: Sequence[_PlacePoint], repeated: RepeatedWords) -> list[_PlacePoint]:
    """Points, of words that came or went in several places all of these."""
    return [
        one._replace(point=repeated.point(one.point, one.weightiest.statement.entry))
        if one.weightiest.statement
        else one
        for one in chosen
    ]


def _entries(one: _PlacePoint, numbered: Iterable[NumberedChange]) -> Iterator[int]:
    """The numbers of the changes that a point tells."""
    if one.weightiest.statement:
        yield one.weightiest.statement.entry
    if one.passage:
        whole = {*one.passage.places}
        olds = {quote.clause for quote in one.passage.old} | (whole if one.passage.old else set())
        news = {quote.clause for quote in one.passage.new} | (whole if one.passage.new else set())
        for entry in numbered:
            if any(olds.intersection(each.old) or news.intersection(each.new) for each in entry.changes):
                yield entry.number


class _PassagesFound:
    """The passages of statements, each with all that it holds."""

    def __init__(self, passages: Passages, found: Sequence[QuotableStatement], *, every: bool) -> None:
        self._passages = passages
        self._found = found
        self._every = every
        self._known: dict[tuple[Quote | None, Quote | None], Passage] = {}

    def of(self, one: QuotableStatement) -> Passage | None:
        """The passage of a statement, None where a link is the news."""
        if one.statement is None or one.finding.links:
            return None
        both = one.statement.old, one.statement.new
        if both not in self._known:
            self._known[both] = self._passages.of(one.statement)
        return self._known[both]

    @cached_property
    def _held(self) -> Mapping[Passage | None, list[QuotableStatement]]:
        held: dict[Passage | None, list[QuotableStatement]] = {}
        for one in self._found:
            held.setdefault(self.of(one), []).append(one)
        return held

    def held(self, one: QuotableStatement, passage: Passage | None) -> list[QuotableStatement]:
        """The statements of the passage of one of them of which the reader is in no doubt."""
        all_of_it = self._held[passage] if passage else [one]
        return [each for each in all_of_it if each.worth > DOUBTFUL]

    def deserve(self, one: QuotableStatement, passage: Passage | None) -> bool:
        """Whether the passage of a statement deserves a quote beside others. A link that is the news does
        only on top; of what no reader weighed the rules alone tell."""
        if passage is None:
            return not one.is_lesser_link
        worth = max((each.statement.worth for each in self._held[passage] if each.statement), default=0)
        return worth >= DESERVING if worth else not one.standing.is_scrap

    def others(self, quoted: Collection[Passage | None]) -> Iterator[QuotableStatement]:
        """The weightiest statement of each other passage that may matter."""
        for passage, held in self._held.items():
            weighty = (one for one in held if _is_of_weight(one) and not one.is_weak)
            if passage is None or passage.is_same:
                continue
            if passage not in quoted and (first := next(weighty, None)):
                yield first


def _is_of_weight(one: QuotableStatement) -> bool:
    """Whether a statement is more than a detail, and not of what a policy says of itself: who wrote it, and
    when, matters to nobody's rights."""
    return one.finding.rank > min(finding_cards.RANKS) and one.finding.finding.category not in OF_ITSELF


def _apart(
    maker: PassagePoints, places: _PassagesFound, ordered: Iterable[QuotableStatement]
) -> tuple[Sequence[_PlacePoint], Iterable[QuotableStatement]]:
    """The weightiest passages, without those that say what one before them says, and without weak ones beside
    others; and of each other passage that may matter its weightiest statement."""
    found: list[_PlacePoint] = []
    names: list[_PlacePoint] = []
    behind: list[_PlacePoint] = []
    known: set[Passage | None] = set()
    for one, is_idle in _idle_last(maker.sides, places, ordered):
        passage = places.of(one)
        says_little = one.is_said_there or is_idle or not places.deserve(one, passage)
        if says_little and (found or names):
            known.add(passage)
            continue
        if passage is not None and (passage.is_same or (found and _is_torn(passage))):
            continue
        if passage is None or one.statement is None:
            point = maker.link(one.finding, one.statement)
        else:
            point = maker.point(one.finding.number, one.statement, passage)
        if found and point.only_introduces:
            continue
        known.add(passage)
        one_more = _PlacePoint(one, places.held(one, passage), point, passage)
        if point.places:  # another name or address: behind what was done
            names += [one_more] if all(point.quotes != each.point.quotes for each in names) else []
        elif not any(_say_the_same(one_more, each) for each in found):
            there = sum(bool(point.where) and each.point.where == point.where for each in found)
            (behind if there >= _OF_SECTION else found).append(one_more)
        if len(found) == POINTS:
            break
    found += behind[: POINTS - len(found)]
    known.difference_update(one.passage for one in behind if one not in found)
    apart = [one for one in found if not any(_say_the_same(one, name) for name in names)]
    entries = {one.weightiest.statement.entry for one in apart if one.weightiest.statement}
    other_names = [one for one in names if not entries.issuperset(one.point.places)]
    chosen = [*apart, *other_names][:POINTS]
    return chosen, places.others(known)


def _idle_last(
    sides: tuple[Document, Document], places: _PassagesFound, ordered: Iterable[QuotableStatement]
) -> Iterator[tuple[QuotableStatement, bool]]:
    """Statements in their order, behind them those of which no reader asks beside others; and of each whether
    it is such a one."""
    idle: list[QuotableStatement] = []
    for one in ordered:
        if _is_idle(sides, one, places.of(one)):
            idle.append(one)
        else:
            yield one, False
    yield from ((one, True) for one in idle)


def _is_idle(sides: tuple[Document, Document], one: QuotableStatement, passage: Passage | None) -> bool:
    """Whether no reader asks for a statement beside others: it says the same as before, what a term means, or
    what the company itself tells of its changes."""
    said = one.statement
    if said is None or one.finding.links:
        return False
    quotes = [(quote, side) for quote, side in zip((said.old, said.new), sides, strict=True) if quote]
    language = sides[1].language
    if any(sums_up_news(side.clauses[quote.clause].path, language) for quote, side in quotes):
        return True
    if len(quotes) == 1 and (passage is None or passage.kind == "words"):
        return only_defines(quotes[0][0].text, language)
    old, new = (" ".join(each.text for each in side) for side in (passage or alone(said))[:2])
    return bool(old and new) and says_the_same(old, new, language)


def _is_torn(passage: Passage) -> bool:
    """Whether a recorder lost words of a passage."""
    return any(has_hole(one.text) for one in passage.said)


def _say_the_same(one: _PlacePoint, other: _PlacePoint) -> bool:
    """Whether two points say the same of two places, or the same was put in and taken out there."""
    if one.edit and other.edit and _is_part(one.edit, other.edit):
        return True
    here, there = one.said, other.said
    is_alike = here <= there or there <= here or len(here & there) > _ALIKE * len(here | there)
    return is_alike or tell_the_same(one.point, other.point)


def _is_part(one: _TellingEdit, other: _TellingEdit) -> bool:
    """Whether an edit is one half of another one or more: it lost and got no words that that one did not."""
    is_within = all(ours <= theirs for ours, theirs in zip(one, other, strict=True))
    return is_within and 2 * sum(map(len, one)) >= sum(map(len, other))


def _tells(word: str) -> bool:
    return len(word) >= _TELLING or not word.isalpha()


def _in_reading_order(found: Sequence[_PlacePoint]) -> Iterator[_PlacePoint]:
    """Neighbours of one section in the order of the policy; but the news stands before what comforts, and
    before what is worth much less."""
    for _, group in groupby(found, lambda each: (each.point.label, each.point.where)):
        run = list(group)
        top = run[0]
        run.sort(key=_place)
        first = run[0].weightiest
        is_lesser = first.worth < top.weightiest.worth - _NEIGHBOURS or is_comfort(first.finding.finding)
        if is_lesser and not is_comfort(top.weightiest.finding.finding):
            run.remove(top)
            run.insert(0, top)
        yield from run


def _leading_first(found: Sequence[_PlacePoint], language: str) -> tuple[_PlacePoint, ...]:
    """Points, before the others the one that the first follows from."""
    top = [
        one
        for one in found[1:]
        if one.held and one.passage and leads(_telling_place(one), _telling_place(found[0]), language)
    ][:1]
    return (*top, *(one for one in found if one not in top))


def _telling_place(one: _PlacePoint) -> TellingPlace:
    finding, passage = one.weightiest.finding.finding, one.passage
    said = (*passage.old, *passage.new) if passage else ()
    return TellingPlace(
        finding.category, finding.direction, one.point.where, tuple(quote.text for quote in said)
    )


def _place(one: _PlacePoint) -> tuple[int, int]:
    first = one.passage.said[0] if one.passage else None
    return (first.clause, first.start) if first else (0, 0)


def _beside(comparison: Comparison, place: _PlacePoint, before: _PlacePoint | None) -> LedePoint:
    """A point without the heading that the point before it has, or the sentence that it quotes."""
    one = place.point
    if before is None:
        return one
    if one.after and any(one.after in quote.words for quote in before.point.quotes):
        one = replace(one, after="")
    same = (one.where, one.stands) == (before.point.where, before.point.stands)
    if not same or not one.where or one.stands == HEADED or _are_apart(comparison, place, before):
        return one
    return replace(one, where="", stands=f"in the same {'list' if one.stands == IN_LIST else 'section'}")


def _are_apart(comparison: Comparison, one: _PlacePoint, other: _PlacePoint) -> bool:
    """Whether a heading stands between two places, or a line that reads as theirs does: then they are in two
    sections of one name."""
    if one.passage is None or other.passage is None or bool(one.passage.new) != bool(other.passage.new):
        return False
    side = comparison.new if one.passage.new else comparison.old
    first, last = sorted((_place(one)[0], _place(other)[0]))
    name = one.point.where.rpartition(" › ")[2].rstrip("…")
    between = side.clauses[first + 1 : last + 1]
    return any(clause.kind == "heading" or visible(clause.text).startswith(name) for clause in between)
