"""The part of a page that a source's CSS selectors name.

In: the tree of a page and selectors. Out: a tree of the elements they match, outermost ones only, in the
order of the page; or None where none matches, as after a redesign: the automatic way then finds the policy,
and the document's quality says so. Selectors are never needed.
"""

from __future__ import annotations

from copy import deepcopy
from functools import lru_cache
from typing import TYPE_CHECKING

from cssselect import HTMLTranslator, SelectorError
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 20
"""Selectors of one source that are tried."""


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


def _matches(root: etree._Element, selector: str) -> list[etree._Element]:
    """What a selector matches; nothing, where it is none."""
    path = _path(selector)
    found = path(root) if path is not None else []
    return [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []


@lru_cache(maxsize=64)
def _path(selector: str) -> etree.XPath | None:
    try:
        return etree.XPath(HTMLTranslator().css_to_xpath(selector))
    except (SelectorError, etree.XPathError):
        return None
