"""Was a page cut off before its end?

In: the source of an HTML page. Out: where it was cut. A broken connection leaves a page without its end tags,
often in the middle of a word or a tag; browsers and parsers silently close open elements. Authors may leave
out `</p>`, `</body>` and `</html>`, so a missing one of these shows nothing.
"""

from __future__ import annotations

import re
from typing import Literal

Cut = Literal["", "between", "within"]
"""Not cut; cut between two elements; cut within a sentence, a word or a tag."""

_TAIL = 4096
"""Bytes at the end of a whole page that contain its last end tag."""
_ENDED = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_BEGUN = re.compile(rb"<(?:!doctype|html|body)\b", re.IGNORECASE)
_TAG = re.compile(
    rb"<(/?)(main|article|section|div|table|ul|ol|script|style|a|span|strong|em|h[1-6])\b", re.IGNORECASE
)
"""Elements whose end tags may not be left out."""
_TAG_BEGUN = re.compile(rb"<[a-zA-Z/!][^<>]*$")
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "。", "！", "？", "।", "؟", "…", ")", '"', "”", "»", "]", "|")


def cut(source: bytes) -> Cut:
    """Whether, and where, a page was cut.

    >>> cut(b"<html><body><main><p>We keep your da")
    'within'
    >>> cut(b"<html><body><p>We keep your data.")
    ''
    """
    tail = source[-_TAIL:].rstrip()
    if _ENDED.search(tail):
        return ""
    whole = _BEGUN.search(source[:_TAIL]) is not None
    if _TAG_BEGUN.search(tail):
        return "within" if whole or b"</" in source else ""
    if not whole or not _open(source):
        return ""
    text = tail[tail.rfind(b">") + 1 :].decode("utf-8", "replace").strip()
    return "within" if text and not text.endswith(_SENTENCE_ENDS) else "between"


def _open(source: bytes) -> bool:
    """Whether an element is still open at the end."""
    depths: dict[bytes, int] = {}
    for found in _TAG.finditer(source):
        name = found[2].lower()
        depths[name] = max(0, depths.get(name, 0) + (-1 if found[1] else 1))
    return any(depths.values())
