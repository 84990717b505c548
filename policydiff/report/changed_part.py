"""The words of one changed sentence that tell what changed: both sides -> its edits, each in a few words.

Edits that stand near each other are one; of a few words those beside them are told too, up to a pause.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from policydiff.report.quotes import any_of, direction
from policydiff.report.word_changes import has_other_spelling
from policydiff.report.word_matching import word_opcodes
from policydiff.report.written_otherwise import MASK
from policydiff.text import compared, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_NEAR, _BESIDE_KNOWN = 5, 2
"""Words between two edits of one sentence up to which they are told as one; and where the lede tells one of
them."""
_PHRASE = 3
"""Words that came or went which are understood without those beside them, at least; and words of each side of
an edit that may be no more than wording, at most."""
_BESIDE = 3
"""Words that are told on either side of fewer, up to a pause."""
_PHRASE_BEHIND = 6
"""Words that are told behind fewer, up to a word of grammar that begins something else."""
_KEPT = 0.4
"""Share of the words of the shorter side that both have; with fewer the one is no edit of the other."""
_UNDERSTOOD = 4
"""Words that are told of an edit, at least, as far as they go."""
_BRIEF = 3
"""Words of an edit that is short, at most."""
_PAUSES = ".;:!?"
STOPS = f"{_PAUSES},"
"""Signs behind which a clause may end."""

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


class EditPlaces(NamedTuple):
    """Words of both sides of which the one gave way to the other: their places."""

    old: tuple[int, int]
    new: tuple[int, int]


class ChangedPart:
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
    def edits(self) -> Sequence[EditPlaces]:
        """Where the words differ; signs and capitals are none. Sentences that share little are one edit."""
        opcodes = word_opcodes(self._bare[0], self._bare[1])
        kept = sum(j - i for tag, i, j, _, _ in opcodes if tag == "equal")
        if kept < _KEPT * min(len(self.old), len(self.new)):
            return [EditPlaces((0, len(self.old)), (0, len(self.new)))]
        found = [EditPlaces((i, j), (k, m)) for tag, i, j, k, m in opcodes if tag != "equal"]
        return [one for one in found if any(map(any, self.key(one)))]

    def key(self, edit: EditPlaces) -> tuple[tuple[str, ...], ...]:
        """The words of an edit, as they are compared."""
        return tuple(
            tuple(word for word in side[slice(*place)] if word)
            for side, place in zip(self._bare, edit, strict=True)
        )

    def is_slight(self, edit: EditPlaces) -> bool:
        """Whether an edit may be no more than wording: a few words without a name, a number, a denial or a
        limit, that stand for others or are fewer still."""
        old, new = self.key(edit)
        said = [*self.old[slice(*edit.old)], *self.new[slice(*edit.new)]]
        is_short = max(len(old), len(new)) <= _PHRASE and (bool(old and new) or len(old + new) < _PHRASE)
        return is_short and not self._is_telling(said)

    def is_plain(self, edit: EditPlaces) -> bool:
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

    def is_spelling(self, edit: EditPlaces) -> bool:
        """Whether an edit is of a letter or two."""
        old, new = (
            " ".join(said[slice(*place)]) for said, place in zip((self.old, self.new), edit, strict=True)
        )
        return has_other_spelling(old, new, self._language)

    def together(self, news: Collection[EditPlaces]) -> Iterator[EditPlaces]:
        """Some of the edits, those of one sentence that stand near each other as one; none with a longer
        one between that is told already."""
        runs: list[tuple[EditPlaces, bool]] = []
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
                run = EditPlaces((run.old[0], edit.old[1]), (run.new[0], edit.new[1]))
                runs.append((run, was_new or is_new))
            else:
                runs.append((edit, is_new))
            is_open = not is_apart
        return (run for run, is_new in runs if is_new)

    def _is_near(self, one: EditPlaces, other: EditPlaces, most: int) -> bool:
        between = self.new[one.new[1] : other.new[0]]
        ends = any(word[-1] in ".!?" for word in self.new[max(one.new[1] - 1, 0) : other.new[0]])
        return len(between) <= most and not ends

    def words(self, edit: EditPlaces) -> FewWords:
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
        return FewWords(
            self.entry, self.kind, shown_words(came), shown_words(went), *self.texts, self.more, tells
        )

    def is_whole(self, edit: EditPlaces) -> bool:
        """Whether an edit is all of both sides, which share little."""
        return edit == ((0, len(self.old)), (0, len(self.new)))

    def phrase(self, edit: EditPlaces) -> tuple[str, str]:
        """The new and the old words of an edit as a phrase: of a few with the words before them, and those
        behind up to the end of what they are one with."""
        came, went = self.new[slice(*edit.new)], self.old[slice(*edit.old)]
        if self.is_whole(edit) or (not (came and went) and (len(came or went) >= _PHRASE)):
            return shown_words(came), shown_words(went)
        first, last = map(len, self._phrase_beside(edit))  # each side by its own signs
        came = self.new[edit.new[0] - first : edit.new[1] + last]
        went = self.old[max(edit.old[0] - first, 0) : edit.old[1] + last]
        return shown_words(came), shown_words(went)

    def _phrase_beside(self, edit: EditPlaces) -> tuple[list[str], list[str]]:
        """The words before and behind an edit that both sides have and that are one phrase with it."""
        others = [one for one in self.edits if not _is_within(one, edit)]
        start = max((one.new[1] for one in others if one.new[1] <= edit.new[0]), default=0)
        end = min((one.new[0] for one in others if one.new[0] >= edit.new[1]), default=len(self.new))
        before = _until(self.new[max(edit.new[0] - _BESIDE, start) : edit.new[0]][::-1], STOPS)[::-1]
        last = [*self.new[slice(*edit.new)][-1:], *self.old[slice(*edit.old)][-1:]]
        if any(word[-1] in STOPS for word in last):
            return before, []
        small = direction(self._language).function
        behind = list[str]()
        for word in _until(self.new[edit.new[1] : end], STOPS, including=True)[:_PHRASE_BEHIND]:
            if compared(word) in small and behind and compared(behind[-1]) not in small:
                break
            behind.append(word)
        while behind and compared(behind[-1]) in small:
            behind.pop()
        return before, behind

    def is_of_mask(self, edit: EditPlaces) -> bool:
        """Whether an edit is how a site masks an address."""
        both = zip((self.old, self.new), edit, strict=True)
        return any(MASK in " ".join(said[slice(*place)]) for said, place in both)

    def _is_item(self, edit: EditPlaces) -> bool:
        """Whether words that one side has alone are all between two pauses, and more than one."""
        side, (start, end) = (self.new, edit.new) if edit.new[0] < edit.new[1] else (self.old, edit.old)
        begins = start == 0 or side[start - 1][-1] in STOPS
        ends = side[end - 1][-1] in STOPS or end == len(side)
        return end - start > 1 and begins and ends

    def _beside(self, edit: EditPlaces) -> tuple[list[str], list[str]]:
        """The words before and behind an edit that both sides have, up to a pause; no small ones at the
        end."""
        others = [one for one in self.edits if not _is_within(one, edit)]
        start = max((one.new[1] for one in others if one.new[1] <= edit.new[0]), default=0)
        end = min((one.new[0] for one in others if one.new[0] >= edit.new[1]), default=len(self.new))
        last = [*self.new[slice(*edit.new)][-1:], *self.old[slice(*edit.old)][-1:]]
        before, behind = list[str](), list[str]()
        for stops in (STOPS, _PAUSES):  # behind a comma only where too few words stand before it
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


def _size(edit: EditPlaces) -> int:
    """The words of the longer side."""
    return max(end - start for start, end in edit)


def _is_within(one: EditPlaces, other: EditPlaces) -> bool:
    return all(inner[0] >= outer[0] and inner[1] <= outer[1] for inner, outer in zip(one, other, strict=True))


def _until(said: Iterable[str], stops: str, *, including: bool = False) -> list[str]:
    """Words up to one that ends with a stop, with it or without it."""
    found: list[str] = []
    for word in said:
        if word[-1] in stops:
            return [*found, word] if including else found
        found.append(word)
    return found


def shown_words(said: Sequence[str]) -> str:
    """Words without signs around them, nor a bracket of which the other one was cut off."""
    shown = " ".join(said).strip(" ,;:|.")
    return shown if shown.count("(") == shown.count(")") else shown.strip("() ,;:|.")
