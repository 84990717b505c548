"""What is no page: refused by content and by name; and what only looks like that, which is read."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from policydiff import documents, formats, saved_page
from policydiff.archive import Archive
from policydiff.errors import UnsupportedInput
from policydiff.importers import import_files
from policydiff.workflows.comparing import compare

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "We keep your notes for thirty days and share them with our partners in the region you live in."
PAGE = f"<!doctype html><title>Privacy policy</title><h1>Privacy policy</h1><p>{WORDS}</p>".encode()


def zipped(**members: str) -> bytes:
    """A zip archive with these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_DOT_", "."), text)
    return packed.getvalue()


def opened(media_type: str) -> bytes:
    """An archive that says first, unpacked, what it is."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", media_type)
        archive.writestr("content.xml", f"<text>{WORDS}</text>")
    return packed.getvalue()


def tape() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        entry = tarfile.TarInfo("policy.html")
        entry.size = len(PAGE)
        archive.addfile(entry, io.BytesIO(PAGE))
    return packed.getvalue()


def letter(*, html: bool = True, picture: bool = False, **fields: str) -> bytes:
    """An e-mail in which a platform announces its new policy."""
    message = EmailMessage()
    message["From"] = "Larkspur <privacy@larkspur.example>"
    message["Subject"] = "Our privacy policy changes on 1 June"
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    message.set_content(WORDS)
    if picture:
        message.set_content(PAGE.decode(), subtype="html")
        message.add_related(b"GIF89a", "image", "gif")
    elif html:
        message.add_alternative(PAGE.decode(), subtype="html")
    return message.as_bytes()


def record(page: bytes) -> bytes:
    """A record of one answer, as crawlers keep them."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = f"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: {len(answer)}\r\n\r\n".encode()
    return head + answer + b"\r\n\r\n"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REFUSED = {
    "spreadsheet": (opened("application/vnd.oasis.opendocument.spreadsheet"), "ods", "office document"),
    "e-book": (opened("application/epub+zip"), "epub", "e-book"),
    "zip": (zipped(policy_DOT_html=PAGE.decode()), "zip", "zip archive"),
    "empty zip": (zipped(), "zip", "zip archive"),
    "web archive": (zipped(archive__data_DOT_warc="x", datapackage_DOT_json="{}"), "wacz", "WACZ"),
    "tape": (tape(), "tar", "compressed file"),
    "mailbox": (b"From larkspur Mon Mar  3 10:00:00 2025\n" + letter(To="r@r.example"), "mbox", "mailbox"),
    "Outlook": (OLE + "__substg1.0_1000001F".encode("utf-16-le"), "msg", "e-mail of Outlook"),
    "old office document": (OLE + "WordDocument".encode("utf-16-le"), "doc", "office document"),
    "record": (record(PAGE), "warc", "WARC"),
    "two records": (record(PAGE) + record(PAGE), "warc", "WARC"),
    "old record": (b"filedesc://a.arc 0.0.0.0 20250303 text/plain 76\n1 0 x\n" + PAGE, "arc", "WARC"),
    "traffic": (b'{\n "log": {\n "version": "1.2", "entries": []}}', "har", "HAR"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(99), "png", "picture"),
    "photograph": (b"\xff\xd8\xff\xe0" + bytes(99), "jpg", "picture"),
    "scan": (b"II*\x00" + bytes(99), "tiff", "picture"),
    "new picture": (b"\x00\x00\x00\x1cftypavif" + bytes(99), "avif", "picture"),
    "drawing": (
        b'<?xml version="1.0"?>\n<svg xmlns="x"><text>Privacy policy</text></svg>\n',
        "svg",
        "picture",
    ),
    "rich text": (b"{\\rtf1 " + WORDS.encode() + b"}", "rtf", "Rich Text"),
}
RELATED = 'Content-Type: multipart/related; type="text/html"; boundary="b"'
PART = f"--b\nContent-Type: text/html\nContent-Location: https://l.example/p\n\n{PAGE.decode()}\n--b--\n"
READ = {
    "page of Chrome": f"From: <Saved by Blink>\nSubject: Privacy\nMIME-Version: 1.0\n{RELATED}\n\n{PART}",
    "page of Explorer": f'From: "Saved by Internet Explorer 11"\nMIME-Version: 1.0\n{RELATED}\n\n{PART}',
    "page of a program": f"Message-ID: <1@saved>\nMIME-Version: 1.0\n{RELATED}\n\n{PART}",
    "page of Word": f"MIME-Version: 1.0\n{RELATED}\n\n{PART}",
    "front matter": f"title: Privacy\nfrom: Larkspur\ndate: 2025-03-03\n\n# Privacy policy\n\n{WORDS}",
    "who and to whom": f"Controller: Larkspur\nTo: all users\n\n{WORDS}",
    "letter to users": f"From Monday on this holds:\n\n{WORDS}",
    "icon first": f"<svg class='logo'></svg><h1>Privacy policy</h1><p>{WORDS}</p>",
    "talk of formats": f"MZ is no name. PK neither. WARC/ is a format, {{ log: }} is not. {WORDS}",
    "JSON that tells of logs": f'"log": {{"version": we keep logs}} {WORDS}',
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_page_is_refused_by_what_it_holds(archive: Archive, tmp_path: Path, kind: str) -> None:
    """As a file of any name, packed or not, as bytes of a server, and by an import: with what to do."""
    data, _, told = REFUSED[kind]
    for name, kept in (("policy.html", data), ("2025-03-03", data), ("policy.txt.gz", gzip.compress(data))):
        (tmp_path / name).write_bytes(kept)
        with pytest.raises(UnsupportedInput, match=told) as caught:
            saved_page.read_file(tmp_path / name)
        assert caught.value.advice.split()[0] in ("Give", "Save", "Unpack", "Open")
    for content_type in ("", "text/html", "application/octet-stream", "message/rfc822"):
        with pytest.raises(UnsupportedInput):
            documents.read_document(data, url="https://larkspur.example/privacy", content_type=content_type)
    with pytest.raises(UnsupportedInput, match=told):
        compare(data, PAGE)
    (tmp_path / "2025-03-04.html").write_bytes(PAGE)
    if kind in ("zip", "empty zip"):
        return  # which an import opens
    done = import_files(
        archive, "larkspur/privacy-policy", [tmp_path / "2025-03-03", tmp_path / "2025-03-04.html"]
    )
    assert (done.added, [told in problem for _, problem in done.failed]) == (1, [True])


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_page_is_refused_by_its_name(tmp_path: Path, kind: str) -> None:
    """Where the content says nothing: cut, or of a version that is not known."""
    ending = REFUSED[kind][1]
    for name in (f"policy.{ending}", f"POLICY.{ending.upper()}", f"policy.{ending}.gz"):
        path = tmp_path / name
        path.write_bytes(b"Something else: " + WORDS.encode())
        with pytest.raises(UnsupportedInput):
            saved_page.read_file(path)
        path.write_bytes(b"\xef\xbb\xbf\n" + PAGE)  # a page that was renamed is a page
        assert saved_page.read_file(path).data.endswith(PAGE)


@pytest.mark.parametrize("kind", READ)
def test_what_only_looks_like_it_is_read(kind: str) -> None:
    """Pages saved by browsers, and texts that speak of such things."""
    data = READ[kind].encode()
    formats.refuse(data, "policy")
    assert WORDS in documents.read_document(data).text


@pytest.mark.parametrize(
    "unit",
    [
        b"a: b\n",
        b"a:\n b\n",
        b"From: ",
        b" ",
        b"<!-- -->",
        b"From x\n",
        b"a:",
        b"\n",
        b"<?xml ?>",
        b'{"log":',
    ],
)
@pytest.mark.timeout(60)
def test_hostile_repetition_stays_cheap(unit: bytes) -> None:
    """The look takes no longer where the file is longer."""
    formats.refuse(unit * 200_000, "policy")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")
