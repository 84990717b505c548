"""Headings that a page sets as text: the line above a paragraph, where no heading of the page stands nearer;
and headings that name nothing.

In: a document and the place of a clause. Out: the line, "" if there is none. What this gets wrong: a short
paragraph without an end that happens to stand above others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff.calendar_dates import without_dates
from policydiff.report.counterparts import address_kinds
from policydiff.report.subject import heads_contents
from policydiff.text import compared, enumerator_end, words

if TYPE_CHECKING:
    from policydiff.models import Document

_WORDS, _MORE_WORDS = 10, 14
"""Words of such a line, and of one that is numbered or asks something."""
_MARKS = "*•- "
"""What a page writes before such a line."""
_SIGNED = re.compile(r"\s[-–]\s|,\s\S+(?:\s\S+)?$")
"""What the line of somebody who signs holds: "Ada Fern, Director"."""
_FAR = 80
"""Clauses above a clause among which it is looked for."""
_NEAR = 100
"""Clauses before and behind such a line of which none may say the same."""
_LONGEST = 200
"""Characters of such a line."""
_UNREAD = "\ufffd"
_LETTERS = 2
"""Letters of a heading that says something: "9." does not."""
_DATE_LINE = 4
"""Words beside the date in a line that only prints one."""


def names_nothing(heading: str, language: str) -> bool:
    """Whether a heading tells a reader nothing: a bare number, characters that nobody could read, a line that
    prints a date, the head of a list of contents.

    >>> names_nothing("9.", "en"), names_nothing("Previous version: 23 February 2031", "en")
    (True, True)
    """
    if sum(map(str.isalpha, heading)) < _LETTERS or _UNREAD in heading or heads_contents(heading):
        return True
    return is_date_line(heading, language)


def is_date_line(said: str, language: str) -> bool:
    """Whether a line only prints a date: "Updated on 23 February 2031"."""
    rest = without_dates(said, language)
    return rest != said and len(words(rest)) <= _DATE_LINE


def text_heading(document: Document, place: int) -> str:
    """The line above a paragraph that is a heading set as text, "" if there is none."""
    for above in range(place, max(place - _FAR, 0), -1):
        clause = document.clauses[above]
        if clause.path != document.clauses[place].path or clause.cell or clause.kind == "heading":
            return ""
        if above and clause.kind == "paragraph" and _is_text_heading(document, above - 1):
            return document.clauses[above - 1].text.lstrip(_MARKS)
    return ""


def _is_text_heading(document: Document, place: int) -> bool:
    """Whether a line is a heading set as text: short, without an end, and once near by; a numbered one
    may stand in a list of contents, too."""
    clause = document.clauses[place]
    name = clause.text[enumerator_end(clause.text) :].lstrip(_MARKS)
    is_numbered = name != clause.text.lstrip(_MARKS)  # "(b) Your rights", "7.3 Transfers"
    name = name.rstrip(".") if is_numbered else name  # "10. Contact us."
    is_question = name.endswith("?")
    if clause.cell or len(name.split()) > (_MORE_WORDS if is_numbered or is_question else _WORDS):
        return False
    is_alone = clause.kind == "item" and _is_alone(document, place)
    if clause.kind != "paragraph" and not is_alone:
        return False
    if (
        not (name[-1:].isalpha() or is_question)
        or not name[:1].isupper()
        or ":" in name
        or (_SIGNED.search(name) and not is_numbered)
        or address_kinds(name)
    ):
        return False
    behind = document.clauses[place + 1].text.split()
    return len(behind) > len(clause.text.split()) and _is_once(document, place, name, listed=is_numbered)


def _is_once(document: Document, place: int, name: str, *, listed: bool) -> bool:
    """Whether no other paragraph or heading near by says the same as a line; one that is `listed`
    may stand in the contents above it.

    Only near by: a label such as "Purpose" comes back soon, and of thousands of sections each would be
    compared with all others.
    """
    same = _compared_name(name)
    kinds = (document.clauses[place].kind, "heading")
    above = () if listed else document.clauses[max(place - _NEAR, 0) : place]
    others = (*above, *document.clauses[place + 1 : place + 1 + _NEAR])
    return not any(one.kind in kinds and _compared_name(one.text) == same for one in others)


@lru_cache(maxsize=8_192)
def _compared_name(line: str) -> str:
    """A line without its number, as texts are compared; "" of one too long for a heading."""
    return compared(line[enumerator_end(line) :].lstrip(_MARKS)) if len(line) < _LONGEST else ""


def _is_alone(document: Document, place: int) -> bool:
    """Whether an item has no other beside it: then it is no list."""
    beside = (*document.clauses[max(place - 1, 0) : place], *document.clauses[place + 1 : place + 2])
    return all(one.kind != "item" for one in beside)
