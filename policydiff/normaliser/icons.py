"""The meaning of pictures that stand for words: the yes or no of a table, a ticked box.

In: an element. Out: the words for the picture (`alt`, `aria-label`, `<title>`), else a tick or a cross if its
name says so; "" for decoration.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.models import EMPTY, TICKED
from policydiff.normaliser import tidy

if TYPE_CHECKING:
    from lxml import etree

TICK, CROSS = "✓", "✗"

_TICKS = frozenset("check checked checkmark tick ticked yes true ok done included allowed".split())
_CROSSES = frozenset(
    "cross crossed times x xmark xcross no not none false ban banned excluded denied remove unchecked".split()
)
_NAME = re.compile(r"[a-z]+")
_LONGEST = 200
"""Characters of words for a picture that are read."""
_TEXT = ("alt", "aria-label", "title", "data-label", "data-tooltip")
_PLACE = ("src", "data-src", "href", "{http://www.w3.org/1999/xlink}href", "xlink:href", "data-icon")
BOXES = frozenset(("checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio"))
"""Types of fields, and roles, that are ticked or not."""
_ELEMENTS = 20
"""Elements inside a drawing that are looked at."""


def said(node: etree._Element) -> str:
    """The words for an element without text; "" if it is decoration."""
    box = ticked(node)
    if box:
        return box
    for name in _TEXT:
        words = tidy.one_line((node.get(name) or "")[:_LONGEST])
        if words:
            return words
    for count, inner in enumerate(node.iter()):
        if count == _ELEMENTS:
            break
        if inner.tag == "title" and inner.text and (words := tidy.one_line(inner.text[:_LONGEST])):
            return words
        if inner is not node and inner.tag == "img" and (words := said(inner)):
            return words
        mark = sign(inner)
        if mark:
            return mark
    return ""


def ticked(node: etree._Element) -> str:
    """The box that an element is, ticked or empty; "" if it is none."""
    kind = (node.get("type") or "").lower() if node.tag == "input" else node.get("role")
    if kind not in BOXES:
        return ""
    return TICKED if node.get("checked") is not None or node.get("aria-checked") == "true" else EMPTY


def sign(node: etree._Element) -> str:
    """A tick or a cross, where the names of an element or of its file say that it is one."""
    named = (node.get("class") or "")[:_LONGEST]
    place = next((address for name in _PLACE if (address := node.get(name))), "")[-_LONGEST:]
    return of_name(f"{named} {place.rpartition('/')[2]}")


def of_name(name: str) -> str:
    """Likewise of a name alone: "fa-check", "no.svg".

    >>> of_name("fa fa-times-circle"), of_name("icons/yes.png"), of_name("logo.svg")
    ('✗', '✓', '')
    """
    words = set(_NAME.findall(name.lower()))
    if words & _CROSSES:
        return CROSS
    return TICK if words & _TICKS else ""


def means_yes_or_no(words: str) -> bool:
    """Whether what a picture says is an answer, and not a name or a decoration."""
    return words in (TICK, CROSS, TICKED, EMPTY) or words.lower().rstrip(".!") in _ANSWERS


_ANSWERS = frozenset(
    "yes no true false oui non ja nein sí si checked unchecked included allowed tick cross".split()
)
