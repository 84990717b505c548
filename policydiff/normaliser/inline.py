"""The words of one paragraph of Markdown: emphasis, links and escapes taken out.

In comes the text of a heading, paragraph, item or cell; out comes what the walk over HTML would have
gathered of it: the text with the marks of `lines` in it, the addresses of its links, and what of it is bold.
Only what archives write is read here, and by the rules of CommonMark. All else is `Odd`: the caller then
takes the way through the parser, which knows the whole of Markdown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from policydiff.normaliser import lines

if TYPE_CHECKING:
    from collections.abc import Set

class Odd(Exception):
    """Something that is not read here."""


class Words(NamedTuple):
    """What stands in a paragraph."""

    raw: str
    """The text, with the marks of line breaks and links in it."""
    addresses: list[str]
    """Those of its links, in order."""
    bold: str
    """What stands in bold at its start."""
    openers: Set[str]
    closers: Set[str]
    """Asterisks and underscores in it that would open or close something, had they a partner."""


SPECIAL = re.compile(r"[\\*_]|\]\(|<br|  \n")
"""Without any of these a text is its own words."""
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ESCAPED = 0xF000
"""Escaped signs wait here, so that they are not taken for markup."""
_RESTORED = {_ESCAPED + code: chr(code) for code in range(0x21, 0x7F)}
_BREAK = re.compile(r" {2,}\n")
_TOKEN = re.compile(
    r"\[([^\[\]]*)\]\([ ]?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)(?:[ ]+\"[^\"\\]*\")?[ ]?\)|\*+|_+|<br ?/?>"
)
_SAFE = "!#$%&'()*+,-./:;=?@_~"
_ADDRESS = re.compile(rf"[\w{re.escape(_SAFE)}]*", re.ASCII)
"""What the parser leaves as it is in an address; it escapes the rest."""
_NO_ADDRESS = re.compile(r"\s*javascript:|mailto:\?|&#?\w+;", re.IGNORECASE)
"""What is no link but a button, or is written as an entity."""
_MOST = 4
"""Asterisks in a row that are read: three are emphasis and bold type at once, four are bold type twice."""


def words(text: str) -> Words:
    """What stands in a paragraph.

    Raises:
        Odd: there is something in it that is not read here.
    """
    escaped = "\\" in text
    if escaped:
        if "\\\n" in text:
            raise Odd
        text = _ESCAPE.sub(lambda match: chr(_ESCAPED + ord(match[1])), text)
    found = _Reading(text)
    found.read(0, len(text))
    if text.count("](") > len(found.addresses):
        raise Odd
    raw = "".join(found.parts)
    start, end = found.bold
    bold = "".join(found.parts[start:end]) if end and not "".join(found.parts[:start]).strip() else ""
    if "  \n" in raw:
        raw, bold = _BREAK.sub(_LINE_BREAK, raw), _BREAK.sub(_LINE_BREAK, bold)
    if escaped:
        raw, bold = raw.translate(_RESTORED), bold.translate(_RESTORED)
    return Words(raw, found.addresses, bold, found.openers, found.closers)


_LINE_BREAK = lines.BREAK + "\n"


class _Reading:
    """One text on its way."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts: list[str] = []
        self.addresses: list[str] = []
        self.bold = (0, 0)
        """The first parts in bold: from where, and up to where."""
        self.openers: set[str] = set()
        self.closers: set[str] = set()

    def read(self, start: int, end: int) -> None:
        """Read a stretch of the text: all of it, or the text of a link."""
        text, parts = self.text, self.parts
        open_runs: list[tuple[str, int]] = []  # each with its place in the parts
        at = start
        for match in _TOKEN.finditer(text, start, end):
            place = match.start()
            if place > at:
                parts.append(text[at:place])
            at = match.end()
            sign = text[place]
            if sign == "[":
                self.link(match)
            elif sign == "<":
                parts.append(lines.BREAK)
            else:
                self.emphasis(match[0], place, at, open_runs)
        if at < end:
            parts.append(text[at:end])
        self.openers.update(run[0] for run, _ in open_runs)

    def link(self, match: re.Match[str]) -> None:
        """A link, whose text is read on its own: no emphasis reaches into it."""
        address = match[2].translate(_RESTORED)
        if "**" in address or _NO_ADDRESS.search(address):
            raise Odd
        if not _ADDRESS.fullmatch(address):
            address = quote(address, safe=_SAFE)
        self.addresses.append(address)
        self.parts.append(lines.LINK)
        self.read(*match.span(1))
        self.parts.append(lines.LINK_END)

    def emphasis(self, run: str, start: int, end: int, open_runs: list[tuple[str, int]]) -> None:
        """A run of asterisks or underscores: it opens, closes, or is itself."""
        text, parts = self.text, self.parts
        before, behind = _kind(text[start - 1 : start]), _kind(text[end : end + 1])
        left = behind > 1 or (behind == 1 and before < 2)
        right = before > 1 or (before == 1 and behind < 2)
        if run[0] == "_":
            left, right = left and (not right or before == 1), right and (not left or behind == 1)
        if right and open_runs:
            last, place = open_runs[-1]
            if last == run and len(run) <= _MOST:
                open_runs.pop()
                parts[place] = ""
                if len(run) > 1:
                    self.enclose(place)
                return
            if any(other[0] == run[0] for other, _ in open_runs):
                raise Odd
        if right:
            self.closers.add(run[0])
        if left:
            open_runs.append((run, len(parts)))
        parts.append(run.replace("***", "").replace("**", ""))

    def enclose(self, place: int) -> None:
        """What stands behind a place is bold."""
        if self.bold[1] and place < self.bold[0]:
            raise Odd  # bold inside bold
        if not self.bold[1]:
            self.bold = (place, len(self.parts))


@cache
def _kind(sign: str) -> int:
    """0 for white space and the end of the text, 1 for punctuation, 2 for the rest."""
    if not sign or sign.isspace():
        return 0
    code = ord(sign)
    return 1 if code - _ESCAPED in range(0x21, 0x7F) or unicodedata.category(sign)[0] in "PS" else 2
