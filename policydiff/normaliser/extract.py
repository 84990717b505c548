"""The policy's own part of the page: everything else is page furniture.

Works on the blocks and regions of a page as read, and marks every block that is left out with the rule that says so.
First what calls itself furniture goes (landmarks, consent windows), then the root is chosen by its share of
the prose, then link farms and volatile lines inside the root go. Subtrees are taken or left whole:
scoring single paragraphs is what loses lists, short items, tables and dates. Where a rule and the mass
of prose disagree, the text stays.
"""

from __future__ import annotations

import re
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
_HOLDERS = frozenset("article body center div fieldset form html main section td".split())
"""Elements that may hold a whole policy; a list or a table is always a part of one."""
_SHARE = 0.93
"""Share of the prose that a part of the page must hold to stand for all of it."""
_TITLE_PARTS = re.compile(r"\s+[|–—·•:-]\s+|\s*\|\s*")
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
    start, end = _outside(page, title)
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
    mains = [region for region in page.regions if region.tag in ("main", "article")]
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


def _main(page: Page) -> tuple[int, int]:
    """The interval of the page's `<main>` (or of an only `<article>`), if it holds most of the prose; else all."""
    prose = _prose(page.blocks)
    for region in page.regions:
        if region.tag in ("main", "article") and 2 * (prose[region.end] - prose[region.start]) > prose[-1]:
            return region.start, region.end
    return 0, len(page.blocks)


def _root(page: Page, start: int, end: int) -> tuple[int, int]:
    """The smallest element inside the interval that holds nearly all prose, and nearly all words outside links."""
    blocks = page.blocks
    prose = _prose(blocks)
    words = [0, *accumulate(0 if block.rule else len(block.text) - block.linked for block in blocks)]
    if prose[end] == prose[start]:
        return start, end
    enough = _SHARE * (prose[end] - prose[start])
    most = _SHARE * (words[end] - words[start])
    for region in page.regions:
        first, last = region.start, region.end
        if (
            region.tag in _HOLDERS
            and start <= first
            and last <= end
            and last - first < end - start
            and prose[last] - prose[first] >= enough
            and words[last] - words[first] >= most
        ):
            start, end = first, last
    return start, end


def _outside(page: Page, title: str) -> tuple[int, int]:
    """Mark what is outside the root, apart from what belongs to the policy all the same. Returns the root."""
    blocks = page.blocks
    main, main_end = _main(page)
    start, end = _root(page, main, main_end)
    kept = _title_above(blocks, start, end, title)
    above = [n for n in range(main, start) if not blocks[n].rule] if main_end - main < len(blocks) else []
    if _reads_like_prose([blocks[n] for n in above]):
        kept += above
    below = range(end, next((n for n in range(end, len(blocks)) if blocks[n].rule), len(blocks)))
    if _reads_like_prose([blocks[n] for n in below]) and not _asks_consent([blocks[n] for n in below]):
        kept += below
    for number in (*range(start), *range(end, len(blocks))):
        blocks[number].rule = blocks[number].rule or "outside"
    for number in kept:
        blocks[number].rule = ""
    return start, end


def _reads_like_prose(beside: list[Block]) -> bool:
    """Whether what stands beside the root is an announcement or a section in a container of its own."""
    chars = sum(len(block.text) for block in beside)
    linked = sum(block.linked for block in beside)
    prose = sum(len(block.text) - block.linked for block in beside if len(block.text) - block.linked >= _SENTENCE)
    return prose >= _LEAST and prose > 0.6 * chars and linked < 0.3 * chars


def _asks_consent(below: list[Block]) -> bool:
    """Prose behind the text that speaks of cookies all the time is a consent window without a name."""
    return 3 * sum(1 for block in below if "cookie" in block.text.casefold()) >= len(below)


def _title_above(blocks: list[Block], start: int, end: int, title: str) -> list[int]:
    """The page's own title above the root, and what stands between the two: a date line, an introduction.

    It is the nearest heading above that says what a part of `<title>` says; where the root has no heading of
    level one, also the nearest one of level one or two.
    """
    parts = [part for part in (title, *_TITLE_PARTS.split(title)) if part]
    titled = any(block.kind == "heading" and block.depth == 1 for block in blocks[start:end])
    for number in range(start - 1, -1, -1):
        block = blocks[number]
        if block.kind != "heading" or block.rule not in ("", "header"):
            continue
        if _named(block.text, parts[:2] if titled else parts) or not (titled or block.rule or block.depth > 2):
            between = [i for i in range(number + 1, start) if not blocks[i].rule]
            if sum(blocks[i].linked for i in between) > 0.5 * sum(len(blocks[i].text) for i in between):
                between = [i for i in between if furniture.is_date_line(blocks[i].text)]
            return [number, *between]
    return []


def _named(heading: str, parts: list[str]) -> bool:
    """Whether a heading is a part of the page's title, which may be cut short."""
    heading = heading.casefold()
    return any(heading == part.casefold() or (len(part) > 20 and heading.startswith(part.casefold())) for part in parts)


def _link_farms(page: Page, start: int, end: int, url: str) -> None:
    """Lists of links to other pages of the site, in front of the text or behind it."""
    blocks = page.blocks
    kept = [n for n in range(start, end) if not blocks[n].rule and len(blocks[n].text) - blocks[n].linked >= _SENTENCE]
    if not kept:
        return
    first, last = kept[0], kept[-1]
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
