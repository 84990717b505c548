"""What the bytes are, and clear sentences for what is refused."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.errors import InputTooLarge, UnsupportedInput
from policydiff.normaliser import media

# bytes, content type, address, media type
CASES: dict[str, tuple[bytes, str | None, str, str]] = {
    "header says HTML": (b"Policy", "text/html; charset=utf-8", "", "text/html"),
    "header says Markdown": (b"<p>Policy</p>", "text/markdown", "", "text/markdown"),
    "header says text, it is a page": (b"<!doctype html><p>x", "text/plain", "", "text/html"),
    "header says text, it is Markdown": (
        b"# Policy\n\nSee [x](https://a.example)",
        "text/plain",
        "",
        "text/markdown",
    ),
    "header says text, with a list": (b"We keep:\n- name\n- mail", "text/plain", "", "text/plain"),
    "page": (b"<!DOCTYPE html>\n<html><body>", None, "", "text/html"),
    "page of another name": (b"<html><body>", None, "policy.md", "text/html"),
    "xhtml": (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x"><html>', None, "", "text/html"),
    "page behind comments": (b"<!-- saved -->\n<!-- x --> <html>", None, "", "text/html"),
    "fragment": (b'<div class="x"><p>Policy</p></div>', None, "", "text/html"),
    "fragment with a dash line": (b"<div><p>a</p><p>b</p><p>c</p><p>d</p>\n- x</div>", None, "", "text/html"),
    "Markdown with breaks": (b"Policy\n------\n\n| a |\n| --- |\n| b<br>c |", None, "", "text/markdown"),
    "Markdown with tags": (b"# A\n\n<div>x</div>\n\n*   b", None, "", "text/markdown"),
    "Markdown that begins with a tag": (b"<div>\n\n# A\n\nText", None, "", "text/markdown"),
    "text": (b"Privacy Policy\n\nWe keep data.", None, "", "text/plain"),
    "text by name": (b"# no heading", None, "/tmp/policy.txt", "text/plain"),
    "Markdown by name": (b"Policy", None, "https://a.example/policy.md?x=1", "text/markdown"),
    "Markdown by name, compressed": (b"Policy", None, "C:\\policies\\policy.md.gz", "text/markdown"),
    "page in UTF-16": ("\ufeff<!doctype html><p>x".encode("utf-16-le"), None, "", "text/html"),
    "nothing": (b"", None, "", "text/plain"),
    "nothing, named": (b"", None, "policy.html", "text/html"),
    "damaged UTF-8": (b"# caf\xe9", None, "", "text/markdown"),
}

REFUSED = {
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "a PDF and no page"),
    "PDF behind a blank line": (b"\n%PDF-1.7\n", "a PDF"),
    "gzip": (b"\x1f\x8b\x08\x00\x00", "compressed with gzip"),
    "zip": (b"PK\x03\x04\x14\x00", "zip archive"),
    "picture": (b"\x89PNG\r\n\x1a\n\x00", "picture"),
    "program": (b"MZ\x90\x00\x03", "program"),
    "zeros": (b"policy\x00policy", "no text"),
    "noise": (bytes(range(1, 256)) * 40, "no text"),
}


@pytest.mark.parametrize("name", CASES)
def test_media_type(name: str) -> None:
    """Header, first bytes, name and content decide, in an order that survives wrong headers and names."""
    data, content_type, url, expected = CASES[name]
    assert media.media_type(data, content_type, url) == expected


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_text_is_refused_with_a_sentence(name: str) -> None:
    """Each kind of file is named and the advice says what to do."""
    data, problem = REFUSED[name]
    with pytest.raises(UnsupportedInput, match=problem) as caught:
        media.media_type(data, "text/html", "policy.html")
    assert caught.value.subject == "policy.html"
    assert caught.value.advice


def test_size_is_checked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is too large is refused before anything looks at it."""
    monkeypatch.setattr(media, "LARGEST", 10)
    with pytest.raises(InputTooLarge, match="more than"):
        media.media_type(b"%PDF-" + b"x" * 10, None, "")


def test_the_largest_page_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound is the last size that is taken."""
    monkeypatch.setattr(media, "LARGEST", 11)
    assert media.media_type(b"Our policy.", None, "") == "text/plain"
    with pytest.raises(InputTooLarge):
        media.media_type(b"Our policy.\n", None, "")


@pytest.mark.parametrize(("strange", "is_text"), [(8, True), (9, False)])
def test_a_few_control_characters_are_faults_and_more_are_no_text(strange: int, is_text: bool) -> None:
    """Old editors leave page breaks; a program is full of such bytes. A long text may have a few more."""
    with contextlib.nullcontext() if is_text else pytest.raises(UnsupportedInput, match="no text"):
        assert media.media_type(b"We keep data." + b"\x02" * strange, None, "") == "text/plain"
    longer = b"We keep data. " * 36 + b"\x02" * 9
    assert media.media_type(longer, None, "") == "text/plain"


@pytest.mark.parametrize(("closed", "found"), [(3, "text/plain"), (4, "text/html")])
def test_a_few_tags_in_a_text_make_no_page(closed: int, found: str) -> None:
    """A fragment whose first line is words is a page by its elements, more than three of them."""
    assert media.media_type(b"Our policy " + b"<p>We keep data.</p> " * closed, None, "") == found


@given(
    st.binary(max_size=60),
    st.sampled_from([None, "text/html", "x", "text/plain; charset=utf-16"]),
    st.text(max_size=9),
)
def test_any_bytes_have_a_type_or_are_refused(data: bytes, content_type: str | None, url: str) -> None:
    """Nothing but the family of our errors is raised."""
    with contextlib.suppress(UnsupportedInput):
        assert media.media_type(data, content_type, url).startswith("text/")


@pytest.mark.parametrize("unit", [b"<!-- --> ", b"<!--", b"<p>", b"| a ", b"#", b"- "])
def test_hostile_repetition_stays_cheap(unit: bytes) -> None:
    """No trick makes the look at the content slow (the test would hang)."""
    media.media_type(unit * 60_000, None, "")
