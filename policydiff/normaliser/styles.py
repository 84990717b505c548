"""Words that a page's own style strikes out or hides.

Words struck out are not in force: what holds them is put into an element `struck` of our own, which the walk
leaves out. Hidden words inside a text are traps for robots that collect addresses, new at every visit; hidden
sentences stay, since a click opens them.

Read are the attribute `style`, names that designers' tool kits share, and the simplest rules of the page's
own style sheets (`.name { ... }`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STRUCK = "struck"
"""A tag of our own."""
LINE_THROUGH = b"line-through"
"""Without it in its bytes, no element of a page is struck out by its style."""

_STRIKES = re.compile(r"text-decoration[\w-]*\s*:[^;{}]*line-through", re.IGNORECASE)
_STRUCK_NAMES = frozenset(("line-through", "text-decoration-line-through"))
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|r?em|pt|%)?\s*(?:!|;|$)",
    re.IGNORECASE,
)
_PUSHES_OUT = re.compile(r"(?:left|right|top|bottom|text-indent)\s*:\s*-\d{3}", re.IGNORECASE)
_NAME = re.compile(r"\.([\w-]{1,100})")
_LONGEST_SHEET = 10_000
"""Characters of a style sheet that is read for what it hides: longer ones are those of tool kits."""
_MOST_RULES = 200
"""Rules of a sheet that are looked at."""
_RULE = 1000
"""Characters of a rule before what it declares, and of its selectors."""
_CLASSES = 2000
"""Characters of class names that are read."""


def strike(root: etree._Element) -> None:
    """Put what a page's style strikes out into elements of that name. The tree is changed."""
    names = set(_STRUCK_NAMES)
    for sheet in _texts(root.iter("style")):
        names.update(_declared(sheet, re.compile("line-through")))
    for node in list(root.iter()):
        style, classes = node.get("style"), node.get("class")
        if (style and _STRIKES.search(style)) or (
            classes and not names.isdisjoint(classes[:_CLASSES].split())
        ):
            _wrap(node)


def unseen_names(sheets: Iterable[etree._Element]) -> frozenset[str]:
    """Class names that a page's own short style sheets hide."""
    names: set[str] = set()
    for sheet in _texts(sheets):
        if len(sheet) <= _LONGEST_SHEET and "none" in sheet:
            names.update(_declared(sheet, re.compile(r"display\s*:\s*none")))
    return frozenset(names)


def hides(style: str) -> bool:
    """Whether an attribute `style` hides its element."""
    return _HIDES.search(style) is not None


def pushes_out(style: str) -> bool:
    """Whether an attribute `style` moves its element off the screen, where only screen readers find it."""
    return _PUSHES_OUT.search(style) is not None


def _texts(sheets: Iterable[etree._Element]) -> Iterator[str]:
    return (sheet.text for sheet in sheets if sheet.text)


def _declared(sheet: str, wanted: re.Pattern[str]) -> Iterator[str]:
    """The classes that rules with such a declaration are for."""
    for count, found in enumerate(wanted.finditer(sheet)):
        if count == _MOST_RULES:
            return
        opening = sheet.rfind("{", max(0, found.start() - _RULE), found.start())
        start = max(sheet.rfind(sign, max(0, opening - _RULE), max(0, opening)) for sign in "{};/") + 1
        selectors = sheet[start:opening].split(",") if opening >= 0 else []
        yield from (name[1] for one in selectors if (name := _NAME.fullmatch(one.strip())))


def _wrap(node: etree._Element) -> None:
    """Put all that an element holds into a new child: the element itself stays, as cells and items count."""
    child = etree.Element(STRUCK)
    child.text, node.text = node.text, None
    child.extend(list(node))
    node.append(child)
