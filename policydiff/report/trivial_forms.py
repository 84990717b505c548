"""Forms of trivial changes of one clause: its two sides -> whether it is one, and the words that tell it.

A link word that is now the address it led to, the pages of others on which cookies are explained, sentences
in another order, what stands beside the printed date. `trivial_changes` says what of them is told.
What this gets wrong: a page of somebody else's that says now what it did not say before.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Literal

from policydiff.calendar_dates import without_dates
from policydiff.sentences import sentence_spans
from policydiff.text import compared, compared_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.models import Clause, Document, Link
    from policydiff.report.replaced_words import Replacement

WEB = re.compile(r"(?<![\w@.])(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+(?:/[^\s,;)»”\"]*)?", re.IGNORECASE)
"""An address on the web, with or without what stands before it."""
_SCHEME = re.compile(r"(?:https?://)?(?:www\.)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED_END = re.compile(r"(?<=\d)\.\s+(?=[A-ZÀ-Þ])")
"""The end of a sentence behind a number: "as described in Section 6."."""
_BESIDE = 3
"""Words that come or go with an address that is printed: "at", "by visiting"."""
_LINE = 12
"""Words of a line that prints a date, at most."""
_COOKIES = "cookie"
"""What addresses of pages on cookies hold in all languages."""
_SENTENCES = 2
"""Sentences of a clause from which they may stand in another order."""


def bare(address: str) -> str:
    """An address without what stands before it, or a stroke behind it."""
    return _SCHEME.sub("", address, count=1).rstrip("/.")


def printed_instead(spot: Replacement, old: Clause, new: Clause) -> tuple[str, str] | None:
    """The address that is now printed and the word of the link that led there, or the other way round, as
    (now, before); None if they are none.

    Args:
        spot: words that gave way to others.
        old: the clause before.
        new: the clause now.
    """
    for said, other, clause in ((spot.new, spot.old, old), (spot.old, spot.new, new)):
        printed = WEB.search(said)
        link = _link_of(other, clause)
        if printed is None or link is None or len(WEB.sub(" ", said).split()) > _BESIDE:
            continue
        if bare(link.target).casefold() == bare(printed[0]).casefold():
            shown = bare(printed[0]), link.text
            return shown if said is spot.new else shown[::-1]
    return None


def _link_of(said: str, clause: Clause) -> Link | None:
    return next((one for one in clause.links if compared(one.text) == compared(said) != ""), None)


def is_help_page(old: Clause, new: Clause) -> bool:
    """Whether all that changed are web addresses of pages on cookies, that of how they are refused in a
    browser: before and now they are called alike.

    Args:
        old: the clause before.
        new: the clause now.
    """
    was, now = WEB.findall(old.text), WEB.findall(new.text)
    if len(was) != len(now) or compared(WEB.sub(" ", old.text)) != compared(WEB.sub(" ", new.text)):
        return False
    pairs = [both for both in zip(was, now, strict=True) if both[0] != both[1]]
    return bool(pairs) and all(
        all(_COOKIES in one.partition("/")[2].casefold() for one in both) for both in pairs
    )


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
    shown = rest[: year.end()] if year else rest
    return ("", shown) if long is old.text else (shown, "")


def reordered(old: Clause, new: Clause, language: str) -> Literal["", "order", "pointer"]:
    """Whether the sentences of a clause are the same in another order ("order"), or but for a reference to
    another part of the page that was in another of them ("pointer": "as described in Section 6").

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
        return ""
    if was == now:
        return "order"
    pointers = {one for one in _pointers(was - now, now - was) if _is_reference(one, old, new)}
    return "pointer" if any(_without(was, one) == _without(now, one) for one in pointers) else ""


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
