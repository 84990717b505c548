"""Files that people have: documents of word processors, e-mails, zip archives of saved pages."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import time
import zipfile
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import TYPE_CHECKING

import pytest

from policydiff import documents, formats, letters, saved_page
from policydiff.archive import Archive
from policydiff.errors import InputTooLarge, UnsupportedInput
from policydiff.importers import import_files
from policydiff.workflows.comparing import compare
from tests.archiving import NAME
from tests.office_files import docx, odt, paragraph, zipped
from tests.servers import policy

if TYPE_CHECKING:
    from pathlib import Path

    from policydiff.models import Document

KEEP = "We keep the data that you give us for as long as your account is open and delete it when you ask."
CHANGED = "We keep the data that you give us for ten years and share it with advertisers."
HEADINGS = paragraph("Lumio Privacy Policy", "Title"), paragraph("What we keep", "Heading1")
WORD = docx(*HEADINGS, paragraph(KEEP))
OPEN = odt(
    '<text:h text:outline-level="1">Lumio Privacy Policy</text:h>',
    '<text:h text:outline-level="2">What we keep</text:h>',
    f"<text:p>{KEEP}</text:p>",
)


def told(document: Document) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(clause.kind, clause.text, clause.path) for clause in document.clauses]


# --- documents of word processors -----------------------------------------------------------------


@pytest.mark.parametrize("data", [WORD, OPEN], ids=["docx", "odt"])
def test_a_document_is_read_with_its_headings(data: bytes) -> None:
    document = documents.read_document(data)
    assert document.title == "Lumio Privacy Policy"
    assert told(document)[-1][:2] == ("paragraph", KEEP)
    assert told(document)[-1][2][-1] == "What we keep"
    assert (document.size, document.charset) == (len(data), "")
    assert "officedocument" in document.media_type or "opendocument" in document.media_type


def test_lists_and_tables_are_read() -> None:
    cell = "<w:tc>{}</w:tc>".format
    row = "<w:tr>{}</w:tr>".format
    pairs = (("Data", "Purpose"), ("Mail", "Login"))
    cells = [row("".join(cell(paragraph(text)) for text in pair)) for pair in pairs]
    document = documents.read_document(docx(paragraph(KEEP), f"<w:tbl>{''.join(cells)}</w:tbl>"))
    assert tuple(text for _, text, _ in told(document)[-2:]) == ("Mail", "Login")
    items = "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in ("one", "two"))
    document = documents.read_document(odt(f"<text:p>{KEEP}</text:p><text:list>{items}</text:list>"))
    assert [one[:2] for one in told(document)[-2:]] == [("item", "one"), ("item", "two")]


def test_what_a_reader_does_not_see_is_no_text() -> None:
    """Deletions that are tracked; insertions that are tracked count."""
    deleted = f'<w:p><w:del w:id="1" w:author="a"><w:r><w:delText>{CHANGED}</w:delText></w:r></w:del></w:p>'
    inserted = '<w:p><w:ins w:id="2" w:author="a"><w:r><w:t>It holds from May.</w:t></w:r></w:ins></w:p>'
    text = documents.read_document(docx(paragraph(KEEP), deleted, inserted)).text
    assert "ten years" not in text
    assert "It holds from May." in text


def test_a_document_is_compared_with_the_page(tmp_path: Path) -> None:
    """The same words in another kind of file are no change; other words are one."""
    page = f"<h1>Lumio Privacy Policy</h1><h2>What we keep</h2><p>{KEEP}</p>".encode()
    (tmp_path / "policy.docx").write_bytes(WORD)
    changes = compare(tmp_path / "policy.docx", page).diff.changes
    assert {change.kind for change in changes} == {"unchanged"}
    changes = compare(page, OPEN).diff.changes
    assert {change.kind for change in changes} == {"unchanged"}
    other = docx(*HEADINGS, paragraph(CHANGED))
    assert {change.kind for change in compare(WORD, other).diff.changes} != {"unchanged"}


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(docx(paragraph(KEEP), prolog=LAUGHS), id="entities that grow"),
        pytest.param(docx(paragraph(KEEP), prolog=OUTSIDE), id="an entity outside"),
        pytest.param(odt(f"<text:p>{KEEP}&amp;</text:p>", prolog=LAUGHS), id="entities that grow, odt"),
        pytest.param(odt(f"<text:p>{KEEP}</text:p>", prolog=OUTSIDE), id="an entity outside, odt"),
        pytest.param(docx(more={"word/a.xml": OUTSIDE.encode("utf-16")}), id="in another encoding"),
        pytest.param(docx("<w:p>" * 50_000 + "</w:p>" * 50_000), id="nested without end"),
        pytest.param(docx("<w:p>"), id="no XML"),
        pytest.param(zipped({"[Content_Types].xml": "x", "word/document.xml": KEEP}), id="no document"),
        pytest.param(zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), id="no text"),
        pytest.param(WORD[:-400], id="cut"),
        pytest.param(WORD.replace(b"word/document.xml", b"word/documenT.xml"), id="without its text"),
    ],
)
def test_a_document_made_to_do_damage_is_refused_by_a_sentence(data: bytes) -> None:
    began = time.process_time()
    with pytest.raises(UnsupportedInput) as caught:
        documents.read_document(data)
    assert caught.value.advice
    assert time.process_time() - began < 5


def test_a_document_that_unpacks_to_no_end_is_refused() -> None:
    """By what it would unpack to, before that is done."""
    for more in ({"word/media/a.png": b"\0" * 200_000_000}, {"word/b.xml": b" " * 9_000_000}):
        with pytest.raises(InputTooLarge, match="MB"):
            documents.read_document(docx(paragraph(KEEP), more=more))  # type: ignore[arg-type]
    many = {f"word/{number}.txt": "" for number in range(3_000)}
    with pytest.raises(InputTooLarge):
        documents.read_document(docx(paragraph(KEEP), more=many))  # type: ignore[arg-type]


def test_without_the_extra_it_is_said_what_to_install() -> None:
    script = (
        "import sys\n"
        "sys.modules['mammoth'] = None\n"
        "from policydiff import documents\n"
        "from tests.office_files import docx, paragraph\n"
        "try: documents.read_document(docx(paragraph('x')))\n"
        "except Exception as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert "pip install 'policydiff[office]'" in done.stdout


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_what_libreoffice_writes_is_read(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a.html").write_bytes(f"<h1>Lumio</h1><h2>What we keep</h2><p>{KEEP}</p>".encode())
    page, out = str(tmp_path / "a.html"), str(tmp_path)
    home = f"-env:UserInstallation=file://{tmp_path}/home"  # two at once may not share one
    command = [
        "soffice",
        home,
        "--headless",
        "--infilter=HTML (StarWriter)",
        "--convert-to",
        kind,
        "--outdir",
        out,
        page,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    document = documents.read_document((tmp_path / f"a.{kind}").read_bytes())
    assert told(document)[-1][1] == KEEP


# --- e-mails --------------------------------------------------------------------------------------

POLICY = policy(300)


def letter(text: str = "", html: bytes = b"", **attached: bytes) -> bytes:
    """A message with a body and attachments by name ("policy_html")."""
    message = EmailMessage()
    message["From"], message["To"] = "Lumio <news@lumio.example>", "reader@reader.example"
    message["Subject"], message["Date"] = "We update our policy", "Mon, 03 Mar 2025 11:00:00 +0100"
    message["Message-ID"] = "<1@lumio.example>"
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(html.decode(), subtype="html") if text else message.set_content(
            html.decode(), subtype="html"
        )
    for name, data in attached.items():
        file = name.replace("_", ".")
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=file)
    return message.as_bytes()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(letter("See the page.", POLICY), id="the body"),
        pytest.param(letter("", POLICY), id="the body alone"),
        pytest.param(letter("We change our policy, see the file.", policy_html=POLICY), id="attached"),
        pytest.param(letter("Note.", b"<p>A note.</p>", policy_html=POLICY), id="attached to a page"),
        pytest.param(letter("Both.", a_html=policy(60), b_html=POLICY, c_png=b"PNG"), id="the longer"),
        pytest.param(letter("", b"", policy_html=POLICY), id="nothing else"),
    ],
)
def test_the_policy_in_an_e_mail_is_read(data: bytes) -> None:
    assert formats.container(data) == "eml"
    document = documents.read_document(data)
    assert told(document) == told(documents.read_document(POLICY))
    assert (document.media_type, document.size) == ("message/rfc822", len(data))


@pytest.mark.parametrize("attached", [{"policy_docx": WORD}, {"policy_odt": OPEN}])
def test_a_document_attached_to_an_e_mail_is_read(attached: dict[str, bytes]) -> None:
    assert KEEP in documents.read_document(letter("The file.", **attached)).text


@pytest.mark.parametrize(
    "inner",
    [
        pytest.param(letter("Note.", policy_html=POLICY), id="attached to it"),
        pytest.param(letter("See the page.", POLICY), id="its body"),
    ],
)
def test_a_forwarded_e_mail_is_read(inner: bytes) -> None:
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "a@a.example", "b@b.example", "Fwd: We update our policy"
    outer.set_content("Look at this.")
    outer.add_attachment(message_from_bytes(inner, policy=default))
    assert told(documents.read_document(outer.as_bytes())) == told(documents.read_document(POLICY))


@pytest.mark.parametrize(
    "data", [letter("", b"", a_png=b"\x89PNG\r\n" + bytes(99)), letter("", b"", a_docx=WORD[:-300]), letter()]
)
def test_an_e_mail_without_a_policy_is_refused_by_a_sentence(data: bytes) -> None:
    with pytest.raises(UnsupportedInput, match=r"e-mail|parts"):
        documents.read_document(data)


def test_a_hostile_e_mail_is_read_in_time() -> None:
    """Parts in parts, without end and without number."""
    head = b"From: a@a.example\nTo: b@b.example\nMIME-Version: 1.0\n"
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(90))
    many = (
        b'Content-Type: multipart/mixed; boundary="b"\n\n'
        + b"--b\nContent-Type: text/html\n\n<p>x</p>\n" * 20_000
    )
    for data in (head + nested, head + many):
        began = time.process_time()
        letters.letter_parts(data)
        assert time.process_time() - began < 20


# --- zip archives of saved pages ------------------------------------------------------------------


def test_a_zip_of_pages_comes_in(tmp_path: Path) -> None:
    """Each by the date in its name or inside; what the system put beside them is no page."""
    (tmp_path / "pages.zip").write_bytes(
        zipped(
            {
                "lumio/2024-01-01.html": policy(100),
                "lumio/2024-02-01.html": policy(120),
                "lumio/notice.eml": letter("", POLICY),
                "lumio/2024-03-01.docx": WORD,
                "__MACOSX/lumio/._2024-01-01.html": b"x",
                "lumio/undated.html": policy(100),
                "lumio/2024-05-01.png": b"\x89PNG\r\n" + bytes(99),
            }
        )
    )
    archive = Archive(tmp_path / "archive")
    done = import_files(archive, NAME, [tmp_path / "pages.zip"])
    assert done.added == 4
    assert [(what.partition(": ")[2], problem) for what, problem in done.failed] == [
        ("lumio/undated.html", "it has no date inside or in its name; give one with --date"),
        ("lumio/2024-05-01.png", "this is a picture"),
    ]
    days = [f"{one.at:%Y-%m-%d %H}" for one in archive.snapshots(NAME)]
    assert days == ["2024-01-01 00", "2024-02-01 00", "2024-03-01 00", "2025-03-03 10"]
    kept = [archive.captures(one)[0] for one in archive.snapshots(NAME)]
    assert dict(kept[2].details) == {"file": "2024-03-01.docx", "date_from": "file name", "zip": "pages.zip"}
    assert kept[2].media_type.endswith("wordprocessingml.document")
    assert archive.snapshots(NAME)[3].answers[0].file.endswith(".eml.gz")
    assert import_files(archive, NAME, [tmp_path / "pages.zip"]).known == 4
    assert not archive.verify().faults


def test_a_zip_made_to_do_damage_stops_nothing(tmp_path: Path) -> None:
    """Bombs, zips in zips, damaged ones: named, and the others come in."""
    inner = zipped({"2024-01-01.html": POLICY})
    (tmp_path / "a.zip").write_bytes(
        zipped({"2024-01-02.html": POLICY, "2024-01-01.html": b"0" * 60_000_000, "2024-01-03.html": inner})
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as many:
        for number in range(10_001):
            many.writestr(f"{number}.html", b"")
    (tmp_path / "b.zip").write_bytes(packed.getvalue())
    (tmp_path / "c.zip").write_bytes(b"PK\x03\x04 no zip")
    archive = Archive(tmp_path / "archive")
    done = import_files(archive, NAME, sorted(tmp_path.glob("*.zip")))
    assert (done.added, len(done.failed)) == (1, 4)
    assert {problem.split(" (")[0] for _, problem in done.failed} == {
        "it unpacks to more than 11 MB", "this is a zip archive",
        "it holds more than 10000 files, or 512 MB", "it is a damaged zip archive",
    }  # fmt: skip


def test_a_zip_is_no_page_for_a_comparison(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.html": POLICY}))
    with pytest.raises(UnsupportedInput, match="zip archive"):
        saved_page.read_file(tmp_path / "a.zip")


def test_the_date_of_an_e_mail_is_that_of_sending(tmp_path: Path) -> None:
    """In UTC, for a message that a person saved."""
    (tmp_path / "mail.eml").write_bytes(letter("", POLICY))
    archive = Archive(tmp_path / "archive")
    import_files(archive, NAME, [tmp_path / "mail.eml"])
    (seen,) = archive.observations(NAME)
    assert seen.at == datetime(2025, 3, 3, 10, tzinfo=UTC)
    assert dict(archive.captures(archive.snapshots(NAME)[0])[0].details)["date_from"] == "date of the e-mail"
