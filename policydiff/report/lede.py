"""What happened, in one to three sentences and up to three quotes, as somebody would begin to tell it.

In: a comparison, how its sides are called, and what an archive knows of the time between them. Out:
sentences made of facts (whose document, when, from when in force, with how much notice) and quotes of the
most important changes. Nothing is judged here and nothing said that is not known: without times of capture
no time is reported, and "nobody recorded this page between" only where an archive was asked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, normalize

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
from policydiff.report.changed_places import changed_places
from policydiff.report.changed_sections import differs_elsewhere, only_section
from policydiff.report.characters import visible
from policydiff.report.clause_words import ClauseWords
from policydiff.report.counterparts import Counterparts
from policydiff.report.dated_lines import is_of_date
from policydiff.report.edited_paragraphs import EditedParagraphs
from policydiff.report.heading_paths import HeadingPaths
from policydiff.report.lede_dates import date_sentence, time_of_change, unrecorded
from policydiff.report.lede_first import ChangedAlone, DocumentName, WordedChanges, first_sentence
from policydiff.report.lede_trivial import found_trivial
from policydiff.report.link_text import changed_links
from policydiff.report.marked_text import clause_texts
from policydiff.report.masked_addresses import with_masks_named
from policydiff.report.numbered_changes import entries
from policydiff.report.page_documents import changed_document, changed_part, further_documents
from policydiff.report.printed_twice import printed_twice
from policydiff.report.repeated_quotes import each_once
from policydiff.report.shuffled import disorder
from policydiff.report.subject import of_document, subject
from policydiff.report.untold_changes import are_few, untold_changes
from policydiff.report.whole_parts import part_sentences
from policydiff.text import compared, words

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

_SENTENCES, _DOUBTS = 3, 2
"""Sentences, at most, and those of them that doubt a recording; the reasons below name each doubt."""
_TITLE_GONE = "Its title is gone."
_REST, _ALL = "What else changed is listed below.", "What changed is listed below."
"""Behind quotes, and where nothing is quoted. Editors kept as many openings that say no more as openings that
tell it in some words."""


@dataclass(frozen=True, slots=True)
class Lede:
    """The beginning of a report."""

    sentences: tuple[str, ...]
    """One to three."""
    points: tuple[LedePoint, ...] = ()
    """The most important changes in the policy's own words, three at most."""
    elsewhere: str = ""
    """That the report lists what else changed, "" if nothing worth telling did."""

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
    chosen: ChosenPoints
    """What is quoted."""
    alone: ChangedAlone
    clause_words: ClauseWords
    """The words of both sides."""
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
    part = changed_part(comparison, parts.numbered) if comparison.comparable and not document else None
    printed = whole.dated(comparison) if (whole := document or part) else comparison
    if document:
        parts = parts._replace(about=of_document(parts.about, comparison.new, document))
    is_first = part is None or part.is_first
    name = DocumentName.of(parts.about) if is_first else DocumentName.of_page(parts.about)
    if not comparison.comparable:
        before = f" (before: “{parts.about.title_before}”)" if parts.about.title_before else ""
        why = visible(comparison.reasons[0].sentence).rstrip(".")
        return Lede((f"The two captures of {name.inside}{before} cannot be compared.", f"{why}."))
    doubts = tuple(islice(_reason_sentences(comparison, *RECORDING_DOUBTS), _DOUBTS))  # before what changed
    if twice := printed_twice(comparison):
        when = time_of_change(_undated(comparison), sides, between)
        happened = f"{name.at_start} changed{when.said}: {twice}."
        return Lede((*doubts, happened, *unrecorded(sides, between))[:_SENTENCES], elsewhere=_ALL)
    if came := further_documents(comparison, parts.numbered):
        when = time_of_change(_undated(comparison), sides, between)
        happened = f"{name.at_start} changed{when.said} in no word; {came}."
        return Lede((*doubts, happened, *unrecorded(sides, between))[:_SENTENCES], elsewhere=_ALL)
    content = _content(comparison, parts, is_lost=bool(doubts) and comparison.doubted != NOTHING_DOUBTED)
    when = time_of_change(printed, sides, between)
    changed, alone = content.changed, content.alone
    first = first_sentence(changed, alone, (name, when, sides), parts.cards, content.chosen)
    date = None if alone.dated else date_sentence(printed, sides, when, parts.numbered, changed.worded)
    behind = tuple(_behind(content, date))
    unsaid = _unsaid(content, behind, is_dated=when.is_printed or bool(date and date.is_of_printed))
    elsewhere = _elsewhere(content, unsaid, first)
    is_apart = not when.is_printed and any(is_of_date(comparison, one) for one in parts.numbered)
    where = _where(content, [] if elsewhere else unsaid, behind, is_dated=is_apart)
    first = replace(first, where=where)
    around = ""
    if not (content.chosen.points or elsewhere):
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
    return Lede((*doubts, happened, *further)[:_SENTENCES], points, elsewhere)


def _parts(comparison: Comparison, sides: CapturePair) -> LedeParts:
    numbered = entries(comparison)
    return LedeParts(subject(comparison, sides), numbered, finding_cards.cards(comparison, sides, numbered))


def _undated(comparison: Comparison) -> Comparison:
    """The comparison without the dates that its sides print."""
    old, new = (replace(side, dates=(), unsure_dates=()) for side in (comparison.old, comparison.new))
    return replace(comparison, old=old, new=new)


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
    if are_few(telling) and not alone and not trivial.said:
        left = {one.number for one in untold_changes(comparison, telling, chosen)}
        quoted = [one for one in telling if one.number in chosen.changes]
        paragraphs = EditedParagraphs(comparison, about.title, counterparts)
        chosen = _each_once(comparison, paragraphs.of(chosen, quoted, left))
    paths = HeadingPaths(comparison, about.title)
    return _LedeContent(parts, changed, trivial, chosen, alone, clause_words, paths, is_lost)


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
    found = lede_points.QuotableChanges(trivial.without(cards), numbered, every)
    chosen = lede_points.points(comparison, about.title, found, counterparts)
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


# --- what is said of the places that changed ------------------------------------------------------


def _unsaid(content: _LedeContent, behind: Sequence[str], *, is_dated: bool) -> list[NumberedChange]:
    """The changes of words that no sentence tells: that another date is printed, or that the title is gone.

    Args:
        content: what the lede tells of.
        behind: the sentences behind the first one.
        is_dated: whether one tells what became of the date.
    """
    comparison, _, worded = content.changed
    title = [(comparison.old.title, "")] if _TITLE_GONE in behind else None
    return [
        one
        for one in worded
        if not (is_dated and dated_lines.only_dated_otherwise(comparison, one))
        and [clause_texts(comparison, each) for each in one.changes] != title
    ]


def _elsewhere(content: _LedeContent, unsaid: Sequence[NumberedChange], first: FirstSentence) -> str:
    """That the report lists what no quote or sentence tells, "" if these tell all that is not trivial."""
    comparison, _, worded = content.changed
    trivial, points = content.trivial, content.chosen.points
    if content.alone or not (worded or points) or _is_of_links(content):
        return ""
    if content.is_lost and not are_few(worded):
        return ""
    telling = [one for one in unsaid if one.number not in trivial.silent]
    if untold_changes(comparison, telling, content.chosen):
        return _REST if points else _ALL
    is_detail = comparison.verdict == "substantive" and content.chosen.rank == min(finding_cards.RANKS)
    is_silent = not is_detail or bool(first.besides)  # beside weightier things nobody asks for links
    links = word_changes.links(comparison) - sum(bool(one.link) for one in points)
    return "" if is_silent or links <= 0 else _REST


def _is_of_links(content: _LedeContent) -> bool:
    """Whether nothing changed but links and trivial words, which the first sentence tells."""
    trivial = content.trivial
    is_all = trivial.places == len(content.changed.worded)
    return bool(trivial.of_words) and is_all and not content.chosen.points


def _where(
    content: _LedeContent,
    quoted: Sequence[NumberedChange],
    behind: Sequence[str],
    *,
    is_dated: bool,
) -> str:
    """Behind "changed" in how many places, if quotes tell each; else under which heading alone, or that the
    rest reads the same; "" where none of this is certain.

    Args:
        content: what the lede tells of.
        quoted: the changes of words that quotes tell, none where they leave anything untold.
        behind: the sentences behind the first one.
        is_dated: whether another date is printed too, and the first sentence does not say so.
    """
    comparison, numbered, worded = content.changed
    points = content.chosen.points
    if _is_of_links(content):
        return f" in links; of its words, only in {content.trivial.of_words}"
    if not points or content.alone or content.is_lost or disorder(comparison):
        return ""
    number = sum(len(one.places) or 1 for one in points if not one.link)
    if quoted and number == len(changed_places(comparison, quoted)):
        return _in_places(number, is_alike=len(points) == 1)
    only = only_section(content.paths, numbered, worded)
    if only and not any(only.heading in one for one in behind):
        return f"{', apart from its date,' if is_dated else ''} {only.said}"
    known = {one.number for one in worded}
    if not (quoted and are_few(worded)) or differs_elsewhere(comparison, numbered, known):
        return ""
    return f" in {'a few passages' if worded[1:] else 'one passage'}; the rest reads the same"


def _in_places(number: int, *, is_alike: bool) -> str:
    if number == 1:
        return " in one place"
    return f" in {number:,} places{', the same in each' if is_alike else ''}"


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
    if about.title and about.title_before and not _is_same_name(about):
        yield f"Before, it was called “{about.title_before}”."
    elif about.title and _title_went(comparison):
        yield _TITLE_GONE


def _is_same_name(about: Subject) -> bool:
    """Whether the document is called as before but for capitals, accents and the name of its owner."""
    before, now = ({*words(_plain(one))} for one in (about.title_before, about.title))
    return before ^ now <= {*words(_plain(about.owner))}


def _plain(said: str) -> str:
    """Words without capitals and accents."""
    return "".join(one for one in normalize("NFKD", said.casefold()) if not combining(one))


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
