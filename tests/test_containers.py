"""Saved pages: MHTML, browsers' single files, copies of web archives."""

from __future__ import annotations

import base64
import contextlib
import html
import quopri
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff import documents, saved_page
from policydiff.errors import UnsupportedInput
from policydiff.normaliser import containers, mime, normalise

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    "<html><head><meta charset=utf-8></head><body><h1>Café Policy</h1><p>We keep data = "
    "30 days.</p></body></html>"
)
URL = "https://acme.example/privacy"


def mhtml(
    body: bytes, encoding: str, *, where: str = URL, charset: str = "utf-8", line: str = "\r\n"
) -> bytes:
    """A page as Chromium saves it, with a picture behind it."""
    head = [
        "From: <Saved by Blink>",
        f"Snapshot-Content-Location: {where}",
        "Subject: =?utf-8?Q?Caf=C3=A9=20Policy?=",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="----MultipartBoundary--x----"',
        "",
        "",
        "------MultipartBoundary--x----",
        f"Content-Type: text/html; charset={charset}",
        "Content-ID: <frame-1@mhtml.blink>",
        f"Content-Transfer-Encoding: {encoding}",
        f"Content-Location: {where}",
        "",
        "",
    ]
    tail = [
        "",
        "------MultipartBoundary--x----",
        "Content-Type: image/png",
        "Content-Transfer-Encoding: base64",
        "Content-Location: https://acme.example/logo.png",
        "",
        "iVBORw0KGgo=",
        "------MultipartBoundary--x------",
        "",
    ]
    return line.join(head).encode() + body + line.join(tail).encode()


@pytest.mark.parametrize("line", ["\r\n", "\n"])
def test_mhtml_with_quoted_printable(line: str) -> None:
    """The page comes out as it was, with its address and charset."""
    data = mhtml(quopri.encodestring(PAGE.encode()), "quoted-printable", line=line)
    found = containers.unpack(data, content_type=None, url="saved.mhtml")
    assert found.data.decode().strip() == PAGE
    assert (found.content_type, found.url) == ("text/html; charset=utf-8", URL)


def test_mhtml_with_base64_and_another_charset() -> None:
    """Base64 and a charset that is not UTF-8 survive."""
    data = mhtml(base64.encodebytes(PAGE.encode("cp1252")), "base64", charset="windows-1252")
    found = containers.unpack(data, content_type="multipart/related", url="")
    assert found.data.decode("cp1252") == PAGE
    assert found.content_type == "text/html; charset=windows-1252"


def test_mhtml_takes_the_page_and_not_a_frame() -> None:
    """The part whose address is that of the snapshot is the page, also where a frame stands first."""
    frame = mhtml(b"<p>Advert</p>", "8bit", where="https://ads.example/").split(
        b"------MultipartBoundary--x----"
    )[1]
    data = mhtml(PAGE.encode(), "8bit")
    cut = data.index(b"------MultipartBoundary--x----")
    data = data[:cut] + b"------MultipartBoundary--x----" + frame + data[cut:]
    assert b"We keep data" in containers.unpack(data, content_type=None, url="").data


def test_a_given_web_address_beats_the_stated_one() -> None:
    """Who knows where the page is from need not believe the file."""
    data = mhtml(PAGE.encode(), "8bit")
    assert (
        containers.unpack(data, content_type=None, url="https://acme.example/x").url
        == "https://acme.example/x"
    )


@pytest.mark.parametrize(
    "data",
    [
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n",
        (
            b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: "
            b"image/png\r\n\r\nabc\r\n--x--"
        ),
        b"Content-Type: multipart/related\r\n\r\nnothing",
    ],
)
def test_damaged_mhtml_is_a_sentence(data: bytes) -> None:
    """A saved page without a page is refused with advice, never with a traceback."""
    with pytest.raises(UnsupportedInput, match="no page could be found"):
        containers.unpack(data, content_type=None, url="saved.mhtml")


def test_mhtml_cut_short_gives_what_there_is() -> None:
    """A page cut off in the middle is still a page: its quality is judged later."""
    data = mhtml(PAGE.encode(), "8bit")
    data = data[: data.index(b"30 days")]
    assert b"We keep data" in containers.unpack(data, content_type=None, url="").data


ADDRESSES = {
    "saved by an old browser": (b"<!-- saved from url=(0028)https://acme.example/privacy -->\n<html>", URL),
    "single file": (
        (
            b"<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: "
            b"https://acme.example/privacy \n saved date: x\n-->"
        ),
        URL,
    ),
    "base": (b'<html><head><base target=_blank href="https://acme.example/privacy">', URL),
    "canonical": (b'<html><head><link href="https://acme.example/privacy" rel="canonical">', URL),
    "canonical, other order": (b"<html><head><link rel=canonical href=https://acme.example/privacy>", URL),
    "replayed": (
        (
            b'<html><script>__wm.wombat("https://acme.example/privacy","20240626101502","https://w'
            b'eb.archive.org/","web")</script>'
        ),
        URL,
    ),
    "replayed, saved": (
        (
            b"<!-- saved from "
            b"url=(0060)https://web.archive.org/web/20240626101502/https://acme.example/privacy "
            b"--><html>"
        ),
        URL,
    ),
    "nothing stated": (b"<html><a href=https://acme.example/privacy>", ""),
    "no web address": (b"<!-- saved from url=(0014)about:internet -->\n<html>", ""),
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_the_address_that_a_page_states(name: str) -> None:
    """What savers write into a page says where it is from."""
    data, expected = ADDRESSES[name]
    assert containers.unpack(data, content_type=None, url="").url == expected


def test_an_archives_address_is_opened() -> None:
    """A page fetched from the Wayback Machine has the address of the original."""
    given_url = "https://web.archive.org/web/20240626101502id_/https://acme.example/privacy"
    assert containers.unpack(b"<html>", content_type=None, url=given_url).url == URL


def test_a_text_with_a_colon_is_no_mail() -> None:
    """Policies that begin like a header stay what they are."""
    text = b"Effective: 1 May 2024\n\nContent-Type: multipart/related is explained below."
    assert containers.unpack(text, content_type=None, url="").data == text


@given(st.binary(max_size=200))
def test_any_bytes_unpack_or_are_refused(data: bytes) -> None:
    """No damage in a container raises anything but our own error."""
    head = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; "
        b"boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n"
    )
    for whole in (data, head + data):
        with contextlib.suppress(UnsupportedInput):
            containers.unpack(whole, content_type=None, url="")


# --- frames ---

TEXT = (
    "We keep the data that you give us for thirty days after you close your account, and then we delete it."
)


def frame(text: str) -> str:
    return f"<html><head><title>Inner</title></head><body><h2>How long</h2><p>{text}</p></body></html>"


def framing(tag: str) -> str:
    text = f"<h1>Privacy Policy</h1><p>Read this with care.</p>{tag}"
    return f"<html lang=en><body><main>{text}</main></body></html>"


def saved(page: str, *frames: tuple[str, str, str], start: str = "", day: str = "") -> bytes:
    """A page as Chromium saves it, with its frames: the id, the address and the text of each."""
    parts = [("main@mhtml.blink", URL, page), *frames]
    lines = ["From: <Saved by Blink>", f"Snapshot-Content-Location: {URL}", f"Date: {day}" if day else "X: y"]
    start = f"; start={start}" if start else ""
    lines += [
        "MIME-Version: 1.0",
        f'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="-x-"{start}',
        "",
    ]
    for name, where, text in parts:
        lines += [
            "---x-",
            "Content-Type: text/html; charset=utf-8",
            f"Content-ID: <{name}>",
            f"Content-Location: {where}",
        ]
        lines += [
            "Content-Transfer-Encoding: quoted-printable",
            "",
            quopri.encodestring(text.encode()).decode(),
        ]
    return "\r\n".join([*lines, "---x---", ""]).encode()


def inline(text: str) -> str:
    return f'<iframe srcdoc="{html.escape(text)}"></iframe>'


def packed(text: str) -> str:
    coded = base64.b64encode(text.encode()).decode()
    return f"<iframe src='data:text/html;charset=utf-8;base64,{coded}'></iframe>"


FRAMED = {
    "MHTML, by id": saved(
        framing('<iframe src="cid:f-1@mhtml.blink"></iframe>'),
        ("f-1@mhtml.blink", "https://acme.example/inner", frame(TEXT)),
    ),
    "MHTML, by address": saved(
        framing("<iframe src=/inner></iframe>"), ("f-1", "https://acme.example/inner", frame(TEXT))
    ),
    "MHTML, frame in a frame": saved(
        framing('<iframe src="cid:f-1"></iframe>'),
        ("f-1", "https://acme.example/a", '<body><iframe src="cid:f-2"></iframe></body>'),
        ("f-2", "https://acme.example/b", frame(TEXT)),
    ),
    "MHTML, shadow root": saved(
        framing(f"<my-policy><template shadowmode=open><p>{TEXT}</p></template></my-policy>")
    ),
    "text in the page": framing(inline(frame(TEXT))).encode(),
    "text in the page, twice": framing(inline(inline(frame(TEXT)))).encode(),
    "data address": framing(packed(frame(TEXT))).encode(),
    "data address, not packed": framing(
        f'<iframe src="data:text/html,{quote(frame(TEXT))}"></iframe>'
    ).encode(),
    "set of frames": saved(
        "<html><frameset><frame src=cid:f-1></frameset></html>",
        ("f-1", "https://acme.example/inner", frame(TEXT)),
    ),
}


@pytest.mark.parametrize("name", FRAMED)
def test_frames_are_read_where_they_stand(name: str) -> None:
    """What a frame or a shadow root shows is text of the page."""
    assert TEXT in normalise(FRAMED[name]).text


@pytest.mark.parametrize(
    "attributes",
    [
        'id="google_ads_iframe_1"',
        'title="3rd party ad content"',
        'name="__tcfapiLocator"',
        'style="display: none"',
        'width="1" height="1"',
        "hidden",
    ],
)
def test_frames_that_sell_or_count_stay_out(attributes: str) -> None:
    """What is not the document's is not read, wherever its text stands."""
    assert (
        TEXT
        not in normalise(
            framing(inline(frame(TEXT)).replace("<iframe", f"<iframe {attributes}")).encode()
        ).text
    )


@pytest.mark.parametrize(
    "host", ["ads.acme.example", "cdn.adserver.example", "consent.acme.example", "www.pixel-tracking.example"]
)
def test_frames_of_such_hosts_stay_out(host: str) -> None:
    """A frame with an address is known by its host."""
    page = saved(
        framing(f"<iframe src=https://{host}/x></iframe>"), ("f-1", f"https://{host}/x", frame(TEXT))
    )
    assert TEXT not in normalise(page).text


def test_links_of_a_frame_lead_from_its_address() -> None:
    """A relative link in a frame is relative to the frame."""
    inner = frame(
        "You can object <a href=form>here</a> at any time, and we stop within one day of your letter."
    )
    page = saved(framing("<iframe src=cid:f-1></iframe>"), ("f-1", "https://acme.example/legal/inner", inner))
    links = [link.target for clause in normalise(page).clauses for link in clause.links]
    assert links == ["https://acme.example/legal/form"]


def test_frames_are_bounded() -> None:
    """A frame that shows itself, and a thousand frames, come to an end."""
    loop = saved(
        framing("<iframe src=cid:f-1></iframe>"),
        ("f-1", URL + "/f", "<body><p>Again.</p><iframe src=cid:f-1></iframe></body>"),
    )
    assert normalise(loop).text.count("Again.") <= 2
    many = framing(inline("<p>One more.</p>") * 1000)
    assert normalise(many.encode()).text.count("One more.") <= 60


def test_the_start_parameter_names_the_page() -> None:
    """Of several pages in a container the one that it calls its start is read, wherever it stands."""
    page = saved(
        framing("<p>Not this.</p>"), ("it@x", "https://acme.example/it", frame(TEXT)), start='"<it@x>"'
    )
    found = containers.unpack(page, content_type=None, url="")
    assert TEXT in found.data.decode()
    assert found.url == "https://acme.example/privacy"


def test_messages_inside_one_another_are_opened_three_deep() -> None:
    """Of what is nested deeper no part is looked for: a hostile file could nest without end."""

    def nested(levels: int) -> mime.MessagePart:
        inner = b"Content-Type: text/html\r\n\r\n<p>Page.</p>"
        for level in range(levels):
            head = f'Content-Type: multipart/mixed; boundary="b{level}"\r\n\r\n--b{level}\r\n'
            inner = head.encode() + inner + f"\r\n--b{level}--\r\n".encode()
        return mime.parse(inner)

    found = [[part.media_type for part in mime.leaves(nested(levels))] for levels in (1, 3, 4)]
    assert found == [["text/html"], ["text/html"], ["multipart/mixed"]]


SINGLE = (
    b"<html><!--\n Page saved with SingleFile \n url: https://a.example/ \n"
    b" saved date: Mon Mar 03 2025 10:00:00 GMT+0000\n-->"
)


def test_the_day_on_which_it_was_saved() -> None:
    """Savers and web archives write it down; a revision cannot be later."""
    days = {
        saved(framing(""), day="Sat, 28 Nov 2026 16:25:48 GMT"): date(2026, 11, 28),
        SINGLE: date(2025, 3, 3),
        ADDRESSES["replayed"][0]: date(2024, 6, 26),
        b"<html>": None,
    }
    for data, day in days.items():
        assert containers.unpack(data, content_type=None, url="").captured == day
    address = "https://web.archive.org/web/20240626101502id_/https://acme.example/privacy"
    assert containers.unpack(b"<html>", content_type=None, url=address).captured == date(2024, 6, 26)


HEAD = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x"
BODY = b"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<h1>Policy</h1><p>We keep data.</p>\r\n--x--\r\n"


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"".join(b";\r\n a%d=b" % number for number in range(100_000)) + BODY,
        HEAD + b"".join(b";\r\n charset*%d*=b" % number for number in range(100_000)) + BODY,
        HEAD + b";\r\n" * 300_000 + BODY,
        HEAD + BODY + b"--x\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n" * 20_000,
        HEAD + b"\r\n\r\n" + b"--x\r\n" * 300_000,
        HEAD + b"\r\n\r\n" + b"--x-" * 500_000,
        HEAD + b"\r\nA: b" * 200_000 + BODY,
        HEAD + b"\r\n\r\n--x\r\nContent-Type: text/html" + b'; a="b' * 200_000 + b"\r\n\r\n<p>x",
    ],
    ids=[
        "parameters",
        "numbered parameters",
        "folds",
        "parts in parts",
        "parts",
        "lines",
        "headers",
        "quotes",
    ],
)
def test_hostile_containers_stay_cheap(data: bytes) -> None:
    """Thousands of parameters, parts and folds end at once (the test would hang)."""
    with contextlib.suppress(UnsupportedInput):
        containers.unpack(data, content_type=None, url="")


def test_a_page_saved_with_its_folder(tmp_path: Path) -> None:
    """Frames in the folder that a browser saved beside the page are read, and nothing outside of it."""
    (tmp_path / "secret.html").write_text(frame("A secret of the reader."))
    folder = tmp_path / "Our policy_files"
    folder.mkdir()
    (folder / "inner.html").write_text(frame(f"{TEXT}<iframe src=deeper.html></iframe>"))
    (folder / "deeper.html").write_text(frame("Deeper still."))
    (folder / "out.html").symlink_to(tmp_path / "secret.html")
    tags = (
        "./Our%20policy_files/inner.html",
        "secret.html",
        "../secret.html",
        "Our%20policy_files/out.html",
        "/etc/passwd",
    )
    page = tmp_path / "Our policy.html"
    page.write_text(framing("".join(f'<iframe src="{tag}"></iframe>' for tag in tags)))
    text = documents.read_saved(saved_page.read_file(page)).text
    assert TEXT in text
    assert "Deeper still." in text
    assert "secret" not in text
    assert "root:" not in text
