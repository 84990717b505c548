"""Boxes amid a text that ask for an address to send news to, and carry no name that says so.

In: a page as read, with the places of the buttons that subscribe to something. Out: the elements that are
such boxes: a field for an address, the button, and a line or two. A box that leads to a right ("Enter your
address to object"), says how changes of the policy are announced, or reads like a section of it is none.

What this gets wrong: a box whose lines and field stand in no element of their own stays, but for its button.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.normaliser import announcements, boxes, buttons, titles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.normaliser.mass import Mass
    from policydiff.normaliser.page_elements import ContainerElement, PageElements

_MOST_BLOCKS, _MOST_FIELDS, _LONGEST = 8, 3, 400
"""Blocks of the largest box, its fields, and characters of its text."""
_SHARE = 0.15
"""Share of the page's prose of the largest one: what holds more is the page itself."""


def newsletter_boxes(page: PageElements, mass: Mass) -> Iterator[ContainerElement]:
    """The largest element of this kind around each of the buttons."""
    for place in page.subscriptions:
        largest: ContainerElement | None = None
        for region in page.regions:  # children before their parents
            if not region.start <= place <= region.end:
                continue
            if region.end - region.start > _MOST_BLOCKS or mass.of(region) > _SHARE * mass.prose[-1]:
                break
            if _asks_for_address(page, region):
                largest = region
        if largest is not None:
            yield largest


def _asks_for_address(page: PageElements, region: ContainerElement) -> bool:
    """Whether an element with such a button is a box for news, and no part of the policy."""
    run = [block for block in page.blocks[region.start : region.end] if not block.rule]
    if not run or region.fields > _MOST_FIELDS or run[0].cell is not None:
        return False
    if not region.fields and region.rule != "aside":  # to those who are known an aside shows the button alone
        return False
    said = [
        block for block in run if not buttons.subscribes(block.text.lower())
    ]  # "By subscribing you agree"
    if sum(len(block.text) for block in run) > _LONGEST or boxes.is_policy(said):
        return False
    return not any(
        (block.kind == "heading" and titles.is_name(block.text)) or announcements.tells_of_changes(block.text)
        for block in run
    )
