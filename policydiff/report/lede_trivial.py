"""What a lede says of trivial changes: comparison, findings -> what is told of them, and what is not quoted.

Where nothing else changed a sentence says what they are. Beside others they are not quoted: a reader who sees
a mended letter among three quotes takes it for one of the three most important changes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report import word_changes
from policydiff.report.around_page import NO_FRAME, FramePlaces
from policydiff.report.characters import clipped, visible
from policydiff.report.counterparts import address_kinds
from policydiff.report.finding_cards import RANKS
from policydiff.report.heading_paths import heading_over
from policydiff.report.lede_order import DOUBTFUL
from policydiff.report.lede_point import HEADING
from policydiff.report.lede_points import OF_ITSELF
from policydiff.report.marked_text import clauses
from policydiff.report.replaced_alone import replaced_alone
from policydiff.report.trivial_changes import TrivialChanges
from policydiff.report.trivial_kinds import (
    QUOTED,
    SAYS_NOTHING,
    TrivialChange,
    TrivialKind,
    is_of_frame,
    said_of,
    shown_words,
)
from policydiff.report.trivial_links import links_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policydiff.models import Comparison
    from policydiff.report.finding_cards import FindingCard, ShownFinding
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.subject import Subject


_PLACED = frozenset[TrivialKind](
    ("name", "company", "small-words", "spelling", "document", "web", "web-form", "site", "mail", "phone")
)
"""Kinds of which a reader asks where in the text that is."""
_ADDRESS_LINE = 15
"""Words of a line of a postal address, at most."""


class Trivial(NamedTuple):
    """The trivial changes of a comparison."""

    found: Mapping[int, Sequence[TrivialChange]]
    """What each of them did, by its number."""
    said: str
    """What changed, behind "only in", where nothing else did; else ""."""
    said_whole: str = ""
    """The same with all words that gave way to others, also those that a point quotes."""
    of_words: str = ""
    """In what those changes of words did no more that are trivial, where others are not; else ""."""
    places: int = 0
    """How many changes of words these are."""
    frame: FramePlaces = NO_FRAME
    """The clauses of those that only changed what stands around the text."""

    def is_quotable(self, number: int) -> bool:
        """Whether a change may be quoted: it is not trivial, or says who it is or where to write to."""
        done = self.found.get(number)
        return not done or any(one.kind in QUOTED for one in done)

    def is_quoted(self, number: int) -> bool:
        """Whether a change is trivial and may be quoted."""
        return bool(self.found.get(number)) and self.is_quotable(number)

    @property
    def is_of_frame(self) -> bool:
        """Whether nothing changed but what stands around the text."""
        return (
            self.frame != NO_FRAME
            and not self.said
            and all(map(is_of_frame, self.found.values()))
            and not self.of_words
        )

    @property
    def silent(self) -> frozenset[int]:
        """The numbers of those of which nothing needs to be said beside others."""
        return frozenset(
            number for number, done in self.found.items() if all(one.kind in SAYS_NOTHING for one in done)
        )

    def is_heard(self, number: int) -> bool:
        """Whether a change is one of words, and no line that leads to another part of the page."""
        done = self.found.get(number, ())
        return not done or any(one.kind != "jump" for one in done)

    def without(self, cards: Sequence[FindingCard]) -> Sequence[FindingCard]:
        """Some cards without the statements that are not told."""
        left = []
        for card in cards:
            kept = [one for each in card.findings if (one := self._quotable(each))]
            if kept:
                left.append(replace(card, findings=tuple(kept)))
        return left

    def _quotable(self, one: ShownFinding) -> ShownFinding | None:
        statements = tuple(each for each in one.statements if self.is_quotable(each.entry))
        return replace(one, statements=statements) if statements or not one.statements else None


def found_trivial(
    comparison: Comparison,
    about: Subject,
    numbered: Sequence[NumberedChange],
    worded: Sequence[NumberedChange],
    cards: Sequence[FindingCard],
) -> Trivial:
    """The trivial changes among those that a reader hears of: of words, and of links that matter.

    Args:
        comparison: what `compare` returned.
        about: whose document it is, and what it is called.
        numbered: all its changes.
        worded: those of words.
        cards: its findings.
    """
    tells = (one for card in cards for one in card.findings if _tells_of_rights(one))
    weighty = frozenset(one.entry for each in tells for one in each.statements if one.weight > DOUBTFUL)
    known = TrivialChanges(comparison, about.owner, weighty)
    heard = {one.number: one for one in (*worded, *(each for each in numbered if each.leads_elsewhere))}
    is_all = len(heard) == len(worded) and not word_changes.links(comparison)
    if is_all and (said := replaced_alone(worded, comparison.new.language)):
        return Trivial({}, said, said)
    found = {number: done for number, one in heard.items() if (done := known.of(one))}
    found |= _other_headings(comparison, found, [one for one in heard.values() if one.number not in found])
    frame = _frame([heard[number] for number, done in found.items() if is_of_frame(done)])
    if not found or len(found) < len(heard):
        of_words = [found[each.number] for each in worded if each.number in found]
        said = said_of([one for done in of_words for one in done]) if of_words else ""
        return Trivial(found, "", "", said, len(of_words), frame)
    others = list(links_elsewhere(comparison, [each for one in heard.values() for each in one.changes]))
    beside_frame = (one for done in found.values() if not is_of_frame(done) for one in done)
    everything = [*beside_frame, *others]
    where = _where(comparison, worded[0], about.title) if len(found) == len(worded) == 1 else ""
    whole = said_of(
        everything, quoted=True, where=where if {one.kind for one in everything} <= _PLACED else ""
    )
    return Trivial(found, said_of(everything), whole, frame=frame)


def _other_headings(
    comparison: Comparison, found: Mapping[int, Sequence[TrivialChange]], left: Sequence[NumberedChange]
) -> dict[int, tuple[TrivialChange, ...]]:
    """The headings among which some say more than what a section is called, where all that came or went are
    headings and most of these say no more: a text that gave up its headings gave up these with them."""
    kinds = {one.kind for done in found.values() for one in done}
    if len(left) > len(found) or len(kinds) != 1 or not kinds <= {"heading-new", "heading-gone"}:
        return {}
    [kind] = kinds
    headings = dict[int, tuple[TrivialChange, ...]]()
    for entry in left:
        said = [one for change in entry.changes for one in clauses(comparison, change)]
        if entry.kind != ("added" if kind == "heading-new" else "removed"):
            return {}
        if any(one.kind != "heading" for one in said):
            return {}
        shown = (shown_words(one.text) for one in said)
        headings[entry.number] = tuple(
            TrivialChange(kind, one) if kind == "heading-new" else TrivialChange(kind, "", one)
            for one in shown
        )
    return headings


def _where(comparison: Comparison, one: NumberedChange, title: str) -> str:
    """Where a change stands: in a heading, in a postal address, or under its heading; "" if that is not
    known."""
    places = one.changes[0].new
    if places and comparison.new.clauses[places[0]].kind == "heading":
        return f"in the heading “{clipped(visible(comparison.new.clauses[places[0]].text), HEADING)}”"
    lines = [each.text for each in comparison.new.clauses[places[-1] : places[-1] + 2]] if places else []
    if lines and len(lines[0].split()) <= _ADDRESS_LINE and any(map(_is_street, lines)):
        return "in the postal address"
    heading = heading_over(comparison, one, title)
    return f"under “{heading}”" if heading else ""


def _is_street(line: str) -> bool:
    """Whether a line is one of a postal address."""
    return len(line.split()) <= _ADDRESS_LINE and address_kinds(line) == {0}


def _frame(changed: Iterable[NumberedChange]) -> FramePlaces:
    """The clauses of some changes."""
    changes = [change for one in changed for change in one.changes]
    return FramePlaces(
        frozenset(place for one in changes for place in one.old),
        frozenset(place for one in changes for place in one.new),
    )


def _tells_of_rights(one: ShownFinding) -> bool:
    """Whether a finding is more than a detail: of importance, or not of what a policy says of itself, nor of
    where a link leads."""
    is_detail = bool(one.links) or one.finding.category in OF_ITSELF
    return one.rank > min(RANKS) or not is_detail
