"""PDFs are read in a process of their own, into paragraphs, and whatever is wrong with one has a name."""

from __future__ import annotations

import importlib.util

import pytest

from policydiff import documents, pdf
from policydiff.errors import UnreadablePdf, UnsupportedInput
from policydiff.pdf import layout
from policydiff.pdf.line_order import PrintedLine, ordered
from tests.pdfs import Put, column, filled, made, row_by_row

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
    document = documents.read_document(POLICY, url="https://lumio.example/policy.pdf")
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
    assert document == documents.read_document(POLICY, url="https://lumio.example/policy.pdf")


@needs_reader
def test_page_numbers_are_furniture_and_paragraphs_cross_pages() -> None:
    """What stands at the edge of each page is left out; what was parted by a page is joined."""
    beginnings = ("We keep what you give us, and", "keep it for as long as you like, and", "tell you when")
    numbered = enumerate(beginnings, start=1)
    document = documents.read_document(pdf_of(*([f"Lumio, page {n} of 3", "", text] for n, text in numbered)))
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
        documents.read_document(data)


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
    assert "We keep" in documents.read_document(text).text


def test_a_pdf_may_stand_behind_other_bytes() -> None:
    """A line end, a byte order mark, the header of a printer."""
    befores = (b"", b"\r\n", b"\xef\xbb\xbf", b"\x1b%-12345X@PJL\r\n")
    assert all(pdf.is_pdf(before + POLICY) for before in befores)


@needs_reader
@pytest.mark.timeout(60)
def test_reading_is_bounded_in_time_and_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """A reader that hangs or swells is ended from outside."""
    with pytest.raises(UnreadablePdf, match=r"more than 0\.01 seconds"):
        pdf.read_pdf(POLICY, "a PDF", seconds=0.01)
    with pytest.raises(UnreadablePdf, match="memory"):
        pdf.read_pdf(POLICY, "a PDF", memory=8 * 2**20)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names the command; it is an input that is not supported here."""
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(UnsupportedInput, match=r'pip install "policydiff\[pdf\]"'):
        documents.read_document(POLICY)


# --- lines to paragraphs ---


def lines(*texts: str, size: float = 10) -> list[PrintedLine]:
    return [
        PrintedLine(text, 60, 60 + 5 * len(text), 700 - 12 * at, 690 - 12 * at, size)
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
        (("send us a letter or an E-Mail\x02", "Adresse for ever and a day"), "an E-Mail-Adresse for"),
        (("We keep <b> & co, always and ever", "and more of it than you would"), "&lt;b&gt; &amp; co"),
    ],
)
def test_lines_become_words_again(texts: tuple[str, ...], expected: str) -> None:
    """Hyphens of line ends are undone where the whole word is known; text is never markup."""
    assert expected in layout.to_html(ordered([lines(*texts)]), "")


def test_one_word_a_line_is_doubted() -> None:
    """Some PDFs give their words one by one; that they are in order is luck."""
    assert layout.doubts(ordered([lines(*["word"] * 60)]))[0].code == "pdf-words"
    assert not layout.doubts(ordered([lines(*["some words in a line"] * 60)]))
    assert layout.doubts(ordered([[]]))[0].code == "pdf-without-text"


# --- reading order ---

KEEPING = [
    "Your notes",
    "We keep the notes that you write in our application until your account is closed, and then no more.",
    "We share them with the companies that host our servers in Norway and with nobody else, unless we must.",
    "Our engineers can read a note only while you ask them for help, and every such look is written down.",
]
RIGHTS = [
    "Your rights",
    "You can ask us for a copy of everything that we hold about you, and we send it within one month.",
    "You can object to the use of your data for measuring how our pages are read, and we stop at once.",
    "If you are not content with what we do, the authority of your country hears you.",
]
CHANGES = [
    "How we tell you",
    "We write to you by letter at least ninety days before this text changes in a way that matters to you.",
    "Older versions stay on our pages for ten years so that you can compare them word by word.",
]


def read(data: bytes) -> tuple[list[str], list[str]]:
    """The clauses of a PDF and the codes of its doubts."""
    document = documents.read_document(data)
    doubted = [reason.code for reason in document.quality.reasons if reason.code.startswith("pdf")]
    return [clause.text for clause in document.clauses], doubted


def beside(*texts: list[str], measure: float = 200, top: float = 760) -> list[Put]:
    """Columns of texts, put down row by row."""
    step = measure + 40
    columns = [column(text, 40 + step * at, measure, top=top, between=12.5) for at, text in enumerate(texts)]
    return row_by_row(*columns)


@needs_reader
def test_columns_put_down_row_by_row() -> None:
    """One column after the other, be they two or three, and under lines over the full width."""
    assert read(made(beside(KEEPING, RIGHTS))) == ([*KEEPING, *RIGHTS], [])
    assert read(made(beside(KEEPING, RIGHTS, CHANGES, measure=140))) == ([*KEEPING, *RIGHTS, *CHANGES], [])
    lead = "This notice tells you in two columns what we do with your data, wherever you live and read it."
    whole = [Put(40, 800, "Notice of Mirrowell", 18), *column([lead], 40, 440, top=770)]
    found = read(made([*whole, *beside(KEEPING, RIGHTS, top=720)]))
    assert found == (["Notice of Mirrowell", lead, *KEEPING, *RIGHTS], [])


@needs_reader
def test_headings_that_stand_beside_each_other_make_no_table() -> None:
    """In long columns two headings are on one row now and then; cells of a table begin so again and again."""
    places = "hall loft yard quay shed barn".split()
    kept = [
        f"We keep what you leave in the {one} of our harbour for as long as you ask the office to do so, and "
        "not a day more."
        for one in places
    ]
    asked = [
        f"You may have what you left in the {one} of our harbour back whenever you come to the office and "
        "ask for it."
        for one in places
    ]
    left = ["Where it is", *kept, "How long", *kept[::-1]]
    right = ["Whom to ask", *asked, "And when", *asked[::-1]]
    assert read(made(beside(left, right))) == ([*left, *right], [])


@needs_reader
@pytest.mark.parametrize("lower", [3, 6, 9])
def test_columns_whose_lines_stand_at_other_heights(lower: float) -> None:
    """Columns need not share their lines."""
    left, right = (
        column(KEEPING, 40, 200, between=12.5),
        column(RIGHTS, 290, 200, top=760 - lower, between=12.5),
    )
    assert read(made(row_by_row(left, right))) == ([*KEEPING, *RIGHTS], [])


@needs_reader
def test_columns_in_order_stay_as_they_are() -> None:
    """A PDF that has its columns one after the other is read so, also below lines over the full width."""
    lead = "This notice tells you in two columns what we do with your data, wherever you live and read it."
    whole = column([lead], 40, 440, top=770)
    columns = [*column(KEEPING, 40, 200, top=720), *column(RIGHTS, 280, 200, top=720)]
    assert read(made([*whole, *columns])) == ([lead, *KEEPING, *RIGHTS], [])


ROWS = [("Data", "Purpose", "Kept"), ("Name", "Letters", "2 years"), ("Address", "Parcels", "1 year")]
ROWS += [
    ("Mail", "Login", "Until you leave"),
    ("Device", "Security", "30 days"),
    ("Card", "Payment", "10 years"),
]
CELLS = [
    (
        "Your name and the address that you gave us for the letter",
        "To send what you ordered from us and nothing else",
    ),
    (
        "The pages that you read and how long you stayed on them",
        "To find out what does not work and to mend it",
    ),
    ("The sign of your device and the country it is in", "To keep strangers out of your account and of ours"),
]


def table(padding: float) -> bytes:
    """A table of cells of several lines, its rows set apart by white."""
    put, top = [], 760.0
    for row in CELLS:
        cells = [filled(cell, 110) for cell in row]
        for at in range(max(map(len, cells))):
            put += [
                Put(60 + 140 * place, top, cell[at]) for place, cell in enumerate(cells) if at < len(cell)
            ]
            top -= 12.5
        top -= padding
    return made(put)


@needs_reader
def test_tables() -> None:
    """Short cells row by row, longer ones cell by cell; where their rows cannot be told, a doubt."""
    rows = [
        Put(60 + 160 * at, 760 - 20 * number, cell)
        for number, row in enumerate(ROWS)
        for at, cell in enumerate(row)
    ]
    assert read(made(rows)) == ([" ".join(row) for row in ROWS], [])
    assert read(table(padding=10)) == ([cell for row in CELLS for cell in row], [])
    assert read(table(padding=0))[1] == ["pdf-woven"]


@needs_reader
@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("apart", [False, True])
def test_line_numbers(step: int, apart: bool) -> None:
    """Numbers in the margin are no words, each line's or every fifth, put down with their lines or behind."""
    text = column([*KEEPING, *RIGHTS], 60, 430, between=0)
    lines: list[Put] = []
    numbers: list[Put] = []
    for number, line in enumerate(text, start=1):
        mark = [Put(30, line.bottom, str(number), 8)] if number % step == 0 else []
        (numbers if apart else lines).extend(mark)
        lines.append(line)
    assert read(made([*lines, *numbers])) == ([*KEEPING, *RIGHTS], [])


@needs_reader
def test_every_fifth_line_is_numbered_on_the_right_and_blank_lines_count() -> None:
    """The numbers grow by five, whatever the rows between them."""
    text = column([*KEEPING, *RIGHTS], 60, 430, between=0)
    rows = [number + number // 4 for number in range(1, len(text) + 1)]  # every fourth line a blank one
    numbers = [
        Put(520, line.bottom, str(row), 8) for line, row in zip(text, rows, strict=True) if row % 5 == 0
    ]
    assert len(numbers) > 2
    assert read(made([*text, *numbers])) == ([*KEEPING, *RIGHTS], [])


@needs_reader
def test_numbers_of_paragraphs_stay() -> None:
    """Numbers that hang in the margin of paragraphs are theirs."""
    put = []
    for number, text in enumerate([*KEEPING[1:], *RIGHTS[1:]], start=1):
        lines = column([text], 90, 400, top=800 - number * 60)
        put += [Put(60, lines[0].bottom, f"{number}"), *lines]
    assert read(made(put))[0][1] == f"2 {KEEPING[2]}"


@needs_reader
def test_notes_at_the_foot_part_no_sentence() -> None:
    """A note and a page number between the halves of a sentence go aside, on two pages only."""
    halves = (
        "We keep your notes for thirty days, unless",
        "a court orders us to keep them longer, and then we do.",
    )
    note = "1 Copies are kept in two countries of the Union."
    first = [*column([*KEEPING, halves[0]], 60, 430), Put(60, 60, note, 7), Put(290, 30, "Page 1 of 2", 7)]
    second = [*column([halves[1], *RIGHTS], 60, 430), Put(290, 30, "Page 2 of 2", 7)]
    assert read(made(first, second)) == ([*KEEPING, " ".join(halves), *RIGHTS, note], [])


@needs_reader
def test_running_titles_of_left_and_right_pages() -> None:
    """Furniture may change from page to page; one that prints a date is kept once."""

    def sheet(number: int, text: list[str]) -> list[Put]:
        title = "Mirrowell" if number % 2 else "Notice on data"
        foot = Put(60, 30, "Last updated 3 May 2024", 8)
        return [Put(60, 810, f"{title}   {number}", 8), *column(text, 60, 430), foot]

    texts = [*KEEPING[1:], *RIGHTS[1:]]
    found, _ = read(made(*(sheet(number, [text]) for number, text in enumerate(texts, start=1))))
    assert found == [*texts, "Last updated 3 May 2024"]


@needs_reader
def test_spaced_letters() -> None:
    """Titles set in spaced letters are words, whether blanks or the printer spaced them."""
    put = [
        Put(60, 800, "PRIVACY NOTICE", 18, 9),
        Put(60, 770, "Y O U R   D A T A", 14),
        *column(KEEPING, 60, 430, top=740),
    ]
    assert read(made(put))[0][:2] == ["PRIVACY NOTICE", "YOUR DATA"]


HEBREW = {65 + at: letter for at, letter in enumerate("אבגדהוזחטיכלמנסעפצקרשתםןךףץ")}
SENTENCE = "אנחנו שומרים את הנתונים שלכם כל עוד החשבון פתוח ומוחקים אותם כאשר אתם מבקשים"


def coded(text: str) -> str:
    codes = {letter: chr(code) for code, letter in HEBREW.items()}
    return "".join(codes.get(letter, letter) for letter in text)


@needs_reader
def test_text_that_runs_to_the_left() -> None:
    """Hebrew put down as it is seen is read as it is spoken; put down the wrong way it is doubted."""
    seen = [Put(60, 760, coded(SENTENCE)[::-1], 12)]
    assert read(made(seen, letters=HEBREW)) == ([SENTENCE], [])
    wrong = [Put(60, 760 - 20 * at, coded(SENTENCE), 12) for at in range(3)]
    assert read(made(wrong, letters=HEBREW))[1] == ["pdf-backwards"]


@needs_reader
def test_letters_that_are_none() -> None:
    """A font whose table of letters is wrong, and pages that are pictures, are doubted."""
    shifted = {code: chr(code - 29) for code in range(65, 123)}
    text = column([*KEEPING, *RIGHTS], 60, 430)
    assert read(made(text, letters=shifted))[1] == ["pdf-glyphs"]
    assert read(made(text, pictures=2))[1] == ["pdf-page-without-text"]
    assert read(made(text))[1] == []


@needs_reader
@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (POLICY, True),
        (b"\r\n" + POLICY, True),
        (b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + POLICY, True),
        (b"<!-- %PDF-1.4 --><html><body><h1>Policy</h1><p>We keep data.</p></body></html>", False),
        (b"<!doctype html><title>%PDF-1.4</title><p>We keep data.</p>", False),
        (b"# Policy\n\nOur letters are files that begin with %PDF-1.4 and end somewhere.", False),
        (b"<p>%PDF- is how such a file begins</p>", False),
    ],
)
def test_what_is_a_pdf(data: bytes, is_one: bool) -> None:
    """The mark of a PDF inside of a page is spoken of, and the page is read."""
    assert pdf.is_pdf(data) is is_one
    if not is_one:
        assert documents.read_document(data).media_type != "application/pdf"


def test_hostile_pages_stay_cheap() -> None:
    """A page of fifty thousand lines, notes or numbers ends at once (the test would hang)."""
    rows = []
    for at in range(50_000):
        left = 60 + 200 * (at % 2)
        rows.append(PrintedLine("a word of it" if at % 3 else "A cell", left, left + 90, -at, -at - 1.5, 10))
    numbers = [line._replace(text=str(at)) for at, line in enumerate(rows)]
    for page in (rows, [line._replace(size=5) for line in rows], numbers):
        layout.to_html(ordered([[PrintedLine("Text", 60, 90, 20, 10, 10), *page]]), "")
