"""A block of a recorded text without what its recorder kept of the page beside its words.

In: a block of Markdown or plain text. Out: the same without the name of its place (`place_names`) and without
the hints of its links (`link_hints`), the very block if it has neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.normaliser import link_hints, place_names

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block


def mended(block: Block) -> Block:
    """A block without what a page says to those who hear it."""
    return link_hints.without(place_names.without_name(block))
