"""Whether a passage stands in another language than before: two texts -> yes or no.

The small words that carry grammar fill a third of any text and tell its language; nothing is said of a text
that has few of them, or nearly as many of a second language.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.text import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FEWEST, _SHARE = 8, 0.15
"""Small words of a language, at least, in a text that is in it, and their share of its words."""
_MARGIN = 2
"""How many times as many of them it has as of a second language."""


def is_translated(old: str, new: str) -> bool:
    """Whether two texts of one place are in two languages.

    >>> was = "Sie können uns jederzeit schreiben, und wir antworten Ihnen in der Regel in einer Woche."
    >>> is_translated(was, "You can write to us at any time, and we will answer you in a week or so.")
    True
    """
    before = _language(words(old.casefold()))
    return bool(before) and _language(words(new.casefold())) not in ("", before)


def _language(said: Sequence[str]) -> str:
    """The language of some words, "" if they do not tell."""
    known = _languages_of_word()
    times = Counter(code for word in said for code in known.get(word, ()))
    first, second, *_ = (*times.most_common(2), ("", 0), ("", 0))
    is_clear = first[1] >= max(_FEWEST, _SHARE * len(said), _MARGIN * second[1])
    return first[0] if is_clear else ""


@cache
def _languages_of_word() -> Mapping[str, Sequence[str]]:
    """The languages that have each small word."""
    found = dict[str, list[str]]()
    for code, small in languages.by_language(lambda one: one.recognition.function_words).items():
        for word in small:
            found.setdefault(word, []).append(code)
    return found
