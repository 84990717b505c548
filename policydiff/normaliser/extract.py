"""The policy's own part of the page: everything else is page furniture.

Works on the blocks and regions of a page as read, and marks every block that is left out with the rule
that says so. First what calls itself furniture goes (landmarks, consent windows), then the root is chosen
by its share of the prose, then link farms and volatile lines inside the root go. Subtrees are taken or
left whole: scoring single paragraphs is what loses lists, short items, tables and dates. Where a rule and
the mass of prose disagree, the text stays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policydiff.models import LeftOut
from policydiff.normaliser import furniture, landmarks
from policydiff.normaliser.landmarks import LEAST, SENTENCE, Mass, asks_consent, mark

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.walk import Page

_HOLDERS = frozenset("article body center div fieldset form html main section td template".split())
"""Elements that may hold a whole policy; a list or a table is always a part of one."""
_SHARE = 0.93
"""Share of the prose that a part of the page must hold to stand for all of it."""
_TITLE_PARTS = re.compile(r"\s+[|–—·•:-]\s+|\s*\|\s*")


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
    landmarks.leave_out(page)
    start, end = _outside(page, title)
    _link_farms(page, start, end, url)
    landmarks.barren_headings(blocks)
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


def _main(page: Page, mass: Mass) -> tuple[int, int] | None:
    """The page's `<main>` (or only `<article>`), if it holds most of the prose; several `<main>` are one."""
    mains = [region for region in landmarks.outermost(page, "main") if mass.of(region)]
    if len(mains) > 1 and 2 * sum(map(mass.of, mains)) > mass.prose[-1]:
        return mains[-1].start, mains[0].end
    for region in page.regions:
        if region.tag in ("main", "article") and 2 * mass.of(region) > mass.prose[-1]:
            return region.start, region.end
    return None


def _root(page: Page, mass: Mass, start: int, end: int) -> tuple[int, int]:
    """The smallest element inside that holds nearly all prose, and nearly all words outside links."""
    prose, words = mass.prose, mass.words
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
    mass = Mass(blocks)
    main = _main(page, mass)
    start, end = _root(page, mass, *(main or (0, len(blocks))))
    kept = _title_above(blocks, start, end, title)
    above = [n for n in range(main[0] if main else start, start) if not blocks[n].rule]
    if _reads_like_prose([blocks[n] for n in above]):
        kept += above
    below = range(end, main[1] if main is not None else len(blocks))
    below = range(end, next((n for n in below if blocks[n].rule), below.stop))
    if _reads_like_more(blocks, start, below):
        kept += below
    kept += [n for n in (*above, *below) if furniture.is_date_line(blocks[n].text)]
    kept += [n for n in range(start) if not blocks[n].rule and furniture.announces(blocks[n].text)]
    for number in (*range(start), *range(end, len(blocks))):
        blocks[number].rule = blocks[number].rule or "outside"
    for number in kept:
        blocks[number].rule = ""
    return start, end


def _reads_like_more(blocks: list[Block], start: int, below: range) -> bool:
    """Whether what stands right behind the root is more of it: prose, or a section with such a heading."""
    run = [blocks[n] for n in below]
    if not run or asks_consent(run):
        return False
    levels = {block.depth for block in blocks[start : below.start] if block.kind == "heading"}
    linked = 2 * sum(block.linked for block in run) > sum(len(block.text) for block in run)
    return (run[0].kind == "heading" and run[0].depth in levels and not linked) or _reads_like_prose(run)


def _reads_like_prose(beside: list[Block]) -> bool:
    """Whether what stands beside the root is an announcement or a section in a container of its own."""
    chars = sum(len(block.text) for block in beside)
    linked = sum(block.linked for block in beside)
    prose = sum(
        len(block.text) - block.linked for block in beside if len(block.text) - block.linked >= SENTENCE
    )
    return prose >= LEAST and prose > 0.6 * chars and linked < 0.3 * chars


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
        if _named(block.text, parts[:2] if titled else parts) or not (
            titled or block.rule or block.depth > 2
        ):
            between = [i for i in range(number + 1, start) if not blocks[i].rule]
            if sum(blocks[i].linked for i in between) > 0.5 * sum(len(blocks[i].text) for i in between):
                between = [i for i in between if furniture.is_date_line(blocks[i].text)]
            return [number, *between]
    return []


def _named(heading: str, parts: list[str]) -> bool:
    """Whether a heading is a part of the page's title, which may be cut short."""
    heading = heading.casefold()
    return any(
        heading == part.casefold() or (len(part) > 20 and heading.startswith(part.casefold()))
        for part in parts
    )


def _is_prose(block: Block) -> bool:
    return not block.rule and len(block.text) - block.linked >= SENTENCE


def _link_farms(page: Page, start: int, end: int, url: str) -> None:
    """Lists of links to other pages of the site, in front of the text or behind it."""
    blocks = page.blocks
    first = next((n for n in range(start, end) if _is_prose(blocks[n])), None)
    if first is None:
        return
    last = next(n for n in range(end - 1, start - 1, -1) if _is_prose(blocks[n]))
    sums = furniture.link_sums(blocks, url)
    farm = farm_end = 0
    for region in reversed(page.regions):
        if region.start < start or region.end > end or (region.end > first and region.start <= last):
            continue
        if farm <= region.start and region.end <= farm_end:
            continue
        if furniture.is_link_farm(sums[region.start], sums[region.end]):
            farm, farm_end = region.start, region.end
            mark(blocks, farm, farm_end, "links")
            if farm > start and blocks[farm - 1].kind == "heading":  # it heads nothing but links
                blocks[farm - 1].rule = blocks[farm - 1].rule or "links"
