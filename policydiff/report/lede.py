"""What happened, in one to three sentences and up to three quotes, as somebody would begin to tell it.

In: a comparison, how its sides are called, and what an archive knows of the time between them. Out:
sentences made of facts (whose document, when, from when in force, with how much notice) and quotes of the
most important changes. Nothing is judged here and nothing said that is not known: without times of capture
no time is reported, and "nobody recorded this page between" only where an archive was asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
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
from policydiff.report.absent_words import TextPair
from policydiff.report.around_page import around_page
from policydiff.report.beside_words import beside_words, unread_words, unseen_marks, written_otherwise
from policydiff.report.characters import visible
from policydiff.report.few_changes import are_few
from policydiff.report.lede_dates import (
    date_alone,
    date_sentences,
    other_date_alone,
    time_of_change,
    unrecorded,
)
from policydiff.report.lede_elsewhere import elsewhere
from policydiff.report.lede_few import FewToTell
from policydiff.report.lede_trivial import found_trivial
from policydiff.report.link_text import changed_links
from policydiff.report.marked_text import clause_texts
from policydiff.report.masked_addresses import said_of_masks, with_masks_named
from policydiff.report.names_throughout import NamesThroughout, names_throughout
from policydiff.report.numbered_changes import entries
from policydiff.report.other_places import QuotedChanges
from policydiff.report.side_names import day
from policydiff.report.subject import subject, whose
from policydiff.report.whole_parts import part_sentences
from policydiff.report.written_otherwise import is_broken_character
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policydiff.models import Between, Comparison
    from policydiff.report.finding_cards import FindingCard
    from policydiff.report.lede_point import LedePoint
    from policydiff.report.lede_points import ChosenPoints
    from policydiff.report.lede_trivial import Trivial
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.side_names import CapturePair
    from policydiff.report.subject import Subject

_WHY_NOT: Mapping[str, str] = {
    "other-variant": "they are two variants of it, or two documents, not two moments of one",
    "broken-capture": "one of them is no good capture of a policy",
}
_ADDRESS_ALONE = "only in how addresses are written"
_CHARACTER_ALONE = "only in characters that one of the captures could not read"
_IN_PLACES = re.compile(r" in (?:one place|[\d,]+ places)(?=[.,;])")
"""In how many places words changed, where the sentence says no more of it."""


@dataclass(frozen=True, slots=True)
class Lede:
    """The beginning of a report."""

    sentences: tuple[str, ...]
    """One to three."""
    points: tuple[LedePoint, ...] = ()
    """The most important changes in the policy's own words, three at most."""
    elsewhere: str = ""
    """What else changed, in a few exact words and by its headings; "" if nothing did."""

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
    about, numbered, cards = parts or _parts(comparison, sides)
    named = _subject(about)
    if not comparison.comparable:
        why = f"The two captures of {_inside(named)} cannot be compared: {_WHY_NOT[comparison.verdict]}."
        return Lede((why,))
    changed = _Changed(comparison, numbered, word_changes.worded(comparison, numbered))
    trivial = found_trivial(comparison, about, numbered, changed.worded, cards)
    changed = changed._replace(worded=[one for one in changed.worded if trivial.is_heard(one.number)])
    unsaid = trivial.silent
    chosen = _chosen(LedeParts(about, numbered, cards), changed, trivial, unsaid)
    doubts = tuple(_reason_sentences(comparison, *RECORDING_DOUBTS))  # before anything is said of the changes
    alone = _Alone.of(changed, about, trivial, chosen)
    if not alone:
        chosen = _with_few(chosen, changed, about.title, trivial)
    if not alone and chosen.points:
        chosen = chosen._replace(changes=chosen.changes | unsaid)
    when = time_of_change(comparison, sides, between)
    happened = _what_happened(changed, alone, (named, when, _both_captures(sides)), cards, chosen)
    if not alone and not chosen.points:
        happened = _with_trivial(happened, trivial, len(changed.worded))
    whole = tuple(part_sentences(comparison, numbered)) if chosen.points else ()
    extent = () if trivial.said else tuple(_extent(comparison))
    dates = () if alone.dated else tuple(date_sentences(comparison, sides, numbered, changed.worded))
    second = tuple(_reason_sentences(comparison, "second-document"))
    renamed = () if alone.titled else tuple(_renamed(comparison, about))
    behind = (*whole, *dates, *renamed, *second) if whole else (*renamed, *second, *dates)
    names = others = ""
    is_lost = bool(doubts) and comparison.doubted != NOTHING_DOUBTED
    if (not alone or alone.trivial) and (not is_lost or are_few(changed.worded)):
        names, others = _elsewhere(changed, about.title, chosen, trivial, (happened, *behind))
        happened = _counted(changed, about.title, chosen, trivial, (happened, *behind))
    around = ""
    if not chosen.points and not others:
        around = around_page(comparison, trivial.frame, only=alone.is_same and not doubts)
        happened = _with_writing(happened, comparison, alone)
    further = (*filter(None, [around, *behind, names]), *unrecorded(sides, between), *extent)
    if any(one.code == "repeated" for one in comparison.reasons):
        happened = f"What changed in {_inside(named)} cannot be said."
    elif is_lost:
        happened = f"Apart from that, {_inside(happened)}"
    points = tuple(map(with_masks_named, chosen.points))
    return Lede((*doubts, happened, *further)[: max(3, len(doubts) + 1)], points, others)


def _elsewhere(
    changed: _Changed, title: str, chosen: ChosenPoints, trivial: Trivial, sentences: Sequence[str]
) -> tuple[str, str]:
    """The names that came or went throughout, and what else is told beside the quotes: of few changes each;
    where all is trivial, what a quote would show."""
    telling = [one for one in changed.worded if one.number not in trivial.silent]
    if trivial.said:
        telling = [one for one in telling if trivial.is_quoted(one.number)]
    if are_few(telling):
        beside = trivial.said_beside(changed.worded) if chosen.points and not trivial.said else ""
        return "", FewToTell(changed.comparison, title, telling).line(chosen, sentences, beside)
    if trivial.said:
        return "", ""
    return _beside(QuotedChanges(changed.comparison, title, chosen, telling, TextPair.of(changed.comparison)))


def _counted(
    changed: _Changed, title: str, chosen: ChosenPoints, trivial: Trivial, sentences: Sequence[str]
) -> str:
    """The first sentence, with the number of places only where it is that of the things that are told: where
    few places changed a reader counts them."""
    telling = [one for one in changed.worded if one.number not in trivial.silent]
    few = FewToTell(changed.comparison, title, telling)
    if trivial.said or not are_few(telling) or few.is_countable(chosen, sentences):
        return sentences[0]
    return _IN_PLACES.sub("", sentences[0], count=1)


def _beside(quoted: QuotedChanges) -> tuple[str, str]:
    """The names that came or went throughout, and the line of what else changed."""
    names = names_throughout(quoted) if quoted.chosen.points else NamesThroughout()
    return names.sentence, elsewhere(replace(quoted, named=names.names))


def _chosen(parts: LedeParts, changed: _Changed, trivial: Trivial, unsaid: frozenset[int]) -> ChosenPoints:
    """What is quoted: findings, and beside them or in their place changes of words that are not trivial."""
    about, numbered, cards = parts
    comparison = changed.comparison
    quotable = _quotable(changed, trivial)
    telling = [one for one in numbered if one.number not in unsaid]
    worded = [one for one in changed.worded if one.number not in unsaid]
    every = are_few(worded) and (bool(trivial.found) or not trivial.said)
    changes = lede_words.WordChanges(telling, quotable, every)
    chosen = lede_points.points(comparison, about.title, trivial.without(cards), numbered)
    if comparison.verdict == "editorial" and quotable and not chosen.points:
        quoted = lede_words.points(comparison, changes, about.title)
        chosen = chosen._replace(points=quoted, changes=_entries_of(quoted))
    if comparison.verdict == "substantive":
        beside = lede_words.beside(comparison, changes, about.title, chosen)
        chosen = _with(chosen, beside)
    return chosen


def _with_few(chosen: ChosenPoints, changed: _Changed, title: str, trivial: Trivial) -> ChosenPoints:
    """What is quoted; where few places changed with the largest of what no quote shows, as far as there is
    room."""
    telling = [one for one in changed.worded if one.number not in trivial.silent]
    is_compared = changed.comparison.verdict in ("editorial", "substantive")
    if trivial.said or not is_compared or not are_few(telling):
        return chosen
    quotable = [one for one in _quotable(changed, trivial) if one in telling]
    return _with(chosen, tuple(FewToTell(changed.comparison, title, telling).points(chosen, quotable)))


def _quotable(changed: _Changed, trivial: Trivial) -> list[NumberedChange]:
    """The changes of words that may be quoted: no trivial ones, and none of a date alone."""
    found = (one for one in changed.worded if trivial.is_quotable(one.number))
    return [one for one in found if not dated_lines.only_dated_otherwise(changed.comparison, one)]


def _with(chosen: ChosenPoints, more: tuple[LedePoint, ...]) -> ChosenPoints:
    """What is quoted, with more quotes."""
    return chosen._replace(points=(*chosen.points, *more), changes=chosen.changes | _entries_of(more))


def _parts(comparison: Comparison, sides: CapturePair) -> LedeParts:
    numbered = entries(comparison)
    return LedeParts(subject(comparison, sides), numbered, finding_cards.cards(comparison, sides, numbered))


class _Changed(NamedTuple):
    """A comparison with its changes."""

    comparison: Comparison
    numbered: Sequence[NumberedChange]
    worded: Sequence[NumberedChange]
    """Those of words, apart from lines that print a date and from masks of addresses."""


class _Alone(NamedTuple):
    """In what alone a document changed, where that is so little that one sentence tells it."""

    is_same: bool = False
    """It reads the same, whatever stands around it."""
    titled: str = ""
    """What its title was before, behind "changed"."""
    dated: str = ""
    """How a line reads now that prints a date of a part of the page, behind "changed"."""
    trivial: str = ""
    """What changed that is trivial, behind "only in"."""

    def __bool__(self) -> bool:
        return any(self)

    @classmethod
    def of(cls, changed: _Changed, about: Subject, trivial: Trivial, chosen: ChosenPoints) -> _Alone:
        """In what a document changed, nothing if in more."""
        if _reads_the_same(changed) or trivial.is_of_frame:
            return cls(is_same=True)
        if chosen.points:
            return cls(trivial=trivial.said)
        titled, dated = _title_alone(changed, about), other_date_alone(changed.comparison, changed.worded)
        return cls(titled=titled, dated=dated, trivial=trivial.said_whole)


def _entries_of(points: Sequence[LedePoint]) -> frozenset[int]:
    """The numbers of the changes of words that points quote."""
    return frozenset(number for one in points for number in (one.entry, *one.places))


# --- the sentences -------------------------------------------------------------------------------


def _reason_sentences(comparison: Comparison, *codes: str) -> Iterator[str]:
    """The sentences of the reasons with these codes."""
    yield from (f"{visible(one.sentence)}." for one in comparison.reasons if one.code in codes)


def _subject(about: Subject) -> str:
    """The document at the start of a sentence: Fernleaf Ltd’s “Privacy Policy” (fernleaf/privacy-policy)."""
    kept = f" ({about.series})" if about.series else ""
    if not about.title:
        kind = "policy" if about.is_policy or about.owner else "document"
        return (
            f"{whose(about.owner)} {kind}{kept}" if about.owner else f"The {kind}{kept or ' without a title'}"
        )
    if about.owner and not about.names_owner:
        return f"{whose(about.owner)} “{about.shown}”{kept}"
    has_article = about.is_policy and about.shown.startswith("The ")  # no “The “The Fern Privacy Policy””
    return f"{'' if has_article else 'The '}{'' if about.is_policy else 'document '}“{about.shown}”{kept}"


def _inside(named: str) -> str:
    """The same inside of a sentence."""
    return named.replace("The ", "the ", 1) if named.startswith("The ") else named


def _reads_the_same(changed: _Changed) -> bool:
    """Whether no word differs but those that a recording may have lost."""
    comparison = changed.comparison
    if comparison.verdict == "identical":
        return True
    is_doubted = comparison.verdict != "cosmetic" and comparison.doubted != NOTHING_DOUBTED
    return is_doubted and not changed.worded and word_changes.only_doubted(comparison)


def _both_captures(sides: CapturePair) -> str:
    """Both captures, by their days where they are known and differ."""
    old, new = sides.old.captured_at, sides.new.captured_at
    if old is None or new is None:
        return "both captures"
    if old.date() == new.date():
        return f"both captures of {day(old)}"
    return f"the captures of {day(old)} and {day(new)}"


def _what_happened(
    changed: _Changed,
    alone: _Alone,
    said: tuple[str, str, str],
    cards: Sequence[FindingCard],
    chosen: ChosenPoints,
) -> str:
    """The first sentence: of little all that happened, else in how many places something did.

    Args:
        changed: a comparison with its changes.
        alone: in what alone it changed, if so.
        said: what the document is called, when it changed, and both captures.
        cards: its findings.
        chosen: what is quoted.
    """
    named, when, both = said
    if alone.is_same:
        return f"{named} reads the same in {both}."
    if alone.titled or alone.dated:
        return f"{named} changed{when} {alone.titled or alone.dated}."
    if alone.trivial:
        return f"{named} changed{when} only in {alone.trivial}."
    return _happened(changed, when, named, cards, chosen)


def _with_writing(happened: str, comparison: Comparison, alone: _Alone) -> str:
    """What happened, with how words are written otherwise that are the same."""
    if alone.is_same or comparison.verdict == "cosmetic":
        return happened
    written = written_otherwise(comparison)
    return f"{happened.removesuffix('.')}; besides, {'; '.join(written)}." if written else happened


def _happened(
    changed: _Changed, when: str, named: str, cards: Sequence[FindingCard], chosen: ChosenPoints
) -> str:
    """What happened, in words no stronger than what was found."""
    comparison = changed.comparison
    if comparison.verdict == "cosmetic":
        return f"{named} changed in no word{when}: {'; '.join(beside_words(comparison))}."
    if not chosen.points and word_changes.only_unseen(comparison, changed.numbered):
        return f"{named} changed in no word{when}: {'; '.join(unseen_marks(comparison, changed.numbered))}."
    if comparison.verdict == "editorial":
        return f"{named} {_reworded(changed, when)}"
    if not cards:
        return f"{named} changed{when}: {_lowered(comparison.reasons[0].sentence)}"
    if all(one.written_otherwise for card in cards for one in card.findings):
        broken = all(is_broken_character(one.finding) for card in cards for one in card.findings)
        return f"{named} changed{when} {_alone(comparison, broken=broken)}."
    if chosen.rank == min(finding_cards.RANKS):  # details, beside which a link may be the news
        return f"{named} changed{when}{_in_places(comparison, len(changed.worded), chosen)}."
    places = max(len(changed.worded), sum(not point.link for point in chosen.points))
    return f"{named} changed{when}{_in(places)}."


def _alone(comparison: Comparison, *, broken: bool) -> str:
    """In what alone a policy changed, where nothing but the way of writing addresses or characters did."""
    if broken:
        shown = unread_words(comparison)
        return f"{_CHARACTER_ALONE}: {shown}" if shown else _CHARACTER_ALONE
    masks = said_of_masks(comparison)
    return f"only in {masks}" if masks else _ADDRESS_ALONE


def _reworded(changed: _Changed, when: str) -> str:
    """What is said of a text in which nothing of substance was found."""
    comparison, places = changed.comparison, len(changed.worded)
    if not places:
        if not dated_lines.dates_moved(comparison, changed.numbered):
            return f"changed{when} {_alone(comparison, broken=word_changes.only_unread(comparison))}."
        return date_alone(comparison, changed.numbered, when)
    return f"changed{when}{_in(places)}."


def _with_trivial(happened: str, trivial: Trivial, places: int) -> str:
    """What happened, with what changed in the places in which nothing more than something trivial did."""
    if not trivial.of_words:
        return happened
    number = "one" if trivial.places == 1 else f"{trivial.places:,}"
    said = f" in links; of its words, only in {trivial.of_words}"
    if trivial.places < places:
        said = f" in {places:,} places, in {number} of them only {trivial.of_words}"
    return _IN_PLACES.sub(lambda _: said, happened, count=1)


def _title_alone(changed: _Changed, about: Subject) -> str:
    """That nothing but the title changed, "" if anything else did."""
    comparison = changed.comparison
    if not about.title_before or len(changed.worded) != 1:
        return ""
    texts = [clause_texts(comparison, one) for one in changed.worded[0].changes]
    is_title = texts == [(comparison.old.title, comparison.new.title)]
    return f"only in its title, which was “{about.title_before}” before" if is_title else ""


def _in(places: int) -> str:
    """In how many places words changed, "" if that is not known."""
    return f" in {'one place' if places == 1 else f'{places:,} places'}" if places else ""


def _in_places(comparison: Comparison, worded: int, chosen: ChosenPoints) -> str:
    """In how many places words changed, and that links did."""
    quoted = sum(not point.link for point in chosen.points)
    links = word_changes.links(comparison)
    if links and not max(worded, quoted):
        return f" only in where {'a link leads' if links == 1 else 'links lead'}"
    many = "a link" if links == 1 else "links"  # one link set twice is one to some readers and two to others
    return f"{_in(max(worded, quoted))}{f', and {many} changed' if links else ''}"


def _lowered(sentence: str) -> str:
    shown = visible(sentence).rstrip(".")
    return f"{shown[:1].lower()}{shown[1:]}."


def _renamed(comparison: Comparison, about: Subject) -> Iterator[str]:
    """That the document had another name, or has none now: who it is for may stand in it ("for passengers in
    Ireland")."""
    if about.title and about.title_before:
        yield f"Before, it was called “{about.title_before}”."
    elif about.title and _title_went(comparison):
        yield "Its title is gone."


def _title_went(comparison: Comparison) -> bool:
    """Whether the title of the old side stands nowhere on the new one, which has no other."""
    old, new = comparison.old, comparison.new
    lines = {compared(one.text) for one in new.clauses}
    is_lost = any(one.code in RECORDING_DOUBTS for one in comparison.reasons)
    return bool(old.title) and not (new.title or is_lost) and compared(old.title) not in lines


def _extent(comparison: Comparison) -> Iterator[str]:
    yield from verdict_text.extent(comparison)
    if comparison.verdict in ("cosmetic", "editorial") and (links := changed_links(comparison)):
        yield links
