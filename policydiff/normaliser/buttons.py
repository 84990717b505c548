"""Buttons, and links that are buttons: which of them name a section of the text, and which only do something.

A button that opens a section is the only title that the section has; "Print" and "Accept all" are no text of
anybody's policy. Looked at is the element alone, never what a script would make of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff.normaliser import names, toolwords, tree
from policydiff.normaliser.vocabulary import BLOCKS, CONTAINERS, HEADINGS

if TYPE_CHECKING:
    from lxml import etree

_OPENERS = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle")
_ACCORDION = re.compile(
    r"(?:^|[\s_-])(?:accordion|collaps(?:e|ed|ible)|faq|question)(?:[\s_-]|$)", re.IGNORECASE
)
"""Class names of buttons that open what stands below them."""
_ACTION = re.compile(
    r"\s*(?:javascript:\s*(?:window\.|self\.)?(?:print|history|share|close)\b|mailto:\?)", re.IGNORECASE
)
"""Addresses that print the page, go back or share it."""
_LOOK = re.compile(r"(?:^|[\s_-])(?:btn|button)(?:[\s_-]|$)", re.IGNORECASE)
_LONGEST = 100
"""Characters of a button that are read."""
_STACKED = CONTAINERS | BLOCKS | HEADINGS.keys() | {"dl", "ol", "pre", "table", "ul"}


def opens(node: etree._Element) -> bool:
    """Whether a button opens a section and is the title of it."""
    if any(child.tag in HEADINGS for child in node):
        return True
    if all(node.get(name) is None for name in _OPENERS) and not _is_accordion(_classes(node)):
        return False
    # Once with the words for screen readers ("Learn more about cookies"), once without.
    said = (_words(node), (node.text or "").strip()[:_LONGEST].lower())
    return not any(toolwords.OPENER.fullmatch(text) or toolwords.TOOL.fullmatch(text) for text in said)


def acts(node: etree._Element, address: str | None) -> bool:
    """Whether a link only does something: it is a button by its role, or its address is a command."""
    if node.get("role") == "button":
        return not opens(node)
    return address is not None and _ACTION.match(address) is not None


def looks_like_one(node: etree._Element) -> bool:
    """Whether a link is set as a button."""
    return _is_button(_classes(node)) or node.get("role") == "button"


def _classes(node: etree._Element) -> str:
    return (node.get("class") or "")[: names.LONGEST]


@lru_cache(maxsize=1024)
def _is_button(classes: str) -> bool:
    return _LOOK.search(classes) is not None


@lru_cache(maxsize=1024)
def _is_accordion(classes: str) -> bool:
    return _ACCORDION.search(classes) is not None


def consents(node: etree._Element) -> bool:
    """Whether a button accepts or rejects something, as in consent windows."""
    return toolwords.CONSENT.fullmatch(_words(node)) is not None


def _words(node: etree._Element) -> str:
    return tree.words(node)[:_LONGEST].lower()


def stands_alone(node: etree._Element) -> bool:
    """Whether an element of unknown make is a block: text stands neither before it nor behind it."""
    before = node.getprevious()
    parent = node.getparent()
    if before is None:
        text = parent.text if parent is not None else None
    else:
        text = before.tail
        if "-" not in before.tag and before.tag not in _STACKED:
            return False
    return not (text and text.strip()) and not (node.tail and node.tail.strip())
