"""Every change of a text in which few did, by its own words: comparison, lede -> what the lede does not tell.

Where five places changed a reader wants to know all five; "words also changed under “Rights”" hides what ten
words say. Each sentence that changed gives the words that came and went, with as many beside them as a reader
needs; those that a quote or a sentence of the lede shows are left out, and the same edit is told once.
What this gets wrong: words that were put for others of one meaning, in a paragraph that is quoted, are not
told, and a new one may be.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from policydiff.report.characters import visible
from policydiff.report.lede_passages import Passages
from policydiff.report.marked_text import clauses
from policydiff.report.other_places import merged_headings
from policydiff.report.quotes import any_of, direction
from policydiff.report.word_changes import has_other_spelling
from policydiff.report.written_otherwise import MASK
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from policydiff.models import Change, Clause, Comparison
    from policydiff.report.numbered_changes import NumberedChange

FEW = 5
"""Places that changed, of which each is told by its own words."""
_NEAR, _BESIDE_KNOWN = 5, 2
"""Words between two edits of one sentence up to which they are told as one; and where the lede tells one of
them."""
_PHRASE = 3
"""Words that came or went which are understood without those beside them, at least; and words of each side of
an edit that may be no more than wording, at most."""
_BESIDE = 3
"""Words that are told on either side of fewer, up to a pause."""
_KEPT = 0.4
"""Share of the words of the shorter side that both have; with fewer the one is no edit of the other."""
_UNDERSTOOD = 4
"""Words that are told of an edit, at least, as far as they go."""
_BRIEF, _IN_ROW = 3, 5
"""Words that are found in a quote only with one beside them, up to; and words in a row of more by which they
are found."""
_HELD = 0.5
"""Share of more words that a quote holds, from which it tells them."""
_NEARLY = 0.8
"""The same, from which it tells an edit that put a few words in their place."""
_LINES = 24
"""Words of several lines that came or went together and are told, at most."""
_SENTENCES = 3
"""Sentences of a paragraph that is quoted, of which each is told where no more of them changed."""
_PAUSES = ".;:!?"
_STOPS = f"{_PAUSES},"

FewKind = Literal["words", "again", "grammar", "heading", "section"]
"""What changed: words of the text, the same words as in a place that is told, a small word alone, a
heading, a section with all below it."""


class FewWords(NamedTuple):
    """Words that changed at one place, as a reader is told them."""

    entry: int
    """The number of their change."""
    kind: FewKind
    came: str = ""
    """The new words, "" if none came."""
    went: str = ""
    """The old ones, "" if none went."""
    old: str = ""
    """The sentences that they stand in, as the old side has them."""
    new: str = ""
    more: int = 0
    """Clauses that came or went with them."""
    tells: bool = True
    """Whether more than words of grammar changed."""


class LedeWords(NamedTuple):
    """What a lede tells."""

    sentences: Sequence[str]
    old: Sequence[str]
    """Quotes of the old text."""
    new: Sequence[str]
    """Quotes of the new one."""


class _EditPlaces(NamedTuple):
    """Words of both sides of which the one gave way to the other: their places."""

    old: tuple[int, int]
    new: tuple[int, int]


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
        rows = _QuotedWords(lede)
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
        rows = _QuotedWords(lede)
        for one in found:
            yield from rows.without_quoted(one)

    def _is_idle(self, one: FewWords) -> bool:
        """Whether a single word of grammar is all that is left of an edit without those beside it."""
        came, went = (Counter(words(side.casefold())) for side in (one.came, one.went))
        return not one.tells and sum(((came - went) + (went - came)).values()) == 1

    def _parts(self, entry: NumberedChange, quoted: Collection[int]) -> Iterator[_ChangedPart]:
        """Both sides of each sentence of a change; what one side has alone only where it is not quoted."""
        for change in entry.changes:
            if change.old and change.new:
                if split := self._split_heading(change):
                    yield self._one_sided(entry, [split])
                    continue
                for part in self._passages.within(change):
                    old, new = (" ".join(visible(one.text) for one in side) for side in (part.old, part.new))
                    language = self._comparison.new.language
                    yield _ChangedPart(entry.number, self._kind(change), (old, new), language)
        alone = [one for each in entry.changes for one in self._alone(each)]
        if alone and entry.number not in quoted:
            yield self._one_sided(entry, alone)

    def _one_sided(self, entry: NumberedChange, alone: Sequence[Clause]) -> _ChangedPart:
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
        return _ChangedPart(entry.number, kind, both, self._comparison.new.language, more=more)

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


class _ChangedPart:
    """Sentences of both texts of which the ones gave way to the others, word by word."""

    def __init__(
        self, entry: int, kind: FewKind, texts: tuple[str, str], language: str, *, more: int = 0
    ) -> None:
        self.entry, self.kind, self.more = entry, kind, more
        self.texts = old, new = texts
        self.old, self.new = old.split(), new.split()
        self._language = language
        self._bare = [[" ".join(words(word.casefold())) for word in side] for side in (self.old, self.new)]

    @cached_property
    def edits(self) -> Sequence[_EditPlaces]:
        """Where the words differ; signs and capitals are none. Sentences that share little are one edit."""
        matcher = SequenceMatcher(None, self._bare[0], self._bare[1], autojunk=False)
        kept = sum(match.size for match in matcher.get_matching_blocks())
        if kept < _KEPT * min(len(self.old), len(self.new)):
            return [_EditPlaces((0, len(self.old)), (0, len(self.new)))]
        found = [_EditPlaces((i, j), (k, m)) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
        return [one for one in found if any(map(any, self.key(one)))]

    def key(self, edit: _EditPlaces) -> tuple[tuple[str, ...], ...]:
        """The words of an edit, as they are compared."""
        return tuple(
            tuple(word for word in side[slice(*place)] if word)
            for side, place in zip(self._bare, edit, strict=True)
        )

    def is_slight(self, edit: _EditPlaces) -> bool:
        """Whether an edit may be no more than wording: a few words without a name, a number, a denial or a
        limit, that stand for others or are fewer still."""
        old, new = self.key(edit)
        said = [*self.old[slice(*edit.old)], *self.new[slice(*edit.new)]]
        is_short = max(len(old), len(new)) <= _PHRASE and (bool(old and new) or len(old + new) < _PHRASE)
        return is_short and not self._is_telling(said)

    def is_plain(self, edit: _EditPlaces) -> bool:
        """Whether one side of an edit is long, and the few words of the other have no name, number, denial or
        limit."""
        sides = self.old[slice(*edit.old)], self.new[slice(*edit.new)]
        return _size(edit) > _BRIEF and not self._is_telling(min(sides, key=len))

    def _is_telling(self, said: Sequence[str]) -> bool:
        """Whether words hold a name, a number, a denial or a limit."""
        its = direction(self._language)
        strong = any_of((*its.denial, *its.only, *its.exclusion, *its.may))
        is_named = any(word[:1].isupper() or any(map(str.isdigit, word)) or "@" in word for word in said)
        return is_named or bool(strong.search(" ".join(said)))

    def is_spelling(self, edit: _EditPlaces) -> bool:
        """Whether an edit is of a letter or two."""
        old, new = (
            " ".join(said[slice(*place)]) for said, place in zip((self.old, self.new), edit, strict=True)
        )
        return has_other_spelling(old, new, self._language)

    def together(self, news: Collection[_EditPlaces]) -> Iterator[_EditPlaces]:
        """Some of the edits, those of one sentence that stand near each other as one; none with a longer
        one between that is told already."""
        runs: list[tuple[_EditPlaces, bool]] = []
        is_open = False
        for edit in self.edits:
            is_new = edit in news
            is_apart = not is_new and _size(edit) > _BRIEF and not all(start < end for start, end in edit)
            if (
                is_open
                and not is_apart
                and self._is_near(runs[-1][0], edit, _NEAR if is_new and runs[-1][1] else _BESIDE_KNOWN)
            ):
                run, was_new = runs.pop()
                run = _EditPlaces((run.old[0], edit.old[1]), (run.new[0], edit.new[1]))
                runs.append((run, was_new or is_new))
            else:
                runs.append((edit, is_new))
            is_open = not is_apart
        return (run for run, is_new in runs if is_new)

    def _is_near(self, one: _EditPlaces, other: _EditPlaces, most: int) -> bool:
        between = self.new[one.new[1] : other.new[0]]
        ends = any(word[-1] in ".!?" for word in self.new[max(one.new[1] - 1, 0) : other.new[0]])
        return len(between) <= most and not ends

    def words(self, edit: _EditPlaces) -> FewWords:
        """The words of an edit, of a few with those beside them; of a heading all of it."""
        came, went = self.new[slice(*edit.new)], self.old[slice(*edit.old)]
        is_alone = not (came and went) and (len(came or went) >= _PHRASE or self._is_item(edit))
        if self.kind != "words":
            came, went = self.new, self.old
        elif not is_alone and (self.old and self.new):
            first, last = map(
                len, self._beside(edit)
            )  # each side by its own signs: "servers. I" here, "servers so" there
            came = self.new[edit.new[0] - first : edit.new[1] + last]
            went = self.old[max(edit.old[0] - first, 0) : edit.old[1] + last]
        changed = [
            word for one in self.edits if _is_within(one, edit) for side in self.key(one) for word in side
        ]
        tells = not direction(self._language).function.issuperset(changed)
        return FewWords(self.entry, self.kind, _shown(came), _shown(went), *self.texts, self.more, tells)

    def is_of_mask(self, edit: _EditPlaces) -> bool:
        """Whether an edit is how a site masks an address."""
        both = zip((self.old, self.new), edit, strict=True)
        return any(MASK in " ".join(said[slice(*place)]) for said, place in both)

    def _is_item(self, edit: _EditPlaces) -> bool:
        """Whether words that one side has alone are all between two pauses, and more than one."""
        side, (start, end) = (self.new, edit.new) if edit.new[0] < edit.new[1] else (self.old, edit.old)
        begins = start == 0 or side[start - 1][-1] in _STOPS
        ends = side[end - 1][-1] in _STOPS or end == len(side)
        return end - start > 1 and begins and ends

    def _beside(self, edit: _EditPlaces) -> tuple[list[str], list[str]]:
        """The words before and behind an edit that both sides have, up to a pause; no small ones at the
        end."""
        others = [one for one in self.edits if not _is_within(one, edit)]
        start = max((one.new[1] for one in others if one.new[1] <= edit.new[0]), default=0)
        end = min((one.new[0] for one in others if one.new[0] >= edit.new[1]), default=len(self.new))
        last = [*self.new[slice(*edit.new)][-1:], *self.old[slice(*edit.old)][-1:]]
        before, behind = list[str](), list[str]()
        for stops in (_STOPS, _PAUSES):  # behind a comma only where too few words stand before it
            before = _until(self.new[max(edit.new[0] - _BESIDE, start) : edit.new[0]][::-1], stops)[::-1]
            behind = (
                []
                if any(word[-1] in stops for word in last)
                else (_until(self.new[edit.new[1] : min(edit.new[1] + _BESIDE, end)], stops, including=True))
            )
            sizes = (place[1] - place[0] for place in edit)
            if len(before) + len(behind) + max(sizes) >= _UNDERSTOOD:
                break
        small = direction(self._language).function
        while behind and compared(behind[-1]) in small:
            behind.pop()
        return before, behind


class _QuotedWords:
    """The words that a lede tells, of either text."""

    def __init__(self, lede: LedeWords) -> None:
        self._sentences = [_row(one) for one in lede.sentences]
        self._old, self._new = ([*self._sentences, *map(_row, side)] for side in (lede.old, lede.new))

    def show(self, part: _ChangedPart, edit: _EditPlaces) -> bool:
        """Whether a lede tells an edit: both of its sides, or one of two that are no few words; of a heading
        in a sentence."""
        if part.kind == "heading":
            quotes = [*self._old, *self._new]
            rows = [_row(text) for text in part.texts]
            return all(any(row in one for one in self._sentences) or row in quotes for row in rows)
        sizes = edit.new[1] - edit.new[0], edit.old[1] - edit.old[0]
        both = [self._old, self._new]
        if not all(part.texts):  # a sentence that names the document tells no line of its name
            both = [rows[len(self._sentences) :] for rows in both]
        went = _hold(both[0], part.old, edit.old, is_pair=all(sizes))
        came = _hold(both[1], part.new, edit.new, is_pair=all(sizes))
        if not all(sizes):
            return came if sizes[0] else went
        if min(sizes) > _BRIEF:
            return came or went
        return (came and went) or (part.is_plain(edit) and self._shows_longer(part, edit))

    def _shows_longer(self, part: _ChangedPart, edit: _EditPlaces) -> bool:
        """Whether a lede tells nearly all of the longer side of an edit."""
        is_new = edit.new[1] - edit.new[0] > edit.old[1] - edit.old[0]
        rows, said, place = (self._new, part.new, edit.new) if is_new else (self._old, part.old, edit.old)
        held = _held(rows, words(" ".join(said[slice(*place)]).casefold()))
        return sum(held) >= _NEARLY * len(held)

    def quote(self, part: _ChangedPart) -> bool:
        """Whether a lede quotes what changed there, and no sentence of its own tells it."""
        return not any(
            _hold(self._sentences, side, place)
            for edit in part.edits
            for side, place in ((part.old, edit.old), (part.new, edit.new))
            if place[0] < place[1]
        )

    def left(self, part: _ChangedPart, edit: _EditPlaces) -> Iterator[FewWords]:
        """What a lede leaves out of a long edit that it tells."""
        for rows, said, (start, end), is_new in (
            (self._new, part.new, edit.new, True),
            (self._old, part.old, edit.old, False),
        ):
            for first, last in _uncovered(rows, said[start:end]):
                shown = _shown(said[start + first : start + last])
                came, went = (shown, "") if is_new else ("", shown)
                yield FewWords(part.entry, "words", came, went, went, came)

    def without_quoted(self, one: FewWords) -> Iterator[FewWords]:
        """Words of a text without the clauses of them that a lede tells; of a pair one side where it tells
        the other."""
        if one.kind != "words":
            yield one
            return
        came, went = _untold(self._new, one.came.split()), _untold(self._old, one.went.split())
        if min(len(one.came.split()), len(one.went.split())) in range(1, _BRIEF + 1):
            yield one
        elif not (one.came and one.went):
            yield from (one._replace(came=each) for each in came)
            yield from (one._replace(went=each) for each in went)
        elif not came and _is_sentence(one.went, one.old):
            yield from (one._replace(came="", went=each) for each in went)
        elif not went and _is_sentence(one.came, one.new):
            yield from (one._replace(went="", came=each) for each in came)
        elif came or went:
            yield one


def _is_sentence(said: str, text: str) -> bool:
    """Whether words are a whole sentence of a text."""
    before, _, behind = text.partition(said)
    return said[:1].isupper() and before.rstrip()[-1:] in _PAUSES and behind[:1] in _PAUSES


def _untold(rows: Sequence[str], said: Sequence[str]) -> list[str]:
    """The clauses of some words that no row of words holds; all of them where they cannot be parted."""
    held = _held(rows, [" ".join(words(word.casefold())) for word in said])
    if not any(held):
        return [" ".join(said)] if said else []
    parts = [_shown(said[start:end]) for start, end in _uncovered(rows, said)]
    is_held = sum(held) >= _HELD * len(said)
    return parts or ([] if is_held else [" ".join(said)])


def _uncovered(rows: Sequence[str], said: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where clauses stand that no row of words holds."""
    start = 0
    for is_held, run in groupby(_held(rows, [" ".join(words(word.casefold())) for word in said])):
        size = len(list(run))
        begins, ends = start == 0 or said[start - 1][-1] in _STOPS, said[start + size - 1][-1] in _STOPS
        if not is_held and _IN_ROW <= size < len(said) and begins and ends:
            yield start, start + size
        start += size


def _hold(rows: Sequence[str], said: Sequence[str], place: tuple[int, int], *, is_pair: bool = False) -> bool:
    """Whether some rows of words hold some words of a text, few only with those beside them; of a pair it is
    enough to find either with one."""
    start, end = place
    own = words(" ".join(said[start:end]).casefold())
    if len(own) <= _BRIEF:
        before, behind = said[max(start - 1, 0) : start], said[end : end + 1]
        beside = [[*before, *said[start:end], *behind]]
        if is_pair:
            beside = [[*before, *said[start:end]], [*said[start:end], *behind]]
        is_there = f" {' '.join(own)} " in rows
        return is_there or any(_has(rows, words(" ".join(one).casefold())) for one in beside)
    return sum(_held(rows, own)) >= _HELD * len(own)


def _held(rows: Iterable[str], said: Sequence[str]) -> list[bool]:
    """Which words stand in some rows, with others beside them."""
    held = [False] * len(said)
    size = min(_IN_ROW, len(said))
    for first in range(len(said) - size + 1):
        if _has(rows, said[first : first + size]):
            held[first : first + size] = [True] * size
    return held


def _has(rows: Iterable[str], said: Sequence[str]) -> bool:
    row = f" {' '.join(filter(None, said))} "
    return any(row in one for one in rows)


def _row(said: str) -> str:
    return f" {' '.join(words(said.casefold()))} "


def _behind_number(heading: str) -> str:
    """The words of a heading without the number or the letter before them."""
    first, _, others = heading.partition(" ")
    return compared(others if len(first.strip("().")) == 1 or first[:1].isdigit() else heading)


def _size(edit: _EditPlaces) -> int:
    """The words of the longer side."""
    return max(end - start for start, end in edit)


def _is_within(one: _EditPlaces, other: _EditPlaces) -> bool:
    return all(inner[0] >= outer[0] and inner[1] <= outer[1] for inner, outer in zip(one, other, strict=True))


def _until(said: Iterable[str], stops: str, *, including: bool = False) -> list[str]:
    """Words up to one that ends with a stop, with it or without it."""
    found: list[str] = []
    for word in said:
        if word[-1] in stops:
            return [*found, word] if including else found
        found.append(word)
    return found


def _shown(said: Sequence[str]) -> str:
    """Words without signs around them, nor a bracket of which the other one was cut off."""
    shown = " ".join(said).strip(" ,;:|.")
    return shown if shown.count("(") == shown.count(")") else shown.strip("() ,;:|.")
