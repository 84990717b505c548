"""Changes of words that are trivial, by what they are: a change -> its kind, and the words that tell it.

A clause with one other letter, a reference to a section that was renamed, the menu around the text: readers
want to know that nothing else changed, and no quote makes more of it. Each kind is known by its form: by the
links of a clause, by the headings of both sides, by what of a clause stays when one thing is left out of it.
A change of any other form is none, whatever a reader may think of it.

The kinds are listed in `trivial_kinds`, with how each is said; the forms of each stand in `trivial_lines`,
`trivial_links`, `trivial_names` and `trivial_sentences`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.report.finding_cards import RANKS
from policydiff.report.idle_edits import are_small_words
from policydiff.report.replaced_words import replacements
from policydiff.report.translated import is_translated
from policydiff.report.trivial_kinds import BY_FORM, TELLS_LINKS, TrivialChange, TrivialKind, trivial_pair
from policydiff.report.trivial_lines import (
    TrivialLines,
    is_contents,
    is_copyright,
    is_of_links,
    is_row_of_entries,
    names_section,
)
from policydiff.report.trivial_links import (
    have_same_mail,
    is_help_page,
    is_mail_address,
    is_postal,
    is_printed_no_more,
    is_site,
    link_words,
    links_moved,
    names_page,
    printed_otherwise,
    web_addresses,
)
from policydiff.report.trivial_names import TrivialNames, is_company, names
from policydiff.report.trivial_sentences import as_written, beside_date, reordered
from policydiff.report.word_changes import is_spelled_otherwise
from policydiff.text import compared, compared_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from policydiff.models import Change, Clause, Comparison
    from policydiff.report.numbered_changes import NumberedChange
    from policydiff.report.replaced_words import Replacement

_COUNTED = frozenset[TrivialKind](("name", "company", "site", "mail", "document", "small-words"))
"""Kinds of which one clause may have several places."""
_ENTRIES = 2
"""Entries of a table of contents that are quoted."""
_OWNER = 4
"""Letters of a word by which an owner is known, at least."""
_CLOCK = re.compile(
    r"(?<!\d)\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?!\d)(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s?[A-Z]{2,5}\b)?"
)
"""A time of day: "13.21 BST"."""
_STAMP = r"(?<!\d)(?:\d{4}-\d\d-\d\d(?:T|\s)|\d\d?/\d\d?/\d{4}\s)\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?"
"""A day with a time, as a program prints them."""
_PHONE = re.compile(
    r"(?<![\w/.-])(?!\d{4}-\d\d-\d\d|\d{1,3}(?: \d{3})+(?![ .-]?\d))(?=(?:[^\d\n]{0,2}\d){8})"
    r"(?:\+\d|\(?\d{1,5}[ )./-])[\d ()./-]{5,16}\d(?![\w/-])"
)
"""A telephone number: no day, and no number with thousands."""


class TrivialChanges:
    """Finds the changes of a comparison that are trivial."""

    def __init__(self, comparison: Comparison, owner: str, weighty: frozenset[int]) -> None:
        """Takes a comparison.

        Args:
            comparison: what `compare` returned.
            owner: whose document it is, "" if that is not known.
            weighty: the numbers of the changes that may matter to a reader's rights or data.
        """
        self._comparison = comparison
        self._owner = frozenset(word for word in compared_words(owner) if len(word) >= _OWNER)
        self._weighty = weighty
        self._lines = TrivialLines(comparison)
        self._names = TrivialNames(comparison, self._owner)

    def of(self, entry: NumberedChange) -> tuple[TrivialChange, ...]:
        """What a change did, in each place of its own; () if any of it is more than trivial."""
        if entry.kind in ("added", "removed"):
            return self._lines.of(entry)
        found = [self._of_change(change) for change in entry.changes]
        if not all(found):
            return ()
        known = [one for each in found for one in each]
        is_sure = entry.number not in self._weighty or all(one.kind in BY_FORM for one in known)
        return tuple(known) if is_sure else ()

    def _of_change(self, change: Change) -> tuple[TrivialChange, ...]:
        """What a change of one clause did with its words and its links, () if more than something trivial."""
        if len(change.old) != 1 or len(change.new) != 1:
            return ()
        words = self._of_words(change) if change.rewords else None
        if words is not None and words.kind in TELLS_LINKS:
            return (words,)
        links = links_moved(change)
        if links is None or (change.rewords and words is None):
            return ()
        return (words, *links) if words else links

    def _of_words(self, change: Change) -> TrivialChange | None:
        """What a change did with the words of one clause, None if more than something trivial."""
        old, new = self._comparison.old.clauses[change.old[0]], self._comparison.new.clauses[change.new[0]]
        if is_copyright(old) and is_copyright(new):
            return TrivialChange("copyright")
        if is_translated(old.text, new.text) and not self._is_on_top(change):
            return TrivialChange("language")
        if found := web_addresses(old, new) or self._of_form(old, new):
            return found
        if have_same_mail(old, new) and is_spelled_otherwise(self._comparison, change):
            return _of_spots("spelling", replacements(change.edits))
        if old.kind == new.kind == "heading":
            is_of_section = all(map(names_section, (old, new)))
            return trivial_pair("heading", new.text, old.text) if is_of_section else None
        if all(map(is_contents, (old, new))):
            return _of_contents(old, new)
        if self._is_frame_of_links(change, old, new):
            return TrivialChange("menu")
        if found := link_words(old, new, self._owner):
            return found
        if _has_digit(change) and _same(_PHONE.sub("", old.text), _PHONE.sub("", new.text)):
            return TrivialChange("phone")
        if _same(_times().sub("", old.text), _times().sub("", new.text)):
            was, now = ([each[0] for each in _times().finditer(one.text)] for one in (old, new))
            moved = [pair for pair in zip(now, was, strict=False) if pair[0] != pair[1]]
            return trivial_pair("time", *moved[0]) if moved else TrivialChange("time")
        if _same(_documents().sub("", old.text), _documents().sub("", new.text)):
            return _of_spots("document", replacements(change.edits))
        return self._of_spots_of(change, old, new)

    def _of_form(self, old: Clause, new: Clause) -> TrivialChange | None:
        """What a change did with the order of sentences, addresses of pages on cookies, or beside a date."""
        if found := reordered(old, new, self._comparison.new.language):
            return found
        if is_help_page(old, new):
            return TrivialChange("help")
        rest = beside_date(old, new, (self._comparison.old, self._comparison.new))
        return trivial_pair("date-line", *rest) if rest else None

    def _of_spots_of(self, change: Change, old: Clause, new: Clause) -> TrivialChange | None:
        """What words did that gave way to others, if all of them did the same."""
        spots = replacements(change.edits)
        if found := printed_otherwise(spots, old, new):
            return found
        kinds: Mapping[TrivialKind, Callable[[Replacement, Clause, Clause], bool]] = {
            "reference": self._names.is_reference,
            "linked": is_printed_no_more,
            "postal": is_postal,
            "mail": is_mail_address,
            "site": is_site,
            "name": self._names.is_name,
            "company": is_company,
            "small-words": self._are_small_words,
        }
        for kind, is_of_it in kinds.items():
            if all(is_of_it(one, old, new) for one in spots):
                is_away = kind == "reference" and all(names_page(one, new) for one in spots)
                found = _of_spots("link-words" if is_away else kind, spots)
                written = as_written(found.new, new.text), as_written(found.old, old.text)
                return found._replace(new=written[0], old=written[1])
        sides = (old, self._comparison.old), (new, self._comparison.new)
        is_menu = all(is_row_of_entries(one, side.language) for one, side in sides)
        return TrivialChange("menu") if is_menu else None

    def _are_small_words(self, spot: Replacement, old: Clause, new: Clause) -> bool:
        both = f"{spot.old} {spot.new}"
        return old.kind == new.kind and are_small_words(both, self._comparison.new.language)

    def _is_on_top(self, change: Change) -> bool:
        """Whether a finding of the highest importance quotes the new words of a change: words of another
        language that took the place of some need not say the same."""
        return any(
            one.new is not None and one.new.clause in change.new
            for finding in self._comparison.findings
            if finding.importance == max(RANKS)
            for one in finding.all_statements
        )

    def _is_frame_of_links(self, change: Change, old: Clause, new: Clause) -> bool:
        both = (self._comparison.old, change.old, old), (self._comparison.new, change.new, new)
        return all(
            is_of_links(one) and self._lines.is_frame(side, places, [one]) for side, places, one in both
        )


def _of_contents(old: Clause, new: Clause) -> TrivialChange:
    """A table of contents with the entries that gave way, where they are few."""
    olds, news = ([link.text for link in one.links] for one in (old, new))
    went, came = ([one for one in here if one not in there] for here, there in ((olds, news), (news, olds)))
    if max(len(went), len(came)) > _ENTRIES:
        return TrivialChange("contents")
    return trivial_pair("contents", *("” and “".join(one) for one in (came, went)))


def _of_spots(kind: TrivialKind, spots: Iterable[Replacement]) -> TrivialChange:
    """A kind with the words that gave way, where they did in one place; a name whole."""
    found = [_words_of(kind, one) for one in spots]
    if not found:
        return TrivialChange(kind)
    both = {(compared(now), compared(was)): (now, was) for now, was in reversed(found)}
    now, was = min(both.values(), key=lambda pair: len(pair[0]) + len(pair[1]))
    is_one = all(compared(now) in one and compared(was) in other for one, other in both)
    one = trivial_pair(kind, now, was) if is_one else TrivialChange(kind)
    return one._replace(times=len(found)) if kind in _COUNTED else one


def _words_of(kind: TrivialKind, spot: Replacement) -> tuple[str, str]:
    """The new words and the old ones; of a name all of it."""
    is_one_sided = not spot.old.strip() or not spot.new.strip()
    is_whole = kind in ("name", "document") or (is_one_sided and kind not in ("linked", "spelling"))
    if kind == "site":
        start, end = spot.before.rsplit(None, 1)[-1:], spot.behind.split(None, 1)[:1]
        first = "" if spot.before[-1:].isspace() else "".join(start)
        last = "" if spot.behind[:1].isspace() else "".join(end)
        return f"{first}{spot.new}{last}".rstrip("."), f"{first}{spot.old}{last}".rstrip(".")
    old, new = names(spot) if is_whole else (spot.old, spot.new)
    return new, old


def _has_digit(change: Change) -> bool:
    """Whether a digit is among the words that gave way or came, as where another telephone number stands."""
    edits = (one for one in change.edits if one.operation != "equal")
    return any(map(str.isdigit, "".join(f"{one.old}{one.new}" for one in edits)))


def _same(was: str, now: str) -> bool:
    return compared(was) == compared(now)


@cache
def _times() -> re.Pattern[str]:
    """A time of day, or how long ago something was, in any language."""
    ago = languages.all_lines(lambda one: one.furniture.ago)
    return re.compile(rf"{_STAMP}|{_CLOCK.pattern}|(?i:(?<!\w)(?:{'|'.join(ago)})(?!\w))")


@cache
def _documents() -> re.Pattern[str]:
    """What a document of our kind is called, in any language."""
    said = languages.all_lines(lambda one: one.dates.document)
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})s?(?!\w)", re.IGNORECASE)
