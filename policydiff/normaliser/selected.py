"""The part of a page that a source's CSS selectors name.

In: the tree of a page and selectors. Out: a tree of the elements they match, outermost ones only, in the
order of the page; or None if none matches, as after a redesign: the automatic way then finds the policy,
and the document's quality says so. Selectors are never needed.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from cssselect import HTMLTranslator, SelectorError, parse
from cssselect.parser import CombinedSelector
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 20
"""Selectors of one source that are tried."""
_MOST_SIBLINGS = 5000
"""Children of one element up to which they are counted (`:nth-child`): each counts all before it."""


def cut(root: etree._Element, selectors: Sequence[str]) -> etree._Element | None:
    """A page of the matching elements alone; the tree itself is not changed."""
    matched = {element for selector in selectors[:_MOST] for element in _matches(root, selector)}
    outermost = [
        element
        for element in root.iter()
        if element in matched and not any(above in matched for above in element.iterancestors())
    ]
    if not any("".join(map(str, element.itertext())).strip() for element in outermost):
        return None
    page = etree.Element("html")
    page.extend(_alone(element) for element in outermost)
    return page


def _alone(element: etree._Element) -> etree._Element:
    copied = deepcopy(element)
    copied.tail = None
    return copied


def _matches(root: etree._Element, selector: str) -> set[etree._Element]:
    """What a selector matches; nothing, where it is none."""
    try:
        listed = [(one.parsed_tree, one.pseudo_element) for one in parse(selector)]
        return {found for tree, pseudo in listed if not pseudo for found in _found(root, tree)}
    except (SelectorError, etree.XPathError):
        return set()


def _found(root: etree._Element, tree: Any) -> set[etree._Element]:
    """The elements that a selector of CSS means, read from left to right: each element is looked at once.

    As one XPath, `p ~ p` compares every pair of paragraphs with all others.
    """
    if not isinstance(tree, CombinedSelector):
        return _compound(root, tree)
    left, right = _found(root, tree.selector), _found(root, tree.subselector)
    if tree.combinator == "~":
        return _behind(root, left, right)
    if tree.combinator == "+":
        return {one for one in right if one.getprevious() in left}
    if tree.combinator == ">":
        return {one for one in right if one.getparent() in left}
    return {one for one in right if any(above in left for above in one.iterancestors())}


def _behind(
    root: etree._Element, left: set[etree._Element], right: set[etree._Element]
) -> set[etree._Element]:
    """The elements of the right set that have one of the left set before them, under the same parent."""
    begun: set[etree._Element | None] = set()
    found = set()
    for element in root.iter():
        parent = element.getparent()
        if element in right and parent in begun:
            found.add(element)
        if element in left:
            begun.add(parent)
    return found


def _compound(root: etree._Element, tree: Any) -> set[etree._Element]:
    """What one selector without combinators matches."""
    path = f"descendant-or-self::{HTMLTranslator().xpath(tree)}"
    if "sibling::" in path and any(len(element) > _MOST_SIBLINGS for element in root.iter()):
        return set()
    found = etree.XPath(path)(root)
    return {one for one in found if isinstance(one, etree._Element)} if isinstance(found, list) else set()
