"""Markdown to blocks from the events of the parser, without the detour over HTML.

In: a text. Out: the blocks that the walk over its HTML would give, or None if that is not certain. Parser and
writer of blocks are those of the long way; only the page between them is left out. A section with something
in it that HTML changes (code, tags, links that act) goes through HTML; so does, as a whole, a text in which
one section may change the meaning of another (fences, definitions of links, open tags).

Versions of a policy differ in few places, so what a section says is remembered. Where a text is cut depends
on the words around the cut alone: a change moves no other cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

import pyromark

from policydiff.models import MASKED_MAIL_PATH
from policydiff.normaliser import lines, markdown, masks, tree, walk
from policydiff.normaliser.blocks import ClauseWriter
from policydiff.normaliser.markers import Markers
from policydiff.normaliser.memory import Memory
from policydiff.normaliser.mending import mended
from policydiff.normaliser.outline import TextPiece

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from policydiff.normaliser.blocks import Block


PIECES: Memory[TextPiece] = Memory(2_000_000)
_CUT = re.compile(r"\n[ \t]*\n(?=#{1,6} |(?:[*+-] +)?[^\W\d_WY])")
"""Behind a blank line a heading or a paragraph ends all lists, and a bullet at the margin all but its own,
whose items are the same one by one. Where a paragraph begins with "We" or "You", as most do, the text is not
cut, so that sections are some lines long."""
_FENCES = ("```", "~~~")
_DEFINED = re.compile(r"(?<!\\)\[[^\[\]]*\]:")
_BREAKS = frozenset(("<br>", "<br/>", "<br />"))
_HARD_BREAK = lines.BREAK + "\n"
"""As HTML has it: the end of the line stays after the break."""
_WORDLESS = re.compile(r"<(?:img|wbr)\b[^<>]*>")
_PICTURE = re.compile(r"\s*<img\b[^<>]*>\s*")
_TAG = re.compile(
    r"<(?<!\\<)(?!(?:br|hr|img|wbr)\b[^<>]*>"
    r"|(a|abbr|b|code|em|i|s|small|span|strong|sub|sup|u)\b[^<>]*>[^<>]*</\1>"
    r"|/(?:a|abbr|b|code|em|i|s|small|span|strong|sub|sup|u)>"
    r"|https?:[^\s<>]*>|mailto:[^\s<>]*>|[\w.+-]+@[\w.-]+>)",
    re.IGNORECASE,
)
"""A tag whose end may be in another section."""
_CELL_ITEM = re.compile(r"([ \t]*)(?:[*•][ \t]+|(\d{1,3})\.[ \t]{2,})(?=[^\n])")
"""An item inside a table cell, where Markdown has no lists: `<br>*   item`."""
_ITEM_SIGNS = frozenset(" \t*•0123456789")
_CELL_DEPTH = 5
"""Lists inside one another that are told apart in a table cell."""
_DEEPEST = 50
"""Lists and quotations inside one another that are read here: a page is laid flat somewhere below."""
_SAFE = "!#$%&'()*+,-./:;=?@_~"
_ADDRESS = re.compile(rf"[\w{re.escape(_SAFE)}]*+", re.ASCII)
"""What the parser leaves as it is in an address; it escapes the rest."""
_PLAIN = re.compile(r"(?:https?://|[/#])[\w/.#?&=%~:+;,@-]*+", re.ASCII)
"""An address that is nothing else but one, as most are."""
_ACTION = frozenset("jJmM")
_ACTIONS = re.compile(r"javascript:|mailto:\?", re.IGNORECASE)
"""How the addresses of buttons begin."""
_NO_ATTRIBUTES: dict[str, str] = {}


class _Odd(Exception):
    """The section has something that HTML changes."""


class _Entangled(Exception):
    """The text has something that may change the meaning of another section."""


def read_markdown(text: str) -> list[TextPiece] | None:
    """The blocks of a text, section by section; None if it is to be read by parser and walk.

    Args:
        text: Markdown as decoded.
    """
    text = markdown.words_only(markdown.unix(text))
    if masks.ATTRIBUTE in text or MASKED_MAIL_PATH in text or any(fence in text for fence in _FENCES):
        return None
    repaired = markdown.is_one_piece(text) or markdown.is_torn(text)
    if repaired:
        text = markdown.repaired(text)
    try:
        return [_piece(section, repaired) for section in _CUT.split(text)]
    except _Entangled:
        return None


def _piece(section: str, repaired: bool) -> TextPiece:
    key = section, repaired
    piece = PIECES.get(key)
    if piece is None:
        text = section if repaired else markdown.repaired(section)
        piece = TextPiece(tuple(map(mended, _blocks(text))))
        PIECES.keep(key, piece, len(section))
    return piece


def _blocks(text: str) -> list[Block]:
    if "]:" in text and _DEFINED.search(text):
        raise _Entangled
    reader = _SectionReader(starred=markdown.STAR in text)
    try:
        reader.read_events(pyromark.events(text, options=markdown.OPTIONS))
    except _Odd:
        if markdown.has_tags(text) and _TAG.search(text):
            raise _Entangled from None
        return walk.read_elements(tree.parse(markdown.converted(text))).blocks
    return reader.blocks


class _SectionReader(ClauseWriter):
    """Reads one section."""

    def __init__(self, *, starred: bool) -> None:
        super().__init__()
        self.starred = starred
        self.depth = 0
        """Lists and quotations that are open."""
        self.inline = 0
        """Emphasis and links that are open."""
        self.head = False
        """It is the head of a table."""
        self.levels = 0
        """Lists that were opened for an item in a cell."""

    def read_events(self, events: Iterator[Any]) -> None:
        """Read what the parser found, in order."""
        for event in events:
            if event.__class__ is str:
                self.sign(event)
                continue
            kind, said = event.popitem()
            if kind == "Text":
                self.words(said)
            elif kind == "Start":
                name, more = (said, None) if said.__class__ is str else said.popitem()
                start: _Start = _STARTS.get(name, _SectionReader.odd_start)
                start(self, more, events)
            elif kind == "End":
                _ENDS[said if said.__class__ is str else next(iter(said))](self)
            elif kind == "InlineHtml":
                self.tag(said)
            elif kind == "Code":
                self.parts.append(self.unmarked(said))
            else:
                raise _Odd
        self.flush()

    def words(self, text: str) -> None:
        parts = self.parts
        text = self.unmarked(text)
        if text[:1] in _ITEM_SIGNS and (parts[-1] is lines.BREAK if parts else self.cell is not None):
            text = self.cell_item(text)
        parts.append(text)

    def unmarked(self, text: str) -> str:
        """A text without marks of bold type that have no partner."""
        if "**" in text:
            text = markdown.without_bold_marks(text)
        return text.replace(markdown.STAR, "*") if self.starred else text

    def sign(self, name: str) -> None:
        if name == "SoftBreak":
            self.parts.append("\n")
        elif name == "HardBreak":
            self.parts.append(_HARD_BREAK)
        elif name == "Rule":
            self.flush()
        else:
            raise _Odd

    def tag(self, text: str) -> None:
        if text in _BREAKS:
            if self.levels:
                self.end_cell_item()
            self.parts.append(lines.BREAK)
        elif self.cell is not None or not _WORDLESS.fullmatch(text):  # a picture may be all that a cell says
            raise _Odd

    # --- blocks

    def paragraph_start(self, said: object, events: Iterator[Any]) -> None:
        if self.parts:
            self.flush()

    def paragraph_end(self) -> None:
        if self.parts:
            self.flush()

    def heading_start(self, said: dict[str, Any], events: Iterator[Any]) -> None:
        self.flush()
        self.heading = int(said["level"][1])

    def heading_end(self) -> None:
        self.flush()
        self.heading = 0

    def quote_start(self, said: object, events: Iterator[Any]) -> None:
        self.flush()
        self.deeper()

    def quote_end(self) -> None:
        self.flush()
        self.depth -= 1

    def list_start(self, first: int | None, events: Iterator[Any]) -> None:
        self.flush()
        self.deeper()
        if first is None:
            self.lists.append(Markers(_NO_ATTRIBUTES, "ul"))
        else:
            self.lists.append(Markers({"start": str(first)}, "ol"))

    def list_end(self) -> None:
        self.flush()
        self.depth -= 1
        self.end_list()

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _Odd

    def item_start(self, said: object, events: Iterator[Any]) -> None:
        self.start_item(_NO_ATTRIBUTES)

    def html_start(self, said: object, events: Iterator[Any]) -> None:
        """A picture has no words; what any other tag encloses may be anywhere."""
        for event in events:
            kind, text = event.popitem()
            if kind == "End":
                return
            if not _PICTURE.fullmatch(text):
                raise _Entangled

    def odd_start(self, said: object, events: Iterator[Any]) -> None:
        """Code, and what a later parser may know beside."""
        raise _Odd

    # --- inside a text

    def emphasis_start(self, said: object, events: Iterator[Any]) -> None:
        self.inline += 1

    def emphasis_end(self) -> None:
        self.inline -= 1

    def strong_start(self, said: object, events: Iterator[Any]) -> None:
        self.inline += 1
        self.start_bold()

    def strong_end(self) -> None:
        self.inline -= 1
        self.end_bold()

    def link_start(self, said: dict[str, str], events: Iterator[Any]) -> None:
        self.inline += 1
        address = said["dest_url"]
        if said["link_type"] == "Email":
            address = f"mailto:{address}"
        self.start_link(address if _PLAIN.fullmatch(address) else _escaped(address))

    def link_end(self) -> None:
        self.inline -= 1
        self.end_link()

    def passed_over(self, said: object, events: Iterator[Any]) -> None:
        """Skip words that are struck out, which are not in force, and words for a picture, which are not
        shown."""
        depth = 1
        for event in events:
            if event.__class__ is str:
                continue
            depth += ("Start" in event) - ("End" in event)
            if not depth:
                return

    # --- tables

    def table_start(self, said: object, events: Iterator[Any]) -> None:
        self.flush()
        self.start_table()

    def table_end(self) -> None:
        self.end_table()

    def head_start(self, said: object, events: Iterator[Any]) -> None:
        self.head = True
        self.tables[-1].start_row(head=True)

    def head_end(self) -> None:
        self.head = False

    def row_start(self, said: object, events: Iterator[Any]) -> None:
        self.tables[-1].start_row(head=False)

    def row_end(self) -> None:
        pass

    def cell_start(self, said: object, events: Iterator[Any]) -> None:
        self.start_cell(_NO_ATTRIBUTES, heading=self.head)

    def cell_end(self) -> None:
        if self.levels:
            self.end_cell_item()
        elif self.parts:
            self.flush()
        self.end_cell()

    def cell_item(self, text: str) -> str:
        """The words of a text that may begin with the marker of an item: the item has begun."""
        found = _CELL_ITEM.match(text)
        if found is None:
            return text
        if self.cell is None:
            raise _Entangled  # an item if there is a table elsewhere
        if self.inline:
            raise _Odd
        if len(self.parts) > 1:
            self.flush()
        else:
            self.parts.clear()  # a line break before an item is its own
        indent, number = found.groups()
        if number:
            self.levels = 1
            self.lists.append(Markers({"start": number}, "ol"))
        else:
            self.levels = 1 + min(len(indent) // 4, _CELL_DEPTH)
            self.lists += [Markers(_NO_ATTRIBUTES, "ul")] * self.levels
        self.start_item(_NO_ATTRIBUTES)
        return text[found.end() :]

    def end_cell_item(self) -> None:
        """The end of a cell or of a line in it ends the item."""
        if self.inline:
            raise _Odd
        self.end_item()
        del self.lists[-self.levels :]
        self.levels = 0


@lru_cache(maxsize=1024)
def _escaped(address: str) -> str:
    """An address as HTML has it."""
    if "**" in address or (address[:1] in _ACTION and _ACTIONS.match(address)):
        raise _Odd
    return address if _ADDRESS.fullmatch(address) else quote(address, safe=_SAFE)


_Start = Callable[[_SectionReader, "Any", "Iterator[Any]"], None]
_STARTS: dict[str, _Start] = {
    "Paragraph": _SectionReader.paragraph_start,
    "Heading": _SectionReader.heading_start,
    "BlockQuote": _SectionReader.quote_start,
    "List": _SectionReader.list_start,
    "Item": _SectionReader.item_start,
    "Table": _SectionReader.table_start,
    "TableHead": _SectionReader.head_start,
    "TableRow": _SectionReader.row_start,
    "TableCell": _SectionReader.cell_start,
    "Emphasis": _SectionReader.emphasis_start,
    "Strikethrough": _SectionReader.passed_over,
    "Strong": _SectionReader.strong_start,
    "Link": _SectionReader.link_start,
    "Image": _SectionReader.passed_over,
    "HtmlBlock": _SectionReader.html_start,
}
_ENDS: dict[str, Callable[[_SectionReader], None]] = {
    "Paragraph": _SectionReader.paragraph_end,
    "Heading": _SectionReader.heading_end,
    "BlockQuote": _SectionReader.quote_end,
    "List": _SectionReader.list_end,
    "Item": _SectionReader.end_item,
    "Table": _SectionReader.table_end,
    "TableHead": _SectionReader.head_end,
    "TableRow": _SectionReader.row_end,
    "TableCell": _SectionReader.cell_end,
    "Emphasis": _SectionReader.emphasis_end,
    "Strong": _SectionReader.strong_end,
    "Link": _SectionReader.link_end,
}
