"""The words of one paragraph of Markdown: emphasis, links and escapes taken out.

In comes the text of a heading, paragraph, item or cell; out comes what the walk over HTML would have
gathered of it: the text with the marks of `lines` in it, the addresses of its links, and what of it is bold.
Only what archives write is read here, and by the rules of CommonMark. All else is `Odd`: the caller then
takes the way through the parser, which knows the whole of Markdown.
"""

from __future__ import annotations

import re
import unicodedata
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


SPECIAL = re.compile(r"[\\*_\[\]<]")
"""Without any of these, and without a line break behind two blanks, a text is its own words."""
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ESCAPED = 0xF000
"""Escaped signs wait here, so that they are not taken for markup."""
_WAITING = {chr(code): chr(_ESCAPED + code) for code in range(0x21, 0x7F)}
_RESTORED = {_ESCAPED + code: chr(code) for code in range(0x21, 0x7F)}
_BREAK = re.compile(r" {2,}\n")
_LINE_BREAK = lines.BREAK + "\n"
_DESTINATION = r"[ ]?([^\s()<>]*+(?:\([^\s()<>]*+\)[^\s()<>]*+)*+)(?:[ ]+\"[^\"\\]*+\")?[ ]?\)"
LINK = re.compile(rf"\[([^\[\]]*+)\]\({_DESTINATION}")
_TOKEN = re.compile(rf"[\[*_<](?:(?<=\[)([^\[\]]*+)\]\({_DESTINATION}|(?<=\*)\**+|(?<=_)_*+|(?<=<)br ?/?>)")
"""A link, a run of asterisks or underscores, a line break: a pattern that begins with a set is found fast."""
_SAFE = "!#$%&'()*+,-./:;=?@_~"
_ADDRESS = re.compile(rf"[\w{re.escape(_SAFE)}]*+", re.ASCII)
"""What the parser leaves as it is in an address; it escapes the rest."""
_ENTITY = re.compile(r"&#?\w+;")
_ACTION = frozenset("jJmM")
_ACTIONS = re.compile(r"javascript:|mailto:\?", re.IGNORECASE)
"""How the addresses of buttons begin."""
_MOST = 4
"""Asterisks in a row that are read: three are emphasis and bold type at once, four are bold type twice."""


_MOST_OPEN = 50
"""Runs that wait for their partner: each one that closes is held against all of them."""


def words(text: str) -> Words:
    """What stands in a paragraph.

    Raises:
        Odd: there is something in it that is not read here.
    """
    escaped = "\\" in text
    if escaped:
        if "\\\n" in text:
            raise Odd
        text = _ESCAPE.sub(lambda match: _WAITING[match[1]], text)
    if "  \n" in text:
        text = _BREAK.sub(_LINE_BREAK, text)
    found = _Reading(text, escaped=escaped)
    found.read(0, len(text))
    if text.count("](") > len(found.addresses):
        raise Odd
    parts = found.parts
    raw, bold = "".join(parts), ""
    start, end = found.bold
    if end and not (start and "".join(parts[:start]).strip()):
        bold = "".join(parts[start:end])
    if escaped:
        raw, bold = raw.translate(_RESTORED), bold.translate(_RESTORED)
    return Words(raw, found.addresses, bold, found.openers, found.closers)


def target(address: str) -> str:
    """The address of a link as the parser hands it on.

    Raises:
        Odd: it is written with entities, or is that of a button.
    """
    if "**" in address or (address[:1] in _ACTION and _ACTIONS.match(address)):
        raise Odd
    if not _ADDRESS.fullmatch(address):
        return quote(address, safe=_SAFE)
    if ";" in address and _ENTITY.search(address):
        raise Odd
    return address


class _Reading:
    """One text on its way."""

    def __init__(self, text: str, *, escaped: bool) -> None:
        self.text = text
        self.escaped = escaped
        self.parts: list[str] = []
        self.addresses: list[str] = []
        self.bold = (0, 0)
        """The first parts in bold: from where, and up to where."""
        self.openers: set[str] = set()
        self.closers: set[str] = set()

    def read(self, start: int, end: int) -> None:
        """Read a stretch of the text: all of it, or the text of a link."""
        text, parts = self.text, self.parts
        runs: list[tuple[str, int]] = []  # what is open, each with its place in the parts
        at = start
        for match in _TOKEN.finditer(text, start, end):
            place, behind = match.span()
            if place > at:
                parts.append(text[at:place])
            at = behind
            sign = text[place]
            if sign == "[":
                self.link(match)
            elif sign == "<":
                parts.append(lines.BREAK)
            else:
                self.emphasis(match[0], place, at, runs)
        if at < end:
            parts.append(text[at:end])
        if runs:
            self.openers.update([run[0] for run, _ in runs])

    def link(self, match: re.Match[str]) -> None:
        """A link, whose text is read on its own: no emphasis reaches into it."""
        inner, address = match[1], match[2]
        self.addresses.append(target(address.translate(_RESTORED) if self.escaped else address))
        if SPECIAL.search(inner):
            self.parts.append(lines.LINK)
            self.read(*match.span(1))
            self.parts.append(lines.LINK_END)
        else:
            self.parts.append(lines.LINK + inner + lines.LINK_END)

    def emphasis(self, run: str, start: int, end: int, runs: list[tuple[str, int]]) -> None:
        """A run of asterisks or underscores: it opens, closes, or is itself."""
        text, parts, sign = self.text, self.parts, run[0]
        before = _KINDS[text[start - 1 : start]]
        behind = _KINDS[text[end : end + 1]]
        left = behind > 1 or (behind == 1 and before < 2)
        right = before > 1 or (before == 1 and behind < 2)
        if left and right and sign == "_":
            left, right = before == 1, behind == 1
        if right:
            if runs:
                last, place = runs[-1]
                if last == run and len(run) <= _MOST:
                    runs.pop()
                    parts[place] = ""
                    if len(run) > 1:
                        self.enclose(place)
                    return
                if any(other[0] == sign for other, _ in runs):
                    raise Odd
            self.closers.add(sign)
        if left:
            if len(runs) >= _MOST_OPEN:
                raise Odd
            runs.append((run, len(parts)))
        parts.append(run.replace("***", "").replace("**", ""))

    def enclose(self, place: int) -> None:
        """What stands behind a place is bold."""
        if not self.bold[1]:
            self.bold = (place, len(self.parts))
        elif place < self.bold[0]:
            raise Odd  # bold inside bold


class _Kinds(dict[str, int]):
    """Of a sign beside emphasis: 0 for a blank and the end of the text, 1 for punctuation, 2 for the rest."""

    def __missing__(self, sign: str) -> int:
        kind = 2
        if not sign or sign.isspace() or sign == lines.BREAK[0]:
            kind = 0
        elif sign in _WAITING.values() or unicodedata.category(sign)[0] in "PS":
            kind = 1
        self[sign] = kind
        return kind


_KINDS = _Kinds()
