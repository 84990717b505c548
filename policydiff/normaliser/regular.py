"""Regular Markdown to blocks: headings, paragraphs, lists and tables as archives write them.

In comes what stands between two blank lines, out come the blocks that the walk over its HTML would yield.
The lines are read by the rules of CommonMark for these few kinds. At anything else, `Odd` is raised, and the
caller goes through the parser.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from policydiff.normaliser import blocks, inline, lines, markdown, tidy, toolwords
from policydiff.normaliser.blocks import Block
from policydiff.normaliser.inline import Odd, Words
from policydiff.normaliser.memory import Memory
from policydiff.normaliser.tables import Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from policydiff.models import ClauseKind
    from policydiff.normaliser.tables import TableCell


CELLS: Memory[tuple[Block, ...]] = Memory(1_000_000)


class Level(NamedTuple):
    """A list that is open."""

    indent: int
    """Column in which the text of its item stands."""
    sign: str
    """Its bullet, or what stands behind its numbers."""
    number: int
    """Of its last item, 0 under bullets."""


Levels = tuple[Level, ...]

_READ_SIGNS = b"<&![]\\*_#=|>"
"""The others are code, strikethrough, and what nobody sees."""
_FOREIGN = re.compile("[\x80-\x9f\ue000-\ue029\ue02b-\uf8ff]")
"""What nobody sees, and signs that are ours."""
_ENTITY = re.compile(r"&#?\w+;")
_TAG = re.compile(r"<(?<!\\<)(?!br ?/?>)")
_TAG_FIRST = re.compile(r"\n *<")
_ATX = re.compile(r"(#{1,6})(?: +|$)")
_MARKER = re.compile(r"(?:[*+-]|(\d{1,9})[.)])( +)(?=[^ ])")
_EMPTY_MARKER = re.compile(r"(?:[*+-]|\d{1,9}[.)]) *$")
_RULE = re.compile(r"(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,}")
_RULED = ("", " ", "*", "-", "_")
_UNDERLINE = re.compile(r"(?:=+|-+) *")
_STARTS = frozenset(" \n#*+-_=>|0123456789<")
"""Signs with which something else than a paragraph may begin."""
_CODE = 4
"""Blanks by which code is indented."""
_CELL_ITEM = re.compile(
    r"(?:^|(?<=<br>)|(?<=<br/>)|(?<=<br />))([ ]*)(?:[*•]|(\d{1,3})\.(?=  ))( +)(?=[^<\n])"
)
_CELL_BREAK = re.compile("<br ?/?>")
_CELL_BAR = re.compile(r"(?<!\\)\|")
_CELL_DEPTH = 6
_DEEPEST, _WIDEST = 50, 100
"""Lists in lists, and columns of a table, that are read here: no text may make work grow with its square."""
_NO_SPANS: dict[str, str] = {}
_NOTHING: list[str] = []
_NO_LINKS: list[lines.Anchor] = []
_NOT_SIMPLE: _Simple = ("", _NO_LINKS, False)
_CELL_SPECIAL = re.compile(r"[\\*_\[\]]")
_FORMATTED = re.compile(r"[\\*_<\ue02a]")
_MARKED = re.compile(r"[\\\[\]<]")
_BESIDE = "\\s(\"“‘'/.,;:"
_BEHIND = r"\s).,;:!?\"”’'/-"
_STRONG = re.compile(rf"\*\*(?<![^{_BESIDE}]\*\*)(?![\s*_])([^*_]*[^*_\s])\*\*(?![^{_BEHIND}])")
_LIGHT = re.compile(rf"_(?<![^{_BESIDE}]_)(?![\s*_])([^*_]*[^*_\s])_(?![^{_BEHIND}])")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_NONE: frozenset[str] = frozenset()
_ANY = Level(0, "", 0)


def read(text: str, levels: Levels, signs: bytes) -> tuple[tuple[Block, ...], Levels]:
    """The blocks of a chunk, and the lists that are open behind it.

    Args:
        text: the chunk, repaired.
        levels: the lists that are open before it.
        signs: the signs of Markdown in it, but for those that are signs only at the start of a line.

    Raises:
        Odd: there is something in it that is not read here.
    """
    if (signs and _is_odd(text, signs)) or (not text.isascii() and _FOREIGN.search(text)):
        raise Odd
    if not levels and "\n" not in text and (text[0] not in _STARTS or text[0] == "#"):  # as most are
        block = _alone(text, plain=not signs)
        if block is not None:
            return (block,), ()
    chunk = _Chunk(levels, plain=not signs)
    rows = text.strip("\n").split("\n")
    if b"|" in signs and any(map(markdown.RULE_ROW.match, rows)):
        chunk.table(rows)
    else:
        chunk.read(rows)
    return tuple(chunk.blocks), tuple(chunk.levels)


def _is_odd(text: str, signs: bytes) -> bool:
    return (
        signs.translate(None, _READ_SIGNS) != b""
        or (b"!" in signs and "![" in text)
        or (b"&" in signs and _ENTITY.search(text) is not None)
        or (b"<" in signs and markdown.has_tags(text) and _TAG.search(text) is not None)
        or (b"<" in signs and _TAG_FIRST.search("\n" + text) is not None)
    )


def _alone(text: str, *, plain: bool) -> Block | None:
    """A heading or paragraph on one line; None where there is more to it."""
    heading = 0
    if text[0] == "#":
        mark = _ATX.match(text)
        if mark is not None:
            heading = len(mark[1])
            text = text[mark.end() :].rstrip()
            if text[-1:] == "#":
                raise Odd
    words, links, bold = _simple(text, plain=plain)
    if not words or words[0] in lines.BULLETS:
        return None
    if not links:
        return Block("heading" if heading else "paragraph", words, heading, "", None, [], 0, bold)
    _check_links(words, links, heading)
    linked = 0
    for start, end, _ in links:
        linked += end - start
    return Block("heading" if heading else "paragraph", words, heading, "", None, links, linked)


def _check_links(words: str, links: list[lines.Anchor], heading: int) -> None:
    """A heading that links to itself, and a note that links back, are read by the walk."""
    if heading:
        if blocks.is_permalink(words, links[0]) or blocks.is_permalink(words, links[-1]):
            raise Odd
    elif words[-1] in toolwords.BACKLINKS:
        raise Odd


class _Chunk:
    """One chunk on its way."""

    def __init__(self, levels: Levels, *, plain: bool) -> None:
        self.levels = list(levels)
        self.plain = plain
        self.blocks: list[Block] = []
        self.paragraph: list[str] = []
        self.item = False
        """The next block is the first one of an item."""
        self.marker = ""

    def read(self, rows: list[str]) -> None:
        quoted = rows[0][:1] == ">" and not self.levels and all(row[:1] == ">" for row in rows)
        if quoted:
            rows = [row[2:] if row[1:2] == " " else row[1:] for row in rows]
            if any(map(markdown.RULE_ROW.match, rows)):
                raise Odd  # a table, or the underline of a heading
        for row in rows:
            self.line(row)
        self.end()
        if self.item:
            raise Odd  # an item without words yet
        if quoted:
            self.levels.clear()

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
            self.leave(depth)
        self.paragraph.append(words)

    def begins(self, words: str, depth: int) -> bool:
        """Whether a line is a heading, the underline of one, or a rule."""
        sign = words[0]
        if sign == "#":
            heading = _ATX.match(words)
            if heading is None:
                return False
            self.end()
            self.leave(depth)
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
        if sign in "*-_" and words[2:3] in _RULED and _RULE.fullmatch(words):
            self.end()
            self.leave(depth)
            return True
        return False

    def leave(self, depth: int) -> None:
        """Leave the lists that a line does not belong to."""
        if depth < len(self.levels):
            del self.levels[depth:]
            self.item, self.marker = False, ""

    def enters(self, words: str, depth: int, indent: int) -> int:
        """Go into an item if one begins; returns how many characters its marker takes."""
        marker = _MARKER.match(words)
        if marker is None:
            if _EMPTY_MARKER.match(words):
                raise Odd
            return 0
        levels = self.levels
        if len(marker[2]) > _CODE or len(levels) >= _DEEPEST:
            raise Odd
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
        words, links, bold = _simple(text, plain=self.plain)
        if words and words[0] not in lines.BULLETS:
            self.add(words, links, heading, title=bold)
        elif text:
            self.show(_words(text), heading)

    def show(self, words: Words, heading: int = 0, *, in_cell: bool = False) -> None:
        """Add the clauses of a text, as the walk does."""
        bold = tidy.one_line(lines.MARK.sub("", words.bold)) if words.bold else ""
        for line in lines.paragraphs(words.raw, words.addresses, in_cell=in_cell, bold=bold):
            self.add(line.text, line.links, heading, title=line.text == bold, bullet=line.bullet)

    def add(
        self,
        text: str,
        links: list[lines.Anchor],
        heading: int,
        *,
        title: bool,
        bullet: str | None = None,
    ) -> None:
        kind: ClauseKind = "paragraph"
        depth, marker = 0, ""
        if heading:
            if links:
                _check_links(text, links, heading)
            kind, depth, marker = "heading", heading, self.marker
        elif self.item:
            kind, depth, marker = "item", len(self.levels), self.marker
        elif bullet is not None:
            kind, depth, marker = "item", len(self.levels) + 1, bullet
        elif links:
            _check_links(text, links, heading)
        self.item, self.marker = False, ""
        linked = 0
        for start, end, _ in links:
            linked += end - start
        self.blocks.append(Block(kind, text, depth, marker, None, links, linked, title))

    # --- tables

    def table(self, rows: list[str]) -> None:
        """A table: a row of headings, a rule, and rows that each begin and end with a bar."""
        if self.levels or len(rows) < 2 or not markdown.RULE_ROW.match(rows[1]):
            raise Odd
        cells = [_cells(row) for row in rows]
        width = len(cells[0])
        if len(cells.pop(1)) != width or width > _WIDEST:
            raise Odd
        table = Table()
        for number, row in enumerate(cells):
            table.start_row(head=not number)
            for text in (*row[:width], *[""] * (width - len(row))):
                cell = table.start_cell(_NO_SPANS, heading=not number, first=len(self.blocks))
                if text:
                    self.blocks += [
                        Block(
                            one.kind, one.text, one.depth, one.marker, cell, one.links, one.linked, one.title
                        )
                        for one in _cell(text)
                    ]
                    cell.fill(self.blocks[cell.first :])
        table.close()

    def cell(self, text: str) -> None:
        """The lines of a cell, some of which may be items of a list."""
        if not ("*" in text or "•" in text or ".  " in text) or not _CELL_ITEM.search(text):
            self.cell_lines(text)
            return
        openers: set[str] = set()
        for part, level, self.marker in _cell_parts(text):
            self.item, self.levels = level > 0, [_ANY] * level
            open_here, closed_here = self.cell_lines(part)
            if not openers.isdisjoint(closed_here):
                raise Odd  # bold type that goes on from line to line
            openers |= open_here
        self.item = False

    def cell_lines(self, text: str) -> tuple[Set[str], Set[str]]:
        """Lines of a cell, each a clause. Returns what opens or closes in them and has no partner there."""
        if not _CELL_SPECIAL.search(text):
            for line in _CELL_BREAK.split(text) if "<" in text else (text,):
                self.cell_line(line, _line(line), _NO_LINKS)
            return _NONE, _NONE
        if "<" not in text:
            words, links, bold = _simple(text, plain=False)
            if words:
                self.cell_line(text, words, links, bold=bold)
                return _NONE, _NONE
        found = _words(text)
        self.show(found, in_cell=True)
        return found.openers, found.closers

    def cell_line(self, line: str, words: str, links: list[lines.Anchor], *, bold: bool = False) -> None:
        if words[:1].isalpha():  # neither a bullet nor a number
            self.add(words, links, 0, title=bold)
        else:
            self.show(_words(line), in_cell=True)


def _cell(text: str) -> tuple[Block, ...]:
    """The blocks of a cell, without their place in the table."""
    key = (text,)
    found = CELLS.get(key)
    if found is None:
        chunk = _Chunk((), plain=False)
        chunk.cell(text)
        found = tuple(chunk.blocks)
        CELLS.keep(key, found, len(text))
    return found


def _placed(block: Block, cell: TableCell) -> Block:
    """A block of a cell in its place."""
    return Block(
        block.kind, block.text, block.depth, block.marker, cell, block.links, block.linked, block.title
    )


def _cell_parts(text: str) -> Iterator[tuple[str, int, str]]:
    """What stands between the items of a cell, and these: text, depth of the item or 0, its marker."""
    waiting: list[str] = []
    for line in _CELL_BREAK.split(text):
        item = _CELL_ITEM.match(line)
        if item is None or _begins_with_markup(line, item):
            waiting.append(line)
            continue
        if any(waiting):
            yield "<br>".join(waiting), 0, ""
        waiting = [""]  # what follows begins with a line break
        if item[2]:
            yield line[item.end() :], 1, f"{int(item[2])}."
        else:
            yield line[item.end() :], min(1 + len(item[1]) // 4, _CELL_DEPTH), ""
    if any(waiting):
        yield "<br>".join(waiting), 0, ""


def _begins_with_markup(line: str, item: re.Match[str]) -> bool:
    """Whether an item is none, as its words begin with a tag right behind the one blank it needs."""
    sign = line[item.end()]
    if sign not in "*_[" or item.end() - item.start(3) > (2 if item[2] else 1):
        return False
    return _words(line[item.end() :]).raw[:1] != sign


def _cells(row: str) -> list[str]:
    """The texts of the cells of a row."""
    indented = row.startswith(" " * _CODE)
    row = row.strip(" ")
    if indented or len(row) < 2 or row[0] != "|" or row[-1] != "|" or row[-2] == "\\" or "\\\\|" in row:
        raise Odd
    row = row[1:-1]
    return [text.strip(" ") for text in (_CELL_BAR.split(row) if "\\|" in row else row.split("|"))]


def _line(text: str) -> str:
    """A text without markup on one line; "" where its line breaks are to be judged."""
    if "\n" in text:
        if "  \n" in text:
            return ""
        text = text.replace("\n", " ")
    if markdown.STAR in text:
        text = text.replace(markdown.STAR, "*")
    return tidy.one_line(text)


_Simple = tuple[str, list[lines.Anchor], bool]
"""Words on one line, their links, and whether they are all bold."""


def _simple(text: str, *, plain: bool) -> _Simple:
    """A text in which there is hardly anything to be read; no words where there is more."""
    if plain or not inline.SPECIAL.search(text):
        return _line(text), _NO_LINKS, False
    return (_linked(text) if "](" in text else _formatted(text)) or _NOT_SIMPLE


def _formatted(text: str) -> _Simple | None:
    """A text whose only markup is emphasis that begins and ends beside blanks or punctuation."""
    if _MARKED.search(text):
        return None
    if "_" in text:
        text = _LIGHT.sub(r"\1", text)
        if "_" in text:
            return None
    if "*" not in text:
        return _line(text), _NO_LINKS, False
    words = _STRONG.sub(r"\1", text)
    if "*" in words:
        return None
    words = _line(words)
    return words, _NO_LINKS, _is_bold(text, words)


def _is_bold(text: str, words: str) -> bool:
    """Whether the first bold type of a text is all of it."""
    found = _BOLD.search(text)
    return found is not None and not text[: found.start()].strip() and _line(found[1]) == words


def _linked(text: str) -> _Simple | None:
    """A text whose only markup is links."""
    if "\\" in text:
        return None
    parts = inline.LINK.split(text.replace("\n", " "))
    shown = parts[:]
    del shown[2::3]
    words = "".join(shown)
    if (
        _FORMATTED.search(words)
        or "](" in words
        or "  " in words
        or " " in (words[:1], words[-1:])
        or not words.isprintable()
        or not (words.isascii() or unicodedata.is_normalized("NFC", words))
    ):
        return None
    links: list[lines.Anchor] = []
    place = len(parts[0])
    for number in range(1, len(parts), 3):
        inner, address, behind = parts[number : number + 3]
        if not inner or inner[0] == " " or inner[-1] == " ":
            return None
        end = place + len(inner)
        links.append((place, end, inline.target(address)))
        place = end + len(behind)
    return words, links, False


def _words(text: str) -> Words:
    """What stands in a text; asterisks that were set aside are back."""
    if not inline.SPECIAL.search(text) and "  \n" not in text:
        return Words(text.replace(markdown.STAR, "*"), _NOTHING, "", _NONE, _NONE)
    found = inline.words(text)
    if markdown.STAR in text:
        raw, bold = found.raw.replace(markdown.STAR, "*"), found.bold.replace(markdown.STAR, "*")
        return found._replace(raw=raw, bold=bold)
    return found
