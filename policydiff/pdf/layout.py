"""Lines at places put together again as headings, paragraphs and list items. Pure.

What tells a paragraph's end, most telling first: a gap larger than between its lines, another letter
size, a mark of a list, a line that ends well before the right margin although the next word would have
fitted. A paragraph may go on over a page break. What stands at the same edge of most pages (page numbers,
the running title) is furniture and left out, as a header or a footer of a web page is.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from policydiff.models import Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

_ITEM = re.compile(r"(?:[•◦▪●○■□·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
_BULLET = re.compile(r"[•◦▪●○■□·*–—-]\s+")
_BROKEN = re.compile("[\x02\ufffe\u00ad]$")
"""How PDFium shows a hyphen that only the end of the line made."""
_END = re.compile(r"[.!?:;…。]['\"’”)\]]*$")
_SAME_SIZE = 0.12
_COLUMN = 6
"""Points by which lines of one column may begin apart."""
_WIDER = 0.3
"""By how much more than usual, in letter sizes, the white between two paragraphs is at least."""


class Line(NamedTuple):
    """One line of a page; places are points from the lower left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def to_html(pages: Sequence[Sequence[Line]], title: str) -> str:
    """A page that reads like the PDF."""
    furniture = _furniture(pages)
    kept = [[line for line in page if _masked(line.text) not in furniture] for page in pages]
    lines = [line for page in kept for line in page]
    margins = [margin for page in kept for margin in _margins(page)]
    known, common = _words(lines), _common_size(lines)
    wide = _usual_gap(lines) + common * _WIDER
    blocks: list[tuple[str, str]] = []
    before: Line | None = None
    for line, margin in zip(lines, margins, strict=True):
        tag = _tag(line, common)
        if before is not None and _goes_on(before, line, (blocks[-1][0], tag), (margin, wide)):
            blocks[-1] = (blocks[-1][0], _joined(blocks[-1][1], line.text.strip(), known))
        else:
            blocks.append((tag, line.text.strip()))
        before = line
    shown = [_shown(tag, text) for tag, text in blocks]
    head = f"<title>{html.escape(title)}</title>" if title else ""
    body = "\n".join(shown)
    return f"<!doctype html><html><head>{head}</head><body><main>\n{body}\n</main></body></html>"


def doubts(pages: Sequence[Sequence[Line]]) -> tuple[Reason, ...]:
    """What makes the text of a PDF doubtful."""
    lines = [line.text for page in pages for line in page]
    if pages and not lines:
        return (Reason("pdf-without-text", "The PDF holds no text, perhaps pictures of it"),)
    if len(lines) > 50 and median(len(line.split()) for line in lines) <= 1:
        return (Reason("pdf-words", "The PDF gives one word a line: its order is not to be trusted"),)
    return ()


def _furniture(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Lines that stand at the edge of most pages, their numbers aside."""
    if len(pages) < 3:
        return set()
    at_edges: Counter[str] = Counter()
    for page in pages:
        edges = sorted(page, key=lambda line: -line.top)
        at_edges.update({_masked(line.text) for line in (*edges[:2], *edges[-2:])})
    return {text for text, count in at_edges.items() if count > len(pages) / 2 and len(text) < 120}


def _masked(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split()))


def _words(lines: Sequence[Line]) -> set[str]:
    return {word for line in lines for word in re.findall(r"\w+", line.text.lower())}


def _common_size(lines: Sequence[Line]) -> float:
    """The letter size that most of the text has."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _usual_gap(lines: Sequence[Line]) -> float:
    """The white between two lines below one another, most of the time."""
    gaps = [
        one.bottom - two.top
        for one, two in pairwise(lines)
        if abs(one.size - two.size) < 0.5 and -one.size < one.bottom - two.top < 2 * one.size
    ]
    return median(gaps) if gaps else 0.0


def _margins(page: Sequence[Line]) -> list[float]:
    """For each line how far to the right lines reach that begin where it begins: its column's margin."""
    reach: dict[int, float] = {}
    for line in page:
        column = round(line.left / _COLUMN)
        reach[column] = max(reach.get(column, 0.0), line.right)
    return [reach[round(line.left / _COLUMN)] for line in page]


def _tag(line: Line, common: float) -> str:
    text = line.text.strip()
    if line.size > common * (1 + _SAME_SIZE) and len(text) < 200:
        return "h1" if line.size > common * 1.6 else "h2"
    return "li" if _ITEM.match(text) else "p"


def _goes_on(before: Line, line: Line, tags: tuple[str, str], bounds: tuple[float, float]) -> bool:
    """Whether a line belongs to the block of the one before it, by the tags of both and by what the
    page allows: how far to the right its lines reach, and how much white there is inside a paragraph.
    """
    (block, tag), (margin, wide) = tags, bounds
    if tag == "li" or (tag[0] == "h") != (block[0] == "h"):
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


def _joined(text: str, line: str, known: set[str]) -> str:
    """A line behind the text of its paragraph, hyphens of line ends undone."""
    if _BROKEN.search(text):
        return text[:-1] + line
    if text.endswith("-") and line[:1].islower():
        first, last = re.match(r"\w*", line), re.search(r"\w+(?=-$)", text)
        whole = (last[0] + first[0]).lower() if first and last else ""
        return text[:-1] + line if whole in known else text + line
    return f"{text} {line}"


def _shown(tag: str, text: str) -> str:
    clean = " ".join(re.sub("[\x00-\x08\x0b-\x1f\ufffe\uffff]", "", text).split())
    if tag == "li":
        bullet = _BULLET.match(clean)
        if bullet:
            return f"<ul><li>{html.escape(clean[bullet.end() :])}</li></ul>"
        tag = "p"
    return f"<{tag}>{html.escape(clean)}</{tag}>"
