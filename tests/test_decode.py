"""Bytes to str: the order of precedence, and that nothing crashes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.normaliser import decode

HTML = "text/html"
QUOTED = "“café”"

# data, content type, charset, beginning of the reason, text
CASES: dict[str, tuple[bytes, str | None, str, str, str]] = {
    "ascii": (b"plain", None, "utf-8", "valid UTF-8", "plain"),
    "utf-8": (QUOTED.encode(), None, "utf-8", "valid UTF-8", QUOTED),
    "mark of utf-8 is taken off": (
        b"\xef\xbb\xbf" + QUOTED.encode(),
        None,
        "utf-8",
        "byte order mark",
        QUOTED,
    ),
    "mark beats header": (
        b"\xff\xfe" + QUOTED.encode("utf-16-le"),
        "text/html; charset=utf-8",
        "utf-16-le",
        "byte order mark",
        QUOTED,
    ),
    "utf-16, big end": (
        b"\xfe\xff" + QUOTED.encode("utf-16-be"),
        None,
        "utf-16-be",
        "byte order mark",
        QUOTED,
    ),
    "utf-8 beats header": (QUOTED.encode(), "text/html; charset=iso-8859-1", "utf-8", "valid UTF-8", QUOTED),
    "utf-8 beats meta": (
        b"<meta charset=iso-8859-1>" + QUOTED.encode(),
        None,
        "utf-8",
        "valid UTF-8",
        "<meta charset=iso-8859-1>" + QUOTED,
    ),
    "latin-1 means windows-1252": (
        QUOTED.encode("cp1252"),
        "text/html; charset=ISO-8859-1",
        "windows-1252",
        "HTTP header",
        QUOTED,
    ),
    "header beats meta": (
        b"<meta charset=koi8-r>\xe9",
        "text/html; charset=windows-1252",
        "windows-1252",
        "HTTP header",
        "<meta charset=koi8-r>é",
    ),
    "meta": (
        b"<meta charset=windows-1251>\xe9",
        None,
        "windows-1251",
        "declared in the page",
        "<meta charset=windows-1251>й",
    ),
    "meta, old style": (
        b'<meta http-equiv=Content-Type content="text/html; charset=iso-8859-2">\xb1',
        None,
        "iso-8859-2",
        "declared in the page",
        '<meta http-equiv=Content-Type content="text/html; charset=iso-8859-2">ą',
    ),
    "nothing declared": (b"caf\xe9", None, "windows-1252", "guessed", "café"),
    "nothing declared, with a euro": (b"caf\xe9 5 \xa4", None, "iso-8859-15", "guessed", "café 5 €"),
    "nothing declared, with quotation marks": (b"\x84\xa4\x93", None, "windows-1252", "guessed", "„¤“"),
    "unknown label": (b"caf\xe9", "text/html; charset=klingon", "windows-1252", "guessed", "café"),
    "x-user-defined": (b"caf\xe9", "text/html; charset=x-user-defined", "windows-1252", "guessed", "café"),
    "utf-8 cut in two at the end": (
        "café café".encode()[:-1],
        None,
        "utf-8",
        "valid UTF-8 up to",
        "café caf\ufffd",
    ),
    "one bad byte in utf-8": (
        "é".encode() * 9 + b"\xff.",
        "text/html; charset=utf-8",
        "utf-8",
        "HTTP header, with",
        "é" * 9 + "\ufffd.",
    ),
    "said to be utf-8 and is not": (
        b"caf\xe9 r\xe9gl\xe9",
        "text/html; charset=utf-8",
        "windows-1252",
        "guessed",
        "café réglé",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_precedence(name: str) -> None:
    """Mark, valid UTF-8, header, page, guess: in this order."""
    data, content_type, charset, reason, text = CASES[name]
    found = decode.decode(data, content_type, HTML)
    assert (found.charset, found.text) == (charset, text)
    assert found.reason.startswith(reason)


def test_a_meta_in_markdown_declares_nothing() -> None:
    """Only a page of HTML speaks about itself in a meta element."""
    assert decode.decode(b"<meta charset=koi8-r>\xe9", None, "text/markdown").charset == "windows-1252"


LABELS = "utf-16 x-user-defined replacement gb18030 iso-2022-jp utf-7 idna hex"
TYPES = [None, "text/html", *(f"text/html; charset={label}" for label in LABELS.split())]


@given(st.binary(max_size=120), st.sampled_from(TYPES))
def test_any_bytes_decode(data: bytes, content_type: str | None) -> None:
    """No bytes and no label raise."""
    for kind in (HTML, "text/plain"):
        assert isinstance(decode.decode(data, content_type, kind).text, str)


@given(st.text(max_size=80))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    """What is UTF-8 comes back unchanged, but for NULs, whatever is declared."""
    if text.startswith(("\ufeff", "\x00")):
        return
    data = text.encode("utf-8", "replace")
    assert decode.decode(data, "text/html; charset=shift_jis", HTML).text.encode() == data.replace(b"\0", b"")
