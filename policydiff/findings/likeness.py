"""Which statements of one text are most similar to those of the other. In: texts of statements. Out: shares
of words, or the most similar statements.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING

from policydiff.findings.vocabulary import MOST_WORDS, vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

_CROWD = 50
"""A word that this many statements share is not used to find similar ones."""
_NUMBER_OR_WORD = re.compile(r"\d+|[^\W\d_]+")


def likeness(one: str, other: str) -> int:
    """The share of their words that two statements have in common, in percent; all numbers count as equal."""
    return _shared(_content(one), _content(other))


def _shared(one: frozenset[str], other: frozenset[str]) -> int:
    if not one or not other:
        return 0
    return int(100 * len(one & other) / sqrt(len(one) * len(other)))


def counterparts(statements: Sequence[str], others: Sequence[str]) -> list[str | None]:
    """For each statement that only one side has, the most similar one that only the other side has, or None.

    Only statements that share a word which fewer than 50 others have are looked at.
    """
    if not others:
        return [None] * len(statements)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    contents = [_content(text) for text in others]
    for at, content in enumerate(contents):
        for word in content:
            holders[word].append(at)
    found: list[str | None] = []
    for text in statements:
        content = _content(text)
        near = {at for word in content if len(holders.get(word, ())) < _CROWD for at in holders.get(word, ())}
        best = max(near, key=lambda at: (_shared(content, contents[at]), others[at]), default=None)
        found.append(None if best is None else others[best])
    return found


@lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    """The content words of a statement."""
    function = vocabulary("").function
    folded = text[:MOST_WORDS].casefold()
    return frozenset(
        "0" if word[0].isdigit() else word for word in _NUMBER_OR_WORD.findall(folded) if word not in function
    )
