"""Plain text as HTML: paragraphs by blank lines, bullets and numbers as items, wrapped lines joined.

Many editors break lines by width. A line break is taken for such a break where the next word would not
have fitted; elsewhere (addresses, lists of names) it was meant.
"""

from __future__ import annotations

import html
import re

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_BULLET = re.compile(r"[ \t]*[*•◦▪·o–-][ \t]+(?=\S)")
_NUMBER = re.compile(r"[ \t]*(\d{1,3})[.)][ \t]+(?=\S)")
_NARROWEST = 45
"""Lines shorter than this are no wrapped prose."""
_WIDEST = 130


def to_html(text: str) -> str:
    r"""Paragraphs and lists.

    >>> to_html("We keep:\n- name\n- address")
    '<p>We keep:</p>\n<ul><li>name</li>\n<li>address</li></ul>'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    blocks = [block for block in _BLANK.split(text.strip("\n")) if block.strip()]
    return "\n".join(_block(block.split("\n")) for block in blocks)


def _block(lines: list[str]) -> str:
    pieces = _unwrapped(lines)
    numbered = sum(_NUMBER.match(piece) is not None for piece in pieces) >= 2
    shown: list[str] = []
    kind = ""
    for piece in pieces:
        bullet, number = _BULLET.match(piece), _NUMBER.match(piece) if numbered else None
        now = "ul" if bullet else "ol" if number else ""
        mark = bullet or number
        words = html.escape(piece[mark.end() if mark else 0 :].strip(), quote=False)
        start = f' start="{number[1]}"' if number else ""
        opening = f"<{now}{start}>" if now and now != kind else ""
        if kind and now != kind:
            shown[-1] += f"</{kind}>"
        shown.append(f"{opening}<li>{words}</li>" if now else f"<p>{words}</p>")
        kind = now
    return "\n".join(shown) + (f"</{kind}>" if kind else "")


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
        if wrapped and full and not marked:
            pieces[-1] += " " + line.strip()
        elif line.strip():
            pieces.append(line)
    return pieces
