"""From the raw text of one block to its clauses: interprets line breaks, collapses white space, places links.

The walk gives one str in which marks stand for everything that is not text. A mark is a NUL, which no HTML
tree can hold, and a letter: `b` a line break, `a` the start of a link, `z` its end.

A line break ends a clause only where it separates lines of substance. Two breaks in a row always do (public
archives write them as a new paragraph); one does after a finished sentence, between a title and the text
below it, and before a bullet. The lines of a postal address, and hard-wrapped text, stay together. In a table
cell every break counts: archives write the paragraphs and list items of a cell as lines.

What this gets wrong: lines of verse, or a list typed with nothing but line breaks between entries of few
words, stay together as a postal address does.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff.normaliser import bounds, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Anchor = tuple[int, int, str]
"""A link in a text: start, end and address as written."""

BREAK, LINK, LINK_END = "\0b", "\0a", "\0z"
MARK = re.compile("\0[abz]")

BULLETS = frozenset("•◦▪▫‣⁃●○■□➢➤·")
"""Signs that are list markers wherever a text begins with one."""
_BULLET = re.compile(rf"[{''.join(sorted(BULLETS))}]\s*(?=\S)")
_LINE_BULLET = re.compile(rf"[{''.join(sorted(BULLETS))}*–—-]\s+(?=\S)")
_LINE_NUMBER = re.compile(r"(\d{1,3}[.)])\s+(?=\S)")
_SENTENCE_END = tuple(".!?:;。；：！？")
_SENTENCE = 40
"""Characters from which a line that ends like a sentence is one."""
_TITLE = 60
"""Characters up to which an unfinished line above a long one is its title."""
_LONG = 80
"""Characters of a line that no address and no signature has."""


@dataclass(slots=True)
class TextLine:
    """One line of a block: text as seen, and the places of its links."""

    text: str
    links: list[Anchor] = field(default_factory=list)
    """Start, end and address as written."""
    breaks: int = 0
    """Line breaks before it."""
    bullet: str | None = None
    """The list marker before it: "" for a bullet, else a number; None if there is none."""


def paragraphs(raw: str, addresses: Sequence[str], in_cell: bool, bold: str) -> list[TextLine]:
    """The clauses of a block that has marks in it.

    Args:
        raw: the text with its marks.
        addresses: those of its links, in order.
        in_cell: it stands in a table cell.
        bold: what stands in bold at its start.
    """
    found = _lines(raw, addresses)
    if len(found) == 1:  # as a rule: nothing to judge
        _take_bullet(found[0], in_cell=in_cell)
        return found
    judged: list[TextLine] = []
    before: list[TextLine] = []
    for line in found:
        _take_bullet(line, in_cell=in_cell)
        if before and (in_cell or _ends(before, line, bold)):
            judged.append(_joined(before))
            before = []
        before.append(line)
    if before:
        judged.append(_joined(before))
    return judged


remembered = lru_cache(maxsize=4096)(paragraphs)
"""The same, remembered for texts that are read again, as in the next version of a page."""


def _ends(before: list[TextLine], line: TextLine, bold: str) -> bool:
    """Whether the break between the lines so far and the next one ends a clause."""
    if line.breaks > 1 or line.bullet is not None:
        return True
    last = before[-1].text
    titled = len(before) == 1 and last == bold
    if last.endswith(_SENTENCE_END):
        return titled or len(last) >= _SENTENCE
    if line.text[:1].islower():
        return False
    return titled or (len(before) == 1 and len(last) <= _TITLE and len(line.text) >= _LONG)


def _joined(parts: list[TextLine]) -> TextLine:
    """Several lines as one, a blank between them."""
    if len(parts) == 1:
        return parts[0]
    links, shift = [], 0
    for part in parts:
        links += [(start + shift, end + shift, address) for start, end, address in part.links]
        shift += len(part.text) + 1
    return TextLine(" ".join(part.text for part in parts), links, bullet=parts[0].bullet)


def _take_bullet(line: TextLine, *, in_cell: bool) -> None:
    text = line.text
    if text[0].isalpha():  # neither a bullet nor a number
        return
    found = None
    if in_cell or line.breaks:
        found = _LINE_BULLET.match(text)
    if found is None and text[0] in BULLETS:
        found = _BULLET.match(text)
    if found is not None:
        line.bullet = ""
    elif in_cell:
        found = _LINE_NUMBER.match(text)
        if found is None:
            return
        line.bullet = found[1]
    else:
        return
    cut = found.end()
    line.text = text[cut:]
    line.links = [
        (max(start - cut, 0), end - cut, address) for start, end, address in line.links if end > cut
    ]


def _lines(raw: str, addresses: Sequence[str]) -> list[TextLine]:
    """The lines as they stand between breaks, empty ones counted but not handed on."""
    if "\0" not in raw:
        text = tidy.one_line(raw)
        return [TextLine(text)] if text else []
    if BREAK not in raw:
        regular = _regular(raw, addresses)
        if regular is not None:
            return [regular]
    found: list[TextLine] = []
    waiting = iter(addresses)
    address: str | None = None
    breaks = -1
    bounds.check_clauses(raw.count(BREAK))
    for piece in raw.split(BREAK):
        breaks += 1
        line, address = _line(piece, address, waiting)
        if line.text:
            line.breaks, breaks = breaks, 0
            found.append(line)
    return found


def _regular(raw: str, addresses: Sequence[str]) -> TextLine | None:
    """A line in which there is nothing to tidy, as in most: its links stand where their marks do."""
    first, *marked = raw.split("\0")
    whole = "".join([first, *[piece[1:] for piece in marked]])
    text = whole.strip()
    if not text or "  " in text or not text.isprintable() or not unicodedata.is_normalized("NFC", text):
        return None
    links: list[Anchor] = []
    waiting = iter(addresses)
    place = len(first) - (len(whole) - len(whole.lstrip()))
    for piece in marked:
        if piece[0] == "a":
            address, seen = next(waiting), piece[1:].strip()
            if seen:
                start = place + piece.index(seen[0], 1) - 1
                links.append((start, start + len(seen), address))
        place += len(piece) - 1
    return TextLine(text, links)


def _line(raw: str, address: str | None, waiting: Iterator[str]) -> tuple[TextLine, str | None]:
    """One line, and the link that goes on in the next.

    White space is collapsed piece by piece, so that the offsets of links are known as they arise.

    Args:
        raw: the line with the marks of its links.
        address: the link that is open at its start.
        waiting: the links that begin in it and later.
    """
    parts: list[str] = []
    links: list[Anchor] = []
    length, start, space = 0, -1, False
    for number, piece in enumerate(raw.split("\0")):
        text = piece
        if number:
            if address is not None and 0 <= start < length:
                links.append((start, length, address))
            address = next(waiting, None) if piece[:1] == "a" else None
            text, start = piece[1:], -1
        seen = tidy.one_line(text)
        if not seen:
            space = space or text.isspace()
            continue
        if length and (space or text[0].isspace()):
            parts.append(" ")
            length += 1
        if start < 0:
            start = length
        parts.append(seen)
        length += len(seen)
        space = text[-1].isspace()
    if address is not None and 0 <= start < length:
        links.append((start, length, address))
    return TextLine("".join(parts), links), address
