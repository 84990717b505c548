"""Run as a program of its own: a PDF on standard input, its lines as JSON on standard output.

Imports nothing of ours, so that it is small and holds nothing. Each line is [text, left, right, top,
bottom, letter size]; places are points from the lower left corner of its page.
"""

from __future__ import annotations

import json
import sys
from typing import Any

_Lines = list[list[Any]]


def bind(memory: int, seconds: int) -> None:
    """Take the means to do harm away, where the system can: memory, time, writing files."""
    try:
        import resource  # noqa: PLC0415 - not on Windows, where the parent's time limit must do
    except ImportError:
        return
    limits = [(resource.RLIMIT_CPU, seconds), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)]
    if sys.platform != "darwin":
        limits.append((resource.RLIMIT_AS, memory))
    for what, most in limits:
        resource.setrlimit(what, (most, most))


def lines_of(page: Any, raw: Any) -> _Lines:
    """The lines of one page, in the order in which the PDF has them."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        lines: _Lines = []
        start = 0
        for line in text.split("\r\n"):
            letters = len(line.encode("utf-16-le", "surrogatepass")) // 2
            if line.strip():
                first, last = _visible(line, start)
                boxes = [textpage.get_charbox(at, loose=True) for at in (first, last)]
                # The middle: a bullet at the beginning often has a size of its own.
                size = float(raw.FPDFText_GetFontSize(textpage, (first + last + 1) // 2))
                left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
                bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
                lines.append([line, *(round(place, 2) for place in (left, right, top, bottom, size))])
            start += letters + 2
        return lines
    finally:
        textpage.close()


def _visible(line: str, start: int) -> tuple[int, int]:
    """Places of the first and the last letter that is no space."""
    first = len(line) - len(line.lstrip())
    return start + first, start + len(line.rstrip()) - 1


def read(data: bytes, most_pages: int, most_letters: int) -> dict[str, Any]:
    """Everything that the parent wants to know."""
    import pypdfium2 as pdfium  # noqa: PLC0415 - after the limits
    import pypdfium2.raw as raw  # noqa: PLC0415, PLR0402

    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        locked = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD
        return {"problem": "password" if locked else "broken"}
    pages: list[_Lines] = []
    letters = 0
    for number in range(min(len(document), most_pages)):
        page = document[number]
        pages.append(lines_of(page, raw))
        page.close()
        letters += sum(len(line[0]) for line in pages[-1])
        if letters > most_letters:
            break
    title = document.get_metadata_dict(skip_empty=True).get("Title", "")
    return {"title": title[:500], "pages": pages, "cut": len(pages) < len(document)}


def main() -> None:
    """Read, write, go."""
    memory, seconds, most_pages, most_letters = map(int, sys.argv[1:5])
    data = sys.stdin.buffer.read()
    bind(memory + len(data), seconds)
    told = read(data, most_pages, most_letters)
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
