"""Bounds on the size of a page once it is read, since a few bytes may become a lot.

A paragraph of four bytes takes a thousand in memory, and more in a comparison. The bounds are many times what
the largest policies have (some 300,000 characters in 2,000 clauses, in pages of 5 MB), and keep every command
below one gigabyte of memory. A larger page is refused with a sentence: half a policy would be a wrong one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.errors import InputTooLarge

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_CLAUSES = 150_000
"""Most clauses of a document."""
MOST_TEXT = 4_000_000
"""Characters of all clauses."""
MOST_TAGS = 300_000
"""Tags of a page of HTML."""
_MOST_ATTRIBUTES = 1_000_000
"""Attributes of all its tags."""
_MOST_LINES = 1_000_000
"""Lines of a page, of which those that are shown as lines become clauses."""
_MOST_LINES_OF_TEXT = 200_000
"""Lines of Markdown or plain text; the next two are for its links and the cells of its tables."""
_MOST_LINKS_OF_TEXT = 100_000
_MOST_CELLS_OF_TEXT = 300_000
_MOST_BYTES_OF_TEXT = 16 * 1024 * 1024
_MANY = 1_000_000
"""A page with fewer bytes cannot reach any of these bounds."""
_TAG = re.compile(rb"<[a-zA-Z][^<>]*+")
_QUOTED = re.compile(rb"\"[^\"]*+\"|'[^']*+'")
_ADVICE = "Give policydiff the page of the policy alone"


class TooMuch(Exception):
    """The page exceeds a bound; its argument is the problem in words."""


def check_page(data: bytes) -> None:
    """Refuse a page of HTML that would exceed a bound, judging by its bytes.

    Raises:
        TooMuch: it would.
    """
    if len(data) <= _MANY:
        return
    _refuse(data.count(b"<"), MOST_TAGS, "tags")
    _refuse(data.count(b"\n"), _MOST_LINES, "lines")
    inside = _QUOTED.sub(b'"', b"".join(_TAG.findall(data)))
    _refuse(len(inside.split()) + inside.count(b"="), _MOST_ATTRIBUTES, "attributes")


def check_text(data: bytes) -> None:
    """Refuse Markdown or plain text that would exceed a bound, judging by its bytes.

    Raises:
        TooMuch: it would.
    """
    if len(data) > _MOST_BYTES_OF_TEXT:
        raise TooMuch(f"it has {len(data) / 2**20:.0f} MB, more than the 16 MB that are read of a text")
    _refuse(data.count(b"\n") + data.count(b"\r"), _MOST_LINES_OF_TEXT, "lines")
    _refuse(data.count(b"<"), MOST_TAGS, "tags")
    _refuse(data.count(b"]("), _MOST_LINKS_OF_TEXT, "links")
    _refuse(data.count(b"|"), _MOST_CELLS_OF_TEXT, "cells")


def check_clauses(count: int) -> None:
    """Refuse a document with too many clauses.

    Raises:
        TooMuch: it has.
    """
    _refuse(count, MOST_CLAUSES, "paragraphs")


def check_lengths(texts: Iterable[str]) -> None:
    """Refuse a document with too much text.

    Raises:
        TooMuch: it has.
    """
    _refuse(sum(map(len, texts)), MOST_TEXT, "characters of text")


def refused(problem: TooMuch, url: str) -> InputTooLarge:
    """The error for a page that exceeds a bound."""
    return InputTooLarge(url or "the input", str(problem), _ADVICE)


def _refuse(count: int, most: int, what: str) -> None:
    if count > most:
        raise TooMuch(f"it has {count:,} {what}, more than the {most:,} that are read")
