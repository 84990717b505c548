"""Parts of a page that are told by what they do, since nothing names them: footers, forms, cards.

In: the blocks and regions of a page from which the parts with names are gone. The blocks of such parts are
marked: fields to write into above the text, the line on copyright among links, what opens behind the footer,
cards of other articles. Windows about cookies and boxes for news have rooms of their own (`consent_windows`,
`newsletters`).

What this gets wrong: a footer of sentences, or one without a line on copyright, stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.normaliser import boxes, furniture
from policydiff.normaliser.mass import LEAST
from policydiff.normaliser.page_elements import MOST_BLOCKS

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.mass import Mass
    from policydiff.normaliser.page_elements import ContainerElement, PageElements

_MOST = 0.7
"""What share of the prose stands before the site's footer at least."""
_LARGEST_FORM = 20
"""Blocks of the largest element around a form above the text."""


def leave_out_unnamed(page: PageElements, mass: Mass) -> None:
    """Mark such parts of a page.

    Args:
        page: the page as read.
        mass: the prose on it.
    """
    _leave_out_forms(page, mass)
    _leave_out_footers(page, mass)
    _leave_out_behind_footer(page, mass)
    _leave_out_cards(page, mass)


def _leave_out_forms(page: PageElements, mass: Mass) -> None:
    """Mark what stands above the text in one element with fields to write into: "Ask for an offer", stars,
    "Free and without obligation". A page without a text below is about its form."""
    for region in page.regions:
        start, end = region.start, region.end
        if (
            region.fields < 2
            or end - start > _LARGEST_FORM
            or max(mass.prose[start], mass.of(region)) > LEAST
        ):
            continue
        if mass.prose[-1] - mass.prose[end] <= LEAST:
            continue
        run = page.blocks[start:end]
        titled = any(block.depth == 1 and block.kind == "heading" for block in run)
        if not titled and boxes.is_furniture(run, asks=True):
            page.mark(start, end, "form")


def _leave_out_footers(page: PageElements, mass: Mass) -> None:
    """Mark footers without a name: a line on copyright among links, and hardly any prose."""
    places = [
        n
        for n, block in enumerate(page.blocks)
        if block.text[0] in furniture.CLAIMS and not block.rule and furniture.is_copyright(block.text)
    ]
    # The last lines that claim a copyright: one further up belongs to the text ("© of your photos stays
    # yours").
    for place in places[-2:]:
        footer: ContainerElement | None = None
        for region in page.regions:
            start, end = region.start, region.end
            if start <= place < end:
                if (
                    end - start > MOST_BLOCKS
                    or mass.of(region) > min(LEAST, 0.2 * mass.prose[-1])
                    or any(block.depth == 1 and block.kind == "heading" for block in page.blocks[start:end])
                ):
                    break
                if sum(len(block.links) for block in page.blocks[start:end]) > 2:
                    footer = region
        if footer is not None:
            page.mark(footer.start, footer.end, "footer")


def _leave_out_behind_footer(page: PageElements, mass: Mass) -> None:
    """Mark everything after the site's footer: windows that open over the page, whatever they are about."""
    blocks = page.blocks
    place = next((n for n in range(len(blocks) - 1, -1, -1) if blocks[n].rule == "footer"), None)
    if place is None or place + 1 == len(blocks) or mass.prose[place] < _MOST * mass.prose[-1]:
        return
    first = place
    while first and blocks[first - 1].rule == "footer":
        first -= 1
    run = blocks[first : place + 1]
    if any(furniture.is_copyright(block.text) for block in run) or sum(len(block.links) for block in run) > 2:
        page.mark(place + 1, len(blocks), "outside")


def _leave_out_cards(page: PageElements, mass: Mass) -> None:
    """Mark cards of other articles: each an `<article>` under a heading that leads elsewhere."""
    cards = [region for region in page.regions if region.tag == "article" and _is_card(page.blocks, region)]
    if len(cards) > 1 and sum(map(mass.of, cards)) <= 0.3 * mass.prose[-1]:
        for region in cards:
            page.mark(region.start, region.end, "teaser")


def _is_card(blocks: list[Block], region: ContainerElement) -> bool:
    if region.end - region.start > 12:
        return False
    for block in blocks[region.start : region.end]:
        if block.kind == "heading":
            return boxes.is_card_heading(block)
    return False
