"""Lines that change from visit to visit: relative dates, feedback questions, copyright years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block

_RELATIVE = re.compile(
    r"(?:last )?(?:updated|modified|edited)(?: on)? (?:(?:over|about|almost|more than|less than) )?"
    r"(?:an?|\d+) (?:second|minute|hour|day|week|month|year)s? ago\.?",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\W.{0,80}", re.IGNORECASE)


def volatile(blocks: list[Block]) -> None:
    """Mark the lines of a page that are new at every visit."""
    for block in blocks:
        if not block.rule and len(block.text) < 120:
            if _RELATIVE.search(block.text):
                block.rule = "relative date"
            elif block.kind == "paragraph" and _COPYRIGHT.match(block.text):
                block.rule = "copyright"
