"""Splits text into sentences, for everything that reads, shows or quotes them.

A sentence ends at a sign that ends one and is followed by a blank and by anything but a small letter; in
Chinese and Japanese, which put no blanks, at the sign alone. A bullet that a page writes into its text starts
one too, and so does a capital behind "[email protected]", with which a full stop was hidden. A full stop ends
none after

    an abbreviation of the language   "gem. Art. 13", "Lumora Inc."
    a single letter                   "z. B.", "the U.S. Department", "our plan B."
    a number of two digits at most    "25. März", "section 12. We keep data."

What this gets wrong: a sentence that really ends in a letter or a short number goes on into the next; one
that begins with a small letter ("iPhone users may object.") belongs to the one before it; Thai and others
that mark no end at all are one sentence. No model is asked, so that the same text is cut in the same way for
ever, and fast: findings cut every clause of both sides
(docs/decisions/0015-one-splitter-of-sentences.md).
"""

from __future__ import annotations

import re
from functools import lru_cache

from policydiff import languages

_BLANK_BEHIND = ".!?।؟۔"
_OPENING = "\"'([«“‘¿¡"
ENDS = re.compile(
    rf"[{_BLANK_BEHIND}•·▪。！？\]](?:"
    rf"(?<=[{_BLANK_BEHIND}])[\"')\]»”’]*\s+(?=[{re.escape(_OPENING)}]*[A-ZÀ-Þ0-9\u0100-\u1fff\u3000-\uffef])"
    rf"|(?<=\[email protected\])\s+(?=[{re.escape(_OPENING)}]*[A-ZÀ-Þ])"
    r"|(?<=[•·▪])(?<!\S.)\s+|(?<=[。！？])[」』）”’\"')]*\s*)"
)
"""Punctuation that may end a sentence. The pattern begins with it, so that nearly all of a text is skipped at
once."""
_SOME = re.compile(r"\w")
_ELISION = re.compile(r"^\w{1,4}['’]")
"""What stands before a noun without a blank: "l'art. 6"."""
_LOOKED_BACK = 30
"""Characters before a full stop among which the word before it is looked for."""


def sentence_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Where each sentence of a text begins and ends; together they hold every word of it.

    Args:
        text: a clause, as it stands.
        language: whose abbreviations end no sentence, as a code of ISO 639-1; "" if it is not known.

    >>> text = "See art. 6 of the Act. We obey it."
    >>> [text[start:end] for start, end in sentence_spans(text, "en")]
    ['See art. 6 of the Act.', 'We obey it.']
    """
    spans = []
    start = 0
    for match in ENDS.finditer(text):
        if not _goes_on(text, start, match, language):
            spans.append(_trimmed(text, start, match.end()))
            start = match.end()
    spans.append(_trimmed(text, start, len(text)))
    return [span for span in spans if text[span[0] : span[0] + 1].isalnum() or _SOME.search(text, *span)]


def sentences(text: str, language: str) -> list[str]:
    """The sentences of a text, without the blanks between them."""
    return [text[start:end] for start, end in sentence_spans(text, language)]


def sentence_starts(text: str, language: str) -> list[int]:
    """Where each sentence of a text begins, the first at 0; and last the end of the text."""
    return [0, *(start for start, _ in sentence_spans(text, language) if start), len(text)]


@lru_cache(maxsize=64)
def _abbreviations(language: str) -> frozenset[str]:
    """Words that keep their full stop within a sentence, without it; of English where none are known."""
    found = languages.find(language)
    if found is None or not found.writing.abbreviations:
        return frozenset() if language == languages.FALLBACK else _abbreviations(languages.FALLBACK)
    return found.writing.abbreviations


def _goes_on(text: str, start: int, match: re.Match[str], language: str) -> bool:
    """Whether the sentence goes on after a sign that looks like its end."""
    at, end = match.span()
    sign, behind = text[at], text[end : end + 4]
    if sign in _BLANK_BEHIND and not behind[:1].isupper() and behind.lstrip(_OPENING)[:1].islower():
        return True  # a small letter beyond those that the pattern can tell at once
    if sign != ".":
        return False
    before = text[max(start, at - _LOOKED_BACK) : at].rsplit(maxsplit=1)
    last = before[-1].casefold().lstrip("([\"'“«") if before else ""
    known = _abbreviations(language)
    if not last or last in known or (not last.isalnum() and _ELISION.sub("", last) in known):
        return True
    letter = len(last) == 1 or (len(last) > 2 and last[-2] == "." and last[-1].isalpha())
    return letter or (last.isdigit() and len(last) <= 2)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch of a text without the blanks around it."""
    piece = text[start:end].rstrip()
    return start + len(piece) - len(piece.lstrip()), start + len(piece)
