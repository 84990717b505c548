"""How much of a page's prose, words and characters stands between two of its blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.page_elements import ContainerElement

SENTENCE = 60
"""Characters outside links from which a block counts as prose."""
LEAST = 200
"""Fewest characters of prose that must be left of a page."""


_DENSE = 25
"""The same where no blanks stand between words, as in Chinese and Japanese."""
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


class Mass:
    """Running sums over the blocks of a page that are not left out, so that any interval is summed at
    once."""

    def __init__(self, blocks: list[Block]) -> None:
        self.prose, self.words, self.chars = ([0] * (len(blocks) + 1) for _ in range(3))
        prose = words = chars = 0
        for number, block in enumerate(blocks, 1):
            if not block.rule:
                length = len(block.text)
                own = length - block.linked
                chars += length
                words += own
                if own >= SENTENCE or (own >= _DENSE and is_dense(block.text)):
                    prose += own
            self.prose[number], self.words[number], self.chars[number] = prose, words, chars

    def of(self, region: ContainerElement) -> int:
        """Characters of prose in a region."""
        return self.prose[region.end] - self.prose[region.start]


def prose_length(block: Block) -> int:
    """Characters of a block outside of its links, 0 of one that is too short for prose."""
    own = len(block.text) - block.linked
    return own if own >= SENTENCE or (own >= _DENSE and is_dense(block.text)) else 0


def is_dense(text: str) -> bool:
    """Whether a text is written without blanks between its words."""
    return not text.isascii() and 2 * len(_IDEOGRAPHS.findall(text)) > len(text)
