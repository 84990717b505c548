"""Words and sentences of a str, and the folded form in which texts are compared.

Folded text is for comparison only and never shown: typographic quotes, dashes, white space and
characters without width do not count as changes, nor do tokens that are new at every request.
"""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        **dict.fromkeys(_INVISIBLE),
    }
)
_VOLATILE = re.compile(
    r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"  # UUID
    r"|\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{16,}\b"  # hexadecimal token
    r"|\[email[\s\u00a0]protected\]",  # mask that a content delivery network puts over addresses
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+", re.UNICODE)


def collapse(text: str) -> str:
    """The text on one line: every run of white space one blank, none at the ends."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """The form in which two texts are compared: same folded form, same words to a reader.

    >>> fold("Meta’s  “legitimate interests” – see")
    'Meta\\'s "legitimate interests" - see'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_FOLDED))
    if _VOLATILE.search(text):
        text = _VOLATILE.sub("\N{CURRENCY SIGN}", text)
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """Runs of letters and digits, as they stand."""
    return _WORD.findall(text)
