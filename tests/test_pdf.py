"""PDFs are read in a process of their own, into paragraphs, and whatever is wrong with one has a name."""

from __future__ import annotations

import importlib.util
import time

import pytest

from policydiff import pages, pdf
from policydiff.errors import UnreadablePdf, UnsupportedInput
from policydiff.pdf import layout
from policydiff.pdf.layout import Line

needs_reader = pytest.mark.skipif(importlib.util.find_spec("pypdfium2") is None, reason="needs the extra pdf")


def pdf_of(*page_lines: list[str], title: str = "", size: float = 11) -> bytes:
    """A PDF by hand: pages of lines, one below the other; "# " makes a large line, "" a gap."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in page_lines:
        shown, y = [], 780.0
        for line in lines:
            large = line.startswith("# ")
            letters = 2 * size if large else size
            text = line.removeprefix("# ").replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            shown.append(f"BT /F1 {letters} Tf 60 {y} Td ({text}) Tj ET")
            y -= letters * 1.25 if line else size
        stream = "\n".join(shown)
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) >>")
    return _file(objects)


def _file(objects: list[str]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, text in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


POLICY = pdf_of(
    [
        "# Lumio Privacy Policy",
        "Effective 1 May 2024",
        "",
        "We keep the data that you give us for as long as your account is open, and we delete it when",
        "you ask us to do so by letter (or in your account). Nobody else sees it.",
        "",
        "- your name",
        "- your address, and the address that you had before you moved to where you are at",
        "  present",
        "- your choices",
        "",
        "Lumio Ltd",
        "1 Main Street",
    ],
    title="Lumio Privacy Policy",
)


@needs_reader
def test_a_pdf_reads_like_a_page() -> None:
    """Heading, paragraphs over several lines, list items and lines that were meant as lines."""
    document = pages.read(POLICY, url="https://lumio.example/policy.pdf")
    assert [(clause.kind, clause.text) for clause in document.clauses] == [
        ("heading", "Lumio Privacy Policy"),
        ("paragraph", "Effective 1 May 2024"),
        (
            "paragraph",
            (
                "We keep the data that you give us for as long as your account is open, and we delete it "
                "when you ask us to do so by letter (or in your account). Nobody else sees it."
            ),
        ),
        ("item", "your name"),
        ("item", "your address, and the address that you had before you moved to where you are at present"),
        ("item", "your choices"),
        ("paragraph", "Lumio Ltd"),
        ("paragraph", "1 Main Street"),
    ]
    assert (document.title, document.media_type, document.size) == (
        "Lumio Privacy Policy",
        "application/pdf",
        len(POLICY),
    )
    assert document == pages.read(POLICY, url="https://lumio.example/policy.pdf")


@needs_reader
def test_page_numbers_are_furniture_and_paragraphs_cross_pages() -> None:
    """What stands at the edge of each page is left out; what was parted by a page is joined."""
    beginnings = ("We keep what you give us, and", "keep it for as long as you like, and", "tell you when")
    numbered = enumerate(beginnings, start=1)
    document = pages.read(pdf_of(*([f"Lumio, page {n} of 3", "", text] for n, text in numbered)))
    assert "page" not in document.text
    assert "give us, and keep it for as long" in document.text


@needs_reader
@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.7\n" + bytes(5000), "damaged"),
        (POLICY[:400], "damaged"),
        (b"\x00\x01 %PDF-1.4 behind other bytes\n1 0 obj <<>> endobj", "damaged"),
    ],
)
def test_a_broken_pdf_is_told(data: bytes, problem: str) -> None:
    """No traceback, no empty document: a sentence."""
    with pytest.raises(UnreadablePdf, match=problem):
        pages.read(data)


@pytest.mark.parametrize(
    "text",
    [
        b"<!-- %PDF-1.7 --><!doctype html><p>We keep your data.</p>",
        b"\xef\xbb\xbf  <html><title>How to make %PDF-1.4 files</title><p>We keep your data.</p>",
        b"<script>if (head == '%PDF-1.4') { x = '1 0 obj' }</script><p>We keep your data.</p>",
        b"# Privacy\n\nWe keep the files you send, such as %PDF-1.5, for 30 days.\n",
        b"We keep %PDF- files for 30 days.",
    ],
)
def test_a_page_that_speaks_of_pdf_is_a_page(text: bytes) -> None:
    """The mark of a PDF among the first words of a page, or in a comment, makes no PDF of it."""
    assert not pdf.is_pdf(text)
    assert "We keep" in pages.read(text).text


def test_a_pdf_may_stand_behind_other_bytes() -> None:
    """A line end, a byte order mark, the header of a printer."""
    befores = (b"", b"\r\n", b"\xef\xbb\xbf", b"\x1b%-12345X@PJL\r\n")
    assert all(pdf.is_pdf(before + POLICY) for before in befores)


@needs_reader
def test_reading_is_bounded_in_time_and_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """A reader that hangs or swells is ended from outside."""
    began = time.monotonic()
    with pytest.raises(UnreadablePdf, match=r"more than 0\.01 seconds"):
        pdf.read(POLICY, "a PDF", seconds=0.01)
    assert time.monotonic() - began < 5
    with pytest.raises(UnreadablePdf, match="memory"):
        pdf.read(POLICY, "a PDF", memory=8 * 2**20)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names the command; it is an input that is not supported here."""
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(UnsupportedInput, match=r'pip install "policydiff\[pdf\]"'):
        pages.read(POLICY)


# --- lines to paragraphs ---


def lines(*texts: str, size: float = 10) -> list[Line]:
    return [
        Line(text, 60, 60 + 5 * len(text), 700 - 12 * at, 690 - 12 * at, size)
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("we keep your infor-", "mation and other information"),
            "we keep your information and other information",
        ),
        (("this is about your opt-", "out, as you may know by now"), "your opt-out, as"),
        (("we keep your infor\x02", "mation for ever and a day ok"), "your information for"),
        (("We keep <b> & co, always and ever", "and more of it than you would"), "&lt;b&gt; &amp; co"),
    ],
)
def test_lines_become_words_again(texts: tuple[str, ...], expected: str) -> None:
    """Hyphens of line ends are undone where the whole word is known; text is never markup."""
    assert expected in layout.to_html([lines(*texts)], "")


def test_one_word_a_line_is_doubted() -> None:
    """Some PDFs give their words one by one; that they are in order is luck."""
    assert layout.doubts([lines(*["word"] * 60)])[0].code == "pdf-words"
    assert not layout.doubts([lines(*["some words in a line"] * 60)])
    assert layout.doubts([[]])[0].code == "pdf-without-text"
