"""Buttons, and links that are buttons: which of them name a section of the text, and which are only controls.

A button that opens a section is the only title that the section has; "Print" and "Accept all" are no text of
a policy. Only the element itself is read, never what a script would make of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from policydiff.normaliser import buttonwords, element_names, tree
from policydiff.normaliser.html_vocabulary import BLOCKS, CONTAINERS, HEADINGS
from policydiff.normaliser.mass import SENTENCE

if TYPE_CHECKING:
    from lxml import etree

_OPENERS = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle")
_TABS = frozenset(("tab", "pill"))
TAB_MARKS = frozenset(("role", "data-toggle", "data-bs-toggle"))
"""Attributes, one of which every tab has."""
_ACCORDION = re.compile(
    r"(?:^|[\s_-])(?:accordion|collaps(?:e|ed|ible)|faq|question)(?:[\s_-]|$)", re.IGNORECASE
)
"""Class names of buttons that open what stands below them."""
_ACTION = re.compile(
    r"\s*(?:javascript:\s*(?:window\.|self\.)?(?:print|history|share|close)\b|mailto:\?)", re.IGNORECASE
)
"""Addresses that print the page, go back or share it."""
PLACES = ("http", "/", "#")
"""Beginnings of nearly all addresses; no command begins so, and none but "#" leads nowhere."""
_NOWHERE = re.compile(r"\s*(?:#|$|javascript:)", re.IGNORECASE)
_GOES = re.compile(
    r"(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|open\()\s*[\"']([^\"'\s]+)[\"']"
)
"""A script that leads to another page."""
_LONGEST_SCRIPT = 1000
"""Most characters of a script in an attribute that are read."""
_NESTED = 4
"""Most nested elements that are searched for a button at their end."""
INLINE = frozenset("a abbr b em font i mark small span strong u".split())
"""Elements inside a sentence."""
_LOOK = re.compile(r"(?:^|[\s_-])(?:btn|button)(?:[\s_-]|$)", re.IGNORECASE)
_FEW_BLANKS = 2
"""Blanks in what a button says that does nothing but subscribe: "Sign up free"; more words say to what."""
_LONGEST = 100
"""Most characters of a button that are read."""
_STACKED = CONTAINERS | BLOCKS | HEADINGS.keys() | {"dl", "ol", "pre", "table", "ul"}


def opens(node: etree._Element) -> bool:
    """Whether a button opens a section and is its title."""
    if any(child.tag in HEADINGS for child in node):
        return True
    marked = any(node.get(name) is not None for name in _OPENERS) or _is_accordion(_classes(node))
    return (marked or _stands_over_panel(node)) and not _is_tool(node, words_on(node))


def _stands_over_panel(node: etree._Element) -> bool:
    """Whether a button asks what all that stands beside it answers: a fold that says so by nothing else."""
    parent, panel = node.getparent(), node.getnext()
    return (
        parent is not None
        and panel is not None
        and len(parent) == 2
        and panel.tag in CONTAINERS
        and words_on(node).endswith("?")
        and len(tree.words(panel)) >= SENTENCE
    )


def _is_tool(node: etree._Element, words: str) -> bool:
    """Whether a button only says "Learn more" or "Print"."""
    # Once with the words for screen readers ("Learn more about cookies"), once without.
    said = (words, (node.text or "").strip()[:_LONGEST].lower())
    return any(buttonwords.opener().fullmatch(text) or buttonwords.tool().fullmatch(text) for text in said)


def acts(address: str | None) -> bool:
    """Whether the address of a link is a command to the browser."""
    return address is not None and _ACTION.match(address) is not None


def leads(address: str | None) -> bool:
    """Whether a link that is a button by its role leads to another page, as others do."""
    return address is not None and _NOWHERE.match(address) is None


def only_unfolds(node: etree._Element, address: str) -> bool:
    """Whether a link leads nowhere and says only that it opens or closes something: "Learn more", "Close"."""
    return (
        (address == "#" or not address.startswith(PLACES))
        and not leads(address)
        and buttonwords.opener().fullmatch(words_on(node)) is not None
        and not within_sentence(node)
    )


def only_subscribes(node: etree._Element, words: str) -> bool:
    """Whether a link that looks like a button says nothing but that it subscribes to news."""
    return (
        subscribes(words)
        and words.count(" ") <= _FEW_BLANKS
        and not says_choice(words)
        and not within_sentence(node)
    )


def panel_of(node: etree._Element) -> str:
    """The id of the panel that a tab opens; "" of what is no tab or names no panel."""
    if _TABS.isdisjoint(map(node.get, TAB_MARKS)):
        return ""
    named = (node.get(name) or "" for name in ("aria-controls", "data-bs-target", "data-target", "href"))
    return next((name.removeprefix("#") for name in named if name.removeprefix("#").strip()), "")


def target(node: etree._Element) -> str:
    """The address that a button leads to by its own attributes; "" if they give none."""
    for name in ("href", "data-href", "data-url", "formaction"):
        address = node.get(name)
        if address and leads(address):
            return address
    found = _GOES.search((node.get("onclick") or "")[:_LONGEST_SCRIPT])
    return found[1] if found else ""


def chooses(node: etree._Element, words: str) -> bool:
    """Whether the words on a button say that a choice or a right lies behind it."""
    return says_choice(words) and not _is_tool(node, words)


@lru_cache(maxsize=1024)
def says_choice(words: str) -> bool:
    """Whether words in lower case name a choice or a right."""
    return buttonwords.choice().search(words) is not None


@lru_cache(maxsize=1024)
def subscribes(words: str) -> bool:
    """Whether words in lower case subscribe to news."""
    return buttonwords.subscribing().search(words) is not None


def within_sentence(node: etree._Element) -> bool:
    """Whether text goes on after a button: its words are part of a sentence."""
    for _ in range(_NESTED):
        tail = (node.tail or "").lstrip()
        if tail:
            return True
        parent = node.getparent()
        if parent is None or node.getnext() is not None or parent.tag not in INLINE:
            return False
        node = parent
    return False


def names_nothing(words: str) -> bool:
    """Whether the words on a button inside a sentence are none: a sign that opens a note."""
    return not any(map(str.isalnum, words)) or buttonwords.opener().fullmatch(words) is not None


def looks_like_one(classes: str) -> bool:
    """Whether a link is styled as a button, by its class names."""
    return _is_button(classes[: element_names.LONGEST])


def _classes(node: etree._Element) -> str:
    return (node.get("class") or "")[: element_names.LONGEST]


@lru_cache(maxsize=1024)
def _is_button(classes: str) -> bool:
    return _LOOK.search(classes) is not None


@lru_cache(maxsize=1024)
def _is_accordion(classes: str) -> bool:
    return _ACCORDION.search(classes) is not None


@lru_cache(maxsize=1024)
def consents(words: str) -> bool:
    """Whether words in lower case accept or reject something, as on buttons of consent windows."""
    return buttonwords.consent().fullmatch(words) is not None


def words_on(node: etree._Element) -> str:
    """The words on a button, in lower case, as far as they are read."""
    return tree.words(node)[:_LONGEST].lower()


def stands_alone(node: etree._Element) -> bool:
    """Whether an unknown element is a block: there is no text next to it."""
    before = node.getprevious()
    parent = node.getparent()
    if before is None:
        text = parent.text if parent is not None else None
    else:
        text = before.tail
        if "-" not in before.tag and before.tag not in _STACKED:
            return False
    return not (text and text.strip()) and not (node.tail and node.tail.strip())
