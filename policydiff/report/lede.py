"""What happened, in one to three sentences and up to three quotes, as somebody would begin to tell it.

In: a comparison, how its sides are called, and what an archive knows of the time between them. Out:
sentences made of facts (whose document, when, from when in force, with how much notice) and quotes of the
most important changes. Nothing is judged here and nothing said that is not known: without times of capture
no time is reported, and "nobody recorded this page between" only where an archive was asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import NOTHING_DOUBTED, RECORDING_DOUBTS
from policydiff.report import (
    dated_lines,
    finding_cards,
    lede_points,
    lede_words,
    verdict_text,
    word_changes,
)
from policydiff.report.around_page import around_page
from policydiff.report.changed_sections import ChangedSections, changed_sections, differs_elsewhere
from policydiff.report.characters import visible
from policydiff.report.clause_words import ClauseWords
from policydiff.report.counterparts import Counterparts
from policydiff.report.dated_lines import is_of_date
from policydiff.report.few_changes import are_few
from policydiff.report.heading_paths import HeadingPaths
from policydiff.report.lede_dates import date_sentence, time_of_change, unrecorded
from policydiff.report.lede_few import FewToTell, SaidSentences
from policydiff.report.lede_first import ChangedAlone, DocumentName, WordedChanges, first_sentence
from policydiff.report.lede_trivial import found_trivial
from policydiff.report.link_text import changed_links
from policydiff.report.masked_addresses import with_masks_named
from policydiff.report.numbered_changes import entries
from policydiff.report.page_documents import changed_document
from policydiff.report.repeated_quotes import each_once
from policydiff.report.shuffled import disorder
from policydiff.report.subject import of_document, subject
from policydiff.report.whole_parts import part_sentences
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import Between, Comparison
    from policydiff.report.finding_cards import FindingCard
    from policydiff.report.lede_dates import DateSentence
    from policydiff.report.lede_first import FirstSentence
    from policydiff.report.lede_point import LedePoint
    from policydiff.report.lede_points import ChosenPoints
    from policydiff.report.lede_trivial import Trivial
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.side_names import CapturePair
    from policydiff.report.subject import Subject

_TITLE_GONE = "Its title is gone."
_REST = "What else changed is listed below."
"""Readers kept as many openings that say no more as openings that tell it in some words."""


@dataclass(frozen=True, slots=True)
class Lede:
    """The beginning of a report."""

    sentences: tuple[str, ...]
    """One to three."""
    points: tuple[LedePoint, ...] = ()
    """The most important changes in the policy's own words, three at most."""
    elsewhere: str = ""
    """What else changed: where little did its words, else that the report lists it; "" if nothing did."""

    @property
    def text(self) -> str:
        """The sentences as one paragraph."""
        return " ".join(self.sentences)


class LedeParts(NamedTuple):
    """What a lede is made of."""

    about: Subject
    """Whose document it is."""
    numbered: Sequence[NumberedChange]
    """All changes."""
    cards: Sequence[FindingCard]
    """The findings."""


class _LedeContent(NamedTuple):
    """What a lede tells of."""

    parts: LedeParts
    changed: WordedChanges
    trivial: Trivial
    few: FewToTell | None
    """What tells each change of words that needs telling, where few do."""
    chosen: ChosenPoints
    """What is quoted."""
    alone: ChangedAlone
    clause_words: ClauseWords
    """The words of both sides."""
    counterparts: Counterparts
    """What either side says in the place of words of the other."""
    paths: HeadingPaths
    """The headings above the changes."""
    is_lost: bool
    """Whether a recording lost words, so that more may have changed, or less, than is told."""


def lede(
    comparison: Comparison,
    sides: CapturePair,
    between: Between | None = None,
    parts: LedeParts | None = None,
) -> Lede:
    """What happened, for somebody who reads nothing else.

    Args:
        comparison: what `compare` returned.
        sides: how each side is called.
        between: what an archive knows of the time between; None if none was asked.
        parts: what it is made of, where somebody has found it already.
    """
    parts = parts or _parts(comparison, sides)
    document = changed_document(comparison, parts.numbered) if comparison.comparable else None
    printed = document.dated(comparison) if document else comparison
    if document:
        parts = parts._replace(about=of_document(parts.about, comparison.new, document))
    name = DocumentName.of(parts.about)
    if not comparison.comparable:
        before = f" (before: “{parts.about.title_before}”)" if parts.about.title_before else ""
        why = visible(comparison.reasons[0].sentence).rstrip(".")
        return Lede((f"The two captures of {name.inside}{before} cannot be compared.", f"{why}."))
    doubts = tuple(_reason_sentences(comparison, *RECORDING_DOUBTS))  # before anything is said of the changes
    content = _content(comparison, parts, is_lost=bool(doubts) and comparison.doubted != NOTHING_DOUBTED)
    when = time_of_change(printed, sides, between)
    changed, alone = content.changed, content.alone
    first = first_sentence(changed, alone, (name, when, sides), parts.cards, content.chosen)
    if not alone and not content.chosen.points:
        first = first.with_trivial(content.trivial)
    date = None if alone.dated else date_sentence(printed, sides, when, parts.numbered, changed.worded)
    behind = tuple(_behind(content, date))
    is_dated = when.is_printed or bool(date and date.is_of_printed)
    beside = _beside(content, SaidSentences((first.text, *behind), is_dated, _TITLE_GONE in behind))
    first = _placed(first.without_dated(beside.dated), content, beside, behind, is_versioned=when.is_printed)
    around = ""
    if not content.chosen.points and not beside.line:
        around = around_page(comparison, content.trivial.frame, only=alone.is_same and not doubts)
        first = first if alone.is_same else first.with_writing(comparison)
    extent = () if content.trivial.said else _extent(comparison, content.clause_words)
    further = (*filter(None, [around, *behind]), *unrecorded(sides, between), *extent)
    happened = first.text
    if any(one.code == "repeated" for one in comparison.reasons):
        happened = f"What changed in {name.inside} cannot be said."
    elif content.is_lost:
        happened = f"Apart from that, {first.inside}"
    points = tuple(map(with_masks_named, content.chosen.points))
    return Lede((*doubts, happened, *further)[: max(3, len(doubts) + 1)], points, beside.line)


def _placed(
    first: FirstSentence, content: _LedeContent, beside: _Beside, behind: Sequence[str], *, is_versioned: bool
) -> FirstSentence:
    """The first sentence with where words changed, or in how many places.

    Args:
        first: the sentence.
        content: what the lede tells of.
        beside: what it tells beside its quotes.
        behind: the sentences behind the first one.
        is_versioned: whether the sentence names the versions by the dates that they print.
    """
    points = content.chosen.points
    if not beside.line and beside.is_countable:
        first = first.with_alike(points)
    where = ChangedSections() if first.is_alike else _where(content)
    quoted = all(any(heading.rstrip("…") in one.where for one in points) for heading in where.named)
    if where.are_whole and any(heading in one for one in behind for heading in where.named):
        where = ChangedSections()  # a sentence tells of a whole part
    if content.few and beside.is_countable:
        is_all = where.how == "only" and not (where.are_whole or quoted)
        return first.with_all(where) if is_all and first.places > 1 else first
    if where.how and not (content.few and quoted and where.how != "only"):
        is_dated = any(is_of_date(content.changed.comparison, one) for one in content.changed.numbered)
        return first.with_where(where, apart_from_date=is_dated and not is_versioned)
    if beside.is_countable:
        return first
    comparison, numbered, worded = content.changed
    known = {one.number for one in worded}
    is_all = not content.is_lost and not differs_elsewhere(comparison, numbered, known)
    return first.without_number(is_few=are_few(worded), is_all=is_all)


def _where(content: _LedeContent) -> ChangedSections:
    """Where words changed that a lede quotes some of, nothing where it tells of one change, or of little."""
    comparison, numbered, worded = content.changed
    points = content.chosen.points
    is_little = bool(content.alone or content.trivial.said or disorder(comparison)) or content.is_lost
    is_one = len(points) == 1 and (len(worded) == 1 or points[0].several is not None)
    if is_little or is_one or not points:
        return ChangedSections()
    return changed_sections(content.paths, content.parts.about.title, numbered, worded)


def _parts(comparison: Comparison, sides: CapturePair) -> LedeParts:
    numbered = entries(comparison)
    return LedeParts(subject(comparison, sides), numbered, finding_cards.cards(comparison, sides, numbered))


def _content(comparison: Comparison, parts: LedeParts, *, is_lost: bool) -> _LedeContent:
    """What a lede tells of, without what is trivial beside others."""
    about, numbered, cards = parts
    worded = word_changes.worded(comparison, numbered)
    trivial = found_trivial(comparison, about, numbered, worded, cards)
    changed = WordedChanges(comparison, numbered, [one for one in worded if trivial.is_heard(one.number)])
    telling = _telling(changed, trivial)
    clause_words = ClauseWords()
    counterparts = Counterparts(comparison.old, comparison.new, clause_words)
    chosen = _each_once(comparison, _chosen(parts, changed, trivial, counterparts))
    alone = ChangedAlone.of(changed, about, trivial, chosen)
    if trivial.said:  # a quote shows what changed that is trivial
        telling = [one for one in telling if trivial.is_quoted(one.number)]
    few = FewToTell(comparison, about.title, telling, counterparts) if are_few(telling) else None
    if few and not alone and not trivial.said and comparison.verdict in ("editorial", "substantive"):
        quotable = [one for one in _quotable(changed, trivial) if one in telling]
        chosen = few.together(chosen)
        chosen = _with(chosen, tuple(few.points(chosen, quotable)))
        chosen = _each_once(comparison, chosen)
    if not alone and chosen.points:
        chosen = chosen._replace(changes=chosen.changes | trivial.silent)
    paths = HeadingPaths(comparison, about.title)
    return _LedeContent(
        parts, changed, trivial, few, chosen, alone, clause_words, counterparts, paths, is_lost
    )


def _each_once(comparison: Comparison, chosen: ChosenPoints) -> ChosenPoints:
    """What is quoted, no sentence of it twice."""
    return chosen._replace(points=each_once(chosen.points, comparison.new.language))


def _telling(changed: WordedChanges, trivial: Trivial) -> list[NumberedChange]:
    """The changes of words of which something needs to be said."""
    return [one for one in changed.worded if one.number not in trivial.silent]


# --- what is quoted ------------------------------------------------------------------------------


def _chosen(
    parts: LedeParts, changed: WordedChanges, trivial: Trivial, counterparts: Counterparts
) -> ChosenPoints:
    """What is quoted: findings, and beside them or in their place changes of words that are not trivial."""
    about, numbered, cards = parts
    comparison = changed.comparison
    quotable = _quotable(changed, trivial)
    heard = [one for one in numbered if one.number not in trivial.silent]
    telling = _telling(changed, trivial)
    every = are_few(telling) and (bool(trivial.found) or not trivial.said)
    changes = lede_words.WordChanges(heard, telling, quotable, every, counterparts)
    chosen = lede_points.points(comparison, about.title, trivial.without(cards), numbered, counterparts)
    if comparison.verdict == "editorial" and quotable and not chosen.points:
        quoted = lede_words.points(comparison, changes, about.title)
        chosen = chosen._replace(points=quoted, changes=_entries_of(quoted))
    if comparison.verdict == "substantive":
        beside = lede_words.beside(comparison, changes, about.title, chosen)
        chosen = _with(chosen, beside)
    return chosen


def _quotable(changed: WordedChanges, trivial: Trivial) -> list[NumberedChange]:
    """The changes of words that may be quoted: no trivial ones, and none of a date alone."""
    found = (one for one in changed.worded if trivial.is_quotable(one.number))
    return [one for one in found if not dated_lines.only_dated_otherwise(changed.comparison, one)]


def _with(chosen: ChosenPoints, more: tuple[LedePoint, ...]) -> ChosenPoints:
    """What is quoted, with more quotes."""
    return chosen._replace(points=(*chosen.points, *more), changes=chosen.changes | _entries_of(more))


def _entries_of(points: Sequence[LedePoint]) -> frozenset[int]:
    """The numbers of the changes of words that points quote."""
    return frozenset(number for one in points for number in (one.entry, *one.places))


# --- what is told beside the quotes --------------------------------------------------------------


class _Beside(NamedTuple):
    """What a lede tells beside its quotes."""

    line: str = ""
    """What else changed."""
    dated: int = 0
    """In how many places nothing but a date changed that the sentences tell."""
    is_countable: bool = True
    """Whether the number of places is that of the things that are told."""


def _beside(content: _LedeContent, said: SaidSentences) -> _Beside:
    """What else is told: of few changes each; where all is trivial, what a quote would show."""
    worded = content.changed.worded
    trivial, chosen = content.trivial, content.chosen
    if content.alone and not content.alone.trivial:
        return _Beside()
    if content.is_lost and not are_few(worded):
        return _Beside()
    if content.few:
        silent = trivial.said_beside(worded) if chosen.points and not trivial.said else ""
        untold = content.few.untold(chosen, said, silent)
        return _Beside(untold.line, untold.dated, untold.is_countable or bool(trivial.said))
    if trivial.said:
        return _Beside()
    telling = _telling(content.changed, trivial)
    is_all = chosen.changes.issuperset(one.number for one in telling)
    return _Beside("" if is_all else _REST)


# --- other sentences -----------------------------------------------------------------------------


def _behind(content: _LedeContent, date: DateSentence | None) -> Iterator[str]:
    """What is said behind the first sentence: of parts that came or went whole first."""
    comparison = content.changed.comparison
    yield from filter(None, [disorder(comparison)])
    whole = tuple(part_sentences(comparison, content.changed.numbered)) if content.chosen.points else ()
    dates = (date.text,) if date else ()
    second = (*_reason_sentences(comparison, "second-document"), *_beside_it(content.parts.about))
    renamed = () if content.alone.titled else _renamed(comparison, content.parts.about)
    yield from (*whole, *dates, *renamed, *second) if whole else (*renamed, *second, *dates)


def _reason_sentences(comparison: Comparison, *codes: str) -> Iterator[str]:
    """The sentences of the reasons with these codes."""
    yield from (f"{visible(one.sentence)}." for one in comparison.reasons if one.code in codes)


def _renamed(comparison: Comparison, about: Subject) -> Iterator[str]:
    """That the document had another name, or has none now: who it is for may stand in it ("for passengers in
    Ireland")."""
    if about.title and about.title_before:
        yield f"Before, it was called “{about.title_before}”."
    elif about.title and _title_went(comparison):
        yield _TITLE_GONE


def _title_went(comparison: Comparison) -> bool:
    """Whether the title of the old side stands nowhere on the new one, which has no other."""
    old, new = comparison.old, comparison.new
    lines = {compared(one.text) for one in new.clauses}
    is_lost = any(one.code in RECORDING_DOUBTS for one in comparison.reasons)
    return bool(old.title) and not (new.title or is_lost) and compared(old.title) not in lines


def _beside_it(about: Subject) -> Iterator[str]:
    """That the document with which a page of several begins did not change."""
    if about.beside:
        yield f"The “{about.beside}” on the same page did not change."


def _extent(comparison: Comparison, clause_words: ClauseWords) -> Iterator[str]:
    yield from verdict_text.extent(comparison, clause_words)
    if comparison.verdict in ("cosmetic", "editorial") and (links := changed_links(comparison)):
        yield links
