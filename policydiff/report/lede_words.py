"""The changes of words as points of a lede, alone or in the quotes that are left free: comparison -> points.

Lines that print the date of the page, and masks over e-mail addresses, are no such changes: the one has a
sentence of its own, of the other no reader knows what it means.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from policydiff import languages
from policydiff.calendar_dates import without_dates
from policydiff.changed_words import changed_words
from policydiff.report import wording
from policydiff.report.characters import clipped, visible
from policydiff.report.counterparts import Counterparts, address_kinds
from policydiff.report.lede_names import NamePoints
from policydiff.report.lede_passages import Passages
from policydiff.report.lede_point import HEADED, HEADING, LedePoint, LedeQuote
from policydiff.report.lede_points import POINTS
from policydiff.report.marked_text import clauses
from policydiff.report.numbered_changes import below, labels_of
from policydiff.report.clause_quotes import changed_quotes, shortened
from policydiff.report.quotes import beside_edits, changed_sentences
from policydiff.report.standing_alone import SHORT, is_code
from policydiff.report.text_headings import headings_over, is_date_line
from policydiff.report.written_otherwise import (
    MASK,
    is_broken_otherwise,
    is_masked_otherwise,
)
from policydiff.text import compared, words
from policydiff.word_edits import text_edits

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from policydiff.models import Change, Clause, Comparison, Document, Edit
    from policydiff.report.lede_points import ChosenPoints
    from policydiff.report.numbered_changes import NumberedChange

    LinesThere = Mapping[str, frozenset[str]]

_FEW = 2 * POINTS
"""Changes of words of which a lede quotes the largest; of more only the largest one."""
_SMALL = 10
"""Words of a clause that came or went of which it can be said that it has no weight."""
_LABEL = 24
"""Characters of what stands beside the date in a line that does little else: "Effective date: 12/02/2031"."""
_LINE = 100
"""Characters of a line that prints a date and is quoted."""
_MONTH = 3
"""Words that change where a line prints another month."""
_CELL = 5
"""Words of a cell of a table that came or went and says something alone."""
_SPELLED = 4
"""Letters of a word in which one or two more or less are its spelling, and not another word."""
_LETTERS = 2
"""Letters by which two spellings of a word differ, at most."""
_SAYS: Mapping[str, str] = {"Added": "Now says", "Removed": "No longer says"}
"""How words are called beside those of substance: the other side may say them in other words."""
_ENDS = ".!;:。"
"""Signs at the end of a sentence, or of what introduces a list; a question may be a heading."""
_WITHIN, _ABOUT = 0.75, 0.25
"""Share of the words of a quote that another has from which it says nothing else; and of those of the shorter
of two texts from which the one took the place of the other."""
_LEDE = 200
"""Words of all quotes up to which free ones are filled."""
_JUMPS = 3
"""Links of a table of contents in one clause, at least."""
_SIGN = "©"
"""What a copyright line holds."""
_COPYRIGHT = 25
"""Words of a line that is nothing else, at most."""
_ICON, _ICONS = 3, 4
"""Words of the label of an icon, at most, and in how many places it stands, at least."""
_ITEM = re.compile(r"^(?:[o•▪◦·*–—-]\s+)+")
"""A mark of an item that a page writes into its text."""
_EMPHASIS = re.compile(r"[_*→↗]")
"""Marks of emphasis, and arrows behind a link."""
_CLAUSE = 320
"""Characters of a clause that came or went and is quoted."""
_CHANGED = 450
"""Characters of a changed sentence that is quoted."""


def only_doubted(comparison: Comparison) -> bool:
    """Whether no words changed but those that a recording may have lost or that stand around the text."""
    return all(
        comparison.doubted.hold(*change.places) for change in comparison.diff.changes if change.rewords
    )


def links(comparison: Comparison) -> int:
    """In how many places a link leads elsewhere and no word changed."""
    return sum(
        bool(change.old and change.new) and any(not link.noise for link in change.links)
        for change in comparison.diff.changes
        if not change.rewords
    )


def only_spelled(comparison: Comparison, found: Sequence[NumberedChange]) -> bool:
    """Whether all that some changes of words did is a letter or two of some words."""
    return bool(found) and all(
        change.kind == "reworded" and _is_spelled_otherwise(comparison, change)
        for entry in found
        for change in entry.changes
    )


def only_copyright(comparison: Comparison, found: Sequence[NumberedChange]) -> bool:
    """Whether nothing but lines of copyright changed, which stand around a policy."""
    said = [one for entry in found for each in entry.changes for one in clauses(comparison, each)]
    return bool(said) and all(_SIGN in one.text and len(one.text.split()) <= _COPYRIGHT for one in said)


def only_unread(comparison: Comparison) -> bool:
    """Whether all that changed are characters that one side could not read."""
    reworded = comparison.diff.reworded
    return bool(reworded) and all(is_broken_otherwise(*_both_texts(comparison, one)) for one in reworded)


def _both_texts(comparison: Comparison, change: Change) -> tuple[str, str]:
    """The words of the clauses of a change, as both sides have them."""
    old = " ".join(comparison.old.clauses[place].text for place in change.old)
    return old, " ".join(comparison.new.clauses[place].text for place in change.new)


def _is_spelled_otherwise(comparison: Comparison, change: Change) -> bool:
    """Whether the words of both sides are the same but for a letter or two: "alid", "valid"; a letter alone
    that is no word is none."""
    small = _small_words(comparison.new.language)
    olds, news = (
        [word for word in words(text.casefold()) if not word.isalpha() or word[1:] or word in small]
        for text in _both_texts(comparison, change)
    )
    binding = _binding_words(comparison.new.language)
    pairs = [(was, now) for was, now in zip(olds, news, strict=False) if was != now]
    return len(olds) == len(news) and all(
        min(len(was), len(now)) >= _SPELLED
        and (was + now).isalpha()
        and binding.isdisjoint((was, now))
        and _apart(was, now) <= _LETTERS
        for was, now in pairs
    )


def _small_words(language: str) -> frozenset[str]:
    """Words that carry grammar alone, some of a single letter."""
    known = languages.find(language)
    return known.direction.function if known else frozenset()


def _binding_words(language: str) -> frozenset[str]:
    """Words that deny or limit: of these a letter is more than spelling."""
    known = languages.find(language)
    if known is None:
        return frozenset()
    said = known.direction
    return frozenset(
        word for line in (*said.denial, *said.only, *said.condition, *said.exclusion) for word in line.split()
    )


def _apart(was: str, now: str) -> int:
    """How many letters of the longer word are not at the start or the end of both."""
    least = min(len(was), len(now))
    start = next((n for n in range(least) if was[n] != now[n]), least)
    end = next((n for n in range(least - start) if was[-1 - n] != now[-1 - n]), least - start)
    return max(len(was), len(now)) - start - end


def points(
    comparison: Comparison,
    numbered: Sequence[NumberedChange],
    changed: Sequence[NumberedChange],
    title: str,
) -> tuple[LedePoint, ...]:
    """The changes of words, where they are so few that a lede holds them all; else the largest of them.

    Args:
        comparison: what `compare` returned.
        numbered: all its changes.
        changed: those that `worded` returned.
        title: that of the document, which heads no section.
    """
    names = NamePoints(comparison, numbered, names_only=False)
    often = tuple(
        replace(one, places=(*one.places, *(each.number for each in changed if _only_renames(each, one))))
        for one in names.often()
    )
    named = {number for point in often for number in point.places}
    there = _lines_there(comparison)
    found = [one for one in changed if _is_quotable(comparison, one, there) and one.number not in named]
    found = [one for one in found if not _is_title(comparison, one, title)]
    if len(found) > POINTS or not all(len(entry.changes) == 1 for entry in found):
        found = sorted(found, key=lambda entry: (-_size(comparison, entry), entry.number))
        found = found[:POINTS] if len(found) <= _FEW else found[:1]
    made = (_word_point(comparison, entry, names, title) for entry in reversed(found))
    by_words = {point.quotes[0].words: point for point in made}
    shown = (
        one
        for one in reversed(by_words.values())
        if all(len(quote.words) <= (_CHANGED if quote.which else _CLAUSE) for quote in one.quotes)
    )
    return (*often, *shown)[:POINTS]


def _only_renames(entry: NumberedChange, name: LedePoint) -> bool:
    """Whether a change did no more than give another name, which is told for itself, and other addresses."""
    names = {compared(quote.words) for quote in name.quotes}
    edits = (one for each in entry.changes for one in each.edits if one.operation != "equal")
    said = [side.strip() for one in edits for side in (one.old, one.new) if side.strip()]
    others = [one for one in said if compared(one) not in names]
    return len(others) < len(said) and all(MASK in one or address_kinds(one) for one in others)


def beside(
    comparison: Comparison,
    numbered: Sequence[NumberedChange],
    changed: Sequence[NumberedChange],
    title: str,
    chosen: ChosenPoints,
) -> tuple[LedePoint, ...]:
    """What else changed in words, for the quotes that are free beside those of substance: what the reader of
    statements takes for none may be news to somebody who knows the company, and a heading does not tell it.

    Args:
        comparison: what `compare` returned.
        numbered: all its changes.
        changed: those that `worded` returned.
        title: that of the document, which heads no section.
        chosen: the quotes of substance.
    """
    free = POINTS - len(chosen.points)
    rest = [one for one in changed if one.number not in chosen.changes and _tells(comparison, one)]
    if free <= 0 or not rest:
        return ()
    rest = sorted(rest, key=lambda entry: (-_size(comparison, entry), entry.number))
    rest = _of_other_edits(comparison, rest, [one for one in changed if one.number in chosen.changes])[
        :POINTS
    ]
    counterparts = Counterparts(comparison.old, comparison.new)
    quoted = [_telling(" ".join(quote.words for quote in one.quotes)) for one in chosen.points]
    made = (
        replace(one, label=_SAYS.get(one.label, one.label))
        for one in points(comparison, numbered, rest, title)
        if chosen.changes.isdisjoint(one.places)
        and not any(_is_within(one, each) for each in quoted)
        and _is_clear(one, counterparts)
    )
    room = _LEDE - sum(len(one.text.split()) for one in chosen.points)
    found: list[LedePoint] = []
    for one in made:
        room -= len(one.text.split())
        if room >= 0:
            found.append(one)
    return tuple(found[:free])


def _of_other_edits(
    comparison: Comparison, found: Iterable[NumberedChange], quoted: Iterable[NumberedChange]
) -> list[NumberedChange]:
    """Those of some changes that put in or take out other words than those before them, and than those that
    are quoted: one more state in each of five lists is told once."""
    edits = [_edited_words(comparison, one) for one in quoted]
    others = []
    for one in found:
        edit = _edited_words(comparison, one)
        if not any(edit <= each for each in edits):
            others.append(one)
            edits.append(edit)
    return others


def _edited_words(comparison: Comparison, entry: NumberedChange) -> frozenset[str]:
    """The words that only one side of a change has."""
    olds, news = (
        {word for one in entry.changes for word in words(_both_texts(comparison, one)[side].casefold())}
        for side in (0, 1)
    )
    return frozenset(olds ^ news)


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
    is_new = one.label in (wording.LABELS["added"], "New section")
    texts = [quote.words.removesuffix("…") for quote in one.quotes if len(quote.words.split()) >= _CELL]
    near = (counterparts.of(text, new=is_new) for text in texts)
    return (
        bool(texts)
        and not any(other is not None and other.stays for other in near)
        and not any(counterparts.held(text, new=not is_new) for text in texts)
    )


def _telling(said: str) -> frozenset[str]:
    """The words by which a text is told from others."""
    return frozenset(word for word in words(said.casefold()) if len(word) >= _SPELLED or not word.isalpha())


def _tells(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether a change of words is more than another heading, the spelling of a word, or words that carry
    grammar alone; of clauses that came or went, more than a few words."""
    sides = ((comparison.old, "old"), (comparison.new, "new"))
    said = [
        document.clauses[place]
        for document, side in sides
        for change in entry.changes
        for place in getattr(change, side)
    ]
    is_one_sided = entry.kind in ("added", "removed")
    if (all if is_one_sided else any)(map(_is_line, said)) or only_spelled(comparison, [entry]):
        return False
    small = _small_words(comparison.new.language)
    changed = _edited_words(comparison, entry)
    telling = [word for word in changed if word.isalpha() and len(word) >= _SPELLED and word not in small]
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


def only_small(comparison: Comparison, found: Sequence[NumberedChange]) -> bool:
    """Whether with some changes of words no whole sentence came or went, and no day: words that name one may
    announce the next policy."""
    return not any(_names_day(comparison, change) for entry in found for change in entry.changes) and all(
        max(changed_words(change, comparison.old, comparison.new)) <= _SMALL
        for entry in found
        if entry.kind in ("added", "removed")
        for change in entry.changes
    )


def _names_day(comparison: Comparison, change: Change) -> bool:
    """Whether words that came or went name a day."""
    changed = [f"{one.old}{one.new}" for one in change.edits if one.operation != "equal"]
    texts = changed or [one.text for one in clauses(comparison, change)]
    return any(without_dates(one, comparison.new.language) != one for one in texts)


def worded(comparison: Comparison, numbered: Iterable[NumberedChange]) -> list[NumberedChange]:
    """Those of some changes that change words, apart from lines that print the date of the page and from
    masks of addresses."""
    found = (
        entry
        for entry in numbered
        if entry.rewords and not all(comparison.doubted.hold(*change.places) for change in entry.changes)
    )
    others = [
        entry for entry in found if not _is_of_date(comparison, entry) and not _is_of_mask(comparison, entry)
    ]
    there = _lines_there(comparison)
    seen = [entry for entry in others if not _is_unseen(comparison, entry, there)]
    labels = _labels(comparison, seen, there)
    return [entry for entry in seen if not _is_of_labels(comparison, entry, labels)] or seen


def only_unseen(comparison: Comparison, numbered: Iterable[NumberedChange]) -> bool:
    """Whether some changes of words changed marks or code alone."""
    found = [
        entry
        for entry in numbered
        if entry.rewords and not all(comparison.doubted.hold(*change.places) for change in entry.changes)
    ]
    there = _lines_there(comparison)
    return bool(found) and all(_is_unseen(comparison, entry, there) for entry in found)


def _lines_there(comparison: Comparison) -> LinesThere:
    """All clauses of the other side as they are compared: of the old one for what was added, of the new one
    for what was removed. Read once for all changes, since of thousands each would read a whole side."""
    return {
        kind: frozenset(compared(clause.text) for clause in side.clauses)
        for kind, side in (("added", comparison.old), ("removed", comparison.new))
    }


def _labels(comparison: Comparison, found: Iterable[NumberedChange], there: LinesThere) -> frozenset[str]:
    """Lines of a few words of which many came or went, and that the other side has not: labels of icons."""
    lines = Counter(
        (entry.kind, compared(clause.text))
        for entry in found
        if entry.kind in ("added", "removed")
        for change in entry.changes
        for clause in clauses(comparison, change)
        if len(clause.text.split()) <= _ICON
    )
    return frozenset(
        line for (kind, line), times in lines.items() if times >= _ICONS and line not in there[kind]
    )


def _is_of_labels(comparison: Comparison, entry: NumberedChange, labels: Collection[str]) -> bool:
    said = [clause.text for change in entry.changes for clause in clauses(comparison, change)]
    return entry.kind in ("added", "removed") and all(compared(one) in labels for one in said)


def _is_unseen(comparison: Comparison, entry: NumberedChange, there: LinesThere) -> bool:
    """Whether a change is of nothing that a reader takes for a word: the mark of an item, of emphasis, code
    that a recorder left in the text, a heading that the other side has once and this one twice."""
    if entry.kind in ("added", "removed"):
        said = [clause for change in entry.changes for clause in clauses(comparison, change)]
        titles = {comparison.old.title, comparison.new.title}
        lines = [one for one in said if one.kind == "heading" or one.text in titles]
        return bool(said) and lines == said and all(compared(one.text) in there[entry.kind] for one in said)
    both = [_both_texts(comparison, change) for change in entry.changes]
    return all(_unmarked(old) == _unmarked(new) or (is_code(old) and is_code(new)) for old, new in both)


def _unmarked(said: str) -> str:
    """The words of a clause without marks of items and of emphasis."""
    return "".join(words(_EMPHASIS.sub("", _ITEM.sub("", said)).casefold()))


def date_line_changed(comparison: Comparison) -> bool:
    """Whether a line that prints a date of the page changed: then nobody can say that no date did."""
    sides = tuple({one.clause for one in side.dates} for side in (comparison.old, comparison.new))
    return any(
        not sides[0].isdisjoint(change.old) or not sides[1].isdisjoint(change.new)
        for change in comparison.diff.changes
        if change.rewords
    )


def dates_moved(comparison: Comparison, numbered: Iterable[NumberedChange]) -> bool:
    """Whether a line changed that prints the date of the page, and does little else."""
    return any(entry.rewords and _is_of_date(comparison, entry) for entry in numbered)


def date_lines(comparison: Comparison, numbered: Iterable[NumberedChange]) -> tuple[str, str]:
    """The line that prints the date of the page as it was and is, "" where several changed, or a long one."""
    found = [
        _both_texts(comparison, change)
        for entry in numbered
        if entry.rewords and _is_of_date(comparison, entry)
        for change in entry.changes
    ]
    old, new = map(visible, found[0]) if len(found) == 1 else ("", "")
    return (old, new) if max(len(old), len(new)) <= _LINE else ("", "")


def _is_of_mask(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether all that changed is how a recorder masked an address or broke a character."""
    for change in entry.changes:
        old, new = _both_texts(comparison, change)
        same = is_masked_otherwise(old, new) or is_broken_otherwise(old, new)
        if change.kind != "reworded" or not same:
            return False
    return True


def _size(comparison: Comparison, entry: NumberedChange) -> int:
    """How many words an entry changes, at least on one of its sides."""
    return max(max(changed_words(change, comparison.old, comparison.new)) for change in entry.changes)


def _is_of_date(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether all that changed is a line that prints the date of the page: it does little else, or nothing
    but the date changed in it."""
    return all(change.kind == "reworded" and _prints_date(comparison, change) for change in entry.changes)


def _prints_date(comparison: Comparison, change: Change) -> bool:
    is_little = max(changed_words(change, comparison.old, comparison.new)) <= _MONTH
    both = tuple(
        _DatedLine.of(side, places, _stated(comparison, side, months=is_little))
        for side, places in ((comparison.old, change.old), (comparison.new, change.new))
    )
    is_short = all(line.dates and line.rest < max(len(line.dates), _LABEL) for line in both)
    return is_short or (all(line.dates for line in both) and both[0].without == both[1].without)


class _DatedLine(NamedTuple):
    """A line with what it says of a date."""

    dates: str
    """The words that print one, "" if none do."""
    without: str
    """The line without them."""

    @property
    def rest(self) -> int:
        return len(self.without)

    @classmethod
    def of(cls, document: Document, places: Sequence[int], stated: Mapping[int, str]) -> _DatedLine:
        """The line at some places of a document, with what it states of itself by place."""
        text = " ".join(document.clauses[place].text for place in places)
        dates = next((stated[place] for place in places if place in stated), "")
        if not dates:
            return cls("", compared(text))
        others = text.replace(dates, "")  # "Effective 2 May 2031, updated 1 May 2031"
        return cls(dates, compared(without_dates(others, document.language)))


def _stated(comparison: Comparison, side: Document, *, months: bool) -> dict[int, str]:
    """The words that print a date of the page, by the place of their clause; of months alone the whole
    line. A year alone dates no page: "Requests of 2031"."""
    found: dict[int, str] = {}
    for one in comparison.findings:
        quote = one.old if side is comparison.old else one.new
        if not months or one.category != "effective-date" or quote is None:
            continue
        if without_dates(quote.text, side.language) != quote.text:
            found[quote.clause] = quote.text
    return found | {one.clause: one.text for one in side.dates}


def _heading(comparison: Comparison, entry: NumberedChange, change: Change, whole: Sequence[str]) -> str:
    """The heading above a change, also where it is set as text, with the row and the column of a cell; "" if
    there is none, or if it is all of the change itself."""
    document, place = (comparison.new, change.new[0]) if change.new else (comparison.old, change.old[0])
    titles = (comparison.old.title, comparison.new.title)
    path = [one for one in below(comparison, entry.section) if one not in titles]
    cell = document.clauses[place].cell
    named = [*headings_over(document, place, path)[-1:], *(labels_of(cell) if cell else ())]
    shown = [clipped(visible(one), HEADING).rstrip(":") for one in named if one and visible(one) not in whole]
    return " › ".join(shown[:1] + shown[1:][-2:])


def _whole_point(comparison: Comparison, entry: NumberedChange, point: LedePoint, title: str) -> LedePoint:
    """A point with the words of clauses that came or went; of a section with its heading above them."""
    whole = [one for each in entry.changes for one in clauses(comparison, each)]
    texts = list(dict.fromkeys(visible(one.text) for one in whole))
    if whole[0].kind == "heading" and texts[1:]:
        if whole[0].text not in (title, comparison.old.title, comparison.new.title):
            label = "New section" if entry.kind == "added" else "Section gone"
            point = replace(point, label=label, where=texts[0].rstrip(":"), stands=HEADED)
        texts = texts[1:]
    is_long = sum(map(len, texts)) > _CLAUSE
    shown = texts[:1] if is_long else texts
    more = "more" if texts[len(shown) :] else ""
    return replace(point, quotes=tuple(LedeQuote("", clipped(one, _CLAUSE)) for one in shown), more=more)


def _is_contents(clause: Clause) -> bool:
    """Whether a clause is the list of the sections of its page: links into a page, and nothing else."""
    jumps = [one for one in clause.links if "#" in one.target]
    return len(jumps) >= _JUMPS and sum(len(one.text) for one in jumps) >= _WITHIN * len(clause.text)


def _largest_part(comparison: Comparison, change: Change) -> Sequence[Edit]:
    """The edits of the sentences at that place of a clause where most words changed."""
    sides = (
        (" ".join(one.text for one in part.old), " ".join(one.text for one in part.new))
        for part in Passages(comparison).within(change)
    )
    parts = [text_edits(*side) for side in sides]
    return max(parts, key=_changed, default=change.edits)


def _changed(edits: Sequence[Edit]) -> int:
    """How many words edits change."""
    return sum(len(one.old.split()) + len(one.new.split()) for one in edits if one.operation != "equal")


def _word_point(comparison: Comparison, entry: NumberedChange, names: NamePoints, title: str) -> LedePoint:
    if len(entry.changes) == 1 and (point := names.point(entry.changes[0].edits)):
        return replace(point, entry=entry.number)
    change = max(entry.changes, key=lambda one: max(changed_words(one, comparison.old, comparison.new)))
    texts = [visible(one.text) for each in entry.changes for one in clauses(comparison, each)]
    where = _heading(comparison, entry, change, texts)
    label = "Changed" if entry.kind == "reworded" else wording.LABELS[entry.kind]
    if any(_SIGN in one.text for one in clauses(comparison, change)):
        where = ""
        label = "Copyright line"
    elif only_spelled(comparison, [entry]):
        label = "Spelling"
    elif not change.edits and all(one.kind == "heading" for one in clauses(comparison, change)):
        label = "New heading" if entry.kind == "added" else "Heading gone"
    if not change.edits:
        return _whole_point(comparison, entry, LedePoint(label, where, (), entry=entry.number), title)
    edits = changed_sentences(_largest_part(comparison, change), comparison.new.language)
    if all(map(_is_contents, clauses(comparison, change))):
        news, olds = (beside_edits(change.edits, "insert"), beside_edits(change.edits, "delete"))
        shown = tuple(one for one in (LedeQuote("now", news), LedeQuote("before", olds)) if one.words)
        return LedePoint("Table of contents", "", shown, entry=entry.number)
    sides = ("".join(edit.old for edit in edits), "".join(edit.new for edit in edits))
    said = changed_quotes(*sides, comparison.new.language)
    both = [LedeQuote("now", said.new), LedeQuote("before", said.old)]
    if said.is_gone:
        both.reverse()
    shown = tuple(one for one in both if one.words)
    if len(shown) == 1:  # a sentence that came or went: there is nothing to compare it with
        label = wording.LABELS["removed" if said.is_gone else "added"]
        shown = (shown[0]._replace(which=""),)
    return LedePoint(label, where, shown, entry=entry.number, more="more" if said.more else "")
