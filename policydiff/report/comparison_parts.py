"""What every form of a comparison for people shows, each part found once.

These are the first sentences and whose document it is, the findings as cards, the numbered changes, what
merely moved, and clauses of which only signs differ. In: a comparison. Out: its parts, found when first
asked for. The forms differ in what they do with them: `comparison_report` makes a list of blocks,
`html_page` a page with the whole policy, `docx_file` a document (docs/decisions/0016-blocks-and-the-
page.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from policydiff.report import finding_cards, moved_words, punctuation, verdict_text
from policydiff.report.lede import LedeParts, lede
from policydiff.report.numbered_changes import entries, sections
from policydiff.report.subject import subject

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policydiff.models import Between, ChangePlaces, Comparison, Edit
    from policydiff.report.finding_cards import FindingCard
    from policydiff.report.lede import Lede
    from policydiff.report.marked_text import MovedMark
    from policydiff.report.numbered_changes import ChangedSection, NumberedChange
    from policydiff.report.side_names import CapturePair
    from policydiff.report.subject import Subject


@dataclass(frozen=True)
class ComparisonParts:
    """A comparison in parts."""

    comparison: Comparison
    sides: CapturePair
    """How each side is called."""
    between: Between | None = None
    """What an archive knows of the time between both captures."""

    @cached_property
    def about(self) -> Subject:
        """Whose document it is, and which."""
        return subject(self.comparison, self.sides)

    @cached_property
    def beginning(self) -> Lede:
        """What happened, in a few sentences and quotes."""
        parts = LedeParts(self.about, self.changes, self.cards)
        return lede(self.comparison, self.sides, self.between, parts)

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """Why the verdict is what it is, and what to be careful with."""
        return verdict_text.cautions_and_reasons(self.comparison, self.sides)

    @cached_property
    def changes(self) -> tuple[NumberedChange, ...]:
        """All changes, numbered as a reader goes through them."""
        return entries(self.comparison)

    @cached_property
    def worded(self) -> tuple[ChangedSection, ...]:
        """The changes that matter, section by section."""
        return sections(self.comparison, [one for one in self.changes if one.matters])

    @cached_property
    def unworded(self) -> Sequence[NumberedChange]:
        """The changes of layout and order alone."""
        return [one for one in self.changes if not one.matters]

    @cached_property
    def cards(self) -> tuple[FindingCard, ...]:
        """The findings; none where the two sides cannot be compared."""
        if not self.comparison.comparable:
            return ()
        return finding_cards.cards(self.comparison, self.sides, self.changes)

    @cached_property
    def moved(self) -> Mapping[ChangePlaces, tuple[MovedMark, ...]]:
        """The words of changes that only moved, by the places of the changes."""
        return moved_words.marks(self.comparison, self.changes)

    @cached_property
    def retouched(self) -> tuple[tuple[Edit, ...], ...]:
        """The clauses of which only signs differ."""
        return punctuation.punctuation_changes(self.comparison)
