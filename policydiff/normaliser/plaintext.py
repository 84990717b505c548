"""Reads plain text as HTML, or directly as blocks.

Paragraphs are parted by blank lines, bullets and numbers make items, wrapped lines are joined.

Many editors break lines by width. A line break is taken for such a break where the next word would not
have fitted; elsewhere (addresses, lists of names) it was meant.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from policydiff.normaliser import tidy
from policydiff.normaliser.blocks import Block
from policydiff.normaliser.lines import paragraphs
from policydiff.normaliser.memory import Memory
from policydiff.normaliser.mending import mended
from policydiff.normaliser.outline import TextPiece

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_BULLET = re.compile(r"[ \t]*[*•◦▪·o–-][ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")
_NARROWEST = 45
"""Lines shorter than this are no wrapped prose."""
_WIDEST = 130
"""Characters of the longest line of a text that was broken to a width."""
_FOREIGN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
PIECES: Memory[TextPiece] = Memory(1_000_000)


def to_html(text: str) -> str:
    r"""Paragraphs and lists.

    >>> to_html("We keep:\n- name\n- address")
    '<p>We keep:</p>\n<ul><li>name</li>\n<li>address</li></ul>'
    """
    return "\n".join(map(_html, _paragraphs(text)))


def read_plain_text(text: str) -> list[TextPiece] | None:
    """The blocks that the walk over that HTML would yield; None if there are signs that HTML changes."""
    return None if _has_foreign(text) else list(map(_piece, _paragraphs(text)))


def _has_foreign(text: str) -> bool:
    plain = text.replace("\n", "").replace("\r", "").isprintable()  # ten times as fast, and true of most
    return not plain and _FOREIGN.search(text) is not None


def _paragraphs(text: str) -> list[str]:
    """What stands between blank lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    return [block for block in _BLANK.split(text.strip("\n")) if block.strip()]


def _html(block: str) -> str:
    shown: list[str] = []
    before = ""
    for kind, number, line in _lines(block):
        words = html.escape(line, quote=False)
        start = f' start="{number}"' if number else ""
        opening = f"<{kind}{start}>" if kind and kind != before else ""
        if before and kind != before:
            shown[-1] += f"</{before}>"
        shown.append(f"{opening}<li>{words}</li>" if kind else f"<p>{words}</p>")
        before = kind
    return "\n".join(shown) + (f"</{before}>" if before else "")


def _piece(block: str) -> TextPiece:
    key = (block,)
    piece = PIECES.get(key)
    if piece is None:
        piece = TextPiece(tuple(map(mended, _blocks(block))))
        PIECES.keep(key, piece, len(block))
    return piece


def _blocks(block: str) -> Iterator[Block]:
    if "\n" not in block and block[0].isalpha() and block[1:2] not in (" ", "\t"):  # as most are
        yield Block("paragraph", tidy.one_line(block), 0, "", None, [])
        return
    before, number = "", 0
    for kind, stated, line in _lines(block):
        number = number + 1 if kind == before else int(stated or 0)
        before = kind
        marker = f"{number}." if kind == "ol" else ""
        for one in paragraphs(line, [], in_cell=False, bold=""):
            if kind:
                yield Block("item", one.text, 1, marker, None, [])
            elif one.bullet is not None:
                yield Block("item", one.text, 1, one.bullet, None, [])
            else:
                yield Block("paragraph", one.text, 0, "", None, [])


def _lines(block: str) -> Iterator[tuple[str, str, str]]:
    """The lines of a block, each with the kind of its list, or "", and its number there, or ""."""
    pieces = _unwrapped(block.split("\n"))
    numbered = sum(_NUMBER.match(piece) is not None for piece in pieces) >= 2
    for piece in pieces:
        bullet, number = _BULLET.match(piece), _NUMBER.match(piece) if numbered else None
        mark = bullet or number
        yield (
            "ul" if bullet else "ol" if number else "",
            number[1] if number else "",
            piece[mark.end() if mark else 0 :].strip(),
        )


def _unwrapped(lines: list[str]) -> list[str]:
    """Lines with those joined that only the width of the page had parted."""
    lines = [line.rstrip() for line in lines]
    width = max(map(len, lines))
    wrapped = _NARROWEST <= width <= _WIDEST
    pieces: list[str] = []
    for at, line in enumerate(lines):
        words = line.split(maxsplit=1)
        marked = _BULLET.match(line) or _NUMBER.match(line)
        full = at > 0 and bool(words) and len(lines[at - 1]) + 1 + len(words[0]) > width
        if wrapped and full and not marked and pieces:
            pieces[-1] += " " + line.strip()
        elif line.strip():
            pieces.append(line)
    return pieces
