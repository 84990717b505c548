"""Small named steps from str to str: what a reader sees of a piece of text."""

from __future__ import annotations

import unicodedata

_UNSEEN = dict.fromkeys(
    [0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2061, 0x206A)]
    + list(range(0xE000, 0xF900))  # private use: glyphs of icon fonts
)
"""Characters that nobody sees. The joiners U+200C and U+200D stay: some scripts and signs need them."""


def seen(text: str) -> str:
    """The text without what cannot be seen, in composed form; white space is left alone.

    >>> seen("per\\u00adsonal\\u200b da\\u0301ta") == "personal d\\u00e1ta"
    True
    """
    return unicodedata.normalize("NFC", text.translate(_UNSEEN))
