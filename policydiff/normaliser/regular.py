"""Regular Markdown to blocks: headings, paragraphs, lists and tables as archives write them.

In comes what stands between two blank lines, out come the blocks that the walk over its HTML would yield.
The lines are read by the rules of CommonMark for these few kinds. At anything else, `Odd` is raised, and the
caller goes through the parser.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from policydiff.normaliser import blocks, inline, lines, markdown, tidy, toolwords
from policydiff.normaliser.blocks import Block
from policydiff.normaliser.inline import Odd, Words
from policydiff.normaliser.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

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

UNREAD = re.compile(
    r"[`~\t\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\ue029\ue02b-\uf8ff]"  # code, strikethrough, signs of our own
    r"|!\[|&#?\w+;|(?<!\\)<(?!br ?/?>)|^\n*[ ]*<|\n[ ]*<"
)
"""What is not read here, wherever it stands."""
_ATX = re.compile(r"(#{1,6})(?: +|$)")
_MARKER = re.compile(r"(?:[*+-]|(\d{1,9})[.)])( +)(?=[^ ])")
_EMPTY_MARKER = re.compile(r"(?:[*+-]|\d{1,9}[.)]) *$")
_RULE = re.compile(r"(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,}")
_UNDERLINE = re.compile(r"(?:=+|-+) *")
_STARTS = frozenset("#*+-_=>|0123456789<")
"""Signs with which something else than a paragraph may begin."""
_CODE = 4
"""Blanks by which code is indented."""
_CELL_ITEM = re.compile(
    r"(?:^|(?<=<br>)|(?<=<br/>)|(?<=<br />))([ ]*)(?:[*•]|(\d{1,3})\.(?=  ))( +)(?=[^<\n])"
)
_CELL_BREAK = re.compile("<br ?/?>")
_CELL_BAR = re.compile(r"(?<!\\)\|")
_CELL_DEPTH = 6
_NO_SPANS: dict[str, str] = {}
_NOTHING: list[str] = []
_NONE: frozenset[str] = frozenset()
_ANY = Level(0, "", 0)


def read(text: str, levels: Levels) -> tuple[tuple[Block, ...], Levels]:
    """The blocks of a chunk, and the lists that are open behind it.

    Args:
        text: the chunk, repaired.
        levels: the lists that are open before it.

    Raises:
        Odd: there is something in it that is not read here.
    """
    if UNREAD.search(text):
        raise Odd
    chunk = _Chunk(levels)
    chunk.read(text.strip("\n").split("\n"))
    return tuple(chunk.blocks), tuple(chunk.levels)


class _Chunk:
    """One chunk on its way."""

    def __init__(self, levels: Levels) -> None:
        self.levels = list(levels)
        self.blocks: list[Block] = []
        self.paragraph: list[str] = []
        self.item = False
        """The next block is the first one of an item."""
        self.marker = ""

    def read(self, rows: list[str]) -> None:
        if not self.levels and all(row[:1] == ">" for row in rows):  # a quotation
            rows = [row[2:] if row[1:2] == " " else row[1:] for row in rows]
            self.read(rows)
            self.levels.clear()
            return
        if any("|" in row for row in rows) and any(map(markdown.RULE_ROW.match, rows)):
            self.table(rows)
            return
        for row in rows:
            self.line(row)
        self.end()

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
        sign = words[0]
        if sign == "#":
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
        if sign in ">|<":
            raise Odd
        if self.paragraph and sign in "=-" and _UNDERLINE.fullmatch(words):
            if depth == len(self.levels):
                self.end(1 if sign == "=" else 2)
                return True
            if sign == "=":
                raise Odd
        if sign in "*-_" and _RULE.fullmatch(words):
            self.end()
            del self.levels[depth:]
            return True
        return False

    def enters(self, words: str, depth: int, indent: int) -> int:
        """Go into an item if one begins; returns how many characters its marker takes."""
        marker = _MARKER.match(words)
        if marker is None:
            if _EMPTY_MARKER.match(words):
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
        """A heading or paragraph is complete."""
        words = _words(text)
        if "\0" in words.raw:
            self.show(words, heading)
            return
        text = tidy.one_line(words.raw)
        if text and text[0] in lines.BULLETS:
            self.show(words, heading)
        elif text:
            self.add(text, [], heading, title=bool(words.bold) and tidy.one_line(words.bold) == text)

    def show(self, words: Words, heading: int = 0, cell: TableCell | None = None) -> None:
        """Add the clauses of a text that holds links or breaks, or stands in a cell."""
        bold = tidy.one_line(lines.MARK.sub("", words.bold)) if words.bold else ""
        for line in lines.paragraphs(words.raw, words.addresses, in_cell=cell is not None, bold=bold):
            title = line.text == bold
            self.add(line.text, line.links, heading, title=title, bullet=line.bullet, cell=cell)

    def add(
        self,
        text: str,
        links: list[lines.Anchor],
        heading: int,
        *,
        title: bool,
        bullet: str | None = None,
        cell: TableCell | None = None,
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
        self.blocks.append(Block(kind, text, depth, marker, cell, links, linked, title))

    # --- tables

    def table(self, rows: list[str]) -> None:
        """A table: a row of headings, a rule, and rows that each begin and end with a bar."""
        if self.levels or not markdown.RULE_ROW.match(rows[1 % len(rows)]):
            raise Odd
        cells = [_cells(row) for row in rows]
        width = len(cells[0])
        if len(cells.pop(1)) != width:
            raise Odd
        table = Table()
        for number, row in enumerate(cells):
            table.start_row(head=not number)
            for text in (*row[:width], *[""] * (width - len(row))):
                cell = table.start_cell(_NO_SPANS, heading=not number, first=len(self.blocks))
                if text:
                    self.cell(text, cell)
                cell.fill(self.blocks[cell.first :])
        table.close()

    def cell(self, text: str, cell: TableCell) -> None:
        """The lines of a cell, some of which may be items of a list."""
        if not _CELL_ITEM.search(text):
            self.show(_words(text), 0, cell)
            return
        openers: set[str] = set()
        for words, level, self.marker in _cell_parts(text):
            if not openers.isdisjoint(words.closers):
                raise Odd  # bold type that goes on from line to line
            openers |= words.openers
            self.item, self.levels = level > 0, [_ANY] * level
            self.show(words, 0, cell)
        self.item = False


def _cell_parts(text: str) -> Iterator[tuple[Words, int, str]]:
    """What stands between the items of a cell, and these: words, depth of the item or 0, its marker."""
    waiting: list[str] = []
    for line in _CELL_BREAK.split(text):
        item = _CELL_ITEM.match(line)
        words = _words(line[item.end() :]) if item else None
        if item is None or words is None or _begins_with_markup(line, item, words):
            waiting.append(line)
            continue
        yield _words("<br>".join(waiting)), 0, ""
        waiting.clear()
        if item[2]:
            yield words, 1, f"{int(item[2])}."
        else:
            yield words, min(1 + len(item[1]) // 4, _CELL_DEPTH), ""
    yield _words("<br>".join(waiting)), 0, ""


def _begins_with_markup(line: str, item: re.Match[str], words: Words) -> bool:
    """Whether an item is none, as its words begin with a tag right behind the one blank it needs."""
    sign = line[item.end()]
    blanks = item.end() - item.start(3)
    return sign in "*_[" and blanks == (2 if item[2] else 1) and words.raw[:1] != sign


def _cells(row: str) -> list[str]:
    """The texts of the cells of a row."""
    row = row.strip(" ")
    if len(row) < 2 or row[0] != "|" or row[-1] != "|" or row[-2] == "\\" or "\\\\|" in row:  # noqa: PLR2004
        raise Odd
    row = row[1:-1]
    return [text.strip(" ") for text in (_CELL_BAR.split(row) if "\\|" in row else row.split("|"))]


def _words(text: str) -> Words:
    """What stands in a text; asterisks that were set aside are back."""
    if not inline.SPECIAL.search(text):
        return Words(text.replace(markdown.STAR, "*"), _NOTHING, "", _NONE, _NONE)
    found = inline.words(text)
    if markdown.STAR in text:
        raw, bold = found.raw.replace(markdown.STAR, "*"), found.bold.replace(markdown.STAR, "*")
        return found._replace(raw=raw, bold=bold)
    return found
