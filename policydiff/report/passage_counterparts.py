"""What the other side says in the place of a passage: sentences -> those that gave way or took their place.

Words are called new or gone only where the other side says nothing like them, in the section of that name or
anywhere else.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import dropwhile
from typing import TYPE_CHECKING

from policydiff.report.characters import visible
from policydiff.report.counterparts import SAID_IN_PART, address_kinds
from policydiff.report.lede_passages import beside
from policydiff.report.lede_point import HEADED, LedePoint, LedeQuote
from policydiff.report.quotes import denies
from policydiff.report.standing_alone import leans
from policydiff.report.word_changes import small_words
from policydiff.sentences import sentences
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Comparison, Quote
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.lede_passages import Passage

CAME_OR_WENT = "Gone", "New"
"""What is said of words that went, and that came."""
IN_PART = "No longer says", "Now says"
"""The same of words of which the other side may say a part in other words: true in any case."""
SAID_OTHERWISE = "No longer says in these words", "Now says in these words"
"""The same of words of which the other side has nearly all that is rare."""
FULL = 6
"""Words of a sentence that says something of its own."""
OTHER_WORDS = 30
"""Words that are quoted behind a point, at most: what the other side says, or with what a text goes on."""
_BOTH = 100
"""Words of two sentences of which one replaced the other in another place and that a reader compares, at
most."""
_ALIKE = 0.6
"""Share of all words of two clauses that both have, above which a reader takes the one for the other."""
_MOSTLY = 0.6
"""Share of what is rare in a sentence of a section that one of the other side holds, from which some of the
section is said there."""
_READ = 20
"""Sentences of a passage that are looked for on the other side."""
_MATES = 200
"""Clauses of a section that are asked for what they say in the place of a sentence."""


class PassageCounterparts:
    """Finds what the other side of a comparison says in the place of passages."""

    def __init__(self, comparison: Comparison, counterparts: Counterparts) -> None:
        self._comparison = comparison
        self._counterparts = counterparts
        self._sides = comparison.old, comparison.new

    def label(self, passage: Passage, shown: Sequence[Quote]) -> str:
        """How words that came or went are called: new or gone where the other side says nothing like them. An
        address mostly has another in its place.

        Args:
            passage: a passage of one side, no section, entry or row.
            shown: the sentences of it that are quoted.
        """
        is_new = bool(passage.new)
        if all(self._counterparts.held(one.text, new=not is_new) for one in shown):
            return SAID_OTHERWISE[is_new]
        found = self._by_sentence(passage, shown)
        if found != IN_PART[False]:  # that more is said is true in any case
            return found
        still = sum(self._counterparts.is_mostly_said(one.text, new=True) for one in shown)
        return SAID_OTHERWISE[False] if 2 * still >= len(shown) else found

    def _by_sentence(self, passage: Passage, shown: Sequence[Quote]) -> str:
        """What the first sentence says of which the other side says anything."""
        is_new = bool(passage.new)
        for one in shown:
            if len(one.text.split()) < FULL and len(shown) > 1:
                continue
            went = list(self._went(one, new=not is_new))
            if self._counterparts.nearest(one.text, went, self._came(one, new=is_new), new=is_new):
                return SAID_OTHERWISE[is_new]
            is_item = self._sides[is_new].clauses[one.clause].kind == "item"
            is_like = (is_item and address_kinds(one.text)) or self.is_said_in_part(one, passage)
            if is_like or self._counterparts.covered(one.text, new=not is_new) >= SAID_IN_PART:
                return IN_PART[is_new]
            if self._counterparts.of_one_matter(one.text, went):
                return IN_PART[is_new]
        return CAME_OR_WENT[is_new]

    def other_words(self, passage: Passage, shown: Sequence[Quote]) -> str:
        """In which words the other side says what is quoted, "" if that takes more than a few."""
        is_new = bool(passage.new)
        first = shown[0].text
        near = self._counterparts.of(first, new=is_new)
        said = near.words if near else visible(self._counterparts.holder(first, new=not is_new))
        if len(shown) > 1 or not 0 < len(said.split()) <= OTHER_WORDS:
            return ""
        if is_new and self._counterparts.says(said, new=True):  # it gave way to nothing
            return ""
        return f"said before: “{said}”" if is_new else f"still says: “{said}”"

    def is_said_in_part(self, one: Quote, passage: Passage) -> bool:
        """Whether the other side says a sentence of a passage, or a part of it."""
        is_new = bool(passage.new)
        return (
            self._counterparts.of(one.text, new=is_new) is not None
            or self._counterparts.held(one.text, new=not is_new)
            or self._counterparts.answered(one.text, new=not is_new)
        )

    def is_repeated(self, one: Quote, passage: Passage) -> bool:
        """Whether the other side says a full sentence of a passage, or has one that says nearly the same."""
        is_full, is_new = len(one.text.split()) >= FULL, bool(passage.new)
        sides = self._counterparts
        is_near = (
            sides.of(one.text, new=is_new) is not None or sides.covered(one.text, new=not is_new) >= _MOSTLY
        )
        return is_full and (is_near or sides.says(one.text, new=not is_new))

    def unsaid(self, passage: Passage) -> Sequence[Quote]:
        """The sentences of a passage of one side that the other side does not say nearly as they are; all of
        them where it says all."""
        if not 1 < len(passage.said) <= _READ:
            return passage.said
        language = self._comparison.new.language
        is_new = bool(passage.new)
        near = [self._counterparts.of(one.text, new=is_new) for one in passage.said]
        is_whole = len({one.clause for one in passage.said}) == 1  # quoted with what it gave way to
        kept = [
            not other.stays and is_whole if other else not self._counterparts.held(one.text, new=not is_new)
            for one, other in zip(passage.said, near, strict=True)
        ]
        for place in range(len(kept) - 1, 0, -1):  # what a sentence leans on stands with it
            one, before = passage.said[place], passage.said[place - 1]
            is_below = kept[place] and one.clause == before.clause
            if is_below and leans(visible(one.text).split(), language):
                is_needed = any(kept[: place - 1]) or not self._counterparts.says(before.text, new=not is_new)
                kept[place - 1] |= is_needed  # else it is told as what stands before
        return [one for one, is_kept in zip(passage.said, kept, strict=True) if is_kept] or passage.said

    def at_home(self, passage: Passage) -> Passage:
        """A passage of both sides without what another place of the other side says in its stead: there it is
        told, as what was before."""
        old = tuple(one for one in passage.old if not self._is_elsewhere(one, passage.new, new=False))
        new = tuple(one for one in passage.new if not self._is_elsewhere(one, passage.old, new=True))
        is_clear = not any(
            leans(visible(side[0].text).split(), self._comparison.new.language) for side in (old, new) if side
        )
        return passage._replace(old=old, new=new) if is_clear and (old or new) else passage

    def _is_elsewhere(self, one: Quote, beside: Sequence[Quote], *, new: bool) -> bool:
        near = self._counterparts.of(one.text, new=new)
        if near is None or near.stays or address_kinds(one.text):
            return False
        return f" {compared(near.words)} " not in f" {compared(words_of(beside))} "

    def replaced(self, said: Quote, passage: Passage) -> str:
        """The sentence of the other side, in another place, that gave way to one of a passage, or took its
        place; "" if there is none that a reader understands alone."""
        is_new = bool(passage.new)
        if beside := self._at_its_place(said, new=is_new):
            return beside
        near = self._counterparts.of(said.text, new=is_new)
        if near is not None and not near.stays:
            other = near.words
        else:
            went = self._went(said, new=not is_new)
            came = self._came(said, new=is_new)
            other = "" if near else self._counterparts.nearest(said.text, went, came, new=is_new)
            other = other or self.in_place(said, new=is_new)
        if len(f"{said.text} {other}".split()) > _BOTH:
            return ""
        return "" if leans(other.split(), self._comparison.new.language) else other

    def _at_its_place(self, said: Quote, *, new: bool) -> str:
        """The only sentence of the other side between the same two as one of a reworded clause, if both deny
        something and have most telling words of the shorter; "" if there is none. By its words alone nobody
        finds the promise to which an exception was added."""
        other = self._reworded[new].get(said.clause, -1)
        if other < 0 or not denies(said.text, self._sides[new].language):
            return ""
        here, there = (
            sentences(side.clauses[place].text, side.language)
            for side, place in ((self._sides[new], said.clause), (self._sides[not new], other))
        )
        ours, others = ([compared(one) for one in each] for each in (here, there))
        place = next((n for n, one in enumerate(ours) if one == compared(said.text)), -1)
        for _, start, end, first, last in SequenceMatcher(None, ours, others, autojunk=False).get_opcodes():
            if start == place == end - 1 and first == last - 1:
                small = small_words(self._sides[new].language)
                one, another = ({*each.split()} - small for each in (ours[place], others[first]))
                is_like = len(one & another) >= max(_MOSTLY * min(len(one), len(another)), 1)
                is_denial = denies(there[first], self._sides[not new].language)
                return visible(there[first]) if is_like and is_denial and one != another else ""
        return ""

    def in_place(self, said: Quote, *, new: bool) -> str:
        """The clause of the other side that was reworded into a whole one, or into which it was, where it
        stands at another place of this side too: by its words nobody finds it; "" if most is another."""
        here, there = self._sides[new], self._sides[not new]
        other = self._reworded[new].get(said.clause, -1)
        if other < 0 or compared(here.clauses[said.clause].text) != compared(said.text):
            return ""
        text = visible(there.clauses[other].text)
        if not self._counterparts.says(text, new=new):
            return ""
        first, second = ({*compared(one).split()} for one in (said.text, text))
        return text if len(first & second) > _ALIKE * len(first | second) else ""

    @cached_property
    def _reworded(self) -> tuple[Mapping[int, int], Mapping[int, int]]:
        """The clauses of either side that were reworded, with those of the other."""
        pairs = [
            (one.old[0], one.new[0])
            for one in self._comparison.diff.changes
            if one.kind == "reworded" and len(one.old) == len(one.new) == 1
        ]
        return dict(pairs), {new: old for old, new in pairs}

    def _went(self, one: Quote, *, new: bool) -> Iterator[str]:
        """The sentences that changed or went on a side in the section of that name of a sentence of the
        other one, or at its place."""
        side = self._sides[new]
        in_section = self._changed[new].get(self._section(one.path), ())
        at_place = self._beside[not new].get(one.clause, ())
        for place in dict.fromkeys((*in_section[:_MATES], *at_place[:_MATES])):
            yield from sentences(side.clauses[place].text, side.language)

    def _came(self, one: Quote, *, new: bool) -> Iterator[str]:
        """The sentences that changed or came on its own side in the section of a sentence."""
        side = self._sides[new]
        for place in self._changed[new].get(self._section(one.path), ())[:_MATES]:
            yield from sentences(side.clauses[place].text, side.language)

    @cached_property
    def _changed(self) -> tuple[Mapping[str, list[int]], Mapping[str, list[int]]]:
        """The places of the clauses of either side that changed, by the nearest headings above them."""
        found: tuple[dict[str, list[int]], dict[str, list[int]]] = {}, {}
        for change in self._comparison.diff.changes:
            if change.rewords:
                for side, document, places in zip(found, self._sides, change.places, strict=True):
                    for place in places:
                        clause = document.clauses[place]
                        if clause.kind != "heading":
                            side.setdefault(self._section(clause.path), []).append(place)
        return found

    def _section(self, path: Sequence[str]) -> str:
        """The nearest heading, as it was where it was worded otherwise."""
        name = compared(path[-1]) if path else ""
        return self._renamed.get(name, name)

    @cached_property
    def _renamed(self) -> Mapping[str, str]:
        """The headings that were worded otherwise, by what they are now."""
        sides = [
            (self._sides[0].clauses[one.old[0]], self._sides[1].clauses[one.new[0]])
            for one in self._comparison.diff.changes
            if one.edits
        ]
        return {compared(new.text): compared(old.text) for old, new in sides if new.kind == "heading"}

    @cached_property
    def _beside(self) -> tuple[Mapping[int, list[int]], Mapping[int, list[int]]]:
        """For each clause that came or went those of the other side that went or came at its place."""
        return beside(self._comparison.diff.changes)


def words_of(said: Iterable[Quote]) -> str:
    """The words of some sentences."""
    return " ".join(one.text for one in said)


def with_answer(point: LedePoint, sides: Counterparts, language: str) -> LedePoint:
    """A point of a change of words; of words of one side with what the other says in their stead, or that it
    does so.

    Args:
        point: the point.
        sides: the sentences of both sides.
        language: of both, as a code of ISO 639-1.
    """
    if point.came is None or len(point.quotes) != 1 or point.stands == HEADED or point.places:
        return point
    [quote] = point.quotes
    said = sentences(quote.words, language)
    near = (sides.of(one, new=point.came) for one in said)
    answer = next((one.words for one in near if one and not one.stays), "")
    if not answer:
        return point
    if len(said) > 1 or not point.came or leans(answer.split(), language):
        return replace(point, label=SAID_OTHERWISE[point.came])
    both = quote._replace(which="now"), LedeQuote("before", answer)
    return replace(point, label="Changed", quotes=both, came=None)


def with_new_lead(point: LedePoint, sides: Counterparts, language: str) -> LedePoint:
    """A point whose quote stands behind a sentence that the other side does not have with that sentence
    quoted, since it came or went too; of what changed without it. What the other side says before it is
    left out: it would seem to have come or gone with it.

    Args:
        point: what is quoted.
        sides: the words of both sides.
        language: of both, as a code of ISO 639-1.
    """
    if not point.after or sides.says(point.after, new=not point.came):
        return point
    left = dropwhile(lambda one: sides.says(one, new=not point.came), sentences(point.after, language))
    after = " ".join(left)
    after = after if point.after.startswith(after) else f"… {after}"
    first, *others = point.quotes
    if first.which:
        return replace(point, after="")
    start = " ".join(first.words.split()[:FULL])
    is_next = sides.says(f"{after} {start}", new=bool(point.came))
    gap = " " if is_next or start.startswith("…") else " … "
    lead = first._replace(words=f"{after}{gap}{first.words}")
    is_like = point.label in CAME_OR_WENT and sides.of(after, new=bool(point.came)) is not None
    label = IN_PART[bool(point.came)] if is_like else point.label
    return replace(point, label=label, after="", quotes=(lead, *others))
