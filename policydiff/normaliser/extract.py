"""Finds the policy's part of the page; everything else is page furniture.

It works on the blocks and regions of a page as read, and marks every block that is left out with the rule for
it, in one round of the rooms, each of which is entered once:

    landmarks      parts that call themselves furniture go
    policy_root    the root is chosen by its share of the prose
    beside         what stands outside of it goes; title, date, documents and sections beside it come back
    link_lists     link farms, and boxes at the end that sell or present articles, go
    furniture      single lines that are new at every visit, and headings over nothing, go
    announcements  of a change come back, wherever they were

Subtrees are kept or left out whole: scoring single paragraphs loses lists, short items, tables and dates. If
a rule and the mass of prose disagree, the text stays.

What this gets wrong: on a page that holds two documents of about the same length, each in an element of its
own, both are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policydiff.models import LeftOut
from policydiff.normaliser import announcements, beside, furniture, landmarks, link_lists, titles
from policydiff.normaliser.mass import Mass
from policydiff.normaliser.policy_root import find_root

if TYPE_CHECKING:
    from policydiff.normaliser.page_elements import PageElements


def leave_out_furniture(page: PageElements, *, title: str, url: str) -> None:
    """Mark the blocks of a page that are not policy text (`Block.rule`).

    Args:
        page: the page as read.
        title: what its `<title>` says.
        url: its address, "" if it is not known.
    """
    blocks = page.blocks
    if not blocks:
        return
    declared = titles.parts(title)
    landmarks.leave_out_landmarks(page, declared)
    mass = Mass(blocks)
    root = find_root(page, mass, declared)
    first = beside.leave_out_around(page, root, declared)
    link_lists.leave_out_link_lists(page, mass, root, first, url)
    furniture.leave_out_lines(blocks)
    announcements.bring_back(page, first)
    _panels(page)


def _panels(page: PageElements) -> None:
    """Let a tab that was left out with its menu stand over its panel, unless the panel has a heading of the
    same words."""
    blocks = page.blocks
    headings = {block.text for block in blocks if block.kind == "heading"} if page.panels else set()
    for tab, name in page.panels:
        stays = name + 1 < len(blocks) and not blocks[name + 1].rule
        if stays and blocks[tab].rule and blocks[name].text not in headings:
            blocks[name].rule = ""


def left_out(page: PageElements) -> tuple[LeftOut, ...]:
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
