"""The policy's own part of the page: everything else is page furniture.

Works on the blocks and regions of a page as read, and marks every block that is left out with the rule that says so.
First what calls itself furniture goes (landmarks, consent windows), then the root is chosen by its share of
the prose, then link farms and volatile lines inside the root go. Subtrees are taken or left whole:
scoring single paragraphs is what loses lists, short items, tables and dates. Where a rule and the mass
of prose disagree, the text stays.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from policydiff.models import LeftOut
from policydiff.normaliser import furniture

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block, Page, Region

_SENTENCE = 60
"""Characters outside links from which a block counts as prose."""
_CONFLICT = {"navigation": 0.5, "footer": 0.5, "dialog": 0.5}
_CONFLICT_ELSE = 0.3
"""Share of the page's prose from which furniture is not believed to be furniture."""
_SHARES = {"main": 0.6, "article": 0.85}
_SHARE = 0.93
"""Share of the prose that a part of the page must hold to stand for all of it."""
_LEAST = 200
"""Characters of prose without which a page would be left with nothing."""


def leave_out(page: Page, *, title: str, url: str) -> None:
    """Mark the blocks of a page that are not policy text (`Block.rule`).

    Args:
        page: the page as read.
        title: what its `<title>` says.
        url: its address, "" where it is not known.
    """
    blocks = page.blocks
    if not blocks:
        return
    _landmarks(page)
    start, end = _root(page)
    _outside(blocks, start, end, title)
    _link_farms(page, start, end, url)
    furniture.volatile(blocks)


def left_out(page: Page) -> tuple[LeftOut, ...]:
    """What was left out, in the order of the page; neighbours under one rule together."""
    found: list[tuple[str, list[str]]] = []
    hints = iter([*page.hints, (len(page.blocks) + 1, LeftOut("", ""))])
    place, hint = next(hints)
    for number, block in enumerate(page.blocks):
        while place <= number:
            found.append((hint.rule, [hint.text]))
            place, hint = next(hints)
        if not block.rule:
            found.append(("", []))
        elif found and found[-1][0] == block.rule:
            found[-1][1].append(block.text)
        else:
            found.append((block.rule, [block.text]))
    while hint.rule:
        found.append((hint.rule, [hint.text]))
        place, hint = next(hints)
    return tuple(LeftOut(rule, " ".join(texts)) for rule, texts in found if rule)


def _prose(blocks: list[Block]) -> list[int]:
    """Characters of prose before each block, and in all."""
    weights = []
    for block in blocks:
        own = len(block.text) - block.linked
        weights.append(own if own >= _SENTENCE and not block.rule else 0)
    return [0, *accumulate(weights)]


def _landmarks(page: Page) -> None:
    """Mark what calls itself furniture and does not hold a large share of the prose."""
    blocks = page.blocks
    prose = _prose(blocks)
    total = prose[-1]
    mains = [region for region in page.regions if region.tag in _SHARES]
    for region in page.regions:
        rule = region.rule
        if not rule:
            continue
        own = prose[region.end] - prose[region.start]
        if region.sure:
            if own and total - own < _LEAST <= own and rule != "consent":
                continue
        elif own > _CONFLICT.get(rule, _CONFLICT_ELSE) * total:
            continue
        if rule in ("header", "aside") and any(m.start <= region.start and region.end <= m.end for m in mains):
            if rule == "header" or _is_prose(blocks, region, own):
                continue
        _mark(blocks, region, rule)


def _is_prose(blocks: list[Block], region: Region, own: int) -> bool:
    """Most of it is sentences, as in a box beside the text that sums it up."""
    return own > 0.5 * sum(len(block.text) for block in blocks[region.start : region.end])


def _mark(blocks: list[Block], region: Region, rule: str) -> None:
    for block in blocks[region.start : region.end]:
        block.rule = block.rule or rule


def _root(page: Page) -> tuple[int, int]:
    """The interval of blocks that holds the policy."""
    blocks = page.blocks
    prose = _prose(blocks)
    total = prose[-1]
    if not total:
        return 0, len(blocks)
    best: tuple[int, int] | None = None
    for region in page.regions:
        share = _SHARES.get(region.tag)
        if share and prose[region.end] - prose[region.start] >= share * total:
            if best is None or region.end - region.start < best[1] - best[0]:
                best = region.start, region.end
    if best is not None:
        return best
    words = [0, *accumulate(0 if block.rule else len(block.text) - block.linked for block in blocks)]
    start, end = 0, len(blocks)
    for region in page.regions:
        if (
            prose[region.end] - prose[region.start] >= _SHARE * total
            and words[region.end] - words[region.start] >= _SHARE * words[-1]
            and region.end - region.start < end - start
        ):
            start, end = region.start, region.end
    return start, end


def _outside(blocks: list[Block], start: int, end: int, title: str) -> None:
    kept = _title_above(blocks, start, end, title)
    for number, block in enumerate(blocks):
        if not start <= number < end and not block.rule:
            block.rule = "outside"
    for number in kept:
        blocks[number].rule = ""


def _title_above(blocks: list[Block], start: int, end: int, title: str) -> list[int]:
    """The page's own title and date line where they stand above the root."""
    if any(block.kind == "heading" and block.depth == 1 for block in blocks[start:end]):
        return []
    title = title.casefold()
    for number in range(start - 1, -1, -1):
        block = blocks[number]
        if block.kind != "heading" or block.rule not in ("", "header"):
            continue
        if block.text.casefold() in title or (block.depth == 1 and not block.rule):
            dates = [i for i in range(number + 1, min(number + 4, start)) if furniture.is_date_line(blocks[i].text)]
            return [number, *dates]
    return []


def _link_farms(page: Page, start: int, end: int, url: str) -> None:
    """Lists of links to other pages of the site, in front of the text or behind it."""
    blocks = page.blocks
    kept = [n for n in range(start, end) if not blocks[n].rule and len(blocks[n].text) - blocks[n].linked >= _SENTENCE]
    first, last = (kept[0], kept[-1]) if kept else (end, start)
    host = urlsplit(url).hostname if url else None
    for region in page.regions:
        if region.start < start or region.end > end or (region.end > first and region.start <= last):
            continue
        inside = [block for block in blocks[region.start : region.end] if not block.rule]
        if furniture.is_link_farm(inside, host):
            _mark(blocks, region, "links")
            _heading_of(blocks, region.start, start)


def _heading_of(blocks: list[Block], place: int, start: int) -> None:
    """A heading over nothing but links goes with them."""
    if place > start and blocks[place - 1].kind == "heading" and not blocks[place - 1].rule:
        blocks[place - 1].rule = "links"
