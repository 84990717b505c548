"""Trivial changes of the sentences of one clause: its two sides -> what became of them.

Sentences in another order, what stands beside the printed date.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from policydiff.calendar_dates import without_dates
from policydiff.report.trivial_kinds import TrivialChange
from policydiff.sentences import sentence_spans
from policydiff.text import compared, compared_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Clause, Document

_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED_END = re.compile(r"(?<=\d)\.\s+(?=[A-ZÀ-Þ])")
"""The end of a sentence behind a number: "as described in Section 6."."""
_SHOWN = 60
"""Characters of what stands beside a date that are shown."""
_LINE = 12
"""Words of a line that prints a date, at most."""
_SENTENCES = 2
"""Sentences of a clause from which they may stand in another order."""


def beside_date(old: Clause, new: Clause, both: tuple[Document, Document]) -> tuple[str, str] | None:
    """What came or went behind the printed date in its line, as (now, before): another date with what it is
    called, how long the page is read; None if anything else did.

    Args:
        old: the clause before.
        new: the clause now.
        both: the old document and the new one.
    """
    stated = [
        {one.text for one in side.dates if one.text in clause.text}
        for side, clause in zip(both, (old, new), strict=True)
    ]
    short, long = sorted((old.text, new.text), key=len)
    rest = long.removeprefix(short)
    is_line = bool(stated[0] & stated[1]) and rest != long and len(long.split()) <= _LINE
    year = _YEAR.search(rest)
    is_dated = year is None or without_dates(rest[: year.end()], both[1].language) != rest[: year.end()]
    if not is_line or not is_dated or not any(map(str.isdigit, rest)):
        return None
    is_short = len(rest) <= _SHOWN
    shown = rest[: year.end()] if year and not is_short else rest
    return ("", shown) if long is old.text else (shown, "")


def reordered(old: Clause, new: Clause, language: str) -> TrivialChange | None:
    """Whether the sentences of a clause are the same in another order ("order"), or but for a reference to
    another part of the page that was in another of them ("pointer": "as described in Section 6"); None if
    they are not.

    Args:
        old: the clause before.
        new: the clause now.
        language: in which they are.
    """
    was, now = (
        Counter(
            compared(said)
            for start, end in sentence_spans(one.text, language)
            for said in _NUMBERED_END.split(one.text[start:end])
        )
        for one in (old, new)
    )
    if was.total() < _SENTENCES:
        return None
    if was == now:
        return TrivialChange("order")
    pointers = {one for one in _pointers(was - now, now - was) if _is_reference(one, old, new)}
    found = next((one for one in sorted(pointers) if _without(was, one) == _without(now, one)), "")
    return TrivialChange("pointer", as_written(found, new.text)) if found else None


def as_written(said: str, text: str) -> str:
    """Words as a text writes them, with its capital letters and signs.

    >>> as_written("our wide lamp", "Read below Our Wide-Lamp.")
    'Our Wide-Lamp'
    """
    if said in text:
        return said
    found = re.search(r"\W+".join(map(re.escape, said.split())), text, re.IGNORECASE)
    return found[0] if found else said


def _pointers(was: Counter[str], now: Counter[str]) -> Iterator[str]:
    """What one sentence has more than another, before or behind it."""
    for one in was:
        for other in now:
            short, long = sorted((one, other), key=len)
            if short and short != long and f" {long} ".startswith(f" {short} "):
                yield long[len(short) :].strip()
            elif short and short != long and f" {long} ".endswith(f" {short} "):
                yield long[: -len(short)].strip()


def _is_reference(said: str, old: Clause, new: Clause) -> bool:
    """Whether words of both sides lead to another part of the page."""
    jumps = {
        compared(one.text) for clause in (old, new) for one in clause.links if one.target.startswith("#")
    }
    both = all(f" {said} " in f" {' '.join(compared_words(one.text))} " for one in (old, new))
    return both and any(one and one in said for one in jumps)


def _without(said: Counter[str], part: str) -> Counter[str]:
    """Some sentences without a part of them."""
    found = Counter[str]()
    for one, times in said.items():
        found[" ".join(f" {one} ".replace(f" {part} ", " ").split())] += times
    return found
