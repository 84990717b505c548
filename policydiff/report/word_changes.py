"""Which changes of a comparison change words that a reader would see as changed: comparison -> changes.

Lines that print the date of the page, and masks over e-mail addresses, are none: the one has a sentence of
its own (`dated_lines`), of the other no reader knows what it means. Nor are marks of items and of emphasis,
code that a recorder left in the text, and labels of icons.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.changed_words import changed_words
from policydiff.report.dated_lines import dates_of, is_of_date, only_dated_otherwise
from policydiff.report.marked_text import clause_texts, clauses
from policydiff.report.standing_alone import is_code
from policydiff.report.written_otherwise import is_broken_otherwise, is_masked_otherwise
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from policydiff.models import Change, Comparison
    from policydiff.report.numbered_changes import NumberedChange

    LinesThere = Mapping[str, frozenset[str]]

_SPELLED = 4
"""Letters of a word in which one or two more or less are its spelling, and not another word."""
_LETTERS = 2
"""Letters by which two spellings of a word differ, at most."""
_ICON, _ICONS = 3, 4
"""Words of the label of an icon, at most, and in how many places it stands, at least."""
_ITEM = re.compile(r"^(?:[o•▪◦·*–—-]\s+)+")
"""A mark of an item that a page writes into its text."""
_EMPHASIS = re.compile(r"[_*→↗]")
"""Marks of emphasis, and arrows behind a link."""


def worded(comparison: Comparison, numbered: Iterable[NumberedChange]) -> list[NumberedChange]:
    """Those of some changes that change words, apart from lines that print the date of the page and from
    masks of addresses."""
    found = [
        entry
        for entry in numbered
        if entry.rewords and not all(comparison.doubted.hold(*change.places) for change in entry.changes)
    ]
    of_date = {entry.number: is_of_date(comparison, entry) for entry in found}
    printed = {dates_of(comparison, entry) for entry in found if of_date[entry.number]}
    others = [
        entry
        for entry in found
        if not of_date[entry.number]
        and not _is_of_mask(comparison, entry)
        and not (
            printed and only_dated_otherwise(comparison, entry) and dates_of(comparison, entry) in printed
        )
    ]
    there = lines_there(comparison)
    seen = [entry for entry in others if not _is_unseen(comparison, entry, there)]
    labels = _labels(comparison, seen, there)
    return [entry for entry in seen if not _is_of_labels(comparison, entry, labels)] or seen


def only_doubted(comparison: Comparison) -> bool:
    """Whether no words changed but those that a recording may have lost or that stand around the text."""
    return all(
        comparison.doubted.hold(*change.places) for change in comparison.diff.changes if change.rewords
    )


def only_unseen(comparison: Comparison, numbered: Iterable[NumberedChange]) -> bool:
    """Whether some changes of words changed marks or code alone."""
    found = [
        entry
        for entry in numbered
        if entry.rewords and not all(comparison.doubted.hold(*change.places) for change in entry.changes)
    ]
    there = lines_there(comparison)
    return bool(found) and all(_is_unseen(comparison, entry, there) for entry in found)


def only_unread(comparison: Comparison) -> bool:
    """Whether all that changed are characters that one side could not read."""
    reworded = comparison.diff.reworded
    return bool(reworded) and all(is_broken_otherwise(*clause_texts(comparison, one)) for one in reworded)


def is_spelled_otherwise(comparison: Comparison, change: Change) -> bool:
    """Whether the words of both sides are the same but for a letter or two: "alid", "valid"; a letter alone
    that is no word is none."""
    return has_other_spelling(*clause_texts(comparison, change), comparison.new.language)


def has_other_spelling(old: str, new: str, language: str) -> bool:
    """The same of two texts; of a language of which it is not known what turns a word into its contrary
    nobody can tell.

    >>> has_other_spelling("the list is alid", "the list is valid", "en")
    True
    >>> has_other_spelling("we may keep the list", "we will keep the list", "en")
    False
    >>> has_other_spelling("the list is lawful", "the list is unlawful", "en")
    False
    """
    known = languages.find(language)
    if known is None or not known.direction.contrary:
        return False
    small, binding = small_words(language), binding_words(language)
    olds, news = (
        [word for word in words(text.casefold()) if not word.isalpha() or word[1:] or word in small]
        for text in (old, new)
    )
    pairs = [(was, now) for was, now in zip(olds, news, strict=False) if was != now]
    return len(olds) == len(news) and all(
        min(len(was), len(now)) >= _SPELLED
        and (was + now).isalpha()
        and binding.isdisjoint((was, now))
        and _apart(was, now) <= _LETTERS
        and not _is_another_word(was, now, known.direction.contrary)
        for was, now in pairs
    )


def _is_another_word(was: str, now: str, contrary: Collection[str]) -> bool:
    """Whether a word begins with another letter than the one it gave way to, as "sold" and "hold" do, or with
    letters that make it its contrary: "unlawful"."""
    least = min(len(was), len(now))
    same = next((n for n in range(least) if was[-1 - n] != now[-1 - n]), least)
    before, behind = was[: len(was) - same], now[: len(now) - same]
    if before[:1] == behind[:1]:
        return False
    return bool(before and behind) or not {before, behind}.isdisjoint(contrary)


def links(comparison: Comparison) -> int:
    """How many links came, went or lead elsewhere in places in which no word changed."""
    kept = (one for one in comparison.diff.changes if one.old and one.new and not one.rewords)
    return sum(not link.noise for change in kept for link in change.links)


def lines_there(comparison: Comparison) -> LinesThere:
    """All clauses of the other side as they are compared: of the old one for what was added, of the new one
    for what was removed. Read once for all changes, since of thousands each would read a whole side."""
    return {
        kind: frozenset(compared(clause.text) for clause in side.clauses)
        for kind, side in (("added", comparison.old), ("removed", comparison.new))
    }


def edited_words(comparison: Comparison, entry: NumberedChange) -> frozenset[str]:
    """The words that only one side of a change has."""
    olds, news = (
        {word for one in entry.changes for word in words(clause_texts(comparison, one)[side].casefold())}
        for side in (0, 1)
    )
    return frozenset(olds ^ news)


def words_changed(comparison: Comparison, entry: NumberedChange) -> int:
    """How many words an entry changes, at least on one of its sides."""
    return max(max(changed_words(change, comparison.old, comparison.new)) for change in entry.changes)


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
        if said and all(one.cell is None and is_code(one.text) for one in said):
            return True
        titles = {comparison.old.title, comparison.new.title}
        lines = [one for one in said if one.kind == "heading" or one.text in titles]
        return bool(said) and lines == said and all(compared(one.text) in there[entry.kind] for one in said)
    both = [clause_texts(comparison, change) for change in entry.changes]
    return all(_unmarked(old) == _unmarked(new) or (is_code(old) and is_code(new)) for old, new in both)


def _unmarked(said: str) -> str:
    """The words of a clause without marks of items and of emphasis."""
    return "".join(words(_EMPHASIS.sub("", _ITEM.sub("", said)).casefold()))


def _is_of_mask(comparison: Comparison, entry: NumberedChange) -> bool:
    """Whether all that changed is how a recorder masked an address or broke a character."""
    for change in entry.changes:
        old, new = clause_texts(comparison, change)
        same = is_masked_otherwise(old, new) or is_broken_otherwise(old, new)
        if change.kind != "reworded" or not same:
            return False
    return True


def small_words(language: str) -> frozenset[str]:
    """Words that carry grammar alone, some of a single letter."""
    known = languages.find(language)
    return known.direction.function if known else frozenset()


def binding_words(language: str) -> frozenset[str]:
    """Words that deny or limit: of these a letter is more than spelling."""
    known = languages.find(language)
    if known is None:
        return frozenset()
    said = known.direction
    lines = (*said.denial, *said.only, *said.condition, *said.exclusion)
    return frozenset(line for line in lines if " " not in line)  # "provided" alone is no "provided that"


def _apart(was: str, now: str) -> int:
    """How many letters of the longer word are not at the start or the end of both."""
    least = min(len(was), len(now))
    start = next((n for n in range(least) if was[n] != now[n]), least)
    end = next((n for n in range(least - start) if was[-1 - n] != now[-1 - n]), least - start)
    return max(len(was), len(now)) - start - end
