"""Finds the lines of keys and tables in a sources.toml.

The parser of the standard library gives values without line numbers, and a fault without one is hard to fix.
This is a light scan, not a second parser: it knows strings, comments and brackets, so as not to take what is
inside them for a key. It is asked only about files that the parser has read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_TOKEN = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*|[\[\]{}]')
_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_MOST_PARTS = 20
"""Parts of a dotted key: a list of sources has three at most."""
_DEEP = re.compile(r"\.(?:[\w-]*\.){19}")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*[.=]""")


@dataclass(slots=True)
class TableLines:
    """Where one table begins, and where its keys are."""

    line: int
    keys: dict[str, int] = field(default_factory=dict)

    def at(self, key: str) -> int:
        """The line of a key; of the table where the scan did not find it."""
        return self.keys.get(key, self.line)


@dataclass(slots=True)
class Places:
    """The lines of a file: its own keys, and each `[[source]]`."""

    top: TableLines = field(default_factory=lambda: TableLines(1))
    sources: list[TableLines] = field(default_factory=list)

    def source(self, number: int) -> TableLines:
        """The table of the source with this number, from 0."""
        return self.sources[number] if number < len(self.sources) else TableLines(self.top.at("source"))


def scan(text: str) -> Places:
    """Find the lines of all keys and tables."""
    places = Places()
    current, outer, depth, quote = places.top, True, 0, ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not quote and not depth:
            header = _HEADER.match(line)
            if header:
                current, outer = _enter(places, header, number)
                continue
            key = _KEY.match(line) if outer else None
            if key:
                current.keys.setdefault(key[1] or key[2] or key[3], number)
        depth, quote = _open_at_end(line, depth, quote)
    return places


def too_deep(text: str) -> int:
    """The line of a key with more parts ("a.b.c") than any needs, 0 if there is none.

    The parser takes time by the square of them, and hours for a file that holds nothing else.
    """
    if text.count(".") < _MOST_PARTS:
        return 0
    for number, line in enumerate(text.split("\n"), start=1):
        bare = re.sub(r"[ \t]+", "", _TOKEN.sub(lambda token: "" if len(token[0]) > 1 else token[0], line))
        if _DEEP.search(bare):
            return number
    return 0


def _enter(places: Places, header: re.Match[str], number: int) -> tuple[TableLines, bool]:
    """The table that a header opens, and whether the keys after it are its own."""
    name = re.sub(r"[\"'\s]", "", header[2])
    if name == "source" and header[1] == "[[":
        places.sources.append(TableLines(number))
        return places.sources[-1], True
    parent, _, child = name.partition(".")
    owner = places.sources[-1] if parent == "source" and child and places.sources else places.top
    owner.keys.setdefault(child.partition(".")[0] if owner is not places.top else parent, number)
    return owner, False


def _open_at_end(line: str, depth: int, quote: str) -> tuple[int, str]:
    """How many brackets, and which string over several lines, are open after this line."""
    at = 0
    while at < len(line):
        if quote:
            end = line.find(quote, at)
            if end < 0:
                return depth, quote
            at, quote = end + 3, ""
            continue
        token = _TOKEN.search(line, at)
        if token is None:
            break
        at = token.end()
        if token[0] in ('"""', "'''"):
            quote = token[0]
        elif token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth = max(0, depth - 1)
    return depth, quote
