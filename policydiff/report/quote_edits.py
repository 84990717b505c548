"""Two quotes of one statement as runs of kept, deleted and inserted words, for the cards of findings.

In: the words of the old and of the new side. Out: edits; joined, their sides are the two quotes again.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.models import Edit
from policydiff.text import tokens, word_count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ISLAND = 2
"""Kept words between two edits that a reader takes in faster as part of the edit."""
_INSIDE_NUMBER = re.compile(r"\d[.,]\d")
"""Between two runs of digits of one number."""
_LONGEST = 400
"""Words on a side of a quote beyond which the two are set beside one another without marks."""


def compared(old: str, new: str) -> tuple[Edit, ...]:
    """Two quotes as runs of kept, deleted and inserted words.

    Punctuation and capitals alone are no edit. A kept word or two between two longer edits belong to the
    edit: "for your safety and comfort" and "to sell and advertise it" share no word that helps a reader.

    >>> compared("We keep it for 30 days.", "We keep it for 90 days.")[1:3]
    (Edit(operation='delete', old='30 ', new=''), Edit(operation='insert', old='', new='90 '))
    """
    (old_starts, before), (new_starts, after) = _words(old), _words(new)
    if not before or not after or max(len(before), len(after)) > _LONGEST:
        return tuple(_edit(old, new))
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    edits: list[Edit] = []
    was = now = 0
    for a, b, size in _kept(blocks):
        edits += _edit(_cut(old, old_starts, was, a), _cut(new, new_starts, now, b))
        was, now = a + size, b + size
        edits.append(Edit("equal", _cut(old, old_starts, a, was), _cut(new, new_starts, b, now)))
    return tuple(edit for edit in edits if edit.old or edit.new)


def _words(text: str) -> tuple[list[int], list[str]]:
    """Where each word begins, and the word as it is compared; punctuation belongs to the word before it, and
    a number is one word with its decimals and thousands ("10,000", "2.5")."""
    starts: list[int] = []
    words: list[str] = []
    for start, word in zip(*tokens(text), strict=True):
        if starts and start > 1 and _INSIDE_NUMBER.match(text, start - 2):
            words[-1] += text[start - 1] + word
        elif word_count(word):
            starts.append(start)
            words.append(word)
    return starts, words


def _kept(blocks: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The stretches that both sides hold, islands between two longer edits left out."""
    end = 0, 0
    for (a, b, size), (after_a, after_b, _) in pairwise([*blocks, blocks[-1]]):
        left = max(a - end[0], b - end[1])
        right = max(after_a - a - size, after_b - b - size)
        if size == 0 or size > _ISLAND or size >= min(left, right):
            yield a, b, size
        end = a + size, b + size


def _cut(text: str, starts: Sequence[int], first: int, behind: int) -> str:
    """The words from one up to another, with the blank behind them; before the first word stand its signs."""
    return text[_offset(text, starts, first) : _offset(text, starts, behind)]


def _offset(text: str, starts: Sequence[int], word: int) -> int:
    """Where the stretch of a word begins: a quotation mark before the first one belongs to it."""
    if word == 0:
        return 0
    return starts[word] if word < len(starts) else len(text)


def _edit(gone: str, came: str) -> Iterator[Edit]:
    """What one side has and the other has not; signs without a word are no edit."""
    if not any(letter.isalnum() for letter in gone + came):
        yield Edit("equal", gone, came)
        return
    if gone:
        yield Edit("delete", gone, "")
    if came:
        yield Edit("insert", "", came)
