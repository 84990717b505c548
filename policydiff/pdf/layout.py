"""Joins the lines of a PDF into headings, paragraphs and list items. Pure.

What tells a paragraph's end, most telling first: a gap larger than between its lines, another letter
size, a mark of a list, a line that ends well before the right margin although the next word would have
fitted. A paragraph may go on over a page break.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from policydiff.models import Reason
from policydiff.pdf import glyphs
from policydiff.pdf.line_order import usual_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policydiff.pdf.line_order import OrderedPages, PrintedLine

_ITEM = re.compile(r"(?:[•◦▪●○■□·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
_BULLET = re.compile(r"[•◦▪●○■□·*–—-]\s+")
_BROKEN = re.compile("[\x02\ufffe\u00ad]$")
"""How PDFium shows a hyphen that only the end of the line made."""
_BEFORE_CAPITAL = re.compile("(?<=[a-zà-ÿ])[\x02\ufffe\u00ad](?=[A-ZÀ-Þ])")
"""The same before a capital: no word goes on with one, so "E-Mail-Adresse" had the hyphen before."""
_END = re.compile(r"[.!?:;…。]['\"’”)\]]*$")
_WORD = re.compile(r"\w+(?:-\w+)*")
_FIRST_HALVES = frozenset(
    "opt third non self e co cross long short well so add follow non pre post sub".split()
)
_SECOND_HALVES = frozenset(
    "out in up off on by to party parties free based wide term date time of mail".split()
)
"""Halves of words that keep their hyphen, as far as policies use them."""
_LONGEST_WORD = 100
"""Characters on either side of a hyphen at the end of a line that may be one word."""
_SAME_SIZE = 0.12
"""Share by which two sizes of type may differ and be one: programs round them."""
_COLUMN = 6
"""Points by which lines of one column may begin apart."""
_WIDER = 0.3
"""By how much more than usual, in letter sizes, the white between two paragraphs is at least."""


def to_html(page: OrderedPages, title: str) -> str:
    """A page that reads like the PDF."""
    blocks = [*_blocks(page.pages), *_blocks([[line] for line in page.aside])]
    shown = [_shown(tag, text) for tag, text in blocks]
    head = f"<title>{html.escape(title)}</title>" if title else ""
    body = "\n".join(shown)
    return f"<!doctype html><html><head>{head}</head><body><main>\n{body}\n</main></body></html>"


def _blocks(pages: Sequence[Sequence[PrintedLine]]) -> list[tuple[str, str]]:
    """Tags and texts of the blocks that the lines make."""
    lines = [line for page in pages for line in page]
    margins = [margin for page in pages for margin in _margins(page)]
    known, common = _words(lines), usual_size(pages)
    wide = _usual_gap(lines) + common * _WIDER
    blocks: list[tuple[str, list[str]]] = []
    before: PrintedLine | None = None
    for line, margin in zip(lines, margins, strict=True):
        tag = _tag(line, common)
        if before is not None and _goes_on(before, line, (blocks[-1][0], tag), (margin, wide)):
            _join(blocks[-1][1], line.text.strip(), known)
        else:
            blocks.append((tag, [line.text.strip()]))
        before = line
    return [(tag, "".join(parts)) for tag, parts in blocks]


def doubts(page: OrderedPages) -> tuple[Reason, ...]:
    """What makes the text of a PDF doubtful."""
    lines = [line.text for one in page.pages for line in one]
    if page.pages and not lines:
        return (Reason("pdf-without-text", "The PDF holds no text, perhaps pictures of it"),)
    found = []
    if len(lines) > 50 and median(len(line.split()) for line in lines) <= 1:
        found.append(("pdf-words", "The PDF has one word on each line: its order cannot be trusted"))
    if page.woven:
        sentence = "Lines of several columns or cells stand side by side in the PDF: their order is a guess"
        found.append(("pdf-woven", sentence))
    if glyphs.are_backwards(lines):
        found.append(("pdf-backwards", "The PDF has its text from the wrong side: words read backwards"))
    if glyphs.are_unreadable(lines):
        found.append(("pdf-glyphs", "The PDF does not say which letters its signs stand for"))
    return tuple(Reason(code, sentence) for code, sentence in found)


def _words(lines: Sequence[PrintedLine]) -> Counter[str]:
    """How often each word stands in the text, and each that is joined by a hyphen."""
    return Counter(word for line in lines for word in _WORD.findall(line.text.lower()))


def _usual_gap(lines: Sequence[PrintedLine]) -> float:
    """The white between two lines below one another, most of the time."""
    gaps = [
        one.bottom - two.top
        for one, two in pairwise(lines)
        if abs(one.size - two.size) < 0.5 and -one.size < one.bottom - two.top < 2 * one.size
    ]
    return median(gaps) if gaps else 0.0


def _margins(page: Sequence[PrintedLine]) -> list[float]:
    """For each line how far to the right lines reach that begin where it begins: its column's margin.

    Lines with others to the right of them are a column apart from full lines above or below.
    """
    keys: list[tuple[int, bool]] = []
    beside = _beside_others(page)
    narrow: set[int] = set()
    for line, has_right in zip(page, beside, strict=True):
        column = round(line.left / _COLUMN)
        if has_right:
            narrow.add(column)
        elif keys and keys[-1] != (column, True):
            narrow.discard(column)
        keys.append((column, column in narrow))
    reach: dict[tuple[int, bool], float] = {}
    for key, line in zip(keys, page, strict=True):
        reach[key] = max(reach.get(key, 0.0), line.right)
    return [reach[key] for key in keys]


def _beside_others(page: Sequence[PrintedLine]) -> list[bool]:
    """For each line whether another one stands to the right of it."""
    lefts: dict[int, float] = {}
    middles = [round((line.top + line.bottom) / 2 / _COLUMN) for line in page]
    for middle, line in zip(middles, page, strict=True):
        lefts[middle] = max(lefts.get(middle, 0.0), line.left)
    return [
        any(lefts.get(middle + near, 0.0) >= line.right for near in (-1, 0, 1))
        for middle, line in zip(middles, page, strict=True)
    ]


def _tag(line: PrintedLine, common: float) -> str:
    text = line.text.strip()
    if line.size > common * (1 + _SAME_SIZE) and len(text) < 200:
        return "h1" if line.size > common * 1.6 else "h2"
    return "li" if _ITEM.match(text) else "p"


def _goes_on(
    before: PrintedLine, line: PrintedLine, tags: tuple[str, str], bounds: tuple[float, float]
) -> bool:
    """Whether a line belongs to the block of the one before it, by the tags of both and by what the
    page allows: how far to the right its lines reach, and how much white there is inside a paragraph.
    """
    (block, tag), (margin, wide) = tags, bounds
    if line.apart or tag == "li" or (tag[0] == "h") != (block[0] == "h"):
        return False
    if abs(line.size - before.size) > before.size * _SAME_SIZE:
        return False
    beside = line.bottom < before.top and line.top > before.bottom
    if beside:
        return True
    next_page = line.top > before.top
    if not next_page and before.bottom - line.top > wide:
        return False
    first_word = len(line.text.split(maxsplit=1)[0])
    width = (before.right - before.left) / max(1, len(before.text))
    # Letters differ in width, so "would have fitted" needs some more room than on average.
    had_room = before.right + (first_word * 1.5 + 3) * width < margin
    if _END.search(before.text.rstrip()):
        return not had_room and not next_page
    return not had_room or next_page or tag[0] == "h"


def _join(parts: list[str], line: str, known: Counter[str]) -> None:
    """Put a line after the parts of its paragraph, hyphens of line ends undone.

    "infor-" and "mation" are one word where the text has it elsewhere, or has neither half as a word; "opt-"
    and "out" keep their hyphen.
    """
    last = parts[-1]
    if _BROKEN.search(last[-1:]):
        parts[-1] = last[:-1] + "-" * bool(_BEFORE_CAPITAL.search(last[-2:] + line[:1]))
    elif not last.endswith("-") or not line[:1].islower():
        parts.append(" ")
    elif _is_one_word(last[-_LONGEST_WORD:], line[:_LONGEST_WORD], known):
        parts[-1] = last[:-1]
    parts.append(line)


def _is_one_word(text: str, line: str, known: Counter[str]) -> bool:
    """Whether a hyphen at the end of a line parts a word that has none."""
    first, last = re.match(r"\w*", line), re.search(r"\w+(?=-$)", text)
    if not first or not last:
        return False
    halves = last[0].lower(), first[0].lower()
    compound = known["-".join(halves)] or halves[0] in _FIRST_HALVES or halves[1] in _SECOND_HALVES
    return bool(known["".join(halves)]) or (not compound and all(known[half] <= 1 for half in halves))


def _shown(tag: str, text: str) -> str:
    text = _BEFORE_CAPITAL.sub("-", text)
    clean = " ".join(re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", text).split())
    if tag == "li":
        bullet = _BULLET.match(clean)
        if bullet:
            return f"<ul><li>{html.escape(clean[bullet.end() :])}</li></ul>"
        tag = "p"
    return f"<{tag}>{html.escape(clean)}</{tag}>"
