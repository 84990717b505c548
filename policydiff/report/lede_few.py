"""What a lede says where few places changed, so that each is told: comparison, quotes -> more quotes, a line.

Quotes that are free show the largest of what no quote shows; the line tells the rest, each by its own words
below its heading.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from policydiff.report import wording
from policydiff.report.changed_places import changed_places
from policydiff.report.characters import clipped, visible
from policydiff.report.dated_lines import only_dated_otherwise
from policydiff.report.edited_paragraphs import SAYS, EditedParagraphs, quoted_by
from policydiff.report.few_changes import FewChanges
from policydiff.report.full_sentences import now_and_before
from policydiff.report.heading_paths import changes_text, heading_over
from policydiff.report.idle_edits import says_the_same, sums_up_news
from policydiff.report.lede_places import row_name
from policydiff.report.lede_point import HEADING, IN_SAME, UNDER, LedePoint
from policydiff.report.lede_points import POINTS
from policydiff.report.passage_counterparts import with_answer
from policydiff.report.text_headings import is_date_line
from policydiff.report.told_words import LedeWords
from policydiff.report.word_changes import has_other_spelling
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policydiff.models import Comparison
    from policydiff.report.changed_part import FewWords
    from policydiff.report.counterparts import Counterparts
    from policydiff.report.lede_points import ChosenPoints
    from policydiff.report.numbered_changes import NumberedChange

_ROOM = 110
"""Words of the line, at most."""
_FACTS, _BESIDE = 5, 3
"""Changes that it tells by their words, at most; and those of paragraphs that are quoted."""
_MOST = 26
"""Words that it tells of one side."""
_TIGHT_ROOM, _TIGHT_MOST = 55, 14
"""The same of both beside several quotes: of what takes more words the heading is named."""
_SEVERAL = 2
"""Quotes from which they are several."""
_HEADING = 60
"""Characters of a heading in it."""
_QUOTED, _ALONE = 7, 2
"""Words that came or went at one place and are quoted where a quote is free, at least; and where nothing else
is quoted."""
_SAME = 12
"""First words by which what went is known that stands at another place."""
_IN_ROW = 4
"""Words in a row by which they are found in a quote."""
_PASSAGES = "passage", "passages"


class SaidSentences(NamedTuple):
    """The sentences of a lede."""

    texts: Sequence[str] = ()
    tell_date: bool = False
    """Whether they tell the date that the page prints."""
    tell_title: bool = False
    """Whether they tell that the title is gone."""


class FewUntold(NamedTuple):
    """What neither quotes nor sentences tell."""

    line: str
    """Its words, "" if they tell all."""
    is_countable: bool
    """Whether a reader counts as many things that are told as places changed: of none two are told."""
    dated: int = 0
    """In how many places nothing changed but a date or the title, as the sentences tell."""


class FewToTell:
    """Tells what few changes of words did."""

    def __init__(
        self,
        comparison: Comparison,
        title: str,
        worded: Sequence[NumberedChange],
        counterparts: Counterparts,
    ) -> None:
        """Takes a comparison.

        Args:
            comparison: what `compare` returned.
            title: the title of the document, which is no heading worth telling.
            worded: the changes of words, which are few.
            counterparts: what either side says in the place of words of the other.
        """
        self._comparison = comparison
        self._title = title
        self._counterparts = counterparts
        self._changes = FewChanges(comparison)
        self._numbers = {one.number for one in worded}
        places = enumerate(changed_places(comparison, worded))
        self._place_of = {one.number: place for place, together in places for one in together}
        self._worded = {one.number: one for one in worded if changes_text(comparison, one)}

    def points(self, chosen: ChosenPoints, quotable: Iterable[NumberedChange]) -> list[LedePoint]:
        """What is quoted besides, as far as quotes are free: the largest of what is not told.

        Args:
            chosen: what is quoted already.
            quotable: the changes of words that may be quoted.
        """
        numbers = {one.number for one in quotable}
        untold = self._untold(chosen, SaidSentences())
        left = [one for one in untold if one.kind == "words" and one.entry in numbers]
        left = [one for one in left if not chosen.points or not self._is_idle(one)]
        least = _QUOTED if chosen.points else _ALONE
        sized = [
            one for one in left if _is_quotable(one, least) and not _stands_there(one, self._counterparts)
        ]
        shown = sorted(sized, key=lambda one: -_size(one))[: POINTS - len(chosen.points)]
        last = chosen.points[-1] if chosen.points else None
        made: list[LedePoint] = []
        for one in left:
            point = with_answer(self._point(one), self._counterparts, self._comparison.new.language)
            if one in shown and _shows(point, one) and not _is_quoted(point, [*chosen.points, *made]):
                made.append(_in_same_section(point, last))
                last = point
        return made

    def together(self, chosen: ChosenPoints) -> ChosenPoints:
        """What is quoted, with one quote of all that changed in a paragraph where it tells more than several
        do, or than one and what the line would tell.

        Args:
            chosen: what is quoted already.
        """
        left = {one.entry for one in self._untold(chosen, SaidSentences()) if self._is_telling(one)}
        worded = [one for one in self._worded.values() if one.number in chosen.changes]
        return EditedParagraphs(self._comparison, self._title, self._counterparts).of(chosen, worded, left)

    def _is_telling(self, one: FewWords) -> bool:
        """Whether more than a letter or two changed, or a small word."""
        is_pair = bool(one.came and one.went)
        is_mended = is_pair and has_other_spelling(one.went, one.came, self._comparison.new.language)
        return bool(one.came or one.went) and not is_mended

    def untold(self, chosen: ChosenPoints, said: SaidSentences, trivial: str) -> FewUntold:
        """What is not told yet.

        Args:
            chosen: what is quoted.
            said: the sentences of the lede.
            trivial: what is told of trivial changes.
        """
        every = self._untold(chosen, said)
        found = [one for one in every if not (said.tell_date and self._is_dated(one))]
        found = [one for one in found if not (said.tell_title and self._is_title_gone(one))]
        shown = self._places({one.entry for one in found} | chosen.changes)
        dated = self._places({one.entry for one in every}) - shown
        line = self._line(found, chosen, trivial)
        return FewUntold(line, self._is_countable(found, chosen), len(dated))

    def _line(self, found: Sequence[FewWords], chosen: ChosenPoints, trivial: str) -> str:
        room, sayable = _ROOM, found
        if len(chosen.points) >= _SEVERAL:
            room, short = _TIGHT_ROOM, [self._shortened(one) for one in found]
            sayable = list(filter(None, short))
            found = [one or whole for one, whole in zip(short, found, strict=True)]
        others = sorted((one for one in sayable if one.came or one.went), key=_size, reverse=True)
        beside = [one for one in others if one.entry in chosen.changes]
        first = [*(one for one in others if one not in beside), *beside[:_BESIDE]][:_FACTS]
        parts: dict[str, list[str]] = {}
        again, unsaid = dict[int, str](), dict[int, str]()
        grammar, known = set[int](), self._places(chosen.changes)
        for one in found:
            place = self._place_of[one.entry]
            heading = self._heading(one)
            shown = clipped(heading, _HEADING) if one.kind == "words" else ""
            words_said = _said(one)
            size = len(f"{'' if shown in parts else _under(shown)}{words_said}".split())
            if one.kind == "again":
                again.setdefault(place, heading)
            elif one.kind == "grammar":
                grammar.add(place)
            elif size > room or one not in first:
                unsaid.setdefault(place, heading)
            elif words_said not in parts.setdefault(shown, []):
                parts[shown].append(words_said)
                room -= size
                known.add(place)
        parted = [f"{_under(shown)}{'; '.join(its)}" for shown, its in parts.items()]
        heads = {clipped(heading, _HEADING) for one in chosen.points for heading in one.where.split(" › ")}
        heads |= {clipped(one.came, _HEADING) for one in found if one.kind == "heading"}
        named = {"", *heads, *parts}
        shown_there = {place for place in known & unsaid.keys() if clipped(unsaid[place], _HEADING) in named}
        unnamed = [heading for place, heading in unsaid.items() if place not in shown_there]
        parted += _elsewhere("the same words changed", again.values(), heads | parts.keys())
        parted += _elsewhere("words also changed", unnamed, parts.keys())
        if shown_there:
            parted.append(f"more words changed in the same {_PASSAGES[len(shown_there) > 1]}")
        if grammar:
            parted.append(f"in {_more(len(grammar))} only a small word")
        parted += filter(None, (trivial,))
        line = "; ".join(parted)
        return f"{line[:1].upper()}{line[1:]}." if line else ""

    def _is_countable(self, found: Sequence[FewWords], chosen: ChosenPoints) -> bool:
        others = (one.entry for one in found if one.kind != "again")
        again = self._places({one.entry for one in found if one.kind == "again"})
        untold = [*(self._place_of[one] for one in others), *again]
        quoted = self._places(chosen.changes & self._numbers)
        of_one = [one for one in chosen.points if not (one.places or one.link)]
        is_once = len(untold) == len(set(untold)) and quoted.isdisjoint(untold)
        return is_once and len(of_one) <= len(quoted)

    def _places(self, entries: Iterable[int]) -> set[int]:
        """The places of some changes, as a reader counts them."""
        return {self._place_of[one] for one in entries if one in self._place_of}

    def _untold(self, chosen: ChosenPoints, said: SaidSentences) -> list[FewWords]:
        sides = [quoted_by(one) for one in chosen.points]
        after = [words for one in chosen.points for words in (one.after, one.more) if words]
        now, before = ([one for side in sides for one in side[which]] for which in (0, 1))
        known = LedeWords([*said.texts, *after], before, now)
        found = list(self._changes.untold(self._worded.values(), chosen.changes, known))
        came, went = {one.came for one in found if not one.went}, {one.went for one in found if not one.came}
        moved = {_start(one) for one in came} & {_start(one) for one in went} - {""}
        left = (one for one in found if _start(one.came or one.went) not in moved)
        return list(self._changes.parted(left, known))

    def _is_title_gone(self, one: FewWords) -> bool:
        """Whether it is the title that went."""
        return one.kind == "heading" and not one.came and one.went == self._comparison.old.title

    def _is_dated(self, one: FewWords) -> bool:
        """Whether nothing but a date changed."""
        if not (one.came or one.went):
            return False
        language = self._comparison.new.language
        is_line = all(is_date_line(side, language) for side in (one.came, one.went) if side)
        return is_line or only_dated_otherwise(self._comparison, self._worded[one.entry])

    def _is_idle(self, one: FewWords) -> bool:
        """Whether nobody asks for it beside others: it says the same as before, or sums up what is new."""
        language = self._comparison.new.language
        is_same = bool(one.old and one.new) and says_the_same(one.old, one.new, language)
        return is_same or sums_up_news([self._heading(one)], language)

    @staticmethod
    def _shortened(one: FewWords) -> FewWords | None:
        """Words that take little room; None where a side says much, or an edit says nothing."""
        return one if one.tells and _size(one) <= _TIGHT_MOST else None

    def _heading(self, one: FewWords) -> str:
        """The heading above it, "" if none is certain; of a line that prints a date none is."""
        sides = [side for side in (one.old, one.new) if side]
        if sides and all(is_date_line(side, self._comparison.new.language) for side in sides):
            return ""
        heading = heading_over(self._comparison, self._worded[one.entry], self._title)
        return " › ".join(filter(None, (heading, self._row(one))))

    def _row(self, one: FewWords) -> str:
        """What a reader knows the row of a cell by, "" if it came or went with it."""
        change = self._worded[one.entry].changes[0]
        both = (self._comparison.new, change.new), (self._comparison.old, change.old)
        document, places = next(side for side in both if side[1])
        row = row_name(document, places[0])
        return "" if row and (row in one.came or row in one.went) else visible(row)

    def _point(self, one: FewWords) -> LedePoint:
        where = clipped(self._heading(one), HEADING)
        quotes = now_and_before(one.old, one.new, self._comparison.new.language)
        if quotes[1:]:
            return LedePoint("Changed", where, quotes, entry=one.entry)
        label = SAYS["added" if one.new else "removed"]
        return LedePoint(label, where, quotes, entry=one.entry, came=bool(one.new))


def _shows(point: LedePoint, one: FewWords) -> bool:
    """Whether a point quotes the words for which it is made."""
    quoted = " ".join(quote.words for quote in point.quotes).split()
    largest = max(one.came, one.went, key=len).split()
    return any(quoted[n : n + _IN_ROW] == largest[:_IN_ROW] for n in range(len(quoted)))


def _is_quoted(point: LedePoint, others: Iterable[LedePoint]) -> bool:
    """Whether others quote most of what a point quotes first."""
    said = words(point.quotes[0].words.casefold())
    there = [words(quote.words.casefold()) for one in others for quote in one.quotes]
    rows = {tuple(one[n : n + _IN_ROW]) for one in there for n in range(len(one))}
    held = sum(tuple(said[n : n + _IN_ROW]) in rows for n in range(len(said) - _IN_ROW + 1))
    return 2 * held >= len(said)


def _in_same_section(one: LedePoint, last: LedePoint | None) -> LedePoint:
    """A point without the heading that the point before it has."""
    if last is None or not one.where or last.stands != UNDER or last.where.rstrip("…") not in one.where:
        return one
    return replace(one, where="", stands=IN_SAME) if last.where else one


def _start(said: str) -> str:
    return " ".join(said.split()[:_SAME])


def _is_quotable(one: FewWords, least: int) -> bool:
    """Whether words are enough for a quote, and of one side alone begin a sentence or an item."""
    said = one.old or one.new
    is_whole = bool(one.old and one.new) or (said[:1].isupper() and not said.endswith(":"))
    return one.tells and is_whole and _size(one) >= least


def _size(one: FewWords) -> int:
    """How many words tell it; of words that went from among others only these."""
    came, went = len(one.came.split()), len(one.went.split())
    is_cut = came < went and not Counter(one.came.split()) - Counter(one.went.split())
    return went - came if is_cut else max(came, went)


def _stands_there(one: FewWords, sides: Counterparts) -> bool:
    """Whether what one side alone has at a place stands in the other text at another one."""
    if one.old and one.new:
        return False
    near = sides.of(one.old or one.new, new=bool(one.new))
    return bool(near and near.stays) or sides.held(one.old or one.new, new=not one.new)


def _under(heading: str) -> str:
    """Where words changed that are told next."""
    return f"under “{heading}”: " if heading else ""


def _said(one: FewWords) -> str:
    """What changed at one place, in the words of the line."""
    came, went = _cut(one.came), _cut(one.went)
    if one.kind in ("heading", "section") and not (came and went):
        return f"new {one.kind}: “{came}”" if came else f"{one.kind} gone: “{went}”"
    lead = "heading " if one.kind == "heading" else ""
    more = f" with {wording.count(one.more, 'more line')}" if one.more else ""
    if came and went:
        return f"{lead}now “{came}”, before “{went}”"
    return f"“{came}”{more} added" if came else f"“{went}”{more} taken out"


def _cut(said: str) -> str:
    shown = said.split()
    return f"{' '.join(shown[:_MOST])} …" if len(shown) > _MOST else said


def _more(number: int) -> str:
    return "one more place" if number == 1 else f"{number:,} more places"


def _elsewhere(verb: str, headings: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Where else words changed, by the headings that are not told yet."""
    known = {*known, ""}
    headings = [clipped(one, _HEADING) for one in headings]
    named = [f"“{one}”" for one in dict.fromkeys(headings) if one not in known]
    others = sum(one in known for one in headings)
    where = [f"under {wording.listed(named)}"] if named else []
    where += [f"in {wording.count(others, 'more passage')}"] if others else []
    if headings:
        yield f"{verb} {', and '.join(where)}"
