"""Finds the policy's part of the page; everything else is page furniture.

It works on the blocks and regions of a page as read, and marks every block that is left out with the rule for
it. First parts that call themselves furniture are left out (landmarks, consent windows); then the root is
chosen by its share of the prose. Blocks around the root come back if they have the vocabulary of policies:
the title and the date above, documents and sections beside it. Inside the root, blocks above the title are
left out, and boxes at its end that sell or present articles (`boxes`); then link farms and volatile lines.
Subtrees are kept or left out whole: scoring single paragraphs loses lists, short items, tables and dates. If
a rule and the mass of prose disagree, the text stays. At last announcements of a change come back, wherever
they were.

What this gets wrong: on a page that holds two documents of about the same length, each in an element of its
own, both are kept; a section of a policy that is only a list of links ("Our other notices") at its very end
is left out as a link farm.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policydiff import languages
from policydiff.models import LeftOut
from policydiff.normaliser import announcements, beside, boxes, furniture, landmarks, titles
from policydiff.normaliser.landmarks import mark
from policydiff.normaliser.mass import Mass, prose_length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policydiff.normaliser.blocks import Block
    from policydiff.normaliser.page_elements import ContainerElement, PageElements

_SHARE = 0.93
"""Share of the prose that a part of the page must hold to stand for all of it."""
_MOST = 0.6
"""Share that is enough where nothing around that part uses the words of policies."""
_MOST_WRAPPERS = 50
"""Elements inside one another that are looked at for this; of each, all that is around it is gone through."""
_BOX, _STORIES = 0.3, 0.6
"""Share of the prose of the largest box at the end of a text, and of the largest one that tells stories."""
_SILENT = frozenset(("navigation", "footer", "links", "related", "teaser", "comments", "advertisement"))
"""Rules for blocks that are no announcements: menus link to announcements."""
_LARGEST_NOTICE = 8
"""Blocks of the largest box that comes back as a whole with its announcement."""
_FEWEST_JUMPS = 3
"""Entries of the shortest list of sections."""
_MOST_NOTICES = 20
"""Most announcements of one page; each costs a look at its boxes."""
_SEPARATORS = re.compile(r"[\s|•·/\[\]<>«»‹›:–—-]*")
_FORM_PAGE = 2_000
"""Letters of prose up to which a page may be there for its form; a policy has many times more."""


@cache
def _leading_away() -> re.Pattern[str]:
    """A line that leads back to another page, or on to the next one."""
    back = "|".join(languages.all_lines(lambda one: one.furniture.leading_back))
    on = "|".join(languages.all_lines(lambda one: one.furniture.leading_on))
    return re.compile(rf"\W*(?:{back})\b.{{0,40}}|\W*(?:{on})\s*[:›»→].{{0,40}}", re.IGNORECASE)


def leave_out(page: PageElements, *, title: str, url: str) -> None:
    """Mark the blocks of a page that are not policy text (`Block.rule`).

    Args:
        page: the page as read.
        title: what its `<title>` says.
        url: its address, "" if it is not known.
    """
    blocks = page.blocks
    if not blocks:
        return
    landmarks.leave_out(page, titles.parts(title))
    mass = Mass(blocks)
    main = _main(page, mass)
    start, end = _root(page, mass, *(main or _only_article(page, mass) or (0, len(blocks))))
    place = titles.place(blocks, mass, start, end, titles.parts(title))
    first = beside.leave_out(page, beside.Root(start, end, main, place), titles.parts(title))
    _link_farms(page, start, end, url)
    _contents_beside(page, mass, start, end)
    _boxes_at_the_end(page, mass, first, end)
    landmarks.barren_headings(blocks)
    furniture.volatile(blocks)
    furniture.contents_headings(blocks)
    _announcements(page, first)
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


def _main(page: PageElements, mass: Mass) -> tuple[int, int] | None:
    """The page's `<main>`, if it holds most of the prose; several are one."""
    mains = [region for region in landmarks.outermost(page, "main") if mass.of(region)]
    if 2 * sum(map(mass.of, mains)) > mass.prose[-1]:
        return mains[-1].start, mains[0].end
    return None


def _only_article(page: PageElements, mass: Mass) -> tuple[int, int] | None:
    """The page's only `<article>`, if it holds most of the prose; of several each may be a document."""
    articles = [region for region in landmarks.outermost(page, "article") if mass.of(region)]
    if len(articles) == 1 and 2 * mass.of(articles[0]) > mass.prose[-1]:
        return articles[0].start, articles[0].end
    return None


def _root(page: PageElements, mass: Mass, start: int, end: int) -> tuple[int, int]:
    """The smallest element inside that holds nearly all prose, and nearly all words outside links.

    Beside a short text, offers and stories are more than a small part of the prose: then an element that
    holds most of it is taken, as long as what is around it offers something and has no word of policies.
    """
    if mass.prose[end] == mass.prose[start]:
        return start, end
    holders = [region for region in page.regions if region.tag in beside.HOLDERS]
    for region in _holding(mass, holders, start, end, _SHARE):
        if start <= region.start and region.end <= end and region.end - region.start < end - start:
            start, end = region.start, region.end
    wrappers = _holding(mass, holders, start, end, _MOST)[::-1]  # parents before their children
    for region in wrappers[:_MOST_WRAPPERS]:
        if not _is_around(page, start, end, region):
            break
        start, end = region.start, region.end
    return start, end


def _holding(
    mass: Mass, holders: list[ContainerElement], start: int, end: int, share: float
) -> list[ContainerElement]:
    """The elements between two places that hold a share of the prose and of the words outside links."""
    prose, words = mass.prose, mass.words
    enough, most = share * (prose[end] - prose[start]), share * (words[end] - words[start])
    return [
        region
        for region in holders
        if prose[region.end] - prose[region.start] >= enough
        and words[region.end] - words[region.start] >= most
        and start <= region.start
        and region.end <= end
    ]


def _is_around(page: PageElements, start: int, end: int, region: ContainerElement) -> bool:
    """Whether what stands between two places around an element is furniture around a policy.

    It has no word of policies, and behind the element is nothing that only states something.
    """
    above = list(_runs(page, start, region.start))
    below = list(_runs(page, region.end, end))
    if not any(above) and not any(below):
        return True
    return (
        not any(map(boxes.has_subject, (*above, *below)))
        and not any(map(_only_states, below))
        and boxes.is_policy(page.blocks[start : min(region.end, start + landmarks.MOST_BLOCKS)])
    )


def _runs(page: PageElements, start: int, end: int) -> Iterator[list[Block]]:
    """The blocks of each element between two places, without the name of the document, which may stand above
    its text."""
    for first, last, _ in beside.parts(page, start, end):
        blocks = page.blocks[first:last]
        yield [block for block in blocks if not (block.rule or titles.is_pure_name(block.text))]


def _only_states(run: list[Block]) -> bool:
    """Whether blocks hold a sentence, and no line that is a link, sells something or claims a copyright."""
    return any(not block.linked and block.text[-1] in ".。" for block in run) and not any(
        2 * block.linked > len(block.text) or furniture.is_copyright(block.text) or boxes.sells(block.text)
        for block in run
    )


def _boxes_at_the_end(page: PageElements, mass: Mass, first: int, end: int) -> None:
    """Mark boxes after the text, in its own element: stories, offers, forms, menus."""
    blocks = page.blocks
    place = end
    for region in reversed(page.regions):  # the last ones first, parents before their children
        if region.end <= first:
            break
        if region.start <= first or region.end > place:
            continue
        if mass.prose[place] > mass.prose[region.end]:
            break  # text stands after it
        share = mass.of(region) / (mass.prose[-1] or 1)
        if (
            share > _STORIES
            or region.end - region.start > landmarks.MOST_BLOCKS
            or _is_asked_for(region, mass)
        ):
            continue
        if region.tag not in beside.APART and not beside.is_linked(blocks[region.start : region.end]):
            continue
        cell = blocks[region.start].cell
        if cell is not None and cell.table.headed:
            continue  # a row on advertising is no advertisement
        run = [block for block in blocks[region.start : region.end] if block.rule in ("", "links")]
        if boxes.is_furniture(run, asks=region.fields > 0) and (share <= _BOX or boxes.tells_stories(run)):
            place = region.start
            mark(blocks, place, region.end, "box")
    for number in range(end - 1, first, -1):
        block = blocks[number]
        if block.rule or furniture.is_copyright(block.text):
            continue
        if _is_prose(block):
            break
        flat = block.cell is None or block.cell.table.layout
        if flat and block.kind == "paragraph" and _leads_away(block):
            block.rule = "links"


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


def _link_farms(page: PageElements, start: int, end: int, url: str) -> None:
    """Lists of links to other pages of the site, before the text or after it."""
    blocks = page.blocks
    first = next((n for n in range(start, end) if _is_prose(blocks[n])), None)
    if first is None:
        return
    last = next(n for n in range(end - 1, start - 1, -1) if _is_prose(blocks[n]))
    aside = [
        region
        for region in page.regions
        if start <= region.start and region.end <= end and (region.end <= first or region.start > last)
    ]
    sums = furniture.link_sums(blocks, url) if aside else []
    farm = farm_end = 0
    for region in reversed(aside):
        if farm <= region.start and region.end <= farm_end:
            continue
        if furniture.is_link_farm(sums[region.start], sums[region.end]):
            farm, farm_end = region.start, region.end
            mark(blocks, farm, farm_end, "links")
            if farm > start and blocks[farm - 1].kind == "heading":  # it heads nothing but links
                blocks[farm - 1].rule = blocks[farm - 1].rule or "links"


def _contents_beside(page: PageElements, mass: Mass, start: int, end: int) -> None:
    """Mark a list of the sections that stands beside the element with the text, each entry a jump to one.

    A list inside that element is part of the text: many policies open with one.
    """
    blocks = page.blocks
    linked = [n for n in range(start, end) if blocks[n].linked]
    jumps = [n for n in linked if not blocks[n].rule and _is_jump(blocks[n])]
    if len(jumps) < _FEWEST_JUMPS:
        return
    low, high = start, end
    enough = _SHARE * (mass.prose[end] - mass.prose[start])
    for region in page.regions:
        if (
            region.tag in beside.HOLDERS
            and low <= region.start
            and region.end <= high
            and region.end - region.start < high - low
            and mass.of(region) >= enough
        ):
            low, high = region.start, region.end
    for number in jumps:
        if not low <= number < high:
            blocks[number].rule = "navigation"


def _is_jump(block: Block) -> bool:
    """Whether a block is nothing but a link to a place on the page."""
    return 0 < len(block.text) <= block.linked and all(link[2].startswith("#") for link in block.links)


def _announcements(page: PageElements, first: int) -> None:
    """Bring back announcements of a change of the policy, and mark them (`Block.announcement`)."""
    blocks = page.blocks
    found = 0
    for number, block in enumerate(blocks):
        away = block.rule and block.rule not in _SILENT
        if not (away or (number < first and not block.rule)):
            continue
        if not announcements.announces(block.text):
            continue
        found += 1
        if found > _MOST_NOTICES:
            return
        for one in _notice(page, number):
            blocks[one].rule = ""
            blocks[one].announcement = True


def _notice(page: PageElements, number: int) -> list[int]:
    """The blocks of the box in which an announcement stands, without the links that are buttons."""
    blocks, found = page.blocks, range(number, number + 1)
    for region in page.regions:
        if not region.start <= number < region.end:
            continue
        run = range(region.start, region.end)
        if len(run) > _LARGEST_NOTICE or any(_is_no_notice(blocks[n]) for n in run):
            break
        found = run
    return [n for n in found if n == number or 2 * blocks[n].linked < len(blocks[n].text)]


def _is_no_notice(block: Block) -> bool:
    """Whether a block belongs to the text or a menu, or is the title of a page."""
    return not block.rule or block.rule in _SILENT or (block.kind == "heading" and block.depth == 1)
