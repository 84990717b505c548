"""Words behind which a link leads to a right.

A target that changes behind such words is news even if no word changes: the form for objections, the
address of the data protection officer, the page with earlier versions.

What this gets wrong: in a language without word lists every link is noise, and so is a right with a name that
is not in the lists ("take control").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.text import compared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from policydiff.languages import RightsWords

_ITSELF = re.compile(r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|\S+\.\w{2,}(?:/\S*)?")


def _pattern(pick: Callable[[RightsWords], Iterable[str]]) -> re.Pattern[str]:
    phrases = {
        compared(phrase) + r"\w*" * phrase.endswith("~")
        for phrase in languages.all_lines(lambda one: pick(one.rights))
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(phrases))})\b")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    pointers, leading = _pattern(lambda one: one.pointers), _pattern(lambda one: one.leading)
    return _pattern(lambda one: one.links), re.compile(rf"(?:{leading.pattern} ){{0,4}}{pointers.pattern}")


@cache
def _in_address() -> re.Pattern[str]:
    return re.compile("|".join(languages.all_lines(lambda one: one.rights.in_address)), re.IGNORECASE)


@lru_cache(maxsize=4096)
def points(anchor: str, target: str) -> bool:
    """Whether the text of a link ("here") only points to the sentence around it.

    A link that opens an e-mail does, whatever its words: "object by [sending us a message]".
    """
    _, pointers = _patterns()
    return (
        target.startswith("mailto:")
        or (pointers.fullmatch(compared(anchor)) or _ITSELF.fullmatch(anchor.strip())) is not None
    )


@lru_cache(maxsize=4096)
def behind(anchor: str, sentence: str, target: str) -> str:
    """The words that show that a link leads to a right; "" if there are none.

    Args:
        anchor: the text of the link.
        sentence: the sentence around it, which counts where the text of the link only points ("here").
        target: its address.
    """
    rights, _ = _patterns()
    found = rights.search(compared(anchor))
    if found is None and sentence and points(anchor, target):
        found = rights.search(compared(sentence))
    if found is None:
        found = _in_address().search(target)
    return found.group() if found else ""
