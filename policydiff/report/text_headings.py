"""Headings that a page sets as text: the line above a paragraph, where no heading of the page stands nearer;
and headings that name nothing.

In: a document and the place of a clause. Out: the line, "" if there is none. What this gets wrong: a short
paragraph without an end that happens to stand above others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.calendar_dates import without_dates
from policydiff.report.counterparts import address_kinds
from policydiff.report.subject import heads_contents
from policydiff.text import compared, words

if TYPE_CHECKING:
    from policydiff.models import Document

_WORDS, _QUESTION = 10, 16
"""Words of such a line, and of one that asks."""
_LONG = 15
"""Words of a paragraph behind a numbered line that may stand twice: a page may hold two policies, and in a
list of contents no paragraph is so long."""
_ENUMERATED = re.compile(r"^\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[.)]+\s*(?=[^\W\d])")
"""The number of such a line: "8. Children", "(b) Your rights"."""
_MARKS = "*•- "
"""What a page writes before such a line."""
_SIGNED = re.compile(r"\s[-–]\s|,\s\S+(?:\s\S+)?$")
"""What the line of somebody who signs holds: "Ada Fern, Director"."""
_FAR = 30
"""Clauses above a clause among which it is looked for."""
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
    """Whether a line is a heading set as text: short, without an end unless it is numbered, and once in the
    document unless it is numbered and heads a paragraph."""
    clause = document.clauses[place]
    line = clause.text.lstrip(_MARKS)
    bare = _ENUMERATED.sub("", line)
    is_numbered = bare != line
    line = line.rstrip(".") if is_numbered else line  # "10. Contact us."
    said = line.split()
    asks = line[-1:] == "?"
    if clause.cell or len(said) > (_QUESTION if asks else _WORDS) or not (asks or line[-1:].isalpha()):
        return False
    is_lone = clause.kind == "item" and _is_alone(document, place)  # "2. Who we are"
    if clause.kind != "paragraph" and not is_lone:
        return False
    if ":" in line or _SIGNED.search(line) or address_kinds(line):
        return False
    behind = document.clauses[place + 1].text.split()
    same = compared(clause.text)
    kinds = (clause.kind, "heading")  # a line of a list of contents reads as the heading that it leads to
    is_once = sum(one.kind in kinds and compared(one.text) == same for one in document.clauses) == 1
    is_head = is_once or (is_numbered and len(behind) >= _LONG)
    return bare[:1].isupper() and len(behind) > len(said) and is_head


def _is_alone(document: Document, place: int) -> bool:
    """Whether an item has no other beside it: then it is no list."""
    beside = (*document.clauses[max(place - 1, 0) : place], *document.clauses[place + 1 : place + 2])
    return all(one.kind != "item" for one in beside)
