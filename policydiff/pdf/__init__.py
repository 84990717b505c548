"""A PDF as a page: bytes in, the HTML of its text out, headings, paragraphs and list items apart.

A PDF holds glyphs at places, no paragraphs. `child` reads lines with their places and letter sizes in a
process of its own, since the reader (PDFium) is a large C++ program and a PDF from the web may attack it: the
process is bounded in memory and time and holds no secrets. `layout` puts the lines together again. Needs the
extra `pdf`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from policydiff.errors import NoPdfReader, UnreadablePdf
from policydiff.models import Reason
from policydiff.pdf import layout, line_order

MOST_SECONDS = 60.0
"""Seconds for one file."""
MOST_MEMORY = 1024 * 1024 * 1024
MOST_PAGES = 2000
"""Pages of one file."""
MOST_LETTERS = 5_000_000
"""Letters of one file."""

_CHILD = Path(__file__).with_name("child.py")
_START = re.compile(rb"%PDF-\d\.\d")
_PROBLEMS = {
    "password": ("it is protected by a password", "Get a copy that everybody can read"),
    "broken": ("it is a damaged PDF", "Open it in a PDF reader; if that fails too, get it again"),
}


@dataclass(frozen=True, slots=True)
class PdfPage:
    """The text of a PDF as a page."""

    html: str
    """A page with its text."""
    doubts: tuple[Reason, ...]
    """Why the text may not be what a reader sees."""


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF; its mark may stand after some other bytes, but those of a page or text.

    >>> is_pdf(b"<!-- %PDF-1.7 --><p>We keep your data.</p>")
    False
    """
    found = _START.search(data, 0, 1024)
    if found is None:
        return False
    before = data[: found.start()].strip(b" \t\r\n\f\0\xef\xbb\xbf")
    # A text may speak of the mark; after that of a PDF stand objects.
    return not before or (not before.startswith(b"<") and re.search(rb"\d \d obj\b", data) is not None)


def read_pdf(data: bytes, name: str, *, seconds: float = MOST_SECONDS, memory: int = MOST_MEMORY) -> PdfPage:
    """The text of a PDF as a page.

    Args:
        data: the PDF.
        name: what errors call it.
        seconds: how long reading may take.
        memory: how many bytes of memory it may take (where the system can bound it: Linux, macOS).

    Raises:
        NoPdfReader: the extra is not installed.
        UnreadablePdf: it is damaged, protected or beyond the bounds.
    """
    if find_spec("pypdfium2") is None:
        advice = 'Install policydiff with its extra: pip install "policydiff[pdf]"'
        raise NoPdfReader(name, "it is a PDF, and the extra that reads PDFs is not installed", advice)
    read = _run_child(data, name, seconds, memory)
    if "problem" in read:
        problem, advice = _PROBLEMS.get(str(read["problem"]), _PROBLEMS["broken"])
        raise UnreadablePdf(name, problem, advice)
    page = line_order.ordered([[line_order.PrintedLine(*line) for line in page] for page in read["pages"]])
    doubts = layout.doubts(page)
    if read["pictures"] and len(read["pictures"]) < len(read["pages"]):
        sentence = f"Pages of the PDF are pictures without text, the first of them page {read['pictures'][0]}"
        doubts = (*doubts, Reason("pdf-page-without-text", sentence))
    if read["cut"]:
        sentence = (
            f"The PDF has more than {MOST_PAGES} pages or {MOST_LETTERS} letters: the rest was not read"
        )
        doubts = (*doubts, Reason("pdf-cut", sentence))
    return PdfPage(layout.to_html(page, str(read["title"])), doubts)


def _run_child(data: bytes, name: str, seconds: float, memory: int) -> dict[str, Any]:
    bounds = [str(memory), str(int(seconds) + 1), str(MOST_PAGES), str(MOST_LETTERS)]
    # -P: the child's folder is not where its imports come from.
    command = [sys.executable, "-P", str(_CHILD), *bounds]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        problem = f"reading it took more than {seconds:g} seconds"
        raise UnreadablePdf(name, problem, "Open it in a reader and save its text") from error
    try:
        read: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        problem = "reading it took too much memory or broke the reader"
        raise UnreadablePdf(name, problem, "Open it in a reader and save its text") from error
    return read
