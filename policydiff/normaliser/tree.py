"""Parses HTML into an lxml tree, however broken the page is.

In: the decoded text of a page. Out: a tree without comments and processing instructions, whose depth is
bounded. lxml's plain elements are used (`etree.HTMLParser`): walking them takes half the time of walking
`lxml.html` elements, whose methods only a page from a web archive needs. Scripts are parsed with the
rest: they are a fifth of the bytes of a page, but a tenth of the time of parsing it, and to find and cut them
out takes longer.

libxml2 drops, without an exception, everything after an element that is nested deeper than its limit
(2,048 with `huge_tree`); only its error log tells. Such a page is read again through a parser target,
which sees all of it, into a tree whose deepest levels are laid flat. So is one that has an element with
thousands of attributes: libxml2 walks along all of them for each that it adds.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from policydiff.normaliser import aria_tables, styles, wayback_pages

if TYPE_CHECKING:
    from collections.abc import Mapping

_METADATA = frozenset("base basefont bgsound link meta noscript script style template title".split())
_DEEPEST = 250
"""Levels kept when a page has to be laid flat; the deepest real page seen has 38."""
_MOST_ATTRIBUTES = 1000
"""Attributes that are kept of an element of a page that is laid flat; real elements have some twenty."""
_QUOTED = rb"""(?:"[^"]*+"|\s*+(?:"[^"]*+"|'[^']*+'))"""
_TAG = re.compile(rb"<[a-zA-Z][a-zA-Z0-9]*+(?!>)[^>=]*+(?:=%s?+[^>=]*+)*+" % _QUOTED)
"""A tag with something after its name."""
_VALUE = re.compile(rb"=%s" % _QUOTED)
_CROWDED = 8192
"""Bytes of a tag, quoted values left out, that may hold a thousand attributes and more."""


_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
"""Names that lxml builds with: pages have others too, such as `xlink:href`, which no rule asks for."""
_UNSOUND = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that lxml builds no text with."""


def _sound(text: str | bytes) -> str:
    return _UNSOUND.sub("\ufffd", str(text))


class _Flat:
    """Parser target that builds a tree of bounded depth and with bounded attributes: what is nested deeper
    becomes a sibling."""

    def __init__(self) -> None:
        self.builder = etree.TreeBuilder()
        self.depth = 0
        self.open: list[str] = []
        self.most = 0
        """Attributes of the element that has most of them."""

    def start(self, tag: str | bytes, attributes: Mapping[str | bytes, str | bytes]) -> None:
        self.depth += 1
        self.most = max(self.most, len(attributes))
        if self.depth == 1 and self.open:
            return
        name = str(tag) if _NAME.fullmatch(str(tag)) else "span"
        kept = islice(attributes.items(), _MOST_ATTRIBUTES)
        self.builder.start(name, {str(k): _sound(value) for k, value in kept if _NAME.fullmatch(str(k))})
        if self.depth > _DEEPEST:
            self.builder.end(name)
        else:
            self.open.append(name)

    def end(self, tag: str | bytes) -> None:
        if 1 < self.depth <= _DEEPEST:
            self.builder.end(self.open.pop())
        self.depth -= 1

    def data(self, data: str | bytes) -> None:
        self.builder.data(_sound(data))

    def comment(self, text: str | bytes) -> None:
        """Comments are no text."""

    def pi(self, target: str | bytes, data: str | bytes | None = None) -> None:
        """Processing instructions are no text."""

    def close(self) -> etree._Element:
        for name in reversed(self.open):  # the root: what stands after its end is reported in a second one
            self.builder.end(name)
        return self.builder.close()


_SOUGHT = (
    "abbr base frame iframe img input link local-time meta relative-time script span style svg time"
    " time-ago title".split()
)


class Elements:
    """The elements of a tree that are looked for before it is walked over, by tag and found in one pass:
    each pass takes a tenth of the time of parsing."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self._found: dict[str, list[etree._Element]] = {tag: [] for tag in _SOUGHT}
        for node in root.iter(*_SOUGHT):
            self._found[node.tag].append(node)

    def of(self, *tags: str) -> list[etree._Element]:
        """Those of some tags, one tag after another, each in the order of the page."""
        return [node for tag in tags for node in self._found[tag]]


def parse(text: str | bytes) -> etree._Element:
    """The tree of the page (a str, or its bytes in UTF-8); an empty body for an empty page."""
    return _parsed(
        text,
        etree.HTMLParser(
            encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
        ),
    )


def parse_replayed(text: str | bytes) -> etree._Element:
    """The tree of a page that a web archive plays back, without the archive's own parts."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = _parsed(text, parser)
    if isinstance(root, HtmlElement):  # a page laid flat is read with the archive's parts
        wayback_pages.strip(root)
    return root


def _parsed(text: str | bytes, parser: etree.HTMLParser) -> etree._Element:
    # As bytes: of a str, lxml refuses one that carries an XML declaration.
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    root = _flat(data, crowded=True) if _perhaps_crowded(data) else None
    if root is None:
        root = _fed(data, parser)
        if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log.filter_from_fatals()):
            root = _flat(data)
    if root is None:
        root = etree.Element("html")
        etree.SubElement(root, "body")
    elif next(root.iterchildren("body"), None) is None:  # `find` takes ten times as long
        _without_body(root)
    if styles.LINE_THROUGH in data:
        styles.strike(root)
    aria_tables.name_parts(root)
    return root


def _flat(data: bytes, *, crowded: bool = False) -> etree._Element | None:
    """The tree laid flat; with `crowded` only where an element has more attributes than are kept."""
    target = _Flat()
    root = _fed(data, etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True))
    return root if target.most > _MOST_ATTRIBUTES or not crowded else None


def _perhaps_crowded(data: bytes) -> bool:
    """Whether an element may have more attributes than are kept: it may be a line of a script as well.

    Tags are read only where none ends in as many bytes as such a tag has.
    """
    place = 0
    while place + _CROWDED < len(data):
        end = data.rfind(b">", place, place + _CROWDED)
        if end >= 0 and not _perhaps_in_value(data, place, end):
            place = end + 1
            continue
        tag = _TAG.search(data, place)
        if tag is None:
            return False
        if tag.end() - tag.start() > _CROWDED and len(_VALUE.sub(b"", tag[0])) > _CROWDED:
            return True
        place = tag.end()
    return False


def _perhaps_in_value(data: bytes, start: int, end: int) -> bool:
    """Whether a place may be inside an attribute's value, where ">" ends no tag, of a tag that begins at
    `start` or later: the last quotation mark before it stands behind "="."""
    for quote in (b'"', b"'"):
        mark = data.rfind(quote, start, end)
        before = data[mark - 1 : mark] if mark > start else b""
        if before == b"=" or (before.isspace() and data[start:mark].rstrip().endswith(b"=")):
            return True
    return False


def _without_body(root: etree._Element) -> None:
    """Let a head that holds the page be its body.

    Where the tag `<body>` is left out, libxml2 stays in the head at elements that it does not know, such as
    `<nav>` and `<main>`, and all of the page ends up there.
    """
    head = root.find("head")
    if head is not None and any(child.tag not in _METADATA for child in head):
        head.tag = "body"


def _fed(data: bytes, parser: etree.HTMLParser) -> etree._Element | None:
    try:
        return etree.fromstring(data, parser)
    except etree.LxmlError as error:  # nothing in it that could be an element, or no room for them
        if any(entry.type_name == "ERR_NO_MEMORY" for entry in parser.error_log):
            raise MemoryError from error
        return None


def words(node: etree._Element) -> str:
    """All text of an element, on one line."""
    return " ".join(etree.tostring(node, method="text", encoding="unicode", with_tail=False).split())
