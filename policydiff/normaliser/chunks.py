"""Markdown as archives write it, read chunk by chunk without the detour through HTML.

In comes a text, out come the blocks that the walk over its HTML would yield, or None where this is not
certain. A chunk is what stands between two blank lines. Headings, paragraphs, lists and tables of the plain
kind are read here; a chunk with anything else in it goes through parser and walk, together with the list it
belongs to; and a text in which one chunk may change the meaning of another (fences, tags left open, links
torn by a blank line) goes there as a whole. So there is one truth, and this is only the short way to it.

What a chunk says depends on nothing but its text and the lists it stands in, so it is remembered: versions
of a policy differ in few places.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff.normaliser import blocks, markdown, masks, regular, tree
from policydiff.normaliser.inline import Odd
from policydiff.normaliser.memory import Memory
from policydiff.normaliser.outline import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.normaliser.regular import Levels


_NONE = Piece()
_ODD = Piece()
"""Stands for a chunk that is not read here."""
_ENTANGLED = Piece()
"""Stands for a chunk that may change the meaning of others, or be changed by them."""
_TORN = Piece()
"""Stands for a chunk that is the end of something which a blank line has torn in two."""
_UNFINISHED = Piece()
"""Stands for one that is the beginning of such a thing."""
_MOST_TEARS = 40
"""Blank lines inside links and headings that are mended in this way."""
_LARGE = 1000
"""Characters from which the items of a list are chunks of their own."""
_ITEM_LINE = re.compile(r"\n(?=[*+-] )")
_BLANK_LINE = re.compile(r"\n[ \t]+(?=\n)")
PIECES: Memory[Piece] = Memory(2_000_000)
SECTIONS: Memory[Piece] = Memory(500_000)
_SIGNS = b"`~<&![]\\*_#=|>"
_LETTERS = bytes({10, *range(32, 256)} - {127, *_SIGNS})
"""Bytes that are no signs of Markdown, but at the start of a line."""
_GAP = re.compile(r"\n\s*\n")
"""A line of white space, of which Unicode has more than Markdown."""
_HARMLESS = b"[]*_>&#="
"""Signs that need no repair, if there is nothing else."""
_CONTINUES = frozenset(" \t*+-0123456789")
_COUNTED = frozenset(" 0123456789")
_ITEM = re.compile(r"(?:[*+-]|\d{1,9}[.)])(?:[ \t\n]|$)")
_TORN_LINK = re.compile(r"[^\[\]]*+\]\(|(?:[^\[\]\\]++|\\.)*+\]\(", re.DOTALL)
_UNFINISHED_HEADING = re.compile(r"#[ \t]*(?<![^#\s][#])(?:\n\s*)?\Z")
"""The end of a link or heading that a blank line has torn in two, and the start of one."""
_TAG_FIRST = re.compile(
    r"(?:^|\n)(?: |[*+-] |\d{1,9}[.)] |>)*<(?!img\b[^<>]*> *\Z|https?:|mailto:|[\w.+-]+@)", re.IGNORECASE
)
"""What stands in such lines is no paragraph, and runs into what stands in others."""
_ITEM_BEHIND_BREAK = re.compile(r"<br ?/?>[ \t]*(?:[*•][ \t]|\d{1,3}\.[ \t]{2})")
"""An item if there is a table somewhere in the text."""
_TAG = re.compile(
    r"<(?<!\\<)(?!(?:br|hr|img|wbr)\b[^<>]*>"
    r"|(a|abbr|b|code|em|i|s|small|span|strong|sub|sup|u)\b[^<>]*>[^<>]*</\1>"
    r"|/(?:a|abbr|b|code|em|i|s|small|span|strong|sub|sup|u)>"
    r"|https?:[^\s<>]*>|mailto:[^\s<>]*>|[\w.+-]+@[\w.-]+>)",
    re.IGNORECASE,
)


def read(text: str) -> list[Piece] | None:
    """The blocks of a text, chunk by chunk; None where it is to be read by parser and walk.

    Args:
        text: Markdown as decoded.
    """
    if masks.ATTRIBUTE in text or masks.PATH in text:
        return None
    text = markdown.unix(text)
    if " \n" in text or "\t\n" in text:
        text = _BLANK_LINE.sub("\n", text)
    if not markdown.is_one_piece(text):
        found = _read(text, repaired=False)
        if found is not None:
            return found
    return _read(markdown.repaired(text), repaired=True)


def _read(text: str, *, repaired: bool) -> list[Piece] | None:
    chunks = list(_chunks(text))
    found: list[Piece] = []
    tears = 0
    while len(found) < len(chunks):
        place = len(found)
        chunk, before = chunks[place], found[-1] if found else _NONE
        alone = chunk[0] not in _CONTINUES or _stands_alone(chunk)
        piece = _piece(chunk, () if alone else before.levels, repaired)
        if piece is _TORN or piece is _UNFINISHED:
            start = place - (piece is _TORN)
            tears += 1
            if start < 0 or start + 2 > len(chunks) or tears > _MOST_TEARS:
                return None
            chunks[start : start + 2] = ["\n\n".join(chunks[start : start + 2])]
            del found[start:]
        elif piece is _ENTANGLED:
            return None
        else:
            found.append(_ODD if before is _ODD and not alone else piece)
    return _with_sections(chunks, found, repaired=repaired) if _ODD in found else found


def _with_sections(chunks: list[str], pieces: list[Piece], *, repaired: bool) -> list[Piece]:
    """The pieces, with those read anew by parser and walk that are odd, or stand in a list with one."""
    starts = [0]
    for place in range(1, len(chunks)):
        before = pieces[place - 1]
        if _stands_alone(chunks[place]) or (before is not _ODD and not before.levels):
            starts.append(place)
    found: list[Piece] = []
    for start, end in pairwise([*starts, len(chunks)]):
        run = pieces[start:end]
        found += [_section("\n\n".join(chunks[start:end]), repaired)] if _ODD in run else run
    return found


def _stands_alone(chunk: str) -> bool:
    """Whether a chunk ends every list before it."""
    return chunk[0] not in _CONTINUES or (chunk[0] not in " \t" and not _ITEM.match(chunk))


def _piece(chunk: str, levels: Levels, repaired: bool) -> Piece:
    key = chunk, levels, repaired
    piece = PIECES.get(key)
    if piece is None:
        piece = _fresh(*key)
        PIECES.keep(key, piece, len(chunk))
    return piece


def _section(text: str, repaired: bool) -> Piece:
    """The blocks of chunks that belong together, by parser and walk."""
    key = text, repaired
    piece = SECTIONS.get(key)
    if piece is None:
        html = markdown.converted(text if repaired else markdown.repaired(text))
        piece = Piece(tuple(blocks.read(tree.parse(html)).blocks))
        SECTIONS.keep(key, piece, len(text))
    return piece


def _chunks(text: str) -> Iterator[str]:
    """What stands between blank lines; of a long list without blank lines, its items."""
    for raw in text.split("\n\n"):
        chunk = raw.strip("\n")
        if len(chunk) > _LARGE and chunk[0] in "*+-":
            items = _ITEM_LINE.split(chunk)
            if not any(map(_is_torn, items)):
                yield from items
                continue
        if chunk:
            yield chunk


def _fresh(chunk: str, levels: Levels, repaired: bool) -> Piece:
    text, signs = chunk, _signs(chunk)
    doubtful = b"]" in signs and markdown.is_mendable(chunk)
    if not repaired:
        if b"]" in signs and _is_torn(chunk):
            return _TORN
        if (
            doubtful
            or signs.translate(None, _HARMLESS)
            or ((chunk[0] in _COUNTED or "\n" in chunk) and (".  " in chunk or ")  " in chunk))
            or "\n\n" in chunk
            or ((b"#" in signs or b"=" in signs) and "\n" in chunk and _GAP.search(chunk))
        ):
            text = markdown.repaired(chunk)
            signs = _signs(text)
            doubtful = b"]" in signs
            if doubtful and _is_torn(text):
                return _TORN
    if signs:
        if _is_entangled(text, signs, links=doubtful):
            return _ENTANGLED
        if not repaired and b"=" in signs and text.lstrip()[:3] == "===":
            return _TORN
        if not repaired and b"#" in signs and _UNFINISHED_HEADING.search(text):
            return _UNFINISHED
    try:
        return Piece(*regular.read(text, levels, signs))
    except Odd:
        return _ODD


def _signs(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass").translate(None, _LETTERS)


def _is_entangled(text: str, signs: bytes, *, links: bool) -> bool:
    """Whether there are fences, definitions of links, or tags without an end."""
    return (
        (links and "]:" in text)
        or (b"`" in signs and "```" in text)
        or (b"~" in signs and "~~~" in text)
        or (b"<" in signs and text.lstrip()[0] != "|" and _ITEM_BEHIND_BREAK.search(text) is not None)
        or (b"<" in signs and _TAG_FIRST.search(text) is not None)
        or (b"<" in signs and markdown.has_tags(text) and ("\\\\<" in text or _TAG.search(text) is not None))
    )


def _is_torn(text: str) -> bool:
    """Whether a link ends that began before."""
    end = text.find("](")
    if end < 0:
        return False
    start = text.find("[", 0, end)
    return (start < 0 or text[start - 1] == "\\") and _TORN_LINK.match(text) is not None
