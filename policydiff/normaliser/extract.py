"""The policy's own part of the page: everything else is page furniture.

Works on the blocks and regions of a page as read; marks every block that is left out with the rule that says so.
The order: landmarks; the root, by prose mass; link farms and volatile lines inside the root. Subtrees are
taken or left whole: scoring single paragraphs is what loses lists, short items, tables and dates.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from policydiff.models import LeftOut
from policydiff.normaliser import furniture

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block, Page, Region

_SHARE = 0.93
"""Of the prose, that a part of the page must hold to stand for all of it."""
_CONFLICT = 0.3
"""Share of the page's prose from which furniture is not believed to be furniture."""
_SENTENCE = 60
"""Characters outside links from which a block counts as prose."""


def leave_out(page: Page) -> None:
    """Mark the blocks of a page that are not policy text (`Block.rule`)."""
    blocks = page.blocks
    if not blocks:
        return
    _landmarks(page)
    start, end = _root(page)
    _outside(blocks, start, end)
    _link_farms(page, start, end)
    furniture.volatile(blocks)


def left_out(page: Page) -> tuple[LeftOut, ...]:
    """What was left out, in the order of the page; neighbours under one rule together."""
    found: list[LeftOut] = []
    for block in page.blocks:
        if block.rule:
            if found and found[-1].rule == block.rule:
                found[-1] = LeftOut(block.rule, f"{found[-1].text} {block.text}")
            else:
                found.append(LeftOut(block.rule, block.text))
    return tuple(found)


def _prose(blocks: list[Block]) -> list[int]:
    """Characters of prose before each block, and in all."""
    weights = []
    for block in blocks:
        own = len(block.text) - block.linked
        weights.append(own if own >= _SENTENCE and not block.rule else 0)
    return [0, *accumulate(weights)]


def _landmarks(page: Page) -> None:
    blocks = page.blocks
    prose = _prose(blocks)
    total = prose[-1]
    mains = [region for region in page.regions if region.tag in ("main", "article")]
    for region in page.regions:
        rule = region.rule
        if not rule:
            continue
        own = prose[region.end] - prose[region.start]
        if not region.sure and own > _CONFLICT * total:
            continue
        if rule == "header" and any(m.start <= region.start and region.end <= m.end for m in mains):
            continue
        _mark(blocks, region, rule)


def _mark(blocks: list[Block], region: Region, rule: str) -> None:
    for block in blocks[region.start : region.end]:
        block.rule = block.rule or rule


def _root(page: Page) -> tuple[int, int]:
    """The interval of blocks that holds the policy."""
    prose = _prose(page.blocks)
    total = prose[-1]
    start, end = 0, len(page.blocks)
    if not total:
        return start, end
    for region in page.regions:
        if prose[region.end] - prose[region.start] >= _SHARE * total and region.end - region.start < end - start:
            start, end = region.start, region.end
    return start, end


def _outside(blocks: list[Block], start: int, end: int) -> None:
    title = _title_above(blocks, start, end)
    for number, block in enumerate(blocks):
        if not block.rule and not start <= number < end and number not in title:
            block.rule = "outside"


def _title_above(blocks: list[Block], start: int, end: int) -> range:
    """The page's own title and date line where they stand above the root."""
    if any(block.kind == "heading" and block.depth == 1 and not block.rule for block in blocks[start:end]):
        return range(0)
    for number in range(start - 1, -1, -1):
        block = blocks[number]
        if block.kind == "heading" and block.depth == 1 and not block.rule:
            return range(number, start)
    return range(0)


def _link_farms(page: Page, start: int, end: int) -> None:
    blocks = page.blocks
    for region in page.regions:
        if region.start < start or region.end > end or region.end - region.start < 1:
            continue
        links = sum(len(block.links) for block in blocks[region.start : region.end]) if region.end - region.start < 200 else 0
        if links < 3:
            continue
        chars = sum(len(block.text) for block in blocks[region.start : region.end])
        linked = sum(block.linked for block in blocks[region.start : region.end])
        if linked >= 0.9 * chars:
            _mark(blocks, region, "links")
