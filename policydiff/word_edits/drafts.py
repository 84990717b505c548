"""Both sides of a change as tokens, a first guess at what they share, and in the end the edits.

In: the texts of one side and of the other. Out: edits from which both sides can be rebuilt
letter by letter. diff-match-patch compares words, each encoded as one character, without its time limit:
with the limit the outcome depends on how busy the machine is. Longer texts go to a bit-parallel LCS, and
both are only the first guess: `readable` then decides which of the common words are worth showing as kept.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from policydiff.models import Edit
from policydiff.text import GIANT, enumerator_end, tokens, word_count
from policydiff.word_edits.best_chain import Tokens
from policydiff.word_edits.readable import EditedStretch, regions
from policydiff.word_edits.sequences import Codes, EqualRun, common_runs, trim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from policydiff.models import EditOperation

_DMP_CELLS = 1_600
"""Up to 40 by 40 words (under 2 ms) diff-match-patch compares; its time grows with the square."""


_CONTEXT = 300
"""So many letters around the first and the last difference are still cut into words."""
_SAME = "_same_"
"""Stands for the words beyond: a word, and the same on both sides."""
_LOOSE = re.compile(r"[\s,;!?()\[\]{}\"'‘’“”«»…–—*|]|(?<!\w)[./@:-]|[./@:-](?!\w)")
"""Blanks and marks, apart from those that join what stands on both sides of them: "fern-leaf.example"."""


class Stream(NamedTuple):
    """The words and punctuation marks of some clauses in a row."""

    text: str
    """The texts of the clauses, joined by line breaks."""
    starts: list[int]
    """Where each token starts in the text; what does not count before a clause belongs to its first token."""
    folded: list[str]
    numbers: dict[int, str]
    """By the first token of a clause, the number before it, without white space."""

    def cut(self, start: int, end: int) -> str:
        """The text from one token up to another; the first token has all before it, the last all after."""
        if start == end:
            return ""
        last = self.starts[end] if end < len(self.starts) else len(self.text)
        return self.text[self.starts[start] if start else 0 : last]


class KeptStretch(NamedTuple):
    """What both sides keep, from one token up to another; of marks one side may have more than the other."""

    old: tuple[int, int]
    new: tuple[int, int]

    @classmethod
    def of(cls, run: EqualRun) -> KeptStretch:
        """A run as a stretch of either side."""
        return cls((run.old, run.old + run.size), (run.new, run.new + run.size))


def stream(texts: Sequence[str]) -> Stream:
    """The tokens of clauses, without the numbers before them."""
    starts: list[int] = []
    folded: list[str] = []
    numbers: dict[int, str] = {}
    offset = 0
    for text in texts:
        before = len(starts)
        begin = enumerator_end(text)
        if begin and len(texts) > 1:  # inside a paragraph that was cut into these, the number is words
            numbers[before] = "".join(text[:begin].casefold().split())
        places, words = tokens(text, begin)
        starts += [offset + place for place in places]
        folded += words
        if len(starts) > before:
            starts[before] = max(offset - 1, 0)
        offset += len(text) + 1
    return Stream("\n".join(texts), starts, folded, numbers)


def _pair(first: str, second: str) -> tuple[Stream, Stream]:
    """The tokens of two long clauses, with what is the same before and after as one token each."""
    head, first_end, second_end = trim(first, second)
    head = first.rfind(" ", 0, max(head - _CONTEXT, 0)) + 1
    tail = first.find(" ", min(first_end + _CONTEXT, len(first)))
    tail = len(first) if tail < 0 else tail
    sides = []
    for text, end in ((first, tail), (second, tail + second_end - first_end)):
        places, words = tokens(text[:end], head or enumerator_end(text))
        if head:
            places, words = [0, *places], [_SAME, *words]
        elif places:
            places[0] = 0
        if end < len(text):
            places, words = [*places, end], [*words, _SAME]
        sides.append(Stream(text, places, words, {}))
    return sides[0], sides[1]


class WordDraft(NamedTuple):
    """Both sides of a change, and the ways to show its regions, of which `settle` takes one each."""

    a: Stream
    b: Stream
    regions: list[EditedStretch]

    def marked(self) -> int:
        """The words that are marked at least."""
        tokens = self.regions[0].tokens
        return tokens.sums[-1] + tokens.b_words - 2 * sum(region.words(0) for region in self.regions)


def draft(first: Sequence[str], second: Sequence[str]) -> WordDraft:
    """The ways to show how the texts of one side became those of the other."""
    if len(first) == len(second) == 1 and max(len(first[0]), len(second[0])) <= GIANT:
        a, b = _pair(first[0], second[0])
    else:
        a, b = stream(first), stream(second)
    codes = Codes()
    runs = _first_guess(codes.encode(a.folded), codes.encode(b.folded))
    return WordDraft(a, b, regions(Tokens.of(a.folded, b.folded), runs))


def edits_between(found: WordDraft, runs: Sequence[EqualRun], *, turned: bool) -> tuple[Edit, ...]:
    """The runs that are kept and what lies between them, as edits of the very texts.

    Args:
        found: both sides, in the order in which they were drafted.
        runs: what is kept, as `settled` gives it.
        turned: whether the first of these sides is the new one.
    """
    old, new = (found.b, found.a) if turned else (found.a, found.b)
    if turned:
        runs = [EqualRun(run.new, run.old, run.size) for run in runs]
    if not any(map(word_count, (*old.folded, *new.folded))):
        return (Edit("equal", old.text, new.text),)
    if not (old.starts and new.starts):  # a clause without a single visible sign
        return (Edit("delete", old.text, ""), Edit("insert", "", new.text))
    kept = _with_marks(old, new, [*runs, EqualRun(len(old.starts), len(new.starts), 0)])
    return _spaced(_joined(edits_around(kept, old.cut, new.cut)))


def edits_around(
    kept: Iterable[KeptStretch], old_text: Callable[[int, int], str], new_text: Callable[[int, int], str]
) -> Iterator[Edit]:
    """What is kept, and before each such stretch what was deleted and what was inserted there.

    Args:
        kept: in order; the last one ends both sides.
        old_text: the text of the old side from one token up to another.
        new_text: that of the new one.
    """
    a = b = 0
    for old, new in kept:
        yield from _edit("delete", old_text(a, old[0]), "")
        yield from _edit("insert", "", new_text(b, new[0]))
        yield from _edit("equal", old_text(*old), new_text(*new))
        a, b = old[1], new[1]


def _with_marks(old: Stream, new: Stream, runs: Iterable[EqualRun]) -> Iterator[KeptStretch]:
    """The runs, each with what stands before it where nothing that counts came or went there.

    What this gets wrong: "may be" and "maybe" are taken for the same words.
    """
    a = b = 0
    for run in runs:
        kept = KeptStretch.of(run)
        nothing = _says_nothing(old, a, run.old, new, run.new) and _says_nothing(
            new, b, run.new, old, run.old
        )
        if nothing or _has_same_letters(old.cut(a, run.old), new.cut(b, run.new)):
            kept = KeptStretch((a, kept.old[1]), (b, kept.new[1]))
        yield kept
        a, b = kept.old[1], kept.new[1]


def _says_nothing(side: Stream, start: int, end: int, other: Stream, at: int) -> bool:
    """Whether tokens are mere punctuation, or the number before the same clause on the other side."""
    some = side.folded[start:end]
    return not any(map(word_count, some)) or "".join(some) == other.numbers.get(at)


def _has_same_letters(old: str, new: str) -> bool:
    """Whether words stand apart on one side alone: recorders lose blanks between them ("incommon")."""
    return bool(old and new) and _LOOSE.sub("", old.casefold()) == _LOOSE.sub("", new.casefold()) != ""


def _edit(operation: EditOperation, old: str, new: str) -> Iterator[Edit]:
    if old or new:
        yield Edit(operation, old, new)


def _spaced(found: list[Edit]) -> tuple[Edit, ...]:
    """A blank that only one side has after kept words belongs to the edit that follows.

    Else "cookies and" -> "cookies, and" would put the deleted word right after the kept one.
    """
    for k, edit in enumerate(found):
        if edit.operation != "equal":
            continue
        old, new = edit.old.rstrip(), edit.new.rstrip()
        blanks = edit.old[len(old) :], edit.new[len(new) :]
        for j in range(k + 1, min(k + 3, len(found))):
            operation = found[j].operation
            if operation == "delete" and blanks[0] and not blanks[1]:
                found[k], found[j] = Edit("equal", old, new), Edit("delete", blanks[0] + found[j].old, "")
            elif operation == "insert" and blanks[1] and not blanks[0]:
                found[k], found[j] = Edit("equal", old, new), Edit("insert", "", blanks[1] + found[j].new)
            elif operation == "equal":
                break
    return tuple(found)


def _joined(found: Iterable[Edit]) -> list[Edit]:
    """Neighbours of the same kind as one."""
    joined: list[Edit] = []
    for edit in found:
        if joined and joined[-1].operation == edit.operation:
            joined[-1] = Edit(edit.operation, joined[-1].old + edit.old, joined[-1].new + edit.new)
        else:
            joined.append(edit)
    return joined


def _first_guess(left: str, right: str) -> list[EqualRun]:
    head, left_end, right_end = trim(left, right)
    cells = (left_end - head) * (right_end - head)
    return _dmp_runs(left, right) if 0 < cells <= _DMP_CELLS else common_runs(left, right)


@cache
def _dmp() -> Any:
    from diff_match_patch import diff_match_patch  # noqa: PLC0415 - not needed where nothing changed

    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # no limit by the clock: same input, same output
    return engine


def _dmp_runs(left: str, right: str) -> list[EqualRun]:
    """The equal stretches of a diff by diff-match-patch, whose -1, 0 and 1 stay in here."""
    runs, a, b = [], 0, 0
    for operation, codes in _dmp().diff_main(left, right, False):
        size = len(codes)
        if operation == 0:
            runs.append(EqualRun(a, b, size))
        a += size if operation <= 0 else 0
        b += size if operation >= 0 else 0
    return runs
