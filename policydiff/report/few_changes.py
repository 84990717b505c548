"""Every change of a text in which few did, by its own words: comparison, lede -> what the lede does not tell.

Where five places changed a reader wants to know all five; "words also changed under “Rights”" hides what ten
words say. Each sentence that changed gives the words that came and went, with as many beside them as a reader
needs; those that a quote or a sentence of the lede shows are left out, and the same edit is told once.
What this gets wrong: words that were put for others of one meaning, in a paragraph that is quoted, are not
told, and a new one may be.
"""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from policydiff.report.changed_part import ChangedPart, FewWords
from policydiff.report.characters import visible
from policydiff.report.heading_paths import merged_headings
from policydiff.report.lede_passages import Passages
from policydiff.report.marked_text import clauses
from policydiff.report.told_words import ToldWords
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from policydiff.models import Change, Clause, Comparison
    from policydiff.report.changed_part import FewKind
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.told_words import LedeWords

FEW = 5
"""Places that changed, of which each is told by its own words."""
_LINES = 24
"""Words of several lines that came or went together and are told, at most."""
_SENTENCES = 3
"""Sentences of a paragraph that is quoted, of which each is told where no more of them changed."""


def are_few(worded: Sequence[NumberedChange]) -> bool:
    """Whether so few changes changed words that each is told."""
    return 0 < len(worded) <= FEW


class FewChanges:
    """Finds what of few changes of words a lede does not tell."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._passages = Passages(comparison)
        self._merged = merged_headings(comparison)

    def untold(
        self, worded: Iterable[NumberedChange], quoted: Collection[int], lede: LedeWords
    ) -> Iterator[FewWords]:
        """What is not told, in the order of the policy.

        Args:
            worded: the changes of words.
            quoted: the numbers of those that are quoted.
            lede: what it tells.
        """
        rows = ToldWords(lede)
        parts = [part for entry in worded for part in self._parts(entry, quoted)]
        sizes = Counter(part.entry for part in parts)
        shown = [[edit for edit in part.edits if rows.show(part, edit)] for part in parts]
        known = {part.key(edit) for part, edits in zip(parts, shown, strict=True) for edit in edits}
        for part, edits in zip(parts, shown, strict=True):
            is_quoted = part.entry in quoted
            yield from (one for edit in edits for one in rows.left(part, edit))
            left = [edit for edit in part.edits if edit not in edits and not part.is_of_mask(edit)]
            if is_quoted:
                left = [edit for edit in left if part.kind == "words" and not part.is_spelling(edit)]
            if is_quoted and (edits or sizes[part.entry] > _SENTENCES):
                left = [edit for edit in left if not part.is_slight(edit)]
            news = [edit for edit in left if part.kind == "heading" or part.key(edit) not in known]
            known.update(part.key(edit) for edit in news)
            if not (news or is_quoted) and (left or rows.quote(part)):
                yield FewWords(part.entry, "again")
            said = [part.words(run) for run in part.together(news)]
            found = [one for one in said if not self._is_idle(one)]
            if said and not (found or is_quoted):
                yield FewWords(part.entry, "grammar")
            yield from found

    @staticmethod
    def parted(found: Iterable[FewWords], lede: LedeWords) -> Iterator[FewWords]:
        """What is not told, without the clauses of it that are.

        Args:
            found: what `untold` returned.
            lede: what is told.
        """
        rows = ToldWords(lede)
        for one in found:
            yield from rows.without_quoted(one)

    def _is_idle(self, one: FewWords) -> bool:
        """Whether a single word of grammar is all that is left of an edit without those beside it."""
        came, went = (Counter(words(side.casefold())) for side in (one.came, one.went))
        return not one.tells and sum(((came - went) + (went - came)).values()) == 1

    def _parts(self, entry: NumberedChange, quoted: Collection[int]) -> Iterator[ChangedPart]:
        """Both sides of each sentence of a change; what one side has alone only where it is not quoted."""
        for change in entry.changes:
            if change.old and change.new:
                if split := self._split_heading(change):
                    yield self._one_sided(entry, [split])
                    continue
                for part in self._passages.within(change):
                    old, new = (" ".join(visible(one.text) for one in side) for side in (part.old, part.new))
                    language = self._comparison.new.language
                    yield ChangedPart(entry.number, self._kind(change), (old, new), language)
        alone = [one for each in entry.changes for one in self._alone(each)]
        if alone and entry.number not in quoted:
            yield self._one_sided(entry, alone)

    def _one_sided(self, entry: NumberedChange, alone: Sequence[Clause]) -> ChangedPart:
        """Clauses that came or went: of a section its heading, of a row all cells."""
        is_section = alone[0].kind == "heading" and self._is_new(alone[0], entry)
        kind: FewKind = ("section" if alone[1:] else "heading") if is_section else "words"
        if alone[0].kind == "heading" and not is_section and alone[1:]:
            alone = alone[1:]
        texts = [visible(one.text) for one in alone]
        sizes = accumulate(len(text.split()) for text in texts)
        shown = texts[: 1 if is_section else max(sum(size <= _LINES for size in sizes), 1)]
        said = " | ".join(texts) if alone[0].cell else "”, “".join(shown)
        both = (said, "") if entry.kind == "removed" else ("", said)
        more = 0 if is_section or alone[0].cell else len(texts) - len(shown)
        return ChangedPart(entry.number, kind, both, self._comparison.new.language, more=more)

    def _split_heading(self, change: Change) -> Clause | None:
        """The heading that came where one became two, of which the other has but another number."""
        old, new = self._comparison.old.clauses, self._comparison.new.clauses
        was, now = [old[place] for place in change.old], [new[place] for place in change.new]
        if len(was) != 1 or len(now) != 2 or any(one.kind != "heading" for one in (*was, *now)):
            return None
        others = [one for one in now if _behind_number(one.text) != _behind_number(was[0].text)]
        return others[0] if len(others) == 1 else None

    def _alone(self, change: Change) -> Iterable[Clause]:
        """The clauses of a change that only one side has."""
        return () if change.old and change.new else clauses(self._comparison, change)

    def _is_new(self, heading: Clause, entry: NumberedChange) -> bool:
        """Whether a heading that came or went is not on the other side."""
        is_new = entry.kind != "removed"
        if heading.text in self._merged[is_new]:
            return False
        other = self._comparison.old if is_new else self._comparison.new
        return all(compared(one.text) != compared(heading.text) for one in other.clauses)

    def _kind(self, change: Change) -> FewKind:
        both = self._comparison.old.clauses[change.old[0]], self._comparison.new.clauses[change.new[0]]
        is_heading = all(one.kind == "heading" for one in both) or both[1].text in self._headings
        return "heading" if is_heading else "words"

    @cached_property
    def _headings(self) -> frozenset[str]:
        """The headings of the new side, also those that are set as text."""
        return frozenset(heading for one in self._comparison.new.clauses for heading in one.path)


def _behind_number(heading: str) -> str:
    """The words of a heading without the number or the letter before them."""
    first, _, others = heading.partition(" ")
    return compared(others if len(first.strip("().")) == 1 or first[:1].isdigit() else heading)
