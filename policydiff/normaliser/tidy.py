"""Small named steps from str to str: what a reader sees of a piece of text."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060-\u206f\ufeff\u202a-\u202e\ue000-\uf8ff\x00-\x1f\x7f-\x9f]+"
)
"""Characters that nobody sees, and the private ones in which icon fonts keep their pictures. The joiners
U+200C and U+200D stay: some scripts and signs need them."""
_JOINERS = "\u200c\u200d "
"""At an end of a text they join nothing."""


def one_line(text: str) -> str:
    """What a reader sees of a text: on one line, composed, nothing invisible.

    >>> one_line("  per\N{SOFT HYPHEN}sonal   data ")
    'personal data'
    """
    text = text.strip()
    if not text.isprintable():
        text = text.replace("\xa0", " ").replace("\n", " ")  # as a rule, this was all
        if not text.isprintable():
            text = _UNSEEN.sub("", " ".join(text.split())).strip(_JOINERS)
            return unicodedata.normalize("NFC", " ".join(text.split()))
    if "  " in text:
        text = " ".join(text.split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)
