"""What stays of a part that is left out: the title of the policy, its day, a sentence on it.

In: a part of a page that is furniture, a header, a byline or a footer. Its blocks are marked with its rule,
except those that are of the text: a page writes its title into a header with a menu, and the day of its text
beside the name of an author or at its foot.

What this gets wrong: the sentence with which a site praises itself below the title stays, where it has none
of the words of advertisements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.normaliser import boxes, furniture, titles
from policydiff.normaliser.mass import SENTENCE
from policydiff.normaliser.page_elements import MOST_BLOCKS

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.page_elements import ContainerElement


_SHORT = 12
"""Most blocks of an aside that is there for its day."""


def holds_title(blocks: list[Block], region: ContainerElement, declared: list[str]) -> bool:
    """Whether a part holds the title of the policy, and perhaps its date and what it is about.

    In a `<header>` that is any heading that names a policy. Elsewhere lower ones head boxes and lists, and
    one that the next heading holds ("Privacy", then "Privacy at Example") is the name of a place on the site.
    """
    if region.end - region.start > MOST_BLOCKS:
        return False
    title = next(
        (
            block
            for block in blocks[region.start : region.end]
            if block.kind == "heading"
            and 2 * block.linked < len(block.text) <= titles.LONGEST
            and (
                titles.is_name(block.text) or (block.depth == 1 and titles.is_part(block.text, declared[1:2]))
            )
        ),
        None,
    )
    if title is None or region.rule == "header":
        return title is not None
    following = (block for block in blocks[region.end : region.end + MOST_BLOCKS] if block.kind == "heading")
    again = next(following, None)
    return title.depth == 1 and (again is None or title.text.casefold() not in again.text.casefold())


def mark_around_title(blocks: list[Block], region: ContainerElement) -> None:
    """In a part with the title, mark everything except the title, the date and sentences on the policy."""
    below = False
    for block in blocks[region.start : region.end]:
        # A linked heading is the name of the site, which leads to its home page.
        titled = block.kind == "heading" and 2 * block.linked < len(block.text)
        below = below or titled
        sentence = (_is_lead(block) or (below and titles.is_subtitle(block))) and not boxes.sells(block.text)
        if not (titled or sentence or furniture.is_date_line(block.text)):
            block.rule = block.rule or region.rule


def _is_lead(block: Block) -> bool:
    """Whether a line below the title is a sentence of it: a long one, or a short one that ends like one."""
    own = len(block.text) - block.linked
    return own >= SENTENCE or (not block.linked and block.text[-1] == "." and block.text.count(" ") >= 4)


def mark_byline(blocks: list[Block], region: ContainerElement) -> None:
    """Mark the byline, except the date."""
    for block in blocks[region.start : region.end]:
        # "By Anna Birch" goes; "Last updated 3 May 2024" and a sentence stay.
        telling = block.text[-1] in ".!?" or any(sign.isdecimal() for sign in block.text)
        if len(block.text) < SENTENCE and not telling:
            block.rule = block.rule or "byline"


def tells_day(blocks: list[Block], region: ContainerElement) -> bool:
    """Whether an aside in the text is there for its day ("Last updated 3 May 2024"): it leads nowhere."""
    return (
        region.rule == "aside"
        and region.inside
        and region.end - region.start <= _SHORT
        and not any(block.links for block in blocks[region.start : region.end])
    )


def mark_foot(blocks: list[Block], region: ContainerElement) -> None:
    """Mark what only a class calls a footer, or what is the foot of the text, except the day of the text
    where nobody claims a copyright, and the sentences of a `<footer>`: a policy has a foot, too."""
    run = blocks[region.start : region.end]
    of_site = any(furniture.is_copyright(block.text) for block in run)
    for block in run:
        if (
            of_site
            or block.linked
            or not (
                (furniture.is_date_line(block.text) and furniture.is_dated(block.text))
                or (not region.named and _is_lead(block) and not boxes.sells(block.text))
            )
        ):
            block.rule = block.rule or region.rule
