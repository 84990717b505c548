"""The policy's own part of the page: everything else is page furniture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from policydiff.models import LeftOut


@dataclass(frozen=True, slots=True)
class Extract:
    """The element that holds the policy, furniture removed, and what was left out."""

    root: HtmlElement
    left_out: tuple[LeftOut, ...] = ()


def extract(root: HtmlElement, *, explain: bool = False) -> Extract:
    """Find the policy in a page. The tree is changed."""
    return Extract(root)
