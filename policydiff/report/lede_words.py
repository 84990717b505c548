"""Changes of words as points of a lede, alone or in the quotes that are left free: comparison -> points."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report.counterparts import address_kinds
from policydiff.report.idle_edits import says_the_same, sums_up_news
from policydiff.report.lede_names import NamePoints
from policydiff.report.lede_order import DESERVING
from policydiff.report.lede_points import POINTS
from policydiff.report.marked_text import clause_texts, clauses
from policydiff.report.passage_counterparts import with_answer
from policydiff.report.repeated_words import RepeatedWords
from policydiff.report.standing_alone import SHORT
from policydiff.report.text_headings import is_date_line
from policydiff.report.word_changes import edited_words, lines_there, small_words, words_changed
from policydiff.report.word_point import word_point
from policydiff.report.written_otherwise import MASK
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policydiff.models import Clause, Comparison
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.lede_point import LedePoint
    from policydiff.report.lede_points import ChosenPoints
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.word_changes import LinesThere

_FEW = 2 * POINTS
"""Changes of words of which a lede quotes the largest; of more only the largest one."""
_CELL = 5
"""Words of a cell of a table that came or went and says something alone."""
_TELLING = 4
"""Letters of a word by which a text is told from others."""
_SAYS: Mapping[str, str] = {"Added": "Now says", "Removed": "No longer says"}
"""How words are called beside those of substance: the other side may say them in other words."""
_ENDS = ".!;:。"
"""Signs at the end of a sentence, or of what introduces a list; a question may be a heading."""
_WITHIN, _ABOUT = 0.75, 0.25
"""Share of the words of a quote that another has from which it says nothing else; and of those of the shorter
of two texts from which the one took the place of the other."""
_CUT = "…"
"""Where words are left out of a quote."""


class WordChanges(NamedTuple):
    """Changes of words of which some are quoted."""

    numbered: Sequence[NumberedChange]
    """All changes, among which names that gave way to others are looked for."""
    worded: Sequence[NumberedChange]
    """Those of words, among which words are looked for that came or went in several places."""
    changed: Sequence[NumberedChange]
    """Those that may be quoted."""
    every: bool
    """Whether so few changed that also those are quoted of which the reader thinks little."""
    counterparts: Counterparts
    """What either side says in the place of words of the other."""


def points(comparison: Comparison, changes: WordChanges, title: str) -> tuple[LedePoint, ...]:
    """The changes of words, where they are so few that a lede holds them all; else the largest of them.

    Args:
        comparison: what `compare` returned.
        changes: its changes of words.
        title: that of the document, which heads no section.
    """
    numbered, heard, changed, every, counterparts = changes
    names = NamePoints(comparison, numbered)
    often = tuple(
        replace(one, places=(*one.places, *(each.number for each in changed if _only_renames(each, one))))
        for one in names.often()
    )
    named = {number for point in often for number in point.places}
    there = lines_there(comparison)
    found = [one for one in changed if _is_quotable(comparison, one, there) and one.number not in named]
    found = [one for one in found if not _is_title(comparison, one, title)]
    if changed[1:]:
        small = small_words(comparison.new.language)
        known = small.union(*(words(quote.words.casefold()) for point in often for quote in point.quotes))
        found = [one for one in found if not edited_words(comparison, one) <= known]
        found = [one for one in found if not _is_idle(comparison, one)]
        found = found if every else _deserving(comparison, found)
    if not found:
        return often[:POINTS]
    repeated = RepeatedWords(comparison, heard)
    found = _edited_once(comparison, repeated.once(found))
    if len(found) > POINTS or not all(len(entry.changes) == 1 for entry in found):
        found = sorted(found, key=lambda entry: (-words_changed(comparison, entry), entry.number))
        found = found[:POINTS] if len(found) <= _FEW else found[:1]
    made = (
        repeated.point(word_point(comparison, entry, names, title, counterparts), entry.number)
        for entry in reversed(found)
    )
    by_words = {point.quotes[0].words: point for point in made}
    shown = (one for one in reversed(by_words.values()) if not any(_shows_only(one, name) for name in often))
    return (*often, *shown)[:POINTS]


def _only_renames(entry: NumberedChange, name: LedePoint) -> bool:
    """Whether a change did no more than give another name, which is told for itself, and other addresses."""
    names = {compared(quote.words) for quote in name.quotes}
    edits = (one for each in entry.changes for one in each.edits if one.operation != "equal")
    said = [side.strip() for one in edits for side in (one.old, one.new) if side.strip()]
    others = [one for one in said if compared(one) not in names]
    return len(others) < len(said) and all(MASK in one or address_kinds(one) for one in others)


def _edited_once(comparison: Comparison, found: Sequence[NumberedChange]) -> list[NumberedChange]:
    """Some changes in their order, of those that put the same words for the same others the longest that is
    no heading: another year in a title, and in the sentence below it."""
    groups: dict[object, list[NumberedChange]] = defaultdict(list)
    for one in found:
        edits = [edit for each in one.changes for edit in each.edits if edit.operation != "equal"]
        said = tuple((compared(edit.old), compared(edit.new)) for edit in edits)
        groups[said or one.number].append(one)
    best = {max(group, key=lambda one: _weight(comparison, one)).number for group in groups.values()}
    return [one for one in found if one.number in best]


def _weight(comparison: Comparison, entry: NumberedChange) -> tuple[bool, int]:
    said = [clause for change in entry.changes for clause in clauses(comparison, change)]
    return all(one.kind != "heading" for one in said), sum(len(one.text.split()) for one in said)


def _shows_only(one: LedePoint, name: LedePoint) -> bool:
    """Whether the quotes of a point differ in nothing but another name, which is told for itself."""
    now, before = (_quote(one, which) for which in ("now", "before"))
    new, old = (f" {compared(_quote(name, which))} " for which in ("now", "before"))
    pieces = [f" {compared(piece)} ".replace(old, new) for piece in before.split(_CUT) if compared(piece)]
    return bool(now) and bool(pieces) and all(piece in f" {compared(now)} " for piece in pieces)


def _quote(one: LedePoint, which: str) -> str:
    """The words of one side, "" if it quotes none."""
    return next((quote.words for quote in one.quotes if quote.which == which), "")


def beside(
    comparison: Comparison, changes: WordChanges, title: str, chosen: ChosenPoints
) -> tuple[LedePoint, ...]:
    """What else changed in words, for the quotes that are free beside those of substance: what the reader of
    statements takes for none may be news to somebody who knows the company, and a heading does not tell it.

    Args:
        comparison: what `compare` returned.
        changes: its changes of words.
        title: that of the document, which heads no section.
        chosen: the quotes of substance.
    """
    changed = changes.changed
    free = POINTS - len(chosen.points)
    rest = [one for one in changed if one.number not in chosen.changes and _tells(comparison, one)]
    if free <= 0 or not rest:
        return ()
    rest = rest if changes.every else _deserving(comparison, rest)
    rest = sorted(rest, key=lambda entry: (-words_changed(comparison, entry), entry.number))
    quoted_changes = [one for one in changed if one.number in chosen.changes]
    rest = list(islice(_of_other_edits(comparison, rest, quoted_changes), POINTS))
    quoted = [_telling(" ".join(quote.words for quote in one.quotes)) for one in chosen.points]
    sides = changes.counterparts
    made = (
        with_answer(replace(one, label=_SAYS.get(one.label, one.label)), sides, comparison.new.language)
        for one in points(comparison, changes._replace(changed=rest), title)
        if chosen.changes.isdisjoint(one.places)
        and not any(_is_within(one, each) for each in quoted)
        and not (chosen.points and one.only_introduces)
        and _is_clear(one, sides)
    )
    return tuple(islice(made, free))


def _deserving(comparison: Comparison, found: Sequence[NumberedChange]) -> list[NumberedChange]:
    """Those of some changes that deserve a quote beside others. Where no reader weighed anything all do; else
    none that it did not weigh: headings, cells of a few words, what is beyond the part that is read."""
    if not comparison.unreported:
        return list(found)
    least = [one for one in comparison.unreported if one.worth >= DESERVING]
    olds, news = ({quote.clause for one in least if (quote := getattr(one, side))} for side in ("old", "new"))
    return [
        entry
        for entry in found
        if any(not olds.isdisjoint(each.old) or not news.isdisjoint(each.new) for each in entry.changes)
    ]


def _is_idle(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether a change says the same as before, as far as anybody asks, or is one of what the company itself
    tells of its changes."""
    if sums_up_news(entry.section, comparison.new.language):
        return True
    texts = [clause_texts(comparison, one) for one in entry.changes]
    old, new = (" ".join(one[side] for one in texts) for side in (0, 1))
    return bool(old and new) and says_the_same(old, new, comparison.new.language)


def _of_other_edits(
    comparison: Comparison, found: Iterable[NumberedChange], quoted: Iterable[NumberedChange]
) -> Iterator[NumberedChange]:
    """Those of some changes that put in or take out other words than those before them, and than those that
    are quoted: one more state in each of five lists is told once."""
    edits = [edited_words(comparison, one) for one in quoted]
    for one in found:
        edit = edited_words(comparison, one)
        if not any(edit <= each for each in edits):
            edits.append(edit)
            yield one


def _is_within(one: LedePoint, other: frozenset[str]) -> bool:
    """Whether another quote has nearly all the words of one that tell it from others."""
    said = _telling(" ".join(quote.words for quote in one.quotes))
    return len(said & other) >= _WITHIN * len(said)


def _is_clear(one: LedePoint, counterparts: Counterparts) -> bool:
    """Whether both sides are about the same, and what only one side has is more than a name,
    and nothing that the other side says in another place."""
    if len(one.quotes) > 1 and one.quotes[0].which:
        said = [_telling(quote.words) for quote in one.quotes]
        alike = len(said[0] & said[1]) >= _ABOUT * min(map(len, said))
        return alike or bool(one.places) or all(address_kinds(quote.words) for quote in one.quotes)
    if one.places:  # the same words in several places
        return True
    is_new = bool(one.came)
    texts = [quote.words.strip("… ") for quote in one.quotes if len(quote.words.split()) >= _CELL]
    near = (counterparts.of(text, new=is_new) for text in texts)
    return (
        bool(texts)
        and not any(other is not None and other.stays for other in near)
        and not any(counterparts.held(text, new=not is_new) for text in texts)
    )


def _telling(said: str) -> frozenset[str]:
    """The words by which a text is told from others."""
    return frozenset(word for word in words(said.casefold()) if len(word) >= _TELLING or not word.isalpha())


def _tells(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether a change of words is more than another heading, or words that carry grammar alone; of clauses
    that came or went, more than a few words."""
    sides = ((comparison.old, "old"), (comparison.new, "new"))
    said = [
        document.clauses[place]
        for document, side in sides
        for change in entry.changes
        for place in getattr(change, side)
    ]
    is_one_sided = entry.kind in ("added", "removed")
    if (all if is_one_sided else any)(map(_is_line, said)):
        return False
    small = small_words(comparison.new.language)
    changed = edited_words(comparison, entry)
    telling = [word for word in changed if word.isalpha() and len(word) >= _TELLING and word not in small]
    return len(telling) >= (_CELL if is_one_sided else 1)


def _is_line(clause: Clause) -> bool:
    """Whether a clause is a heading, or a line of text that may be one."""
    is_short = clause.kind == "paragraph" and clause.cell is None and len(clause.text.split()) < SHORT
    is_line = is_short and clause.text[-1:] not in _ENDS and not address_kinds(clause.text)
    return clause.kind == "heading" or is_line


def _is_title(comparison: Comparison, entry: NumberedChange, title: str) -> bool:
    """Whether it is the title that reads otherwise, which has a sentence of its own."""
    heads = [one for change in entry.changes for one in clauses(comparison, change)]
    titles = (title, comparison.new.title)
    return entry.kind == "reworded" and all(one.kind == "heading" and one.text in titles for one in heads)


def _is_quotable(comparison: Comparison, entry: NumberedChange, there: LinesThere) -> bool:
    """Whether an entry says something by itself: no clause that was divided otherwise, none that the
    other side has too, in another place, and no cell of a few words."""
    said = [clause.text for change in entry.changes for clause in clauses(comparison, change)]
    if all(is_date_line(text, comparison.new.language) for text in said):
        return False
    if entry.kind not in ("added", "removed"):
        return entry.kind not in ("split", "merged")
    return not any(
        compared(clause.text) in there[entry.kind] or (clause.cell and len(clause.text.split()) < _CELL)
        for change in entry.changes
        for clause in clauses(comparison, change)
    )
