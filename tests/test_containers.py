"""Saved pages: MHTML, browsers' single files, copies of web archives."""

from __future__ import annotations

import base64
import contextlib
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.errors import UnsupportedInput
from policydiff.normaliser import containers

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
