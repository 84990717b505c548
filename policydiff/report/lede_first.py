"""The first sentence of a lede: comparison, what it quotes -> what happened, and when.

Of little it is all that happened: that a text reads the same, or changed only in its title. What is known of
the sentence stays a value until the lede is complete: only then is it clear where it can be said to be.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import NOTHING_DOUBTED
from policydiff.report import dated_lines, finding_cards, word_changes
from policydiff.report.beside_words import (
    beside_words,
    linked_otherwise,
    unread_words,
    unseen_marks,
    written_otherwise,
)
from policydiff.report.characters import visible
from policydiff.report.lede_dates import date_alone, other_date_alone
from policydiff.report.lede_points import OF_ITSELF
from policydiff.report.marked_text import clause_texts
from policydiff.report.masked_addresses import said_of_masks
from policydiff.report.side_names import day
from policydiff.report.subject import whose
from policydiff.report.wording import count
from policydiff.report.written_otherwise import is_broken_character

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Comparison
    from policydiff.report.finding_cards import FindingCard
    from policydiff.report.lede_dates import TimeOfChange
    from policydiff.report.lede_points import ChosenPoints
    from policydiff.report.lede_trivial import Trivial
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.side_names import CapturePair
    from policydiff.report.subject import Subject

_ADDRESS_ALONE = "only in how addresses are written"
_CHARACTER_ALONE = "only in characters that one of the captures could not read"


class WordedChanges(NamedTuple):
    """A comparison with its changes."""

    comparison: Comparison
    numbered: Sequence[NumberedChange]
    worded: Sequence[NumberedChange]
    """Those of words, apart from lines that print a date and from masks of addresses."""


class ChangedAlone(NamedTuple):
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
    def of(
        cls, changed: WordedChanges, about: Subject, trivial: Trivial, chosen: ChosenPoints
    ) -> ChangedAlone:
        """In what a document changed, nothing if in more."""
        if _reads_the_same(changed) or (trivial.is_of_frame and not _is_of_weight(changed.comparison)):
            return cls(is_same=True)
        if chosen.points:
            return cls(trivial=trivial.said)
        titled, dated = _title_alone(changed, about), other_date_alone(changed.comparison, changed.worded)
        return cls(titled=titled, dated=dated, trivial=trivial.said_whole)


class DocumentName(NamedTuple):
    """What a document is called in a sentence: Fernleaf Ltd’s “Privacy Policy” (fernleaf/privacy-policy)."""

    has_article: bool
    name: str

    @classmethod
    def of(cls, about: Subject) -> DocumentName:
        """The name of a document by whose it is, and by its title."""
        kept = f" ({about.series})" if about.series else ""
        if not about.title:
            kind = "policy" if about.is_policy or about.owner else "document"
            if about.owner:
                return cls(has_article=False, name=f"{whose(about.owner)} {kind}{kept}")
            return cls(has_article=True, name=f"{kind}{kept or ' without a title'}")
        if about.owner and not about.names_owner:
            return cls(has_article=False, name=f"{whose(about.owner)} “{about.shown}”{kept}")
        is_doubled = about.is_policy and about.shown.startswith("The ")  # no “The “The Fern Privacy Policy””
        name = f"{'' if about.is_policy else 'document '}“{about.shown}”{kept}"
        return cls(has_article=not is_doubled, name=name)

    @classmethod
    def of_page(cls, about: Subject) -> DocumentName:
        """What a page is called that may hold more than the document with which it begins."""
        return cls(has_article=True, name=f"page that begins with {cls.of(about).inside}")

    @property
    def at_start(self) -> str:
        """The name where a sentence starts."""
        return f"The {self.name}" if self.has_article else self.name

    @property
    def inside(self) -> str:
        """The name inside of a sentence."""
        return f"the {self.name}" if self.has_article else self.name


@dataclass(frozen=True, slots=True)
class FirstSentence:
    """What happened to a document."""

    document: DocumentName
    said: str
    """What did, and when: "changed between 17 and 21 May 2024"."""
    where: str = ""
    """Where it did: " in 3 places", " only under “Cookies”"."""
    besides: tuple[str, ...] = ()
    """What happened besides: how words are written otherwise that are the same, which are links."""

    @property
    def text(self) -> str:
        """The sentence."""
        return f"{self.document.at_start} {self._behind}"

    @property
    def inside(self) -> str:
        """The sentence behind the start of another one."""
        return f"{self.document.inside} {self._behind}"

    @property
    def _behind(self) -> str:
        besides = f"; besides, {'; '.join(self.besides)}" if self.besides else ""
        return f"{self.said}{self.where}{besides}."

    def with_writing(self, comparison: Comparison) -> FirstSentence:
        """The sentence with how words are written otherwise that are the same."""
        if comparison.verdict == "cosmetic":
            return self
        written = (one for one in written_otherwise(comparison) if one not in self.besides)
        return replace(self, besides=(*self.besides, *written))


def first_sentence(
    changed: WordedChanges,
    alone: ChangedAlone,
    said: tuple[DocumentName, TimeOfChange, CapturePair],
    cards: Sequence[FindingCard],
    chosen: ChosenPoints,
) -> FirstSentence:
    """Of little all that happened, else when something did.

    Args:
        changed: a comparison with its changes.
        alone: in what alone it changed, if so.
        said: what the document is called, when it changed, and how each side is called.
        cards: its findings.
        chosen: what is quoted.
    """
    document, time, sides = said
    if alone.is_same:
        return FirstSentence(document, f"reads the same in {_both_captures(sides)}")
    if alone.titled or alone.dated:
        return FirstSentence(document, f"changed{time.said} {alone.titled or alone.dated}")
    if alone.trivial:
        return FirstSentence(document, f"changed{time.said} only in {alone.trivial}")
    return _happened(changed, time, document, cards, chosen)


def _happened(
    changed: WordedChanges,
    time: TimeOfChange,
    document: DocumentName,
    cards: Sequence[FindingCard],
    chosen: ChosenPoints,
) -> FirstSentence:
    """What happened, in words no stronger than what was found."""
    comparison, when = changed.comparison, time.said
    is_of_words = bool(changed.worded) or not all(one.link for one in chosen.points)
    if comparison.verdict == "cosmetic":
        return FirstSentence(document, f"changed in no word{when}: {'; '.join(beside_words(comparison))}")
    if not chosen.points and word_changes.only_unseen(comparison, changed.numbered):
        marks = unseen_marks(comparison, changed.numbered)
        return FirstSentence(document, f"changed in no word{when}: {'; '.join(marks)}")
    if comparison.verdict == "editorial":
        return FirstSentence(document, f"changed{when}" if is_of_words else _unworded(changed, time))
    if not cards:
        return FirstSentence(document, f"changed{when}: {_lowered(comparison.reasons[0].sentence)}")
    if all(one.written_otherwise for card in cards for one in card.findings):
        broken = all(is_broken_character(one.finding) for card in cards for one in card.findings)
        return FirstSentence(document, f"changed{when} {_only_written(comparison, broken=broken)}")
    links = word_changes.links(comparison)
    if links and not is_of_words:
        return FirstSentence(document, f"changed{when} in no word, only in {count(links, 'link')}")
    if chosen.rank > min(finding_cards.RANKS):
        return FirstSentence(document, f"changed{when}")
    # beside details a link may be the news
    besides = linked_otherwise(comparison) if links else []
    if is_of_words and (masks := said_of_masks(comparison)):
        besides = [f"in {masks}", *besides]
    return FirstSentence(document, f"changed{when}", besides=tuple(besides))


def _unworded(changed: WordedChanges, when: TimeOfChange) -> str:
    """What is said of a text in which nothing of substance was found, and no words in any place."""
    comparison = changed.comparison
    if dated_lines.dates_moved(comparison, changed.numbered):
        return date_alone(comparison, changed.numbered, when)
    return f"changed{when.said} {_only_written(comparison, broken=word_changes.only_unread(comparison))}"


def _only_written(comparison: Comparison, *, broken: bool) -> str:
    """In what alone a policy changed, where nothing but the way of writing addresses or characters did."""
    if broken:
        shown = unread_words(comparison)
        return f"{_CHARACTER_ALONE}: {shown}" if shown else _CHARACTER_ALONE
    masks = said_of_masks(comparison)
    return f"only in {masks}" if masks else _ADDRESS_ALONE


def _reads_the_same(changed: WordedChanges) -> bool:
    """Whether no word differs but those that a recording may have lost."""
    comparison = changed.comparison
    if comparison.verdict == "identical":
        return True
    is_doubted = comparison.verdict != "cosmetic" and comparison.doubted != NOTHING_DOUBTED
    return is_doubted and not changed.worded and word_changes.only_doubted(comparison)


def _is_of_weight(comparison: Comparison) -> bool:
    """Whether a finding is more than a detail: then nobody can say that only the page around the text
    differs."""
    details = min(finding_cards.RANKS)
    return any(
        one.importance > details and one.category not in OF_ITSELF
        for one in comparison.findings
        if not comparison.doubted.hold_finding(one)
    )


def _title_alone(changed: WordedChanges, about: Subject) -> str:
    """That nothing but the title changed, "" if anything else did."""
    comparison = changed.comparison
    if not about.title_before or len(changed.worded) != 1:
        return ""
    texts = [clause_texts(comparison, one) for one in changed.worded[0].changes]
    is_title = texts == [(comparison.old.title, comparison.new.title)]
    return f"only in its title, which was “{about.title_before}” before" if is_title else ""


def _both_captures(sides: CapturePair) -> str:
    """Both captures, by their days where they are known and differ."""
    old, new = sides.old.captured_at, sides.new.captured_at
    if old is None or new is None:
        return "both captures"
    if old.date() == new.date():
        return f"both captures of {day(old)}"
    return f"the captures of {day(old)} and {day(new)}"


def _lowered(sentence: str) -> str:
    shown = visible(sentence).rstrip(".")
    return f"{shown[:1].lower()}{shown[1:]}"
