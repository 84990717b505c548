"""Word edits within aligned clauses.

In: the texts of the old and of the new clauses of one change. Out: edits from which both sides can be rebuilt
letter by letter. diff-match-patch compares words, each encoded as one character, without its time limit:
with the limit the outcome depends on how busy the machine is. Longer texts go to a bit-parallel LCS, and
both are only the first guess: `readable` then decides which of the common words are worth showing as kept.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from policydiff.diff.readable import readable
from policydiff.diff.sequences import Run, common_runs, trim
from policydiff.models import Edit
from policydiff.text import enumerator_end, tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

_DMP_CELLS = 1_600
"""Up to 40 by 40 words (under 2 ms) diff-match-patch compares; its time grows with the square."""


class Stream(NamedTuple):
    """The words and punctuation marks of some clauses in a row."""

    text: str
    """The texts of the clauses, joined by line breaks."""
    starts: list[int]
    """Where each token starts in the text; what does not count before a clause belongs to its first token."""
    folded: list[str]


def stream(texts: Sequence[str], *, caseless: bool = False) -> Stream:
    """The tokens of clauses, without the numbers before them."""
    starts: list[int] = []
    folded: list[str] = []
    offset = 0
    for text in texts:
        before = len(starts)
        for start, token in tokens(text, enumerator_end(text)):
            starts.append(offset + start)
            folded.append(token.casefold() if caseless else token)
        if len(starts) > before:
            starts[before] = max(offset - 1, 0)
        offset += len(text) + 1
    return Stream("\n".join(texts), starts, folded)


class Codes:
    """One character for every distinct word."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def encode(self, words: Sequence[str]) -> str:
        """The words as a string of as many characters."""
        codes = self._codes
        for word in words:
            if word not in codes:
                number = len(codes) + 1
                codes[word] = chr(number if number < 0xD800 else number + 0x800)  # no surrogates
        return "".join([codes[word] for word in words])


def edit_words(old: Sequence[str], new: Sequence[str], language: str = "") -> tuple[Edit, ...]:
    """The edits that make the new clauses of the old ones.

    >>> [(e.operation, e.old or e.new) for e in edit_words(["We keep data."], ["We keep your data."])]
    [('equal', 'We keep '), ('insert', 'your '), ('equal', 'data.')]
    """
    caseless = _shouted(old) != _shouted(new)
    a, b = stream(old, caseless=caseless), stream(new, caseless=caseless)
    codes = Codes()
    # Which of two equally good ways is found must not depend on which side is called old.
    if (len(a.folded), a.folded) <= (len(b.folded), b.folded):
        runs = _runs(a, b, codes, language)
    else:
        runs = [Run(run.new, run.old, run.size) for run in _runs(b, a, codes, language)]
    return tuple(_edits(a, b, runs))


def _shouted(texts: Sequence[str]) -> bool:
    """Whether all is in capitals, which is type and no other wording."""
    return all(text.isupper() for text in texts) and sum(map(len, texts)) > 3


def _runs(a: Stream, b: Stream, codes: Codes, language: str) -> list[Run]:
    left, right = codes.encode(a.folded), codes.encode(b.folded)
    head, left_end, right_end = trim(left, right)
    if (left_end - head) * (right_end - head) <= _DMP_CELLS:
        runs = _dmp_runs(left, right)
    else:
        runs = common_runs(left, right)
    return readable(a, b, runs, language)


@cache
def _dmp() -> Any:
    from diff_match_patch import diff_match_patch  # noqa: PLC0415 - not needed where nothing changed

    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # no limit by the clock: same input, same output
    return engine


def _dmp_runs(left: str, right: str) -> list[Run]:
    """The equal stretches of a diff by diff-match-patch, whose -1, 0 and 1 stay in here."""
    runs, a, b = [], 0, 0
    for operation, codes in _dmp().diff_main(left, right, False):
        size = len(codes)
        if operation == 0:
            runs.append(Run(a, b, size))
        a += size if operation <= 0 else 0
        b += size if operation >= 0 else 0
    return runs


def _edits(a: Stream, b: Stream, runs: Sequence[Run]) -> list[Edit]:
    """Runs that are kept to edits of the very texts."""
    edits: list[Edit] = []
    if not (a.starts and b.starts):  # a clause without a single visible sign
        return [Edit("delete", a.text, ""), Edit("insert", "", b.text)] if a.text != b.text else []
    old = new = 0
    for run in [*runs, Run(len(a.starts), len(b.starts), 0)]:
        deleted, inserted = _slice(a, old, run.old), _slice(b, new, run.new)
        old, new = run.old + run.size, run.new + run.size
        if deleted:
            edits.append(Edit("delete", deleted, ""))
        if inserted:
            edits.append(Edit("insert", "", inserted))
        if run.size:
            edits.append(Edit("equal", _slice(a, run.old, old), _slice(b, run.new, new)))
    return edits


def _slice(side: Stream, start: int, end: int) -> str:
    """The text from one token up to another; the first token has all before it, the last all behind."""
    if start == end:
        return ""
    last = side.starts[end] if end < len(side.starts) else len(side.text)
    return side.text[side.starts[start] if start else 0 : last]
