"""Where words gave way to others between two texts, in whole words and names: edits -> runs.

Edits may begin within a word, or hold half of a name. A run has the whole words of either side as they stand
there, the rest of a name and the unit of a number, and the words beside it, from which more can be taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from policydiff.models import Edit

PAUSES = ",;:.!?"
"""Signs at the end of a word behind which a reader pauses."""
_BETWEEN = 1
"""Words that stayed inside of a run."""


class RunSide(NamedTuple):
    """One side of a run, word by word."""

    before: list[str]
    """The words of the text that stand before it."""
    words: list[str]
    """Its own, none where the other side alone has some."""
    behind: list[str]

    def narrowed(self, first: int, last: int) -> RunSide:
        """The same without some of its first and last words."""
        end = len(self.words) - last
        return RunSide(
            [*self.before, *self.words[:first]], self.words[first:end], [*self.words[end:], *self.behind]
        )

    def beside(self, most: int, small: frozenset[str]) -> str:
        """The words with so many before and behind them, up to a pause; those behind do not end with a small
        word."""
        before = list(_up_to_pause(self.before[::-1], most))[::-1]
        behind = self.behind[: next(_ends(self.behind[:most]), most)]
        while behind and compared(behind[-1]) in small:
            behind.pop()
        return " ".join((*before, *self.words, *behind))


class EditRun(NamedTuple):
    """Where words gave way to others."""

    old: RunSide
    new: RunSide

    @property
    def changed(self) -> frozenset[str]:
        """The words of both sides, as they are compared."""
        return frozenset(compared(word) for word in (*self.old.words, *self.new.words))


def edit_runs(edits: Sequence[Edit], is_name: Callable[[str], bool]) -> Iterator[EditRun]:
    """The runs of some edits; edits with a word between them are one.

    Args:
        edits: those of one text.
        is_name: whether a word is part of a name.
    """
    start = end = -1
    for place, edit in enumerate((*edits, None)):
        if edit is not None and edit.operation != "equal":
            start, end = (place if start < 0 else start), place + 1
        elif start >= 0 and (edit is None or len(edit.new.split()) > _BETWEEN or place + 1 == len(edits)):
            yield _with_names(_run(edits, start, end), is_name)
            start = -1


def _run(edits: Sequence[Edit], start: int, end: int) -> EditRun:
    """The whole words of some edits, without those that both sides have at their beginning and end."""
    texts = [edit.old for edit in edits], [edit.new for edit in edits]
    parts = [
        _SplitText("".join(said[:start]), "".join(said[start:end]), "".join(said[end:])) for said in texts
    ]
    is_begun, goes_on = any(part.is_begun for part in parts), any(part.goes_on for part in parts)
    old, new = (part.in_words(is_begun=is_begun, goes_on=goes_on) for part in parts)
    first = _shared(old.words, new.words)
    last = _shared(old.words[first:][::-1], new.words[first:][::-1])
    old, new = (one.narrowed(first, last) for one in (old, new))
    return EditRun(_slid(old) if not new.words else old, _slid(new) if not old.words else new)


class _SplitText(NamedTuple):
    """One side of a text: what stands before some edits, their own letters, and what stands behind."""

    head: str
    said: str
    tail: str

    @property
    def is_begun(self) -> bool:
        """Whether the edits begin within a word."""
        return _is_within(self.head, self.said or self.tail)

    @property
    def goes_on(self) -> bool:
        """Whether they end within one."""
        return _is_within(self.said or self.head, self.tail)

    def in_words(self, *, is_begun: bool, goes_on: bool) -> RunSide:
        """The same word by word, with the rest of the words that the edits of either side are of."""
        before, behind = self.head.split(), self.tail.split()
        begun = before.pop() if is_begun and before and not self.head[-1].isspace() else ""
        rest = behind.pop(0) if goes_on and behind and not self.tail[0].isspace() else ""
        return RunSide(before, f"{begun}{self.said}{rest}".split(), behind)


def _is_within(one: str, other: str) -> bool:
    """Whether the end of one text and the beginning of the next are one word, and no sign behind one."""
    is_sign = other[:1] in PAUSES and not (other[:1] == "." and other[1:2].isalnum())
    return bool(one and other) and not is_sign and not one[-1].isspace() and not other[0].isspace()


def _slid(one: RunSide) -> RunSide:
    """What one side has alone from where an item of a list begins: "the smith," and not "smith, the"."""
    before, said, behind = one
    while before and said and before[-1][-1] not in PAUSES and compared(said[-1]) == compared(before[-1]):
        behind.insert(0, said.pop())
        said.insert(0, before.pop())
    return one


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two sequences begin with alike."""
    alike = (compared(a) == compared(b) for a, b in zip(one, other, strict=False))
    return next((place for place, same in enumerate(alike) if not same), min(len(one), len(other)))


def _with_names(run: EditRun, is_name: Callable[[str], bool]) -> EditRun:
    """A run with the rest of the name that it is of, and the unit of a number."""
    sides = [side for side in run if side.words]
    while sides and all(
        side.before and _goes_on(side.before[-1]) and is_name(side.before[-1]) and is_name(side.words[0])
        for side in sides
    ):
        for side in sides:
            side.words.insert(0, side.before.pop())
    is_number = bool(sides) and all(any(map(str.isdigit, side.words[-1])) for side in sides)
    while sides and all(
        side.behind
        and _goes_on(side.words[-1])
        and (is_number or (is_name(side.behind[0]) and is_name(side.words[-1])))
        for side in sides
    ):
        for side in sides:
            side.words.append(side.behind.pop(0))
        is_number = False
    return run


def _goes_on(word: str) -> bool:
    return word[-1] not in PAUSES


def _ends(words: Iterable[str]) -> Iterator[int]:
    """Where words end at a pause."""
    return (place for place, word in enumerate(words, 1) if not _goes_on(word))


def _up_to_pause(words: Iterable[str], most: int) -> Iterator[str]:
    for place, word in enumerate(words):
        if place == most or not _goes_on(word):
            return
        yield word
