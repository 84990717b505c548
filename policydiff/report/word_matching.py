"""Where the words of two texts differ: words of both sides -> what the matcher of the standard library finds.

The time that it takes grows with the square of the places of edits, and with the cube where all words stand
often; a page made to hurt has thousands of edits in one sentence. So of texts of some length words that stand
in them often are no place to begin at, and of very long ones all differs that is not their start or end.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WordOpcode = tuple[str, int, int, int, int]
""""equal" or what else became of words, where they begin and end before, and where now."""

_LONG, _MOST = 400, 5_000
"""Words of a text from which those that are one in a hundred are no place to begin at; and of one from which
no edits inside are looked for."""


def word_opcodes(old: Sequence[str], new: Sequence[str]) -> list[WordOpcode]:
    """How the words of one text become those of another.

    >>> word_opcodes(["a", "b"], ["a", "c"])
    [('equal', 0, 1, 0, 1), ('replace', 1, 2, 1, 2)]
    """
    least = min(len(old), len(new))
    if least < _MOST:
        return list(SequenceMatcher(None, old, new, autojunk=least >= _LONG).get_opcodes())
    start = next((n for n in range(least) if old[n] != new[n]), least)
    end = next((n for n in range(least - start) if old[-1 - n] != new[-1 - n]), least - start)
    parts: list[WordOpcode] = [
        ("equal", 0, start, 0, start),
        ("replace", start, len(old) - end, start, len(new) - end),
        ("equal", len(old) - end, len(old), len(new) - end, len(new)),
    ]
    return [one for one in parts if one[1] < one[2] or one[3] < one[4]]
