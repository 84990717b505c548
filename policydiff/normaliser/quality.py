"""Is this a good capture of a policy?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.models import Quality, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

    from policydiff.models import Clause


def judge(clauses: Sequence[Clause], *, title: str, root: HtmlElement, url: str) -> Quality:
    """Judge a capture from the page alone. `root` is the whole page as parsed."""
    if not clauses:
        return Quality("bad", (Reason("empty", "The page holds no text"),))
    return Quality()
