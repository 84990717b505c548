"""What stands around the sentences of a policy, in its own element: lists of links, and boxes at its end.

In: a page whose root is chosen. Marked are lists of links to other pages of the site before and after the
text, a list of the sections beside it, and at its end boxes that sell or present articles (`boxes`) and lines
that lead away. If the mass of prose disagrees, the text stays.

What this gets wrong: a section of a policy that is only a list of links ("Our other notices") at its very end
is left out as a link farm.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.normaliser import boxes, furniture
from policydiff.normaliser.mass import prose_length
from policydiff.normaliser.page_elements import APART, HOLDERS, MOST_BLOCKS
from policydiff.normaliser.policy_root import NEARLY_ALL

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.mass import Mass
    from policydiff.normaliser.page_elements import ContainerElement, PageElements
    from policydiff.normaliser.policy_root import PolicyRoot

_BOX, _STORIES = 0.3, 0.6
"""Share of the prose of the largest box at the end of a text, and of the largest one that tells stories."""
_FEWEST_JUMPS = 3
"""Entries of the shortest list of sections."""
_SEPARATORS = re.compile(r"[\s|•·/\[\]<>«»‹›:–—-]*")
_AUTHOR = re.compile(r"/(?:@[^/]|(?:authors?|auteurs?|autor(?:es)?|users?|u|profiles?|people|members?)/[^/])")
"""An address of one who writes on the site."""
_BY = 5
"""Most characters of a word before the name: "Von: "."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_FORM_PAGE = 2_000
"""Letters of prose up to which a page may be there for its form; a policy has many times more."""


@cache
def _leading_away() -> re.Pattern[str]:
    """A line that leads back to another page, or on to the next one."""
    back = "|".join(languages.all_lines(lambda one: one.furniture.leading_back))
    on = "|".join(languages.all_lines(lambda one: one.furniture.leading_on))
    return re.compile(rf"\W*(?:{back})\b.{{0,40}}|\W*(?:{on})\s*[:›»→].{{0,40}}", re.IGNORECASE)


def leave_out_link_lists(page: PageElements, mass: Mass, root: PolicyRoot, first: int, url: str) -> None:
    """Mark lists of links and boxes in the root of the text.

    Args:
        page: the page as read.
        mass: the sums over its blocks.
        root: the element of the text.
        first: where the document begins, from which on boxes are looked for.
        url: the address of the page, "" if it is not known.
    """
    _link_farms(page, root.start, root.end, url)
    _contents_beside(page, mass, root.start, root.end)
    _rows_of_links(page, mass, first, root.end)
    _boxes_at_the_end(page, mass, first, root.end)


def _link_farms(page: PageElements, start: int, end: int, url: str) -> None:
    """Lists of links to other pages of the site, before the text or after it."""
    blocks = page.blocks
    first = next((n for n in range(start, end) if _is_prose(blocks[n])), None)
    if first is None:
        return
    last = next(n for n in range(end - 1, start - 1, -1) if _is_prose(blocks[n]))
    beside = [
        region
        for region in page.regions
        if start <= region.start and region.end <= end and (region.end <= first or region.start > last)
    ]
    sums = furniture.link_sums(blocks, url) if beside else []
    farm = farm_end = 0
    for region in reversed(beside):
        if farm <= region.start and region.end <= farm_end:
            continue
        if furniture.is_link_farm(sums[region.start], sums[region.end]):
            farm, farm_end = region.start, region.end
            page.mark(farm, farm_end, "links")
            if farm > start and blocks[farm - 1].kind == "heading":  # it heads nothing but links
                blocks[farm - 1].rule = blocks[farm - 1].rule or "links"


def _contents_beside(page: PageElements, mass: Mass, start: int, end: int) -> None:
    """Mark a list of the sections that stands beside the element with the text, each entry a jump to one.

    A list inside that element is part of the text: many policies open with one.
    """
    blocks = page.blocks
    linked = [n for n in range(start, end) if blocks[n].linked]
    jumps = [n for n in linked if not blocks[n].rule and _is_jump(blocks[n])]
    if sum(len(blocks[n].links) for n in jumps) < _FEWEST_JUMPS:
        return
    low, high = start, end
    enough = NEARLY_ALL * (mass.prose[end] - mass.prose[start])
    for region in page.regions:
        if (
            region.tag in HOLDERS
            and low <= region.start
            and region.end <= high
            and region.end - region.start < high - low
            and mass.of(region) >= enough
        ):
            low, high = region.start, region.end
    for number in jumps:
        if not low <= number < high:
            blocks[number].rule = "navigation"


def _rows_of_links(page: PageElements, mass: Mass, first: int, end: int) -> None:
    """Mark lines of nothing but links: a menu between the title and what it heads, and a bar of jumps to the
    sections, whose entries no sign parts. Below the title also the name of an author and the number of
    readers."""
    above = True
    for number in range(first + 1, end):
        block = page.blocks[number]
        above = above and mass.prose[number] == mass.prose[first]
        above = above and (block.kind != "heading" or number == first + 1)  # a title in two lines
        if block.rule or block.kind != "paragraph" or block.cell is not None:
            continue
        if above and _is_about_author(block) and not _numbers_section(page.blocks, number):
            block.rule = "byline"
        if len(block.links) < 2:
            continue
        if (above and _leads_away(block)) or (_is_jump(block) and _is_run_together(block)):
            block.rule = "navigation"


def _numbers_section(blocks: list[Block], number: int) -> bool:
    """Whether a line is the number of the first section ("01"), over its heading."""
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    return blocks[number].text.strip("0.") == "1" and following is not None and following.kind == "heading"


def _is_about_author(block: Block) -> bool:
    """Whether a line is the name of somebody who writes on the site ("By [Ann]"), or a bare number of those
    who read or liked it."""
    named = len(block.links) == 1 and len(block.text) - block.linked <= _BY
    counted = block.text.isdecimal() and not _YEAR.fullmatch(block.text)
    return counted or (named and _AUTHOR.search(block.links[0][2]) is not None)


def _is_run_together(block: Block) -> bool:
    """Whether a line is so many links that touch one another, as nobody writes a sentence."""
    return len(block.links) >= _FEWEST_JUMPS and all(
        early[1] == late[0] for early, late in pairwise(block.links)
    )


def _is_jump(block: Block) -> bool:
    """Whether a block is nothing but a link to a place on the page."""
    return 0 < len(block.text) <= block.linked and all(link[2].startswith("#") for link in block.links)


def _boxes_at_the_end(page: PageElements, mass: Mass, first: int, end: int) -> None:
    """Mark boxes after the text, in its own element: stories, offers, forms, menus."""
    blocks = page.blocks
    place = end
    levels = Counter(block.depth for block in blocks if block.kind == "heading" and not block.rule)
    for region in reversed(page.regions):  # the last ones first, parents before their children
        if region.end <= first:
            break
        if region.start <= first or region.end > place:
            continue
        if mass.prose[place] > mass.prose[region.end]:
            break  # text stands after it
        share = mass.of(region) / (mass.prose[-1] or 1)
        if share > _STORIES or region.end - region.start > MOST_BLOCKS or _is_asked_for(region, mass):
            continue
        if region.tag not in APART and not boxes.is_linked(blocks[region.start : region.end]):
            continue
        run = [block for block in blocks[region.start : region.end] if block.rule in ("", "links")]
        if not region.fields and run and boxes.is_one_of_several(run, levels):
            break
        if (share <= _BOX or boxes.tells_stories(run)) and _is_box(page, region, run, first):
            place = region.start
            page.mark(place, region.end, "box")
    for number in range(end - 1, first, -1):
        block = blocks[number]
        if block.rule or furniture.is_copyright(block.text):
            continue
        if _is_prose(block):
            break
        flat = block.cell is None or block.cell.table.layout
        if flat and block.kind == "paragraph" and _leads_away(block):
            block.rule = "links"


def _is_box(page: PageElements, region: ContainerElement, run: list[Block], first: int) -> bool:
    """Whether what stands at the end invites, sells, or tells the hours of an office."""
    cell = page.blocks[region.start].cell
    if cell is not None and cell.table.headed:
        return False  # a row on advertising is no advertisement
    return boxes.is_furniture(run, asks=region.fields > 0) or (
        boxes.keeps_hours(run) and not page.sections_stand_apart(first, run[0].depth)
    )


def _is_asked_for(region: ContainerElement, mass: Mass) -> bool:
    """Whether the purpose of a page is a form. A form that names no right was left out before."""
    return region.tag == "form" and region.fields > 0 and mass.prose[-1] <= _FORM_PAGE


def _leads_away(block: Block) -> bool:
    """Whether a line is nothing but links to other pages: "Home | Site map", "Back to the shop"."""
    if not block.links or any("#" in address or ":" in address for _, _, address in block.links):
        return False
    rest = "".join(
        block.text[last:start]
        for (_, last, _), (start, _, _) in zip(
            [(0, 0, ""), *block.links], [*block.links, (len(block.text), 0, "")], strict=True
        )
    )
    if not _SEPARATORS.fullmatch(rest):
        return False
    texts = [block.text[start:end] for start, end, _ in block.links]
    if any(furniture.is_version(text) for text in texts):
        return False
    return len(texts) > 1 or _leading_away().fullmatch(block.text) is not None


def _is_prose(block: Block) -> bool:
    return not block.rule and prose_length(block) > 0
