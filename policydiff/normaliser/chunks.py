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
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from policydiff.normaliser import blocks, inline, lines, markdown, tidy, toolwords, tree
from policydiff.normaliser.blocks import Block
from policydiff.normaliser.inline import Odd
from policydiff.normaliser.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policydiff.models import ClauseKind
    from policydiff.normaliser.tables import TableCell


class Level(NamedTuple):
    """A list that is open."""

    indent: int
    """Column in which the text of its item stands."""
    sign: str
    """Its bullet, or what stands behind its numbers."""
    number: int
    """Of its last item, 0 under bullets."""


Levels = tuple[Level, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """The blocks of a chunk."""

    blocks: tuple[Block, ...] = ()
    levels: Levels = ()
    """The lists that are open behind it."""


_ODD = Piece()
"""Stands for a chunk that is not read here."""
_ENTANGLED = Piece()
"""Stands for a chunk that may change the meaning of others, or be changed by them."""
_NONE = Piece()

_REMEMBERED = 4096
_LONGEST = 4000
"""Characters of the longest chunk that is remembered."""
_CONTINUES = frozenset(" \t*+-0123456789")
_ITEM = re.compile(r"[*+-](?:\s|$)|\d{1,9}[.)](?:\s|$)")


def read(text: str) -> list[Piece] | None:
    """The blocks of a text, chunk by chunk; None where it is to be read by parser and walk.

    Args:
        text: Markdown, its lines ending in line feeds.
    """
    if not markdown.is_one_piece(text):
        found = _read(text, repaired=False)
        if found is not None:
            return found
    return _read(markdown.repaired(text), repaired=True)


def _read(text: str, *, repaired: bool) -> list[Piece] | None:
    found: list[Piece] = []
    odd: list[str] = []  # chunks of a section that is left to the parser
    section: list[str] = []
    first = 0
    levels: Levels = ()
    for raw in text.split("\n\n"):
        chunk = raw.strip("\n")
        if not chunk:
            continue
        if _stands_alone(chunk) or not (levels or odd):
            if odd:
                found[first:] = [_section("\n\n".join(odd), repaired)]
                odd = []
            first, levels, section = len(found), (), []
        section.append(chunk)
        piece = _piece(chunk, levels, repaired)
        if piece is _ENTANGLED:
            return None
        if piece is _ODD or odd:
            odd = section
        else:
            found.append(piece)
            levels = piece.levels
    if odd:
        found[first:] = [_section("\n\n".join(odd), repaired)]
    return found


def _stands_alone(chunk: str) -> bool:
    """Whether a chunk ends every list before it."""
    return chunk[0] not in _CONTINUES or (chunk[0] not in " \t" and not _ITEM.match(chunk))


def _piece(chunk: str, levels: Levels, repaired: bool) -> Piece:
    if len(chunk) > _LONGEST:
        return _fresh(chunk, levels, repaired)
    return _remembered(chunk, levels, repaired)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(chunk: str, levels: Levels, repaired: bool) -> Piece:
    return _fresh(chunk, levels, repaired)


@lru_cache(maxsize=_REMEMBERED // 16)
def _section(text: str, repaired: bool) -> Piece:
    """The blocks of chunks that belong together, by parser and walk."""
    html = markdown.converted(text if repaired else markdown.repaired(text))
    return Piece(tuple(blocks.read(tree.parse(html)).blocks))


def _fresh(chunk: str, levels: Levels, repaired: bool) -> Piece:
    text = chunk if repaired else markdown.repaired(chunk)
    if _SUSPECT.search(text) and _is_entangled(text, repaired=repaired):
        return _ENTANGLED
    if _UNREAD.search(text):
        return _ODD
    try:
        return _Chunk(levels).read(text)
    except Odd:
        return _ODD


_SUSPECT = re.compile(r"``|~~|<|\]\(|!\[|\]:|#|==")
_SPREADING = re.compile(r"```|~~~|\]:|\\\\<")
"""Fences and definitions of links: what they say counts elsewhere."""
_TORN = re.compile(
    r"!\["
    r"|^[^\[\]]*\]\(|\n[ \t]*\n[^\[\]]*\]\(|^(?:[^\[\]\\]|\\.)*\]\("
    r"|(?:^|\n)[ \t]*#{1,6}[ \t]*(?:\n|$)|(?:^\n*|\n[ \t]*\n)[ \t]*={3,}",
    re.DOTALL,
)
"""Pictures, links and headings that a blank line has torn in two, for `markdown.repaired` to mend."""
_TAG = re.compile(
    r"(?<!\\)<(?!(?:br|hr|img|wbr)\b[^<>]*>"
    r"|(a|abbr|b|code|em|i|iframe|s|small|span|strong|sub|sup|u)\b[^<>]*>[^<>]*</\1>"
    r"|/(?:a|abbr|b|code|em|i|iframe|s|small|span|strong|sub|sup|u)>"
    r"|https?:[^\s<>]*>|mailto:[^\s<>]*>|[\w.+-]+@[\w.-]+>)",
    re.IGNORECASE,
)
_UNREAD = re.compile(
    r"!\[|[`~\t\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\ue029\ue02b-\uf8ff]|&#?\w+;|(?<!\\)<(?!br ?/?>)|^\n*[ ]*<|\n[ ]*<"
)


def _is_entangled(text: str, *, repaired: bool) -> bool:
    return (
        _SPREADING.search(text) is not None
        or (not repaired and _TORN.search(text) is not None)
        or ("<" in text and _TAG.search(text) is not None)
    )


_ATX = re.compile(r"(#{1,6})(?: +|$)")
_MARKER = re.compile(r"(?:[*+-]|(\d{1,9})[.)])( +)(?=\S)")
_RULE = re.compile(r"(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,}")
_UNDERLINE = re.compile(r"(?:=+|-+) *")
_STARTS = frozenset("#*+-_=>|0123456789<")
"""Signs with which something else than a paragraph may begin."""
_CODE = 4
"""Blanks by which code is indented."""


class _Chunk:
    """One chunk on its way."""

    def __init__(self, levels: Levels) -> None:
        self.levels = list(levels)
        self.blocks: list[Block] = []
        self.paragraph: list[str] = []
        self.item = False
        """The next block is the first one of an item."""
        self.marker = ""

    def read(self, text: str) -> Piece:
        text = text.strip("\n")
        rows = text.split("\n")
        if "|" in text and any(map(markdown.RULE_ROW.match, rows)):
            self.table(rows)
            return Piece(tuple(self.blocks))
        for row in rows:
            self.line(row)
        self.end()
        return Piece(tuple(self.blocks), tuple(self.levels))

    def line(self, row: str) -> None:
        words = row.lstrip(" ")
        if not words:
            self.end()
            return
        indent = len(row) - len(words)
        levels = self.levels
        depth = 0
        while depth < len(levels) and levels[depth].indent <= indent:
            depth += 1
        if indent - (levels[depth - 1].indent if depth else 0) >= _CODE:
            if not self.paragraph:
                raise Odd
            self.paragraph.append(words)
            return
        while words[0] in _STARTS:
            if self.begins(words, depth):
                return
            found = self.enters(words, depth, indent)
            if not found:
                break
            words, indent, depth = words[found:], indent + found, len(levels)
        if not self.paragraph:
            del levels[depth:]
        self.paragraph.append(words)

    def begins(self, words: str, depth: int) -> bool:
        """Whether a line is a heading, the underline of one, or a rule."""
        if words[0] == "#":
            heading = _ATX.match(words)
            if heading is None:
                return False
            self.end()
            del self.levels[depth:]
            words = words[heading.end() :].rstrip()
            if words.endswith("#"):
                raise Odd
            self.emit(words, len(heading[1]))
            return True
        if words[0] in ">|":
            raise Odd
        if self.paragraph and words[0] in "=-" and _UNDERLINE.fullmatch(words):
            if depth == len(self.levels):
                self.end(1 if words[0] == "=" else 2)
                return True
            if words[0] == "=":
                raise Odd
        if words[0] in "*-_" and _RULE.fullmatch(words):
            self.end()
            del self.levels[depth:]
            return True
        return False

    def enters(self, words: str, depth: int, indent: int) -> int:
        """Go into an item if one begins; returns how many characters its marker takes."""
        marker = _MARKER.match(words)
        if marker is None:
            if _ITEM.match(words):  # without words
                raise Odd
            return 0
        if len(marker[2]) > _CODE:
            raise Odd
        levels = self.levels
        number = int(marker[1] or 0)
        sign = words[marker.start(2) - 1]
        if depth < len(levels) and levels[depth].sign == sign:
            number = levels[depth].number + 1 if marker[1] else 0
        elif self.paragraph and marker[1] and number != 1:
            raise Odd
        self.end()
        del levels[depth:]
        levels.append(Level(indent + marker.end(), sign, number))
        self.item, self.marker = True, f"{number}." if marker[1] else ""
        return marker.end()

    def end(self, heading: int = 0) -> None:
        """The paragraph ends, and is a heading if a line was drawn under it."""
        if self.paragraph:
            text = "\n".join(self.paragraph)
            self.paragraph.clear()
            self.emit(text.rstrip(" "), heading)

    def emit(self, text: str, heading: int) -> None:
        """A block of text ends."""
        if not inline.SPECIAL.search(text):
            raw, addresses, bold = text, _NOTHING, ""
        else:
            raw, addresses, bold = inline.words(text)
        if markdown.STAR in raw:
            raw, bold = raw.replace(markdown.STAR, "*"), bold.replace(markdown.STAR, "*")
        if "\0" not in raw:
            words = tidy.one_line(raw)
            if not words:
                return
            if words[0] not in lines.BULLETS:
                self.add(words, [], heading, title=bool(bold) and tidy.one_line(bold) == words)
                return
        bold = tidy.one_line(lines.MARK.sub("", bold)) if bold else ""
        for line in lines.paragraphs(raw, addresses, in_cell=False, bold=bold):
            self.add(line.text, line.links, heading, title=line.text == bold, bullet=line.bullet)

    def add(
        self, text: str, links: list[lines.Anchor], heading: int, *, title: bool, bullet: str | None = None
    ) -> None:
        kind: ClauseKind = "paragraph"
        depth, marker = 0, ""
        if heading:
            if links and (blocks.is_permalink(text, links[0]) or blocks.is_permalink(text, links[-1])):
                raise Odd
            kind, depth, marker = "heading", heading, self.marker
        elif self.item:
            kind, depth, marker = "item", len(self.levels), self.marker
        elif bullet is not None:
            kind, depth, marker = "item", len(self.levels) + 1, bullet
        elif links and text[-1] in toolwords.BACKLINKS:
            raise Odd
        self.item, self.marker = False, ""
        linked = 0
        for start, end, _ in links:
            linked += end - start
        self.blocks.append(Block(kind, text, depth, marker, None, links, linked, title))

    def table(self, rows: list[str]) -> None:
        raise Odd


_NOTHING: list[str] = []
