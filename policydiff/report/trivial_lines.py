"""Trivial changes of lines that came or went alone, or stand around the text: clauses -> what they are.

A passage that stands in the text once more, a menu, a list of contents, a line of copyright, a heading.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.comparability import document_kinds
from policydiff.report.document_titles import heads_contents
from policydiff.report.link_text import leads_inside
from policydiff.report.marked_text import clauses
from policydiff.report.trivial_kinds import TrivialChange, shown_words
from policydiff.report.word_changes import binding_words
from policydiff.text import compared, compared_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.models import Clause, Comparison, Document, Link
    from policydiff.report.numbered_changes import NumberedChange

_PASSAGE = 20
"""Words of a passage that is no chance in two places, at least."""
_HEADING = 25
"""Words of a heading, at most."""
_ALL_LINKS = 0.6
"""Share of a line that its links are, at least, where it is nothing else."""
_JUMPS = 3
"""Links of a table of contents in one clause, or headings in a row, at least."""
_ROW = 3
"""Links in a row that are a menu, at least."""
_OFTEN = 3
"""Places from which a line of links is no part of a text."""
_SAYS = 12
"""Words of a paragraph that says something: above the first and below the last one is the frame of a page."""
_LABEL = 2
"""Words of the label of a button, at most."""
_SIGN = "©"
"""What a line of copyright holds."""
_STAMP_LINE = re.compile(
    r"\d{4}[-/.]\d\d?[-/.]\d\d?(?:[ T]\d\d?[:.]\d\d(?:[:.]\d\d)?)?"
    r"|(?:\w+ ){1,3}\d\d?[-/.]\d\d?[-/.]\d{4} \d\d?[:.]\d\d"
)
"""A line that is a day and a time in figures, as a program prints them, with or without a name."""
_GLUED = re.compile(r"[a-zß-öø-ÿ]{3}[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2}")
"""Where entries of a menu stand without a blank between them: "DatesCodesApps"."""
_ENTRIES, _NAMES = 15, 0.75
"""Words of a line of entries: so glued at most, of names at least; and the share of its words that have a
capital."""
_SENTENCE = re.compile(r"[.,;:!?।،؛۔](?:\s|$)")
_COPYRIGHT = 25
"""Words of a line that is nothing else, at most."""


class TrivialLines:
    """Finds the trivial ones among the lines of a comparison, and those that are a frame of the text."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    def of(self, entry: NumberedChange) -> tuple[TrivialChange, ...]:
        """What lines are that came or went: copies, lines of links around the text, a list of contents,
        headings; () if any of them is more than that."""
        is_new = entry.kind == "added"
        side = self._comparison.new if is_new else self._comparison.old
        said = [one for change in entry.changes for one in clauses(self._comparison, change)]
        if all(map(is_copyright, said)):
            return (TrivialChange("copyright"),)
        if self._is_copy(said, new=is_new):
            return (TrivialChange("copy" if is_new else "copy-gone"),)
        places = [place for one in entry.changes for place in (one.new if is_new else one.old)]
        if all(is_of_links(one) for one in said) and self.is_frame(side, places, said):
            return (TrivialChange("menu"),)
        if self._stands_in_frame(said, new=is_new):
            return (TrivialChange("menu"),)
        if self._is_title_again(side, places):
            return (TrivialChange("menu"),)
        if all(map(_is_jump, said)):
            return (TrivialChange("jump"),)
        heads = self._headings[is_new]
        listed = [one for one in said if compared(one.text) in heads and one.kind != "heading"]
        if len(listed) >= _JUMPS and all(one in listed or heads_contents(one.text) for one in said):
            return (TrivialChange("contents"),)
        if all(_STAMP_LINE.fullmatch(one.text) for one in said):
            shown = [shown_words(one.text) for one in said]
            return tuple(TrivialChange("stamp", *((one, "") if is_new else ("", one))) for one in shown)
        if all(map(_is_label, said)) and min(places) > self._text_of(side)[1]:
            shown = [shown_words(one.text) for one in said]
            return tuple(TrivialChange("label", *((one, "") if is_new else ("", one))) for one in shown)
        if all(one.kind == "heading" and names_section(one) for one in said):
            shown = [shown_words(one.text) for one in said]
            return tuple(
                TrivialChange("heading-new", one) if is_new else TrivialChange("heading-gone", "", one)
                for one in shown
            )
        return ()

    def _is_copy(self, said: Sequence[Clause], *, new: bool) -> bool:
        """Whether a passage stands in both texts, and once more in one. An item or a cell says something of
        what it stands below, and is no copy of another."""
        here, there = self._lines[new], self._lines[not new]
        is_passage = all(one.cell is None and one.kind != "item" for one in said)
        is_long = sum(len(one.text.split()) for one in said) >= _PASSAGE
        lines = [compared(one.text) for one in said]
        return is_passage and is_long and all(there[one] and (not new or here[one] > 1) for one in lines)

    def _stands_in_frame(self, said: Sequence[Clause], *, new: bool) -> bool:
        """Whether each of some short lines stands once more on its side, where it is no part of the text."""
        is_short = all(len(one.text.split()) < _SAYS and one.kind != "heading" for one in said)
        return is_short and all(compared(one.text) in self._frames[new] for one in said)

    def _is_title_again(self, side: Document, places: Sequence[int]) -> bool:
        """Whether a line is the title, beside lines of a menu: the end of the way to this page."""
        doubted = self._comparison.doubted
        frame = doubted.new if side is self._comparison.new else doubted.old
        left = [place for place in places if place not in frame]
        title = compared(side.title)
        if len(left) != 1 or not title or compared(side.clauses[left[0]].text) != title:
            return False
        is_beside = not frame.isdisjoint((left[0] - 1, left[0] + 1))
        return is_beside and self._lines[side is self._comparison.new][title] > 1

    def is_frame(self, side: Document, places: Sequence[int], said: Sequence[Clause]) -> bool:
        """Whether lines stand among others of links above or below all that a page says, or again and again
        in it.

        Args:
            side: the document that says them.
            places: where in it they stand.
            said: the lines.
        """
        first, last = self._text_of(side)
        if all(place < first or place > last for place in places) and self._is_row(side, places):
            return True
        lines = self._lines[side is self._comparison.new]
        return all(lines[compared(one.text)] >= _OFTEN for one in said)

    def _is_row(self, side: Document, places: Sequence[int]) -> bool:
        """Whether some links, with those of the clauses beside them, are several."""
        around = side.clauses[max(min(places) - _ROW, 0) : max(places) + _ROW + 1]
        return sum(len(one.links) for one in around if is_of_links(one)) >= _ROW

    def _text_of(self, side: Document) -> tuple[int, int]:
        """The places of the first and the last paragraph that says something."""
        says = [
            place
            for place, one in enumerate(side.clauses)
            if one.kind != "heading" and not is_of_links(one) and len(one.text.split()) >= _SAYS
        ]
        return (says[0], says[-1]) if says else (len(side.clauses), -1)

    @cached_property
    def _frames(self) -> tuple[frozenset[str], frozenset[str]]:
        """The lines of the old side, and of the new one, that are no part of the text."""
        comparison = self._comparison
        both = (comparison.old, comparison.doubted.old), (comparison.new, comparison.doubted.new)
        old, new = (frozenset(compared(side.clauses[one].text) for one in its) for side, its in both)
        return old, new

    @cached_property
    def _lines(self) -> tuple[Counter[str], Counter[str]]:
        """How often the old text says a line, and how often the new one does."""
        sides = self._comparison.old, self._comparison.new
        old, new = (Counter(compared(one.text) for one in side.clauses) for side in sides)
        return old, new

    @cached_property
    def _headings(self) -> tuple[frozenset[str], frozenset[str]]:
        """The headings of the old text and of the new one."""
        return headings_of(self._comparison.old), headings_of(self._comparison.new)


def headings_of(side: Document) -> frozenset[str]:
    """The headings of a document with its title, as texts are compared."""
    heads = {compared(one.text) for one in side.clauses if one.kind == "heading"}
    return frozenset({*heads, compared(side.title)} - {""})


def is_of_links(clause: Clause) -> bool:
    """Whether a line is nothing but links that lead away."""
    links = [one for one in clause.links if not one.target.startswith("#")]
    return bool(links) and sum(len(one.text) for one in links) >= _ALL_LINKS * len(clause.text)


def is_row_of_entries(clause: Clause, language: str) -> bool:
    """Whether a line is a row of entries of a menu that a recorder ran together: without a pause, some of
    them glued to each other, or nearly all words with a capital. A line in capitals, and one in which the
    company speaks or something is denied or limited, may be a promise ("We Will Never Sell Your Data").

    Args:
        clause: the line.
        language: of its text, as a code of ISO 639-1.
    """
    said = clause.text.split()
    known = languages.find(language)
    telling = binding_words(language) | (known.identity.we if known else frozenset[str]())
    if clause.text.isupper() or telling.intersection(clause.text.casefold().split()):
        return False
    if clause.kind == "heading" or clause.cell is not None or _SENTENCE.search(clause.text):
        return False
    if len(said) < _ENTRIES:
        return len(_GLUED.findall(clause.text)) > 1
    return sum(word[:1].isupper() for word in said) >= _NAMES * len(said)


def _is_jump(clause: Clause) -> bool:
    """Whether a line is nothing but a link to another part of the same page, called as that part is."""
    links = clause.links
    return len(links) == 1 and compared(links[0].text) == compared(clause.text) and leads_inside(links[0])


def is_contents(clause: Clause) -> bool:
    """Whether a clause is the list of the sections of its page: links into a page, and nothing else."""
    jumps = [one for one in clause.links if "#" in one.target]
    is_line = clause.kind == "item" and len(jumps) == len(clause.links) == 1
    return (len(jumps) >= _JUMPS or is_line) and sum(map(_length, jumps)) >= _ALL_LINKS * len(clause.text)


def _length(link: Link) -> int:
    return len(link.text)


def names_section(heading: Clause) -> bool:
    """Whether a heading is one of a section, and of no document."""
    is_short = len(heading.text.split()) <= _HEADING
    return is_short and not document_kinds(heading.text) and not _limits(heading)


def _limits(heading: Clause) -> bool:
    """Whether a heading says for whom or when what follows holds: "If you live in Norway:"."""
    return not _limiting().isdisjoint(compared_words(heading.text))


@cache
def _limiting() -> frozenset[str]:
    """Words that limit or deny, in any language."""
    said = languages.all_lines(
        lambda one: (*one.direction.condition, *one.direction.denial, *one.direction.only)
    )
    return frozenset(line for line in said if line.isalpha())


def _is_label(clause: Clause) -> bool:
    """Whether a line is a word or two in small letters without a sign: of a button."""
    is_line = clause.kind == "paragraph" and clause.cell is None and len(clause.text.split()) <= _LABEL
    return is_line and clause.text.islower() and clause.text.replace(" ", "").isalpha()


def is_copyright(clause: Clause) -> bool:
    """Whether a clause is a line of copyright, which stands around a text."""
    return _SIGN in clause.text and len(clause.text.split()) <= _COPYRIGHT
