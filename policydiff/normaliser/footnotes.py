"""Footnote marks: superscript digits, kept apart from the number or word before them. They are marked by
`<sup>`, by a class name ("footnote-ref"), or are small links to a note on the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.normaliser import tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARK = re.compile(r"[\[(]?\d{1,3}(?:\s?,\s?\d{1,3}){0,4}[\])]?", re.ASCII)
_LONGEST = 20
"""Characters of raised text that may be a mark."""


def raised(node: etree._Element) -> str:
    """The superscript digits of an element; "" if it has other text ("1<sup>st</sup>").

    "13<sup>1</sup> months" is 13¹ months, not 131. A power ("10<sup>6</sup>") is written so as well.
    """
    text = tree.words(node) if len(node) else (node.text or "").strip()
    if len(text) > _LONGEST or not _MARK.fullmatch(text):
        return ""
    return text.strip("[]()").replace(" ", "").translate(_RAISED)


def glued(parts: Sequence[str]) -> bool:
    """Whether there is text directly before a place, without a blank: only there a mark could be read as one
    of its digits."""
    return bool(parts) and "\0" not in parts[-1] and parts[-1][-1:].isalnum()
