"""Run as a program of its own: a PDF on standard input, its lines as JSON on standard output.

Imports nothing of ours, so that it is small and holds nothing. Each page is a list of pieces of lines: [text,
left, right, top, bottom, letter size]. Places are points from the lower left corner of the page; a line that
wide gaps part, as between columns, has several pieces.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

_Pieces = list[list[Any]]

_WIDE = 0.9
"""The gap that parts a line, in letter sizes: more than between the words of a justified line."""
_SPACED_WORDS = 1.6
"""The gap between words set in spaced letters, in gaps between their letters."""
_FEWEST_LETTERS = 5
"""Single letters in a row that are a word set in spaced letters."""


def bind(memory: int, seconds: int) -> None:
    """Give up what an attack could use, if the system supports it: memory, time, writing files."""
    try:
        import resource  # noqa: PLC0415 - not on Windows, where the parent's time limit must do
    except ImportError:
        return
    limits = [(resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)]
    if sys.platform != "darwin":
        limits.append((resource.RLIMIT_AS, memory))
    for what, most in limits:
        resource.setrlimit(what, (most, most))


class Word(NamedTuple):
    """A run of letters between blanks: its text, its four sides, its place in the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    start: int


def pieces_of(page: Any, raw: Any) -> _Pieces:
    """The pieces of all lines of one page, in the order in which the PDF has them."""
    textpage = page.get_textpage()
    try:
        pieces: _Pieces = []
        start = 0
        for line in textpage.get_text_range().split("\r\n"):
            words = _words(line, start, textpage)
            pieces += _parted(words, _size(words, textpage, raw))
            start += _units(line) + 2
        return pieces
    finally:
        textpage.close()


def _units(text: str) -> int:
    """How many characters a text has for PDFium, which counts as UTF-16 does."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _words(line: str, start: int, textpage: Any) -> list[Word]:
    """The words of a line with their places."""
    words, at = [], 0
    for text in line.split():
        before = line.index(text, at)
        at = before + len(text)
        first = start + (before if line.isascii() else _units(line[:before]))
        boxes = [textpage.get_charbox(place, loose=True) for place in (first, first + _units(text) - 1)]
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        words.append(Word(text, left, right, max(b[3] for b in boxes), min(b[1] for b in boxes), first))
    return words


def _size(words: list[Word], textpage: Any, raw: Any) -> float:
    """The letter size of a line: of its middle, as a bullet at the beginning often has a size of its own.

    Where that letter has none of its own (a blank that only a gap made), its neighbours are asked.
    """
    sizes = [float(raw.FPDFText_GetFontSize(textpage, word.start)) for word in words]
    return median(sizes) if sizes else 0.0


def _parted(words: list[Word], size: float) -> list[list[Any]]:
    """A line as its pieces."""
    if not words:
        return []
    if _is_spaced(words):
        return [_piece(words, _closed(words), size)]
    pieces, run = [], [words[0]]
    for word in words[1:]:
        # Words of scripts that run to the left stand left of the word before them.
        gap = max(word.left - run[-1].right, run[-1].left - word.right)
        if gap > _WIDE * size:
            pieces.append(_piece(run, " ".join(one.text for one in run), size))
            run = []
        run.append(word)
    pieces.append(_piece(run, " ".join(one.text for one in run), size))
    return pieces


def _piece(words: list[Word], text: str, size: float) -> list[Any]:
    places = (
        min(word.left for word in words), max(word.right for word in words),
        max(word.top for word in words), min(word.bottom for word in words), size,
    )  # fmt: skip
    return [text, *(round(place, 2) for place in places)]


def _is_spaced(words: list[Word]) -> bool:
    """Whether a line is set in spaced letters ("P R I V A C Y")."""
    single = sum(len(word.text) == 1 and word.text.isalpha() for word in words)
    return single >= _FEWEST_LETTERS and single > 0.8 * len(words)


def _closed(words: list[Word]) -> str:
    """Spaced letters as words."""
    gaps = [two.left - one.right for one, two in pairwise(words)]
    usual = sorted(gaps)[len(gaps) // 3]
    text = words[0].text
    for word, gap in zip(words[1:], gaps, strict=True):
        text += (" " if gap > _SPACED_WORDS * max(usual, 0.1) else "") + word.text
    return text


def _is_picture(page: Any, raw: Any) -> bool:
    """Whether a page shows a picture, as a scanned one does."""
    return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2))


def read_pages(data: bytes, most_pages: int, most_letters: int) -> dict[str, Any]:
    """Everything that the parent process asks for."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - after the limits
    import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        locked = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD
        return {"problem": "password" if locked else "broken"}
    pages: list[_Pieces] = []
    pictures: list[int] = []
    letters = 0
    for number in range(min(len(document), most_pages)):
        page = document[number]
        pages.append(pieces_of(page, raw))
        if not pages[-1] and _is_picture(page, raw):
            pictures.append(number + 1)
        page.close()
        letters += sum(len(line[0]) for line in pages[-1])
        if letters > most_letters:
            break
    title = document.get_metadata_dict(skip_empty=True).get("Title", "")
    return {"title": title[:500], "pages": pages, "pictures": pictures, "cut": len(pages) < len(document)}


def main() -> None:
    """Read, write, go."""
    memory, seconds, most_pages, most_letters = map(int, sys.argv[1:5])
    data = sys.stdin.buffer.read()
    bind(memory + len(data), seconds)
    pages = read_pages(data, most_pages, most_letters)
    sys.stdout.write(json.dumps(pages))


if __name__ == "__main__":
    main()
