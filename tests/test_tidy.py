"""What a reader sees of a piece of text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policydiff.normaliser import tidy


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("per\u00adsonal", "personal"),
        ("\ufeffdata\u200b", "data"),
        ("a\u00a0b\u2003c\n\td", "a b c d"),
        ("cafe\u0301", "café"),
        ("\ue5cf Open", "Open"),
        ("a \u200b b", "a b"),
        ("bell\x07", "bell"),
        ("\u200b\u00ad", ""),
    ],
)
def test_what_cannot_be_seen_goes(text: str, expected: str) -> None:
    """Soft hyphens, marks without width, icon characters and controls go; white space is one blank."""
    assert tidy.one_line(text) == expected


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d💻", "“quoted” – text…", "ﬁnd №", "Ⅳ"])
def test_what_a_reader_needs_stays(text: str) -> None:
    """Joiners of scripts, typographic signs and ligatures are not touched."""
    assert tidy.one_line(text) == text


@given(st.text())
def test_a_tidy_text_stays_as_it_is(text: str) -> None:
    """Tidying twice is tidying once, and the result is one composed line."""
    once = tidy.one_line(text)
    assert tidy.one_line(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == " ".join(once.split())
