"""Windows about cookies that carry no name which says so.

In: a page as read, with the places of the buttons that accept or reject. The windows are marked: prose about
cookies with a second button, or with links or plain lines for buttons, at the start or the end of a page.

What this gets wrong: a window whose prose and buttons stand in no element of their own stays, but for its
buttons.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.normaliser import boxes, buttonwords
from policydiff.normaliser.page_elements import MOST_BLOCKS

if TYPE_CHECKING:
    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.mass import Mass
    from policydiff.normaliser.page_elements import PageElements

_LARGEST_WINDOW = 3000
"""Characters of the largest consent window that has no name."""
_EDGE, _ROW = 20, 80
"""Blocks at the start and at the end of a page that may be such a window with links for buttons, and
characters of a row of its buttons."""


def leave_out_consent_windows(page: PageElements, mass: Mass) -> None:
    """Mark the windows of a page.

    Args:
        page: the page as read.
        mass: the prose on it.
    """
    _leave_out_pressed(page, mass)
    _leave_out_linked(page, mass)


def _leave_out_pressed(page: PageElements, mass: Mass) -> None:
    """Mark windows with buttons: prose about cookies, with buttons to accept and to choose."""
    # From the smallest element around an accepting button outwards: those with a second button that speak of
    # cookies. An element larger than a window, or with a third of the prose, is the page itself.
    for place in page.consents[:8]:
        for region in page.regions:
            if not region.start <= place <= region.end:
                continue
            start, end = region.start, region.end
            if (
                mass.chars[end] - mass.chars[start] > _LARGEST_WINDOW
                or end - start > MOST_BLOCKS
                or mass.of(region) > 0.3 * mass.prose[-1]
            ):
                break
            buttons = sum(1 for other in page.consents if start <= other <= end)
            if buttons > 1 and mass.of(region) and boxes.asks_consent(page.blocks[start:end]):
                page.mark(start, end, "consent")


def _leave_out_linked(page: PageElements, mass: Mass) -> None:
    """Mark windows whose buttons are links or plain lines, before the text or after it.

    A section of a policy on cookies may hold such links too: it has a heading, or stands amid the text.
    """
    blocks = page.blocks
    edges = {*range(_EDGE), *range(len(blocks) - _EDGE, len(blocks))}
    counts = {n: _consents_in(blocks[n]) for n in edges if 0 <= n < len(blocks) and not blocks[n].rule}
    for place in [n for n in sorted(counts) if counts[n]]:
        for region in page.regions:
            start, end = region.start, region.end
            if not start <= place < end:
                continue
            outside = mass.prose[start] == 0 or mass.prose[end] == mass.prose[-1]
            if not outside or end - start > _EDGE or mass.of(region) > 0.3 * mass.prose[-1]:
                break
            run = blocks[start:end]
            headed = run[0].kind == "heading" and not boxes.is_consent_heading(run[0].text)
            enough = sum(counts.get(n, 0) for n in range(start, end)) > 1
            if enough and mass.of(region) and not headed and boxes.asks_consent(run):
                page.mark(start, end, "consent")


def _consents_in(block: Block) -> int:
    """Of how many buttons of a consent window, and nothing else, a line consists; 0 if there is anything
    else."""
    if len(block.text) > _ROW:
        return 0
    lowered, button = block.text.lower(), buttonwords.consent()
    if block.links:
        if block.linked + 3 * len(block.links) < len(lowered):
            return 0
        said = [lowered[start:end] for start, end, _ in block.links]
        return len(said) if all(map(button.fullmatch, said)) else 0
    count = place = 0
    while place < len(lowered):
        found = button.match(lowered, place)
        if found is None:
            return 0
        count, place = count + 1, found.end()
    return count
