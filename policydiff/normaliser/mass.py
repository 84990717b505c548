"""How much of a page's prose, words and characters stands between two of its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.walk import ContainerElement

SENTENCE = 60
"""Characters outside links from which a block counts as prose."""
LEAST = 200
"""Characters of prose without which a page would be left with nothing."""


class Mass:
    """Running sums over the blocks of a page that are still in, so that any interval is weighed at once."""

    def __init__(self, blocks: list[Block]) -> None:
        self.prose, self.words, self.chars = [0], [0], [0]
        prose = words = chars = 0
        for block in blocks:
            if not block.rule:
                length = len(block.text)
                own = length - block.linked
                chars += length
                words += own
                if own >= SENTENCE:
                    prose += own
            self.prose.append(prose)
            self.words.append(words)
            self.chars.append(chars)

    def of(self, region: ContainerElement) -> int:
        """Characters of prose in a region."""
        return self.prose[region.end] - self.prose[region.start]
